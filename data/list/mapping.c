/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a customer list mean. */
#include "data/list/mapping.h"

#include "data/base/i18n.h"
#include "data/base/utf8.h"
#include "data/list/header.h"

#include <stdio.h>
#include <string.h>

static void column_free(gpointer data)
{
    MappingColumn *column = data;
    g_free(column->header);
    g_free(column->label);
    g_free(column);
}

void mapping_free(Mapping *mapping)
{
    if (!mapping) {
        return;
    }
    g_ptr_array_unref(mapping->columns);
    g_free(mapping);
}

static MappingColumn *column_at(const Mapping *mapping, guint at)
{
    return g_ptr_array_index(mapping->columns, at);
}

/* Whether some column has FIELD in the same address as COLUMN. */
static bool has_beside(const Mapping *mapping, const MappingColumn *column, ListField field)
{
    for (guint i = 0; i < mapping->columns->len; i++) {
        const MappingColumn *other = column_at(mapping, i);
        if (other != column && other->field == field && !other->is_label &&
            other->number == column->number && g_strcmp0(other->label, column->label) == 0) {
            return true;
        }
    }
    return false;
}

static bool has_field(const Mapping *mapping, ListField field)
{
    for (guint i = 0; i < mapping->columns->len; i++) {
        if (column_at(mapping, i)->field == field && !column_at(mapping, i)->is_label) {
            return true;
        }
    }
    return false;
}

/* A header's meaning can hang on its neighbours: "Name" beside "Vorname", "Adresse" beside "PLZ".
 */
static void settle(Mapping *mapping)
{
    bool only_given = has_field(mapping, LIST_GIVEN_NAME) && !has_field(mapping, LIST_FAMILY_NAME);
    for (guint i = 0; i < mapping->columns->len; i++) {
        MappingColumn *column = column_at(mapping, i);
        if (column->field == LIST_FULL_NAME && only_given) {
            column->field = LIST_FAMILY_NAME;
            only_given = false;
        } else if (column->field == LIST_ADDRESS && !column->is_label &&
                   !has_beside(mapping, column, LIST_STREET) &&
                   (has_beside(mapping, column, LIST_POSTCODE) ||
                    has_beside(mapping, column, LIST_PLACE) ||
                    has_beside(mapping, column, LIST_POSTCODE_PLACE))) {
            column->field = LIST_STREET;
        } else if (column->is_label && !has_field(mapping, column->field)) {
            column->field = LIST_KEEP;
            column->is_label = false;
        }
    }
}

static bool is_email(const char *text)
{
    const char *at = strchr(text, '@');
    return at && at > text && strchr(at, '.') && !strchr(text, ' ');
}

/* Whether CELL can hardly be a heading: an e-mail address, or more digits than letters. */
static bool looks_like_data(const char *cell)
{
    guint digits = 0;
    guint letters = 0;
    for (const char *at = cell; *at; at++) {
        digits += g_ascii_isdigit(*at);
        letters += g_ascii_isalpha(*at);
    }
    return is_email(cell) || (digits >= 3 && digits > letters);
}

Mapping *mapping_guess(const GPtrArray *header)
{
    Mapping *mapping = g_new0(Mapping, 1);
    mapping->columns = g_ptr_array_new_with_free_func(column_free);
    g_autoptr(HeaderTable) table = header_table_new();
    bool strong_number = false;
    guint data_cells = 0;
    for (guint i = 0; i < header->len; i++) {
        MappingColumn *column = g_new0(MappingColumn, 1);
        g_ptr_array_add(mapping->columns, column);
        column->header = utf8_storable(g_ptr_array_index(header, i), -1, true, NULL);
        HeaderMeaning meaning = header_meaning(table, column->header);
        column->field = meaning.field;
        column->label = g_strdup(meaning.label);
        column->number = meaning.number;
        column->is_label = meaning.is_label;
        column->family_first = meaning.family_first;
        column->recognised = meaning.recognised;
        strong_number = strong_number || (meaning.field == LIST_NUMBER && !meaning.weak);
        data_cells += looks_like_data(column->header);
    }
    for (guint i = 0; i < header->len && strong_number; i++) {
        MappingColumn *column = column_at(mapping, i);
        if (column->field == LIST_NUMBER && header_meaning(table, column->header).weak) {
            column->field = LIST_KEEP;
        }
    }
    settle(mapping);
    mapping->headerless = data_cells > 0 && mapping_recognised(mapping) <= data_cells;
    return mapping;
}

Mapping *mapping_copy(const Mapping *mapping)
{
    Mapping *copy = g_new0(Mapping, 1);
    copy->columns = g_ptr_array_new_with_free_func(column_free);
    copy->headerless = mapping->headerless;
    for (guint i = 0; i < mapping->columns->len; i++) {
        MappingColumn *column = g_memdup2(column_at(mapping, i), sizeof *column);
        column->header = g_strdup(column->header);
        column->label = g_strdup(column->label);
        g_ptr_array_add(copy->columns, column);
    }
    return copy;
}

void mapping_set_field(Mapping *mapping, guint column, ListField field)
{
    MappingColumn *changed = column_at(mapping, column);
    changed->field = field;
    changed->is_label = false;
    changed->recognised = true;
}

const char *mapping_problem(const Mapping *mapping)
{
    static const ListField telling[] = {
        LIST_NUMBER,  LIST_GIVEN_NAME,  LIST_FAMILY_NAME, LIST_FULL_NAME, LIST_NICKNAME,
        LIST_COMPANY, LIST_DESCRIPTION, LIST_PHONE,       LIST_EMAIL,
    };
    if (mapping->headerless) {
        return _(
            "The first line of this list is already a customer. Please put a line with headings "
            "above it, for example: Number, First name, Last name, Phone, E-mail, Birthday.");
    }
    for (gsize i = 0; i < G_N_ELEMENTS(telling); i++) {
        if (has_field(mapping, telling[i])) {
            return NULL;
        }
    }
    return _("No column of this list says who the customers are: none is a number, a name, a "
             "description, a phone or an e-mail. Please say which column is which, or give the "
             "columns such headings.");
}

guint mapping_recognised(const Mapping *mapping)
{
    guint recognised = 0;
    for (guint i = 0; i < mapping->columns->len; i++) {
        recognised += column_at(mapping, i)->recognised;
    }
    return recognised;
}

GPtrArray *mapping_unrecognised(const Mapping *mapping)
{
    GPtrArray *unknown = g_ptr_array_new();
    for (guint i = 0; i < mapping->columns->len; i++) {
        if (!column_at(mapping, i)->recognised) {
            g_ptr_array_add(unknown, column_at(mapping, i));
        }
    }
    return unknown;
}

void mapping_count_days(Mapping *mapping, const GPtrArray *cells)
{
    for (guint i = 0; i < MIN(mapping->columns->len, cells->len); i++) {
        MappingColumn *column = column_at(mapping, i);
        if (!list_field_is_day(column->field) || column->is_label) {
            continue;
        }
        guint first;
        guint second;
        char between;
        if (sscanf(g_ptr_array_index(cells, i), " '%2u%c%2u", &first, &between, &second) != 3 &&
            sscanf(g_ptr_array_index(cells, i), " %2u%c%2u", &first, &between, &second) != 3) {
            continue;
        }
        if (between != '/' && between != '-') {
            continue;
        }
        column->day_first += first > 12 && first <= 31 && second >= 1 && second <= 12;
        column->month_first += second > 12 && second <= 31 && first >= 1 && first <= 12;
    }
}

void mapping_decide_days(Mapping *mapping)
{
    for (guint i = 0; i < mapping->columns->len; i++) {
        MappingColumn *column = column_at(mapping, i);
        column->day_order = DAY_ORDER_UNKNOWN;
        if (column->day_first > 0 && column->month_first == 0) {
            column->day_order = DAY_ORDER_DAY_FIRST;
        }
        if (column->month_first > 0 && column->day_first == 0) {
            column->day_order = DAY_ORDER_MONTH_FIRST;
        }
    }
}
