/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as people read them. */
#include "tui/figures.h"

#include "data/base/i18n.h"

#include <string.h>

char *figures_grouped(gint64 number)
{
    g_autofree char *digits = g_strdup_printf("%" G_GINT64_FORMAT, number);
    gsize length = strlen(digits);
    gsize start = number < 0 ? 1 : 0;
    GString *grouped = g_string_new(NULL);
    for (gsize i = 0; i < length; i++) {
        if (i > start && (length - i) % 3 == 0) {
            /* TRANSLATORS: what stands between groups of three digits: "12,480". */
            g_string_append(grouped, _(","));
        }
        g_string_append_c(grouped, digits[i]);
    }
    return g_string_free(grouped, FALSE);
}
