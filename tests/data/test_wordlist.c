/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of words the owner edits: the program's and the owner's, told by the causes of complaints.
 */
#include "tests/data/people.h"

#include "data/base/fault.h"
#include "data/diary/complaint.h"
#include "data/diary/complaintcause.h"

#include <string.h>

static const WordList *const list = &complaint_causes;

static void furnish(Db *db)
{
    g_autoptr(GError) error = NULL;
    people_furnish(db);
    Deed *deed = people_begin(db);
    expect_done(wordlist_add_builtin(deed, list, &error), error);
    people_commit(deed);
}

static GPtrArray *all(Db *db)
{
    g_autoptr(GError) error = NULL;
    GPtrArray *words = wordlist_all(db, list, &error);
    expect_done(words != NULL, error);
    return words;
}

static ListWord *with_code(Db *db, const char *code)
{
    g_autoptr(GPtrArray) words = all(db);
    const ListWord *word = wordlist_by_code(words, code);
    assert_non_null(word);
    return record_copy(word);
}

static ListWord *new_word(const char *label)
{
    ListWord *word = record_new(list->type);
    record_set_text(&word->label, label);
    return word;
}

static gint64 add(Db *db, const char *label)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    ListWord *word = new_word(label);
    expect_done(wordlist_add(deed, list, word, &error), error);
    gint64 id = word->head.id;
    record_free(word);
    people_commit(deed);
    return id;
}

static void change(Db *db, ListWord *word)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    expect_done(wordlist_change(deed, list, word, &error), error);
    people_commit(deed);
}

static void expect_refused(Db *db, ListWord *word, int fault)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Deed) deed = people_begin(db);
    assert_false(word->head.id == 0 ? wordlist_add(deed, list, word, &error)
                                    : wordlist_change(deed, list, word, &error));
    expect_fault(error, fault);
}

/* The codes from FIRST on, with blanks between. */
static char *codes_from(Db *db, const char *first)
{
    g_autoptr(GPtrArray) words = all(db);
    GString *text = g_string_new(NULL);
    bool begun = false;
    for (guint i = 0; i < words->len; i++) {
        const ListWord *word = g_ptr_array_index(words, i);
        begun = begun || strcmp(word->code, first) == 0;
        if (begun) {
            g_string_append_printf(text, "%s%s", text->len > 0 ? " " : "", word->code);
        }
    }
    return g_string_free(text, FALSE);
}

static gint64 add_complaint(Db *db, gint64 cause_id)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    Complaint *complaint = record_new(&complaint_type);
    record_set_text(&complaint->day, "2026-02-28");
    record_set_text(&complaint->words, "wrong");
    complaint->cause_id = cause_id;
    expect_done(complaint_add(deed, complaint, &error), error);
    gint64 id = complaint->head.id;
    record_free(complaint);
    people_commit(deed);
    return id;
}

static void wordlist_add_builtin__adds_only_what_is_missing__and_keeps_the_owners(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    furnish(db);
    ListWord *price = with_code(db, "price");
    record_set_text(&price->label, "Zu teuer");
    change(db, price);
    record_free(price);
    expect_done(db_run(db, "DELETE FROM complaint_cause WHERE code = 'quality'", DB_NO_VALUES, NULL,
                       &error),
                error);
    furnish(db);
    ListWord *again = with_code(db, "quality"), *renamed = with_code(db, "price");
    assert_string_equal(wordlist_label(list, again), "Quality");
    assert_string_equal(wordlist_label(list, renamed), "Zu teuer");
    g_autofree char *codes = codes_from(db, "quality");
    assert_true(g_str_has_prefix(codes, "quality wrong_delivery wrong_invoice unfriendly_staff"));
    record_free(again);
    record_free(renamed);
}

static void wordlist_add__makes_a_code_of_its_own__and_stands_last(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    furnish(db);
    add(db, "Falsche Inschrift!");
    add(db, "🐜");
    add(db, "🐝");
    g_autofree char *codes = codes_from(db, "other");
    assert_string_equal(codes, "other own_falsche_inschrift own_word own_word_2");
    ListWord *own = with_code(db, "own_word_2"), *builtin = with_code(db, "other");
    assert_null(wordlist_builtin(list, own));
    assert_string_equal(wordlist_builtin(list, builtin), "Something else");
    record_free(own);
    record_free(builtin);
}

static void wordlist_add__is_taken_back_and_done_again(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    furnish(db);
    g_autofree char *before = people_dump(db);
    add(db, "Inschrift");
    g_autofree char *with = people_dump(db);
    gint64 undo = people_undo(db, people_last(db, 0));
    g_autofree char *without = people_dump(db);
    assert_string_equal(without, before);
    people_undo(db, undo);
    g_autofree char *again = people_dump(db);
    assert_string_equal(again, with);
}

static void wordlist_add__refuses_an_empty_or_taken_name_and_a_family(void **state)
{
    static const struct {
        const char *label;
        int fault;
    } cases[] = {
        {NULL, FAULT_REFUSED},    {"", FAULT_REFUSED},  {"Price", FAULT_TAKEN},
        {"  PRICE", FAULT_TAKEN}, {"pét", FAULT_TAKEN}, {"🐜", FAULT_TAKEN},
    };
    Db *db = ((Fixture *)*state)->db;
    furnish(db);
    add(db, "Pet");
    add(db, "🐜");
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        ListWord *word = new_word(cases[i].label);
        expect_refused(db, word, cases[i].fault);
        record_free(word);
    }
    ListWord *with_family = new_word("Inschrift");
    record_set_text(&with_family->family, "company");
    expect_refused(db, with_family, FAULT_REFUSED);
    /* The table has no such column, so the record does not know of the text. */
    g_clear_pointer(&with_family->family, g_free);
    record_free(with_family);
}

static void wordlist_change__gives_another_name__and_its_own_again(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    furnish(db);
    g_autofree char *before = people_dump(db);
    ListWord *word = with_code(db, "price");
    record_set_text(&word->label, "Zu teuer");
    change(db, word);
    assert_string_equal(wordlist_label(list, word), "Zu teuer");
    /* Its old name is free now, but not for long. */
    add(db, "Price");
    record_set_text(&word->label, "");
    expect_refused(db, word, FAULT_TAKEN);
    people_undo(db, people_last(db, 0));
    change(db, word);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
    record_set_text(&word->family, "company");
    expect_refused(db, word, FAULT_REFUSED);
    g_clear_pointer(&word->family, g_free);
    record_free(word);

    add(db, "Inschrift");
    ListWord *mine = with_code(db, "own_inschrift"), *theirs = with_code(db, "own_inschrift");
    record_set_text(&theirs->label, "Falsche Inschrift");
    change(db, theirs);
    record_set_text(&mine->label, "Aufschrift");
    expect_refused(db, mine, FAULT_CONFLICT);
    record_set_text(&theirs->label, NULL);
    expect_refused(db, theirs, FAULT_REFUSED);
    record_free(mine);
    record_free(theirs);
}

static void wordlist_move__changes_the_order__as_far_as_there_are_places(void **state)
{
    static const struct {
        int step;
        const char *order;
    } cases[] = {
        {-1, "damaged allergen own_pet other"}, {-1, "damaged own_pet allergen other"},
        {7, "damaged allergen other own_pet"},  {0, "damaged allergen other own_pet"},
        {-3, "own_pet damaged allergen other"},
    };
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) missing = NULL;
    furnish(db);
    gint64 id = add(db, "Pet");
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        Deed *deed = people_begin(db);
        expect_done(wordlist_move(deed, list, id, cases[i].step, &error), error);
        people_commit(deed);
        g_autofree char *order =
            codes_from(db, i < G_N_ELEMENTS(cases) - 1 ? "damaged" : "own_pet");
        assert_string_equal(order, cases[i].order);
    }
    people_undo(db, people_last(db, 0));
    g_autofree char *back = codes_from(db, "damaged");
    assert_string_equal(back, "damaged allergen other own_pet");
    g_autoptr(Deed) deed = people_begin(db);
    assert_false(wordlist_move(deed, list, 4711, 1, &missing));
    expect_fault(missing, FAULT_MISSING);
}

static bool remove_word(Db *db, gint64 id, GError **error)
{
    g_autoptr(Deed) deed = people_begin(db);
    return wordlist_remove(deed, list, id, error) && deed_commit(deed, NULL, error);
}

static void wordlist_remove__takes_own_ones__that_nothing_uses(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) in_use = NULL, builtin = NULL, error = NULL, missing = NULL;
    furnish(db);
    g_autofree char *before = people_dump(db);
    gint64 id = add(db, "Inschrift");
    add_complaint(db, id);
    add_complaint(db, id);
    assert_false(remove_word(db, id, &in_use));
    expect_fault(in_use, FAULT_REFUSED);
    assert_non_null(strstr(in_use->message, "2 complaints"));
    g_autoptr(GHashTable) uses = wordlist_uses(db, list, &error);
    expect_done(uses != NULL, error);
    assert_int_equal(*(const gint64 *)g_hash_table_lookup(uses, &id), 2);
    assert_int_equal(g_hash_table_size(uses), 1);

    people_undo(db, people_last(db, 0));
    people_undo(db, people_last(db, 0));
    expect_done(remove_word(db, id, &error), error);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
    people_undo(db, people_last(db, 0));
    ListWord *again = with_code(db, "own_inschrift");
    assert_int_equal(again->head.id, id);
    record_free(again);

    ListWord *price = with_code(db, "price");
    assert_false(remove_word(db, price->head.id, &builtin));
    expect_fault(builtin, FAULT_REFUSED);
    record_free(price);
    assert_false(remove_word(db, 4711, &missing));
    expect_fault(missing, FAULT_MISSING);
}

static void wordlist_named__knows_codes_and_wordings__the_shops_first(void **state)
{
    static const struct {
        const char *text, *code;
    } cases[] = {
        {"wrong_invoice", "wrong_invoice"},
        {"wrong-invoice", "wrong_invoice"},
        {"Wrong Invoice", "wrong_invoice"},
        {"zu teuer", "price"},
        {"price", "own_price"},
        {"Inschrift", "own_inschrift"},
        {"own_inschrift", "own_inschrift"},
        {"🐜", "own_word"},
        {"wrong", NULL},
        {"", NULL},
        {"🐝", NULL},
    };
    Db *db = ((Fixture *)*state)->db;
    furnish(db);
    ListWord *price = with_code(db, "price");
    record_set_text(&price->label, "Zu teuer");
    change(db, price);
    record_free(price);
    add(db, "Price");
    add(db, "Inschrift");
    add(db, "🐜");
    g_autoptr(GPtrArray) words = all(db);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        const ListWord *word = wordlist_named(list, words, cases[i].text);
        if (g_strcmp0(word != NULL ? word->code : NULL, cases[i].code) != 0) {
            fail_msg("\"%s\" is taken for %s", cases[i].text, word != NULL ? word->code : "none");
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wordlist_add_builtin__adds_only_what_is_missing__and_keeps_the_owners),
        cmocka_unit_test(wordlist_add__makes_a_code_of_its_own__and_stands_last),
        cmocka_unit_test(wordlist_add__is_taken_back_and_done_again),
        cmocka_unit_test(wordlist_add__refuses_an_empty_or_taken_name_and_a_family),
        cmocka_unit_test(wordlist_change__gives_another_name__and_its_own_again),
        cmocka_unit_test(wordlist_move__changes_the_order__as_far_as_there_are_places),
        cmocka_unit_test(wordlist_remove__takes_own_ones__that_nothing_uses),
        cmocka_unit_test(wordlist_named__knows_codes_and_wordings__the_shops_first),
    };
    return fixture_for_each_engine("wordlist", tests, G_N_ELEMENTS(tests));
}
