/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The beginning of a customer list: the file is opened and read up to and with its header. */
#pragma once

#include "data/list/csv.h"
#include "data/list/mapping.h"

/* Opens the list at PATH and reads up to its header: the first of its records that has a known
 * name, since a title may stand above it (when there is none, the very first record). The next
 * csv_file_next gives the first customer. *MAPPING gets what the header means (mapping_guess),
 * *HEADER (may be NULL) the header as it stands in the file (g_free). NULL when the file cannot be
 * read or is empty. */
CsvFile *listhead_open(const char *path, Mapping **mapping, char **header, GError **error);
