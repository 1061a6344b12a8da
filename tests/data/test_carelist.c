/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is due to be contacted, in which order; the check and the making anew. */
#include "data/agenda/quiet.h"
#include "data/base/fault.h"
#include "data/db/seal.h"
#include "tests/data/careshop.h"

static const Moment late = {{2027, 3, 2}, 600}; /* a Tuesday, when everybody is due */

static Db *shop(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    return db;
}

/* The ids of those who are due, as "3 1 +2": at last how many there are besides. */
static char *due(Db *db, Moment now, gint64 clerk_id, guint limit)
{
    g_autoptr(GError) error = NULL;
    gint64 more = 0;
    const ReminderFor who = {.clerk_id = clerk_id};
    g_autoptr(GPtrArray) list = care_list_due(db, now, &who, limit, &more, &error);
    expect_done(list != NULL, error);
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < list->len; i++) {
        const CareItem *item = g_ptr_array_index(list, i);
        g_string_append_printf(text, "%d ", (int)item->customer->head.id);
    }
    g_string_append_printf(text, "+%d", (int)more);
    return g_string_free(text, FALSE);
}

static void expect_due(Db *db, Moment now, gint64 clerk_id, guint limit, const char *expected)
{
    g_autofree char *text = due(db, now, clerk_id, limit);
    assert_string_equal(text, expected);
}

static void look_after(Db *db, gint64 customer_id, gint64 clerk_id)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    Customer *customer = record_load(db, &customer_type, customer_id, &error);
    customer->clerk_id = clerk_id;
    expect_done(record_update(deed, customer, &error), error);
    record_free(customer);
    people_commit(deed);
}

static void care_list_due__sorts__by_class_then_day(void **state)
{
    Db *db = shop(state);
    gint64 c = careshop_add(db, "C"), a2 = careshop_add(db, "A"), b = careshop_add(db, "B");
    gint64 a1 = careshop_add(db, "A"), none = careshop_add(db, NULL);
    careshop_plan(db, "A", 0, "phone", 1, "month");
    careshop_plan(db, "A", 0, "email", 1, "month");
    careshop_plan(db, "B", 0, "phone", 1, "month");
    careshop_plan(db, "C", 0, "phone", 1, "month");
    careshop_plan(db, NULL, none, "phone", 1, "month");
    careshop_contact(db, a1, "2026-05-01", "out", "phone", NULL);
    careshop_contact(db, a2, "2026-07-01", "out", "phone", NULL);
    g_autofree char *all =
        g_strdup_printf("%d %d %d %d %d +0", (int)a1, (int)a2, (int)b, (int)c, (int)none);
    g_autofree char *two = g_strdup_printf("%d %d +3", (int)a1, (int)a2);
    g_autofree char *nobody = g_strdup("+0");
    expect_due(db, late, 0, 9, all);
    expect_due(db, late, 0, 2, two);
    expect_due(db, (Moment){{2026, 2, 1}, 600}, 0, 9, nobody);
}

static void care_list_due__leaves_out__who_has_a_quiet_time_now(void **state)
{
    Db *db = shop(state);
    gint64 a = careshop_add(db, "A"), b = careshop_add(db, "B");
    careshop_plan(db, "A", 0, "phone", 1, "month");
    careshop_plan(db, "B", 0, "phone", 1, "month");
    careshop_quiet(db, a, "Mo-Fr 9-11");
    careshop_quiet(db, b, "Dezember");
    g_autofree char *only_b = g_strdup_printf("%d +0", (int)b);
    g_autofree char *both = g_strdup_printf("%d %d +0", (int)a, (int)b);
    g_autofree char *only_a = g_strdup_printf("%d +0", (int)a);
    expect_due(db, late, 0, 9, only_b);
    expect_due(db, (Moment){late.day, 660}, 0, 9, both);
    expect_due(db, (Moment){{2027, 12, 2}, 660}, 0, 9, only_a);
}

static void care_list_due__asks__who_looks_after_them(void **state)
{
    Db *db = shop(state);
    gint64 jana = people_add_clerk(db, "Jana"), emma = people_add_clerk(db, "Emma");
    gint64 a = careshop_add(db, "A"), b = careshop_add(db, "B");
    careshop_plan(db, "A", 0, "phone", 1, "month");
    careshop_plan(db, "B", 0, "phone", 1, "month");
    look_after(db, a, jana);
    g_autofree char *both = g_strdup_printf("%d %d +0", (int)a, (int)b);
    g_autofree char *only_b = g_strdup_printf("%d +0", (int)b);
    expect_due(db, late, jana, 9, both);
    expect_due(db, late, emma, 9, only_b);
    expect_due(db, late, 0, 9, both);
    people_expect_sound(db);
}

/* Whom nobody may call or write to is talked to when they come: the card says so, not the list. */
static void care_list_due__leaves_out__talks_at_the_next_visit(void **state)
{
    static const Person ott = {.given = "Anna", .family = "Ott"};
    Db *db = shop(state);
    gint64 id = people_add(db, &ott);
    careshop_plan(db, NULL, id, NULL, 1, "month");
    careshop_expect_ways(db, id, "counter");
    expect_due(db, late, 0, 9, "+0");
}

static void care_list_of__tells__the_last_contact(void **state)
{
    Db *db = shop(state);
    g_autoptr(GError) error = NULL;
    gint64 id = careshop_add(db, "A");
    careshop_plan(db, "A", 0, "phone", 1, "month");
    careshop_contact(db, id, "2026-05-01", "in", "counter", NULL);
    careshop_contact(db, id, "2026-05-09", "out", "newsletter", NULL);
    g_autoptr(GPtrArray) list = care_list_of(db, id, &error);
    assert_int_equal(list->len, 1);
    const CareItem *item = g_ptr_array_index(list, 0);
    assert_string_equal(item->last_day, "2026-05-01");
    assert_string_equal(item->channel, "phone");
    assert_string_equal(item->plan->class, "A");
    assert_int_equal(item->customer->head.id, id);
}

/* ---- check ---- */

/* Damages the table by SQL and expects that the check sees it and the rebuilding mends it. */
static void expect_mended(Db *db, const char *sql)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
    expect_done(db_run(db, sql, DB_NO_VALUES, NULL, &error), error);
    expect_done(care_check(db, NULL, NULL, findings, &error), error);
    assert_int_equal(findings->len, 1);
    expect_done(care_rebuild(db, NULL, NULL, &error), error);
    /* What SQL writes past the records no seal follows. */
    expect_done(seal_rebuild(db, NULL, NULL, &error), error);
    people_expect_sound(db);
}

static void care_check__sees__what_does_not_fit(void **state)
{
    Db *db = shop(state);
    gint64 id = careshop_add(db, "A");
    careshop_plan(db, "A", 0, "phone", 1, "month");
    careshop_plan(db, NULL, id, "post", 1, "year");
    g_autofree char *before = careshop_next(db, id);
    expect_mended(db, "UPDATE care SET due_day = '2026-01-01'");
    expect_mended(db, "UPDATE care SET plan_id = 99");
    expect_mended(db, "UPDATE care SET place = NULL");
    expect_mended(db, "UPDATE care SET clerk_id = 3");
    expect_mended(db, "UPDATE care SET is_quiet = 1");
    expect_mended(db, "DELETE FROM care");
    expect_mended(db, "DELETE FROM care WHERE channel = 'post'");
    expect_mended(db, "INSERT INTO care (customer_id, channel, plan_id, due_day, clerk_id, "
                      "is_quiet) VALUES (99999, 'phone', 1, '2026-01-01', 0, 0)");
    expect_mended(db, "UPDATE customer SET class = 'B'");
    expect_mended(db, "UPDATE customer SET class = 'A'");
    g_autofree char *after = careshop_next(db, id);
    assert_string_equal(before, after);
}

static bool refuse(guint done, guint total, gpointer data)
{
    (void)done;
    (void)total;
    (void)data;
    return false;
}

static void care_rebuild__leaves_everything__when_broken_off(void **state)
{
    Db *db = shop(state);
    g_autoptr(GError) error = NULL;
    careshop_add(db, "A");
    careshop_plan(db, "A", 0, "phone", 1, "month");
    assert_false(care_rebuild(db, refuse, NULL, &error));
    expect_fault(error, FAULT_CANCELLED);
    people_expect_sound(db);
}

/* ---- by chance ---- */

static void change_something(Db *db, GRand *chance, const gint64 *ids, int count)
{
    static const char *const texts[][4] = {{"A", "B", "C", NULL},
                                           {"close", "known", "distant", NULL},
                                           {"phone", "email", "counter", NULL}};
    static const char *const columns[] = {"class", "closeness", "preferred_channel"};
    static const char *const purposes[] = {"news_email", "news_sms", "news_phone", "news_post"};
    static const char *const states[] = {"given", "refused", "withdrawn"};
    static const char *const ways[] = {"phone", "email", "counter", "newsletter", "post"};
    static const char *const quiets[] = {"Dezember", "Mo-Fr 9-11", "bis 1.8.", "am Wochenende"};
    gint64 id = ids[g_rand_int_range(chance, 0, count)];
    int column = g_rand_int_range(chance, 0, 3);
    g_autofree char *day = g_strdup_printf("2026-%02d-%02d", g_rand_int_range(chance, 3, 7),
                                           g_rand_int_range(chance, 1, 29));
    switch (g_rand_int_range(chance, 0, 6)) {
    case 0:
        careshop_set(db, id, columns[column], texts[column][g_rand_int_range(chance, 0, 4)]);
        break;
    case 1:
        careshop_consent(db, id, purposes[g_rand_int_range(chance, 0, 4)],
                         states[g_rand_int_range(chance, 0, 3)]);
        break;
    case 2:
        careshop_tag(db, id, g_rand_boolean(chance) ? "Verein" : "Chor");
        break;
    case 3:
        careshop_quiet(db, id, quiets[g_rand_int_range(chance, 0, 4)]);
        break;
    default:
        careshop_contact(db, id, day, g_rand_boolean(chance) ? "in" : "out",
                         ways[g_rand_int_range(chance, 0, 5)],
                         g_rand_int_range(chance, 0, 4) == 0 ? "no_more" : NULL);
        break;
    }
}

static void care__is_as_if_made_anew__after_each_of_many_deeds(void **state)
{
    Db *db = shop(state);
    g_autoptr(GError) error = NULL;
    GRand *chance = g_rand_new_with_seed(26);
    gint64 ids[4];
    for (guint i = 0; i < G_N_ELEMENTS(ids); i++) {
        ids[i] = careshop_add(db, i % 2 == 0 ? "A" : NULL);
    }
    careshop_plan(db, "A", 0, NULL, 1, "month");
    careshop_plan(db, "B", 0, "phone", 2, "week");
    careshop_plan(db, "verein", 0, "post", 1, "year");
    careshop_plan(db, "Chor", 0, NULL, 0, "year");
    for (int i = 0; i < 120; i++) {
        g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
        change_something(db, chance, ids, G_N_ELEMENTS(ids));
        if (g_rand_int_range(chance, 0, 4) == 0) {
            people_undo(db, people_last(db, 0));
        }
        expect_done(care_check(db, NULL, NULL, findings, &error), error);
        assert_int_equal(findings->len, 0);
    }
    g_rand_free(chance);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(care_list_due__sorts__by_class_then_day),
        cmocka_unit_test(care_list_due__leaves_out__who_has_a_quiet_time_now),
        cmocka_unit_test(care_list_due__asks__who_looks_after_them),
        cmocka_unit_test(care_list_due__leaves_out__talks_at_the_next_visit),
        cmocka_unit_test(care_list_of__tells__the_last_contact),
        cmocka_unit_test(care_check__sees__what_does_not_fit),
        cmocka_unit_test(care_rebuild__leaves_everything__when_broken_off),
        cmocka_unit_test(care__is_as_if_made_anew__after_each_of_many_deeds),
    };
    return fixture_for_each_engine("carelist", tests, G_N_ELEMENTS(tests));
}
