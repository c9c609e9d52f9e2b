// Which words a SELECT of these forms can say, and by what: data. A cue that stands in neither table asks for something that no SELECT
// here says, and keeps it from being answered.
import type { Cue } from '../../spans/cues.ts';

/** What a SELECT does. */
export type Feature =
  'counts' | 'averages' | 'largest' | 'smallest' | 'sums' | 'percent' | 'difference' | 'rows' | 'days' | 'labels' | 'not';

/** Words that ask for nothing by themselves beside a measure, a name or a stretch of time, each checked elsewhere. */
export const FRAMES: ReadonlySet<Cue> = new Set<Cue>([
  'how-much',
  'spend',
  'pay',
  'cost',
  'buy',
  'go',
  'noun-transaction',
  'exists',
  'all-accounts',
  'in-currency',
  'and-what-about',
  'money',
  'income',
  'include',
  'each',
  'total',
  'do-not-count',
]);

/** Words that ask for one of these. */
export const ASKS: Partial<Readonly<Record<Cue, readonly Feature[]>>> = {
  count: ['counts'],
  distinct: ['counts'],
  'distinct-days': ['counts'],
  often: ['counts'],
  average: ['averages'],
  largest: ['largest'],
  smallest: ['smallest'],
  most: ['largest'],
  least: ['smallest'],
  first: ['days'],
  last: ['days'],
  when: ['days', 'labels'],
  'days-since': [],
  share: ['percent'],
  difference: ['difference'],
  more: ['difference', 'largest'],
  less: ['difference', 'smallest'],
  compare: ['difference'],
  which: ['labels', 'rows', 'days'],
  list: ['rows', 'labels'],
  breakdown: ['labels'],
  except: ['not'],
  uncategorised: ['labels', 'rows', 'counts', 'sums', 'percent', 'difference'],
};

/** Words any of which ask for such a feature. */
export const ASKED_BY: Readonly<Record<Feature, readonly Cue[]>> = {
  counts: ['count', 'often', 'distinct', 'distinct-days'],
  averages: ['average'],
  largest: ['largest', 'most', 'more'],
  smallest: ['smallest', 'least', 'less'],
  sums: ['how-much', 'total', 'spend', 'cost', 'pay', 'income', 'buy'],
  percent: ['share'],
  difference: ['difference', 'more', 'less', 'compare'],
  rows: ['list', 'which'],
  days: ['when', 'first', 'last'],
  labels: ['which', 'list', 'breakdown', 'each'],
  not: ['except', 'do-not-count'],
};

/** Some cue that asks: a question with none of them asks whether, which no figure here answers. */
export const MEASURES: readonly Cue[] = [
  'how-much',
  'count',
  'which',
  'when',
  'share',
  'average',
  'largest',
  'smallest',
  'most',
  'least',
  'list',
  'total',
  'difference',
  'distinct-days',
  'often',
  'breakdown',
];
