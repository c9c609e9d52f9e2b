// Questions that no plan says, the SELECT that says each, and what it gives. The labels in `about` and `during` are the vocabulary's.
import type { ReadableDatabase } from '../../../src/ledger/database.ts';
import { american, british } from '../support/ledger.ts';

export interface Golden {
  db: ReadableDatabase;
  question: string;
  select: string;
  /** Money in minor units, as the SQL gives it. */
  rows: (string | number | null)[][];
}

const byMonth = 'SELECT month AS label, sum(amount) AS value FROM spending';
const FEBRUARY = "during IN ('2026-02-01 until 2026-03-01')";
const YEAR = "during IN ('2026-01-01 until 2026-03-19')";

const WEEKDAYS = "weekday IN ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday')";

const USD: readonly Omit<Golden, 'db'>[] = [
  {
    question: 'in how many months did I spend more than 1500 dollars',
    select: `SELECT count(*) AS value FROM (${byMonth} GROUP BY month) WHERE value > 1500`,
    rows: [[2]],
  },
  {
    question: 'how many months did I spend over 200 on groceries',
    select: `SELECT count(*) AS value FROM (${byMonth} WHERE about IN ('category groceries') GROUP BY month) WHERE value > 200`,
    rows: [[1]],
  },
  {
    question: 'what was my highest monthly total',
    select: `SELECT max(value) AS value FROM (${byMonth} GROUP BY month)`,
    rows: [[1715.49]],
  },
  {
    question: 'what was my lowest monthly total on groceries this year',
    select: `SELECT min(value) AS value FROM (${byMonth} WHERE about IN ('category groceries') AND ${YEAR} GROUP BY month)`,
    rows: [[130]],
  },
  {
    question: 'in which months did I spend less than 1400 dollars',
    select: `${byMonth} GROUP BY month HAVING sum(amount) < 1400`,
    rows: [['2025-10', 1215.49]],
  },
  {
    question: 'which payees cost me more than 400 dollars in total',
    select: 'SELECT payee AS label, sum(amount) AS value FROM spending GROUP BY payee HAVING sum(amount) > 400 ORDER BY value DESC',
    rows: [
      ['Oakwood Properties', 7200],
      ['Whole Foods', 450],
      ['Delta Air Lines', 420],
    ],
  },
  {
    question: 'which month had the most different payees',
    select: 'SELECT month AS label, count(DISTINCT payee) AS value FROM spending GROUP BY month ORDER BY value DESC LIMIT 1',
    rows: [['2026-02', 11]],
  },
  {
    question: 'which payees have I visited more than 5 times',
    select: 'SELECT payee AS label, count(*) AS value FROM spending GROUP BY payee HAVING count(*) > 5 ORDER BY value DESC',
    rows: [
      ['Starbucks', 7],
      ['Oakwood Properties', 6],
      ['Netflix', 6],
    ],
  },
  {
    question: 'how many payees did I visit more than 3 times in February',
    select: `SELECT count(*) AS value FROM (SELECT payee AS label, count(*) AS value FROM spending WHERE ${FEBRUARY} GROUP BY payee) WHERE value > 3`,
    rows: [[0]],
  },
  {
    question: 'how many days between my first and last purchase at Chipotle',
    select: "SELECT max(day) - min(day) AS value FROM spending WHERE about IN ('payee Chipotle')",
    rows: [[21]],
  },
  {
    question: 'what percent of my Starbucks spending was on weekdays',
    select: `SELECT 100.0 * sum(CASE WHEN ${WEEKDAYS} THEN amount ELSE 0 END) / sum(amount) AS value FROM spending WHERE about IN ('payee Starbucks')`,
    rows: [[100]],
  },
];

const GBP: readonly Omit<Golden, 'db'>[] = [
  {
    question: 'what was my highest monthly total at Pret',
    select:
      "SELECT max(value) AS value FROM (SELECT month AS label, sum(amount) AS value FROM spending WHERE about IN ('payee Pret A Manger') GROUP BY month)",
    rows: [[12]],
  },
  {
    question: 'in how many months did I earn more than 2000 pounds',
    select: 'SELECT count(*) AS value FROM (SELECT month AS label, sum(amount) AS value FROM income GROUP BY month) WHERE value > 2000',
    rows: [[5]],
  },
];

export const GOLDEN: readonly Golden[] = [...USD.map((one) => ({ ...one, db: american })), ...GBP.map((one) => ({ ...one, db: british }))];

/** Each of these makes another SELECT of one, and so another question. */
export const MUTATIONS: readonly (readonly [RegExp, string])[] = [
  [/>/, '<'],
  [/>/, '>='],
  [/>/, '='],
  [/</, '>'],
  [/\bsum\(amount\)/, 'avg(amount)'],
  [/\bsum\(amount\)/, 'max(amount)'],
  [/\bsum\(amount\)/, 'count(*)'],
  [/\bsum\(amount\)/, 'count(DISTINCT payee)'],
  [/count\(\*\)/, 'sum(amount)'],
  [/count\(\*\)/, 'count(DISTINCT day)'],
  [/count\(\*\) AS value FROM \(/, 'sum(value) AS value FROM ('],
  [/count\(\*\) AS value FROM \(/, 'avg(value) AS value FROM ('],
  [/max\(value\)/, 'min(value)'],
  [/max\(value\)/, 'avg(value)'],
  [/max\(value\)/, 'sum(value)'],
  [/min\(value\)/, 'max(value)'],
  [/max\(value\) AS value FROM \(.*\)$/, 'max(amount) AS value FROM spending'],
  [/month AS label(.*)GROUP BY month/, 'year AS label$1GROUP BY year'],
  [/month AS label(.*)GROUP BY month/, 'day AS label$1GROUP BY day'],
  [/month AS label(.*)GROUP BY month/, 'payee AS label$1GROUP BY payee'],
  [/payee AS label(.*)GROUP BY payee/, 'category AS label$1GROUP BY category'],
  [/DISTINCT payee/, 'DISTINCT category'],
  [/DISTINCT payee/, 'DISTINCT day'],
  [/FROM spending/, 'FROM income'],
  [/FROM spending/, 'FROM transactions'],
  [/FROM income/, 'FROM spending'],
  [/FROM income/, 'FROM transfers'],
  [/ DESC LIMIT 1/, ' LIMIT 1'],
  [/ DESC LIMIT 1/, ' DESC LIMIT 3'],
  [/ ORDER BY value DESC LIMIT 1/, ''],
  [/( ORDER BY value DESC)$/, '$1 LIMIT 1'],
  [/ HAVING [^O]*/, ' '],
  [/\) WHERE value .*/, ')'],
  [/(\d{2,})(?!-)(?=$|\)| )/, '$10'],
  [/about IN/, 'about NOT IN'],
  [/about IN \('[^']*'\)( AND )?/, 'amount > 0$1'],
  [/ AND during IN \('[^']*'\)/, ''],
  [/during IN \('[^']*'\)/, "during IN ('all')"],
  [/max\(day\) - min\(day\)/, 'max(day)'],
  [/max\(day\) - min\(day\)/, 'min(day)'],
  [/max\(day\) - min\(day\)/, 'count(DISTINCT day)'],
  [/max\(day\) - min\(day\)/, 'count(*)'],
  [/100\.0 \* (sum\(CASE.*END\)) \/ sum\(amount\)/, '$1'],
  [/weekday IN/, 'weekday NOT IN'],
  [/'Monday', /, ''],
  [/CASE WHEN (weekday.*\)) THEN(.*) WHERE (about.*)$/, 'CASE WHEN $3 THEN$2 WHERE $1'],
];
