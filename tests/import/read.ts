// For the tests of this room: reads text as a file would be read, and says in one short line what came out.
import { readStatement } from '../../src/import/read-statement.ts';
import type { Guesses, StatementReading } from '../../src/import/reading.ts';

export const TODAY = '2026-11-20';

export const read = (file: string | Uint8Array, guesses: Partial<Guesses> = {}, name = 'statement'): Promise<StatementReading> =>
  readStatement(typeof file === 'string' ? new TextEncoder().encode(file) : file, { name, today: TODAY, guesses });

/** "2024-03-15 -450" a row, in file order; a currency follows where the file says one. */
export const rows = ({ entries }: StatementReading): string[] =>
  entries.map(({ day, minor, currency }) => `${day} ${minor}${currency ? ` ${currency}` : ''}`);

export const asks = (reading: StatementReading): string[] => reading.asks.map(({ key }) => key);

export const issues = ({ setAside }: StatementReading): string[] => setAside.map(({ line, why }) => `${line} ${why}`);

/** Code and detail of the AppError that reading ends in; null when it does not. */
export async function refusal(
  file: string | Uint8Array,
  name = 'statement',
): Promise<{ code: string; message: string; detail: Record<string, unknown> } | null> {
  try {
    await read(file, {}, name);
    return null;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && 'message' in error)
      return {
        code: String(error.code),
        message: String(error.message),
        detail: ('detail' in error ? error.detail : {}) as Record<string, unknown>,
      };
    throw error;
  }
}
