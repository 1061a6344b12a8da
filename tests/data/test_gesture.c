/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done for a birthday, by how close somebody is. */
#include "tests/data/people.h"

#include "data/agenda/gesture.h"
#include "data/base/fault.h"

enum { ANYHOW = GESTURE_BY_PHONE | GESTURE_BY_POST };

/* What is suggested for somebody so CLOSE who turns AGE; "" for nothing. */
static const char *suggested(Db *db, const char *close, int age, const char *relation,
                             const char *kind, bool greeted, guint reach)
{
    g_autoptr(GError) error = NULL;
    Gestures gestures;
    expect_done(gestures_load(db, &gestures, &error), error);
    Customer *customer = record_new(&customer_type);
    Occasion *occasion = record_new(&occasion_type);
    g_autofree char *relation_kind = g_strdup(relation);
    record_set_text(&customer->closeness, close);
    record_set_text(&occasion->kind, kind);
    const Due due = {.occasion = occasion,
                     .customer = customer,
                     .relation_kind = relation_kind,
                     .turns = age,
                     .greeted = greeted};
    const char *way = gesture_for(&gestures, &due, reach);
    record_free(customer);
    record_free(occasion);
    return way != NULL ? way : "";
}

static void gesture_for__goes_by_closeness__one_step_more_when_round(void **state)
{
    Db *db = ((const Fixture *)*state)->db;
    static const struct {
        const char *close;
        int age;
        const char *relation, *kind;
        bool greeted;
        const char *way;
    } cases[] = {
        {"close", 43, NULL, "birthday", false, "gift"},
        {"close", 0, NULL, "birthday", false, "gift"},
        {"close", 70, NULL, "birthday", false, "flowers"},
        {"known", 43, NULL, "birthday", false, "call"},
        {"known", 50, NULL, "birthday", false, "gift"},
        {"distant", 43, NULL, "birthday", false, "in the shop"},
        {"distant", 60, NULL, "birthday", false, "card"},
        {NULL, 43, NULL, "birthday", false, ""},
        {"close", 43, NULL, "birthday", true, ""},
        {"close", 43, NULL, "name_day", false, ""},
        {"close", 43, "partner", "birthday", false, "gift"},
        {"close", 7, "child", "birthday", false, ""},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        assert_string_equal(suggested(db, cases[i].close, cases[i].age, cases[i].relation,
                                      cases[i].kind, cases[i].greeted, ANYHOW),
                            cases[i].way);
    }
}

static void gesture_for__is_a_step_less__where_they_cannot_be_reached(void **state)
{
    Db *db = ((const Fixture *)*state)->db;
    static const struct {
        const char *close;
        int age;
        guint reach;
        const char *way;
    } cases[] = {
        {"known", 43, GESTURE_BY_PHONE, "call"},
        {"known", 43, GESTURE_BY_POST, "card"},
        {"known", 43, 0, "in the shop"},
        {"known", 50, 0, "gift"},
        {"distant", 60, GESTURE_BY_PHONE, "in the shop"},
        {"distant", 60, GESTURE_BY_POST, "card"},
        {"close", 43, 0, "gift"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        assert_string_equal(
            suggested(db, cases[i].close, cases[i].age, NULL, "birthday", false, cases[i].reach),
            cases[i].way);
    }
}

static void gesture_set__holds__for_that_closeness(void **state)
{
    Db *db = ((const Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    expect_done(gesture_set(db, "close", "flowers", &error), error);
    expect_done(gesture_set(db, "distant", "none", &error), error);
    assert_string_equal(suggested(db, "close", 43, NULL, "birthday", false, ANYHOW), "flowers");
    assert_string_equal(suggested(db, "close", 70, NULL, "birthday", false, ANYHOW), "flowers");
    assert_string_equal(suggested(db, "distant", 43, NULL, "birthday", false, ANYHOW), "");
    assert_string_equal(suggested(db, "distant", 50, NULL, "birthday", false, ANYHOW), "");
    assert_string_equal(suggested(db, "known", 43, NULL, "birthday", false, ANYHOW), "call");
}

static void gesture_set__refuses__what_is_no_gesture(void **state)
{
    Db *db = ((const Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    assert_false(gesture_set(db, "close", "a cannon", &error));
    expect_fault(error, FAULT_REFUSED);
    g_clear_error(&error);
    assert_false(gesture_set(db, "married", "gift", &error));
    expect_fault(error, FAULT_REFUSED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gesture_for__goes_by_closeness__one_step_more_when_round),
        cmocka_unit_test(gesture_for__is_a_step_less__where_they_cannot_be_reached),
        cmocka_unit_test(gesture_set__holds__for_that_closeness),
        cmocka_unit_test(gesture_set__refuses__what_is_no_gesture),
    };
    return fixture_for_each_engine("gesture", tests, G_N_ELEMENTS(tests));
}
