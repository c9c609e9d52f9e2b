// One payment told by its size: "what's the £14.99 coming out every month", "who did I pay £340 to", "what was the payment of 2145".
import { cueSpan, hears } from '../reading.ts';
import { flowOf } from './flows.ts';
import type { Intent } from './intent.ts';
import { scopeFrom } from './scope.ts';

const LEAD = '^(?:(?:and|so|ok|but|hi|hey|right|tell me|do you know|i see|there is|there was|i have got|i have|i had|there are) )*';
/** What or who it is that such a payment is of. */
const ASKS = new RegExp(
  `${LEAD}(?:(?:what|who)(?: on the statement)? (?:is|was|are|were) (?:the|that|this|these|those|a|an|my|our)\\b|(?:to )?who(?:m)? (?:did|do|have) (?:i|we) (?:pay|paid|send|sent|give|gave|given|transfer|transferred)\\b|what (?:did|do|have) (?:i|we) (?:pay|paid|spend|spent)\\b[^?]*\\b(?:for|on)\\b\\s*[?.!]*$|who (?:took|charged|billed|debited)\\b|(?:an?|the|this|that|some)\\b[^?]*\\b(?:what|who) (?:is|was) (?:it|that|this)(?: for| to| from)?\\s*[?.!]*$)`,
);

export const lookUp: Intent = {
  name: 'look-up',
  read({ reading, ledger }) {
    const [amount, ...more] = reading.amounts;
    const { said } = reading.said;
    if (!amount || more.length > 0 || (amount.value.is !== 'bare' && amount.value.is !== 'exactly') || !amount.value.money) return null;
    if (!ASKS.test(said) || reading.names.some(({ value }) => value.is !== 'account')) return null;
    if (hears(reading, 'how-much', 'count', 'average', 'largest', 'smallest', 'compare', 'share', 'budget', 'what-if', 'difference'))
      return null;
    const cameIn = hears(reading, 'income') || cueSpan(reading, 'refund') !== null;
    return {
      ask: 'list',
      scope: scopeFrom(reading, ledger, { flow: cameIn ? flowOf(reading) : 'purchases' }),
      order: 'newest',
      limit: null,
    };
  },
};
