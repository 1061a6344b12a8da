/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines for phones and e-mail addresses of the customer form, after somebody else has added or
 * removed some. */
#include "tui/screens/editlines.h"

#include "data/customer/contact.h"
#include "tui/screens/rejoin.h"
#include "tui/screens/values.h"

#include <string.h>

/* Contacts of one kind and their order in the form. */
typedef GPtrArray Lines;

static Lines *lines_of(const Sheet *sheet, const char *kind)
{
    Lines *lines = g_ptr_array_new();
    for (guint i = 0; i < sheet->contacts->len; i++) {
        Contact *contact = g_ptr_array_index(sheet->contacts, i);
        if (strcmp(contact->kind, kind) == 0) {
            g_ptr_array_add(lines, contact);
        }
    }
    return lines;
}

/* The place of CONTACT in LINES, -1 when it is not there. */
static int place_in(const Lines *lines, const Contact *contact)
{
    for (guint i = 0; i < lines->len; i++) {
        if (((const Contact *)g_ptr_array_index(lines, i))->head.id == contact->head.id) {
            return (int)i;
        }
    }
    return -1;
}

static bool says(const Lines *lines, const char *text)
{
    for (guint i = 0; i < lines->len; i++) {
        if (strcmp(((const Contact *)g_ptr_array_index(lines, i))->value, text) == 0) {
            return true;
        }
    }
    return false;
}

/* What FROM says in the lines of KIND, the first COUNT of them, taken out of it. */
static GPtrArray *take_lines(GHashTable *from, const char *kind, guint count)
{
    GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < count; i++) {
        g_autofree char *name = g_strdup_printf("%s%u", kind, i);
        g_ptr_array_add(texts, g_strdup(values_get(from, name)));
        g_hash_table_remove(from, name);
    }
    return texts;
}

/* How many lines of KIND there are in VALUES. */
static guint count_lines(GHashTable *values, const char *kind)
{
    for (guint i = 0;; i++) {
        g_autofree char *name = g_strdup_printf("%s%u", kind, i);
        if (!g_hash_table_contains(values, name)) {
            return i;
        }
    }
}

static void align(const Lines *before, const Lines *now, const char *kind, GHashTable *base,
                  GHashTable *mine)
{
    guint count = MAX(count_lines(base, kind), count_lines(mine, kind));
    g_autoptr(GPtrArray) began = take_lines(base, kind, count);
    g_autoptr(GPtrArray) typed = take_lines(mine, kind, count);
    guint next = now->len;
    for (guint i = 0; i < now->len; i++) {
        int place = place_in(before, g_ptr_array_index(now, i));
        bool was_there = place >= 0 && (guint)place < count;
        values_set_at(base, kind, i, was_there ? g_ptr_array_index(began, (guint)place) : "");
        values_set_at(mine, kind, i, was_there ? g_ptr_array_index(typed, (guint)place) : "");
    }
    for (guint i = 0; i < count; i++) {
        const char *text = g_ptr_array_index(typed, i), *was = g_ptr_array_index(began, i);
        bool is_there = i < before->len && place_in(now, g_ptr_array_index(before, i)) >= 0;
        /* What both added stands there once; what they removed and nobody touched here is gone. */
        bool is_news = strcmp(text, was) != 0 && (*was != '\0' || !says(now, text));
        if (!is_there && is_news && *text != '\0') {
            values_set_at(base, kind, next, was);
            values_set_at(mine, kind, next++, text);
        }
    }
}

void edit_lines_align(const Sheet *before, const Sheet *now, GHashTable *base, GHashTable *mine)
{
    static const char *const kinds[] = {"phone", "email"};
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
        g_autoptr(GPtrArray) old_lines = lines_of(before, kinds[i]);
        g_autoptr(GPtrArray) new_lines = lines_of(now, kinds[i]);
        align(old_lines, new_lines, kinds[i], base, mine);
    }
}

static const RecordHead *later_of(const RecordHead *best, const GPtrArray *now,
                                  const GPtrArray *before)
{
    for (guint i = 0; i < now->len; i++) {
        best = rejoin_later(best, g_ptr_array_index(now, i), before);
    }
    return best;
}

const RecordHead *edit_lines_changed(const Sheet *before, const Sheet *now)
{
    g_autoptr(GPtrArray) own = g_ptr_array_new();
    g_ptr_array_add(own, before->customer);
    const RecordHead *last = rejoin_later(NULL, now->customer, own);
    last = later_of(last, now->contacts, before->contacts);
    last = later_of(last, now->addresses, before->addresses);
    return later_of(last, now->occasions, before->occasions);
}
