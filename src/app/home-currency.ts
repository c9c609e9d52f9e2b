// The home currency guessed from a browser's language tag, by region. Data after ISO 4217 list one; extend the table, not the code.

/** Currency -> the ISO 3166 regions that use it. The dollar of the United States stands for what is not listed. */
const REGIONS: Readonly<Record<string, string>> = {
  EUR: 'AD AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MC ME MT NL PT SI SK SM VA XK',
  GBP: 'GB GG IM JE',
  CHF: 'CH LI',
  SEK: 'SE',
  NOK: 'NO SJ',
  DKK: 'DK FO GL',
  ISK: 'IS',
  PLN: 'PL',
  CZK: 'CZ',
  HUF: 'HU',
  RON: 'RO',
  RSD: 'RS',
  UAH: 'UA',
  TRY: 'TR',
  RUB: 'RU',
  GEL: 'GE',
  CAD: 'CA',
  MXN: 'MX',
  BRL: 'BR',
  ARS: 'AR',
  CLP: 'CL',
  COP: 'CO',
  PEN: 'PE',
  UYU: 'UY',
  AUD: 'AU NR KI TV',
  NZD: 'NZ CK NU',
  JPY: 'JP',
  CNY: 'CN',
  HKD: 'HK',
  TWD: 'TW',
  KRW: 'KR',
  INR: 'IN BT',
  IDR: 'ID',
  MYR: 'MY',
  PHP: 'PH',
  SGD: 'SG',
  THB: 'TH',
  VND: 'VN',
  PKR: 'PK',
  BDT: 'BD',
  LKR: 'LK',
  NPR: 'NP',
  AED: 'AE',
  SAR: 'SA',
  QAR: 'QA',
  KWD: 'KW',
  BHD: 'BH',
  OMR: 'OM',
  JOD: 'JO',
  ILS: 'IL PS',
  EGP: 'EG',
  MAD: 'MA EH',
  TND: 'TN',
  ZAR: 'ZA',
  NGN: 'NG',
  KES: 'KE',
  GHS: 'GH',
  XOF: 'BF BJ CI GW ML NE SN TG',
  XAF: 'CF CG CM GA GQ TD',
  XPF: 'NC PF WF',
};

const byRegion = new Map(Object.entries(REGIONS).flatMap(([currency, regions]) => regions.split(' ').map((region) => [region, currency])));

/** "de-AT" -> EUR; a tag without a region gets the likeliest one ("ja" -> JP). */
export function guessCurrency(languageTag: string): string {
  try {
    return byRegion.get(new Intl.Locale(languageTag).maximize().region ?? '') ?? 'USD';
  } catch (error) {
    if (error instanceof RangeError) return 'USD'; // a tag that is none
    throw error;
  }
}
