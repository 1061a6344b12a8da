/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measuring and cutting of texts that text_show has made fit for the screen. */
#include "tui/text_cells.h"

#include "tui/text.h"

#include <string.h>
#include <unictype.h>
#include <unigbrk.h>
#include <uniwidth.h>

#define ELLIPSIS "…"
#define JOINER "\u200d"

int text_cells_of(gunichar c)
{
    if (c < 0x7F) {
        return c < 0x20 ? -1 : 1;
    }
    /* The two blocks whose width Unicode settled only later, and marks the library counts as a
     * cell. */
    if ((c >= 0x3248 && c <= 0x324F) || (c >= 0x4DC0 && c <= 0x4DFF)) {
        return 2;
    }
    if (uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Mn | UC_CATEGORY_MASK_Me)) {
        return 0;
    }
    return uc_width(c, "UTF-8");
}

/* Cells of the LENGTH bytes at TEXT. */
static int cells(const char *text, gsize length)
{
    int sum = 0;
    for (const char *end = text + length; text < end;) {
        if (*text > 0x20 && *text < 0x7F) {
            sum++;
            text++;
        } else {
            sum += MAX(text_cells_of(g_utf8_get_char(text)), 0);
            text = g_utf8_find_next_char(text, NULL);
        }
    }
    return sum;
}

int text_width(const char *shown)
{
    return cells(shown, strlen(shown));
}

int text_width_shown(const char *stored)
{
    g_autofree char *shown = text_show(stored);
    return text_width(shown);
}

bool text_is_regional(gunichar c)
{
    return c >= 0x1F1E6 && c <= 0x1F1FF;
}

bool text_is_picture(gunichar c)
{
    return c != 0 && uc_is_property(c, UC_PROPERTY_EXTENDED_PICTOGRAPHIC);
}

/* Whether the text that begins with a picture at START ends with a joiner before END. */
static bool ends_with_joiner(const char *start, const char *end)
{
    return text_is_picture(g_utf8_get_char(start)) && end - start > (gssize)strlen(JOINER) &&
           strncmp(end - strlen(JOINER), JOINER, strlen(JOINER)) == 0;
}

static const char *next_break(const char *text, const char *end)
{
    return (const char *)u8_grapheme_next((const uint8_t *)text, (const uint8_t *)end);
}

gsize text_cluster(const char *text)
{
    if (!*text) {
        return 0;
    }
    /* Two plain letters in a row need no tables. */
    if ((guchar)text[0] >= 0x20 && (guchar)text[0] < 0x7F && (guchar)text[1] < 0x7F) {
        return 1;
    }
    const char *end = text + strlen(text);
    const char *at = next_break(text, end);
    /* The library knows neither flags nor joined pictures yet. */
    if (text_is_regional(g_utf8_get_char(text)) &&
        text_is_regional(g_utf8_get_char(g_utf8_find_next_char(text, NULL)))) {
        return 2 * strlen("\U0001f1e6");
    }
    while (*at && ends_with_joiner(text, at) && text_is_picture(g_utf8_get_char(at))) {
        at = next_break(at, end);
    }
    return (gsize)(at - text);
}

gsize text_fit(const char *shown, int limit, int *used)
{
    gsize length = 0;
    int sum = 0;
    for (gsize step; (step = text_cluster(shown + length)) > 0; length += step) {
        int width = step == 1 ? 1 : cells(shown + length, step);
        if (sum + width > limit) {
            break;
        }
        sum += width;
    }
    if (used) {
        *used = sum;
    }
    return length;
}

char *text_cut(const char *shown, int limit, const char *ellipsis)
{
    gsize length = text_fit(shown, limit, NULL);
    if (!shown[length]) {
        return g_strdup(shown);
    }
    const char *mark = ellipsis ? ellipsis : ELLIPSIS;
    int room = limit - text_width(mark);
    if (room < 0) {
        return g_strndup(mark, text_fit(mark, MAX(limit, 0), NULL));
    }
    length = text_fit(shown, room, NULL);
    return g_strdup_printf("%.*s%s", (int)length, shown, mark);
}

/* How much of LINE goes into a row of LIMIT cells: up to the last blank that fits, else as many
 * clusters as fit, but one. */
static gsize row_length(const char *line, int limit)
{
    gsize fit = text_fit(line, limit, NULL);
    if (!line[fit] || line[fit] == ' ') {
        return fit;
    }
    for (gsize end = fit; end > 0; end--) {
        if (line[end - 1] == ' ') {
            return end;
        }
    }
    return fit > 0 ? fit : text_cluster(line);
}

static void wrap_line(GPtrArray *rows, const char *line, int limit)
{
    do {
        gsize length = row_length(line, limit);
        g_ptr_array_add(rows, g_strchomp(g_strndup(line, length)));
        line += length;
        while (*line == ' ') {
            line++;
        }
    } while (*line);
}

char **text_wrap(const char *stored, int limit)
{
    g_autoptr(GPtrArray) rows = g_ptr_array_new();
    /* CR LF and CR are line breaks as LF is. */
    g_auto(GStrv) halves = g_strsplit(stored ? stored : "", "\r\n", -1);
    g_autofree char *joined = g_strjoinv("\n", halves);
    g_auto(GStrv) lines = g_strsplit(g_strdelimit(joined, "\r", '\n'), "\n", -1);
    for (gsize i = 0; lines[i]; i++) {
        g_autofree char *shown = text_show(lines[i]);
        wrap_line(rows, g_strchomp(shown), MAX(limit, 1));
    }
    if (rows->len == 0) {
        g_ptr_array_add(rows, g_strdup(""));
    }
    g_ptr_array_add(rows, NULL);
    return (char **)g_ptr_array_steal(rows, NULL);
}
