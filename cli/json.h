/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON for programs: members in a fixed order, null for what is not known. */
#pragma once

#include "data/base/day.h"

#include <json-glib/json-glib.h>

/* Add the member NAME to the object that is open. NULL and "" texts, and DAY_NONE, are null. */
void json_add_text(JsonBuilder *json, const char *name, const char *text);
void json_add_day(JsonBuilder *json, const char *name, Day day);
void json_add_int(JsonBuilder *json, const char *name, gint64 value);
void json_add_bool(JsonBuilder *json, const char *name, bool value);
/* Adds the member NAME, an array of the TEXTS (char *). */
void json_add_texts(JsonBuilder *json, const char *name, const GPtrArray *texts);
/* Opens the member NAME as an array, to be closed with json_builder_end_array. */
void json_open_array(JsonBuilder *json, const char *name);

/* Prints what was built, indented by two blanks, and a line break. */
void json_print(JsonBuilder *json);
/* Prints an empty array. */
void json_print_nothing(void);
