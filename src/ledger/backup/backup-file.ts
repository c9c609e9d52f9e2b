// A backup file: the ledger's SQLite file, squeezed and sealed under a passphrase in pieces of 1 MiB.
//   "SOTTOBAK", the length of the head (4 bytes, big-endian), the head as JSON, SHA-256 of all that, and then the pieces
// The head says the version, what the passphrase costs and the SHA-256 of each piece; so damage is told without the passphrase, and
// told apart from a wrong one. Each piece is bound to its place, its number of pieces and everything that the head says of the whole.
import { AppError } from '../../base/errors.ts';
import { seal, unseal } from '../lock/sealing.ts';
import { isCost, stretch, tunedCost, type Cost } from '../lock/stretch.ts';
import { squeeze, unsqueeze } from './squeeze.ts';

const BACKUP_VERSION = 1;
const MAGIC = new TextEncoder().encode('SOTTOBAK');
const PIECE = 1024 * 1024;
const NONCE = 12;
const TAG = 16;
const SUM = 32;
/** A head of more would be of a ledger beyond any that sql.js can hold. */
const LARGEST_HEAD = 1024 * 1024;
const LARGEST_LEDGER = 2 ** 31;

export interface BackupHead {
  version: number;
  id: string;
  /** ISO 8601, UTC. */
  made: string;
  /** Bytes of the SQLite file. */
  size: number;
  cost: Cost;
  /** Hexadecimal. */
  salt: string;
  /** SHA-256 of each piece, hexadecimal. */
  pieces: string[];
}

export interface BackupOptions {
  passphrase: string;
  made: string;
  /** Measured on this device where it is not said. */
  cost?: Cost | undefined;
}

export async function writeBackup(file: Uint8Array<ArrayBuffer>, { passphrase, made, cost }: BackupOptions): Promise<Blob> {
  const squeezed = await squeeze(file);
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const count = Math.ceil(squeezed.length / PIECE);
  const facts = { version: BACKUP_VERSION, id: crypto.randomUUID(), made, size: file.length, cost: cost ?? (await tunedCost()) };
  const key = await stretch(passphrase, salt, facts.cost);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at < count; at += 1) {
    const { iv, sealed } = await seal(key, squeezed.slice(at * PIECE, (at + 1) * PIECE), placeOf(facts, at, count));
    const piece = new Uint8Array(NONCE + sealed.length);
    piece.set(iv);
    piece.set(sealed, NONCE);
    pieces.push(piece);
  }
  const sums = await Promise.all(pieces.map(async (piece) => toHex(await digest(piece))));
  const head = new TextEncoder().encode(JSON.stringify({ ...facts, salt: toHex(salt), pieces: sums } satisfies BackupHead));
  const front = new Uint8Array(MAGIC.length + 4 + head.length);
  front.set(MAGIC);
  new DataView(front.buffer).setUint32(MAGIC.length, head.length);
  front.set(head, MAGIC.length + 4);
  return new Blob([front, await digest(front), ...pieces], { type: 'application/octet-stream' });
}

/** Whether it begins as a backup of ours does. */
export async function isBackup(file: Blob): Promise<boolean> {
  const start = await bytesOf(file.slice(0, MAGIC.length));
  return start.length === MAGIC.length && start.every((byte, at) => byte === MAGIC[at]);
}

/** Throws `ledger-damaged` or `ledger-newer`. */
export async function readBackupHead(file: Blob): Promise<BackupHead> {
  return (await openFront(file)).head;
}

/** The SQLite file again. Throws `ledger-damaged` unless every byte is what was written, `passphrase-wrong` or `ledger-newer`. */
export async function readBackup(file: Blob, passphrase: string): Promise<Uint8Array<ArrayBuffer>> {
  const { head, end } = await openFront(file);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let at = end;
  for (const [number, sum] of head.pieces.entries()) {
    const isLast = number === head.pieces.length - 1;
    const piece = await bytesOf(file.slice(at, isLast ? file.size : at + NONCE + PIECE + TAG));
    if (piece.length < NONCE + TAG || piece.length > NONCE + PIECE + TAG || toHex(await digest(piece)) !== sum) {
      throw damaged(`piece ${number + 1} of ${head.pieces.length} is not what was written`);
    }
    at += piece.length;
    pieces.push(piece);
  }
  if (at !== file.size) throw damaged('it has more bytes than were written');
  return unfold(head, pieces, passphrase);
}

async function unfold(head: BackupHead, pieces: Uint8Array<ArrayBuffer>[], passphrase: string): Promise<Uint8Array<ArrayBuffer>> {
  if (!passphrase) throw new AppError('passphrase-wrong', 'no passphrase was given');
  const key = await stretch(passphrase, fromHex(head.salt), head.cost);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (const [number, piece] of pieces.entries()) {
    const place = placeOf(head, number, pieces.length);
    const part = await unseal(key, { iv: piece.slice(0, NONCE), sealed: piece.slice(NONCE) }, place);
    if (!part) throw new AppError('passphrase-wrong', 'the passphrase does not open this backup');
    parts.push(part);
  }
  const file = await unsqueeze(await bytesOf(new Blob(parts)), head.size);
  if (!file) throw damaged('it is not as long as it says');
  return file;
}

async function openFront(file: Blob): Promise<{ head: BackupHead; end: number }> {
  if (!(await isBackup(file))) throw damaged('it is no backup of Sotto');
  const start = await bytesOf(file.slice(0, MAGIC.length + 4));
  const length = start.length === MAGIC.length + 4 ? new DataView(start.buffer).getUint32(MAGIC.length) : Infinity;
  if (length > LARGEST_HEAD) throw damaged('its head is cut');
  const end = MAGIC.length + 4 + length;
  const front = await bytesOf(file.slice(0, end));
  const sum = await bytesOf(file.slice(end, end + SUM));
  if (front.length !== end || toHex(await digest(front)) !== toHex(sum)) throw damaged('its head is not what was written');
  return { head: asHead(JSON.parse(new TextDecoder().decode(front.slice(MAGIC.length + 4)))), end: end + SUM };
}

/** Its bytes are what somebody wrote; whether that was Sotto is seen here. */
function asHead(read: unknown): BackupHead {
  const head = Object(read) as BackupHead;
  if (!Number.isInteger(head.version) || head.version < 1) throw damaged('its head is none');
  if (head.version > BACKUP_VERSION) {
    throw new AppError('ledger-newer', `the backup has version ${head.version}, this app knows up to ${BACKUP_VERSION}`);
  }
  const isHead =
    typeof head.id === 'string' &&
    typeof head.made === 'string' &&
    Number.isInteger(head.size) &&
    head.size >= 0 &&
    head.size <= LARGEST_LEDGER &&
    isCost(Object(head.cost) as Cost) &&
    /^[\da-f]{32}$/.test(head.salt) &&
    Array.isArray(head.pieces) &&
    head.pieces.every((sum) => /^[\da-f]{64}$/.test(sum));
  if (!isHead) throw damaged('its head is none');
  return head;
}

const placeOf = ({ version, id, made, size }: Pick<BackupHead, 'version' | 'id' | 'made' | 'size'>, at: number, count: number): string =>
  `backup ${version} ${id} ${made} ${size} ${at}/${count}`;

const damaged = (what: string) => new AppError('ledger-damaged', `the backup is damaged: ${what}`);

const bytesOf = async (blob: Blob): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await blob.arrayBuffer());

export const digest = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

export const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const fromHex = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
