// Names of months and weekdays, which are no slips of names.
import calendar from './calendar.json';

const calendarNames: ReadonlySet<string> = new Set([...calendar.months, ...calendar.weekdays].flat());

export const isCalendarWord = (word: string): boolean => calendarNames.has(word) || calendarNames.has(word.replace(/s$/, ''));
