// When what was paid again and again counts as paid no more: the one rule for a list of subscriptions, the price of a kind and "still".

/** So many of its own paces after the last payment; what wobbles by less is late, and not gone. */
const LATEST = 1.4;
/** No pace is quicker than a month, and a single payment has none of its own. */
const LEAST_DAYS = 31;

/**
 * Whether a payee of this last day and pace (days from one payment to the next, or NULL) is still paid; `?` is today. Days that no
 * statement has reached yet count against nobody.
 */
export const stillPaid = (last: string, pace: string): string =>
  `julianday(min(?, (SELECT max(day) FROM posting))) - julianday(${last}) <= ${String(LATEST)} * max(${String(LEAST_DAYS)}, coalesce(${pace}, ${String(LEAST_DAYS)}))`;
