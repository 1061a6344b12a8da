/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a counter does all day. */
#include "tests/data/counter.h"

#include "data/base/fault.h"
#include "data/customer/fact.h"
#include "data/customer/sheet_private.h"
#include "data/diary/visit.h"
#include "data/setting.h"

#include <stdio.h>

typedef struct {
    Db *db;
    GRand *chance;
    GString *journal; /* of what lasts */
    GString *pending; /* of the deed that is being done */
    guint number, step;
    gint64 kind; /* of notes */
    Who who;
    CounterFigures counts;
} Counter;

/* One thing a counter does, in DEED; it adds to the pending lines. */
typedef bool (*CounterAct)(Counter *counter, Deed *deed, GError **error);

static guint roll(Counter *counter, guint sides)
{
    return (guint)g_rand_int_range(counter->chance, 0, (gint32)sides);
}

static gint64 any_customer(Counter *counter)
{
    return (gint64)roll(counter, COUNTER_CUSTOMERS) + 1;
}

char **counter_field(Customer *customer, guint field)
{
    char **const places[COUNTER_FIELDS] = {&customer->title, &customer->given_name,
                                           &customer->family_name, &customer->company,
                                           &customer->description};
    return places[field];
}

/* One of 324 words, so that each is learned, forgotten, and learned again all the time. */
static char *any_word(Counter *counter)
{
    static const char *const syllables[] = {"ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "wo",
                                            "zu", "fa", "ge", "hi", "jo", "pu", "da", "re", "ni"};
    const char *first = syllables[roll(counter, G_N_ELEMENTS(syllables))];
    const char *last = syllables[roll(counter, G_N_ELEMENTS(syllables))];
    return g_strconcat(first, "ß", last, NULL);
}

/* Two words that all counters use, in any order, and one that nobody had before. */
static char *new_words(Counter *counter)
{
    g_autofree char *one = any_word(counter), *other = any_word(counter);
    return g_strdup_printf("%s %s c%us%u", one, other, counter->number, ++counter->step);
}

/* Of a customer alone, as commands save it, or with all that belongs to them, as the form does. */
static Sheet *load(Counter *counter, gint64 id, bool whole, GError **error)
{
    if (whole) {
        return sheet_load(counter->db, id, error);
    }
    Customer *customer = record_load(counter->db, &customer_type, id, error);
    return customer != NULL ? sheet_of(customer) : NULL;
}

/* Puts new words into some field of SHEET and stores it. */
static bool change(Counter *counter, Deed *deed, Sheet *sheet, GError **error)
{
    guint field = roll(counter, COUNTER_FIELDS);
    g_autofree char *words = new_words(counter);
    record_set_text(counter_field(sheet->customer, field), words);
    if (!sheet_save(deed, sheet, error)) {
        return false;
    }
    const RecordHead *head = &sheet->customer->head;
    g_string_append_printf(counter->pending,
                           "field %" G_GINT64_FORMAT " %u %" G_GINT64_FORMAT " %s\n", head->id,
                           field, head->version, words);
    return true;
}

/* ---- what is done ---- */

static bool change_field(Counter *counter, Deed *deed, GError **error)
{
    g_autoptr(Sheet) sheet = load(counter, any_customer(counter), roll(counter, 4) == 0, error);
    return sheet != NULL && change(counter, deed, sheet, error);
}

/* Two customers in one deed, in any order. */
static bool change_two(Counter *counter, Deed *deed, GError **error)
{
    gint64 first = any_customer(counter), second = any_customer(counter);
    g_autoptr(Sheet) one = load(counter, first, false, error);
    g_autoptr(Sheet) other = one != NULL ? load(counter, second, false, error) : NULL;
    return other != NULL && change(counter, deed, one, error) &&
           (first == second || change(counter, deed, other, error));
}

static bool note(Counter *counter, Deed *deed, GError **error)
{
    g_autofree char *words = new_words(counter);
    Fact *fact = record_new(&fact_type);
    fact->customer_id = any_customer(counter);
    fact->kind_id = counter->kind;
    record_set_text(&fact->words, words);
    g_string_append_printf(counter->pending, "fact %" G_GINT64_FORMAT " %s\n", fact->customer_id,
                           words);
    bool ok = record_insert(deed, fact, error);
    record_free(fact);
    return ok;
}

/* Most articles are new to the shop when the first counter sells them. */
static bool sell(Counter *counter, Deed *deed, GError **error)
{
    g_autofree char *name = g_strdup_printf("Torte %u", counter->step / 8);
    const OrderItem items[] = {{.name = name, .quantity = 1, .amount = RECORD_NONE},
                               {.name = "Brezel", .quantity = 2, .amount = RECORD_NONE}};
    VisitOrder order = visit_order(any_customer(counter), "2026-03-01");
    gint64 id = 0;
    order.amount = (gint64)roll(counter, 900) + 100;
    order.items = items;
    order.items_count = G_N_ELEMENTS(items);
    counter->step++;
    g_string_append_printf(counter->pending, "visit %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n",
                           order.customer_id, order.amount);
    return visit_add(deed, &order, &id, NULL, error);
}

static bool add_customer(Counter *counter, Deed *deed, GError **error)
{
    g_autoptr(Sheet) sheet = sheet_new();
    g_autofree char *words = new_words(counter);
    record_set_text(&sheet->customer->family_name, words);
    g_string_append_printf(counter->pending, "new %s\n", words);
    return sheet_save(deed, sheet, error);
}

/* ---- doing it ---- */

static bool run(Counter *counter, CounterAct act, GError **error)
{
    g_string_truncate(counter->pending, 0);
    g_autoptr(Deed) deed = deed_begin(counter->db, &counter->who, "a test", error);
    if (deed == NULL || !act(counter, deed, error) || !deed_commit(deed, NULL, error)) {
        return false;
    }
    g_string_append(counter->journal, counter->pending->str);
    counter->counts.edits++;
    return true;
}

/* Does ACT, and again after each conflict, with what is stored by then. */
static bool run_patiently(Counter *counter, CounterAct act, GError **error)
{
    GError *fault = NULL;
    while (!run(counter, act, &fault)) {
        if (!g_error_matches(fault, FAULT, FAULT_CONFLICT)) {
            g_propagate_error(error, fault);
            return false;
        }
        counter->counts.met++;
        g_clear_error(&fault);
    }
    return true;
}

/* Whether the customer SHEET is about still has the version it has there. */
static bool is_same(Counter *counter, const Sheet *sheet)
{
    Customer *now = record_load(counter->db, &customer_type, sheet->customer->head.id, NULL);
    bool same = now != NULL && now->head.version == sheet->customer->head.version;
    record_free(now);
    return same;
}

/* Saves SHEET, which was read before somebody else changed it. */
static bool save_late(Counter *counter, Sheet *sheet, GError **error)
{
    GError *fault = NULL;
    gint64 version = sheet->customer->head.version;
    g_string_truncate(counter->pending, 0);
    g_autoptr(Deed) deed = deed_begin(counter->db, &counter->who, "a test", error);
    if (deed == NULL) {
        return false;
    }
    counter->counts.injected++;
    if (change(counter, deed, sheet, &fault)) {
        return deed_commit(deed, NULL, error);
    }
    if (!g_error_matches(fault, FAULT, FAULT_CONFLICT)) {
        g_propagate_error(error, fault);
        return false;
    }
    g_clear_error(&fault);
    counter->counts.shown++;
    sheet->customer->head.version = version;
    counter->counts.false_alarms += is_same(counter, sheet) ? 1 : 0;
    return true;
}

/* A form that was open while another one saved the same customer. */
static bool run_into_conflict(Counter *counter, GError **error)
{
    gint64 id = any_customer(counter);
    g_autoptr(Sheet) open = load(counter, id, true, error);
    g_autoptr(Sheet) quick = open != NULL ? load(counter, id, false, error) : NULL;
    if (quick == NULL) {
        return false;
    }
    g_string_truncate(counter->pending, 0);
    g_autoptr(GError) fault = NULL;
    {
        g_autoptr(Deed) deed = deed_begin(counter->db, &counter->who, "a test", error);
        if (deed == NULL) {
            return false;
        }
        if (change(counter, deed, quick, &fault) && deed_commit(deed, NULL, &fault)) {
            g_string_append(counter->journal, counter->pending->str);
            counter->counts.edits++;
        }
    }
    /* Then a third one was quicker, and OPEN is late all the same. */
    if (g_error_matches(fault, FAULT, FAULT_CONFLICT)) {
        counter->counts.met++;
    } else if (fault != NULL) {
        g_propagate_error(error, g_steal_pointer(&fault));
        return false;
    }
    return save_late(counter, open, error);
}

static bool do_something(Counter *counter, GError **error)
{
    static const CounterAct acts[] = {change_two, note, sell, add_customer};
    static const guint upto[] = {20, 26, 40, 43};
    guint dice = roll(counter, 100);
    for (guint i = 0; i < G_N_ELEMENTS(acts); i++) {
        if (dice < upto[i]) {
            return run_patiently(counter, acts[i], error);
        }
    }
    return dice < 55 ? run_into_conflict(counter, error)
                     : run_patiently(counter, change_field, error);
}

static bool write_journal(const Counter *counter, const char *path, GError **error)
{
    g_autofree char *text =
        g_strdup_printf("%u %u %u %u %u\n%s", counter->counts.edits, counter->counts.injected,
                        counter->counts.shown, counter->counts.met, counter->counts.false_alarms,
                        counter->journal->str);
    return g_file_set_contents(path, text, -1, error);
}

bool counter_work(const char *where, guint number, guint edits, const char *journal)
{
    g_autoptr(GError) error = NULL;
    /* What goes on by itself after a fork would make the same names for deeds in each process. */
    g_random_set_seed(g_random_int() + number);
    g_autoptr(Db) db = db_open(where, DB_READ_WRITE, &error);
    Counter counter = {.db = db,
                       .number = number,
                       .chance = g_rand_new_with_seed(20260301 + number),
                       .journal = g_string_new(NULL),
                       .pending = g_string_new(NULL)};
    g_snprintf(counter.who.at, sizeof counter.who.at, "2026-03-01T%02u:00:00Z", number);
    bool ok = db != NULL && db_get_int(db, "SELECT min(id) FROM fact_kind", DB_NO_VALUES,
                                       &counter.kind, NULL, &error);
    while (ok && counter.counts.edits < edits) {
        ok = do_something(&counter, &error);
    }
    ok = ok && write_journal(&counter, journal, &error);
    if (!ok) {
        fprintf(stderr, "counter %u: %s\n", number, error != NULL ? error->message : "?");
    }
    g_rand_free(counter.chance);
    g_string_free(counter.journal, TRUE);
    g_string_free(counter.pending, TRUE);
    return ok;
}
