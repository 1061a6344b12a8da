-- What completes the typing in forms: walked along in the order of the bytes, so that a beginning is a range. Only the
-- first hundred characters: an index entry has to be short, and nobody completes more.

CREATE INDEX address_by_street ON address (substr(street, 1, 100)) WHERE street IS NOT NULL;
CREATE INDEX address_by_place ON address (substr(place, 1, 100)) WHERE place IS NOT NULL;
CREATE INDEX address_by_postcode ON address (substr(postcode, 1, 100), substr(place, 1, 100)) WHERE postcode IS NOT NULL;
CREATE INDEX customer_by_company ON customer (substr(company, 1, 100)) WHERE company IS NOT NULL;
CREATE INDEX customer_by_title ON customer (substr(title, 1, 100)) WHERE title IS NOT NULL;
CREATE INDEX customer_by_salutation ON customer (substr(salutation, 1, 100)) WHERE salutation IS NOT NULL;
CREATE INDEX occasion_by_label ON occasion (substr(label, 1, 100)) WHERE label IS NOT NULL;
CREATE INDEX fact_by_words ON fact (kind_id, substr(words, 1, 100));
