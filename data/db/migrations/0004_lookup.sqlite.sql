-- The search index. lookup_doc holds each customer's folded words; the full-text table points into it.
-- Both are written by the program in the transaction of the change, never by triggers.

CREATE TABLE lookup_doc (
    customer_id INTEGER NOT NULL PRIMARY KEY,
    words       TEXT NOT NULL,
    -- How often and how lately someone comes, for ranking.
    visits      INTEGER NOT NULL,
    last_visit  TEXT
) STRICT;

-- Words are folded and cut by the program: the tokenizer only cuts at blanks.
CREATE VIRTUAL TABLE lookup_words USING fts5 (
    words, content = 'lookup_doc', content_rowid = 'customer_id',
    tokenize = 'ascii', prefix = '1 2 3', columnsize = 0, detail = none
);
CREATE INDEX lookup_doc_by_visits ON lookup_doc (visits, last_visit);
