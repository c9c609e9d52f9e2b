// The calls that the page makes to the llm worker: method -> input, output, progress note. It is given texts, and knows no ledger.

export interface CompleteOrder {
  system: string;
  user: string;
  /** What the output is held to while it is written: EBNF as XGrammar reads it, whose first rule is `root`. */
  grammar: string;
  /** At most so many tokens of output. */
  maxTokens: number;
}

export interface Completed {
  text: string;
  tokens: number;
  /** Tokens of the prompt. */
  read: number;
  /** Milliseconds. */
  took: number;
}

export interface LlmApi {
  /** Loads a model from this device's shelf, by its id in the catalogue. Safe to call again. Notes how much is done, from 0 to 1. */
  load: { in: { model: string }; out: { took: number }; note: number };
  /** One completion at a time; the next waits. Aborted, it rejects at once, and the engine stops before its next token. */
  complete: { in: CompleteOrder; out: Completed };
  /** Resolves when nothing is being written any more. */
  settle: { in: null; out: null };
  unload: { in: null; out: null };
}
