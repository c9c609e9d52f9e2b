// Words of “How I got this”, in English. Apart from the others, because only a screen that comes after the first paint reads them.
import { inUse } from './in-use.ts';

export const traceWords = inUse({
  title: 'How I got this',
  total: 'In all',
  sql: 'SQL',
  sqlTitle: 'The query',
  values: 'Values, in the order of their marks',
  none: 'none',
  readAs: 'Understood as',
  input: 'Given',
  output: 'Found',
  detail: 'Details',
  error: 'Failed',
  cut: 'cut here; it goes on',
  kind: {
    CHAIN: 'step',
    LLM: 'language model',
    PROMPT: 'prompt',
    EMBEDDING: 'placing words',
    RETRIEVER: 'reading rows',
    TOOL: 'tool',
    GUARDRAIL: 'check',
  },
  kept: 'The file is for you; it opens in Arize Phoenix. Nothing of this leaves your device by itself.',
  save: 'Save trace',
});
