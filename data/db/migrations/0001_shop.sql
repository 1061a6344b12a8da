-- The shop itself: its settings, places and people, and the memory of every change.

CREATE TABLE migration (
    version    {{int}} NOT NULL PRIMARY KEY,
    name       TEXT NOT NULL,
    applied_at TEXT NOT NULL
) {{table}};

-- Settings are no deeds: they have no history and are not undone.
CREATE TABLE setting (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) {{table}};

CREATE TABLE branch (
    id         {{id}},
    version    {{int}} NOT NULL,
    created_at TEXT NOT NULL,
    created_by {{int}},
    updated_at TEXT NOT NULL,
    updated_by {{int}},
    name       TEXT NOT NULL CHECK (name <> '')
) {{table}};

CREATE TABLE clerk (
    id         {{id}},
    version    {{int}} NOT NULL,
    created_at TEXT NOT NULL,
    created_by {{int}},
    updated_at TEXT NOT NULL,
    updated_by {{int}},
    name       TEXT NOT NULL CHECK (name <> ''),
    active     {{int}} NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) {{table}};

-- One row for everything a person did; uid is made by the program, so that a repeated save counts once.
CREATE TABLE deed (
    id        {{id}},
    uid       TEXT NOT NULL UNIQUE,
    verb      TEXT NOT NULL,
    at        TEXT NOT NULL,
    clerk_id  {{int}},
    branch_id {{int}},
    undoes    {{int}} REFERENCES deed (id),
    undone_by {{int}} REFERENCES deed (id)
) {{table}};

-- What the deed changed. Inserts are runs of ids, so that an import is a few rows and not a million;
-- updates and removals keep the row as it was before, as JSON with the column names.
CREATE TABLE change (
    id         {{id}},
    deed_id    {{int}} NOT NULL REFERENCES deed (id),
    table_name TEXT NOT NULL,
    what       TEXT NOT NULL CHECK (what IN ('insert', 'update', 'remove')),
    first_id   {{int}} NOT NULL,
    last_id    {{int}} NOT NULL CHECK (last_id >= first_id),
    before     TEXT
) {{table}};
CREATE INDEX change_by_deed ON change (deed_id);
