// What the card says of the language model's part in an answer, or of why it had none. No figure, and nothing the model wrote.

/** Why a question stays with what the rules said. */
export type GaveUp = 'stopped' | 'late' | 'failed' | 'no-use' | 'not-ours' | 'changed' | 'too-long';

export const gaveUpWords: Readonly<Record<GaveUp, string>> = {
  stopped: 'The language model was stopped.',
  late: 'The language model did not answer in time.',
  failed: 'The language model stopped working.',
  'no-use': 'The language model could not say it either.',
  'not-ours': 'The language model took it as no question about your transactions.',
  changed: 'Your transactions changed while the language model was at work. Ask again.',
  'too-long': 'The question does not fit into the language model.',
};

export const laneWords = {
  plan: 'The language model put this question together; the figure comes from your rows.',
  select: 'The language model wrote the query; the figure comes from your rows.',
  nothing: 'I find nothing for that.',
  tied: 'Others have the very same figure.',
  offer: 'Did you mean one of these?',
} as const;
