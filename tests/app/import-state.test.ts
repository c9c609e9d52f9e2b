import { describe, expect, test } from 'vitest';
import { ImportFlow } from '../../src/app/import-flow.svelte.ts';
import { AppError } from '../../src/base/errors.ts';
import type { Guesses, ImportPreview } from '../../src/import/preview.ts';
import type { ImportResult } from '../../src/ledger/ledger.ts';
import { fakeLedger } from '../ui/support/fake-ledger.ts';

const preview: ImportPreview = {
  previewId: 1,
  fileName: 'a.csv',
  format: 'csv',
  understood: [],
  asks: [],
  header: null,
  rows: [],
  lists: { fresh: [], known: [], marked: [] },
  twins: 0,
  transfers: 0,
  setAside: [],
  setAsideCount: 0,
  warnings: [],
  total: 6,
  fresh: 6,
  known: 0,
  pending: 0,
  first: null,
  last: null,
  accounts: [],
  net: [],
  rounded: 0,
  checks: [],
  fingerprint: '',
  digest: '',
};
const result: ImportResult = { statementId: 4, added: 6, known: 0, setAside: [], pendingReplaced: 0, accounts: [] };
const named = (name: string) => new File(['x'], name);
const to = { accountId: null, accountName: null };

function flowOn(
  read: (name: string, guesses: Partial<Guesses>) => ImportPreview,
  write: () => ImportResult | Promise<ImportResult> = () => result,
) {
  const ledger = fakeLedger({
    preview: ({ name, guesses }) => read(name, guesses ?? {}),
    import: write,
    dropPreview: () => null,
  });
  const done: string[] = [];
  let stopped = 0;
  const flow = new ImportFlow({
    call: ledger.call,
    today: () => '2026-03-05',
    onimported: (_, file) => done.push(file),
    onstopped: () => (stopped += 1),
  });
  return { flow, ledger, done, stopped: () => stopped };
}

describe('an import', () => {
  test('is read, confirmed, and told once it is durable', async () => {
    const { flow, done } = flowOn(() => preview);
    await flow.take([named('a.csv')]);
    expect(flow.state).toMatchObject({ kind: 'preview', file: 'a.csv' });
    await flow.confirm(to);
    expect(flow.state).toMatchObject({ kind: 'done', file: 'a.csv', result });
    expect(done).toEqual(['a.csv']);
  });

  test('several files come one after the other; one left out leads to the next', async () => {
    const { flow, done } = flowOn((fileName) => ({ ...preview, fileName }));
    await flow.take([named('a.csv'), named('b.csv'), named('c.csv')]);
    await flow.confirm(to);
    await flow.next();
    expect(flow.place).toEqual({ index: 2, count: 3 });
    await flow.cancel();
    expect(flow.state).toMatchObject({ kind: 'preview', file: 'c.csv' });
    await flow.confirm(to);
    await flow.next();
    expect(flow.state).toEqual({ kind: 'idle' });
    expect(done).toEqual(['a.csv', 'c.csv']);
  });

  test('a changed guess reads again with it, and the next file begins without', async () => {
    const seen: Partial<Guesses>[] = [];
    let previewId = 0;
    const { flow, ledger } = flowOn((_, guesses) => {
      seen.push(guesses);
      return { ...preview, previewId: ++previewId };
    });
    await flow.take([named('a.csv'), named('b.csv')]);
    await flow.change('date-order', 'mdy');
    await flow.change('decimal-mark', ',');
    await flow.cancel();
    expect(seen).toEqual([{}, { 'date-order': 'mdy' }, { 'date-order': 'mdy', 'decimal-mark': ',' }, {}]);
    expect(ledger.called.filter(({ method }) => method === 'dropPreview').map(({ input }) => input)).toEqual([
      { previewId: 1 },
      { previewId: 2 },
      { previewId: 3 },
    ]);
  });

  test('a guess that makes the file unreadable is told, and the preview before it stays', async () => {
    const { flow } = flowOn((_, guesses) => {
      if (guesses['date-order'] === 'ymd') throw new AppError('statement-no-transactions', 'no rows');
      return preview;
    });
    await flow.take([named('a.csv')]);
    await flow.change('date-order', 'ymd');
    expect(flow.state).toMatchObject({ kind: 'preview', rereading: false, trouble: { code: 'statement-no-transactions' } });
    await flow.change('sign', 'flipped');
    expect(flow.state).toMatchObject({ kind: 'preview', trouble: null });
  });

  test('a file that cannot be read ends in words', async () => {
    const { flow } = flowOn(() => {
      throw new AppError('statement-binary', 'zeros');
    });
    await flow.take([named('photo.jpg')]);
    expect(flow.state).toMatchObject({ kind: 'trouble', file: 'photo.jpg', trouble: { code: 'statement-binary' } });
  });

  test('stopped while it is written, it asks the ledger what became of it', async () => {
    const { flow, stopped } = flowOn(
      () => preview,
      () => new Promise<never>(() => undefined),
    );
    await flow.take([named('a.csv')]);
    const writing = flow.confirm(to);
    await flow.cancel();
    await writing;
    expect(flow.state).toEqual({ kind: 'idle' });
    expect(stopped()).toBe(1);
  });

  test('files that come while one is written wait for their turn', async () => {
    let write: (result: ImportResult) => void = () => undefined;
    const { flow, done } = flowOn(
      (fileName) => ({ ...preview, fileName }),
      () => new Promise((resolve) => (write = resolve)),
    );
    await flow.take([named('a.csv')]);
    const writing = flow.confirm(to);
    await expect.poll(() => flow.state.kind).toBe('writing');
    await flow.take([named('b.csv')]);
    write(result);
    await writing;
    expect([flow.state.kind, done, flow.place]).toEqual(['done', ['a.csv'], { index: 1, count: 2 }]);
    await flow.next();
    expect(flow.state).toMatchObject({ kind: 'preview', file: 'b.csv' });
  });

  test('taken back, what was told of it is over', async () => {
    const { flow } = flowOn(() => preview);
    await flow.take([named('a.csv')]);
    await flow.confirm(to);
    await flow.takenBack();
    expect(flow.state).toEqual({ kind: 'idle' });
  });

  test('taken back while the next file is looked at, that one stays and is read again', async () => {
    let known = 6;
    let previewId = 0;
    const { flow, done } = flowOn(() => ({ ...preview, previewId: ++previewId, fresh: 6 - known, known }));
    await flow.take([named('a.csv')]);
    expect(flow.state).toMatchObject({ kind: 'preview', preview: { known: 6 } });
    known = 0;
    await flow.takenBack();
    expect(flow.state).toMatchObject({ kind: 'preview', file: 'a.csv', rereading: false, preview: { known: 0, fresh: 6 } });
    await flow.confirm(to);
    expect(done).toEqual(['a.csv']);
  });
});
