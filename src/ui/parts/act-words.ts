// One act of the history in words: what it was done to, and what came of it.
import type { ActKind, ActSays, ActSummary } from '../../ledger/acts/history.ts';
import type { Rule } from '../../ledger/acts/rules.ts';
import { acts } from '../../strings/acts.ts';
import type { Session } from '../../app/session.svelte.ts';
import { inWords } from '../../app/trouble.ts';
import type { Act } from '../../ledger/acts/acts.ts';
import { formatDay, formatMoney } from '../format.ts';

const { says } = acts;

/** A word joiner after it keeps it on the line of its amount. */
const MINUS = '\u2212';

/** A new kind of act without words will not compile. */
export const kindWords: Readonly<Record<ActKind, string>> = acts.history.kind;

function rowWords({ payee = '', day, minor, currency, rows = 1, did }: ActSays, locale: string): string {
  if (did === 'later') return says.later(payee, rows);
  if (rows > 1) return says.all(payee, rows);
  const facts = [
    day ? formatDay(day, locale) : '',
    minor !== undefined && currency ? formatMoney({ minor, currency }, locale).replace(MINUS, `${MINUS}\u2060`) : '',
  ];
  return [payee, ...facts].filter(Boolean).join(', ');
}

export function sayAct({ kind, says: said }: Pick<ActSummary, 'kind' | 'says'>, locale: string): string {
  const row = rowWords(said, locale);
  switch (kind) {
    case 'import':
      return says.import(said.file ?? '', said.rows ?? 0);
    case 'category':
      return says.category(row, said.category ?? null);
    case 'split':
      return says.split(row, said.parts ?? 0);
    case 'note':
      return says.note(row, said.note ?? '');
    case 'transfer':
      return said.did === 'unmarked' ? says.unmarked(row) : said.did === 'paired' ? says.paired(row) : says.marked(row);
    case 'payee-name':
      return says.renamed(said.payee ?? '', said.name ?? '');
    case 'account-name':
      return says.renamed(said.account ?? '', said.name ?? '');
    case 'erase-account':
      return says.erased(said.account ?? '', said.rows ?? 0);
    case 'rule':
      return (says.rule[said.did ?? ''] ?? says.rule['changed'] ?? String)(
        sayRule({ payeeName: said.payee ?? null, text: said.text ?? null, category: said.category ?? null, payee: said.name ?? null }),
      );
  }
}

export const sayUndone = (act: ActSummary, locale: string): string => acts.undone(sayAct(act, locale));

export function sayRule({ payeeName, text, category, payee }: Pick<Rule, 'payeeName' | 'text' | 'category' | 'payee'>): string {
  const { rules } = acts;
  const fits = text === null ? rules.ofPayee(payeeName ?? '') : rules.ofText(text);
  const gives = [category === null ? '' : rules.toCategory(category), payee === null ? '' : rules.toPayee(payee)].filter(Boolean);
  return rules.gives(fits, gives.join(', '));
}

/** Does it and tells what came of it, or what hindered it: `session.acts.trouble` has that. */
export async function doAndTell({ acts: kept, announcer, settings }: Session, act: Act): Promise<ActSummary | null> {
  const done = await kept.do(act);
  announcer.say(kept.trouble ? inWords(kept.trouble) : done ? sayAct(done, settings.locale) : acts.same);
  return done;
}
