// "discover interest": where the account that is named never earns any, interest is what it charges.
import type { AccountName, LedgerNames } from './names/ledger-names.ts';
import type { Name } from './names/subject.ts';
import type { Cue } from './spans/cues.ts';
import type { Span } from './spans/span.ts';

/** A card or a loan on which money came in only as payments and refunds. */
const onlyCharges = ({ kind, hasIncome }: AccountName): boolean => !hasIncome && (kind === 'card' || kind === 'loan');

/** "interest earned" stays what it says. */
export function chargedInterest(cue: Span<Cue>, names: readonly Span<Name>[], { accounts }: LedgerNames): Span<Cue> {
  if (cue.value !== 'interest' || !/^interest(?: payments)?$/.test(cue.text)) return cue;
  const named = names.flatMap(({ value }) => (value.is === 'account' ? value.ids : []));
  return named.length > 0 && named.every((id) => accounts.some((account) => account.id === id && onlyCharges(account)))
    ? { ...cue, value: 'interest-charge' }
    : cue;
}
