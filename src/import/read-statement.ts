// The bytes of any bank file -> what the ledger records. Runs in Node and in a worker alike; formats load when first met.
import { AppError } from '../base/errors.ts';
import { decode, ENCODINGS, type Decoded } from './decode.ts';
import { finish, type RawReading } from './finish.ts';
import type { ReadOptions, StatementReading } from './reading.ts';
import { OWN_HEADER, OWN_JSON } from '../ledger/exports/own-columns.ts';
import { refuseBinary, sniffBytes, sniffText } from './sniff.ts';

export type { ReadOptions, StatementReading } from './reading.ts';

/** Bytes beyond which a file is refused before it is read. */
export const MOST_BYTES = 1 << 30;

/** Throws AppError when the file as a whole cannot be read, and the signal's reason when cancelled. */
export async function readStatement(file: Uint8Array | Blob, options: ReadOptions): Promise<StatementReading> {
  options.signal?.throwIfAborted();
  const size = file instanceof Uint8Array ? file.length : file.size;
  if (size > MOST_BYTES)
    throw new AppError('statement-too-large', `The file has ${size} bytes; ${MOST_BYTES} is the most`, { size, most: MOST_BYTES });
  const bytes = file instanceof Uint8Array ? file : new Uint8Array(await file.arrayBuffer());
  options.signal?.throwIfAborted();
  const { raw, decoded } = await read(bytes, options);
  options.signal?.throwIfAborted();
  return finish(raw, decoded, bytes);
}

async function read(bytes: Uint8Array, options: ReadOptions, depth = 0): Promise<{ raw: RawReading; decoded: Decoded | null }> {
  switch (sniffBytes(bytes)) {
    case 'zip':
      return readZip(bytes, options, depth);
    case 'ole':
      return { raw: await (await import('./sheet/read-xls.ts')).readXls(bytes, options), decoded: null };
    case 'gzip':
      if (depth > 1) throw nested();
      return read((await import('./unpack.ts')).gunzip(bytes), options, depth + 1);
    case null:
      return readText(bytes, options);
  }
}

const nested = (): AppError =>
  new AppError('statement-unsupported', 'This file is packed several times over; unpack it and choose the statement inside', {
    kind: 'archive',
  });

/** A spreadsheet, or an archive that holds one statement. */
async function readZip(bytes: Uint8Array, options: ReadOptions, depth: number): Promise<{ raw: RawReading; decoded: Decoded | null }> {
  const { listZip, unzip } = await import('./unpack.ts');
  const names = listZip(bytes).map(({ name }) => name);
  if (names.some((name) => /^\/?xl\/workbook\.xml$/i.test(name)))
    return { raw: await (await import('./sheet/read-xlsx.ts')).readXlsx(bytes, options), decoded: null };
  if (names.includes('content.xml') || names.some((name) => /^\/?xl\/workbook\.bin$/i.test(name))) {
    unzip(bytes, (name) => name === 'content.xml');
    return { raw: await (await import('./sheet/read-xls.ts')).readXls(bytes, options), decoded: null };
  }
  const files = names.filter((name) => !name.endsWith('/') && !/(?:^|\/)(?:__MACOSX\/|\.)/.test(name));
  const [only] = files;
  if (only === undefined || files.length > 1 || depth > 0)
    throw new AppError(
      'statement-unsupported',
      `This is a packed archive of ${files.length} files; unpack it and choose the statements inside`,
      { kind: 'archive', files: files.slice(0, 20) },
    );
  const inside = unzip(bytes, (name) => name === only).get(only);
  if (!inside) throw nested();
  return read(inside, options, depth + 1);
}

async function readText(bytes: Uint8Array, options: ReadOptions): Promise<{ raw: RawReading; decoded: Decoded }> {
  const decoded = await decode(bytes, chosenEncoding(options));
  if (decoded.text.trim() === '') throw new AppError('statement-empty', 'The file holds no text', { size: bytes.length });
  refuseBinary(decoded.text, bytes.length);
  const text = decoded.text.includes('\0') ? decoded.text.replaceAll('\0', '') : decoded.text;
  if (isOwn(text)) return { raw: (await import('./read-own.ts')).readOwn(text, options), decoded };
  const format = sniffText(text);
  return { raw: await readFormat(format, text, options), decoded };
}

/** Our own export, as it was written; a copy that another program saved is read as any table (layouts/sotto.json). */
const isOwn = (text: string): boolean => text.startsWith(`${OWN_HEADER}\r\n`) || text.startsWith(OWN_JSON);

function chosenEncoding({ guesses }: ReadOptions): string | undefined {
  const chosen = guesses?.encoding;
  return chosen !== undefined && (ENCODINGS as readonly string[]).includes(chosen) ? chosen : undefined;
}

async function readFormat(format: ReturnType<typeof sniffText>, text: string, options: ReadOptions): Promise<RawReading> {
  switch (format) {
    case 'csv':
      return (await import('./read-csv.ts')).readCsv(text, options);
    case 'ofx':
      return (await import('./read-ofx.ts')).readOfx(text, options);
    case 'qif':
      return (await import('./read-qif.ts')).readQif(text, options);
    case 'mt940':
      return (await import('./read-mt940.ts')).readMt940(text, options);
    case 'camt':
      return (await import('./read-camt.ts')).readCamt(text, options);
    case 'json':
      return (await import('./read-json.ts')).readJson(text, options);
    case 'html':
      return (await import('./sheet/read-html.ts')).readHtml(text, options);
    case 'gnucash':
      return (await import('./read-gnucash.ts')).readGnuCash(text, options);
  }
}
