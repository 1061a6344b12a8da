-- Finding anyone: the index in the order of rank, and a dictionary of the distinct words for what is misheard or mistyped.
-- Nothing here is known only here: the program makes it anew from the customers when it opens the shop.

DROP TABLE lookup_words;
DROP TABLE lookup_doc;

CREATE TABLE lookup_doc (
    -- Who comes more often and later has the smaller place, so the first matches of any word are the best known people.
    place       INTEGER NOT NULL PRIMARY KEY,
    customer_id INTEGER NOT NULL UNIQUE,
    words       TEXT NOT NULL,
    visits      INTEGER NOT NULL,
    last_visit  TEXT,
    sort_key    TEXT NOT NULL
) STRICT;
CREATE INDEX lookup_doc_by_sort_key ON lookup_doc (sort_key, customer_id);

-- Words are folded and cut by the program: the tokenizer only cuts at blanks. Each begins with the letter of its class.
CREATE VIRTUAL TABLE lookup_words USING fts5 (
    words, content = 'lookup_doc', content_rowid = 'place',
    tokenize = 'ascii', prefix = '2 3 4 5 6 7 8 9 10', columnsize = 0, detail = none
);
-- What was saved one by one is merged two by two: see index_tend.
INSERT INTO lookup_words (lookup_words, rank) VALUES ('usermerge', 2);

CREATE TABLE lookup_word (
    token TEXT NOT NULL PRIMARY KEY,
    -- The letter of the class and how the word sounds.
    sound TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX lookup_word_by_sound ON lookup_word (sound, token);

-- Each end of a word, so that a piece inside it is the beginning of an end.
CREATE TABLE lookup_part (
    part  TEXT NOT NULL,
    token TEXT NOT NULL,
    PRIMARY KEY (part, token)
) STRICT, WITHOUT ROWID;

-- Until everybody is in it again: the program takes the mark away.
INSERT INTO setting (name, value) SELECT 'lookup.begun', '1' WHERE EXISTS (SELECT 1 FROM customer);
