// Mends the roles that words alone gave, by what stands in the cells: a column of two words is no payee, one name on every row
// is the holder's, a card number that changes is no account, a currency beside the foreign amount is not the account's.
import { channelOf } from '../../ledger/payees/bank-kinds.ts';
import { claimsOf, normalise } from '../words/header-words.ts';
import { directionOf, isPlainDirection, speaksOfCard } from '../words/row-words.ts';
import type { Profile } from './profile.ts';
import type { Roles } from './roles.ts';

interface Given {
  header: readonly string[];
  profiles: readonly Profile[];
  roles: Roles;
  scores: Map<number, number>;
}

export function settleRoles(given: Given): void {
  tellDays(given);
  tellDirection(given);
  tellTexts(given);
  tellAccount(given);
  tellCurrency(given);
  tellCleared(given);
}

/** A day that is the same on every row is that of the statement, where another column has days that differ. */
function tellDays({ profiles, roles }: Given): void {
  const days = columnsOf(roles, 'day', 'booked-day');
  const changes = (column: number): boolean => (profiles[column]?.distinct.size ?? 0) > 1;
  if (!days.some(changes)) return;
  for (const column of days) {
    const { distinct, filled = 0 } = profiles[column] ?? {};
    if (distinct?.size === 1 && filled >= SAME_DAYS) roles.set(column, 'ignore');
  }
}

const SAME_DAYS = 3;

/** Budgets mark what their owner has seen on a statement: "Uncleared" was booked all the same. */
function tellCleared({ header, profiles, roles }: Given): void {
  for (const column of columnsOf(roles, 'state')) {
    const marks = [...(profiles[column]?.distinct ?? [])].map((cell) => cell.trim().toLowerCase());
    if (
      /^(?:cleared|reconciled)/i.test(header[column]?.trim() ?? '') &&
      marks.every((mark) => /^(?:(?:un)?cleared|reconciled|[curx*✓]|yes|no|true|false)$/.test(mark))
    )
      roles.set(column, 'ignore');
  }
}

const columnsOf = (roles: Roles, ...wanted: string[]): number[] =>
  [...roles]
    .filter(([, role]) => wanted.includes(role))
    .map(([column]) => column)
    .sort((a, b) => a - b);

/** Both ways are said, by words that are plain directions, in a few different cells. */
export function isDirection(profile: Profile | undefined): boolean {
  if (!profile || profile.filled === 0 || profile.directions * 10 < profile.filled * 9 || profile.distinct.size > 6) return false;
  const words = [...profile.distinct].filter(isPlainDirection);
  const letters = words.filter((word) => word.trim().length === 1).map((word) => word.trim().toLowerCase());
  if (letters.length > 0 && !LETTER_PAIRS.some((pair) => letters.every((letter) => pair.includes(letter)))) return false;
  const said = new Set(words.map(directionOf));
  return said.has(1) && said.has(-1);
}

/** Letters that banks pair for out and in: Debit/Credit, Soll/Haben, Debit/Kredit, Borç/Alacak, Terhelés/Jóváírás, Χρέωση/Πίστωση. */
const LETTER_PAIRS = ['dc', 'дк', 'sh', 'dk', 'ba', 'tj', 'tk', 'χπ', '借贷', '借貸', '支收', 'xπ'];

/** "Type" or "Details" over nothing but Debit and Credit says which way, not what kind; a constant says neither. */
function tellDirection({ header, profiles, roles, scores }: Given): void {
  for (const column of columnsOf(roles, 'direction')) {
    const profile = profiles[column];
    if (!profile || profile.distinct.size > 1 || profile.filled < 4) continue;
    const rows = Math.max(0, ...profiles.map(({ filled }) => filled));
    const sure = (scores.get(column) ?? 0) >= 50;
    if (profile.filled === rows && !sure) roles.set(column, 'kind');
  }
  if (columnsOf(roles, 'direction').length > 0) return;
  const isWords = (column: number) => [...(profiles[column]?.distinct ?? [])].every((cell) => cell.trim().length > 1);
  const told =
    columnsOf(roles, 'kind', 'state').find((column) => isDirection(profiles[column])) ??
    columnsOf(roles, 'memo', 'payee', 'category').find((column) => isWords(column) && isDirection(profiles[column]));
  if (told !== undefined && header.length > 0) roles.set(told, 'direction');
}

/** How much a column tells one row from another. */
const variety = (profile: Profile | undefined): number =>
  profile && profile.filled > 0 ? profile.distinct.size / Math.min(profile.filled, 64) : 0;

/** In every fourth cell and more two words of letters, RENT AND BILLS, TESCO STORES 3316 HULL: a bank's numbers have none. */
function isProse(profile: Profile | undefined): boolean {
  const cells = [...(profile?.distinct ?? [])].filter((cell) => cell.trim() !== '');
  return cells.length > 1 && cells.filter((cell) => /\p{L}{3}.*\s\S*\p{L}{3}/u.test(cell)).length * 4 >= cells.length;
}

function tellTexts({ header, profiles, roles }: Given): void {
  // Starling's Reference: what the shop or the sender wrote, and no number of the bank's.
  for (const column of columnsOf(roles, 'id')) if (isProse(profiles[column])) roles.set(column, 'memo');
  const texts = columnsOf(roles, 'payee', 'memo');
  const best = Math.max(0, ...texts.map((column) => variety(profiles[column])));
  const hasSurname = header.some((cell) =>
    /^(?:surname|last name|family name|nachname|apellidos?|cognome|sobrenome|achternaam|efternamn|nazwisko|prijmeni|фамилия)$/.test(
      normalise(cell),
    ),
  );
  for (const column of texts) {
    const profile = profiles[column];
    if (!profile) continue;
    const isPerson =
      hasSurname && /^(?:name|first name|vorname|nombre|nome|voornaam|fornamn|imie|jmeno|имя)$/.test(normalise(header[column] ?? ''));
    // A bank's word for the movement stands in most rows; a few that say PAYROLL or CLUB FEES are notes.
    const few = profile.filled >= 5 && profile.distinct.size <= 2 && variety(profile) * 2 < best && filling(profile, profiles) >= 0.5;
    const codes = profile.filled > 0 && profile.codes * 2 > profile.filled;
    if (isPerson || few || codes) roles.set(column, profile.distinct.size <= 1 || isPerson || codes ? 'ignore' : 'kind');
  }
  // Buchungstext: the bank's own words for kinds of movement, under a header that elsewhere stands over free text.
  for (const column of columnsOf(roles, 'memo')) {
    const own = profiles[column];
    const others = columnsOf(roles, 'payee', 'memo').filter((other) => other !== column);
    if (own && speaksOfChannels(own) && others.some((other) => variety(profiles[other]) > 2 * variety(own))) roles.set(column, 'kind');
  }
  // Of several payees the more telling comes first: a merchant before a mere name.
  const payees = columnsOf(roles, 'payee');
  if (payees.length > 1) {
    const [first] = [...payees].sort(
      (a, b) => variety(profiles[b]) * filling(profiles[b], profiles) - variety(profiles[a]) * filling(profiles[a], profiles),
    );
    const plain = payees.filter((column) => claimsOf(header[column] ?? '')[0]?.score === 100);
    for (const column of payees)
      if (column !== first && plain.length > 1 && variety(profiles[column]) * 2 < variety(profiles[first ?? -1])) roles.set(column, 'memo');
  }
}

/** Few different cells, short and without numbers, of which most name a channel: KARTENZAHLUNG, FOLGELASTSCHRIFT, DAUERAUFTRAG. */
function speaksOfChannels({ distinct, filled }: Profile): boolean {
  const cells = [...distinct].map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (filled < 8 || cells.length < 2 || cells.length > 14 || cells.length * 2 > filled) return false;
  if (cells.some((cell) => cell.length > 40 || /\d{2}/.test(cell))) return false;
  return cells.filter((cell) => channelOf(cell) !== null).length * 3 >= cells.length * 2;
}

const filling = (profile: Profile | undefined, profiles: readonly Profile[]): number =>
  (profile?.filled ?? 0) / Math.max(1, ...profiles.map(({ filled }) => filled));

/** Beside the number of a card stands who holds it. */
const HOLDER = /^(?:card ?members?(?: name)?|card ?holders?(?: name)?|karteninhaber|titulaire de la carte|titular de la tarjeta)$/;

/** Several cards may draw on one account: numbers of cards that change down the file name no accounts. */
function tellAccount({ header, profiles, roles }: Given): void {
  for (const column of columnsOf(roles, 'account')) {
    const profile = profiles[column];
    const isCard = speaksOfCard(header[column] ?? '') || header.some((cell) => HOLDER.test(normalise(cell)));
    if (profile && profile.distinct.size > 1 && isCard && profile.ibans === 0) roles.set(column, 'ignore');
    // "IBAN" over one that changes with nearly every row is of the other side.
    if (profile && profile.ibans > 2 && profile.distinct.size * 2 > profile.filled && /^iban$/i.test(header[column]?.trim() ?? ''))
      roles.set(column, 'other-account');
  }
}

/** One currency column only, and it stands beside the foreign amount and not beside the amount. */
function tellCurrency({ header, roles }: Given): void {
  const [currency, second] = columnsOf(roles, 'currency');
  const [original] = columnsOf(roles, 'original-amount');
  const [amount] = columnsOf(roles, 'amount');
  if (currency === undefined || second !== undefined || original === undefined || amount === undefined) return;
  const besideAmount = Math.abs(currency - amount) === 1;
  const sure = /\b(?:account|konto|cuenta|compte|conto|rekening|booking|billing)\b/.test(normalise(header[currency] ?? ''));
  if (currency === original + 1 && !besideAmount && !sure) roles.set(currency, 'original-currency');
}

/** Without a header: of several columns of currency codes the one that stands right behind the amount, else the first after it. */
export function settleBareCurrency(roles: Roles, profiles: readonly Profile[], amount: number): void {
  const codes = profiles.flatMap(({ codes: count, filled }, column) => (filled > 0 && count * 10 >= filled * 9 ? [column] : []));
  const currency = codes.find((column) => column > amount);
  if (codes.length < 2 || currency === undefined) return;
  for (const column of codes) roles.set(column, column === currency ? 'currency' : 'original-currency');
}
