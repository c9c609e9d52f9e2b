// How a row was paid, as the bank itself says: in its column of kinds ("DD", "Direct debit", OFX DIRECTDEBIT), or at either end of the
// text where a bank writes it there ("D/D VHI HEALTHCARE", "EE LIMITED Q021 DDR").

/** Ways of paying that statements tell, beside cards and cash. */
export type PaidBy = 'direct-debit' | 'standing-order';
export const PAID_BY: readonly PaidBy[] = ['direct-debit', 'standing-order'];

interface Signs {
  kinds: readonly string[];
  /** LIKE, which knows no capitals. */
  texts: readonly string[];
}

const SIGNS: Readonly<Record<PaidBy, Signs>> = {
  'direct-debit': {
    kinds: ['DD', 'D/D', 'DDR', 'DIRECT DEBIT', 'DIRECTDEBIT', 'DIR DEBIT', 'DIRECT DEBIT PAYMENT'],
    texts: ['direct debit %', 'D/D %', '% direct debit', '% DDR', '% DD'],
  },
  'standing-order': {
    kinds: ['SO', 'S/O', 'STO', 'STANDING ORDER', 'REPEATPMT', 'STANDING ORDER PAYMENT'],
    texts: ['standing order %', 'S/O %', '% standing order', '% STO'],
  },
};

/** A condition on a row of `bank_transaction` by this alias. Its text is of the table above alone. */
export function paidBySql(alias: string, how: PaidBy): string {
  const { kinds, texts } = SIGNS[how];
  const quoted = (text: string) => `'${text}'`;
  return `(upper(trim(${alias}.kind)) IN (${kinds.map(quoted).join(', ')}) OR ${texts.map((text) => `trim(${alias}.descriptor) LIKE ${quoted(text)}`).join(' OR ')})`;
}
