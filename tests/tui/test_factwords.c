/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes without what the name of their kind says already. */
#include "tui/screens/factwords.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

typedef struct {
    const char *code, *words, *shown;
} Case;

static const Case cases[] = {
    {"allergy", "Allergie Walnuss", "Walnuss"},
    {"allergy", "Allergie gegen Walnuss", "Walnuss"},
    {"allergy", "ALLERGIE: Walnuss", "Walnuss"},
    {"allergy", "Allergy to walnuts", "walnuts"},
    {"allergy", "allergy walnuts", "walnuts"},
    {"allergy", "Allergiepass liegt vor", "Allergiepass liegt vor"},
    {"allergy", "Allergie ", "Allergie "},
    {"likes", "mag Erdbeere", "Erdbeere"},
    {"dislikes", "mag kein Marzipan", "Marzipan"},
    {"likes", "Marzipan", "Marzipan"},
    {"note", "mag Erdbeere", "mag Erdbeere"},
    {"allergy", "", ""},
};

static void fact_words_after__leave_out__what_the_kind_says(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        assert_string_equal(fact_words_after(cases[i].words, cases[i].code), cases[i].shown);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fact_words_after__leave_out__what_the_kind_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
