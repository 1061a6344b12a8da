/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One record of a customer list, understood. */
#include "data/list/row.h"

#include "data/base/i18n.h"
#include "data/list/csvcell.h"
#include "data/list/rowread.h"

#include <string.h>

typedef void (*ReadCell)(RowReader *reader, const RowCell *cell);

static void read_number(RowReader *reader, const RowCell *cell)
{
    if (!cell_says_unknown(cell->line)) {
        row_set_once(reader, cell, &reader->row->number, g_strdup(cell->line));
    }
}

static void read_description(RowReader *reader, const RowCell *cell)
{
    if (!cell_says_unknown(cell->line)) {
        row_set_once(reader, cell, &reader->row->description, g_strdup(cell->line));
    }
}

/* Who reads the cells of a field; nobody reads LIST_IGNORE. */
static const ReadCell readers[LIST_FIELD_COUNT] = {
    [LIST_KEEP] = row_read_kept,
    [LIST_NUMBER] = read_number,
    [LIST_SALUTATION] = row_read_salutation,
    [LIST_TITLE] = row_read_salutation,
    [LIST_GIVEN_NAME] = row_read_name,
    [LIST_MIDDLE_NAME] = row_read_name,
    [LIST_FAMILY_NAME] = row_read_name,
    [LIST_NAME_SUFFIX] = row_read_name,
    [LIST_FULL_NAME] = row_read_name,
    [LIST_NICKNAME] = row_read_name,
    [LIST_COMPANY] = row_read_company,
    [LIST_DESCRIPTION] = read_description,
    [LIST_ADDRESS_FORM] = row_read_address_form,
    [LIST_STREET] = row_read_address,
    [LIST_HOUSE_NUMBER] = row_read_address,
    [LIST_STREET_MORE] = row_read_address,
    [LIST_POSTCODE] = row_read_address,
    [LIST_PLACE] = row_read_address,
    [LIST_POSTCODE_PLACE] = row_read_address,
    [LIST_REGION] = row_read_address,
    [LIST_COUNTRY] = row_read_address,
    [LIST_ADDRESS] = row_read_address,
    [LIST_PHONE] = row_read_phone,
    [LIST_EMAIL] = row_read_email,
    [LIST_WEBSITE] = row_read_website,
    [LIST_CHANNEL] = row_read_channel,
    [LIST_LANGUAGE] = row_read_language,
    [LIST_CLASS] = row_read_class,
    [LIST_CLOSENESS] = row_read_closeness,
    [LIST_BIRTHDAY] = row_read_day,
    [LIST_WEDDING] = row_read_day,
    [LIST_NAME_DAY] = row_read_day,
    [LIST_EVENT] = row_read_day,
    [LIST_PARTNER] = row_read_people,
    [LIST_CHILDREN] = row_read_people,
    [LIST_RELATION] = row_read_people,
    [LIST_REMARK] = row_read_remark,
    [LIST_LIKES] = row_read_fact,
    [LIST_DISLIKES] = row_read_fact,
    [LIST_ALLERGY] = row_read_fact,
    [LIST_USUAL] = row_read_fact,
    [LIST_INTEREST] = row_read_fact,
    [LIST_CAUTION] = row_read_fact,
    [LIST_TAGS] = row_read_tags,
    [LIST_NEWS_EMAIL] = row_read_answer,
    [LIST_NEWS_SMS] = row_read_answer,
    [LIST_NEWS_PHONE] = row_read_answer,
    [LIST_NEWS_POST] = row_read_answer,
    [LIST_SINCE] = row_read_day,
    [LIST_LAST_VISIT] = row_read_day,
    [LIST_VISITS] = row_read_visits,
};

static void contact_free(gpointer data)
{
    ListContact *contact = data;
    g_free(contact->value);
    g_free(contact->label);
    g_free(contact);
}

static void address_free(gpointer data)
{
    ListAddress *address = data;
    g_free(address->label);
    g_free(address->street);
    g_free(address->postcode);
    g_free(address->place);
    g_free(address->region);
    g_free(address->country);
    g_free(address);
}

static void occasion_free(gpointer data)
{
    ListOccasion *occasion = data;
    g_free(occasion->label);
    g_free(occasion);
}

static void person_free(gpointer data)
{
    ListPerson *person = data;
    g_free(person->name);
    g_free(person->note);
    g_free(person);
}

static void fact_free(gpointer data)
{
    ListFact *fact = data;
    g_free(fact->kind);
    g_free(fact->words);
    g_free(fact->header);
    g_free(fact);
}

static void warning_free(gpointer data)
{
    ListWarning *warning = data;
    g_free(warning->field);
    g_free(warning->value);
    g_free(warning);
}

static ListRow *row_new(guint line)
{
    ListRow *row = g_new0(ListRow, 1);
    row->line = line;
    row->visits = -1;
    row->phones = g_ptr_array_new_with_free_func(contact_free);
    row->emails = g_ptr_array_new_with_free_func(contact_free);
    row->websites = g_ptr_array_new_with_free_func(contact_free);
    row->addresses = g_ptr_array_new_with_free_func(address_free);
    row->occasions = g_ptr_array_new_with_free_func(occasion_free);
    row->people = g_ptr_array_new_with_free_func(person_free);
    row->facts = g_ptr_array_new_with_free_func(fact_free);
    row->warnings = g_ptr_array_new_with_free_func(warning_free);
    return row;
}

void list_row_free(ListRow *row)
{
    if (!row) {
        return;
    }
    g_free(row->key);
    g_free(row->number);
    g_free(row->salutation);
    g_free(row->title);
    g_free(row->given_name);
    g_free(row->family_name);
    g_free(row->company);
    g_free(row->description);
    g_ptr_array_unref(row->phones);
    g_ptr_array_unref(row->emails);
    g_ptr_array_unref(row->websites);
    g_ptr_array_unref(row->addresses);
    g_ptr_array_unref(row->occasions);
    g_ptr_array_unref(row->people);
    g_ptr_array_unref(row->facts);
    g_ptr_array_unref(row->warnings);
    g_free(row);
}

static int compare_pieces(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The hash of what the columns say, each with its field, whatever their order in the list. PIECES
 * are sorted. */
static char *key_of(GPtrArray *pieces)
{
    g_ptr_array_sort(pieces, compare_pieces);
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    for (guint i = 0; i < pieces->len; i++) {
        const char *piece = g_ptr_array_index(pieces, i);
        g_checksum_update(sum, (const guchar *)piece, (gssize)strlen(piece) + 1);
    }
    return g_strdup(g_checksum_get_string(sum));
}

/* Reads the cell of the column AT, and adds it to PIECES of the key. */
static void read_cell(RowReader *reader, guint at, const char *raw, GPtrArray *pieces)
{
    const MappingColumn *column = g_ptr_array_index(reader->mapping->columns, at);
    g_autofree char *clean = cell_lines(raw);
    const char *text = csv_cell_read(clean);
    if (!*text || !readers[column->field]) {
        return;
    }
    g_ptr_array_add(pieces, g_strconcat(list_field_code(column->field), "\x1f",
                                        column->label ? column->label : "", "\x1f",
                                        column->field == LIST_KEEP ? column->header : "", "\x1f",
                                        text, NULL));
    if (column->is_label) {
        return;
    }
    g_autofree char *line = strchr(text, '\n') ? cell_line(text) : NULL;
    readers[column->field](reader, &(RowCell){column, text, line ? line : text});
}

/* Cells beyond the last heading. */
static void read_extra_cell(RowReader *reader, const char *raw, GPtrArray *pieces)
{
    g_autofree char *clean = cell_lines(raw);
    const char *text = csv_cell_read(clean);
    if (!*text) {
        return;
    }
    g_ptr_array_add(pieces, g_strdup_printf("extra\x1f%s", text));
    row_fact(reader, "note", text);
    row_warn(reader, NULL, text,
             _("This cell stands beyond the last heading. It was kept as a note."));
}

static bool is_empty(const GPtrArray *cells)
{
    for (guint i = 0; i < cells->len; i++) {
        g_autofree char *line = cell_line(g_ptr_array_index(cells, i));
        if (*line) {
            return false;
        }
    }
    return true;
}

static bool is_somebody(const ListRow *row)
{
    return row->number || row->given_name || row->family_name || row->company || row->description ||
           row->phones->len > 0 || row->emails->len > 0;
}

static void read_cells(RowReader *reader)
{
    g_autoptr(GPtrArray) pieces = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < reader->cells->len; i++) {
        const char *raw = g_ptr_array_index(reader->cells, i);
        if (i < reader->mapping->columns->len) {
            read_cell(reader, i, raw, pieces);
        } else {
            read_extra_cell(reader, raw, pieces);
        }
    }
    row_finish_names(reader);
    row_finish_addresses(reader);
    row_finish_remarks(reader);
    reader->row->key = key_of(pieces);
}

ListRow *list_row_read(const Mapping *mapping, const GPtrArray *cells, guint line, Day today,
                       const char *country)
{
    ListRow *row = row_new(line);
    if (is_empty(cells)) {
        row->state = LIST_ROW_EMPTY;
        return row;
    }
    RowReader reader = {
        .mapping = mapping, .cells = cells, .row = row, .today = today, .country = country};
    reader.places = g_ptr_array_new_with_free_func(row_place_free);
    reader.remarks = g_ptr_array_new_with_free_func(g_free);
    read_cells(&reader);
    g_ptr_array_unref(reader.places);
    g_ptr_array_unref(reader.remarks);
    g_free(reader.full_name);
    g_free(reader.middle_name);
    g_free(reader.name_suffix);
    g_free(reader.nickname);
    g_free(reader.nickname_header);
    if (!is_somebody(row)) {
        row->state = LIST_ROW_REFUSED;
        row->reason = _("Nothing in this line says who the customer is: no name, no description, "
                        "no number, no phone and no e-mail. Please add one of them.");
    }
    return row;
}
