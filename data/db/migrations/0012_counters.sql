-- Several counters. Where somebody usually works; NULL: anywhere.
ALTER TABLE clerk ADD COLUMN branch_id {{int}} REFERENCES branch (id);
CREATE INDEX clerk_by_branch ON clerk (branch_id) WHERE branch_id IS NOT NULL;

-- Whose customer somebody is: the branch of most of their last fifty visits, as sums.h says. The list of customers
-- goes along the index over it.
ALTER TABLE visit_sum ADD COLUMN branch_id {{int}};
UPDATE visit_sum SET branch_id = (SELECT branch_id FROM (SELECT branch_id, day FROM visit
    WHERE visit.customer_id = visit_sum.customer_id AND kind = 'visit' ORDER BY day DESC, id DESC LIMIT 50) AS lately
    WHERE branch_id IS NOT NULL GROUP BY branch_id ORDER BY COUNT(*) DESC, MAX(day) DESC, branch_id LIMIT 1);
CREATE INDEX visit_sum_away_of_branch ON visit_sum (branch_id, away_from)
    WHERE away_from IS NOT NULL AND branch_id IS NOT NULL;
ALTER TABLE lookup_doc ADD COLUMN branch_id {{int}};
UPDATE lookup_doc SET branch_id =
    (SELECT branch_id FROM visit_sum WHERE visit_sum.customer_id = lookup_doc.customer_id);
CREATE INDEX lookup_doc_by_branch ON lookup_doc (branch_id, sort_key, customer_id) WHERE branch_id IS NOT NULL;

-- What was said there, the latest first.
CREATE INDEX feedback_by_branch ON feedback (branch_id, day) WHERE branch_id IS NOT NULL;

-- A server may put new words aside in a list that each search walks along, so that finding gets slower with each save:
-- they go into the index at once.
{{server}} ALTER INDEX lookup_doc_by_lexemes SET (fastupdate = off);
{{server}} SELECT gin_clean_pending_list('lookup_doc_by_lexemes');
