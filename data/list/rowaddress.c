/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The addresses of a row: cells of the same label and number make one. */
#include "data/list/rowread.h"

#include <string.h>

enum { LONGEST_CODE = 3, DIGITS_OF_POSTCODE = 4 };

/* An address in the making. */
typedef struct {
    const char *label; /* of the columns; belongs to the mapping */
    guint number;      /* of the columns */
    char *own_label;   /* what it will be called */
    char *street, *house, *more, *postcode, *place, *region, *country, *whole;
} RowPlace;

void row_place_free(gpointer data)
{
    RowPlace *place = data;
    g_free(place->own_label);
    g_free(place->street);
    g_free(place->house);
    g_free(place->more);
    g_free(place->postcode);
    g_free(place->place);
    g_free(place->region);
    g_free(place->country);
    g_free(place->whole);
    g_free(place);
}

/* The address to which CELL belongs; made when it is the first of it. */
static RowPlace *place_of(RowReader *reader, const RowCell *cell)
{
    for (guint i = 0; i < reader->places->len; i++) {
        RowPlace *place = g_ptr_array_index(reader->places, i);
        if (place->number == cell->column->number &&
            g_strcmp0(place->label, cell->column->label) == 0) {
            return place;
        }
    }
    RowPlace *place = g_new0(RowPlace, 1);
    place->label = cell->column->label;
    place->number = cell->column->number;
    place->own_label = row_label(reader, cell);
    g_ptr_array_add(reader->places, place);
    return place;
}

/* The name of a region or country is enough; its code in a further column says nothing new. */
static void set_name(RowReader *reader, const RowCell *cell, char **target)
{
    if (!*target || strlen(cell->line) > LONGEST_CODE) {
        row_set_once(reader, cell, target, g_strdup(cell->line));
    }
}

/* Divides "28195 Bremen" or "D-28195 Bremen"; false when TEXT does not begin with a postcode. */
static bool split_postcode(const char *text, char **postcode, char **place)
{
    if (cell_digits(text) < DIGITS_OF_POSTCODE) {
        return false;
    }
    g_autoptr(GRegex) pattern = g_regex_new(
        "^((?:[A-Z]{1,3}[- ])?[0-9]{4,5}(?: ?[A-Z]{2}(?= ))?)[ ,]+(\\pL.*)$", 0, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    if (!g_regex_match(pattern, text, 0, &match)) {
        return false;
    }
    *postcode = g_match_info_fetch(match, 1);
    *place = g_match_info_fetch(match, 2);
    return true;
}

static void read_postcode_place(RowReader *reader, const RowCell *cell, RowPlace *place)
{
    g_autofree char *postcode = NULL;
    g_autofree char *name = NULL;
    if (!split_postcode(cell->line, &postcode, &name)) {
        bool only_code =
            cell_digits(cell->line) > 0 && cell_digits(cell->line) == strlen(cell->line);
        row_set_once(reader, cell, only_code ? &place->postcode : &place->place,
                     g_strdup(cell->line));
        return;
    }
    row_set_once(reader, cell, &place->postcode, g_steal_pointer(&postcode));
    row_set_once(reader, cell, &place->place, g_steal_pointer(&name));
}

void row_read_address(RowReader *reader, const RowCell *cell)
{
    if (cell_says_unknown(cell->line)) {
        return;
    }
    RowPlace *place = place_of(reader, cell);
    ListField field = cell->column->field;
    if (field == LIST_STREET) {
        row_set_once(reader, cell, &place->street, g_strdup(cell->line));
    } else if (field == LIST_HOUSE_NUMBER) {
        row_set_once(reader, cell, &place->house, g_strdup(cell->line));
    } else if (field == LIST_STREET_MORE) {
        row_append(&place->more, ", ", cell->line);
    } else if (field == LIST_POSTCODE) {
        row_set_once(reader, cell, &place->postcode, g_strdup(cell->line));
    } else if (field == LIST_PLACE) {
        row_set_once(reader, cell, &place->place, g_strdup(cell->line));
    } else if (field == LIST_POSTCODE_PLACE) {
        read_postcode_place(reader, cell, place);
    } else if (field == LIST_REGION) {
        set_name(reader, cell, &place->region);
    } else if (field == LIST_COUNTRY) {
        set_name(reader, cell, &place->country);
    } else {
        row_set_once(reader, cell, &place->whole, g_strdup(cell->text));
    }
}

/* "Hauptstr. 5, 28195 Bremen, Deutschland": around the part with the postcode; without one all of
 * it is the street. */
static void read_whole(RowPlace *place)
{
    g_auto(GStrv) parts = g_strsplit_set(place->whole, ",\n", -1);
    bool found = false;
    for (char **part = parts; *part; part++) {
        if (!*g_strstrip(*part)) {
            continue;
        }
        if (!found && split_postcode(*part, &place->postcode, &place->place)) {
            found = true;
        } else {
            row_append(found ? &place->country : &place->street, ", ", *part);
        }
    }
}

static void finish_place(ListRow *row, RowPlace *place)
{
    if (place->whole && !place->street && !place->postcode && !place->place) {
        read_whole(place);
    }
    row_append(&place->street, " ", place->house);
    row_append(&place->street, ", ", place->more);
    char *postcode;
    char *name;
    if (place->place && !place->postcode && split_postcode(place->place, &postcode, &name)) {
        place->postcode = postcode;
        g_free(place->place);
        place->place = name;
    }
    ListAddress *address = g_new(ListAddress, 1);
    address->label = g_steal_pointer(&place->own_label);
    address->street = g_steal_pointer(&place->street);
    address->postcode = g_steal_pointer(&place->postcode);
    address->place = g_steal_pointer(&place->place);
    address->region = g_steal_pointer(&place->region);
    address->country = g_steal_pointer(&place->country);
    g_ptr_array_add(row->addresses, address);
}

void row_finish_addresses(RowReader *reader)
{
    for (guint i = 0; i < reader->places->len; i++) {
        finish_place(reader->row, g_ptr_array_index(reader->places, i));
    }
}
