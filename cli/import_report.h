/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What came of taking over a list. */
#pragma once

#include "data/list/import.h"

/* Prints RESULT as one JSON object: read, added, updated, unchanged, refused and warnings (arrays
 * of line, field, value, reason), refused_file; of orders also articles and refused_more (how many
 * beyond those told in refused). */
void import_print_json(const ImportResult *result);
/* Prints RESULT for people: the counts, what was refused, the first warnings, and where the refused
 * rows lie. */
void import_print_text(const ImportResult *result, bool dry_run);
