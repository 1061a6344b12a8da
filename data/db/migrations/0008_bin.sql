-- Removals are few among the changes: the bin finds them by what did it, and the last one of a row.

CREATE INDEX change_removed_by_deed ON change (deed_id) WHERE what = 'remove';
CREATE INDEX change_removed_row ON change (table_name, first_id) WHERE what = 'remove';
