/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Doing again what was taken back: the deeds of a clerk against a plain stack of states. */
#include "tests/data/people.h"

#include "data/base/fault.h"
#include "data/customer/contact.h"

enum { STEPS = 250 };

/* A clerk, and what the shop looked like after each deed that can be taken back or done again. */
typedef struct {
    gint64 clerk;
    GPtrArray *states; /* char *; the first one is from before all deeds */
    guint now;         /* the state the shop is in */
} Stack;

typedef bool (*FindFunc)(Db *db, gint64 clerk_id, gint64 *id, const char **verb, GError **error);

static gint64 find(Db *db, gint64 clerk, FindFunc func)
{
    g_autoptr(GError) error = NULL;
    const char *verb = NULL;
    gint64 id = -1;
    expect_done(func(db, clerk, &id, &verb, &error), error);
    assert_true((id == 0) == (verb == NULL));
    return id;
}

/* Presses Ctrl-Z (FIND: deed_last) or Ctrl-Y (deed_last_undone). False, with nothing changed, when
 * there is nothing, or a conflict. */
static bool press(Db *db, gint64 clerk, FindFunc func, bool *conflict)
{
    g_autoptr(GError) error = NULL;
    gint64 id = find(db, clerk, func);
    Who who = people_who(clerk);
    *conflict = false;
    if (id == 0) {
        return false;
    }
    g_autofree char *before = people_dump(db);
    if (deed_undo(db, &who, id, NULL, &error)) {
        return true;
    }
    expect_fault(error, FAULT_CONFLICT);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
    *conflict = true;
    return false;
}

static bool back(Db *db, gint64 clerk)
{
    bool conflict = false;
    bool done = press(db, clerk, deed_last, &conflict);
    assert_false(conflict);
    return done;
}

static bool again(Db *db, gint64 clerk)
{
    bool conflict = false;
    bool done = press(db, clerk, deed_last_undone, &conflict);
    assert_false(conflict);
    return done;
}

/* A deed of CLERK: it changes words, a phone, or all of CUSTOMER; 0 is a new one. */
static void act(Db *db, gint64 clerk, gint64 customer, guint choice, guint word)
{
    g_autoptr(GError) error = NULL;
    Who who = people_who(clerk);
    g_autofree char *words = g_strdup_printf("Hut %u", word);
    g_autoptr(Deed) deed = deed_begin(db, &who, "a test", &error);
    expect_done(deed != NULL, error);
    if (customer == 0) {
        const Person person = {.description = words, .phone = "0421 84220", .partner = "Kurt"};
        people_add_in(deed, &person);
    } else if (choice == 0) {
        expect_done(sheet_remove(deed, customer, &error), error);
    } else {
        g_autoptr(Sheet) sheet = sheet_load(db, customer, &error);
        expect_done(sheet != NULL, error);
        record_set_text(&sheet->customer->description, words);
        Contact *contact = sheet->contacts->len > 0 ? g_ptr_array_index(sheet->contacts, 0)
                                                    : sheet_add(sheet, &contact_type);
        record_set_text(&contact->kind, "phone");
        record_set_text(&contact->value, choice % 3 == 0 ? NULL : words);
        expect_done(sheet_save(deed, sheet, &error), error);
    }
    expect_done(deed_commit(deed, NULL, &error), error);
}

static gint64 any_customer(Db *db, GRand *chance)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) ids =
        db_get_ids(db, "SELECT id FROM customer ORDER BY id", DB_NO_VALUES, &error);
    expect_done(ids != NULL, error);
    guint choice = (guint)g_rand_int_range(chance, 0, (gint32)ids->len + 1);
    return choice < ids->len ? g_array_index(ids, gint64, choice) : 0;
}

static void expect_state(Db *db, const Stack *stack, guint step)
{
    g_autofree char *found = people_dump(db);
    if (g_strcmp0(found, g_ptr_array_index(stack->states, stack->now)) != 0) {
        fail_msg("After step %u the shop is not in state %u.", step, stack->now);
    }
}

static void step(Db *db, GRand *chance, Stack *stack, guint number)
{
    guint choice = (guint)g_rand_int_range(chance, 0, 10);
    if (choice < 3) {
        act(db, stack->clerk, any_customer(db, chance), (guint)g_rand_int_range(chance, 0, 8),
            number);
        g_ptr_array_set_size(stack->states, (gint)stack->now + 1);
        g_ptr_array_add(stack->states, people_dump(db));
        stack->now++;
    } else if (choice < 7) {
        assert_int_equal(back(db, stack->clerk), stack->now > 0);
        stack->now -= stack->now > 0 ? 1 : 0;
    } else {
        bool possible = stack->now + 1 < stack->states->len;
        assert_int_equal(again(db, stack->clerk), possible);
        stack->now += possible ? 1 : 0;
    }
    expect_state(db, stack, number);
}

static void deed_last_undone__is_a_plain_stack__in_any_order_of_keys(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    g_autoptr(GRand) chance = g_rand_new_with_seed(11);
    Stack stack = {people_add_clerk(db, "Lina"), g_ptr_array_new_with_free_func(g_free), 0};
    g_ptr_array_add(stack.states, people_dump(db));
    for (guint i = 0; i < STEPS; i++) {
        step(db, chance, &stack, i);
    }
    people_expect_sound(db);
    g_ptr_array_unref(stack.states);
}

/* ---- several clerks ---- */

static char *words_of(Db *db, gint64 customer)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Sheet) sheet = sheet_load(db, customer, &error);
    expect_done(sheet != NULL, error);
    return g_strdup(sheet->customer->description);
}

static void deed_last_undone__is_each_clerks_own(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    g_autoptr(GRand) chance = g_rand_new_with_seed(5);
    const Person person = {.description = "Hut"};
    Stack stacks[3];
    gint64 customers[3];
    for (guint i = 0; i < 3; i++) {
        customers[i] = people_add(db, &person);
        stacks[i] =
            (Stack){people_add_clerk(db, "Lina"), g_ptr_array_new_with_free_func(g_free), 0};
        g_ptr_array_add(stacks[i].states, words_of(db, customers[i]));
    }
    for (guint i = 0; i < STEPS; i++) {
        guint who = (guint)g_rand_int_range(chance, 0, 3),
              what = (guint)g_rand_int_range(chance, 0, 3);
        Stack *stack = &stacks[who];
        if (what == 0) {
            act(db, stack->clerk, customers[who], 1, i);
            g_ptr_array_set_size(stack->states, (gint)stack->now + 1);
            g_ptr_array_add(stack->states, words_of(db, customers[who]));
            stack->now++;
        } else if (what == 1) {
            stack->now -= back(db, stack->clerk) ? 1 : 0;
        } else {
            stack->now += again(db, stack->clerk) ? 1 : 0;
        }
        g_autofree char *words = words_of(db, customers[who]);
        assert_string_equal(words, g_ptr_array_index(stack->states, stack->now));
    }
    for (guint i = 0; i < 3; i++) {
        g_ptr_array_unref(stacks[i].states);
    }
}

/* Two clerks in each other's way: what cannot be taken back or done again changes nothing, and
 * whatever stands at the end goes back to the beginning, the last deed first. */
static void deed_last_undone__leaves_all_sound__when_clerks_are_in_each_others_way(void **state)
{
    static const char standing[] = "SELECT id FROM deed WHERE undoes IS NULL AND undone_by IS NULL "
                                   "AND clerk_id IS NOT NULL ORDER BY id DESC";
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    g_autoptr(GRand) chance = g_rand_new_with_seed(3);
    g_autoptr(GError) error = NULL;
    const gint64 clerks[] = {people_add_clerk(db, "Lina"), people_add_clerk(db, "Emma")};
    g_autofree char *first = people_dump(db);
    guint conflicts = 0;
    for (guint i = 0; i < STEPS; i++) {
        gint64 clerk = clerks[g_rand_int_range(chance, 0, 2)];
        guint what = (guint)g_rand_int_range(chance, 0, 3);
        bool conflict = false;
        if (what == 0) {
            act(db, clerk, any_customer(db, chance), (guint)g_rand_int_range(chance, 0, 8), i);
        } else {
            press(db, clerk, what == 1 ? deed_last : deed_last_undone, &conflict);
        }
        conflicts += conflict ? 1 : 0;
    }
    assert_true(conflicts > 0);
    people_expect_sound(db);
    g_autoptr(GArray) deeds = db_get_ids(db, standing, DB_NO_VALUES, &error);
    for (guint i = 0; i < deeds->len; i++) {
        people_undo(db, g_array_index(deeds, gint64, i));
    }
    g_autofree char *last = people_dump(db);
    assert_string_equal(last, first);
}

static void deed_last_undone__goes_with_the_next_deed__also_when_that_is_taken_back(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    gint64 customer = people_add(db, &people_hilde), clerk = people_add_clerk(db, "Lina");
    act(db, clerk, customer, 1, 1);
    act(db, clerk, customer, 1, 2);
    assert_int_equal(find(db, clerk, deed_last_undone), 0);
    back(db, clerk);
    back(db, clerk);
    act(db, clerk, customer, 1, 3);
    assert_int_equal(find(db, clerk, deed_last_undone), 0);
    back(db, clerk);
    assert_true(again(db, clerk));
    assert_false(again(db, clerk));
    /* What others do, and nobody in particular, ends nothing. */
    back(db, clerk);
    act(db, people_add_clerk(db, "Emma"), 0, 1, 4);
    act(db, 0, 0, 1, 5);
    assert_true(again(db, clerk));
    g_autofree char *words = words_of(db, customer);
    assert_string_equal(words, "Hut 3");
}

static void deed_last_undone__of_nobody__is_nobodys(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    gint64 clerk = people_add_clerk(db, "Lina");
    people_add(db, &people_hilde);
    back(db, 0);
    assert_int_equal(find(db, clerk, deed_last_undone), 0);
    assert_true(again(db, 0));
    assert_false(again(db, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(deed_last_undone__is_a_plain_stack__in_any_order_of_keys),
        cmocka_unit_test(deed_last_undone__is_each_clerks_own),
        cmocka_unit_test(deed_last_undone__leaves_all_sound__when_clerks_are_in_each_others_way),
        cmocka_unit_test(deed_last_undone__goes_with_the_next_deed__also_when_that_is_taken_back),
        cmocka_unit_test(deed_last_undone__of_nobody__is_nobodys),
    };
    return fixture_for_each_engine("redo", tests, G_N_ELEMENTS(tests));
}
