/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deeds at random: the shop, the dice, and which is done. */
#include "tests/faults/anydeed.h"

#include "data/base/fault.h"
#include "data/bin.h"
#include "data/branch.h"
#include "data/clerk.h"
#include "data/customer/customer.h"
#include "data/list/import.h"
#include "data/list/orders.h"
#include "tests/data/place.h"

#include <glib/gstdio.h>

enum { CUSTOMERS = 6, TRIES = 200, ACTS_IN_A_DEED = 3 };

/* ---- dice ---- */

guint roll(Play *play, guint sides)
{
    return (guint)g_rand_int_range(play->chance, 0, (gint32)sides);
}

const char *play_words(Play *play, bool maybe)
{
    static const char *const words[] = {"Torte",          "Müller",    "ohne Nüsse", "mag's süß",
                                        "Łódź",           "x",         "\"Zitat\"",  "0421 84220",
                                        "=SUMME(A1)",     "a\\b%s{};", "Dackel 🐕",   "Żółć'; --",
                                        "{\"number\": 1}"};
    if (maybe && roll(play, 4) == 0) {
        return NULL;
    }
    g_autofree char *text =
        g_strdup_printf("%s %u", words[roll(play, G_N_ELEMENTS(words))], roll(play, 50));
    return g_string_chunk_insert(play->texts, text);
}

const char *play_day(Play *play, bool maybe)
{
    if (maybe && roll(play, 4) == 0) {
        return NULL;
    }
    g_autofree char *text =
        g_strdup_printf("2026-%02u-%02u", roll(play, 12) + 1, roll(play, 28) + 1);
    return g_string_chunk_insert(play->texts, text);
}

gint64 play_any(Play *play, const RecordType *type)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *sql = g_strdup_printf("SELECT id FROM %s ORDER BY id", type->table);
    g_autoptr(GArray) ids = db_get_ids(play->fixture->db, sql, DB_NO_VALUES, &error);
    expect_done(ids != NULL, error);
    return ids->len == 0 ? 0 : g_array_index(ids, gint64, roll(play, ids->len));
}

gint64 play_maybe(Play *play, const RecordType *type)
{
    return roll(play, 2) == 0 ? 0 : play_any(play, type);
}

const char *play_code(Play *play, const Choice *choices)
{
    guint count = 0;
    while (choices[count].code != NULL) {
        count++;
    }
    return choices[roll(play, count)].code;
}

gpointer play_load(Play *play, const RecordType *type)
{
    g_autoptr(GError) error = NULL;
    gint64 id = play_any(play, type);
    gpointer record = id != 0 ? record_load(play->fixture->db, type, id, &error) : NULL;
    expect_done(id == 0 || record != NULL, error);
    return record;
}

gint64 play_amount(Play *play)
{
    return roll(play, 3) == 0 ? RECORD_NONE : (gint64)roll(play, 9000);
}

/* ---- a deed ---- */

static guint count_acts(const PlayAct *acts)
{
    guint count = 0;
    while (acts[count].name != NULL) {
        count++;
    }
    return count;
}

static const PlayAct *any_act(Play *play)
{
    static const PlayAct *const all[] = {play_people, play_diary, play_agenda, play_shop};
    const PlayAct *acts = all[roll(play, G_N_ELEMENTS(all))];
    return &acts[roll(play, count_acts(acts))];
}

/* Whether a person can be told so: all else is a fault of the program. */
static bool is_refusal(const GError *error)
{
    static const int refusals[] = {FAULT_REFUSED, FAULT_TAKEN, FAULT_MISSING, FAULT_TIED,
                                   FAULT_CONFLICT};
    for (guint i = 0; i < G_N_ELEMENTS(refusals); i++) {
        if (g_error_matches(error, FAULT, refusals[i])) {
            return true;
        }
    }
    return false;
}

static void expect_refusal(const Play *play, const GError *error)
{
    if (!is_refusal(error)) {
        fail_msg("%s: %s", play->last, error != NULL ? error->message : "no fault is told");
    }
}

/* One to three acts in one deed, mostly one. 0 when they were refused or changed nothing. */
static gint64 try_acts(Play *play)
{
    g_autoptr(GError) error = NULL;
    const PlayAct *act = any_act(play);
    gint64 id = 0;
    play->last = act->name;
    g_autoptr(Deed) deed = deed_begin(play->fixture->db, &play->who, act->name, &error);
    expect_done(deed != NULL, error);
    bool ok = act->act(play, deed, &error);
    for (guint more = roll(play, 3) > 0 ? 0 : roll(play, ACTS_IN_A_DEED); ok && more > 0; more--) {
        act = any_act(play);
        play->last = act->name;
        ok = act->act(play, deed, &error);
    }
    if (!ok) {
        expect_refusal(play, error);
        return 0;
    }
    expect_done(deed_commit(deed, &id, &error), error);
    return id;
}

static gint64 try_bin(Play *play)
{
    g_autoptr(GError) error = NULL;
    bool has_more = false;
    gint64 id = 0;
    play->last = "bringing something back";
    g_autoptr(GPtrArray) list = bin_list(play->fixture->db, 20, &has_more, &error);
    expect_done(list != NULL, error);
    if (list->len == 0) {
        return 0;
    }
    const BinEntry *entry = g_ptr_array_index(list, roll(play, list->len));
    if (!bin_restore(play->fixture->db, &play->who, entry->deed_id, &id, &error)) {
        expect_refusal(play, error);
    }
    return id;
}

/* A list of some customers, of whom the shop may know some, or of orders. */
static gint64 try_list(Play *play)
{
    g_autoptr(GError) error = NULL;
    bool has_orders = roll(play, 2) == 0;
    guint rows = roll(play, 3) + 1;
    g_autofree char *path = g_build_filename(play->fixture->folder, "list.csv", NULL);
    GString *text = g_string_new(has_orders ? "Order;Customer;Date;Amount;Article\r\n"
                                            : "Number;Last name;Phone;Likes;Birthday\r\n");
    play->last = has_orders ? "taking over orders" : "taking over a list";
    for (guint i = 0; i < rows; i++) {
        guint number = roll(play, 12) + 1;
        if (has_orders) {
            g_string_append_printf(text, "R%u-%u;%u;%s;%u,50;Brezel %u\r\n", play->lists, i, number,
                                   play_day(play, false), roll(play, 90), roll(play, 9));
        } else {
            g_string_append_printf(text, "%u;Ott %u;0421 %u;Tee %u;3.%u.1960\r\n", number, number,
                                   roll(play, 9000) + 1000, roll(play, 40), roll(play, 12) + 1);
        }
    }
    play->lists++;
    place_write(path, text->str, text->len);
    g_string_free(text, TRUE);
    const ImportPlan plan = {.path = path, .today = play->now.day};
    g_autoptr(ImportResult) result =
        has_orders ? orders_run(play->fixture->db, &plan, &play->who, NULL, NULL, &error)
                   : import_run(play->fixture->db, &plan, &play->who, NULL, NULL, &error);
    expect_done(result != NULL, error);
    if (result->refused_file != NULL) {
        g_unlink(result->refused_file);
    }
    return result->deed_id;
}

gint64 play_deed(Play *play)
{
    gint64 id = 0;
    for (guint i = 0; id == 0 && i < TRIES; i++) {
        g_string_chunk_clear(play->texts);
        guint way = roll(play, 24);
        id = way == 0 ? try_bin(play) : way == 1 ? try_list(play) : try_acts(play);
    }
    assert_true(id != 0);
    return id;
}

/* ---- the shop ---- */

static void add_customer(Play *play, guint number)
{
    g_autofree char *name = g_strdup_printf("%u", number);
    people_add(play->fixture->db, &(Person){.number = name,
                                            .family = "Ott",
                                            .phone = "0421 84220",
                                            .birthday = "1956-05-03",
                                            .partner = "Kurt",
                                            .partner_birthday = "1952-02-29",
                                            .facts = "likes: Erdbeere; allergy: Nüsse"});
}

Play *play_new(Fixture *fixture, guint32 seed)
{
    Play *play = g_new0(Play, 1);
    play->fixture = fixture;
    play->chance = g_rand_new_with_seed(seed);
    play->texts = g_string_chunk_new(4096);
    play->now = (Moment){{2026, 3, 1}, 540};
    people_furnish(fixture->db);
    play->who = people_who(people_add_clerk(fixture->db, "Lina B."));
    play->who.branch_id = people_add_branch(fixture->db, "Markt");
    for (guint i = 1; i <= CUSTOMERS; i++) {
        add_customer(play, i);
    }
    return play;
}

void play_free(Play *play)
{
    g_rand_free(play->chance);
    g_string_chunk_free(play->texts);
    g_free(play);
}
