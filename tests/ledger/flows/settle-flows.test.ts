import { describe, expect, test } from 'vitest';
import { settleFlows } from '../../../src/ledger/flows/settle-flows.ts';
import { undoImport } from '../../../src/ledger/recording/undo-import.ts';
import { emptyLedger, flowsOf, importFile, pairsOf, type Row } from './ledger-of.ts';

/** One account; the last word of each row is the flow it must have. */
function flowOf(fileName: string, currency: string, rows: readonly [Row, string][]): void {
  const db = emptyLedger();
  importFile(
    db,
    fileName,
    currency,
    rows.map(([row]) => row),
  );
  const flows = flowsOf(db);
  for (const [[day, , descriptor], flow] of rows) expect(flows[`${day} ${descriptor}`], descriptor).toBe(flow);
}

describe('one account alone, told by words', () => {
  test('an American checking account', () =>
    flowOf('checking.csv', 'USD', [
      [['2026-03-02', 2100, 'OAKRIDGE LUMBER DES:PAYROLL ID:1 INDN:ADA BYRD CO ID:2 PPD'], 'income'],
      [['2026-03-03', -500, 'ALLY BANK DES:$TRANSFER ID:1 INDN:ADA BYRD CO ID:2 WEB'], 'transfer'],
      [['2026-03-04', -820.1, 'CHASE CREDIT CRD DES:EPAY ID:1 INDN:ADA BYRD CO ID:2 WEB'], 'transfer'],
      [['2026-03-04', -210, 'AMEX EPAYMENT ACH PMT W3321'], 'transfer'],
      [['2026-03-05', -100, 'REVOLUT**9911* 03/05 PURCHASE NEW YORK NY'], 'transfer'],
      [['2026-03-05', -40, 'Zelle payment to PRIYA RAMAN conf# 1a2b3c'], 'expense'],
      [['2026-03-06', 25, 'Zelle payment from PRIYA RAMAN conf# 9z8y7x'], 'income'],
      [['2026-03-06', -25, 'VENMO DES:PAYMENT ID:1 INDN:ADA BYRD CO ID:2 WEB'], 'expense'],
      [['2026-03-07', 60, 'VENMO DES:CASHOUT ID:1 INDN:ADA BYRD CO ID:2 PPD'], 'income'],
      [['2026-03-07', 410, 'STRIPE DES:TRANSFER ID:1 INDN:ADA BYRD CO ID:2 CCD'], 'income'],
      [['2026-03-08', -60, 'ATM WITHDRAWAL 0012 03/08 9 ELM ST'], 'expense'],
      [['2026-03-09', -12, 'MONTHLY MAINTENANCE FEE'], 'expense'],
      [['2026-03-10', 12, 'MONTHLY MAINTENANCE FEE REFUND'], 'refund'],
      [['2026-03-11', -300, 'NELNET DES:STDNT LOAN ID:1 INDN:ADA BYRD CO ID:2 PPD'], 'expense'],
      [['2026-03-12', -900, 'IRS DES:USATAXPYMT ID:1 INDN:ADA BYRD CO ID:2 CCD'], 'expense'],
      [['2026-04-12', 700, 'IRS TREAS 310 DES:TAX REF ID:1 INDN:ADA BYRD CO ID:2 PPD'], 'income'],
      [['2026-04-13', -80, 'CITY WATER DES:AUTOPAY ID:1 INDN:ADA BYRD CO ID:2 PPD'], 'expense'],
      [['2026-04-14', -80, 'VERIZON WIRELESS AUTOPAY'], 'expense'],
      [['2026-04-15', 3.1, 'Interest Paid'], 'income'],
      [['2026-04-16', -250, 'VANGUARD BUY INVESTMENT'], 'transfer'],
      [['2026-04-17', -75, 'ONLINE TRANSFER TO SAVINGS XXXXXX9911'], 'transfer'],
    ]));

  test('a British current account', () =>
    flowOf('monzo.csv', 'GBP', [
      [['2026-03-02', 1900, 'HARROW TOOLS LTD SALARY', 'Bacs (Direct Credit)'], 'income'],
      [['2026-03-02', -120, 'American Express', 'Direct Debit'], 'transfer'],
      [['2026-03-03', -50, 'Holiday Pot', 'Pot transfer'], 'transfer'],
      [['2026-03-04', 30, 'Rainy Day Pot', 'Pot transfer'], 'transfer'],
      [['2026-03-04', -700, 'Harper Lettings', 'Standing order'], 'expense'],
      [['2026-03-05', -18, 'Sam Okafor', 'Faster payment'], 'expense'],
      [['2026-03-06', 18, 'Sam Okafor', 'Faster payment'], 'income'],
      [['2026-03-06', -32, 'Fern & Fable Books', 'Card payment'], 'expense'],
      [['2026-03-07', 12, 'Fern & Fable Books', 'Card payment'], 'refund'],
      [['2026-03-08', -40, 'ASOS.COM', 'Card payment'], 'expense'],
      [['2026-03-09', 40, 'ASOS.COM'], 'refund'],
      [['2026-03-09', -140, 'LB HACKNEY COUNCIL TAX', 'Direct Debit'], 'expense'],
      [['2026-03-10', 96, 'HMRC CHILD BENEFIT', 'Bacs (Direct Credit)'], 'income'],
      [['2026-03-11', -20, 'LNK HIGH ST LEEDS', 'ATM'], 'expense'],
      [['2026-03-12', -1.5, 'NON-STERLING TRANSACTION FEE'], 'expense'],
      [['2026-03-12', 0.9, 'GROSS INTEREST'], 'income'],
      [['2026-03-13', 84, 'TESCO STORES 2201 PAYROLL', 'BGC'], 'income'],
    ]));

  test('a credit card', () =>
    flowOf('amex.csv', 'GBP', [
      [['2026-03-02', 410, 'PAYMENT RECEIVED - THANK YOU'], 'transfer'],
      [['2026-03-03', -14, 'UBER EATS HELP.UBER.COM'], 'expense'],
      [['2026-03-04', 14, 'UBER EATS HELP.UBER.COM CREDIT'], 'refund'],
      [['2026-03-05', 25, 'GOLDEN OFFER CREDIT'], 'refund'],
      [['2026-03-06', -12, 'LATE PAYMENT FEE'], 'expense'],
      [['2026-03-07', -3.2, 'INTEREST CHARGE ON PURCHASES'], 'expense'],
    ]));

  test('a euro account', () =>
    flowOf('girokonto.csv', 'EUR', [
      [['2026-03-02', 2300, 'Lohn/Gehalt Holzwerk Nord', 'GUTSCHRIFT'], 'income'],
      [['2026-03-03', -640, 'Hausverwaltung Kern Miete', 'DAUERAUFTRAG'], 'expense'],
      [['2026-03-04', -200, 'Umbuchung auf Tagesgeld', 'UMBUCHUNG'], 'transfer'],
      [['2026-03-05', -48, 'Zalando SE', 'LASTSCHRIFT'], 'expense'],
      [['2026-03-09', 48, 'Zalando SE RETOURE', 'GUTSCHRIFT'], 'refund'],
      [['2026-03-10', -310, 'KREDITKARTENABRECHNUNG', 'LASTSCHRIFT'], 'transfer'],
      [['2026-03-11', -50, 'GELDAUTOMAT SPARKASSE KIEL', 'BARGELDAUSZAHLUNG'], 'expense'],
      [['2026-03-12', -20, 'Jonas Weber', 'UEBERWEISUNG'], 'expense'],
      [['2026-03-13', 20, 'Jonas Weber', 'GUTSCHRIFT'], 'income'],
      [['2026-03-14', 180, 'FINANZAMT KIEL STEUERERSTATTUNG', 'GUTSCHRIFT'], 'income'],
      [['2026-03-15', -250, 'Mia Beispiel', '', 'Umbuchung Tagesgeld'], 'transfer'],
      [['2026-03-16', 2310, 'Holzwerk Sued', '', 'Lohn 03/2026'], 'income'],
      [['2026-03-31', 11.2, 'Mia Beispiel', '', 'Abrechnung Habenzinsen'], 'income'],
      [['2026-04-01', -310, 'American Express Europe S.A.', 'LASTSCHRIFT'], 'transfer'],
      [['2026-04-02', 19.9, 'REMBOURSEMENT LIBRAIRIE DU PORT'], 'refund'],
      [['2026-04-03', -200, 'Von Hauptkonto nach Urlaub'], 'transfer'],
    ]));
});

describe('two halves on two accounts', () => {
  test('pairs one to one, nearest first, whatever the words of the second half', () => {
    const db = emptyLedger();
    importFile(db, 'current account.csv', 'GBP', [
      ['2026-03-02', -200, 'TO SAVINGS 40-11-22 99887711 STO'],
      ['2026-04-02', -200, 'TO SAVINGS 40-11-22 99887711 STO'],
      ['2026-04-03', -200, 'GARDEN FURNITURE WORLD', 'VIS'],
    ]);
    importFile(db, 'savings.csv', 'GBP', [
      ['2026-03-03', 200, 'A BYRD'],
      ['2026-04-02', 200, 'A BYRD'],
      ['2026-04-30', 1.2, 'INTEREST'],
    ]);
    expect(pairsOf(db)).toEqual(['TO SAVINGS 40-11-22 99887711 STO -> A BYRD', 'TO SAVINGS 40-11-22 99887711 STO -> A BYRD']);
    expect(flowsOf(db)).toMatchObject({
      '2026-03-03 A BYRD': 'transfer',
      '2026-04-30 INTEREST': 'income',
      '2026-04-03 GARDEN FURNITURE WORLD': 'expense',
    });
  });

  test('the same person on both sides is one transfer', () => {
    const db = emptyLedger();
    importFile(db, 'barclays.csv', 'GBP', [['2026-03-02', -350, 'MISS A BYRD', 'FT']]);
    importFile(db, 'starling.csv', 'GBP', [['2026-03-02', 350, 'Ada Byrd', 'FASTER PAYMENT']]);
    expect(pairsOf(db)).toEqual(['MISS A BYRD -> Ada Byrd']);
  });

  test('a person called by the bank that the money goes to is that person', () => {
    const db = emptyLedger();
    importFile(db, 'lloyds.csv', 'GBP', [
      ['2026-03-02', -350, 'ADA BYRD MONZO', 'SO'],
      ['2026-03-04', -40, 'TOM OSEI MONZO', 'FP'],
    ]);
    importFile(db, 'monzo.csv', 'GBP', [
      ['2026-03-02', 350, 'Ada Byrd', 'Faster payment'],
      ['2026-03-04', 40, 'Ada Byrd', 'Faster payment'],
    ]);
    expect(pairsOf(db)).toEqual(['ADA BYRD MONZO -> Ada Byrd']);
  });

  test('of a couple each names the bank that the other half lies at', () => {
    const db = emptyLedger();
    importFile(db, 'natwest.csv', 'GBP', [['2026-05-11', -250, 'B OSEI TSB , MOBILE/ONLINE', 'DPC']]);
    importFile(db, 'tsb.csv', 'GBP', [
      ['2026-05-11', 250, 'M OSEI NATWEST', 'FPI'],
      ['2026-05-12', -250, 'J BYRD NATWEST', 'FPO'],
    ]);
    expect(pairsOf(db)).toEqual(['B OSEI TSB , MOBILE/ONLINE -> M OSEI NATWEST']);
  });

  test('an account at the bank of another own one is own, and nobody by the name of A/C', () => {
    const db = emptyLedger();
    importFile(db, 'tsb.csv', 'GBP', [
      ['2026-03-03', -1000, 'HALIFAX JOINT A/C', 'FPO'],
      ['2026-04-01', -750, 'HALIFAX JOINT A/C HOUSEKEEPING', 'SO'],
      ['2026-04-02', -60, 'HALIFAX BUILDERS LTD', 'FPO'],
    ]);
    importFile(db, 'halifax-joint.csv', 'GBP', [
      ['2026-03-03', 1000, 'B OSEI', 'FPI'],
      ['2026-04-01', 750, 'B OSEI HOUSEKEEPING', 'FPI'],
    ]);
    expect(pairsOf(db)).toEqual(['HALIFAX JOINT A/C -> B OSEI', 'HALIFAX JOINT A/C HOUSEKEEPING -> B OSEI HOUSEKEEPING']);
    expect(flowsOf(db)['2026-04-02 HALIFAX BUILDERS LTD']).toBe('expense');
  });

  test('what a wallet took from the bank for a purchase counts once, where its own statements are here', () => {
    const bank: Row[] = [
      ['2026-03-02', -46.21, 'PAYPAL DES:INST XFER ID:ETSY INC INDN:ADA BYRD CO ID:PAYPALSI77 WEB'],
      ['2026-03-09', -18, 'PAYPAL DES:INST XFER ID:ETSY INC INDN:ADA BYRD CO ID:PAYPALSI77 WEB'],
    ];
    const alone = emptyLedger();
    importFile(alone, 'BofA_checking.csv', 'USD', bank);
    expect(Object.values(flowsOf(alone))).toEqual(['expense', 'expense']);
    const both = emptyLedger();
    importFile(both, 'BofA_checking.csv', 'USD', bank);
    importFile(both, 'PayPal_activity.csv', 'USD', [
      ['2026-03-01', 46.21, 'Bank Deposit to PP Account'],
      ['2026-03-01', -46.21, 'Etsy, Inc.', 'Express Checkout Payment'],
    ]);
    // The second has no half at PayPal: it may lie before or after that statement, and stays what it was spent on.
    expect(flowsOf(both)).toEqual({
      '2026-03-02 PAYPAL DES:INST XFER ID:ETSY INC INDN:ADA BYRD CO ID:PAYPALSI77 WEB': 'transfer',
      '2026-03-09 PAYPAL DES:INST XFER ID:ETSY INC INDN:ADA BYRD CO ID:PAYPALSI77 WEB': 'expense',
      '2026-03-01 Bank Deposit to PP Account': 'transfer',
      '2026-03-01 Etsy, Inc.': 'expense',
    });
  });

  test('the number of the other account names it', () => {
    const db = emptyLedger();
    importFile(db, 'everyday.csv', 'USD', [['2026-03-02', -90, 'WEB BRANCH PMT 4471']], '000011112222');
    importFile(db, 'second.csv', 'USD', [['2026-03-03', 90, 'ACH CREDIT XXXXXXXX2222']], '000033334471');
    expect(pairsOf(db)).toHaveLength(1);
  });

  test('across currencies, where both speak of own money', () => {
    const db = emptyLedger();
    importFile(db, 'checking.csv', 'USD', [['2026-05-01', -540, 'REVOLUT**9911* 05/01 PURCHASE NEW YORK NY']]);
    importFile(db, 'travel-card-eur.csv', 'EUR', [
      ['2026-05-02', 500, 'Top-Up by *4471', 'TOPUP'],
      ['2026-05-03', -30, 'Trattoria Bella', 'CARD_PAYMENT'],
      ['2026-05-04', 30, 'Trattoria Bella', 'CARD_REFUND'],
    ]);
    expect(pairsOf(db)).toEqual(['REVOLUT**9911* 05/01 PURCHASE NEW YORK NY -> Top-Up by *4471']);
    expect(flowsOf(db)).toMatchObject({ '2026-05-04 Trattoria Bella': 'refund', '2026-05-03 Trattoria Bella': 'expense' });
  });

  test('a mere equal amount is no transfer', () => {
    const db = emptyLedger();
    importFile(db, 'checking.csv', 'USD', [
      ['2026-03-02', -50, 'Zelle payment to PRIYA RAMAN conf# 1a2b3c'],
      ['2026-03-02', -75, 'FERN CAFE RENO NV', 'Sale'],
      ['2026-03-02', -60, 'CITY WATER DES:BILLPAY ID:1 INDN:ADA BYRD CO ID:2 PPD'],
    ]);
    importFile(db, 'second checking.csv', 'USD', [
      ['2026-03-02', 50, 'Zelle payment from TOM WEBER conf# 9z8y7x'],
      ['2026-03-03', 75, 'OAKRIDGE LUMBER DES:PAYROLL ID:1 INDN:ADA BYRD CO ID:2 PPD'],
      ['2026-03-03', 60, 'STRIPE DES:TRANSFER ID:1 INDN:ADA BYRD CO ID:2 CCD'],
    ]);
    expect(pairsOf(db)).toEqual([]);
    expect(Object.values(flowsOf(db)).filter((flow) => flow === 'transfer')).toEqual([]);
  });

  test('a card bill goes to a card, and a pot has no other half', () => {
    const db = emptyLedger();
    importFile(db, 'barclays current.csv', 'GBP', [
      ['2026-03-02', -100, 'AMERICAN EXPRESS 3742XXXXXXX1001 BBP'],
      ['2026-03-02', -80, 'Holiday Pot', 'Pot transfer'],
    ]);
    importFile(db, 'revolut.csv', 'GBP', [
      ['2026-03-02', 100, 'Payment from Joan Byrd', 'TOPUP'],
      ['2026-03-02', 80, 'Payment from Joan Byrd', 'TOPUP'],
    ]);
    expect(pairsOf(db)).toEqual([]);
    importFile(db, 'amex.csv', 'GBP', [['2026-03-03', 100, 'PAYMENT RECEIVED - THANK YOU']]);
    expect(pairsOf(db)).toEqual(['AMERICAN EXPRESS 3742XXXXXXX1001 BBP -> PAYMENT RECEIVED - THANK YOU']);
  });

  test("the holder's own name is own money, without its other half too", () => {
    const db = emptyLedger();
    importFile(db, 'checking.csv', 'USD', [
      ['2026-03-01', 1800, 'OAKRIDGE LUMBER DES:PAYROLL ID:1 INDN:BYRD,JOAN CO ID:2 PPD'],
      ['2026-03-02', -300, 'Zelle payment to JOAN BYRD conf# 1a2b3c'],
      ['2026-03-03', -300, 'Zelle payment to TOM BYRD conf# 9z8y7x'],
    ]);
    expect(flowsOf(db)).toMatchObject({
      '2026-03-02 Zelle payment to JOAN BYRD conf# 1a2b3c': 'transfer',
      '2026-03-03 Zelle payment to TOM BYRD conf# 9z8y7x': 'expense',
    });
  });

  test('what two people put into their joint account is one transfer each', () => {
    const db = emptyLedger();
    importFile(db, 'starling.csv', 'GBP', [
      ['2026-03-01', -900, 'A Smith & B Jones', 'FASTER PAYMENT'],
      ['2026-03-09', -40, 'Priya Raman', 'FASTER PAYMENT'],
      ['2026-04-01', -950, 'A SMITH HOUSEHOLD', 'FASTER PAYMENT'],
    ]);
    importFile(db, 'joint account.csv', 'GBP', [
      ['2026-03-01', 900, 'ALEX SMITH', 'FPI'],
      ['2026-03-02', 700, 'B JONES', 'FPI'],
      ['2026-03-05', -60, 'M WALKER PLUMBING', 'FPO'],
      ['2026-04-01', 950, 'ALEX SMITH', 'FPI'],
    ]);
    expect(pairsOf(db)).toEqual(['A Smith & B Jones -> ALEX SMITH', 'A SMITH HOUSEHOLD -> ALEX SMITH']);
    expect(flowsOf(db)).toMatchObject({
      '2026-03-02 B JONES': 'income',
      '2026-03-09 Priya Raman': 'expense',
      '2026-03-05 M WALKER PLUMBING': 'expense',
    });
  });

  test('a friend who pays back the same sum into another account stays a friend', () => {
    const db = emptyLedger();
    importFile(db, 'barclays current.csv', 'GBP', [
      ['2026-03-02', -25, 'S OKAFOR DINNER', 'BBP'],
      ['2026-03-20', -12, 'S OKAFOR TAXI', 'BBP'],
      ['2026-04-20', -18, 'S OKAFOR', 'BBP'],
    ]);
    importFile(db, 'starling.csv', 'GBP', [['2026-03-03', 25, 'Sam Okafor', 'FASTER PAYMENT']]);
    expect(pairsOf(db)).toEqual([]);
    expect(Object.values(flowsOf(db)).sort()).toEqual(['expense', 'expense', 'expense', 'income']);
  });

  test('an exchange inside one account is a transfer in two currencies', () => {
    const db = emptyLedger();
    importFile(db, 'revolut-gbp.csv', 'GBP', [['2026-03-02', -80, 'Exchanged to EUR', 'EXCHANGE']]);
    expect(flowsOf(db)).toEqual({ '2026-03-02 Exchanged to EUR': 'transfer' });
  });

  test('too many days apart is no pair', () => {
    const db = emptyLedger();
    importFile(db, 'current.csv', 'GBP', [['2026-03-02', -200, 'MISS A BYRD', 'FT']]);
    importFile(db, 'other current.csv', 'GBP', [['2026-03-12', 200, 'MISS A BYRD', 'FPI']]);
    expect(pairsOf(db)).toEqual([]);
  });
});

test('settling twice changes nothing, and an undone import takes its pairs along', () => {
  const db = emptyLedger();
  importFile(db, 'checking.csv', 'USD', [['2026-03-02', -350, 'ADA BYRD', 'Transfer']]);
  importFile(db, 'savings.csv', 'USD', [['2026-03-02', 350, 'ADA BYRD', 'Transfer']]);
  const before = [flowsOf(db), pairsOf(db)];
  settleFlows(db);
  expect([flowsOf(db), pairsOf(db)]).toEqual(before);
  undoImport(db, 2);
  expect(flowsOf(db)).toEqual({ '2026-03-02 ADA BYRD': 'expense' });
  expect(pairsOf(db)).toEqual([]);
});

test('an employer that one also buys from pays wages, not refunds', () => {
  const db = emptyLedger();
  importFile(db, 'current.csv', 'GBP', [
    ['2026-03-02', -35, 'NORTHGATE GARDEN CENTRE', 'VIS'],
    ['2026-03-28', 1450, 'NORTHGATE GARDEN CENTRE', 'CR'],
  ]);
  expect(flowsOf(db)['2026-03-28 NORTHGATE GARDEN CENTRE']).toBe('income');
});

describe('a habit between own accounts', () => {
  const months = ['2026-01', '2026-02', '2026-03'];
  const flowsBetween = (out: string, into: string, days: readonly string[]) => {
    const db = emptyLedger();
    importFile(db, 'mine.csv', 'GBP', [
      ...days.map((day, at): Row => [day, -900 - at, out, 'Faster payment']),
      ['2026-01-15', -900, 'Fern & Fable Books', 'Card payment'],
    ]);
    importFile(db, 'joint.csv', 'GBP', [
      ...days.map((day, at): Row => [day, 900 + at, into, 'FPI']),
      ['2026-01-20', -60, 'Greengrocer', 'DEB'],
    ]);
    return pairsOf(db).length;
  };

  test('the same two payees, amount and day, three months long, are one movement', () =>
    expect(
      flowsBetween(
        'A Byrd & T Finch',
        'A BYRD HOUSEHOLD',
        months.map((month) => `${month}-01`),
      ),
    ).toBe(3));

  test('twice is chance', () => expect(flowsBetween('Harper Studio Hire', 'LOWTIDE GALLERY', ['2026-01-01', '2026-02-01'])).toBe(0));
});

describe('another account by its own name', () => {
  const two = (cheque: readonly Row[], wallet: readonly Row[], currency = 'USD') => {
    const db = emptyLedger();
    importFile(db, 'kestrel-cheque.csv', 'ZAR', cheque);
    importFile(db, 'Nimbus USD.csv', currency, wallet);
    return flowsOf(db);
  };

  test('loading it is no spending, though the other half is in another currency', () => {
    const flows = two(
      [['2026-05-06', -11244, 'KESTREL APP PAYMENT TO NIMBUS WALLET LOAD']],
      [['2026-05-06', 600, 'Wallet load from own bank account']],
    );
    expect(Object.values(flows)).toEqual(['transfer', 'transfer']);
  });

  test('what comes back from it is no income', () => {
    const flows = two([['2026-09-07', 15000, 'KESTREL APP TRANSFER FROM NIMBUS']], [['2026-09-07', -15000, 'EFT TO A BYRD']], 'ZAR');
    expect(Object.values(flows)).toEqual(['transfer', 'transfer']);
  });

  test.each([
    ['KESTREL APP PAYMENT TO NIMBUS DENTAL CARE', 'expense'],
    ['NIMBUS COFFEE DURBAN ZA', 'expense'],
    ['KESTREL APP PAYMENT TO A BYRD', 'expense'],
  ])('a firm that shares a word with it is a firm: %s', (text, flow) => {
    expect(two([['2026-05-06', -112, text]], [['2026-05-01', -9, 'COURSES ORG']])[`2026-05-06 ${text}`]).toBe(flow);
  });
});

test('a prize of the premium bonds is income, what is taken out of them is own money', () =>
  flowOf('current.csv', 'GBP', [
    [['2026-03-03', 25, 'NS&I PREMIUM BONDS'], 'income'],
    [['2026-04-03', 100, 'NS&I PREMIUM BONDS'], 'income'],
    [['2026-05-03', 2000, 'NS&I PREMIUM BONDS'], 'transfer'],
    [['2026-06-03', -100, 'NS&I PREMIUM BONDS'], 'transfer'],
  ]));

test('one name on both sides is own money, also where other rows of that name say so by themselves', () => {
  const db = emptyLedger();
  const months = ['01', '02', '03', '04', '05', '06'];
  const out = (memo: string, day: string, amount: number): Row[] =>
    months.map((month) => [`2026-${month}-${day}`, -amount, 'Emma Hartley', 'DAUERAUFTRAG', memo]);
  const into = (memo: string, day: string, amount: number): Row[] =>
    months.map((month) => [`2026-${month}-${day}`, amount, 'Emma Hartley und Jonas Vogt', 'Credit Transfer', memo]);
  importFile(db, 'giro.csv', 'EUR', [...out('Sparen Tagesgeld', '04', 400), ...out('Haushaltsgeld', '28', 700)]);
  importFile(db, 'tagesgeld.csv', 'EUR', into('Sparen Tagesgeld', '04', 400));
  importFile(db, 'household.csv', 'EUR', into('Haushaltsgeld', '28', 700));
  expect(new Set(Object.values(flowsOf(db)))).toEqual(new Set(['transfer']));
});
