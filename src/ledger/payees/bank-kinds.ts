// The bank's own word for a kind of movement ("CARD_PAYMENT", "FPI", "Pot transfer", "DD", "Lastschrift") as one of a few channels.

export type Channel =
  | 'card' // bought with a card
  | 'bank' // sent or received by bank transfer: may be a person
  | 'debit' // collected by the other side
  | 'own' // between own accounts, pots, vaults
  | 'cash'
  | 'fee'
  | 'interest'
  | 'refund'
  | 'payment' // a payment to a card account
  | 'pay' // wages
  | 'check';

// Order matters: the first that fits wins.
const TABLE: readonly [Channel, RegExp][] = [
  [
    'own',
    /^pot\b|\b(?:pot|space|vault|goal|savings?|internal|own account) transfer|^top[- ]?up$|^(?:currency )?exchange$|conver(?:sion|t)(?!.*fee)|^fx$|^round[- ]?up|umbuchung|^own\b|traspaso interno|^virement interne|^saving space/,
  ],
  ['refund', /refund|^return$|reversal|^rev$|chargeback|card credit|credit voucher|^rfnd?$|reembolso|remboursement|erstattung/],
  ['interest', /^int$|interest|zinsen|^interets|intereses/],
  ['cash', /^atm|^cpt$|^c\/l$|cash(?! ?back| app)|geldautomat|bargeld|retrait|reintegro|prelievo|^gm$|^cwdl?$/],
  [
    'fee',
    /(?<!\b(?:club|school|tuition|membership|gym|course|nursery|professional|legal|dental|class|entry|exam|camp|college|university) )\bfees?\b|^chg$|^srvchg$|^charges?$|service charge|entgelt|gebuhr|^frais|comision/,
  ],
  ['pay', /^direct ?dep(?:osit)?$|^dirdep$|salary|payroll|wages|gehalt|nomina$|salaire/],
  ['check', /^che(?:ck|que)s?(?: paid)?$|^chq$/],
  [
    'card',
    /card|^sale$|^vis$|^\)\)\)$|^deb$|^pos\b|contactless|chip ?(?:&|and) ?pin|(?:apple|google) pay|mobile wallet|visa|mastercard|maestro|presentment|^ba$|kart|^purchase$|online payment|point of sale|^bcc$|^carte|tarjeta|compra|paiement cb|betaalautomaat|^spend|^debit purchase/,
  ],
  ['debit', /direct ?debit|^dd$|^d\/d$|^ddr$|lastschrift|prelevement|^prlv|incasso|recibo|domiciliacion|addebito|^ei$|^pre-?authori[sz]ed/],
  [
    'bank',
    /transfer|transaction credit|^(?:mobile|general) payment$|^payment (?:sent|received)$|faster|^fp[io]?$|^bgc$|^bacs?\b|^bac$|^tfr$|credit$|^cr$|^payment (?:to|from)|uberweis|gutschrift|virement|^vir\b|bonifico|transferencia|bizum|overschrijving|overboeking|^gt$|^ov$|standing order|^s\/?o$|^sto$|dauerauftrag|bill payment|^b?bp$|^obp$|chaps|p2p|^ft$|zelle|^pay$|monzo-to-monzo|^xfer$|deposit|income|wire/,
  ],
  ['payment', /^(?:auto|online |card )?payment(?: received)?$/],
];

const known = new Map<string, Channel | null>();

/** The channel that the bank's word names, or null when it says nothing ("DEBIT", "CREDIT" alone say only the sign). */
export function channelOf(bankKind: string | null): Channel | null {
  if (bankKind === null || bankKind.trim() === '') return null;
  const found = known.get(bankKind);
  if (found !== undefined) return found;
  const text = bankKind
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/_/g, ' ')
    .trim()
    .toLowerCase();
  const channel = /^(?:debit|credit)$/.test(text) ? null : (TABLE.find(([, pattern]) => pattern.test(text))?.[0] ?? null);
  known.set(bankKind, channel);
  return channel;
}
