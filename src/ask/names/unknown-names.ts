// What stands like a name and is none we know: "at Nordstrom", "Zabars".
import { isMark } from '../hear/utterance.ts';
import { isEnglish } from '../lexicon/english.ts';
import { isBrand } from './brands.ts';
import { everyConceptWord } from './concepts.ts';
import { squash } from './keys.ts';
import type { NameSearch } from './name-search.ts';
import { FUNCTION_WORD, NAME_LEAD, VERB_LEAD } from './standing.ts';

/** What stands like a name and is none we know: "at Nordstrom", "Zabars". */
export function findUnknown(search: NameSearch): void {
  const { words } = search;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (!word || search.taken[at] || isMark(word.text) || !unexplained(search, at)) continue;
    let length = 1;
    while (
      at + length < words.length &&
      !search.taken[at + length] &&
      !isMark(words[at + length]?.text ?? '') &&
      (unexplained(search, at + length) || (words[at + length]?.capital === true && !FUNCTION_WORD.test(words[at + length]?.text ?? '')))
    )
      length += 1;
    let begin = at;
    while (begin > 0 && words[begin - 1]?.capital && !search.taken[begin - 1]) {
      begin -= 1;
      length += 1;
    }
    const before = words[begin - 1]?.text ?? '';
    const article = /^(?:the|a|an|my|our)$/.test(before) ? (words[begin - 2]?.text ?? '') : before;
    // "chase against discover": a bank whose name is a word, and an account of ours.
    const account = length === 1 && !VERB_LEAD.test(before) ? search.index.accounts.get(words[begin]?.text ?? '') : undefined;
    if (account && isName(search, begin, length, before, article))
      search.claim(begin, length, { is: 'account', ids: account, words: words[begin]?.text ?? '' }, 'name');
    else if (isName(search, begin, length, before, article))
      search.claim(begin, length, { is: 'unknown', words: search.original(begin, length) }, 'unknown-name');
    at = begin + length - 1;
  }
}

/** Written like a name, a brand we know, or a word that is no English where a name stands. */
function isName(search: NameSearch, at: number, length: number, before: string, article: string): boolean {
  const words = search.words.slice(at, at + length);
  if (words.every(({ text }) => /^\d+(?:st|nd|rd|th)?$/.test(text))) return false;
  if (words.some(({ capital }) => capital) || isBrand(squash(words.map(({ text }) => text).join('')))) return true;
  const foreign = words.some(({ text }) => !isEnglish(text));
  const alone = search.words.filter(({ text }) => !isMark(text)).length <= 4;
  return foreign && (NAME_LEAD.test(before) || NAME_LEAD.test(article) || /^(?:on|to|in|for|vs|or|and|than)$/.test(before) || alone);
}

function unexplained(search: NameSearch, at: number): boolean {
  const text = search.words[at]?.text ?? '';
  return !search.plain[at] && !everyConceptWord.has(text) && /[a-z]/.test(text);
}
