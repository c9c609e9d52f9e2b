// A day in three columns ("操作日(年)", "操作日(月)", "操作日(日)"; "Year;Month;Day"): put together in the first of them as rows pass; everything
// after knows whole days. Data: words for year, month and day, folded.
import { isRealDay, toDay } from '../../base/days.ts';
import { fold } from '../../base/text.ts';
import type { Row } from './find-tables.ts';
import { datePartsOf } from './profile.ts';
import { mapRows, type RowSource } from './rows.ts';

const UNITS = {
  year: 'year|yyyy|jahr|annee|an|ano|anno|jaar|ar|vuosi|rok|ev|metai|gads|aasta|год|рік|рiк|година|yil|ετος|שנה|سنة|年|년|tahun|nam|ปี',
  month:
    'month|mm|monat|mois|mes|mese|maand|maned|manad|kuukausi|miesiac|mesic|mesiac|honap|menuo|menesis|kuu|месяц|місяць|месец|ay|μηνας|חודש|شهر|月|월|bulan|thang|เดือน',
  day: 'day|dd|tag|jour|dia|giorno|dag|paiva|dzien|den|nap|diena|paev|день|ден|gun|ημερα|יום|يوم|日|일|hari|ngay|วันที่',
} as const;

type Unit = keyof typeof UNITS;

const PATTERNS = Object.entries(UNITS).map(([unit, words]) => ({
  unit: unit as Unit,
  pattern: new RegExp(`^(.*?)[\\s(（_-]*(?:${words})[)）]?$`, 'u'),
}));

/** What a header says beside the unit ("操作日(年)": 操作日), or null where it names none. */
function stemOf(name: string, unit: Unit): string | null {
  const found = PATTERNS.find((each) => each.unit === unit)?.pattern.exec(fold(name).trim());
  if (!found) return null;
  const stem = found[1] ?? '';
  // A word that only ends like one of the units ("Monday") names no unit.
  return stem === '' || !/[\p{L}\p{N}]$/u.test(stem) || /[^\p{ASCII}]$/u.test(stem) || /[\s(（_-]/u.test(name) ? stem : null;
}

/** The rows with whole days, or null when no header names the three parts or the cells do not bear it out. */
export function withWholeDays(source: RowSource, head: readonly Row[], thisYear: number): RowSource | null {
  for (const [place, { cells: header, line }] of head.slice(0, 40).entries()) {
    const found = partsIn(header);
    if (!found) continue;
    const below = head.slice(place + 1, place + 400).filter(({ cells }) => cells.length > 2);
    const { year, month, day, stem } = found;
    const dayOf = (cells: readonly string[]): string | null => {
      const [y, m, d] = [year, month, day].map((column) => Number((cells[column] ?? '').trim() || NaN));
      const whole = y === undefined || y > 99 ? y : 2000 + y;
      return whole && m && d && whole > 1980 && whole < thisYear + 3 && isRealDay(whole, m, d) ? toDay(whole, m, d) : null;
    };
    const hits = below.filter(({ cells }) => dayOf(cells) !== null).length;
    const isDated = header.some((_, column) => below.some(({ cells }) => datePartsOf((cells[column] ?? '').trim(), thisYear) !== null));
    if (hits === 0 || hits * 10 < below.length * 6 || isDated) continue;
    const put = (cells: string[], whole: string): string[] =>
      cells.map((cell, column) =>
        column === Math.min(year, month, day) ? whole : column === year || column === month || column === day ? '' : cell,
      );
    return mapRows(source, (cells, at) => {
      if (at === line) return put(cells, stem || 'Date');
      const whole = at > line ? dayOf(cells) : null;
      return whole === null ? cells : put(cells, whole);
    });
  }
  return null;
}

function partsIn(header: readonly string[]): { year: number; month: number; day: number; stem: string } | null {
  for (const [year, name] of header.entries()) {
    const stem = name.length > 30 ? null : stemOf(name, 'year');
    if (stem === null) continue;
    const other = (unit: Unit): number =>
      header.findIndex((each, column) => column !== year && each.length <= 30 && stemOf(each, unit) === stem);
    const [month, day] = [other('month'), other('day')];
    if (month >= 0 && day >= 0 && month !== day) return { year, month, day, stem };
  }
  return null;
}
