/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of list_row_read(), one file each: names, contacts and addresses, days and people,
 * remarks. Only for row*.c. */
#pragma once

#include "data/list/personname.h"
#include "data/list/row.h"

/* A record that is being read. */
typedef struct {
    const Mapping *mapping;
    const GPtrArray *cells;
    ListRow *row;
    Day today;
    const char *country;
    char *full_name, *middle_name, *name_suffix, *nickname; /* for row_finish_names() */
    char *nickname_header;
    bool full_name_is_sorted;
    GPtrArray *places;  /* addresses in the making, for row_finish_addresses() */
    GPtrArray *remarks; /* char *, one thought each, for row_finish_remarks() */
} RowReader;

/* A cell that is not empty, with its column. */
typedef struct {
    const MappingColumn *column;
    const char *text; /* cell_lines(), without a spreadsheet's apostrophe */
    const char *line; /* the same on one line */
} RowCell;

/* Adds a warning about CELL, or about the whole record without a CELL; REASON is static. VALUE
 * NULL: the cell's text. */
void row_warn(RowReader *reader, const RowCell *cell, const char *value, const char *reason);

/* Adds a fact of KIND, unless the row has it already. */
void row_fact(RowReader *reader, const char *kind, const char *words);

/* Keeps VALUE, or with NULL the cell's text, as a note "header: value". */
void row_note(RowReader *reader, const RowCell *cell, const char *value);

/* The same with a warning that says REASON (static). */
void row_note_and_warn(RowReader *reader, const RowCell *cell, const char *value,
                       const char *reason);

/* The label for CELL: its column's, or what stands in the column of labels that belongs to it;
 * "mobile", "home", "work" and "other" in these words. NULL when there is none. Free with g_free().
 */
char *row_label(const RowReader *reader, const RowCell *cell);

/* Sets *TARGET to VALUE, which it takes; when it has another value, VALUE is kept as a note. */
void row_set_once(RowReader *reader, const RowCell *cell, char **target, char *value);

/* Appends TEXT to *TO, behind DIVIDER when something stands there; a TEXT of NULL adds nothing. */
void row_append(char **to, const char *divider, const char *text);

/* One function a kind of cell. They take what they understand into the row. */
void row_read_name(RowReader *reader, const RowCell *cell);
void row_read_company(RowReader *reader, const RowCell *cell);
void row_read_salutation(RowReader *reader, const RowCell *cell);
void row_read_address_form(RowReader *reader, const RowCell *cell);
void row_read_phone(RowReader *reader, const RowCell *cell);
void row_read_email(RowReader *reader, const RowCell *cell);
void row_read_website(RowReader *reader, const RowCell *cell);
void row_read_address(RowReader *reader, const RowCell *cell);
void row_read_day(RowReader *reader, const RowCell *cell);
void row_read_people(RowReader *reader, const RowCell *cell);
void row_read_remark(RowReader *reader, const RowCell *cell);
void row_read_fact(RowReader *reader, const RowCell *cell);
void row_read_tags(RowReader *reader, const RowCell *cell);
void row_read_kept(RowReader *reader, const RowCell *cell);
void row_read_answer(RowReader *reader, const RowCell *cell);
void row_read_channel(RowReader *reader, const RowCell *cell);
void row_read_language(RowReader *reader, const RowCell *cell);
void row_read_class(RowReader *reader, const RowCell *cell);
void row_read_closeness(RowReader *reader, const RowCell *cell);
void row_read_visits(RowReader *reader, const RowCell *cell);

/* To be called in this order when all cells are read. */
void row_finish_names(RowReader *reader);
void row_finish_addresses(RowReader *reader);
void row_finish_remarks(RowReader *reader);

/* Frees an address in the making. */
void row_place_free(gpointer place);

/* Whether a person can have been born on DAY: not ahead of TODAY, not above 120 years ago.
 * Otherwise *REASON is set (static), else NULL. */
bool row_birthday_fits(Day day, Day today, const char **reason);
