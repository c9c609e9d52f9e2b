// The sum, and whether there was any at all: what is left when no narrower question was asked.
import { hears } from '../reading.ts';
import type { Intent } from './intent.ts';
import { asRows, flowOf } from './flows.ts';
import { dueThisMonth } from './regular-pay.ts';
import { scopeFrom } from './scope.ts';

export const exists: Intent = {
  name: 'exists',
  read({ reading, ledger }) {
    const { said } = reading.said;
    const verb =
      /^(?:(?:and|so|but|ok|well|also|hey|um) )*(?:did|have|has|was|were|is|are|am|any|(?:do|does)(?! (?:that|it|this|the same) for\b)(?= (?:i|we|they|you|he|she|it|my|our|the|any|these|those|this|that|anyone|anybody)\b))\b/.test(
        said,
      ) ||
      (/\b(?:paid|bought|done|arrived|came|been)\b[^?]*\?$/.test(said) && !/^(?:(?:and|so|but|ok|well) )*(?:what|how|which)\b/.test(said));
    if (!verb || hears(reading, 'how-much', 'count')) return null;
    const scope = scopeFrom(reading, ledger, { flow: asRows(flowOf(reading)) });
    if (!scope.where.length && !scope.period && scope.flow === 'purchases') return null;
    return { ask: 'exists', scope: { ...scope, period: dueThisMonth(reading, scope, ledger) ?? scope.period }, still: false };
  },
};

export const total: Intent = {
  name: 'total',
  read({ reading, ledger }) {
    const scope = scopeFrom(reading, ledger);
    const asks = hears(
      reading,
      'how-much',
      'total',
      'spend',
      'cost',
      'pay',
      'income',
      'refund',
      'buy',
      'fee',
      'cash',
      'interest',
      'go',
      'noun-transaction',
      'money',
      'net',
    );
    const slots = scope.where.length > 0 || scope.period !== null;
    const bare = !slots && !hears(reading, 'spend', 'total', 'income', 'refund', 'cost', 'pay');
    if (bare) return asks ? { refuse: 'clarify', why: 'what-about' } : null;
    return asks || slots ? { ask: 'total', scope } : null;
  },
};
