import { describe, expect, test } from 'vitest';
import { readDescriptor, readPayee } from '../../../src/ledger/payees/read-payee.ts';

/** A descriptor, or a descriptor and the bank's word for the kind of movement. */
type Row = string | [descriptor: string, bankKind: string];
const parts = (row: Row): [string, string | null] => (typeof row === 'string' ? [row, null] : row);
const said = (row: Row) => {
  const { name, kind } = readPayee(...parts(row));
  return `${name}, ${kind ?? '?'}`;
};
const each = (meaning: string, rows: Row[]) => {
  for (const row of rows) expect(said(row), String(row)).toBe(meaning);
};

describe('one payee, however the bank writes it', () => {
  test.each<[string, ...Row[]]>([
    ['Uber, ride', 'UPI-UBER INDIA SYSTEMS-UBERINDIA@AXISBANK-UTIB0000100-617577475819-UPI', 'UPI-UBER-UBER.RIDES@YBL-517577475820-UPI'],
    ['Eastvale City Counc Teachers, pay', 'EASTVALE CITY COUNC , TEACHERS PAY VT2QXT', 'EASTVALE CITY COUNC , TEACHERS PAY KJ3VRF'],
    // Before a country stands a town, or behind a payment service the shop's own last word, or a trade.
    ['Kitchen Garden Cafe, coffee', 'SQ *KITCHEN GARDEN CAFE GB', 'KITCHEN GARDEN CAFE BIRMINGHAM GB', 'KITCHEN GARDEN CAFE GB'],
    ['Pemberton News, newsagent', 'ZETTLE_*PEMBERTON NEWS GB', 'PEMBERTON NEWS STIRCHLEY GB'],
    ['Cotterill Greengr, ?', 'SUMUP *COTTERILL GREENGR GB'],
    ['The Blue Boar, ?', 'THE BLUE BOAR KINGS HEATH GB', 'THE BLUE BOAR HALL GREEN GB', 'THE BLUE BOAR B30', 'THE BLUE BOAR'],
    // A postcode's first half, but no road and no gate.
    ['Elmfield Vets, vet', 'ELMFIELD VETS NE6 CD 8820', 'ELMFIELD VETS G42'],
    ['Lomax Diner M6, restaurant', 'LOMAX DINER M6'],
    ['Studio B12, ?', 'STUDIO B12'],
    // A note behind a name, in known words or in small letters.
    [
      'Emily Byrd, person',
      ['EMILY BYRD POCKET MONEY', 'Standing order'],
      ['EMILY BYRD CAR LOAN', 'Bill payment'],
      'FP EMILY BYRD THANKS LOVE',
    ],
    ['Priya Osei, person', 'Fast Transfer From Priya Osei queenstown airbnb half', 'Fast Transfer From Priya Osei'],
    ['Anna van Dyk, person', 'Fast Transfer From Anna van Dyk'],
    ['Ana Silva dos Santos, person', 'To Ana Silva dos Santos'],
    ['Maria Garcia Lopez, person', ['MARIA GARCIA LOPEZ', 'Standing order']],
    // Who pays a pension, and a guest house; what a council takes beside its tax; what was paid abroad, and at what rate; codes of a transfer.
    ['Teachers Pension, pension', ['TEACHERS PENSION 09/41772 TP', 'Bank credit']],
    ['Rolls-Royce Pens, pension', 'BANK GIRO CREDIT REF ROLLS-ROYCE PENS, RR0091834'],
    ['Pension Huber, hotel', 'PENSION HUBER MUENCHEN DE'],
    ['Bristol City Council Allotment, allotment', ['BRISTOL CITY COUNCIL ALLOTMENT RENT', 'Payment to']],
    ['Kaffemisjonen, ?', 'KAFFEMISJONEN BERGEN NO NOK 214.00 AT 13.37'],
    ["Sainsbury's, groceries", ['SAINSBURYS S/MKT CD 9026', 'DEB'], 'SAINSBURYS S/MKTS BRISTOL GB 4187'],
    // The doors of a credit union's and of AIB's cards.
    ['Dover Street Dental, dentist', 'POS Withdrawal - DOVER STREET DENTAL SEATTLE WA - Card Ending In 3390', 'VDC-DOVER STREET DENTAL'],
    [
      'WinCo Foods, groceries',
      'Point Of Sale Withdrawal WINCO FOODS #108 SACRAMENTO CA',
      'POS Withdrawal WINCO FOODS #108 SACRAMENTO CA Card 6620',
    ],
    ['Gas South, gas-utility', 'GAS SOUTH DES:UTIL PMT ID:XXXXX08548 INDN:ADA OSEI CO ID:1204887345 PPD'],
    ['Westside Gas, fuel', ['WESTSIDE GAS', 'CARD PAYMENT']],
    ['Eastvale City Cou, council-tax', 'EASTVALE CITY COU CT70144182'],
    ['Ada Fields, person', ['Ada Fields', 'Mobile Payment']],
    ['UPS, post', 'UNITED PARCEL SVC DES:PAYROLL ID:XXXXX11432 INDN:ADA OSEI PPD', 'THE UPS STORE 4523'],
    ['Mr. Cooper, mortgage', 'NSM DBAMR.COOPER DES:NSM DBAMR. ID:XXXXX80714 INDN:ADA OSEI CO ID:1364500560 WEB'],
    ['Lomond Brewing, pub', 'LOMOND BREWING CO , INV KXBJV', 'LOMOND BREWING CO , INV 5QK2R', 'LOMOND BREWING CO'],
    ['Oskar Blues Brewing, pub', 'OSKAR BLUES BREWING LONGMONT CO'],
    ['First Bus, bus', 'FIRST GLASGOW , GLASGOW GB', 'FIRST LEEDS'],
    ['CalMac, ferry', 'CALEDONIAN MACBRAYNE GOUROCK', 'CALMAC FERRIES'],
    ['ScotRail, train', 'SCOTRAIL GLASGOW CENTRAL'],
    ['Anil Gowda, rent', 'UPI-ANIL GOWDA-ANIL61@OKSBI-SBIN0040112-514764371531-RENT'],
    ['BESCOM, electricity', 'UPI-BESCOM-BILLDESK.POWER@ICICI-ICIC0DC0099-578792405447-ELECTRICITY BILL'],
    ['fitclub, gym', 'UPI/530011670950/gym membership/fitclub@icici/ICICI BANK LTD'],
    ['LIC, insurance', 'ACH D- LIC OF INDIA-525438839'],
    ['Cash withdrawal, cash', 'ATW-416021XXXXXX8812-S1ANBG52-PUNE', 'NWD-416021XXXXXX8812-00012345-PUNE'],
    [
      'Transfer, transfer',
      'IMPS-518910083299-ASHA RAO-ICIC-XXXXXXX4471-SELF TRANSFER',
      'MMT/IMPS/651140512060/SELF TRANSFER/ASHA RAO/HDFC BANK',
    ],
    ['ATM Fee, bank-fee', 'FEE-ATM CASH(1TXN)616606'],
    ['Late Payment Charges Incl GST, bank-fee', 'LATE PAYMENT CHARGES INCL GST'],
    ['Interest, interest', '564750081415:Int.Pd:30-09-2025'],
    // What only looks like those: a shop that charges, a name that begins like a rail.
    ['Nwd-Motors, car-repair', 'NWD-MOTORS'],
    ['Ach Bakery, bakery', 'ACH BAKERY LEEDS'],
    [
      "Trader Joe's, groceries",
      'TRADER JOE S #118 BOULDER CO',
      "TRADER JOE'S #552 QPS RENO NV",
      "PURCHASE AUTHORIZED ON 04/02 TRADER JOE'S #118 BOULDER CO P00999888777 CARD 9911",
    ],
    [
      'Tesco, groceries',
      'TESCO STORES 2201 HULL GB',
      'TESCO STORE 6120',
      'CARD PAYMENT TO TESCO STORES 2201,12.40 GBP, RATE 1.00/GBP ON 04-02-2026',
      ['Tesco', 'Card payment'],
      '9911 04FEB26 C , TESCO EXPRESS , HULL GB',
    ],
    ["Sainsbury's, groceries", 'SAINSBURYS S/MKTS 1204 YORK', "SAINSBURY'S LOCAL ON 04 FEB CLP", "J SAINSBURY'S"],
    ['M&S Food, groceries', 'M&S SIMPLY FOOD EUSTON', 'MARKS & SPENCER SIMPLY FOOD'],
    ['Marks & Spencer, shopping', 'MARKS&SPENCER PLC LEEDS', 'MARKS AND SPENCER'],
    ['TfL, transit', 'TFL TRAVEL CH TFL.GOV.UK/CP GB', 'TFL TRAVEL CHARGE ON 04 FEB BCC', 'TRANSPORT FOR LONDON'],
    [
      'Amazon, shopping',
      'AMZN MKTP US*7H3KQ9XX1',
      'AMAZON.COM*AB12C AMZN.COM/BILL WA',
      'AMZNMktplace AMZN.CO.UK/PM LUX',
      'Amazon.co.uk*9Z8Y7X AMAZON.CO.UK LUX',
    ],
    ['Amazon Prime, subscription', 'AMAZON PRIME*7T6R5 AMZN.COM/BILL WA', 'AMZN PRIME MEMBERSHIP', 'Amazon Prime'],
    ['Uber, ride', 'UBER *TRIP HELP.UBER.COM CA', 'UBER   TRIP HELP.UBER.COM', 'UBER* TRIP AMSTERDAM NLD', 'Uber'],
    ['Uber Eats, delivery', 'UBER *EATS HELP.UBER.COM CA', 'UBER EATS 8005550199', 'UBER * EATS PENDING', 'Uber Eats'],
    ['Spotify, music', 'Spotify USA 877-5550101 NY', 'PAYPAL *SPOTIFYGB 35314369001', 'SPOTIFY P1F2E3D4C5 STOCKHOLM SWE'],
    [
      'Netflix, streaming',
      'NETFLIX.COM 02/04 PURCHASE 866-555-0123 CA',
      'NETFLIX.COM AMSTERDAM NLD',
      'RECURRING PAYMENT AUTHORIZED ON 02/04 NETFLIX.COM NETFLIX.COM CA S305 CARD 9911',
    ],
    ['76, fuel', '76 - LAKE AVE UNION TACOMA WA', '76 #4410 TACOMA WA'],
    ['Shell, fuel', 'SHELL OIL 57444299 BOISE ID', 'SHELL KINGSWAY 0123 LEEDS GB', 'Shell'],
    ['BP, fuel', 'BP CONNECT A1 GATESHEAD', 'BP #9921 OHIO', 'BP'],
    ['Walmart, shopping', 'WAL-MART #1234 DENVER CO', 'WM SUPERCENTER #77 AURORA CO', 'WALMART.COM 8005550188 AR'],
    ['DoorDash, delivery', 'DOORDASH*NOODLE BAR SAN JOSE CA', 'DD *DOORDASH THAIHOUSE 855-555-0140 CA'],
    [
      'Octopus Energy, electricity',
      'DIRECT DEBIT PAYMENT TO OCTOPUS ENERGY REF A-12345678, MANDATE NO 0041',
      ['OCTOPUS ENERGY', 'DD'],
      'OCTOPUS ENERGY DDR',
    ],
    ['REWE, groceries', ['REWE SAGT DANKE. 44001122//KIEL/DE', 'Kartenzahlung'], 'Kartenzahlung REWE Markt 221'],
    ['Ace Hardware, diy', 'HILL STREET ACE HDWE RENO NV', 'ACE HARDWARE 4410'],
    ['Best Buy, electronics', 'BESTBUYCOM806712 888-555-0100 MN', 'BEST BUY 00012231 RENO NV'],
    ['HMRC Benefits, benefit', ['HMRC TAX CREDITS', 'BGC']],
    ['HMRC, tax', ['HMRC SELF ASSESSMENT', 'BP'], 'HMRC NDDS DDR'],
    ["Pak'nSave, groceries", 'Paknsave Petone', 'Paknsave Upper Hutt', 'PAKNSAVE PETONE NZ'],
    ['Tim Hortons, coffee', 'Tim Hortons Barrie North', 'TIM HORTONS #2210 BARRIE ON'],
    // No branch: a trade of its own, a partner, a given name.
    ['Woolworths and Reed, ?', 'Woolworths and Reed'],
    ['Tesco Garage, car-repair', 'Tesco Garage'],
    ['Planet Fitness, gym', 'PLANET FIT CLUB FEES 844-555-0100 NH', 'PLANET FITNESS TULSA OK'],
  ])('%s', (meaning, ...rows) => each(meaning, rows));
});

describe('a shop that is no brand keeps its own name', () => {
  test.each<[string, ...Row[]]>([
    [
      'Fern & Fable Books, books',
      'FERN & FABLE BOOKS BRISTOL',
      'SQ *FERN & FABLE BOOKS BRISTOL GB',
      'SumUp *FERN & FABLE BOOKS Bristol',
      'ZETTLE_*FERN & FABLE BOOKS',
    ],
    [
      'El Toro Taqueria, restaurant',
      'TST* EL TORO TAQUERIA DENVER CO',
      'Debit Card Purchase - EL TORO TAQUERIA DENVER CO',
      'POS DEBIT VISA CHECK CARD 9911 EL TORO TAQUERIA DENVER CO',
    ],
    [
      'Elm Hollow Orchard, ?',
      'DEBIT CARD PURCHASE AT ELM HOLLOW ORCHARD, XENIA, OH ON 010626 FROM CARD#: XXXXXXXXXXXX7730',
      'RECURRING PURCHASE AT ELM HOLLOW ORCHARD XENIA OH ON 020626 FROM CARD#: XXXXXXXXXXXX7730',
      'MERCHANT PAYMENT ELM HOLLOW ORCHARD XENIA OH ON 020626 FROM CARD#: XXXXXXXXXXXX7730',
    ],
    ['M Walker Plumbing, home-services', ['M WALKER PLUMBING', 'FPO']],
    ['Dales Butchers, groceries', 'DALES BUTCHERS HIGH STREET', "'DALES BUTCHERS HIGH ST LEEDS GB"],
    ['Smile Dental Care, dentist', 'SMILE DENTAL CARE HOVE', 'SMILE DENTAL CARE 503-555-0177 OR'],
    ['Harper Lettings, rent', ['HARPER LETTINGS LTD RENT', 'SO'], 'HARPER LETTINGS STO'],
    ['Elm Court Apartments, rent', 'ELM COURT APTS DES:RENT PMT ID:Q9X8 INDN:ADA BYRD CO ID:XXXXX11200 WEB'],
    ['Little Oaks Nursery, childcare', ['LITTLE OAKS NURSERY LTD', 'DD']],
    ['Bread Ahead Bakery, bakery', ['Bread Ahead Bakery', 'CONTACTLESS']],
    ['Royal Oak Pub, pub', 'ROYAL OAK PUB TWICKENHAM GB', '9911 04FEB26 CD , ROYAL OAK PUB , TWICKENHAM GB'],
    ['Studio 54, ?', 'STUDIO 54 NEW YORK NY'],
    ['Palast Kino, cinema', 'KARTENZAHLUNG PALAST KINO BERLIN'],
    ['Hotel Miramar, hotel', ['Hotel Miramar', 'CARD_PAYMENT'], 'COMPRA EN HOTEL MIRAMAR MALAGA'],
    ['Boulangerie Petit, bakery', 'CARTE 04/02/26 BOULANGERIE PETIT LYON CB*9911'],
    ['Stadtwasser Nord, ?', 'SEPA-Lastschrift STADTWASSER NORD EREF+998877 MREF+12'],
    ['De Groene Winkel, ?', 'BEA, Apple Pay DE GROENE WINKEL,PAS123 UTRECHT'],
  ])('%s', (meaning, ...rows) => each(meaning, rows));
});

describe('credit unions, with the door first', () => {
  test.each<[string, ...Row[]]>([
    [
      'Target, shopping',
      'Withdrawal POS #123456 TARGET T-1234 SEATTLE WA',
      'Withdrawal Debit Card TARGET T-1234 RICHFIELD MN Date 01/26/25 %% Card 14 #5580',
    ],
    ['DoorDash, delivery', 'Deposit ACH DOORDASH, INC. TYPE: Minneapolis ID: 1800948598 CO: DOORDASH, INC. NAME: Ada Byrd'],
    ['Progressive, car-insurance', 'Withdrawal ACH PROG PREFERRED TYPE: INS PREM ID: 9409348088 CO: PROG PREFERRED'],
    ['New Mexico Gas C, gas-utility', 'Withdrawal ACH NEW MEXICO GAS C TYPE: BILL PMT CO: NEW MEXICO GAS C'],
    ['PNM, ?', 'Withdrawal ACH PNM TYPE: ELEC PYMT CO: PNM NAME: ADA BYRD'],
    ['Blakes Lotaburger, ?', 'Debit Card Withdrawal 22097137 BLAKES LOTABURGER #12 ALBUQUERQUE NMUS'],
    ['Frontier Restaurant, restaurant', 'Point Of Sale Withdrawal 174051813661 FRONTIER RESTAURANT ALBUQUERQUE NMUS'],
    ['Alyssa Chavez, person', 'Withdrawal Zelle To ALYSSA CHAVEZ Ref 8LWE6X627'],
    ['Check, check', 'Draft 1041 Tracer 470734462'],
    ['Sport Aberdeen, sports', ['SPORT ABERDEEN', 'Direct Debit']],
    ['Crave, streaming', 'CRAVE*BELL MEDIA'],
    ['Pa Fish Boat Comm, ?', 'Debit Card Withdrawal PA FISH BOAT COMM HARRISBURG PA'],
    ['Dave Petrosky, person', 'Debit Card Withdrawal VENMO *DAVE PETROSKY NEW YORK NY'],
    ['Planet Fitness, gym', ['ACH Withdrawal PLANET FITNESS', 'CLUB FEES']],
    ['Transfer, transfer', 'ACH Deposit Internet Transfer From Account Ending In 4410'],
    ['Dividend Credit, interest', 'Dividend Credit'],
    ['Comm of Pa Pataxref, ?', 'DIRECT DEPOSIT - COMM OF PA PATAXREF XXXXXXX8830'],
  ])('%s', (meaning, ...rows) => each(meaning, rows));
});

describe('NatWest, whose notes have fields of their own', () => {
  test.each<[string, ...Row[]]>([
    ['Gemma Byrd, person', ["'GEMMA BYRD , MONZO , SPENDS", 'S/O'], "'GEMMA BYRD , MONZO TOP UP , VIA MOBILE - PYMT"],
    ['L Byrd, person', ["'BYRD L , THANKS SIS", 'BAC'], "'L BYRD , CAR , VIA MOBILE - PYMT"],
    ['D Pascoe, person', "'D PASCOE , FATHERS DAY + SHED , VIA MOBILE - PYMT"],
    // Behind an initial and a name stands no note there: it is what the firm is called.
    ['K Burrows Windows, ?', "'K BURROWS WINDOWS , VIA MOBILE - PYMT"],
    ['Hoe Fencing, ?', "'HOE FENCING , BACK PANELS , VIA ONLINE - PYMT"],
    ['Everyone Active, gym', ["'EVERYONE ACTIVE , EA-558102", 'D/D']],
    ['Plymouth City Coun, council-tax', ["'PLYMOUTH CITY COUN , 701882334 , C TAX", 'D/D']],
    ['Skipton Building Society, bank', ["'SKIPTON BS , 4471-20938-0", 'D/D']],
  ])('%s', (meaning, ...rows) => each(meaning, rows));
});

describe('people', () => {
  test.each<[string, ...Row[]]>([
    [
      'Priya Raman, person',
      'Zelle payment from PRIYA RAMAN conf# 9k2jx1',
      'ZELLE TO RAMAN PRIYA ON 02/04 REF #RP0X1 DINNER',
      'VENMO *Priya-Raman 855-555-0101 NY',
      ['Priya Raman', 'Faster payment'],
      'FASTER PAYMENTS RECEIPT REF.LUNCH FROM PRIYA RAMAN',
    ],
    ['Mrs A Patel, person', ['MRS A PATEL', 'FPO'], 'MRS A PATEL FPO'],
    ['Nils Lindqvist, person', 'Zelle Withdrawal - NILS LINDQVIST', 'ZELLE DEPOSIT FROM NILS LINDQVIST'],
    ['E Morgan, person', 'FASTER PAYMENT OUT E MORGAN', 'FASTER PAYMENTS RECEIPT REF.HOLS X FROM MORGAN E', 'FASTER PAYMENT IN MORGAN E'],
    ['Maria Lopez, person', 'BIZUM DE MARIA LOPEZ'],
    ['Greg Macneil, person', 'INTERAC e-Transfer sent GREG MACNEIL', 'INTERAC E-TRANSFER - AUTODEPOSIT GREG MACNEIL'],
    ['Greg Macneil, person', ['GREG MACNEIL', 'INTERAC e-Transfer autodeposit']],
    ['S Okafor, person', ['S OKAFOR DINNER', 'BP'], ['S OKAFOR PIZZA', 'CR'], 'CALL REF.NO. 0123 , S OKAFOR , FP 04/02/26 10'],
    ['A Smith & B Jones, person', ['A SMITH & B JONES', 'FPI']],
    // Who sent it, and the bank it came from, whose name is a shop's too.
    ['A & C Hartshorne, person', ['HARTSHORNE A & C CO-OP', 'Transfer from']],
  ])('%s', (meaning, ...rows) => each(meaning, rows));
  test('a shop named like a person is a shop where a card paid', () =>
    expect(readDescriptor('Oliver James', 'Card payment').isPerson).toBe(false));
  test('rent paid to a person is rent', () => expect(said(['MR T OKAFOR RENT', 'SO'])).toBe('Mr T Okafor, rent'));
});

describe("the bank's own doing", () => {
  test.each<[string, ...Row[]]>([
    [
      'Cash withdrawal, cash',
      'BKOFAMERICA ATM 02/04 #000001 WITHDRWL HILL ST RENO NV',
      'CASH WITHDRAWAL AT NOTEMACHINE,50.00 GBP',
      ['LNK HIGH ST LEEDS', 'CPT'],
      'Cash at Bancomat Roma',
      'RETRAIT DAB 04/02/26 NANTES',
      'GELDAUTOMAT SPARKASSE KIEL',
      'ATM WITHDRAWAL 0012 02/04 9 ELM ST',
    ],
    ['ATM Fee, bank-fee', 'NON-BKOFAMERICA ATM FEE', 'NON-CHASE ATM FEE-WITH'],
    ['Foreign Transaction Fee, bank-fee', 'FOREIGN TRANSACTION FEE HOTEL PENASCO DEL SOL', 'FOREIGN TRANSACTION FEE OXXO MALECON'],
    ['Late Payment Charge, bank-fee', 'LATE PAYMENT CHARGE'],
    ['Overdraft Fee, bank-fee', 'OVERDRAFT FEE FOR ACTIVITY OF 02-04', 'OVERDRAFT FEE 02/04'],
    ['Non-Sterling Transaction Fee, bank-fee', 'NON-STERLING TRANSACTION FEE'],
    [
      'Credit card payment, card-payment',
      'Payment Thank You-Mobile',
      'PAYMENT RECEIVED - THANK YOU',
      'CHASE CREDIT CRD DES:EPAY ID:77 INDN:ADA BYRD CO ID:1 WEB',
      'AMEX EPAYMENT ACH PMT W1',
      'DIRECT DEBIT PAYMENT - THANK YOU',
      ['BARCLAYCARD 4929000011112222', 'DD'],
      'Payment to Chase card ending in 9911 02/04',
      'LIQUIDACION TARJETA',
    ],
    ['Transfer to savings, transfer', 'ONLINE TRANSFER TO SAVINGS XXXXXX9911 REF #IB01', 'Transfer to savings'],
    ['Interest Paid, interest', 'Interest Paid'],
    ['Top-up, transfer', ['Top-Up by *9911', 'TOPUP'], ['Apple Pay Top-Up by *9911', 'TOPUP']],
    ['Check, check', 'Check 1204', 'CHECK #1204'],
  ])('%s', (meaning, ...rows) => each(meaning, rows));
  test('pots, vaults and exchanges are own money moving', () => {
    for (const row of [
      ['Holiday Pot', 'Pot transfer'],
      ['Exchanged to EUR', 'EXCHANGE'],
      ['To EUR Savings', 'TRANSFER'],
      ['Umbuchung Tagesgeld', 'Umbuchung'],
    ] as const)
      expect(readDescriptor(row[0], row[1]).movement, row[0]).toBe('transfer');
  });
});

describe('what must not be taken for something else', () => {
  test.each([
    'Smith Ltd',
    'Peck, Spence and Young',
    'Ross Inc',
    'Wells-Chase',
    'Target and Sons',
    'Church LLC',
    'Shell, Boots and Gap',
    'Baker-Cook',
    'Ford Group',
    'Nelson PLC',
    'Next Level Ltd',
    'Mary Ann Bishop',
    'Marcus',
    'Ally',
    'Kaiser Ltd',
    'Costa PLC',
  ])('"%s" stays as it is', (name) => expect(readPayee(name, null).name).toBe(name));
  test.each<[string, string]>([
    ['NEXT LEVEL CLIMBING LEEDS', 'Next Level Climbing'],
    ['TARGET SPORTS RANGE RENO NV', 'Target Sports Range'],
    ['PINTEREST INC SAN FRANCISCO CA', 'Pinterest Inc'],
    ['CLUB FEES ROWING LTD', 'Club Fees Rowing'],
    ['CASH GENERATOR HULL', 'Cash Generator'],
    ['PARKING FEE CITY CENTRE', 'Parking Fee City Centre'],
  ])('%s is no brand and no fee', (row, name) => {
    expect(readPayee(row, null).name).toBe(name);
    expect(readDescriptor(row, null).movement).toBeNull();
  });
  test.each([
    'STRIPE DES:TRANSFER ID:ST-9 INDN:ADA BYRD CO ID:1 CCD',
    'VENMO DES:CASHOUT ID:9 INDN:ADA BYRD CO ID:1 PPD',
    'Zelle payment to JO LEE conf# 12ab34',
    'VERIZON WIRELESS AUTOPAY',
    'CITY WATER DES:AUTOPAY ID:9 INDN:ADA CO ID:1 PPD',
    'Transfer to Jordan Lee',
    'CARD FACTORY ONLINE',
    'OYSTER CARD PAYMENT',
    'GIFT CARD ONLINE PAYMENT',
    'PAYMENT TO EVERYDAY HEALTH',
    'PAYMENT TO SPACE NK',
    'PAYMENT RECEIVED FROM TOM WEBER',
    'TICKETWORLD SERVICE FEE',
    'SAVERS HEALTH & BEAUTY HULL',
    'FISH & CHIP SHOP WHITBY',
    'POINTS OF INTEREST TOURS',
    'CASH & CARRY LEEDS',
    'CARD PAYMENT TO ALLBRIGHT DELI,9.00 GBP',
  ])('"%s" is not the bank moving money', (row) => expect(readDescriptor(row, null).movement).toBeNull());
  test('texts that say nothing stay apart and readable', () => {
    expect(readPayee('POS PURCHASE 0029991', null).name).toBe('Pos purchase 0029991');
    expect(readPayee('', null)).toEqual({ name: 'Unknown payee', kind: null });
    expect(readPayee('   ', 'Standing order').name).toBe('Standing order');
  });
});

describe('envelopes, services and places of further countries', () => {
  test.each<[string, ...Row[]]>([
    [
      'Protea Studio, ?',
      'ABSA APP PAYMENT TO PROTEA STUDIO',
      'INTERNET PMT TO PROTEA STUDIO 0011833',
      'CELLPHONE TRF TO PROTEA STUDIO',
      'IB PAYMENT TO PROTEA STUDIO',
      'NETBANK TRANSFER TO PROTEA STUDIO',
    ],
    ['Kudu Alarms, ?', 'DEBIT ORDER KUDU ALARMS 80770022', 'STOP ORDER TO KUDU ALARMS', 'NAEDO KUDU ALARMS', 'EFT PAYMENT TO KUDU ALARMS'],
    [
      'Karri Timbers, pay',
      'MAGTAPE CREDIT KARRI TIMBERS PTY SALARY',
      'SALARY KARRI TIMBERS 022091',
      'DIRECT CREDIT 301500 KARRI TIMBERS PTY WAGES',
    ],
    [
      'Wattle Insurance, insurance',
      'DIRECT DEBIT 184455 WATTLE INSURANCE',
      'PAYMENT BY AUTHORITY TO WATTLE INSURANCE',
      'BPAY WATTLE INSURANCE',
    ],
    [
      'Maple Diner, restaurant',
      'CONTACTLESS INTERAC PURCHASE - 4410 MAPLE DINER',
      'IDP PURCHASE - 1180 MAPLE DINER',
      'POS PURCHASE MAPLE DINER',
    ],
    [
      'Blue Crane Cafe, coffee',
      'YOCO *BLUE CRANE CAFE',
      'SNAPSCAN*BLUE CRANE CAFE',
      'PAYFAST*BLUE CRANE CAFE',
      'QUICKPAY*BLUE CRANE CAFE',
      'BLUE CRANE CAFE HERMANUS ZA',
    ],
    ['Moa Outfitters, clothing', 'MOA OUTFITTERS DUNEDIN NZ', 'MOA OUTFITTERS PETONE NZ', 'MOA OUTFITTERS NZ PETONE NZ'],
    ['Coral Tree Body Corporate, service-charge', 'FNB APP PAYMENT TO CORAL TREE BODY CORPORATE', 'EFT TO CORAL TREE BODY CORPORATE'],
    ["Pak'nSave, groceries", 'PAKNSAVE PETONE'],
    ['New World, groceries', 'NEW WORLD'],
    ['Four Square, groceries', 'FOUR SQUARE WAIKANAE'],
    ['Gull, fuel', 'GULL'],
    ['Chemist Warehouse, pharmacy', 'CHEMIST WH 2114'],
    ['BurgerFuel, fast-food', 'BURGERFUEL TAUPO', 'BURGER FUEL TAUPO'],
    ['Sky Sport, streaming', 'SKY SPORT NOW AUCKLAND'],
    ['SARS, tax', 'SARS EFILING REFUND 0998123', 'INTERNET PMT TO SARS EFILING'],
    ['Monthly Account Fee, bank-fee', '#MONTHLY ACCOUNT FEE'],
    ['Returned Debit Order Fee, bank-fee', '#RETURNED DEBIT ORDER FEE'],
  ])('%s', (meaning, ...rows) => each(meaning, rows));

  test('what is none of them stays', () => {
    each('NHS TR, ?', ['NHS TR']);
    each('Debit order, ?', ['DEBIT ORDER']);
    each('NZ Farmers, ?', ['NZ FARMERS']);
    each('Tax Refund, tax', ['TAX REFUND']);
    each('New World Symphony, entertainment', ['NEW WORLD SYMPHONY']);
    each('Gull Cottage Inn, pub', ['GULL COTTAGE INN']);
    expect(readPayee('SPOTIFY*PREMIUM', null).name).toBe('Spotify');
  });
});
