/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A customer list: its lines, its records, what its columns mean, what a row says. */
#include "tests/fuzz/fuzz.h"

#include "data/list/csv.h"
#include "data/list/lines.h"
#include "data/list/row.h"
#include "data/list/separator.h"

#include <string.h>

/* The lines of the file (ListLine) that are not blank, as the reader of records takes them. */
static GPtrArray *written_lines(const char *path)
{
    g_autoptr(ListLines) lines = list_lines_open(path, NULL);
    GPtrArray *all = g_ptr_array_new_with_free_func((GDestroyNotify)list_line_free);
    guint number = 1;
    for (ListLine *line; (line = list_lines_next(lines, NULL)) != NULL; number++) {
        fuzz_expect(line->number == number, "line %u is called %u", number, line->number);
        fuzz_expect_text(line->text);
        fuzz_expect(strlen(line->text) == line->length, "a line of another length");
        g_ptr_array_add(all, line);
    }
    return all;
}

static bool is_blank(const ListLine *line)
{
    g_autofree char *bare = g_strdup(line->text);
    g_strdelimit(bare, "\x1a", ' ');
    for (const char *at = bare; *at != '\0'; at += g_utf8_skip[(guchar)*at]) {
        if (!g_unichar_isspace(g_utf8_get_char(at))) {
            return false;
        }
    }
    return !line->too_long;
}

/* Takes the lines of RECORD from LINES at *NEXT on; each line of the file is in one record or
 * blank. */
static void follow_lines(const GPtrArray *lines, guint *next, const CsvRecord *record)
{
    for (; *next + 1 < record->line; (*next)++) {
        fuzz_expect(*next < lines->len && is_blank(g_ptr_array_index(lines, *next)),
                    "line %u is in no record", *next + 1);
    }
    fuzz_expect(*next + 1 == record->line, "the record of line %u comes late", record->line);
    g_auto(GStrv) raw = g_strsplit(record->raw, "\n", -1);
    for (guint i = 0; i == 0 || raw[i] != NULL; i++) {
        fuzz_expect(*next < lines->len, "more lines than the file has");
        const ListLine *line = g_ptr_array_index(lines, *next);
        fuzz_expect_same(line->text, raw[0] != NULL ? raw[i] : "");
        (*next)++;
        if (raw[0] == NULL) {
            break;
        }
    }
}

static void expect_record(const CsvRecord *record)
{
    fuzz_expect_text(record->raw);
    fuzz_expect_texts(record->cells);
    fuzz_expect((record->reason == NULL) == (record->cells->len > 0),
                "a record with cells and a reason, or with neither");
}

static void expect_contacts(const GPtrArray *contacts)
{
    for (guint i = 0; i < contacts->len; i++) {
        const ListContact *contact = g_ptr_array_index(contacts, i);
        fuzz_expect_text(contact->value);
        fuzz_expect(*contact->value != '\0', "a contact without a value");
    }
}

static void expect_row(const ListRow *row, guint line)
{
    fuzz_expect(row->line == line, "a row of line %u is of %u", line, row->line);
    fuzz_expect((row->state == LIST_ROW_REFUSED) == (row->reason != NULL), "refused for nothing");
    fuzz_expect_text(row->given_name);
    fuzz_expect_text(row->family_name);
    fuzz_expect_text(row->company);
    fuzz_expect_text(row->description);
    fuzz_expect_day(row->birthday);
    fuzz_expect_day(row->since);
    fuzz_expect_day(row->last_visit);
    fuzz_expect(row->visits >= -1, "visits below none");
    expect_contacts(row->phones);
    expect_contacts(row->emails);
    expect_contacts(row->websites);
    for (guint i = 0; i < row->facts->len; i++) {
        const ListFact *fact = g_ptr_array_index(row->facts, i);
        fuzz_expect_text(fact->words);
        fuzz_expect(*fact->words != '\0', "a fact without words");
    }
    for (guint i = 0; i < row->occasions->len; i++) {
        fuzz_expect_day(((const ListOccasion *)g_ptr_array_index(row->occasions, i))->day);
    }
    for (guint i = 0; i < row->people->len; i++) {
        const ListPerson *person = g_ptr_array_index(row->people, i);
        fuzz_expect_text(person->name);
        fuzz_expect_day(person->birthday);
    }
}

/* What the records say, with the meaning the first one gives the columns. */
static void read_rows(const char *path)
{
    g_autoptr(CsvFile) file = csv_file_open(path, NULL);
    const CsvRecord *record = csv_file_next(file, NULL);
    if (record == NULL || record->reason != NULL) {
        return;
    }
    g_autoptr(Mapping) mapping = mapping_guess(record->cells);
    fuzz_expect(mapping->columns->len == record->cells->len, "columns without cells");
    mapping_decide_days(mapping);
    while ((record = csv_file_next(file, NULL)) != NULL) {
        if (record->reason == NULL) {
            mapping_count_days(mapping, record->cells);
            ListRow *row = list_row_read(mapping, record->cells, record->line, fuzz_today, "49");
            expect_row(row, record->line);
            list_row_free(row);
        }
    }
}

void fuzz_csv(const guint8 *bytes, gsize length)
{
    const char *path = fuzz_file(bytes, length);
    g_autoptr(GError) error = NULL;
    g_autoptr(CsvFile) file = csv_file_open(path, &error);
    fuzz_expect((file == NULL) == (error != NULL), "refused without a word");
    if (file == NULL) {
        fuzz_expect_text(error->message);
        return;
    }
    g_autoptr(GPtrArray) lines = written_lines(path);
    guint next = 0;
    if (lines->len > 0 && separator_named(((ListLine *)g_ptr_array_index(lines, 0))->text) != 0) {
        next = 1;
    }
    for (const CsvRecord *record; (record = csv_file_next(file, &error)) != NULL;) {
        expect_record(record);
        follow_lines(lines, &next, record);
    }
    fuzz_expect(error == NULL, "the file ends with a fault");
    for (; next < lines->len; next++) {
        fuzz_expect(is_blank(g_ptr_array_index(lines, next)), "line %u is lost", next + 1);
    }
    guint64 total = 0;
    fuzz_expect(csv_file_progress(file, &total) == total && total == length, "not read to the end");
    read_rows(path);
}
