// Every word about the walls, in English: the SQL console and the log of requests.
import { counted } from './en.ts';

export const enWalls = {
  evidence: {
    title: 'What can leave this page',
    lead: 'Sotto reads, counts and keeps everything here. The page and what works behind it may ask for nothing but this app’s own files. Only a model that you choose is fetched from its host, by the service worker, which never sees a transaction. This browser enforces it; what follows is read from it now.',
    isolated: (yes: boolean) =>
      yes ? 'This page is isolated from every other.' : 'This page is not isolated from others: the browser or the host does not allow it.',
    watched: (yes: boolean) =>
      yes
        ? 'Every request passes the service worker, which writes down what it sends.'
        : 'The service worker is not there yet: load the page again.',
    rules: 'Rules in force',
    can: 'It can: fetch its own files, fetch a model that you choose, use the microphone when you talk, and save files that you ask for.',
    cannot: 'It cannot: reach any other address, load code from elsewhere, use the camera or your location, open windows, or send a form.',
    unruled:
      'This host sends no rules, and no service worker is let in to add them. The page holds itself to its own rules; what works behind it, where your ledger is read, does not. Use a normal window, or a host that sends the rules.',
    test: 'Test for a leak',
    testing: 'Testing',
    tested: (stopped: number, of: number) =>
      stopped === of
        ? `All ${of} ways out were stopped by this browser.`
        : `${of - stopped} of ${of} ways out were not stopped by a rule of this page.`,
    way: 'Way out',
    stoppedBy: 'Stopped by',
    open: 'nothing',
    tries: 'Ways out that were tried',
    closed: 'Network off',
    closedHint: 'Not even models are fetched. The browser itself may still look whether there is a new version of the app.',
    sentTitle: 'Every request that left this installation',
    sentNone: 'None yet.',
    sentSince: (count: number, last: string) => `${counted(count, 'request', 'requests')}, the last ${last}. None since.`,
    byHost: (host: string, count: number) => `${host}: ${counted(count, 'file', 'files')}`,
    sentShow: 'Show each',
    when: 'When',
    where: 'Where',
    why: 'Why',
    bytes: 'Bytes',
    whys: { model: 'a model that you chose', app: 'files of this app' },
    unknown: 'not said',
  },
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
