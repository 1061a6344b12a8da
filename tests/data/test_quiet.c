/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quiet times: read as people say them, shown, and what lies in them. */
#include "data/agenda/quiet.h"
#include "data/base/fault.h"
#include "tests/data/people.h"

#include <locale.h>

static const Day today = {2026, 3, 2}; /* a Monday */

/* The times of QUIET, as text that is independent of quiet_text: weekdays hours season until. */
static char *times_of(const Quiet *quiet)
{
    GString *text = g_string_new(NULL);
    if (quiet->weekdays != RECORD_NONE) {
        g_string_append_printf(text, "w%d ", (int)quiet->weekdays);
    }
    if (quiet->from_minute != RECORD_NONE) {
        g_string_append_printf(text, "h%d-%d ", (int)quiet->from_minute, (int)quiet->to_minute);
    }
    if (quiet->from_month != 0) {
        g_string_append_printf(text, "s%d.%d-%d.%d ", (int)quiet->from_day, (int)quiet->from_month,
                               (int)quiet->to_day, (int)quiet->to_month);
    }
    if (quiet->until_day != NULL) {
        g_string_append_printf(text, "u%s ", quiet->until_day);
    }
    return g_strchomp(g_string_free(text, FALSE));
}

static Quiet *read_quiet(const char *text)
{
    Quiet *quiet = record_new(&quiet_type);
    if (!quiet_read(text, today, quiet)) {
        record_free(quiet);
        return NULL;
    }
    return quiet;
}

typedef struct {
    const char *text, *times; /* NULL: it is none */
} Said;

static const Said said[] = {
    {"Sa vormittag", "w32 h0-720"},
    {"Samstagvormittag", "w32 h0-720"},
    {"samstags", "w32"},
    {"Saturdays", "w32"},
    {"Mo-Fr 11-14 Uhr", "w31 h660-840"},
    {"Mo–Fr 11:30–14:00", "w31 h690-840"},
    {"Mon to Fri, 11 to 2 pm", "w31 h660-840"},
    {"Fr-Mo", "w113"},
    {"weekday mornings", "w31 h0-720"},
    {"every weekday morning", "w31 h0-720"},
    {"Di und Do", "w10"},
    {"Dezember", "s1.12-31.12"},
    {"im Februar", "s1.2-29.2"},
    {"December", "s1.12-31.12"},
    {"November bis Januar", "s1.11-31.1"},
    {"1.11.-24.12.", "s1.11-24.12"},
    {"1.11. - 24.12.", "s1.11-24.12"},
    {"vom 1. November bis 24. Dezember", "s1.11-24.12"},
    {"Nov 1 to Dec 24", "s1.11-24.12"},
    {"im Februar 2027", "s1.2-29.2 u2027-03-01"},
    {"1.12.-24.12.31", "s1.12-24.12 u2031-12-25"},
    {"bis Februar", "u2027-02-28"},
    {"bis Februar 2027", "u2027-02-28"},
    {"nicht vor Mai", "u2026-05-01"},
    {"erst ab Mai wieder", "u2026-05-01"},
    {"erst wieder im Mai", "u2026-05-01"},
    {"nur im Dezember", "s1.1-30.11"},
    {"nur im Sommer", "s1.9-31.5"},
    {"bis 10.1.", "u2027-01-10"},
    {"bis 10.01.2027 nicht anrufen", "u2027-01-10"},
    {"until 10 January", "u2027-01-10"},
    {"bis Freitag", "u2026-03-06"},
    {"bis morgen", "u2026-03-03"},
    {"erst ab 1.4. wieder", "u2026-04-01"},
    {"before 9", "h0-540"},
    {"before 9 am", "h0-540"},
    {"vor 9 Uhr nicht", "h0-540"},
    {"nach 18 Uhr", "h1080-1440"},
    {"nicht ab 20:15", "h1215-1440"},
    {"vor 9 und nach 18 Uhr", "h1080-540"},
    {"only after 18", "h0-1080"},
    {"nur abends", "h0-1080"},
    {"am besten zwischen 11 und 14 Uhr", "h840-660"},
    {"nicht erreichbar zwischen 11 und 14 Uhr", "h660-840"},
    {"nur samstags", "w95"},
    {"bis 10 Uhr", "h0-600"},
    {"22 bis 6 Uhr", "h1320-360"},
    {"nachts", "h1320-360"},
    {"weekends", "w96"},
    {"am Wochenende", "w96"},
    {"im Sommer", "s1.6-31.8"},
    {"winter", "s1.12-29.2"},
    {"Advent, samstags vormittags", "w32 h0-720 s27.11-24.12"},
    {"Mo-Fr 11-14 Uhr, im Dezember, bis 10.1.2028", "w31 h660-840 s1.12-31.12 u2028-01-10"},
    {"may be called any time", NULL},
    {"in May", "s1.5-31.5"},
    {"please do not call", NULL},
    {"so nicht", NULL},
    {"hat 2 Kinder", NULL},
    {"nur Sa vormittag", NULL},
    {"", NULL},
    {"31.2.", NULL},
    {"25 bis 26 Uhr", NULL},
};

static void quiet_read__reads__what_people_say(void **state)
{
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(said); i++) {
        Quiet *quiet = read_quiet(said[i].text);
        g_autofree char *times = quiet != NULL ? times_of(quiet) : NULL;
        if (g_strcmp0(times, said[i].times) != 0) {
            fail_msg("“%s” was read as “%s”", said[i].text, times != NULL ? times : "nothing");
        }
        record_free(quiet);
    }
}

static void quiet_read__leaves_the_rest_alone__whatever_it_finds(void **state)
{
    (void)state;
    Quiet *quiet = record_new(&quiet_type);
    quiet->customer_id = 7;
    quiet->weekdays = 1;
    record_set_text(&quiet->words, "montags");
    assert_false(quiet_read("gern", today, quiet));
    assert_int_equal(quiet->weekdays, 1);
    assert_true(quiet_read("Dezember", today, quiet));
    assert_int_equal(quiet->weekdays, RECORD_NONE);
    assert_int_equal(quiet->customer_id, 7);
    assert_string_equal(quiet->words, "montags");
    record_free(quiet);
}

static void quiet_read__takes__hostile_text(void **state)
{
    static const char *const hostile[] = {
        "\xff\xfe 11-14",  "--------",    "1.1.1.1.1.1.1.", "99999999999999999999-1",
        "bis bis bis bis", "Mo-Mo-Mo-Mo", "24-24",          "vor",
        "ab 24",           "0-0",         "bis 0",
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(hostile); i++) {
        record_free(read_quiet(hostile[i]));
    }
}

/* What quiet_text makes of what people say is read as the same again. */
static void quiet_text__is_read_back__as_the_same(void **state)
{
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(said); i++) {
        Quiet *quiet = read_quiet(said[i].text);
        if (quiet == NULL || (quiet->from_minute > quiet->to_minute && quiet->weekdays >= 0)) {
            record_free(quiet);
            continue;
        }
        g_autofree char *text = quiet_text(quiet);
        g_autofree char *times = times_of(quiet);
        Quiet *again = read_quiet(text);
        g_autofree char *told = again != NULL ? times_of(again) : NULL;
        if (g_strcmp0(times, told) != 0) {
            fail_msg("“%s” (%s) was shown as “%s”, read as %s", said[i].text, times, text, told);
        }
        record_free(again);
        record_free(quiet);
    }
}

static void expect_text(const char *said_text, const char *expected)
{
    Quiet *quiet = read_quiet(said_text);
    assert_non_null(quiet);
    g_autofree char *text = quiet_text(quiet);
    assert_string_equal(text, expected);
    record_free(quiet);
}

static void quiet_text__is_short__for_people(void **state)
{
    (void)state;
    expect_text("Sa vormittag", "Sat before 12:00");
    expect_text("Mo-Fr 11-14", "Mon to Fri 11:00 to 14:00");
    expect_text("nach 18 Uhr", "from 18:00 on");
    expect_text("Di und Do", "Tue, Thu");
    expect_text("am Wochenende", "weekends");
    expect_text("1.11.-24.12.", "1 November to 24 December");
    expect_text("November bis Januar", "November to January");
    expect_text("Februar", "February");
    expect_text("bis 10.1.2027", "until 10 January 2027");
}

typedef struct {
    const char *text;
    Moment moment;
    bool has;
} Moments;

static void quiet_has__knows__ends_and_nights(void **state)
{
    static const Moments moments[] = {
        {"Mo-Fr 11-14", {{2026, 3, 2}, 659}, false},
        {"Mo-Fr 11-14", {{2026, 3, 2}, 660}, true},
        {"Mo-Fr 11-14", {{2026, 3, 2}, 839}, true},
        {"Mo-Fr 11-14", {{2026, 3, 2}, 840}, false},
        {"Mo-Fr 11-14", {{2026, 3, 7}, 700}, false},
        {"nachts", {{2026, 3, 2}, 1320}, true},
        {"nachts", {{2026, 3, 2}, 359}, true},
        {"nachts", {{2026, 3, 2}, 360}, false},
        {"Dezember", {{2026, 12, 1}, 0}, true},
        {"Dezember", {{2026, 12, 31}, 1439}, true},
        {"Dezember", {{2027, 1, 1}, 0}, false},
        {"November bis Januar", {{2027, 1, 31}, 600}, true},
        {"November bis Januar", {{2027, 2, 1}, 600}, false},
        {"winter", {{2028, 2, 29}, 600}, true},
        {"bis 10.1.2027", {{2027, 1, 9}, 1439}, true},
        {"bis 10.1.2027", {{2027, 1, 10}, 0}, false},
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(moments); i++) {
        Quiet *quiet = read_quiet(moments[i].text);
        if (quiet_has(quiet, moments[i].moment) != moments[i].has) {
            fail_msg("row %u, “%s”", i, moments[i].text);
        }
        record_free(quiet);
    }
}

/* Over midnight the small hours belong to the evening before: Friday night is not Friday's early
 * morning. */
static void quiet_has__counts_the_small_hours__to_the_evening_before(void **state)
{
    (void)state;
    Quiet *quiet = read_quiet("freitags 22-6 Uhr");
    assert_true(quiet_has(quiet, (Moment){{2026, 3, 6}, 1330}));
    assert_true(quiet_has(quiet, (Moment){{2026, 3, 7}, 100}));
    assert_false(quiet_has(quiet, (Moment){{2026, 3, 6}, 100}));
    record_free(quiet);
}

static Day day_after(const char *first, const char *second, Day day)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(record_free);
    g_ptr_array_add(list, read_quiet(first));
    if (second != NULL) {
        g_ptr_array_add(list, read_quiet(second));
    }
    return quiet_day_after(list, day);
}

static void expect_day(Day is, Day expected)
{
    g_autofree char *left = day_to_text(is);
    g_autofree char *right = day_to_text(expected);
    assert_string_equal(left, right);
}

static void quiet_day_after__goes_behind__whole_days_only(void **state)
{
    (void)state;
    expect_day(day_after("Mo-Fr 11-14", NULL, today), today);
    expect_day(day_after("Dezember", NULL, (Day){2026, 12, 5}), (Day){2027, 1, 1});
    expect_day(day_after("Dezember", "bis 10.1.2027", (Day){2026, 12, 5}), (Day){2027, 1, 10});
    expect_day(day_after("am Wochenende", NULL, (Day){2026, 3, 7}), (Day){2026, 3, 9});
    expect_day(day_after("am Wochenende", "Mo-Fr", today), DAY_NONE);
    expect_day(day_after("bis 1.1.2035", NULL, today), (Day){2035, 1, 1});
    expect_day(day_after("bis 1.1.2035", "Januar", today), (Day){2035, 2, 1});
}

static void quiet_save__refuses__what_limits_nothing(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    people_furnish(db);
    gint64 id = people_add(db, &people_hilde);
    g_autoptr(Deed) deed = people_begin(db);
    Quiet *quiet = record_new(&quiet_type);
    quiet->customer_id = id;
    assert_false(quiet_save(deed, quiet, &error));
    expect_fault(error, FAULT_REFUSED);
    g_clear_error(&error);
    quiet->from_minute = 600;
    quiet->to_minute = 600;
    assert_false(quiet_save(deed, quiet, &error));
    expect_fault(error, FAULT_REFUSED);
    g_clear_error(&error);
    quiet->to_minute = 720;
    expect_done(quiet_save(deed, quiet, &error), error);
    g_autoptr(GPtrArray) list = quiet_list_of(db, id, &error);
    assert_int_equal(list->len, 1);
    assert_int_equal(((const Quiet *)g_ptr_array_index(list, 0))->to_minute, 720);
    record_free(quiet);
}

int main(void)
{
    const struct CMUnitTest pure[] = {
        cmocka_unit_test(quiet_read__reads__what_people_say),
        cmocka_unit_test(quiet_read__leaves_the_rest_alone__whatever_it_finds),
        cmocka_unit_test(quiet_read__takes__hostile_text),
        cmocka_unit_test(quiet_text__is_read_back__as_the_same),
        cmocka_unit_test(quiet_text__is_short__for_people),
        cmocka_unit_test(quiet_has__knows__ends_and_nights),
        cmocka_unit_test(quiet_has__counts_the_small_hours__to_the_evening_before),
        cmocka_unit_test(quiet_day_after__goes_behind__whole_days_only),
    };
    const struct CMUnitTest stored[] = {
        cmocka_unit_test(quiet_save__refuses__what_limits_nothing),
    };
    setlocale(LC_ALL, "C.UTF-8");
    int failed = cmocka_run_group_tests_name("quiet", pure, NULL, NULL);
    return failed + fixture_for_each_engine("quiet", stored, G_N_ELEMENTS(stored));
}
