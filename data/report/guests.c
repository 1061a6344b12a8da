/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks for many customers: pages of neighbouring ids, so that a day's visitors, who come in order,
 * fall on few of them. */
#include "data/report/guests.h"

#include "data/base/order.h"

#include <string.h>

enum { PAGE_BITS = 10, PAGE = 1 << PAGE_BITS };

struct Guests {
    GHashTable *pages; /* gint64 * to Guest[PAGE] */
    gint64 last;       /* the page that was asked for last … */
    Guest *last_page;  /* … is here; NULL: none was */
};

Guests *guests_new(void)
{
    Guests *guests = g_new0(Guests, 1);
    guests->pages = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
    return guests;
}

void guests_free(Guests *guests)
{
    if (guests != NULL) {
        g_hash_table_unref(guests->pages);
        g_free(guests);
    }
}

Guest *guests_of(Guests *guests, gint64 id)
{
    gint64 number = id >> PAGE_BITS;
    if (guests->last_page == NULL || guests->last != number) {
        Guest *page = g_hash_table_lookup(guests->pages, &number);
        if (page == NULL) {
            page = g_new0(Guest, PAGE);
            g_hash_table_insert(guests->pages, g_memdup2(&number, sizeof number), page);
        }
        guests->last = number;
        guests->last_page = page;
    }
    return &guests->last_page[id & (PAGE - 1)];
}

void guests_each(const Guests *guests, void (*see)(gint64 id, const Guest *guest, gpointer data),
                 gpointer data)
{
    static const Guest nothing = {0};
    GHashTableIter iter;
    gpointer key, value;
    g_hash_table_iter_init(&iter, guests->pages);
    while (g_hash_table_iter_next(&iter, &key, &value)) {
        const Guest *page = value;
        gint64 first = *(const gint64 *)key << PAGE_BITS;
        for (guint i = 0; i < PAGE; i++) {
            if (memcmp(&page[i], &nothing, sizeof nothing) != 0) {
                see(first + i, &page[i], data);
            }
        }
    }
}

typedef struct {
    bool (*fits)(const Guest *guest);
    GArray *ids;
} Choosing;

static void choose(gint64 id, const Guest *guest, gpointer data)
{
    const Choosing *choosing = data;
    if (choosing->fits(guest)) {
        g_array_append_val(choosing->ids, id);
    }
}

GArray *guests_ids(const Guests *guests, bool (*fits)(const Guest *guest))
{
    Choosing choosing = {fits, g_array_new(FALSE, FALSE, sizeof(gint64))};
    guests_each(guests, choose, &choosing);
    g_array_sort(choosing.ids, order_by_number);
    return choosing.ids;
}
