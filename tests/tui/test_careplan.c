/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The communication plan: its list, the form for a line, and a customer's own from the card. */
#include "tests/tui/desk.h"

#include "data/agenda/careplan.h"
#include "data/customer/consent.h"
#include "tests/data/people.h"
#include "tui/screens/card.h"
#include "tui/screens/careplan.h"
#include "tui/screens/home.h"
#include "tui/screens/settings.h"

#include <string.h>

static Db *db_of(const Desk *desk)
{
    return desk->emma->shop->db;
}

static void set_class(const Desk *desk, const char *number, const char *class, const char *close)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db_of(desk));
    Customer *customer =
        record_load(db_of(desk), &customer_type, emma_customer(desk->emma, number), &error);
    expect_done(customer != NULL, error);
    record_set_text(&customer->class, class);
    record_set_text(&customer->closeness, close);
    expect_done(record_update(deed, customer, &error), error);
    record_free(customer);
    people_commit(deed);
}

/* Types a line into the form for a new one, and saves. */
static void add(Desk *desk, const char *whom, const char *often, const char *way)
{
    harness_press(desk->harness, "n");
    harness_type(desk->harness, whom);
    harness_press(desk->harness, "Tab");
    harness_type(desk->harness, often);
    harness_press(desk->harness, "Tab");
    harness_press(desk->harness, way);
    harness_press(desk->harness, "F4");
    assert_string_equal(desk_top(desk), "careplan");
}

/* The lines of the customer (0: of the shop), a line each. */
static char *lines_of(const Desk *desk, gint64 customer_id)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) list = care_plan_list(db_of(desk), customer_id, &error);
    expect_done(list != NULL, error);
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < list->len; i++) {
        const CarePlan *plan = g_ptr_array_index(list, i);
        g_autofree char *words = care_plan_words(plan);
        g_string_append_printf(text, "%s%s%s\n", plan->class != NULL ? plan->class : "",
                               plan->tag != NULL ? plan->tag : "", words);
    }
    return g_string_free(text, FALSE);
}

static void expect_lines(const Desk *desk, gint64 customer_id, const char *expected)
{
    g_autofree char *lines = lines_of(desk, customer_id);
    assert_string_equal(lines, expected);
}

static void careplan__says_what_it_is__while_it_is_empty(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_careplan, NULL);
    harness_golden(desk->harness, "careplan-empty");
    harness_resize(desk->harness, 12, 40);
    harness_golden(desk->harness, "careplan-empty-small");
}

static void careplan__shows_whom_it_reaches__and_whom_not(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    g_autoptr(GError) error = NULL;
    set_class(desk, "1001", "A", "close");
    set_class(desk, "1002", "A", "known");
    set_class(desk, "1003", "A", NULL);
    set_class(desk, "1004", "B", NULL);
    Deed *deed = people_begin(db_of(desk));
    expect_done(consent_note(deed, emma_customer(desk->emma, "1001"), "news_phone", "given",
                             "2026-11-01", "in the shop", &error),
                error);
    people_commit(deed);
    desk_open(desk, &screen_careplan, NULL);
    add(desk, "Chor", "2x im Jahr", "Space");
    add(desk, "b", "every 8 weeks", "Space");
    add(desk, "a", "quarterly", "p");
    expect_lines(desk, 0,
                 "Aevery quarter by phone\nBevery 8 weeks with a visit\nChorevery half year with a "
                 "visit\n");
    harness_golden(desk->harness, "careplan");
    harness_resize(desk->harness, 12, 40);
    harness_golden(desk->harness, "careplan-small");
    harness_resize(desk->harness, 24, 80);
    harness_press(desk->harness, "End x");
    expect_lines(desk, 0, "Aevery quarter by phone\nBevery 8 weeks with a visit\n");
    harness_press(desk->harness, "Ctrl-Z");
    harness_expect(desk->harness, "Group Chor");
}

static void careline__reads_how_often__as_people_say_it(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_careplan, NULL);
    harness_press(desk->harness, "n");
    harness_type(desk->harness, "Kirchenchor");
    harness_expect(desk->harness, "the group “Kirchenchor”");
    harness_press(desk->harness, "Tab");
    harness_type(desk->harness, "vierteljährlich");
    harness_golden(desk->harness, "careline");
    harness_resize(desk->harness, 12, 40);
    harness_golden(desk->harness, "careline-small");
    harness_resize(desk->harness, 24, 80);
    harness_press(desk->harness, "Ctrl-U");
    harness_type(desk->harness, "now and then");
    harness_press(desk->harness, "F4");
    harness_expect(desk->harness, "Please say how often");
    expect_lines(desk, 0, "");
}

static void careline__wants__for_whom_and_how_often(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_careplan, NULL);
    harness_press(desk->harness, "n F4");
    harness_expect(desk->harness, "Please say for whom");
    harness_type(desk->harness, "A");
    harness_press(desk->harness, "F4");
    harness_expect(desk->harness, "Please say how often");
    expect_lines(desk, 0, "");
}

static void careline__refuses_a_second_line__for_the_same_people(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_careplan, NULL);
    add(desk, "A", "quarterly", "Home");
    harness_press(desk->harness, "n");
    harness_type(desk->harness, "a");
    harness_press(desk->harness, "Tab");
    harness_type(desk->harness, "weekly");
    harness_press(desk->harness, "F4");
    harness_expect(desk->harness, "There is a line for the same people");
    expect_lines(desk, 0, "Aevery quarter\n");
}

static void card__says_how_often__and_goes_back_to_the_plan(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    gint64 id = emma_customer(desk->emma, "1001");
    const CardArg arg = {id};
    desk_open(desk, &screen_card, &arg);
    harness_press(desk->harness, "h");
    assert_string_equal(desk_top(desk), "careline");
    harness_golden(desk->harness, "careline-own");
    harness_type(desk->harness, "twice a year");
    harness_press(desk->harness, "F4");
    assert_string_equal(desk_top(desk), "card");
    expect_lines(desk, id, "every half year\n");
    harness_press(desk->harness, "h");
    harness_expect(desk->harness, "Empty “How often”");
    harness_press(desk->harness, "Ctrl-U F4");
    assert_string_equal(desk_top(desk), "card");
    expect_lines(desk, id, "");
    harness_press(desk->harness, "Ctrl-Z");
    expect_lines(desk, id, "every half year\n");
}

static void card__says_never__where_it_was_noted(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    const CardArg arg = {emma_customer(desk->emma, "1001")};
    desk_open(desk, &screen_card, &arg);
    harness_press(desk->harness, "h");
    harness_expect(desk->harness, "Now no contact is planned.");
    harness_type(desk->harness, "never");
    harness_expect(desk->harness, "From now on no contact is planned.");
    harness_press(desk->harness, "F4");
    harness_resize(desk->harness, 40, 80);
    harness_expect(desk->harness, "never, as noted with h");
    harness_press(desk->harness, "h");
    harness_expect(desk->harness, "Now no contact is planned. Empty “How often”");
}

static void card__with_several_lines_of_their_own__lists_them(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    g_autoptr(GError) error = NULL;
    gint64 id = emma_customer(desk->emma, "1001");
    static const char *const channels[] = {"visit", "newsletter"};
    for (gsize i = 0; i < G_N_ELEMENTS(channels); i++) {
        Deed *deed = people_begin(db_of(desk));
        CarePlan *plan = record_new(&care_plan_type);
        plan->customer_id = id;
        plan->every = 4;
        record_set_text(&plan->unit, "week");
        record_set_text(&plan->from_day, "2026-11-01");
        record_set_text(&plan->channel, channels[i]);
        expect_done(care_plan_save(deed, plan, &error), error);
        record_free(plan);
        people_commit(deed);
    }
    const CardArg arg = {id};
    desk_open(desk, &screen_card, &arg);
    harness_press(desk->harness, "h");
    assert_string_equal(desk_top(desk), "careplan");
    harness_golden(desk->harness, "careplan-own");
}

static void card__writes_down__whether_we_may_call(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    gint64 id = emma_customer(desk->emma, "1004");
    const CardArg arg = {id};
    desk_open(desk, &screen_card, &arg);
    harness_press(desk->harness, "i");
    harness_golden(desk->harness, "card-consents");
    harness_press(desk->harness, "Enter Enter");
    assert_int_equal(people_number(db_of(desk),
                                   "SELECT COUNT(*) FROM consent WHERE customer_id = $1 AND "
                                   "purpose = 'news_phone' AND state = 'given'",
                                   DB_VALUES(db_int(id))),
                     1);
}

static void birthdays__say_what_to_do__by_how_close_somebody_is(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 100);
    set_class(desk, "1002", NULL, "close");
    desk_open(desk, &screen_home, NULL);
    harness_expect(desk->harness, "give a small gift");
    const CardArg arg = {emma_customer(desk->emma, "1002")};
    desk_open(desk, &screen_card, &arg);
    harness_expect(desk->harness, "give a small gift");
    harness_press(desk->harness, "Esc");
    desk_open(desk, &screen_settings, NULL);
    harness_press(desk->harness, "End Up Up Up Up Up Up");
    harness_expect(desk->harness, "from close to distant");
    harness_press(desk->harness, "Enter Enter End Enter");
    harness_expect(desk->harness, "give flowers · give a call");
    harness_press(desk->harness, "Esc");
    desk_open(desk, &screen_card, &arg);
    harness_expect(desk->harness, "give flowers");
}

static void settings__keep_the_limits__as_they_are_typed(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(40, 80);
    desk_open(desk, &screen_settings, NULL);
    harness_press(desk->harness, "End Up Up Up Up Up Up Up Up");
    harness_expect(desk->harness, "No customer hears");
    harness_press(desk->harness, "Enter");
    harness_type(desk->harness, "31");
    harness_press(desk->harness, "Enter");
    harness_expect(desk->harness, "from 1 to 30");
    harness_press(desk->harness, "Ctrl-U");
    harness_type(desk->harness, "0");
    harness_press(desk->harness, "Enter");
    harness_expect(desk->harness, "Contacts a month     no limit");
    harness_press(desk->harness, "Down Enter");
    harness_type(desk->harness, "keine");
    harness_press(desk->harness, "Enter");
    harness_expect(desk->harness, "Contacts a day       none");
}

static void careplan__stands_hostile_words(void **state)
{
    (void)state;
    static const char hostile[] = "Zoé\u202E\x1b[31m 👩‍👩‍👧 العربية ";
    g_autoptr(Desk) desk = desk_new(24, 80);
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) name = g_string_new(NULL);
    while (name->len < 1000) {
        g_string_append(name, hostile);
    }
    Deed *deed = people_begin(db_of(desk));
    CarePlan *plan = record_new(&care_plan_type);
    plan->every = 999;
    record_set_text(&plan->tag, name->str);
    record_set_text(&plan->words, name->str);
    record_set_text(&plan->unit, "year");
    record_set_text(&plan->channel, "social");
    record_set_text(&plan->from_day, "2026-11-01");
    expect_done(care_plan_save(deed, plan, &error), error);
    record_free(plan);
    people_commit(deed);
    desk_open(desk, &screen_careplan, NULL);
    harness_golden(desk->harness, "careplan-hostile");
    harness_press(desk->harness, "Enter");
    harness_golden(desk->harness, "careline-hostile");
    harness_resize(desk->harness, 12, 40);
    harness_press(desk->harness, "Esc");
    harness_golden(desk->harness, "careplan-hostile-small");
}

static void settings__hold_the_plan__and_its_limits(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(40, 80);
    desk_open(desk, &screen_settings, NULL);
    harness_golden(desk->harness, "settings-tall");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(careplan__says_what_it_is__while_it_is_empty),
        cmocka_unit_test(careplan__shows_whom_it_reaches__and_whom_not),
        cmocka_unit_test(careline__reads_how_often__as_people_say_it),
        cmocka_unit_test(careline__wants__for_whom_and_how_often),
        cmocka_unit_test(careline__refuses_a_second_line__for_the_same_people),
        cmocka_unit_test(card__says_how_often__and_goes_back_to_the_plan),
        cmocka_unit_test(card__says_never__where_it_was_noted),
        cmocka_unit_test(card__with_several_lines_of_their_own__lists_them),
        cmocka_unit_test(card__writes_down__whether_we_may_call),
        cmocka_unit_test(birthdays__say_what_to_do__by_how_close_somebody_is),
        cmocka_unit_test(settings__keep_the_limits__as_they_are_typed),
        cmocka_unit_test(careplan__stands_hostile_words),
        cmocka_unit_test(settings__hold_the_plan__and_its_limits),
    };
    return cmocka_run_group_tests_name("careplan", tests, NULL, NULL);
}
