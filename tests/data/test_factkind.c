/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of notes: the program's and the owner's. */
#include "tests/data/people.h"

#include "data/base/fault.h"
#include "data/customer/factkind.h"

#include <string.h>

static GPtrArray *list(Db *db)
{
    g_autoptr(GError) error = NULL;
    GPtrArray *kinds = fact_kind_list(db, &error);
    expect_done(kinds != NULL, error);
    return kinds;
}

static FactKind *with_code(Db *db, const char *code)
{
    g_autoptr(GPtrArray) kinds = list(db);
    const FactKind *kind = fact_kind_by_code(kinds, code);
    assert_non_null(kind);
    return record_copy(kind);
}

static FactKind *new_kind(const char *label, const char *sensitivity)
{
    FactKind *kind = record_new(&fact_kind_type);
    record_set_text(&kind->label, label);
    record_set_text(&kind->sensitivity, sensitivity);
    return kind;
}

/* Adds an own kind and returns its id. */
static gint64 add(Db *db, const char *label)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    FactKind *kind = new_kind(label, "plain");
    expect_done(fact_kind_add(deed, kind, &error), error);
    gint64 id = kind->head.id;
    record_free(kind);
    people_commit(deed);
    return id;
}

/* Whether KIND can be stored; the fault is FAULT when it cannot. */
static void expect_refused(Db *db, FactKind *kind, int fault)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Deed) deed = people_begin(db);
    bool ok = kind->head.id == 0 ? fact_kind_add(deed, kind, &error)
                                 : fact_kind_change(deed, kind, &error);
    assert_false(ok);
    expect_fault(error, fault);
}

/* "likes, dislikes, …": the codes from FIRST on. */
static char *codes_from(Db *db, const char *first)
{
    g_autoptr(GPtrArray) kinds = list(db);
    GString *text = g_string_new(NULL);
    bool begun = false;
    for (guint i = 0; i < kinds->len; i++) {
        const FactKind *kind = g_ptr_array_index(kinds, i);
        begun = begun || strcmp(kind->code, first) == 0;
        if (begun) {
            g_string_append_printf(text, "%s%s", text->len > 0 ? " " : "", kind->code);
        }
    }
    return g_string_free(text, FALSE);
}

static void fact_kind_add__makes_a_code_of_its_own__and_stands_last(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    add(db, "Haustier & Hühner");
    add(db, "🐕");
    add(db, "🐈");
    add(db, "Allergy!?x");
    g_autofree char *codes = codes_from(db, "note");
    assert_string_equal(codes, "note own_haustier_huhner own_kind own_kind_2 own_allergy_x");
    FactKind *own = with_code(db, "own_kind_2"), *built_in = with_code(db, "note");
    assert_true(fact_kind_is_own(own));
    assert_false(fact_kind_is_own(built_in));
    assert_string_equal(fact_kind_label(own), "🐈");
    assert_string_equal(fact_kind_label(built_in), "Note");
    record_free(own);
    record_free(built_in);
}

static void fact_kind_add__is_taken_back_and_done_again(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    g_autofree char *before = people_dump(db);
    add(db, "Pet");
    g_autofree char *with = people_dump(db);
    gint64 undo = people_undo(db, people_last(db, 0));
    g_autofree char *without = people_dump(db);
    assert_string_equal(without, before);
    people_undo(db, undo);
    g_autofree char *again = people_dump(db);
    assert_string_equal(again, with);
}

static void fact_kind_add__refuses_an_empty_or_taken_name(void **state)
{
    static const struct {
        const char *label;
        int fault;
    } cases[] = {
        {NULL, FAULT_REFUSED}, {"Likes", FAULT_TAKEN}, {"LIKES", FAULT_TAKEN},
        {"pét", FAULT_TAKEN},  {"🐕", FAULT_TAKEN},
    };
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    add(db, "Pet");
    add(db, "🐕");
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        FactKind *kind = new_kind(cases[i].label, "plain");
        expect_refused(db, kind, cases[i].fault);
        record_free(kind);
    }
    /* The database has the last word on what it does not know. */
    FactKind *strange = new_kind("Horoscope", "stars");
    expect_refused(db, strange, FAULT_REFUSED);
    record_free(strange);
}

static void change(Db *db, FactKind *kind)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    expect_done(fact_kind_change(deed, kind, &error), error);
    people_commit(deed);
}

static void fact_kind_change__gives_the_programs_kind_another_name__and_its_own_again(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    g_autofree char *before = people_dump(db);
    FactKind *kind = with_code(db, "likes");
    record_set_text(&kind->label, "Mag besonders");
    change(db, kind);
    assert_string_equal(fact_kind_label(kind), "Mag besonders");
    assert_string_equal(fact_kind_word(kind), "Likes");
    /* Its old name is free now, but not for long. */
    gint64 own = add(db, "Likes");
    record_set_text(&kind->label, "");
    expect_refused(db, kind, FAULT_TAKEN);
    people_undo(db, people_last(db, 0));
    g_autoptr(GPtrArray) kinds = list(db);
    assert_null(fact_kind_by_id(kinds, own));
    change(db, kind);
    assert_string_equal(fact_kind_label(kind), "Likes");
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
    record_free(kind);
}

static void fact_kind_change__leaves_the_rest_of_the_programs_kinds(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    FactKind *warning = with_code(db, "likes"), *once = with_code(db, "likes");
    FactKind *plain = with_code(db, "allergy");
    warning->is_warning = 1;
    once->is_once = 1;
    record_set_text(&plain->sensitivity, "plain");
    expect_refused(db, warning, FAULT_REFUSED);
    expect_refused(db, once, FAULT_REFUSED);
    expect_refused(db, plain, FAULT_REFUSED);
    record_free(warning);
    record_free(once);
    record_free(plain);
}

static void fact_kind_change__is_a_conflict__when_somebody_was_faster(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    add(db, "Pet");
    FactKind *mine = with_code(db, "own_pet"), *theirs = with_code(db, "own_pet");
    theirs->is_warning = 1;
    record_set_text(&theirs->sensitivity, "health");
    change(db, theirs);
    record_set_text(&mine->label, "Animal");
    expect_refused(db, mine, FAULT_CONFLICT);
    record_set_text(&theirs->label, NULL);
    expect_refused(db, theirs, FAULT_REFUSED);
    record_free(mine);
    record_free(theirs);
}

static void move(Db *db, const char *code, int step)
{
    g_autoptr(GError) error = NULL;
    FactKind *kind = with_code(db, code);
    Deed *deed = people_begin(db);
    expect_done(fact_kind_move(deed, kind->head.id, step, &error), error);
    record_free(kind);
    people_commit(deed);
}

static void fact_kind_move__changes_the_order__as_far_as_there_are_places(void **state)
{
    static const struct {
        int step;
        const char *order;
    } cases[] = {
        {-1, "interest occasion belief tag own_pet note"},
        {-1, "interest occasion belief own_pet tag note"},
        {2, "interest occasion belief tag note own_pet"},
        {5, "interest occasion belief tag note own_pet"},
        {-2, "interest occasion belief own_pet tag note"},
        {0, "interest occasion belief own_pet tag note"},
    };
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    add(db, "Pet");
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        move(db, "own_pet", cases[i].step);
        g_autofree char *order = codes_from(db, "interest");
        assert_string_equal(order, cases[i].order);
    }
    move(db, "own_pet", -100);
    g_autofree char *first = codes_from(db, "own_pet");
    assert_true(g_str_has_prefix(first, "own_pet allergy caution"));
    people_undo(db, people_last(db, 0));
    g_autofree char *back = codes_from(db, "interest");
    assert_string_equal(back, "interest occasion belief own_pet tag note");

    g_autoptr(GError) error = NULL;
    g_autoptr(Deed) deed = people_begin(db);
    assert_false(fact_kind_move(deed, 4711, 1, &error));
    expect_fault(error, FAULT_MISSING);
}

static bool remove_kind(Db *db, gint64 id, GError **error)
{
    g_autoptr(Deed) deed = people_begin(db);
    return fact_kind_remove(deed, id, error) && deed_commit(deed, NULL, error);
}

static void fact_kind_remove__takes_own_kinds__that_no_note_uses(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) in_use = NULL, built_in = NULL, error = NULL, missing = NULL;
    people_furnish(db);
    g_autofree char *before = people_dump(db);
    gint64 id = add(db, "Pet");
    const Person ott = {.family = "Ott", .facts = "own_pet: Dackel; own_pet: Katze; likes: Torte"};
    people_add(db, &ott);
    assert_false(remove_kind(db, id, &in_use));
    expect_fault(in_use, FAULT_REFUSED);
    assert_non_null(strstr(in_use->message, "2 notes"));

    g_autoptr(GHashTable) uses = fact_kind_uses(db, &error);
    expect_done(uses != NULL, error);
    assert_int_equal(*(const gint64 *)g_hash_table_lookup(uses, &id), 2);
    assert_int_equal(g_hash_table_size(uses), 2);

    people_undo(db, people_last(db, 0));
    expect_done(remove_kind(db, id, &error), error);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
    people_undo(db, people_last(db, 0));
    FactKind *again = with_code(db, "own_pet");
    assert_int_equal(again->head.id, id);
    record_free(again);

    FactKind *likes = with_code(db, "likes");
    assert_false(remove_kind(db, likes->head.id, &built_in));
    expect_fault(built_in, FAULT_REFUSED);
    record_free(likes);
    assert_false(remove_kind(db, 4711, &missing));
    expect_fault(missing, FAULT_MISSING);
}

static void fact_kind_named__finds_the_owners_wording__at_the_beginning(void **state)
{
    static const struct {
        const char *words, *code;
    } cases[] = {
        {"Pet: a dachshund", "own_pet"},
        {"PET dachshund", "own_pet"},
        {"pet", "own_pet"},
        {"Pet food: no fish", "own_pet_food"},
        {"petunias", NULL},
        {"a pet", NULL},
        {"Likes cake", NULL},
        {"Lieblingstorte Erdbeer", "likes"},
        {"interest: jazz", "interest"},
        {"Interest in jazz", NULL},
        {"Note: call", "note"},
        {": jazz", NULL},
        {"", NULL},
        {"🐕", NULL},
    };
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    add(db, "Pet");
    add(db, "Pet food");
    add(db, "🐕");
    FactKind *likes = with_code(db, "likes");
    record_set_text(&likes->label, "Lieblingstorte");
    change(db, likes);
    record_free(likes);
    g_autoptr(GPtrArray) kinds = list(db);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        const FactKind *kind = fact_kind_named(kinds, cases[i].words);
        if (g_strcmp0(kind != NULL ? kind->code : NULL, cases[i].code) != 0) {
            fail_msg("\"%s\" is taken for %s", cases[i].words, kind != NULL ? kind->code : "none");
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fact_kind_add__makes_a_code_of_its_own__and_stands_last),
        cmocka_unit_test(fact_kind_add__is_taken_back_and_done_again),
        cmocka_unit_test(fact_kind_add__refuses_an_empty_or_taken_name),
        cmocka_unit_test(fact_kind_change__gives_the_programs_kind_another_name__and_its_own_again),
        cmocka_unit_test(fact_kind_change__leaves_the_rest_of_the_programs_kinds),
        cmocka_unit_test(fact_kind_change__is_a_conflict__when_somebody_was_faster),
        cmocka_unit_test(fact_kind_move__changes_the_order__as_far_as_there_are_places),
        cmocka_unit_test(fact_kind_remove__takes_own_kinds__that_no_note_uses),
        cmocka_unit_test(fact_kind_named__finds_the_owners_wording__at_the_beginning),
    };
    return fixture_for_each_engine("factkind", tests, G_N_ELEMENTS(tests));
}
