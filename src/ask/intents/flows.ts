// Which money the words speak of, and which of it counts as rows.
import type { Flow, Value } from '../plan/plan.ts';
import { cueSpan, hears } from '../reading.ts';
import type { Reading } from '../reading.ts';

/** Right behind it stands who is asked of: "how much has my sister". */
export const ASKED_OF = /\b(?:did|do|does|has|have|had)\s+(?:the |my |our )?$/;

const HANDS_OVER =
  /^\s+(?:(?:already|actually|ever|even|just) )?(?:pay|paid|send|sent|give|gave|given|transfer|transferred|zelled?|venmo(?:ed|'d)?|chip(?:ped)? in|contributed?)(?=\s*(?:$|[?.!,;]|\b(?:me|us|in|on|this|last|so|any|some|part|half|anything|towards|out|back|for (?:it|that|this|any)|all|altogether|since|over|during|each|every|per|by|a|total|until|between|today|yesterday|ever|more|less|most|least|january|february|march|april|may|june|july|august|september|october|november|december|\d+)\b))/;

/** "how much has Stephanie sent", "what did Canyon Ridge pay": who hands money over gives it to us. */
const isGiver = ({ names, said: { said } }: Reading): boolean =>
  names.some(
    ({ value, start, end }) =>
      value.is === 'subject' &&
      value.subject.what === 'payee' &&
      ASKED_OF.test(said.slice(0, start)) &&
      // "did M&S give me my £35 back": what a shop gives back is no income.
      HANDS_OVER.test(said.slice(end)) &&
      !/\bback\b/.test(said.slice(end)),
  );

/** Money handed to somebody, whatever for. */
export const HANDING = 'send|sent|give|gave|given|lend|lent|loan|loaned|transfer|transferred';

/** "how much do I pay into my pension", "what have I given Denise": what I hand over is not what comes in. */
const I_HAND = new RegExp(
  `\\b(?:do|did|have|has|had|what|that) (?:i|we) (?:(?:ever|also|just|already|still|usually|normally|actually) )?(?:pay|paid|${HANDING}|contribute|contributed|put)\\b(?! (?:back|off|away|by|aside)\\b)`,
);

export const handsOut = (said: string): boolean => I_HAND.test(said);

/** "how much came into the current account": money in, of an account that is named. */
const comesInto = ({ names, said: { said } }: Reading): boolean =>
  names.some(
    ({ value, start }) =>
      value.is === 'account' &&
      /\b(?:came|come|comes|coming|gone|went|going|goes|been paid|was paid|got paid|paid) (?:in ?)?(?:in)?to (?:my |our |the )?$/.test(
        said.slice(0, start),
      ) &&
      /\bin ?to (?:my |our |the )?$/.test(said.slice(0, start)) &&
      !handsOut(said),
  );

/** "money from family", "money from Morag": of a kind or of somebody, it came in. */
const isMoneyFrom = ({ names, said: { said } }: Reading): boolean =>
  names.some(
    ({ value, start }) =>
      value.is === 'subject' &&
      /\b(?:money|cash) (?:we |i )?(?:got |get |had )?(?:back )?from (?:my |our |the )?$/.test(said.slice(0, start)),
  );

export function flowOf(reading: Reading): Flow {
  if (hears(reading, 'refund') && !hears(reading, 'after-refunds', 'before-refunds')) return 'refunds';
  const income = cueSpan(reading, 'income');
  // "gross income" is income, whatever was refunded.
  const gross = income !== null && reading.cues.every(({ value, text }) => value !== 'before-refunds' || text === 'gross');
  if (hears(reading, 'before-refunds') && !gross) return 'purchases';
  // "bank charges and interest paid": beside charges interest is one of them.
  const interest = hears(reading, 'interest') && !hears(reading, 'interest-charge', 'fee', 'overdraft', 'late-fee');
  if (interest) return 'income';
  const made = income !== null && /\bma[dk]e\b/.test(income.text) && hears(reading, 'noun-transaction', 'buy');
  // "when did Nolan last get paid": somebody else is.
  const others =
    income !== null &&
    /\b(?:get|gets|got|been|be|was|were) paid\b/.test(income.text) &&
    !/\b(?:i|we|us|me)\b|\bpaid by\b/.test(reading.said.said);
  // "spent since payday": the day of the pay is a time there.
  const time = income !== null && /^(?:my |our )?pay ?day$/.test(income.text) && hears(reading, 'spend', 'cost', 'buy');
  // "how much have I paid into my pension": the words that say money in are those of my own paying.
  const own =
    income !== null &&
    /^paid into\b/.test(income.text) &&
    handsOut(reading.said.said) &&
    reading.names.some(({ value }) => value.is === 'subject');
  if ((income && !made && !others && !time && !own) || isGiver(reading) || comesInto(reading) || isMoneyFrom(reading)) return 'income';
  return 'spending';
}

/** Rows as things that happened: refunds are no visit, order or purchase. */
export const asRows = (flow: Flow): Flow => (flow === 'spending' ? 'purchases' : flow);

/** Counting and averaging count purchases, sums net refunds off. */
export const amountFlow = (reading: Reading, value: Value): Flow => (value === 'sum' ? flowOf(reading) : asRows(flowOf(reading)));
