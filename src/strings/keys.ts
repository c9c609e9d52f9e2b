// Words of the list of keys, in English. Apart from the others, because they come with the list.
import { inUse } from './in-use.ts';

export const keys = inUse({
  title: 'Keys',
  key: 'Key',
  does: 'What it does',
  off: 'Single-letter keys are off. They can be turned on in the settings.',
  list: [
    ['/', 'Go to the question box'],
    ['Enter', 'Ask'],
    ['Space', 'Talk while it is held, where no field or button has the focus'],
    ['Esc', 'Stop, silence or close, nearest first'],
    ['↑', 'The question before, in the empty box'],
    ['T', 'How I got this, of the newest answer'],
    ['R', 'Read the newest answer aloud'],
    ['B', 'Blur or show amounts'],
    ['G then A', 'Ask'],
    ['G then L', 'Ledger'],
    ['G then I', 'Import'],
    ['G then C', 'Accounts'],
    ['G then W', 'What changed'],
    ['G then H', 'Rules and history'],
    ['G then M', 'Models and privacy'],
    ['J, K', 'Next and previous row'],
    ['Arrows, Home, End, Page', 'Go about in the rows of the ledger'],
    ['E or Enter', 'Open the row that has the focus'],
    ['Ctrl or Cmd Z', 'Undo what was done last on this visit'],
    ['?', 'This list'],
  ] as [string, string][],
});
