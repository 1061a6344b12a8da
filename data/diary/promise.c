/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something the shop said it would do, by a day. */
#include "data/diary/promise.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/branch.h"
#include "data/diary/loss.h"

#include <stddef.h>
#include <string.h>

static const char open_of[] = "WHERE customer_id = $1 AND state = 'open' ORDER BY due_day, id";
static const char open_until[] = "WHERE state = 'open' AND due_day <= $1 AND " LOSS_NOT_DEAD(
    "promise") " ORDER BY due_day, id LIMIT $2";
static const char all_open[] = "WHERE state = 'open' AND " LOSS_NOT_DEAD(
    "promise") " AND " BRANCH_SEES_TO("promise", "$2") " ORDER BY due_day, id LIMIT $1";
static const char all_done[] = "WHERE state <> 'open' AND " BRANCH_SEES_TO(
    "promise", "$2") " ORDER BY done_day DESC, id DESC LIMIT $1";

static const Field fields[] = {
    {"customer_id", FIELD_REF, FIELD_OWNER, offsetof(Promise, customer_id), NULL},
    {"words", FIELD_TEXT, FIELD_PERSONAL | FIELD_REQUIRED, offsetof(Promise, words), N_("Promise")},
    {"due_day", FIELD_TEXT, FIELD_REQUIRED, offsetof(Promise, due_day), N_("Until")},
    {"clerk_id", FIELD_REF, FIELD_PLAIN, offsetof(Promise, clerk_id), N_("Who")},
    {"state", FIELD_TEXT, FIELD_PLAIN, offsetof(Promise, state), N_("State")},
    {"done_day", FIELD_TEXT, FIELD_PLAIN, offsetof(Promise, done_day), NULL},
};

static char *call(gconstpointer record)
{
    return g_strdup(((const Promise *)record)->words);
}

const RecordType promise_type = {
    .table = "promise",
    .label = N_("promise"),
    .size = sizeof(Promise),
    .fields = fields,
    .fields_count = G_N_ELEMENTS(fields),
    .derives = DERIVES_NOTHING,
    .call = call,
};

const Choice promise_states[] = {
    {"open", N_("open")},
    {"kept", N_("kept")},
    {"broken", N_("not kept")},
    {NULL, NULL},
};

Day promise_due_day(const Promise *promise)
{
    Day day;
    day_from_text(promise->due_day != NULL ? promise->due_day : "", &day);
    return day;
}

bool promise_save(Deed *deed, Promise *promise, GError **error)
{
    if (promise->words == NULL || *promise->words == '\0') {
        g_set_error_literal(error, FAULT, FAULT_REFUSED,
                            _("Please say what was promised, in a few words."));
        return false;
    }
    if (!day_is_whole(promise_due_day(promise))) {
        g_set_error_literal(error, FAULT, FAULT_REFUSED,
                            _("Please say until when: “Friday”, “27.11.” or “+3”."));
        return false;
    }
    if (promise->head.id != 0) {
        return record_update(deed, promise, error);
    }
    record_set_text(&promise->state, "open");
    return record_insert(deed, promise, error);
}

bool promise_settle(Deed *deed, gint64 id, const char *state, Day day, GError **error)
{
    Promise *promise = record_load(deed_db(deed), &promise_type, id, error);
    if (promise == NULL) {
        return false;
    }
    bool ok = true;
    if (strcmp(promise->state, state) != 0) {
        g_autofree char *text = strcmp(state, "open") != 0 ? day_to_text(day) : NULL;
        record_set_text(&promise->state, state);
        record_set_text(&promise->done_day, text);
        ok = record_update(deed, promise, error);
    }
    record_free(promise);
    return ok;
}

GPtrArray *promise_open_of(Db *db, gint64 customer_id, GError **error)
{
    return record_list(db, &promise_type, open_of, DB_VALUES(db_int(customer_id)), error);
}

GPtrArray *promise_due(Db *db, Day to_day, guint limit, GError **error)
{
    g_autofree char *until = day_to_text(to_day);
    return record_list(db, &promise_type, open_until, DB_VALUES(db_text(until), db_int(limit)),
                       error);
}

GPtrArray *promise_list(Db *db, bool is_done, gint64 branch_id, guint limit, GError **error)
{
    return record_list(db, &promise_type, is_done ? all_done : all_open,
                       DB_VALUES(db_int(limit), db_int(branch_id)), error);
}
