/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times of day as people write them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "data/base/timeofday.h"

static void time_of_day_read__understands__what_people_write(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        gint64 minute; /* -1: not understood */
    } cases[] = {
        {"14:30", 870},     {"14.30", 870},  {"1430", 870},   {"930", 570},       {"9:05", 545},
        {"14", 840},        {"14 Uhr", 840}, {"14uhr", 840},  {"14 Uhr 30", 870}, {"14h30", 870},
        {"14:30 Uhr", 870}, {"2 pm", 840},   {"2:30PM", 870}, {"12 am", 0},       {"12 p.m.", 720},
        {"0:00", 0},        {"23:59", 1439}, {" 8 ", 480},    {"14:", 840},       {"", -1},
        {"24:00", -1},      {"12:60", -1},   {"14:3", -1},    {"14:300", -1},     {"mittags", -1},
        {"-1", -1},         {"14:30 x", -1}, {"13 pm", -1},   {"0 am", -1},       {"12345", -1},
        {"1460", -1},       {":30", -1},     {"\xFF", -1},    {"14::30", -1},     {"99", -1},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        gint64 minute = -1;
        bool ok = time_of_day_read(cases[i].text, &minute);
        if (ok != (cases[i].minute >= 0) || minute != cases[i].minute) {
            fail_msg("\"%s\" is read as %d", cases[i].text, (int)minute);
        }
    }
}

static void time_of_day_text__is_read__as_the_same(void **state)
{
    (void)state;
    for (gint64 minute = 0; minute < 1440; minute++) {
        gint64 read = -1;
        g_autofree char *text = time_of_day_text(minute);
        assert_true(time_of_day_read(text, &read));
        assert_int_equal(read, minute);
    }
    g_autofree char *early = time_of_day_text(5);
    assert_string_equal(early, "00:05");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(time_of_day_read__understands__what_people_write),
        cmocka_unit_test(time_of_day_text__is_read__as_the_same),
    };
    return cmocka_run_group_tests_name("timeofday", tests, NULL, NULL);
}
