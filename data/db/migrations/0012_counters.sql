-- Several counters. Where somebody usually works; NULL: anywhere.
ALTER TABLE clerk ADD COLUMN branch_id {{int}} REFERENCES branch (id);
CREATE INDEX clerk_by_branch ON clerk (branch_id) WHERE branch_id IS NOT NULL;
