// The corpus as figures: how much of it is right, refused, or wrong with confidence, and how that changes with slips.
import type { Answer } from '../../src/ask/answer/answer.ts';
import { converse, ledgers } from '../ask/support/ledger.ts';
import { whyWrong } from './judge.ts';
import type { Meaning } from './meaning.ts';

export interface Outcome {
  question: string;
  /** right; silent: asked back, declined, or said there is nothing; wrong: another figure. */
  is: 'right' | 'silent' | 'wrong';
  answered: boolean;
  /** Share of the words that nothing claimed. */
  unclaimed: number;
  why: string | null;
}

const unclaimedShare = ({ unheard }: Answer, question: string): number => Math.min(1, unheard.length / question.split(/\s+/).length);

/** `change` is what becomes of the phrasing before it is asked; the wanted answer stays. */
export function measure(
  meanings: readonly Meaning[],
  change: (question: string, seed: number) => string = (question) => question,
): Outcome[] {
  let seed = 1;
  return meanings.flatMap((meaning) =>
    meaning.phrasings.map((phrasing): Outcome => {
      const question = change(phrasing, seed);
      seed += 1;
      const answer = converse(ledgers[meaning.ledger], [...(meaning.after ?? []), question]);
      const why = whyWrong(answer, meaning, question);
      const answered = answer.status === 'answered';
      const wanted = meaning.status?.includes('answered') ?? true;
      const is = why === null ? 'right' : answered || (wanted && answer.status === 'empty') ? 'wrong' : 'silent';
      return { question, is, answered, unclaimed: unclaimedShare(answer, question), why };
    }),
  );
}

export const shareOf = (outcomes: readonly Outcome[], is: Outcome['is']): number =>
  outcomes.filter((outcome) => outcome.is === is).length / Math.max(1, outcomes.length);

export interface Point {
  /** Answers with at most this share of unclaimed words count. */
  atMost: number;
  coverage: number;
  risk: number;
}

/** Coverage and risk when only answers with at most so many unclaimed words are trusted. */
export const riskCoverage = (outcomes: readonly Outcome[], lines: readonly number[]): Point[] =>
  lines.map((atMost) => {
    const kept = outcomes.filter(({ answered, unclaimed }) => answered && unclaimed <= atMost);
    return {
      atMost,
      coverage: kept.length / Math.max(1, outcomes.length),
      risk: kept.filter(({ is }) => is === 'wrong').length / Math.max(1, kept.length),
    };
  });
