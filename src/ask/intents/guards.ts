// What Sotto does not do, said before anything is computed: orders to change things, advice, forecasts, other people's money,
// what no statement holds, and talk about other matters. The words are in src/ask/lexicon/guards.json.
import { fold } from '../../base/text.ts';
import { matchesOf } from '../../base/matches.ts';
import { isGivenName } from '../../ledger/payees/looks-like-person.ts';
import guards from '../lexicon/guards.json';
import { squash, stem } from '../names/keys.ts';
import { hears } from '../reading.ts';
import type { Asked, Intent, Refusal } from './intent.ts';

const any = (patterns: readonly string[]) => new RegExp(patterns.map((pattern) => `(?:${pattern})`).join('|'));
const ORDER = new RegExp(`${guards.orders.lead}(?:${guards.orders.verbs.join('|')})\\b(?! by\\b)`);
const ORDER_ANYWHERE = any(guards.orders.anywhere);
const INSTRUCTION = any(guards.instructions);
const FORECAST = any(guards.forecast);
const ADVICE = any(guards.advice);
const SCOPE = any(guards.scope);
const MISSING = any(guards.missing);
const { people, money, served } = guards.others;
/** "How much does our landlord earn": paid by one's own rows, but what they have is not in them. */
const EARNERS = new RegExp(
  `\\b(?:does|do|did) (?:my|our|the) (?:\\w+ )?(?:${served})s? (?:earn|make|get paid|take home)\\b(?! (?:from|off|out of) (?:me|us)\\b)`,
);
const OTHERS = new RegExp(
  `\\b(?:my|our|his|her|their|the|your)\\s+(?:${people})(?:'s?)?\\s+(?:${money})\\b|\\b(?:did|does|do|has|have|is|are)\\s+(?:my |our |the |an? )?(?:${people})(?: [a-z]+)?\\s+(?:spend|spent|earn|earned|make|made|have|worth|pay|paid|owe|cost|buy|bought)(?!\\s+(?:me|us))\\b|\\b(?:how much|what) (?:my|our) (?:${people})\\s+(?:spends|earns|makes|pays)(?!\\s+(?:me|us))\\b|\\b(?:his|her|their|your)\\s+(?:${money})\\b`,
);
/** "Sarah's transactions", "does Bob earn": a person's name with money of their own. */
const PERSON = new RegExp(
  `\\b(\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+)?)['’]s\\s+(?:${money})\\b|\\b(?:did|does|has)\\s+(\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+)?)\\s+(?:spend|spent|earn|earned|make|made|owe|buy|bought|have)\\b(?!\\s+(?:me|us))`,
  'u',
);

const declined = (why: Refusal['why']): Refusal => ({ refuse: 'declined', why });

/** "add Lyft" in a conversation changes the question, not the ledger. */
const asksOfBefore = ({ reading, before }: Asked): boolean =>
  before.length > 0 &&
  reading.names.length > 0 &&
  reading.names.every(({ value }) => value.is !== 'unknown') &&
  reading.amounts.length === 0;

/** A wish, not a question: "cancel my Netflix" is one, "when did I cancel Netflix" is none, "what if I cancelled" neither. */
const isOrder = (asked: Asked): boolean => {
  const { reading } = asked;
  const { said } = reading.said;
  const addsName =
    /^(?:and |ok |now |please |then |actually )*(?:add|include|remove|drop|forget|exclude|ignore|lose|put) /.test(said) &&
    asksOfBefore(asked);
  if (addsName) return false;
  return (said.split(/ [,.;:!] /).some((clause) => ORDER.test(clause)) && !hears(reading, 'what-if')) || ORDER_ANYWHERE.test(said);
};

/** "what does Devon earn": that a person pays us tells nothing of what that person is paid; "did Devon make me a payment" does. */
const isEarner = ({ reading: { said, names }, ledger }: Asked): boolean =>
  names.some(
    ({ value, start, end }) =>
      value.is === 'subject' &&
      value.subject.what === 'payee' &&
      (value.subject.payees.some((id) => ledger.payees.get(id)?.kind === 'person') ||
        // Whatever else is paid to somebody, what they earn stands in none of our statements.
        (/\bdo(?:es)?\s+$/.test(said.said.slice(0, start)) && /^\s+(?:(?:even|really|actually) )?earns?\b/.test(said.said.slice(end)))) &&
      /\b(?:do|does|did|has|is)\s+$/.test(said.said.slice(0, start)) &&
      /^\s+(?:(?:even|really|actually|currently|normally|usually)\s+)?(?:earns?|earned|earning|makes?|made|making|(?:gets?|got|getting|being) paid|(?:bring|brings|brought|take|takes|took) home|gross(?:es|ed)?)\b(?!\s+(?:me|us|my|our|an?(?! (?:year|month|week|day|hour|fortnight|living)\b)|the|any|payments?)\b)/.test(
        said.said.slice(end),
      ) &&
      !/\b(?:for|to) (?:me|us)\b/.test(said.said.slice(end)),
  );

/** "how much did Nora spend": what is paid to somebody tells nothing of what that person spends. */
const isSpender = ({ reading: { said, names }, ledger }: Asked): boolean =>
  names.some(
    ({ value, text, start, end }) =>
      value.is === 'subject' &&
      value.subject.what === 'payee' &&
      (isGivenName(text) || value.subject.payees.some((id) => ledger.payees.get(id)?.kind === 'person')) &&
      /\b(?:do|does|did|has|is)\s+$/.test(said.said.slice(0, start)) &&
      /^\s+(?:(?:ever|usually|actually)\s+)?(?:spends?|spent|spending)\b/.test(said.said.slice(end)),
  );

/** "Stephanie Kline's salary": what a person has or earns, though rows of that person are here; "her wages from the school" are a payer's. */
const isWealth = ({ reading: { said, names }, ledger }: Asked): boolean =>
  names.filter(({ value }) => value.is === 'subject' && value.subject.what === 'payee').length === 1 &&
  names.some(
    ({ value, start }) =>
      value.is === 'subject' &&
      value.subject.payees.some((id) => ledger.payees.get(id)?.kind === 'person') &&
      new RegExp(`^\\S+(?: \\S+)?'s (?:${guards.others.wealth})\\b(?! (?:from|to) )`).test(said.said.slice(start)),
  );

/** "Last Friday's spending", "Has July's rent been paid", "Checking's balance": a time, an account or a notion owns it, no person. */
const isTimeOrOurs = ({ periods, weekdays, names }: Asked['reading'], name: string): boolean => {
  const last = fold(name).split(' ').at(-1) ?? '';
  const ours = names.filter(({ value }) => value.is === 'account' || (value.is === 'subject' && value.subject.what !== 'payee'));
  return [...periods, ...weekdays, ...ours].some(({ text }) => new RegExp(`\\b${last}\\b`).test(text));
};

/** "Hallam Forge's pay to me": what a payee pays us is ours. */
const isPaidToUs = ({ names, said: { said } }: Asked['reading'], name: string): boolean =>
  /\bto (?:me|us)\b/.test(said) &&
  names.some(({ value, text }) => value.is === 'subject' && value.subject.what === 'payee' && text.startsWith(name.toLowerCase()));

/** "The teachers pension" is somebody's who pays us: a word of a payee that is named is of no other person. */
function isOfOthers({ reading: { said, names }, ledger }: Asked): boolean {
  const payees = names.flatMap(({ value }) => (value.is === 'subject' ? [...value.subject.payees] : []));
  const isOurs = (word: string) => payees.some((id) => ledger.payees.get(id)?.words.some((own) => stem(own) === stem(word)));
  return matchesOf(said.said, new RegExp(OTHERS, 'g')).some(
    ([text]) => !text.split(' ').some((word) => new RegExp(`^(?:${people})$`).test(word) && isOurs(word)),
  );
}

/** "Trader Joe's transaction": a word of a payee that is named by all of its words. */
const isNamed = ({ names }: Asked['reading'], name: string): boolean =>
  names.some(({ value, text }) => value.is === 'subject' && value.subject.what === 'payee' && squash(text).startsWith(squash(name)));

/** "who put more on the card, me (Megan) or Tyler": which of us a payment was is in no statement. */
const OF_US =
  /(?<!\b(?:show|give|tell|cost|costs|for|to|from|on|at|pay|paid|owe|with|of|let|get) )\bme(?: \( [a-z]+ \))? or (?:my |our )?[a-z]+|\bor me\b/;

function isAboutOthers(asked: Asked): boolean {
  const { reading, question, ledger } = asked;
  if (OF_US.test(reading.said.said)) return true;
  if (isOfOthers(asked) || EARNERS.test(reading.said.said) || isEarner(asked) || isSpender(asked) || isWealth(asked)) return true;
  const person = PERSON.exec(question.slice(reading.said.words[0]?.start ?? 0));
  // "Did December's spending": the word that asks is no first name.
  const name = (person?.[1] ?? person?.[2])?.replace(
    /^(?:Did|Do|Does|Was|Were|Is|Are|Has|Have|What|How|Which|Show|List|And|So|Put|Compare) /,
    '',
  );
  return (
    name !== undefined &&
    // "Sinéad's wages from the Department of Education": the payer's payments are in the statements, whosever they are.
    !(hears(reading, 'income') && reading.names.some(({ value }) => value.is === 'subject' && value.subject.what === 'payee')) &&
    !isTimeOrOurs(reading, name) &&
    !isPaidToUs(reading, name) &&
    !ledger.bySquash.has(squash(name)) &&
    !ledger.byWord.has(squash(name)) &&
    !isNamed(reading, name) &&
    !/^(?:Today|Yesterday|January|February|March|April|May|June|July|August|September|October|November|December|What|How|Last|This|Christmas|Easter|Monday|Friday|Saturday|Sunday)$/.test(
      name,
    )
  );
}

/** Words of other matters, unless they are a payee's name ("ChatGPT" on a statement). */
function isElsewhere({ reading }: Asked): boolean {
  const match = SCOPE.exec(reading.said.said);
  if (!match) return false;
  const end = match.index + match[0].length;
  return !reading.names.some(
    ({ start, end: until, value }) => value.is === 'subject' && value.subject.what === 'payee' && start <= match.index && until >= end,
  );
}

export const guard: Intent = {
  name: 'guards',
  read(asked) {
    const { said } = asked.reading.said;
    if (INSTRUCTION.test(said)) return declined('instructions');
    if (isOrder(asked)) return declined('orders');
    if (isAboutOthers(asked)) return declined('others');
    if (FORECAST.test(said) && !hears(asked.reading, 'what-if')) return declined('forecast');
    if (ADVICE.test(said) && !(hears(asked.reading, 'what-if') && /\bif\b|\bsuppose\b|\bwithout\b|\bby \w+ing\b/.test(said)))
      return declined('advice');
    if (MISSING.test(said)) return declined('not-in-statements');
    if (isElsewhere(asked)) return declined('out-of-scope');
    return null;
  },
};
