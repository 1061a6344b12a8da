/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settings by name. */
#include "tests/data/fixture.h"

#include "data/setting.h"

static void setting_get__gives_the_other_value__when_never_set(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    g_autofree char *first = NULL, *second = NULL, *third = NULL;
    expect_done(setting_get(db, SETTING_CURRENCY, "EUR", &first, &error), error);
    assert_string_equal(first, "EUR");
    expect_done(setting_get(db, SETTING_CURRENCY, NULL, &second, &error), error);
    assert_null(second);
    expect_done(setting_set(db, SETTING_CURRENCY, "CHF", &error), error);
    expect_done(setting_set(db, SETTING_CURRENCY, "SEK", &error), error);
    expect_done(setting_get(db, SETTING_CURRENCY, "EUR", &third, &error), error);
    assert_string_equal(third, "SEK");
}

static void setting_get_int__gives_the_other_value__when_it_is_no_number(void **state)
{
    static const struct {
        const char *text;
        gint64 value;
    } cases[] = {
        {"0", 0},   {"12", 12}, {"-3", -3}, {"9223372036854775807", G_MAXINT64}, {"", 7}, {"x", 7},
        {"12x", 7}, {" 12", 7}, {"1e3", 7}, {"9223372036854775808", 7},
    };
    Db *db = ((Fixture *)*state)->db;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        gint64 value = -1;
        expect_done(setting_set(db, SETTING_DAYS_AHEAD, cases[i].text, &error), error);
        expect_done(setting_get_int(db, SETTING_DAYS_AHEAD, 7, &value, &error), error);
        assert_true(value == cases[i].value);
    }
}

static void setting_set_int__is_read_back__at_its_limits(void **state)
{
    static const gint64 values[] = {0, 1, -1, G_MAXINT64, G_MININT64};
    Db *db = ((Fixture *)*state)->db;
    for (guint i = 0; i < G_N_ELEMENTS(values); i++) {
        g_autoptr(GError) error = NULL;
        gint64 value = 5;
        expect_done(setting_set_int(db, SETTING_IDLE_MINUTES, values[i], &error), error);
        expect_done(setting_get_int(db, SETTING_IDLE_MINUTES, 5, &value, &error), error);
        assert_true(value == values[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(setting_get__gives_the_other_value__when_never_set),
        cmocka_unit_test(setting_get_int__gives_the_other_value__when_it_is_no_number),
        cmocka_unit_test(setting_set_int__is_read_back__at_its_limits),
    };
    return fixture_for_each_engine("setting", tests, G_N_ELEMENTS(tests));
}
