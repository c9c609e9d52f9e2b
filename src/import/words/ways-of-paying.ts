// Data: the words of a text that says how money moved and to nobody in particular ("Contactless Interac purchase - 6162",
// "INTERAC e-Transfer sent", "Misc Payment", "Prélèvement"). Folded when looked up; add words freely. Not here: fees, interest and
// cash, which are a row's own subject.
import { fold } from '../../base/text.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).map(fold).filter(Boolean));

/** Words that make such a text: at least one must stand in it. */
const WAYS = words(
  `payment payments pmt pymt purchase purchases transfer transfers etransfer etfr debit credit deposit card contactless interac pos eft ach bill payroll
   paiement paiements achat virement versement depot prelevement retrait carte facture
   zahlung kauf lastschrift uberweisung ueberweisung gutschrift kartenzahlung betaling overboeking incasso pago compra transferencia recibo pagamento bonifico addebito`,
);

/** Words that may stand beside them; what it was for ("Mortgage payment") is no name either. */
const BESIDE = words(
  `e online internet mobile web app telephone phone banking bank branch preauthorized preauthorised pre authorized authorised automatic auto autodeposit misc miscellaneous recurring regular direct
   electronic funds visa mastercard tap chip pin retail point of sale third party sent received request requested fulfilled cancelled incoming outgoing to from the a an service services utility
   mortgage loan insurance assurance investment investments tax taxes rent lease leasing hypotheque pret placement loyer impots de du la le recu envoye domestic international external other general inward outward
   federal provincial government canada govt fast faster standing order instruction ref no number`,
);
/** By themselves on a line these name what was paid and not who ("Insurance", "Rent/Lease"), beside a column that does. */
const ALONE = words('insurance assurance investment investments mortgage loan hypotheque pret placement');
/** And these in a pair of such words: somebody may well be paid as "Rent". */
const IN_PAIRS = words('rent lease leasing loyer');

const known = new Map<string, boolean>();

/** Whether a text says only how money moved: the name then stands in the next column. */
export function saysOnlyHow(text: string): boolean {
  const plain = text.replace(/[\d#*]+/g, '').trim();
  const found = known.get(plain);
  if (found !== undefined) return found;
  const said = fold(plain)
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 0);
  const isHow =
    said.length > 0 &&
    said.every((word) => WAYS.has(word) || BESIDE.has(word) || (word.length === 1 && said.length > 1)) &&
    (said.some((word) => WAYS.has(word)) || said.every((word) => ALONE.has(word) || (said.length > 1 && IN_PAIRS.has(word))));
  if (known.size < 5000) known.set(plain, isHow);
  return isHow;
}
