// Each part of a question said in every way that we know of, in one frame: a time, a size, a measure, a turn that leans on another. What is
// said otherwise must be answered the same. `frames.txt` begins with how it is written; `frames-uk.txt` is of a British household.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ask } from '../../src/ask/ask.ts';
import { newConversation } from '../../src/ask/conversation.ts';
import type { ReadableDatabase } from '../../src/ledger/database.ts';
import * as american from './frames-ledger.ts';
import * as british from './frames-ledger-uk.ts';

interface Meaning {
  said: string;
  otherwise: string[];
}

function meaningsOf(text: string): Meaning[] {
  let frame = '{}';
  const meanings: Meaning[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('#') || line.trim() === '') continue;
    if (line.startsWith('frame: ')) {
      frame = line.slice('frame: '.length);
      continue;
    }
    const [said = '', ...otherwise] = line.split('|').map((part) => frame.replace('{}', part.trim()));
    meanings.push({ said, otherwise });
  }
  return meanings;
}

interface Told {
  status: string;
  rows: readonly (readonly unknown[])[];
}

interface Household {
  db: ReadableDatabase;
  TODAY: string;
}

function answerTo({ db, TODAY }: Household, turns: string): Told {
  const conversation = newConversation();
  return turns.split(' // ').reduce<Told>((_, question) => ask(db, { question, today: TODAY, conversation }), { status: '', rows: [] });
}

const sizesIn = (row: readonly unknown[] = []): number[] => row.flatMap((cell) => (typeof cell === 'number' ? [Math.abs(cell)] : []));

/** The same rows, or of a single one the same figure, whatever else stands beside it. */
function isSame(one: Told, other: Told): boolean {
  if (one.status !== other.status || one.rows.length !== other.rows.length) return false;
  const [figure] = sizesIn(one.rows[0]);
  if (one.rows.length === 1 && figure !== undefined) return sizesIn(other.rows[0]).includes(figure);
  const [ours, theirs] = [one, other].map(({ rows }) => rows.map((row) => JSON.stringify(row)).sort());
  return JSON.stringify(ours) === JSON.stringify(theirs);
}

describe.each([
  ['frames.txt', american],
  ['frames-uk.txt', british],
])('said otherwise, answered the same: %s', (file, household) => {
  it.each(meaningsOf(readFileSync(new URL(file, import.meta.url), 'utf8')))('$said', ({ said, otherwise }) => {
    const answer = answerTo(household, said);
    expect(answer.status).toBe('answered');
    expect(otherwise.filter((question) => !isSame(answer, answerTo(household, question)))).toEqual([]);
  });
});
