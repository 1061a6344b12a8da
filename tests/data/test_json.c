/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing and reading JSON; what a library of its own makes of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "data/base/jsonreader.h"
#include "data/base/jsonwriter.h"

#include <json-glib/json-glib.h>
#include <string.h>

static const char *const texts[] = {
    "",
    "Torte",
    "\"\\/\b\f\n\r\t",
    "\x01\x02\x1b[31mrot\x7f",
    "Grüße, 例 👩‍👩‍👧 e\u0301",
    "\u202Eالعربية\u202C\ufeff\uffff\u2028",
    "{\"a\": [\"x\"]}",
    "\\u0041",
};

/* As "name=i:5;" and "name=[t:x,o];". */
static void tell(const char *name, bool is_array, const JsonValue *values, guint count,
                 gpointer data)
{
    GString *told = data;
    g_string_append_printf(told, "%s=%s", name, is_array ? "[" : "");
    for (guint i = 0; i < count; i++) {
        g_string_append(told, i > 0 ? "," : "");
        if (values[i].kind == JSON_TEXT) {
            g_string_append_printf(told, "t:%s", values[i].text);
        } else if (values[i].kind == JSON_INT) {
            g_string_append_printf(told, "i:%" G_GINT64_FORMAT, values[i].integer);
        } else {
            assert_null(values[i].text);
            g_string_append(told, "o");
        }
    }
    g_string_append(told, is_array ? "];" : ";");
}

/* What reading TEXT gives; NULL when it is refused. Free with g_free. */
static char *told_of(const char *text)
{
    g_autoptr(GString) told = g_string_new(NULL);
    bool ok = json_read(text, tell, told);
    assert_true(ok || told->len == 0);
    return ok ? g_string_free(g_steal_pointer(&told), FALSE) : NULL;
}

static void json_read__tells_members__in_their_order(void **state)
{
    (void)state;
    static const struct {
        const char *text, *told;
    } cases[] = {
        {"{}", ""},
        {" { } \n", ""},
        {"{\"a\":\"x\"}", "a=t:x;"},
        {"{ \"b\" : 5 ,\t\"a\" : null,\"c\":true, \"d\":false}", "b=i:5;a=o;c=o;d=o;"},
        {"{\"a\":[],\"b\":[ \"x\" , -7 , null ]}", "a=[];b=[t:x,i:-7,o];"},
        {"{\"a\":1,\"a\":2}", "a=i:1;a=i:2;"},
        {"{\"\\u0061\\n\":\"\\ud83d\\ude00\\u00e4\\/\"}", "a\n=t:😀ä/;"},
        {"{\"a\":0,\"b\":-0,\"c\":1.5,\"d\":1e3,\"e\":-2E-7}", "a=i:0;b=i:0;c=o;d=o;e=o;"},
        {"{\"a\":9223372036854775807,\"b\":-9223372036854775808}",
         "a=i:9223372036854775807;b=i:-9223372036854775808;"},
        {"{\"a\":9223372036854775808,\"b\":1e999}", "a=o;b=o;"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *told = told_of(cases[i].text);
        assert_non_null(told);
        assert_string_equal(told, cases[i].told);
    }
}

static void json_read__refuses__what_is_damaged_or_deeper(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "",
        "x",
        "null",
        "[]",
        "\"a\"",
        "{",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":}",
        "{\"a\":1",
        "{\"a\":1,",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{a:1}",
        "{1:1}",
        "{\"a\":1}}",
        "{\"a\":1} x",
        "{\"a\":[1}",
        "{\"a\":[1,]}",
        "{\"a\":[[1]]}",
        "{\"a\":{}}",
        "{\"a\":[{}]}",
        "{\"a\":01}",
        "{\"a\":-}",
        "{\"a\":+1}",
        "{\"a\":1.}",
        "{\"a\":.5}",
        "{\"a\":1e}",
        "{\"a\":nul}",
        "{\"a\":nullx}",
        "{\"a\":\"\n\"}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\",
        "{\"a\":\"\\u12\"}",
        "{\"a\":\"\\u0000\"}",
        "{\"a\":\"\\ud800\"}",
        "{\"a\":\"\\ud800\\u0041\"}",
        "{\"a\":\"\\ude00\"}",
        "{\"a\":\"\xff\"}",
        "\xef\xbb\xbf{}",
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *told = told_of(cases[i]);
        if (told != NULL) {
            fail_msg("%s is read as %s", cases[i], told);
        }
    }
}

/* An object with the texts, under themselves, an array of them, and what else can be written. */
static char *write_all(bool indented)
{
    g_autoptr(JsonWriter) json = json_writer_new(indented);
    json_writer_begin_object(json);
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        json_writer_name(json, texts[i]);
        json_writer_text(json, texts[i]);
    }
    json_writer_name(json, "list");
    json_writer_begin_array(json);
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        json_writer_text(json, texts[i]);
    }
    json_writer_int(json, G_MININT64);
    json_writer_bool(json, true);
    json_writer_text(json, NULL);
    json_writer_end_array(json);
    json_writer_name(json, "none");
    json_writer_begin_array(json);
    json_writer_end_array(json);
    json_writer_end_object(json);
    return g_strdup(json_writer_result(json));
}

static void json_writer__writes__what_json_read_reads(void **state)
{
    (void)state;
    g_autoptr(GString) wanted = g_string_new(NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_string_append_printf(wanted, "%s=t:%s;", texts[i], texts[i]);
    }
    g_string_append(wanted, "list=[");
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_string_append_printf(wanted, "t:%s,", texts[i]);
    }
    g_string_append_printf(wanted, "i:%" G_GINT64_FORMAT ",o,o];none=[];", G_MININT64);
    for (int indented = 0; indented < 2; indented++) {
        g_autofree char *text = write_all(indented == 1);
        g_autofree char *told = told_of(text);
        assert_non_null(told);
        assert_string_equal(told, wanted->str);
    }
}

static void json_writer__writes__what_another_reader_reads(void **state)
{
    (void)state;
    for (int indented = 0; indented < 2; indented++) {
        g_autofree char *text = write_all(indented == 1);
        g_autoptr(JsonNode) root = json_from_string(text, NULL);
        assert_non_null(root);
        JsonObject *object = json_node_get_object(root);
        JsonArray *list = json_object_get_array_member(object, "list");
        for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
            assert_string_equal(json_object_get_string_member(object, texts[i]), texts[i]);
            assert_string_equal(json_array_get_string_element(list, (guint)i), texts[i]);
        }
        assert_true(json_array_get_int_element(list, G_N_ELEMENTS(texts)) == G_MININT64);
        assert_int_equal(json_array_get_length(list), G_N_ELEMENTS(texts) + 3);
    }
}

static void json_writer__indents__by_two_blanks(void **state)
{
    (void)state;
    g_autoptr(JsonWriter) json = json_writer_new(true);
    json_writer_begin_array(json);
    json_writer_begin_object(json);
    json_writer_name(json, "a");
    json_writer_int(json, 1);
    json_writer_name(json, "b");
    json_writer_begin_object(json);
    json_writer_end_object(json);
    json_writer_end_object(json);
    json_writer_begin_object(json);
    json_writer_end_object(json);
    json_writer_end_array(json);
    assert_string_equal(json_writer_result(json),
                        "[\n  {\n    \"a\" : 1,\n    \"b\" : {}\n  },\n  {}\n]");
}

/* Damaged in one place, at random: whatever is read is text, and nothing crashes. */
static void json_read__survives__any_damage(void **state)
{
    (void)state;
    g_autofree char *whole = write_all(false);
    gsize length = strlen(whole);
    g_autoptr(GRand) random = g_rand_new_with_seed(20261122);
    for (int round = 0; round < 20000; round++) {
        g_autofree char *text = g_strdup(whole);
        gsize at = (gsize)g_rand_int_range(random, 0, (gint32)length);
        text[at] = (char)g_rand_int_range(random, 0, 256);
        g_autofree char *told = told_of(text);
        assert_true(told == NULL || g_utf8_validate(told, -1, NULL));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_read__tells_members__in_their_order),
        cmocka_unit_test(json_read__refuses__what_is_damaged_or_deeper),
        cmocka_unit_test(json_writer__writes__what_json_read_reads),
        cmocka_unit_test(json_writer__writes__what_another_reader_reads),
        cmocka_unit_test(json_writer__indents__by_two_blanks),
        cmocka_unit_test(json_read__survives__any_damage),
    };
    return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
