// Schema version 3: what a person does to the ledger, kept apart from what the bank reported, and journalled so that each act can be
// taken back. Postings are made from three layers: the bank's row, the rules, and what was said of the row itself; the last word wins.
export const v3 = /* sql */ `
ALTER TABLE account ADD COLUMN read_name TEXT;    -- the name that files give it, once the person gave another; files still find it
ALTER TABLE payee ADD COLUMN shown_as INTEGER REFERENCES payee(id);  -- the payee under whose name its rows stand; NULL: its own
ALTER TABLE posting ADD COLUMN origin TEXT CHECK (origin IN ('person', 'rule', 'earlier', 'brand'));  -- whose category; NULL: the file's

CREATE TABLE read_split (     -- the parts of a transaction as its file gives them; most have none
  transaction_id INTEGER NOT NULL REFERENCES bank_transaction(id),
  nth INTEGER NOT NULL,
  minor INTEGER NOT NULL,
  category_id INTEGER REFERENCES category(id),
  PRIMARY KEY (transaction_id, nth)
) STRICT, WITHOUT ROWID;
INSERT INTO read_split (transaction_id, nth, minor, category_id)
  SELECT transaction_id, row_number() OVER (PARTITION BY transaction_id ORDER BY posting.id), posting.minor, posting.category_id
  FROM posting
  WHERE transaction_id IN (SELECT transaction_id FROM posting JOIN bank_transaction ON bank_transaction.id = transaction_id
    WHERE posting.minor <> bank_transaction.minor OR posting.category_id IS NOT read_category_id);

CREATE TABLE said_row (       -- what the person said of one row; it outlives the row, so that the same row imported again finds it
  account_id INTEGER NOT NULL,
  fingerprint INTEGER NOT NULL,
  occurrence INTEGER NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('category', 'split', 'note', 'flow')),
  value TEXT NOT NULL,        -- JSON
  PRIMARY KEY (account_id, fingerprint, occurrence, what)
) STRICT, WITHOUT ROWID;

CREATE TABLE rule (           -- the first that fits a row, by place, gives it its category and payee
  id INTEGER PRIMARY KEY,
  place INTEGER NOT NULL,
  payee_id INTEGER REFERENCES payee(id),  -- fits rows of this payee
  text TEXT,                  -- or rows whose bank text holds this
  category TEXT,              -- name of the category to give; NULL gives none
  payee TEXT,                 -- name of the payee to show; NULL leaves it
  over_file INTEGER NOT NULL DEFAULT 0,  -- 1: also where the file gives a category
  CHECK ((payee_id IS NULL) <> (text IS NULL)),
  CHECK (category IS NOT NULL OR payee IS NOT NULL)
) STRICT;

CREATE TABLE act (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,         -- 'import', 'category', 'split', 'note', 'transfer', 'payee-name', 'account-name', 'erase-account', 'rule'
  at TEXT NOT NULL,           -- ISO 8601, UTC
  says TEXT NOT NULL,         -- JSON: what the history shows of it
  statement_id INTEGER,       -- of an import
  account_id INTEGER,         -- of an erased account; its id is not given again
  undone_at TEXT
) STRICT;
CREATE INDEX act_statement ON act (statement_id) WHERE statement_id IS NOT NULL;
INSERT INTO act (kind, at, says, statement_id)
  SELECT 'import', imported_at, json_object('file', file_name, 'rows', added, 'isSample', json(iif(is_sample, 'true', 'false'))), id
  FROM statement ORDER BY id;

CREATE TABLE act_change (     -- one thing that an act changed, with its value before and after, as JSON; NULL is nothing
  act_id INTEGER NOT NULL REFERENCES act(id),
  about TEXT NOT NULL,        -- 'r:account:fingerprint:occurrence', 'p:payee', 'a:account', 'u:rule'
  what TEXT NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (about, what, act_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX act_change_act ON act_change (act_id);

CREATE TABLE act_kept (       -- rows that an act took away, as they were, for its undoing
  act_id INTEGER NOT NULL REFERENCES act(id),
  nth INTEGER NOT NULL,
  kept_table TEXT NOT NULL,
  content TEXT NOT NULL,      -- JSON: an array of rows, each an object
  PRIMARY KEY (act_id, nth)
) STRICT, WITHOUT ROWID;
`;
