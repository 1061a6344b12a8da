-- Removals are few among the changes: the bin finds them by what did it, the last one of a row, and the runs that left
-- no images.

CREATE INDEX change_removed_by_deed ON change (deed_id) WHERE what = 'remove';
CREATE INDEX change_removed_row ON change (table_name, first_id) WHERE what = 'remove';
CREATE INDEX change_removed_run ON change (deed_id) WHERE what = 'remove' AND last_id > first_id;
