// Rows of a household over its months, as `ledgerOf` reads them: what is paid each month, and what is paid now and then.

/** Rows over so many months from `first` ("2024-01") on. */
export function over(count: number, first: string) {
  const [year = 0, month = 1] = first.split('-').map(Number);
  const months = Array.from({ length: count }, (_, at) => {
    const from0 = month - 1 + at;
    return `${year + Math.floor(from0 / 12)}-${String((from0 % 12) + 1).padStart(2, '0')}`;
  });
  return {
    /** Each month another amount, so that no two stretches have the same sum. */
    monthly: (day: string, text: string, amount: (at: number) => number): string =>
      months.map((each, at) => `${each}-${day} ${amount(at).toFixed(2)} ${text}`).join('\n'),

    /** Now and then, and never on the same day of the month: nothing of these is regular. */
    nowAndThen: (start: number, text: string, amount: (at: number) => number): string =>
      months
        .flatMap((each, at) => {
          const day = 1 + ((start + at * 11) % 27);
          return at % 4 === start % 4 && at < count - 4 ? [] : [`${each}-${String(day).padStart(2, '0')} ${amount(at).toFixed(2)} ${text}`];
        })
        .join('\n'),
  };
}

/** The rows up to a day. */
export const until = (rows: string, last: string): string =>
  rows
    .split('\n')
    .filter((row) => row.slice(0, 10) <= last)
    .join('\n');
