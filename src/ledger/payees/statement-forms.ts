// The envelopes that banks put around the other side's name: ACH fields, "CARD PAYMENT TO ... ON 12 MAR", Zelle, SEPA references.
// Each form takes the name out and says what else it told. Applied until none fits; a long table.
import type { Channel } from './bank-kinds.ts';
import { findBrand } from './find-brand.ts';
import { matchWords } from './match-words.ts';

export interface Unwrapped {
  /** What is left of the name. */
  who: string;
  /** What the bank says it was for ("RENT PMT", "PAYROLL"), or ''. */
  purpose: string;
  channel: Channel | null;
  /** The form is one that only people use (Zelle, Bizum). */
  person: boolean;
  /** The bank keeps notes in a field of their own: all that is left is the name. */
  whole: boolean;
}

interface Form {
  pattern: RegExp;
  channel?: Channel;
  person?: boolean;
  whole?: boolean;
  /** Only in texts without small letters: the words are too short to trust elsewhere. */
  capitals?: boolean;
}

const FORMS: readonly Form[] = [
  // CommBank: the name first, then its door and the biller's code; a PayID between the name and what it was for; another bank's note.
  { pattern: /^(?<who>\p{L}.+?)\s+(?:netbank|commbank app) bpay(?:\s+\d[\d ]*)?(?:\s+(?<purpose>.+))?$/iu, channel: 'debit' },
  {
    pattern:
      /^(?:fast )?transfer (?:to|from)\s+(?!other bank)(?<who>\p{L}.+?)\s+(?:payid|osko|netbank|commbank app)\b(?:\s+(?:payment|transfer|phone|mobile|email|abn|org(?:anisation)? id|from|via|commbank|app|netbank)\b)*(?:\s+(?<purpose>.+))?$/iu,
    channel: 'bank',
  },
  { pattern: /^transfer to other bank (?:netbank|commbank app)\s+(?<who>\p{L}.+)$/iu, channel: 'bank' },
  // Fifth Third and its like: DEBIT CARD PURCHASE AT KROGER #907, KETTERING, OH ON 010626 FROM CARD#: XXXXXXXXXXXX7730
  {
    pattern:
      /^(?:(?:recurring |check |debit |atm |visa )*(?:card )?purchase) (?:at|with) (?<who>\p{L}.+?)(?:,? on \d{6}(?: .*)?|,? from (?:card|acct)\b.*)?$/iu,
    channel: 'card',
  },
  { pattern: /^(?:merchant (?:payment|purchase) )?(?<who>\p{L}.+?),? on \d{6} from (?:card|acct|account)\b.*$/iu, channel: 'card' },
  // Two or more lead words of a card purchase: POS DEBIT VISA CHECK CARD 1234 ..., DEBIT CARD PURCHASE XXXXX1234 ...
  {
    pattern:
      /^(?:(?:pos|point of sale|debit|card|visa|mastercard|mc|check|checkcard|recurring|purchase|withdrawal|pin|signature|digital|dbt|crd|pur|dda|aut|pre-?auth|retail|-+|[x*]{2,}\d{4}|\d{4}|\d{6,}|\d{2}[/-]\d{2}(?:[/-]\d{2,4})?)\s+-?\s*){2,}(?<who>\p{L}.+)$/iu,
    channel: 'card',
  },
  { pattern: /^[x*]{2,}\d{3,4}\s+(?<who>\p{L}.+)$/iu, channel: 'card' },
  // Bank of Ireland: the door and the day as one word (POSC30APR AMZN MKTP IE), and the scheme behind the name (SKY IRELAND SEPA DD).
  {
    pattern: /^(?:pos[cd]?|tap|vis|pur|crd)\d{2}(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\s+(?<who>\p{L}.+)$/iu,
    channel: 'card',
  },
  { pattern: /^(?<who>\p{L}.+?)\s+sepa (?:dd|direct debit)(?:\s+.*)?$/iu, channel: 'debit' },
  { pattern: /^(?<who>\p{L}.+?)\s+sepa (?:ct|sct|credit transfer)(?:\s+.*)?$/iu, channel: 'bank' },
  { pattern: /^365 ?online\s+(?<who>\p{L}.+)$/iu, channel: 'bank' },
  { pattern: /^eft (?:lodge?ment|withdrawal)(?: (?:from|to))?\s+(?<who>\p{L}.+)$/iu, channel: 'bank' },
  // United States: ACH as Bank of America, Chase and others print it.
  { pattern: /^paypal des:\s*inst xfer\s+id:\s*(?<who>[a-z][^:]*?)\s+indn:.*$/i, channel: 'debit' },
  { pattern: /^(?<who>.+?)\s+des:\s*(?<purpose>.*?)(?:\s+id:.*?)?(?:\s+indn:.*)?$/i, channel: 'debit' },
  {
    pattern: /^orig co name:\s*(?<who>.+?)\s+(?:orig id:.*?)?(?:desc date:.*?)?co entry descr:\s*(?<purpose>.*?)\s*(?:sec:.*)?$/i,
    channel: 'debit',
  },
  { pattern: /^(?<who>.+?)\s+(?:ppd|web|ccd|tel|ctx)\s+id:\s*\S+.*$/i, channel: 'debit' },
  {
    pattern: /^(?:recurring )?(?:purchase|payment|debit) authorized on \d\d\/\d\d\s+(?<who>.+?)(?:\s+[sp]\d{9,})?(?:\s+card \d{4})?$/i,
    channel: 'card',
  },
  { pattern: /^(?<who>.+?)\s+\d\d\/\d\d\s+(?:(?:mobile|recurring|card)\s+)?purchase\b.*$/i, channel: 'card' },
  { pattern: /^(?:checkcard|check card|chkcard|purchase|pmnt sent|ckcd)\s+\d{4}\s+(?<who>.+)$/i, channel: 'card' },
  { pattern: /^purchase return authorized on \d\d\/\d\d\s+(?<who>.+?)(?:\s+[sp]\d{3,})?(?:\s+card \d{4})?$/i, channel: 'refund' },
  {
    pattern:
      /^(?:refund|card refund|purchase return|return|remboursement|(?:rück|rueck)erstattung|retoure|reembolso|devoluci[oó]n|rimborso|terugbetaling)(?: (?:from|de|von|da|van))?[\s:-]+(?<who>\p{L}.+)$/iu,
    channel: 'refund',
  },
  // People.
  {
    pattern:
      /^(?:(?:withdrawal|deposit) )?zelle(?: instant)?(?: payment| transfer| money| pmt| credit| debit| withdrawal| deposit)?(?: sent| received)?\s+(?:(?:to|from|-|:)\s+)+(?<who>.+?)(?:\s+(?:on \d|conf(?:irmation)?#?|ref\b|for\b|\S*\d\S*\d|".*).*)?$/i,
    channel: 'bank',
    person: true,
  },
  { pattern: /^(?:money|payment) (?:sent|received)(?: by zelle)? (?:to|from) (?<who>.+)$/i, channel: 'bank', person: true },
  {
    pattern: /^(?:venmo|cash app|sqc? ?\*?cash app|apple cash)\s*\*\s*(?<who>[\p{L} .'-]+?)(?:\s+\S*\d\S*.*)?$/iu,
    channel: 'bank',
    person: true,
  },
  { pattern: /^venmo(?: (?:payment|transfer|pmt))? (?:to|from) (?<who>\p{L}.+)$/iu, channel: 'bank', person: true },
  {
    pattern:
      /^bizum(?: (?:enviado|recibido|env|rec))?(?:\s+(?:a favor de|de|a|para))?[:\s]+(?!(?:enviado|recibido|a favor)\b)(?<who>.+?)(?:\s+(?:por|concepto)\b.*)?$/i,
    channel: 'bank',
    person: true,
  },
  { pattern: /^tikkie(?: betaling)?\s+(?:aan|van)?\s*(?<who>.+)$/i, channel: 'bank', person: true },
  { pattern: /^paypal (?:sofort|friends).*?(?:von|from|to)\s+(?<who>.+)$/i, channel: 'bank', person: true },
  // United Kingdom: Santander, Barclays, NatWest, Lloyds, Nationwide, HSBC.
  {
    pattern: /^(?:card|contactless|mobile|apple pay|google pay)\s?payment (?:to|at)\s+(?<who>.+?)(?:,\s?[\d.,]+ ?[a-z]{3}\b.*)?$/i,
    channel: 'card',
  },
  { pattern: /^(?:direct debit(?: payment)?(?: to)?|dd payment to)\s+(?<who>.+?)(?:,?\s+(?:ref|mandate)\b.*)?$/i, channel: 'debit' },
  {
    pattern:
      /^(?:bill payment|standing order|regular transfer|transfer|payment)(?: via faster payments?)? to\s+(?<who>.+?)(?:,?\s+(?:ref(?:erence)?)\b[.:]?\s*(?<purpose>.*))?$/i,
    channel: 'bank',
  },
  {
    pattern: /^faster payments? (?:receipt|payment|received|sent)?\s*(?:ref\.?\s*(?<purpose>.*?))?\s*(?:to|from)\s+(?<who>.+)$/i,
    channel: 'bank',
  },
  { pattern: /^bank giro credit(?: ref)?\s+(?<who>[^,]+)(?:,\s*(?<purpose>.*))?$/i, channel: 'bank' },
  {
    pattern: /^(?:transfer|payment|bank credit|credit|fps? credit) from\s+(?<who>.+?)(?:,?\s+ref(?:erence)?\b[.:]?\s*(?<purpose>.*))?$/i,
    channel: 'bank',
  },
  {
    pattern:
      /^(?:bank credit|faster payments?(?: (?:in|out|received|sent))?|standing order|bill payment|internet transfer|chaps)\s+(?:(?:to|from)\s+)?(?<who>.+)$/i,
    channel: 'bank',
  },
  {
    pattern:
      /^(?:visa (?:debit )?(?:purchase|payment)|contactless(?: payment| purchase)?|card purchase|debit card (?:payment|purchase)(?: -)?|chip (?:&|and) pin|deb card)\s+(?<who>.+)$/i,
    channel: 'card',
  },
  { pattern: /^'?\d{4}\s+\d{2}[a-z]{3}\d{2}(?:\s+[a-z]{1,2})?\s*,\s*(?<who>[^,]+).*$/i, channel: 'card' },
  { pattern: /^(?:int'?l|\){3})\s+(?:\d{6,}\s+)?(?<who>.+)$/i, channel: 'card' },
  { pattern: /^(?<who>.+?)\s+on\s+\d{1,2}[ -](?:[a-z]{3}|\d\d-\d{2,4})(?:\s+[a-z]{2,4})?(?:\s+at \d.*)?$/i },
  { pattern: /^(?:call|mobile|online|internet) ref\.?\s?no\.?\s*\d*\s*,\s*(?<who>[^,]+).*$/i, channel: 'bank' },
  // NatWest and its sisters: fields between blanks and commas, GEMMA HART , RENT , VIA MOBILE - PYMT.
  {
    pattern: /^'?(?<who>(?=[^,]*\p{L}{2})[^,]+?) , (?:(?<purpose>[^,]+?(?: , [^,]+?)*?) , )?via (?:mobile|online)\b.*$/iu,
    channel: 'bank',
    whole: true,
  },
  {
    pattern: /^'?(?<who>(?=[^,]*\p{L}{2})[^,]+?) , (?<purpose>(?!.*\b(?:PAY|WAGES|SALARY|PAYROLL|PENSION)\b).+)$/u,
    whole: true,
    capitals: true,
  },
  { pattern: /^(?<who>.+?)\s+(?:via mobile.*|mobile-channel.*|cd \d{4}.*|pymt fp .*)$/i },
  { pattern: /^(?<who>.+?)\s+cr(?:\s+(?<purpose>[a-z].*))?$/i, channel: 'bank', capitals: true },
  { pattern: /^(?<who>.+?)\s+(?:bcc|cpm|clp|bdc)$/i, channel: 'card', capitals: true },
  { pattern: /^(?<who>.+?)\s+(?:ddr?|d\/d)$/i, channel: 'debit', capitals: true },
  // Canada: a bill paid (BPY), what was agreed to be taken (PAD), other payments (MSP).
  {
    pattern: /^(?<who>.+?\s.+?)\s+(?:bpy|msp|(?<!\b(?:launch|launching|lily|crash|bachelor|the|helicopter|mouse|key|brake)\s)pad)$/i,
    channel: 'debit',
    capitals: true,
  },
  { pattern: /^(?<who>.+?)\s+(?:bbp|sto|s\/o|bgc|bacs?|fp[io]|tfr|ft|bp|chaps)$/i, channel: 'bank', capitals: true },
  { pattern: /^(?:dd|d\/d|ddr)\s+(?<who>[^*]+)$/i, channel: 'debit', capitals: true },
  { pattern: /^(?:bp|obp|so|s\/o|sto|bgc|bac|bacs|fpi|fpo|tfr|cr)\s+(?<who>.+)$/i, channel: 'bank', capitals: true },
  { pattern: /^FP\s+(?<who>\p{Lu}.+)$/u, channel: 'bank' },
  { pattern: /^(?:vis|deb|pos)\s+(?<who>.+)$/i, channel: 'card', capitals: true },
  // Ireland: AIB's cards by chip and by contact, its orders by phone and by web.
  { pattern: /^vd[cp]-(?<who>\p{L}.+)$/iu, channel: 'card', capitals: true },
  { pattern: /^\*(?:inet|mobi)\s+(?<who>\p{L}.+)$/iu, channel: 'bank', capitals: true },
  // Further United States: what smaller banks put in front.
  { pattern: /^card purchase(?: with pin)?\s+(?:\d\d\/\d\d\s+)?(?<who>.+?)(?:\s+card \d{4})?$/i, channel: 'card' },
  {
    pattern:
      /^(?:preauthorized |pre-?authorized |recurring )?(?:ach|electronic|web authorized|external)\s+(?:electronic )?(?:pmt|payment|debit|credit|withdrawal|deposit|web(?:-\S+)?|tel(?:-\S+)?|ppd)\s+(?:to |from )?(?<who>.+)$/i,
    channel: 'debit',
  },
  {
    pattern:
      /^(?:pos|point of sale|debit card|visa debit) withdrawal\s+(?:-\s+)?(?:#?\d{6,}\s+)?(?<who>\p{L}.+?)(?:\s+(?:-\s+)?card(?: ending in)? [x*]*\d{4})?$/iu,
    channel: 'card',
  },
  {
    pattern:
      /^(?:pos|point of sale|debit card|visa debit) (?:deposit|refund|return)\s+(?:-\s+)?(?:#?\d{6,}\s+)?(?<who>\p{L}.+?)(?:\s+(?:-\s+)?card(?: ending in)? [x*]*\d{4})?$/iu,
    channel: 'refund',
  },
  { pattern: /^(?:preauthorized |pre-?authorized )?(?:withdrawal|deposit) (?:to|from)\s+(?<who>.+)$/i, channel: 'debit' },
  // Credit unions: the door first, then the name, then what each part of the order is called.
  { pattern: /^(?:withdrawal|deposit)\s+ach\s+(?<who>.+?)\s+type:\s*(?<purpose>.*?)(?:\s+(?:id|co|name):.*)?$/i, channel: 'debit' },
  {
    pattern:
      /^(?:withdrawal|deposit)\s+(?:(?:visa |mastercard )?(?:debit|check|signature) card|pos|point of sale)(?: (?:debit|credit|refund|return))?\s+(?:#\S+\s+)?(?<who>.+?)(?:\s+date \d\d?\/\d\d?\/\d\d.*)?(?:\s+%%.*)?$/i,
    channel: 'card',
  },
  { pattern: /^(?:direct dep(?:osit)?|dir dep)\s*-?\s*(?<who>.+)$/i, channel: 'pay' },
  {
    pattern: /^(?:bill ?pay(?! [dc]r-)(?:ment)?|online bill pay|bill paid)[: -]+(?:to )?(?<who>.+?)(?:\s+on[- ]line.*)?$/i,
    channel: 'debit',
  },
  { pattern: /^(?:pending|recurring)[:\s-]+(?<who>.+)$/i },
  // Euro accounts.
  { pattern: /^.*\/name\/(?<who>[^/]+)\/(?:.*?\/?remi\/(?<purpose>[^/]*))?.*$/i, channel: 'bank' },
  { pattern: /^(?<who>[^/]{3,}?)\s*\/\/.*$/i, channel: 'card' },
  { pattern: /^(?<who>.+?)\s*\b(?:eref|mref|kref|svwz|cred|abwa|iban|bic)[+:].*$/i },
  {
    pattern: /^(?:sepa[- ]?)?(?:basis|folge|erst|einzugs)?-?(?:lastschrift|last|einzug)\s+(?:von\s+|an\s+)?(?<who>.+)$/i,
    channel: 'debit',
  },
  {
    pattern: /^(?:(?:sepa|online|echtzeit|dauer)[- ]?)*(?:u|ue|ü)berweisung(?:sgutschrift)?\s+(?:von\s+|an\s+)?(?<who>.+)$/i,
    channel: 'bank',
  },
  { pattern: /^(?:dauerauftrag|gutschrift|lohn\s*\/?\s*gehalt|gehalt|lohn)\s+(?:von\s+|an\s+)?(?<who>.+)$/i, channel: 'bank' },
  { pattern: /^(?:kartenzahlung|girocard|ec-?karte|kauf|mastercard zahlung|visa zahlung|kreditkarte)\s+(?<who>.+)$/i, channel: 'card' },
  {
    pattern:
      /^(?:paiement (?:par carte|cb|psc)|achat cb|facture carte|carte|cb)\s+(?:x?\d{4}\s+)?(?:(?:du )?\d{2}[/.]?\d{2}(?:[/.]?\d{2,4})?\s+)?(?<who>.+?)(?:\s+(?:cb|carte)\s?\*?\d{4}.*)?$/i,
    channel: 'card',
  },
  { pattern: /^(?:prlv|prelevement|prélèvement)(?: sepa)?\s+(?<who>.+)$/i, channel: 'debit' },
  {
    pattern:
      /^(?:vir(?:ement)?)(?! interac)(?: sepa| inst(?:antane)?)?(?: recu| reçu| emis| émis)?\s+(?:\d\w{6,}\s+)?(?:de:? |vers |en faveur de |\/de |\/mot )?(?<who>.+?)(?:\s*(?:\/motif|ref:|motif:)\s*(?<purpose>.*))?$/i,
    channel: 'bank',
  },
  { pattern: /^(?:compra|pago)(?: (?:con )?tarj(?:eta|\.)?)?(?:\s*[\d*x]{4,})?\s+(?:en\s+)?(?<who>.+)$/i, channel: 'card' },
  { pattern: /^(?:recibo|adeudo)(?: de)?\s+(?<who>.+)$/i, channel: 'debit' },
  { pattern: /^(?:transferencia|trf\.?)(?: inmediata)?(?: recibida| emitida)?(?: de| a| para)\s+(?<who>.+)$/i, channel: 'bank' },
  { pattern: /^(?:pagamento (?:pos|carta|tramite pos)|acquisto pos|operazione carta)\s+(?<who>.+)$/i, channel: 'card' },
  { pattern: /^(?:addebito (?:sdd|diretto))\s+(?<who>.+)$/i, channel: 'debit' },
  { pattern: /^bonifico(?: (?:sepa|istantaneo))?(?: (?:da|a|a favore di))?\s+(?<who>.+)$/i, channel: 'bank' },
  {
    pattern: /^(?:bea|betaalautomaat|betaalpas)[, ]+(?:apple pay|google pay|betaalpas)?[, ]*(?<who>.+?)(?:,\s?pas\s?\d+.*)?$/i,
    channel: 'card',
  },
  { pattern: /^(?:sepa )?incasso(?: algemeen)?\s+(?<who>.+)$/i, channel: 'debit' },
  { pattern: /^(?:sepa )?(?:overboeking|ideal)(?: (?:naar|van))?\s+(?<who>.+)$/i, channel: 'bank' },
  { pattern: /^(?:dankort-nota|visa k[oø]b(?: [a-z]{3})?(?: [\d.,]+)?|kortk[oö]p|korttiosto)\s+(?<who>.+)$/i, channel: 'card' },
  // Further countries, briefly: Poland, the Nordics, Portugal and Brazil, India, Australia and New Zealand, Canada.
  { pattern: /^(?:płatność|platnosc|zakup|transakcja) (?:kartą|karta|kart(?:ą|a) debetową)?\s*(?<who>.+)$/i, channel: 'card' },
  {
    pattern: /^przelew (?:przychodz(?:ą|a)cy|wychodz(?:ą|a)cy|natychmiastowy|blik)?\s*(?:od|do|na telefon)?\s*(?<who>(?!w[łl]asny).+)$/i,
    channel: 'bank',
  },
  {
    pattern:
      /^(?:swish(?: skickad| mottagen| betalning)?|vipps\*?|mobilepay|mb ?way|trf\.? mb ?way|transferencia mb ?way|pix (?:enviado|recebido|transf))[\s*:-]+(?:till |fr[åa]n |de |para )?(?<who>\p{L}.+)$/iu,
    channel: 'bank',
  },
  // Networks for sending money at once: Australia, Switzerland, Poland, the euro countries, France, Thailand, Singapore, Malaysia, Mexico.
  {
    pattern:
      /^(?:osko|pay-?id|npp|twint|blik|wero|paylib|lydia(?= ?\*)|prompt ?pay|pay ?now(?:[ -]?fast)?|duit ?now|spei(?= (?:enviado|recibido))|sepa (?:ct|sct|inst(?:ant)?|credit transfer)|sct(?: inst(?:ant)?)?|(?:instant )?sepa transfer)(?:[\s-]+(?:payment|transfer|deposit|withdrawal|credit|debit|sent|received|outgoing|incoming|out|in|inst(?:ant)?|enviado|recibido))*[\s*:-]+(?:(?:to|from|an|von|de|vers|à|do|od|a|para)[:\s]+)?(?<who>\p{L}.+)$/iu,
    channel: 'bank',
  },
  { pattern: /^compras? c\.?deb\.?(?:\s+\d{4})?\s+(?<who>.+)$/i, channel: 'card' },
  // India: rail, name, address, bank code, reference and note between dashes; or reference, note, address and bank between strokes.
  {
    pattern: /^upi-(?<who>\p{L}[^@]*?)-[\w.-]+@\w+(?:-[a-z]{4}0\w{6})?(?:-\d{6,})?(?:-(?!upi$)(?<purpose>.*)|-upi)?$/iu,
    channel: 'bank',
  },
  { pattern: /^upi\/\d{6,}\/(?<purpose>[^/@]*)\/(?<who>[a-z][\w.-]*)@\w*(?:\/.*)?$/i, channel: 'bank' },
  { pattern: /^mmt\/imps\/\d{6,}\/(?<purpose>[^/]*)\/(?<who>\p{L}[^/]*)(?:\/.*)?$/iu, channel: 'bank' },
  { pattern: /^(?:ach|nach|ecs) ?[dc]r?[ /-]+(?<who>\p{L}.*?)(?:-\w*\d\w*)*$/iu, channel: 'debit' },
  { pattern: /^bill ?pay [dc]r-\w*\d\w*-(?<who>\p{L}.+)$/iu, channel: 'debit' },
  { pattern: /^upi[/-](?:dr|cr|p2[am])?[/-]?\d{6,}[/-](?<who>[^/@]+?)(?:[/-].*)?$/i, channel: 'bank' },
  {
    pattern: /^(?:neft|imps|rtgs)(?: [dc]r)?[-/](?:[A-Z]{4}0?\w+[-/]|[A-Z]?\d{6,}[-/])+(?<who>\p{L}[^-/]*)(?:[-/](?<purpose>.*))?$/iu,
    channel: 'bank',
  },
  {
    pattern:
      /^(?:(?:interac |virement interac |send |sent )*(?:e-?transfer|e-?tfr|e-?trf|e-?trnsfr|e-?trsf)|virement interac)(?:\s*-)?(?:\s+(?:sent|received|auto-?deposit|request(?: fulfilled)?|fulfilled))?(?:\s*-)?\s+(?:(?:to|from|à|de|vers)(?::|\s)\s*)?(?<who>\p{L}.+)$/iu,
    channel: 'bank',
  },
  { pattern: /^(?:eftpos(?: purchase| debit)?|paypass|paywave|visa purchase -)\s+(?:online\s+)?(?<who>\p{L}.+)$/iu, channel: 'card' },
  { pattern: /^(?:pos )?\d{4,6}[x*]{4,}\d{4}\s+(?<who>\p{L}.+)$/iu, channel: 'card' },
  // By which of the bank's doors the order came: FNB APP PAYMENT TO, INTERNET PMT TO, CELLPHONE TRF FROM, IB PAYMENT TO.
  {
    pattern:
      /^(?:[a-z&]{2,12} )?(?:app|internet|online|mobile|web|cell ?phone|telephone|phone|digital|netbank|ib|e-?banking|instant|immediate|real[- ]?time|scheduled|recurring|once-?off)(?: banking| bank)? (?:payments?|pmt|pymt|eft|trf|tfr|transfers?) (?:to|from|by) (?<who>\p{L}.+)$/iu,
    channel: 'bank',
  },
  // South Africa, Australia, New Zealand and Canada: orders to debit, clearing marks, numbers before the name, cards and value dates after it.
  { pattern: /^(?:external |ext )?(?:debit|stop) orders?(?: to| from)?[\s:-]+(?<who>\p{L}.+)$/iu, channel: 'debit' },
  { pattern: /^(?:magtape|acb|naedo|debicheck)(?: credit| debit| payment| cr| dr)?[\s:-]+(?<who>\p{L}.+)$/iu, channel: 'bank' },
  {
    pattern: /^(?:rtc|eft|payshap)(?: payment| pmt| credit| debit| cr| dr)?(?: to| from)?[\s:-]+(?<who>\p{L}.+)$/iu,
    channel: 'bank',
    capitals: true,
  },
  { pattern: /^direct (?:debit|credit)\s+(?:\d{5,}\s+)(?<who>\p{L}.+)$/iu, channel: 'debit' },
  { pattern: /^payment by authority to\s+(?<who>\p{L}.+)$/iu, channel: 'debit' },
  { pattern: /^(?:bpay|b-?pay bill payment)(?: to)?[\s:-]+(?<who>\p{L}.+)$/iu, channel: 'debit' },
  // National Australia Bank: the card's last digits and the day before the shop; a biller.
  { pattern: /^v\d{4} \d\d\/\d\d\s+(?<who>\p{L}.+)$/iu, channel: 'card' },
  { pattern: /^internet bpay\s+(?<who>\p{L}.+?)(?:\s+\d{4,})*$/iu, channel: 'debit' },
  // Westpac and ANZ: withdrawal or deposit, by which door, a number, then the name; the order of a payment to a biller or a person.
  {
    pattern:
      /^(?:withdrawal|deposit)(?:[ -](?:online|mobile|internet|osko(?: payment)?|payid|bpay))+\s+(?:\d{5,}\s+)?(?:(?:pymt|payment|bpay|to|from)\s+)*(?!tfr\b)(?<who>\p{L}.+)$/iu,
    channel: 'bank',
  },
  {
    pattern:
      /^anz (?:m-banking|mobile banking|internet banking)(?: (?:payment|bpay|pymt))\s+(?:\d{4,}\s+)?(?:to\s+)?(?<who>\p{L}.+?)(?:\s+\{?\d{4,}\}?)?$/iu,
    channel: 'bank',
  },
  { pattern: /^fast transfer (?:to|from)\s+(?<who>\p{L}.+?)(?:,? (?:to|credit to) payid\b.*)?$/iu, channel: 'bank' },
  { pattern: /^(?<who>\p{L}.+?)\s+(?:card (?:no\.? )?[x*]{2,}\d{4}|value date:? ?\d.*)$/iu, channel: 'card' },
  {
    pattern:
      /^(?:contactless )?(?:interac|idp|pos|point of sale)(?: - )?(?: ?interac)?(?: retail)? (?:purchase|refund)(?: -)?\s+(?:\d{3,}\s+)?(?<who>\p{L}.+)$/iu,
    channel: 'card',
  },
  {
    pattern:
      /^(?:internet bill payment|internet banking (?:internet )?bill pay(?:ment)?|pre-?authori[sz]ed (?:debit|payment)|misc(?:ellaneous)? payment|electronic funds transfer(?: pay| deposit| preauthorized debit)?)[\s:-]+(?:\d{6,}\s+)?(?<who>\p{L}.+)$/iu,
    channel: 'debit',
  },
  { pattern: /^(?:payroll deposit|direct deposit)[\s:-]+(?<who>\p{L}.+)$/iu, channel: 'pay' },
  // Revolut, Wise and their like: "To Ada Byrd", "Payment from Ada Byrd".
  { pattern: /^(?:To|From|Sent to|Sent money to|Received (?:money )?from)\s+(?<who>\p{Lu}.+)$/u, channel: 'bank' },
];

const ROUNDS = 4;

/** The rows of a file are looked at before they are read: what was unwrapped then is kept so long. */
const MEMORY = 6_000;
const memory = new Map<string, Unwrapped>();

export function unwrap(descriptor: string): Unwrapped {
  const known = memory.get(descriptor);
  if (known !== undefined) return known;
  if (memory.size >= MEMORY) memory.clear();
  const unwrapped = takeOut(descriptor);
  memory.set(descriptor, unwrapped);
  return unwrapped;
}

function takeOut(descriptor: string): Unwrapped {
  const out: Unwrapped = { who: descriptor, purpose: '', channel: null, person: false, whole: false };
  for (let round = 0; round < ROUNDS; round++) {
    const capitals = !/\p{Ll}/u.test(out.who);
    let fitted = false;
    for (const form of FORMS) {
      if (form.capitals && !capitals) continue;
      const groups = form.pattern.exec(out.who)?.groups;
      const who = groups?.['who']?.trim();
      if (!groups || !who || !/\p{L}|\d{2}/u.test(who)) continue;
      // BP CONNECT is a petrol station, not a bill payment to CONNECT.
      if (form.capitals && findBrand(matchWords(out.who), false) !== null && findBrand(matchWords(who), false) === null) continue;
      out.purpose = [out.purpose, groups['purpose']?.trim()].filter(Boolean).join(' ');
      out.who = who.replace(/^\d{5,}\s+(?=\p{L}{2})/u, ''); // 000123 TELSTRA: the collector's number first
      out.channel ??= form.channel ?? null;
      out.person ||= form.person ?? false;
      out.whole ||= form.whole ?? false;
      fitted = true;
      break;
    }
    if (!fitted) break;
  }
  return out;
}
