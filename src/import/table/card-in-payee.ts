// Some banks write the card where other rows have who was paid ("4835-****-****-0311  Df"), and the shop a column further on.

/** Digits of which some are masked, in groups or in one piece, and at most a code of two letters behind. */
const CARD = /^(?=[^a-z]*[*•])(?:\d{4,6}[ -]?)?(?:[*•\dxX]{2,}[ -]?)*\d{0,4}(?: [A-Za-z]{1,2})?$/;

/** Told by the first character for nearly every row of an import. */
export function isCardNumber(text: string): boolean {
  const first = text.charCodeAt(0);
  return ((first >= 48 && first <= 57) || first === 42 || first === 0x2022) && text.length < 30 && CARD.test(text);
}
