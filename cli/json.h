/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON for programs: members in a fixed order, null for what is not known. */
#pragma once

#include "data/base/day.h"
#include "data/base/jsonwriter.h"

/* Add the member NAME to the object that is open. NULL and "" texts, and DAY_NONE, are null. */
void json_add_text(JsonWriter *json, const char *name, const char *text);
void json_add_day(JsonWriter *json, const char *name, Day day);
void json_add_int(JsonWriter *json, const char *name, gint64 value);
void json_add_bool(JsonWriter *json, const char *name, bool value);
/* Adds the member NAME, an array of the TEXTS (char *). */
void json_add_texts(JsonWriter *json, const char *name, const GPtrArray *texts);
/* Opens the member NAME as an array, to be closed with json_writer_end_array. */
void json_open_array(JsonWriter *json, const char *name);

/* Prints what was built, indented by two blanks, and a line break. */
void json_print(const JsonWriter *json);
/* Prints an empty array. */
void json_print_nothing(void);
