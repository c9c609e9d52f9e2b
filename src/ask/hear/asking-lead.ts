// Polite words before the question itself: "could you tell me how much", "I was wondering whether we paid", "any idea when".
// They go where a question stands behind them; "whether" and "if" then ask as "did" does.
import leads from '../lexicon/asking-leads.json';
import { sentencesOf } from './utterance.ts';
import type { HearingStep, Word } from './utterance.ts';

const LEAD = new RegExp(
  `^(?:(?:${leads.before.join('|')}) )*(?:${leads.leads.join('|')})(?: (?:${leads.after.join('|')}))* (?=(?:${leads.asks.join('|')})\\b)`,
);
const WHETHER = /^(?:whether|if)(?: or not)?$/;

function withoutLead(sentence: Word[]): Word[] {
  const text = sentence.map((word) => word.text).join(' ');
  const lead = LEAD.exec(text)?.[0];
  if (lead === undefined) return sentence;
  const rest = sentence.slice(lead.trim().split(' ').length);
  const [first, ...more] = rest;
  if (!first || !WHETHER.test(first.text)) return rest;
  const says = more[0]?.text === 'or' && more[1]?.text === 'not' ? more.slice(2) : more;
  return [{ ...first, text: 'did' }, ...says];
}

/** The head of each sentence without its lead. */
export const dropAskingLeads: HearingStep = (words) => sentencesOf(words).flatMap(withoutLead);
