// npm run eval [-- --show] [-- --json FILE]: how often Sotto is right, and writes docs/accuracy.md. Only the rules answer here: what a
// language model adds is no part of these figures.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { madeBy, provenance, table } from '../../src/cli/report/provenance.ts';
import { shareOf } from '../corpus/measure.ts';
import { measureCorpus, type CorpusFigures, type Group } from './corpus-figures.ts';
import { answeredNow, answeredThen, QUESTION, TODAY } from './original-question.ts';
import { measureQuestionSets, type SetFigures } from './question-sets.ts';
import { drawCurve } from './risk-plot.ts';

const AIM = 0.01;
const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const percent = (share: number, digits = 1) => `${(share * 100).toFixed(digits)} %`;

const groupRows = (groups: readonly Group[]) =>
  groups.map(({ name, outcomes }) => [
    name,
    outcomes.length,
    ...(['right', 'silent', 'wrong'] as const).map((is) => percent(shareOf(outcomes, is))),
  ]);
const GROUP_HEAD = ['', 'questions', 'right', 'asked back or declined', 'wrong, said as sure'];

function corpusPart({ kinds, changed, captures, curve }: CorpusFigures): string {
  const all = { name: 'all', outcomes: kinds.flatMap(({ outcomes }) => outcomes) };
  const today = curve.at(-1);
  const strict = curve[0];
  return `## Our own corpus

Phrasings by meaning, each with the answer that was added up by hand, on two invented households (\`tests/corpus\`). The engine was built
with this corpus in sight, so the first table says only that nothing has slipped back; the second and third are closer to life.

${table(GROUP_HEAD, groupRows([...kinds, all]))}

The same questions with slips of the finger, words that recognition takes for one another, and talk that has nothing to do with it. The
wanted answer stays the same; chance is seeded.

${table(GROUP_HEAD, groupRows(changed))}

Sentences that should not be answered, asked on both households:

${table(
  ['', 'sentences', 'answered all the same'],
  captures.map(({ name, sentences, captured }) => [name, sentences, `${captured} (${percent(captured / sentences)})`]),
)}

## Where the line of confidence stands

Coverage is confidence here: what share of a question's words nothing claimed. Over the questions with slips and talk, this is what is
answered (coverage) and how much of that is wrong (risk) if only answers with at most so many unclaimed words were given:

![Risk against coverage](pictures/risk-coverage.svg)

${table(
  ['unclaimed words, at most', 'coverage', 'risk'],
  curve.map(({ atMost, coverage, risk }) => [percent(atMost, 0), percent(coverage), percent(risk, 2)]),
)}

${today && strict ? curveSays(today, strict) : ''}`;
}

/** What the curve says of the line, in words that follow the figures. */
function curveSays(today: { coverage: number; risk: number }, strict: { coverage: number; risk: number }): string {
  const gain = today.risk - strict.risk;
  const cost = today.coverage - strict.coverage;
  const met = today.risk <= AIM ? 'This is within the aim' : 'This is above the aim';
  return `Sotto stands at the last line: words that would have narrowed a figure are asked about one by one (\`src/ask/intents/doubts.ts\`), so
no share of them is needed to fall silent. ${met} of ${percent(AIM, 0)} wrong. Drawing the line at no unclaimed word at all would answer ${percent(cost)}
less and be wrong ${percent(gain, 2)} less${
    strict.risk > AIM ? '; what is wrong then was claimed in full and misread, which no line on this scale can catch' : ''
  }.`;
}

function setsPart(found: SetFigures | string): string {
  const head = '## Question sets written beside the project\n\n';
  if (typeof found === 'string') return `${head}On this machine ${found}.`;
  const { n, right, wrong_confident: wrong, outcomes, spoken, by_dataset, by_kind } = found;
  const rows = (by: SetFigures['by_kind']) =>
    Object.entries(by)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([name, [good, of]]) => [name, of, good, percent(good / of)]);
  return `${head}The development set of \`../shared/eval\`, through \`npm run ask\` and judged by the scorer that lies beside it. It was looked at while
building: a regression test, not a proof.

**${right} of ${n} right (${percent(right / n)}), ${wrong} wrong and said as sure**; ${Object.entries(outcomes)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')}${spoken === null ? '' : `; of the right ones ${percent(spoken)} say the value in the sentence`}.

${table(['data', 'questions', 'right', 'share'], rows(by_dataset))}

${table(['kind', 'questions', 'right', 'share'], rows(by_kind))}`;
}

async function originalPart(): Promise<string> {
  const card = fileURLToPath(new URL('../../../shared/eval/data/card-2023.csv', import.meta.url));
  const told = `## The original app's question

The app that Sotto grew from was shown with "${QUESTION}", asked on ${TODAY}. It answered $367,979.04. Two mistakes made
that figure: its days were text (DD-MM-YYYY), so \`BETWEEN '07-10-2023' AND '13-10-2023'\` took the 7th to the 13th of *every* month; and its
table held every row twice. Sotto keeps days as YYYY-MM-DD, and a row that is here already is not added again.
\`tests/eval/original-question.test.ts\` makes both mistakes on purpose and holds Sotto to the right figure.`;
  if (!existsSync(card))
    return `${told}\n\nNot measured on this machine: the file itself (third-party data) lies in \`../shared\`, which is absent.`;
  const text = readFileSync(card, 'utf8');
  const dollars = (amount: number) => amount.toLocaleString('en-US', { style: 'currency', currency: 'USD' });
  const now = await answeredNow(text);
  return `${told}

${table(
  ['on its own file of 50,000 rows', 'answer'],
  [
    ['its SQL, every row twice', dollars(answeredThen(text, 2))],
    ['its SQL, every row once', dollars(answeredThen(text, 1))],
    ['Sotto', dollars(Number(now.figure))],
  ],
)}

> ${now.sentence}`;
}

const corpus = measureCorpus();
const sets = measureQuestionSets();
const document = `# How often it is right

${madeBy(provenance('npm run eval'))}
**Read this first.** On questions by people who had never seen the project, about banks and households that were never looked at, Sotto was
right far less often than on the sets below: [understanding.md](understanding.md#figures-and-the-commands-that-make-them) tells the figures
of each such set before and after its failures were looked at. The sets themselves are kept away from the project, so no command here
can print them. All figures are of the rules alone, without a language model.

${corpusPart(corpus)}

${setsPart(sets)}

${await originalPart()}
`;
writeFileSync(at('docs/accuracy.md'), document);
writeFileSync(at('docs/pictures/risk-coverage.svg'), drawCurve(corpus.curve, AIM));
console.log(document);
if (process.argv.includes('--show'))
  for (const { outcomes } of [...corpus.kinds, ...corpus.changed])
    for (const { is, question, why } of outcomes) if (is === 'wrong') console.log(`"${question}" ${why ?? ''}`);
const flag = process.argv.indexOf('--json');
const file = flag > 0 ? process.argv[flag + 1] : undefined;
if (file) writeFileSync(file, `${JSON.stringify({ corpus, sets }, null, 1)}\n`);
