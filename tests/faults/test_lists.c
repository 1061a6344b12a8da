/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two hundred messy lists: what can be taken over is, once, and each line that cannot is told; what
 * the program writes itself comes back as it was. */
#include "tests/data/people.h"

#include "data/list/csv.h"
#include "data/list/csvcell.h"
#include "data/list/export.h"
#include "data/list/import.h"
#include "tests/data/place.h"
#include "tests/faults/messylist.h"
#include "tests/faults/scale.h"

#include <glib/gstdio.h>
#include <string.h>

static const Day today = {2026, 3, 1};

typedef struct {
    const Fixture *fixture;
    MessyList *list;
    char *path;
} Stage;

static void complain(const Stage *stage, const ImportResult *result)
{
    print_error("%s\n", stage->list->told);
    for (guint i = 0; result != NULL && i < result->refused->len; i++) {
        const ImportNote *note = g_ptr_array_index(result->refused, i);
        print_error("refused: line %u: %s\n", note->line, note->reason);
    }
    for (guint i = 0; i < stage->list->refused->len; i++) {
        print_error("to be refused: line %u\n", g_array_index(stage->list->refused, guint, i));
    }
    if (result != NULL) {
        print_error("read %u added %u updated %u unchanged %u; records %u people %u\n",
                    result->read, result->added, result->updated, result->unchanged,
                    stage->list->records, stage->list->people);
    }
}

static ImportResult *take(Db *db, const char *path, ImportProgress progress, gpointer data,
                          GError **error)
{
    const ImportPlan plan = {.path = path, .today = today};
    const Who who = people_who(0);
    return import_run(db, &plan, &who, progress, data, error);
}

static ImportResult *take_over(const Stage *stage)
{
    g_autoptr(GError) error = NULL;
    ImportResult *result = take(stage->fixture->db, stage->path, NULL, NULL, &error);
    if (result == NULL) {
        complain(stage, NULL);
    }
    expect_done(result != NULL, error);
    return result;
}

/* Whether exactly the lines that are to be are refused. */
static bool refuses_exactly(const Stage *stage, const ImportResult *result)
{
    const GArray *lines = stage->list->refused;
    bool same = result->refused->len == lines->len;
    for (guint i = 0; same && i < lines->len; i++) {
        const ImportNote *note = g_ptr_array_index(result->refused, i);
        same = note->line == g_array_index(lines, guint, i) && *note->reason != '\0';
    }
    return same;
}

static void expect_taken(const Stage *stage, const ImportResult *result, bool is_first)
{
    const MessyList *list = stage->list;
    bool right = refuses_exactly(stage, result) && result->read == list->records &&
                 result->added == (is_first ? list->people : 0) && result->updated == 0 &&
                 result->unchanged == list->records - list->refused->len - result->added;
    if (!right) {
        complain(stage, result);
        fail();
    }
}

/* What RECORD of a file of refused rows says behind its first cell, the reason. */
static const char *behind_reason(const char *record, char separator)
{
    if (*record == '"') {
        const char *end = strchr(record + 1, '"');
        return end != NULL && end[1] != '\0' ? end + 2 : "";
    }
    const char *end = strchr(record, separator);
    return end != NULL ? end + 1 : "";
}

/* The records of the list at PATH that begin in LINES, as they are to stand in the file of refused
 * rows; or, when LINES is NULL, all of that file at PATH, as they stand there. */
static GPtrArray *records_of(const char *path, const GArray *lines)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CsvFile) file = csv_file_open(path, &error);
    expect_done(file != NULL, error);
    GPtrArray *records = g_ptr_array_new_with_free_func(g_free);
    guint next = 0;
    for (const CsvRecord *record; (record = csv_file_next(file, &error)) != NULL;) {
        char separator = csv_file_separator(file);
        if (lines == NULL) {
            g_ptr_array_add(records, g_strdup(behind_reason(record->raw, separator)));
        } else if (next < lines->len && g_array_index(lines, guint, next) == record->line) {
            g_ptr_array_add(records, csv_cell_guard_record(record->raw, separator));
            next++;
        }
    }
    return records;
}

/* What was refused stands in its file as it did in the list, and is refused again from there. */
static void expect_refused_file(const Stage *stage, const ImportResult *result)
{
    if (stage->list->refused->len == 0) {
        assert_null(result->refused_file);
        return;
    }
    g_autoptr(GPtrArray) wanted = records_of(stage->path, stage->list->refused);
    g_autoptr(GPtrArray) kept = records_of(result->refused_file, NULL);
    /* The header comes first. */
    assert_int_equal(kept->len, wanted->len + 1);
    for (guint i = 0; i < wanted->len; i++) {
        assert_string_equal(g_ptr_array_index(kept, i + 1), g_ptr_array_index(wanted, i));
    }
    g_autoptr(GError) error = NULL;
    g_autoptr(ImportResult) again =
        take(stage->fixture->db, result->refused_file, NULL, NULL, &error);
    expect_done(again != NULL, error);
    if (again->refused->len != wanted->len || again->read != wanted->len) {
        complain(stage, again);
        fail();
    }
    g_unlink(again->refused_file);
    g_unlink(result->refused_file);
}

/* Prints the lines of AFTER that BEFORE has not. */
static void tell_new_lines(const char *before, const char *after)
{
    g_auto(GStrv) old = g_strsplit(before, "\n", -1);
    g_auto(GStrv) new = g_strsplit(after, "\n", -1);
    for (char **line = new; *line != NULL; line++) {
        if (!g_strv_contains((const char *const *)old, *line)) {
            print_error("new: %s\n", *line);
        }
    }
}

static char *exported(Db *db, const char *path)
{
    g_autoptr(GError) error = NULL;
    char *text = NULL;
    expect_done(export_csv(db, path, NULL, &error), error);
    expect_done(g_file_get_contents(path, &text, NULL, &error), error);
    return text;
}

/* What the program writes it reads: nothing new for this shop, all for another. */
static void expect_export_comes_back(const Stage *stage)
{
    g_autofree char *path = g_build_filename(stage->fixture->folder, "export.csv", NULL);
    g_autofree char *before = people_dump(stage->fixture->db);
    g_autofree char *text = exported(stage->fixture->db, path);
    g_autoptr(GError) error = NULL;
    g_autoptr(ImportResult) again = take(stage->fixture->db, path, NULL, NULL, &error);
    expect_done(again != NULL, error);
    if (again->added != 0 || again->updated != 0 || again->refused->len != 0) {
        g_autofree char *after = people_dump(stage->fixture->db);
        complain(stage, again);
        tell_new_lines(before, after);
        fail();
    }
    if (again->deed_id != 0) {
        people_undo(stage->fixture->db, again->deed_id);
    }
    g_autoptr(Fixture) other = fixture_sqlite();
    people_furnish(other->db);
    g_autoptr(ImportResult) all = take(other->db, path, NULL, NULL, &error);
    expect_done(all != NULL, error);
    assert_int_equal(all->added, stage->list->people);
    g_autofree char *same = exported(other->db, path);
    if (strcmp(text, same) != 0) {
        complain(stage, all);
        tell_new_lines(text, same);
        fail();
    }
}

static void play(Stage *stage)
{
    g_autofree char *before = people_dump(stage->fixture->db);
    g_autoptr(ImportResult) first = take_over(stage);
    expect_taken(stage, first, true);
    expect_refused_file(stage, first);
    g_autoptr(ImportResult) second = take_over(stage);
    expect_taken(stage, second, false);
    if (second->refused_file != NULL) {
        g_unlink(second->refused_file);
    }
    expect_export_comes_back(stage);
    people_expect_sound(stage->fixture->db);
    people_undo(stage->fixture->db, first->deed_id);
    g_autofree char *after = people_dump(stage->fixture->db);
    assert_string_equal(before, after);
}

static void set_up(Stage *stage, const Fixture *fixture, guint32 seed)
{
    stage->fixture = fixture;
    stage->list = messy_list_new(seed);
    stage->path = g_build_filename(fixture->folder, "kunden.csv", NULL);
    place_write(stage->path, stage->list->bytes->str, stage->list->bytes->len);
}

static void tear_down(Stage *stage)
{
    messy_list_free(stage->list);
    g_free(stage->path);
}

static void import_run__takes_each_line_or_tells__of_messy_lists(void **state)
{
    const Fixture *fixture = *state;
    guint count = scale(10, 2000), records = 0, refused = 0;
    people_furnish(fixture->db);
    for (guint i = 0; i < count; i++) {
        Stage stage = {0};
        set_up(&stage, fixture, scale_seed() * 10000 + i);
        play(&stage);
        records += stage.list->records;
        refused += stage.list->refused->len;
        tear_down(&stage);
    }
    scale_tell(32, "%u messy lists with %u records: %u refused, all told by line; again: 0 added",
               count, records, refused);
}

/* Breaks off when so many records were reported. */
static bool cancel_at(guint64 done, guint64 total, guint records, gpointer data)
{
    (void)done;
    (void)total;
    return records < GPOINTER_TO_UINT(data);
}

static void import_run__leaves_nothing__when_it_is_broken_off_at_any_row(void **state)
{
    const Fixture *fixture = *state;
    people_furnish(fixture->db);
    g_autofree char *before = people_dump(fixture->db);
    Stage stage = {0};
    set_up(&stage, fixture, scale_seed());
    guint step = scale_is_full() ? 1 : 7;
    for (guint at = 1; at <= stage.list->records; at += step) {
        g_autoptr(GError) error = NULL;
        g_autoptr(ImportResult) result =
            take(fixture->db, stage.path, cancel_at, GUINT_TO_POINTER(at), &error);
        assert_null(result);
        g_autofree char *after = people_dump(fixture->db);
        assert_string_equal(before, after);
    }
    g_autofree char *refused = g_build_filename(fixture->folder, "kunden-refused.csv", NULL);
    assert_false(g_file_test(refused, G_FILE_TEST_EXISTS));
    tear_down(&stage);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(import_run__takes_each_line_or_tells__of_messy_lists),
        cmocka_unit_test(import_run__leaves_nothing__when_it_is_broken_off_at_any_row),
    };
    return fixture_for_each_engine("lists", tests, G_N_ELEMENTS(tests));
}
