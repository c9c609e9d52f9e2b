// Questions that the person keeps. Their words lie in the ledger, locked with it; the answers are not kept, they are asked again from
// the rows whenever the ledger changes, so a kept figure is never an old one.
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
  /** Where earlier versions kept them: from there they move into the ledger. */
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
  #trouble = $state.raw<Trouble | null>(null);
  #turn = 0;
  #refreshing = 0;
  #changing: Promise<void> = Promise.resolve();

  constructor(keeping: Keeping) {
    this.#keeping = keeping;
  }

  get questions(): readonly KeptQuestion[] {
    return this.#questions;
  }

  /** What kept the last change from being kept. */
  get trouble(): Trouble | null {
    return this.#trouble;
  }

  has(question: string): boolean {
    return this.#questions.some((kept) => kept.question === question);
  }

  async keep(question: string, answer: Answer): Promise<void> {
    await this.#change((kept) => (this.has(question) ? kept : [...kept, { question, answer, trouble: null }]));
  }

  async drop(question: string): Promise<void> {
    await this.#change((kept) => kept.filter((each) => each.question !== question));
  }

  forget(): void {
    this.#questions = [];
    this.#keeping.shelf.removeItem(NAME);
  }

  /** Asks every kept question again, each in a conversation of its own. A refresh that was overtaken changes nothing. */
  async refresh(): Promise<void> {
    this.#refreshing += 1;
    try {
      await this.#askAll();
    } finally {
      this.#refreshing -= 1;
    }
  }

  async #askAll(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const words = await this.#read();
    if (turn !== this.#turn) return;
    this.#questions = words.map((question) => this.#questions.find((kept) => kept.question === question) ?? unasked(question));
    const asked: KeptQuestion[] = [];
    // One after the other, so that a question that the person asks meanwhile waits for one of them at most.
    for (const { question } of this.#questions) {
      asked.push(await this.#ask(question));
      if (turn !== this.#turn) return;
    }
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

  /** From the ledger; what an earlier version kept beside it moves in first. */
  async #read(): Promise<string[]> {
    const { shelf, call } = this.#keeping;
    try {
      const kept = await call('keptQuestions', null);
      const earlier = readQuestions(shelf.getItem(NAME)).filter((question) => !kept.includes(question));
      if (earlier.length) await call('keepQuestions', { questions: [...kept, ...earlier] });
      shelf.removeItem(NAME);
      return [...kept, ...earlier];
    } catch (error) {
      this.#trouble = toTrouble(error);
      return this.#questions.map(({ question }) => question);
    }
  }

  /** One after the other. It is shown once it is kept: what stands on the page outlives the page. */
  #change(next: (kept: readonly KeptQuestion[]) => readonly KeptQuestion[]): Promise<void> {
    this.#changing = this.#changing.then(() => this.#put(next(this.#questions)));
    return this.#changing;
  }

  async #put(questions: readonly KeptQuestion[]): Promise<void> {
    this.#turn += 1; // a refresh under way may have read what was kept before this
    const overtook = this.#refreshing > 0;
    try {
      await this.#keeping.call('keepQuestions', { questions: questions.map(({ question }) => question) });
      this.#questions = questions;
      this.#trouble = null;
    } catch (error) {
      this.#trouble = toTrouble(error);
    }
    if (overtook) await this.refresh();
  }
}

const unasked = (question: string): KeptQuestion => ({ question, answer: null, trouble: null });
