/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the worker does with drafts. */
#include "tui/draftorder.h"

#include "tui/runlock.h"

#include <string.h>

void draft_order_clean(gpointer arg, gpointer data)
{
    (void)data;
    DraftOrder *order = arg;
    g_free(order->form);
    draft_free(order->draft);
    g_free(order->folder);
    g_free(order);
}

gpointer draft_order_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const DraftOrder *order = arg;
    return shop != NULL && shop == order->shop ? order->run(shop->db, order, error) : NULL;
}

gpointer draft_order_save(Db *db, const DraftOrder *order, GError **error)
{
    db_set_patience(db, order->patience);
    draft_save(db, order->draft, error);
    db_set_patience(db, 0);
    return NULL;
}

gpointer draft_order_remove(Db *db, const DraftOrder *order, GError **error)
{
    draft_remove(db, order->draft->uid, error);
    return NULL;
}

gpointer draft_order_release(Db *db, const DraftOrder *order, GError **error)
{
    draft_hand_over(db, order->draft->uid, order->draft->run, "", NULL, error);
    return NULL;
}

/* Whether DRAFT is what is searched for, and nobody types in it now. */
static bool fits(const DraftOrder *order, const Draft *draft)
{
    const Draft *wanted = order->draft;
    bool is_it = order->is_by_uid ? strcmp(draft->uid, wanted->uid) == 0
                                  : strcmp(draft->screen, wanted->screen) == 0 &&
                                        draft->subject_id == wanted->subject_id &&
                                        draft->part_id == wanted->part_id;
    return is_it && (*draft->run == '\0' || run_is_over(order->folder, draft->run));
}

gpointer draft_order_search(Db *db, const DraftOrder *order, GError **error)
{
    g_autoptr(GPtrArray) drafts = draft_list(db, order->draft->counter, error);
    for (guint i = 0; drafts != NULL && i < drafts->len; i++) {
        const Draft *draft = g_ptr_array_index(drafts, i);
        if (fits(order, draft)) {
            bool taken = false;
            db_set_patience(db, order->patience);
            draft_hand_over(db, draft->uid, draft->run, order->draft->run, &taken, error);
            db_set_patience(db, 0);
            return taken ? draft_copy(draft) : NULL;
        }
    }
    return NULL;
}
