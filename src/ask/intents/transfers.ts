// Money moved between own accounts, and paid to one's cards.
import { cueSpan, hears } from '../reading.ts';
import { flowOf } from './flows.ts';
import type { Asked, Intent } from './intent.ts';
import type { NameSpan } from './settled-names.ts';
import { dueThisMonth } from './regular-pay.ts';
import { scopeFrom } from './scope.ts';
import { settledNames } from './settled-names.ts';
import { settledPeriods, onePeriod } from './settled-periods.ts';
import { nameConditions } from './name-conditions.ts';
import type { Condition } from '../plan/plan.ts';

/** Money that leaves the account named. */
const LEAVES =
  /\b(?:out of|from|(?:take|took|taken|taking) (?:\w+ ){0,3}off|dip(?:s|ped|ping)? into|raid(?:s|ed|ing)?|draw(?:n|ing)? down|drew down|drew on)\b/;

const accountCondition = (ids: readonly number[], words: string): Condition => ({ by: 'account', ids, words, not: false });

/** "How much have I moved into savings", "went from checking to the Revolut card", "did I pay the credit card bill". */
export const transfers: Intent = {
  name: 'transfers',
  read(asked) {
    const { reading, ledger } = asked;
    const { said } = reading.said;
    if (hears(reading, 'share')) return null;
    // "the largest payment, not counting paying off the card": what is left out is not what is asked for.
    if (hears(reading, 'except') && hears(reading, 'largest', 'smallest', 'most', 'average')) return null;
    // "card payments above 250": what was bought with it, or what was paid off; no sum of either is sure.
    const bill = cueSpan(reading, 'card-payment');
    const sized = reading.amounts.some(({ value }) => value.is !== 'bare' && value.is !== 'exactly');
    const accounts = settledNames(reading).filter(({ value }) => value.is === 'account');
    // "card payments on Starling": from a current account, which nobody pays off.
    if (bill && CARD_ROWS.test(bill.text) && accounts.length && !accounts.some(({ value }) => namesCard(asked, value))) return null;
    if (bill && sized && CARD_ROWS.test(bill.text) && !/\bbills?\b/.test(said))
      return { refuse: 'clarify', why: 'unheard', words: [bill.text] };
    const cardPayment =
      !hears(reading, 'except') && hears(reading, 'card-payment') && /\b(?:bill|payments?|paid|pay|paying|towards?)\b/.test(said);
    const paid = sized ? null : paidCard(asked, accounts);
    if (paid && !hears(reading, 'fee')) return transferPlan(asked, [accountCondition(paid, 'credit card')], 'transfers-in');
    const moves =
      hears(reading, 'transfer') ||
      goesBetween(asked, accounts) ||
      comesOver(asked, accounts) ||
      savesIn(asked, accounts) ||
      takesOut(asked, accounts) ||
      sendsTo(asked, accounts) ||
      (accounts.some(({ start }) => PAYS_IN.test(said.slice(0, start))) &&
        settledNames(reading).every(({ value, not }) => value.is === 'account' || not)) ||
      /\bsav(?:e|ed|ing)\b.*\b(?:into|in|to) (?:my |our |the )?sav|\b(?:put|paid|went|go|goes|gone|money) (?:aside )?(?:into|in|to) (?:my |our |the )?(?:savings|saver|isa)\b|\bsavings? contributions?\b/.test(
        said,
      );
    // "how much did I transfer, don't count the savings": all but one is no plan of transfers.
    const leftOut = accounts.find(({ not }) => not);
    if (moves && leftOut) return { refuse: 'clarify', why: 'unheard', words: [leftOut.text] };
    if (cardPayment) return transferPlan(asked, [{ by: 'account', ids: cardIds(asked), words: 'credit card', not: false }], 'transfers-in');
    const plain =
      /\b(?:transfers?|transferred|moved?|moving|topped|top.?ups?|put|payments? (?:\w+ )?into|pays? into|paying into|stash|squirrel|sock|siphon|ship|paid into|loaded|load|contribut|set aside|tuck|shift|dip|raid|draw|drew|pull)/.test(
        said,
      );
    // "what have I put in the holiday pot": a payee that only ever moves own money.
    const pots = settledNames(reading).filter(
      ({ value, not }) =>
        !not &&
        value.is === 'subject' &&
        value.subject.what === 'payee' &&
        value.subject.payees.length > 0 &&
        value.subject.payees.every((id) => ledger.moved.has(id)),
    );
    if (moves && pots.length && accounts.length === 0 && !hears(reading, 'fee'))
      return transferPlan(asked, nameConditions(reading, pots), LEAVES.test(said) ? 'transfers-in' : 'transfers-out');
    if (
      !moves ||
      !(
        plain ||
        takesOut(asked, accounts) ||
        savesIn(asked, accounts) ||
        sendsTo(asked, accounts) ||
        accounts.length > 1 ||
        /savings|saver|\bisa\b|\bfrom (?:my |our |the )?\w+ (?:account )?(?:in)?to\b/.test(said)
      ) ||
      (accounts.length === 0 && !/\btransfers?\b|\btransferred\b|\bmoved\b|\btop.?ups?\b/.test(said))
    )
      return null;
    if (/\bwire transfer fee/.test(said) || hears(reading, 'fee')) return null;
    const from =
      accounts.find(({ start }) => /\b(?:from|out of)\s+(?:my |our |the )?$/.test(said.slice(0, start))) ??
      // "checking to Revolut transfers"
      accounts.find(({ end }) => hears(reading, 'transfer') && /^ (?:account )?to (?:my |our |the )?\w/.test(said.slice(end)));
    const to = accounts.find((account) => account !== from);
    const ids = (span: (typeof accounts)[number] | undefined) => (span?.value.is === 'account' ? span.value.ids : []);
    const payees = settledNames(reading).filter(({ value, not }) => !not && value.is === 'subject' && value.subject.what === 'payee');
    // "Metro card top ups": paid to a shop, and nothing of one's own was moved.
    if (!from && !to && payees.length) return null;
    if (from && !to && payees.length)
      return transferPlan(asked, [accountCondition(ids(from), from.text), ...nameConditions(reading, payees)], 'transfers-out');
    if (from && !to) return transferPlan(asked, [accountCondition(ids(from), from.text)], 'transfers-out');
    if (from && to) {
      const currencies = new Set(
        ledger.accounts.filter(({ id }) => [...ids(from), ...ids(to)].includes(id)).map(({ currency }) => currency),
      );
      const toNames = payeesCalled(asked, to.text);
      // Into another currency, what left is what the question counts.
      if (currencies.size > 1 && toNames.length)
        return transferPlan(
          asked,
          [
            accountCondition(ids(from), from.text),
            { by: 'subject', any: [{ words: to.text, payees: toNames, categories: [], loose: [], what: 'payee' }], not: false },
          ],
          'transfers-out',
        );
      // Into that account others pay as well, and from this one to others.
      const between = { ...accountCondition(ids(from), `${from.text} to ${to.text}`), into: ids(to) };
      return transferPlan(asked, [between], 'transfers-out');
    }
    // "loaded onto Revolut, in pounds": what left for it, where the account itself counts in another currency.
    const foreign = to && isForeign(asked, ids(to)) ? payeesCalled(asked, to.text) : null;
    if (to && foreign)
      return foreign.length
        ? transferPlan(
            asked,
            [{ by: 'subject', any: [{ words: to.text, payees: foreign, categories: [], loose: [], what: 'payee' }], not: false }],
            'transfers-out',
          )
        : { refuse: 'clarify', why: 'unheard', words: reading.cues.filter(({ value }) => value === 'in-currency').map(({ text }) => text) };
    if (to) return transferPlan(asked, [accountCondition(ids(to), to.text)], LEAVES.test(said) ? 'transfers-out' : 'transfers-in');
    return transferPlan(asked, [], 'transfers-out');
  },
};

/** "how much have I saved in Ally": paid into an account that saves, and not what was left of all. */
const savesIn = (asked: Asked, accounts: readonly NameSpan[]): boolean =>
  accounts.some(
    ({ value, start, not }) =>
      !not &&
      saves(asked, value) &&
      /\bsav(?:e|ed|ing)(?: up)? (?:in|into|to|with) (?:the |my |our )?$/.test(asked.reading.said.said.slice(0, start)),
  );

/** "how much came into the joint account": where nothing else ever comes in, it was moved there. */
const comesOver = ({ reading, ledger }: Asked, accounts: readonly NameSpan[]): boolean =>
  flowOf(reading) === 'income' &&
  !hears(reading, 'income') &&
  reading.names.every(({ value }) => value.is === 'account') &&
  accounts.some(
    ({ value }) => value.is === 'account' && value.ids.every((id) => ledger.accounts.some((one) => one.id === id && !one.hasIncome)),
  );

/** "what did we take out of the rainy day": of an account that saves, nothing else is taken. */
const takesOut = (asked: Asked, accounts: readonly NameSpan[]): boolean =>
  accounts.some(
    ({ value, start }) =>
      saves(asked, value) &&
      /\b(?:take|took|taken|taking|withdraw|withdrew|withdrawn|get|got|pull|pulled|move|moved|shift|shifted|transfer|transferred) (?:\w+ ){0,4}(?:out of|from|off|out) (?:the |my |our )?$/.test(
        asked.reading.said.said.slice(0, start),
      ),
  );

/** "how much do I send to the joint account", "money going to Amex": handed to an account of one's own, which spends nothing by that. */
const sendsTo = ({ reading }: Asked, accounts: readonly NameSpan[]): boolean =>
  !hears(reading, 'income', 'compare', 'balance') &&
  reading.names.every(({ value }) => value.is === 'account') &&
  accounts.some(
    ({ start, not }) =>
      !not &&
      /\b(?:send|sends|sent|sending|pay|pays|paid|paying|put|puts|putting|give|gave|given|go|goes|went|gone|going|hand|handed)(?: (?:money|cash|it|some|over|across|anything|back))? to (?:the |my |our )?$/.test(
        reading.said.said.slice(0, start),
      ),
  );

/** "what went from NatWest to TSB": from one own account to another. */
const goesBetween = ({ reading: { said } }: Asked, accounts: readonly NameSpan[]): boolean =>
  accounts.some(
    (from, at) =>
      /\bfrom (?:my |our |the )?$/.test(said.said.slice(0, from.start)) &&
      accounts
        .slice(at + 1)
        .some((to) => /^ (?:account )?(?:back |over |across )?(?:in)?to (?:my |our |the )?$/.test(said.said.slice(from.end, to.start))),
  );

/** "payments into the joint account". */
const PAYS_IN = /\b(?:payments?|pays?|paid|paying|deposits?|deposited|credits?) (?:\w+ )?(?:in ?to|onto) (?:the |my |our )?$/;

/** Of what these speak: rows made with a card, or what was paid off it. */
const CARD_ROWS = /^(?:(?:credit|debit|charge) )?card (?:payments?|charges?)$/;

const isCard = ({ ledger }: Asked, id: number): boolean =>
  ledger.accounts.some((one) => one.id === id && (one.kind === 'card' || /card|visa|amex|mastercard/i.test(one.name)));

const namesCard = (asked: Asked, value: NameSpan['value']): boolean => value.is === 'account' && value.ids.some((id) => isCard(asked, id));

/** An account that saves. */
const saves = ({ ledger }: Asked, value: NameSpan['value']): boolean =>
  value.is === 'account' && value.ids.every((id) => ledger.accounts.some((one) => one.id === id && one.kind === 'savings'));

/** "the Visa payment", "payments to the Apple card": the card that is paid, no spending with it. */
function paidCard(asked: Asked, accounts: readonly NameSpan[]): readonly number[] | null {
  const { reading } = asked;
  const { said } = reading;
  for (const { value, start, end, not } of accounts) {
    if (value.is !== 'account' || not) continue;
    const cards = value.ids.every((id) => isCard(asked, id));
    const before = said.said.slice(0, start);
    const pays =
      /^\s+(?:card\s+|bill\s+)?(?:payments?|autopay|pay ?off)\b(?! (?:at|to|for|with)\b)/.test(said.said.slice(end)) ||
      /\b(?:payments?|paid|pay|paying|autopay|auto pay|auto-pay|pay ?off)\s+(?:off\s+|down\s+|towards?\s+|to\s+|onto\s+|against\s+)(?:the |my |our )?(?:an )?$/.test(
        before,
      ) ||
      // One autopay is the card's own; what it pays for by itself are several.
      /\b(?:autopay|auto pay|auto-pay)\s+(?:on|for|of)\s+(?:the |my |our )?(?:an )?$/.test(before) ||
      // "was a payment made on the credit card"
      /\b(?:a|any|the) payments? (?:was |were |been )?made (?:on|to|towards?|against) (?:the |my |our )?$/.test(before) ||
      // "what did we pay on the Amex bill"
      (/\b(?:payments?|paid|pay|paying)\s+on\s+(?:the |my |our )?(?:an )?$/.test(before) &&
        /^\s+(?:card\s+)?bill\b/.test(said.said.slice(end)));
    // "when did I pay the Costco card": the card itself is what was paid.
    const itself =
      /\b(?:did|have|do|has|when|i|we)\b.*\b(?:pay|paid|paying)\s+(?:the |my |our )?(?:an )?$/.test(before) &&
      /^(?: (?:card|bill|yet|off|down|already|on time|this|last|in|on|each|every|a|per|monthly)\b|\s*[?.!]*$)/.test(said.said.slice(end)) &&
      reading.names.every((name) => name.value.is === 'account') &&
      !/\b(?:how much|what) (?:did|have|do) (?:i|we) (?:pay|paid)\b.* (?:in|on)\b/.test(before);
    // "Amex payments over 100" are made with it.
    const sized = reading.amounts.some(({ value: { is } }) => is !== 'bare') && /^\s+payments\b/.test(said.said.slice(end));
    // "the Apple Card's been paid off how much", "the Visa was paid".
    const isPaid =
      /^\s+(?:has |have |had |was |were |is |got )?(?:been )?(?:paid|cleared)(?: off| down)?\b(?! (?:for|to|at|by|with)\b)/.test(
        said.said.slice(end),
      );
    // "what's my Amex bill": what was last paid off it, as a statement tells no other.
    const isBill =
      /^\s+(?:credit |card )*bills?\b(?! (?:for|at|with)\b)/.test(said.said.slice(end)) &&
      reading.names.every((name) => name.value.is === 'account');
    if (cards && (pays || isPaid || itself || isBill) && !sized && !/\b(?:biggest|largest|smallest|with|using)\b/.test(before))
      return value.ids;
  }
  return null;
}

const cardIds = ({ ledger, reading }: Asked): number[] => {
  const named = reading.names.flatMap(({ value }) => (value.is === 'account' ? [...value.ids] : []));
  const cards = ledger.accounts
    .filter(({ kind, name, currency }) => (kind === 'card' || /card/i.test(name)) && currency === ledger.homeCurrency)
    .map(({ id }) => id);
  const chosen = named.filter((id) => cards.includes(id));
  return chosen.length ? chosen : cards;
};

/** A currency was said in which none of these accounts counts. */
const isForeign = ({ reading, ledger }: Asked, ids: readonly number[]): boolean => {
  const { currency } = scopeFrom({ ...reading, names: [] }, ledger, { flow: 'anything' });
  return hears(reading, 'in-currency') && ledger.accounts.every((account) => !ids.includes(account.id) || account.currency !== currency);
};

const payeesCalled = ({ ledger }: Asked, words: string): number[] => {
  const wanted = words.split(' ').filter((word) => !/^(?:the|my|our|card|account|credit|debit)$/.test(word));
  return [...ledger.payees.values()].filter((payee) => wanted.some((word) => payee.words.includes(word))).map(({ id }) => id);
};

function transferPlan({ reading, ledger }: Asked, where: readonly Condition[], flow: 'transfers-in' | 'transfers-out') {
  const base = scopeFrom({ ...reading, names: [] }, ledger, { flow, period: onePeriod(settledPeriods(reading)) });
  const ids = where.flatMap((condition) => (condition.by === 'account' ? condition.ids : []));
  const codes = new Set(ledger.accounts.filter(({ id }) => ids.includes(id)).map(({ currency }) => currency));
  const [only] = codes;
  const scope = { ...base, currency: codes.size === 1 && only !== undefined ? only : base.currency, where: [...base.where, ...where] };
  const { said } = reading.said;
  if (hears(reading, 'when') || /\blast time\b/.test(said))
    return { ask: 'edge' as const, scope, edge: hears(reading, 'first') ? ('first' as const) : ('last' as const) };
  if (hears(reading, 'count') && !hears(reading, 'how-much')) return { ask: 'count' as const, scope, of: 'rows' as const };
  const each = reading.groupings.find(({ value }) => value.by === 'account' && value.style !== 'noun');
  if (each) return { ask: 'breakdown' as const, scope, by: 'account' as const, value: 'sum' as const, order: 'most' as const, limit: null };
  // "how much was the last card payment": the row, and when it was.
  const owed =
    /\b(?:how much|what) is (?:my|our|the)\b[^?]*\bbill\b/.test(said) && scope.period === null && !hears(reading, 'total', 'average');
  if (owed) return { ask: 'edge' as const, scope, edge: 'last' as const };
  if (hears(reading, 'last') && /\b(?:last|latest|most recent) (?:\w+ ){0,3}(?:payment|bill|transfer|top-?up)\b/.test(said))
    return { ask: 'edge' as const, scope, edge: 'last' as const };
  const group = reading.groupings.find(({ value }) => value.by === 'month' || value.by === 'year' || value.by === 'quarter');
  if (group && (group.value.style === 'per' || hears(reading, 'average')))
    return { ask: 'average' as const, scope, per: group.value.by as 'month' };
  if (group) return { ask: 'breakdown' as const, scope, by: group.value.by, value: 'sum' as const, order: 'natural' as const, limit: null };
  if (!hears(reading, 'how-much') && hears(reading, 'largest'))
    return { ask: 'extreme' as const, scope, order: 'largest' as const, limit: 1 };
  if (hears(reading, 'list') && !hears(reading, 'how-much', 'total'))
    return { ask: 'list' as const, scope, order: 'oldest' as const, limit: null };
  if (
    !hears(reading, 'how-much', 'total') &&
    (/^(?:did|have|has|was|were|is|are)\b/.test(said) || /\b(?:paid|done|made)\b.*\?$/.test(said))
  )
    return { ask: 'exists' as const, scope: { ...scope, period: dueThisMonth(reading, scope, ledger) ?? scope.period }, still: false };
  return { ask: 'total' as const, scope };
}
