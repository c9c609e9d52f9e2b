import type { EvidenceRow } from '../../src/ask/answer/answer.ts';

/** A card payment of one euro, told from the others by its number. */
export const numberedRow = (nth: number): EvidenceRow => ({
  transactionId: nth,
  day: '2026-02-03',
  payee: `Payee ${nth}`,
  category: null,
  account: 'Visa',
  minor: -100,
  currency: 'EUR',
});
