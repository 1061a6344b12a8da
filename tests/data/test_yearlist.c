/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The yearly days of a whole year, as text for paper. */
#include "tests/data/people.h"

#include "data/base/fault.h"
#include "data/list/yearlist.h"

#include <string.h>

static const Person people[] = {
    {.number = "1042",
     .given = "Hilde",
     .family = "Wagner",
     .birthday = "1957-05-03",
     .partner = "Kurt",
     .partner_birthday = "--12-31"},
    {.number = "2", .given = "Lea", .family = "Sprung", .birthday = "2004-02-29"},
    {.number = "3", .given = "Nur", .family = "Monat", .birthday = "1990-05"},
    {.number = "4", .description = "Mann mit Dackel", .birthday = "1956"},
    {.number = "12345678901",
     .given = "Maximiliane Theodora Franziska",
     .family = "von und zu Ohnehin-Langenau",
     .birthday = "1926-05-03"},
};

static void add_people(Db *db)
{
    people_add_all(db, people, G_N_ELEMENTS(people));
}

static YearList *load(Db *db, int year)
{
    g_autoptr(GError) error = NULL;
    YearList *list = year_list_load(db, year, NULL, &error);
    expect_done(list != NULL, error);
    return list;
}

static void year_list_text__is_for_paper(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    add_people(db);
    g_autoptr(YearList) list = load(db, 2027);
    g_autofree char *title = year_list_title(list, NULL, "Konditorei Emma");
    g_autofree char *text = year_list_text(list, title);
    assert_string_equal(
        text, "Konditorei Emma · Birthdays and other days 2027\n"
              "\n"
              "February\n"
              "  Sun 28 Feb  Lea Sprung                              2         turns 23\n"
              "\n"
              "May\n"
              "  Mon 3 May   Hilde Wagner                            1042      turns 70!\n"
              "  Mon 3 May   Maximiliane Theodora Franziska von un…  1234567…  turns 101\n"
              "\n"
              "December\n"
              "  Fri 31 Dec  Kurt (with Hilde Wagner)                1042\n"
              "\n"
              "The day is not known\n"
              "  May         Nur Monat                               3         turns 37\n");
}

static void year_list_load__has_what_a_year_has(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    add_people(db);
    g_autoptr(YearList) before = load(db, 1980), leap = load(db, 2028);
    assert_int_equal(before->days->len, 3);
    assert_int_equal(before->someday->len, 0);
    const Due *first = g_ptr_array_index(leap->days, 0);
    assert_int_equal(first->kept.day, 29);
    g_autoptr(GError) error = NULL;
    g_autoptr(YearList) weddings = year_list_load(db, 2027, "wedding", &error);
    expect_done(weddings != NULL, error);
    assert_int_equal(weddings->days->len + weddings->someday->len, 0);
    g_autofree char *title = year_list_title(weddings, "birthday", "");
    assert_string_equal(title, "Birthdays 2027");
}

static void year_list_write__writes_all__or_leaves_the_file(void **state)
{
    const Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_build_filename(fixture->folder, "year.txt", NULL), *text = NULL;
    gint64 count = 0;
    add_people(fixture->db);
    expect_done(year_list_write(fixture->db, 2027, NULL, "", path, &count, &error), error);
    expect_done(g_file_get_contents(path, &text, NULL, &error), error);
    assert_int_equal(count, 5);
    assert_true(g_str_has_prefix(text, "Birthdays and other days 2027\n\nFebruary\n"));
    g_autofree char *nowhere = g_build_filename(fixture->folder, "no", "year.txt", NULL);
    assert_false(year_list_write(fixture->db, 2027, NULL, "", nowhere, &count, &error));
    expect_fault(error, FAULT_REFUSED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(year_list_text__is_for_paper),
        cmocka_unit_test(year_list_load__has_what_a_year_has),
        cmocka_unit_test(year_list_write__writes_all__or_leaves_the_file),
    };
    return fixture_for_each_engine("yearlist", tests, G_N_ELEMENTS(tests));
}
