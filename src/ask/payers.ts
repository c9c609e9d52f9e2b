// "what did UPS pay us", "UPS pay in November", "the biggest check from UPS": where those who are named pay us, what they pay comes in.
import type { LedgerNames } from './names/ledger-names.ts';
import type { Name } from './names/subject.ts';
import type { Cue } from './spans/cues.ts';
import type { Span } from './spans/span.ts';

const DOES = /\b(?:did|does|do|has|have) (?:the )?$/;
const PAYS = /^ (?:ever |already |actually |now )?(?:pay|paid|pays)\b(?! (?:for|off|by|at|towards)\b)/;
const PAY = 'pay|pay ?checks?|pay ?cheques?|payslips?|salary|wages?';
const CHECK_FROM = `(?:checks?|cheques?|${PAY}) from `;
const ITS_PAY = new RegExp(`^(?:'s)? (?:${PAY}|payroll|earnings)\\b(?! (?:for|off|to|towards)\\b)`);
const PAY_FROM = new RegExp(`\\b${CHECK_FROM}(?:the |my )?$`);
const WITH_ITS_PAY = new RegExp(`^${CHECK_FROM}| (?:${PAY}|payroll)$`);

/** "payments from Niamh", "any money from Josh": of who has paid us. */
const FROM =
  /\b(?:payments?|total|money|transfers?|cash|anything|something|deposits?|credits?|zelles?|venmos?|(?:what|how much)(?: money| cash)? (?:have|did|do) (?:i|we) (?:get|got|had|have|make)|(?:got|had|get)) (?:i |we )?(?:(?:got|had|get|received|coming) )?from (?:the |my |our )?$/;

/** "has my pension landed": said of what only ever comes in. */
const ARRIVES =
  /^ (?:(?:has|have|did|not) )?(?:been )?(?:arrived?|land(?:ed)?|g(?:one|o) in|drop(?:ped)?|hit|clear(?:ed)?|turn(?:ed)? up|show(?:n|ed)? up|post(?:ed)?|(?:paid|put) in|in yet|come)\b/;

/** Such a name by itself, or in one span with the word for its pay. */
function saysPay({ start, end, text }: Span<Name>, said: string): boolean {
  const [before, after] = [said.slice(0, start), said.slice(end)];
  return (DOES.test(before) && PAYS.test(after)) || ITS_PAY.test(after) || PAY_FROM.test(before) || WITH_ITS_PAY.test(text);
}

/** A cue of income where each name that is said with its pay is of somebody who pays us; null where it is not, or is said already. */
export function payOfPayers(
  said: string,
  cues: readonly Span<Cue>[],
  names: readonly Span<Name>[],
  { payers, givers }: LedgerNames,
): Span<Cue> | null {
  if (cues.some(({ value }) => value === 'income' || value === 'refund')) return null;
  const given = names.filter(
    ({ value, end }) =>
      value.is === 'subject' &&
      value.subject.payees.length > 0 &&
      value.subject.categories.length + value.subject.loose.length === 0 &&
      value.subject.payees.every((id) => givers.has(id)) &&
      ARRIVES.test(said.slice(end)),
  );
  const from = names.filter(
    ({ value, start }) =>
      value.is === 'subject' &&
      value.subject.categories.length + value.subject.loose.length === 0 &&
      value.subject.payees.some((id) => payers.has(id) || givers.has(id)) &&
      (value.subject.what === 'payee' || value.subject.payees.every((id) => payers.has(id) || givers.has(id))) &&
      FROM.test(said.slice(0, start)),
  );
  if (from[0] && from.length === names.length && !cues.some(({ value }) => value === 'spend' || value === 'buy' || value === 'cost'))
    return { start: from[0].start, end: from[0].end, text: 'pay', by: 'cue', value: 'income' };
  if (given[0] && given.length === names.length)
    return { start: given[0].start, end: given[0].end, text: 'pay', by: 'cue', value: 'income' };
  const named = names.filter(({ value }) => value.is === 'subject' && value.subject.what === 'payee');
  const [first] = named;
  const allPay = named.every(
    ({ value }) => value.is === 'subject' && value.subject.payees.length > 0 && value.subject.payees.every((id) => payers.has(id)),
  );
  if (!first || !allPay || !named.some((name) => saysPay(name, said))) return null;
  return { start: first.start, end: first.end, text: 'pay', by: 'cue', value: 'income' };
}
