/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Erasing a customer: what stays, where the rest is not seen, and what can be taken back then. */
#include "data/erase/erase.h"

#include "data/base/fault.h"
#include "data/customer/fact.h"
#include "data/customer/relation.h"
#include "data/customer/tally.h"
#include "data/diary/article.h"
#include "data/diary/feedback.h"
#include "data/diary/loss.h"
#include "data/diary/visit.h"
#include "data/draft.h"
#include "data/list/export.h"
#include "data/lookup/lookup.h"
#include "data/lookup/roster.h"
#include "data/setting.h"
#include "tests/data/people.h"

#include <glib/gstdio.h>
#include <string.h>

static const Person kurt = {.number = "1043", .given = "Kurt", .family = "Wagner"};

static Db *shop(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    return db;
}

/* WORDS may be NULL. */
static void add_visit(Db *db, gint64 customer_id, const char *day, const char *words)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    Visit *visit = record_new(&visit_type);
    visit->customer_id = customer_id;
    record_set_text(&visit->kind, "visit");
    record_set_text(&visit->day, day);
    record_set_text(&visit->channel, "counter");
    record_set_text(&visit->words, words);
    visit->amount = 1250;
    expect_done(record_insert(deed, visit, &error), error);
    record_free(visit);
    people_commit(deed);
}

static gint64 add_fact(Db *db, gint64 customer_id)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    Fact *fact = record_new(&fact_type);
    fact->customer_id = customer_id;
    fact->kind_id = 1;
    record_set_text(&fact->words, "strawberries");
    expect_done(record_insert(deed, fact, &error), error);
    record_free(fact);
    return people_commit(deed);
}

static void erase(Db *db, gint64 customer_id, const char *folder)
{
    g_autoptr(GError) error = NULL;
    const Who who = people_who(0);
    expect_done(erase_customer(db, &who, customer_id, &error) &&
                    (folder == NULL || erased_write(db, folder, &error)),
                error);
    expect_done(erase_clean(db, &error), error);
}

static void remove_card(Db *db, gint64 customer_id)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    expect_done(sheet_remove(deed, customer_id, &error), error);
    people_commit(deed);
}

static void undo_refused(Db *db, gint64 deed, int fault)
{
    g_autoptr(GError) error = NULL;
    const Who who = people_who(0);
    assert_false(deed_undo(db, &who, deed, NULL, &error));
    expect_fault(error, fault);
}

static void erase_customer__leaves_a_rest__that_nobody_sees(void **state)
{
    Db *db = shop(state);
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_build_filename(((Fixture *)*state)->folder, "all.csv", NULL);
    Tally tally = {0};
    gint64 hilde = people_add(db, &people_hilde), id = 0, count = 0;
    people_add(db, &kurt);
    add_visit(db, hilde, "2026-02-03", "for the christening");
    expect_done(tally_count(db, &tally, &error), error);
    erase(db, hilde, NULL);

    expect_done(customer_count(db, &count, &error), error);
    assert_int_equal(count, 1);
    expect_done(tally_get(db, &tally, &count, &error), error);
    assert_int_equal(count, 1);
    g_autofree char *number = g_strdup_printf(" %" G_GINT64_FORMAT, hilde);
    expect_done(customer_find_number(db, number, &id, &error), error);
    assert_int_equal(id, 0);
    g_autoptr(Roster) roster = roster_load(db, &tally, 0, 0, 10, &error);
    expect_done(roster != NULL, error);
    assert_int_equal(roster->entries->len, 1);
    expect_done(export_csv(db, path, &count, &error), error);
    assert_int_equal(count, 1);
    assert_null(sheet_load(db, hilde, &error));
    expect_fault(error, FAULT_MISSING);
    g_clear_error(&error);
    g_autoptr(GPtrArray) away = loss_candidates(db, (Day){2027, 1, 1}, 0, 10, &error);
    expect_done(away != NULL, error);
    assert_int_equal(away->len, 0);
    assert_int_equal(
        people_number(db, "SELECT amount FROM visit WHERE words IS NULL", DB_NO_VALUES), 1250);
    people_expect_sound(db);
}

static void erase_customer__is_missed_by_nobody__after_visits_without_words(void **state)
{
    Db *db = shop(state);
    gint64 id = people_add(db, &kurt);
    for (guint i = 0; i < 6; i++) {
        g_autofree char *day = g_strdup_printf("2026-01-%02u", 1 + 4 * i);
        add_visit(db, id, day, NULL);
    }
    erase(db, id, NULL);
    assert_int_equal(people_number(db, "SELECT COUNT(*) FROM visit_sum WHERE away_from IS NOT NULL",
                                   DB_NO_VALUES),
                     0);
    people_expect_sound(db);
}

static void erase_customer__leaves_no_row__when_no_figure_needs_it(void **state)
{
    Db *db = shop(state);
    gint64 id = people_add(db, &kurt);
    erase(db, id, NULL);
    assert_int_equal(people_number(db, "SELECT COUNT(*) FROM customer", DB_NO_VALUES), 0);
    people_expect_sound(db);
}

static void deed_undo__says_so__when_it_was_only_about_the_erased(void **state)
{
    Db *db = shop(state);
    gint64 id = people_add(db, &people_hilde), other = people_add(db, &kurt);
    gint64 before = add_fact(db, other), noting = add_fact(db, id);
    erase(db, id, NULL);
    undo_refused(db, noting, FAULT_REFUSED);
    assert_int_equal(people_last(db, 0), before);
    people_undo(db, before);
    people_expect_sound(db);
}

static void deed_undo__still_takes_back_the_others__of_one_list(void **state)
{
    Db *db = shop(state);
    Deed *deed = people_begin(db);
    gint64 hilde = people_add_in(deed, &people_hilde);
    people_add_in(deed, &kurt);
    gint64 list = people_commit(deed);
    erase(db, hilde, NULL);
    gint64 back = people_undo(db, list);
    assert_int_equal(people_number(db, "SELECT COUNT(*) FROM customer", DB_NO_VALUES), 0);
    /* Done again, everybody is back but who was erased. */
    people_undo(db, back);
    assert_int_equal(people_number(db, "SELECT COUNT(*) FROM customer WHERE family_name = 'Wagner'",
                                   DB_NO_VALUES),
                     1);
    people_expect_sound(db);
}

static void record_insert__is_refused__for_somebody_who_was_erased_meanwhile(void **state)
{
    Db *db = shop(state);
    g_autoptr(GError) error = NULL;
    gint64 id = people_add(db, &people_hilde);
    add_visit(db, id, "2026-02-03", "for the christening");
    erase(db, id, NULL);
    g_autoptr(Deed) deed = people_begin(db);
    Fact *fact = record_new(&fact_type);
    fact->customer_id = id;
    fact->kind_id = 1;
    record_set_text(&fact->words, "likes marzipan");
    assert_false(record_insert(deed, fact, &error));
    expect_fault(error, FAULT_MISSING);
    record_free(fact);
}

/* Somebody says something of the article. */
static void add_feedback(Db *db, gint64 customer_id, const char *name)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    Feedback *feedback = record_new(&feedback_type);
    feedback->customer_id = customer_id;
    record_set_text(&feedback->day, "2026-02-03");
    record_set_text(&feedback->kind, "praise");
    record_set_text(&feedback->words, "very good");
    expect_done(article_named(deed, name, &feedback->article_id, &error) &&
                    record_insert(deed, feedback, &error),
                error);
    record_free(feedback);
    people_commit(deed);
}

static gint64 count_articles(Db *db, const char *name)
{
    return people_number(db, "SELECT COUNT(*) FROM article WHERE name = $1",
                         DB_VALUES(db_text(name)));
}

static void erase_customer__leaves_goods_their_name__when_others_speak_of_them(void **state)
{
    Db *db = shop(state);
    gint64 id = people_add(db, &kurt), other = people_add(db, &people_hilde);
    add_feedback(db, id, "Kurt cake");
    add_feedback(db, id, "Wagner roll");
    add_feedback(db, other, "Wagner roll");
    erase(db, id, NULL);
    assert_int_equal(count_articles(db, "Kurt cake"), 0);
    assert_int_equal(count_articles(db, "Wagner roll"), 1);
}

static void draft_save__keeps_no_word__of_somebody_who_was_erased_meanwhile(void **state)
{
    Db *db = shop(state);
    g_autoptr(GError) error = NULL;
    gint64 id = people_add(db, &people_hilde);
    g_autoptr(Draft) draft = draft_new();
    draft_set(&draft->uid, "a-form-that-is-open");
    draft_set(&draft->counter, "till");
    draft_set(&draft->run, "1");
    draft_set(&draft->screen, "edit");
    draft_set(&draft->title, "Hilde");
    draft->subject_id = id;
    g_strlcpy(draft->saved_at, FIXTURE_NOW, sizeof draft->saved_at);
    draft_put(draft, "family_name", "Wagner", "");
    expect_done(draft_save(db, draft, &error), error);
    assert_int_equal(people_number(db, "SELECT COUNT(*) FROM draft", DB_NO_VALUES), 1);
    erase(db, id, NULL);
    expect_done(draft_save(db, draft, &error), error);
    assert_int_equal(people_number(db, "SELECT COUNT(*) FROM draft", DB_NO_VALUES), 0);
}

static void erase_clean_up__goes_on__where_the_list_cannot_be_written(void **state)
{
    Db *db = shop(state);
    const Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    g_autofree char *spare = g_build_filename(fixture->folder, "spare", NULL);
    g_autofree char *refused = g_build_filename(spare, "refused.csv", NULL);
    g_autofree char *folder = g_build_filename(refused, "no-folder", NULL);
    g_autofree char *text = NULL;
    gint64 id = people_add(db, &kurt);
    g_mkdir(spare, 0700);
    assert_true(g_file_set_contents(refused, "name\nKurt Wagner\nAnna Ott\n", -1, NULL));
    g_autoptr(EraseView) view = erase_look(db, id, &error);
    erase(db, id, NULL);
    assert_false(erase_clean_up(db, view, folder, spare, &error));
    assert_non_null(strstr(error->message, "erased-"));
    assert_true(g_file_get_contents(refused, &text, NULL, NULL));
    assert_string_equal(text, "name\nAnna Ott\n");
    g_autofree char *owed = NULL;
    g_clear_error(&error);
    expect_done(setting_get(db, SETTING_ERASE_OWED, NULL, &owed, &error), error);
    assert_null(owed);
}

static void erase_customer__reaches_into_the_bin(void **state)
{
    Db *db = shop(state);
    g_autoptr(GError) error = NULL;
    gint64 id = people_add(db, &kurt), found = 0;
    remove_card(db, id);
    expect_done(erase_find(db, kurt.number, &found, &error), error);
    assert_int_equal(found, id);
    g_autoptr(EraseView) view = erase_look(db, id, &error);
    expect_done(view != NULL, error);
    assert_true(view->in_bin);
    erase(db, id, NULL);
    assert_int_equal(
        people_number(db, "SELECT COUNT(*) FROM change WHERE before IS NOT NULL", DB_NO_VALUES), 0);
    assert_false(erase_find(db, kurt.number, &found, &error));
    expect_fault(error, FAULT_MISSING);
}

static void erase_look__names_other_cards__and_what_goes(void **state)
{
    Db *db = shop(state);
    g_autoptr(GError) error = NULL;
    const Person friend = {
        .number = "7", .given = "Eva", .family = "Ott", .facts = "likes: what Kurt Wagner bakes"};
    gint64 id = people_add(db, &kurt);
    people_add(db, &friend);
    add_visit(db, id, "2026-02-03", "for the christening");
    add_fact(db, id);
    g_autoptr(EraseView) view = erase_look(db, id, &error);
    expect_done(view != NULL, error);
    assert_int_equal(view->others->len, 1);
    assert_string_equal(g_ptr_array_index(view->others, 0), "Eva Ott, 7");
    assert_string_equal(g_array_index(view->goes, EraseCount, 0).label, "Notes");
    assert_int_equal(g_array_index(view->stays, EraseCount, 0).count, 1);
}

static void erase_catch_up__erases_again__who_came_back(void **state)
{
    Fixture *fixture = *state;
    Db *db = shop(state);
    g_autoptr(GError) error = NULL;
    gint64 id = people_add(db, &kurt);
    g_autofree char *uid = setting_uid(db, &error);
    g_autofree char *path = erased_path(fixture->folder, uid);
    g_autofree char *made = NULL;
    guint count = 9;
    expect_done(db_get_text(db, "SELECT created_at FROM customer", DB_NO_VALUES, &made, &error),
                error);
    g_autofree char *list =
        g_strdup_printf("tresen-erased 1\nnonsense\n%" G_GINT64_FORMAT " %s %s\n999 %s %s\n", id,
                        made, FIXTURE_NOW, made, FIXTURE_NOW);
    assert_true(g_file_set_contents(path, list, -1, NULL));
    expect_done(erase_catch_up(db, fixture->folder, FIXTURE_NOW, &count, &error), error);
    assert_int_equal(count, 1);
    assert_int_equal(people_number(db, "SELECT COUNT(*) FROM customer", DB_NO_VALUES), 0);
    expect_done(erase_catch_up(db, fixture->folder, FIXTURE_NOW, &count, &error), error);
    assert_int_equal(count, 0);
}

static void erased_list__stands_beside_the_backups__without_a_word(void **state)
{
    Fixture *fixture = *state;
    Db *db = shop(state);
    g_autoptr(GError) error = NULL;
    g_autofree char *text = NULL;
    erase(db, people_add(db, &people_hilde), fixture->folder);
    g_autofree char *uid = setting_uid(db, &error);
    g_autofree char *path = erased_path(fixture->folder, uid);
    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    assert_null(strstr(text, people_hilde.family));
    g_autoptr(GArray) entries = erased_read(fixture->folder, uid, &error);
    expect_done(entries != NULL, error);
    assert_int_equal(entries->len, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(erase_customer__leaves_a_rest__that_nobody_sees),
        cmocka_unit_test(erase_customer__is_missed_by_nobody__after_visits_without_words),
        cmocka_unit_test(erase_customer__leaves_no_row__when_no_figure_needs_it),
        cmocka_unit_test(deed_undo__says_so__when_it_was_only_about_the_erased),
        cmocka_unit_test(deed_undo__still_takes_back_the_others__of_one_list),
        cmocka_unit_test(record_insert__is_refused__for_somebody_who_was_erased_meanwhile),
        cmocka_unit_test(erase_customer__leaves_goods_their_name__when_others_speak_of_them),
        cmocka_unit_test(draft_save__keeps_no_word__of_somebody_who_was_erased_meanwhile),
        cmocka_unit_test(erase_clean_up__goes_on__where_the_list_cannot_be_written),
        cmocka_unit_test(erase_customer__reaches_into_the_bin),
        cmocka_unit_test(erase_look__names_other_cards__and_what_goes),
        cmocka_unit_test(erase_catch_up__erases_again__who_came_back),
        cmocka_unit_test(erased_list__stands_beside_the_backups__without_a_word),
    };
    return fixture_for_each_engine("erase", tests, G_N_ELEMENTS(tests));
}
