// J and K: the focus on the next or previous of the rows that a screen has drawn; E: the row of the focus, opened.

/** Steps from the row that has the focus, or before the first. Tells whether there are rows. */
export function stepRow(root: HTMLElement, step: 1 | -1): boolean {
  const rows = [...root.querySelectorAll<HTMLElement>('[data-row]')];
  if (rows.length === 0) return false;
  const { activeElement } = document;
  const at = rows.findIndex((row) => row.contains(activeElement) || row.closest('tr')?.contains(activeElement));
  rows[Math.max(0, Math.min(rows.length - 1, at + step))]?.focus();
  return true;
}

/** Tells whether the row has come: one of the ledger may be drawn before. */
export function openRow(): boolean {
  const button = document.activeElement?.closest('tr')?.querySelector<HTMLElement>('button[data-row]');
  button?.click();
  return button !== undefined && button !== null;
}
