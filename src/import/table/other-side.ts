// Files that name both sides of each movement, who paid and who was paid: the other side of money in is the payer, of money out
// the payee. Data: words of such columns, folded.
import { fold } from '../../base/text.ts';

const words = (text: string): RegExp => new RegExp(`(?:^|[^\\p{L}])(?:${text})(?![\\p{L}])`, 'u');

const PAYER = words(
  'zahlungspflichtige[*:_/]?r?|auftraggeber(?:in)?|payer|payer name|sender|sender name|remitter|nadawca|platce|odosielatel|maksaja|betaler|expediteur|emetteur|donneur d ordre|ordenante|ordinante|mittente|remetente|afzender|avsandare|avsender|afsender|platitor|ordonator|moketojas|maksatajs|отправитель|плательщик|відправник|gonderen|indbetaler|opdrachtgever',
);
const PAYEE = words(
  'zahlungsempfanger[*:_/]?(?:in)?|empfanger(?:in)?|begunstigter?|recipient|receiver|beneficiary|payee|odbiorca|prijemce|prijimatel|saajan nimi|saaja|modtager|mottagare|mottaker|beneficiaire|destinataire|beneficiario|destinatario|begunstigde|ontvanger|beneficiar|gavejas|sanemejs|получатель|одержувач|отримувач|alici',
);

export interface Sides {
  payer: number;
  payee: number;
}

/** One column each, neither of which is for both; null otherwise. */
export function sidesOf(header: readonly string[] | null, columns: readonly number[]): Sides | null {
  const named = columns.map((column) => ({ column, name: fold(header?.[column] ?? '') }));
  const payers = named.filter(({ name }) => PAYER.test(name) && !PAYEE.test(name));
  const payees = named.filter(({ name }) => PAYEE.test(name) && !PAYER.test(name));
  const [payer] = payers;
  const [payee] = payees;
  return payer && payee && payers.length === 1 && payees.length === 1 ? { payer: payer.column, payee: payee.column } : null;
}
