/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The customers as a CSV file, read back by the reader of lists. */
#include "tests/data/people.h"

#include "data/base/fault.h"
#include "data/list/csv.h"
#include "data/list/csvcell.h"
#include "data/list/export.h"
#include "data/list/import.h"
#include "tests/data/place.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

enum {
    NUMBER = 0,
    FAMILY_NAME = 4,
    DESCRIPTION = 6,
    PHONE = 12,
    EMAIL = 13,
    BIRTHDAY = 14,
    CLASS = 16,
    CLOSENESS = 17,
    VISITS = 18,
    COLUMNS = 20
};

static char *target(const Fixture *fixture)
{
    return g_build_filename(fixture->folder, "list.csv", NULL);
}

static gint64 export(const Fixture *fixture, const char *path)
{
    g_autoptr(GError) error = NULL;
    gint64 count = -1;
    bool done = export_csv(fixture->db, path, &count, &error);
    expect_done(done, error);
    return count;
}

/* Exports all and gives the rows, the header first: arrays of cells. */
static GPtrArray *exported(const Fixture *fixture)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = target(fixture);
    GPtrArray *rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    export(fixture, path);
    g_autoptr(CsvFile) file = csv_file_open(path, &error);
    expect_done(file != NULL, error);
    assert_int_equal(csv_file_separator(file), ';');
    assert_string_equal(csv_file_encoding(file), "UTF-8");
    for (const CsvRecord *record = csv_file_next(file, &error); record != NULL;
         record = csv_file_next(file, &error)) {
        assert_null(record->reason);
        assert_false(record->repaired);
        GPtrArray *cells = g_ptr_array_new_with_free_func(g_free);
        for (guint i = 0; i < record->cells->len; i++) {
            g_ptr_array_add(cells, g_strdup(g_ptr_array_index(record->cells, i)));
        }
        g_ptr_array_add(rows, cells);
    }
    expect_done(true, error);
    return rows;
}

static const char *cell(const GPtrArray *rows, guint row, guint column)
{
    const GPtrArray *cells = g_ptr_array_index(rows, row);
    return g_ptr_array_index(cells, column);
}

static void export_csv__gives_back_everything__in_one_row_each(void **state)
{
    static const Person people[] = {
        {
            .number = "0042",
            .salutation = "Frau",
            .title = "Dr.",
            .given = "Hilde \"Hilli\"",
            .family = "Müller; geb. Weiß",
            .company = "Café, Zoë & Söhne",
            .description = "erste Zeile\nzweite Zeile",
            .address_form = "sie",
            .phone = "+49 421 84220",
            .phone2 = "0171/2345678",
            .email = "hilde@example.org",
            .street = "Große Gasse 7",
            .postcode = "01067",
            .place = "Dresden",
            .country = "DE",
            .birthday = "--02-29",
            .facts = "allergy: Nüsse; likes: Erdbeere; likes: Vanille",
            .visits = 12,
            .last_visit = "2026-01-14",
        },
        {.number = "43", .family = "Ott"},
    };
    static const char *const wanted[COLUMNS] = {
        "0042",
        "Frau",
        "Dr.",
        "Hilde \"Hilli\"",
        "Müller; geb. Weiß",
        "Café, Zoë & Söhne",
        "erste Zeile\nzweite Zeile",
        "sie",
        "Große Gasse 7",
        "01067",
        "Dresden",
        "DE",
        "+49 421 84220\n0171/2345678",
        "hilde@example.org",
        "--02-29",
        "",
        "",
        "",
        "12",
        "2026-01-14",
    };
    const Fixture *fixture = *state;
    people_furnish(fixture->db);
    people_add(fixture->db, &people[0]);
    people_add(fixture->db, &people[1]);
    g_autoptr(GPtrArray) rows = exported(fixture);
    assert_int_equal(rows->len, 3);
    assert_string_equal(cell(rows, 0, NUMBER), "Number");
    for (guint row = 0; row < rows->len; row++) {
        assert_int_equal(((GPtrArray *)g_ptr_array_index(rows, row))->len, COLUMNS + 15);
    }
    for (guint i = 0; i < COLUMNS; i++) {
        assert_string_equal(cell(rows, 1, i), wanted[i]);
        assert_string_equal(cell(rows, 2, i), i == NUMBER ? "43" : i == FAMILY_NAME ? "Ott" : "");
    }
    assert_string_equal(cell(rows, 0, COLUMNS), "Allergy");
    assert_string_equal(cell(rows, 1, COLUMNS), "Nüsse");
    assert_string_equal(cell(rows, 0, COLUMNS + 4), "Likes");
    assert_string_equal(cell(rows, 1, COLUMNS + 4), "Erdbeere\nVanille");
}

/* The number in the shop of the customers whose COLUMN is VALUE. */
static gint64 count_of(Db *db, const char *sql, const char *value)
{
    return people_number(db, sql, DB_VALUES(db_text(value)));
}

static void export_csv__tells_class_and_groups__so_that_another_shop_reads_them(void **state)
{
    const Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    people_furnish(fixture->db);
    gint64 id = people_add(
        fixture->db, &(Person){.number = "7", .family = "Ott", .facts = "tag: Chor; tag: Verein"});
    Deed *deed = people_begin(fixture->db);
    Customer *customer = record_load(fixture->db, &customer_type, id, &error);
    expect_done(customer != NULL, error);
    record_set_text(&customer->class, "A");
    record_set_text(&customer->closeness, "known");
    expect_done(record_update(deed, customer, &error), error);
    record_free(customer);
    people_commit(deed);
    g_autoptr(GPtrArray) rows = exported(fixture);
    assert_string_equal(cell(rows, 1, CLASS), "A");
    assert_string_equal(cell(rows, 1, CLOSENESS), "known");
    g_autoptr(Fixture) other = fixture_sqlite();
    g_autofree char *path = target(fixture);
    const ImportPlan plan = {.path = path, .today = {2026, 3, 1}};
    const Who who = people_who(0);
    people_furnish(other->db);
    g_autoptr(ImportResult) result = import_run(other->db, &plan, &who, NULL, NULL, &error);
    expect_done(result != NULL, error);
    assert_int_equal(result->warnings->len, 0);
    assert_int_equal(count_of(other->db, "SELECT COUNT(*) FROM customer WHERE class = $1", "A"), 1);
    assert_int_equal(
        count_of(other->db, "SELECT COUNT(*) FROM customer WHERE closeness = $1", "known"), 1);
    assert_int_equal(count_of(other->db,
                              "SELECT COUNT(*) FROM fact JOIN fact_kind ON fact_kind.id = "
                              "fact.kind_id WHERE fact_kind.code = $1",
                              "tag"),
                     2);
}

static void export_csv__defuses__what_a_spreadsheet_would_run(void **state)
{
    static const struct {
        const char *text, *cell;
    } cases[] = {
        {"=1+1", "'=1+1"},
        {"=", "'="},
        {"=HYPERLINK(\"http://x\";\"y\")", "'=HYPERLINK(\"http://x\";\"y\")"},
        {"+cmd|'/C calc'!A0", "'+cmd|'/C calc'!A0"},
        {"-cmd", "'-cmd"},
        {"-1+1", "'-1+1"},
        {"+49 421 84220", "+49 421 84220"},
        {"+49 (0)421/842-20", "+49 (0)421/842-20"},
        {"-5", "-5"},
        {"-5,50", "-5,50"},
        {"-", "-"},
        {"+49 1\n0171\n+43 1", "+49 1\n0171\n+43 1"},
        {"+49 1\n=1+1", "'+49 1\n=1+1"},
        {"@SUM(A1)", "'@SUM(A1)"},
        {"@hilde", "'@hilde"},
        {"a=1", "a=1"},
        {"'=1", "''=1"},
        {"''@x", "'''@x"},
        {"'0421", "''0421"},
        {"'t Hooft", "'t Hooft"},
        {"'68er", "'68er"},
        {"Torte =1", "Torte =1"},
    };
    const Fixture *fixture = *state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        const Person person = {.description = cases[i].text};
        people_add(fixture->db, &person);
    }
    g_autoptr(GPtrArray) rows = exported(fixture);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        assert_string_equal(cell(rows, i + 1, DESCRIPTION), cases[i].cell);
        assert_string_equal(csv_cell_read(cases[i].cell), cases[i].text);
    }
}

static void export_csv__writes_what_others_read__bom_and_line_ends(void **state)
{
    const Fixture *fixture = *state;
    const Person person = {.number = "1", .family = "Ott"};
    people_add(fixture->db, &person);
    g_autofree char *path = target(fixture);
    assert_int_equal(export(fixture, path), 1);
    gsize length = 0;
    g_autofree guint8 *bytes = place_read(path, &length);
    g_autofree char *text = g_strndup((const char *)bytes, length);
    assert_true(g_str_has_prefix(text, "\xEF\xBB\xBF\"Number\";"));
    assert_true(g_str_has_suffix(text, "\r\n"));
    g_auto(GStrv) lines = g_strsplit(text, "\r\n", -1);
    assert_int_equal(g_strv_length(lines), 3);
    assert_string_equal(lines[1], "\"1\";;;;\"Ott\";;;;;;;;;;;;;;;");
    GStatBuf info;
    assert_int_equal(g_stat(path, &info), 0);
    assert_int_equal(info.st_mode & 07777, 0600);
}

static void export_csv__goes_on__beyond_a_page(void **state)
{
    const Fixture *fixture = *state;
    const Person person = {.family = "Ott"};
    Deed *deed = people_begin(fixture->db);
    for (guint i = 0; i < 1001; i++) {
        people_add_in(deed, &person);
    }
    people_commit(deed);
    g_autoptr(GPtrArray) rows = exported(fixture);
    assert_int_equal(rows->len, 1002);
    for (guint i = 1; i < rows->len; i++) {
        assert_int_equal(g_ascii_strtoll(cell(rows, i, NUMBER), NULL, 10), i);
    }
}

static void export_csv__writes_only_the_header__of_an_empty_shop(void **state)
{
    const Fixture *fixture = *state;
    g_autofree char *path = target(fixture);
    assert_int_equal(export(fixture, path), 0);
    g_autoptr(GPtrArray) rows = exported(fixture);
    assert_int_equal(rows->len, 1);
}

static void export_csv__replaces_an_older_list__and_leaves_nothing_beside(void **state)
{
    const Fixture *fixture = *state;
    g_autofree char *path = target(fixture);
    place_write(path, "an older list", 13);
    export(fixture, path);
    gsize length = 0;
    g_autofree guint8 *bytes = place_read(path, &length);
    assert_true(length > 100 && bytes[0] == 0xEF);
    g_autoptr(GDir) dir = g_dir_open(fixture->folder, 0, NULL);
    for (const char *name = g_dir_read_name(dir); name != NULL; name = g_dir_read_name(dir)) {
        assert_true(strcmp(name, "list.csv") == 0 || strcmp(name, "shop.tresen") == 0);
    }
}

static void export_csv__refuses__places_that_cannot_be_written(void **state)
{
    const Fixture *fixture = *state;
    g_autofree char *missing = g_build_filename(fixture->folder, "nowhere", "list.csv", NULL);
    g_autofree char *folder = g_build_filename(fixture->folder, "folder", NULL);
    assert_int_equal(g_mkdir(folder, 0700), 0);
    const char *const paths[] = {missing, folder, "/dev/null/list.csv"};
    g_autofree char *before = place_describe(fixture->folder);
    for (guint i = 0; i < G_N_ELEMENTS(paths); i++) {
        g_autoptr(GError) error = NULL;
        assert_false(export_csv(fixture->db, paths[i], NULL, &error));
        expect_fault(error, FAULT_REFUSED);
        assert_false(db_in_transaction(fixture->db));
    }
    g_autofree char *after = place_describe(fixture->folder);
    assert_string_equal(after, before);
}

static void export_csv__does_not_write_over_the_shop__by_any_name(void **state)
{
    const Fixture *fixture = *state;
    if (db_engine(fixture->db) != DB_SQLITE) {
        return;
    }
    g_autofree char *link = g_build_filename(fixture->folder, "link.csv", NULL);
    assert_int_equal(symlink(fixture->where, link), 0);
    const char *const paths[] = {fixture->where, link};
    for (guint i = 0; i < G_N_ELEMENTS(paths); i++) {
        g_autoptr(GError) error = NULL;
        assert_false(export_csv(fixture->db, paths[i], NULL, &error));
        expect_fault(error, FAULT_REFUSED);
    }
    people_expect_sound(fixture->db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(export_csv__gives_back_everything__in_one_row_each),
        cmocka_unit_test(export_csv__tells_class_and_groups__so_that_another_shop_reads_them),
        cmocka_unit_test(export_csv__defuses__what_a_spreadsheet_would_run),
        cmocka_unit_test(export_csv__writes_what_others_read__bom_and_line_ends),
        cmocka_unit_test(export_csv__goes_on__beyond_a_page),
        cmocka_unit_test(export_csv__writes_only_the_header__of_an_empty_shop),
        cmocka_unit_test(export_csv__replaces_an_older_list__and_leaves_nothing_beside),
        cmocka_unit_test(export_csv__refuses__places_that_cannot_be_written),
        cmocka_unit_test(export_csv__does_not_write_over_the_shop__by_any_name),
    };
    return fixture_for_each_engine("export", tests, G_N_ELEMENTS(tests));
}
