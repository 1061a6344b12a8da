/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A complaint as a case: from hearing of it to how it ended. */
#include "data/diary/complaint.h"

#include "data/base/i18n.h"

#include <stddef.h>
#include <string.h>

enum { STEP_ACKNOWLEDGED = 1, STEP_ANSWERED = 3, STEP_CLOSED = 4 };

static const char open_of[] = "WHERE customer_id = $1 AND closed_day IS NULL ORDER BY day, id";

const Choice complaint_states[] = {
    {"received", N_("received")},
    {"acknowledged", N_("acknowledged")},
    {"working", N_("in work")},
    {"answered", N_("answered")},
    {"agreed", N_("closed, agreed")},
    {"refused", N_("closed, not agreed")},
    {NULL, NULL},
};

const Choice complaint_severities[] = {
    {"low", N_("minor")},
    {"middle", N_("normal")},
    {"high", N_("serious")},
    {NULL, NULL},
};

const Choice complaint_contents[] = {{"yes", N_("yes")}, {"no", N_("no")}, {NULL, NULL}};

static const Field fields[] = {
    {"customer_id", FIELD_REF, FIELD_OWNER, offsetof(Complaint, customer_id), NULL},
    {"day", FIELD_TEXT, FIELD_REQUIRED, offsetof(Complaint, day), N_("Day")},
    {"state", FIELD_TEXT, FIELD_PLAIN, offsetof(Complaint, state), N_("State")},
    {"cause_id", FIELD_REF, FIELD_PLAIN, offsetof(Complaint, cause_id), N_("Cause")},
    {"severity", FIELD_TEXT, FIELD_PLAIN, offsetof(Complaint, severity), N_("Severity")},
    {"words", FIELD_TEXT, FIELD_PERSONAL | FIELD_REQUIRED, offsetof(Complaint, words),
     N_("Complaint")},
    {"remedy", FIELD_TEXT, FIELD_PERSONAL, offsetof(Complaint, remedy), N_("Asked for")},
    {"channel", FIELD_TEXT, FIELD_PLAIN, offsetof(Complaint, channel), N_("Channel")},
    {"article_id", FIELD_REF, FIELD_PLAIN, offsetof(Complaint, article_id), N_("Article")},
    {"branch_id", FIELD_REF, FIELD_PLAIN, offsetof(Complaint, branch_id), N_("Branch")},
    {"clerk_id", FIELD_REF, FIELD_PLAIN, offsetof(Complaint, clerk_id), N_("Answered by")},
    {"due_day", FIELD_TEXT, FIELD_PLAIN, offsetof(Complaint, due_day), N_("Answer until")},
    {"answer", FIELD_TEXT, FIELD_PERSONAL, offsetof(Complaint, answer), N_("Answer")},
    {"cost", FIELD_MAYBE, FIELD_PLAIN, offsetof(Complaint, cost), N_("Cost")},
    {"content", FIELD_TEXT, FIELD_PLAIN, offsetof(Complaint, content), N_("Content in the end")},
    {"changed", FIELD_TEXT, FIELD_PLAIN, offsetof(Complaint, changed), N_("What we changed")},
    {"acknowledged_day", FIELD_TEXT, FIELD_PLAIN, offsetof(Complaint, acknowledged_day), NULL},
    {"answered_day", FIELD_TEXT, FIELD_PLAIN, offsetof(Complaint, answered_day), NULL},
    {"closed_day", FIELD_TEXT, FIELD_PLAIN, offsetof(Complaint, closed_day), NULL},
};

static char *call(gconstpointer record)
{
    return g_strdup(((const Complaint *)record)->words);
}

const RecordType complaint_type = {
    .table = "complaint",
    .label = N_("complaint"),
    .size = sizeof(Complaint),
    .fields = fields,
    .fields_count = G_N_ELEMENTS(fields),
    .derives = DERIVES_NOTHING,
    .call = call,
};

guint complaint_step(const char *state)
{
    for (guint i = 0; complaint_states[i].code != NULL; i++) {
        if (g_strcmp0(complaint_states[i].code, state) == 0) {
            return i;
        }
    }
    return 0;
}

bool complaint_is_open(const Complaint *complaint)
{
    return complaint->closed_day == NULL;
}

int complaint_age(const Complaint *complaint, Day today)
{
    Day from, to;
    bool is_open = complaint_is_open(complaint);
    if (!day_from_text(complaint->day, &from) || !day_is_whole(from) ||
        (!is_open && (!day_from_text(complaint->closed_day, &to) || !day_is_whole(to)))) {
        return 0;
    }
    return MAX(day_between(from, is_open ? today : to), 0);
}

bool complaint_is_late(const Complaint *complaint, Day today)
{
    Day due;
    return complaint_is_open(complaint) && complaint->answered_day == NULL &&
           complaint->due_day != NULL && day_from_text(complaint->due_day, &due) &&
           day_is_whole(due) && day_compare(due, today) < 0;
}

/* The day of a step that is REACHED or not. */
static void put_day(char **place, bool reached, const char *today)
{
    if (!reached || *place == NULL) {
        record_set_text(place, reached ? today : NULL);
    }
}

void complaint_set_state(Complaint *complaint, const char *state, Day today)
{
    g_autofree char *day = day_to_text(today);
    guint step = complaint_step(state);
    record_set_text(&complaint->state, complaint_states[step].code);
    put_day(&complaint->acknowledged_day, step >= STEP_ACKNOWLEDGED, day);
    put_day(&complaint->answered_day, step >= STEP_ANSWERED, day);
    put_day(&complaint->closed_day, step >= STEP_CLOSED, day);
}

bool complaint_add(Deed *deed, Complaint *complaint, GError **error)
{
    if (complaint->state == NULL) {
        record_set_text(&complaint->state, "received");
    }
    if (complaint->severity == NULL) {
        record_set_text(&complaint->severity, "middle");
    }
    if (complaint->branch_id == 0) {
        complaint->branch_id = deed_who(deed)->branch_id;
    }
    return record_insert(deed, complaint, error);
}

GPtrArray *complaint_open_of(Db *db, gint64 customer_id, GError **error)
{
    return record_list(db, &complaint_type, open_of, DB_VALUES(db_int(customer_id)), error);
}
