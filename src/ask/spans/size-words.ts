// What stands before a figure and says how it bounds: one list for amounts, and for years that are none ("purchases over 2000").

/** `timed` bound a time as well as an amount ("from 2024", "within 2024"), so that a year may stand behind them. */
interface SizeWords {
  is: 'at-most' | 'at-least' | 'over' | 'under' | 'exactly' | 'about';
  words: string;
  timed?: string;
}

/** In the order in which they are tried: "no more than" before "more than". */
export const SIZE_WORDS: readonly SizeWords[] = [
  {
    is: 'at-most',
    words:
      'no more than|not more than|at most|(?<!\\b(?:go|went|gone|goes|rise|rose|risen|jump|jumped) )up to|maximum(?: of)?|a maximum of|no bigger than|not over|not exceeding',
  },
  { is: 'at-least', words: 'no less than|not less than|at least|minimum(?: of)?|a minimum of|not under', timed: 'starting at|from' },
  {
    is: 'over',
    words:
      'over|above|beyond|more than|greater than|bigger than|larger than|higher than|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|in excess of|past|upwards of|north of|topping|pricier than|dearer than|costing more than|that cost more than|that were more than',
  },
  {
    is: 'under',
    words: 'under|below|short of|less than|fewer than|smaller than|lower than|cheaper than|south of|beneath',
    timed: 'within',
  },
  { is: 'exactly', words: 'exactly|precisely|of exactly|for exactly|equal to|equalling', timed: 'just' },
  { is: 'about', words: 'about|around|roughly|approximately|close to|almost|circa', timed: 'near|nearly|some' },
];

const SIZED = new RegExp(`\\b(?:${SIZE_WORDS.map(({ words }) => words).join('|')})\\s+$`);

/** Whether what stands before a figure makes it an amount and no year. */
export const isSized = (lead: string): boolean => SIZED.test(lead);
