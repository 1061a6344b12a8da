/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something customers ask for, and what became of it. */
#include "data/diary/wish.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/utf8.h"
#include "data/diary/feedback.h"

#include <stddef.h>
#include <string.h>

static const Field fields[] = {
    {"words", FIELD_TEXT, FIELD_REQUIRED, offsetof(Wish, words), N_("Wish")},
    {"state", FIELD_TEXT, FIELD_PLAIN, offsetof(Wish, state), N_("State")},
    {"article_id", FIELD_REF, FIELD_PLAIN, offsetof(Wish, article_id), N_("Article")},
    {"done_day", FIELD_TEXT, FIELD_PLAIN, offsetof(Wish, done_day), NULL},
};

static char *call(gconstpointer record)
{
    return g_strdup(((const Wish *)record)->words);
}

const RecordType wish_type = {
    .table = "wish",
    .label = N_("wish"),
    .size = sizeof(Wish),
    .fields = fields,
    .fields_count = G_N_ELEMENTS(fields),
    .derives = DERIVES_NOTHING,
    .call = call,
};

const Choice wish_states[] = {
    {"open", N_("Still open")},
    {"planned", N_("Planned")},
    {"fulfilled", N_("Came true")},
    {"declined", N_("Declined")},
    {NULL, NULL},
};

/* WORDS as they are stored; NULL with FAULT_REFUSED when they say nothing. */
static char *storable(const char *words, GError **error)
{
    g_autofree char *text = utf8_storable(words != NULL ? words : "", -1, true, NULL);
    if (*text == '\0') {
        g_set_error_literal(error, FAULT, FAULT_REFUSED,
                            _("Type in a few words what is wished for."));
        return NULL;
    }
    return g_steal_pointer(&text);
}

bool wish_add(Deed *deed, const char *words, gint64 article_id, gint64 *id, GError **error)
{
    g_autofree char *text = storable(words, error);
    if (text == NULL) {
        return false;
    }
    Wish *wish = record_new(&wish_type);
    record_set_text(&wish->words, text);
    record_set_text(&wish->state, "open");
    wish->article_id = article_id;
    bool ok = record_insert(deed, wish, error);
    *id = wish->head.id;
    record_free(wish);
    return ok;
}

static bool is_done(const char *state)
{
    return strcmp(state, "fulfilled") == 0 || strcmp(state, "declined") == 0;
}

bool wish_set_state(Deed *deed, gint64 id, const char *state, const char *day, GError **error)
{
    const char *code = choice_code(wish_states, state);
    if (code == NULL) {
        g_set_error_literal(error, FAULT, FAULT_REFUSED,
                            _("A wish is open, planned, came true (fulfilled), or was declined."));
        return false;
    }
    Wish *wish = record_load(deed_db(deed), &wish_type, id, error);
    if (wish == NULL) {
        return false;
    }
    bool is_same = strcmp(wish->state, code) == 0;
    if (!is_same) {
        record_set_text(&wish->state, code);
        record_set_text(&wish->done_day, is_done(code) ? day : NULL);
    }
    bool ok = is_same || record_update(deed, wish, error);
    record_free(wish);
    return ok;
}

bool wish_reword(Deed *deed, gint64 id, const char *words, GError **error)
{
    g_autofree char *text = storable(words, error);
    Wish *wish = text != NULL ? record_load(deed_db(deed), &wish_type, id, error) : NULL;
    if (wish == NULL) {
        return false;
    }
    record_set_text(&wish->words, text);
    bool ok = record_update(deed, wish, error);
    record_free(wish);
    return ok;
}

bool wish_join(Deed *deed, gint64 from, gint64 into, GError **error)
{
    if (from == into) {
        g_set_error_literal(error, FAULT, FAULT_REFUSED, _("It is the same wish already."));
        return false;
    }
    g_autoptr(GPtrArray) asked =
        record_list(deed_db(deed), &feedback_type, "WHERE wish_id = $1 ORDER BY id",
                    DB_VALUES(db_int(from)), error);
    bool ok = asked != NULL;
    for (guint i = 0; ok && i < asked->len; i++) {
        Feedback *feedback = g_ptr_array_index(asked, i);
        feedback->wish_id = into;
        ok = record_update(deed, feedback, error);
    }
    return ok && record_remove(deed, &wish_type, from, error);
}

bool wish_tell(Deed *deed, gint64 id, gint64 customer_id, const char *day, GError **error)
{
    g_autoptr(GPtrArray) asked = record_list(deed_db(deed), &feedback_type,
                                             "WHERE wish_id = $1 AND customer_id = $2 ORDER BY id",
                                             DB_VALUES(db_int(id), db_int(customer_id)), error);
    bool ok = asked != NULL;
    for (guint i = 0; ok && i < asked->len; i++) {
        Feedback *feedback = g_ptr_array_index(asked, i);
        record_set_text(&feedback->told_day, day);
        ok = record_update(deed, feedback, error);
    }
    return ok;
}

GPtrArray *wish_untold_of(Db *db, gint64 customer_id, GError **error)
{
    return record_list(db, &wish_type,
                       "WHERE state = 'fulfilled' AND id IN (SELECT wish_id FROM feedback "
                       "WHERE customer_id = $1 AND wish_id IS NOT NULL AND told_day IS NULL) "
                       "ORDER BY done_day DESC, id DESC",
                       DB_VALUES(db_int(customer_id)), error);
}
