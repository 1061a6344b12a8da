/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making the keys of the list by name. */
#include "data/lookup/sortkey.h"

#include "data/base/utf8.h"
#include "data/lookup/fold.h"

#include <string.h>

enum { LONGEST_KEY = 200 };

/* After all letters of all scripts. */
#define KEY_LAST "\xf4\x8f\xbf\xbd"

/* The words of NAME (may be NULL), folded and parted by "-". */
static char *folded(const char *name)
{
    return g_strdelimit(fold_spelled(name != NULL ? name : ""), " ", '-');
}

/* The key of two names, of which the second may be "". */
static char *joined(const char *first, const char *second)
{
    g_autofree char *key =
        *second != '\0' ? g_strdup_printf("%s %s", first, second) : g_strdup(first);
    return g_strndup(key, utf8_fitting(key, LONGEST_KEY));
}

char *sortkey_of(const Customer *customer)
{
    const char *const others[] = {customer->given_name, customer->company, customer->description,
                                  customer->number};
    g_autofree char *family = folded(customer->family_name);
    if (*family != '\0') {
        g_autofree char *given = folded(customer->given_name);
        return joined(family, given);
    }
    for (guint i = 0; i < G_N_ELEMENTS(others); i++) {
        g_autofree char *name = folded(others[i]);
        if (*name != '\0') {
            return joined(name, "");
        }
    }
    return g_strdup(KEY_LAST);
}

/* What is typed before and behind a comma, or a blank. */
static char *typed_key(const char *typed, const char *border)
{
    const char *at = border != NULL ? border : typed + strlen(typed);
    g_autofree char *before = g_strndup(typed, (gsize)(at - typed));
    g_autofree char *begin = folded(before);
    g_autofree char *end = folded(at);
    return joined(begin, end);
}

char **sortkey_typed(const char *typed)
{
    g_autofree char *trimmed = g_strchug(g_strdup(typed));
    const char *comma = strchr(trimmed, ',');
    const char *blank = strrchr(trimmed, ' ');
    g_autoptr(GStrvBuilder) keys = g_strv_builder_new();
    g_autofree char *names = typed_key(trimmed, comma != NULL ? comma : blank);
    g_autofree char *whole = typed_key(trimmed, NULL);
    if (*names != '\0') {
        g_strv_builder_add(keys, names);
    }
    if (comma == NULL && *whole != '\0' && strcmp(whole, names) != 0) {
        g_strv_builder_add(keys, whole);
    }
    return g_strv_builder_end(keys);
}
