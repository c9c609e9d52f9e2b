// Questions that the person keeps. The words are kept in this browser; the answers are not, they are asked again from the rows
// whenever the ledger changes, so a kept figure is never an old one.
import type { Answer } from '../ask/answer/answer.ts';
import type { LedgerCall } from './ledger-link.ts';
import type { Shelf } from './settings.svelte.ts';
import { toTrouble, type Trouble } from './trouble.ts';

export interface KeptQuestion {
  question: string;
  /** Null until it has been asked of the ledger as it is. */
  answer: Answer | null;
  trouble: Trouble | null;
}

export interface Keeping {
  shelf: Shelf;
  call: LedgerCall;
  today(): string;
  locale(): string;
}

const NAME = 'sotto-kept';

function readQuestions(text: string | null): string[] {
  if (text === null) return [];
  try {
    const kept: unknown = JSON.parse(text);
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [];
  } catch (error) {
    if (error instanceof SyntaxError) return []; // written by something else under our name
    throw error;
  }
}

/** A follow-up leans on the turn before it, so alone it would mean something else. */
export const canKeep = ({ status, chips }: Answer): boolean => status === 'answered' && chips.every(({ source }) => source !== 'carried');

export class Kept {
  readonly #keeping: Keeping;
  #questions = $state.raw<readonly KeptQuestion[]>([]);
  #turn = 0;

  constructor(keeping: Keeping) {
    this.#keeping = keeping;
    this.#questions = readQuestions(keeping.shelf.getItem(NAME)).map((question) => ({ question, answer: null, trouble: null }));
  }

  get questions(): readonly KeptQuestion[] {
    return this.#questions;
  }

  has(question: string): boolean {
    return this.#questions.some((kept) => kept.question === question);
  }

  keep(question: string, answer: Answer): void {
    if (!this.has(question)) this.#put([...this.#questions, { question, answer, trouble: null }]);
  }

  drop(question: string): void {
    this.#put(this.#questions.filter((kept) => kept.question !== question));
  }

  forget(): void {
    this.#questions = [];
    this.#keeping.shelf.removeItem(NAME);
  }

  /** Asks every kept question again, each in a conversation of its own. A refresh that was overtaken changes nothing. */
  async refresh(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const asked = await Promise.all(this.#questions.map(({ question }) => this.#ask(question)));
    if (turn !== this.#turn) return;
    this.#questions = this.#questions.map((kept) => asked.find(({ question }) => question === kept.question) ?? kept);
  }

  async #ask(question: string): Promise<KeptQuestion> {
    const { call, today, locale } = this.#keeping;
    try {
      const answer = await call('ask', { question, today: today(), thread: `kept ${question}`, locale: locale() });
      return { question, answer, trouble: null };
    } catch (error) {
      return { question, answer: null, trouble: toTrouble(error) };
    }
  }

  #put(questions: readonly KeptQuestion[]): void {
    this.#questions = questions;
    this.#keeping.shelf.setItem(NAME, JSON.stringify(questions.map(({ question }) => question)));
  }
}
