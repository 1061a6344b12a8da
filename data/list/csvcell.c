/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells that a spreadsheet would run as a formula. */
#include "data/list/csvcell.h"

#include <string.h>

/* Whether the LENGTH bytes at TEXT are a number or a phone number. */
static bool is_number(const char *text, gsize length)
{
    gsize start = length > 0 && (*text == '+' || *text == '-') ? 1 : 0;
    for (gsize i = start; i < length; i++) {
        if (strchr("0123456789 ()/.,-", text[i]) == NULL) {
            return false;
        }
    }
    return true;
}

/* Whether each line of TEXT is one. */
static bool is_numbers(const char *text)
{
    for (const char *line = text;; line++) {
        gsize length = strcspn(line, "\n");
        if (!is_number(line, length)) {
            return false;
        }
        line += length;
        if (*line == '\0') {
            return true;
        }
    }
}

/* Whether a spreadsheet would run TEXT: it begins like a formula and is more than numbers. */
static bool is_formula(const char *text)
{
    return *text != '\0' && strchr("=+-@\t\r\n", *text) != NULL && !is_numbers(text);
}

/* Whether TEXT, behind an apostrophe, is what that apostrophe is for. */
static bool is_behind_apostrophe(const char *text)
{
    text += strspn(text, "'");
    return *text != '\0' && (is_formula(text) || is_numbers(text));
}

char *csv_cell_guard(const char *text)
{
    bool is_unsafe = *text == '\'' ? is_behind_apostrophe(text) : is_formula(text);
    return is_unsafe ? g_strconcat("'", text, NULL) : g_strdup(text);
}

const char *csv_cell_read(const char *text)
{
    return *text == '\'' && is_behind_apostrophe(text) ? text + 1 : text;
}

/* The cell that begins at TEXT: what it says goes to CONTENT. Returns its end, which is a
 * separator, a line break outside of quotation marks or the end. */
static const char *take_cell(const char *text, char separator, GString *content)
{
    const char *at = text;
    bool is_quoted = *at == '"';
    g_string_truncate(content, 0);
    if (is_quoted) {
        for (at++; *at != '\0'; at++) {
            if (*at == '"' && *++at != '"') {
                break;
            }
            g_string_append_c(content, *at);
        }
    }
    for (; *at != '\0' && *at != separator && *at != '\n'; at++) {
        g_string_append_c(content, *at);
    }
    return at;
}

char *csv_cell_guard_record(const char *raw, char separator)
{
    GString *record = g_string_new(NULL);
    g_autoptr(GString) content = g_string_new(NULL);
    for (const char *at = raw;; at++) {
        const char *end = take_cell(at, separator, content);
        bool is_quoted = *at == '"';
        g_string_append(record, is_quoted ? "\"" : "");
        g_string_append(record, is_formula(content->str) ? "'" : "");
        g_string_append_len(record, at + is_quoted, end - at - is_quoted);
        if (*end == '\0') {
            return g_string_free(record, FALSE);
        }
        g_string_append_c(record, *end);
        at = end;
    }
}
