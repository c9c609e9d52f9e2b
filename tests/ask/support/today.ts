// The only clock of these tests: a Wednesday.
export const TODAY = '2026-03-18';
