/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking over a list: all or nothing, repeatable, and taken back as one deed. */
#include "tests/data/people.h"

#include "data/base/fault.h"
#include "data/list/import.h"
#include "tests/data/place.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

static const Day today = {2026, 3, 1};

/* A list with TEXT in the fixture's folder; free with g_free. */
static char *list_with(const Fixture *fixture, const char *text)
{
    char *path = g_build_filename(fixture->folder, "kunden.csv", NULL);
    g_unlink(path);
    place_write(path, text, strlen(text));
    return path;
}

static ImportResult *take_over(const Fixture *fixture, const char *text)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = list_with(fixture, text);
    const ImportPlan plan = {.path = path, .today = today};
    const Who who = people_who(0);
    ImportResult *result = import_run(fixture->db, &plan, &who, NULL, NULL, &error);
    expect_done(result != NULL, error);
    return result;
}

static void expect_counts(const ImportResult *result, guint added, guint updated, guint unchanged,
                          guint refused, guint warnings)
{
    assert_int_equal(result->added, added);
    assert_int_equal(result->updated, updated);
    assert_int_equal(result->unchanged, unchanged);
    assert_int_equal(result->refused->len, refused);
    assert_int_equal(result->warnings->len, warnings);
    assert_int_equal(result->read, added + updated + unchanged + refused);
}

static const ImportNote *note(const GPtrArray *notes, guint index)
{
    assert_true(index < notes->len);
    return g_ptr_array_index(notes, index);
}

static void import_run__takes_all__of_a_hand_kept_list(void **state)
{
    const Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    people_furnish(fixture->db);
    g_autofree char *before = people_dump(fixture->db);
    g_autofree char *path =
        g_build_filename(getenv("top_srcdir"), "tests", "fixtures", "stammkunden-cp1252.csv", NULL);
    const ImportPlan plan = {.path = path, .today = today};
    const Who who = people_who(0);
    g_autoptr(ImportResult) first = import_run(fixture->db, &plan, &who, NULL, NULL, &error);
    expect_done(first != NULL, error);
    expect_counts(first, 400, 0, 0, 0, 3);
    assert_null(first->refused_file);
    people_expect_sound(fixture->db);

    g_autofree char *full = people_dump(fixture->db);
    g_autoptr(ImportResult) again = import_run(fixture->db, &plan, &who, NULL, NULL, &error);
    expect_done(again != NULL, error);
    expect_counts(again, 0, 0, 400, 0, 0);
    assert_int_equal(again->deed_id, 0);
    g_autofree char *same = people_dump(fixture->db);
    assert_string_equal(same, full);

    people_undo(fixture->db, first->deed_id);
    g_autofree char *after = people_dump(fixture->db);
    assert_string_equal(after, before);
    people_expect_sound(fixture->db);
}

static void import_run__adds_what_is_new__and_overwrites_nothing(void **state)
{
    const Fixture *fixture = *state;
    people_furnish(fixture->db);
    people_add(fixture->db, &(Person){.number = "7",
                                      .given = "Anna",
                                      .family = "Müller",
                                      .phone = "0421 84220",
                                      .place = "Bremen",
                                      .facts = "likes: mag Erdbeere"});
    g_autoptr(ImportResult) result =
        take_over(fixture, "Nr;Vorname;Nachname;Telefon;Mail;Ort;Geburtstag;Bemerkung\n"
                           "7;Anna;Müller;+49 421 84220;anna@example.org;Oldenburg;3.5.1956;mag "
                           "Erdbeere\n"
                           ";Anna;Mueller;0421/84220;;;;Nussallergie\n");
    expect_counts(result, 0, 2, 0, 0, 0);
    static const struct {
        const char *sql;
        int count;
    } cases[] = {
        {"SELECT COUNT(*) FROM customer", 1},
        {"SELECT COUNT(*) FROM contact WHERE kind = 'phone'", 1},
        {"SELECT COUNT(*) FROM contact WHERE kind = 'email'", 1},
        {"SELECT COUNT(*) FROM address", 2},
        {"SELECT COUNT(*) FROM occasion WHERE year = 1956 AND month = 5 AND day = 3", 1},
        {"SELECT COUNT(*) FROM fact", 2},
        {"SELECT COUNT(*) FROM customer WHERE family_name = 'Müller'", 1},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        assert_int_equal(people_number(fixture->db, cases[i].sql, DB_NO_VALUES), cases[i].count);
    }
    people_expect_sound(fixture->db);
}

static void import_run__warns__where_the_list_says_something_else(void **state)
{
    const Fixture *fixture = *state;
    people_furnish(fixture->db);
    people_add(
        fixture->db,
        &(Person){.number = "7", .given = "Anna", .family = "Müller", .birthday = "1956-05-03"});
    g_autoptr(ImportResult) result = take_over(fixture, "Nr;Vorname;Nachname;Geburtstag\n"
                                                        "7;Anne;Müller;4.5.1956\n");
    expect_counts(result, 0, 0, 1, 0, 2);
    assert_string_equal(note(result->warnings, 0)->value, "Anne");
    assert_string_equal(note(result->warnings, 1)->value, "1956-05-04");
    assert_int_equal(note(result->warnings, 1)->line, 2);
    assert_int_equal(
        people_number(fixture->db, "SELECT COUNT(*) FROM occasion WHERE day = 3", DB_NO_VALUES), 1);
}

static void import_run__refuses_rows__with_line_and_reason_beside_the_list(void **state)
{
    const Fixture *fixture = *state;
    people_furnish(fixture->db);
    people_add(fixture->db, &(Person){.number = "7", .given = "Kurt", .family = "Ott"});
    g_autoptr(ImportResult) result = take_over(fixture, "Nr;Vorname;Nachname;Bemerkung\n"
                                                        "7;Zoe;Zander;\n"
                                                        "8;Jens;Berg;\"zwei\n"
                                                        "Zeilen\"\n"
                                                        "9;;;\n");
    expect_counts(result, 1, 0, 0, 2, 0);
    assert_int_equal(note(result->refused, 0)->line, 2);
    assert_int_equal(note(result->refused, 1)->line, 5);
    assert_non_null(strstr(note(result->refused, 0)->reason, "Kurt Ott"));
    assert_non_null(result->refused_file);
    gsize length = 0;
    g_autofree guint8 *bytes = place_read(result->refused_file, &length);
    g_autofree char *text = g_strndup((const char *)bytes, length);
    assert_non_null(strstr(text, "Nr;Vorname;Nachname;Bemerkung"));
    assert_non_null(strstr(text, "7;Zoe;Zander;"));
    assert_null(strstr(text, "Berg"));
    g_unlink(result->refused_file);
}

static void import_run__refuses_one_row__when_its_number_is_too_long(void **state)
{
    const Fixture *fixture = *state;
    people_furnish(fixture->db);
    g_autofree char *nines = g_strnfill(101, '9');
    g_autofree char *list =
        g_strdup_printf("Nr;Name\n1;Anna Ott\n%s;Berta Lang\n3;Cora Kurz\n", nines);
    g_autoptr(ImportResult) result = take_over(fixture, list);
    expect_counts(result, 2, 0, 0, 1, 0);
    assert_int_equal(note(result->refused, 0)->line, 3);
    g_unlink(result->refused_file);
}

static void import_run__reads_days__in_the_order_the_column_shows(void **state)
{
    const Fixture *fixture = *state;
    people_furnish(fixture->db);
    g_autoptr(ImportResult) result = take_over(fixture, "Our customers\n\n"
                                                        "First Name,Last Name,Birthday\n"
                                                        "Ann,Lee,3/5/1956\n"
                                                        "Bob,Ray,12/25/1970\n");
    expect_counts(result, 2, 0, 0, 0, 0);
    assert_int_equal(people_number(fixture->db,
                                   "SELECT COUNT(*) FROM occasion WHERE month = 3 AND day = 5",
                                   DB_NO_VALUES),
                     1);
}

static void import_run__adds_partners_birthdays__once(void **state)
{
    const Fixture *fixture = *state;
    people_furnish(fixture->db);
    static const char list[] = "Nr;Nachname;Vorname;Partner\n1;Ott;Renate;Kurt (3.5.1954)\n";
    g_autoptr(ImportResult) first = take_over(fixture, list);
    expect_counts(first, 1, 0, 0, 0, 0);
    assert_int_equal(people_number(fixture->db, "SELECT COUNT(*) FROM relation", DB_NO_VALUES), 1);
    assert_int_equal(people_number(fixture->db,
                                   "SELECT COUNT(*) FROM occasion WHERE relation_id IS NOT NULL",
                                   DB_NO_VALUES),
                     1);
    people_expect_sound(fixture->db);
}

static bool stop_at_ten(guint64 done, guint64 total, guint records, gpointer data)
{
    (void)data;
    assert_true(done <= total);
    return records < 10;
}

static void import_run__leaves_everything__when_cancelled_tried_or_not_understood(void **state)
{
    const Fixture *fixture = *state;
    people_furnish(fixture->db);
    g_autofree char *before = people_dump(fixture->db);
    g_autofree char *path =
        g_build_filename(getenv("top_srcdir"), "tests", "fixtures", "stammkunden-cp1252.csv", NULL);
    g_autofree char *strange = list_with(fixture, "Farbe;Form\nrot;rund\n");
    const struct {
        ImportPlan plan;
        ImportProgress progress;
        int fault; /* -1: none */
    } cases[] = {
        {{.path = path, .today = today}, stop_at_ten, FAULT_CANCELLED},
        {{.path = path, .today = today, .dry_run = true}, NULL, -1},
        {{.path = strange, .today = today}, NULL, FAULT_REFUSED},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        const Who who = people_who(0);
        g_autoptr(ImportResult) result =
            import_run(fixture->db, &cases[i].plan, &who, cases[i].progress, NULL, &error);
        if (cases[i].fault >= 0) {
            assert_null(result);
            expect_fault(error, cases[i].fault);
        } else {
            expect_done(result != NULL, error);
            assert_int_equal(result->added, 400);
            assert_int_equal(result->deed_id, 0);
        }
        g_autofree char *after = people_dump(fixture->db);
        assert_string_equal(after, before);
    }
}

static bool refuse_where_nothing_can_be_written(gpointer data)
{
    const Fixture *fixture = data;
    g_autoptr(GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp("tresen-spare-XXXXXX", NULL);
    g_autofree char *list = g_build_filename(fixture->folder, "kunden.csv", NULL);
    g_autofree char *spare = g_build_filename(folder, "state", NULL);
    Fixture *other = fixture_sqlite();
    people_furnish(other->db);
    const ImportPlan plan = {.path = list, .today = today, .spare_folder = spare};
    const Who who = people_who(0);
    g_autoptr(ImportResult) result = import_run(other->db, &plan, &who, NULL, NULL, &error);
    bool good = result != NULL && result->refused_file != NULL &&
                g_str_has_prefix(result->refused_file, spare);
    fixture_free(other);
    if (good) {
        g_unlink(result->refused_file);
    }
    g_rmdir(spare);
    g_rmdir(folder);
    return good;
}

static void import_run__puts_refused_rows_elsewhere__when_the_folder_cannot_be_written(void **state)
{
    Fixture *fixture = *state;
    g_autofree char *path = list_with(fixture, "Nr;Nachname\n1;Ott\n2;\n");
    assert_int_equal(g_chmod(path, 0644), 0);
    assert_int_equal(g_chmod(fixture->folder, 0555), 0);
    g_clear_pointer(&fixture->db, db_close);
    bool good = place_as_somebody(refuse_where_nothing_can_be_written, fixture);
    assert_int_equal(g_chmod(fixture->folder, 0755), 0);
    assert_true(good);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(import_run__takes_all__of_a_hand_kept_list),
        cmocka_unit_test(import_run__adds_what_is_new__and_overwrites_nothing),
        cmocka_unit_test(import_run__warns__where_the_list_says_something_else),
        cmocka_unit_test(import_run__refuses_rows__with_line_and_reason_beside_the_list),
        cmocka_unit_test(import_run__refuses_one_row__when_its_number_is_too_long),
        cmocka_unit_test(import_run__reads_days__in_the_order_the_column_shows),
        cmocka_unit_test(import_run__adds_partners_birthdays__once),
        cmocka_unit_test(import_run__leaves_everything__when_cancelled_tried_or_not_understood),
        cmocka_unit_test(
            import_run__puts_refused_rows_elsewhere__when_the_folder_cannot_be_written),
    };
    return fixture_for_each_engine("import", tests, G_N_ELEMENTS(tests));
}
