// How much of the processor single tasks of the page's main thread take, by Chromium's own trace: unlike the time on a clock it does
// not grow with what else the machine does.
import type { CDPSession, Page } from 'playwright-core';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds of the thread's own time. */
  tdur?: number;
  args?: { name?: unknown };
}

const TASKS = 'disabled-by-default-devtools.timeline';

/** Milliseconds of the longest task while `work` runs. */
export async function longestTask(page: Page, work: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as TraceEvent[]) if (event.name === 'RunTask' || event.name === 'thread_name') events.push(event);
  });
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: [TASKS, '__metadata'] } });
  await work();
  await finish(session);
  const mains = new Set(events.filter(isMainThread).map(threadOf));
  return events.reduce((most, event) => (mains.has(threadOf(event)) ? Math.max(most, (event.tdur ?? 0) / 1000) : most), 0);
}

const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}/${tid}`;
const isMainThread = ({ name, args }: TraceEvent): boolean => name === 'thread_name' && args?.name === 'CrRendererMain';

async function finish(session: CDPSession): Promise<void> {
  const done = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await done;
  await session.detach();
}
