// A layout file: how to turn the rows of one export, which inference alone would misread, into a plain table that it reads.
// Data, checked here with exact messages; docs/import.md says how to write one.

/**
 * What a cell is made of: a column, "|column|" without its sign, "-|column|" as money out, "-column" turned about, "'text"; several
 * of those with a bar are added ("-|amount|-|fee|", decimal points).
 */
export type CellRule = string;

export interface RowRule {
  /** All must hold: the cell of the column is one of the values (case ignored); "Assets*" is a beginning, "" a blank. */
  when?: Record<string, string[]>;
  /** None may hold. */
  unless?: Record<string, string[]>;
  /** Name in the plain table -> what stands there. */
  cells: Record<string, CellRule>;
}

export interface Layout {
  name: string;
  /** What it is an export of, for people. */
  about: string;
  /** Columns that must all stand in the header, as written in the file. */
  header: string[];
  /** Columns that only the first row of a group fills; later rows take its value. */
  fillDown?: string[];
  /** An apostrophe before = + - @ only keeps a spreadsheet from taking text for a formula; it is no part of the text. */
  guarded?: boolean;
  /** Each row of the file gives one row for each rule that fits it. */
  rows: RowRule[];
  /** Lines of a small invented file, and what they must be read as: "2024-01-31 -12.50 EUR | account | payee". */
  sample: string[];
  expect: string[];
}

const isStrings = (value: unknown): value is string[] => Array.isArray(value) && value.every((each) => typeof each === 'string');
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Everything wrong with a layout file, each a sentence that names the place; empty when it is a Layout. */
export function findFaults(value: unknown): string[] {
  if (!isRecord(value)) return ['a layout file is one JSON object'];
  const faults: string[] = [];
  for (const key of ['name', 'about'] as const)
    if (typeof value[key] !== 'string' || value[key] === '') faults.push(`"${key}" must be a text`);
  for (const key of ['header', 'sample', 'expect'] as const)
    if (!isStrings(value[key]) || value[key].length === 0) faults.push(`"${key}" must be a list of texts`);
  if (value['fillDown'] !== undefined && !isStrings(value['fillDown'])) faults.push('"fillDown" must be a list of column names');
  const rules = value['rows'];
  if (!Array.isArray(rules) || rules.length === 0) return [...faults, '"rows" must be a list of at least one rule'];
  const columns = new Set(
    isStrings(value['sample']) ? (value['sample'][0] ?? '').split(',').map((name) => name.replace(/^"|"$/g, '').trim()) : [],
  );
  rules.forEach((rule: unknown, at) => faults.push(...faultsOfRule(rule, at, columns)));
  for (const name of isStrings(value['header']) ? value['header'] : [])
    if (columns.size > 0 && !columns.has(name)) faults.push(`"header" names "${name}", which the first line of "sample" lacks`);
  return faults;
}

function faultsOfRule(rule: unknown, at: number, columns: ReadonlySet<string>): string[] {
  const place = `"rows"[${at}]`;
  if (!isRecord(rule) || !isRecord(rule['cells'])) return [`${place} needs "cells"`];
  const faults: string[] = [];
  const cells = Object.entries(rule['cells']);
  for (const [name, made] of cells) {
    if (typeof made !== 'string') faults.push(`${place}.cells."${name}" must be a text`);
    else if (!made.startsWith("'") && columns.size > 0)
      for (const column of termsOf(made)?.map((term) => term.column) ?? [columnOf(made)])
        if (!columns.has(column)) faults.push(`${place}.cells."${name}" takes column "${column}", which the first line of "sample" lacks`);
  }
  if (!cells.some(([name]) => /date/i.test(name))) faults.push(`${place}.cells has no "Date"`);
  if (!cells.some(([name]) => /amount|debit|credit/i.test(name))) faults.push(`${place}.cells has no "Amount"`);
  for (const key of ['when', 'unless'])
    for (const [name, values] of Object.entries(isRecord(rule[key]) ? rule[key] : {})) {
      if (!isStrings(values)) faults.push(`${place}.${key}."${name}" must be a list of texts`);
      if (columns.size > 0 && !columns.has(name))
        faults.push(`${place}.${key} names column "${name}", which the first line of "sample" lacks`);
    }
  return faults;
}

/** The column that a cell rule takes from. */
export const columnOf = (rule: CellRule): string => rule.replace(/^-?\|(.*)\|$/, '$1').replace(/^-(?=.)/, '');

/** The terms of a sum, or null for a rule of one column. */
export function termsOf(rule: CellRule): { isOut: boolean; column: string }[] | null {
  const terms = [...rule.matchAll(/([-+]?)\|([^|]*)\|/g)].map(([, sign, column = '']) => ({ isOut: sign === '-', column }));
  return terms.length > 1 ? terms : null;
}
