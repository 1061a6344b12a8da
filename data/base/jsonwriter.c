/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing JSON, value after value. */
#include "data/base/jsonwriter.h"

#include <string.h>

struct JsonWriter {
    GString *text;
    bool indented;
    bool is_named; /* the name of the next value is written */
    int depth;
};

JsonWriter *json_writer_new(bool indented)
{
    JsonWriter *json = g_new0(JsonWriter, 1);
    json->text = g_string_new(NULL);
    json->indented = indented;
    return json;
}

void json_writer_free(JsonWriter *json)
{
    if (json != NULL) {
        g_string_free(json->text, TRUE);
        g_free(json);
    }
}

static bool is_empty_yet(const JsonWriter *json)
{
    char last = json->text->len > 0 ? json->text->str[json->text->len - 1] : '\0';
    return last == '{' || last == '[';
}

static void break_line(JsonWriter *json)
{
    if (json->indented) {
        g_string_append_printf(json->text, "\n%*s", 2 * json->depth, "");
    }
}

/* What stands before a member or an element. */
static void begin_value(JsonWriter *json)
{
    if (json->is_named || json->depth == 0) {
        json->is_named = false;
        return;
    }
    if (!is_empty_yet(json)) {
        g_string_append_c(json->text, ',');
    }
    break_line(json);
}

static void begin(JsonWriter *json, char bracket)
{
    begin_value(json);
    g_string_append_c(json->text, bracket);
    json->depth++;
}

static void end(JsonWriter *json, char bracket)
{
    json->depth--;
    if (!is_empty_yet(json)) {
        break_line(json);
    }
    g_string_append_c(json->text, bracket);
}

void json_writer_begin_object(JsonWriter *json)
{
    begin(json, '{');
}

void json_writer_end_object(JsonWriter *json)
{
    end(json, '}');
}

void json_writer_begin_array(JsonWriter *json)
{
    begin(json, '[');
}

void json_writer_end_array(JsonWriter *json)
{
    end(json, ']');
}

static void append_string(GString *text, const char *string)
{
    static const char escaped[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
    g_string_append_c(text, '"');
    for (const char *c = string; *c != '\0'; c++) {
        const char *place = strchr(escaped, *c);
        if (place != NULL) {
            g_string_append_c(text, '\\');
            g_string_append_c(text, letters[place - escaped]);
        } else if ((guchar)*c < ' ' || *c == 0x7f) {
            g_string_append_printf(text, "\\u%04x", (guint)*c);
        } else {
            g_string_append_c(text, *c);
        }
    }
    g_string_append_c(text, '"');
}

void json_writer_name(JsonWriter *json, const char *name)
{
    begin_value(json);
    append_string(json->text, name);
    g_string_append(json->text, json->indented ? " : " : ":");
    json->is_named = true;
}

void json_writer_text(JsonWriter *json, const char *text)
{
    begin_value(json);
    if (text != NULL) {
        append_string(json->text, text);
    } else {
        g_string_append(json->text, "null");
    }
}

void json_writer_int(JsonWriter *json, gint64 value)
{
    begin_value(json);
    g_string_append_printf(json->text, "%" G_GINT64_FORMAT, value);
}

void json_writer_number(JsonWriter *json, const char *number)
{
    begin_value(json);
    g_string_append(json->text, number != NULL ? number : "null");
}

void json_writer_bool(JsonWriter *json, bool value)
{
    begin_value(json);
    g_string_append(json->text, value ? "true" : "false");
}

const char *json_writer_result(const JsonWriter *json)
{
    return json->text->str;
}
