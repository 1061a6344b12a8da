/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All wishes, those that are alike, and who asked for them. */
#include "data/customer/customer.h"
#include "data/diary/wish.h"
#include "data/lookup/fold.h"
#include "data/lookup/typo.h"

#include <string.h>

enum {
    SIMILAR_AMONG = 2000, /* of more only the newest are looked at */
    WORD_LEAST = 3,
    STEM_LEAST = 5, /* of a word this long another ending does not count, nor does one error */
    ENDING_MOST = 3
};

static const char load_counts[] =
    "SELECT wish_id, COUNT(*), COUNT(DISTINCT customer_id), "
    "COUNT(DISTINCT CASE WHEN told_day IS NULL THEN customer_id END), MAX(day) "
    "FROM feedback WHERE wish_id IS NOT NULL "
    "AND (CAST($1 AS BIGINT) = 0 OR branch_id = CAST($1 AS BIGINT)) GROUP BY wish_id";
static const char load_askers[] =
    "SELECT customer_id, day, told_day, words FROM feedback WHERE wish_id = $1 "
    "ORDER BY day DESC, id DESC";

/* ---- all ---- */

static void entry_free(gpointer data)
{
    WishEntry *entry = data;
    record_free(entry->wish);
    g_free(entry->last_day);
    g_free(entry);
}

static WishEntry *entry_of(const GPtrArray *entries, GHashTable *by_id, gint64 id)
{
    gpointer index;
    bool known = g_hash_table_lookup_extended(by_id, &id, NULL, &index);
    return known ? g_ptr_array_index(entries, GPOINTER_TO_UINT(index)) : NULL;
}

static bool count_askers(Db *db, const GPtrArray *entries, GHashTable *by_id, gint64 branch_id,
                         GError **error)
{
    GError *fault = NULL;
    g_autoptr(Rows) rows = db_query(db, load_counts, DB_VALUES(db_int(branch_id)), error);
    if (rows == NULL) {
        return false;
    }
    while (rows_next(rows, &fault)) {
        WishEntry *entry = entry_of(entries, by_id, rows_int(rows, 0));
        if (entry != NULL) {
            entry->asked = rows_int(rows, 1);
            entry->known = rows_int(rows, 2);
            entry->untold = strcmp(entry->wish->state, "fulfilled") == 0 ? rows_int(rows, 3) : 0;
            entry->last_day = g_strdup(rows_text(rows, 4));
        }
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    return true;
}

static int state_rank(const WishEntry *entry)
{
    int rank = 0;
    while (wish_states[rank].code != NULL &&
           strcmp(wish_states[rank].code, entry->wish->state) != 0) {
        rank++;
    }
    return rank;
}

static gint compare_entries(gconstpointer left, gconstpointer right)
{
    const WishEntry *a = *(const WishEntry *const *)left, *b = *(const WishEntry *const *)right;
    int rank_a = state_rank(a), rank_b = state_rank(b);
    if (rank_a != rank_b) {
        return rank_a - rank_b;
    }
    if ((a->untold > 0) != (b->untold > 0)) {
        return a->untold > 0 ? -1 : 1;
    }
    if (a->asked != b->asked) {
        return a->asked > b->asked ? -1 : 1;
    }
    int days = g_strcmp0(b->last_day, a->last_day);
    return days != 0 ? days : a->wish->head.id > b->wish->head.id ? -1 : 1;
}

/* WISHES (taken over) with who asked for them, in the branch; 0: anywhere. */
static GPtrArray *with_counts(Db *db, GPtrArray *wishes, gint64 branch_id, GError **error)
{
    if (wishes == NULL) {
        return NULL;
    }
    g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func(entry_free);
    g_autoptr(GHashTable) by_id = g_hash_table_new(g_int64_hash, g_int64_equal);
    for (guint i = 0; i < wishes->len; i++) {
        WishEntry *entry = g_new0(WishEntry, 1);
        entry->wish = record_copy(g_ptr_array_index(wishes, i));
        g_ptr_array_add(entries, entry);
        g_hash_table_insert(by_id, &entry->wish->head.id, GUINT_TO_POINTER(i));
    }
    g_ptr_array_unref(wishes);
    return count_askers(db, entries, by_id, branch_id, error) ? g_steal_pointer(&entries) : NULL;
}

static void drop_unasked(GPtrArray *entries)
{
    for (guint i = entries->len; i > 0; i--) {
        if (((const WishEntry *)g_ptr_array_index(entries, i - 1))->asked == 0) {
            g_ptr_array_remove_index(entries, i - 1);
        }
    }
}

GPtrArray *wish_list(Db *db, gint64 branch_id, guint limit, GError **error)
{
    GPtrArray *wishes =
        record_list(db, &wish_type, "ORDER BY id DESC LIMIT $1", DB_VALUES(db_int(limit)), error);
    GPtrArray *entries = with_counts(db, wishes, branch_id, error);
    if (entries != NULL && branch_id != 0) {
        drop_unasked(entries);
    }
    if (entries != NULL) {
        g_ptr_array_sort(entries, compare_entries);
    }
    return entries;
}

/* ---- alike ---- */

/* What is in many wishes and says nothing of them, folded. */
static const char *const common[] = {
    "auch",    "bitte",   "das",   "dem",   "den",   "der",    "die",     "ein",   "eine",
    "einen",   "einmal",  "etwas", "fur",   "gern",  "gerne",  "gibt",    "haben", "hatte",
    "hatten",  "ihr",     "immer", "ist",   "kann",  "konnt",  "konntet", "mal",   "mehr",
    "mit",     "mochte",  "noch",  "ofter", "ohne",  "oder",   "schon",   "sehr",  "sich",
    "sie",     "und",     "uns",   "vom",   "von",   "ware",   "wieder",  "wir",   "wunsch",
    "wunscht", "wunsche", "zum",   "zur",   "again", "also",   "and",     "are",   "could",
    "for",     "from",    "have",  "like",  "more",  "often",  "please",  "some",  "that",
    "the",     "there",   "want",  "wants", "wish",  "wishes", "with",    "would", "you",
    NULL,
};

/* The words of TEXT that matter. Free with g_strfreev. */
static char **words_that_matter(const char *text)
{
    g_auto(GStrv) all = fold_words(text);
    GPtrArray *words = g_ptr_array_new();
    for (char **word = all; *word != NULL; word++) {
        bool matters = strlen(*word) >= WORD_LEAST && !g_strv_contains(common, *word);
        if (matters && !g_ptr_array_find_with_equal_func(words, *word, g_str_equal, NULL)) {
            g_ptr_array_add(words, g_strdup(*word));
        }
    }
    g_ptr_array_add(words, NULL);
    return (char **)g_ptr_array_free(words, FALSE);
}

/* Whether both are the same word, another ending or one typing error aside. */
static bool is_alike(const char *a, const char *b)
{
    gsize short_one = MIN(strlen(a), strlen(b)), long_one = MAX(strlen(a), strlen(b));
    if (strcmp(a, b) == 0) {
        return true;
    }
    if (short_one < STEM_LEAST) {
        return false;
    }
    return (strncmp(a, b, short_one) == 0 && long_one - short_one <= ENDING_MOST) ||
           typo_errors(a, b, 1) <= 1;
}

/* How much of the shorter of both is in the other, in per cent. */
static guint likeness(char **a, char **b)
{
    guint count_a = g_strv_length(a), count_b = g_strv_length(b), both = 0;
    for (guint i = 0; i < count_a; i++) {
        bool found = false;
        for (guint k = 0; k < count_b && !found; k++) {
            found = is_alike(a[i], b[k]);
        }
        both += found ? 1 : 0;
    }
    return MIN(count_a, count_b) == 0 ? 0 : both * 100 / MIN(count_a, count_b);
}

static GPtrArray *load_waiting(Db *db, GError **error)
{
    return record_list(db, &wish_type,
                       "WHERE state IN ('open', 'planned') ORDER BY id DESC LIMIT $1",
                       DB_VALUES(db_int(SIMILAR_AMONG)), error);
}

bool wish_find(Db *db, const char *words, gint64 *id, GError **error)
{
    g_autofree char *wanted = fold_key(words);
    g_autoptr(GPtrArray) wishes = load_waiting(db, error);
    *id = 0;
    for (guint i = 0; wishes != NULL && i < wishes->len && *id == 0; i++) {
        const Wish *wish = g_ptr_array_index(wishes, i);
        g_autofree char *key = fold_key(wish->words);
        *id = strcmp(key, wanted) == 0 ? wish->head.id : 0;
    }
    return wishes != NULL;
}

typedef struct {
    Wish *wish;
    guint likeness;
} Alike;

static gint compare_alike(gconstpointer left, gconstpointer right)
{
    const Alike *a = left, *b = right;
    return a->likeness != b->likeness            ? (a->likeness > b->likeness ? -1 : 1)
           : a->wish->head.id > b->wish->head.id ? -1
                                                 : 1;
}

GPtrArray *wish_similar(Db *db, const char *words, guint most, GError **error)
{
    g_auto(GStrv) wanted = words_that_matter(words);
    g_autoptr(GPtrArray) wishes = load_waiting(db, error);
    if (wishes == NULL) {
        return NULL;
    }
    g_autoptr(GArray) alike = g_array_new(FALSE, FALSE, sizeof(Alike));
    for (guint i = 0; i < wishes->len; i++) {
        Wish *wish = g_ptr_array_index(wishes, i);
        g_auto(GStrv) others = words_that_matter(wish->words);
        const Alike one = {wish, likeness(wanted, others)};
        if (one.likeness >= 50) {
            g_array_append_val(alike, one);
        }
    }
    g_array_sort(alike, compare_alike);
    GPtrArray *likest = g_ptr_array_new_with_free_func(record_free);
    for (guint i = 0; i < alike->len && i < most; i++) {
        g_ptr_array_add(likest, record_copy(g_array_index(alike, Alike, i).wish));
    }
    return with_counts(db, likest, 0, error);
}

/* ---- who asked ---- */

static void asker_free(gpointer data)
{
    WishAsker *asker = data;
    g_free(asker->call);
    g_free(asker->day);
    g_free(asker->told_day);
    g_free(asker->words);
    g_free(asker);
}

static WishAsker *asker_of(const GPtrArray *askers, gint64 customer_id)
{
    for (guint i = 0; i < askers->len; i++) {
        WishAsker *asker = g_ptr_array_index(askers, i);
        if (asker->customer_id == customer_id) {
            return asker;
        }
    }
    return NULL;
}

static bool read_askers(Rows *rows, GPtrArray *askers, GError **error)
{
    GError *fault = NULL;
    while (rows_next(rows, &fault)) {
        gint64 customer_id = rows_int(rows, 0);
        WishAsker *asker = asker_of(askers, customer_id);
        if (asker == NULL) {
            asker = g_new0(WishAsker, 1);
            asker->customer_id = customer_id;
            asker->day = g_strdup(rows_text(rows, 1));
            asker->told_day = g_strdup(rows_text(rows, 2));
            asker->words = g_strdup(rows_text(rows, 3));
            g_ptr_array_add(askers, asker);
        }
        asker->times++;
        if (rows_text(rows, 2) == NULL) {
            g_clear_pointer(&asker->told_day, g_free);
        }
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    return true;
}

static bool load_calls(Db *db, const GPtrArray *askers, GError **error)
{
    for (guint i = 0; i < askers->len; i++) {
        WishAsker *asker = g_ptr_array_index(askers, i);
        if (asker->customer_id == 0) {
            continue;
        }
        Customer *customer = record_load(db, &customer_type, asker->customer_id, error);
        if (customer == NULL) {
            return false;
        }
        asker->call = customer_call(customer, NAME_SORTED);
        record_free(customer);
    }
    return true;
}

GPtrArray *wish_askers(Db *db, gint64 id, GError **error)
{
    g_autoptr(GPtrArray) askers = g_ptr_array_new_with_free_func(asker_free);
    Rows *rows = db_query(db, load_askers, DB_VALUES(db_int(id)), error);
    bool ok = rows != NULL && read_askers(rows, askers, error);
    rows_free(rows);
    if (!ok || !load_calls(db, askers, error)) {
        return NULL;
    }
    WishAsker *nobody = asker_of(askers, 0);
    guint index = 0;
    if (nobody != NULL && g_ptr_array_find(askers, nobody, &index)) {
        g_ptr_array_steal_index(askers, index);
        g_ptr_array_add(askers, nobody);
    }
    return g_steal_pointer(&askers);
}
