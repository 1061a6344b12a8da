/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lost customers: the form on the card, and the list with who may be lost on top. */
#include "tests/tui/desk.h"

#include "data/diary/loss.h"
#include "data/diary/lossreason.h"
#include "data/diary/visit.h"
#include "tests/data/people.h"
#include "tui/screens/card.h"
#include "tui/screens/home.h"
#include "tui/screens/loss.h"
#include "tui/screens/losses.h"

#include <string.h>

static const Day today = {2026, 11, 21};

static Db *db_of(const Desk *desk)
{
    return desk->emma->shop->db;
}

/* Eight visits of 12.50 every RHYTHM days, the last one AWAY days ago. */
static void come(const Desk *desk, const char *number, int rhythm, int away)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db_of(desk));
    for (int i = 0; i < 8; i++) {
        g_autofree char *day = day_to_text(day_plus(today, -away - i * rhythm));
        Visit *visit = record_new(&visit_type);
        visit->customer_id = emma_customer(desk->emma, number);
        visit->amount = 1250;
        record_set_text(&visit->kind, "visit");
        record_set_text(&visit->channel, "counter");
        record_set_text(&visit->day, day);
        expect_done(record_insert(deed, visit, &error), error);
        record_free(visit);
    }
    people_commit(deed);
}

static void lose(const Desk *desk, const char *number, const char *how, const char *ask_day)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db_of(desk));
    Loss *loss = record_new(&loss_type);
    loss->customer_id = emma_customer(desk->emma, number);
    record_set_text(&loss->day, "2026-11-02");
    record_set_text(&loss->how, how);
    record_set_text(&loss->ask_day, ask_day);
    expect_done(loss_save(deed, loss, today, &error), error);
    record_free(loss);
    people_commit(deed);
}

static Loss *current(const Desk *desk, const char *number)
{
    g_autoptr(GError) error = NULL;
    Loss *loss = NULL;
    expect_done(loss_current(db_of(desk), emma_customer(desk->emma, number), &loss, &error), error);
    return loss;
}

static void open_card(Desk *desk, const char *number)
{
    const CardArg arg = {emma_customer(desk->emma, number)};
    desk_open(desk, &screen_card, &arg);
}

static const char *code_of(const Desk *desk, gint64 id)
{
    g_autoptr(GPtrArray) reasons = wordlist_all(db_of(desk), &loss_reasons, NULL);
    const LossReason *reason = wordlist_by_id(reasons, id);
    return reason != NULL ? g_intern_string(reason->code) : "";
}

static void loss__is_noted_on_the_card__with_what_is_likely(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    come(desk, "1009", 9, 60);
    open_card(desk, "1009");
    harness_press(desk->harness, "l");
    assert_string_equal(desk_top(desk), "loss");
    harness_press(desk->harness, "Tab Tab");
    harness_type(desk->harness, "too exp");
    harness_golden(desk->harness, "loss");
    harness_press(desk->harness, "Tab");
    harness_type(desk->harness, "unfriendly");
    harness_press(desk->harness, "Tab");
    harness_type(desk->harness, "Café Nord");
    harness_press(desk->harness, "Tab Tab l Tab");
    harness_type(desk->harness, "freitag");
    harness_press(desk->harness, "F4");
    assert_string_equal(desk_top(desk), "card");
    Loss *loss = current(desk, "1009");
    assert_non_null(loss);
    assert_string_equal(loss->how, "stays_away");
    assert_string_equal(loss->day, "2026-11-21");
    assert_string_equal(code_of(desk, loss->reason_id), "price");
    assert_string_equal(code_of(desk, loss->real_reason_id), "unfriendly");
    assert_string_equal(loss->competitor, "Café Nord");
    assert_int_equal(loss->value, 10000);
    assert_string_equal(loss->ask_day, "2026-11-27");
    assert_true(loss->clerk_id != 0);
    record_free(loss);
    harness_press(desk->harness, "Ctrl-Z");
    assert_null(current(desk, "1009"));
}

static void loss__asks_for_nothing_more__of_somebody_who_has_died(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    open_card(desk, "1001");
    harness_expect(desk->harness, "Birthday today");
    harness_press(desk->harness, "l d");
    harness_golden(desk->harness, "loss-died");
    assert_false(harness_shows(desk->harness, "They say"));
    harness_press(desk->harness, "F4");
    Loss *loss = current(desk, "1001");
    assert_true(loss_is_death(loss));
    record_free(loss);
    assert_false(harness_shows(desk->harness, "Birthday"));
    assert_false(harness_shows(desk->harness, "Promise"));
    harness_press(desk->harness, "m");
    assert_string_equal(desk_top(desk), "card");
    harness_golden(desk->harness, "card-died");
    harness_press(desk->harness, "Ctrl-Z");
    harness_expect(desk->harness, "Birthday today");
}

static void loss__keeps_birthdays_silent__on_home_and_in_matches(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_home, NULL);
    harness_expect(desk->harness, "Hilde Wagner");
    harness_expect(desk->harness, "Lina von gegenüber");
    lose(desk, "1001", "died", NULL);
    lose(desk, "1002", "says", NULL);
    app_refresh(harness_app(desk->harness));
    harness_settle(desk->harness);
    assert_false(harness_shows(desk->harness, "Hilde Wagner"));
    assert_false(harness_shows(desk->harness, "Lina von gegenüber"));
    harness_type(desk->harness, "hilde");
    harness_expect(desk->harness, "Wagner, Hilde");
    assert_false(harness_shows(desk->harness, "★"));
}

static void loss__lists_the_reasons__for_the_field_that_listens(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    const LossArg arg = {.customer_id = emma_customer(desk->emma, "1003")};
    desk_open(desk, &screen_loss, &arg);
    harness_press(desk->harness, "Tab Tab Tab F3");
    harness_expect(desk->harness, "Too expensive (with us)");
    harness_press(desk->harness, "Down Enter");
    harness_expect(desk->harness, "Quality");
    harness_press(desk->harness, "Shift-Tab");
    harness_type(desk->harness, "gibberish");
    harness_press(desk->harness, "F4");
    harness_expect(desk->harness, "Not a reason of the list.");
    harness_press(desk->harness, "Ctrl-U F4");
    Loss *loss = current(desk, "1003");
    assert_non_null(loss);
    assert_int_equal(loss->reason_id, 0);
    assert_string_equal(code_of(desk, loss->real_reason_id), "quality");
    record_free(loss);
}

static void loss__says_that_they_came_back(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    lose(desk, "1003", "says", NULL);
    open_card(desk, "1003");
    harness_press(desk->harness, "l");
    harness_press(desk->harness, "F6");
    assert_string_equal(desk_top(desk), "card");
    assert_null(current(desk, "1003"));
    harness_press(desk->harness, "Ctrl-Z");
    Loss *loss = current(desk, "1003");
    assert_non_null(loss);
    record_free(loss);
}

static void loss__asks_before_typed_words_are_lost(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    const LossArg arg = {.customer_id = emma_customer(desk->emma, "1003")};
    desk_open(desk, &screen_loss, &arg);
    harness_press(desk->harness, "m Esc");
    assert_string_equal(desk_top(desk), "confirm");
    harness_press(desk->harness, "Esc s Esc");
    assert_string_equal(desk_top(desk), "opener");
    assert_null(current(desk, "1003"));
}

static void losses__shows_who_may_be_lost_on_top__and_marks_with_one_key(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    come(desk, "1009", 9, 31);
    come(desk, "1010", 7, 60);
    lose(desk, "1003", "moved", NULL);
    lose(desk, "1004", "says", "2026-11-20");
    lose(desk, "1001", "died", NULL);
    desk_open(desk, &screen_losses, NULL);
    harness_golden(desk->harness, "losses");
    harness_expect(desk->harness, "usually every 9 days, 31 days not here");
    harness_press(desk->harness, "Down");
    harness_press(desk->harness, "l");
    harness_expect(desk->harness, "Marked as lost: ");
    Loss *loss = current(desk, "1009");
    assert_non_null(loss);
    assert_int_equal(loss->value, 10000);
    record_free(loss);
    assert_false(harness_shows(desk->harness, "usually every 9 days"));
    harness_press(desk->harness, "Ctrl-Z");
    assert_null(current(desk, "1009"));
    harness_expect(desk->harness, "usually every 9 days");
}

static void losses__filters__and_notes_who_came_back(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    lose(desk, "1003", "moved", NULL);
    lose(desk, "1004", "says", "2026-11-20");
    lose(desk, "1001", "died", NULL);
    desk_open(desk, &screen_losses, NULL);
    assert_false(harness_shows(desk->harness, "Wagner, Hilde"));
    harness_press(desk->harness, "Tab");
    harness_expect(desk->harness, "ask until 20 Nov");
    assert_false(harness_shows(desk->harness, "Ott, Kurt"));
    harness_press(desk->harness, "b");
    harness_expect(desk->harness, "Back again: Ott, Renate.");
    assert_null(current(desk, "1004"));
    harness_press(desk->harness, "Tab");
    harness_expect(desk->harness, "Ott, Renate");
    harness_press(desk->harness, "Tab");
    harness_expect(desk->harness, "Wagner, Hilde");
    harness_press(desk->harness, "b");
    Loss *loss = current(desk, "1001");
    assert_non_null(loss);
    record_free(loss);
    harness_press(desk->harness, "Tab");
    harness_expect(desk->harness, "Ott, Kurt");
    harness_press(desk->harness, "e");
    assert_string_equal(desk_top(desk), "loss");
    harness_press(desk->harness, "Esc Enter");
    assert_string_equal(desk_top(desk), "card");
}

static void losses__opens_from_home__with_its_key(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_home, NULL);
    harness_press(desk->harness, "Alt-g");
    assert_string_equal(desk_top(desk), "losses");
    harness_expect(desk->harness, "Nobody is lost");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(loss__is_noted_on_the_card__with_what_is_likely),
        cmocka_unit_test(loss__asks_for_nothing_more__of_somebody_who_has_died),
        cmocka_unit_test(loss__keeps_birthdays_silent__on_home_and_in_matches),
        cmocka_unit_test(loss__lists_the_reasons__for_the_field_that_listens),
        cmocka_unit_test(loss__says_that_they_came_back),
        cmocka_unit_test(loss__asks_before_typed_words_are_lost),
        cmocka_unit_test(losses__shows_who_may_be_lost_on_top__and_marks_with_one_key),
        cmocka_unit_test(losses__filters__and_notes_who_came_back),
        cmocka_unit_test(losses__opens_from_home__with_its_key),
    };
    return cmocka_run_group_tests_name("loss", tests, NULL, NULL);
}
