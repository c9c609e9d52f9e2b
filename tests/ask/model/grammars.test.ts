// What the grammars let a model write: drawn at random, each line is read back by readers that do not know the grammar, and runs.
import { describe, expect, test } from 'vitest';
import { compile } from '../../../src/ask/sql/compile.ts';
import { readEvidence } from '../../../src/ask/sql/evidence.ts';
import { settle } from '../../../src/ask/plan/settle.ts';
import { isRefusal } from '../../../src/ask/intents/intent.ts';
import { validate } from '../../../src/ask/plan/validate.ts';
import { namesOf } from '../../../src/ask/names/ledger-names.ts';
import { toEbnf } from '../../../src/ask/model/grammar.ts';
import { planGrammar } from '../../../src/ask/model/plan-shape.ts';
import { readPlan } from '../../../src/ask/model/read-plan.ts';
import { compileSelect, evidenceSql } from '../../../src/ask/model/select/compile-select.ts';
import { readSelect } from '../../../src/ask/model/select/read-select.ts';
import { selectGrammar } from '../../../src/ask/model/select/select-shape.ts';
import { random as seeded } from '../../support/random.ts';
import { TODAY } from '../support/today.ts';
import { draw } from './draw.ts';
import { QUESTIONS, vocabularyFor } from './vocabularies.ts';

const DRAWN = process.env.SOTTO_MODEL === 'whole' ? 1_000 : 100;

describe.each(QUESTIONS.map(([db, question]) => ({ db, question })))('$question', ({ db, question }) => {
  const vocabulary = vocabularyFor(db, question);
  const ledger = namesOf(db);

  test('every plan that can be spelled is read, and runs unless its days are not ours', () => {
    const random = seeded(11);
    const grammar = planGrammar(vocabulary);
    for (let n = 0; n < DRAWN; n += 1) {
      const text = draw(grammar, random);
      const read = readPlan(text, vocabulary, TODAY);
      if (read.is === 'wrong') expect(`${text}: ${read.why}`).toMatch(OF_MEANING);
      if (read.is !== 'plan') continue;
      const settled = settle(db, read.plan, ledger);
      if (isRefusal(validate(settled, ledger, TODAY) ?? settled)) continue;
      const { sql, params } = compile(settled, { firstDay: ledger.firstDay ?? TODAY, today: TODAY });
      db.query(sql, params);
      readEvidence(db, settled, { firstDay: ledger.firstDay ?? TODAY, today: TODAY });
    }
  });

  test('every SELECT that can be spelled is read, and runs', () => {
    const random = seeded(12);
    const grammar = selectGrammar(vocabulary);
    for (let n = 0; n < DRAWN; n += 1) {
      const text = draw(grammar, random);
      const read = readSelect(text, vocabulary, TODAY);
      if (read.is === 'wrong') {
        expect(`${text}: ${read.why}`).toMatch(OF_MEANING);
        continue;
      }
      const { sql, params, columns } = compileSelect(read.select, { vocabulary, ledger, today: TODAY });
      const result = db.query(sql, params);
      expect(result.columns.length, sql).toBe(columns.length);
      const evidence = evidenceSql(read.select, { vocabulary, ledger, today: TODAY });
      db.query(evidence.sql, evidence.params);
    }
  });

  test('each rule that is named is there', () => {
    for (const grammar of [planGrammar(vocabulary), selectGrammar(vocabulary)]) {
      const text = toEbnf(grammar).replace(/"(?:[^"\\]|\\.)*"|\[[^\]]*\]/g, '');
      const named = new Set([...text.matchAll(/[a-z-]+/g)].map(([name]) => name));
      expect([...named].filter((name) => !(name in grammar))).toEqual([]);
    }
  });
});

/** What a grammar cannot hold apart: days that are none, a name wanted and left out, sides that are the same. */
const OF_MEANING =
  /no stretch of time|must be one of .*until|must be one of all|not among the stretches|stands in "only" and in "without"|sides of "sides" are the same|cannot be left out|nothing would be spared|"part" is empty|from 0 to 100/;
