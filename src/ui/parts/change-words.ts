// One sentence for each thing that changed, with its figures as the locale writes them.
import type { Insight } from '../../ask/insights/insights.ts';
import { words } from '../../strings/words.ts';
import { formatDay, formatMoney } from '../format.ts';

export function paceOf(days: number): string {
  const { pace } = words.changes;
  if (days < 10) return pace.week;
  if (days < 20) return pace.fortnight;
  if (days < 45) return pace.month;
  return days < 180 ? pace.quarter : pace.year;
}

export function sayChange(insight: Insight, locale: string): string {
  const say = words.changes;
  const day = formatDay(insight.day, locale);
  if (insight.kind === 'gap') return say.isGap(insight.account, formatDay(insight.from, locale), formatDay(insight.to, locale));
  const { payee, currency } = insight;
  const money = (minor: number) => formatMoney({ minor, currency }, locale);
  switch (insight.kind) {
    case 'new':
      return say.isNew(payee, money(insight.minor), paceOf(insight.everyDays), formatDay(insight.since, locale));
    case 'dearer':
      return say.isDearer(payee, money(insight.before), money(insight.minor), day);
    case 'twice':
      return say.isTwice(payee, money(insight.minor), insight.times, day);
    case 'large':
      return say.isLarge(payee, money(insight.minor), day);
  }
}
