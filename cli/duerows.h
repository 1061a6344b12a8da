/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Yearly days in the output of commands. */
#pragma once

#include "cli/json.h"
#include "data/agenda/due.h"

/* Adds to the object that is open: number and name of the customer (the description, when no name
 * is known), kind and label of the occasion, date (when it is kept), birthday (the known parts of
 * the date it comes from), turns (null without a year), round, greeted, greeted_at, greeted_by,
 * greeted_how, greeted_words, and relation: null for the customer's own day, else kind and name of
 * who has it. */
void due_add_json(JsonWriter *json, const Due *due);
/* Adds the member NAME, an array of such objects for those of LIST (Due) that are birthdays, or are
 * not. */
void due_add_list(JsonWriter *json, const char *name, const GPtrArray *list, bool birthdays);

/* A row for due_print: the day (WITH_YEAR or without), who, the customer's number, what is kept
 * ("turns 70", "turned 70" before TODAY), greeted or HINT (may be NULL). Free with g_strfreev. */
char **due_row(const Due *due, Day today, bool with_year, const char *hint);
/* Prints rows of due_row: see sheet_print. */
void due_print(const GPtrArray *rows, int indent, int width);
