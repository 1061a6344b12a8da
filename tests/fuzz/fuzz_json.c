/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program reads as JSON; it comes back when it is written again. */
#include "tests/fuzz/fuzz.h"

#include "data/base/jsonreader.h"
#include "data/base/jsonwriter.h"

#include <string.h>

static void write_value(JsonWriter *json, const JsonValue *value)
{
    switch (value->kind) {
    case JSON_TEXT:
        fuzz_expect_text(value->text);
        json_writer_text(json, value->text);
        break;
    case JSON_INT:
        json_writer_int(json, value->integer);
        break;
    case JSON_OTHER:
        fuzz_expect(value->text == NULL, "a text of nothing");
        json_writer_text(json, NULL);
    }
}

static void write_member(const char *name, bool is_array, const JsonValue *values, guint count,
                         gpointer data)
{
    JsonWriter *json = data;
    fuzz_expect_text(name);
    fuzz_expect(is_array || count == 1, "%u values in one", count);
    json_writer_name(json, name);
    if (is_array) {
        json_writer_begin_array(json);
    }
    for (guint i = 0; i < count; i++) {
        write_value(json, &values[i]);
    }
    if (is_array) {
        json_writer_end_array(json);
    }
}

/* What is in TEXT, written anew; NULL when it cannot be read. */
static char *written(const char *text)
{
    g_autoptr(JsonWriter) json = json_writer_new(false);
    json_writer_begin_object(json);
    if (!json_read(text, write_member, json)) {
        return NULL;
    }
    json_writer_end_object(json);
    return g_strdup(json_writer_result(json));
}

void fuzz_json(const guint8 *bytes, gsize length)
{
    g_autofree char *text = fuzz_bytes(bytes, length);
    g_autofree char *first = written(text);
    if (first != NULL) {
        g_autofree char *second = written(first);
        fuzz_expect_same(first, second);
    }
}
