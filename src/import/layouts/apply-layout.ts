// Finds the layout file whose columns stand in a header, and passes the rows on as the plain table that it describes.
import actual from './actual-splits.json';
import firefly from './firefly-iii.json';
import gnucash from './gnucash-csv.json';
import sotto from './sotto.json';
import wise from './wise-transactions.json';
import type { Row } from '../table/find-tables.ts';
import { cursorOver, type RowSource } from '../table/rows.ts';
import { columnOf, termsOf, type CellRule, type Layout, type RowRule } from './layout.ts';

export const LAYOUTS: readonly Layout[] = [sotto, firefly, gnucash, actual, wise];

export interface Applied {
  layout: Layout;
  source: RowSource;
}

export function applyLayout(source: RowSource, head: readonly Row[], layouts: readonly Layout[] = LAYOUTS): Applied | null {
  for (const { cells, line } of head.slice(0, 30)) {
    const names = cells.map((cell) => cell.trim());
    if (names.length < 3) continue;
    const layout = layouts.find(({ header }) => header.every((name) => names.includes(name)));
    if (layout) return { layout, source: through(source, layout, names, line) };
  }
  return null;
}

function through(source: RowSource, layout: Layout, names: readonly string[], headerLine: number): RowSource {
  const out = [...new Set(layout.rows.flatMap(({ cells }) => Object.keys(cells)))];
  const columns = new Map(names.map((name, at) => [name, at]));
  return {
    ...source,
    endsMidLine: false,
    open() {
      const cursor = source.open();
      const filled = new Map<string, string>();
      let waiting: string[][] = [];
      return cursorOver(cursor, () => {
        for (;;) {
          const ready = waiting.shift();
          if (ready) return ready;
          const cells = cursor.next();
          if (!cells) return null;
          if (cursor.line < headerLine) return cells;
          if (cursor.line === headerLine) return [...out];
          const get = reader(layout, columns, cells, filled);
          waiting = layout.rows.filter((rule) => fits(rule, get)).map((rule) => out.map((name) => make(rule.cells[name], get)));
        }
      });
    },
  };
}

type Get = (name: string) => string;

function reader(
  { fillDown = [], guarded = false }: Layout,
  columns: ReadonlyMap<string, number>,
  cells: readonly string[],
  filled: Map<string, string>,
): Get {
  for (const name of fillDown) {
    const own = cells[columns.get(name) ?? -1]?.trim() ?? '';
    if (own !== '') filled.set(name, own);
  }
  return (name) => {
    const cell = cells[columns.get(name) ?? -1]?.trim() ?? '';
    const own = guarded && /^'+[=+\-@＝＋－＠\t\r\n]/.test(cell) ? cell.slice(1) : cell;
    return own === '' && fillDown.includes(name) ? (filled.get(name) ?? '') : own;
  };
}

function fits({ when = {}, unless = {} }: RowRule, get: Get): boolean {
  const holds = ([name, values]: [string, string[]]): boolean => {
    const cell = get(name).toLowerCase();
    return values.some((value) => (value.endsWith('*') ? cell.startsWith(value.slice(0, -1).toLowerCase()) : cell === value.toLowerCase()));
  };
  return Object.entries(when).every(holds) && !Object.entries(unless).some(holds);
}

function make(rule: CellRule | undefined, get: Get): string {
  if (rule === undefined) return '';
  if (rule.startsWith("'")) return rule.slice(1);
  const terms = termsOf(rule);
  if (terms) return sumOf(terms.map(({ isOut, column }) => ({ isOut, text: get(column).replace(/^\s*[-+−]\s*/, '') })));
  const cell = get(columnOf(rule));
  if (cell === '' || columnOf(rule) === rule) return cell;
  const bare = cell.replace(/^\s*[-+−]\s*/, '');
  if (rule.startsWith('-|')) return `-${bare}`;
  if (rule.startsWith('|')) return bare;
  return bare === cell ? `-${cell}` : bare;
}

/** Exact, with as many decimals as the longest term; blank terms count nothing, a term that is no number makes the cell unreadable. */
function sumOf(terms: readonly { isOut: boolean; text: string }[]): string {
  const filled = terms.filter(({ text }) => text !== '');
  if (filled.length === 0 || filled.some(({ text }) => !/^\d[\d,]*(?:\.\d+)?$/.test(text)))
    return filled.map(({ text }) => text).join(' + ');
  const plain = filled.map(({ isOut, text }) => ({ isOut, text: text.replaceAll(',', '') }));
  const scale = Math.max(...plain.map(({ text }) => text.split('.')[1]?.length ?? 0));
  const total = plain.reduce((sum, { isOut, text }) => {
    const [whole = '0', decimals = ''] = text.split('.');
    const units = BigInt(whole + decimals.padEnd(scale, '0'));
    return isOut ? sum - units : sum + units;
  }, 0n);
  const digits = String(total < 0n ? -total : total).padStart(scale + 1, '0');
  return `${total < 0n ? '-' : ''}${digits.slice(0, digits.length - scale)}${scale > 0 ? `.${digits.slice(-scale)}` : ''}`;
}
