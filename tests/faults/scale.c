/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much a test of the promises does. */
#include "tests/faults/scale.h"

#include <stdarg.h>
#include <stdio.h>

bool scale_is_full(void)
{
    return g_getenv("TRESEN_TORTURE") != NULL;
}

guint scale(guint quick, guint full)
{
    const char *percent = g_getenv("TRESEN_TORTURE");
    guint64 part = 100;
    if (percent == NULL) {
        return quick;
    }
    if (!g_ascii_string_to_unsigned(percent, 10, 1, 100, &part, NULL)) {
        part = 100;
    }
    return MAX((guint)(full * part / 100), 1);
}

bool scale_picks(guint number)
{
    enum { ONE_IN = 8 };
    return scale_is_full() || number % ONE_IN == scale_seed() % ONE_IN;
}

guint32 scale_seed(void)
{
    const char *text = g_getenv("TRESEN_SEED");
    guint64 seed = 1;
    return text != NULL && g_ascii_string_to_unsigned(text, 10, 0, G_MAXUINT32, &seed, NULL)
               ? (guint32)seed
               : 1;
}

void scale_tell(guint promise, const char *format, ...)
{
    if (!scale_is_full()) {
        return;
    }
    va_list values;
    va_start(values, format);
    g_autofree char *words = g_strdup_vprintf(format, values);
    va_end(values);
    g_print("promise %u: %s\n", promise, words);
    fflush(stdout);
}
