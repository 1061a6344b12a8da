/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What completes the typing. */
#include "data/customer/suggest.h"

#include "data/customer/alike.h"
#include "data/customer/factkind.h"
#include "data/customer/suggestscan.h"

#include <string.h>

enum { FEW_LETTERS = 2, MOST_ADDRESSES = 500, COMMON_USES = 2 };

/* The statements name the expressions of the indexes, each of SUGGEST_CHARS. */
static const SuggestSource streets = {
    .seek = "SELECT substr(street, 1, 100) FROM address WHERE street IS NOT NULL "
            "AND substr(street, 1, 100) >= $1 ORDER BY substr(street, 1, 100) LIMIT 1",
    .count = "SELECT COUNT(*) FROM (SELECT 1 FROM address WHERE street IS NOT NULL "
             "AND substr(street, 1, 100) >= $1 AND substr(street, 1, 100) < $2 LIMIT 100) AS found",
    .with_number = true,
};
static const SuggestSource places = {
    .seek = "SELECT substr(place, 1, 100) FROM address WHERE place IS NOT NULL "
            "AND substr(place, 1, 100) >= $1 ORDER BY substr(place, 1, 100) LIMIT 1",
    .count = "SELECT COUNT(*) FROM (SELECT 1 FROM address WHERE place IS NOT NULL "
             "AND substr(place, 1, 100) >= $1 AND substr(place, 1, 100) < $2 LIMIT 100) AS found",
};
static const SuggestSource places_of_postcode = {
    .seek = "SELECT substr(place, 1, 100) FROM address WHERE postcode IS NOT NULL "
            "AND substr(postcode, 1, 100) = $2 AND substr(place, 1, 100) >= $1 "
            "ORDER BY substr(place, 1, 100) LIMIT 1",
    .count = "SELECT COUNT(*) FROM (SELECT 1 FROM address WHERE postcode IS NOT NULL "
             "AND substr(postcode, 1, 100) = $3 AND substr(place, 1, 100) >= $1 "
             "AND substr(place, 1, 100) < $2 LIMIT 100) AS found",
    .with_whose = true,
};
static const SuggestSource companies = {
    .seek = "SELECT substr(company, 1, 100) FROM customer WHERE company IS NOT NULL "
            "AND substr(company, 1, 100) >= $1 ORDER BY substr(company, 1, 100) LIMIT 1",
    .count = "SELECT COUNT(*) FROM (SELECT 1 FROM customer WHERE company IS NOT NULL "
             "AND substr(company, 1, 100) >= $1 AND substr(company, 1, 100) < $2 LIMIT 100) "
             "AS found",
};
static const SuggestSource titles = {
    .seek = "SELECT substr(title, 1, 100) FROM customer WHERE title IS NOT NULL "
            "AND substr(title, 1, 100) >= $1 ORDER BY substr(title, 1, 100) LIMIT 1",
    .count = "SELECT COUNT(*) FROM (SELECT 1 FROM customer WHERE title IS NOT NULL "
             "AND substr(title, 1, 100) >= $1 AND substr(title, 1, 100) < $2 LIMIT 100) AS found",
};
static const SuggestSource salutations = {
    .seek = "SELECT substr(salutation, 1, 100) FROM customer WHERE salutation IS NOT NULL "
            "AND substr(salutation, 1, 100) >= $1 ORDER BY substr(salutation, 1, 100) LIMIT 1",
    .count = "SELECT COUNT(*) FROM (SELECT 1 FROM customer WHERE salutation IS NOT NULL "
             "AND substr(salutation, 1, 100) >= $1 AND substr(salutation, 1, 100) < $2 LIMIT 100) "
             "AS found",
};
static const SuggestSource day_labels = {
    .seek = "SELECT substr(label, 1, 100) FROM occasion WHERE label IS NOT NULL "
            "AND substr(label, 1, 100) >= $1 ORDER BY substr(label, 1, 100) LIMIT 1",
    .count = "SELECT COUNT(*) FROM (SELECT 1 FROM occasion WHERE label IS NOT NULL "
             "AND substr(label, 1, 100) >= $1 AND substr(label, 1, 100) < $2 LIMIT 100) AS found",
};
static const SuggestSource notes = {
    .seek = "SELECT substr(words, 1, 100) FROM fact WHERE kind_id = $2 "
            "AND substr(words, 1, 100) >= $1 ORDER BY substr(words, 1, 100) LIMIT 1",
    .count = "SELECT COUNT(*) FROM (SELECT 1 FROM fact WHERE kind_id = $3 "
             "AND substr(words, 1, 100) >= $1 AND substr(words, 1, 100) < $2 LIMIT 100) AS found",
    .with_whose = true,
};
static const char postcodes_of_street[] =
    "SELECT postcode, place FROM address WHERE street IS NOT NULL "
    "AND substr(street, 1, 100) >= $1 AND substr(street, 1, 100) < $2 "
    "ORDER BY substr(street, 1, 100), id LIMIT $3";

static bool is_given(const char *text)
{
    return text != NULL && *text != '\0';
}

/* ---- postcodes ---- */

/* Adds those of the addresses in ROWS that are at the PLACE (NULL or "": anywhere). */
static bool add_postcodes(Rows *rows, const char *typed, const char *place, GHashTable *uses,
                          GError **error)
{
    GError *fault = NULL;
    while (rows_next(rows, &fault)) {
        const char *postcode = rows_text(rows, 0), *where = rows_text(rows, 1);
        const char *rest = is_given(place) && where != NULL ? alike_rest(where, place) : "";
        if (postcode != NULL && rest != NULL && *rest == '\0' &&
            alike_rest(postcode, typed) != NULL) {
            suggest_add_uses(uses, postcode, 1);
        }
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    return true;
}

static bool find_postcodes(Db *db, const char *typed, const SuggestContext *context,
                           GHashTable *uses, GError **error)
{
    if (!is_given(context->street)) {
        return true;
    }
    g_autofree char *street = g_strstrip(g_strdup(context->street));
    g_autofree char *name = suggest_street_name(street);
    g_autofree char *end = suggest_street_end(name);
    g_autoptr(Rows) rows =
        db_query(db, postcodes_of_street,
                 DB_VALUES(db_text(name), db_text(end), db_int(MOST_ADDRESSES)), error);
    return rows != NULL && add_postcodes(rows, typed, context->place, uses, error);
}

/* ---- notes ---- */

/* Drops what fewer customers than COMMON_USES have. */
static gboolean is_rare(gpointer text, gpointer uses, gpointer data)
{
    (void)text;
    (void)data;
    return GPOINTER_TO_INT(uses) < COMMON_USES;
}

static bool find_notes(Db *db, const char *typed, gint64 kind_id, GHashTable *uses, GError **error)
{
    static const char *const articles[] = {"likes", "usual", "dislikes", NULL};
    g_autoptr(GPtrArray) kinds = fact_kind_list(db, error);
    if (kinds == NULL) {
        return false;
    }
    const FactKind *kind = fact_kind_by_id(kinds, kind_id);
    if (kind == NULL || strcmp(kind->sensitivity, "plain") != 0) {
        return true;
    }
    if (!suggest_scan(db, &notes, db_int(kind_id), typed, uses, error)) {
        return false;
    }
    if (!g_strv_contains(articles, kind->code)) {
        g_hash_table_foreach_remove(uses, is_rare, NULL);
        return true;
    }
    bool is_liked = strcmp(kind->code, "likes") == 0, is_usual = strcmp(kind->code, "usual") == 0;
    const FactKind *other =
        is_liked || is_usual ? fact_kind_by_code(kinds, is_liked ? "usual" : "likes") : NULL;
    return other == NULL || suggest_scan(db, &notes, db_int(other->head.id), typed, uses, error);
}

/* ---- all ---- */

static const SuggestSource *source_of(SuggestWhat what, const SuggestContext *context)
{
    switch (what) {
    case SUGGEST_STREET:
        return &streets;
    case SUGGEST_PLACE:
        return is_given(context->postcode) ? &places_of_postcode : &places;
    case SUGGEST_COMPANY:
        return &companies;
    case SUGGEST_TITLE:
        return &titles;
    case SUGGEST_SALUTATION:
        return &salutations;
    case SUGGEST_DAY_LABEL:
        return &day_labels;
    case SUGGEST_NOTE:
    case SUGGEST_POSTCODE:
    case SUGGEST_NOTHING:
        break;
    }
    return NULL;
}

/* Whether enough is typed for a list that is no accident. */
static bool is_enough(SuggestWhat what, const char *typed, const SuggestContext *context)
{
    glong letters = g_utf8_strlen(typed, -1);
    switch (what) {
    case SUGGEST_POSTCODE:
        return true;
    case SUGGEST_PLACE:
        return letters > 0 || is_given(context->postcode);
    case SUGGEST_STREET:
    case SUGGEST_COMPANY:
    case SUGGEST_NOTE:
        return letters >= FEW_LETTERS;
    case SUGGEST_TITLE:
    case SUGGEST_SALUTATION:
    case SUGGEST_DAY_LABEL:
        return letters > 0;
    case SUGGEST_NOTHING:
        break;
    }
    return false;
}

static bool find(Db *db, SuggestWhat what, const char *typed, const SuggestContext *context,
                 GHashTable *uses, GError **error)
{
    if (what == SUGGEST_POSTCODE) {
        return find_postcodes(db, typed, context, uses, error);
    }
    if (what == SUGGEST_NOTE) {
        return find_notes(db, typed, context->kind_id, uses, error);
    }
    const SuggestSource *source = source_of(what, context);
    g_autofree char *postcode =
        g_strstrip(g_strdup(is_given(context->postcode) ? context->postcode : ""));
    if (!suggest_scan(db, source, db_text(postcode), typed, uses, error)) {
        return false;
    }
    /* A postcode nobody else has is no reason to know no places. */
    return source != &places_of_postcode || g_hash_table_size(uses) > 0 || *typed == '\0' ||
           suggest_scan(db, &places, db_null(), typed, uses, error);
}

typedef struct {
    const char *text;
    gint uses;
} Ranked;

static gint compare(gconstpointer left, gconstpointer right)
{
    const Ranked *a = left, *b = right;
    return a->uses != b->uses ? (a->uses > b->uses ? -1 : 1) : strcmp(a->text, b->text);
}

/* The texts of USES that go on after TYPED, the most used first. */
static GPtrArray *rank(GHashTable *uses, const char *typed, guint most)
{
    g_autoptr(GArray) ranked = g_array_new(FALSE, FALSE, sizeof(Ranked));
    GHashTableIter iter;
    gpointer text, count;
    g_hash_table_iter_init(&iter, uses);
    while (g_hash_table_iter_next(&iter, &text, &count)) {
        const char *rest = alike_rest(text, typed);
        if (is_given(rest)) {
            const Ranked one = {text, GPOINTER_TO_INT(count)};
            g_array_append_val(ranked, one);
        }
    }
    g_array_sort(ranked, compare);
    GPtrArray *list = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < ranked->len && i < most; i++) {
        g_ptr_array_add(list, g_strdup(g_array_index(ranked, Ranked, i).text));
    }
    return list;
}

GPtrArray *suggest_list(Db *db, SuggestWhat what, const char *typed, const SuggestContext *context,
                        guint most, GError **error)
{
    g_autofree char *begun = g_utf8_normalize(typed, -1, G_NORMALIZE_NFC);
    g_autoptr(GHashTable) uses = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    const char *text = begun != NULL ? begun + strspn(begun, " ") : "";
    if (is_enough(what, text, context) && !find(db, what, text, context, uses, error)) {
        return NULL;
    }
    return rank(uses, text, most);
}
