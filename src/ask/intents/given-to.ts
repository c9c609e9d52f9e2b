// "who did I send money to last month": people alone are sent money and no shop, and no statement tells for sure which payees are people.
import { HANDING } from './flows.ts';
import type { Intent } from './intent.ts';

const GIVEN_TO = new RegExp(
  `^(?:(?:and|so|ok|well) )*((?:who|whom|which (?:people|friends|person))) (?:(?:all|else) )?(?:did|do|have|has) (?:i|we) (?:ever |already )?(${HANDING})\\b`,
);

export const givenTo: Intent = {
  name: 'given-to',
  read({ reading }) {
    const [, who, given] = GIVEN_TO.exec(reading.said.said) ?? [];
    if (who === undefined || given === undefined || reading.names.some(({ value }) => value.is === 'subject')) return null;
    return { refuse: 'clarify', why: 'unheard', words: [`${who} ... ${given}`] };
  },
};
