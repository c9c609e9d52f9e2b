// Names as people say them: shortened, bent into verbs, misheard, found only in the bank's text; and what is no name at all.
import { describe, expect, it } from 'vitest';
import type { ReadableDatabase } from '../../../src/ledger/database.ts';
import { american, askOf, british, ledgerOf, totalOf } from './households.ts';

const holds = (db: ReadableDatabase, cases: readonly (readonly [string, number])[]) =>
  it.each(cases)('%s', (question, total) => expect(totalOf(db, question)).toBe(total));

describe('words that stand only in the bank’s texts and memos', () => {
  holds(american, [
    ['rent', 2048],
    ['how much rent did I pay in February', 2048],
    ['total rent', 2048],
    ['how much did I spend on the banjo', 0.2],
    ['check 1042', 16384],
    ['check number 1043', 32768],
    ['how much was check 1043', 32768],
    ['checks', 49152],
    ['the animal hospital', 8192],
    ['vet bills', 8192],
    ['how much have I Zelled Trey', 0.2],
  ]);
  holds(british, [
    ['rent', 64],
    ['how much did we pay for the boilers', 8192],
    ['plumber', 8192],
    ['how much did the vet cost', 1024],
    ['cello lessons', 0.1],
    ['how much did we spend on cello lessons in February', 0.1],
    ['council tax', 512],
    ['vet bill in February', 1024],
  ]);
  it('says that the word is the bank’s', () => expect(askOf(american, 'rent').assumed.join()).toContain("in the bank's text"));
});

describe('shortened, possessive and plural names, banks as accounts', () => {
  holds(american, [
    ['HBO', 8],
    ['how much did I spend at HBO', 8],
    ['hbo max in February', 8],
    ['Lupe', 65536],
    ["Lupe's in February", 65536],
    ['how much at Xcel', 4096],
    ['how much did I give Trey', 0.2],
    ['Trey Cole', 0.2],
    ['Margaret', 2048.1],
    ['six flags', 16],
    ['cap one spending', 1984.5],
    ['how much on the Capital One', 1984.5],
    ['spent with Wells Fargo in February', 63488.32],
    ['how much on Discover in February', 983040.04],
    ['kroger n Chipotle', 3],
  ]);
  holds(british, [
    ['Kingsmead', 256],
    ['how much to Kingsmead in February', 256],
    ['Lindqvist', 0.3],
    ['how much on the amex', 1032192.8],
    ['joint account spending', 16320.4],
    ['how much came from the joint account', 16320.4],
    ['Dishoom and Zizzi', 32770],
    ['Waitrose n Tesco', 16385],
  ]);
});

describe('names bent into verbs and misheard', () => {
  holds(american, [
    ['ubered in February', 262144],
    ['how much have I Grubhubbed', 64],
    ['dutch brothers', 32],
    ['dutch brothers in February', 32],
    ['excel energy', 4096],
    ['how much did I pay excel energy', 4096],
    ['sick flags in February', 16],
    ['hello fish', 0.5],
    ['Uber rides', 262144],
    ['Uber Eats', 524288],
    ['uber', 262144],
    ['trader jos', 131072],
  ]);
  holds(british, [
    ['just eat', 8],
    ['dishume in February', 2],
    ['pret a monger', 32],
  ]);
});

describe('a noun beside a payee describes it', () => {
  holds(british, [
    ['how much did the Aviva policy cost in February', 128],
    ['Pret coffee in February', 32],
    ['Amazon Prime membership', 524288],
    ['Netflix subscription total', 16],
    ['the EE contract in February', 4096],
    ['Waitrose groceries', 16384],
    ['amazon', 0.8],
  ]);
  it.each(['costco gas', 'how much on kroger fuel'])('but what shops sell apart is not the shop: %s', (question) =>
    expect(askOf(american, question).status).not.toBe('answered'),
  );
});

describe('what is no name', () => {
  it.each([
    'when was this founded',
    'what mode is this',
    'tell me about human nature',
    'does the crown belong to the king',
    'what did I discover today',
    'dinner with a human',
    'who ate my sandwich',
    'is the moon full',
    'check 9999',
  ])('%s', (question) => {
    for (const db of [american, british]) expect(askOf(db, question).status).not.toBe('answered');
  });

  it('a school year is a time', () => {
    expect(askOf(british, 'how much on groceries since the start of the school year').rows[0]?.[0] ?? 18433).toBe(18433);
  });
});

describe('two who fit equally', () => {
  const rows = `
      2026-02-01 -10.00 ZELLE TO LEE JORDAN ON 02/01 REF #RP0A
      2026-02-02 -20.00 ZELLE TO PARK JORDAN ON 02/02 REF #RP0B`;
  const db = ledgerOf([{ name: 'Checking', institution: null, kind: 'checking', rows }], 'USD');
  it.each(['how much did I give Jordan', 'Jordan in February', 'what did I pay Jordan'])('asks which: %s', (question) => {
    const { status, choices } = askOf(db, question);
    expect(status).toBe('clarify');
    expect(choices).toHaveLength(2);
  });
});

describe('a known brand that this ledger lacks', () => {
  it.each(['Whole Foods in February', "how much at Whole Food's", 'how much did we spend at burger king', 'Home Depot total'])(
    '%s',
    (question) => expect(askOf(british, question).status).not.toBe('answered'),
  );
});

describe('a town after "in"', () => {
  it.each(['how much did we spend in Leeds', 'spending in Leeds in February'])('%s', (question) =>
    // Every row whose text says Leeds, not Leeds City Council alone.
    expect(totalOf(british, question)).toBe(512 + 1024 + 16384 + 32768 + 65536),
  );
});
