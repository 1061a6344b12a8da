-- What completes the typing in forms: walked along in the order of the bytes, so that a beginning is a range. Only the
-- first hundred characters: an index entry has to be short, and nobody completes more.

-- SQLite compares bytes by itself.
ALTER TABLE address ALTER COLUMN street TYPE TEXT COLLATE "C";
ALTER TABLE address ALTER COLUMN place TYPE TEXT COLLATE "C";
ALTER TABLE address ALTER COLUMN postcode TYPE TEXT COLLATE "C";
ALTER TABLE customer ALTER COLUMN company TYPE TEXT COLLATE "C";
ALTER TABLE customer ALTER COLUMN title TYPE TEXT COLLATE "C";
ALTER TABLE customer ALTER COLUMN salutation TYPE TEXT COLLATE "C";
ALTER TABLE occasion ALTER COLUMN label TYPE TEXT COLLATE "C";
ALTER TABLE fact ALTER COLUMN words TYPE TEXT COLLATE "C";

CREATE INDEX address_by_street ON address (substr(street, 1, 100)) WHERE street IS NOT NULL;
CREATE INDEX address_by_place ON address (substr(place, 1, 100)) WHERE place IS NOT NULL;
CREATE INDEX address_by_postcode ON address (substr(postcode, 1, 100), substr(place, 1, 100)) WHERE postcode IS NOT NULL;
CREATE INDEX customer_by_company ON customer (substr(company, 1, 100)) WHERE company IS NOT NULL;
CREATE INDEX customer_by_title ON customer (substr(title, 1, 100)) WHERE title IS NOT NULL;
CREATE INDEX customer_by_salutation ON customer (substr(salutation, 1, 100)) WHERE salutation IS NOT NULL;
CREATE INDEX occasion_by_label ON occasion (substr(label, 1, 100)) WHERE label IS NOT NULL;
CREATE INDEX fact_by_words ON fact (kind_id, substr(words, 1, 100));
