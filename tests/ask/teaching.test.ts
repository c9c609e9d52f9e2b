// Lessons: what is one, what is none, and that what was taught holds for the turns after and never for a payee's own name.
import { expect, test } from 'vitest';
import { ask } from '../../src/ask/ask.ts';
import { newConversation } from '../../src/ask/conversation.ts';
import { openSchema } from '../../src/ledger/migrations/open-schema.ts';
import { forgetMeaning, readMeanings, teachMeaning } from '../../src/ledger/meanings.ts';
import { loadSqlEngine, SqlJsDatabase } from '../../src/ledger/sql-js-database.ts';
import { american, converse, TODAY } from './support/ledger.ts';

test.each([
  [
    'chariot',
    'Uber',
    'by the chariot I mean Uber',
    'By "chariot" I meant Uber.',
    'when I say chariot, I mean Uber',
    'call Uber my chariot',
  ],
  [
    'chariot',
    'Uber',
    'whenever I say the chariot it is Uber',
    '"chariot" means Uber',
    'from now on my chariot is Uber',
    'my chariot is Uber',
  ],
  ['bean place', 'Starbucks', 'no, by the bean place I mean Starbucks', 'remember that the bean place is Starbucks'],
])('"%s" means %s', (phrase, means, ...lessons) => {
  for (const lesson of lessons) {
    const { status, teach, rows } = converse(american, [lesson]);
    expect({ status, teach, rows }, lesson).toEqual({ status: 'clarify', teach: { phrase, means }, rows: [] });
  }
});

test.each([
  'rename Uber to Taxi',
  'call the washing machine an appliance',
  'call my mother',
  'recategorise Uber as Travel',
  'by March I mean to save',
  'my biggest expense is Uber',
  'when I say so, stop',
  'no, I meant Uber',
  'Starbucks means a lot to me',
  'is my gym Chipotle?',
])('"%s" teaches nothing', (question) => expect(converse(american, [question]).teach).toBeUndefined());

test('a payee, category or account keeps its own meaning', () => {
  for (const name of ['Starbucks', 'groceries', 'Checking']) {
    const { status, teach, sentence } = converse(american, [`by ${name} I mean Chipotle`]);
    expect([status, teach], name).toEqual(['clarify', undefined]);
    expect(sentence).toMatch(/keeps its meaning/);
  }
});

test('a meaning that nothing has is asked back', () => {
  const { status, teach, sentence } = converse(american, ['by the office I mean Flurble']);
  expect([status, teach]).toEqual(['clarify', undefined]);
  expect(sentence).toMatch(/nothing called Flurble/);
});

test('a lesson answers the question that it is about, and holds for the turns after', () => {
  const conversation = newConversation();
  const say = (question: string) => ask(american, { question, today: TODAY, conversation });
  expect(say('how much did I spend at the office in February').status).not.toBe('answered');
  const answered = say("by the office I mean Trader Joe's");
  expect(answered.rows[0]?.[0]).toBe(30);
  expect(answered.teach).toEqual({ phrase: 'office', means: "Trader Joe's" });
  expect(answered.assumed).toContain("I took “the office” as Trader Joe's, as you said");
  expect(say('and in March?').rows[0]?.[0]).toBe(60);
  expect(say('how much at the office in January').rows[0]?.[0]).toBe(40);
  expect(say('how much did I spend on office supplies').status).not.toBe('answered');
});

test('another conversation knows nothing of it, until the ledger keeps it; forgotten, it is gone', async () => {
  const question = 'how much did I spend on the chariot in February';
  expect(converse(american, [question]).status).not.toBe('answered');
  const db = new SqlJsDatabase(await loadSqlEngine());
  openSchema(db);
  teachMeaning(db, { phrase: 'chariot', means: 'Lyft' }, '2026-03-18T10:00:00Z');
  teachMeaning(db, { phrase: 'chariot', means: 'Uber' }, '2026-03-18T10:01:00Z');
  expect(readMeanings(db)).toEqual([{ phrase: 'chariot', means: 'Uber' }]);
  forgetMeaning(db, 'chariot');
  expect(readMeanings(db)).toEqual([]);
});
