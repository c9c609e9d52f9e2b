// What the lanes ask of a language model, whatever runs it: a worker with WebGPU, the browser's own, a script in a test.
// The engine knows nothing of ledgers. It is given two texts and what its output is held to, and gives text back.

export interface Prompt {
  /** What the model is for, and what is so in this ledger. */
  system: string;
  /** The conversation and the question. */
  user: string;
  /** What the output is held to while it is written: EBNF as XGrammar reads it, whose first rule is `root`. */
  grammar: string;
  /** At most so many tokens of output. */
  maxTokens: number;
  /** Aborted when the person presses stop or the time is over; `complete` then rejects with the signal's reason. */
  signal: AbortSignal;
}

export interface Completion {
  text: string;
  /** Tokens written, where the engine tells; for the trace only. */
  tokens: number;
}

/**
 * A loaded model. `complete` rejects with an `AppError` (device lost, out of memory, a dead worker) or with the signal's reason.
 * What it returns is trusted in nothing: not that it keeps to the grammar, nor that it ends.
 */
export interface LanguageModel {
  /** As in the catalogue; shown in the trace. */
  readonly id: string;
  /** Prompt and output together. */
  readonly contextTokens: number;
  complete(prompt: Prompt): Promise<Completion>;
}
