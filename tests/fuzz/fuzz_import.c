/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list, taken over into a shop: once, again, and taken back. */
#include "tests/fuzz/fuzz.h"

#include "data/list/import.h"
#include "data/list/orders.h"
#include "data/shop.h"

#include <glib/gstdio.h>
#include <stdlib.h>

typedef ImportResult *(*Take)(Db *db, const ImportPlan *plan, const Who *who,
                              ImportProgress progress, gpointer data, GError **error);

static Shop *shop;

static void close_shop(void)
{
    g_clear_pointer(&shop, shop_close);
}

static void open_shop(void)
{
    static const char now[] = "2026-03-01T08:00:00Z";
    g_autofree char *path = g_build_filename(fuzz_folder(), "shop.tresen", NULL);
    const ShopPlan plan = shop_plan("Fuzz");
    g_autoptr(GError) error = NULL;
    fuzz_expect(shop_build(path, &plan, now, &error), "no shop");
    shop = shop_open(path, DB_READ_WRITE, fuzz_folder(), now, &error);
    fuzz_expect(shop != NULL, "no shop");
    atexit(close_shop);
}

/* Takes DEED (0: nothing was changed) back. */
static void take_back(const Who *who, gint64 deed)
{
    g_autoptr(GError) error = NULL;
    bool done = deed == 0 || deed_undo(shop->db, who, deed, NULL, &error);
    fuzz_expect(done, "not taken back: %s", error != NULL ? error->message : "");
}

static void take_over(const char *path, Take take)
{
    const ImportPlan plan = {.path = path, .spare_folder = fuzz_folder(), .today = fuzz_today};
    const Who who = {.at = "2026-03-01T09:00:00Z"};
    g_autoptr(GError) error = NULL;
    g_autoptr(ImportResult) first = take(shop->db, &plan, &who, NULL, NULL, &error);
    if (first == NULL) {
        fuzz_expect(error != NULL, "refused without a word");
        fuzz_expect_text(error->message);
        return;
    }
    guint refused = first->refused->len + first->refused_more;
    fuzz_expect(first->read == first->added + first->updated + first->unchanged + refused,
                "records that became nothing");
    fuzz_expect((first->refused_file != NULL) == (refused > 0), "refused, and not written down");
    g_autoptr(ImportResult) second = take(shop->db, &plan, &who, NULL, NULL, &error);
    fuzz_expect(second != NULL, "not taken again: %s", error != NULL ? error->message : "");
    /* A row without a name may be, by its number, somebody whom a later row brought. */
    guint refused_again = second->refused->len + second->refused_more;
    fuzz_expect(refused_again <= refused, "refused otherwise");
    fuzz_expect(second->added == 0 && second->updated <= refused - refused_again, "taken twice");
    for (guint i = 0; i < 2; i++) {
        g_autofree char *file = g_strdup(i == 0 ? first->refused_file : second->refused_file);
        if (file != NULL) {
            g_unlink(file);
        }
    }
    /* The last one first: the second may have learned whose row one was that had no name. */
    take_back(&who, second->deed_id);
    take_back(&who, first->deed_id);
}

void fuzz_import(const guint8 *bytes, gsize length)
{
    if (shop == NULL) {
        open_shop();
    }
    const char *path = fuzz_file(bytes, length);
    take_over(path, import_run);
    take_over(path, orders_run);
}
