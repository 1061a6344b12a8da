/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of a row. */
#include "data/list/rowread.h"

#include "data/lookup/fold.h"

#include <string.h>

/* A part of a name, less titles and salutation before it, which go where they belong. */
static char *part_of(RowReader *reader, const RowCell *cell)
{
    g_autofree char *salutation = NULL;
    g_autofree char *title = NULL;
    g_autofree char *rest = person_titles_cut(cell->line, &salutation, &title);
    if (!*rest) {
        return person_name_case(cell->line);
    }
    if (salutation && !reader->row->salutation) {
        reader->row->salutation = g_steal_pointer(&salutation);
    }
    if (title && !reader->row->title) {
        reader->row->title = g_steal_pointer(&title);
    }
    return person_name_case(rest);
}

static void read_full_name(RowReader *reader, const RowCell *cell)
{
    if (!reader->full_name) {
        reader->full_name_is_sorted = cell->column->family_first;
    }
    row_set_once(reader, cell, &reader->full_name, g_strdup(cell->line));
}

void row_read_name(RowReader *reader, const RowCell *cell)
{
    if (cell_says_unknown(cell->line)) {
        return;
    }
    ListRow *row = reader->row;
    ListField field = cell->column->field;
    if (field == LIST_GIVEN_NAME) {
        row_set_once(reader, cell, &row->given_name, part_of(reader, cell));
    } else if (field == LIST_FAMILY_NAME) {
        row_set_once(reader, cell, &row->family_name, part_of(reader, cell));
    } else if (field == LIST_MIDDLE_NAME) {
        row_set_once(reader, cell, &reader->middle_name, person_name_case(cell->line));
    } else if (field == LIST_NAME_SUFFIX) {
        row_set_once(reader, cell, &reader->name_suffix, g_strdup(cell->line));
    } else if (field == LIST_FULL_NAME) {
        read_full_name(reader, cell);
    } else if (!reader->nickname) {
        reader->nickname_header = g_strdup(cell->column->header);
    }
    if (field == LIST_NICKNAME) {
        row_set_once(reader, cell, &reader->nickname, g_strdup(cell->line));
    }
}

void row_read_company(RowReader *reader, const RowCell *cell)
{
    if (!cell_says_unknown(cell->line)) {
        row_set_once(reader, cell, &reader->row->company, g_strdup(cell->line));
    }
}

void row_read_salutation(RowReader *reader, const RowCell *cell)
{
    if (cell_says_unknown(cell->line)) {
        return;
    }
    ListRow *row = reader->row;
    char *salutation = NULL;
    char *title = NULL;
    g_autofree char *rest = person_titles_cut(cell->line, &salutation, &title);
    if (salutation) {
        row_set_once(reader, cell, &row->salutation, salutation);
    }
    if (title) {
        row_set_once(reader, cell, &row->title, title);
    }
    if (!*rest) {
        return;
    }
    bool is_title = cell->column->field == LIST_TITLE;
    bool is_short = !strchr(rest, ' ');
    /* "Pfarrer" and "Schwester" are fine; "Sehr geehrte Frau Ott" is a letter's. */
    if (!salutation && !title && (is_title || is_short)) {
        row_set_once(reader, cell, is_title ? &row->title : &row->salutation, g_strdup(rest));
    } else {
        row_note(reader, cell, NULL);
    }
}

/* Whether all words of TEXT are among the parts of the row's name. */
static bool is_known(const ListRow *row, const char *text)
{
    g_autofree char *parts =
        g_strjoin(" ", row->salutation ? row->salutation : "", row->title ? row->title : "",
                  row->given_name ? row->given_name : "", row->family_name ? row->family_name : "",
                  row->company ? row->company : "", NULL);
    g_auto(GStrv) known = fold_words(parts);
    g_auto(GStrv) words = fold_words(text);
    for (char **word = words; *word; word++) {
        if (!g_strv_contains((const char *const *)known, *word)) {
            return false;
        }
    }
    return true;
}

/* Takes PART when TARGET is open; false when it says something else. */
static bool take_part(const ListRow *row, char **target, char **part)
{
    if (!*target) {
        *target = g_steal_pointer(part);
    }
    return !*part || is_known(row, *part);
}

/* The column with both names fills what the single columns left open. */
static void take_full_name(RowReader *reader)
{
    ListRow *row = reader->row;
    if (!reader->full_name || is_known(row, reader->full_name)) {
        return;
    }
    g_auto(PersonName) name = {0};
    person_name_read(reader->full_name, reader->full_name_is_sorted, &name);
    bool open = !row->family_name && (!row->given_name || !name.given_name ||
                                      strcmp(row->given_name, name.given_name) == 0);
    if (!open && row->family_name) {
        row_fact(reader, "note", reader->full_name);
        return;
    }
    bool all = take_part(row, &row->salutation, &name.salutation);
    all = take_part(row, &row->title, &name.title) && all;
    all = take_part(row, &row->company, &name.company) && all;
    all = take_part(row, &row->given_name, &name.given_name) && all;
    all = take_part(row, &row->family_name, &name.family_name) && all;
    if (!all) {
        row_fact(reader, "note", reader->full_name);
    }
}

void row_finish_names(RowReader *reader)
{
    ListRow *row = reader->row;
    take_full_name(reader);
    row_append(&row->given_name, " ", reader->middle_name);
    if (row->family_name) {
        row_append(&row->family_name, " ", reader->name_suffix);
    } else {
        row_append(&row->given_name, " ", reader->name_suffix);
    }
    /* "Firma" in the salutation, and the firm in the column of last names. */
    if (g_strcmp0(row->salutation, "Firma") == 0 && !row->company && !row->given_name) {
        row->company = g_steal_pointer(&row->family_name);
    }
    if (!reader->nickname || is_known(row, reader->nickname)) {
        return;
    }
    if (!row->given_name && !row->family_name && !row->company && !row->description) {
        row->description = g_steal_pointer(&reader->nickname);
    } else {
        g_autofree char *note =
            g_strdup_printf("%s: %s", reader->nickname_header, reader->nickname);
        row_fact(reader, "note", note);
    }
}
