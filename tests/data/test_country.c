/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The country of the shop's telephone numbers. */
#include "tests/data/people.h"

#include "data/customer/country.h"
#include "data/setting.h"
#include "tests/data/foundtext.h"

static void country_read__reads_what_people_type(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *code;
    } cases[] = {
        {"49", "49"},   {"+49", "49"}, {" 0049 ", "49"}, {"1", "1"},    {"+423", "423"},
        {"", NULL},     {"0", NULL},   {"00", NULL},     {"049", NULL}, {"4 9", NULL},
        {"4949", NULL}, {"de", NULL},  {"+", NULL},      {"49x", NULL},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *code = country_read(cases[i].typed);
        if (g_strcmp0(code, cases[i].code) != 0) {
            fail_msg("\"%s\" is read as %s", cases[i].typed, code != NULL ? code : "nothing");
        }
    }
}

static guint count_found(Db *db, const char *query)
{
    g_autoptr(Found) found = found_by(db, NULL, query, 10);
    return found->matches->len;
}

static void country_change__keeps_phones_findable__in_every_writing(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    const Person people[] = {
        {.family = "Ott", .phone = "+43 1 5331", .phone2 = "0043 664 1234"},
        {.family = "Berg", .phone = "+49 421 84220"},
        {.family = "Klein", .phone = "0421 999"},
    };
    people_furnish(db);
    for (guint i = 0; i < G_N_ELEMENTS(people); i++) {
        people_add(db, &people[i]);
    }
    gint64 changed = 0;
    g_autofree char *before = people_dump(db);
    expect_done(country_change(db, "43", &changed, &error), error);
    /* Two of Ott's, one of Berg's; what was written without a code is as it was. */
    assert_int_equal(changed, 3);
    assert_int_equal(count_found(db, "015331"), 1);
    assert_int_equal(count_found(db, "+43 1 5331"), 1);
    assert_int_equal(count_found(db, "+49 421 84220"), 1);
    assert_int_equal(count_found(db, "042184220"), 0);
    assert_int_equal(count_found(db, "0421999"), 1);
    people_expect_sound(db);
    g_autofree char *code = NULL;
    expect_done(setting_get(db, SETTING_COUNTRY_CODE, NULL, &code, &error), error);
    assert_string_equal(code, "43");
    /* And back. */
    expect_done(country_change(db, "49", &changed, &error), error);
    assert_int_equal(changed, 3);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
    expect_done(country_change(db, "49", &changed, &error), error);
    assert_int_equal(changed, 0);
    people_expect_sound(db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(country_read__reads_what_people_type),
        cmocka_unit_test(country_change__keeps_phones_findable__in_every_writing),
    };
    return fixture_for_each_engine("country", tests, G_N_ELEMENTS(tests));
}
