// An invented tenement flat in Scotland: a joint account without categories, a card with them, a euro account. TODAY as in households.ts.
import { ledgerOf } from './households.ts';

export const tenement = ledgerOf(
  [
    {
      name: 'Clydebank joint',
      institution: null,
      kind: 'checking',
      rows: `
        2025-02-05 -5.00 FIRST GLASGOW
        2025-02-06 -60.00 AMAZON.CO.UK*AB12CD3
        2026-01-10 -300.00 VIRGIN MEDIA PYMTS
        2026-02-01 -900.00 CLYDE PROPERTY LTD RENT
        2026-02-02 -7.00 FIRST GLASGOW
        2026-02-03 -2.00 SPT SUBWAY
        2026-02-04 -11.00 SCOTRAIL
        2026-02-05 -13.00 SCOTRAIL
        2026-02-06 -80.00 AMAZON.CO.UK*QR34ST5
        2026-02-07 -21.00 PETPLAN PET INS
        2026-02-08 -24.00 THE GYM GROUP
        2026-02-09 -150.00 HACKING & PATERSON FACTOR
        2026-02-10 -210.00 VW FINANCIAL SERV
        2026-02-11 -60.00 CALUM BAILLIE BIRTHDAY
        2026-02-12 -40.00 GIFFGAFF
        2026-02-13 -20.00 VODAFONE LTD
        2026-02-14 25.00 NS&I PREMIUM BONDS
        2026-02-20 -392.00 REVOLUT
        2026-02-27 2800.00 EASTVALE CITY COUNC TEACHERS PAY KJ3VRF
        2026-02-28 -9.00 EASTVALE FILM THEATRE`,
    },
    {
      name: 'Virgin Money card',
      institution: null,
      kind: 'card',
      rows: `
        2026-02-02 -30.00 BP POLLOKSHAWS | Fuel
        2026-02-03 -70.00 TESCO STORES 3014 | Groceries
        2026-02-04 -26.00 SHAWLANDS DENTAL CARE | Health
        2026-02-05 -45.00 BOOTS 0812 | Health
        2026-02-06 -17.00 PETS AT HOME | Pets
        2026-02-07 -500.00 JET2 HOLIDAYS LEEDS | Travel
        2026-02-08 -22.00 JUST EAT UK | Restaurants
        2026-02-09 -33.00 MOTHER INDIA CAFE | Restaurants
        2026-02-10 -8.00 AUDIBLE UK | Entertainment
        2026-02-11 -96.00 CALEDONIAN MACBRAYNE | Travel`,
    },
    {
      name: 'Revolut euros',
      institution: 'Revolut',
      kind: 'checking',
      currency: 'EUR',
      rows: `
        2026-02-20 450.00 TOP-UP
        2026-02-21 -24.00 OCEANARIO DE LISBOA
        2026-02-22 -33.00 TIME OUT MARKET`,
    },
  ],
  'GBP',
);
