/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is due, in the output of commands. */
#pragma once

#include "cli/json.h"
#include "data/agenda/todo.h"

/* Adds an object for ITEM: id (todo_id), kind ("order", "promise", "answer", "question",
 * "reminder", "contact", "birthday", "occasion", "complaint", "away"), number and name of whose it
 * is (null for the shop's own), text (todo_words), due (YYYY-MM-DD, with a time YYYY-MM-DDTHH:MM;
 * of what lasts since when), overdue. NOW has its minute. */
void todo_add_json(JsonWriter *json, const TodoItem *item, Moment now);
/* Adds the member NAME, an array of such objects for those of LIST (TodoItem) that are of KIND or
 * of OTHER. */
void todo_add_list(JsonWriter *json, const char *name, const GPtrArray *list, TodoKind kind,
                   TodoKind other, Moment now);

/* A row for todo_print: FIRST (NULL: the id), when, who, the customer's number, what. Free with
 * g_strfreev. */
char **todo_row(const TodoItem *item, Moment now, const char *first);
/* Prints rows of todo_row as print_table does, or in lines of WIDTH columns where that is less than
 * PRINT_COLUMNS. */
void todo_print(const GPtrArray *rows, int indent, int width);
