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

gpointer draft_order_save(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const DraftOrder *order = arg;
    db_set_patience(shop->db, order->patience);
    draft_save(shop->db, order->draft, error);
    db_set_patience(shop->db, 0);
    return NULL;
}

gpointer draft_order_remove(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    draft_remove(shop->db, ((const DraftOrder *)arg)->draft->uid, error);
    return NULL;
}

gpointer draft_order_release(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Draft *draft = ((const DraftOrder *)arg)->draft;
    draft_hand_over(shop->db, draft->uid, draft->run, "", NULL, error);
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

gpointer draft_order_search(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const DraftOrder *order = arg;
    g_autoptr(GPtrArray) drafts = draft_list(shop->db, order->draft->counter, error);
    for (guint i = 0; drafts != NULL && i < drafts->len; i++) {
        Draft *draft = g_ptr_array_index(drafts, i);
        if (fits(order, draft)) {
            bool taken = false;
            db_set_patience(shop->db, order->patience);
            draft_hand_over(shop->db, draft->uid, draft->run, order->draft->run, &taken, error);
            db_set_patience(shop->db, 0);
            return taken ? draft_copy(draft) : NULL;
        }
    }
    return NULL;
}
