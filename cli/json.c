/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON for programs. */
#include "cli/json.h"

#include "data/base/character.h"

#include <stdio.h>
#include <string.h>

void json_add_text(JsonWriter *json, const char *name, const char *text)
{
    json_writer_name(json, name);
    json_writer_text(json, text != NULL && *text != '\0' ? text : NULL);
}

void json_add_day(JsonWriter *json, const char *name, Day day)
{
    g_autofree char *text = day_to_text(day);
    json_add_text(json, name, text);
}

void json_add_int(JsonWriter *json, const char *name, gint64 value)
{
    json_writer_name(json, name);
    json_writer_int(json, value);
}

void json_add_bool(JsonWriter *json, const char *name, bool value)
{
    json_writer_name(json, name);
    json_writer_bool(json, value);
}

void json_open_array(JsonWriter *json, const char *name)
{
    json_writer_name(json, name);
    json_writer_begin_array(json);
}

void json_add_texts(JsonWriter *json, const char *name, const GPtrArray *texts)
{
    json_open_array(json, name);
    for (guint i = 0; i < texts->len; i++) {
        json_writer_text(json, g_ptr_array_index(texts, i));
    }
    json_writer_end_array(json);
}

/* Such characters steer terminals or turn the direction of writing; they can only stand inside
 * strings, where JSON has another spelling. */
static bool must_escape(gunichar c)
{
    return c >= 0x7f && character_kind(c) != CHARACTER_PLAIN;
}

void json_print(const JsonWriter *json)
{
    g_autofree char *text = g_utf8_make_valid(json_writer_result(json), -1);
    GString *safe = g_string_sized_new(strlen(text));
    for (const char *c = text; *c != '\0'; c += g_utf8_skip[(guchar)*c]) {
        gunichar character = g_utf8_get_char(c);
        if (!must_escape(character)) {
            g_string_append_len(safe, c, g_utf8_skip[(guchar)*c]);
        } else if (character < 0x10000) {
            g_string_append_printf(safe, "\\u%04x", character);
        } else {
            g_string_append_printf(safe, "\\u%04x\\u%04x", 0xd800 + ((character - 0x10000) >> 10),
                                   0xdc00 + ((character - 0x10000) & 0x3ff));
        }
    }
    puts(safe->str);
    g_string_free(safe, TRUE);
}

void json_print_nothing(void)
{
    puts("[]");
}
