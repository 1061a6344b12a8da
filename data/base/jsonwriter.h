/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing JSON (RFC 8259), value after value. */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct JsonWriter JsonWriter;

/* A writer of one value, an object or an array with all that is in it. INDENTED: each member and
 * element in a line of its own, two blanks deeper than what it is in, "name" : value; else all in
 * one line without blanks. Free with json_writer_free. */
JsonWriter *json_writer_new(bool indented);
void json_writer_free(JsonWriter *json);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JsonWriter, json_writer_free)

void json_writer_begin_object(JsonWriter *json);
void json_writer_end_object(JsonWriter *json);
void json_writer_begin_array(JsonWriter *json);
void json_writer_end_array(JsonWriter *json);
/* The name of the next value, which is a member of the object that is open. */
void json_writer_name(JsonWriter *json, const char *name);
/* TEXT is valid UTF-8; NULL writes null. */
void json_writer_text(JsonWriter *json, const char *text);
void json_writer_int(JsonWriter *json, gint64 value);
/* A number as decimal_for_programs or money_for_programs write it: "86.7"; NULL writes null. */
void json_writer_number(JsonWriter *json, const char *number);
void json_writer_bool(JsonWriter *json, bool value);

/* What was written, without a line break at the end; belongs to JSON. */
const char *json_writer_result(const JsonWriter *json);
