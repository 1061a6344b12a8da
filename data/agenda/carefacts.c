/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads all of some customers from which it follows when to contact them: one statement for each
 * kind of thing, in the order of customers. */
#include "data/agenda/care_private.h"
#include "data/agenda/greeting.h"
#include "data/agenda/interaction.h"
#include "data/agenda/quiet.h"
#include "data/customer/consent.h"
#include "data/customer/contact.h"
#include "data/diary/loss.h"
#include "data/lookup/fold.h"

#include <string.h>

static const char customers[] =
    "SELECT id, class, closeness, preferred_channel, clerk_id, created_at FROM customer "
    "WHERE id BETWEEN $1 AND $2 ORDER BY id";
static const char own_lines[] = "WHERE customer_id BETWEEN $1 AND $2 ORDER BY customer_id, id";
/* The sum keeps engines from looking through all notes of the kind for one customer's. */
static const char tags[] =
    "SELECT customer_id, words FROM fact WHERE customer_id BETWEEN $1 AND $2 "
    "AND kind_id + 0 = $3 AND done_at IS NULL ORDER BY customer_id";
static const char contacts[] =
    "SELECT customer_id, kind FROM contact WHERE customer_id BETWEEN $1 AND $2 "
    "ORDER BY customer_id";
static const char postal_addresses[] =
    "SELECT customer_id FROM address WHERE customer_id BETWEEN $1 AND $2 ORDER BY customer_id";
static const char consents[] =
    "SELECT customer_id, purpose, state FROM consent WHERE customer_id BETWEEN $1 AND $2 "
    "ORDER BY customer_id";
static const char losses[] = "SELECT customer_id FROM loss WHERE customer_id BETWEEN $1 AND $2 "
                             "AND " LOSS_IS_SILENT " ORDER BY customer_id";
static const char interactions[] =
    "SELECT customer_id, channel, day, CASE WHEN " INTERACTION_IS_OURS
    " THEN 1 ELSE 0 END FROM interaction WHERE customer_id BETWEEN $1 AND $2 "
    "AND " INTERACTION_COUNTS " ORDER BY customer_id";
static const char greetings[] =
    "SELECT customer_id, created_at, CASE WHEN " GREETING_IS_OURS
    " THEN 1 ELSE 0 END FROM greeting WHERE customer_id BETWEEN $1 AND $2 "
    "ORDER BY customer_id";
static const char quiets[] = "WHERE customer_id BETWEEN $1 AND $2 ORDER BY customer_id, id";

/* Customers, and how far those that are read have come. */
typedef struct {
    Db *db;
    const CareRules *rules;
    gint64 first, last;
    GArray *list;
    guint at;
} Window;

static void facts_clear(gpointer data)
{
    CareFacts *facts = data;
    g_clear_pointer(&facts->lines, g_ptr_array_unref);
    g_clear_pointer(&facts->own, g_ptr_array_unref);
    g_clear_pointer(&facts->quiet, g_ptr_array_unref);
}

/* The customer ID, who is not before the one asked for last; NULL when it is not among them. */
static CareFacts *facts_of(Window *window, gint64 id)
{
    while (window->at < window->list->len) {
        CareFacts *facts = &g_array_index(window->list, CareFacts, window->at);
        if (facts->customer_id >= id) {
            return facts->customer_id == id ? facts : NULL;
        }
        window->at++;
    }
    return NULL;
}

typedef void (*TakeRow)(const Window *window, CareFacts *facts, const Rows *rows);

/* Gives each row of SQL, whose first column is the customer, to TAKE. */
static bool read_rows(Window *window, const char *sql, TakeRow take, GError **error)
{
    const DbValue values[] = {db_int(window->first), db_int(window->last),
                              db_int(window->rules->tag_kind)};
    GError *fault = NULL;
    window->at = 0;
    g_autoptr(Rows) rows = db_query(window->db, sql, values, sql == tags ? 3 : 2, &fault);
    while (rows != NULL && rows_next(rows, &fault)) {
        CareFacts *facts = facts_of(window, rows_int(rows, 0));
        if (facts != NULL) {
            take(window, facts, rows);
        }
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    return true;
}

static void copy_day(char day[CARE_DAY], const char *text)
{
    g_strlcpy(day, text != NULL ? text : "", CARE_DAY);
}

/* ---- customers and their lines ---- */

static void add_customer(Window *window, const Rows *rows)
{
    CareFacts facts = {.customer_id = rows_int(rows, 0), .clerk_id = rows_int(rows, 4)};
    const char *class = rows_text(rows, 1), *closeness = rows_text(rows, 2);
    facts.class = class != NULL ? *class : '\0';
    facts.is_close = g_strcmp0(closeness, "close") == 0;
    facts.is_distant = g_strcmp0(closeness, "distant") == 0;
    facts.preferred = care_way(rows_text(rows, 3));
    copy_day(facts.entered, rows_text(rows, 5));
    g_array_append_val(window->list, facts);
}

static bool read_customers(Window *window, GError **error)
{
    GError *fault = NULL;
    g_autoptr(Rows) rows = db_query(window->db, customers,
                                    DB_VALUES(db_int(window->first), db_int(window->last)), &fault);
    while (rows != NULL && rows_next(rows, &fault)) {
        add_customer(window, rows);
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    return true;
}

static void add_line(CareFacts *facts, CarePlan *plan)
{
    if (facts->lines == NULL) {
        facts->lines = g_ptr_array_new();
    }
    g_ptr_array_add(facts->lines, plan);
}

static void add_class_lines(const Window *window, CareFacts *facts)
{
    for (guint i = 0; facts->class != '\0' && i < window->rules->lines->len; i++) {
        CarePlan *plan = g_ptr_array_index(window->rules->lines, i);
        if (plan->class != NULL && *plan->class == facts->class) {
            add_line(facts, plan);
        }
    }
}

static void take_tag(const Window *window, CareFacts *facts, const Rows *rows)
{
    g_autofree char *key = fold_key(rows_text(rows, 1));
    const GPtrArray *lines = g_hash_table_lookup(window->rules->tags, key);
    for (guint i = 0; lines != NULL && i < lines->len; i++) {
        add_line(facts, g_ptr_array_index(lines, i));
    }
}

static bool read_own_lines(Window *window, GError **error)
{
    g_autoptr(GPtrArray) list =
        record_list(window->db, &care_plan_type, own_lines,
                    DB_VALUES(db_int(window->first), db_int(window->last)), error);
    window->at = 0;
    for (guint i = 0; list != NULL && i < list->len; i++) {
        CarePlan *plan = g_ptr_array_index(list, i);
        CareFacts *facts = facts_of(window, plan->customer_id);
        if (facts != NULL) {
            facts->own =
                facts->own != NULL ? facts->own : g_ptr_array_new_with_free_func(record_free);
            g_ptr_array_add(facts->own, record_copy(plan));
            add_line(facts, g_ptr_array_index(facts->own, facts->own->len - 1));
        }
    }
    return list != NULL;
}

static bool read_lines(Window *window, GError **error)
{
    for (guint i = 0; i < window->list->len; i++) {
        add_class_lines(window, &g_array_index(window->list, CareFacts, i));
    }
    bool has_tags = g_hash_table_size(window->rules->tags) > 0 && window->rules->tag_kind != 0;
    return (!has_tags || read_rows(window, tags, take_tag, error)) &&
           (!window->rules->has_own || read_own_lines(window, error));
}

/* Takes those out for whom there is no line. */
static void keep_planned(GArray *list)
{
    guint kept = 0;
    for (guint i = 0; i < list->len; i++) {
        CareFacts *facts = &g_array_index(list, CareFacts, i);
        if (facts->lines != NULL) {
            CareFacts swap = g_array_index(list, CareFacts, kept);
            g_array_index(list, CareFacts, kept++) = *facts;
            *facts = swap;
        }
    }
    g_array_set_size(list, kept);
}

/* ---- what else there is ---- */

/* The ways (as bits) for whose code NEEDED says CODE. */
static guint ways_with(const char *(*needed)(const char *channel), const char *code)
{
    guint ways = 0;
    for (CareWay way = WAY_VISIT; way < WAYS; way++) {
        ways |= g_strcmp0(needed(care_way_code(way)), code) == 0 ? 1U << way : 0;
    }
    return ways;
}

static void take_contact(const Window *window, CareFacts *facts, const Rows *rows)
{
    (void)window;
    facts->addresses |= ways_with(contact_kind_for, rows_text(rows, 1));
}

static void take_postal_address(const Window *window, CareFacts *facts, const Rows *rows)
{
    (void)window;
    (void)rows;
    facts->addresses |= 1U << WAY_POST;
}

static void take_consent(const Window *window, CareFacts *facts, const Rows *rows)
{
    (void)window;
    bool is_given = strcmp(rows_text(rows, 2), "given") == 0;
    *(is_given ? &facts->agreed : &facts->refused) |=
        ways_with(consent_purpose, rows_text(rows, 1));
}

static void take_loss(const Window *window, CareFacts *facts, const Rows *rows)
{
    (void)window;
    (void)rows;
    facts->is_silent = true;
}

/* Keeps DAY among the latest contacts from us, of which as many as the limit says matter. */
static void note_recent(CareFacts *facts, guint limit, const char *day)
{
    guint place = facts->recent_count;
    while (place > 0 && strcmp(facts->recent[place - 1], day) < 0) {
        place--;
    }
    if (place >= limit) {
        return;
    }
    facts->recent_count = MIN(facts->recent_count + 1, limit);
    for (guint i = facts->recent_count - 1; i > place; i--) {
        copy_day(facts->recent[i], facts->recent[i - 1]);
    }
    copy_day(facts->recent[place], day);
}

static void note_contact(const Window *window, CareFacts *facts, CareWay way, bool is_ours,
                         const char *text)
{
    char day[CARE_DAY];
    copy_day(day, text);
    if (strcmp(day, facts->last[way]) > 0) {
        copy_day(facts->last[way], day);
    }
    if (is_ours) {
        note_recent(facts, (guint)window->rules->per_month, day);
    }
}

static void take_interaction(const Window *window, CareFacts *facts, const Rows *rows)
{
    CareWay way = care_way(rows_text(rows, 1));
    if (way < WAYS) {
        note_contact(window, facts, way, rows_int(rows, 3) != 0, rows_text(rows, 2));
    }
}

/* A greeting is as personal as a talk. */
static void take_greeting(const Window *window, CareFacts *facts, const Rows *rows)
{
    note_contact(window, facts, WAY_COUNTER, rows_int(rows, 2) != 0, rows_text(rows, 1));
}

static bool read_quiets(Window *window, GError **error)
{
    g_autoptr(GPtrArray) list =
        record_list(window->db, &quiet_type, quiets,
                    DB_VALUES(db_int(window->first), db_int(window->last)), error);
    window->at = 0;
    for (guint i = 0; list != NULL && i < list->len; i++) {
        const Quiet *quiet = g_ptr_array_index(list, i);
        CareFacts *facts = facts_of(window, quiet->customer_id);
        if (facts != NULL) {
            facts->quiet =
                facts->quiet != NULL ? facts->quiet : g_ptr_array_new_with_free_func(record_free);
            g_ptr_array_add(facts->quiet, record_copy(quiet));
        }
    }
    return list != NULL;
}

static bool read_rest(Window *window, GError **error)
{
    return read_rows(window, contacts, take_contact, error) &&
           read_rows(window, postal_addresses, take_postal_address, error) &&
           read_rows(window, consents, take_consent, error) &&
           read_rows(window, losses, take_loss, error) &&
           read_rows(window, interactions, take_interaction, error) &&
           read_rows(window, greetings, take_greeting, error) && read_quiets(window, error);
}

GArray *care_facts_load(Db *db, const CareRules *rules, gint64 first, gint64 last, GError **error)
{
    Window window = {.db = db, .rules = rules, .first = first, .last = last};
    g_autoptr(GArray) list = g_array_new(FALSE, FALSE, sizeof(CareFacts));
    g_array_set_clear_func(list, facts_clear);
    window.list = list;
    if (!read_customers(&window, error) || !read_lines(&window, error)) {
        return NULL;
    }
    keep_planned(list);
    return list->len == 0 || read_rest(&window, error) ? g_steal_pointer(&list) : NULL;
}
