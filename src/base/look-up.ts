// A word of somebody else's looked up in a table: what the table holds, and nothing that every object has ("constructor").
export const lookUp = <T>(table: Readonly<Record<string, T>>, word: string): T | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;
