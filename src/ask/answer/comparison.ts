// Two or more things side by side in one sentence: which is more and by how much, and what a stretch that is over had come to by the same day
// as one that is not.
import type { SqlValue } from '../../ledger/database.ts';
import { scopeOf } from '../plan/plan.ts';
import { capital, num, str } from './cells.ts';
import { percentWords } from './money.ts';
import type { Result } from './phrase.ts';
import type { Say, Sentence } from './sentences.ts';

/** "Up to 18 June 2025 it was $51,000.00": of a stretch that is over, beside one that is not. */
function likeForLike({ plan, rows, compiled }: Result, tell: (value: SqlValue | undefined) => string): string {
  const like = compiled.columns[4];
  if (plan.ask !== 'compare' || !like) return '';
  const [a, b, , , then] = (rows[0] ?? []).map(num);
  const [one, two] = plan.sides;
  if (a === undefined || b === undefined || then === undefined || !one || !two) return '';
  const begins = ({ scope: { period } }: typeof one) => period?.ranges[0]?.from ?? '';
  const [running, now, whole] = begins(one) < begins(two) ? [two, b, a] : [one, a, b];
  const told = ` ${capital(like.name)} it was ${tell(then)}`;
  // Of the same days it is the other way round.
  return Math.sign(now - then) === Math.sign(now - whole)
    ? `${told}.`
    : `${told}: of the same days, ${running.label} is ${now > then ? 'more' : now < then ? 'less' : 'the same'}.`;
}

export function comparison(result: Result, say: Say, locale: string): Sentence {
  const { plan, rows } = result;
  if (plan.ask !== 'compare') return { text: '' };
  const { currency } = scopeOf(plan);
  const tell = (value: SqlValue | undefined) => (plan.value === 'count' ? str(value) : say(num(value), currency));
  if (plan.sides.length !== 2) {
    const sorted = [...rows].sort((a, b) => num(b[1]) - num(a[1]));
    return { text: `${sorted.map(([label, value]) => `${str(label)} ${tell(value)}`).join(', ')}.` };
  }
  const [a, b, difference, percent] = rows[0] ?? [];
  const [one, two] = [plan.sides[0]?.label ?? '', plan.sides[1]?.label ?? ''];
  const gap = tell(Math.abs(num(difference)));
  const share = typeof percent === 'number' ? `, ${percentWords(Math.abs(percent), locale)}` : '';
  const sides = `${one} ${tell(a)}, ${two} ${tell(b)}`;
  const like = likeForLike(result, tell);
  if (num(difference) === 0)
    return { text: `${plan.show === 'more' || plan.show === 'less' ? 'No, it is the same: ' : ''}${sides}.${like}` };
  const up = num(difference) > 0;
  if (plan.show === 'more' || plan.show === 'less') {
    const yes = (plan.show === 'more') === up;
    return { text: `${yes ? 'Yes' : 'No'}, ${up ? 'more' : 'less'}: ${sides}, a difference of ${gap}${share}.${like}` };
  }
  if (plan.show === 'percent')
    return {
      text: `${one} is ${typeof percent === 'number' ? `${percentWords(Math.abs(percent), locale)} ` : ''}${up ? 'more' : 'less'} than ${two}: ${sides}.${like}`,
    };
  if (plan.show === 'difference') return { text: `${gap} ${up ? 'more' : 'less'}: ${sides}.${like}` };
  return { text: `${up ? one : two} is more: ${sides}, a difference of ${gap}${share}.${like}` };
}
