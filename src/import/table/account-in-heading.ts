// The account that lines outside the rows name: by a word for it, or by the one IBAN in the letterhead.
import { squeezed } from './cell-text.ts';
import type { Row } from './find-tables.ts';

const ACCOUNT_WORDS =
  /^\W*(?:account|account (?:number|no|name)|acct|iban|konto|kontonummer|kontonr|konto-nr|compte|num[eé]ro (?:de )?compte|cuenta|n[uú]mero de cuenta|conta|conto|rekening|rekeningnummer|rachunek|numer rachunku|[uú][cč]et|[cč][ií]slo [uú][cč]tu|tili|tilinumero|счет|счёт|рахунок|hesap|hesap no|口座番号|账号|帐号|卡号|계좌번호)\W*$/iu;

/** The account that the lines of a heading name: "Account: Everyday 12345678", "Kontonummer;0123 456". Null when none or several do. */
export function accountOfHeading(rows: readonly Row[]): string | null {
  const found = new Set<string>();
  for (const { cells } of rows) {
    const [first = '', second = ''] = cells.filter((cell) => cell.trim() !== '');
    const [, name, value] = /^([^:]{2,40}):\s*(\S.{2,60})$/u.exec(first.trim()) ?? [];
    if (name !== undefined && value !== undefined && ACCOUNT_WORDS.test(name)) found.add(squeezed(value));
    else if (ACCOUNT_WORDS.test(first) && second.trim().length > 3) found.add(squeezed(second));
  }
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** An IBAN in the letterhead, when it is the only one. */
export function accountOfLetterhead(preamble: readonly Row[]): string | null {
  const found = new Set<string>();
  for (const { cells } of preamble.slice(0, 40))
    for (const cell of cells)
      for (const [iban] of cell.slice(0, 200).matchAll(/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/g))
        found.add(iban.replace(/ /g, ''));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}
