/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two counters that save the same customer: what goes together by itself, what is asked, what is
 * gone. */
#include "tests/tui/conflictstage.h"

#include "data/customer/contact.h"
#include "tests/data/people.h"
#include "tui/screens/conflict.h"
#include "tui/screens/edit.h"

#include <stddef.h>

/* Another counter adds a phone, or takes away the one at the place REMOVED. */
static void phone_elsewhere(const ConflictStage *stage, gint64 customer_id, const char *added,
                            int removed)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Sheet) sheet = conflict_sheet(stage, customer_id);
    if (removed >= 0) {
        Contact *gone = g_ptr_array_index(sheet->contacts, removed);
        record_set_text(&gone->value, NULL);
    }
    if (added != NULL) {
        Contact *phone = sheet_add(sheet, &contact_type);
        record_set_text(&phone->kind, "phone");
        record_set_text(&phone->value, added);
    }
    Deed *deed = conflict_begin(stage);
    expect_done(sheet_save(deed, sheet, &error), error);
    conflict_commit(deed);
}

/* ---- the customer form ---- */

static gint64 open_customer(ConflictStage *stage, const char *number, const char *field)
{
    const EditArg arg = {.customer_id = conflict_customer(stage, number), .field = field};
    conflict_open(stage, &screen_edit, &arg);
    return arg.customer_id;
}

static void customer__goes_together_and_is_saved__where_only_one_side_touched_it(void **state)
{
    g_autoptr(ConflictStage) stage = conflict_stage_new(state);
    gint64 id = open_customer(stage, "1001", NULL);
    harness_type(stage->harness, "gard");
    conflict_change(stage, &customer_type, id, offsetof(Customer, company), "Wagner KG");
    harness_press(stage->harness, "F4");
    assert_true(stage->opener->has_result);
    harness_expect(stage->harness, "Saved, with what Lina B. changed here, too (14:30): Company.");
    g_autoptr(Sheet) sheet = conflict_sheet(stage, id);
    assert_string_equal(sheet->customer->given_name, "Hildegard");
    assert_string_equal(sheet->customer->company, "Wagner KG");
}

static void customer__is_saved_without_a_word__when_both_say_the_same(void **state)
{
    g_autoptr(ConflictStage) stage = conflict_stage_new(state);
    gint64 id = open_customer(stage, "1001", NULL);
    harness_type(stage->harness, "gard");
    conflict_change(stage, &customer_type, id, offsetof(Customer, given_name), "Hildegard");
    harness_press(stage->harness, "F4");
    assert_true(stage->opener->has_result);
    harness_expect(stage->harness, "Nothing was changed.");
}

/* Both changed the first name and the description, the other one the company, too. */
static gint64 open_conflict(ConflictStage *stage)
{
    gint64 id = open_customer(stage, "1001", NULL);
    harness_type(stage->harness, "gard");
    harness_press(stage->harness, "Tab Tab");
    harness_type(stage->harness, "mit dem roten Schirm");
    conflict_change(stage, &customer_type, id, offsetof(Customer, company), "Wagner KG");
    conflict_change(stage, &customer_type, id, offsetof(Customer, given_name), "Brunhilde");
    conflict_change(stage, &customer_type, id, offsetof(Customer, description), "mit Dackel");
    harness_press(stage->harness, "F4");
    assert_string_equal(conflict_top(stage), "conflict");
    return id;
}

static void customer__is_asked_about__where_both_touched_the_same(void **state)
{
    g_autoptr(ConflictStage) stage = conflict_stage_new(state);
    gint64 id = open_conflict(stage);
    harness_golden(stage->harness, "conflict");
    harness_resize(stage->harness, 12, 40);
    harness_golden(stage->harness, "conflict-small");
    harness_press(stage->harness, "Right Enter");
    assert_true(stage->opener->has_result);
    g_autoptr(Sheet) sheet = conflict_sheet(stage, id);
    assert_string_equal(sheet->customer->given_name, "Brunhilde");
    assert_string_equal(sheet->customer->description, "mit Dackel; mit dem roten Schirm");
    assert_string_equal(sheet->customer->company, "Wagner KG");
}

static void conflict__marks_with_keys_and_the_mouse(void **state)
{
    g_autoptr(ConflictStage) stage = conflict_stage_new(state);
    gint64 id = open_conflict(stage);
    /* Of names both make no sense. */
    harness_press(stage->harness, "b Right Left Down Left Up");
    harness_click(stage->harness, 6, 60);
    harness_press(stage->harness, "F4");
    g_autoptr(Sheet) sheet = conflict_sheet(stage, id);
    assert_string_equal(sheet->customer->given_name, "Hildegard");
    assert_string_equal(sheet->customer->description, "mit Dackel");
}

static void conflict__loses_nothing__when_it_is_left(void **state)
{
    g_autoptr(ConflictStage) stage = conflict_stage_new(state);
    gint64 id = open_conflict(stage);
    harness_press(stage->harness, "Esc");
    assert_string_equal(conflict_top(stage), "edit");
    harness_expect(stage->harness, "Nothing is saved yet.");
    harness_expect(stage->harness, "Hildegard");
    harness_expect(stage->harness, "Now stored: Brunhilde");
    harness_press(stage->harness, "F4");
    assert_true(stage->opener->has_result);
    g_autoptr(Sheet) sheet = conflict_sheet(stage, id);
    assert_string_equal(sheet->customer->given_name, "Hildegard");
    assert_string_equal(sheet->customer->company, "Wagner KG");
}

static void conflict__is_asked_again__when_somebody_saves_meanwhile(void **state)
{
    g_autoptr(ConflictStage) stage = conflict_stage_new(state);
    gint64 id = open_conflict(stage);
    conflict_change(stage, &customer_type, id, offsetof(Customer, given_name), "Kriemhild");
    harness_press(stage->harness, "Enter");
    assert_string_equal(conflict_top(stage), "conflict");
    harness_expect(stage->harness, "Kriemhild");
    harness_press(stage->harness, "Right Enter");
    assert_true(stage->opener->has_result);
    g_autoptr(Sheet) sheet = conflict_sheet(stage, id);
    assert_string_equal(sheet->customer->given_name, "Kriemhild");
}

static void conflict__stands__without_anything_to_choose(void **state)
{
    g_autoptr(ConflictStage) stage = conflict_stage_new(state);
    conflict_open(stage, &screen_conflict, NULL);
    harness_press(stage->harness, "Down Right b Up");
    harness_expect(stage->harness, "Somebody else changed this, too. What stays?");
    harness_press(stage->harness, "Enter");
    assert_true(stage->opener->has_returned);
    assert_false(stage->opener->has_result);
}

static void conflict__hides_what_is_private__while_discreet(void **state)
{
    g_autoptr(ConflictStage) stage = conflict_stage_new(state);
    open_conflict(stage);
    app_set_discreet(harness_app(stage->harness), true);
    harness_press(stage->harness, "Down");
    assert_false(harness_shows(stage->harness, "Brunhilde"));
    assert_false(harness_shows(stage->harness, "Hildegard"));
}

static void customer__keeps_all_phones__when_both_add_one(void **state)
{
    g_autoptr(ConflictStage) stage = conflict_stage_new(state);
    gint64 id = open_customer(stage, "1001", "phone1");
    harness_type(stage->harness, "0421 111");
    phone_elsewhere(stage, id, "0421 222", -1);
    harness_press(stage->harness, "F4");
    assert_true(stage->opener->has_result);
    g_autoptr(Sheet) sheet = conflict_sheet(stage, id);
    assert_int_equal(sheet->contacts->len, 4);
    people_expect_sound(stage->fixture->db);

    open_customer(stage, "1001", "phone3");
    harness_type(stage->harness, "0421 333");
    phone_elsewhere(stage, id, "0421 333", -1);
    harness_press(stage->harness, "F4");
    g_autoptr(Sheet) once = conflict_sheet(stage, id);
    assert_int_equal(once->contacts->len, 5);
}

static void customer__is_asked_about__when_a_phone_was_removed_and_changed(void **state)
{
    g_autoptr(ConflictStage) stage = conflict_stage_new(state);
    gint64 id = open_customer(stage, "1001", "phone0");
    harness_press(stage->harness, "End");
    harness_type(stage->harness, "9");
    phone_elsewhere(stage, id, NULL, 0);
    harness_press(stage->harness, "F4");
    assert_string_equal(conflict_top(stage), "conflict");
    harness_expect(stage->harness, "(empty)");
    harness_press(stage->harness, "Enter");
    assert_true(stage->opener->has_result);
    g_autoptr(Sheet) sheet = conflict_sheet(stage, id);
    assert_int_equal(sheet->contacts->len, 2);
}

/* ---- what was removed ---- */

static void customer__is_brought_back__when_somebody_removed_the_card(void **state)
{
    g_autoptr(ConflictStage) stage = conflict_stage_new(state);
    gint64 id = open_customer(stage, "1001", NULL);
    harness_type(stage->harness, "gard");
    conflict_remove(stage, &customer_type, id);
    harness_press(stage->harness, "F4");
    harness_golden(stage->harness, "conflict-removed");
    harness_press(stage->harness, "Enter");
    assert_true(stage->opener->has_result);
    g_autoptr(Sheet) sheet = conflict_sheet(stage, id);
    assert_string_equal(sheet->customer->given_name, "Hildegard");
    assert_int_equal(sheet->facts->len, 8);
    people_expect_sound(stage->fixture->db);
}

static void customer__keeps_what_is_typed__when_the_card_stays_removed(void **state)
{
    g_autoptr(ConflictStage) stage = conflict_stage_new(state);
    gint64 id = open_customer(stage, "1001", NULL);
    harness_type(stage->harness, "gard");
    conflict_remove(stage, &customer_type, id);
    conflict_refresh(stage);
    harness_press(stage->harness, "F4");
    harness_press(stage->harness, "Esc");
    assert_string_equal(conflict_top(stage), "edit");
    harness_expect(stage->harness, "Hildegard");
    assert_false(conflict_has(stage, &customer_type, id));
}

int main(void)
{
    g_setenv("TZ", "Europe/Berlin", TRUE);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(customer__goes_together_and_is_saved__where_only_one_side_touched_it),
        cmocka_unit_test(customer__is_saved_without_a_word__when_both_say_the_same),
        cmocka_unit_test(customer__is_asked_about__where_both_touched_the_same),
        cmocka_unit_test(conflict__marks_with_keys_and_the_mouse),
        cmocka_unit_test(conflict__loses_nothing__when_it_is_left),
        cmocka_unit_test(conflict__is_asked_again__when_somebody_saves_meanwhile),
        cmocka_unit_test(conflict__stands__without_anything_to_choose),
        cmocka_unit_test(conflict__hides_what_is_private__while_discreet),
        cmocka_unit_test(customer__keeps_all_phones__when_both_add_one),
        cmocka_unit_test(customer__is_asked_about__when_a_phone_was_removed_and_changed),
        cmocka_unit_test(customer__is_brought_back__when_somebody_removed_the_card),
        cmocka_unit_test(customer__keeps_what_is_typed__when_the_card_stays_removed),
    };
    return fixture_for_each_engine("conflict", tests, G_N_ELEMENTS(tests));
}
