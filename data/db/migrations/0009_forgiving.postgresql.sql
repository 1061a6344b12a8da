-- Finding anyone: the index in the order of rank, and a dictionary of the distinct words for what is misheard or mistyped.
-- Nothing here is known only here: the program makes it anew from the customers when it opens the shop.

DROP TABLE lookup_doc;

CREATE TABLE lookup_doc (
    -- Who comes more often and later has the smaller place, so the first matches of any word are the best known people.
    place       BIGINT NOT NULL PRIMARY KEY,
    customer_id BIGINT NOT NULL UNIQUE,
    words       TEXT NOT NULL,
    visits      BIGINT NOT NULL,
    last_visit  TEXT,
    sort_key    TEXT COLLATE "C" NOT NULL,
    -- Kept beside the words: the server takes the making of them for cheap and would do it for every row of every search.
    lexemes     TSVECTOR GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED
);
CREATE INDEX lookup_doc_by_lexemes ON lookup_doc USING gin (lexemes);
CREATE INDEX lookup_doc_by_sort_key ON lookup_doc (sort_key, customer_id);

CREATE TABLE lookup_word (
    token TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    -- The letter of the class and how the word sounds.
    sound TEXT COLLATE "C" NOT NULL
);
CREATE INDEX lookup_word_by_sound ON lookup_word (sound, token);

-- Each end of a word, so that a piece inside it is the beginning of an end.
CREATE TABLE lookup_part (
    part  TEXT COLLATE "C" NOT NULL,
    token TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (part, token)
);

-- Until everybody is in it again: the program takes the mark away.
INSERT INTO setting (name, value) SELECT 'lookup.begun', '1' WHERE EXISTS (SELECT 1 FROM customer);
