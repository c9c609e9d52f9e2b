// What changed, in words: every kind names its payee or account, its figures and its days.
import { expect, test } from 'vitest';
import type { Insight } from '../../src/ask/insights/insights.ts';
import { paceOf, sayChange } from '../../src/ui/parts/change-words.ts';

const rows = { sql: '', params: [] };
const of = { key: 'k', day: '2026-03-06', payee: 'Chipotle', minor: 1400, currency: 'USD', rows };

test.each<[Insight, string]>([
  [{ ...of, kind: 'twice', times: 2 }, 'Chipotle took US$14.00 twice on 6 Mar 2026. It may be right, and it may be a mistake.'],
  [{ ...of, kind: 'twice', times: 3 }, 'Chipotle took US$14.00 3 times on 6 Mar 2026. It may be right, and it may be a mistake.'],
  [{ ...of, kind: 'dearer', before: 1200 }, 'Chipotle went from US$12.00 to US$14.00 on 6 Mar 2026.'],
  [{ ...of, kind: 'new', since: '2026-01-05', everyDays: 30.2 }, 'Chipotle takes US$14.00 every month since 5 Jan 2026.'],
  [{ ...of, kind: 'large' }, 'US$14.00 to Chipotle on 6 Mar 2026 is several times what you usually spend at once.'],
  [
    { key: 'k', day: '2026-02-19', kind: 'gap', account: 'Giro', from: '2026-01-06', to: '2026-02-19' },
    'Giro has no statement from 6 Jan 2026 to 19 Feb 2026. Answers about these days may be too low.',
  ],
])('%o', (insight, sentence) => expect(sayChange(insight, 'en-GB')).toBe(sentence));

test.each([
  [7, 'every week'],
  [14, 'every two weeks'],
  [30, 'every month'],
  [91, 'every quarter'],
  [365, 'every year'],
])('%i days', (days, said) => expect(paceOf(days)).toBe(said));
