/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The feed for calendars, read back with libical and unrolled year by year. */
#include "tests/data/people.h"

#include "data/agenda/due.h"
#include "data/base/fault.h"
#include "data/diary/loss.h"
#include "data/list/ics.h"
#include "data/setting.h"

#include <libical/ical.h>
#include <string.h>

enum { FIRST_YEAR = 1970, LAST_YEAR = 2040 };

static const Person people[] = {
    {.number = "1",
     .given = "Hilde",
     .family = "Wagner",
     .birthday = "1956-05-03",
     .partner = "Kurt",
     .partner_birthday = "--05-03"},
    {.number = "2", .given = "Lea", .family = "Sprung", .birthday = "2004-02-29"},
    {.number = "3", .given = "Ulf", .family = "Sprung", .birthday = "--02-29"},
    {.number = "4", .given = "Alt", .family = "Sprung", .birthday = "1904-02-29"},
    {.number = "5", .given = "Silvester", .family = "Jahr", .birthday = "1980-12-31"},
    {.number = "6", .given = "Neu", .family = "Jahr", .birthday = "--01-01"},
    {.number = "7", .given = "Nur", .family = "Monat", .birthday = "--05"},
    {.number = "8", .given = "Nur", .family = "Jahrgang", .birthday = "1956"},
    {.number = "9",
     .description = "Mann mit Dackel, der immer am Samstagvormittag kommt; mag „Süßes“, "
                    "Äpfel, Öl \\ 日本 und 🎂\nund redet gern",
     .birthday = "--03-01"},
};

static char *target(const Fixture *fixture)
{
    return g_build_filename(fixture->folder, "days.ics", NULL);
}

static void add_people(Db *db)
{
    people_add_all(db, people, G_N_ELEMENTS(people));
}

/* Writes the feed and gives its text. */
static char *written(const Fixture *fixture, gint64 *count)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = target(fixture), *text = NULL;
    expect_done(ics_write(fixture->db, path, "Konditorei Emma", count, &error), error);
    expect_done(g_file_get_contents(path, &text, NULL, &error), error);
    return g_steal_pointer(&text);
}

static icalcomponent *parsed(const char *text)
{
    icalcomponent *calendar = icalcomponent_new_from_string(text);
    assert_non_null(calendar);
    assert_int_equal(icalcomponent_isa(calendar), ICAL_VCALENDAR_COMPONENT);
    assert_int_equal(icalcomponent_count_errors(calendar), 0);
    return calendar;
}

/* Adds "2026-05-03 TITLE" for each year of EVENT until LAST_YEAR. */
static void unroll(icalcomponent *event, GPtrArray *lines)
{
    struct icaltimetype first = icalcomponent_get_dtstart(event);
    icalproperty *property = icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY);
    const char *title = icalcomponent_get_summary(event);
    assert_true(first.is_date);
    if (property == NULL) {
        g_ptr_array_add(
            lines, g_strdup_printf("%04d-%02d-%02d %s", first.year, first.month, first.day, title));
        return;
    }
    icalrecur_iterator *iterator = icalrecur_iterator_new(icalproperty_get_rrule(property), first);
    assert_non_null(iterator);
    struct icaltimetype next = icalrecur_iterator_next(iterator);
    /* Outlook wants the first day to be one of the days. */
    assert_int_equal(icaltime_compare(next, first), 0);
    for (; !icaltime_is_null_time(next) && next.year <= LAST_YEAR;
         next = icalrecur_iterator_next(iterator)) {
        g_ptr_array_add(
            lines, g_strdup_printf("%04d-%02d-%02d %s", next.year, next.month, next.day, title));
    }
    icalrecur_iterator_free(iterator);
}

static gint by_text(gconstpointer left, gconstpointer right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

static char *joined(GPtrArray *lines)
{
    g_ptr_array_sort(lines, by_text);
    g_ptr_array_add(lines, NULL);
    char *text = g_strjoinv("\n", (char **)lines->pdata);
    g_ptr_array_unref(lines);
    return text;
}

/* All days a calendar shows of TEXT until LAST_YEAR. */
static char *shown(const char *text)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
    icalcomponent *calendar = parsed(text);
    for (icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
         event != NULL; event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        if (icalcomponent_get_dtstart(event).year <= LAST_YEAR) {
            unroll(event, lines);
        }
    }
    icalcomponent_free(calendar);
    return joined(lines);
}

/* What is to be shown: a line for each year of each birthday, worked out by hand. */
static char *wanted(LeapRule rule)
{
    static const struct {
        int from, month, day;
        const char *title;
    } days[] = {
        {1970, 5, 3, "Birthday: Hilde Wagner"},
        {1970, 5, 3, "Birthday: Kurt (with Hilde Wagner)"},
        {2004, 2, 29, "Birthday: Lea Sprung"},
        {1970, 2, 29, "Birthday: Ulf Sprung"},
        {1970, 2, 29, "Birthday: Alt Sprung"},
        {1980, 12, 31, "Birthday: Silvester Jahr"},
        {1970, 1, 1, "Birthday: Neu Jahr"},
        {1970, 3, 1,
         "Birthday: “Mann mit Dackel, der immer am Samstagvormittag kommt; mag „Süßes“, Äpfel, Öl "
         "\\ 日本 und 🎂 und redet gern”"},
    };
    GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
    for (gsize i = 0; i < G_N_ELEMENTS(days); i++) {
        for (int year = days[i].from; year <= LAST_YEAR; year++) {
            bool moves = days[i].day == 29 && year % 4 != 0;
            int month = moves && rule == LEAP_ON_1_MARCH ? 3 : days[i].month;
            int day = !moves ? days[i].day : rule == LEAP_ON_1_MARCH ? 1 : 28;
            g_ptr_array_add(lines,
                            g_strdup_printf("%04d-%02d-%02d %s", year, month, day, days[i].title));
        }
    }
    return joined(lines);
}

static void expect_days(const Fixture *fixture, LeapRule rule)
{
    g_autoptr(GError) error = NULL;
    expect_done(
        setting_set_int(fixture->db, SETTING_LEAP_RULE, rule == LEAP_ON_1_MARCH ? 1 : 28, &error),
        error);
    gint64 count = 0;
    g_autofree char *text = written(fixture, &count), *got = shown(text), *want = wanted(rule);
    assert_int_equal(count, 8);
    assert_string_equal(got, want);
}

static void ics_write__shows_each_day_in_each_year__by_both_rules(void **state)
{
    const Fixture *fixture = *state;
    add_people(fixture->db);
    expect_days(fixture, LEAP_ON_28_FEBRUARY);
    expect_days(fixture, LEAP_ON_1_MARCH);
}

/* The rules are those all calendars know: no BYYEARDAY, no EXDATE. */
static void ics_write__uses_plain_rules_only(void **state)
{
    static const char *const known[] = {"RRULE:FREQ=YEARLY", "RRULE:FREQ=YEARLY;INTERVAL=4",
                                        "RRULE:FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=2",
                                        "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", NULL};
    const Fixture *fixture = *state;
    add_people(fixture->db);
    for (int rule = 0; rule < 2; rule++) {
        g_autoptr(GError) error = NULL;
        expect_done(setting_set_int(fixture->db, SETTING_LEAP_RULE, rule == 0 ? 28 : 1, &error),
                    error);
        g_autofree char *text = written(fixture, NULL);
        g_auto(GStrv) lines = g_strsplit(text, "\r\n", -1);
        guint rules = 0;
        for (guint i = 0; lines[i] != NULL; i++) {
            assert_false(g_str_has_prefix(lines[i], "EXDATE"));
            assert_false(g_str_has_prefix(lines[i], "RDATE"));
            if (g_str_has_prefix(lines[i], "RRULE")) {
                rules++;
                assert_true(g_strv_contains(known, lines[i]));
            }
        }
        assert_int_equal(rules, rule == 0 ? 8 : 17);
    }
}

static void ics_write__ends_lines_with_crlf_and_folds_them(void **state)
{
    const Fixture *fixture = *state;
    add_people(fixture->db);
    g_autofree char *text = written(fixture, NULL);
    assert_true(g_utf8_validate(text, -1, NULL));
    assert_true(g_str_has_prefix(text, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Tresen//"));
    assert_true(g_str_has_suffix(text, "END:VEVENT\r\nEND:VCALENDAR\r\n"));
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i + 1] != NULL; i++) {
        gsize length = strlen(lines[i]);
        assert_true(length > 1 && lines[i][length - 1] == '\r');
        /* RFC 5545: 75 octets without the line break, and no character is torn apart. */
        assert_in_range(length - 1, 1, 75);
        assert_true(g_utf8_validate(lines[i], -1, NULL));
    }
    assert_non_null(strstr(text, "\r\nX-WR-CALNAME:Konditorei Emma\r\n"));
    assert_non_null(strstr(text, "\r\nDTSTART;VALUE=DATE:19700503\r\n"));
    assert_non_null(strstr(text, "\r\nDTEND;VALUE=DATE:19700504\r\n"));
    assert_non_null(strstr(text, "\r\nTRANSP:TRANSPARENT\r\n"));
}

/* What is the same every year says no age, whatever the year. */
static void ics_write__says_the_year_below_the_title_only(void **state)
{
    const Fixture *fixture = *state;
    add_people(fixture->db);
    g_autofree char *text = written(fixture, NULL);
    icalcomponent *calendar = parsed(text);
    guint with_year = 0;
    for (icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
         event != NULL; event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        assert_null(strpbrk(icalcomponent_get_summary(event), "0123456789"));
        with_year += g_str_has_prefix(icalcomponent_get_description(event), "Born on ") ? 1 : 0;
    }
    icalcomponent_free(calendar);
    assert_int_equal(with_year, 4);
    assert_non_null(strstr(text, "DESCRIPTION:Born on 3 May 1956. Customer number 1.\r\n"));
    assert_non_null(strstr(text, "DESCRIPTION:Customer number 9.\r\n"));
}

/* The UIDs of TEXT in the order of the texts. */
static char *uids(const char *text)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    GPtrArray *found = g_ptr_array_new_with_free_func(g_free);
    icalcomponent *calendar = parsed(text);
    for (icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
         event != NULL; event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        char *uid = g_strdup(icalcomponent_get_uid(event));
        g_ptr_array_add(found, uid);
        assert_true(g_hash_table_add(seen, uid));
    }
    icalcomponent_free(calendar);
    return joined(found);
}

static void ics_write__gives_each_day_a_uid_that_stays(void **state)
{
    const Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    add_people(fixture->db);
    g_autofree char *first = written(fixture, NULL), *again = written(fixture, NULL);
    assert_string_equal(first, again);
    /* Another name is another title and another stamp of the same day. */
    Deed *deed = people_begin(fixture->db);
    gint64 id = people_number(fixture->db, "SELECT id FROM customer WHERE number = $1",
                              DB_VALUES(db_text("1")));
    Customer *hilde = record_load(fixture->db, &customer_type, id, &error);
    expect_done(hilde != NULL, error);
    record_set_text(&hilde->family_name, "Ott");
    expect_done(record_update(deed, hilde, &error), error);
    record_free(hilde);
    people_commit(deed);
    g_autofree char *changed = written(fixture, NULL);
    assert_non_null(strstr(changed, "SUMMARY:Birthday: Hilde Ott\r\n"));
    g_autofree char *uids_before = uids(first), *uids_after = uids(changed);
    assert_string_equal(uids_before, uids_after);
    /* The shop is known by its first deed even when that is gone. */
    g_autofree char *uid = NULL, *deed_uid = NULL;
    expect_done(setting_get(fixture->db, SETTING_UID, NULL, &uid, &error), error);
    expect_done(db_get_text(fixture->db, "SELECT uid FROM deed ORDER BY id LIMIT 1", DB_NO_VALUES,
                            &deed_uid, &error),
                error);
    assert_string_equal(uid, deed_uid);
    assert_non_null(strstr(uids_before, uid));
}

static void lose(Db *db, const char *number, const char *how, bool greeted)
{
    g_autoptr(GError) error = NULL;
    const Day today = {2026, 3, 1};
    Deed *deed = people_begin(db);
    Loss *loss = record_new(&loss_type);
    loss->customer_id =
        people_number(db, "SELECT id FROM customer WHERE number = $1", DB_VALUES(db_text(number)));
    loss->is_greeted = greeted ? 1 : 0;
    record_set_text(&loss->day, "2026-03-01");
    record_set_text(&loss->how, how);
    expect_done(loss_save(deed, loss, today, &error), error);
    record_free(loss);
    people_commit(deed);
}

static void ics_write__leaves_out_who_is_dead_or_lost(void **state)
{
    const Fixture *fixture = *state;
    add_people(fixture->db);
    lose(fixture->db, "1", "died", false);
    lose(fixture->db, "5", "says", false);
    lose(fixture->db, "6", "says", true);
    gint64 count = 0;
    g_autofree char *text = written(fixture, &count);
    assert_int_equal(count, 5);
    assert_null(strstr(text, "Hilde"));
    assert_null(strstr(text, "Silvester"));
    assert_non_null(strstr(text, "SUMMARY:Birthday: Neu Jahr\r\n"));
}

static void ics_write__of_an_empty_shop__is_a_calendar_without_days(void **state)
{
    gint64 count = -1;
    g_autofree char *text = written(*state, &count);
    icalcomponent *calendar = parsed(text);
    assert_int_equal(icalcomponent_count_components(calendar, ICAL_ANY_COMPONENT), 0);
    icalcomponent_free(calendar);
    assert_int_equal(count, 0);
}

static void ics_write__refuses__the_shop_itself_and_no_place(void **state)
{
    const Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    g_autofree char *nowhere = g_build_filename(fixture->folder, "none", "days.ics", NULL);
    assert_false(ics_write(fixture->db, nowhere, "", NULL, &error));
    expect_fault(error, FAULT_REFUSED);
    g_clear_error(&error);
    assert_false(ics_write(fixture->db, fixture->folder, "", NULL, &error));
    expect_fault(error, FAULT_REFUSED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ics_write__shows_each_day_in_each_year__by_both_rules),
        cmocka_unit_test(ics_write__uses_plain_rules_only),
        cmocka_unit_test(ics_write__ends_lines_with_crlf_and_folds_them),
        cmocka_unit_test(ics_write__says_the_year_below_the_title_only),
        cmocka_unit_test(ics_write__gives_each_day_a_uid_that_stays),
        cmocka_unit_test(ics_write__leaves_out_who_is_dead_or_lost),
        cmocka_unit_test(ics_write__of_an_empty_shop__is_a_calendar_without_days),
        cmocka_unit_test(ics_write__refuses__the_shop_itself_and_no_place),
    };
    return fixture_for_each_engine("ics", tests, G_N_ELEMENTS(tests));
}
