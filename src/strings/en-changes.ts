// Every word of the page that says what changed, in English.
import { counted } from './en.ts';

export const enChanges = {
  changes: {
    title: 'What changed',
    lead: 'The last three months of your statements, looked over by the same queries that answer questions. Nothing here needs an answer.',
    none: 'Nothing stands out: no new or dearer payment, nothing charged twice, no unusual charge, no gap.',
    empty: 'Once statements are in, this page says what is new, dearer, charged twice, unusual or missing.',
    kind: {
      new: 'New regular payment',
      dearer: 'Dearer than before',
      twice: 'Charged more than once',
      large: 'Unusually large',
      gap: 'Missing statement',
    },
    isNew: (payee: string, amount: string, pace: string, since: string) => `${payee} takes ${amount} ${pace} since ${since}.`,
    isDearer: (payee: string, before: string, after: string, day: string) => `${payee} went from ${before} to ${after} on ${day}.`,
    isTwice: (payee: string, amount: string, times: number, day: string) =>
      `${payee} took ${amount} ${times === 2 ? 'twice' : counted(times, 'time', 'times')} on ${day}. It may be right, and it may be a mistake.`,
    isLarge: (payee: string, amount: string, day: string) =>
      `${amount} to ${payee} on ${day} is several times what you usually spend at once.`,
    isGap: (account: string, from: string, to: string) =>
      `${account} has no statement from ${from} to ${to}. Answers about these days may be too low.`,
    pace: { week: 'every week', fortnight: 'every two weeks', month: 'every month', quarter: 'every quarter', year: 'every year' },
    rows: (count: number) => `${counted(count, 'row', 'rows')}`,
    putAway: 'Put away',
    putAwayOf: (what: string) => `Put away: ${what}`,
    isAway: 'Put away for good.',
    bringBack: 'Bring back',
    bringBackOf: (what: string) => `Bring back: ${what}`,
    showAway: (count: number) => `Show what I put away (${counted(count, 'thing', 'things')})`,
    hideAway: 'Hide what I put away',
    home: (count: number) => `${counted(count, 'thing', 'things')} changed of late`,
    toAccounts: 'See the days that are covered',
  },
};
