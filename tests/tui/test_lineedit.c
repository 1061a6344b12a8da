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

int main(void)
{
    setlocale(LC_CTYPE, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(line_edit_input__edits__as_the_keys_say),
        cmocka_unit_test(line_edit_input__leaves_alone__what_is_no_editing),
        cmocka_unit_test(line_edit_insert__makes_one_line__of_a_paste),
        cmocka_unit_test(line_edit_undo__takes_back__runs_of_letters_and_deletions),
        cmocka_unit_test(line_edit_changes__grows__only_when_the_text_changes),
        cmocka_unit_test(line_edit_view__keeps_the_cursor__in_sight),
        cmocka_unit_test(line_edit__holds_its_promises__under_random_keys),
    };
    return cmocka_run_group_tests_name("lineedit", tests, NULL, NULL);
}
