// Does a SELECT say what was asked, and nothing that was not? The same question as of a plan (../agreement.ts), asked of its clauses:
// every name, stretch of time, size, number and measure said must stand in it, where it was said to stand, and each of its own must have
// been said. What can be read two ways is not agreed with.
import { flowOf } from '../../intents/flows.ts';
import { countedBy, dimensionsSaid } from '../../intents/said-groups.ts';
import { settledPeriods } from '../../intents/settled-periods.ts';
import type { Dimension, Flow } from '../../plan/plan.ts';
import { cueSpans, hears } from '../../reading.ts';
import type { Reading } from '../../reading.ts';
import { daysLabel } from '../vocabulary.ts';
import type { OfferedName, Vocabulary } from '../vocabulary.ts';
import { weekdayNumber } from './select-shape.ts';
import type { View } from './select-shape.ts';
import { boundsOf, countOf, featuresOf, groupsOf } from './features.ts';
import { boundsSaid, nameStart, periodStart, weekdayStart } from './said.ts';
import { ASKED_BY, ASKS, FRAMES, MEASURES } from './said-cues.ts';
import type { Feature } from './said-cues.ts';
import type { Select, SelectCondition, SelectFigure } from './select.ts';
import { everyCondition, everyFigure, innermost } from './select.ts';

export interface SelectAgreement {
  missing: string[];
  unsaid: string[];
}

class Agreeing {
  readonly missing = new Set<string>();
  readonly unsaid = new Set<string>();
  readonly conditions: readonly SelectCondition[];
  readonly features: ReadonlySet<Feature>;
  readonly inner: Select & { from: View };

  constructor(
    readonly reading: Reading,
    readonly vocabulary: Vocabulary,
    readonly select: Select,
  ) {
    this.conditions = everyCondition(select);
    this.features = featuresOf(select);
    this.inner = innermost(select);
  }

  measures(): void {
    const { reading, features } = this;
    if (!hears(reading, ...MEASURES)) this.missing.add('whether');
    for (const { value, text } of reading.cues) {
      const asks = ASKS[value];
      if (!asks ? !FRAMES.has(value) : !asks.some((feature) => features.has(feature))) this.missing.add(text);
    }
    const counted = boundsSaid(reading).some(({ of }) => of === 'count');
    for (const feature of features)
      if (!hears(reading, ...ASKED_BY[feature]) && !(feature === 'counts' && counted)) this.unsaid.add(feature);
    if (features.has('percent') && hears(reading, 'noun-transaction', 'count')) this.missing.add('a share of the number');
  }

  /** "How many months" counts months, "how many purchases" rows. */
  counts(): void {
    const { select, reading } = this;
    if (!hears(reading, 'count', 'distinct', 'distinct-days', 'often')) return;
    const counted = everyFigure({ ...select, from: this.inner.from, having: null }).flatMap(({ of }) => countOf(of, select));
    const said = countedBy(reading);
    const dimensions = dimensionsSaid(reading);
    for (const target of counted) if (target !== said) this.unsaid.add(`the number of ${target}`);
    // "How many shops per month" is of two dimensions, and which of them is counted the words do not always tell.
    if (said !== 'rows' && dimensions.size > 1 && select.groupBy === null) this.missing.add(`for each ${[...dimensions].join(', ')}`);
  }

  dimensions(): void {
    const { reading, select } = this;
    const said = dimensionsSaid(reading);
    const used = groupsOf(select);
    for (const by of said) if (!used.has(by)) this.missing.add(by);
    for (const by of used) if (!said.has(by)) this.unsaid.add(by);
    const outermost = select.items.some(({ is }) => 'column' in is && is.column !== 'value');
    const shown = reading.groupings.some(({ value }) => value.style !== 'adverb');
    if (shown && countedBy(reading) === 'rows' && !outermost) this.missing.add('which of them');
    if (!shown && outermost && select.groupBy !== null) this.unsaid.add('each of them');
    this.#extremes();
  }

  /** "The highest monthly total" is a month's, "the largest purchase" a row's; "the largest in each month" can be either. */
  #extremes(): void {
    const { reading, select, features } = this;
    const grouped = dimensionsSaid(reading).size > 0;
    const ofRows = everyFigure(select).some(({ of }) => of.is === 'figure' && of.of === 'amount' && of.name !== 'sum');
    if (grouped && ofRows) this.unsaid.add('one row of each');
    const spread = reading.groupings.find(({ value }) => ['each', 'per', 'by'].includes(value.style));
    if (spread && (features.has('largest') || features.has('smallest'))) this.missing.add(spread.text);
    // A mean over days, months or years divides by all there are, which only a plan does; one over rows leaves refunds to the rules.
    const overTime = ['day', 'month', 'year', 'weekday'].some((by) => dimensionsSaid(reading).has(by as Dimension));
    if (features.has('averages') && (overTime || !grouped)) this.missing.add('average');
  }

  bounds(): void {
    const made = boundsOf(this.select);
    for (const bound of boundsSaid(this.reading)) {
      const at = made.findIndex(({ of, by, number }) => of === bound.of && by === bound.by && number === Number(bound.decimal));
      if (bound.of === null || at < 0) this.missing.add(bound.text);
      else made.splice(at, 1);
    }
    for (const { by, number } of made) this.unsaid.add(`${by} ${number}`);
  }

  limits(): void {
    const { reading, select, features } = this;
    if (reading.limit !== null && select.limit !== reading.limit) this.missing.add(String(reading.limit));
    if (reading.limit === null && select.limit !== null && select.limit !== 1) this.unsaid.add(`LIMIT ${select.limit}`);
    const ranks = select.orderBy !== null && select.limit !== null;
    if (ranks && select.orderBy?.column === 'label') this.unsaid.add('ORDER BY label LIMIT');
    const asksOne = hears(reading, 'most', 'least', 'largest', 'smallest') && select.groupBy !== null;
    if (asksOne && !ranks) this.missing.add('only the first of them');
    if (select.limit === 1 && !(features.has('largest') || features.has('smallest'))) this.unsaid.add('LIMIT 1');
  }

  names(): void {
    for (const name of this.vocabulary.names.values()) {
      const uses = this.conditions.filter((one) => one.is === 'about' && one.labels.includes(name.label));
      if (name.origin === 'near' && uses.length > 0) this.unsaid.add(name.label);
      if (name.origin !== 'said') continue;
      const words = name.not ? `without ${name.label}` : name.label;
      if (name.thing.is === 'condition' && name.thing.condition.by === 'place') this.missing.add(words);
      const wrongly = uses.some((one) => one.is === 'about' && one.not !== name.not);
      if (wrongly || (uses.length === 0 && !this.#isSaidElsewhere(name))) this.missing.add(words);
      if (uses.length > 1) this.unsaid.add(`${name.label} twice`);
    }
    this.#alternatives();
    if (this.conditions.some((one) => one.is === 'no-category' && (one.not || !hears(this.reading, 'uncategorised'))))
      this.unsaid.add('category IS NULL');
  }

  /** Names of one group are alternatives, and so stand in one list; those of two narrow each other, and stand in two. */
  #alternatives(): void {
    const group = (label: string) => this.vocabulary.names.get(label)?.group;
    for (const one of this.conditions) {
      if (one.is !== 'about' || one.not) continue;
      const groups = new Set(one.labels.map(group));
      if (groups.size > 1) this.unsaid.add(one.labels.join(' or '));
      const [only] = groups;
      const others = [...this.vocabulary.names.values()].filter(
        ({ group: of, not, label }) => of === only && !not && !one.labels.includes(label),
      );
      const apart = others.some(({ label }) =>
        this.inner.where.some((other) => other !== one && other.is === 'about' && other.labels.includes(label)),
      );
      if (apart) this.missing.add(`${one.labels.join(' or ')} or ${others.map(({ label }) => label).join(' or ')}`);
    }
  }

  /** A size is a number of the SELECT, days of the week may stand by their names. */
  #isSaidElsewhere({ thing }: OfferedName): boolean {
    if (thing.is !== 'condition') return false;
    const { condition } = thing;
    if (condition.by === 'amount') return true; // bounds() looks for it
    if (condition.by === 'uncategorised') return this.conditions.some((one) => one.is === 'no-category' && !one.not);
    if (condition.by !== 'weekday') return false;
    return this.conditions.some((one) => one.is === 'weekday' && !one.not && sameDays(one.days, condition.days));
  }

  weekdays(): void {
    for (const one of this.conditions)
      if (one.is === 'weekday' && (one.not || !this.reading.weekdays.some(({ value }) => sameDays(one.days, value.days))))
        this.unsaid.add('weekday');
  }

  periods(): void {
    const { reading, vocabulary, inner } = this;
    const during = this.conditions.filter((one) => one.is === 'during');
    const labels = new Set(during.flatMap((one) => one.labels));
    for (const label of labels) if ((vocabulary.periods.get(label)?.origin ?? 'near') === 'near') this.unsaid.add(label);
    const settled = settledPeriods(reading).filter(({ ranges }) => ranges.length > 0);
    const whole = [...vocabulary.periods.values()].some(({ origin, label }) => origin === 'said' && label !== 'all' && labels.has(label));
    for (const period of settled) if (!labels.has(daysLabel(period)) && !whole) this.missing.add(daysLabel(period));
    if (settled.length > 0 && labels.has('all')) this.unsaid.add('all');
    // One stretch said holds for all of it, so it stands where all rows are chosen; two stand where they are set against each other.
    const inWhere = inner.where.some((one) => one.is === 'during');
    if (settled.length === 1 && !inWhere) this.missing.add(`WHERE during IN ('${settled.map(daysLabel).join()}')`);
    if (during.length > 1 && inWhere) this.unsaid.add('two stretches, one within the other');
    const carried = [...vocabulary.periods.values()].find(({ origin }) => origin === 'carried');
    if (settled.length === 0 && carried && !labels.has(carried.label)) this.missing.add(carried.label);
  }

  /** What is set against the rest, or against each other, in the order in which it was said. */
  parts(): void {
    for (const figure of everyFigure(this.select)) {
      const parts = [figure.of, 'less' in figure ? figure.less : null].flatMap((part) => (part?.is === 'part' ? [part] : []));
      if (figure.is !== 'percent' && figure.is !== 'difference' && parts.length > 0) this.unsaid.add('CASE');
      const [first, second] = parts.map((part) => part.when.map((one) => this.#start(one)));
      if (figure.is === 'percent') this.#share(figure, first);
      if (figure.is === 'difference' && figure.of.is !== 'edge') {
        const both = [...(first ?? []), ...(second ?? [])];
        const [a, b] = both;
        const ordered = both.length === 2 && a !== undefined && b !== undefined && a !== null && b !== null && a < b;
        if (!ordered || figure.of.is !== 'part' || figure.less.is !== 'part') this.unsaid.add('the difference of these two');
        const less = cueSpans(this.reading, 'less').length > 0;
        if (less) this.missing.add('less');
      }
      if (figure.is === 'difference' && figure.of.is === 'edge') this.#span(figure);
      if (figure.is === 'per') this.unsaid.add('/');
    }
  }

  /** "What percent of A was B", "A as a share of B": the whole is what follows the words of the share first. */
  #share({ of, whole: all }: Extract<SelectFigure, { is: 'percent' }>, part: readonly (number | null)[] | undefined): void {
    const [cue] = cueSpans(this.reading, 'share');
    const whole = this.inner.where.filter((one) => one.is !== 'during').map((one) => this.#start(one));
    const ofAll = all.is === 'figure' && all.name === 'sum';
    if (of.is !== 'part' || !ofAll || !cue || !part?.length || [...part, ...whole].includes(null)) {
      this.unsaid.add('100.0 *');
      return;
    }
    const starts = part.filter((start) => start !== null);
    const rest = whole.filter((start) => start !== null);
    const partFirst = starts.every((start) => start < cue.start);
    const agrees = partFirst
      ? rest.every((start) => start > cue.end)
      : starts.every((start) => start > cue.end) && rest.every((start) => starts.every((other) => start < other));
    if (!agrees) this.unsaid.add('which is the part and which the whole');
    // "What percent of A and B": with nothing else said, neither is the whole.
    if (!partFirst && rest.length === 0 && /^\s*(?:my|our|the|all)?\s*$/.test(this.reading.said.said.slice(cue.end, Math.min(...starts))))
      this.unsaid.add('all of it as the whole');
  }

  #span(figure: SelectFigure): void {
    const edges = [figure.of, 'less' in figure ? figure.less : null].map((part) => (part?.is === 'edge' ? part.name : null));
    const { reading } = this;
    if (edges[0] !== 'max' || edges[1] !== 'min' || !hears(reading, 'first') || !hears(reading, 'last'))
      this.unsaid.add('max(day) - min(day)');
  }

  #start(one: SelectCondition): number | null {
    const { reading, vocabulary } = this;
    if (one.is === 'weekday') return weekdayStart(reading, one.days.map(weekdayNumber));
    if (one.is === 'during') {
      const period = one.labels.length === 1 ? vocabulary.periods.get(one.labels[0] ?? '')?.period : null;
      return period ? periodStart(reading, JSON.stringify(period.ranges)) : null;
    }
    if (one.is !== 'about' || one.labels.length !== 1 || one.not) return null;
    const thing = vocabulary.names.get(one.labels[0] ?? '')?.thing;
    if (thing?.is === 'condition' && thing.condition.by === 'weekday') return weekdayStart(reading, thing.condition.days);
    return thing?.is === 'subject' ? nameStart(reading, thing.subject.words) : null;
  }

  edges(): void {
    const names = everyFigure(this.select).flatMap(({ is, of }) => (is === 'one' && of.is === 'edge' ? [of.name] : []));
    for (const name of names) if (!hears(this.reading, name === 'min' ? 'first' : 'last')) this.unsaid.add(`${name}(day)`);
    if (hears(this.reading, 'first', 'last') && !this.features.has('days')) this.missing.add('first or last');
  }

  view(): void {
    const { reading, inner } = this;
    const from: View = inner.from;
    const flows = from === 'spending' || from === 'income' ? flowsOf[from] : [];
    if (!flows.includes(flowOf(reading))) this.unsaid.add(from);
  }
}

const flowsOf: Readonly<Record<'spending' | 'income', readonly Flow[]>> = { spending: ['spending', 'purchases'], income: ['income'] };

const sameDays = (names: readonly (string | number)[], days: readonly number[]): boolean => {
  const numbers = new Set(names.map((name) => (typeof name === 'number' ? name : weekdayNumber(name))));
  return numbers.size === days.length && days.every((day) => numbers.has(day));
};

export function agreeSelect(reading: Reading, vocabulary: Vocabulary, select: Select): SelectAgreement {
  const agreeing = new Agreeing(reading, vocabulary, select);
  agreeing.measures();
  agreeing.counts();
  agreeing.dimensions();
  agreeing.bounds();
  agreeing.limits();
  agreeing.names();
  agreeing.weekdays();
  agreeing.periods();
  agreeing.parts();
  agreeing.edges();
  agreeing.view();
  return { missing: [...agreeing.missing], unsaid: [...agreeing.unsaid] };
}
