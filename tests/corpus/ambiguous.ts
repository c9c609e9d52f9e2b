// Words that leave something open: what was taken must be said on the card, or be asked. Each period goes with each measure.
export interface Open {
  /** As it is said. */
  words: string;
  /** What the card must show of the choice: in an assumption, or in the sentence, chips or understanding. */
  stated: RegExp;
}

export const openPeriods: readonly Open[] = [
  { words: 'in February', stated: /February 2026/ },
  { words: 'in December', stated: /December 2025/ },
  { words: 'last November', stated: /November 2025/ },
  { words: 'over the past week', stated: /12 March 2026|past week/ },
  { words: 'last weekend', stated: /14 March 2026|Saturday and Sunday/ },
  { words: 'over the winter', stated: /December 2025|winter/ },
  { words: 'on the 14th', stated: /14 March 2026/ },
  { words: 'last Friday', stated: /13 March 2026/ },
  { words: 'in the last three months', stated: /19 December 2025|counted back/ },
  { words: 'in the last few weeks', stated: /26 February 2026|counted back/ },
  { words: 'on 3/6', stated: /6 March 2026/ },
  { words: 'since payday', stated: /1 March 2026|March 2026 so far/ },
  { words: 'in Q4', stated: /October (?:2025 )?to December 2025/ },
  { words: 'over Christmas', stated: /24 December 2025 to 26 December 2025/ },
  { words: 'on Christmas Day', stated: /25 December 2025/ },
  { words: 'in the last year', stated: /2025/ },
  { words: 'this tax year', stated: /tax year|2026/ },
  { words: 'in the past month', stated: /19 February 2026|past month/ },
  { words: 'since Monday', stated: /16 March 2026/ },
];

export const openMeasures: readonly string[] = [
  'how much did I spend',
  'what did I spend',
  'how many purchases did I make',
  'what was my biggest purchase',
  'show me my purchases',
  'spending by category',
  'how much went on my credit card',
  'average purchase',
  'total spending',
  'how much did I earn',
  'what was left over',
  'how much did I spend on groceries',
  'how often did I go to Starbucks',
  'which merchant got the most',
  'how much cash did I take out',
];

/** Nothing to go by: Sotto asks, and gives no figure. */
export const nothingSaid: readonly string[] = [
  'how much',
  'how many',
  'when',
  'how often',
  'list them',
  'show me',
  'and in January?',
  'what about that one',
  'why so high',
  'the other one',
  'and then',
  'how much was it',
  'when was that',
  'how many of those',
  'how come',
  'compare them',
  'break it down',
  'the biggest',
  'what about it',
  'how much was that',
  'which ones',
  'how many were there',
  'is that a lot',
  'and the month before?',
  'average',
  'and what else',
  'what was the last one',
  'same for last week',
  'how about them',
  'without it',
];
