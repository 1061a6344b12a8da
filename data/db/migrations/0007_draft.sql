-- What somebody typed into a form and did not save yet. Drafts are no deeds: they have no history and are not undone.
-- They hold personal data: who erases a customer looks here, too (subject_id, and the words of all others).
CREATE TABLE draft (
    id         {{id}},
    -- Made by the program when the form is opened, so that each saving writes over the one before.
    uid        TEXT NOT NULL UNIQUE,
    -- The counter it was typed at, and the run of the program whose form is open: '' once it was put away.
    counter    TEXT NOT NULL,
    run        TEXT NOT NULL,
    screen     TEXT NOT NULL,
    -- The customer, 0 for a new one; and what of the customer: a note, a related person, 0 for a new one.
    subject_id {{int}} NOT NULL,
    part_id    {{int}} NOT NULL,
    title      TEXT NOT NULL,
    -- JSON: {"name of the field": ["as typed", "as it was before"]}, only the fields that differ.
    words      TEXT NOT NULL,
    clerk_id   {{int}},
    saved_at   TEXT NOT NULL
) {{table}};
CREATE INDEX draft_by_counter ON draft (counter);
CREATE INDEX draft_by_subject ON draft (subject_id);
