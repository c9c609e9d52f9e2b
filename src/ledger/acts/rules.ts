// Rules: the first that fits a row gives it its category and the payee it stands under. By payee, or by what the bank's text holds,
// accents and capitals aside.
import { fold, squeeze } from '../../base/text.ts';
import type { ReadableDatabase } from '../database.ts';

export interface Rule {
  id: number;
  /** Rules are tried in this order. */
  place: number;
  /** Fits rows of this payee, by the name it is shown under ... */
  payeeId: number | null;
  payeeName: string | null;
  /** ... or rows whose bank text holds this. */
  text: string | null;
  category: string | null;
  /** The payee to show. */
  payee: string | null;
  /** Also where the file gives a category of its own. */
  overFile: boolean;
}

export function readRules(db: ReadableDatabase): Rule[] {
  return db
    .query(
      `SELECT rule.id, place, shown.id, shown.name, text, category, rule.payee, over_file FROM rule
       LEFT JOIN payee ON payee.id = payee_id LEFT JOIN payee AS shown ON shown.id = ifnull(payee.shown_as, payee.id) ORDER BY place, rule.id`,
    )
    .rows.map(([id, place, payeeId, payeeName, text, category, payee, overFile]) => ({
      id: Number(id),
      place: Number(place),
      payeeId: payeeId === null || payeeId === undefined ? null : Number(payeeId),
      payeeName: payeeName === null || payeeName === undefined ? null : String(payeeName),
      text: text === null || text === undefined ? null : String(text),
      category: category === null || category === undefined ? null : String(category),
      payee: payee === null || payee === undefined ? null : String(payee),
      overFile: Number(overFile) === 1,
    }));
}

export interface Texts {
  descriptor: string;
  memo: string | null;
}

/** Text as rules compare it. */
const ruleText = (text: string): string => squeeze(fold(text));

export class RuleBook {
  readonly all: readonly Rule[];
  readonly #byPayee = new Map<number, Rule[]>();
  readonly #byText: { rule: Rule; words: string }[] = [];

  constructor(db: ReadableDatabase) {
    this.all = readRules(db);
    for (const rule of this.all) {
      if (rule.text !== null) this.#byText.push({ rule, words: ruleText(rule.text) });
      else if (rule.payeeId !== null) this.#byPayee.set(rule.payeeId, [...(this.#byPayee.get(rule.payeeId) ?? []), rule]);
    }
  }

  /** Some rule must read the bank's text of each row. */
  get readsText(): boolean {
    return this.#byText.length > 0;
  }

  /** The first rule whose text this row's has and that gives it a payee. */
  payeeFor(row: Texts): Rule | null {
    if (!this.#byText.some(({ rule }) => rule.payee !== null)) return null;
    return this.#fitting(row).find(({ payee }) => payee !== null) ?? null;
  }

  /** The first rule that gives this row a category; `payeeId` is the payee that it is shown under. */
  categoryFor(row: Texts, payeeId: number): Rule | null {
    const fitting = [...(this.#byPayee.get(payeeId) ?? []), ...this.#fitting(row)].filter(({ category }) => category !== null);
    return fitting.sort((a, b) => a.place - b.place || a.id - b.id)[0] ?? null;
  }

  #fitting({ descriptor, memo }: Texts): Rule[] {
    if (!this.#byText.length) return [];
    const text = ruleText(`${descriptor}\n${memo ?? ''}`);
    return this.#byText.filter(({ words }) => text.includes(words)).map(({ rule }) => rule);
  }
}
