// The scope that a reading asks about: flow, period, conditions and currency together.
import type { LedgerNames } from '../names/ledger-names.ts';
import type { Subject } from '../names/subject.ts';
import type { Flow, Scope } from '../plan/plan.ts';
import { cueSpans, hears } from '../reading.ts';
import type { Reading } from '../reading.ts';
import type { Period } from '../spans/dates/period.ts';
import { amountCondition } from './amount-condition.ts';
import { currencyFor } from './currency-for.ts';
import { ASKED_OF, flowOf } from './flows.ts';
import { nameConditions } from './name-conditions.ts';
import { settledNames } from './settled-names.ts';
import type { NameSpan } from './settled-names.ts';
import { onePeriod, settledPeriods } from './settled-periods.ts';
import { settledWeekdays } from './settled-weekdays.ts';

interface ScopeParts {
  flow?: Flow;
  period?: Period | null;
  names?: readonly NameSpan[];
}

/** "How much has Ossett Design paid Nadia": who got it stands in some of the payer's own texts, and is no filter of them. */
const isWhoGotIt = ({ said: { said } }: Reading, payer: NameSpan | undefined, paid: NameSpan | undefined): boolean =>
  payer?.value.is === 'subject' &&
  payer.value.subject.what === 'payee' &&
  paid?.value.is === 'subject' &&
  paid.value.subject.noted !== undefined &&
  ASKED_OF.test(said.slice(0, payer.start)) &&
  /^\s+(?:pay|pays|paid|give|given|send|sent)\s+(?:to |over to )?$/.test(said.slice(payer.end, paid.start));

/** "did anyone pay me back", "who paid us back", "has somebody sent me money": people, and neither an employer nor a bank. */
const SOMEBODY = 'any(?:one|body)|some(?:one|body)|people';
const FROM_SOMEBODY = new RegExp(
  `\\b(?:${SOMEBODY}|who|they)\\b[^?.!;,]{0,30}?\\b(?:paid|pays?|paying|gave|gives?|given) (?:(?:me|us|it|that|anything|money) ){1,2}back\\b|\\b(?:${SOMEBODY})\\b[^?.!;,]{0,30}?\\b(?:sent|sends?|sending|gave|gives?|given|transferred|zelled|venmoed) (?:me|us)\\b`,
);

const isFromSomebody = ({ said: { said } }: Reading): boolean => FROM_SOMEBODY.test(said);
/** "How much have I paid to people". */
const TO_PEOPLE = /\b(?:to|paid|pay|sent|send|gave|give|given|lent) (?:other )?(?:people|individuals)\b/;

/** Whoever is a person, and the services through which people pay each other. */
const BETWEEN_PEOPLE = /\b(?:venmo|zelle|cash app|bizum|tikkie|swish|interac)\b/i;
const people = ({ byKind, payees }: LedgerNames): Subject => ({
  words: 'people',
  payees: [
    ...(byKind.get('person') ?? []),
    ...(byKind.get('payments') ?? []).filter((id) => BETWEEN_PEOPLE.test(payees.get(id)?.name ?? '')),
  ],
  categories: [],
  loose: [],
  what: 'kind',
});

export function scopeFrom(reading: Reading, ledger: LedgerNames, parts: ScopeParts = {}): Scope {
  const said = parts.names ?? settledNames(reading);
  // "Gareth's bonus": whoever only moves own money belongs to the household, and pays none of it.
  const names = said.filter(
    ({ value, text }, at) =>
      !isWhoGotIt(reading, said[at - 1], said[at]) &&
      !(
        /'s$/.test(text) &&
        value.is === 'subject' &&
        value.subject.payees.length > 0 &&
        value.subject.payees.every((id) => ledger.moved.has(id))
      ),
  );
  const where = nameConditions(reading, names);
  // "how much did I withdraw": the verb names what it is about. "how much cash do we get through": with nothing else named, it is cash.
  const cash = ledger.byKind.get('cash') ?? [];
  if (
    cash.length &&
    // "how much did we withdraw from savings": moved, and no notes out of a machine.
    !(parts.flow ?? flowOf(reading)).startsWith('transfers') &&
    cueSpans(reading, 'cash').some(
      ({ text }) => text !== 'cash' || (hears(reading, 'spend') && (parts.flow ?? flowOf(reading)) === 'spending'),
    ) &&
    !where.some((one) => one.by === 'subject')
  )
    where.push({ by: 'subject', any: [{ words: 'cash', payees: cash, categories: [], loose: [], what: 'kind' }], not: false });
  const flow = parts.flow ?? flowOf(reading);
  // "when did I last get paid": by whom one works for, where rows say wages or nothing else does.
  const pay = ledger.byKind.get('pay') ?? [];
  const earners = pay.length === 0 ? [...ledger.earners] : hears(reading, 'when', 'last') ? pay : [];
  if (flow === 'income' && hears(reading, 'pay-only') && earners.length > 0 && !where.some((one) => one.by === 'subject'))
    where.push({ by: 'subject', any: [{ words: 'pay', payees: earners, categories: [], loose: [], what: 'kind' }], not: false });
  const ofPeople = flow === 'income' ? isFromSomebody(reading) : TO_PEOPLE.test(reading.said.said) && !flow.startsWith('transfers');
  if (ofPeople && !where.some((one) => one.by === 'subject')) where.push({ by: 'subject', any: [people(ledger)], not: false });
  const currency = currencyFor(reading, ledger, where);
  for (const { value, text } of reading.amounts) {
    const bound = value.money || value.is !== 'bare' ? amountCondition(value, text, currency) : null;
    if (bound) where.push(bound);
  }
  const asked = parts.period === undefined ? onePeriod(settledPeriods(reading)) : parts.period;
  const { period, filters } = settledWeekdays(reading, asked);
  for (const { value } of filters) where.push({ by: 'weekday', days: value.days, words: value.words });
  if (hears(reading, 'uncategorised')) where.push({ by: 'uncategorised' });
  return {
    flow: parts.flow ?? flowOf(reading),
    period,
    where,
    currency,
  };
}
