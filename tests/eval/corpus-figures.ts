// The corpus as figures: by kind, with slips and talk added, what is none of ours, and the risk-coverage curve. Chance is seeded, so
// the same engine gives the same figures.
import { askOf, ledgers } from '../ask/support/ledger.ts';
import { measure, riskCoverage, type Outcome, type Point } from '../corpus/measure.ts';
import { kinds } from '../corpus/meanings.ts';
import { foreign, nearMisses } from '../corpus/sentences.ts';
import { withSlips, withTalk } from '../corpus/slips.ts';

export interface Group {
  name: string;
  outcomes: readonly Outcome[];
}
export interface Capture {
  name: string;
  sentences: number;
  captured: number;
}
export interface CorpusFigures {
  kinds: Group[];
  changed: Group[];
  captures: Capture[];
  /** How the answers with slips and talk fare when only those with so many unclaimed words were trusted. */
  curve: Point[];
}

export const LINES = [0, 0.02, 0.05, 0.08, 0.1, 0.15, 0.2, 0.3, 1];

export function measureCorpus(): CorpusFigures {
  const all = Object.values(kinds).flat();
  const changed: Group[] = [0.05, 0.1, 0.2].map((share) => ({
    name: `${String(share * 100)} % of the words changed as fingers and recognition change them`,
    outcomes: measure(all, (question, seed) => withSlips(question, share, seed)),
  }));
  changed.push({ name: 'talk around the question', outcomes: measure(all, withTalk) });
  return {
    kinds: Object.entries(kinds).map(([name, meanings]) => ({ name, outcomes: measure(meanings) })),
    changed,
    captures: [
      capture('sentences about anything else', foreign, true),
      capture('near-misses, about money yet not answerable', nearMisses, false),
    ],
    curve: riskCoverage(
      changed.flatMap(({ outcomes }) => outcomes),
      LINES,
    ),
  };
}

/** How many were answered with a figure, on one household or the other; "nothing found" counts too where it would claim the sentence. */
function capture(name: string, sentences: readonly string[], empties: boolean): Capture {
  const answers = sentences.map((question) => Object.values(ledgers).map((db) => askOf(db, question).status));
  const captured = answers.filter((statuses) => statuses.some((status) => status === 'answered' || (empties && status === 'empty')));
  return { name, sentences: sentences.length, captured: captured.length };
}
