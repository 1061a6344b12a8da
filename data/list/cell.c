/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small things about the text of one cell. */
#include "data/list/cell.h"

#include "data/lookup/fold.h"

#include <string.h>

/* Words as fold_text() makes them ("tru" is "true"). Longer text, in bytes, is none of them. */
enum { LONGEST_WORDS = 60 };

static const char words_unknown[] =
    "unbekannt|name unbekannt|unbekannter name|nicht bekannt|name nicht bekannt|kein name|"
    "ohne name|n n|nn|n a|na|k a|keine angabe|keine angaben|unknown|name unknown|no name|noname|"
    "not known|none|null";
static const char words_yes[] =
    "ja|j|x|1|yes|y|tru|wahr|richtig|ok|okay|subscribed|angemeldet|abonniert|erteilt|zugestimmt|"
    "opt in|optin|on";
static const char words_no[] = "nein|n|0|no|false|falsch|unsubscribed|abgemeldet|nicht "
                               "angemeldet|abgelehnt|widerrufen|opt out|optout|off|"
                               "not subscribed";

char *cell_line(const char *text)
{
    GString *line = g_string_sized_new(strlen(text));
    bool blank = false;
    for (const char *at = text; *at; at += g_utf8_skip[(guchar)*at]) {
        gunichar letter = g_utf8_get_char(at);
        if (g_unichar_isspace(letter)) {
            blank = line->len > 0;
            continue;
        }
        if (blank) {
            g_string_append_c(line, ' ');
        }
        blank = false;
        g_string_append_unichar(line, letter);
    }
    return g_string_free(line, FALSE);
}

char *cell_lines(const char *text)
{
    if (!strpbrk(text, "\r\n")) {
        return cell_line(text);
    }
    g_auto(GStrv) parts = g_strsplit_set(text, "\r\n", -1);
    GString *lines = g_string_new(NULL);
    for (char **part = parts; *part; part++) {
        g_autofree char *line = cell_line(*part);
        if (*line) {
            g_string_append_printf(lines, "%s%s", lines->len > 0 ? "\n" : "", line);
        }
    }
    return g_string_free(lines, FALSE);
}

GPtrArray *cell_values(const char *text)
{
    GPtrArray *values = g_ptr_array_new_with_free_func(g_free);
    g_auto(GStrv) parts = g_strsplit(text, ":::", -1);
    for (char **part = parts; *part; part++) {
        g_autofree char *lines = cell_lines(*part);
        const char *value = g_str_has_prefix(lines, "* ") ? lines + 2 : lines;
        if (*value && !g_ptr_array_find_with_equal_func(values, value, g_str_equal, NULL)) {
            g_ptr_array_add(values, g_strdup(value));
        }
    }
    return values;
}

bool cell_folded_is_one_of(const char *folded, const char *names)
{
    gsize length = strlen(folded);
    for (const char *at = names; length > 0 && at; at = strchr(at, '|')) {
        at += *at == '|';
        if (strncmp(at, folded, length) == 0 && (at[length] == '|' || at[length] == '\0')) {
            return true;
        }
    }
    return false;
}

bool cell_is_one_of(const char *text, const char *names)
{
    if (strlen(text) > LONGEST_WORDS) {
        return false;
    }
    g_autofree char *folded = fold_text(text);
    return cell_folded_is_one_of(folded, names);
}

bool cell_says_unknown(const char *text)
{
    if (strlen(text) > LONGEST_WORDS) {
        return false;
    }
    g_autofree char *folded = fold_text(text);
    return !*folded || cell_folded_is_one_of(folded, words_unknown);
}

bool cell_says_none(const char *text)
{
    g_autofree char *first = g_strndup(text, strcspn(text, " ,;.:!\n"));
    return cell_is_one_of(first, "kein|keine|keinen|keinerlei|no|none|nein|nicht|nichts|ohne|not");
}

ListAnswer cell_answer(const char *text, bool *understood)
{
    *understood = true;
    g_autofree char *line = cell_line(text);
    if (strcmp(line, "✓") == 0 || strcmp(line, "✔") == 0 || strcmp(line, "+") == 0) {
        return LIST_ANSWER_YES;
    }
    if (cell_is_one_of(line, words_yes)) {
        return LIST_ANSWER_YES;
    }
    if (cell_is_one_of(line, words_no)) {
        return LIST_ANSWER_NO;
    }
    *understood = cell_says_unknown(line);
    return LIST_ANSWER_UNKNOWN;
}

guint cell_digits(const char *text)
{
    guint digits = 0;
    for (; *text; text++) {
        digits += g_ascii_isdigit(*text);
    }
    return digits;
}
