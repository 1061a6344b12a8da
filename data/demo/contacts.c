/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phone numbers and e-mail addresses that belong to nobody. */
#include "data/demo/contacts.h"

#include <string.h>

enum { MOBILES = 100, LANDLINES = 1000 };

/* 37 and 617 have no divisor in common with the counts: every number comes once a round, and
 * neighbours do not look counted. */
char *contacts_mobile(guint place)
{
    guint number = place % (2 * MOBILES) * 37 % (2 * MOBILES);
    if (place >= 2 * MOBILES) {
        return contacts_landline(LANDLINES + place);
    }
    return number < MOBILES ? g_strdup_printf("0171 39200%02u", number)
                            : g_strdup_printf("0176 040690%02u", number - MOBILES);
}

char *contacts_landline(guint place)
{
    guint number = place % LANDLINES * 617 % LANDLINES;
    return place < LANDLINES ? g_strdup_printf("040 66969%03u", number)
                             : g_strdup_printf("040 66969%03u-%u", number, 10 + place / LANDLINES);
}

/* Small Latin letters and digits; all else becomes a hyphen, or goes at the ends. */
static char *plain(const char *text)
{
    g_autofree char *lower = g_utf8_strdown(text, -1);
    GString *known = g_string_new(lower);
    /* What the tables of GLib do not know. */
    g_string_replace(known, "ı", "i", 0);
    g_string_replace(known, "đ", "d", 0);
    g_string_replace(known, "\u0307", "", 0);
    g_autofree char *ascii = g_str_to_ascii(known->str, "de");
    g_string_truncate(known, 0);
    for (const char *at = ascii; *at != '\0'; at++) {
        if (g_ascii_isalnum(*at)) {
            g_string_append_c(known, g_ascii_tolower(*at));
        } else if (strchr(" -", *at) != NULL && known->len > 0) {
            g_string_append_c(known, '-');
        }
    }
    return g_string_free(known, FALSE);
}

char *contacts_email(const char *given, const char *family, guint place)
{
    static const char *const domains[] = {"example.de", "example.org", "example.net"};
    const char *domain = domains[place % G_N_ELEMENTS(domains)];
    g_autofree char *first = plain(given != NULL ? given : family);
    g_autofree char *last = plain(family != NULL ? family : given);
    if (given == NULL || family == NULL) {
        return g_strdup_printf("post-%s@%s", last, domain);
    }
    switch (place / G_N_ELEMENTS(domains) % 3) {
    case 0:
        return g_strdup_printf("%s.%s@%s", first, last, domain);
    case 1:
        return g_strdup_printf("%c.%s%u@%s", first[0], last, place % 97, domain);
    default:
        return g_strdup_printf("%s.%s%u@%s", first, last, place, domain);
    }
}
