// What kind of file it is, told by its bytes and never by its name. Throws AppError for what no reader here can take, with
// a detail (`kind`) from which the words say what to do.
import { AppError } from '../base/errors.ts';
import type { Format } from './reading.ts';

/** Formats told by their first bytes; null says that it is text, to be told by its words. */
export type ByteFormat = 'zip' | 'ole' | 'gzip';

export function sniffBytes(bytes: Uint8Array): ByteFormat | null {
  if (bytes.length === 0) throw new AppError('statement-empty', 'The file is empty', { size: 0 });
  const starts = (...magic: number[]) => magic.every((byte, at) => bytes[at] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06)) return 'zip';
  if (starts(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return 'ole';
  if (starts(0x1f, 0x8b)) return 'gzip';
  const kind = unreadableKind(bytes, starts);
  if (kind) {
    const code = kind === 'pdf' || kind === 'sqlite' ? 'statement-unsupported' : 'statement-binary';
    throw new AppError(code, KIND_WORDS[kind], { kind, formats: READABLE });
  }
  return null;
}

type UnreadableKind = 'pdf' | 'image' | 'sqlite' | 'archive' | 'media' | 'program';

export const READABLE = ['CSV', 'OFX', 'QFX', 'QIF', 'CAMT', 'MT940', 'XLSX', 'XLS', 'JSON'] as const;

const KIND_WORDS: Record<UnreadableKind, string> = {
  pdf: 'This is a PDF. Its tables cannot be read safely; download the statement as CSV, OFX, QIF, CAMT, MT940 or Excel instead',
  image: 'This is an image, not a statement; choose the CSV, OFX or Excel export of the bank',
  sqlite: 'This is a database file, not a statement; export it as CSV or QIF from the program that made it',
  archive: 'This is a packed archive; unpack it and choose the statement inside',
  media: 'This is a sound or video file, not a statement',
  program: 'This is a program, not a statement',
};

function unreadableKind(bytes: Uint8Array, starts: (...magic: number[]) => boolean): UnreadableKind | null {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  if (/^[\s\0\xef\xbb\xbf]*%PDF-/.test(head)) return 'pdf';
  if (
    starts(0x89, 0x50, 0x4e, 0x47) ||
    starts(0xff, 0xd8, 0xff) ||
    head.startsWith('GIF8') ||
    head.startsWith('BM\0') ||
    (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') ||
    starts(0x49, 0x49, 0x2a, 0) ||
    starts(0x4d, 0x4d, 0, 0x2a) ||
    head.slice(4, 8) === 'ftyp'
  )
    return head.slice(4, 8) === 'ftyp' && !/heic|heif|avif|mif1/.test(head.slice(8, 16)) ? 'media' : 'image';
  if (head.startsWith('SQLite format 3\0')) return 'sqlite';
  if (head.startsWith('Rar!') || starts(0x37, 0x7a, 0xbc, 0xaf) || head.startsWith('BZh') || starts(0xfd, 0x37, 0x7a, 0x58))
    return 'archive';
  if (head.startsWith('ID3') || head.startsWith('OggS') || head.startsWith('RIFF')) return 'media';
  if (starts(0x7f, 0x45, 0x4c, 0x46) || (head.startsWith('MZ') && head.includes('\0'))) return 'program';
  return null;
}

/** Throws when the text is no text: many control or replacement characters. */
export function refuseBinary(text: string, size: number): void {
  let odd = 0;
  let seen = 0;
  const step = Math.max(1, Math.floor(text.length / 20_000));
  for (let at = 0; at < text.length; at += step) {
    const code = text.charCodeAt(at);
    if (code === 0) continue;
    seen += 1;
    if (
      code === 0xfffd ||
      (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12 && code !== 26) ||
      (code >= 0x7f && code < 0xa0)
    )
      odd += 1;
  }
  if (seen === 0) throw new AppError('statement-empty', 'The file holds nothing but NUL bytes', { size });
  if (odd * 20 > seen)
    throw new AppError('statement-binary', 'This is not a text export: its bytes are no letters of any alphabet', {
      kind: 'binary',
      formats: READABLE,
    });
}

/** The format of a text. Tells a web page from a table in a page; throws for a page without one. */
export function sniffText(text: string): Exclude<Format, 'xlsx' | 'xls'> {
  const head = text.slice(0, 4096);
  const start = head.replace(/^[\s\ufeff\0]+/, '');
  if (/<OFX>|^OFXHEADER|<\?OFX/i.test(head) || /<OFX[\s>]/i.test(text.slice(0, 16384))) return 'ofx';
  if (start.startsWith('<')) return sniffMarkup(text, start);
  if (/^[{[]/.test(start) && looksLikeJson(start)) return 'json';
  if (/^\s*!(?:Type|Account|Option|Clear|type)\b/im.test(head)) return 'qif';
  if (/^(?:\{1:|[\s\S]{0,400}?^:20:)/m.test(head) && /^:(?:60[FM]|61|25P?|28C?|34F|13D?):/m.test(text.slice(0, 20000))) return 'mt940';
  if (/^:20:/m.test(head) || /^\s?:61:\d{6}/m.test(head)) return 'mt940';
  if (looksLikeBareQif(head)) return 'qif';
  return 'csv';
}

function sniffMarkup(text: string, start: string): 'camt' | 'gnucash' | 'html' {
  const head = text.slice(0, 20_000);
  if (/<(?:\w+:)?(?:BkToCstmrStmt|BkToCstmrAcctRpt|BkToCstmrDbtCdtNtfctn)\b/.test(head) || /camt\.05[234]/.test(head)) return 'camt';
  if (/<gnc-v2|xmlns:gnc=/.test(head)) return 'gnucash';
  if (/<table[\s>]/i.test(text) || /urn:schemas-microsoft-com:office:spreadsheet/.test(head)) return 'html';
  if (/^<(?:!doctype html|html|head|body|script|!--)/i.test(start))
    throw new AppError(
      'statement-unsupported',
      'This is a web page, often the bank’s sign-in page saved in place of the file. Sign in and download the statement again',
      { kind: 'web-page', formats: READABLE },
    );
  if (/<!ENTITY/i.test(head))
    throw new AppError('statement-unreadable', 'This XML defines entities, which no statement needs; they are not expanded', {
      kind: 'entities',
      formats: READABLE,
    });
  throw new AppError('statement-unsupported', 'This XML is no bank statement that I know (CAMT.052, .053, .054, OFX, GnuCash)', {
    kind: 'xml',
    formats: READABLE,
  });
}

const looksLikeJson = (start: string): boolean => /^\{\s*(?:"|\})/.test(start) || /^\[\s*(?:[{["\]\d]|null|true|false)/.test(start);

/** QIF without its header: lines of D, T and ^. */
function looksLikeBareQif(head: string): boolean {
  const lines = head.split(/\r\n|\r|\n/).slice(0, 60);
  return (
    lines.some((line) => line.trim() === '^') &&
    lines.some((line) => /^D\s*\d/.test(line)) &&
    lines.some((line) => /^[TU]\s*[-+(\d$]/.test(line))
  );
}
