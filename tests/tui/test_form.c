/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form: focus, values, checks, and how it looks. */
#include "tests/tui/harness.h"

#include "data/base/fault.h"
#include "tui/widgets/form.h"

#include <string.h>

static char *shout(const char *typed, gconstpointer context)
{
    return g_strdup_printf("%s%s", typed, (const char *)context);
}

static bool check_no_digits(const char *typed, gconstpointer context, GError **error)
{
    (void)context;
    if (strpbrk(typed, "0123456789")) {
        g_set_error_literal(error, FAULT, FAULT_REFUSED, "A name has no digits.");
        return false;
    }
    return true;
}

static bool check_something(const char *typed, gconstpointer context, GError **error)
{
    (void)context;
    (void)error;
    return *typed != '\0';
}

static const char *const forms_of_address[] = {"not known", "Sie", "du", NULL};

static const FormField fields[] = {
    {.name = "name", .label = "Name", .hint = "as people call them", .check = check_no_digits},
    {.name = "address", .label = "Address as", .kind = FORM_CHOICE, .choices = forms_of_address},
    {.name = "born",
     .label = "Birthday",
     .kind = FORM_DATE,
     .hint = "3.5. or May",
     .reading = shout,
     .max_chars = 12},
    {.name = "note", .label = "Note", .check = check_something},
};

static Form *new_form(void)
{
    return form_new(fields, G_N_ELEMENTS(fields), "!");
}

static void press(Form *form, const char *names)
{
    g_auto(GStrv) each = g_strsplit(names, " ", -1);
    for (gsize i = 0; each[i]; i++) {
        const Event event = {.kind = EVENT_KEY, .key = key_from_name(each[i])};
        assert_int_not_equal(event.key, K_NONE);
        form_input(form, &event);
    }
}

typedef struct {
    const char *keys, *focus;
} FocusCase;

static const FocusCase focus_cases[] = {
    {"Tab", "address"},
    {"Down Down", "born"},
    {"Enter Enter Enter", "note"},
    {"Enter Enter Enter Enter", "note"},
    {"Tab Tab Tab Tab", "name"},
    {"Shift-Tab", "note"},
    {"Up Up", "born"},
};

static void form_input__moves_the_focus(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(focus_cases); i++) {
        g_autoptr(Form) form = new_form();
        assert_string_equal(form_focus(form), "name");
        press(form, focus_cases[i].keys);
        assert_string_equal(form_focus(form), focus_cases[i].focus);
    }
}

static void form_input__leaves__enter_in_the_last_field(void **state)
{
    (void)state;
    g_autoptr(Form) form = new_form();
    form_set_focus(form, "note");
    const Event enter = {.kind = EVENT_KEY, .key = K_ENTER};
    const Event escape = {.kind = EVENT_KEY, .key = K_ESC};
    const Event undo = {.kind = EVENT_KEY, .key = K_CTRL + 'z'};
    assert_int_equal(form_input(form, &enter), OUTCOME_NONE);
    assert_int_equal(form_input(form, &escape), OUTCOME_NONE);
    assert_int_equal(form_input(form, &undo), OUTCOME_NONE);
}

static void form_get__returns__what_was_typed_and_chosen(void **state)
{
    (void)state;
    g_autoptr(Form) form = new_form();
    form_set(form, "name", "Ott");
    form_choose(form, "address", 2);
    assert_false(form_is_changed(form));
    press(form, "o Tab Right Tab 3 .");
    assert_string_equal(form_get(form, "name"), "Otto");
    assert_string_equal(form_get(form, "address"), "0");
    assert_string_equal(form_get(form, "born"), "3.");
    assert_string_equal(form_get(form, "note"), "");
    assert_true(form_is_changed(form));
    form_set_focus(form, "name");
    press(form, "Ctrl-Z");
    assert_string_equal(form_get(form, "name"), "Ott");
}

static void form_input__chooses__by_arrow_blank_and_letter(void **state)
{
    (void)state;
    g_autoptr(Form) form = new_form();
    press(form, "Tab d");
    assert_int_equal(form_chosen(form, "address"), 2);
    press(form, "Space");
    assert_int_equal(form_chosen(form, "address"), 0);
    press(form, "Left");
    assert_int_equal(form_chosen(form, "address"), 2);
    press(form, "S");
    assert_int_equal(form_chosen(form, "address"), 1);
    press(form, "x");
    assert_int_equal(form_chosen(form, "address"), 1);
}

static void form_check__stops__at_the_first_that_cannot_be_saved(void **state)
{
    (void)state;
    g_autoptr(Form) form = new_form();
    form_set(form, "note", "x");
    form_set_focus(form, "born");
    assert_true(form_check(form));
    assert_string_equal(form_focus(form), "born");
    form_set(form, "name", "R2D2");
    form_set(form, "note", "");
    assert_false(form_check(form));
    assert_string_equal(form_focus(form), "name");
}

static void form_insert__adds_a_row__and_keeps_the_focus(void **state)
{
    (void)state;
    static const FormField phone = {.name = "phone", .label = "Phone"};
    g_autoptr(Form) form = new_form();
    form_set_focus(form, "born");
    form_insert(form, 1, &phone);
    assert_string_equal(form_focus(form), "born");
    assert_int_equal(form_count(form), 5);
    assert_int_equal(form_find(form, "phone"), 1);
    assert_int_equal(form_find(form, "fax"), -1);
}

/* A screen that is nothing but a form. */
typedef struct {
    Screen base;
    Form *form;
} Sheet;

static bool sheet_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)arg;
    (void)error;
    ((Sheet *)screen)->form = new_form();
    return true;
}

static void sheet_draw(Screen *screen, Canvas *canvas)
{
    form_draw(((Sheet *)screen)->form, canvas);
}

static Outcome sheet_input(Screen *screen, const Event *event)
{
    return form_input(((Sheet *)screen)->form, event);
}

static void sheet_close(Screen *screen)
{
    form_free(((Sheet *)screen)->form);
}

static const ScreenClass sheet = {
    .name = "sheet",
    .title = "Sheet",
    .size = sizeof(Sheet),
    .open = sheet_open,
    .draw = sheet_draw,
    .input = sheet_input,
    .close = sheet_close,
};

static void form_draw__shows__readings_hints_and_complaints(void **state)
{
    (void)state;
    g_autoptr(Harness) harness = harness_new(24, 80, NULL);
    harness_open(harness, &sheet, NULL);
    harness_golden(harness, "form-empty");
    harness_type(harness, "R2D2");
    harness_press(harness, "Tab d Tab");
    harness_type(harness, "3.5.");
    harness_press(harness, "Tab");
    harness_paste(
        harness,
        "eine sehr lange Notiz\nüber mehr als eine Zeile, die im Feld nicht ganz zu sehen ist");
    harness_golden(harness, "form-filled");
    /* A click goes to the field, and typing takes the complaint away. */
    harness_click(harness, 2, 20);
    harness_press(harness, "Backspace");
    assert_false(harness_shows(harness, "A name has no digits."));
}

static void form_draw__shows_all_choices__with_the_focus(void **state)
{
    (void)state;
    g_autoptr(Harness) harness = harness_new(12, 40, NULL);
    Sheet *screen = (Sheet *)harness_open(harness, &sheet, NULL);
    static const char *const many[] = {"not known", "Sie (formal)", "du (informal)", "both", NULL};
    const FormField more = {.name = "more", .label = "More", .kind = FORM_CHOICE, .choices = many};
    form_insert(screen->form, 2, &more);
    harness_press(harness, "Right");
    assert_false(harness_shows(harness, "du (informal)"));
    harness_press(harness, "Tab Tab Right Right");
    harness_golden(harness, "form-choices-small");
    /* A click on the second line of the choices is still on them. */
    harness_click(harness, 5, 20);
    assert_string_equal(form_focus(screen->form), "more");
    harness_press(harness, "Tab");
    assert_false(harness_shows(harness, "Sie (formal)"));
    harness_expect(harness, "[du (informal)]");
}

static void form_draw__scrolls__to_the_focus(void **state)
{
    (void)state;
    g_autoptr(Harness) harness = harness_new(12, 40, NULL);
    Sheet *screen = (Sheet *)harness_open(harness, &sheet, NULL);
    for (int i = 0; i < 20; i++) {
        const FormField more = {.name = "more", .label = "More"};
        form_insert(screen->form, 4, &more);
    }
    harness_expect(harness, "Name");
    harness_expect(harness, "▾");
    assert_false(harness_shows(harness, "▴"));
    harness_press(harness, "Up");
    assert_false(harness_shows(harness, "Name"));
    harness_expect(harness, "▴");
    assert_false(harness_shows(harness, "▾"));
    /* Where all of it fits, nothing stays out of sight. */
    harness_resize(harness, 40, 40);
    harness_expect(harness, "Name");
    assert_false(harness_shows(harness, "▴") || harness_shows(harness, "▾"));
    harness_resize(harness, 12, 40);
    harness_press(harness, "Down");
    harness_expect(harness, "Name");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(form_input__moves_the_focus),
        cmocka_unit_test(form_input__leaves__enter_in_the_last_field),
        cmocka_unit_test(form_get__returns__what_was_typed_and_chosen),
        cmocka_unit_test(form_input__chooses__by_arrow_blank_and_letter),
        cmocka_unit_test(form_check__stops__at_the_first_that_cannot_be_saved),
        cmocka_unit_test(form_insert__adds_a_row__and_keeps_the_focus),
        cmocka_unit_test(form_draw__shows__readings_hints_and_complaints),
        cmocka_unit_test(form_draw__shows_all_choices__with_the_focus),
        cmocka_unit_test(form_draw__scrolls__to_the_focus),
    };
    return cmocka_run_group_tests_name("form", tests, NULL, NULL);
}
