/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading what the program wrote as JSON (RFC 8259): objects of texts and numbers, and of arrays of
 * them. */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef enum {
    JSON_OTHER, /* null, true, false, a fraction, an integer beyond 64 bits */
    JSON_INT,
    JSON_TEXT
} JsonKind;

typedef struct {
    JsonKind kind;
    gint64 integer; /* of JSON_INT */
    char *text;     /* of JSON_TEXT, else NULL */
} JsonValue;

/* A member of the object: VALUES has the COUNT elements of an array, else the one value. They last
 * for the call. */
typedef void (*JsonMember)(const char *name, bool is_array, const JsonValue *values, guint count,
                           gpointer data);

/* Calls MEMBER for each member of the object in TEXT, in order. False, and MEMBER is not called,
 * when TEXT is no such object: damaged, not UTF-8, with a NUL in a text (\u0000), or nested deeper.
 * Whatever TEXT is, it takes time and memory in proportion to its length. */
bool json_read(const char *text, JsonMember member, gpointer data);
