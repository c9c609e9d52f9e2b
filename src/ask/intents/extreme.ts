// The biggest, the smallest, the second dearest: rows by their size.
import { hears } from '../reading.ts';
import type { Intent } from './intent.ts';
import { asRows, flowOf } from './flows.ts';
import { scopeFrom } from './scope.ts';

const PLACES = ['first', 'second', 'third', 'fourth', 'fifth'];

/** How many come before it: "second" 1. */
const placeOf = (word: string): number => (/^\d/.test(word) ? Number.parseInt(word, 10) - 1 : PLACES.indexOf(word));

export const extreme: Intent = {
  name: 'extreme',
  read({ reading, ledger }) {
    const { said } = reading.said;
    const small = hears(reading, 'smallest');
    // "which Airbnb cost the most": one purchase of somebody's.
    const payees = reading.names.filter(({ value }) => value.is === 'subject' && value.subject.what === 'payee');
    const ofOne =
      payees.length === 1 &&
      hears(reading, 'most', 'least') &&
      reading.groupings.length === 0 &&
      /\b(?:which|what) (?:\w+ ){1,4}?(?:cost|was|were|came to|set)\b[^?]*\b(?:most|least)\b/.test(said);
    if (ofOne)
      return {
        ask: 'extreme',
        scope: scopeFrom(reading, ledger, { flow: asRows(flowOf(reading)) }),
        order: hears(reading, 'least') ? 'smallest' : 'largest',
        limit: 1,
      };
    if (!small && !hears(reading, 'largest'))
      return reading.limit !== null && /\btop \d+\b/.test(said) && hears(reading, 'noun-transaction')
        ? { ask: 'extreme', scope: scopeFrom(reading, ledger, { flow: asRows(flowOf(reading)) }), order: 'largest', limit: reading.limit }
        : null;
    const flow = asRows(flowOf(reading));
    const nth =
      /\b(second|2nd|third|3rd|fourth|4th|fifth|5th)[ -](?:biggest|largest|highest|most expensive|priciest|smallest|cheapest|lowest|dearest)\b/.exec(
        said,
      )?.[1];
    if (nth !== undefined)
      return {
        ask: 'extreme',
        scope: scopeFrom(reading, ledger, { flow }),
        order: small ? 'smallest' : 'largest',
        limit: 1,
        skip: placeOf(nth),
      };
    return {
      ask: 'extreme',
      scope: scopeFrom(reading, ledger, { flow }),
      order: small ? 'smallest' : 'largest',
      limit:
        reading.limit ?? (/\b(?:purchases|transactions|payments|charges|expenses|bills)\b/.test(said) && hears(reading, 'list') ? 5 : 1),
    };
  },
};
