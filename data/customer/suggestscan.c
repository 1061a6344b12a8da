/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walking along the stored texts that begin as somebody types. */
#include "data/customer/suggestscan.h"

#include "data/customer/alike.h"

#include <string.h>

enum {
    MOST_SPELLINGS = 8, /* of one beginning: "am d", "Am d", "Am D" */
    MOST_SEEKS = 400,
    MOST_TEXTS = 200
};

typedef struct {
    Db *db;
    const SuggestSource *source;
    DbValue whose;
    const char *typed;
    GHashTable *uses;
    guint seeks;
} Scan;

/* A spelling of the beginning of what was typed. */
typedef struct {
    char *letters;
    const char *rest; /* of what was typed */
} Spelling;

static void spelling_free(gpointer data)
{
    Spelling *spelling = data;
    g_free(spelling->letters);
    g_free(spelling);
}

static GPtrArray *spellings_new(void)
{
    return g_ptr_array_new_with_free_func(spelling_free);
}

static void add_spelling(GPtrArray *list, char *letters, const char *rest)
{
    Spelling *spelling = g_new(Spelling, 1);
    *spelling = (Spelling){letters, rest};
    g_ptr_array_add(list, spelling);
}

/* The first text at or after FROM into *TEXT, NULL when there is none. */
static bool seek(Scan *scan, const char *from, char **text, GError **error)
{
    const DbValue values[] = {db_text(from), scan->whose};
    scan->seeks++;
    return db_get_text(scan->db, scan->source->seek, values, scan->source->with_whose ? 2 : 1, text,
                       error);
}

/* Adds to NEXT the ways in which SPELLING goes on in texts that are there. */
static bool go_on(Scan *scan, const Spelling *spelling, GPtrArray *next, GError **error)
{
    AlikeStep steps[ALIKE_MOST];
    guint count = alike_steps(spelling->rest, steps);
    for (guint i = 0; i < count && next->len < MOST_SPELLINGS && scan->seeks < MOST_SEEKS; i++) {
        g_autofree char *letters = g_strconcat(spelling->letters, steps[i].letters, NULL);
        g_autofree char *found = NULL;
        if (!seek(scan, letters, &found, error)) {
            return false;
        }
        if (found != NULL && g_str_has_prefix(found, letters)) {
            add_spelling(next, g_steal_pointer(&letters), spelling->rest + steps[i].typed);
        }
    }
    return true;
}

/* The beginnings of stored texts that what was typed stands for; NULL on a fault. */
static GPtrArray *spell(Scan *scan, GError **error)
{
    g_autoptr(GPtrArray) list = spellings_new();
    add_spelling(list, g_strdup(""), scan->typed);
    for (bool is_done = false; !is_done;) {
        g_autoptr(GPtrArray) next = spellings_new();
        is_done = true;
        for (guint i = 0; i < list->len; i++) {
            const Spelling *spelling = g_ptr_array_index(list, i);
            if (*spelling->rest == '\0') {
                add_spelling(next, g_strdup(spelling->letters), spelling->rest);
                continue;
            }
            is_done = false;
            if (!go_on(scan, spelling, next, error)) {
                return NULL;
            }
        }
        g_ptr_array_unref(list);
        list = g_steal_pointer(&next);
    }
    return g_steal_pointer(&list);
}

void suggest_add_uses(GHashTable *uses, const char *text, gint64 count)
{
    gconstpointer known = g_hash_table_lookup(uses, text);
    g_hash_table_insert(uses, g_strdup(text),
                        GINT_TO_POINTER(GPOINTER_TO_INT(known) + (gint)count));
}

char *suggest_street_name(const char *street)
{
    const char *end = street + strlen(street);
    for (const char *at = strchr(street, ' '); at != NULL; at = strchr(at + 1, ' ')) {
        if (at > street && g_ascii_isdigit(at[1])) {
            end = at;
        }
    }
    return g_strndup(street, (gsize)(end - street));
}

char *suggest_street_end(const char *name)
{
    /* The colon comes after the digits: other streets that go on after a blank are not meant. */
    return g_strconcat(name, " :", NULL);
}

/* The text right after TEXT: nothing is between them. */
static char *after(const char *text)
{
    return g_strconcat(text, "\x01", NULL);
}

static bool count_uses(const Scan *scan, const char *from, const char *to, gint64 *uses,
                       GError **error)
{
    const DbValue values[] = {db_text(from), db_text(to), scan->whose};
    return db_get_int(scan->db, scan->source->count, values, scan->source->with_whose ? 3 : 2, uses,
                      NULL, error);
}

/* What to suggest for the street NAME, of which FOUND is the first address and TO the end: its
 * name, or the whole address when only one is known. Once its number is being typed, nothing. */
static bool street_words(Scan *scan, const char *name, const char *found, const char *to,
                         char **words, GError **error)
{
    g_autofree char *bare = g_strconcat(name, " ", NULL);
    g_autofree char *second_from = after(found), *second = NULL;
    if (alike_rest(bare, scan->typed) == NULL) {
        *words = g_strdup("");
        return true;
    }
    if (!seek(scan, second_from, &second, error)) {
        return false;
    }
    bool is_only = second == NULL || strcmp(second, to) >= 0;
    *words = is_only ? g_strdup(found) : g_steal_pointer(&bare);
    return true;
}

/* Adds the text FOUND, or its street; *NEXT gets where to look for the next one. */
static bool take(Scan *scan, const char *found, char **next, GError **error)
{
    gint64 uses = 0;
    bool is_street = scan->source->with_number;
    g_autofree char *name = is_street ? suggest_street_name(found) : g_strdup(found);
    g_autofree char *words = is_street ? NULL : g_strdup(found);
    *next = is_street ? suggest_street_end(name) : after(found);
    if (is_street && !street_words(scan, name, found, *next, &words, error)) {
        return false;
    }
    if (!count_uses(scan, name, *next, &uses, error)) {
        return false;
    }
    /* One that is as long as an index entry can be may have been cut. */
    if (g_utf8_strlen(words, -1) < SUGGEST_CHARS && alike_rest(words, scan->typed) != NULL) {
        suggest_add_uses(scan->uses, words, uses);
    }
    return true;
}

/* Adds the texts that begin with LETTERS. */
static bool walk(Scan *scan, const char *letters, guint most, GError **error)
{
    g_autofree char *from = g_strdup(letters);
    for (guint i = 0; i < most; i++) {
        g_autofree char *found = NULL, *next = NULL;
        if (!seek(scan, from, &found, error)) {
            return false;
        }
        if (found == NULL || !g_str_has_prefix(found, letters)) {
            return true;
        }
        if (!take(scan, found, &next, error)) {
            return false;
        }
        g_free(from);
        from = g_steal_pointer(&next);
    }
    return true;
}

bool suggest_scan(Db *db, const SuggestSource *source, DbValue whose, const char *typed,
                  GHashTable *uses, GError **error)
{
    Scan scan = {.db = db, .source = source, .whose = whose, .typed = typed, .uses = uses};
    g_autoptr(GPtrArray) spellings = spell(&scan, error);
    for (guint i = 0; spellings != NULL && i < spellings->len; i++) {
        const Spelling *spelling = g_ptr_array_index(spellings, i);
        if (!walk(&scan, spelling->letters, MOST_TEXTS / spellings->len, error)) {
            return false;
        }
    }
    return spellings != NULL;
}
