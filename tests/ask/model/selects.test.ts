// The SELECT lane: questions no plan can say, the SELECT that says each, its figures; and that no other SELECT is agreed with.
import { describe, expect, test } from 'vitest';
import { readQuestion } from '../../../src/ask/ask.ts';
import { newConversation } from '../../../src/ask/conversation.ts';
import { agreeSelect } from '../../../src/ask/model/select/agree-select.ts';
import { answerSelect } from '../../../src/ask/model/select/answer-select.ts';
import { readSelect } from '../../../src/ask/model/select/read-select.ts';
import type { Select } from '../../../src/ask/model/select/select.ts';
import { selectGrammar } from '../../../src/ask/model/select/select-shape.ts';
import { namesOf } from '../../../src/ask/names/ledger-names.ts';
import { checkSelect } from '../../../src/ledger/check-select.ts';
import { Trace } from '../../../src/trace/trace.ts';
import { random as seeded } from '../../support/random.ts';
import { TODAY } from '../support/today.ts';
import { draw } from './draw.ts';
import { GOLDEN, MUTATIONS } from './golden-selects.ts';
import type { Golden } from './golden-selects.ts';
import { vocabularyFor } from './vocabularies.ts';

const DRAWN = process.env.SOTTO_MODEL === 'whole' ? 1_000 : 100;

function lane({ db, question }: Pick<Golden, 'db' | 'question'>) {
  const ledger = namesOf(db);
  const { reading } = readQuestion(db, question, TODAY, newConversation(), ledger);
  const vocabulary = vocabularyFor(db, question);
  return {
    vocabulary,
    read: (text: string) => readSelect(text, vocabulary, TODAY),
    agree: (select: Select) => agreeSelect(reading, vocabulary, select),
    answer: (select: Select) =>
      answerSelect(db, select, vocabulary, { question, today: TODAY, locale: 'en-US', ledger, trace: new Trace(() => 0) }),
  };
}

const isAgreed = ({ missing, unsaid }: { missing: string[]; unsaid: string[] }) => missing.length + unsaid.length === 0;

describe.each(GOLDEN)('$question', (golden) => {
  const { read, agree, answer, vocabulary } = lane(golden);
  const selectOf = (text: string): Select => {
    const found = read(text);
    if (found.is === 'wrong')
      throw new RangeError(`${found.why}: ${[...vocabulary.names.keys(), ...vocabulary.periods.keys()].join(', ')}`);
    return found.select;
  };

  test('is said by its SELECT, and the figures are those of the rows', () => {
    const select = selectOf(golden.select);
    expect(agree(select)).toEqual({ missing: [], unsaid: [] });
    const answered = answer(select);
    expect(answered).toMatchObject({ status: 'answered', engine: 'model', rows: golden.rows });
    expect(answered.evidence?.total).toBeGreaterThan(0);
    checkSelect(answered.sql ?? '');
  });

  test('is said by no SELECT that is near it', () => {
    for (const [pattern, by] of MUTATIONS) {
      const text = golden.select.replace(pattern, by);
      if (text === golden.select) continue;
      const found = read(text);
      if (found.is === 'select') expect([text, isAgreed(agree(found.select))]).toEqual([text, false]);
    }
  });

  test('is said by no SELECT of another question', () => {
    for (const other of GOLDEN) {
      const found = read(other.select);
      if (found.is === 'select' && other.select !== golden.select)
        expect([other.select, isAgreed(agree(found.select))]).toEqual([other.select, false]);
    }
  });

  test('of what the grammar lets a model write, only what gives the same figures is agreed with', () => {
    const random = seeded(13);
    const grammar = selectGrammar(vocabulary);
    for (let n = 0; n < DRAWN; n += 1) {
      const text = draw(grammar, random);
      const found = read(text);
      if (found.is === 'select' && isAgreed(agree(found.select))) expect([text, answer(found.select).rows]).toEqual([text, golden.rows]);
    }
  });
});
