// Which money in is a refund (it nets off spending) and which is income: wages, interest, tax back, people paying back, the rest.
import type { Database } from '../database.ts';
import type { Candidate } from './candidates.ts';

/** Payees whose money in is income even if one has paid them before. */
const INCOME_KINDS = new Set([
  'person',
  'pay',
  'interest',
  'tax',
  'benefit',
  'government',
  'payments',
  'bank',
  'investment',
  'transfer',
  'council-tax',
  'gambling',
  'lottery',
  'pension',
]);
const REFUND =
  /\b(?:refund(?:ed)?|reversal|reversed|chargeback|return(?:ed)?|merchandise credit|credit voucher|remboursement|erstattung|retoure?|r(?:u|ü|ue)ckerstattung|reembolso|devoluci[oó]n|rimborso|storno|terugbetaling)\b/i;
const TAX_BACK = /\b(?:tax (?:ref\w*|rfd|rebate)|taxrfd|irs treas|hmrc|steuererstattung|finanzamt|belastingdienst|state tax)\b/i;

/** Where people sell what they have: what comes from there was earned, unless it is called a refund. */
const PAYS_SELLERS = /\b(?:vinted|depop|poshmark|mercari|wallapop|leboncoin|kleinanzeigen|marktplaats|music ?magpie|ziffit|webuybooks)\b/i;

/** What one has paid each payee in all, in minor units, by payee and currency. Only payees that also sent money. */
export function readBought(db: Database, candidates: readonly Candidate[]): Map<string, number> {
  const bought = new Map<string, number>();
  const ask = [...new Set(candidates.filter(({ minor }) => minor > 0).map(({ payeeId }) => payeeId))];
  for (let from = 0; from < ask.length; from += 500) {
    const ids = ask.slice(from, from + 500);
    const { rows } = db.query(
      `SELECT payee_id, currency, -sum(minor) FROM posting WHERE payee_id IN (${ids.map(() => '?').join(', ')}) AND minor < 0 GROUP BY payee_id, currency`,
      ids,
    );
    for (const [payeeId, currency, minor] of rows) bought.set(`${Number(payeeId)} ${String(currency)}`, Number(minor));
  }
  return bought;
}

/** Whether money in, which is no transfer, is a refund. */
export function isRefund(
  { text, reading, account, payeeId, payeeKind, currency, minor }: Candidate,
  bought: ReadonlyMap<string, number>,
): boolean {
  const { movement, channel, isPay, isPerson, isBrand } = reading;
  if (isPay || TAX_BACK.test(text) || movement === 'interest') return false;
  if (movement === 'fee') return true; // a fee given back
  if (isPerson) return false;
  // What a tax office gives back is income, whatever it calls it.
  if ((reading.kind ?? payeeKind) === 'tax') return false;
  if (channel === 'refund' || REFUND.test(text)) return true;
  if (account.kind === 'card' || channel === 'card') return true;
  if (account.kind === 'savings') return false; // nothing is bought from savings: what was taken out is put back
  if (INCOME_KINDS.has(reading.kind ?? payeeKind ?? '')) return false;
  if (channel === 'bank' && PAYS_SELLERS.test(reading.name)) return false;
  // Money that a firm sends by bank transfer may be a friend's or a customer's; a shop that one knows gives back.
  if (channel === 'bank' && !isBrand) return false;
  return (bought.get(`${payeeId} ${currency}`) ?? 0) >= minor;
}
