// Which flow a figure reads: counting and averaging count purchases, sums net refunds off.
import type { Flow, Value } from '../plan/plan.ts';
import type { Reading } from '../reading.ts';
import { asRows, flowOf } from './scope.ts';

export const amountFlow = (reading: Reading, value: Value): Flow => (value === 'sum' ? flowOf(reading) : asRows(flowOf(reading)));
