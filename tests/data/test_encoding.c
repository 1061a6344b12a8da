/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists as files: how their text is written, and what is no list at all. */
#include "tests/data/listplace.h"

#include "data/base/fault.h"
#include "data/list/lines.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static void assert_encoding(const ListPlace *place, const char *bytes, gsize length,
                            const char *encoding, const char *expected)
{
    list_place_write(place, bytes, length);
    g_autoptr(CsvFile) file = csv_file_open(place->path, NULL);
    assert_non_null(file);
    assert_string_equal(csv_file_encoding(file), encoding);
    g_autofree char *summary = list_summary(file);
    assert_string_equal(summary, expected);
    guint64 total;
    assert_int_equal(csv_file_progress(file, &total), length);
}

static void assert_refused(const char *path, Fault code, const char *word)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CsvFile) file = csv_file_open(path, &error);
    assert_null(file);
    assert_true(g_error_matches(error, FAULT, code));
    assert_non_null(strstr(error->message, word));
}

static void csv_file_encoding__is_found__for_what_people_have(void **state)
{
    static const struct {
        const char *bytes;
        gsize length;
        const char *encoding, *expected;
    } cases[] = {
        {"a;b\nMüller;ß", 14, "UTF-8", "1:a|b, 2:Müller|ß"},
        {"\xef\xbb\xbf"
         "a;b\nMüller;ß",
         17, "UTF-8", "1:a|b, 2:Müller|ß"},
        {"\xef\xbb\xbf"
         "a;b\nM\xfcller;x",
         15, "UTF-8", "1:a|b, 2:Müller|x"},
        {"a;b\nM\xfcller;\xdf", 12, "Windows-1252", "1:a|b, 2:Müller|ß"},
        {"a;b\n\x80;\x96", 7, "Windows-1252", "1:a|b, 2:€|–"},
        {"a;b\nä;ö\nü;\xdf", 14, "UTF-8", "1:a|b, 2:ä|ö, 3:ü|ß"},
        {"a;b\nx;\xc3", 7, "Windows-1252", "1:a|b, 2:x|Ã"},
        {"\xff\xfe"
         "a\0;\0b\0\n\0\xfc\0;\0\x20\x20\r\0\n\0",
         20, "UTF-16", "1:a|b, 2:ü|†"},
        {"\xfe\xff"
         "\0a\0;\0b\0\n\0\xfc\0;\0x",
         16, "UTF-16", "1:a|b, 2:ü|x"},
        {"\xff\xfe"
         "a\0;\0b\0\n\0\x3d\xd8\x82\xdc;\0\x3d\xd8",
         18, "UTF-16", "1:a|b, 2:💂|\xef\xbf\xbd"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        assert_encoding(*state, cases[i].bytes, cases[i].length, cases[i].encoding,
                        cases[i].expected);
    }
}

static void csv_file_encoding__is_found__when_the_first_umlaut_comes_late(void **state)
{
    const ListPlace *place = *state;
    GString *text = g_string_new("a;b\n");
    while (text->len < 200000) {
        g_string_append(text, "Ott;Bremen\n");
    }
    g_string_append(text, "M\xfcller;x\n");
    list_place_write(place, text->str, text->len);
    g_string_free(text, TRUE);
    g_autoptr(CsvFile) file = csv_file_open(place->path, NULL);
    assert_string_equal(csv_file_encoding(file), "Windows-1252");
    g_autofree char *last = NULL;
    const CsvRecord *record;
    while ((record = csv_file_next(file, NULL))) {
        g_free(last);
        last = g_strdup(g_ptr_array_index(record->cells, 0));
    }
    assert_string_equal(last, "Müller");
}

static void csv_file_encoding__is_found__when_a_chunk_ends_inside_a_character(void **state)
{
    const ListPlace *place = *state;
    for (gsize shift = 0; shift < 4; shift++) {
        GString *text = g_string_new("a;b\n");
        for (gsize i = 0; i < shift; i++) {
            g_string_append_c(text, 'x');
        }
        while (text->len < 140000) {
            g_string_append(text, "😀");
        }
        list_place_write(place, text->str, text->len);
        g_string_free(text, TRUE);
        g_autoptr(ListLines) lines = list_lines_open(place->path, NULL);
        assert_int_equal(list_lines_text(lines)->kind, LIST_TEXT_UTF8);
        assert_int_equal(list_lines_text(lines)->broken, 0);
    }
}

static void csv_file_next__says_what_was_mended__for_single_broken_cells(void **state)
{
    g_autoptr(CsvFile) file = list_place_open(*state, "a;b\nMüller;Öl\nGr\xfcn;Jörg\n");
    csv_file_next(file, NULL);
    assert_false(csv_file_next(file, NULL)->repaired);
    const CsvRecord *record = csv_file_next(file, NULL);
    assert_true(record->repaired);
    assert_string_equal(g_ptr_array_index(record->cells, 0), "Grün");
    assert_string_equal(g_ptr_array_index(record->cells, 1), "Jörg");
    assert_string_equal(record->raw, "Grün;Jörg");
}

static void csv_file_open__refuses_with_a_sentence__what_is_no_list(void **state)
{
    static const struct {
        const char *bytes;
        gsize length;
        const char *word;
    } cases[] = {
        {"", 0, "empty"},
        {" \r\n \n", 5, "empty"},
        {"\xef\xbb\xbf", 3, "empty"},
        {"\xff\xfe", 2, "empty"},
        {"\x89PNG\r\n\x1a\n", 8, "picture"},
        {"\xff\xd8\xff\xe0", 4, "picture"},
        {"PK\x03\x04xl/worksheets", 17, "spreadsheet"},
        {"\xd0\xcf\x11\xe0\xa1\xb1", 6, "spreadsheet"},
        {"%PDF-1.7\n", 9, "document"},
        {"\x1f\x8b\x08", 3, "packed"},
        {"SQLite format 3", 16, "database"},
        {"BEGIN:VCARD\r\n", 13, "cards"},
        {"a;b\n1\0;2\n", 9, "bytes"},
        {"\xff\xfe"
         "a\0\0\0;\0",
         8, "bytes"},
        {"\1\2\3\4\5\6\7\1\2\3\4\5\6\7", 14, "bytes"},
    };
    const ListPlace *place = *state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        list_place_write(place, cases[i].bytes, cases[i].length);
        assert_refused(place->path, FAULT_REFUSED, cases[i].word);
        assert_refused(place->path, FAULT_REFUSED, "list.csv");
    }
    assert_refused(place->folder, FAULT_REFUSED, "folder");
    g_unlink(place->path);
    assert_refused(place->path, FAULT_MISSING, "no file");
    assert_refused("/dev/null", FAULT_REFUSED, "ordinary file");
}

/* A pipe nobody writes to must not hold the program. */
static void csv_file_open__does_not_wait__for_a_pipe(void **state)
{
    const ListPlace *place = *state;
    assert_int_equal(mkfifo(place->path, 0600), 0);
    assert_refused(place->path, FAULT_REFUSED, "ordinary file");
    g_unlink(place->path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(csv_file_encoding__is_found__for_what_people_have),
        cmocka_unit_test(csv_file_encoding__is_found__when_the_first_umlaut_comes_late),
        cmocka_unit_test(csv_file_encoding__is_found__when_a_chunk_ends_inside_a_character),
        cmocka_unit_test(csv_file_next__says_what_was_mended__for_single_broken_cells),
        cmocka_unit_test(csv_file_open__refuses_with_a_sentence__what_is_no_list),
        cmocka_unit_test(csv_file_open__does_not_wait__for_a_pipe),
    };
    return cmocka_run_group_tests_name("encoding", tests, list_place_make, list_place_remove);
}
