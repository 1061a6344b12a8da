/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What keys and pastes do to a line, and which part of it is in sight. */
#include "tui/lineedit.h"

#include "tui/text.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void press(LineEdit *line, const char *name)
{
    const Event event = {.kind = EVENT_KEY, .key = key_from_name(name)};
    assert_int_not_equal(event.key, K_NONE);
    assert_int_equal(line_edit_input(line, &event), OUTCOME_REDRAW);
}

/* LINE with "|" where the cursor is. */
static char *shown_with_cursor(const LineEdit *line)
{
    GString *text = g_string_new(line_edit_text(line));
    g_string_insert(text, (gssize)line_edit_cursor(line), "|");
    return g_string_free(text, FALSE);
}

typedef struct {
    const char *text; /* set, the cursor at its end */
    const char *keys; /* pressed, separated by blanks */
    const char *expected;
} KeyCase;

static const KeyCase key_cases[] = {
    {"", "M ü l", "Mül|"},
    {"Müller", "Left Left Backspace", "Mül|er"},
    {"Müller", "Home Delete", "|üller"},
    {"Müller", "Ctrl-A ä", "ä|Müller"},
    {"Müller", "Home End x", "Müllerx|"},
    {"Müller", "Ctrl-A Ctrl-E x", "Müllerx|"},
    {"e\u0301a", "Left Backspace", "|a"},
    {"a\U0001f469\u200d\U0001f467", "Backspace", "a|"},
    {"\U0001f1e9\U0001f1ea\U0001f1eb\U0001f1f7", "Left",
     "\U0001f1e9\U0001f1ea|\U0001f1eb\U0001f1f7"},
    {"mag kein  Marzipan", "Ctrl-W", "mag kein  |"},
    {"mag kein  ", "Ctrl-W", "mag |"},
    {"mag kein", "Alt-Backspace", "mag |"},
    {"mag kein Marzipan", "Ctrl-Left Ctrl-Left", "mag |kein Marzipan"},
    {"mag kein Marzipan", "Home Ctrl-Right Alt-f", "mag kein| Marzipan"},
    {"mag kein Marzipan", "Alt-b Ctrl-U", "|Marzipan"},
    {"mag kein Marzipan", "Alt-b Ctrl-K", "mag kein |"},
    {"mag kein Marzipan", "Home Alt-d", "| kein Marzipan"},
    /* A blank with a mark on it is no blank, and is taken whole. */
    {"ab \u0301cd", "Ctrl-W", "|"},
    {"ab \u0301cd", "Home Ctrl-Right", "ab \u0301cd|"},
    {"a \U0001f469\u200d\U0001f467b c", "Ctrl-Left Ctrl-Left", "a |\U0001f469\u200d\U0001f467b c"},
    {"a \U0001f469\u200d\U0001f467", "Alt-Backspace", "a |"},
    {"o\u0308x", "Home Right Ctrl-K", "o\u0308|"},
    {"o\u0308x", "Left Ctrl-U", "|x"},
    /* What joins clusters leaves the cursor at the end of the new one. */
    {"\u0301", "Home a", "a\u0301|"},
    {"ax\u0301", "Left Backspace", "|x\u0301"},
    {"\U0001f1e9x\U0001f1ea", "Left Backspace", "\U0001f1e9\U0001f1ea|"},
    {"", "Backspace Delete Left Right Ctrl-W Ctrl-U Ctrl-K", "|"},
    {"a", "Right Right Delete", "a|"},
};

static void line_edit_input__edits__as_the_keys_say(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(key_cases); i++) {
        g_autoptr(LineEdit) line = line_edit_new(0);
        line_edit_set(line, key_cases[i].text);
        g_auto(GStrv) keys = g_strsplit(key_cases[i].keys, " ", -1);
        for (gsize k = 0; keys[k]; k++) {
            press(line, keys[k]);
        }
        g_autofree char *shown = shown_with_cursor(line);
        assert_string_equal(shown, key_cases[i].expected);
    }
}

/* What stands in LINE after so many undos. */
static void expect_undo(LineEdit *line, const char *expected)
{
    assert_true(line_edit_undo(line));
    assert_string_equal(line_edit_text(line), expected);
}

static void press_all(LineEdit *line, const char *names)
{
    g_auto(GStrv) keys = g_strsplit(names, " ", -1);
    for (gsize i = 0; keys[i]; i++) {
        press(line, keys[i]);
    }
}

/* All of it is selected before the keys. */
static const KeyCase selected_cases[] = {
    {"Müller", "x y", "xy|"},    {"Müller", "Backspace", "|"},
    {"Müller", "Delete", "|"},   {"Müller", "Home Delete", "|üller"},
    {"Müller", "Ctrl-W", "|"},   {"Müller", "Ctrl-K", "|"},
    {"Ott", "Left x", "Otx|t"},  {"Ott", "End x", "Ottx|"},
    {"", "x y Backspace", "x|"},
};

static void line_edit_select_all__lets_the_next_letter__begin_anew(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(selected_cases); i++) {
        g_autoptr(LineEdit) line = line_edit_new(6);
        line_edit_set(line, selected_cases[i].text);
        line_edit_select_all(line);
        assert_int_equal(line_edit_is_selected(line), *selected_cases[i].text != '\0');
        press_all(line, selected_cases[i].keys);
        assert_false(line_edit_is_selected(line));
        g_autofree char *shown = shown_with_cursor(line);
        assert_string_equal(shown, selected_cases[i].expected);
    }
    g_autoptr(LineEdit) line = line_edit_new(6);
    line_edit_set(line, "Müller");
    line_edit_select_all(line);
    assert_false(line_edit_insert(line, "\x1b"));
    assert_true(line_edit_is_selected(line));
    assert_true(line_edit_insert(line, "Mohn und Nuss"));
    assert_string_equal(line_edit_text(line), "Mohn u");
    expect_undo(line, "Müller");
    line_edit_select_all(line);
    line_edit_set(line, "Ott");
    assert_false(line_edit_is_selected(line));
}

static void line_edit_input__leaves_alone__what_is_no_editing(void **state)
{
    (void)state;
    static const char *const names[] = {"Enter",  "Esc",   "Tab",    "Up",  "F2",
                                        "Ctrl-Z", "Alt-n", "Ctrl-P", "PgDn"};
    g_autoptr(LineEdit) line = line_edit_new(0);
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        const Event event = {.kind = EVENT_KEY, .key = key_from_name(names[i])};
        assert_int_equal(line_edit_input(line, &event), OUTCOME_NONE);
    }
    assert_true(line_edit_is_empty(line));
}

static void line_edit_insert__makes_one_line__of_a_paste(void **state)
{
    (void)state;
    g_autoptr(LineEdit) line = line_edit_new(12);
    char pasted[] = "a\r\nb\tc\x1b[2J\xff\n";
    const Event event = {.kind = EVENT_PASTE, .text = pasted};
    assert_int_equal(line_edit_input(line, &event), OUTCOME_REDRAW);
    assert_string_equal(line_edit_text(line), "a b c[2J\ufffd ");
    assert_true(line_edit_insert(line, "12345"));
    assert_int_equal(g_utf8_strlen(line_edit_text(line), -1), 12);
    assert_false(line_edit_insert(line, "x"));
    assert_false(line_edit_insert(line, ""));
}

static void line_edit_undo__takes_back__runs_of_letters_and_deletions(void **state)
{
    (void)state;
    g_autoptr(LineEdit) line = line_edit_new(0);
    line_edit_set(line, "mag ");
    assert_false(line_edit_undo(line));
    press(line, "E");
    press(line, "i");
    press(line, "s");
    press(line, "Ctrl-U");
    assert_string_equal(line_edit_text(line), "");
    assert_true(line_edit_undo(line));
    assert_string_equal(line_edit_text(line), "mag Eis");
    assert_true(line_edit_undo(line));
    assert_string_equal(line_edit_text(line), "mag ");
    assert_int_equal(line_edit_cursor(line), 4);
    assert_false(line_edit_undo(line));
}

static void line_edit_undo__takes_back__a_word_at_a_time(void **state)
{
    (void)state;
    g_autoptr(LineEdit) line = line_edit_new(0);
    press_all(line, "m a g Space Space k e i n Space E i s");
    expect_undo(line, "mag  kein ");
    expect_undo(line, "mag  ");
    expect_undo(line, "");
    assert_false(line_edit_undo(line));
    line_edit_set(line, "mag kein Eis");
    press_all(line, "Backspace Backspace Backspace Backspace Backspace Backspace");
    assert_string_equal(line_edit_text(line), "mag ke");
    expect_undo(line, "mag kein");
    expect_undo(line, "mag kein Eis");
    /* Going elsewhere ends a word. */
    press_all(line, "x Left y");
    expect_undo(line, "mag kein Eisx");
    expect_undo(line, "mag kein Eis");
    assert_false(line_edit_undo(line));
}

static void line_edit_redo__does_again__until_something_else_is_typed(void **state)
{
    (void)state;
    g_autoptr(LineEdit) line = line_edit_new(0);
    assert_false(line_edit_redo(line));
    press_all(line, "E i s Space a m");
    expect_undo(line, "Eis ");
    expect_undo(line, "");
    assert_true(line_edit_redo(line));
    assert_string_equal(line_edit_text(line), "Eis ");
    assert_int_equal(line_edit_cursor(line), 4);
    assert_true(line_edit_redo(line));
    assert_string_equal(line_edit_text(line), "Eis am");
    assert_false(line_edit_redo(line));
    expect_undo(line, "Eis ");
    press(line, "x");
    assert_false(line_edit_redo(line));
    expect_undo(line, "Eis ");
    line_edit_set(line, "y");
    assert_false(line_edit_redo(line));
}

static void line_edit_replace__puts_all_in__as_one_change(void **state)
{
    (void)state;
    g_autoptr(LineEdit) line = line_edit_new(10);
    line_edit_set(line, "am d");
    press(line, "Left");
    line_edit_replace(line, "Am\nDobben 7 and more");
    assert_string_equal(line_edit_text(line), "Am Dobben ");
    assert_int_equal(line_edit_cursor(line), 10);
    expect_undo(line, "am d");
    assert_int_equal(line_edit_cursor(line), 3);
    assert_false(line_edit_undo(line));
    assert_true(line_edit_redo(line));
    assert_string_equal(line_edit_text(line), "Am Dobben ");
}

static void line_edit_changes__grows__only_when_the_text_changes(void **state)
{
    (void)state;
    g_autoptr(LineEdit) line = line_edit_new(0);
    press(line, "a");
    unsigned before = line_edit_changes(line);
    press(line, "Left");
    press(line, "Backspace");
    assert_int_equal(line_edit_changes(line), before);
    press(line, "Delete");
    assert_int_not_equal(line_edit_changes(line), before);
}

typedef struct {
    const char *text;
    const char *keys;
    int cells;
    const char *shown;
    int cursor;
} ViewCase;

static const ViewCase view_cases[] = {
    {"abc", "", 5, "abc", 3},
    {"abcde", "", 5, "bcde", 4},
    {"abcdefgh", "", 5, "efgh", 4},
    {"abcdefgh", "Home", 5, "abcde", 0},
    {"abcdefgh", "Left Left Left Left Left Left", 5, "cdefg", 0},
    {"東京都庁", "", 5, "都庁", 4},
    {"東京都庁", "Home", 3, "東", 0},
    {"", "", 1, "", 0},
    {"ab", "", 0, "", 0},
    {"e\u0301\u0302o", "Left", 5, "e\u0301\u0302o", 1},
};

static void line_edit_view__keeps_the_cursor__in_sight(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(view_cases); i++) {
        const ViewCase *each = &view_cases[i];
        g_autoptr(LineEdit) line = line_edit_new(0);
        line_edit_set(line, each->text);
        g_autofree char *first = NULL;
        line_edit_view(line, each->cells, &first);
        g_auto(GStrv) keys = g_strsplit(each->keys, " ", -1);
        for (gsize k = 0; keys[k]; k++) {
            press(line, keys[k]);
        }
        g_autofree char *shown = NULL;
        assert_int_equal(line_edit_view(line, each->cells, &shown), each->cursor);
        assert_string_equal(shown, each->shown);
    }
}

static void line_edit__holds_its_promises__under_random_keys(void **state)
{
    (void)state;
    static const char *const names[] = {
        "a",         "ä",          "Space",      "Left",   "Right",  "Home",       "End",
        "Ctrl-Left", "Ctrl-Right", "Backspace",  "Delete", "Ctrl-W", "Alt-d",      "Ctrl-U",
        "Ctrl-K",    "\u0301",     "\U0001f469", "語",     "\u200d", "\U0001f1e9",
    };
    g_autoptr(GRand) random = g_rand_new_with_seed(3);
    g_autoptr(LineEdit) line = line_edit_new(30);
    for (int round = 0; round < 20000; round++) {
        const Event event = {
            .kind = EVENT_KEY,
            .key = key_from_name(names[g_rand_int_range(random, 0, G_N_ELEMENTS(names))])};
        line_edit_input(line, &event);
        if (g_rand_int_range(random, 0, 10) == 0) {
            line_edit_undo(line);
        }
        const char *text = line_edit_text(line);
        assert_true(g_utf8_validate(text, -1, NULL));
        assert_true(line_edit_cursor(line) <= strlen(text));
        assert_true(g_utf8_validate(text + line_edit_cursor(line), -1, NULL));
        assert_true(g_utf8_strlen(text, -1) <= 30);
        int cells = g_rand_int_range(random, 1, 12);
        g_autofree char *shown = NULL;
        int cursor = line_edit_view(line, cells, &shown);
        assert_in_range(cursor, 0, cells - 1);
        assert_true(text_width(shown) <= cells);
    }
}

/* Letters of all kinds: marks, joiners, flags, other directions, wide ones, half of something. */
static const char *const hostile[] = {
    "a",      "Z",          " ",          "ä",          "\u0301",     "\u0308",     "\u200d",
    "\ufe0f", "\U0001f469", "\U0001f467", "\U0001f3fd", "\U0001f1e9", "\U0001f1ea", "\u202e",
    "\u0627", "\u0e33",     "\u0915",     "\u094d",     "\u0937",     "\u1100",     "\u1161",
    "\u11a8", "語",         "\ufffd",     "\U000e0041", "\u00ad",
};

static const char *const hostile_keys[] = {
    "Left",      "Right",         "Home",   "End",    "Ctrl-A",    "Ctrl-E",
    "Ctrl-Left", "Ctrl-Right",    "Alt-b",  "Alt-f",  "Delete",    "Ctrl-W",
    "Alt-d",     "Alt-Backspace", "Ctrl-U", "Ctrl-K", "Backspace", "Backspace",
};

static void expect_whole(const LineEdit *line)
{
    const char *text = line_edit_text(line);
    gsize border = 0, cursor = line_edit_cursor(line);
    assert_true(g_utf8_validate(text, -1, NULL));
    while (border < cursor) {
        border += text_cluster(text + border);
    }
    assert_int_equal(border, cursor);
}

/* One of the things a person can do to the line. */
static void do_something(LineEdit *line, GRand *random)
{
    int what = g_rand_int_range(random, 0, 20);
    const char *letter = hostile[g_rand_int_range(random, 0, G_N_ELEMENTS(hostile))];
    if (what < 11) {
        const Event typed = {.kind = EVENT_KEY, .key = g_utf8_get_char(letter)};
        line_edit_input(line, &typed);
    } else if (what < 17) {
        press(line, hostile_keys[g_rand_int_range(random, 0, G_N_ELEMENTS(hostile_keys))]);
    } else if (what == 17) {
        line_edit_undo(line);
    } else if (what == 18) {
        line_edit_redo(line);
    } else {
        g_autofree char *pasted = g_strconcat(letter, "\n", letter, "\xff", NULL);
        line_edit_insert(line, pasted);
    }
}

static void line_edit__comes_back_to_its_first_text__when_all_is_undone(void **state)
{
    (void)state;
    g_autoptr(GRand) random = g_rand_new_with_seed(11);
    for (int round = 0; round < 300; round++) {
        g_autoptr(LineEdit) line = line_edit_new(g_rand_int_range(random, 0, 2) == 0 ? 0 : 12);
        const char *first = round % 2 == 0 ? "" : "\u0301a \U0001f469\u200d\U0001f467 b";
        line_edit_set(line, first);
        for (int i = 0; i < 150; i++) {
            do_something(line, random);
            expect_whole(line);
        }
        g_autofree char *last = g_strdup(line_edit_text(line));
        int undone = 0;
        while (line_edit_undo(line)) {
            expect_whole(line);
            undone++;
        }
        assert_string_equal(line_edit_text(line), first);
        while (undone-- > 0) {
            assert_true(line_edit_redo(line));
            expect_whole(line);
        }
        assert_string_equal(line_edit_text(line), last);
        while (line_edit_redo(line)) {
            expect_whole(line);
        }
    }
}

int main(void)
{
    setlocale(LC_CTYPE, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(line_edit_input__edits__as_the_keys_say),
        cmocka_unit_test(line_edit_select_all__lets_the_next_letter__begin_anew),
        cmocka_unit_test(line_edit_input__leaves_alone__what_is_no_editing),
        cmocka_unit_test(line_edit_insert__makes_one_line__of_a_paste),
        cmocka_unit_test(line_edit_undo__takes_back__runs_of_letters_and_deletions),
        cmocka_unit_test(line_edit_undo__takes_back__a_word_at_a_time),
        cmocka_unit_test(line_edit_redo__does_again__until_something_else_is_typed),
        cmocka_unit_test(line_edit_replace__puts_all_in__as_one_change),
        cmocka_unit_test(line_edit_changes__grows__only_when_the_text_changes),
        cmocka_unit_test(line_edit_view__keeps_the_cursor__in_sight),
        cmocka_unit_test(line_edit__holds_its_promises__under_random_keys),
        cmocka_unit_test(line_edit__comes_back_to_its_first_text__when_all_is_undone),
    };
    return cmocka_run_group_tests_name("lineedit", tests, NULL, NULL);
}
