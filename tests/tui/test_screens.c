/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every screen of screens.def: its rows are complete, no key stands twice, and it opens, draws at
 * five sizes, and closes without a leak, also with names nobody has and where there is nobody at
 * all. A new screen is in by its line in screens.def; one that cannot be opened without an argument
 * has a row in openings.c. */
#include "tests/tui/harness.h"
#include "tests/tui/openings.h"

#include "tui/globals.h"
#include "tui/keymap.h"
#include "tui/screen.h"
#include "tui/text.h"

#include <string.h>

#define MOST_KEYS KEYMAP_MOST_KEYS

static void screens__have__names_and_functions(void **state)
{
    (void)state;
    const ScreenClass *const *classes = screen_classes();
    assert_non_null(classes[0]);
    for (gsize i = 0; classes[i]; i++) {
        const ScreenClass *class = classes[i];
        assert_non_null(class->name);
        assert_ptr_equal(screen_class(class->name), class);
        assert_true(class->title && *class->title);
        assert_true(class->size >= sizeof(Screen));
        assert_non_null(class->draw);
        assert_true(!class->load || class->model_free);
    }
    assert_null(screen_class("no such screen"));
}

static void check_row(const Action *action)
{
    Key keys[MOST_KEYS];
    unsigned count = action->keys ? keys_from_names(action->keys, keys, MOST_KEYS) : 0;
    if (count == 0 || count > MOST_KEYS) {
        fail_msg("the action \"%s\" has no key, too many, or one that does not exist",
                 action->name);
    }
    if (!action->label || !*action->label || !action->help || !*action->help || !action->run) {
        fail_msg("the action \"%s\" has no label, help or function", action->name);
    }
    if (!strchr(".!?", action->help[strlen(action->help) - 1])) {
        fail_msg("the help of \"%s\" is no sentence", action->name);
    }
}

/* Terminals and desktops steal F-keys: whatever has one has a key with Alt or Ctrl as well. */
static void check_twin(const ScreenClass *class, const Action *action)
{
    Key keys[MOST_KEYS];
    unsigned count = MIN(keys_from_names(action->keys, keys, MOST_KEYS), MOST_KEYS);
    bool has_f = false, has_twin = false;
    for (unsigned i = 0; i < count; i++) {
        Key plain = keys[i] & ~(Key)(K_SHIFT | K_ALT | K_CTRL);
        bool is_f = plain > K_F0 && plain <= K_F24;
        has_f = has_f || is_f;
        has_twin = has_twin || (!is_f && (keys[i] & (K_ALT | K_CTRL)));
    }
    if (has_f && !has_twin) {
        fail_msg("on \"%s\", \"%s\" (%s) has no twin with Alt or Ctrl", class->name, action->name,
                 action->keys);
    }
}

/* The keys file names rows: each name stands once. */
static void check_name(const ScreenClass *class, const Action *actions, const Action *action)
{
    const Action *other = actions;
    while (strcmp(other->name, action->name) != 0) {
        other++;
    }
    if (other != action || strpbrk(action->name, ".=# \t")) {
        fail_msg("on \"%s\", \"%s\" is the name of two actions, or none for the keys file",
                 class->name, action->name);
    }
}

/* Notes the keys of ACTIONS; one that is there already is a mistake, unless both rows say when
 * they hold. */
static void claim_keys(GHashTable *claimed, const ScreenClass *class, const Action *actions)
{
    Screen screen = {.class = class};
    for (const Action *action = actions; action && action->name; action++) {
        check_row(action);
        check_twin(class, action);
        check_name(class, actions, action);
        bool is_global = actions == global_actions();
        if (is_global && action->when && !action->when(&screen)) {
            continue;
        }
        Key keys[MOST_KEYS];
        unsigned count = keys_from_names(action->keys, keys, MOST_KEYS);
        for (unsigned i = 0; i < MIN(count, MOST_KEYS); i++) {
            const Action *other = g_hash_table_lookup(claimed, GUINT_TO_POINTER(keys[i]));
            if (other && (is_global || !other->when || !action->when)) {
                g_autofree char *name = key_to_name(keys[i]);
                fail_msg("on \"%s\", %s is both \"%s\" and \"%s\"", class->name, name, other->name,
                         action->name);
            }
            g_hash_table_insert(claimed, GUINT_TO_POINTER(keys[i]), (gpointer)(guintptr)action);
        }
    }
}

static void screens__use_no_key_twice__and_explain_each(void **state)
{
    (void)state;
    const ScreenClass *const *classes = screen_classes();
    for (gsize i = 0; classes[i]; i++) {
        g_autoptr(GHashTable) claimed = g_hash_table_new(NULL, NULL);
        claim_keys(claimed, classes[i], classes[i]->actions);
        claim_keys(claimed, classes[i], global_actions());
    }
}

/* The last line is the bar, and no line leaves the terminal. Only help and palette have no F1. */
static void check_size(Harness *harness, const ScreenClass *class, int rows, int cols)
{
    harness_resize(harness, rows, cols);
    g_autofree char *text = harness_text(harness);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    bool has_help = strcmp(class->name, "help") != 0 && strcmp(class->name, "palette") != 0;
    if ((int)g_strv_length(lines) != rows + 1 ||
        !strstr(lines[rows - 1], has_help ? "F1 " : "Esc ")) {
        fail_msg("\"%s\" at %dx%d has no key bar:\n%s", class->name, cols, rows, text);
    }
    for (int row = 0; row < rows; row++) {
        if (text_width(lines[row]) > cols) {
            fail_msg("\"%s\" at %dx%d leaves the terminal in line %d:\n%s", class->name, cols, rows,
                     row + 1, text);
        }
    }
}

static void check_sizes(Harness *harness, const ScreenClass *class)
{
    check_size(harness, class, 24, 80);
    check_size(harness, class, 20, 60);
    check_size(harness, class, 12, 40);
    check_size(harness, class, 40, 140);
    check_size(harness, class, 60, 200);
}

/* A dialog about a failed load would lie over it. */
static void expect_on_top(Harness *harness, const Screen *screen)
{
    if (app_top(harness_app(harness)) != screen) {
        g_autofree char *text = harness_text(harness);
        fail_msg("\"%s\" is not on top:\n%s", screen->class->name, text);
    }
}

static void screens__open_draw_and_close__at_five_sizes(void **state)
{
    (void)state;
    const ScreenClass *const *classes = screen_classes();
    for (gsize i = 0; classes[i]; i++) {
        g_autoptr(Opening) opening = opening_new(classes[i]->name);
        g_autoptr(Harness) harness = harness_new(24, 80, opening->shop);
        Screen *screen = harness_open(harness, classes[i], opening->arg);
        if (!screen) {
            fail_msg("\"%s\" does not open", classes[i]->name);
        }
        expect_on_top(harness, screen);
        check_sizes(harness, classes[i]);
        harness_press(harness, "Down Up PgDn PgUp Tab");
        harness_resize(harness, 24, 80);
    }
}

static void screens__stay_in_their_lines__with_hostile_names(void **state)
{
    (void)state;
    const ScreenClass *const *classes = screen_classes();
    for (gsize i = 0; classes[i]; i++) {
        g_autoptr(Opening) opening = opening_new_on(classes[i]->name, "1010");
        g_autoptr(Harness) harness = harness_new(24, 80, opening->shop);
        Screen *screen = harness_open(harness, classes[i], opening->arg);
        expect_on_top(harness, screen);
        check_sizes(harness, classes[i]);
        /* Whatever is selected is hostile, too. */
        harness_resize(harness, 12, 40);
        harness_press(harness, "Down Down End");
        check_sizes(harness, classes[i]);
    }
}

/* What asks for somebody who is not there says so, and that is drawn as well. */
static void screens__open__where_there_is_nobody(void **state)
{
    (void)state;
    const ScreenClass *const *classes = screen_classes();
    for (gsize i = 0; classes[i]; i++) {
        g_autoptr(Opening) opening = opening_new_on(classes[i]->name, NULL);
        g_autoptr(Harness) harness = harness_new(24, 80, opening->shop);
        assert_non_null(harness_open(harness, classes[i], opening->arg));
        check_sizes(harness, classes[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(screens__have__names_and_functions),
        cmocka_unit_test(screens__use_no_key_twice__and_explain_each),
        cmocka_unit_test(screens__open_draw_and_close__at_five_sizes),
        cmocka_unit_test(screens__stay_in_their_lines__with_hostile_names),
        cmocka_unit_test(screens__open__where_there_is_nobody),
    };
    return cmocka_run_group_tests_name("screens", tests, NULL, NULL);
}
