// "how much did I lend", "who did I send money to last month": people alone are sent money and no shop, and no statement tells for sure which payees are people.
import { HANDING } from './flows.ts';
import type { Intent } from './intent.ts';

const GIVEN_TO = new RegExp(
  `^(?:(?:and|so|ok|well) )*((?:who|whom|which (?:people|friends|person))) (?:(?:all|else) )?(?:did|do|have|has) (?:i|we) (?:ever |already )?(${HANDING})\\b`,
);

/** "how much did I lend": to nobody and out of nothing that is named, it is no sum of all that was spent. */
const GIVEN_AWAY = new RegExp(
  `\\bhow much (?:money |cash |in total )?(?:did|have|do) (?:i|we) (?:ever |already )?(${HANDING})(?= *(?:[?.!,]|$|(?:out|away|to (?:people|others|anyone|anybody|friends|family))\\b))`,
);

export const givenTo: Intent = {
  name: 'given-to',
  read({ reading }) {
    const [, away] = GIVEN_AWAY.exec(reading.said.said) ?? [];
    if (away !== undefined && !/^transfer/.test(away) && reading.names.length === 0)
      return { refuse: 'clarify', why: 'unheard', words: [away] };
    const [, who, given] = GIVEN_TO.exec(reading.said.said) ?? [];
    if (who === undefined || given === undefined || reading.names.some(({ value }) => value.is === 'subject')) return null;
    return { refuse: 'clarify', why: 'unheard', words: [`${who} ... ${given}`] };
  },
};
