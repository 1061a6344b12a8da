/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Thousands of random deeds on customers: taken back in reverse, the shop is what it was. */
#include "tests/data/people.h"

#include "data/agenda/due.h"
#include "data/base/fault.h"
#include "data/customer/consent.h"
#include "data/customer/contact.h"
#include "data/customer/fact.h"
#include "data/customer/factkind.h"
#include "data/customer/kin.h"

enum { DEEDS = 400, BETWEEN_LOOKS = 100 };

typedef struct {
    Db *db;
    GRand *chance;
    gint64 clerk;
} Play;

static guint roll(Play *play, guint sides)
{
    return (guint)g_rand_int_range(play->chance, 0, (gint32)sides);
}

static char *some_words(Play *play)
{
    static const char *const words[] = {"Torte", "Müller", "ohne Nüsse", "mag's süß",
                                        "Łódź",  "x",      "\"Zitat\"",  "0421 84220"};
    return g_strdup_printf("%s %u", words[roll(play, G_N_ELEMENTS(words))], roll(play, 50));
}

static void set_words(Play *play, char **place)
{
    g_autofree char *words = roll(play, 5) == 0 ? NULL : some_words(play);
    record_set_text(place, words);
}

static gint64 any_id(Play *play, const char *sql)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_autoptr(Rows) rows = db_query(play->db, sql, DB_NO_VALUES, &error);
    expect_done(rows != NULL, error);
    while (rows_next(rows, &error)) {
        gint64 id = rows_int(rows, 0);
        g_array_append_val(ids, id);
    }
    expect_done(true, error);
    return ids->len == 0 ? 0 : g_array_index(ids, gint64, roll(play, ids->len));
}

static gint64 any_customer(Play *play)
{
    return any_id(play, "SELECT id FROM customer ORDER BY id");
}

static void add_somebody(Play *play, Deed *deed)
{
    g_autofree char *name = some_words(play), *phone = g_strdup_printf("0421 %u", roll(play, 900));
    const Person person = {
        .family = name,
        .given = roll(play, 2) == 0 ? "Änne" : NULL,
        .phone = phone,
        .phone2 = roll(play, 2) == 0 ? "0171 2345678" : NULL,
        .birthday = roll(play, 2) == 0 ? "--05-03" : NULL,
        .partner = roll(play, 3) == 0 ? "Kurt" : NULL,
        .partner_birthday = "1952-02-29",
        .facts = roll(play, 2) == 0 ? "likes: Erdbeere; allergy: Nüsse" : NULL,
    };
    people_add_in(deed, &person);
}

static void change_rows(Play *play, Sheet *sheet)
{
    Contact *contact = sheet->contacts->len > 0 && roll(play, 2) == 0
                           ? g_ptr_array_index(sheet->contacts, roll(play, sheet->contacts->len))
                           : sheet_add(sheet, &contact_type);
    record_set_text(&contact->kind, roll(play, 2) == 0 ? "phone" : "email");
    set_words(play, &contact->value);
    if (sheet->facts->len > 0) {
        set_words(play,
                  &((Fact *)g_ptr_array_index(sheet->facts, roll(play, sheet->facts->len)))->words);
    }
    if (sheet->relations->len > 0 && roll(play, 3) == 0) {
        set_words(play, &((Relation *)g_ptr_array_index(sheet->relations,
                                                        roll(play, sheet->relations->len)))
                             ->name);
    }
    if (sheet->occasions->len > 0 && roll(play, 3) == 0) {
        Occasion *occasion = g_ptr_array_index(sheet->occasions, roll(play, sheet->occasions->len));
        occasion_set_day(occasion,
                         roll(play, 3) == 0 ? DAY_NONE : (Day){0, (int)roll(play, 12) + 1, 17});
    }
}

static void change_somebody(Play *play, Deed *deed, gint64 customer)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Sheet) sheet = sheet_load(play->db, customer, &error);
    expect_done(sheet != NULL, error);
    set_words(play, &sheet->customer->company);
    set_words(play, &sheet->customer->title);
    g_autofree char *name = some_words(play);
    record_set_text(&sheet->customer->family_name, name);
    change_rows(play, sheet);
    expect_done(sheet_save(deed, sheet, &error), error);
    /* A second save in the same deed changes rows that are new in it. */
    if (roll(play, 3) == 0) {
        change_rows(play, sheet);
        expect_done(sheet_save(deed, sheet, &error), error);
    }
}

static void greet_somebody(Play *play, Deed *deed)
{
    g_autoptr(GError) error = NULL;
    gint64 occasion = any_id(play, "SELECT id FROM occasion ORDER BY id");
    int year = 2020 + (int)roll(play, 3);
    if (occasion != 0) {
        bool done = roll(play, 3) == 0 ? due_ungreet(deed, occasion, year, &error)
                                       : due_greet(deed, occasion, year, "in the shop", &error);
        expect_done(done, error);
    }
}

static void relate_somebody(Play *play, Deed *deed, gint64 customer)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) days = g_ptr_array_new_with_free_func(record_free);
    Relation *relation = record_new(&relation_type);
    relation->customer_id = customer;
    relation->other_customer_id = any_customer(play);
    record_set_text(&relation->kind, "friend");
    record_set_text(&relation->name, "Ida");
    bool done = kin_save(deed, relation, days, &error);
    record_free(relation);
    expect_done(done, error);
}

static void act(Play *play, Deed *deed)
{
    g_autoptr(GError) error = NULL;
    static const char *const states[] = {"given", "refused", "withdrawn"};
    gint64 customer = any_customer(play);
    guint choice = customer == 0 ? 0 : roll(play, 12);
    if (choice <= 2) {
        add_somebody(play, deed);
    } else if (choice <= 7) {
        change_somebody(play, deed, customer);
    } else if (choice == 8) {
        expect_done(sheet_remove(deed, customer, &error), error);
    } else if (choice == 9) {
        greet_somebody(play, deed);
    } else if (choice == 10) {
        expect_done(consent_note(deed, customer, "health", states[roll(play, 3)], "2026-03-01",
                                 "in the shop", &error),
                    error);
    } else {
        relate_somebody(play, deed, customer);
    }
}

/* One to three acts in one deed. */
static gint64 do_something(Play *play)
{
    g_autoptr(GError) error = NULL;
    Who who = people_who(play->clerk);
    Deed *deed = deed_begin(play->db, &who, "a test", &error);
    expect_done(deed != NULL, error);
    for (guint i = roll(play, 3) + 1; i > 0; i--) {
        act(play, deed);
    }
    return people_commit(deed);
}

/* The last deed that stands, 0 when there is none. */
static gint64 last(Play *play)
{
    g_autoptr(GError) error = NULL;
    const char *verb = NULL;
    gint64 id = 0;
    expect_done(deed_last(play->db, play->clerk, &id, &verb, &error), error);
    return id;
}

static gint64 undo(Play *play, gint64 deed)
{
    g_autoptr(GError) error = NULL;
    Who who = people_who(play->clerk);
    gint64 id = 0;
    expect_done(deed_undo(play->db, &who, deed, &id, &error), error);
    return id;
}

static void expect_same(Play *play, const char *wanted, const char *when, guint step)
{
    g_autofree char *found = people_dump(play->db);
    if (g_strcmp0(found, wanted) != 0) {
        fail_msg("The shop is not what it was, %s deed %u.", when, step);
    }
}

/* One transaction around it all saves SQLite the disk; a server would keep each state of each row.
 */
static bool is_one_transaction(const Play *play)
{
    return db_engine(play->db) == DB_SQLITE;
}

/* The shop of the test with a few customers. */
static void set_up(Play *play, void **state, guint32 seed)
{
    g_autoptr(GError) error = NULL;
    play->db = ((Fixture *)*state)->db;
    play->chance = g_rand_new_with_seed(seed);
    people_furnish(play->db);
    play->clerk = people_add_clerk(play->db, "Lina");
    expect_done(!is_one_transaction(play) || db_begin(play->db, &error), error);
    Deed *deed = people_begin(play->db);
    deed_make_lasting(deed);
    for (guint i = 0; i < 10; i++) {
        add_somebody(play, deed);
    }
    people_commit(deed);
}

static void tear_down(Play *play)
{
    g_autoptr(GError) error = NULL;
    expect_done(!is_one_transaction(play) || db_commit(play->db, &error), error);
    people_expect_sound(play->db);
    g_rand_free(play->chance);
}

/* Each deed of STEPS (0: it changed nothing) is taken back, the last one first; STEPS then holds
 * the deeds that did it. */
static void undo_all(Play *play, GArray *steps, const GPtrArray *looks, const char *when)
{
    for (guint i = steps->len; i > 0; i--) {
        gint64 *step = &g_array_index(steps, gint64, i - 1);
        if ((i % BETWEEN_LOOKS) == 0) {
            expect_same(play, g_ptr_array_index(looks, i / BETWEEN_LOOKS), when, i);
        }
        *step = *step != 0 ? undo(play, *step) : 0;
    }
    expect_same(play, g_ptr_array_index(looks, 0), when, 0);
}

static void deed_undo__gives_the_first_shop_back__after_many_deeds(void **state)
{
    Play play;
    set_up(&play, state, 20260301);
    g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_autoptr(GPtrArray) looks = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < DEEDS; i++) {
        if (i % BETWEEN_LOOKS == 0) {
            g_ptr_array_add(looks, people_dump(play.db));
        }
        gint64 deed = do_something(&play);
        g_array_append_val(steps, deed);
    }
    g_ptr_array_add(looks, people_dump(play.db));
    undo_all(&play, steps, looks, "back before");
    assert_int_equal(last(&play), 0);
    /* And again, the first one first. */
    for (guint i = 0; i < DEEDS; i++) {
        gint64 *step = &g_array_index(steps, gint64, i);
        *step = *step != 0 ? undo(&play, *step) : 0;
    }
    expect_same(&play, g_ptr_array_index(looks, looks->len - 1), "again after", DEEDS);
    undo_all(&play, steps, looks, "back again before");
    tear_down(&play);
}

/* Tries to take back DEED, which may be in the way of later ones; then nothing has changed. */
static gint64 try_undo(Play *play, gint64 deed)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *before = people_dump(play->db);
    Who who = people_who(play->clerk);
    gint64 id = 0;
    if (deed_undo(play->db, &who, deed, &id, &error)) {
        return id;
    }
    if (!g_error_matches(error, FAULT, FAULT_CONFLICT) &&
        !g_error_matches(error, FAULT, FAULT_MISSING)) {
        fail_msg("Neither in the way nor gone: %s", error->message);
    }
    expect_same(play, before, "after a refusal at", (guint)deed);
    return 0;
}

static void
deed_undo__gives_the_first_shop_back__after_deeds_and_undoings_in_any_order(void **state)
{
    Play play;
    set_up(&play, state, 19560503);
    guint undone = 0;
    g_autofree char *first = people_dump(play.db);
    g_autoptr(GArray) deeds = g_array_new(FALSE, FALSE, sizeof(gint64));
    for (guint i = 0; i < DEEDS; i++) {
        /* One of the last fifteen deeds or undoings, else a new deed. */
        bool back = deeds->len > 0 && roll(&play, 3) == 0;
        guint depth = back ? roll(&play, MIN(deeds->len, 15)) : 0;
        gint64 deed = back ? try_undo(&play, g_array_index(deeds, gint64, deeds->len - 1 - depth))
                           : do_something(&play);
        undone += back && deed != 0;
        if (deed != 0) {
            g_array_append_val(deeds, deed);
        }
    }
    assert_true(undone > 50);
    for (gint64 deed = last(&play); deed != 0; deed = last(&play)) {
        undo(&play, deed);
    }
    expect_same(&play, first, "before", 0);
    tear_down(&play);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(deed_undo__gives_the_first_shop_back__after_many_deeds),
        cmocka_unit_test(
            deed_undo__gives_the_first_shop_back__after_deeds_and_undoings_in_any_order),
    };
    return fixture_for_each_engine("many deeds", tests, G_N_ELEMENTS(tests));
}
