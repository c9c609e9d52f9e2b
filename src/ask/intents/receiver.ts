// Of a payer's payments the person who got them is no filter: "what did Corrib pay Cormac".
import { isEnglish } from '../lexicon/english.ts';
import { hears } from '../reading.ts';
import type { Reading } from '../reading.ts';
import { flowOf } from './flows.ts';

const PAID_VERB = /^(?:pay|pays|paid|paying|give|gave|send|sent|was|were|did|has|is|does)$/;

/** "what did Corrib pay Cormac", "Cormac's wages from Corrib": of a payer's payments the person who got them is no filter. */
export function isReceiver(reading: Reading, at: number): boolean {
  const { words } = reading.said;
  const payer = reading.names.some(({ value }) => value.is === 'subject' && value.subject.what === 'payee');
  const word = words[at];
  const whose = /'s$/.test(word?.text ?? '');
  if (
    !payer ||
    !word ||
    !(word.capital || whose || !isEnglish(word.text)) ||
    !(flowOf(reading) === 'income' || hears(reading, 'pay', 'income'))
  )
    return false;
  return (
    PAID_VERB.test(words[at - 1]?.text ?? '') ||
    (/s$/.test(word.text) &&
      /^(?:latest|last|first|monthly|weekly|pay|wages?|salary|pay ?checks?|paychecks?|take-home|earnings|income|bonus)$/.test(
        words[at + 1]?.text ?? '',
      ))
  );
}
