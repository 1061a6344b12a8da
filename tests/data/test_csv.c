/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists as files: separators, line ends and quotation marks, record by record. */
#include "tests/data/listplace.h"

#include "data/list/cells.h"

#include <glib/gstdio.h>
#include <string.h>

static void assert_summary(const ListPlace *place, const char *text, const char *expected)
{
    g_autoptr(CsvFile) file = list_place_open(place, text);
    g_autofree char *summary = list_summary(file);
    assert_string_equal(summary, expected);
    guint64 total;
    assert_int_equal(csv_file_progress(file, &total), strlen(text));
    assert_int_equal(total, strlen(text));
}

static void csv_file_next__gives_cells_and_lines__for_all_line_ends(void **state)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"a;b\n1;2\n", "1:a|b, 2:1|2"},
        {"a;b\r\n1;2\r\n", "1:a|b, 2:1|2"},
        {"a;b\r1;2\r", "1:a|b, 2:1|2"},
        {"a;b\r1;2\n3;4\r\n5;6", "1:a|b, 2:1|2, 3:3|4, 4:5|6"},
        {"a;b\n\n  \n1;2\n\n", "1:a|b, 4:1|2"},
        {"a;b\n;\n1;2\n", "1:a|b, 2:|, 3:1|2"},
        {"a;b\n1;2\n\x1a", "1:a|b, 2:1|2"},
        {"a;b\n1\n1;2;3\n", "1:a|b, 2:1, 3:1|2|3"},
        {"a;b\n  x  ; y\tz \n", "1:a|b, 2:x|y\tz"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        assert_summary(*state, cases[i].text, cases[i].expected);
    }
}

static void csv_file_next__understands_quotes__as_spreadsheets_and_people_write_them(void **state)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"a;b\n\"1;1\";\"sagt \"\"ja\"\"\"\n", "1:a|b, 2:1;1|sagt \"ja\""},
        {"a;b\n1;\"x\r\ny\rz\"\n3;4\n", "1:a|b, 2:1|x/y/z, 5:3|4"},
        {"a;b\n1;\"\nx\"\n3;4\n", "1:a|b, 2:1|x, 4:3|4"},
        {"a;b\n1;\"x\n\n\ny\"\n3;4\n", "1:a|b, 2:1|x///y, 6:3|4"},
        {"a;b\n1; \"x\" \n", "1:a|b, 2:1|x"},
        {"a;b\n1;Karl \"Kalle\" Ott\n", "1:a|b, 2:1|Karl \"Kalle\" Ott"},
        {"a;b\n1;Torte 5\"\n", "1:a|b, 2:1|Torte 5\""},
        {"a;b\n\"Kalle\" Ott;Bremen\n1;2\n", "1:a|b, 2:\"Kalle\" Ott|Bremen, 3:1|2"},
        {"a;b\n\"Kalle\" Ott;\"Bre\"\"men\"\n", "1:a|b, 2:\"Kalle\" Ott|Bre\"men"},
        {"a;b\nTorte 5\";\"x\ny\"\n1;2\n", "1:a|b, 2:Torte 5\"|x/y, 4:1|2"},
        {"a;b\n\"\";\"\"\n", "1:a|b, 2:|"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        assert_summary(*state, cases[i].text, cases[i].expected);
    }
}

static void csv_file_next__refuses_one_line__when_a_quote_is_never_closed(void **state)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"a;b;c\n1;\"x;2\n3;4;5\n6;7;8\n", "1:a|b|c, 2!1;\"x;2, 3:3|4|5, 4:6|7|8"},
        /* Closed by the quotation mark that opens another record's cell. */
        {"a;b;c\n1;\"x;2\n3;4;5\n6;\"7\";8\n", "1:a|b|c, 2!1;\"x;2, 3:3|4|5, 4:6|7|8"},
        {"a;b;c\n1;2;\"x\n3;4;5\n6;7;\"\ny\"\n", "1:a|b|c, 2!1;2;\"x, 3:3|4|5, 4:6|7|y"},
        {"a;b;c\n1;2;\"x\n6;7;\"\ny\"\n", "1:a|b|c, 2!1;2;\"x, 3:6|7|y"},
        {"a;b;c\n1;\"x;2\n3;4;5\n6;\"\ny\";8\n", "1:a|b|c, 2!1;\"x;2, 3:3|4|5, 4:6|y|8"},
        {"a;b;c\n\"1\"x;2\"\n3;4;5\n", "1:a|b|c, 2!\"1\"x;2\", 3:3|4|5"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        assert_summary(*state, cases[i].text, cases[i].expected);
    }
}

static void csv_file_next__loses_one_customer_only__in_a_long_file(void **state)
{
    GString *text = g_string_new("nr;name;note\n");
    for (int i = 0; i < 2000; i++) {
        g_string_append_printf(text, i == 7 ? "%d;\"Ott;x\n" : "%d;Ott;x\n", i);
    }
    g_autoptr(CsvFile) file = list_place_open(*state, text->str);
    g_string_free(text, TRUE);
    guint fine = 0;
    guint refused = 0;
    const CsvRecord *record;
    while ((record = csv_file_next(file, NULL))) {
        if (record->reason) {
            refused++;
            assert_int_equal(record->line, 9);
            assert_string_equal(record->raw, "7;\"Ott;x");
        } else {
            assert_int_equal(record->line, fine + refused + 1);
            fine++;
        }
    }
    assert_int_equal(fine, 2000);
    assert_int_equal(refused, 1);
}

static void csv_file_next__keeps_a_long_note__when_it_is_closed(void **state)
{
    GString *text = g_string_new("nr,name,note,place\n1,Ott,\"");
    for (int i = 0; i < 150; i++) {
        g_string_append(text, "Brot, Kuchen\n");
    }
    g_string_append(text, "Ende\",Bremen\n2,Berg,,\n");
    g_autoptr(CsvFile) file = list_place_open(*state, text->str);
    g_string_free(text, TRUE);
    csv_file_next(file, NULL);
    const CsvRecord *record = csv_file_next(file, NULL);
    assert_null(record->reason);
    assert_int_equal(record->cells->len, 4);
    assert_true(g_str_has_suffix(g_ptr_array_index(record->cells, 2), "Kuchen\nEnde"));
    record = csv_file_next(file, NULL);
    assert_int_equal(record->line, 153);
}

static void csv_file_next__refuses_the_record__when_it_is_larger_than_any_customer(void **state)
{
    GString *text = g_string_new("a;b\n");
    for (int i = 0; i < LIST_CELLS_MAX; i++) {
        g_string_append(text, ";");
    }
    g_string_append(text, "\n1;");
    for (int i = 0; i <= LIST_CELL_MAX; i++) {
        g_string_append_c(text, 'x');
    }
    g_string_append(text, "\n2;");
    for (int i = 0; i <= 5 * LIST_CELL_MAX; i++) {
        g_string_append_c(text, i % 80 ? 'x' : ';');
    }
    g_string_append(text, "\n3;4\n");
    g_autoptr(CsvFile) file = list_place_open(*state, text->str);
    g_string_free(text, TRUE);
    csv_file_next(file, NULL);
    for (guint line = 2; line <= 4; line++) {
        const CsvRecord *record = csv_file_next(file, NULL);
        assert_non_null(record->reason);
        assert_int_equal(record->line, line);
        assert_int_equal(record->cells->len, 0);
    }
    const CsvRecord *record = csv_file_next(file, NULL);
    assert_null(record->reason);
    assert_int_equal(record->line, 5);
    assert_null(csv_file_next(file, NULL));
}

static void csv_file_separator__is_found__from_the_first_records(void **state)
{
    static const struct {
        const char *text;
        char separator;
        const char *expected;
    } cases[] = {
        {"a;b\n1;2\n", ';', "1:a|b, 2:1|2"},
        {"a,b\n1,2\n", ',', "1:a|b, 2:1|2"},
        {"a\tb\n1\t\n", '\t', "1:a|b, 2:1|"},
        {"a|b\n1|2\n", '|', "1:a|b, 2:1|2"},
        {"name;note\nOtt;Brot, Kuchen, Torte\nBerg;Eis, Saft\n", ';',
         "1:name|note, 2:Ott|Brot, Kuchen, Torte, 3:Berg|Eis, Saft"},
        {"name,note\n\"Ott; Jens; K.\",x\n", ',', "1:name|note, 2:Ott; Jens; K.|x"},
        {"\"a;b;c\",d\n1,2\n", ',', "1:a;b;c|d, 2:1|2"},
        {"name\nMüller, Anna\nOtt, Kurt\n", ';', "1:name, 2:Müller, Anna, 3:Ott, Kurt"},
        {"sep=,\na;x,b\n1;x,2\n", ',', "2:a;x|b, 3:1;x|2"},
        {"sep=\t\na\tb\n", '\t', "2:a|b"},
        {"Kunden 2024\na,b,c\n1,2,3\n", ',', "1:Kunden 2024, 2:a|b|c, 3:1|2|3"},
        {"a", ';', "1:a"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(CsvFile) file = list_place_open(*state, cases[i].text);
        assert_int_equal(csv_file_separator(file), cases[i].separator);
        g_autofree char *summary = list_summary(file);
        assert_string_equal(summary, cases[i].expected);
    }
}

static void csv_file_next__needs_little_memory__for_a_long_file(void **state)
{
    const ListPlace *place = *state;
    FILE *out = g_fopen(place->path, "w");
    for (int i = 0; i < 200000; i++) {
        fprintf(out, "%d;Ott;Jens;Hauptstraße %d;28195;Bremen;0421 84220\n", i, i);
    }
    fclose(out);
    g_autoptr(CsvFile) file = csv_file_open(place->path, NULL);
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;
    guint count = 0;
    while (csv_file_next(file, NULL)) {
        if (++count == 10000) {
            assert_true(g_file_get_contents("/proc/self/statm", &before, NULL, NULL));
        }
    }
    assert_int_equal(count, 200000);
    assert_true(g_file_get_contents("/proc/self/statm", &after, NULL, NULL));
    /* In pages: not even 4 MiB more, where the file has 10. A sanitizer that keeps freed memory is
     * let off. */
    guint64 grown = g_ascii_strtoull(after, NULL, 10) - g_ascii_strtoull(before, NULL, 10);
#ifndef __SANITIZE_ADDRESS__
    assert_in_range(grown, 0, 1024);
#else
    (void)grown;
#endif
}

/* Whatever the bytes: no crash, an end, lines that only grow, text that is valid. */
static void csv_file_next__stands__random_bytes(void **state)
{
    static const char letters[] = "a;,\t|\"\n\r\"; x1\"\n;\xfc\xc3\xa4'=sep";
    const ListPlace *place = *state;
    g_autoptr(GRand) dice = g_rand_new_with_seed(20260301);
    for (int round = 0; round < 3000; round++) {
        char bytes[400];
        gsize length = (gsize)g_rand_int_range(dice, 1, sizeof bytes);
        for (gsize i = 0; i < length; i++) {
            bytes[i] = g_rand_int_range(dice, 0, 50)
                           ? letters[g_rand_int_range(dice, 0, sizeof letters - 1)]
                           : (char)g_rand_int_range(dice, 1, 256);
        }
        if (round % 5 == 0) {
            memcpy(bytes, round % 2 ? "\xff\xfe" : "\xfe\xff", MIN(length, 2));
        }
        list_place_write(place, bytes, length);
        g_autoptr(CsvFile) file = csv_file_open(place->path, NULL);
        if (!file) {
            continue;
        }
        guint last = 0;
        const CsvRecord *record;
        while ((record = csv_file_next(file, NULL))) {
            assert_true(record->line > last);
            last = record->line;
            assert_true(g_utf8_validate(record->raw, -1, NULL));
            assert_true(record->reason || record->cells->len > 0);
            for (guint i = 0; i < record->cells->len; i++) {
                assert_true(g_utf8_validate(g_ptr_array_index(record->cells, i), -1, NULL));
            }
        }
    }
}

static void csv_file_next__reads_all__of_the_lists_of_the_project(void **state)
{
    static const struct {
        const char *name, *encoding;
        guint records;
    } lists[] = {{"stammkunden.csv", "UTF-8", 3061},
                 {"stammkunden-cp1252.csv", "Windows-1252", 401}};
    (void)state;
    const char *source = g_getenv("top_srcdir");
    for (gsize i = 0; i < G_N_ELEMENTS(lists); i++) {
        g_autofree char *path =
            g_build_filename(source ? source : ".", "tests", "fixtures", lists[i].name, NULL);
        g_autoptr(CsvFile) file = csv_file_open(path, NULL);
        assert_non_null(file);
        assert_string_equal(csv_file_encoding(file), lists[i].encoding);
        guint records = 0;
        const CsvRecord *record;
        while ((record = csv_file_next(file, NULL))) {
            records++;
            assert_null(record->reason);
            assert_int_equal(record->cells->len, 12);
            assert_false(record->repaired);
        }
        assert_int_equal(records, lists[i].records);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(csv_file_next__gives_cells_and_lines__for_all_line_ends),
        cmocka_unit_test(csv_file_next__understands_quotes__as_spreadsheets_and_people_write_them),
        cmocka_unit_test(csv_file_next__refuses_one_line__when_a_quote_is_never_closed),
        cmocka_unit_test(csv_file_next__loses_one_customer_only__in_a_long_file),
        cmocka_unit_test(csv_file_next__keeps_a_long_note__when_it_is_closed),
        cmocka_unit_test(csv_file_next__refuses_the_record__when_it_is_larger_than_any_customer),
        cmocka_unit_test(csv_file_separator__is_found__from_the_first_records),
        cmocka_unit_test(csv_file_next__needs_little_memory__for_a_long_file),
        cmocka_unit_test(csv_file_next__stands__random_bytes),
        cmocka_unit_test(csv_file_next__reads_all__of_the_lists_of_the_project),
    };
    return cmocka_run_group_tests_name("csv", tests, list_place_make, list_place_remove);
}
