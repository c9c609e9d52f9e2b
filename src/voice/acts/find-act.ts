// Whether what was said is something to do and no question: "read that again", "show the rows", "stop". Pure.
// Only a whole sentence counts, so that a question which merely holds such words is still asked. The phrases are in acts.json.
import { fold } from '../../base/text.ts';
import phrases from './acts.json' with { type: 'json' };

export type Act = keyof typeof phrases;

const plain = (text: string): string =>
  fold(text)
    .replace(/[’']/g, "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();

/** What people put around an order without changing it. */
const AROUND =
  /^(?:(?:please|ok|okay|now|and|oh|um|uh|hey|sotto|can you|could you|would you) )+|(?: (?:please|now|then|thanks|thank you|sotto))+$/g;

const byPhrase = new Map<string, Act>(
  (Object.entries(phrases) as [Act, string[]][]).flatMap(([act, said]) => said.map((phrase) => [plain(phrase), act] as const)),
);

export function findAct(text: string): Act | null {
  const said = plain(text);
  return byPhrase.get(said) ?? byPhrase.get(said.replace(AROUND, '')) ?? null;
}
