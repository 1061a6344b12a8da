/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading what the program wrote as JSON. */
#include "data/base/jsonreader.h"

#include <errno.h>
#include <string.h>

/* Each read_… steps over what it reads and returns false where that is not there. */

static void skip_blanks(const char **at)
{
    *at += strspn(*at, " \t\r\n");
}

/* The character C, with blanks around it. */
static bool read_sign(const char **at, char c)
{
    skip_blanks(at);
    if (**at != c) {
        return false;
    }
    (*at)++;
    skip_blanks(at);
    return true;
}

/* The four digits of \uXXXX; 0, which is nothing to be read, where there are none. */
static gunichar read_code(const char **at)
{
    gunichar code = 0;
    for (int i = 0; i < 4; i++, (*at)++) {
        int digit = g_ascii_xdigit_value(**at);
        if (digit < 0) {
            return 0;
        }
        code = code * 16 + (gunichar)digit;
    }
    return code;
}

/* What stands behind "\u": one code, or two for a character beyond the first 65,536. */
static bool read_character(const char **at, GString *text)
{
    gunichar code = read_code(at);
    if (code >= 0xd800 && code < 0xdc00 && g_str_has_prefix(*at, "\\u")) {
        *at += 2;
        gunichar low = read_code(at);
        bool is_pair = low >= 0xdc00 && low < 0xe000;
        code = is_pair ? 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00) : 0;
    }
    if (code == 0 || !g_unichar_validate(code)) {
        return false;
    }
    g_string_append_unichar(text, code);
    return true;
}

static bool read_escape(const char **at, GString *text)
{
    static const char letters[] = "\"\\/bfnrt", escaped[] = "\"\\/\b\f\n\r\t";
    char letter = **at;
    if (letter == '\0') {
        return false;
    }
    (*at)++;
    if (letter == 'u') {
        return read_character(at, text);
    }
    const char *place = strchr(letters, letter);
    if (place == NULL) {
        return false;
    }
    g_string_append_c(text, escaped[place - letters]);
    return true;
}

/* A string; NULL where there is none. */
static char *read_string(const char **at)
{
    if (**at != '"') {
        return NULL;
    }
    g_autoptr(GString) text = g_string_new(NULL);
    for ((*at)++; **at != '"';) {
        if ((guchar) * *at < ' ') {
            return NULL;
        }
        if (**at != '\\') {
            g_string_append_c(text, *(*at)++);
            continue;
        }
        (*at)++;
        if (!read_escape(at, text)) {
            return NULL;
        }
    }
    (*at)++;
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static bool read_digits(const char **at)
{
    size_t digits = strspn(*at, "0123456789");
    *at += digits;
    return digits > 0;
}

static bool read_number(const char **at, JsonValue *value)
{
    const char *start = *at;
    *at += **at == '-';
    bool is_zero_first = **at == '0' && g_ascii_isdigit((*at)[1]);
    if (is_zero_first || !read_digits(at)) {
        return false;
    }
    bool is_whole = true;
    if (**at == '.') {
        (*at)++;
        is_whole = false;
        if (!read_digits(at)) {
            return false;
        }
    }
    if (**at == 'e' || **at == 'E') {
        (*at)++;
        *at += **at == '+' || **at == '-';
        is_whole = false;
        if (!read_digits(at)) {
            return false;
        }
    }
    errno = 0;
    value->integer = is_whole ? g_ascii_strtoll(start, NULL, 10) : 0;
    value->kind = is_whole && errno == 0 ? JSON_INT : JSON_OTHER;
    return true;
}

static bool read_value(const char **at, JsonValue *value)
{
    static const char *const words[] = {"null", "true", "false"};
    if (**at == '"') {
        value->text = read_string(at);
        value->kind = JSON_TEXT;
        return value->text != NULL;
    }
    for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
        if (g_str_has_prefix(*at, words[i])) {
            *at += strlen(words[i]);
            value->kind = JSON_OTHER;
            return true;
        }
    }
    return read_number(at, value);
}

static void value_clear(gpointer data)
{
    g_free(((JsonValue *)data)->text);
}

static bool add_value(const char **at, GArray *values)
{
    JsonValue value = {0};
    bool is_read = read_value(at, &value);
    g_array_append_val(values, value);
    return is_read;
}

/* The elements of an array whose bracket has been read. */
static bool read_elements(const char **at, GArray *values)
{
    if (read_sign(at, ']')) {
        return true;
    }
    do {
        if (!add_value(at, values)) {
            return false;
        }
    } while (read_sign(at, ','));
    return read_sign(at, ']');
}

/* MEMBER NULL: only looks whether it can be read. */
static bool read_member(const char **at, JsonMember member, gpointer data)
{
    g_autofree char *name = read_string(at);
    if (name == NULL || !read_sign(at, ':')) {
        return false;
    }
    g_autoptr(GArray) values = g_array_new(FALSE, FALSE, sizeof(JsonValue));
    g_array_set_clear_func(values, value_clear);
    bool is_array = read_sign(at, '[');
    if (is_array ? !read_elements(at, values) : !add_value(at, values)) {
        return false;
    }
    if (member != NULL) {
        member(name, is_array, (const JsonValue *)(gpointer)values->data, values->len, data);
    }
    return true;
}

static bool read_object(const char *text, JsonMember member, gpointer data)
{
    const char *at = text;
    if (!read_sign(&at, '{')) {
        return false;
    }
    if (!read_sign(&at, '}')) {
        do {
            if (!read_member(&at, member, data)) {
                return false;
            }
        } while (read_sign(&at, ','));
        if (!read_sign(&at, '}')) {
            return false;
        }
    }
    return *at == '\0';
}

bool json_read(const char *text, JsonMember member, gpointer data)
{
    return g_utf8_validate(text, -1, NULL) && read_object(text, NULL, NULL) &&
           read_object(text, member, data);
}
