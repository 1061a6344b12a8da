-- What happened between the shop and its customers. A branch may go while what was done there stays, as with deeds.

-- What is sold; key is the name folded, so that "brezel" and "Brezel" are one.
CREATE TABLE article (
    id          {{id}},
    version     {{int}} NOT NULL,
    created_at  TEXT NOT NULL,
    created_by  {{int}},
    updated_at  TEXT NOT NULL,
    updated_by  {{int}},
    name        TEXT NOT NULL CHECK (name <> ''),
    key         TEXT NOT NULL UNIQUE CHECK (key <> '')
) {{table}};

-- Somebody was there, or brought something back. Day and minute are those of the shop's clock: people ask for
-- weekdays and hours. outside_id is the till's or the web shop's, so that a visit told twice counts once.
CREATE TABLE visit (
    id          {{id}},
    version     {{int}} NOT NULL,
    created_at  TEXT NOT NULL,
    created_by  {{int}},
    updated_at  TEXT NOT NULL,
    updated_by  {{int}},
    customer_id {{int}} NOT NULL REFERENCES customer (id),
    kind        TEXT NOT NULL CHECK (kind IN ('visit', 'return')),
    day         TEXT NOT NULL,
    minute      {{int}} CHECK (minute BETWEEN 0 AND 1439),
    branch_id   {{int}},
    channel     TEXT NOT NULL CHECK (channel IN ('counter', 'phone', 'web', 'delivery')),
    amount      {{int}},
    for_whom    TEXT,
    occasion    TEXT,
    words       TEXT,
    outside_id  TEXT
) {{table}};
CREATE INDEX visit_by_customer ON visit (customer_id, day, kind);
CREATE INDEX visit_by_day ON visit (day);
CREATE UNIQUE INDEX visit_by_outside_id ON visit (outside_id) WHERE outside_id IS NOT NULL;

-- What was bought on a visit, one row an article.
CREATE TABLE visit_item (
    id          {{id}},
    version     {{int}} NOT NULL,
    created_at  TEXT NOT NULL,
    created_by  {{int}},
    updated_at  TEXT NOT NULL,
    updated_by  {{int}},
    customer_id {{int}} NOT NULL REFERENCES customer (id),
    visit_id    {{int}} NOT NULL REFERENCES visit (id),
    article_id  {{int}} NOT NULL REFERENCES article (id),
    quantity    {{int}} NOT NULL DEFAULT 1 CHECK (quantity > 0),
    amount      {{int}}
) {{table}};
CREATE INDEX visit_item_by_visit ON visit_item (visit_id);
CREATE INDEX visit_item_by_customer ON visit_item (customer_id);
CREATE INDEX visit_item_by_article ON visit_item (article_id);

-- A little something for nothing, written down so that not every clerk gives one each day.
CREATE TABLE extra (
    id          {{id}},
    version     {{int}} NOT NULL,
    created_at  TEXT NOT NULL,
    created_by  {{int}},
    updated_at  TEXT NOT NULL,
    updated_by  {{int}},
    customer_id {{int}} NOT NULL REFERENCES customer (id),
    day         TEXT NOT NULL,
    branch_id   {{int}},
    words       TEXT NOT NULL CHECK (words <> '')
) {{table}};
CREATE INDEX extra_by_customer ON extra (customer_id, day);

-- An order to be fetched later; day, minute and branch say when and where.
CREATE TABLE preorder (
    id          {{id}},
    version     {{int}} NOT NULL,
    created_at  TEXT NOT NULL,
    created_by  {{int}},
    updated_at  TEXT NOT NULL,
    updated_by  {{int}},
    customer_id {{int}} NOT NULL REFERENCES customer (id),
    state       TEXT NOT NULL CHECK (state IN ('open', 'ready', 'fetched', 'cancelled')),
    day         TEXT NOT NULL,
    minute      {{int}} CHECK (minute BETWEEN 0 AND 1439),
    branch_id   {{int}},
    words       TEXT NOT NULL CHECK (words <> ''),
    amount      {{int}},
    for_whom    TEXT,
    occasion    TEXT,
    done_day    TEXT,
    visit_id    {{int}} REFERENCES visit (id)
) {{table}};
CREATE INDEX preorder_by_customer ON preorder (customer_id, day);
CREATE INDEX preorder_open ON preorder (day) WHERE state IN ('open', 'ready');
-- For taking back a visit or an article: what hangs on it is looked for.
CREATE INDEX preorder_by_visit ON preorder (visit_id) WHERE visit_id IS NOT NULL;

-- What customers ask for; who asked stands in feedback.
CREATE TABLE wish (
    id          {{id}},
    version     {{int}} NOT NULL,
    created_at  TEXT NOT NULL,
    created_by  {{int}},
    updated_at  TEXT NOT NULL,
    updated_by  {{int}},
    words       TEXT NOT NULL CHECK (words <> ''),
    state       TEXT NOT NULL CHECK (state IN ('open', 'planned', 'fulfilled', 'declined')),
    article_id  {{int}} REFERENCES article (id),
    done_day    TEXT
) {{table}};
CREATE INDEX wish_by_state ON wish (state);
CREATE INDEX wish_by_article ON wish (article_id) WHERE article_id IS NOT NULL;

-- What somebody said: scores as they were given, words, or both; without a customer when nobody is known.
CREATE TABLE feedback (
    id          {{id}},
    version     {{int}} NOT NULL,
    created_at  TEXT NOT NULL,
    created_by  {{int}},
    updated_at  TEXT NOT NULL,
    updated_by  {{int}},
    customer_id {{int}} REFERENCES customer (id),
    day         TEXT NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('score', 'praise', 'opinion', 'idea', 'wish', 'question', 'complaint',
                                               'again', 'referral', 'review', 'survey')),
    csat        {{int}} CHECK (csat BETWEEN 1 AND 5),
    ces         {{int}} CHECK (ces BETWEEN 1 AND 7),
    nps         {{int}} CHECK (nps BETWEEN 0 AND 10),
    product     {{int}} CHECK (product BETWEEN 1 AND 5),
    advice      {{int}} CHECK (advice BETWEEN 1 AND 5),
    expectation TEXT CHECK (expectation IN ('below', 'met', 'above')),
    phase       TEXT,
    touchpoint  TEXT,
    channel     TEXT CHECK (channel IN ('counter', 'phone', 'email', 'web', 'social', 'post')),
    article_id  {{int}} REFERENCES article (id),
    branch_id   {{int}},
    wish_id     {{int}} REFERENCES wish (id),
    told_day    TEXT,
    words       TEXT
) {{table}};
CREATE INDEX feedback_by_customer ON feedback (customer_id, day);
CREATE INDEX feedback_by_day ON feedback (day);
CREATE INDEX feedback_by_wish ON feedback (wish_id) WHERE wish_id IS NOT NULL;
CREATE INDEX feedback_by_article ON feedback (article_id) WHERE article_id IS NOT NULL;
CREATE INDEX feedback_by_touchpoint ON feedback (touchpoint) WHERE touchpoint IS NOT NULL;
CREATE INDEX feedback_by_phase ON feedback (phase) WHERE phase IS NOT NULL;

-- Causes of complaints. The program brings some, by code; the owner adds own ones, by label.
CREATE TABLE complaint_cause (
    id          {{id}},
    version     {{int}} NOT NULL,
    created_at  TEXT NOT NULL,
    created_by  {{int}},
    updated_at  TEXT NOT NULL,
    updated_by  {{int}},
    code        TEXT NOT NULL UNIQUE CHECK (code <> ''),
    label       TEXT,
    place       {{int}} NOT NULL
) {{table}};

-- A complaint as a case, in the steps of ISO 10002 as a shop calls them.
CREATE TABLE complaint (
    id               {{id}},
    version          {{int}} NOT NULL,
    created_at       TEXT NOT NULL,
    created_by       {{int}},
    updated_at       TEXT NOT NULL,
    updated_by       {{int}},
    customer_id      {{int}} REFERENCES customer (id),
    day              TEXT NOT NULL,
    state            TEXT NOT NULL CHECK (state IN ('received', 'acknowledged', 'working', 'answered', 'agreed', 'refused')),
    cause_id         {{int}} REFERENCES complaint_cause (id),
    severity         TEXT NOT NULL CHECK (severity IN ('low', 'middle', 'high')),
    words            TEXT NOT NULL CHECK (words <> ''),
    remedy           TEXT,
    channel          TEXT CHECK (channel IN ('counter', 'phone', 'email', 'web', 'social', 'post')),
    article_id       {{int}} REFERENCES article (id),
    branch_id        {{int}},
    clerk_id         {{int}} REFERENCES clerk (id),
    due_day          TEXT,
    answer           TEXT,
    cost             {{int}},
    content          TEXT CHECK (content IN ('yes', 'no')),
    changed          TEXT,
    acknowledged_day TEXT,
    answered_day     TEXT,
    closed_day       TEXT
) {{table}};
CREATE INDEX complaint_by_customer ON complaint (customer_id, day);
CREATE INDEX complaint_by_day ON complaint (day);
CREATE INDEX complaint_open ON complaint (day) WHERE closed_day IS NULL;
CREATE INDEX complaint_by_article ON complaint (article_id) WHERE article_id IS NOT NULL;

-- Something the shop said it would do, by a day.
CREATE TABLE promise (
    id          {{id}},
    version     {{int}} NOT NULL,
    created_at  TEXT NOT NULL,
    created_by  {{int}},
    updated_at  TEXT NOT NULL,
    updated_by  {{int}},
    customer_id {{int}} NOT NULL REFERENCES customer (id),
    words       TEXT NOT NULL CHECK (words <> ''),
    due_day     TEXT NOT NULL,
    clerk_id    {{int}} REFERENCES clerk (id),
    state       TEXT NOT NULL CHECK (state IN ('open', 'kept', 'broken')),
    done_day    TEXT
) {{table}};
CREATE INDEX promise_by_customer ON promise (customer_id);
CREATE INDEX promise_open ON promise (due_day) WHERE state = 'open';

-- Reasons of losses, in three families. The program brings some, by code; the owner adds own ones, by label.
CREATE TABLE loss_reason (
    id          {{id}},
    version     {{int}} NOT NULL,
    created_at  TEXT NOT NULL,
    created_by  {{int}},
    updated_at  TEXT NOT NULL,
    updated_by  {{int}},
    code        TEXT NOT NULL UNIQUE CHECK (code <> ''),
    label       TEXT,
    family      TEXT NOT NULL CHECK (family IN ('customer', 'company', 'competitor')),
    place       {{int}} NOT NULL
) {{table}};

-- A customer who is lost: what they say and what is so, whom to ask, what was tried. Back again with back_day.
CREATE TABLE loss (
    id             {{id}},
    version        {{int}} NOT NULL,
    created_at     TEXT NOT NULL,
    created_by     {{int}},
    updated_at     TEXT NOT NULL,
    updated_by     {{int}},
    customer_id    {{int}} NOT NULL REFERENCES customer (id),
    day            TEXT NOT NULL,
    how            TEXT NOT NULL CHECK (how IN ('says', 'stays_away', 'moved', 'died')),
    reason_id      {{int}} REFERENCES loss_reason (id),
    real_reason_id {{int}} REFERENCES loss_reason (id),
    competitor     TEXT,
    value          {{int}},
    clerk_id       {{int}} REFERENCES clerk (id),
    ask_day        TEXT,
    outcome        TEXT,
    attempt        TEXT,
    attempt_day    TEXT,
    result         TEXT CHECK (result IN ('open', 'came_back', 'stays_away')),
    back_day       TEXT,
    is_greeted     {{int}} NOT NULL DEFAULT 0 CHECK (is_greeted IN (0, 1)),
    words          TEXT
) {{table}};
CREATE INDEX loss_by_customer ON loss (customer_id);
CREATE INDEX loss_by_day ON loss (day);
-- Lost is lost once: taking back that somebody came again must not make a second loss stand.
CREATE UNIQUE INDEX loss_open ON loss (customer_id) WHERE back_day IS NULL;
CREATE INDEX loss_ask ON loss (ask_day) WHERE ask_day IS NOT NULL AND back_day IS NULL;

-- What follows from the visits, kept with each change and rebuilt from them on demand (data/diary/sums.h).

-- Of one day at one branch (0: none told): how many visits, what they came to, in which hours, and who was there: ids in
-- order, each as its distance from the one before. Returns count in money only.
CREATE TABLE visit_day (
    day       TEXT NOT NULL,
    branch_id {{int}} NOT NULL,
    visits    {{int}} NOT NULL,
    returns   {{int}} NOT NULL,
    amount    {{int}} NOT NULL,
    hours     TEXT NOT NULL,
    visitors  TEXT NOT NULL,
    PRIMARY KEY (day, branch_id)
) {{table}};

-- Of one customer: how many visits, what they came to, the first and last day, the usual distance of visits in days, and the
-- day from which on the customer stays away longer than that explains.
CREATE TABLE visit_sum (
    customer_id {{int}} NOT NULL PRIMARY KEY,
    visits      {{int}} NOT NULL,
    returns     {{int}} NOT NULL,
    amount      {{int}} NOT NULL,
    first_day   TEXT,
    last_day    TEXT,
    rhythm      {{int}},
    away_from   TEXT
) {{table}};
CREATE INDEX visit_sum_by_first ON visit_sum (first_day);
CREATE INDEX visit_sum_away ON visit_sum (away_from) WHERE away_from IS NOT NULL;
-- For retention: who was there lately, as an earlier system told.
CREATE INDEX customer_told_before ON customer (last_visit_before) WHERE last_visit_before IS NOT NULL;

-- On how many visits an article was bought.
CREATE TABLE article_sum (
    article_id {{int}} NOT NULL PRIMARY KEY,
    uses       {{int}} NOT NULL
) {{table}};
CREATE INDEX article_sum_by_uses ON article_sum (uses);

-- Customers who have come more often than their place in the search index says: after an import they are moved by and by.
CREATE TABLE lookup_stale (
    customer_id {{int}} NOT NULL PRIMARY KEY
) {{table}};
