// Weekdays beside weekends, and one weekday beside another.
import type { Side } from '../plan/plan.ts';
import { hears } from '../reading.ts';
import { valueOf } from './compared-by.ts';
import { amountFlow } from './flows.ts';
import type { Intent } from './intent.ts';
import { scopeFrom } from './scope.ts';

export const compareDayKinds: Intent = {
  name: 'compare-day-kinds',
  read({ reading, ledger }) {
    // "do we spend more at weekends": than on the other days.
    const [only] = reading.weekdays;
    if (
      only &&
      reading.weekdays.length === 1 &&
      only.value.days.join() === '0,6' &&
      hears(reading, 'more', 'less') &&
      /\b(?:more|less)\b/.test(reading.said.said) &&
      reading.periods.length < 2 &&
      !/\bthan\b(?! (?:on |in |at |during )?(?:the )?(?:week(?:days?)?|rest|other days))/.test(reading.said.said) &&
      reading.amounts.length === 0
    )
      return {
        ask: 'breakdown',
        scope: scopeFrom({ ...reading, weekdays: [] }, ledger, { flow: amountFlow(reading, valueOf(reading)) }),
        by: 'day-kind',
        value: valueOf(reading),
        order: 'natural',
        limit: null,
      };
    if (reading.weekdays.length < 2 || !/\b(?:vs|or|than|compare\w*|against|and)\b/.test(reading.said.said)) return null;
    const days = reading.weekdays.map(({ value }) => value);
    const kinds = days.some(({ days: list }) => list.length === 5) && days.some(({ days: list }) => list.join() === '0,6');
    const asks = hears(reading, 'compare', 'more', 'less', 'which', 'difference', 'breakdown');
    const scope = scopeFrom({ ...reading, weekdays: [] }, ledger, { flow: amountFlow(reading, valueOf(reading)) });
    if (kinds) return { ask: 'breakdown', scope, by: 'day-kind', value: valueOf(reading), order: 'natural', limit: null };
    if (!asks) return null;
    return {
      ask: 'compare',
      sides: days.map((value): Side => ({
        label: value.words,
        scope: { ...scope, where: [...scope.where, { by: 'weekday', days: value.days, words: value.words }] },
      })),
      value: valueOf(reading),
      show: 'sides',
    };
  },
};
