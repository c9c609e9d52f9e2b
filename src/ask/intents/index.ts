// The order in which intents are tried; the first that answers decides. A new intent is one file (or one object) and one line here.
import { duplicates, unusual, why } from './anomalies.ts';
import { balance } from './balances.ts';
import { net, savingsRate } from './cash-flow.ts';
import { transfers } from './transfers.ts';
import { compareDayKinds } from './compare-day-kinds.ts';
import { compareFlows } from './compare-flows.ts';
import { compareNames } from './compare-names.ts';
import { comparePeriods } from './compare-periods.ts';
import { share } from './share.ts';
import { average } from './average.ts';
import { breakdown } from './breakdown.ts';
import { count } from './count.ts';
import { daysSince, howLong, when } from './when.ts';
import { exists, total } from './total.ts';
import { extreme } from './extreme.ts';
import { list } from './list.ts';
import { givenTo } from './given-to.ts';
import { lookUp } from './look-up.ts';
import { guard } from './guards.ts';
import type { Intent } from './intent.ts';
import { keptGroups } from './kept-groups.ts';
import { payNow } from './regular-pay.ts';
import { price, priceChange, priceHistory, priceThen, stillPaying } from './recurring.ts';
import { subscriptions } from './subscriptions.ts';
import { whichAccount } from './which-account.ts';
import { budget, whatIf } from './what-if.ts';

export const GUARDS: readonly Intent[] = [guard];

export const INTENTS: readonly Intent[] = [
  duplicates,
  why,
  budget,
  whatIf,
  savingsRate,
  howLong,
  keptGroups,
  whichAccount,
  lookUp,
  givenTo,
  transfers,
  stillPaying,
  priceHistory,
  priceChange,
  subscriptions,
  priceThen,
  price,
  payNow,
  compareFlows,
  net,
  balance,
  unusual,
  daysSince,
  share,
  compareDayKinds,
  compareNames,
  comparePeriods,
  breakdown,
  when,
  average,
  extreme,
  list,
  count,
  exists,
  total,
];
