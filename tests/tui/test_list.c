/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moving through a list, what stays selected, and what is in sight. */
#include "tests/tui/harness.h"

#include "tui/widgets/list.h"

#include <string.h>

/* A model of the tests: one word a row; those in capitals are headings. The id of a row is its
 * first letter. */
static guint word_count(gconstpointer model)
{
    return g_strv_length((char **)(guintptr)model);
}

static const char *word_at(gconstpointer model, guint row)
{
    return ((const char *const *)model)[row];
}

static bool word_is_heading(gconstpointer model, guint row)
{
    return g_ascii_isupper(word_at(model, row)[0]);
}

static gint64 word_id(gconstpointer model, guint row)
{
    return word_at(model, row)[0];
}

static void word_draw(Canvas *line, gconstpointer model, guint row)
{
    canvas_put(line, 0, line->selected ? 2 : 0, AREA_TEXT, word_at(model, row));
}

static const ListClass words = {.count = word_count,
                                .is_heading = word_is_heading,
                                .is_title = word_is_heading,
                                .id = word_id,
                                .draw = word_draw};
static const ListClass places = {.count = word_count, .draw = word_draw};

static const char *const fruits[] = {"RED",  "apple", "berry", "GREEN",
                                     "kiwi", "lime",  "pear",  NULL};
static const char *const fewer[] = {"GREEN", "kiwi", "lime", NULL};
static const char *const other[] = {"x", "y", NULL};
static const char *const headings[] = {"A", "B", NULL};
static const char *const none[] = {NULL};

static Outcome press(List *list, const char *name)
{
    const Event event = {.kind = EVENT_KEY, .key = key_from_name(name)};
    return list_input(list, &event, true);
}

typedef struct {
    const char *const *model;
    const char *keys;
    int selected;
} MoveCase;

static const MoveCase move_cases[] = {
    {fruits, "", 1},
    {fruits, "Down", 2},
    {fruits, "Down Down", 4},
    {fruits, "Down Down Up", 2},
    {fruits, "Up", 1},
    {fruits, "End", 6},
    {fruits, "End Down", 6},
    {fruits, "End Home", 1},
    {fruits, "PgDn", 4},
    {fruits, "PgDn PgDn PgDn PgDn", 6},
    {fruits, "End PgUp PgUp PgUp", 1},
    {fruits, "Ctrl-End", 6},
    {headings, "Down End", -1},
    {none, "Down End PgUp Home", -1},
    {other, "Down", 1},
};

static void list_input__moves__over_rows_that_can_be_selected(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(move_cases); i++) {
        List list;
        list_init(&list, &words);
        list.height = 4;
        list_show(&list, move_cases[i].model);
        g_auto(GStrv) keys = g_strsplit(move_cases[i].keys, " ", -1);
        for (gsize k = 0; keys[k]; k++) {
            assert_int_equal(press(&list, keys[k]), OUTCOME_REDRAW);
        }
        assert_int_equal(list_selected(&list), move_cases[i].selected);
    }
}

static void list_input__leaves_alone__other_keys(void **state)
{
    (void)state;
    List list;
    list_init(&list, &words);
    list_show(&list, fruits);
    assert_int_equal(press(&list, "Enter"), OUTCOME_NONE);
    assert_int_equal(press(&list, "a"), OUTCOME_NONE);
    const Event home = {.kind = EVENT_KEY, .key = K_HOME};
    assert_int_equal(list_input(&list, &home, false), OUTCOME_NONE);
}

static void list_show__keeps_the_selection__on_the_same_thing(void **state)
{
    (void)state;
    List list;
    list_init(&list, &words);
    list_show(&list, fruits);
    list_select(&list, 5);
    list_show(&list, fewer);
    assert_int_equal(list_selected(&list), 2);
    list_show(&list, fruits);
    assert_int_equal(list_selected(&list), 5);
    /* Gone: the nearest place. */
    list_show(&list, other);
    assert_int_equal(list_selected(&list), 1);
    list_show(&list, none);
    assert_int_equal(list_selected(&list), -1);
    list_show(&list, NULL);
    assert_false(list_has_selection(&list));
    list_show(&list, fruits);
    assert_int_equal(list_selected(&list), 1);
}

static void list_select_id__finds_a_row__and_leaves_the_selection_without_one(void **state)
{
    (void)state;
    List list;
    list_init(&list, &words);
    assert_false(list_select_id(&list, 'k'));
    list_show(&list, fruits);
    assert_true(list_select_id(&list, 'p'));
    assert_int_equal(list_selected(&list), 6);
    assert_true(list_select_id(&list, 'a'));
    assert_int_equal(list_selected(&list), 1);
    assert_false(list_select_id(&list, 'R'));
    assert_false(list_select_id(&list, 'z'));
    assert_int_equal(list_selected(&list), 1);
}

static void list_show__keeps_the_place__without_ids(void **state)
{
    (void)state;
    List list;
    list_init(&list, &places);
    list_show(&list, fruits);
    list_select(&list, 5);
    list_show(&list, fewer);
    assert_int_equal(list_selected(&list), 2);
}

static void list_input__takes__clicks_and_the_wheel(void **state)
{
    (void)state;
    List list;
    list_init(&list, &words);
    list_show(&list, fruits);
    list.height = 7;
    const Event on_lime = {.kind = EVENT_CLICK, .row = 5};
    assert_int_equal(list_input(&list, &on_lime, true), OUTCOME_REDRAW);
    assert_int_equal(list_selected(&list), 5);
    assert_int_equal(list_input(&list, &on_lime, true), OUTCOME_AS_ENTER);
    const Event on_heading = {.kind = EVENT_CLICK, .row = 3};
    assert_int_equal(list_input(&list, &on_heading, true), OUTCOME_NONE);
    const Event below = {.kind = EVENT_CLICK, .row = 20};
    assert_int_equal(list_input(&list, &below, true), OUTCOME_NONE);
    const Event above = {.kind = EVENT_CLICK, .row = -2};
    assert_int_equal(list_input(&list, &above, true), OUTCOME_NONE);
    const Event up = {.kind = EVENT_WHEEL, .steps = -3};
    assert_int_equal(list_input(&list, &up, true), OUTCOME_REDRAW);
    assert_int_equal(list_selected(&list), 1);
}

/* A screen that is nothing but a list. */
typedef struct {
    Screen base;
    List list;
} Lister;

static bool lister_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    Lister *self = (Lister *)screen;
    list_init(&self->list, &words);
    list_show(&self->list, arg);
    return true;
}

static void lister_draw(Screen *screen, Canvas *canvas)
{
    Canvas part = canvas_part(canvas, 0, 0, 4, canvas->cols);
    list_draw(&((Lister *)screen)->list, &part, true);
}

static Outcome lister_input(Screen *screen, const Event *event)
{
    return list_input(&((Lister *)screen)->list, event, true);
}

static const ScreenClass lister = {
    .name = "lister",
    .title = "List",
    .size = sizeof(Lister),
    .place = SCREEN_BARE,
    .open = lister_open,
    .draw = lister_draw,
    .input = lister_input,
};

/* The mark at the right edge stands behind one blank. */
static void close_up(char *line)
{
    static const char *const marks[] = {"▴", "▾"};
    for (gsize i = 0; i < G_N_ELEMENTS(marks); i++) {
        if (g_str_has_suffix(line, marks[i])) {
            line[strlen(line) - strlen(marks[i])] = '\0';
            g_strchomp(line);
            strcat(strcat(line, " "), marks[i]);
        }
    }
}

static void expect_rows(Harness *harness, const char *expected)
{
    g_autofree char *text = harness_text(harness);
    g_auto(GStrv) lines = g_strsplit(text, "\n", 6);
    for (gsize i = 0; lines[i] != NULL; i++) {
        close_up(lines[i]);
    }
    g_autofree char *shown = g_strjoin("|", lines[0], lines[1], lines[2], lines[3], lines[4], NULL);
    assert_string_equal(shown, expected);
}

static void list_draw__keeps_the_selection__in_sight(void **state)
{
    (void)state;
    g_autoptr(Harness) harness = harness_new(12, 40, NULL);
    harness_open(harness, &lister, fruits);
    expect_rows(harness, "RED|  apple|berry| ▾|");
    harness_press(harness, "Down Down");
    expect_rows(harness, "apple ▴|berry|GREEN|  kiwi ▾|");
    harness_press(harness, "End");
    expect_rows(harness, "GREEN ▴|kiwi|lime|  pear|");
    harness_press(harness, "Up Up");
    expect_rows(harness, "GREEN ▴|  kiwi|lime|pear|");
    harness_press(harness, "Home");
    expect_rows(harness, "RED|  apple|berry| ▾|");
}

static const char *const signs[] = {"a → b · c …", "“so” – ›x‹", NULL};

static void canvas__writes_signs_in_ascii__where_the_terminal_has_no_others(void **state)
{
    (void)state;
    static const char *const types[] = {"vt100", "linux"};
    for (gsize i = 0; i < G_N_ELEMENTS(types); i++) {
        g_autoptr(Harness) harness = harness_new_on(types[i], 12, 40, NULL);
        harness_open(harness, &lister, signs);
        harness_expect(harness, "a -> b - c ...");
        harness_expect(harness, "\"so\" - >x<");
    }
}

/* ---- long lists ---- */

/* A model of many rows that counts how often it is asked. Row 7 is known by 7. */
typedef struct {
    guint rows;
    guint ids, draws;
    guint least, most; /* the rows that were drawn */
    int answer;        /* of find */
} Many;

static guint many_count(gconstpointer model)
{
    return ((const Many *)model)->rows;
}

static gint64 many_id(gconstpointer model, guint row)
{
    Many *many = (Many *)(guintptr)model;
    many->ids++;
    return row;
}

static void many_draw(Canvas *line, gconstpointer model, guint row)
{
    Many *many = (Many *)(guintptr)model;
    g_autofree char *text = g_strdup_printf("row %u", row);
    canvas_put(line, 0, 1, AREA_TEXT, text);
    many->draws++;
    many->least = MIN(many->least, row);
    many->most = MAX(many->most, row);
}

static int many_find(gconstpointer model, gint64 id, guint near)
{
    (void)id;
    (void)near;
    return ((const Many *)model)->answer;
}

static const ListClass many_rows = {.count = many_count, .id = many_id, .draw = many_draw};
static const ListClass window = {
    .count = many_count, .id = many_id, .find = many_find, .draw = many_draw};

static void many_screen_draw(Screen *screen, Canvas *canvas)
{
    list_draw(&((Lister *)screen)->list, canvas, true);
}

static bool many_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    list_init(&((Lister *)screen)->list, &many_rows);
    list_show(&((Lister *)screen)->list, arg);
    return true;
}

static Outcome many_input(Screen *screen, const Event *event)
{
    return list_input(&((Lister *)screen)->list, event, true);
}

static const ScreenClass many_lister = {.name = "many",
                                        .title = "Many",
                                        .size = sizeof(Lister),
                                        .open = many_open,
                                        .input = many_input,
                                        .draw = many_screen_draw};

static void list_draw__asks_for_the_rows_in_sight__however_many_there_are(void **state)
{
    (void)state;
    static const guint sizes[] = {100000, 1000000};
    for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++) {
        Many many = {.rows = sizes[i]};
        g_autoptr(Harness) harness = harness_new(24, 80, NULL);
        harness_open(harness, &many_lister, &many);
        static const char *const keys[] = {"End", "PgUp", "Up", "Home", "PgDn", "PgDn", "Down"};
        for (gsize k = 0; k < G_N_ELEMENTS(keys); k++) {
            many.draws = many.most = many.ids = 0;
            many.least = G_MAXUINT;
            harness_press(harness, keys[k]);
            g_free(harness_text(harness));
            assert_in_range(many.draws, 1, 60);
            assert_in_range(many.most - many.least, 0, 20);
            assert_in_range(many.ids, 0, 10);
        }
        harness_expect(harness, " row 39");
        harness_press(harness, "End");
        g_autofree char *last = g_strdup_printf(" row %u", sizes[i] - 1);
        harness_expect(harness, last);
    }
}

static void list_show__looks_near_the_old_place__however_many_there_are(void **state)
{
    (void)state;
    List list;
    Many many = {.rows = 1000000};
    const Many short_one = {.rows = 500};
    list_init(&list, &many_rows);
    list_show(&list, &many);
    list_select(&list, 700000);
    list_show(&list, &many);
    assert_int_equal(list_selected(&list), 700000);
    assert_in_range(many.ids, 1, 10);
    list_show(&list, &short_one);
    assert_int_equal(list_selected(&list), 499);
    assert_in_range(short_one.ids, 0, 2100);
}

static void list_show__takes_the_word__of_a_model_that_knows(void **state)
{
    (void)state;
    List list;
    Many many = {.rows = 1000, .answer = 900};
    list_init(&list, &window);
    list_show(&list, &many);
    list_select(&list, 10);
    list_show(&list, &many);
    assert_int_equal(list_selected(&list), 900);
    many.answer = -1;
    list_show(&list, &many);
    assert_int_equal(list_selected(&list), 900);
}

/* ---- the cursor ---- */

static void expect_cursor(Harness *harness, int wanted)
{
    int row = -1, col = -1;
    assert_true(harness_cursor(harness, &row, &col));
    assert_int_equal(row, wanted);
    assert_int_equal(col, 0);
}

static void list_draw__puts_the_cursor__on_the_selected_row(void **state)
{
    (void)state;
    Many many = {.rows = 1000};
    g_autoptr(Harness) harness = harness_new(24, 80, NULL);
    harness_open(harness, &many_lister, &many);
    expect_cursor(harness, 2);
    harness_press(harness, "Down Down");
    expect_cursor(harness, 4);
    harness_press(harness, "End");
    expect_cursor(harness, 21);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(list_input__moves__over_rows_that_can_be_selected),
        cmocka_unit_test(list_input__leaves_alone__other_keys),
        cmocka_unit_test(list_show__keeps_the_selection__on_the_same_thing),
        cmocka_unit_test(list_select_id__finds_a_row__and_leaves_the_selection_without_one),
        cmocka_unit_test(list_show__keeps_the_place__without_ids),
        cmocka_unit_test(list_input__takes__clicks_and_the_wheel),
        cmocka_unit_test(list_draw__keeps_the_selection__in_sight),
        cmocka_unit_test(canvas__writes_signs_in_ascii__where_the_terminal_has_no_others),
        cmocka_unit_test(list_draw__asks_for_the_rows_in_sight__however_many_there_are),
        cmocka_unit_test(list_show__looks_near_the_old_place__however_many_there_are),
        cmocka_unit_test(list_show__takes_the_word__of_a_model_that_knows),
        cmocka_unit_test(list_draw__puts_the_cursor__on_the_selected_row),
    };
    return cmocka_run_group_tests_name("list", tests, NULL, NULL);
}
