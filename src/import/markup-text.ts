// Text between tags as a person reads it: the entities that banks write, once, and no others.
import { lookUp } from '../base/look-up.ts';

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  agrave: 'à',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  ccedil: 'ç',
  ouml: 'ö',
  uuml: 'ü',
  auml: 'ä',
  szlig: 'ß',
  ntilde: 'ñ',
  aacute: 'á',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  acirc: 'â',
  ocirc: 'ô',
  icirc: 'î',
  ucirc: 'û',
  euro: '€',
  pound: '£',
  deg: '°',
  oslash: 'ø',
  aring: 'å',
  aelig: 'æ',
  atilde: 'ã',
  otilde: 'õ',
};

export function plainText(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.includes('&')) return trimmed;
  return trimmed.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name) return lookUp(NAMED, name) ?? lookUp(NAMED, name.toLowerCase()) ?? whole;
    const code = decimal ? Number(decimal) : parseInt(hex ?? '', 16);
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole;
  });
}
