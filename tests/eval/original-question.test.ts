// $367,979.04 must not come back: days are days, and a file loaded twice counts once.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { answeredNow, answeredThen } from './original-question.ts';

/** The columns of that file, with rows made up here. Last week, from Monday 2 to Sunday 8 October, holds 10.00 + 2.50. */
const INVENTED = `Customer ID,Name,Surname,Gender,Birthdate,Transaction Amount,Date,Merchant Name,Category
1,Ada,Hill,F,01-02-1990,10.00,02-10-2023,Rose and Sons,Cosmetic
2,Ben,Lake,M,03-04-1985,2.50,08-10-2023,Lily Group,Cosmetic
3,Cem,Moor,M,05-06-1970,400.00,08-03-2023,Rose and Sons,Cosmetic
4,Dot,Vale,F,07-08-1960,3000.00,12-06-2023,Lily Group,Cosmetic
5,Eve,Glen,F,09-10-1950,70.00,05-10-2023,Far Away Ltd,Travel
6,Flo,Dale,F,11-12-1999,1.25,14-10-2023,Lily Group,Cosmetic
7,Gus,Cove,M,13-01-1991,5.00,31-01-2023,Rose and Sons,Cosmetic
`;

describe('the original app’s question', () => {
  test('days compared as text take in other months, and rows loaded twice count twice', () => {
    expect(answeredThen(INVENTED, 1)).toBe(2.5 + 400 + 3000);
    expect(answeredThen(INVENTED, 2)).toBe(2 * (2.5 + 400 + 3000));
  });
  test('Sotto takes the week that was asked, however often the file is loaded', async () => {
    expect(await answeredNow(INVENTED)).toMatchObject({ status: 'answered', figure: 12.5 });
    expect(await answeredNow(INVENTED, 2)).toMatchObject({ status: 'answered', figure: 12.5 });
  });
});

const CARD = fileURLToPath(new URL('../../../shared/eval/data/card-2023.csv', import.meta.url));
describe.skipIf(!existsSync(CARD))('on the file itself (skipped where ../shared is absent)', () => {
  test('its SQL gives its answer to the cent, and Sotto the right one', async () => {
    const text = readFileSync(CARD, 'utf8');
    expect(answeredThen(text, 2)).toBe(367_979.04);
    expect(await answeredNow(text)).toMatchObject({ status: 'answered', figure: 21_645.57 });
  });
});
