// Schema version 1. `bank_transaction` is what the bank reported; `posting` is one amount in one account and category,
// and carries day, payee and account again so that a question reads one table. Amounts are minor units, money out negative.
// flow: 'expense' (a refund is a positive expense posting, so it nets off), 'income', 'transfer' (between own accounts).
export const v1 = /* sql */ `
CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  institution TEXT,
  number TEXT,
  currency TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT 'unknown' CHECK (kind IN ('checking', 'savings', 'card', 'cash', 'loan', 'investment', 'unknown'))
) STRICT;

CREATE TABLE payee (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,  -- as a person knows it: "Blue Bottle Coffee"
  kind TEXT                   -- what it is, from the brand file: 'coffee', 'fuel', 'streaming' ...; NULL when unknown
) STRICT;

CREATE TABLE category (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE   -- as the file or the person writes it
) STRICT;

CREATE TABLE statement (
  id INTEGER PRIMARY KEY,
  file_name TEXT NOT NULL,
  format TEXT NOT NULL,
  digest TEXT NOT NULL,       -- SHA-256 of the file's bytes, hex
  imported_at TEXT NOT NULL,  -- ISO 8601, UTC
  layout TEXT,                -- JSON: how the file was read
  layout_key TEXT,            -- equal for files of one layout, whatever they hold
  added INTEGER NOT NULL,
  known INTEGER NOT NULL,
  pending_replaced INTEGER NOT NULL DEFAULT 0,
  set_aside TEXT NOT NULL DEFAULT '[]',  -- JSON: RowIssue[]
  is_sample INTEGER NOT NULL DEFAULT 0   -- 1: the invented household, removed as one
) STRICT;

CREATE TABLE coverage (       -- what one statement says of one account as a whole
  statement_id INTEGER NOT NULL REFERENCES statement(id),
  account_id INTEGER NOT NULL REFERENCES account(id),
  first_day TEXT NOT NULL,    -- of its rows
  last_day TEXT NOT NULL,     -- of its rows, included
  opening_minor INTEGER,
  opening_day TEXT,
  closing_minor INTEGER,
  closing_day TEXT,
  PRIMARY KEY (account_id, statement_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX coverage_statement ON coverage (statement_id);

CREATE TABLE bank_transaction (
  id INTEGER PRIMARY KEY,
  statement_id INTEGER NOT NULL REFERENCES statement(id),
  account_id INTEGER NOT NULL REFERENCES account(id),
  line INTEGER NOT NULL,
  day TEXT NOT NULL,
  minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  descriptor TEXT NOT NULL,
  memo TEXT,
  kind TEXT,
  bank_id TEXT,
  balance INTEGER,
  state TEXT NOT NULL CHECK (state IN ('posted', 'pending')),
  fingerprint INTEGER NOT NULL, -- day, amount and text: equal for twins, and in the order of days
  occurrence INTEGER NOT NULL,  -- the n-th equal row of the account, so that true twins stay and overlaps vanish
  read_payee_id INTEGER,      -- payee and category as first read, from which its posting is made, and made again after an undo
  read_category_id INTEGER,
  replaced_by INTEGER REFERENCES bank_transaction(id),  -- a pending row that gave way to a posted one; it has no postings then
  UNIQUE (account_id, fingerprint, occurrence)
) STRICT;
CREATE INDEX bank_transaction_statement ON bank_transaction (statement_id);
CREATE INDEX bank_transaction_bank_id ON bank_transaction (account_id, bank_id) WHERE bank_id IS NOT NULL;
CREATE INDEX bank_transaction_balance ON bank_transaction (account_id, day) WHERE balance IS NOT NULL;
CREATE INDEX bank_transaction_pending ON bank_transaction (account_id, day) WHERE state = 'pending';
CREATE INDEX bank_transaction_replaced ON bank_transaction (replaced_by) WHERE replaced_by IS NOT NULL;

CREATE TABLE sighting (       -- a later statement that reports a transaction already here; it inherits it when the first is undone
  transaction_id INTEGER NOT NULL REFERENCES bank_transaction(id),
  statement_id INTEGER NOT NULL REFERENCES statement(id),
  line INTEGER NOT NULL,
  PRIMARY KEY (transaction_id, statement_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX sighting_statement ON sighting (statement_id);

CREATE TABLE posting (
  id INTEGER PRIMARY KEY,
  transaction_id INTEGER NOT NULL REFERENCES bank_transaction(id),
  account_id INTEGER NOT NULL,
  payee_id INTEGER NOT NULL REFERENCES payee(id),
  category_id INTEGER REFERENCES category(id),
  day TEXT NOT NULL,
  minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  flow TEXT NOT NULL CHECK (flow IN ('expense', 'income', 'transfer'))
) STRICT;
CREATE INDEX posting_day ON posting (day, flow, currency, category_id, account_id, payee_id, minor);
CREATE INDEX posting_payee ON posting (payee_id, day, flow, currency, minor);
CREATE INDEX posting_transaction ON posting (transaction_id);
CREATE INDEX posting_size ON posting (flow, currency, minor, day);  -- the largest and the smallest

CREATE TABLE day_total (      -- postings summed, money in and money out apart; kept by src/ledger/totals.ts for quick answers
  day TEXT NOT NULL,
  flow TEXT NOT NULL,
  currency TEXT NOT NULL,
  category_id INTEGER,
  account_id INTEGER NOT NULL,
  minor INTEGER NOT NULL,
  rows INTEGER NOT NULL
) STRICT;
CREATE INDEX day_total_day ON day_total (day);

CREATE TABLE transfer (       -- two transactions that are one movement between own accounts
  out_id INTEGER PRIMARY KEY REFERENCES bank_transaction(id),
  in_id INTEGER NOT NULL UNIQUE REFERENCES bank_transaction(id)
) STRICT;

CREATE TABLE layout_choice (  -- what the person said of a layout, so that nobody is asked twice
  layout_key TEXT PRIMARY KEY,
  guesses TEXT NOT NULL       -- JSON
) STRICT;

CREATE TABLE setting (
  name TEXT PRIMARY KEY,      -- 'home-currency', 'week-start', 'revision' ...
  value TEXT NOT NULL         -- JSON
) STRICT;
`;
