// A scripted ledger in place of the worker: fixed answers, so that a test of the page says what it drew and nothing else.
import type { Answer } from '../../../src/ask/answer/answer.ts';
import type { LedgerApi } from '../../../src/app/ledger-api.ts';
import type { LedgerCall } from '../../../src/app/ledger-link.ts';
import type { AccountSummary, LedgerRow, LedgerState, StatementSummary } from '../../../src/ledger/ledger.ts';
import { AppError } from '../../../src/base/errors.ts';

type Script = { [M in keyof LedgerApi]?: (input: LedgerApi[M]['in']) => LedgerApi[M]['out'] | Promise<LedgerApi[M]['out']> };

export interface FakeLedger {
  call: LedgerCall;
  /** What was called, in order. */
  called: { method: keyof LedgerApi; input: unknown }[];
}

/** Answers by the script; a method that it lacks fails as a dead worker would. */
export function fakeLedger(script: Script): FakeLedger {
  const called: FakeLedger['called'] = [];
  const call: LedgerCall = async (method, input, { signal } = {}) => {
    called.push({ method, input });
    signal?.throwIfAborted();
    const answer = script[method];
    if (!answer) throw new AppError('worker-died', `the script has no "${method}"`);
    return new Promise((done, fail) => {
      signal?.addEventListener('abort', () => fail(signal.reason as Error), { once: true });
      Promise.resolve(input).then(answer).then(done, fail);
    });
  };
  return { call, called };
}

export const emptyState: LedgerState = {
  transactions: 0,
  accounts: 0,
  statements: 0,
  firstDay: null,
  lastDay: null,
  homeCurrency: 'EUR',
  revision: 0,
  hasSample: false,
  isDamaged: false,
};

export const fullState: LedgerState = {
  ...emptyState,
  transactions: 1204,
  accounts: 2,
  statements: 3,
  firstDay: '2026-01-03',
  lastDay: '2026-02-28',
  revision: 4,
};

export const rows: LedgerRow[] = Array.from({ length: 43 }, (_, index) => ({
  transactionId: index + 1,
  day: `2026-02-${String(28 - (index % 28)).padStart(2, '0')}`,
  payee: ['Green Grocer', 'Corner Market', 'Blue Bottle Coffee', 'City Transport'][index % 4] ?? '',
  category: ['Groceries', 'Groceries', 'Coffee', null][index % 4] ?? null,
  account: index % 3 === 0 ? 'Visa' : 'Current account',
  minor: index === 6 ? 1250 : -(350 + ((index * 977) % 9000)),
  currency: 'EUR',
}));

const sum = rows.reduce((total, { minor }) => total + minor, 0);

export const groceries: Answer = {
  status: 'answered',
  engine: 'rules',
  asked: 'How much did groceries cost last month?',
  understood: 'Spending on Groceries in February 2026',
  figures: [{ value: 41280, unit: 'money', currency: 'EUR', text: '€412.80', label: null }],
  sentence: 'You spent €412.80 on groceries in February 2026, in 18 purchases.',
  spoken: 'You spent four hundred and twelve euros eighty on groceries in February.',
  assumed: ['I took “last month” as February 2026.'],
  notes: ['One refund of €12.50 is netted off. Your statements cover 3 Jan to 28 Feb 2026.'],
  unheard: [],
  chips: [
    { slot: 'measure', text: 'spending', source: 'said', removable: false },
    { slot: 'category', text: 'Groceries', source: 'said', removable: true },
    { slot: 'period', text: 'February 2026', source: 'assumed', removable: true },
    { slot: 'account', text: 'Visa', source: 'carried', removable: true },
  ],
  choices: [],
  columns: ['spending'],
  rows: [[412.8]],
  sql: 'SELECT currency, sum(-minor) AS value FROM posting WHERE day >= ? AND day < ? AND flow = ? AND category_id IN (?) GROUP BY currency',
  params: ['2026-02-01', '2026-03-01', 'expense', 3],
  evidence: { sql: 'SELECT ...', params: [], rows: rows.slice(0, 20), total: 43, sums: [{ currency: 'EUR', minor: sum }] },
  chart: null,
  period: { from: '2026-02-01', until: '2026-03-01' },
  trace: [
    {
      id: 0,
      parentId: null,
      name: 'question',
      kind: 'CHAIN',
      start: 0,
      duration: 9.2,
      input: 'How much …',
      output: 'answered',
      detail: {},
    },
    { id: 1, parentId: 0, name: 'understand', kind: 'CHAIN', start: 0.1, duration: 4.1, detail: { parsers: ['last-units'] } },
    { id: 2, parentId: 0, name: 'compile', kind: 'CHAIN', start: 4.3, duration: 0.4, detail: {} },
    { id: 3, parentId: 0, name: 'run', kind: 'RETRIEVER', start: 4.8, duration: 3.6, output: { rows: 1 }, detail: { rows: 43 } },
    { id: 4, parentId: 0, name: 'phrase', kind: 'CHAIN', start: 8.5, duration: 0.5, detail: {} },
  ],
};

const side = (label: string, from: number, until: number) => {
  const shown = rows.slice(from, until);
  const minor = shown.reduce((total, row) => total + row.minor, 0);
  return {
    label,
    name: label,
    sql: 'SELECT ...',
    params: [label],
    rows: shown,
    total: shown.length,
    sums: [{ currency: 'EUR', minor }] as [{ currency: string; minor: number }],
  };
};
const sides = [side('groceries', 0, 4), side('restaurants', 4, 6)] as const;

export const comparison: Answer = {
  ...groceries,
  asked: 'Did I spend more on groceries or on restaurants last month?',
  understood: 'Groceries against restaurants: spending',
  sentence: 'You spent more on groceries.',
  figures: sides.map(({ label, sums }) => ({
    value: -sums[0].minor,
    unit: 'money' as const,
    currency: 'EUR',
    text: `€${-sums[0].minor / 100}`,
    label,
  })),
  chips: [
    { slot: 'measure', text: 'compare', source: 'said', removable: false },
    { slot: 'category', text: 'on groceries', source: 'said', removable: false, apart: true },
    { slot: 'category', text: 'on restaurants', source: 'said', removable: false, apart: true },
    { slot: 'period', text: 'February 2026', source: 'said', removable: true },
  ],
  assumed: [],
  notes: [],
  evidence: { ...sides[0], sides },
};

export const byCategory: Answer = {
  ...groceries,
  asked: 'What did I spend by category?',
  understood: 'Spending by category, January to February 2026',
  sentence: 'Rent was the largest, at €1,450.00; groceries followed at €412.80.',
  figures: [
    { value: 145000, unit: 'money', currency: 'EUR', text: '€1,450.00', label: 'Rent' },
    { value: 41280, unit: 'money', currency: 'EUR', text: '€412.80', label: 'Groceries' },
  ],
  assumed: [],
  notes: [],
  chips: [{ slot: 'grouping', text: 'by category', source: 'said', removable: true }],
  chart: {
    kind: 'bars',
    title: 'Spending by category',
    currency: 'EUR',
    points: ['Rent', 'Groceries', 'Insurance and taxes', 'Transport', 'Eating out', 'Coffee'].map((label, index) => ({
      label,
      value: [1450, 412.8, 305.6, 122.1, 90.35, 41.2][index] ?? 0,
    })),
  },
};

export const byMonth: Answer = {
  ...groceries,
  asked: 'Groceries by month this year',
  understood: 'Spending on Groceries by month, 2026',
  sentence: 'You spent between €310 and €480 a month on groceries.',
  assumed: [],
  notes: [],
  chips: [],
  figures: [{ value: 230000, unit: 'money', currency: 'EUR', text: '€2,300.00', label: null }],
  chart: {
    kind: 'line',
    title: 'Groceries by month',
    currency: 'EUR',
    points: Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}`).map((label, index) => ({
      label,
      value: 310 + ((index * 79.19) % 170),
    })),
  },
  evidence: null,
};

export const clarify: Answer = {
  ...groceries,
  status: 'clarify',
  asked: 'How much on the card?',
  sentence: 'I found two cards named Visa. Which one?',
  figures: [],
  assumed: [],
  notes: [],
  chips: [],
  evidence: null,
  choices: [
    { text: 'Visa ending 4471', question: 'How much on the Visa ending 4471?' },
    { text: 'Visa ending 9012', question: 'How much on the Visa ending 9012?' },
  ],
};

export const declined: Answer = {
  ...clarify,
  status: 'declined',
  asked: 'What is a bitcoin worth?',
  sentence: 'I can only answer from your own statements, and they do not say what a bitcoin is worth.',
  unheard: ['bitcoin', 'worth'],
  choices: [],
  sql: null,
};

export const accounts: AccountSummary[] = [
  {
    id: 1,
    name: 'Current account',
    institution: 'Nordbank',
    number: 'DE02 1203 0000 0000 2020 51',
    kind: 'checking',
    currency: 'EUR',
    transactions: 804,
    balance: { minor: 284512, day: '2026-02-28' },
    firstDay: '2026-01-03',
    lastDay: '2026-02-28',
    covered: [
      { first: '2026-01-03', last: '2026-01-31' },
      { first: '2026-02-09', last: '2026-02-28' },
    ],
  },
  {
    id: 2,
    name: 'Visa',
    institution: null,
    number: '•••• 4471',
    kind: 'card',
    currency: 'EUR',
    transactions: 400,
    balance: null,
    firstDay: '2026-01-03',
    lastDay: '2026-02-26',
    covered: [{ first: '2026-01-03', last: '2026-02-26' }],
  },
];

export const statements: StatementSummary[] = [
  {
    id: 3,
    fileName: 'umsaetze-2026-02.csv',
    format: 'csv',
    importedAt: '2026-03-01T09:20:00Z',
    added: 31,
    known: 12,
    pendingReplaced: 0,
    setAside: [{ line: 88, why: 'cut', text: '28.02.2026;Bäcker' }],
    isSample: false,
    accounts: ['Current account'],
    firstDay: '2026-02-09',
    lastDay: '2026-02-28',
  },
  {
    id: 2,
    fileName: 'visa.ofx',
    format: 'ofx',
    importedAt: '2026-02-27T18:05:00Z',
    added: 400,
    known: 0,
    pendingReplaced: 0,
    setAside: [],
    isSample: false,
    accounts: ['Visa'],
    firstDay: '2026-01-03',
    lastDay: '2026-02-26',
  },
];
