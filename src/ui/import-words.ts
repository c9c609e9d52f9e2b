// The words of src/strings/import.ts put to the codes of src/import: a code without words does not compile.
import type { Format, GuessKey, Reason, WhySetAside } from '../import/preview.ts';
import type { Role } from '../import/reading.ts';
import * as words from '../strings/import.ts';

type PlainKey = Exclude<GuessKey, `column:${Role}`>;

const roles: Record<Role, string> = words.roleNames;
const keys: Record<PlainKey, string> = words.keyNames;
const whys: Record<WhySetAside, string> = words.whySetAside;
const reasons: Record<Reason['code'], (reason: Reason) => string> = words.reasons;
export const formatNames: Record<Format, string> = words.formatNames;

const COLUMN = 'column:';
const isColumn = (key: GuessKey): key is `column:${Role}` => key.startsWith(COLUMN);

export const guessName = (key: GuessKey): string => (isColumn(key) ? roles[key.slice(COLUMN.length) as Role] : keys[key]);

/** A choice as a person reads it: the file's own label first, then our word, then the value. */
export function choiceName(key: GuessKey, { value, label }: { value: string; label?: string }): string {
  if (isColumn(key)) return value === '' ? words.choiceWords.noColumn : label || words.choiceWords.column(Number(value) + 1);
  const named = words.valueNames[key]?.[value] ?? label;
  if (named) return named;
  return key === 'header-line' ? words.choiceWords.line(value) : value.replaceAll('-', ' ');
}

export const reasonWords = (reason: Reason): string => reasons[reason.code](reason);

/** Why a row was set aside. Statements of long ago may hold codes that are no more; those stand for themselves. */
export const whyWords = (why: string): string => (Object.hasOwn(whys, why) ? whys[why as WhySetAside] : why);
