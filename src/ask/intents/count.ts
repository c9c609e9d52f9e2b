// How many: rows, payees, categories, accounts or days.
import { hears } from '../reading.ts';
import type { Reading } from '../reading.ts';
import { dimensionOf } from '../spans/groupings.ts';
import type { Intent } from './intent.ts';
import { asRows, flowOf } from './flows.ts';
import { withoutShops } from './said-groups.ts';
import { scopeFrom } from './scope.ts';
import { settledNames } from './settled-names.ts';

/** "different shops visited in March": how many of them, where nothing else is asked. */
const DISTINCT =
  /^(?:and |the |all )*(?:different|distinct|unique|separate) (?<what>merchants|stores|shops|places|payees|vendors|companies|restaurants|retailers|businesses|categories|accounts)\b(?! (?:and|or)\b)/;

/** "Days in May with a coffee: how many", "shops visited in June, how many": what is counted stands before it. */
const COUNTED_AFTER =
  /^(?:and |the |all )*(?:different |distinct |separate )?(?<what>merchants|stores|shops|places|payees|vendors|companies|retailers|businesses|categories|accounts|days)\b[^?]*[,:] how many(?: (?:was that|were there|were they|is that|in all|in total|altogether))?\s*[?.]*$/;

/** "how many coffee shops have I been to", "how many pubs did we go to": of them, and not of what was bought there. */
const VISITED =
  /\bhow many (?:different )?(?:(?!times\b)[a-z]+ ){0,2}(?:shops|stores|restaurants|places|cafes|coffee houses|pubs|bars|supermarkets|takeaways|bakeries|hotels|gyms|garages|chemists|pharmacies) (?:have|did|do) (?:i|we) (?:ever |actually )?(?:been|go|gone|visit|visited|use|used|eat|eaten|shop|shopped|try|tried|stay|stayed)\b/;

/** "how many times ... and what did it come to": beside the number its sum, which a total says of itself. */
const asksSumToo = ({ cues, amounts }: Reading): boolean =>
  cues.some(
    ({ value, text, end }) =>
      (value === 'how-much' && !text.startsWith('how many')) ||
      // "how many came to over 50" asks of the size of each.
      (value === 'total' && /come to|came to|add up/.test(text) && !amounts.some(({ start }) => start >= end && start <= end + 1)),
  );

export const count: Intent = {
  name: 'count',
  read({ reading, ledger }) {
    const { said } = reading.said;
    // "how much and how often": the total comes with its count.
    const distinct = DISTINCT.exec(said)?.groups?.what;
    if (
      (!hears(reading, 'count') && distinct === undefined) ||
      reading.cues.some(({ value: cue, text }) => cue === 'how-much' && text.startsWith('how many')) ||
      (hears(reading, 'count') && asksSumToo(reading))
    )
      return null;
    // "how many months did groceries go over 500" is of groups (kept-groups.ts); what comes here says more than a plan can.
    const ofStretches = /\bhow many (?:different )?(months|weeks|quarters|years|days)\b/.exec(said)?.[1];
    if (ofStretches !== undefined && (reading.amounts.length > 0 || hears(reading, 'more', 'less', 'budget')))
      return { refuse: 'clarify', why: 'unheard', words: [`how many ${ofStretches}`] };
    if (/\bdays\b.*\b(?:nothing|no|not|zero|without)\b/.test(said)) return { refuse: 'clarify', why: 'unheard', words: ['nothing'] };
    const stretches =
      /\bhow many (?:different |separate )?(?<what>weeks|months|quarters|years)(?= (?:did|do|have|has|had|was|were|that|when|where|with|i|we|of)\b)/.exec(
        said,
      )?.groups?.what;
    const dimension =
      stretches ??
      (VISITED.test(said) ? 'places' : undefined) ??
      /\bhow many (?:different |distinct |unique |separate |various |of my )?(?<what>merchants|stores|shops|places|payees|vendors|companies|restaurants|retailers|businesses|categories|accounts|cards|days)\b/.exec(
        said,
      )?.groups?.what ??
      /\bnumber of (?:different |distinct |unique )(?<what>merchants|stores|shops|places|payees|vendors|companies|categories|accounts|days)\b/.exec(
        said,
      )?.groups?.what ??
      /\bnumber of (?<what>days) (?:on which|that|when|with|i|we)\b/.exec(said)?.groups?.what ??
      COUNTED_AFTER.exec(said)?.groups?.what ??
      /\bnumber of (?<what>merchants|payees|vendors|companies|retailers|businesses|categories|accounts)\b/.exec(said)?.groups?.what ??
      distinct;
    const kinds =
      hears(reading, 'distinct') &&
      !/\b(?:different|distinct|separate|various|unique) (?:times|occasions|visits|trips|orders|payments|purchases|transactions|goes)\b/.test(
        said,
      ) &&
      reading.names.some(({ value: name }) => name.is === 'subject' && name.subject.what !== 'payee');
    const of =
      dimension === undefined
        ? kinds
          ? 'payee'
          : 'rows'
        : dimension === 'categories'
          ? 'category'
          : /accounts|cards/.test(dimension)
            ? 'account'
            : (dimensionOf(/^(?:days|weeks|months|quarters|years)$/.test(dimension) ? dimension : undefined) ?? 'payee');
    const names = of === 'payee' ? withoutShops(settledNames(reading)) : settledNames(reading);
    return { ask: 'count', scope: scopeFrom(reading, ledger, { flow: asRows(flowOf(reading)), names }), of };
  },
};
