// What the accounts hold: now, or at the end of a day.
import { addDays } from '../../base/days.ts';
import type { Scope } from '../plan/plan.ts';
import { hears } from '../reading.ts';
import type { Reading } from '../reading.ts';
import { hull, oneRange } from '../spans/dates/period.ts';
import { dayAgo } from '../spans/dates/units.ts';
import type { Asked, Intent, Refusal } from './intent.ts';
import { handsOut } from './flows.ts';
import { scopeFrom } from './scope.ts';

const HOLDS =
  /\b(?:what|how much|how many)(?: more| less)?(?: money| cash| funds)?(?: there)? (?:is|are|was|were|do i have|do we have|did i have|did we have|i have|we have|i had|we had|i got|we got|have i got|have we got|had i got|is there|are there|was there|were there)(?: left| sitting| sat| held| currently| now| there| still)*? (?:in|on)\b/;

/** "what did the AIB account have on the 1st of July", "how much in the saver": an account that is asked of by itself. */
const accountHolds = ({ names, said: { said }, cues }: Reading): boolean =>
  names.length > 0 &&
  names.every(({ value }) => value.is === 'account') &&
  names.some(({ start, end }) => {
    const [before, after] = [said.slice(0, start), said.slice(end)];
    return (
      (/\b(?:how much|what)(?: money)? (?:did|does|do|has|had) (?:the |my |our )?(?:an )?$/.test(before) &&
        /^ (?:account )?(?:have|hold|contain|had|held|got)\b(?! (?:to|been|come|gone|paid|spent|cost)\b)/.test(after)) ||
      (/^(?:(?:and|so|ok|well) )*(?:how much|what)(?: money| cash)? (?:(?:is|was|are|were) )?in (?:the |my |our )?(?:an )?$/.test(before) &&
        !cues.some(({ value }) => /^(?:spend|income|refund|fee|interest|transfer|pay|cost|buy|noun-transaction)$/.test(value)))
    );
  });

/** What asks of money that was paid or came in, and of no money that is held. */
const PAID_OR_CAME = [
  'spend',
  'cost',
  'buy',
  'pay',
  'income',
  'refund',
  'fee',
  'interest',
  'cash',
  'net',
  'transfer',
  'noun-transaction',
  'subscriptions',
  'count',
  'average',
  'largest',
  'smallest',
  'share',
] as const;

/** "how much did I have two months ago", "what was in our accounts at the end of May": held then, where nothing else is said of money. */
const HAD =
  /\bhow much (?:money |cash |in total )?(?:(?:did|had) (?:i|we) (?:have|had|got)|(?:i|we) had)(?=\s*[?.!]*$| (?:altogether|in total|in all|saved|at|by|on|back|then|last|this|yesterday|before|an?|one|\d+|(?:in|across) (?:(?:all|both) )?(?:of )?(?:(?:my|our|the) )?(?:bank\b|\w+ accounts?\b|accounts?\b|january|february|march|april|may|june|july|august|september|october|november|december|20\d\d))\b)|\b(?:how much|what)(?: money| cash)? (?:was|were) (?:there )?(?:in|across) (?:(?:all|both) )?(?:of )?(?:(?:my|our|the) )?(?:bank )?accounts?\b/;

const asksWhatWasHeld = (reading: Reading): boolean =>
  HAD.test(reading.said.said) &&
  reading.periods.length > 0 &&
  reading.amounts.length === 0 &&
  reading.names.every(({ value }) => value.is === 'account') &&
  !hears(reading, ...PAID_OR_CAME);

/** "what's the total across my accounts", "all my accounts added up": of accounts a total is what they hold, where nothing else is said. */
const ALL_TOGETHER =
  /\b(?:total|sum|altogether|grand total|add(?:ed)? up|combined|everything|how much)\b[^?]*\b(?:in|of|across|over|between|from) (?:(?:all|both|each|every one) )?(?:of )?(?:(?:my|our|the) )?(?:\d+ |bank )*accounts\b|\b(?:all )?(?:my|our) accounts (?:added up|together|combined|in total)\b/;

/** "the total in my current account". */
const TOTAL_IN = /\btotal(?: amount| money| sum)? (?:in|of|on) (?:(?:my|our|the) )?$/;

const isTotalIn = ({ names, said: { said } }: Reading): boolean =>
  names.length === 1 && names.some(({ value, start }) => value.is === 'account' && TOTAL_IN.test(said.slice(0, start)));

const saysAllTogether = ({ reading, before }: Asked): boolean =>
  before.length === 0 &&
  (ALL_TOGETHER.test(reading.said.said) || isTotalIn(reading)) &&
  reading.names.every(({ value }) => value.is === 'account') &&
  reading.periods.length + reading.weekdays.length + reading.amounts.length === 0 &&
  !hears(reading, ...PAID_OR_CAME, 'go', 'card-payment');

/** "which account has the most in it", "which of my accounts holds the least". */
const WHICH_HOLDS =
  /\b(?:which|what) (?:of (?:my|our|the) )?(?:bank )?accounts? (?:has|have|holds?|got|is|are)(?: got)?\b[^?]*\b(?:most|least|more|less|money|in it|in them|biggest|highest|lowest)\b/;

const MOVES =
  /\b(?:gone|go|goes|going|went|been|be|get|got|gotten|come|came|dropped|drop|fell|fallen|fall|dipped?|dip)\b[^?]*\b(?:up|down|below|under|above|over|negative|higher|lower)\b|\b(?:grown?|grew|growing|growth|increased?|decreased?|shrunk|shrunk|shrink|risen|rose|rise|change[ds]?|built? up|build up)\b/;

/** "the most we ever had in savings" */
const EVER_HELD = /\b(?:most|highest|biggest|lowest|least|peak|record)\b[^?]*\b(?:had|have|has|held|been|got|was)\b[^?]*\b(?:in|on)\b/;

/** "the lowest my balance got", "has my balance ever gone below 500", "how much have my savings grown": how it moved between the ends of days. */
function asksHowItMoved(reading: Reading, holds: boolean): boolean {
  const { said } = reading.said;
  const accounts = reading.names.some(({ value }) => value.is === 'account');
  if (accounts && EVER_HELD.test(said) && !hears(reading, 'spend', 'income', 'transfer', 'pay', 'buy', 'cost', 'noun-transaction'))
    return true;
  if (!holds && !(accounts && /\b(?:my|our|the) (?:\w+ )?(?:savings|saver|isa|account|pot|balance)\b/.test(said))) return false;
  if (WHICH_HOLDS.test(said)) return false;
  const bounded = reading.amounts.some(({ value }) => value.is !== 'bare' && value.is !== 'exactly');
  if (holds)
    return (
      bounded ||
      MOVES.test(said) ||
      hears(
        reading,
        'smallest',
        'least',
        'largest',
        'most',
        'average',
        'compare',
        'difference',
        'percent-change',
        'trend',
        'price-change',
      ) ||
      (hears(reading, 'more', 'less') && reading.periods.length > 0) ||
      reading.groupings.some(({ value }) => /^(?:day|week|month|quarter|year)$/.test(value.by))
    );
  return MOVES.test(said) && !hears(reading, 'spend', 'income', 'transfer', 'refund', 'interest', 'pay');
}

/** Up to the end of the day that is meant: of a longer stretch its last, at the start of one the day before. */
function asOf(scope: Scope, reading: Reading): Scope {
  const { period } = scope;
  if (period === null) return scope;
  const then = reading.periods.length === 1 ? dayAgo(reading.periods[0]?.text ?? '', reading.today) : null;
  if (then !== null) return { ...scope, period: oneRange(then, addDays(then, 1), 'day') };
  const { from, until } = hull(period);
  if (until > reading.today) return { ...scope, period: null };
  const begins = reading.periods.some(
    ({ text, start }) =>
      /\b(?:start|beginning|first day) of (?:the )?$/.test(`${reading.said.said.slice(Math.max(0, start - 20), start)}`) ||
      /\b(?:start|beginning) of\b/.test(text),
  );
  const last = addDays(begins ? from : until, -1);
  const whole = addDays(from, 1) !== until || begins;
  return { ...scope, period: oneRange(last, addDays(last, 1), 'day', whole ? { assumed: `I took it as the end of ${last}` } : {}) };
}

const MOVED: Refusal = { refuse: 'declined', why: 'balance-moves' };

export const balance: Intent = {
  name: 'balance',
  read(asked) {
    const { reading, ledger } = asked;
    const { said } = reading.said;
    if (/\bspen[dt]\b|\bcost\b/.test(said) || reading.names.some(({ value }) => value.is === 'subject')) return null;
    // "how much did I put in the bank": what was put there, and not what it holds.
    if (handsOut(said)) return hears(reading, 'balance') ? { refuse: 'clarify', why: 'what-about' } : null;
    const inAccount = (HOLDS.test(said) && reading.names.some(({ value }) => value.is === 'account')) || accountHolds(reading);
    const holds = hears(reading, 'balance') || inAccount || asksWhatWasHeld(reading);
    if (asksHowItMoved(reading, holds)) return MOVED;
    if (!(holds || saysAllTogether(asked) || WHICH_HOLDS.test(said))) return null;
    const scope = asOf(scopeFrom(reading, ledger, { flow: 'anything' }), reading);
    const inCurrency = hears(reading, 'in-currency') ? ledger.accounts.filter(({ currency }) => currency === scope.currency) : [];
    const all = (inCurrency.length ? inCurrency : ledger.accounts).map(({ id }) => id);
    return { ask: 'balance', accounts: all, scope };
  },
};
