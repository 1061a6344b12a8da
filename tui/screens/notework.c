/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Storing a noted fact. */
#include "tui/screens/notework.h"

#include "data/agenda/occasion.h"
#include "data/base/i18n.h"

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
