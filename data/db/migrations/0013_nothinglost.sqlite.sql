-- Nothing lost: whose each change is, so that a customer's history can be read and erased; who was erased; and sums
-- by which damage shows.

-- The customer the row belonged to as it was before, or belongs to as a new row; NULL: nobody's, or a run of many.
ALTER TABLE change ADD COLUMN owner_id INTEGER;
UPDATE change SET owner_id = CASE table_name WHEN 'customer' THEN first_id ELSE json_extract(before, '$.customer_id') END
    WHERE first_id = last_id AND (table_name = 'customer' OR before IS NOT NULL);
CREATE INDEX change_by_owner ON change (owner_id, deed_id) WHERE owner_id IS NOT NULL;
-- What became of a row: the changes of that row, in their order.
CREATE INDEX change_by_row ON change (table_name, last_id, id);
-- Which run of several owners a row came with: the first of its table that ends with it or later.
CREATE INDEX change_by_run ON change (table_name, last_id) WHERE owner_id IS NULL AND what = 'insert';

-- Who was erased, without a word about them. The instant at which the card was made tells them from somebody who got
-- the same number after an older backup came back.
CREATE TABLE erased (
    id          INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    customer_id INTEGER NOT NULL,
    created_at  TEXT NOT NULL,
    erased_at   TEXT NOT NULL,
    UNIQUE (customer_id, created_at)
) STRICT;

-- How many rows of a table lie in a block of ids, and the sum of their digests; see seal.h.
CREATE TABLE seal (
    table_name TEXT NOT NULL,
    block      INTEGER NOT NULL,
    count      INTEGER NOT NULL,
    digest     INTEGER NOT NULL,
    PRIMARY KEY (table_name, block)
) STRICT, WITHOUT ROWID;
-- An older shop is sealed when the upgrade is through; a new one has no rows yet.
INSERT INTO setting (name, value) SELECT 'seal.missing', '1'
    WHERE EXISTS (SELECT 1 FROM fact_kind) OR EXISTS (SELECT 1 FROM branch) OR EXISTS (SELECT 1 FROM clerk);
