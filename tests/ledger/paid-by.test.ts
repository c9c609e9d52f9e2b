// Which rows are direct debits and standing orders, by what banks write.
import { expect, test } from 'vitest';
import { PAID_BY, paidBySql } from '../../src/ledger/paid-by.ts';
import { loadSqlEngine, SqlJsDatabase } from '../../src/ledger/sql-js-database.ts';

const db = new SqlJsDatabase(await loadSqlEngine());

const readAs = (kind: string | null, descriptor: string): readonly string[] =>
  PAID_BY.filter(
    (how) =>
      db.query(`WITH told(kind, descriptor) AS (VALUES (?, ?)) SELECT count(*) FROM told WHERE ${paidBySql('told', how)}`, [
        kind,
        descriptor,
      ]).rows[0]?.[0] === 1,
  );

test.each<[string | null, string, string]>([
  ['DD', 'OCTOPUS ENERGY', 'direct-debit'],
  ['Direct debit', 'OCTOPUS ENERGY', 'direct-debit'],
  [' d/d ', 'BRITISH GAS', 'direct-debit'],
  [null, 'D/D VHI HEALTHCARE', 'direct-debit'],
  [null, 'Direct Debit 316429 AUSSIE BROADBAND 8841203', 'direct-debit'],
  [null, 'EE LIMITED Q02341887719026611 DDR', 'direct-debit'],
  ['SO', 'LITTLE ACORNS NRSY', 'standing-order'],
  ['Standing order', 'J PARMAR', 'standing-order'],
  [null, 'STANDING ORDER VIA FASTER PAYMENT TO CLWB CARCO', 'standing-order'],
])('%s %s: %s', (kind, descriptor, how) => expect(readAs(kind, descriptor)).toEqual([how]));

test.each<[string | null, string]>([
  ['DEB', 'TESCO STORES'],
  [null, 'DD *DOORDASH THAIKITCH'],
  ['Card payment', 'STODDART BUTCHERS'],
  ['FPO', 'SOPHIE DDRAIG'],
])('%s %s is neither', (kind, descriptor) => expect(readAs(kind, descriptor)).toEqual([]));
