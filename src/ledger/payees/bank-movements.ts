// Rows that are the bank's own doing or a person's own money moving: cash, fees, interest, card payments, transfers, checks.
// Told by words alone; src/ledger/flows decides with accounts and amounts what becomes of them. A long table.
import { matchWords } from './match-words.ts';
import { titleCase } from './title-case.ts';

export type Movement = 'cash' | 'fee' | 'interest' | 'card-payment' | 'transfer' | 'check';

export interface BankMovement {
  movement: Movement;
  /** The payee's name for such rows. */
  name: string;
}

// Words that mean an account wherever they stand, and those that do so only after "transfer to".
const sure =
  '(?:savings?|sav|checking|chk|chequing|current (?:account|a\\/?c)|money market|(?:cash |stocks and shares )?isa|spar(?:konto|en|rekening)|tagesgeld(?:konto)?|giro(?:konto)?|livret\\w*|ldds?|cuenta (?:ahorro|corriente)|conto (?:deposito|corrente)|oranje ?spaar\\w*|(?:flexible|flex|online|bonus|regular|instant|easy|everyday|monthly|limited|reward|digital|smart|double|triple|fixed(?: rate)?|loyalty|members?|club \\w+)(?: access)? saver|joint account|emergency fund|rainy day)';
const likely = '(?:share|mma|reserve|everyday|performance|brokerage|joint|goal|nest egg|pot|vault|space|pocket|extra)';
const masked = '(?:(?:account |acct |a\\/c )?(?:ending (?:in )?)?[x*.]{2,}\\s?\\d{3,4}|\\*\\d{4}|\\.{3}\\d{4})';
const words = (text: string): RegExp =>
  new RegExp(text.replaceAll('ACCOUNT', `(?:${sure}|${likely})`).replaceAll('SURE', sure).replaceAll('MASKED', masked), 'i');

/** The words of a bank's own fees: a text with another word in it is a shop's (TICKET SERVICE FEE). */
const FEE_WORDS = new Set(
  `A ABROAD ACCOUNT ACTIVITY ADVANCE ADVANTAGE AFTER AN AND ANNUAL ARRANGED AT ATM BALANCE BANK BANKING BKOFAMERICA BUSINESS CARD CASH CHARGE CHARGES CHASE CHECK CHECKING CHEQUE CLUB CREDIT CROSS CURRENCY
   BORDER CONVERSION DAILY DD DEBIT DIRECT DISHONOUR DISHONOURED DOMESTIC EXCESS EXCHANGE EXTENDED FEE FEES FOR FOREIGN FROM FUNDS FX GBP GOLD IN INACTIVITY INCOMING INSUFFICIENT INTERNATIONAL INTL ITEM LATE LIMIT LLOYDS MAINT
   MAINTAINING MAINTENANCE MEMBERSHIP METAL MINIMUM MONTHLY MONTH NETWORK NON NSF OF ON ORDER OUTGOING OUT OVER OVERDRAFT PACKAGED PAID PAPER PAST DUE POSTED PAYMENT PLAN PLATINUM PLUS PREMIUM PROCESSING PURCHASE QTR QTRLY QUARTER QUARTERLY REBATE REFUND REIMBURSEMENT
   REPLACEMENT RETURNED REVERSAL REWARD SAVINGS SERVICE STATEMENT STERLING STOP SURCHARGE TO TRANS TRANSACTION TRANSFER UNARRANGED UNAUTHORISED UNPAID USAGE USD USE EUR ALERT CASH CHARGES CHG CHGS ECS GST INCL INSTA NACH RTN SMS TXN VAT 1TXN WAIVER WIRE WIRES WITH WITHDRAWAL YEARLY`.split(
    /\s+/,
  ),
);
const FEE =
  /\b(?:fees?|surcharge|bank charges?|service charges?|account charge|overdraft (?:charge|usage)|daily charge|unpaid item charge|late (?:payment )?charge|over-?limit charge|returned (?:payment|item) charge)\b|^charges?\b|\b(?:charges?|chgs?)\b(?=.* incl gst\b)/i;
const FOREIGN_FEES =
  /\b(?:kontofu?e?hrung\w*|kontogebu?e?hr\w*|entgeltabschluss|kontoentgelt|auslandseinsatzentgelt|abrechnung entgelt|frais (?:bancaires|de tenue|carte|d.utilisation)|cotisation (?:carte|visa|mastercard|jazz|offre)|comision (?:mantenimiento|tarjeta|cuenta)|mantenimiento cuenta|canone (?:conto|mensile)|spese (?:conto|tenuta)|imposta di bollo|kosten (?:betaalpakket|betaalrekening|zakelijk)|maandelijkse kosten|bankkosten|korttimaksu|kontoavgift)\b/i;

/** FOREIGN TRANSACTION FEE HOTEL PENASCO: what the bank takes for a purchase, with the shop behind it. */
const FEE_ON =
  /^(?:foreign|international|int'?l|non-?sterling|cross-?border|overseas|currency|fx)\s+(?:(?:transaction|trans|trx|txn|purchase|currency|exchange|conversion|card)\s+){0,2}(?:fee|charge|surcharge|chg)\b/i;

const isFee = (text: string): boolean =>
  FEE_ON.test(text) ||
  FOREIGN_FEES.test(text) ||
  (FEE.test(text) && !isFeeWithin(text) && matchWords(withoutCodes(text)).every((word) => FEE_WORDS.has(word) || /^\d+$/.test(word)));

// What cash costs, in the languages whose words for cash are below; German glues it to the machine.
const COST =
  '(?:(?<!\\p{L})(?:fees?|(?:sur)?charges?|frais|commissione?|comisi[oó]n|comiss[aã]o|spese|kosten)|(?:entgelte?|geb(?:ü|ue?)hr(?:en)?))(?!\\p{L})(?!.?free)';
const BESIDE = '(?:incl\\w*|inkl\\w*|with|w\\/|plus|and|no|zero|without|waived|dont|avec|sans|mit|ohne|inc|con|sin|senza|zzgl|met|zonder)';
const CASH_FEE = new RegExp(COST, 'iu');
/** ATM WITHDRAWAL 103.00 INCL FEE 3.00 is cash still: a fee behind a sum or an address, or only told to be within, or not to be. */
const FEE_WITHIN = new RegExp(
  `(?:(?<![\\d/.-])\\d{3}|\\d[.,]\\d\\d(?!\\d|[.,/]\\d)).*${COST}|(?<!\\p{L})${BESIDE}\\W+(?:\\p{L}+\\W+)?${COST}`,
  'iu',
);

const isFeeWithin = (text: string): boolean => CASH.test(text) && FEE_WITHIN.test(text);

/** A fee is a fee, whatever bank's machine it is for: NON-WELLS FARGO ATM TRANSACTION FEE. Ask only of a text that speaks of cash. */
const isCashFee = (text: string): boolean => CASH_FEE.test(text) && !FEE_WITHIN.test(text);

const INTEREST =
  /\b(?:gross|net|credit|debit|overdraft|deposit|savings|purchase|cash advance|monthly|loan|account|accrued)?\s*\binterest\b(?! free|s\b)|^(?:deposit |share |credit )?dividends?\b.*\b(?:annual percentage|apye?)\b|^(?:deposit|share) dividends?\b(?! (?:fund|reinvest))|^dividends?(?: (?:credit(?:ed)?|deposit(?:ed)?|earned|paid|payment|posted))?$|\bod int\b|^int(?:erest)?(?:\.|\s)|^\d+:int\.? ?pd\b|\b(?:(?:haben|soll|guthaben)?zinsen|zinsabschluss|zinsgutschrift|intere(?:t|ê)ts? (?:crediteurs|debiteurs|livret)|liquidacion intereses|intereses|interessi|rente (?:spaarrekening|credit|debet)|creditrente)\b/i;
const notInterest = /p?interest (?:\w+ )?(?:group|media|inc|ltd|free)|points of interest/i;

const CASH =
  /\batm\b(?!.*\bdeposit)|\b(?:cash (?:withdrawal|wdl?|machine|out at|at|advance|point)|cashpoint|withdrwl|atm ?wd|notemachine|cardtronics|bankomat|bancomat|multibanco|geld ?automaa?t\w*|ga nr|geldopname|bargeld(?:auszahlung\w*)?|auszahlung (?:am|ga)|retrait(?: dab| gab| au distributeur)?|reintegro(?: cajero)?|cajero|disposicion efectivo|prelievo(?: bancomat| contante)?|levantamento|kontantuttak|cash dispenser|counter withdrawal|cash wd)\b|^(?:atw|nwd|eaw)-(?=[\dx]{6})|^cash (?!app|&|and|back|deposit|isa|in|for|generator|converters|reward|bonus|savings?)\S|^link .*@\d\d[:.]\d\d/i;

const CARD_PAYMENT: readonly RegExp[] = [
  /\bpayment\b.*\bthank|\bthank ?you\b.*\bpayment|\bpayment\b.{0,12}\breceived\b(?! from)|^(?:online|mobile|internet|automatic|electronic|direct debit|autopay|web|ach|phone) (?:payment|pymt|pmt)\b(?! (?:to|from) (?!.*\bcard\b))(?=$|\s*[-,]|\s+thank|\s+\d|\s+received)/i,
  /^(?:autopay|auto-?pmt|autopayment)(?=\s*(?:$|\d|-|payment|pmt|thank))/i,
  /\b(?:credit\s?(?:crd|card)|crcardpmt|crd ?card|cardmember(?: serv)?|card ?serv\w*|cr ?card)\b.*\b(?:e-?pay\w*|auto-?pay\w*|payment|pmt|pymt|bill ?pay\w*|online|ach|des:)|\bcrcardpmt\b/i,
  /(?<!\b(?:gift|oyster|travel|green|debit|prepaid|sim|loyalty|rail|bus|id|business|post) )\b(?:visa|mastercard|card)\b(?! factory).*\b(?:e-?pay\w*|auto-?pay\w*|online (?:pmt|pymt|payment)|bill pymt)/i,
  /\b(?:payment|pay|transfer|pmt)\b.* to .*\b(?:credit card|card ending|crd|visa(?= (?:card|ending|[x*.\d])|$)|mastercard|amex|american express)\b/i,
  /\b(?:amex|american express|americanexpress|discover|citi(?:bank)?(?= card| autopay| online| payment| pymt)|capital one|applecard gsbank|apple card|synchrony|barclaycard|mbna|newday|aqua|vanquis|fluid|marbles|zable|bk of amer|wells fargo card|chase card|us bank card)\b(?!.*\b(?:auto|loan|carpay)\b).*\b(?:e-?pay\w*|epayment|auto-?pay\w*|ach pmt|pmt|pymt|payment|card|dd|direct debit|bill)\b/i,
  /^(?:amex|american express|americanexpress|barclaycard(?: uk| commercial)?|mbna(?: limited)?|newday(?: ltd)?|vanquis(?: bank)?|capital one europe|aqua card|virgin money card|american exp\w*)(?:\s+(?:europe|services|uk|ltd|s\.?a\.?|gmbh|limited|\S*\d\S*|dd|cons|eu|dd[rb]?))*$/i,
  /\b(?:kreditkarten?(?:ab(?:rechnung|buchung))?|lastschrift kreditkarte|(?:visa|mastercard)-?abrechnung|releve (?:de )?carte|debit differe|liquidacion (?:de )?tarjeta|recibo (?:visa|mastercard|tarjeta)|addebito carta di credito|saldo carta|creditcard ?(?:afrekening|incasso)|int(?:ernational)? card services|pagamento cartao|credit card(?:s)?)$/i,
  /\bcredit card\b.*\b\d{4}\b|^(?:halifax|lloyds|natwest|hsbc|santander|nationwide|tesco bank|sainsburys bank|m&s bank|john lewis|first direct|tsb|rbs|virgin money|co-?op bank)\b.*\b(?:credit card|cr card|cc|creditcard)\b/i,
];

const bankNames =
  '(?:ally(?: bank)?|marcus|goldman sachs|discover bank|capital one|cit bank|amex savings|american express national bank|synchrony bank|sofi(?: bank)?|wealthfront|betterment|chime|varo|barclays(?: bank)?|hsbc|citibank|bank of america|wells fargo|us bank|pnc|chase|schwab(?: bank)?|fidelity|vanguard|charles schwab|axos|ufb|lending ?club|etrade|robinhood|acorns|first direct|halifax|lloyds(?: bank)?|tsb|bank of scotland|virgin money|co-?op(?:erative)? bank|metro bank|tesco bank|sainsburys bank|skipton(?: bs| building society)?|leeds b(?:uilding )?s(?:ociety)?|coventry b(?:uilding )?s(?:ociety)?|yorkshire b(?:uilding )?s(?:ociety)?|principality(?: bs| building society)?|starling|monzo|revolut|n26|bunq|chip|atom bank|zopa|nationwide|natwest|santander|dkb|ing)';
const TRANSFERS: readonly RegExp[] = [
  words('\\b(?:transfer|trf|trsf|tfr|xfer|moved?|sweep)\\b.*\\b(?:to|from|into|vers|zu|auf|von)\\b.*(?:\\bACCOUNT\\b|MASKED)'),
  words('\\b(?:withdrawal|deposit|payment|sent|added)\\b.*\\b(?:to|from|into)\\b.*(?:\\bSURE\\b|MASKED)'),
  /^\d{6} \d{7,8}\b(?:.*\b(?:mobile-channel|ft|tfr))?$/i,
  words("^(?:to|from)\\s+(?:[a-z]{3}\\s+|my\\s+|the\\s+|instant access\\s+|[\\w']+\\s+)?ACCOUNT(?:\\s+(?:account|pot|\\d+))?$"),
  /\b(?:to|from|into)\s+(?:my |our )?own\s+(?:[\w.]+\s+){0,2}(?:account|acct|acc|a\/c)\b/i,
  words('^(?:transfer|xfer|tfr)\\s+(?:ACCOUNT|MASKED)'),
  words('^ACCOUNT(?: account)?(?: (?:no )?[\\d-]{6,}.*)?$'),
  /^(?:to|from) (?:a\/c|acc|acct|account)\b/i,
  /^(?:withdrawal|deposit)[ -](?:online|mobile|internet) \d{5,} tfr\b/i,
  /\b(?:internet|online|mobile|web|home banking) (?:transfer|xfer|tfr) (?:to|from) (?:account|acct|share|checking|savings)\b/i,
  words('^(?:savings?|ACCOUNT)\\s+(?:transfer|top[- ]?up|deposit|withdrawal)\\b'),
  words(
    `\\b${bankNames}\\b.*\\bdes:\\s*\\W?(?:transfer|xfer|p2p|trnsfr|ext ?trnsfr|ach trnsfr|deposit|withdrawal|web xfr|moneyline|savings)`,
  ),
  words(`^${bankNames}\\b.*\\b(?:\\$?e?-?transfer|xfer|ext trnsfr|moneyline|savings|saver)\\b`),
  /\b(?:internal|self|own account|inter-?account|account to account|between (?:own |my )?accounts?|book) (?:transfer|tfr|trf)\b|\btransfer between\b/i,
  /\btop-?\s?up (?:by|from)\b|\b(?:apple|google) pay top-?\s?up\b|\b(?:balance|auto|account|card|wallet|automatic) top-?\s?up\b|^top-?\s?up$/i,
  /^revolut\s*\*+|^revolut\b.*\btop/i,
  // A wallet and the bank behind it, as PayPal and Venmo write it.
  /^(?:bank deposit to (?:pp|paypal) account|(?:general|user initiated) withdrawal|(?:standard|instant) transfer|(?:withdraw(?:al)?(?: of)?|transfer|move)(?: funds| money)? to (?:a |your )?bank(?: account)?|add(?:ed)? (?:funds|money) from (?:a |your )?bank(?: account)?|bankgutschrift auf paypal-konto|von nutzer eingeleitete abbuchung)$/i,
  /\bpot\b.*\b(?:transfer|withdrawal|deposit)\b|\b(?:transfer|moved|withdrawn?|deposit\w*)\b.*\bpot\b|\bround-?\s?ups?\b|\b(?:save|keep) the change\b|^(?:to|from) pocket\b|\bpocket withdrawal\b/i,
  /^exchanged? (?:to|from|[a-z]{3} )\b|^exchanged? [a-z]{3}\b|^convert(?:ed)? (?:[\d.,]+ )?(?:to |from )?[a-z]{3}\b|^(?:currency|fx|balance) (?:exchange|conversion|transfer)\b(?!.*\bfee\b)|^conversion$/i,
  /\b(?:umbuchung|uebertrag|übertrag|eigenuebertrag|giroconto|girofondi|traspaso (?:interno|propio|a cuenta|entre cuentas)|traspaso|virement interne|vir(?:ement)? (?:vers|de|depuis) (?:mon |le )?(?:livret|compte)\w*|virement (?:epargne|livret)|eigen rekening|(?:naar|van) (?:\w+ )?spaarrekening|spaaropdracht|overf[oø]rsel (?:til|fra) (?:egen|opsparing)|egen konto|przelew w[łl]asny|przelew wewn\w+|sparplan|sparen)\b/i,
  /^(?:online|mobile|internet|telephone) banking transfer(?: (?:deposit|withdrawal))?(?: \d.*)?$|^von \S.* nach \S|^from (?:\w+ )?(?:main |current )?account to \S/i,
  /^(?:online|mobile|internet|web|phone|telephone)?(?: banking)? ?(?:transfer|xfer|tfr)(?: (?:to|from|ref|conf\S*|#)?\s*[x*.#\d-]{4,}.*)?$/i,
  /\b(?:online|mobile|recurring|scheduled)(?: banking)? transfer (?:to|from) (?!.*\b(?:zelle|venmo)\b)(?:ACCOUNT|sav|chk|[a-z ]*[x*.]{2,}\d)/i,
];

const CHECK = /^(?:(?:share )?draft(?=\s*#?\s*\d)|check|cheque|chq)(?: paid)?(?:\s*(?:#|no\.?|number|nr)?\s*\d+)?(?: tracer \d+)?$/i;

const withoutCodes = (text: string): string =>
  text
    .replace(/\ba\/c\b/gi, 'account')
    .replace(/\b(?:for activity of|for period|ref|ref\.|on|to|from|effective)\s*[\d/.-].*$/i, '')
    .replace(/\b\d{1,2}[/.-](?:19|20)\d{2}\b/g, ' ')
    .replace(/\b\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\b/g, ' ')
    .replace(/[#*]?\s*[\dx]{4,}\b/gi, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s,.:;#-]+$/, '')
    .trim();

/** The bank's own movement that a text speaks of, or null for an ordinary payment. */
export function readMovement(text: string): BankMovement | null {
  if (CHECK.test(text)) return { movement: 'check', name: /^(?:check|draft|share)/i.test(text) ? 'Check' : 'Cheque' };
  if (isFee(text)) return { movement: 'fee', name: feeName(text) };
  if (INTEREST.test(text) && !notInterest.test(text))
    return { movement: 'interest', name: /^\d+:int/i.test(text) ? 'Interest' : titleCase(withoutCodes(text)) || 'Interest' };
  if (CASH.test(text)) return isCashFee(text) ? { movement: 'fee', name: feeName(text) } : { movement: 'cash', name: 'Cash withdrawal' };
  if (TRANSFERS.some((form) => form.test(text))) return { movement: 'transfer', name: transferName(text) };
  if (CARD_PAYMENT.some((form) => form.test(text))) return { movement: 'card-payment', name: 'Credit card payment' };
  return null;
}

export function feeName(text: string): string {
  const [taken] = FEE_ON.exec(text) ?? [];
  if (taken !== undefined) return titleCase(taken);
  if (/\batm\b/i.test(text) && !/rebate|refund|reimburse/i.test(text)) return 'ATM Fee';
  return titleCase(withoutCodes(text)) || 'Fee';
}

function transferName(text: string): string {
  const way = /\b(to|from)\b/i.exec(text)?.[1]?.toLowerCase();
  const what = /\b(sav(?:ings?)?|checking|chk|current account|isa|pot|vault|brokerage|money market)\b/i.exec(text)?.[1]?.toLowerCase();
  if (/top-?\s?up/i.test(text)) return 'Top-up';
  const bank = new RegExp(`^${bankNames}`, 'i').exec(text)?.[0];
  if (bank) return titleCase(bank.toUpperCase());
  const other = what === 'isa' ? 'ISA' : what === 'saving' || what === 'sav' ? 'savings' : what === 'chk' ? 'checking' : what;
  return way && other ? `Transfer ${way} ${other}` : 'Transfer';
}
