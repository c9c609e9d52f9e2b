// What cash costs is a fee, whatever bank's machine gave it; cash stays cash where a fee is only told beside it.
import { expect, test } from 'vitest';
import { readPayee } from '../../../src/ledger/payees/read-payee.ts';

const kindOf = (descriptor: string, bankKind: string | null = null) => readPayee(descriptor, bankKind).kind;

test.each([
  'NON-WELLS FARGO ATM TRANSACTION FEE',
  'NON-WF ATM FEE',
  'OUT OF NETWORK ATM FEE',
  'INTERNATIONAL ATM FEE',
  'ATM SURCHARGE',
  'CASH ADVANCE FEE',
  'FOREIGN CASH WITHDRAWAL FEE',
  'GELDAUTOMAT ENTGELT',
  'Bargeldauszahlungsentgelt',
  'FRAIS RETRAIT DAB',
  'COMISION CAJERO 4B',
  'COMMISSIONE PRELIEVO BANCOMAT',
  'KOSTEN GELDOPNAME',
  'KEYBANK ATM SERVICE CHARGE',
  'ATM FEE 02/04 #001 HILL ST',
  '11/26/2024 ALLPOINT ATM FEE',
])('%s is a fee', (descriptor) => expect(kindOf(descriptor)).toBe('bank-fee'));

test('a fee is one too where the bank calls the movement cash', () => expect(kindOf('NON-WF ATM FEE', 'ATM')).toBe('bank-fee'));

test.each([
  'ATM WITHDRAWAL 103.00 INCL FEE 3.00',
  'ATM WITHDRAWAL INCL FEE',
  'CASH WITHDRAWAL WITH FEE 2.50',
  'NO FEE ATM WITHDRAWAL MAIN ST',
  'FEE-FREE ATM 12 ELM ST',
  'RETRAIT DAB 40,00 DONT FRAIS 1,50',
  'RETRAIT DAB SANS FRAIS',
  'BARGELDAUSZAHLUNG OHNE ENTGELT',
  'ATM WITHDRAWAL 09/10 3225 E COLFAX AVE FEE 3.00',
  'ATM WITHDRAWAL COFFEE LANE',
  'CASH MACHINE CHARGER ST',
])('%s is cash', (descriptor) => expect(kindOf(descriptor)).toBe('cash'));
