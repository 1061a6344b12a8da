/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of text being typed: what the keys do to it. Drawing is in lineedit_view.c. */
#include "tui/lineedit.h"

#include "tui/lineedit_private.h"
#include "tui/text.h"

#include <string.h>

#define MOST_CHARS 10000
#define MOST_STEPS 200

/* The line before a change. */
typedef struct {
    char *text;
    gsize cursor;
} Step;

static void step_free(gpointer step)
{
    g_free(((Step *)step)->text);
    g_free(step);
}

LineEdit *line_edit_new(unsigned max_chars)
{
    LineEdit *line = g_new0(LineEdit, 1);
    line->text = g_string_new(NULL);
    line->max_chars = max_chars > 0 && max_chars < MOST_CHARS ? max_chars : MOST_CHARS;
    line->steps = g_ptr_array_new_with_free_func(step_free);
    return line;
}

void line_edit_free(LineEdit *line)
{
    if (line) {
        g_string_free(line->text, TRUE);
        g_ptr_array_unref(line->steps);
        g_free(line);
    }
}

const char *line_edit_text(const LineEdit *line)
{
    return line->text->str;
}

bool line_edit_is_empty(const LineEdit *line)
{
    return line->text->len == 0;
}

gsize line_edit_cursor(const LineEdit *line)
{
    return line->cursor;
}

unsigned line_edit_changes(const LineEdit *line)
{
    return line->changes;
}

/* TEXT as one line: see line_edit_insert. */
static char *one_line(const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    GString *out = g_string_new(NULL);
    for (const char *at = valid; *at; at = g_utf8_find_next_char(at, NULL)) {
        gunichar c = g_utf8_get_char(at);
        if (c == '\r' && at[1] == '\n') {
            continue;
        }
        if (c == '\t' || c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029) {
            g_string_append_c(out, ' ');
        } else if (!g_unichar_iscntrl(c)) {
            g_string_append_unichar(out, c);
        }
    }
    return g_string_free(out, FALSE);
}

void line_edit_set(LineEdit *line, const char *text)
{
    g_autofree char *clean = one_line(text ? text : "");
    glong chars = g_utf8_strlen(clean, -1);
    glong kept = MIN(chars, (glong)line->max_chars);
    g_string_truncate(line->text, 0);
    g_string_append_len(line->text, clean, g_utf8_offset_to_pointer(clean, kept) - clean);
    line->cursor = line->text->len;
    line->scroll = 0;
    line->typing = false;
    line->changes++;
    g_ptr_array_set_size(line->steps, 0);
}

/* The first cluster border after OFFSET. */
static gsize border_after(const LineEdit *line, gsize offset)
{
    return offset + text_cluster(line->text->str + offset);
}

/* The last cluster border before OFFSET. Clusters can only be told from the left. */
static gsize border_before(const LineEdit *line, gsize offset)
{
    gsize border = 0;
    for (gsize next = 0; next < offset; next = border_after(line, next)) {
        border = next;
    }
    return border;
}

void line_edit_set_cursor(LineEdit *line, gsize offset)
{
    gsize border = 0;
    for (gsize next = 0; next <= offset; next = border_after(line, next)) {
        border = next;
        if (next == line->text->len) {
            break;
        }
    }
    line->cursor = border;
    line->typing = false;
}

/* Remembers the line as it is, so that the change that follows can be taken back. A run of
 * letters is one change. */
static void remember(LineEdit *line, bool typing)
{
    if (typing && line->typing) {
        return;
    }
    line->typing = typing;
    Step *step = g_new(Step, 1);
    *step = (Step){.text = g_strdup(line->text->str), .cursor = line->cursor};
    if (line->steps->len == MOST_STEPS) {
        g_ptr_array_remove_index(line->steps, 0);
    }
    g_ptr_array_add(line->steps, step);
}

static bool insert(LineEdit *line, const char *text, bool typing)
{
    g_autofree char *clean = one_line(text);
    glong room = (glong)line->max_chars - g_utf8_strlen(line->text->str, -1);
    glong fits = MIN(room, g_utf8_strlen(clean, -1));
    if (fits <= 0) {
        return false;
    }
    remember(line, typing);
    gssize length = g_utf8_offset_to_pointer(clean, fits) - clean;
    g_string_insert_len(line->text, (gssize)line->cursor, clean, length);
    line->cursor += (gsize)length;
    line->changes++;
    return true;
}

bool line_edit_insert(LineEdit *line, const char *text)
{
    return insert(line, text, false);
}

bool line_edit_undo(LineEdit *line)
{
    if (line->steps->len == 0) {
        return false;
    }
    const Step *step = g_ptr_array_index(line->steps, line->steps->len - 1);
    g_string_assign(line->text, step->text);
    line->cursor = step->cursor;
    g_ptr_array_remove_index(line->steps, line->steps->len - 1);
    line->typing = false;
    line->changes++;
    return true;
}

/* Takes out the bytes from FROM to TO and leaves the cursor there. */
static void delete_range(LineEdit *line, gsize from, gsize to)
{
    if (from < to) {
        remember(line, false);
        g_string_erase(line->text, (gssize)from, (gssize)(to - from));
        line->cursor = from;
        line->changes++;
    }
}

static gsize word_left(const LineEdit *line)
{
    gsize at = line->cursor;
    const char *text = line->text->str;
    while (at > 0 && text[at - 1] == ' ') {
        at--;
    }
    while (at > 0 && text[at - 1] != ' ') {
        at--;
    }
    return at;
}

static gsize word_right(const LineEdit *line)
{
    gsize at = line->cursor;
    const char *text = line->text->str;
    while (text[at] == ' ') {
        at++;
    }
    while (text[at] && text[at] != ' ') {
        at++;
    }
    return at;
}

/* Where KEY moves the cursor to; false when it moves nothing. */
static bool find_target(const LineEdit *line, Key key, gsize *target)
{
    switch (key) {
    case K_LEFT:
        *target = border_before(line, line->cursor);
        return true;
    case K_RIGHT:
        *target = border_after(line, line->cursor);
        return true;
    case K_HOME:
    case K_CTRL + 'a':
        *target = 0;
        return true;
    case K_END:
    case K_CTRL + 'e':
        *target = line->text->len;
        return true;
    case K_CTRL + K_LEFT:
    case K_ALT + 'b':
        *target = word_left(line);
        return true;
    case K_CTRL + K_RIGHT:
    case K_ALT + 'f':
        *target = word_right(line);
        return true;
    default:
        return false;
    }
}

/* What KEY deletes; false when it deletes nothing. */
static bool find_deletion(const LineEdit *line, Key key, gsize *from, gsize *to)
{
    *from = *to = line->cursor;
    switch (key) {
    case K_BACKSPACE:
        *from = border_before(line, line->cursor);
        return true;
    case K_DELETE:
        *to = border_after(line, line->cursor);
        return true;
    case K_CTRL + 'w':
    case K_ALT + K_BACKSPACE:
        *from = word_left(line);
        return true;
    case K_ALT + 'd':
        *to = word_right(line);
        return true;
    case K_CTRL + 'u':
        *from = 0;
        return true;
    case K_CTRL + 'k':
        *to = line->text->len;
        return true;
    default:
        return false;
    }
}

Outcome line_edit_input(LineEdit *line, const Event *event)
{
    gsize from, to;
    if (event->kind == EVENT_PASTE) {
        line_edit_insert(line, event->text);
        return OUTCOME_REDRAW;
    }
    if (event->kind != EVENT_KEY) {
        return OUTCOME_NONE;
    }
    if (key_is_text(event->key)) {
        char typed[8] = "";
        g_unichar_to_utf8(event->key, typed);
        insert(line, typed, true);
        return OUTCOME_REDRAW;
    }
    if (find_target(line, event->key, &to)) {
        line->cursor = to;
        line->typing = false;
        return OUTCOME_REDRAW;
    }
    if (find_deletion(line, event->key, &from, &to)) {
        delete_range(line, from, to);
        return OUTCOME_REDRAW;
    }
    return OUTCOME_NONE;
}
