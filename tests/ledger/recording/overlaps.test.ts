// Pairs of files cut from one invented history, as a bank might export it twice: nothing twice, nothing lost, and any undo
// leaves exactly what the other file reports.
import { expect, test } from 'vitest';
import { addDays } from '../../../src/base/days.ts';
import { undoImport } from '../../../src/ledger/recording/undo-import.ts';
import type { StatementEntry } from '../../../src/ledger/statement.ts';
import { random } from '../../support/random.ts';
import { anAccount, aStatement, entry, openLedger, record } from '../open-ledger.ts';

const pairs = Number(process.env['SOTTO_PAIRS'] ?? 200);

type Chance = () => number;
const below = (chance: Chance, limit: number) => Math.floor(chance() * limit);
const SHOPS = [
  'Blue Bottle',
  'REWE 0815',
  'REWE 0816',
  'Uber',
  'Uber Eats',
  'Café Zoë',
  'AMZN Mktp US*2K4',
  'Salary ACME GmbH',
  'Kiosk',
  '',
];

interface Truth {
  day: string;
  minor: number;
  text: string;
  id: string;
}

/** Two months with many true twins: few shops, few amounts. */
function history(chance: Chance): Truth[] {
  const rows: Truth[] = [];
  for (let date = 0; date < 60; date += 1) {
    for (let count = below(chance, 5); count > 0; count -= 1) {
      const text = SHOPS[below(chance, SHOPS.length)] ?? '';
      rows.push({ day: addDays('2026-01-01', date), minor: -100 * (1 + below(chance, 4)), text, id: `id${rows.length}` });
    }
  }
  return rows;
}

interface Habit {
  ids: 'none' | 'stable' | 'renewed';
  newestFirst: boolean;
  /** One of the two files writes the texts its own way. */
  spelling: 'same' | 'capitals' | 'cut';
}

function exported(rows: readonly Truth[], habit: Habit, file: number): StatementEntry[] {
  const written = (text: string) => {
    if (file === 0 || habit.spelling === 'same') return text;
    return habit.spelling === 'capitals' ? text.toUpperCase().replace(' ', '  ') : text.slice(0, 12);
  };
  const entries = rows.map(({ day, minor, text, id }, at) =>
    entry(`${day} 0 `, at + 2, {
      minor,
      descriptor: written(text),
      bankId: habit.ids === 'none' ? null : habit.ids === 'stable' ? id : `${file} ${id}`,
    }),
  );
  return habit.newestFirst && file === 1 ? entries.reverse() : entries;
}

const key = ({ day, minor }: { day: string; minor: number }) => `${day} ${minor}`;
const amounts = (db: ReturnType<typeof openLedger>, number: string) =>
  db
    .query('SELECT posting.day, posting.minor FROM posting JOIN account ON account.id = account_id WHERE account.number = ?', [number])
    .rows.map(([day, minor]) => key({ day: String(day), minor: Number(minor) }))
    .sort();
const within = (rows: readonly Truth[], from: string, until: string) => rows.filter(({ day }) => day >= from && day < until);

interface Pair {
  number: string;
  truth: Truth[];
  /** What each of the two files holds of it. */
  cuts: Truth[][];
}

function aPair(chance: Chance, number: string): Pair {
  const truth = history(chance);
  const cut = (from: number, until: number) => within(truth, addDays('2026-01-01', from), addDays('2026-01-01', until));
  const overlapFrom = 5 + below(chance, 25);
  const overlapUntil = overlapFrom + 3 + below(chance, 25);
  const cuts = [cut(0, overlapUntil), cut(overlapFrom, 60)];
  if (chance() < 0.5) cuts.reverse();
  return { number, truth, cuts };
}

const aHabit = (chance: Chance): Habit => ({
  ids: (['none', 'stable', 'renewed'] as const)[below(chance, 3)] ?? 'none',
  newestFirst: chance() < 0.5,
  spelling: (['same', 'capitals', 'cut'] as const)[below(chance, 3)] ?? 'same',
});

/** Opening a ledger and each act on it cost more than its rows: so many pairs, each an account of its own, go through two files together. */
const TOGETHER = 4;

test(`${pairs} pairs of overlapping files`, { timeout: 30_000 + pairs * 100 }, () => {
  const chance = random(4);
  const empty = openLedger().export();
  for (let from = 0; from < pairs; from += TOGETHER) {
    // One bank writes both files: it has its habits for all accounts.
    const habit = aHabit(chance);
    const each = Array.from({ length: Math.min(TOGETHER, pairs - from) }, (_, at) => aPair(chance, `DE${1000 + at}`));
    const db = openLedger(empty);
    const ids = [0, 1].map((file) => {
      const accounts = each.map(({ number }) => anAccount({ key: number, number }));
      const entries = each.flatMap(({ number, cuts }) =>
        exported(cuts[file] ?? [], habit, file).map((row, at) => ({ ...row, account: number, line: at + 2 })),
      );
      return record(db, aStatement(entries, { accounts })).statementId;
    });
    each.forEach(({ number, truth }, at) =>
      expect(amounts(db, number), `pair ${from + at} ${JSON.stringify(habit)}`).toEqual(truth.map(key).sort()),
    );
    const gone = chance() < 0.5 ? 0 : 1;
    undoImport(db, ids[gone] ?? 0);
    each.forEach(({ number, cuts }, at) =>
      expect(amounts(db, number), `pair ${from + at} ${JSON.stringify(habit)}, file ${gone} undone`).toEqual(
        (cuts[1 - gone] ?? []).map(key).sort(),
      ),
    );
    undoImport(db, ids[1 - gone] ?? 0);
    expect(db.query('SELECT 1 FROM posting').rows, `pairs from ${from}, both files undone`).toEqual([]);
    db.close();
  }
});
