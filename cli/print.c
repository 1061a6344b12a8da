/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain text on standard output and sentences on standard error. */
#include "cli/print.h"

#include "data/base/i18n.h"
#include "data/base/outlet.h"

#include <stdio.h>
#include <string.h>

/* A column narrower than NARROW is not worth breaking lines for. */
enum { LABEL_COLUMNS = 20, GAP = 2, NARROW = 30 };

char *print_clean(const char *text)
{
    return outlet_text(OUTLET_LINE, text);
}

static int char_width(gunichar c)
{
    return g_unichar_iszerowidth(c) ? 0 : g_unichar_iswide(c) ? 2 : 1;
}

int print_width(const char *shown)
{
    int width = 0;
    for (const char *c = shown; *c != '\0'; c += g_utf8_skip[(guchar)*c]) {
        width += char_width(g_utf8_get_char(c));
    }
    return width;
}

char *print_join(const GPtrArray *texts)
{
    GString *joined = g_string_new(NULL);
    for (guint i = 0; i < texts->len; i++) {
        g_string_append_printf(joined, "%s%s", i > 0 ? ", " : "",
                               (const char *)g_ptr_array_index(texts, i));
    }
    return g_string_free(joined, FALSE);
}

/* The byte length of the longest start of SHOWN that fits into CELLS; marks stay with their
 * letter. */
static gsize fitting(const char *shown, int cells)
{
    const char *c = shown;
    for (; *c != '\0'; c += g_utf8_skip[(guchar)*c]) {
        cells -= char_width(g_utf8_get_char(c));
        if (cells < 0) {
            break;
        }
    }
    return (gsize)(c - shown);
}

static void print_blanks(int count)
{
    for (int i = 0; i < count; i++) {
        putchar(' ');
    }
}

void print_line(const char *text)
{
    g_autofree char *shown = print_clean(text);
    puts(shown);
}

void print_heading(const char *text)
{
    putchar('\n');
    print_line(text);
}

/* The byte length of what goes on a line of CELLS: up to a blank, or as much as fits of a longer
 * word. At least one character. */
static gsize line_length(const char *text, int cells)
{
    gsize length = fitting(text, cells);
    if (text[length] == '\0') {
        return length;
    }
    for (gsize i = length; i > 0; i--) {
        if (text[i] == ' ') {
            return i;
        }
    }
    return length > 0 ? length : (gsize)g_utf8_skip[(guchar)*text];
}

/* Prints TEXT in lines up to column WIDTH that begin at column LEFT, where the cursor stands
 * already. */
static void print_lines_within(const char *text, int left, int width)
{
    g_autofree char *shown = print_clean(text);
    const char *rest = g_strstrip(shown);
    for (;;) {
        gsize length = line_length(rest, width - left);
        fwrite(rest, 1, length, stdout);
        putchar('\n');
        rest += length;
        while (*rest == ' ') {
            rest++;
        }
        if (*rest == '\0') {
            break;
        }
        print_blanks(left);
    }
}

static void print_lines(const char *text, int left)
{
    print_lines_within(text, left, PRINT_COLUMNS);
}

void print_wrapped_within(const char *prefix, const char *text, int width)
{
    fputs(prefix, stdout);
    print_lines_within(text, print_width(prefix), width);
}

void print_wrapped(const char *prefix, const char *text)
{
    fputs(prefix, stdout);
    print_lines(text, print_width(prefix));
}

void print_field(const char *label, const char *text)
{
    if (text == NULL || *text == '\0') {
        return;
    }
    g_autofree char *shown = print_clean(label);
    int place = MAX(LABEL_COLUMNS, print_width(shown) + GAP);
    fputs(shown, stdout);
    print_blanks(place - print_width(shown));
    print_lines(text, place);
}

/* Each cell of ROWS cleaned; the arrays and their texts belong to the result. */
static GPtrArray *clean_rows(const GPtrArray *rows, guint count)
{
    GPtrArray *shown = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    for (guint row = 0; row < rows->len; row++) {
        char *const *cells = g_ptr_array_index(rows, row);
        char **copy = g_new0(char *, count + 1);
        for (guint i = 0; i < count && cells[i] != NULL; i++) {
            copy[i] = print_clean(cells[i]);
        }
        g_ptr_array_add(shown, copy);
    }
    return shown;
}

static int widest(const GPtrArray *rows, guint column)
{
    int width = 0;
    for (guint row = 0; row < rows->len; row++) {
        char *const *cells = g_ptr_array_index(rows, row);
        /* Cells before the end of a row are all there. */
        if (g_strv_length(g_ptr_array_index(rows, row)) > column) {
            width = MAX(width, print_width(cells[column]));
        }
    }
    return width;
}

/* Prints SHOWN in at most WIDTH cells and returns how many it took. */
static int print_cell(const char *shown, int width)
{
    if (print_width(shown) <= width) {
        fputs(shown, stdout);
        return print_width(shown);
    }
    g_autofree char *cut = g_strndup(shown, fitting(shown, width - 1));
    g_strchomp(cut);
    printf("%s…", cut);
    return print_width(cut) + 1;
}

/* The widths of the columns but the last; its place is in *LAST. */
static int *measure(const GPtrArray *shown, const int *most, guint count, int indent, int *last)
{
    int *widths = g_new0(int, count);
    *last = indent;
    for (guint i = 0; i + 1 < count; i++) {
        widths[i] = MIN(widest(shown, i), most[i]);
        *last += widths[i] > 0 ? widths[i] + GAP : 0;
    }
    return widths;
}

/* Prints the cells of a row but the last and returns the column behind them. No line ends in
 * blanks: they are owed until something follows. */
static int print_cells(char *const *cells, const int *widths, guint count, int indent)
{
    int column = 0, due = indent;
    for (guint i = 0; i < count && cells[i] != NULL; i++) {
        if (widths[i] > 0 && *cells[i] != '\0') {
            print_blanks(due - column);
            column = due + print_cell(cells[i], widths[i]);
        }
        due += widths[i] > 0 ? widths[i] + GAP : 0;
    }
    return column;
}

void print_table(const GPtrArray *rows, const int *most, guint count, int indent)
{
    g_autoptr(GPtrArray) shown = clean_rows(rows, count);
    int last;
    g_autofree int *widths = measure(shown, most, count, indent, &last);
    for (guint row = 0; row < shown->len; row++) {
        char *const *cells = g_ptr_array_index(shown, row);
        int column = print_cells(cells, widths, count - 1, indent);
        const char *rest =
            g_strv_length(g_ptr_array_index(shown, row)) == count ? cells[count - 1] : "";
        if (*rest == '\0') {
            putchar('\n');
            continue;
        }
        int place = last;
        if (print_width(rest) > PRINT_COLUMNS - last && PRINT_COLUMNS - last < NARROW) {
            putchar('\n');
            column = 0;
            place = indent + LABEL_COLUMNS;
        }
        print_blanks(place - column);
        print_lines(rest, place);
    }
}

bool print_end(void)
{
    if (fflush(stdout) == 0 && ferror(stdout) == 0) {
        return true;
    }
    print_sentence(_("The output could not be written to its end: either the disk is full, or the "
                     "program that reads it has stopped."));
    return false;
}

void print_sentence(const char *sentence)
{
    g_autofree char *shown = print_clean(sentence);
    fprintf(stderr, "%s\n", shown);
}
