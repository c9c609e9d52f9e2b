// What a payee is, told by the words that stand beside its name in a column of their own: "Miete Whg 14", "Abschlag Strom", "Gehalt 05/2026".
// Only kinds of contracts, whose words mean little else; what was bought in a shop makes no shop of that kind.
import { kindByWords } from './kinds.ts';

/** Paid by contract, each month or year. */
const PAID: ReadonlySet<string> = new Set([
  'rent',
  'mortgage',
  'electricity',
  'childcare',
  'car-insurance',
  'insurance-health',
  'insurance-home',
  'insurance-life',
  'pet-insurance',
  'tv-licence',
  'car-tax',
  'dentist',
]);
/** Received so. */
const RECEIVED: ReadonlySet<string> = new Set(['pay', 'benefit']);

/** `minor` is the row's amount, out negative. */
export function kindOfPurpose(memo: string, minor: number): string | null {
  const kind = kindByWords(memo);
  return kind !== null && (minor < 0 ? PAID : RECEIVED).has(kind) ? kind : null;
}
