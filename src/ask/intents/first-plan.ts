// The first intent of a list that takes the question decides it.
import type { QueryPlan } from '../plan/plan.ts';
import type { Asked, Intent, Refusal } from './intent.ts';

export function firstPlan(intents: readonly Intent[], asked: Asked): { intent: string; plan: QueryPlan | Refusal } | null {
  for (const { name, read } of intents) {
    const plan = read(asked);
    if (plan) return { intent: name, plan };
  }
  return null;
}
