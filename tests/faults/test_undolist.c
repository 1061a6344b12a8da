/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Promise 15: a list that was taken over is one deed, however long it is: Ctrl-Z once, and the shop
 * is what it was. */
#include "tests/faults/anydeed.h"
#include "tests/faults/scale.h"

#include "data/list/import.h"

enum { ROWS = 1100, ROWS_FULL = 50000, KNOWN = 6 };

/* A list of COUNT customers, of whom the shop knows the first ones: of those it tells something
 * new. */
static char *write_list(const Fixture *fixture, guint count)
{
    g_autoptr(GError) error = NULL;
    char *path = g_build_filename(fixture->folder, "long.csv", NULL);
    GString *text = g_string_new("Number;Last name;First name;Phone;Likes;Birthday\r\n");
    for (guint i = 1; i <= count; i++) {
        g_string_append_printf(text, "%u;%s;Anna;0421 %06u;Tee %u;3.%u.19%02u\r\n", i,
                               i <= KNOWN ? "Ott" : "Müller", i, i % 40, i % 12 + 1, i % 90 + 10);
    }
    expect_done(g_file_set_contents(path, text->str, (gssize)text->len, &error), error);
    g_string_free(text, TRUE);
    return path;
}

static void undo__of_a_long_list__is_one_deed(void **state)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Play) play = play_new(*state, scale_seed());
    Db *db = play->fixture->db;
    guint count = scale(ROWS, ROWS_FULL);
    g_autofree char *before = people_dump(db);
    g_autofree char *path = write_list(play->fixture, count);
    const ImportPlan plan = {.path = path, .today = play->now.day};
    g_autoptr(ImportResult) result = import_run(db, &plan, &play->who, NULL, NULL, &error);
    expect_done(result != NULL, error);
    assert_int_equal(result->added, count - KNOWN);
    assert_int_equal(result->updated, KNOWN);
    const char *verb = NULL;
    gint64 last = 0;
    expect_done(deed_last(db, play->who.clerk_id, &last, &verb, &error), error);
    assert_int_equal(last, result->deed_id);
    gint64 begun = g_get_monotonic_time();
    expect_done(deed_undo(db, &play->who, last, NULL, &error), error);
    double seconds = (double)(g_get_monotonic_time() - begun) / G_USEC_PER_SEC;
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
    people_expect_sound(db);
    scale_tell(15, "a list of %u customers taken back at once in %.1f s", count, seconds);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(undo__of_a_long_list__is_one_deed),
    };
    return fixture_for_each_engine("undolist", tests, G_N_ELEMENTS(tests));
}
