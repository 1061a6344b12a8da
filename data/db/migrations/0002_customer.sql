-- Who the customers are, and what the shop knows of them.

CREATE TABLE customer (
    id                {{id}},
    version           {{int}} NOT NULL,
    created_at        TEXT NOT NULL,
    created_by        {{int}},
    updated_at        TEXT NOT NULL,
    updated_by        {{int}},
    number            TEXT NOT NULL UNIQUE CHECK (number <> ''),
    salutation        TEXT,
    title             TEXT,
    given_name        TEXT,
    family_name       TEXT,
    company           TEXT,
    description       TEXT,
    address_form      TEXT CHECK (address_form IN ('du', 'sie')),
    language          TEXT,
    preferred_channel TEXT CHECK (preferred_channel IN ('phone', 'email', 'sms', 'post', 'social', 'counter')),
    since             TEXT,
    -- What an earlier system had counted; what happens from now on is counted from its own table.
    visits_before     {{int}} NOT NULL DEFAULT 0 CHECK (visits_before >= 0),
    last_visit_before TEXT
) {{table}};

-- Phones, e-mails and the like: value as typed, key for comparing.
CREATE TABLE contact (
    id          {{id}},
    version     {{int}} NOT NULL,
    created_at  TEXT NOT NULL,
    created_by  {{int}},
    updated_at  TEXT NOT NULL,
    updated_by  {{int}},
    customer_id {{int}} NOT NULL REFERENCES customer (id),
    kind        TEXT NOT NULL CHECK (kind IN ('phone', 'email', 'web', 'social')),
    label       TEXT,
    value       TEXT NOT NULL CHECK (value <> ''),
    key         TEXT NOT NULL
) {{table}};
CREATE INDEX contact_by_customer ON contact (customer_id);
CREATE INDEX contact_by_key ON contact (key);

CREATE TABLE address (
    id          {{id}},
    version     {{int}} NOT NULL,
    created_at  TEXT NOT NULL,
    created_by  {{int}},
    updated_at  TEXT NOT NULL,
    updated_by  {{int}},
    customer_id {{int}} NOT NULL REFERENCES customer (id),
    label       TEXT,
    street      TEXT,
    postcode    TEXT,
    place       TEXT,
    region      TEXT,
    country     TEXT
) {{table}};
CREATE INDEX address_by_customer ON address (customer_id);

-- Partner, child, anybody who belongs to the customer; may be a customer too.
CREATE TABLE relation (
    id                {{id}},
    version           {{int}} NOT NULL,
    created_at        TEXT NOT NULL,
    created_by        {{int}},
    updated_at        TEXT NOT NULL,
    updated_by        {{int}},
    customer_id       {{int}} NOT NULL REFERENCES customer (id),
    kind              TEXT NOT NULL CHECK (kind IN ('partner', 'child', 'parent', 'sibling', 'friend', 'colleague', 'other')),
    name              TEXT NOT NULL CHECK (name <> ''),
    note              TEXT,
    other_customer_id {{int}} REFERENCES customer (id)
) {{table}};
CREATE INDEX relation_by_customer ON relation (customer_id);
CREATE INDEX relation_by_other ON relation (other_customer_id);

-- Kinds of facts. The program brings some, by code; the owner adds own ones, by label.
CREATE TABLE fact_kind (
    id          {{id}},
    version     {{int}} NOT NULL,
    created_at  TEXT NOT NULL,
    created_by  {{int}},
    updated_at  TEXT NOT NULL,
    updated_by  {{int}},
    code        TEXT NOT NULL UNIQUE CHECK (code <> ''),
    label       TEXT,
    sensitivity TEXT NOT NULL DEFAULT 'plain' CHECK (sensitivity IN ('plain', 'health', 'belief')),
    -- Shown in the warning line of the card.
    is_warning  {{int}} NOT NULL DEFAULT 0 CHECK (is_warning IN (0, 1)),
    -- Shown until ticked.
    is_once     {{int}} NOT NULL DEFAULT 0 CHECK (is_once IN (0, 1)),
    place       {{int}} NOT NULL DEFAULT 100
) {{table}};

CREATE TABLE fact (
    id          {{id}},
    version     {{int}} NOT NULL,
    created_at  TEXT NOT NULL,
    created_by  {{int}},
    updated_at  TEXT NOT NULL,
    updated_by  {{int}},
    customer_id {{int}} NOT NULL REFERENCES customer (id),
    kind_id     {{int}} NOT NULL REFERENCES fact_kind (id),
    words       TEXT NOT NULL CHECK (words <> ''),
    -- For kinds that are shown until ticked.
    done_at     TEXT,
    done_by     {{int}} REFERENCES clerk (id)
) {{table}};
CREATE INDEX fact_by_customer ON fact (customer_id);
CREATE INDEX fact_by_kind ON fact (kind_id);

-- Whether the customer agreed, per purpose. No row: nobody has asked yet.
CREATE TABLE consent (
    id          {{id}},
    version     {{int}} NOT NULL,
    created_at  TEXT NOT NULL,
    created_by  {{int}},
    updated_at  TEXT NOT NULL,
    updated_by  {{int}},
    customer_id {{int}} NOT NULL REFERENCES customer (id),
    purpose     TEXT NOT NULL CHECK (purpose IN ('health', 'belief', 'news_email', 'news_sms', 'news_phone', 'news_post')),
    state       TEXT NOT NULL CHECK (state IN ('given', 'refused', 'withdrawn')),
    day         TEXT,
    how         TEXT,
    asked_by    {{int}} REFERENCES clerk (id),
    UNIQUE (customer_id, purpose)
) {{table}};

-- Rows of lists that were taken over, by the hash of their content: the same list again adds nothing.
CREATE TABLE list_row (
    id          {{id}},
    version     {{int}} NOT NULL,
    created_at  TEXT NOT NULL,
    created_by  {{int}},
    updated_at  TEXT NOT NULL,
    updated_by  {{int}},
    customer_id {{int}} NOT NULL REFERENCES customer (id),
    key         TEXT NOT NULL
) {{table}};
CREATE INDEX list_row_by_key ON list_row (key);
CREATE INDEX list_row_by_customer ON list_row (customer_id);
