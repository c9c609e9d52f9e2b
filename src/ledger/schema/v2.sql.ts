// Schema version 2: what a person said that words of theirs mean, so that it holds from then on.
export const v2 = /* sql */ `
CREATE TABLE meaning (
  phrase TEXT PRIMARY KEY,    -- in small letters, without "the" or "my": 'office'
  means TEXT NOT NULL,        -- the name as it was said: 'Staples'; read against the names of the ledger with each question
  taught_at TEXT NOT NULL     -- ISO 8601, UTC
) STRICT;
`;
