/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Articles in one line of text. */
#include "data/diary/itemwords.h"

#include "data/base/utf8.h"
#include "data/lookup/fold.h"

#include <stdbool.h>
#include <string.h>

static void item_free(gpointer data)
{
    ItemWords *item = data;
    g_free(item->name);
    g_free(item);
}

GPtrArray *item_words_new(void)
{
    return g_ptr_array_new_with_free_func(item_free);
}

void item_words_add(GPtrArray *items, const char *name, gint64 quantity)
{
    g_autofree char *key = fold_key(name);
    for (guint i = 0; i < items->len; i++) {
        ItemWords *other = g_ptr_array_index(items, i);
        g_autofree char *other_key = fold_key(other->name);
        if (strcmp(other_key, key) == 0) {
            other->quantity = MIN(other->quantity + quantity, ITEM_MOST);
            return;
        }
    }
    ItemWords *item = g_new0(ItemWords, 1);
    item->name = g_strdup(name);
    item->quantity = CLAMP(quantity, 1, ITEM_MOST);
    g_ptr_array_add(items, item);
}

/* How long the sign for "times" at TEXT is; 0 when there is none. */
static gsize times_length(const char *text)
{
    static const char *const signs[] = {"×", "x", "X", "*"};
    for (guint i = 0; i < G_N_ELEMENTS(signs); i++) {
        if (g_str_has_prefix(text, signs[i])) {
            return strlen(signs[i]);
        }
    }
    return 0;
}

/* The count of digits from TEXT on; 0 when it is none that is understood. *END is behind it. */
static gint64 read_count(const char *text, const char **end)
{
    gint64 count = 0;
    const char *at = text;
    for (; g_ascii_isdigit(*at) && count <= ITEM_MOST; at++) {
        count = count * 10 + (*at - '0');
    }
    *end = at;
    return at > text && !g_ascii_isdigit(*at) && count <= ITEM_MOST ? count : 0;
}

/* Whether TEXT begins with a word that says what was measured: "200 g" are not 200 of something. */
static bool is_measure(const char *text)
{
    static const char *const measures[] = {"g",  "gr", "gramm", "kg", "kilo",  "pfund", "mg", "l",
                                           "dl", "cl", "ml",    "cm", "liter", "mm",    "m"};
    g_autofree char *word = g_ascii_strdown(text, (gssize)strcspn(text, " "));
    for (guint i = 0; i < G_N_ELEMENTS(measures); i++) {
        if (strcmp(word, measures[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* "2 x Brezel", "2x Brezel", "2 Brezel": the count, and *NAME behind it; 0 when there is none. */
static gint64 count_before(const char *text, const char **name)
{
    const char *at = NULL;
    gint64 count = read_count(text, &at);
    gsize blanks = strspn(at, " "), times = times_length(at + blanks);
    const char *rest = at + blanks + times;
    bool is_apart = times > 0 ? *rest == ' ' || strchr("×*", *(at + blanks)) != NULL ||
                                    (guchar) * (at + blanks) >= 0x80
                              : blanks > 0;
    rest += strspn(rest, " ");
    if (count == 0 || !is_apart || *rest == '\0' || (times == 0 && is_measure(rest))) {
        return 0;
    }
    *name = rest;
    return count;
}

/* "Brezel x 2", "Brezel x2": the count, and how long the name before it is; 0 when there is none.
 */
static gint64 count_behind(const char *text, gsize *length)
{
    gsize end = strlen(text);
    while (end > 0 && g_ascii_isdigit(text[end - 1])) {
        end--;
    }
    const char *rest = NULL;
    gint64 count = read_count(text + end, &rest);
    while (end > 0 && text[end - 1] == ' ') {
        end--;
    }
    g_autofree char *before = g_strndup(text, end);
    gsize sign = g_str_has_suffix(before, "×")                                      ? strlen("×")
                 : g_str_has_suffix(before, " x") || g_str_has_suffix(before, " X") ? 1
                                                                                    : 0;
    if (count == 0 || sign == 0) {
        return 0;
    }
    before[end - sign] = '\0';
    *length = strlen(g_strchomp(before));
    return *length > 0 ? count : 0;
}

static void add_part(GPtrArray *items, const char *part)
{
    g_autofree char *text = utf8_storable(part, -1, true, NULL);
    const char *name = text;
    gsize length = 0;
    gint64 count = count_before(text, &name);
    if (count == 0) {
        count = count_behind(text, &length);
    }
    g_autofree char *own = length > 0 ? g_strndup(name, length) : g_strdup(name);
    if (*own != '\0') {
        item_words_add(items, own, MAX(count, 1));
    }
}

GPtrArray *item_words_read(const char *text)
{
    GPtrArray *items = item_words_new();
    g_auto(GStrv) parts = g_strsplit(text, strchr(text, ';') != NULL ? ";" : ",", -1);
    for (guint i = 0; parts[i] != NULL; i++) {
        add_part(items, parts[i]);
    }
    return items;
}

/* Whether NAME alone would be read as something with a count. */
static bool looks_counted(const char *name)
{
    const char *rest = NULL;
    gsize length = 0;
    return count_before(name, &rest) > 0 || count_behind(name, &length) > 0;
}

char *item_words_write(const GPtrArray *items)
{
    GString *text = g_string_new(NULL);
    bool has_comma = false;
    for (guint i = 0; i < items->len; i++) {
        has_comma =
            has_comma || strchr(((ItemWords *)g_ptr_array_index(items, i))->name, ',') != NULL;
    }
    for (guint i = 0; i < items->len; i++) {
        const ItemWords *item = g_ptr_array_index(items, i);
        g_string_append(text, i == 0 ? "" : has_comma ? "; " : ", ");
        if (item->quantity > 1 || looks_counted(item->name)) {
            g_string_append_printf(text, "%" G_GINT64_FORMAT " x ", item->quantity);
        }
        g_string_append(text, item->name);
    }
    /* A semicolon somewhere says that commas part nothing. */
    if (has_comma && items->len == 1) {
        g_string_append_c(text, ';');
    }
    return g_string_free(text, FALSE);
}
