// A chart where it helps: bars for kinds, a line for time, nothing for one figure.
import { scopeOf } from '../plan/plan.ts';
import type { ChartData } from './answer.ts';
import { decimal } from './money.ts';
import type { Result } from './phrase.ts';

export function chartOf({ plan, rows, compiled }: Result): ChartData | null {
  const { currency } = scopeOf(plan);
  const isMoney = compiled.columns.some(({ unit }) => unit === 'money');
  const worth = (value: unknown) => (typeof value === 'number' ? (isMoney ? decimal(value, currency) : value) : 0);
  if (plan.ask === 'breakdown' && rows.length > 1) {
    const line =
      plan.by === 'day' ||
      plan.by === 'week' ||
      plan.by === 'weekend' ||
      plan.by === 'month' ||
      plan.by === 'quarter' ||
      plan.by === 'year';
    return {
      kind: line ? 'line' : 'bars',
      title: `By ${plan.by}`,
      currency: isMoney ? currency : null,
      points: rows.slice(0, 60).map(([label, value]) => ({ label: String(label), value: worth(value) })),
    };
  }
  if (plan.ask === 'compare' && plan.sides.length === 2 && rows[0]) {
    const [a, b] = rows[0];
    return {
      kind: 'bars',
      title: 'Side by side',
      currency: isMoney ? currency : null,
      points: plan.sides.map(({ label }, at) => ({ label, value: worth(at === 0 ? a : b) })),
    };
  }
  return null;
}
