/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Articles in one line of text. */
#include "tests/fuzz/fuzz.h"

#include "data/diary/itemwords.h"

void fuzz_items(const guint8 *bytes, gsize length)
{
    g_autofree char *text = fuzz_text(bytes, length);
    g_autoptr(GPtrArray) items = item_words_read(text);
    for (guint i = 0; i < items->len; i++) {
        const ItemWords *item = g_ptr_array_index(items, i);
        fuzz_expect_text(item->name);
        fuzz_expect(*item->name != '\0', "an article without a name");
        fuzz_expect(item->quantity >= 1 && item->quantity <= ITEM_MOST, "too many of it");
    }
    g_autofree char *written = item_words_write(items);
    g_autoptr(GPtrArray) again = item_words_read(written);
    fuzz_expect(again->len == items->len, "“%s” is read as %u", written, again->len);
    for (guint i = 0; i < items->len; i++) {
        const ItemWords *item = g_ptr_array_index(items, i), *other = g_ptr_array_index(again, i);
        fuzz_expect_same(item->name, other->name);
        fuzz_expect(item->quantity == other->quantity, "“%s” counts otherwise", written);
    }
}
