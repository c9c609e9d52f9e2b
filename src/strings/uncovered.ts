// What an answer says of days that no statement covers.
export const uncovered = {
  between: (account: string, first: string, last: string) => `No statement of ${account} covers ${first} to ${last}.`,
  on: (account: string, day: string) => `No statement of ${account} covers ${day}.`,
  before: (account: string, day: string) => `The statements of ${account} begin on ${day}.`,
  after: (account: string, day: string) => `The statements of ${account} end on ${day}.`,
  more: (count: number) => `${count} more ${count === 1 ? 'stretch' : 'stretches'} without a statement.`,
};
