/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings: what holds, and changing it. */
#include "tests/tui/desk.h"

#include "data/setting.h"
#include "tests/data/people.h"
#include "tui/counter.h"
#include "tui/screens/home.h"
#include "tui/screens/settings.h"
#include "tui/spans.h"

/* Emma's shop with the settings over home. */
static Desk *desk_settings(int rows, int cols)
{
    Desk *desk = g_new0(Desk, 1);
    desk->emma = emma_new();
    desk->harness = harness_new(rows, cols, desk->emma->shop);
    harness_open(desk->harness, &screen_home, NULL);
    harness_press(desk->harness, "Ctrl-T");
    assert_string_equal(desk_top(desk), "settings");
    return desk;
}

/* Goes to the row number ROW, from 0, and opens it. */
static void open_row(Desk *desk, guint row)
{
    harness_press(desk->harness, "Home");
    for (guint i = 0; i < row; i++) {
        harness_press(desk->harness, "Down");
    }
    harness_press(desk->harness, "Enter");
}

enum {
    ROW_NAME,
    ROW_BRANCHES,
    ROW_CLERKS,
    ROW_KINDS,
    ROW_CAUSES,
    ROW_REASONS,
    ROW_AHEAD,
    ROW_ACTIVE,
    ROW_LEAP,
    ROW_SURVEY,
    ROW_COUNTRY,
    ROW_IDLE,
    ROW_PLAN,
    ROW_RULES,
    ROW_PER_MONTH,
    ROW_A_DAY,
    ROW_GESTURES,
    ROW_BRANCH,
    ROW_BACKUPS,
    ROW_PLACE,
    ROW_LANGUAGE,
    ROW_LOOK,
    ROW_KEYS
};

/* Types TEXT over what stands in the box of ROW, and takes it. */
static void answer(Desk *desk, guint row, const char *text)
{
    open_row(desk, row);
    harness_press(desk->harness, "Ctrl-U");
    harness_type(desk->harness, text);
    harness_press(desk->harness, "Enter");
}

static char *stored(const Desk *desk, const char *name)
{
    g_autoptr(GError) error = NULL;
    char *value = NULL;
    expect_done(setting_get(desk->emma->shop->db, name, "?", &value, &error), error);
    return value;
}

static void expect_stored(const Desk *desk, const char *name, const char *wanted)
{
    g_autofree char *value = stored(desk, name);
    assert_string_equal(value, wanted);
}

static const Counter *counter_at(const Desk *desk)
{
    return app_data(harness_app(desk->harness));
}

static void settings__show_what_holds__and_explain_it(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_settings(24, 80);
    harness_golden(desk->harness, "settings");
    harness_press(desk->harness, "End");
    harness_expect(desk->harness, "Which key does what");
    harness_press(desk->harness, "Home Down Down Down");
    harness_resize(desk->harness, 12, 40);
    harness_golden(desk->harness, "settings-small");
    harness_resize(desk->harness, 60, 200);
    harness_expect(desk->harness, "THIS COUNTER");
}

static void settings__rename_the_shop__in_the_header_at_once(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_settings(24, 80);
    answer(desk, ROW_NAME, "Emma & Töchter");
    g_autofree char *header = harness_line(desk->harness, 0);
    assert_true(g_str_has_prefix(header, " Emma & Töchter"));
    harness_expect(desk->harness, "Saved. It holds from now on.");
    expect_stored(desk, SETTING_SHOP_NAME, "Emma & Töchter");
    assert_string_equal(desk->emma->shop->name, "Emma & Töchter");
    /* Leaving it alone writes nothing. */
    open_row(desk, ROW_NAME);
    harness_type(desk->harness, "x");
    harness_press(desk->harness, "Esc");
    expect_stored(desk, SETTING_SHOP_NAME, "Emma & Töchter");
}

static void settings__read_days__as_people_write_them(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_settings(24, 80);
    const Person late = {.family = "Spät", .birthday = "1970-12-01"};
    people_add(desk->emma->shop->db, &late);
    open_row(desk, ROW_AHEAD);
    harness_press(desk->harness, "Ctrl-U");
    harness_type(desk->harness, "14 tage");
    harness_expect(desk->harness, "   2 weeks");
    harness_golden(desk->harness, "settings-days");
    harness_press(desk->harness, "Ctrl-U");
    harness_type(desk->harness, "bald");
    harness_press(desk->harness, "Enter");
    harness_expect(desk->harness, "Please type how many days");
    harness_press(desk->harness, "Ctrl-U");
    harness_type(desk->harness, "10 Wochen");
    assert_false(harness_shows(desk->harness, "Please type"));
    harness_press(desk->harness, "Enter");
    harness_expect(desk->harness, "Please type how many days");
    expect_stored(desk, SETTING_DAYS_AHEAD, "?");
    harness_press(desk->harness, "Ctrl-U");
    harness_type(desk->harness, "zwei Wochen");
    harness_press(desk->harness, "Enter");
    expect_stored(desk, SETTING_DAYS_AHEAD, "14");
    harness_press(desk->harness, "Esc");
    harness_expect(desk->harness, "Spät");
}

/* Another counter of the shop changes the setting NAME. */
static void set_elsewhere(const Desk *desk, const char *name, const char *value)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Shop) other =
        shop_open(desk->emma->path, DB_READ_WRITE, NULL, "2026-11-21T13:32:00Z", &error);
    expect_done(other != NULL && setting_set(other->db, name, value, &error), error);
}

static void settings__of_another_counter__hold_here_when_home_is_loaded(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_settings(24, 80);
    harness_press(desk->harness, "Esc");
    set_elsewhere(desk, SETTING_SHOP_NAME, "Emmas Torten");
    set_elsewhere(desk, SETTING_IDLE_MINUTES, "17");
    app_refresh(harness_app(desk->harness));
    harness_settle(desk->harness);
    g_autofree char *header = harness_line(desk->harness, 0);
    assert_true(g_str_has_prefix(header, " Emmas Torten"));
    assert_int_equal(counter_at(desk)->idle_minutes, 17);
    /* Whoever stands here stays. */
    assert_non_null(g_strrstr(header, "Lina B."));
}

static void settings__keep_29_february__where_the_owner_says(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_settings(24, 80);
    open_row(desk, ROW_LEAP);
    harness_press(desk->harness, "Down Enter");
    expect_stored(desk, SETTING_LEAP_RULE, "1");
    harness_expect(desk->harness, "kept on 1 March");
    open_row(desk, ROW_LEAP);
    harness_press(desk->harness, "Up Enter");
    expect_stored(desk, SETTING_LEAP_RULE, "28");
}

static void settings__change_the_idle_time__at_once(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_settings(24, 80);
    answer(desk, ROW_IDLE, "eine Stunde");
    expect_stored(desk, SETTING_IDLE_MINUTES, "60");
    assert_int_equal(counter_at(desk)->idle_minutes, 60);
    answer(desk, ROW_IDLE, "nie");
    expect_stored(desk, SETTING_IDLE_MINUTES, "0");
    assert_int_equal(counter_at(desk)->idle_minutes, 0);
    harness_expect(desk->harness, "never");
}

static void settings__change_the_country__of_phone_numbers(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_settings(24, 80);
    answer(desk, ROW_COUNTRY, "Austria");
    harness_expect(desk->harness, "Please type the digits");
    harness_press(desk->harness, "Ctrl-U");
    harness_type(desk->harness, "0043");
    harness_press(desk->harness, "Enter");
    expect_stored(desk, SETTING_COUNTRY_CODE, "43");
    harness_expect(desk->harness, "+43");
    people_expect_sound(desk->emma->shop->db);
}

static void settings__put_the_counter_into_a_branch__and_remember_it(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    g_autoptr(GError) error = NULL;
    gint64 harbour = people_add_branch(desk->emma->shop->db, "Hafen");
    /* Two places, and nobody said in which this one is. */
    Counter *counter = app_data(harness_app(desk->harness));
    expect_done(counter_read(counter, desk->emma->shop, &error), error);
    assert_int_equal(counter->branch_id, 0);
    counter_show(harness_app(desk->harness));
    harness_settle(desk->harness);
    harness_expect(desk->harness, "Which branch is this counter in?");
    desk_open(desk, &screen_settings, NULL);
    harness_press(desk->harness, "End");
    harness_expect(desk->harness, "not said yet");
    open_row(desk, ROW_BRANCH);
    harness_press(desk->harness, "Down Enter");
    harness_expect(desk->harness, "This counter is in Hafen.");
    g_autofree char *header = harness_line(desk->harness, 0);
    assert_non_null(g_strrstr(header, "Hafen"));
    assert_int_equal(counter->branch_id, harbour);
    g_autoptr(Counter) later = counter_new(counter->spare_folder, counter->config_folder);
    expect_done(counter_read(later, desk->emma->shop, &error), error);
    assert_string_equal(later->branch, "Hafen");
}

static void settings__open_lists_of_their_own(void **state)
{
    static const struct {
        guint row;
        const char *screen;
    } cases[] = {
        {ROW_BRANCHES, "branches"}, {ROW_CLERKS, "clerk"},    {ROW_KINDS, "kinds"},
        {ROW_PLACE, "shopplace"},   {ROW_LANGUAGE, "choice"}, {ROW_LOOK, "looks"},
        {ROW_KEYS, "keylist"},
    };
    (void)state;
    g_autoptr(Desk) desk = desk_settings(24, 80);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        open_row(desk, cases[i].row);
        assert_string_equal(desk_top(desk), cases[i].screen);
        harness_press(desk->harness, "Esc");
        assert_string_equal(desk_top(desk), "settings");
    }
}

static void settings__change_nothing__in_a_shop_that_can_only_be_read(void **state)
{
    (void)state;
    Emma *emma = emma_new();
    emma_reopen(emma, DB_READ_ONLY);
    g_autoptr(Desk) desk = g_new0(Desk, 1);
    desk->emma = emma;
    desk->harness = harness_new(24, 80, emma->shop);
    harness_open(desk->harness, &screen_settings, NULL);
    for (guint row = ROW_NAME; row <= ROW_IDLE; row++) {
        open_row(desk, row);
        assert_string_equal(desk_top(desk), "settings");
        harness_expect(desk->harness, "This shop can only be read");
    }
    open_row(desk, ROW_LOOK);
    assert_string_equal(desk_top(desk), "looks");
}

static void settings__stand_hostile_names(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_settings(24, 80);
    answer(desk, ROW_NAME,
           "Zoé\u202E 👩‍👩‍👧 العربية "
           "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft");
    people_add_branch(
        desk->emma->shop->db,
        "\u202EGrundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnungsamt");
    harness_press(desk->harness, "Esc Ctrl-T");
    harness_golden(desk->harness, "settings-hostile");
}

static void spans__are_said_as_people_say_them(void **state)
{
    static const struct {
        int days;
        const char *said;
    } days[] = {{0, "0 days"}, {1, "1 day"}, {7, "1 week"}, {10, "10 days"}, {14, "2 weeks"}};
    static const struct {
        int minutes;
        const char *said;
    } minutes[] = {
        {0, "never"}, {1, "1 minute"}, {5, "5 minutes"}, {60, "1 hour"}, {90, "90 minutes"}};
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(days); i++) {
        g_autofree char *said = spans_days(days[i].days);
        assert_string_equal(said, days[i].said);
    }
    for (guint i = 0; i < G_N_ELEMENTS(minutes); i++) {
        g_autofree char *said = spans_minutes(minutes[i].minutes);
        assert_string_equal(said, minutes[i].said);
    }
}

int main(void)
{
    g_setenv("TZ", "Europe/Berlin", TRUE);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(settings__show_what_holds__and_explain_it),
        cmocka_unit_test(settings__rename_the_shop__in_the_header_at_once),
        cmocka_unit_test(settings__read_days__as_people_write_them),
        cmocka_unit_test(settings__of_another_counter__hold_here_when_home_is_loaded),
        cmocka_unit_test(settings__keep_29_february__where_the_owner_says),
        cmocka_unit_test(settings__change_the_idle_time__at_once),
        cmocka_unit_test(settings__change_the_country__of_phone_numbers),
        cmocka_unit_test(settings__put_the_counter_into_a_branch__and_remember_it),
        cmocka_unit_test(settings__open_lists_of_their_own),
        cmocka_unit_test(settings__change_nothing__in_a_shop_that_can_only_be_read),
        cmocka_unit_test(settings__stand_hostile_names),
        cmocka_unit_test(spans__are_said_as_people_say_them),
    };
    return cmocka_run_group_tests_name("settings", tests, NULL, NULL);
}
