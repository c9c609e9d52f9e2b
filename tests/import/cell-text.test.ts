import { expect, test } from 'vitest';
import { isBlank } from '../../src/import/table/cell-text.ts';

test.each([undefined, '', '-', '  --  ', '\u2014', ' \u00a0n/a', 'null', '   NULL   ', '\tnull', 'N/A     ', '""', '       '])(
  'nothing stands in %j',
  (cell) => expect(isBlank(cell)).toBe(true),
);

test.each(['0', '- 5', '-----', 'nullo', 'NULL.', 'Kiosk', '-4.20', '\u00a0-4.20 ', '\u2014\u2014\u2014\u2014\u2014'])(
  'something stands in %j',
  (cell) => expect(isBlank(cell)).toBe(false),
);
