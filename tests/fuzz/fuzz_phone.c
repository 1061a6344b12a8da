/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telephone numbers. */
#include "tests/fuzz/fuzz.h"

#include "data/customer/phone.h"

#include <string.h>

void fuzz_phone(const guint8 *bytes, gsize length)
{
    static const char *const countries[] = {"49", "1", "353"};
    g_autofree char *text = fuzz_text(bytes, length);
    phone_looks_like(text);
    for (guint i = 0; i < G_N_ELEMENTS(countries); i++) {
        g_autofree char *digits = phone_digits(text, countries[i]);
        if (digits == NULL) {
            continue;
        }
        fuzz_expect(strlen(digits) >= 3 && digits[strspn(digits, "0123456789")] == '\0',
                    "no digits: %s", digits);
        /* Where numbers at home have no 0 before them, one that begins with two looks foreign. */
        if (strcmp(countries[i], "1") == 0 && g_str_has_prefix(digits, "00")) {
            continue;
        }
        g_autofree char *again = phone_digits(digits, countries[i]);
        fuzz_expect_same(digits, again);
    }
}
