// A model that always errs, and as well as a grammar lets it: names, days and forms are all of the ledger, but chosen by chance.
//   npm run ask -- --engine auto --model tests/ask/model/erring.ts ...
import type { LanguageModel } from '../../../src/ask/model/language-model.ts';
import { random as seeded } from '../../support/random.ts';
import { draw } from './draw.ts';
import { fromEbnf } from './from-ebnf.ts';

const random = seeded(Number(process.env.SOTTO_SEED ?? 5));

const erring: LanguageModel = {
  id: 'erring',
  contextTokens: 4096,
  complete({ grammar }) {
    const text = draw(fromEbnf(grammar), random);
    return Promise.resolve({ text, tokens: Math.ceil(text.length / 4) });
  },
};

export default erring;
