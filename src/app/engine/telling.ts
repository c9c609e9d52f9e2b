// What changed of late, as the page shows it: each with its rows, and whether the person has put it away.
import type { Evidence } from '../../ask/answer/answer.ts';
import { insightSteps, type Insight } from '../../ask/insights/insights.ts';
import type { ReadableDatabase } from '../../ledger/database.ts';
import { readPutAway } from '../../ledger/put-away.ts';
import { evidencePage } from './asking.ts';

export interface Told {
  insight: Insight;
  /** Null for what is told by days and not by rows. */
  evidence: Evidence | null;
  isAway: boolean;
}

/** Rows of each that come at once; the ledger shows the rest. */
const SHOWN = 6;

/** Newest first; what was put away only when all is asked for. */
export function* tellInsights(db: ReadableDatabase, today: string, all: boolean): Generator<undefined, Told[]> {
  const away = new Set(readPutAway(db));
  const told: Told[] = [];
  for (const insight of yield* insightSteps(db, today)) {
    if (!all && away.has(insight.key)) continue;
    yield;
    const evidence = insight.kind === 'gap' ? null : evidencePage(db, { ...insight.rows, offset: 0, limit: SHOWN });
    told.push({ insight, evidence, isAway: away.has(insight.key) });
  }
  return told;
}
