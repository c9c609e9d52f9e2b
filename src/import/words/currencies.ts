// Data: how files write currencies. ISO 4217 codes (and the old ones that banks still print), signs and short words.
import { fold } from '../../base/text.ts';

const CODES =
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BYR BZD CAD CDF CHF CLF CLP CNH CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LTL LVL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RUR RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USDT UYU UZS VES VND VUV WST XAF XAG XAU XCD XOF XPF XXX YER ZAR ZMW ZWL EEK DEM FRF ITL ESP NLG BTC ETH';
const codes = new Set(CODES.split(' '));

/** Signs and words that name one currency only. */
const SIGNS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  eur: 'EUR',
  euroa: 'EUR',
  eurot: 'EUR',
  eurodes: 'EUR',
  eiro: 'EUR',
  ευρω: 'EUR',
  cad$: 'CAD',
  'usd $': 'USD',
  '£': 'GBP',
  stg: 'GBP',
  '₹': 'INR',
  rs: 'INR',
  'rs.': 'INR',
  inr: 'INR',
  r: 'ZAR',
  '₽': 'RUB',
  руб: 'RUB',
  'руб.': 'RUB',
  р: 'RUB',
  'р.': 'RUB',
  '₴': 'UAH',
  грн: 'UAH',
  'грн.': 'UAH',
  '₺': 'TRY',
  tl: 'TRY',
  '₪': 'ILS',
  'ש"ח': 'ILS',
  'ש״ח': 'ILS',
  '₩': 'KRW',
  원: 'KRW',
  '₫': 'VND',
  đ: 'VND',
  '฿': 'THB',
  บาท: 'THB',
  '₱': 'PHP',
  '₦': 'NGN',
  '₸': 'KZT',
  '₾': 'GEL',
  '₡': 'CRC',
  '₲': 'PYG',
  zł: 'PLN',
  zl: 'PLN',
  kč: 'CZK',
  kc: 'CZK',
  ft: 'HUF',
  лв: 'BGN',
  'лв.': 'BGN',
  lei: 'RON',
  r$: 'BRL',
  us$: 'USD',
  usd$: 'USD',
  a$: 'AUD',
  au$: 'AUD',
  c$: 'CAD',
  ca$: 'CAD',
  nz$: 'NZD',
  hk$: 'HKD',
  s$: 'SGD',
  nt$: 'TWD',
  mx$: 'MXN',
  rd$: 'DOP',
  mop$: 'MOP',
  col$: 'COP',
  u$s: 'USD',
  u$d: 'USD',
  's/': 'PEN',
  's/.': 'PEN',
  'b/.': 'PAB',
  'gh₵': 'GHS',
  '৳': 'BDT',
  '៛': 'KHR',
  '₭': 'LAK',
  '₮': 'MNT',
  '₼': 'AZN',
  '֏': 'AMD',
  ksh: 'KES',
  kshs: 'KES',
  元: 'CNY',
  人民币: 'CNY',
  rmb: 'CNY',
  円: 'JPY',
  fr: 'CHF',
  'fr.': 'CHF',
  sfr: 'CHF',
  'sfr.': 'CHF',
  rp: 'IDR',
  rm: 'MYR',
  гривня: 'UAH',
  рубль: 'RUB',
  'د.إ': 'AED',
  'د.إ.': 'AED',
  'د.ا': 'JOD',
  'د.ا.': 'JOD',
  'د.أ': 'JOD',
  'د.أ.': 'JOD',
  'ر.س': 'SAR',
  'ر.س.': 'SAR',
  'ج.م': 'EGP',
  'ج.م.': 'EGP',
  'د.ك': 'KWD',
  'د.ك.': 'KWD',
  'د.ب': 'BHD',
  'د.ب.': 'BHD',
  'ر.ق': 'QAR',
  'ر.ق.': 'QAR',
  'ر.ع': 'OMR',
  'ر.ع.': 'OMR',
  'د.ع': 'IQD',
  'د.ع.': 'IQD',
  'د.م.': 'MAD',
  'د.ج': 'DZD',
  'د.ج.': 'DZD',
  'د.ت': 'TND',
  'د.ت.': 'TND',
  ريال: 'SAR',
  درهم: 'AED',
  جنيه: 'EGP',
};

/** Signs that several countries share: money is meant, which is not said. */
const SHARED: readonly string[] = ['fcfa', 'f cfa', 'cfa', '$', '¥', '￥', 'kr', 'kr.', ',-', '.-', 'p', 'с', '₨', 'lek', 'din', 'kn'];

/** The code that a short text names: `eur`, `€`, `Kč` -> EUR, EUR, CZK; '' for a shared sign; null for anything else. */
export function currencyOf(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed.length === 0 || trimmed.length > 7) return null;
  const upper = trimmed.toUpperCase();
  if (codes.has(upper)) return upper;
  const lower = trimmed.toLowerCase();
  const sign = SIGNS[lower] ?? SIGNS[fold(lower)];
  if (sign) return sign;
  return SHARED.includes(lower) ? '' : null;
}

/** Letters that people write for a currency before a figure, and that begin many a reference: they count only where the figure has a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  kd: 'KWD',
  bd: 'BHD',
  jd: 'JOD',
  'r.o.': 'OMR',
  sr: 'SAR',
  'sr.': 'SAR',
  qr: 'QAR',
  'qr.': 'QAR',
  dhs: 'AED',
  'dhs.': 'AED',
  dh: '',
  dt: 'TND',
  da: 'DZD',
  q: 'GTQ',
  'q.': 'GTQ',
  l: 'HNL',
  'l.': 'HNL',
  gs: 'PYG',
  'gs.': 'PYG',
  bs: '',
  'bs.': '',
  n: 'NGN',
  tk: 'BDT',
  'tk.': 'BDT',
  tsh: 'TZS',
  ush: 'UGX',
  br: '',
  mt: 'MZN',
  kz: 'AOA',
  mur: 'MUR',
  'nu.': 'BTN',
  mvr: 'MVR',
  ghc: 'GHS',
  'gh¢': 'GHS',
  k: '',
};

/** The currency that stands beside a figure; as `currencyOf`, and letters before a figure with a mark (behind one, "l" are litres). */
export function currencyBeside(text: string, isBeforeMarked: boolean): string | null {
  return currencyOf(text) ?? (isBeforeMarked ? (LETTERS[text.trim().toLowerCase()] ?? null) : null);
}

/** Short words that stand behind a figure and never glued before it: "FT1" and "LEI22" are references. */
const BEHIND_ONLY: ReadonlySet<string> = new Set([
  'ft',
  'lei',
  'tl',
  'kc',
  'kč',
  'zl',
  'zł',
  'р',
  'р.',
  'руб',
  'грн',
  'лв',
  'p',
  'с',
  'lek',
  'din',
  'kn',
]);

export const standsBehindOnly = (text: string): boolean => BEHIND_ONLY.has(text.toLowerCase());

/** A cell that holds an ISO code and nothing else, upper case; null otherwise. Lower case counts ("usd"), and "CURRENCY::EUR". */
export function codeOf(text: string): string | null {
  const upper = text
    .trim()
    .toUpperCase()
    // GnuCash names a currency among its commodities.
    .replace(/^CURRENCY::/, '')
    .replace(/^([A-Z]{3})\$$/, '$1');
  return upper.length >= 3 && upper.length <= 4 && codes.has(upper) ? upper : null;
}
