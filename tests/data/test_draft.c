/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts: stored, listed, handed over, removed, and read whatever stands in them. */
#include "tests/data/fixture.h"

#include "data/base/fault.h"
#include "data/draft.h"
#include "data/setting.h"
#include "data/shopstate.h"
#include "tests/data/people.h"

#include <string.h>

static Draft *make(const char *uid, const char *counter, const char *at)
{
    Draft *draft = draft_new();
    draft->uid = g_strdup(uid);
    draft->counter = g_strdup(counter);
    draft->run = g_strdup("run");
    draft->screen = g_strdup("edit");
    draft->subject_id = 7;
    draft->part_id = 3;
    draft->title = g_strdup("Hilde Wagner changed");
    draft->clerk_id = 2;
    g_strlcpy(draft->saved_at, at, sizeof draft->saved_at);
    return draft;
}

static void save(Db *db, const Draft *draft)
{
    g_autoptr(GError) error = NULL;
    expect_done(draft_save(db, draft, &error), error);
}

static Draft *load(Db *db, const char *uid)
{
    g_autoptr(GError) error = NULL;
    Draft *draft = draft_load(db, uid, &error);
    expect_done(draft != NULL, error);
    return draft;
}

static const char *word(const Draft *draft, const char *field)
{
    return g_hash_table_lookup(draft->words, field);
}

static const char *before(const Draft *draft, const char *field)
{
    return g_hash_table_lookup(draft->before, field);
}

static void draft_load__gives_all__that_was_saved(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(Draft) draft = make("a", "counter", "2026-11-21T13:32:00Z");
    draft_put(draft, "given_name", "Hildegard", "Hilde");
    draft_put(draft, "street", "", "Am Markt 3");
    draft_put(draft, "title", "Dr.", NULL);
    save(db, draft);
    g_autoptr(Draft) loaded = load(db, "a");
    assert_true(loaded->id > 0);
    assert_string_equal(loaded->counter, "counter");
    assert_string_equal(loaded->run, "run");
    assert_string_equal(loaded->screen, "edit");
    assert_true(loaded->subject_id == 7 && loaded->part_id == 3 && loaded->clerk_id == 2);
    assert_string_equal(loaded->title, "Hilde Wagner changed");
    assert_string_equal(loaded->saved_at, "2026-11-21T13:32:00Z");
    assert_int_equal(g_hash_table_size(loaded->words), 3);
    assert_string_equal(word(loaded, "given_name"), "Hildegard");
    assert_string_equal(before(loaded, "given_name"), "Hilde");
    assert_string_equal(word(loaded, "street"), "");
    assert_string_equal(before(loaded, "street"), "Am Markt 3");
    assert_string_equal(before(loaded, "title"), "");
    g_autoptr(Draft) copy = draft_copy(loaded);
    g_autofree char *words = draft_words_text(loaded);
    g_autofree char *copied = draft_words_text(copy);
    assert_string_equal(words, copied);
}

static void draft_save__writes_over__the_earlier_one_with_its_uid(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(Draft) draft = make("a", "counter", "2026-11-21T13:32:00Z");
    draft_put(draft, "given_name", "Hil", "");
    save(db, draft);
    g_autoptr(Draft) later = make("a", "counter", "2026-11-21T13:32:03Z");
    draft_put(later, "family_name", "Wagner", "");
    draft_set(&later->run, "");
    later->clerk_id = 0;
    save(db, later);
    g_autoptr(Draft) loaded = load(db, "a");
    assert_null(word(loaded, "given_name"));
    assert_string_equal(word(loaded, "family_name"), "Wagner");
    assert_string_equal(loaded->run, "");
    assert_true(loaded->clerk_id == 0);
    assert_string_equal(loaded->saved_at, "2026-11-21T13:32:03Z");
    assert_true(people_number(db, "SELECT count(*) FROM draft", DB_NO_VALUES) == 1);
}

static void draft_list__has_the_latest_first__of_this_counter_only(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    g_autoptr(Draft) first = make("a", "counter", "2026-11-20T13:32:00Z");
    g_autoptr(Draft) second = make("b", "counter", "2026-11-21T13:32:00Z");
    g_autoptr(Draft) other = make("c", "another", "2026-11-21T13:32:00Z");
    save(db, second);
    save(db, first);
    save(db, other);
    g_autoptr(GPtrArray) list = draft_list(db, "counter", &error);
    expect_done(list != NULL, error);
    assert_int_equal(list->len, 2);
    assert_string_equal(((const Draft *)g_ptr_array_index(list, 0))->uid, "b");
    assert_string_equal(((const Draft *)g_ptr_array_index(list, 1))->uid, "a");
}

static void draft_hand_over__gives_it_to_one_only(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    bool taken = false;
    g_autoptr(Draft) draft = make("a", "counter", "2026-11-20T13:32:00Z");
    save(db, draft);
    expect_done(draft_hand_over(db, "a", "run", "mine", &taken, &error), error);
    assert_true(taken);
    expect_done(draft_hand_over(db, "a", "run", "theirs", &taken, &error), error);
    assert_false(taken);
    expect_done(draft_hand_over(db, "no such", "run", "theirs", &taken, &error), error);
    assert_false(taken);
    g_autoptr(Draft) loaded = load(db, "a");
    assert_string_equal(loaded->run, "mine");
}

static void draft_remove__leaves_nothing__in_the_file(void **state)
{
    const Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    g_autoptr(Draft) draft = make("a", "counter", "2026-11-20T13:32:00Z");
    draft_put(draft, "given_name", "Xanthippezzz", "");
    save(fixture->db, draft);
    expect_done(draft_remove(fixture->db, "a", &error), error);
    expect_done(draft_remove(fixture->db, "a", &error), error);
    assert_null(draft_load(fixture->db, "a", &error));
    expect_fault(error, FAULT_MISSING);
    if (db_engine(fixture->db) == DB_SQLITE) {
        g_autofree char *bytes = NULL;
        gsize length = 0;
        assert_true(g_file_get_contents(fixture->where, &bytes, &length, NULL));
        assert_null(memmem(bytes, length, "Xanthippezzz", 12));
    }
}

static void draft_read_words__passes_over__what_is_none(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        "x",
        "null",
        "[]",
        "{",
        "{}",
        "\"given_name\"",
        "{\"a\": \"b\"}",
        "{\"a\": 1, \"b\": null, \"c\": true, \"d\": {}, \"e\": []}",
        "{\"a\": [1, 2], \"b\": [null], \"c\": [[\"x\"]], \"d\": [{\"x\": 1}]}",
        "{\"a\": [\"x\"",
        "{\"a\": [\"x\", \"y\"]} trailing",
        "{\"a\xff\": [\"x\", \"y\"]}",
        "\xef\xbb\xbf{",
    };
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(Draft) draft = draft_new();
        draft_read_words(draft, texts[i]);
        assert_int_equal(g_hash_table_size(draft->words), 0);
        assert_int_equal(g_hash_table_size(draft->before), 0);
    }
    g_autoptr(Draft) draft = draft_new();
    draft_read_words(draft, NULL);
    draft_read_words(draft, "{\"a\": [\"x\", 5], \"b\": 2, \"c\": [\"y\", \"z\", \"more\"]}");
    assert_int_equal(g_hash_table_size(draft->words), 2);
    assert_string_equal(word(draft, "a"), "x");
    assert_string_equal(before(draft, "a"), "");
    assert_string_equal(before(draft, "c"), "z");
}

static void draft_read_words__is_not_worn_out__by_a_deep_text(void **state)
{
    (void)state;
    const gsize depth = 4 * 1000 * 1000;
    g_autofree char *deep = g_malloc(depth + 1);
    memset(deep, '[', depth);
    deep[depth] = '\0';
    g_autofree char *hidden = g_strdup_printf("{\"\\\"\": [\"]\\\\\", %s", deep);
    g_autoptr(Draft) draft = draft_new();
    draft_read_words(draft, deep);
    draft_read_words(draft, hidden);
    assert_int_equal(g_hash_table_size(draft->words), 0);
}

static void draft_words_text__is_read_back__whatever_was_typed(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    static const char *const texts[] = {
        "\"",
        "\\",
        "\\\"",
        "{\"a\": [\"x\"]}",
        "\x01\x02\x1b[31mrot\x7f",
        "\n\r\t",
        "👩‍👩‍👧 e\u0301",
        "\u202Eالعربية\u202C",
        "]]]}}}",
        "[[[[{{{{",
        "'; DROP TABLE draft; --",
        "\ufeff\uffff",
    };
    g_autoptr(Draft) draft = make("a", "counter", "2026-11-20T13:32:00Z");
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        draft_put(draft, texts[i], texts[i], texts[i]);
    }
    save(db, draft);
    g_autoptr(Draft) loaded = load(db, "a");
    assert_int_equal(g_hash_table_size(loaded->words), G_N_ELEMENTS(texts));
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        assert_string_equal(word(loaded, texts[i]), texts[i]);
        assert_string_equal(before(loaded, texts[i]), texts[i]);
    }
}

static void draft_put__repairs__what_is_no_text(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(Draft) draft = make("a", "counter", "2026-11-20T13:32:00Z");
    draft_put(draft, "na\xffme", "a\xc3", "\xed\xa0\x80");
    draft_set(&draft->title, "\xff\xfe");
    save(db, draft);
    g_autoptr(Draft) loaded = load(db, "a");
    assert_string_equal(word(loaded, "na\ufffdme"), "a\ufffd");
    assert_true(g_utf8_validate(loaded->title, -1, NULL));
}

/* Random bytes of what JSON is made of: nothing may crash, and what is read is text. */
static void draft_read_words__reads_text__from_anything(void **state)
{
    (void)state;
    static const char *const parts[] = {"{",
                                        "}",
                                        "[",
                                        "]",
                                        "\"",
                                        ",",
                                        ":",
                                        "\\",
                                        "\\u0000",
                                        "\\ud800",
                                        "a",
                                        "\"a\"",
                                        "[\"x\",\"y\"]",
                                        "null",
                                        "1e999",
                                        "\xff",
                                        "{\"f\":",
                                        " "};
    g_autoptr(GRand) random = g_rand_new_with_seed(20261121);
    for (int round = 0; round < 20000; round++) {
        g_autoptr(GString) text = g_string_new(round % 2 == 0 ? "{\"f\":[\"" : NULL);
        for (int i = g_rand_int_range(random, 0, 14); i > 0; i--) {
            g_string_append(text, parts[g_rand_int_range(random, 0, G_N_ELEMENTS(parts))]);
        }
        g_string_append(text, round % 4 == 0 ? "\",\"\"]}" : "");
        g_autoptr(Draft) draft = draft_new();
        draft_read_words(draft, text->str);
        GHashTableIter iter;
        gpointer field, typed;
        g_hash_table_iter_init(&iter, draft->words);
        while (g_hash_table_iter_next(&iter, &field, &typed)) {
            assert_true(g_utf8_validate(field, -1, NULL) && g_utf8_validate(typed, -1, NULL));
            assert_non_null(before(draft, field));
        }
    }
}

static char *state_of(Db *db)
{
    g_autoptr(GError) error = NULL;
    char *text = shop_state(db, &error);
    expect_done(text != NULL, error);
    return text;
}

static void shop_state__changes__with_deeds_and_settings_only(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    people_furnish(db);
    g_autofree char *first = state_of(db);
    g_autoptr(Draft) draft = make("a", "counter", "2026-11-20T13:32:00Z");
    save(db, draft);
    g_autofree char *with_draft = state_of(db);
    assert_string_equal(first, with_draft);
    people_add(db, &people_hilde);
    g_autofree char *with_deed = state_of(db);
    assert_string_not_equal(first, with_deed);
    people_undo(db, people_last(db, 0));
    g_autofree char *taken_back = state_of(db);
    assert_string_not_equal(with_deed, taken_back);
    expect_done(setting_set(db, SETTING_DAYS_AHEAD, "9", &error), error);
    g_autofree char *with_setting = state_of(db);
    assert_string_not_equal(taken_back, with_setting);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(draft_load__gives_all__that_was_saved),
        cmocka_unit_test(draft_save__writes_over__the_earlier_one_with_its_uid),
        cmocka_unit_test(draft_list__has_the_latest_first__of_this_counter_only),
        cmocka_unit_test(draft_hand_over__gives_it_to_one_only),
        cmocka_unit_test(draft_remove__leaves_nothing__in_the_file),
        cmocka_unit_test(draft_read_words__passes_over__what_is_none),
        cmocka_unit_test(draft_read_words__is_not_worn_out__by_a_deep_text),
        cmocka_unit_test(draft_words_text__is_read_back__whatever_was_typed),
        cmocka_unit_test(draft_put__repairs__what_is_no_text),
        cmocka_unit_test(draft_read_words__reads_text__from_anything),
        cmocka_unit_test(shop_state__changes__with_deeds_and_settings_only),
    };
    return fixture_for_each_engine("draft", tests, G_N_ELEMENTS(tests));
}
