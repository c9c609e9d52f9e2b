// Turns of one conversation put to a ledger, and tables of what is to be answered: a question by itself, or turns with " > " between them.
import { expect, it } from 'vitest';
import type { Answer } from '../../../src/ask/answer/answer.ts';
import { ask } from '../../../src/ask/ask.ts';
import { newConversation } from '../../../src/ask/conversation.ts';
import type { ReadableDatabase } from '../../../src/ledger/database.ts';

export interface Talk {
  /** The answer to the last turn. */
  say(...turns: readonly string[]): Answer;
  /** The first figure of the answer. */
  figures(table: readonly (readonly [string, number])[]): void;
  sentences(table: readonly (readonly [string, RegExp])[]): void;
}

export function talkWith(db: ReadableDatabase, today: string): Talk {
  const say = (...turns: readonly string[]): Answer => {
    const conversation = newConversation();
    let answer = ask(db, { question: turns[0] ?? '', today, conversation });
    for (const question of turns.slice(1)) answer = ask(db, { question, today, conversation });
    return answer;
  };
  return {
    say,
    figures(table) {
      it.each(table)('%s', (question, figure) => {
        const { status, rows, sentence } = say(...question.split(' > '));
        expect(`${status}: ${String(rows[0]?.[0])}`, sentence).toBe(`answered: ${String(figure)}`);
      });
    },
    sentences(table) {
      it.each(table)('%s', (question, sentence) => expect(say(...question.split(' > ')).sentence).toMatch(sentence));
    },
  };
}
