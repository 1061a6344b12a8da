/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of text being typed: what the keys do to it. Drawing is in lineedit_view.c. */
#include "tui/lineedit.h"

#include "tui/lineedit_private.h"
#include "tui/text.h"

#include <string.h>

#define MOST_CHARS 10000
#define MOST_STEPS 200
/* A line of this length is not moved in the memory while it grows. */
#define USUAL_BYTES 512

/* The line before a change. */
typedef struct {
    char *text;
    gsize cursor;
} Step;

/* What was typed may be a passphrase: nothing of it stays in the memory. */
static void step_free(gpointer data)
{
    Step *step = data;
    explicit_bzero(step->text, strlen(step->text));
    g_free(step->text);
    g_free(step);
}

LineEdit *line_edit_new(unsigned max_chars)
{
    LineEdit *line = g_new0(LineEdit, 1);
    line->text = g_string_sized_new(USUAL_BYTES);
    line->max_chars = max_chars > 0 && max_chars < MOST_CHARS ? max_chars : MOST_CHARS;
    line->steps = g_ptr_array_new_with_free_func(step_free);
    line->undone = g_ptr_array_new_with_free_func(step_free);
    return line;
}

void line_edit_free(LineEdit *line)
{
    if (line) {
        explicit_bzero(line->text->str, line->text->allocated_len);
        g_string_free(line->text, TRUE);
        g_ptr_array_unref(line->steps);
        g_ptr_array_unref(line->undone);
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
    line->run = RUN_NONE;
    line->is_selected = false;
    line->changes++;
    g_ptr_array_set_size(line->steps, 0);
    g_ptr_array_set_size(line->undone, 0);
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
    line->run = RUN_NONE;
    line->is_selected = false;
}

void line_edit_select_all(LineEdit *line)
{
    line->cursor = line->text->len;
    line->run = RUN_NONE;
    line->is_selected = line->text->len > 0;
}

bool line_edit_is_selected(const LineEdit *line)
{
    return line->is_selected;
}

/* What was put in or taken out may have joined two clusters: no cursor stands inside one. */
static void settle(LineEdit *line)
{
    gsize border = 0;
    while (border < line->cursor) {
        border = border_after(line, border);
    }
    line->cursor = border;
}

static bool is_blank(const LineEdit *line, gsize offset)
{
    return line->text->str[offset] == ' ' && border_after(line, offset) == offset + 1;
}

static void push(GPtrArray *steps, const LineEdit *line)
{
    Step *step = g_new(Step, 1);
    *step = (Step){.text = g_strdup(line->text->str), .cursor = line->cursor};
    if (steps->len == MOST_STEPS) {
        g_ptr_array_remove_index(steps, 0);
    }
    g_ptr_array_add(steps, step);
}

/* Remembers the line as it is, so that the change that follows can be taken back; it unselects. A
 * word that is typed or erased letter by letter, with the blanks after it, is one change; BLANK
 * says what the letter is. */
static void remember(LineEdit *line, LineRun run, bool blank)
{
    bool goes_on = run != RUN_NONE && run == line->run && (blank || !line->run_blank);
    line->run = run;
    line->run_blank = blank;
    line->is_selected = false;
    g_ptr_array_set_size(line->undone, 0);
    if (!goes_on) {
        push(line->steps, line);
    }
}

static bool insert(LineEdit *line, const char *text, LineRun run)
{
    g_autofree char *clean = one_line(text);
    bool replaces = line->is_selected;
    glong room = (glong)line->max_chars - (replaces ? 0 : g_utf8_strlen(line->text->str, -1));
    glong fits = MIN(room, g_utf8_strlen(clean, -1));
    if (fits <= 0) {
        return false;
    }
    remember(line, run, *clean == ' ');
    if (replaces) {
        g_string_truncate(line->text, 0);
        line->cursor = 0;
    }
    gssize length = g_utf8_offset_to_pointer(clean, fits) - clean;
    g_string_insert_len(line->text, (gssize)line->cursor, clean, length);
    line->cursor += (gsize)length;
    settle(line);
    line->changes++;
    return true;
}

bool line_edit_insert(LineEdit *line, const char *text)
{
    return insert(line, text, RUN_NONE);
}

void line_edit_replace(LineEdit *line, const char *text)
{
    g_autofree char *clean = one_line(text);
    glong kept = MIN(g_utf8_strlen(clean, -1), (glong)line->max_chars);
    remember(line, RUN_NONE, false);
    g_string_truncate(line->text, 0);
    g_string_append_len(line->text, clean, g_utf8_offset_to_pointer(clean, kept) - clean);
    line->cursor = line->text->len;
    line->changes++;
}

/* Goes to the last of FROM and remembers in TO how it was. */
static bool go_back(LineEdit *line, GPtrArray *from, GPtrArray *to)
{
    if (from->len == 0) {
        return false;
    }
    push(to, line);
    const Step *step = g_ptr_array_index(from, from->len - 1);
    g_string_assign(line->text, step->text);
    line->cursor = step->cursor;
    g_ptr_array_remove_index(from, from->len - 1);
    line->run = RUN_NONE;
    line->is_selected = false;
    line->changes++;
    return true;
}

bool line_edit_undo(LineEdit *line)
{
    return go_back(line, line->steps, line->undone);
}

bool line_edit_redo(LineEdit *line)
{
    return go_back(line, line->undone, line->steps);
}

/* Takes out the bytes from FROM to TO and leaves the cursor there. */
static void delete_range(LineEdit *line, gsize from, gsize to, LineRun run)
{
    if (from < to) {
        remember(line, run, is_blank(line, from));
        g_string_erase(line->text, (gssize)from, (gssize)(to - from));
        line->cursor = from;
        settle(line);
        line->changes++;
    }
}

/* Where the word before the cursor begins. */
static gsize word_left(const LineEdit *line)
{
    gsize start = 0;
    bool was_blank = true;
    for (gsize at = 0; at < line->cursor; at = border_after(line, at)) {
        bool blank = is_blank(line, at);
        start = was_blank && !blank ? at : start;
        was_blank = blank;
    }
    return start;
}

/* Where the word at or after the cursor ends. */
static gsize word_right(const LineEdit *line)
{
    gsize at = line->cursor;
    while (line->text->str[at] != '\0' && is_blank(line, at)) {
        at = border_after(line, at);
    }
    while (line->text->str[at] != '\0' && !is_blank(line, at)) {
        at = border_after(line, at);
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
        insert(line, typed, RUN_TYPING);
        return OUTCOME_REDRAW;
    }
    if (find_target(line, event->key, &to)) {
        line->cursor = to;
        line->run = RUN_NONE;
        line->is_selected = false;
        return OUTCOME_REDRAW;
    }
    if (find_deletion(line, event->key, &from, &to)) {
        bool one = event->key == K_BACKSPACE || event->key == K_DELETE;
        from = line->is_selected ? 0 : from;
        to = line->is_selected ? line->text->len : to;
        delete_range(line, from, to, one ? RUN_ERASING : RUN_NONE);
        return OUTCOME_REDRAW;
    }
    return OUTCOME_NONE;
}
