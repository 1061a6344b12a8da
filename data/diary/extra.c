/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A free extra somebody was given. */
#include "data/diary/extra.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/utf8.h"

#include <stddef.h>

static const char most_given[] =
    "SELECT words FROM (SELECT id, words FROM extra ORDER BY id DESC LIMIT 50) AS lately "
    "GROUP BY words ORDER BY COUNT(*) DESC, MAX(id) DESC LIMIT 1";

static const Field fields[] = {
    {"customer_id", FIELD_REF, FIELD_OWNER, offsetof(Extra, customer_id), NULL},
    {"day", FIELD_TEXT, FIELD_REQUIRED, offsetof(Extra, day), N_("Day")},
    {"branch_id", FIELD_REF, FIELD_PLAIN, offsetof(Extra, branch_id), N_("Branch")},
    {"words", FIELD_TEXT, FIELD_PERSONAL | FIELD_REQUIRED, offsetof(Extra, words),
     N_("Free extra")},
};

static char *call(gconstpointer record)
{
    return g_strdup(((const Extra *)record)->words);
}

const RecordType extra_type = {
    .table = "extra",
    .label = N_("free extra"),
    .size = sizeof(Extra),
    .fields = fields,
    .fields_count = G_N_ELEMENTS(fields),
    .derives = DERIVES_NOTHING,
    .call = call,
};

bool extra_last_of(Db *db, gint64 customer_id, Day since_day, Extra **extra, GError **error)
{
    g_autofree char *since = day_to_text(since_day);
    *extra = NULL;
    g_autoptr(GPtrArray) list = record_list(
        db, &extra_type, "WHERE customer_id = $1 AND day >= $2 ORDER BY day DESC, id DESC LIMIT 1",
        DB_VALUES(db_int(customer_id), db_text(since)), error);
    if (list != NULL && list->len > 0) {
        *extra = g_ptr_array_steal_index(list, 0);
    }
    return list != NULL;
}

bool extra_add(Deed *deed, gint64 customer_id, Day day, gint64 branch_id, const char *words,
               gint64 *id, GError **error)
{
    g_autofree char *stored = utf8_storable(words, -1, true, NULL);
    g_autofree char *day_text = day_to_text(day);
    if (*stored == '\0') {
        g_set_error_literal(error, FAULT, FAULT_REFUSED, _("Say what was given."));
        return false;
    }
    Extra *extra = record_new(&extra_type);
    extra->customer_id = customer_id;
    record_set_text(&extra->day, day_text);
    extra->branch_id = branch_id;
    record_set_text(&extra->words, stored);
    bool ok = record_insert(deed, extra, error);
    if (id != NULL) {
        *id = extra->head.id;
    }
    record_free(extra);
    return ok;
}

bool extra_usual(Db *db, char **words, GError **error)
{
    return db_get_text(db, most_given, DB_NO_VALUES, words, error);
}
