// Schema version 4: where the names of this ledger lie among meanings, so that a word nobody taught finds the names it is like.
export const v4 = /* sql */ `
CREATE TABLE name_vector (
  name TEXT NOT NULL,         -- the text that was embedded: a category, or a payee with its kind
  model TEXT NOT NULL,        -- the embedding model, by its id in the catalogue; vectors of two models are not compared
  vector TEXT NOT NULL,       -- of length 127, one signed byte a dimension, in base64
  PRIMARY KEY (name, model)
) STRICT, WITHOUT ROWID;
`;
