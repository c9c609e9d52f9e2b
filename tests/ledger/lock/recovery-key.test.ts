import { describe, expect, test } from 'vitest';
import { freshRecovery, readRecovery, writeRecovery } from '../../../src/ledger/lock/recovery-key.ts';

const bytes = Uint8Array.from({ length: 20 }, (_, at) => (at * 37 + 11) % 256);
const text = writeRecovery(bytes);

describe('a recovery key', () => {
  test('is eight groups of five, and reads back as it was', () => {
    expect(text).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){7}$/);
    expect(readRecovery(text)).toEqual({ bytes });
    for (let round = 0; round < 50; round += 1) {
      const fresh = freshRecovery();
      expect(readRecovery(writeRecovery(fresh))).toEqual({ bytes: fresh });
    }
  });

  test.each([
    ['small letters', text.toLowerCase()],
    ['spaces for dashes', text.replaceAll('-', ' ')],
    ['no dashes', text.replaceAll('-', '')],
    ['O for 0 and l for 1', text.replaceAll('0', 'O').replaceAll('1', 'l')],
  ])('is read with %s', (_, typed) => {
    expect(readRecovery(typed)).toEqual({ bytes });
  });

  test('every slip of one digit is named by its group', () => {
    for (let at = 0; at < text.length; at += 1) {
      if (text[at] === '-') continue;
      for (const digit of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
        if (digit === text[at]) continue;
        const slip = text.slice(0, at) + digit + text.slice(at + 1);
        expect(readRecovery(slip), slip).toEqual({ wrongGroups: [Math.floor(at / 6) + 1] });
      }
    }
  });

  test('two groups exchanged are noticed', () => {
    const groups = text.split('-');
    const exchanged = [groups[1], groups[0], ...groups.slice(2)].join('-');
    expect(readRecovery(exchanged)).toEqual({ wrongGroups: [1, 2] });
  });

  test('a letter that no key has is a slip, and what is too short says how long it is', () => {
    expect(readRecovery(`U${text.slice(1)}`)).toEqual({ wrongGroups: [1] });
    expect(readRecovery(text.slice(0, 12))).toEqual({ wrongLength: 10 });
  });
});
