-- What is due: reminders, contacts and the plan for them, rules. Days and minutes are those of the shop's clock.

-- Set by the owner: how much care somebody gets, how close they are, and who looks after them.
ALTER TABLE customer ADD COLUMN class TEXT CHECK (class IN ('A', 'B', 'C'));
ALTER TABLE customer ADD COLUMN closeness TEXT CHECK (closeness IN ('close', 'known', 'distant'));
ALTER TABLE customer ADD COLUMN clerk_id {{int}} REFERENCES clerk (id);
CREATE INDEX customer_by_class ON customer (class) WHERE class IS NOT NULL;
CREATE INDEX customer_by_clerk ON customer (clerk_id) WHERE clerk_id IS NOT NULL;

-- What was given with a greeting.
ALTER TABLE greeting ADD COLUMN words TEXT;

-- What the shop does by itself after something happened: it reminds, or offers a text to send. Rows the program brings have
-- a code.
CREATE TABLE rule (
    id          {{id}},
    version     {{int}} NOT NULL,
    created_at  TEXT NOT NULL,
    created_by  {{int}},
    updated_at  TEXT NOT NULL,
    updated_by  {{int}},
    code        TEXT UNIQUE,
    event       TEXT NOT NULL CHECK (event IN ('purchase', 'complaint', 'first_visit', 'wish', 'promise', 'away')),
    -- Of a purchase: of which article; any when it is NULL.
    article_id  {{int}} REFERENCES article (id),
    -- So many days after it happened; before it falls due for a promise.
    days        {{int}} NOT NULL DEFAULT 0 CHECK (days BETWEEN 0 AND 999),
    action      TEXT NOT NULL CHECK (action IN ('reminder', 'draft')),
    -- By which way the text of a draft would go.
    channel     TEXT CHECK (channel IN ('phone', 'email', 'sms', 'social', 'post', 'counter')),
    -- What to do, or the text with its placeholders; NULL: the program's words for the code.
    words       TEXT,
    is_active   {{int}} NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    -- What happened before this day is left alone.
    from_day    TEXT,
    place       {{int}} NOT NULL DEFAULT 100
) {{table}};
CREATE INDEX rule_by_article ON rule (article_id) WHERE article_id IS NOT NULL;

-- What a rule was carried out for, so that it is done once, also when somebody removed what came of it.
CREATE TABLE rule_made (
    rule_id {{int}} NOT NULL,
    cause   TEXT NOT NULL,
    PRIMARY KEY (rule_id, cause)
) {{table}};
CREATE INDEX complaint_closed ON complaint (closed_day) WHERE closed_day IS NOT NULL;
CREATE INDEX wish_fulfilled ON wish (done_day) WHERE state = 'fulfilled';

-- Something to be done, for a customer or the shop. due_day and due_minute are what was agreed, day and minute when it comes
-- up: later where it was put off. A series moves on with each time it is done.
CREATE TABLE reminder (
    id          {{id}},
    version     {{int}} NOT NULL,
    created_at  TEXT NOT NULL,
    created_by  {{int}},
    updated_at  TEXT NOT NULL,
    updated_by  {{int}},
    customer_id {{int}} REFERENCES customer (id),
    words       TEXT NOT NULL CHECK (words <> ''),
    due_day     TEXT NOT NULL,
    due_minute  {{int}} CHECK (due_minute BETWEEN 0 AND 1439),
    day         TEXT NOT NULL,
    minute      {{int}} CHECK (minute BETWEEN 0 AND 1439),
    clerk_id    {{int}} REFERENCES clerk (id),
    branch_id   {{int}},
    -- Every so many days, weeks (on weekdays: 1 for Monday, 2 Tuesday, 4 … 64 Sunday), months or years, counted from the
    -- first day, so that a 31st stays one.
    repeats     TEXT CHECK (repeats IN ('day', 'week', 'month', 'year')),
    step        {{int}} NOT NULL DEFAULT 1 CHECK (step BETWEEN 1 AND 999),
    weekdays    {{int}} CHECK (weekdays BETWEEN 1 AND 127),
    first_day   TEXT,
    state       TEXT NOT NULL CHECK (state IN ('open', 'done', 'skipped')),
    done_day    TEXT,
    -- Which rule made it, and of what: "visit 17".
    rule_id     {{int}} REFERENCES rule (id),
    cause       TEXT,
    -- The text it offers to send, and by which way.
    draft       TEXT,
    channel     TEXT CHECK (channel IN ('phone', 'email', 'sms', 'social', 'post', 'counter'))
) {{table}};
CREATE INDEX reminder_by_customer ON reminder (customer_id);
CREATE INDEX reminder_open ON reminder (day, minute) WHERE state = 'open';
-- For what rules made and is for nothing now.
CREATE INDEX reminder_of_rules ON reminder (rule_id) WHERE state = 'open' AND rule_id IS NOT NULL;
CREATE UNIQUE INDEX reminder_by_cause ON reminder (rule_id, cause) WHERE rule_id IS NOT NULL;

-- What became of a reminder each time.
CREATE TABLE reminder_event (
    id          {{id}},
    version     {{int}} NOT NULL,
    created_at  TEXT NOT NULL,
    created_by  {{int}},
    updated_at  TEXT NOT NULL,
    updated_by  {{int}},
    customer_id {{int}} REFERENCES customer (id),
    reminder_id {{int}} NOT NULL REFERENCES reminder (id),
    what        TEXT NOT NULL CHECK (what IN ('done', 'snoozed', 'moved', 'skipped')),
    -- When it was due, and until when it was put off or moved.
    day         TEXT NOT NULL,
    minute      {{int}},
    to_day      TEXT,
    to_minute   {{int}}
) {{table}};
CREATE INDEX reminder_event_by_reminder ON reminder_event (reminder_id);
CREATE INDEX reminder_event_by_customer ON reminder_event (customer_id) WHERE customer_id IS NOT NULL;

-- What went out or came in: a talk, a call, a letter.
CREATE TABLE interaction (
    id          {{id}},
    version     {{int}} NOT NULL,
    created_at  TEXT NOT NULL,
    created_by  {{int}},
    updated_at  TEXT NOT NULL,
    updated_by  {{int}},
    customer_id {{int}} NOT NULL REFERENCES customer (id),
    day         TEXT NOT NULL,
    minute      {{int}} CHECK (minute BETWEEN 0 AND 1439),
    direction   TEXT NOT NULL CHECK (direction IN ('in', 'out')),
    channel     TEXT NOT NULL CHECK (channel IN ('counter', 'visit', 'phone', 'email', 'sms', 'social', 'post', 'newsletter')),
    outcome     TEXT CHECK (outcome IN ('reached', 'not_reached', 'call_back', 'appointment', 'documents', 'talk', 'order',
                                        'no_more')),
    mood        TEXT CHECK (mood IN ('good', 'neutral', 'bad')),
    branch_id   {{int}},
    words       TEXT
) {{table}};
CREATE INDEX interaction_by_customer ON interaction (customer_id, day);
CREATE INDEX interaction_by_day ON interaction (day);

-- The communication plan: which kind of contact how often, for a class, a tag or one customer.
CREATE TABLE care_plan (
    id          {{id}},
    version     {{int}} NOT NULL,
    created_at  TEXT NOT NULL,
    created_by  {{int}},
    updated_at  TEXT NOT NULL,
    updated_by  {{int}},
    class       TEXT CHECK (class IN ('A', 'B', 'C')),
    tag         TEXT,
    customer_id {{int}} REFERENCES customer (id),
    -- NULL: what fits, by how close the customer is and what they agreed to.
    channel     TEXT CHECK (channel IN ('visit', 'phone', 'email', 'sms', 'social', 'post', 'newsletter')),
    -- 0: never.
    every       {{int}} NOT NULL CHECK (every BETWEEN 0 AND 999),
    unit        TEXT NOT NULL CHECK (unit IN ('day', 'week', 'month', 'year')),
    from_day    TEXT NOT NULL,
    words       TEXT,
    CHECK ((class IS NOT NULL AND tag IS NULL AND customer_id IS NULL)
        OR (class IS NULL AND tag IS NOT NULL AND customer_id IS NULL)
        OR (class IS NULL AND tag IS NULL AND customer_id IS NOT NULL))
) {{table}};
CREATE INDEX care_plan_by_customer ON care_plan (customer_id) WHERE customer_id IS NOT NULL;

-- When somebody is not to be bothered: hours of weekdays, a season of each year, or until a day. What is NULL does not limit.
CREATE TABLE quiet (
    id          {{id}},
    version     {{int}} NOT NULL,
    created_at  TEXT NOT NULL,
    created_by  {{int}},
    updated_at  TEXT NOT NULL,
    updated_by  {{int}},
    customer_id {{int}} NOT NULL REFERENCES customer (id),
    weekdays    {{int}} CHECK (weekdays BETWEEN 1 AND 127),
    from_minute {{int}} CHECK (from_minute BETWEEN 0 AND 1439),
    to_minute   {{int}} CHECK (to_minute BETWEEN 1 AND 1440),
    from_month  {{int}} CHECK (from_month BETWEEN 1 AND 12),
    from_day    {{int}} CHECK (from_day BETWEEN 1 AND 31),
    to_month    {{int}} CHECK (to_month BETWEEN 1 AND 12),
    to_day      {{int}} CHECK (to_day BETWEEN 1 AND 31),
    until_day   TEXT,
    words       TEXT
) {{table}};
CREATE INDEX quiet_by_customer ON quiet (customer_id);

-- What follows from plan, contacts, consent and quiet times: when who is to be contacted next, and how. Kept with each change
-- and rebuilt from them on demand (data/agenda/care.h).
CREATE TABLE care (
    customer_id {{int}} NOT NULL,
    channel     TEXT NOT NULL,
    plan_id     {{int}} NOT NULL,
    due_day     TEXT NOT NULL,
    -- Of the customer: in which row of classes they are proposed, 1 for A to 4 for none; NULL: at their next visit only.
    place       {{int}},
    clerk_id    {{int}} NOT NULL,
    is_quiet    {{int}} NOT NULL,
    PRIMARY KEY (customer_id, channel)
) {{table}};
CREATE INDEX care_by_place ON care (place, due_day, customer_id, clerk_id, is_quiet, channel, plan_id) WHERE place IS NOT NULL;
CREATE INDEX care_by_plan ON care (plan_id);
