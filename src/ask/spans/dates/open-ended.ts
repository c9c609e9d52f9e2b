// "all time", "ever", "since the beginning": everything there is. "Since payday": from the last pay that came in.
import { addDays } from '../../../base/days.ts';
import type { DateParser } from './period.ts';
import { oneRange, tomorrow } from './period.ts';

export const allTime: DateParser = {
  name: 'all-time',
  pattern:
    /\b(?:(?:of\s+|for\s+)?all time|since the (?:very )?(?:beginning|start|outset)(?! of)|since (?:i|we) (?:started|began)|since (?:i|we) (?:joined|signed up|subscribed|first (?:joined|started|began|signed up))(?=\s*(?:[?.!]|$))|since records began|over all (?:the )?(?:years|time)|in my (?:whole|entire) (?:history|life)|all years|(?<!(?:year|month|week|quarter) )to date|over the years|since day (?:1|one)|from the (?:very )?(?:start|beginning)(?! of))\b/g,
  read: (_groups, context) => oneRange(context.firstDay, tomorrow(context), 'other'),
};

export const payday: DateParser = {
  name: 'payday',
  pattern:
    /\b(?:since|after)\s+(?:(?:my|our|the)\s+)?(?:last\s+|latest\s+)?(?:pay ?day|pay ?check|pay ?cheque|salary(?: came in)?|(?:i|we) (?:last )?got paid(?: last)?|(?:i|we) was last paid|wages)\b/g,
  read(_groups, context) {
    const day = context.payday(0);
    if (day === null) return null;
    return oneRange(day, tomorrow(context), 'other', { open: true, assumed: `your last pay came in on ${day}` });
  },
};

export const beforePayday: DateParser = {
  name: 'last-pay-period',
  pattern: /\b(?:(?:in|during|over)\s+)?(?:my|our|the)\s+(?:last|previous)\s+pay (?:period|cycle)\b/g,
  read(_groups, context) {
    const [last, before] = [context.payday(0), context.payday(1)];
    if (last === null || before === null) return null;
    return oneRange(before, last, 'other', { assumed: `I took the last pay period as ${before} to ${addDays(last, -1)}` });
  },
};
