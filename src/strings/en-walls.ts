// Every word about the walls, in English: the SQL console and the log of requests.
import { counted } from './en.ts';

export const enWalls = {
  console: {
    title: 'SQL console',
    lead: 'For those who want it: read your ledger with one SELECT. It runs on a copy that holds only these tables, so nothing can change; what takes longer than five seconds is stopped.',
    box: 'SQL',
    start: 'SELECT month, currency, sum(amount) AS spent\nFROM spending\nGROUP BY month, currency\nORDER BY month DESC\nLIMIT 12',
    run: 'Run',
    stop: 'Stop',
    running: 'Running',
    result: (rows: number, took: string) => `${counted(rows, 'row', 'rows')} in ${took}`,
    more: (rows: number) => `The first ${counted(rows, 'row', 'rows')}; there are more. Add LIMIT or a narrower WHERE.`,
    table: 'Result of your SQL',
    empty: 'No row.',
    views: 'Tables and columns',
    functions: 'Functions',
    refused: (why: string) => `Not run: ${why}.`,
    mistake: (why: string) => `SQLite says: ${why}.`,
  },
};

export type WallWords = typeof enWalls;
