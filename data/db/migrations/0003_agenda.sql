-- Days that come round each year, and who was greeted on them.

CREATE TABLE occasion (
    id          {{id}},
    version     {{int}} NOT NULL,
    created_at  TEXT NOT NULL,
    created_by  {{int}},
    updated_at  TEXT NOT NULL,
    updated_by  {{int}},
    customer_id {{int}} NOT NULL REFERENCES customer (id),
    -- Whose day it is: a related person's, or the customer's own.
    relation_id {{int}} REFERENCES relation (id),
    kind        TEXT NOT NULL CHECK (kind IN ('birthday', 'name_day', 'wedding', 'other')),
    label       TEXT,
    -- What is not known is NULL; people know only some of it.
    year        {{int}} CHECK (year BETWEEN 1 AND 9999),
    month       {{int}} CHECK (month BETWEEN 1 AND 12),
    day         {{int}} CHECK (day BETWEEN 1 AND 31),
    CHECK (day IS NULL OR month IS NOT NULL),
    CHECK (year IS NOT NULL OR month IS NOT NULL)
) {{table}};
CREATE INDEX occasion_by_customer ON occasion (customer_id);
CREATE INDEX occasion_by_day ON occasion (month, day);
CREATE INDEX occasion_by_relation ON occasion (relation_id);

-- One tick a year, so that nobody congratulates twice; created_at and created_by say when and who.
CREATE TABLE greeting (
    id          {{id}},
    version     {{int}} NOT NULL,
    created_at  TEXT NOT NULL,
    created_by  {{int}},
    updated_at  TEXT NOT NULL,
    updated_by  {{int}},
    customer_id {{int}} NOT NULL REFERENCES customer (id),
    occasion_id {{int}} NOT NULL REFERENCES occasion (id),
    year        {{int}} NOT NULL,
    how         TEXT,
    UNIQUE (occasion_id, year)
) {{table}};
CREATE INDEX greeting_by_customer ON greeting (customer_id);
