// Pairs of files cut from one invented history, as a bank might export it twice: nothing twice, nothing lost, and any undo
// leaves exactly what the other files report.
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
const amounts = (db: ReturnType<typeof openLedger>) =>
  db
    .query('SELECT day, minor FROM posting')
    .rows.map(([day, minor]) => key({ day: String(day), minor: Number(minor) }))
    .sort();
const within = (rows: readonly Truth[], from: string, until: string) => rows.filter(({ day }) => day >= from && day < until);

test(`${pairs} pairs of overlapping files`, { timeout: 30_000 + pairs * 100 }, () => {
  const chance = random(4);
  for (let pair = 0; pair < pairs; pair += 1) {
    const habit: Habit = {
      ids: (['none', 'stable', 'renewed'] as const)[below(chance, 3)] ?? 'none',
      newestFirst: chance() < 0.5,
      spelling: (['same', 'capitals', 'cut'] as const)[below(chance, 3)] ?? 'same',
    };
    const truth = history(chance);
    const cut = (from: number, until: number) => within(truth, addDays('2026-01-01', from), addDays('2026-01-01', until));
    const overlapFrom = 5 + below(chance, 25);
    const overlapUntil = overlapFrom + 3 + below(chance, 25);
    const files = [cut(0, overlapUntil), cut(overlapFrom, 60)];
    if (chance() < 0.5) files.reverse();

    const db = openLedger();
    const ids = files.map((rows, at) => {
      const accounts = [anAccount({ number: 'DE1234' })];
      return record(db, aStatement(exported(rows, habit, at), { accounts })).statementId;
    });
    const place = `pair ${pair} ${JSON.stringify(habit)}`;
    expect(amounts(db), place).toEqual(truth.map(key).sort());

    const [first = 0, second = 0] = ids;
    const gone = chance() < 0.5 ? 0 : 1;
    undoImport(db, gone === 0 ? first : second);
    expect(amounts(db), `${place}, file ${gone} undone`).toEqual((files[1 - gone] ?? []).map(key).sort());
    db.close();
  }
});
