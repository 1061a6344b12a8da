/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Likely duplicates: the same phone, the same e-mail, the same name, or one that sounds alike. */
#include "data/customer/duplicate.h"

#include "data/base/i18n.h"
#include "data/customer/contact.h"
#include "data/customer/country.h"
#include "data/lookup/dictionary.h"
#include "data/lookup/nearness.h"
#include "data/lookup/query.h"
#include "data/lookup/words.h"

#include <string.h>

enum {
    WEIGHT_HEARD = 1,
    WEIGHT_NAME = 2,
    WEIGHT_CONTACT = 3,
    MOST_NAMESAKES = 500,
    MOST_SOUNDS = 6, /* other words that sound as one of the name does */
    MOST_HEARD = 100,
    MOST_HEARD_WORDS = 4 /* of a long name */
};

static const char same_contact[] =
    "SELECT DISTINCT customer_id FROM contact WHERE key = $1 AND kind = $2 AND customer_id <> $3 "
    "ORDER BY customer_id LIMIT 50";

static void duplicate_free(gpointer data)
{
    Duplicate *duplicate = data;
    g_free(duplicate->call);
    g_free(duplicate->number);
    g_free(duplicate);
}

/* Adds the customer, or weight to the entry that is there. The first reason is the one shown. */
static bool add(Db *db, GPtrArray *list, gint64 customer_id, guint weight, const char *why,
                GError **error)
{
    for (guint i = 0; i < list->len; i++) {
        Duplicate *known = g_ptr_array_index(list, i);
        if (known->customer_id == customer_id) {
            known->weight += weight;
            return true;
        }
    }
    Customer *customer = record_load(db, &customer_type, customer_id, error);
    if (customer == NULL) {
        return false;
    }
    Duplicate *duplicate = g_new0(Duplicate, 1);
    duplicate->customer_id = customer_id;
    duplicate->call = customer_call(customer, NAME_SORTED);
    duplicate->number = g_strdup(customer->number);
    duplicate->why = why;
    duplicate->weight = weight;
    g_ptr_array_add(list, duplicate);
    record_free(customer);
    return true;
}

static bool add_same_contact(Db *db, GPtrArray *list, const Sheet *sheet, const Contact *contact,
                             const char *country, GError **error)
{
    bool phone = strcmp(contact->kind, "phone") == 0;
    /* Many share the page of a company. */
    if (!phone && strcmp(contact->kind, "email") != 0) {
        return true;
    }
    g_autofree char *key = contact_key(contact->kind, contact->value, country);
    g_autoptr(Rows) rows = db_query(
        db, same_contact,
        DB_VALUES(db_text(key), db_text(contact->kind), db_int(sheet->customer->head.id)), error);
    GError *fault = NULL;
    bool ok = rows != NULL;
    while (ok && rows_next(rows, &fault)) {
        ok = add(db, list, rows_int(rows, 0), WEIGHT_CONTACT,
                 phone ? _("same phone") : _("same e-mail"), error);
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    return ok;
}

/* Whether TOKEN is a word of CANDIDATE's name: the index knows only that it is among those that
 * tell who they are. */
static bool is_in_name(const Candidate *candidate, const char *token)
{
    g_auto(GStrv) groups = g_strsplit(candidate->words, WORD_BREAK, 2);
    g_auto(GStrv) words = g_strsplit(groups[0] != NULL ? groups[0] : "", " ", -1);
    return g_strv_contains((const char *const *)words, token);
}

/* A name is a list of lists of tokens: of each, one is in the name of who is called so. */
static bool is_called(const Candidate *candidate, const GPtrArray *name)
{
    for (guint i = 0; i < name->len; i++) {
        const GPtrArray *tokens = g_ptr_array_index(name, i);
        guint at = 0;
        while (at < tokens->len && !is_in_name(candidate, g_ptr_array_index(tokens, at))) {
            at++;
        }
        if (at == tokens->len) {
            return false;
        }
    }
    return true;
}

static GPtrArray *clauses_of(const GPtrArray *name)
{
    GPtrArray *clauses = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    for (guint i = 0; i < name->len; i++) {
        const GPtrArray *tokens = g_ptr_array_index(name, i);
        GPtrArray *clause = g_ptr_array_new_with_free_func(index_word_free);
        for (guint at = 0; at < tokens->len; at++) {
            g_ptr_array_add(clause, index_word_of(g_ptr_array_index(tokens, at), false));
        }
        g_ptr_array_add(clauses, clause);
    }
    return clauses;
}

/* Adds the others who are called NAME, at most MOST are looked at. */
static bool add_called(Db *db, GPtrArray *list, const Sheet *sheet, const GPtrArray *name,
                       guint most, guint weight, const char *reason, GError **error)
{
    g_autoptr(GPtrArray) clauses = clauses_of(name);
    g_autoptr(GPtrArray) candidates = index_candidates(db, clauses, most, error);
    for (guint i = 0; candidates != NULL && i < candidates->len; i++) {
        const Candidate *candidate = g_ptr_array_index(candidates, i);
        if (candidate->customer_id != sheet->customer->head.id && is_called(candidate, name) &&
            !add(db, list, candidate->customer_id, weight, reason, error)) {
            return false;
        }
    }
    return candidates != NULL;
}

/* Adds those of whose NAME the word at PLACE sounds alike, and the others are the same. */
static bool add_heard(Db *db, GPtrArray *list, const Sheet *sheet, GPtrArray *name, guint place,
                      GError **error)
{
    GPtrArray *same = g_ptr_array_index(name, place);
    const char *word = (const char *)g_ptr_array_index(same, 0) + 1;
    g_autoptr(GPtrArray) sounds =
        dictionary_by_sound(db, CLASS_WHO, word, false, MOST_SOUNDS, error);
    if (sounds == NULL || sounds->len == 0) {
        return sounds != NULL;
    }
    name->pdata[place] = sounds;
    bool ok = add_called(db, list, sheet, name, MOST_HEARD, WEIGHT_HEARD,
                         nearness_words(NEAR_SOUND), error);
    name->pdata[place] = same;
    return ok;
}

/* The words of GIVEN and FAMILY as they stand in the index, each by itself. */
static GPtrArray *name_of(const char *given, const char *family)
{
    g_autofree char *text = g_strdup_printf("%s %s", given, family);
    g_autoptr(Query) query = query_read(text, "", NULL, READ_PIECES);
    GPtrArray *name = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    for (guint i = 0; i < query->terms->len; i++) {
        const Term *term = g_ptr_array_index(query->terms, i);
        GPtrArray *tokens = g_ptr_array_new_with_free_func(g_free);
        g_ptr_array_add(tokens, g_strdup_printf("%c%s", CLASS_WHO, term->word));
        g_ptr_array_add(name, tokens);
    }
    return name;
}

/* Who is called the same, and, where one word of the name is often misheard, alike. */
static bool add_by_name(Db *db, GPtrArray *list, const Sheet *sheet, GError **error)
{
    const Customer *customer = sheet->customer;
    if (customer->given_name == NULL || customer->family_name == NULL) {
        return true;
    }
    g_autoptr(GPtrArray) name = name_of(customer->given_name, customer->family_name);
    bool ok = add_called(db, list, sheet, name, MOST_NAMESAKES, WEIGHT_NAME, _("same name"), error);
    for (guint i = 0; ok && name->len > 1 && i < MIN(name->len, MOST_HEARD_WORDS); i++) {
        ok = add_heard(db, list, sheet, name, i, error);
    }
    return ok;
}

static gint compare(gconstpointer left, gconstpointer right)
{
    const Duplicate *a = *(Duplicate *const *)left, *b = *(Duplicate *const *)right;
    if (a->weight != b->weight) {
        return a->weight > b->weight ? -1 : 1;
    }
    return a->customer_id < b->customer_id ? -1 : a->customer_id > b->customer_id;
}

GPtrArray *duplicate_list(Db *db, const Sheet *sheet, guint limit, GError **error)
{
    g_autofree char *country = NULL;
    if (!country_code(db, &country, error)) {
        return NULL;
    }
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(duplicate_free);
    for (guint i = 0; i < sheet->contacts->len; i++) {
        const Contact *contact = g_ptr_array_index(sheet->contacts, i);
        if (contact->value != NULL && !add_same_contact(db, list, sheet, contact, country, error)) {
            return NULL;
        }
    }
    if (!add_by_name(db, list, sheet, error)) {
        return NULL;
    }
    g_ptr_array_sort(list, compare);
    if (list->len > limit) {
        g_ptr_array_set_size(list, (gint)limit);
    }
    return g_steal_pointer(&list);
}
