/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making the keys of the list by name. */
#include "data/lookup/sortkey.h"

#include "data/lookup/fold.h"

#include <string.h>

enum { LONGEST_KEY = 200 };

/* After all letters of all scripts. */
#define KEY_LAST "\xf4\x8f\xbf\xbd"

static bool has(const char *text)
{
    return text != NULL && *text != '\0';
}

/* The words of NAME, folded and parted by "-". */
static char *folded(const char *name)
{
    return g_strdelimit(fold_spelled(name), " ", '-');
}

/* Cuts KEY between characters. */
static char *cut(char *key)
{
    if (strlen(key) > LONGEST_KEY) {
        char *end = key + LONGEST_KEY;
        while (((guchar)*end & 0xC0) == 0x80) {
            end--;
        }
        *end = '\0';
    }
    return key;
}

char *sortkey_of(const Customer *customer)
{
    const char *first = customer->family_name, *second = customer->given_name;
    if (!has(first)) {
        const char *others[] = {second, customer->company, customer->description, customer->number};
        for (guint i = 0; i < G_N_ELEMENTS(others) && !has(first); i++) {
            first = others[i];
        }
        second = NULL;
    }
    g_autofree char *begin = folded(has(first) ? first : "");
    g_autofree char *end = folded(has(second) ? second : "");
    if (*begin == '\0' && *end == '\0') {
        return g_strdup(KEY_LAST);
    }
    return cut(*end != '\0' ? g_strdup_printf("%s %s", begin, end) : g_strdup(begin));
}

/* What is typed before and behind a comma, or a blank. */
static char *typed_key(const char *typed, const char *border)
{
    const char *at = border != NULL ? border : typed + strlen(typed);
    g_autofree char *before = g_strndup(typed, (gsize)(at - typed));
    g_autofree char *begin = folded(before);
    g_autofree char *end = folded(at);
    return cut(*end != '\0' ? g_strdup_printf("%s %s", begin, end) : g_strdup(begin));
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
