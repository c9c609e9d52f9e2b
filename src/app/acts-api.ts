// The calls of acts upon the ledger, their history and what goes out of it: method -> input, output. A part of src/app/ledger-api.ts.
import type { Act } from '../ledger/acts/acts.ts';
import type { ActPage, ActSummary } from '../ledger/acts/history.ts';
import type { RowDetail } from '../ledger/acts/read-row.ts';
import type { Rule } from '../ledger/acts/rules.ts';
import type { ExportFormat } from '../ledger/exports/formats.ts';
import type { LedgerNameList } from '../ledger/names.ts';

export interface ActsApi {
  /** Resolves only after it is durable; null when everything was so already. */
  act: { in: Act; out: ActSummary | null };
  undoAct: { in: { actId: number }; out: ActSummary };
  /** The newest act that stands, whatever it was; null when there is none. */
  undoLast: { in: null; out: ActSummary | null };
  /** Newest first. */
  acts: { in: { offset: number; limit: number }; out: ActPage };
  row: { in: { transactionId: number }; out: RowDetail };
  /** In the order in which they are tried. */
  rules: { in: null; out: Rule[] };
  names: { in: null; out: LedgerNameList };
  /** The whole ledger as a file of this format. */
  exportAs: { in: { format: ExportFormat }; out: Blob };
}
