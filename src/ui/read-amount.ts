// An amount as a person types it, in minor units: either mark may stand for the decimals, marks of thousands are passed over.
import { exponentOf, toMinor } from '../base/money.ts';

/** Null when it is no amount of this currency. The sign that was typed stays. */
export function readAmount(text: string, currency: string): number | null {
  const bare = text.replace(/[\s\u00a0\u202f'’]/g, '').replace(/^\u2212/, '-');
  const match = /^([+-]?)([\d.,]*)$/.exec(bare);
  const body = match?.[2] ?? '';
  if (!match || !/\d/.test(body)) return null;
  const decimals = /[.,](\d*)$/.exec(body)?.[1];
  const isDecimal = decimals !== undefined && decimals.length <= exponentOf(currency) && exponentOf(currency) > 0;
  const whole = (isDecimal ? body.slice(0, body.length - decimals.length - 1) : body).replace(/[.,]/g, '') || '0';
  return toMinor(`${match[1]}${whole}${isDecimal ? `.${decimals}` : ''}`, currency);
}
