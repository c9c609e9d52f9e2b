// Names bent into other words: "Ubered" Uber, "Grubhubbed" Grubhub, "venmo'd" Venmo; and words of banks that name nothing.

/** What a verb may have been made of; nothing where it has no verb's ending. */
export function verbBases(word: string): string[] {
  const plain = word.replace(/[’']/g, '');
  const ending = /(?:ed|d|ing)$/.exec(plain)?.[0];
  if (ending === undefined || plain.length - ending.length < 3) return [];
  const base = plain.slice(0, -ending.length);
  const found = ending === 'd' ? [base] : [base, `${base}e`];
  if (plain.endsWith('ed')) found.push(plain.slice(0, -1));
  if (base.at(-1) === base.at(-2)) found.push(base.slice(0, -1));
  return found;
}

/** Ways to pay people that stand in the text of many payees. */
const CHANNELS: ReadonlySet<string> = new Set([
  'zelle',
  'venmo',
  'paypal',
  'cashapp',
  'revolut',
  'monzo',
  'bizum',
  'swish',
  'twint',
  'interac',
]);
export const isChannel = (word: string): boolean => CHANNELS.has(word);

/** Words of the banks' own language, and of trade: nobody means them as a name. */
const BANK_WORDS: ReadonlySet<string> = new Set(
  (
    'payment payments purchase purchases card cards debit credit online web mobile transfer transfers bank banking account accounts ' +
    'checking savings deposit withdrawal autopay bill bills direct standing order faster international reference from with date auth authorized ' +
    'recurring pending posted sale sales store stores shop retail service services company limited group corp help www http https com net ' +
    'thank type code number trip store point home city north south east west street road the and for not internet fees fee interest paid'
  ).split(' '),
);
export const isBankWord = (word: string): boolean => BANK_WORDS.has(word);
