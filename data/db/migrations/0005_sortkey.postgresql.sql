-- Where a customer stands in the list of all: the folded name, written by the program with the words. '' is not made
-- yet: the program sees to it when it opens the shop. Compared byte by byte, as the other engine does.

ALTER TABLE lookup_doc ADD COLUMN sort_key TEXT COLLATE "C" NOT NULL DEFAULT '';
CREATE INDEX lookup_doc_by_sort_key ON lookup_doc (sort_key, customer_id);
