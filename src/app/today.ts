// The page's one clock. `?today=YYYY-MM-DD` in the address sets the day the app believes it is.
import { isDay, toDay, type Day } from '../base/days.ts';

export interface Today {
  day: Day;
  /** Whether the address said so; each card then shows it as an assumption. */
  said: boolean;
}

/** `search` as in location.search; `now` is read in the time zone of the device. */
export function readToday(search: string, now: Date): Today {
  const said = new URLSearchParams(search).get('today');
  if (said !== null && isDay(said)) return { day: said, said: true };
  return { day: toDay(now.getFullYear(), now.getMonth() + 1, now.getDate()), said: false };
}
