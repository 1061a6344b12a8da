/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said about a passphrase. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "data/backup/vault.h"

#include <string.h>

static void passphrase_strength__is_what_guessing_costs__not_the_length(void **state)
{
    (void)state;
    static const struct {
        const char *passphrase;
        PassphraseStrength strength;
    } cases[] = {
        {"", PASSPHRASE_SHORT},
        {"Kuchen1", PASSPHRASE_SHORT},
        {"aaaaaaaaaaaaaaaaaaaaaaaaaaaa", PASSPHRASE_WEAK},
        {"12345678901234567890", PASSPHRASE_WEAK},
        {"konditorei", PASSPHRASE_WEAK},
        {"ägtmsäöüz", PASSPHRASE_SHORT},
        {"ägtmsäöüzk", PASSPHRASE_WEAK},
        /* One kind of characters: 5 half bits each, 6 with two kinds, 7 with three. */
        {"agtmsapzkcagt", PASSPHRASE_WEAK},
        {"AGTMSAPZKCAGT", PASSPHRASE_WEAK},
        {"1357913579135", PASSPHRASE_WEAK},
        {"!#%!#%!#%!#%!", PASSPHRASE_WEAK},
        {"agtmsapzkcagtm", PASSPHRASE_FAIR},
        {"agtmsapzkcagtmsapzk", PASSPHRASE_FAIR},
        {"agtmsapzkcagtmsapzkc", PASSPHRASE_STRONG},
        {"Agtmsapzkca", PASSPHRASE_WEAK},
        {"Agtmsapzkcag", PASSPHRASE_FAIR},
        {"3agtmsapzkcagtms", PASSPHRASE_FAIR},
        {"3agtmsapzkcagtmsa", PASSPHRASE_STRONG},
        {"3Agtmsapzk", PASSPHRASE_FAIR},
        {"3Agtmsapzkcagt", PASSPHRASE_FAIR},
        {"3Agtmsapzkcagtm", PASSPHRASE_STRONG},
        {"3!gtmsapzkcagtm", PASSPHRASE_STRONG},
        {"ein Apfelkuchen", PASSPHRASE_FAIR},
        {"vier rote Törtchen am Fenster", PASSPHRASE_STRONG},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        if (passphrase_strength(cases[i].passphrase) != cases[i].strength) {
            fail_msg("%s: %u", cases[i].passphrase, passphrase_strength(cases[i].passphrase));
        }
        assert_true(strlen(passphrase_strength_words(cases[i].strength)) > 0);
    }
    assert_true(strlen(passphrase_warning()) > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(passphrase_strength__is_what_guessing_costs__not_the_length),
    };
    return cmocka_run_group_tests_name("passphrase", tests, NULL, NULL);
}
