// Words of the Models and privacy screen, in English. Apart from the others, because only a screen that comes after the first paint reads them.
import { counted } from './en.ts';
import { inUse } from './in-use.ts';

const transactions = (count: number) => counted(count, 'transaction', 'transactions');

export const privacy = inUse({
  title: 'Models and privacy',
  rulesTitle: 'How questions are understood',
  rules: 'By rules that are part of the app. They need no model, no download and no network.',
  deviceTitle: 'This device',
  webgpu: 'Graphics for models (WebGPU)',
  memory: 'Memory, as the browser tells it',
  memoryAtLeast: (size: string) => `at least ${size}`,
  cores: 'Processor cores',
  storage: 'Storage used by Sotto',
  storageOf: (used: string, granted: string) => `${used} of ${granted} granted`,
  kept: 'Kept when space is short',
  keptYes: 'yes',
  keptNo: 'not promised by this browser',
  keep: 'Keep it when space is short',
  evictable:
    'Until the browser promises it, it may delete the ledger when space on this device runs out, and some do so after weeks without a visit. A saved backup is safe from that.',
  yes: 'yes',
  no: 'no',
  unknown: 'not told',
  full: 'Sotto uses more than 80 % of the space it may have. Removing old statements makes room.',
  networkTitle: 'Network requests in this session',
  networkNone: 'None. Everything came from this device.',
  networkAll: (count: number) =>
    `${counted(count, 'request', 'requests')}, ${count === 1 ? 'it went' : 'each of them'} to this address for parts of the app itself. The page is forbidden to reach any other.`,
  networkModels: (count: number) =>
    `${counted(count, 'of them was', 'of them were')} for models that you chose: these the app’s own helper fetches from their host, without ever seeing a transaction.`,
  networkOther: (count: number) => `${counted(count, 'request', 'requests')} went elsewhere:`,
  networkTable: 'Requests',
  networkShow: 'Show each request',
  address: 'Address',
  size: 'Size',
  fromCache: 'from this device',
  yoursTitle: 'Your data',
  yours: 'Your transactions live in this browser on this device, and nowhere else.',
  export: 'Export all transactions',
  exported: (count: number) => `${transactions(count)} written to a CSV file.`,
  exportFile: 'sotto-transactions.csv',
  erase: 'Erase everything',
  eraseTitle: 'Erase everything?',
  eraseWhat: (count: number, accounts: number) =>
    `This deletes ${transactions(count)} in ${counted(accounts, 'account', 'accounts')}, your statements’ history and your settings from this device. It cannot be taken back.`,
  eraseFirst: 'If you may need them, export them first.',
  eraseYes: 'Erase all of it',
  eraseNo: 'Keep everything',
});
