// Each part of a question said in every way that we know of, in one frame: a time, a size, a measure, a turn that leans on another. What is
// said otherwise must be answered the same. `frames.txt` begins with how it is written.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ask } from '../../src/ask/ask.ts';
import { newConversation } from '../../src/ask/conversation.ts';
import { db, TODAY } from './frames-ledger.ts';

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

function answerTo(turns: string): Told {
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

const meanings = meaningsOf(readFileSync(new URL('./frames.txt', import.meta.url), 'utf8'));

describe('said otherwise, answered the same', () => {
  it.each(meanings)('$said', ({ said, otherwise }) => {
    const answer = answerTo(said);
    expect(answer.status).toBe('answered');
    expect(otherwise.filter((question) => !isSame(answer, answerTo(question)))).toEqual([]);
  });
});
