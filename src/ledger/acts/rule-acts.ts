// Rules made, changed, moved and dropped by hand.
import { AppError } from '../../base/errors.ts';
import { squeeze } from '../../base/text.ts';
import type { Database } from '../database.ts';
import type { ActSays } from './history.ts';
import type { Journal } from './journal.ts';
import { readRules, type Rule } from './rules.ts';
import type { RuleValue } from './said.ts';

/** Fits rows of a payee, or rows whose text holds something; exactly one of the two. */
export interface RuleDraft {
  payeeId: number | null;
  text: string | null;
  category: string | null;
  payee: string | null;
  overFile: boolean;
}

export const ruleValue = ({ place, payeeId, text, category, payee, overFile }: RuleValue): string =>
  JSON.stringify({ place, payeeId, text, category, payee, overFile });

export const firstPlace = (rules: readonly Rule[]): number => Math.min(0, ...rules.map(({ place }) => place)) - 1;

/** The history may speak of a rule that is gone, so its number is not given again. */
export const freshRuleId = (db: Database): number =>
  Number(
    db.query(
      `SELECT 1 + max(ifnull((SELECT max(id) FROM rule), 0),
        ifnull((SELECT max(CAST(substr(about, 3) AS INTEGER)) FROM act_change WHERE about >= 'u:' AND about < 'u;'), 0))`,
    ).rows[0]?.[0],
  );

const clean = (text: string | null): string | null => (text === null ? null : squeeze(text) || null);

export function saveRule(db: Database, journal: Journal, id: number | null, draft: RuleDraft): ActSays {
  const rules = readRules(db);
  const old = id === null ? null : rules.find((rule) => rule.id === id);
  if (old === undefined) throw new AppError('row-gone', `no rule ${String(id)}`);
  const { payeeId, overFile } = draft;
  const [text, category, payee] = [clean(draft.text), clean(draft.category), clean(draft.payee)];
  if ((payeeId === null) === (text === null) || (category === null && payee === null)) {
    throw new AppError('name-empty', 'a rule needs rows that it fits and something that it gives');
  }
  const place = old?.place ?? firstPlace(rules);
  const value = ruleValue({ place, payeeId, text, category, payee, overFile: overFile ? 1 : 0 });
  journal.change(`u:${old?.id ?? freshRuleId(db)}`, 'rule', value);
  return { ...sayRule({ text, category, payee }, payeeName(db, payeeId)), did: old ? 'changed' : 'added' };
}

export function dropRule(db: Database, journal: Journal, id: number): ActSays {
  const rule = readRules(db).find((each) => each.id === id);
  journal.change(`u:${id}`, 'rule', null);
  return rule ? { ...sayRule(rule, rule.payeeName), did: 'dropped' } : {};
}

export function moveRule(db: Database, journal: Journal, id: number, to: number): ActSays {
  const rules = readRules(db);
  const moved = rules.find((rule) => rule.id === id);
  if (!moved) throw new AppError('row-gone', `no rule ${id}`);
  const others = rules.filter((rule) => rule !== moved);
  const order = [...others.slice(0, Math.max(0, to)), moved, ...others.slice(Math.max(0, to))];
  for (const [place, rule] of order.entries())
    journal.change(`u:${rule.id}`, 'rule', ruleValue({ ...rule, place, overFile: rule.overFile ? 1 : 0 }));
  return { ...sayRule(moved, moved.payeeName), did: 'moved' };
}

const payeeName = (db: Database, payeeId: number | null): string | null => {
  const name = payeeId === null ? null : db.query('SELECT name FROM payee WHERE id = ?', [payeeId]).rows[0]?.[0];
  return typeof name === 'string' ? name : null;
};

const sayRule = ({ text, category, payee }: Pick<Rule, 'text' | 'category' | 'payee'>, of: string | null): ActSays => ({
  ...(of === null ? {} : { payee: of }),
  ...(text === null ? {} : { text }),
  ...(category === null ? {} : { category }),
  ...(payee === null ? {} : { name: payee }),
});
