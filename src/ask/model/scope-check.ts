// Before a model is asked anything: is this about this person's transactions, and did the rules leave it for want of understanding?
// What the rules refused for a reason (orders, advice, other people, nothing there) stays refused; a model is no way around a guard.
import type { RefusalCode } from '../intents/intent.ts';
import { standingOf } from '../intents/about-money.ts';
import { firstPlan } from '../intents/first-plan.ts';
import { GUARDS } from '../intents/index.ts';
import type { Asked } from '../intents/intent.ts';
import { hears } from '../reading.ts';
import type { Reading } from '../reading.ts';

/** Refusals that say "I did not understand", and nothing else. */
export const NOT_UNDERSTOOD: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['unheard', 'no-question', 'what-about']);
/** Refusals that say "I know no such name": what it is near in meaning may be offered, and no model is asked. */
export const NAME_UNKNOWN: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['unknown-name', 'unknown-kind', 'unknown-word']);

/** Asked of the world, not of statements, whatever names stand in it. */
const WORLDLY =
  /^(?:and |so |but |ok |okay |hey |well |please )*(?:(?:can|could|would|will) (?!(?:you|we|i) (?:please )?(?:tell|show|give|list|work|add|sum|find|see|count|say))|should|may|might|is it|are there any|how (?:do|does|can|should|would|to)|who|why|tell me (?:a|about)|write|explain|translate|define|what (?:is|are) (?:a|an|the (?:best|capital|meaning|weather|time|news))|where (?:is|are|can|do|does|should))\b/;
/** "Who did we pay", "why is my bill": of one's own after all. */
const OWN = /\b(?:did|do|have|am|are) (?:i|we)\b|\b(?:my|our)\b/;

/** Somebody of this household, some stretch of time, some size, some word of money: two of them make a question about one's own money. */
function signs(reading: Reading): number {
  const own = /\b(?:i|we|my|our|me|us|mine|ours)\b/.test(reading.said.said);
  const named = reading.names.some(({ value }) => value.is === 'subject' || value.is === 'account' || value.is === 'place');
  const timed = reading.periods.length + reading.weekdays.length > 0;
  const money = reading.amounts.some((span) => span.value.money) || hears(reading, 'how-much', 'total', 'money', 'net', 'noun-transaction');
  return [own, named, timed, money].filter(Boolean).length;
}

/** Why the model may not be asked, or null when it may. `of`: refusals that are no reason. */
export function outOfScope(
  asked: Asked,
  refused: RefusalCode | undefined,
  carried: boolean,
  of: ReadonlySet<RefusalCode> = NOT_UNDERSTOOD,
): string | null {
  const { reading } = asked;
  if (refused === undefined || !of.has(refused)) return 'the rules had their reason';
  if (firstPlan(GUARDS, asked)) return 'a guard refuses it';
  if (WORLDLY.test(reading.said.said) && !OWN.test(reading.said.said)) return 'it is asked of the world';
  if (carried || standingOf(reading) !== 'none') return null;
  return signs(reading) >= 2 ? null : 'nothing in it speaks of money or of this ledger';
}
