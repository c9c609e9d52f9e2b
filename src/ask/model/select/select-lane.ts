// The SELECT lane: for what no plan can say, one SELECT over the reading views, read, agreed with the question, compiled anew and run
// behind the wall. It answers only where every word was read; what it wrote is never run as it stands.
import type { Lane } from '../lane.ts';
import { quotedList } from '../lane.ts';
import { selectPrompt } from '../prompt.ts';
import { agreeSelect } from './agree-select.ts';
import { answerSelect } from './answer-select.ts';
import { readSelect } from './read-select.ts';
import { selectGrammar } from './select-shape.ts';
import { selectWords } from './select-words.ts';

export const selectLane: Lane = {
  name: 'select',
  maxTokens: 320,
  grammar: ({ vocabulary }) => selectGrammar(vocabulary),
  prompt: ({ vocabulary, examples }, told) => selectPrompt(vocabulary, told, examples),
  take(db, state, text) {
    const { trace, vocabulary, asked, reading, ledger, conversation } = state;
    const { question, today, locale = 'en-US' } = asked;
    const read = trace.step('read', 'GUARDRAIL', text, () => readSelect(text, vocabulary, today));
    if (read.is === 'wrong') return { is: 'wrong', why: read.why };
    const { missing, unsaid } = trace.step('agree', 'GUARDRAIL', selectWords(read.select, vocabulary, today), () =>
      agreeSelect(reading, vocabulary, read.select),
    );
    if (missing.length) return { is: 'wrong', why: `the question says ${quotedList(missing)}, and the SELECT does not` };
    if (unsaid.length) return { is: 'wrong', why: `the SELECT says ${quotedList(unsaid)}, and the question does not` };
    const answer = answerSelect(db, read.select, vocabulary, { question, today, locale, ledger, trace });
    conversation.plans.length = 0; // a turn that follows would lean on a plan that this one was not
    return { is: 'answer', answer };
  },
};
