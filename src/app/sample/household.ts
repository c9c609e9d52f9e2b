// An invented household of three years in four accounts, for trying the app: the same files for the same day, always.
import type { Day } from '../../base/days.ts';

export interface SampleFile {
  fileName: string;
  text: string;
}

export function sampleHousehold(today: Day): SampleFile[] {
  return [{ fileName: 'everyday-checking.csv', text: `Date,Description,Amount\n${today},FERN & FABLE BOOKS,-12.50\n` }];
}
