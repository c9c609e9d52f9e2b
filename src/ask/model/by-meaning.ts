// Names that are like the unread words of a question by their meaning: "nosh" is near Restaurants, though no letter says so. An embedding
// model on this device says where words lie; the index of names (src/ledger/name-vectors.ts) says what lies near. What is found is offered,
// never answered, and needs no language model: a tap says that the word means the name, and the rules answer.
import type { ReadableDatabase } from '../../ledger/database.ts';
import { nearestNames, type AlikeName } from '../../ledger/name-vectors.ts';
import { followOn } from '../../trace/lead-in.ts';
import type { Answer } from '../answer/answer.ts';
import { readQuestion, type Question } from '../ask.ts';
import { isFollowUp, newConversation, type Conversation } from '../conversation.ts';
import { namesOf, type LedgerNames } from '../names/ledger-names.ts';
import { lessonChoice, withChoices } from './offer.ts';
import { categoryOf, payeeOf, unreadPhrases } from './retrieve.ts';
import { NAME_UNKNOWN, NOT_UNDERSTOOD, outOfScope } from './scope-check.ts';
import type { NearName } from './vocabulary.ts';

/** What the rules may have said for want of a name. */
const LEFT_OPEN = new Set([...NOT_UNDERSTOOD, ...NAME_UNKNOWN]);
/** Names offered for one phrase at most. */
const MOST_CHOICES = 3;
/** Phrases looked up for one question at most. */
const MOST_PHRASES = 4;

/** What an embedding model says of these phrases, in their order, and how long it took. */
export interface Placed {
  vectors: readonly Float32Array[];
  /** Milliseconds. */
  took: number;
}

export interface EmbeddingFacts {
  /** In the catalogue. */
  id: string;
  /** The likeness from which two names may mean the same, by this model. */
  alikeFrom: number;
}

export class MeaningTurn {
  private constructor(
    /** What nothing explained, to be embedded. */
    readonly phrases: readonly string[],
    private readonly asked: Question,
    private readonly conversation: Conversation,
    private readonly rules: Answer,
    private readonly model: EmbeddingFacts,
  ) {}

  /** Null where the rules understood, or had a reason of their own, or nothing is left to look up. */
  static begin(db: ReadableDatabase, asked: Question, rules: Answer, model: EmbeddingFacts): MeaningTurn | null {
    const { question, today, conversation = newConversation() } = asked;
    const ledger = namesOf(db);
    const { reading } = readQuestion(db, question, today, conversation, ledger);
    const carried = conversation.plans.length > 0 && isFollowUp(reading, conversation);
    if (outOfScope({ reading, ledger, today, question, before: conversation.plans }, rules.refused, carried, LEFT_OPEN) !== null)
      return null;
    const unknown = reading.names.flatMap(({ value }) => (value.is === 'unknown' ? [value.words] : []));
    const phrases = [...new Set([...unknown, ...unreadPhrases(reading)])].slice(0, MOST_PHRASES);
    return phrases.length ? new MeaningTurn(phrases, asked, conversation, rules, model) : null;
  }

  /** The rules' answer with what the words may mean, each tried on the rules first; and the names, for whoever asks further. */
  take(
    db: ReadableDatabase,
    { vectors, took }: Placed,
    clock: () => number = () => performance.now(),
  ): { answer: Answer; alike: NearName[] } {
    const began = clock();
    const ledger = namesOf(db);
    const near = nearestNames(db, this.model.id, vectors, MOST_CHOICES);
    const alike = this.phrases.flatMap((phrase, at) =>
      (near[at] ?? []).flatMap((name) => (name.likeness >= this.model.alikeFrom ? (nearName(name, phrase, ledger) ?? []) : [])),
    );
    const { question, today } = this.asked;
    const choices = alike.flatMap((name) => lessonChoice(db, name, { question, today, conversation: this.conversation }) ?? []);
    const found = alike.map(({ subject, nearTo }) => `${nearTo}: ${subject.words}`);
    const trace = followOn(this.rules.trace, [
      { name: 'embed', kind: 'EMBEDDING', duration: took, input: this.phrases, output: vectors.length, detail: { model: this.model.id } },
      { name: 'retrieve', kind: 'RETRIEVER', duration: clock() - began, input: this.phrases, output: found, detail: { by: 'meaning' } },
    ]);
    const answer = choices.length ? withChoices(this.rules, choices) : this.rules;
    return { answer: { ...answer, trace }, alike };
  }
}

function nearName({ what, id }: AlikeName, nearTo: string, { payees, categories }: LedgerNames): NearName | null {
  const name = what === 'payee' ? payees.get(id)?.name : categories.find((category) => category.id === id)?.name;
  if (name === undefined) return null;
  return { subject: what === 'payee' ? payeeOf(id, name) : categoryOf(id, name), nearTo };
}
