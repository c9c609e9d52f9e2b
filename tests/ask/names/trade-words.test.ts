// Words for trades and household bills from several countries, each with the notion that it means.
import { expect, test } from 'vitest';
import { phraseConcept } from '../../../src/ask/names/concepts.ts';

test.each([
  ['fuel', 'fill-ups', 'tanks of gas', 'servo', 'filling stations'],
  ['rent', 'letting agency', 'property manager', 'rent cheque', 'rent checks'],
  ['tax', 'estimated taxes', 'quarterly estimated taxes'],
  ['vet', 'vet charges', 'vet payments', 'veterinary fees'],
  ['childcare', 'creche', 'montessori', 'child minder'],
])('%s', (notion, ...phrases) => {
  for (const phrase of phrases) expect(phraseConcept(phrase)?.name, phrase).toBe(notion);
});

test.each(['think tanks', 'agency', 'manager', 'montana', 'estimated'])('"%s" is no notion', (phrase) =>
  expect(phraseConcept(phrase)).toBeNull(),
);
