// Cells of a result as words of a sentence.
import type { SqlValue } from '../../ledger/database.ts';
import { dayWords } from '../plan/words.ts';

export const num = (value: SqlValue | undefined): number => (typeof value === 'number' ? value : 0);
export const str = (value: SqlValue | undefined): string => (value === null || value === undefined ? '' : String(value));
export const day = (value: SqlValue | undefined): string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? dayWords(value) : str(value);
export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
export const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
export const tidy = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/ ([.,:])/g, '$1')
    // "7 payments in in May 2026"
    .replace(/ in in /g, ' in ')
    .trim();
