/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Storing a noted fact. */
#include "tui/screens/notework.h"

#include "data/agenda/occasion.h"
#include "data/base/i18n.h"
#include "data/customer/suggest.h"
#include "tui/screens/factwords.h"

void note_ask_free(gpointer data)
{
    NoteAsk *ask = data;
    g_free(ask->code);
    g_free(ask->typed);
    g_free(ask);
}

void note_model_free(gpointer data)
{
    NoteModel *model = data;
    g_free(model->asked);
    g_free(model->text);
    g_free(model);
}

/* The likeliest note that begins with TYPED into *TEXT, NULL when there is none. */
static bool find(Db *db, const char *typed, gint64 kind_id, char **text, GError **error)
{
    const SuggestContext context = {.kind_id = kind_id};
    g_autoptr(GPtrArray) list = suggest_list(db, SUGGEST_NOTE, typed, &context, 1, error);
    *text = list != NULL && list->len > 0 ? g_strdup(g_ptr_array_index(list, 0)) : NULL;
    return list != NULL;
}

static bool find_either_way(Db *db, const NoteAsk *ask, char **text, GError **error)
{
    if (!find(db, ask->typed, ask->kind_id, text, error)) {
        return false;
    }
    const char *rest = fact_words_after(ask->typed, ask->code);
    g_autofree char *words = NULL;
    if (*text != NULL || rest == ask->typed) {
        return true;
    }
    if (!find(db, rest, ask->kind_id, &words, error)) {
        return false;
    }
    if (words != NULL) {
        g_autofree char *opening = g_strndup(ask->typed, (gsize)(rest - ask->typed));
        *text = g_strconcat(opening, words, NULL);
    }
    return true;
}

gpointer note_load(Shop *shop, gconstpointer data, GError **error)
{
    const NoteAsk *ask = data;
    NoteModel *model = g_new0(NoteModel, 1);
    model->asked = g_strdup(ask->typed);
    if (shop != NULL && ask->kind_id != 0 && !find_either_way(shop->db, ask, &model->text, error)) {
        g_clear_pointer(&model, note_model_free);
    }
    return model;
}

void note_work_free(gpointer data)
{
    NoteWork *work = data;
    record_free(work->fact);
    g_free(work);
}

static bool add_occasion(Deed *deed, const NoteWork *note, GError **error)
{
    Occasion *occasion = record_new(&occasion_type);
    occasion->customer_id = note->fact->customer_id;
    record_set_text(&occasion->kind, note->occasion);
    occasion_set_day(occasion, note->day);
    bool ok = record_insert(deed, occasion, error);
    record_free(occasion);
    return ok;
}

gpointer note_work_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const NoteWork *note = arg;
    bool is_new = note->fact->head.id == 0;
    g_autoptr(Deed) deed = deed_begin(shop->db, &note->who,
                                      is_new ? N_("adding a note") : N_("changing a note"), error);
    if (deed == NULL) {
        return NULL;
    }
    /* A copy, so that trying again begins with what was given. */
    Fact *fact = record_copy(note->fact);
    bool ok = (is_new ? record_insert(deed, fact, error) : record_update(deed, fact, error)) &&
              (note->occasion == NULL || add_occasion(deed, note, error)) &&
              deed_commit(deed, NULL, error);
    if (!ok) {
        record_free(fact);
        return NULL;
    }
    return fact;
}
