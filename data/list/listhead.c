/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding the header of a customer list. */
#include "data/list/listhead.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"

/* How many records may stand above the header. */
enum { MOST_TITLES = 10 };

/* Which record is the header, from 0; 0 when none has a known name. */
static guint find_header(const char *path)
{
    g_autoptr(CsvFile) file = csv_file_open(path, NULL);
    for (guint i = 0; file != NULL && i < MOST_TITLES; i++) {
        const CsvRecord *record = csv_file_next(file, NULL);
        if (record == NULL) {
            break;
        }
        g_autoptr(Mapping) mapping = mapping_guess(record->cells);
        if (mapping_recognised(mapping) > 0) {
            return i;
        }
    }
    return 0;
}

CsvFile *listhead_open(const char *path, Mapping **mapping, char **header, GError **error)
{
    guint place = find_header(path);
    g_autoptr(CsvFile) file = csv_file_open(path, error);
    if (file == NULL) {
        return NULL;
    }
    GError *fault = NULL;
    const CsvRecord *record = NULL;
    for (guint i = 0; i <= place; i++) {
        record = csv_file_next(file, &fault);
    }
    if (record == NULL) {
        if (fault != NULL) {
            g_propagate_error(error, fault);
        } else {
            g_set_error(error, FAULT, FAULT_REFUSED,
                        _("The list %s is empty. Choose another file."), path);
        }
        return NULL;
    }
    *mapping = mapping_guess(record->cells);
    if (header != NULL) {
        *header = g_strdup(record->raw);
    }
    return g_steal_pointer(&file);
}
