/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Understanding the words behind "tresen". */
#include "tests/data/fixture.h"

#include "cli/line.h"
#include "data/base/fault.h"

#include <string.h>

/* What is typed, parted by blanks, and what comes of it. */
typedef struct {
    const char *typed;
    const char *command; /* "": none */
    const char *words;   /* parted by "|" */
    const char *options; /* of the command, in the order of their names: "json= limit=5" */
    const char *shop;    /* "": not given */
} Case;

static char *options_of(const Line *line)
{
    GString *text = g_string_new(NULL);
    g_autoptr(GList) names =
        g_list_sort(g_hash_table_get_keys(line->options), (GCompareFunc)strcmp);
    for (GList *name = names; name != NULL; name = name->next) {
        const GPtrArray *values = g_hash_table_lookup(line->options, name->data);
        for (guint i = 0; i < values->len; i++) {
            g_string_append_printf(text, "%s%s=%s", text->len > 0 ? " " : "", (char *)name->data,
                                   (char *)g_ptr_array_index(values, i));
        }
    }
    return g_string_free(text, FALSE);
}

static void line__takes_options__in_any_position(void **state)
{
    static const Case cases[] = {
        {"", "", "", "", ""},
        {"find x", "find", "x", "", ""},
        {"find x y z", "find", "x|y|z", "", ""},
        {"--shop F find x", "find", "x", "", "F"},
        {"find x --shop F", "find", "x", "", "F"},
        {"find --shop=F x", "find", "x", "", "F"},
        {"--limit 5 --json find x", "find", "x", "json= limit=5", ""},
        {"find --limit=5 x --json", "find", "x", "json= limit=5", ""},
        {"find x --limit 5 --limit 7", "find", "x", "limit=5 limit=7", ""},
        {"find -- --json", "find", "--json", "", ""},
        {"find --json -- -- --limit", "find", "--|--limit", "json=", ""},
        {"-- find x", "find", "x", "", ""},
        {"find -", "find", "-", "", ""},
        {"find x --lim 5", "find", "x", "limit=5", ""},
        {"find --limit -5 x", "find", "x", "limit=-5", ""},
        {"birthdays --from a --to b", "birthdays", "", "from=a to=b", ""},
        {"import list --dry-run", "import", "list", "dry-run=", ""},
        {"--shop F", "", "", "", "F"},
        {"--shop F --open 1042", "", "", "", "F"},
        {"find find", "find", "find", "", ""},
    };
    (void)state;

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        g_autofree char *all =
            g_strconcat("tresen", *cases[i].typed != '\0' ? " " : "", cases[i].typed, NULL);
        g_auto(GStrv) argv = g_strsplit(all, " ", -1);
        g_autoptr(Line) line = line_read((int)g_strv_length(argv), argv, &error);
        expect_done(line != NULL, error);
        g_autofree char *words = g_strjoinv("|", (char **)line->words->pdata);
        g_autofree char *options = options_of(line);
        assert_string_equal(line->command != NULL ? line->command->name : "", cases[i].command);
        assert_string_equal(words, cases[i].words);
        assert_string_equal(options, cases[i].options);
        assert_string_equal(line->shop != NULL ? line->shop : "", cases[i].shop);
        assert_false(line->help || line->version);
    }
}

static void line__takes_a_number__for_the_full_screen(void **state)
{
    (void)state;
    char program[] = "tresen", option[] = "--open", number[] = "1042";
    char *argv[] = {program, option, number, NULL};
    g_autoptr(GError) error = NULL;
    g_autoptr(Line) line = line_read(3, argv, &error);
    expect_done(line != NULL, error);
    assert_string_equal(line->open, "1042");
}

static void line__refuses__what_it_does_not_know(void **state)
{
    static const char *const typed[] = {
        "nonsense",
        "find",
        "find x --nonsense",
        "find x --csv F",
        "find x --limit",
        "--shop",
        "find x --json=1",
        "--json",
        "show",
        "show 1 2",
        "today x",
        "check x",
        "import",
        "import a b",
        "find x --shop=",
        "-x",
        "find -x y",
        "-hx",
        "find x --d",
        "--date d",
        "find --open 7 x",
        "--open",
        "--open=",
    };
    (void)state;

    for (guint i = 0; i < G_N_ELEMENTS(typed); i++) {
        g_autoptr(GError) error = NULL;
        g_autofree char *all = g_strconcat("tresen ", typed[i], NULL);
        g_auto(GStrv) argv = g_strsplit(all, " ", -1);
        g_autoptr(Line) line = line_read((int)g_strv_length(argv), argv, &error);
        assert_null(line);
        expect_fault(error, FAULT_REFUSED);
    }
}

static void line__sees__help_and_version(void **state)
{
    static const struct {
        const char *typed;
        bool help, version;
    } cases[] = {
        {"--help", true, false},
        {"-h", true, false},
        {"--version", false, true},
        {"find --help", true, false},
        {"--help find", true, false},
        {"show --help", true, false},
        {"find --csv F --help", true, false},
    };
    (void)state;

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        g_autofree char *all = g_strconcat("tresen ", cases[i].typed, NULL);
        g_auto(GStrv) argv = g_strsplit(all, " ", -1);
        g_autoptr(Line) line = line_read((int)g_strv_length(argv), argv, &error);
        expect_done(line != NULL, error);
        assert_int_equal(line->help, cases[i].help);
        assert_int_equal(line->version, cases[i].version);
    }
}

/* One name has to mean one kind of option, because the command may come behind it. */
static void commands__agree__on_their_options(void **state)
{
    (void)state;
    for (guint i = 0; commands[i] != NULL; i++) {
        assert_ptr_equal(command_named(commands[i]->name), commands[i]);
        assert_true(commands[i]->least == 0 || commands[i]->missing != NULL);
        for (const CommandOption *option = commands[i]->options;
             option != NULL && option->name != NULL; option++) {
            for (guint other = 0; commands[other] != NULL; other++) {
                const CommandOption *same = command_option(commands[other], option->name);
                assert_true(same == NULL || (same->value == NULL) == (option->value == NULL));
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(line__takes_options__in_any_position),
        cmocka_unit_test(line__takes_a_number__for_the_full_screen),
        cmocka_unit_test(line__refuses__what_it_does_not_know),
        cmocka_unit_test(line__sees__help_and_version),
        cmocka_unit_test(commands__agree__on_their_options),
    };
    return cmocka_run_group_tests_name("line", tests, NULL, NULL);
}
