// "into savings" where no account that saves is among the statements: own money is moved to what the bank's texts call a saver.
import type { NameSearch } from './name-search.ts';
import { payeeSubject, takenAs } from './payee-subject.ts';
import type { Name } from './subject.ts';

const CALLED = /^(?:savings?|savings account|savings? pots?|savers?|isas?|pots?)$/;
const MOVED_TO_OR_FROM = /^(?:into|onto|to|towards?|from)$/;
const PUT = /^(?:put|putting|pay|paid|paying|stick|stuck|pop|popped)$/;
/** Whose name says so, the surest first: where there is a saver, a pot for the tax is none. */
const SAVERS = [/^(?:sav(?:e|er|ers|ing|ings)|isas?)$/, /^pots?$/];
const POTS = /^pots?$/;

/** Payees whose every row is own money and whose name is a saver's; none where an account of the ledger saves. */
export function asSaverElsewhere(search: NameSearch, at: number, length: number): Name | null {
  const said = search.texts(at, length).join(' ');
  if (!CALLED.test(said) || search.index.accounts.has('savings')) return null;
  let lead = at - 1;
  while (/^(?:the|my|our|a)$/.test(search.words[lead]?.text ?? '')) lead -= 1;
  const before = search.words[lead]?.text ?? '';
  const puts = /^(?:in|by)$/.test(before) && search.words.slice(0, lead).some(({ text }) => PUT.test(text));
  if (!MOVED_TO_OR_FROM.test(before) && !puts) return null;
  const { moved, payees } = search.names;
  const called = (sort: RegExp) => [...moved.keys()].filter((id) => payees.get(id)?.words.some((word) => sort.test(word)));
  const savers = (POTS.test(said) ? [POTS] : SAVERS).map(called).find((ids) => ids.length > 0);
  return savers ? takenAs(payeeSubject(savers, search.names), said) : null;
}
