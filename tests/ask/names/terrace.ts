// An invented terraced house in Britain: two current accounts, a card, a saver. Amounts are told apart by their digits. TODAY as in households.ts.
import { ledgerOf } from './households.ts';

export const terrace = ledgerOf(
  [
    {
      name: 'Halifax current',
      institution: 'Halifax',
      kind: 'checking',
      rows: `
        2025-11-14 -54.00 KWIK FIT MOT DERBY
        2026-01-01 -900.00 MOORLAND BS MORTGAGE
        2026-01-05 -40.00 PEAK WATER
        2026-01-12 -30.00 PLUSNET PLC
        2026-01-18 -120.00 OCTOPUS ENERGY
        2026-01-20 -35.00 SKY DIGITAL
        2026-01-20 -2390.00 HEATWISE BOILERS LTD
        2026-01-22 -14.00 D BAGSHAW WINDOWS
        2026-01-25 2900.00 HALLAM FORGE ENG LTD
        2026-01-27 2400.00 STH NHS FT SALARY
        2026-02-01 -900.00 MOORLAND BS MORTGAGE
        2026-02-03 25.00 NS&I PREMIUM BONDS
        2026-02-05 -44.00 PEAK WATER
        2026-02-06 -25.00 PUREGYM LTD
        2026-02-08 -27.50 SIV SWIM LESSONS
        2026-02-09 -22.00 L&G INSURANCE
        2026-02-10 -18.00 PETPLAN PET INS
        2026-02-12 -34.00 PLUSNET PLC
        2026-02-14 -10.00 NATIONAL LOTTERY INT
        2026-02-15 -20.00 SKYBET LEEDS
        2026-02-16 -5.00 BET365 STOKE
        2026-02-18 -100.00 OCTOPUS ENERGY
        2026-02-20 -35.00 SKY DIGITAL
        2026-02-21 -462.00 HMRC SELF ASSESSMENT
        2026-02-22 -14.00 D BAGSHAW WINDOWS
        2026-02-25 2900.00 HALLAM FORGE ENG LTD
        2026-02-27 2400.00 STH NHS FT SALARY
        2026-02-28 -250.00 TO FIRST DIRECT SAVER
        2026-03-02 214.00 HMRC PAYE REFUND
        2026-03-03 -287.00 KWIK FIT MOT DERBY
        2026-03-05 500.00 FROM FIRST DIRECT SAVER`,
    },
    {
      name: 'Monzo joint',
      institution: 'Monzo',
      kind: 'checking',
      rows: `
        2026-02-02 -64.00 Tesco | Groceries
        2026-02-03 -32.00 Aldi | Groceries
        2026-02-04 -4.00 Greggs | Eating out
        2026-02-05 -6.00 Greggs | Eating out
        2026-02-06 -7.00 Costa | Eating out
        2026-02-07 -8.00 Costa | Eating out
        2026-02-08 -3.00 Caffe Nero | Eating out
        2026-02-09 -46.00 Dobbies | Shopping
        2026-02-10 -2.00 RingGo | Transport
        2026-03-04 -16.00 Greggs | Eating out`,
    },
    {
      name: 'American Express',
      institution: 'American Express',
      kind: 'card',
      rows: `
        2026-02-04 -190.00 ABBEYDALE VETS DERBY
        2026-02-06 -342.00 IKEA NOTTINGHAM
        2026-02-07 -50.00 SHELL DERBY
        2026-02-11 -1486.00 JET2 HOLIDAYS LEEDS
        2026-02-12 -312.00 BOOKING.COM AMSTERDAM`,
    },
    {
      name: 'First Direct saver',
      institution: 'First Direct',
      kind: 'savings',
      rows: `
        2026-01-31 11.00 GROSS INTEREST
        2026-02-28 250.00 HARTLEY C HALIFAX
        2026-02-28 12.00 GROSS INTEREST
        2026-03-05 -500.00 HARTLEY C HALIFAX`,
    },
  ],
  'GBP',
);
