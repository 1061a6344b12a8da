-- The search index. lookup_doc holds each customer's folded words; the index sees them as lexemes, unchanged.

CREATE TABLE lookup_doc (
    customer_id BIGINT NOT NULL PRIMARY KEY,
    words       TEXT NOT NULL,
    -- How often and how lately someone comes, for ranking.
    visits      BIGINT NOT NULL,
    last_visit  TEXT,
    -- Kept beside the words: the server takes the making of them for cheap and would do it for every row of every search.
    lexemes     TSVECTOR GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED
);
CREATE INDEX lookup_doc_by_lexemes ON lookup_doc USING gin (lexemes);
CREATE INDEX lookup_doc_by_visits ON lookup_doc (visits, last_visit);
