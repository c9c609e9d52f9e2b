// Invented files with what real exports hold beside days and amounts: states, fees, taxes, amounts in other currencies, several accounts
// and currencies, texts of several lines, balances and totals among the rows, marks and signs of many kinds. The same seed makes the
// same file; its truth is known.
import { addDays, toDay, type Day } from '../../src/base/days.ts';
import { encodeAs } from './encode.ts';
import { random, type Generated } from './generate.ts';
import { LANGUAGES, type Language } from './languages.ts';

export interface Rich extends Generated {
  /** Net in smallest units by currency; null where the file names no currency. */
  net: ReadonlyMap<string, number> | null;
  pending: number;
  /** What nobody could know, by the keys of the questions: a reading that asks one of them is no fault. */
  open: readonly string[];
}

/** Words for what was done, is to come and never was; from exports of some countries. */
const STATES: Readonly<Record<string, readonly [string, string, string]>> = {
  en: ['Completed', 'Pending', 'Declined'],
  de: ['Gebucht', 'Vorgemerkt', 'Abgelehnt'],
  fr: ['Comptabilisé', 'En attente', 'Annulé'],
  es: ['Completado', 'Pendiente', 'Cancelado'],
  it: ['Eseguito', 'In attesa', 'Annullato'],
  nl: ['Verwerkt', 'In behandeling', 'Geweigerd'],
  pl: ['Zrealizowana', 'Oczekująca', 'Odrzucona'],
  pt: ['Concluída', 'Pendente', 'Recusada'],
};
const STATE_HEADS: Readonly<Record<string, string>> = {
  en: 'Status',
  de: 'Status',
  fr: 'Statut',
  es: 'Estado',
  it: 'Stato',
  nl: 'Status',
  pl: 'Status',
  pt: 'Estado',
};
const FEE_HEADS: Readonly<Record<string, string>> = {
  en: 'Fee',
  de: 'Gebühr',
  fr: 'Frais',
  es: 'Comisión',
  it: 'Commissione',
  nl: 'Kosten',
  pl: 'Prowizja',
  pt: 'Taxa',
};
const OPENING: Readonly<Record<string, readonly [string, string]>> = {
  en: ['Opening balance', 'Closing balance'],
  de: ['Anfangssaldo', 'Endsaldo'],
  fr: ['Solde initial', 'Solde final'],
  es: ['Saldo inicial', 'Saldo final'],
  it: ['Saldo iniziale', 'Saldo finale'],
  nl: ['Beginsaldo', 'Eindsaldo'],
  pl: ['Saldo początkowe', 'Saldo końcowe'],
  pt: ['Saldo inicial', 'Saldo final'],
};
/** What no reader may run, draw or count with. */
const STRANGE = [
  '=HYPERLINK("http://x.test","pay")',
  "Robert'); DROP TABLE posting;--",
  '<img src=x onerror=alert(1)>',
  '+49 30 123456 Taxi',
  '@cmd|calc',
  '-12.50 off sale',
  '12/05/2023 REF 2023-01-02',
];

type Pick = <T>(items: readonly T[]) => T;

interface Row {
  day: Day;
  minor: number;
  fee: number;
  currency: string;
  account: number;
  text: string;
  state: 0 | 1 | 2;
  balance: number;
}

const familyOf = (language: Language): string => language.name.slice(0, 2);
/** Heads that name a currency would gainsay a column of several. */
const plainHeads = (heads: readonly string[]): string[] => heads.filter((head) => !/[()$€]|[A-Z]{3}|[Ee]uro| in | en /.test(head));
const two = (value: number) => String(value).padStart(2, '0');

/** Languages of which this file knows the words for states and fees, and whose money has two decimals. */
const KNOWN = LANGUAGES.filter((language) => familyOf(language) in STATES && language.currency !== 'JPY' && language.currency !== 'KRW');

export function generateRich(seed: number): Rich {
  const next = random(seed * 7 + 3);
  const pick: Pick = (items) => items[Math.floor(next() * items.length)] as (typeof items)[number];
  const chance = (share: number) => next() < share;
  const language = pick(KNOWN);
  const family = familyOf(language);
  const has = {
    state: chance(0.3),
    fee: chance(0.2),
    balance: chance(0.5),
    foreign: chance(0.2),
    tax: chance(0.15),
    category: chance(0.25),
    kind: chance(0.2),
    reference: chance(0.3),
    time: chance(0.15),
    lines: chance(0.2),
    opening: chance(0.2),
    totals: chance(0.15),
    strange: chance(0.25),
    sep: chance(0.05),
    ragged: chance(0.1),
    whole: chance(0.1),
    otherMark: chance(0.1),
    monthly: chance(0.1),
    spending: chance(0.08),
    bare: chance(0.08),
  };
  const currencies = chance(0.2)
    ? [language.currency, ...['EUR', 'USD', 'GBP'].filter((code) => code !== language.currency)]
    : [language.currency];
  const accounts = chance(0.2) ? ['DE89370400440532013000', 'DE02120300000000202051'] : ['DE89370400440532013000'];
  const namesCurrency = currencies.length > 1 || chance(0.4);
  const namesAccount = accounts.length > 1 || chance(0.15);
  // A balance of several accounts or currencies at once is nobody's.
  const hasBalance = has.balance && currencies.length === 1 && accounts.length === 1 && !has.state;
  const hasOpening = has.opening && hasBalance;
  const newestFirst = chance(0.5);
  const sign = pick([
    'signed',
    'signed',
    'signed',
    'unicode',
    'symbol',
    'symbol-after',
    'columns',
    'columns',
    'parentheses',
    'trailing',
  ] as const);
  const grouping = pick(['usual', 'none', 'thin', language.mark === '.' ? 'lakh' : 'apostrophe'] as const);
  const dates = pick(['iso', 'iso', 'usual', 'usual', 'usual-time', 'iso-t', 'words'] as const);
  const mark = has.otherMark ? (language.mark === ',' ? '.' : ',') : language.mark;
  const thousands = has.otherMark ? (mark === ',' ? '.' : ',') : language.thousands;
  const delimiter = has.sep ? ';' : mark === ',' ? pick([';', ';', '\t', ',']) : pick([',', ',', ';', '\t']);
  const recipe = { language: language.name, sign, grouping, dates, delimiter, newestFirst, currencies: currencies.length, accounts: accounts.length, namesCurrency, ...has, hasBalance }; // prettier-ignore

  const rows = makeRows(language, pick([6, 9, 15, 30, 60]), currencies, accounts.length, has, next);
  let balance = 250_000 + Math.floor(next() * 500) * (has.whole ? 1000 : 997);
  const before = balance;
  for (const row of rows) row.balance = balance += row.minor - row.fee;
  const ordered = newestFirst ? [...rows].reverse() : rows;

  const number = (minor: number): string => grouped(Math.abs(minor), { mark, thousands, whole: has.whole }, grouping);
  // Some cards count what was spent as plus.
  const isTurned = has.spending && sign !== 'columns' && !hasBalance && !has.fee;
  const money = (minor: number, currency: string): string => signed(number(minor), isTurned ? -minor : minor, sign, currency);
  type Column = { head: string; cell: (row: Row) => string };
  const columns: Column[] = [{ head: pick(language.date), cell: ({ day }) => writeDay(day, dates, language, next) }];
  if (has.time)
    columns.push({
      head: family === 'de' ? 'Uhrzeit' : 'Time',
      cell: () => `${two(8 + Math.floor(next() * 12))}:${two(Math.floor(next() * 60))}`,
    });
  if (namesAccount) columns.push({ head: { de: 'IBAN Auftragskonto', fr: 'Compte', es: 'Cuenta', it: 'Conto', nl: 'Rekening', pl: 'Numer rachunku', pt: 'Conta' }[family] ?? 'Account', cell: ({ account }) => accounts[account] ?? '' }); // prettier-ignore
  if (has.kind) columns.push({ head: { de: 'Buchungsart', fr: 'Type', es: 'Tipo', it: 'Tipologia', nl: 'Mutatiesoort', pl: 'Typ operacji', pt: 'Tipo' }[family] ?? 'Transaction Type', cell: ({ minor }) => (minor < 0 ? 'Card' : 'Transfer') }); // prettier-ignore
  columns.push({ head: pick(language.text), cell: ({ text }) => text });
  if (has.reference) columns.push({ head: family === 'de' ? 'Referenz' : 'Reference', cell: ({ day, minor }) => `${day.replaceAll('-', '')}${String(Math.abs(minor)).padStart(9, '0')}` }); // prettier-ignore
  if (has.foreign) {
    columns.push({ head: { de: 'Originalbetrag', fr: "Montant d'origine", es: 'Importe original', it: 'Importo originale', nl: 'Oorspronkelijk bedrag', pl: 'Kwota oryginalna', pt: 'Valor original' }[family] ?? 'Original Amount', cell: ({ minor }) => signed(number(Math.round(minor * 1.27)), minor, sign === 'columns' ? 'signed' : sign, 'CHF') }); // prettier-ignore
    columns.push({ head: { de: 'Originalwährung', fr: "Devise d'origine", es: 'Divisa original', it: 'Valuta originale', nl: 'Oorspronkelijke valuta', pl: 'Waluta oryginalna', pt: 'Moeda original' }[family] ?? 'Original Currency', cell: () => 'CHF' }); // prettier-ignore
  }
  if (sign === 'columns') {
    columns.push({ head: pick(plainHeads(language.debit)) ?? 'Debit', cell: ({ minor }) => (minor < 0 ? number(minor) : '') });
    columns.push({ head: pick(plainHeads(language.credit)) ?? 'Credit', cell: ({ minor }) => (minor > 0 ? number(minor) : '') });
  } else columns.push({ head: pick(plainHeads(language.amount)) ?? 'Amount', cell: ({ minor, currency }) => money(minor, currency) }); // prettier-ignore
  if (has.fee) columns.push({ head: FEE_HEADS[family] ?? 'Fee', cell: ({ fee }) => number(fee) });
  if (has.tax) columns.push({ head: { de: 'davon MwSt', fr: 'dont TVA', es: 'IVA', it: 'IVA', nl: 'BTW', pl: 'VAT', pt: 'IVA' }[family] ?? 'VAT', cell: ({ minor }) => number(Math.round(minor / 6)) }); // prettier-ignore
  if (namesCurrency) columns.push({ head: pick(language.money), cell: ({ currency }) => currency });
  if (hasBalance) columns.push({ head: pick(language.balance), cell: (row) => signed(number(row.balance), row.balance, sign === 'columns' ? 'signed' : sign, row.currency) }); // prettier-ignore
  if (has.category) columns.push({ head: { de: 'Kategorie', fr: 'Catégorie', es: 'Categoría', it: 'Categoria', nl: 'Categorie', pl: 'Kategoria', pt: 'Categoria' }[family] ?? 'Category', cell: () => pick(['Food', 'Home', 'Fun']) }); // prettier-ignore
  if (has.state) columns.push({ head: STATE_HEADS[family] ?? 'Status', cell: ({ state }) => STATES[family]?.[state] ?? '' });

  const cell = (text: string): string => (/["\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text);
  const write = (cells: readonly string[]): string => cells.map(cell).join(delimiter);
  const textAt = columns.findIndex(({ head }) => language.text.includes(head));
  const balanceAt = hasBalance ? columns.findIndex(({ head }) => language.balance.includes(head)) : -1;
  const amountAt = columns.findIndex(({ head }) => language.amount.includes(head));
  const balanceRow = (at: 0 | 1): string => {
    const [day, figure] = at === 0 ? [rows[0]?.day ?? '', before] : [rows.at(-1)?.day ?? '', balance];
    return write(columns.map((_, column) => column === 0 ? writeDay(day, dates, language, next) : column === textAt ? (OPENING[family]?.[at] ?? '') : column === balanceAt ? signed(number(figure), figure, sign === 'columns' ? 'signed' : sign, language.currency) : '')); // prettier-ignore
  };
  const lines: string[] = has.sep ? ['sep=;'] : [];
  const isBare = has.bare && !hasOpening && !has.totals && !has.monthly && !isTurned && accounts.length === 1 && currencies.length === 1;
  if (!isBare) lines.push(write(columns.map(({ head }) => head)));
  if (hasOpening) lines.push(balanceRow(newestFirst ? 1 : 0));
  for (const [at, row] of ordered.entries()) {
    const month = ordered[at - 1]?.day.slice(0, 7);
    if (has.monthly && month !== undefined && month !== row.day.slice(0, 7)) lines.push(write(columns.map((_, column) => (column === textAt ? language.total : column === amountAt ? money(-123_400, language.currency) : '')))); // prettier-ignore
    const cells = columns.map((column) => column.cell(row));
    while (has.ragged && !hasBalance && cells.at(-1) === '') cells.pop();
    lines.push(write(cells));
  }
  if (hasOpening) lines.push(balanceRow(newestFirst ? 0 : 1));
  if (has.totals) lines.push(write(columns.map((_, column) => (column === 0 ? language.total : column === amountAt ? money(rows.reduce((sum, { minor }) => sum + minor, 0), language.currency) : '')))); // prettier-ignore

  const booked = rows.filter(({ state }) => state !== 2);
  const net = new Map<string, number>();
  for (const { minor, fee, currency } of booked) net.set(currency, (net.get(currency) ?? 0) + minor - fee);
  const days = booked.map(({ day }) => day).sort();
  return {
    seed,
    name: `rich-${language.name}-${seed}.csv`,
    bytes: encodeAs(`${lines.join(pick(['\n', '\r\n']))}\n`, 'utf-8'),
    recipe,
    net: namesCurrency ? net : null,
    pending: booked.filter(({ state }) => state === 1).length,
    open: [
      ...(has.fee ? ['fee'] : []),
      ...(isTurned ? ['sign'] : []),
      ...(isBare ? ['sign', 'column:amount', 'decimal-mark', 'pending'] : []),
      ...(has.whole ? ['decimal-mark'] : []),
    ],
    truth: {
      rows: booked.length,
      minor: [...net.values()].reduce((sum, minor) => sum + minor, 0),
      first: days[0] ?? '',
      last: days.at(-1) ?? '',
      currency: null,
      digits: 2,
      openDates: dates.startsWith('usual') && rows.every(({ day }) => Number(day.slice(8)) <= 12),
      openSign: false,
    },
  };
}

function makeRows(
  language: Language,
  count: number,
  currencies: readonly string[],
  accounts: number,
  has: { state: boolean; fee: boolean; lines: boolean; strange: boolean; whole: boolean },
  next: () => number,
): Row[] {
  // prettier-ignore
  const rows: Row[] = [];
  let day = toDay(2021 + Math.floor(next() * 5), 1 + Math.floor(next() * 12), 1 + Math.floor(next() * 28));
  for (let at = 0; at < count; at += 1) {
    const income = at === 1 || next() < 0.2;
    const texts = income ? language.income : language.spending;
    let text = texts[Math.floor(next() * texts.length)] ?? 'x';
    if (has.strange && next() < 0.3) text = STRANGE[Math.floor(next() * STRANGE.length)] ?? text;
    if (has.lines && next() < 0.3) text += '\nsecond line 14.50\nthird';
    const free = income ? 50_000 + Math.floor(next() * 400_000) : 150 + Math.floor(next() * next() * 190_000);
    const size = has.whole ? Math.ceil(free / 100) * 100 : free;
    rows.push({
      day,
      minor: income ? size : -size,
      fee: has.fee && next() < 0.4 ? (has.whole ? 200 : 25 + Math.floor(next() * 300)) : 0,
      currency: currencies[Math.floor(next() * currencies.length)] ?? language.currency,
      account: Math.floor(next() * accounts),
      text,
      state: !has.state || next() < 0.75 ? 0 : next() < 0.5 ? 1 : 2,
      balance: 0,
    });
    day = addDays(day, Math.floor(next() * 5));
  }
  return rows;
}

function writeDay(day: Day, dates: string, language: Language, next: () => number): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const time = `${two(Math.floor(next() * 24))}:${two(Math.floor(next() * 60))}`;
  if (dates === 'iso') return day;
  if (dates === 'iso-t') return `${day}T${time}:00Z`;
  if (dates === 'words')
    return `${Number(date)} ${'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')[Number(month) - 1]} ${year}`;
  const plain = language.name === 'en-US' ? `${month}/${date}/${year}` : language.mark === ',' && familyOf(language) === 'de' ? `${date}.${month}.${year}` : `${date}/${month}/${year}`; // prettier-ignore
  return dates === 'usual-time' ? `${plain} ${time}` : plain;
}

function grouped(
  minor: number,
  { mark: point, thousands, whole: isWhole }: { mark: string; thousands: string; whole: boolean },
  grouping: string,
): string {
  // prettier-ignore
  const text = String(minor).padStart(3, '0');
  const whole = text.slice(0, -2);
  const mark = { none: '', thin: '\u202f', apostrophe: '’' }[grouping];
  const shown = grouping === 'lakh' ? whole.replace(/(\d)(?=(\d\d)*\d{3}$)/g, point === '.' ? '$1,' : '$1 ') : whole.replace(/\B(?=(\d{3})+$)/g, mark ?? thousands); // prettier-ignore
  return isWhole ? shown : `${shown}${point}${text.slice(-2)}`;
}

const SYMBOLS: Readonly<Record<string, string>> = { EUR: '€', USD: '$', GBP: '£', CHF: 'CHF', PLN: 'zł', BRL: 'R$', INR: '₹' };

function signed(shown: string, minor: number, sign: string, currency: string): string {
  const mark = SYMBOLS[currency] ?? currency;
  switch (sign) {
    case 'unicode':
      return `${minor < 0 ? '−' : ''}${shown}`;
    case 'symbol':
      return `${minor < 0 ? '-' : ''}${mark}${mark.length > 1 ? ' ' : ''}${shown}`;
    case 'symbol-after':
      return `${minor < 0 ? '-' : ''}${shown} ${mark}`;
    case 'parentheses':
      return minor < 0 ? `(${shown})` : shown;
    case 'trailing':
      return `${shown}${minor < 0 ? '-' : ''}`;
    default:
      return `${minor < 0 ? '-' : ''}${shown}`;
  }
}
