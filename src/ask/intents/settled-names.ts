// The names that are meant, each with whether it is left out: "everything but rent", "leave the Prime membership out".
import { matchesOf } from '../../base/matches.ts';
import { subjectKeys, type Name } from '../names/subject.ts';
import { cueSpan, cueSpans } from '../reading.ts';
import type { Reading } from '../reading.ts';
import type { Cue } from '../spans/cues.ts';
import type { Span } from '../spans/span.ts';
import { corrected } from './corrected.ts';

/** Words that may stand between "except" and the name it leaves out. */
const BETWEEN =
  /^(?:\s|,|\b(?:the|my|our|any|all|for|on|at|from|in|of|and|or|nor|also|spending|payments?|purchases|anything|stuff|to|what|i|spent|we|it|a|both)\b)*$/;

const NEAR = /^(?:\s|\b(?:the|my|our|any|at|from|on|to|counting|including)\b)*$/;

const WEAK =
  /^(?:with no|not|no|bar|non|less|drop|skip|forget|minus|remove|take out|save for|outside|besides|never mind|hold the|not on|not at|not from|rather than)$/;

export type NameSpan = Span<Name> & { not: boolean };

const TAKEN_OUT: readonly RegExp[] = [
  /\b(?:leav(?:e|ing)|tak(?:e|ing)|keep(?:ing)?|put(?:ting)?|set(?:ting)?|strip(?:ping)?|knock(?:ing)?|kick(?:ing)?|with)\s+(?:\w[\w'&-]*,?\s+){1,6}?(?:out|off|aside|excluded|removed|to one side|to the side|out of it)\b/g,
  /^(?:\w[\w'&-]*,?\s+){1,6}?(?:out|aside|excluded|left out)\s*,/g,
];

/** "leave the Prime membership out", "taking rent and fees off", "rent and groceries out, what did May cost". Cash is taken out of a machine. */
function takenOutStretches(said: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const pattern of TAKEN_OUT) {
    for (const match of matchesOf(said, pattern))
      if (!/\b(?:cash|money|atm|did|do|have|how|what)\b/.test(match[0]))
        found.push({ start: match.index, end: match.index + match[0].replace(/\s*,$/, '').length });
  }
  return found;
}

/** "whole household spending" is everybody's, no category. */
const isEverybody = (said: string, { text, start, end }: Span<Name>): boolean =>
  /^(?:the |our )?household$/.test(text) &&
  (/\b(?:whole|entire|all of the)\s+(?:the\s+)?$/.test(said.slice(0, start)) ||
    /^\s+(?:spending|spend|total|income|expenses|outgoings|budget)\b/.test(said.slice(end)));

const TO_UNCOUNTED = /^(?:\s|,|\b(?:and|or|is|are|was|were|all|both|should|be|the)\b)*$/;
/** "Bank charges have been deducted": money is; only right behind its name does such a word leave anything out. */
const BOTH_WAYS = /^(?:deducted|subtracted|taken off|taken away|discounted|ignored|knocked off|set aside)$/;

/** "Visa charges in May less groceries": behind what has a sum; "ordering less Deliveroo" leaves nothing out. */
const followsFigure = ({ periods, names, weekdays, cues }: Reading, start: number): boolean =>
  [...periods, ...weekdays, ...names, ...cues.filter(({ value }) => ASKS_SUM.has(value))].some(
    // One blank between them, or a comma with its blanks.
    ({ end }) => end === start - 1 || end === start - 3,
  );

const ASKS_SUM: ReadonlySet<Cue> = new Set<Cue>(['spend', 'total', 'how-much', 'noun-transaction']);

/** "May spending, rent, car loan and insurance excluded": behind a comma, after what is asked, stands nothing but what is left out. */
function isOwnList({ said: { said }, cues }: Reading, { start }: Span<Name>): boolean {
  const asked = cues.filter(({ value, end }) => end < start && ASKS_SUM.has(value)).at(-1);
  const comma = asked ? said.indexOf(',', asked.end) : -1;
  return comma >= 0 && comma < start;
}

/** "DoorDash and Uber Eats left out": from this name to the words that leave it out stand only names that are joined to it. */
function namesBetween(
  names: readonly Span<Name>[],
  said: string,
  { from, listed }: { from: number; listed: boolean },
  uncounted: Span<Cue>,
): boolean {
  const rest = said.slice(from, uncounted.start);
  if (BOTH_WAYS.test(uncounted.text) ? rest.trim() === '' : TO_UNCOUNTED.test(rest)) return true;
  const next = names.find(({ start, end }) => start >= from && end <= uncounted.start);
  return (
    next !== undefined &&
    (listed
      ? /^\s*(?:,|,?\s*(?:and|or|nor|&|plus))\s+(?:the |my |our |any )?$/
      : /^\s*(?:,\s*)?(?:and|or|nor|&|plus)\s+(?:the |my |our |any )?$/
    ).test(said.slice(from, next.start)) &&
    namesBetween(names, said, { from: next.end, listed }, uncounted)
  );
}

/** "minus the takeaways (Just Eat, Uber Eats)": what stands in parentheses behind a name says it again. */
function isInParentheses(said: string, marked: readonly NameSpan[], start: number): boolean {
  const open = said.lastIndexOf('(', start);
  if (open < 0 || said.slice(open, start).includes(')')) return false;
  const before = marked.findLast(({ end }) => end <= open);
  return before?.not === true && /^\s*$/.test(said.slice(before.end, open));
}

/** "How much has Netflix taken off us?": what is named takes, and is not taken out. */
function isTaken({ said: { said }, names }: Reading, { text, start, end }: Span<Cue>): boolean {
  if (!BOTH_WAYS.test(text)) return false;
  if (/^\s+(?:from )?(?:me|us|you|him|her|them)\b/.test(said.slice(end))) return true;
  return names.some(
    (name) =>
      name.end <= start &&
      !said.slice(name.end, start).includes(',') &&
      /\b(?:how|what)(?: \w+){0,3} (?:has|have|had) (?:the |my |our )?$/.test(said.slice(0, name.start)),
  );
}

/** "car stuff in 2025, petrol and parking together": behind a comma stand the parts of the whole that are meant. */
function isSaidInParts({ said: { said }, names }: Reading, { value, end }: Span<Name>): boolean {
  if (value.is !== 'subject' || value.subject.what === 'payee') return false;
  const own = new Set(subjectKeys(value.subject));
  const parts = names.filter((one) => one.start > end);
  const [first] = parts;
  return (
    first !== undefined &&
    parts.length > 1 &&
    /^(?:\s(?!and\b|or\b|plus\b|vs\b)[\w']+)*\s*[,:(]\s*(?:so |that is |meaning |ie |i mean |both )?(?:the |my |our )?$/.test(
      said.slice(end, first.start),
    ) &&
    /\b(?:together|combined|altogether|both|in total)\b|\b(?:so|that is|meaning|ie|i mean) (?:the |my |our )?$/.test(
      said.slice(end, first.start) + said.slice(parts.at(-1)?.end ?? end),
    ) &&
    parts.every((part) => {
      const keys = part.value.is === 'subject' ? subjectKeys(part.value.subject) : [];
      return keys.length > 0 && keys.length < own.size && keys.every((key) => own.has(key));
    })
  );
}

/** Every intent asks for them; a reading never changes. */
const settled = new WeakMap<Reading, readonly NameSpan[]>();

/** Names with whether they are left out, after what was taken back: "at Target, no wait, Costco". */
export function settledNames(reading: Reading): readonly NameSpan[] {
  const known = settled.get(reading);
  if (known) return known;
  const names = settle(reading);
  settled.set(reading, names);
  return names;
}

const isSame = (one: Name, other: Name): boolean =>
  one.is === 'subject' && other.is === 'subject' && one.subject.what === other.subject.what && one.subject.words === other.subject.words;

function settle(reading: Reading): NameSpan[] {
  const { said } = reading.said;
  // "behind the bar at the Lamb": a noun leaves nothing out.
  const excepts = cueSpans(reading, 'except').filter(
    ({ start, text }) =>
      !(text === 'less' && !followsFigure(reading, start)) &&
      !(text === 'bar' && /\b(?:the|a|an|this|that|our|my|some|to|at|in)\s+$/.test(said.slice(0, start))),
  );
  const away = cueSpan(reading, 'do-not-count');
  const uncounted = away && isTaken(reading, away) ? null : away;
  // "groceries and eating out, together": the "out" is a name's own.
  const outs = takenOutStretches(said).filter(({ end }) => !reading.names.some((name) => name.start < end && name.end >= end));
  const marked: NameSpan[] = [];
  for (const span of reading.names) {
    if (isEverybody(said, span) || isSaidInParts(reading, span)) continue;
    const before = marked.at(-1);
    const chained =
      before?.not === true &&
      /^(?:\s|,|\b(?:and|or|nor|the|my|on|at|like|such as|including|things|stuff|ones|apps|services|places|eg|ie)\b)*$/.test(
        said.slice(before.end, span.start),
      ) &&
      (/\b(?:and|or|nor|like|such as|including)\b/.test(said.slice(before.end, span.start)) ||
        !excepts.some(({ end, text }) => WEAK.test(text) && end <= before.start));
    const within = isInParentheses(said, marked, span.start);
    const except = excepts.some(
      ({ start, end, text }) =>
        end <= span.start &&
        start < span.start &&
        (WEAK.test(text) ? NEAR : BETWEEN).test(said.slice(end, span.start)) &&
        !marked.some((other) => other.start >= end),
    );
    const later =
      uncounted !== null &&
      !(/\bcash|money/.test(span.text) && /out$/.test(uncounted.text)) &&
      uncounted.start >= span.end &&
      namesBetween(reading.names, said, { from: span.end, listed: isOwnList(reading, span) }, uncounted);
    // "setting aside flights with Aer Lingus": the airline's flights, which are the airline's rows.
    const narrows =
      before?.not === true &&
      before.value.is === 'subject' &&
      before.value.subject.what !== 'payee' &&
      span.value.is === 'subject' &&
      span.value.subject.what === 'payee' &&
      /^\s*(?:with|at|from|by|on|to)\s+(?:the\s+)?$/.test(said.slice(before.end, span.start));
    if (narrows) marked.pop();
    // "everything except groceries on the credit card": the account says where, what is left out stands before it.
    const where =
      before?.not === true &&
      before.value.is === 'subject' &&
      span.value.is === 'account' &&
      /^\s*(?:on|with|from|in|via|by|through)\s+(?:the |my |our )?$/.test(said.slice(before.end, span.start));
    const takenOut = outs.some(({ start, end }) => start <= span.start && span.end < end);
    // "DoorDash in 2025 minus DoorDash in 2024": the same again is no exception from itself.
    const again = except && marked.some((other) => !other.not && isSame(other.value, span.value));
    if (again) continue;
    marked.push({ ...span, not: !where && (chained || within || except || later || takenOut || narrows) });
  }
  return corrected(reading, marked, ({ value }) => (value.is === 'account' ? 'account' : 'subject'));
}
