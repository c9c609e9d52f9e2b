// An invented household in Arizona: checking, two cards whose categories have other names, savings. Amounts are told apart by their
// digits; transfers come in pairs. TODAY as in households.ts.
import { ledgerOf } from './households.ts';

export const mesa = ledgerOf(
  [
    {
      name: 'Checking',
      institution: 'Wells Fargo',
      kind: 'checking',
      rows: `
        2025-12-15 1000.00 ZELLE FROM OKORO NADIA ON 12/15 REF # WFCT0AAA TILE
        2026-01-09 2000.00 BANNER HEALTH PAYROLL 260109 1430112553
        2026-01-12 -300.00 CHASE CREDIT CRD AUTOPAY 260112 PPD
        2026-01-15 -80.00 COPPER STATE ORTHO PAYMENT 260115 546050
        2026-01-23 -25.00 SOUTHWEST GAS WEB PAY 260123 2110252334
        2026-01-28 -400.00 TO SAVINGS
        2026-02-06 2100.00 BANNER HEALTH PAYROLL 260206 1430112553
        2026-02-10 -40.00 ZELLE TO KLEIN MONICA ON 02/10 REF #RP0AAA SITTING
        2026-02-11 1500.00 ZELLE FROM OKORO NADIA ON 02/11 REF # WFCT0BBB BATH
        2026-02-12 -250.00 CHASE CREDIT CRD AUTOPAY 260212 PPD
        2026-02-14 -512.00 FORD MOTOR CR FORDCREDIT 260214 36188247
        2026-02-20 350.00 VENMO CASHOUT 260220
        2026-02-28 -400.00 TO SAVINGS
        2026-03-02 60.00 ZELLE FROM KLEIN MONICA ON 03/02 REF # WFCT0CCC TICKETS
        2026-03-06 2200.00 BANNER HEALTH PAYROLL 260306 1430112553
        2026-03-12 -280.00 CHASE CREDIT CRD AUTOPAY 260312 PPD`,
    },
    {
      name: 'Chase 4821',
      institution: 'Chase',
      kind: 'card',
      rows: `
        2026-01-06 -90.00 FRYS FOOD STORE #106 MESA AZ | Groceries
        2026-01-12 300.00 AUTOMATIC PAYMENT - THANK YOU
        2026-01-14 -33.00 FRYS-FUEL #7049 MESA AZ | Gas
        2026-01-20 -18.00 HARKINS MESA SPECTRUM 1 MESA AZ | Entertainment
        2026-02-03 -70.00 FRYS FOOD STORE #106 MESA AZ | Groceries
        2026-02-05 -50.00 SAFEWAY #2018 MESA AZ | Groceries
        2026-02-07 -16.00 IN-N-OUT MESA MESA AZ | Food & Drink
        2026-02-12 250.00 AUTOMATIC PAYMENT - THANK YOU
        2026-02-18 -24.00 WHATABURGER 1082 MESA AZ | Food & Drink
        2026-02-21 -120.00 TARGET 00009357 MESA AZ | Shopping
        2026-02-25 30.00 TARGET 00009357 MESA AZ | Shopping
        2026-03-03 -65.00 SAFEWAY #2018 MESA AZ | Groceries
        2026-03-08 15.00 SAFEWAY #2018 MESA AZ | Groceries
        2026-03-12 280.00 AUTOMATIC PAYMENT - THANK YOU`,
    },
    {
      name: 'Discover',
      institution: 'Discover',
      kind: 'card',
      rows: `
        2026-01-08 -38.00 INTUIT *QBOOKS ONLINE CL.INTUIT.COM CA | Services
        2026-01-27 -6.00 INTEREST CHARGE ON PURCHASES | Interest
        2026-02-08 -41.00 INTUIT *QBOOKS ONLINE CL.INTUIT.COM CA | Services
        2026-02-16 -44.00 QT 1467 MESA AZ | Gasoline
        2026-02-27 -7.00 INTEREST CHARGE ON PURCHASES | Interest
        2026-03-04 -47.00 QT 1467 MESA AZ | Gasoline
        2026-03-09 10.00 HOME DEPOT #0478 MESA AZ | Home Improvement`,
    },
    {
      name: 'Savings',
      institution: 'Capital One',
      kind: 'savings',
      rows: `
        2026-01-28 400.00 FROM CHECKING
        2026-02-27 3.00 MONTHLY INTEREST PAID
        2026-02-28 400.00 FROM CHECKING`,
    },
  ],
  'USD',
);
