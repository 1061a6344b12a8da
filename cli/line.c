/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed behind "tresen". */
#include "cli/line.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"

#include <getopt.h>
#include <string.h>

/* getopt_long's answers; those from CODE_COMMAND on are options of commands. */
enum {
    CODE_WORD = 1,
    CODE_HELP = 'h',
    CODE_UNKNOWN = '?',
    CODE_NO_VALUE = ':',
    CODE_SHOP = 256,
    CODE_VERSION,
    CODE_OPEN,
    CODE_RESET,
    CODE_COMMAND
};

void line_free(Line *line)
{
    if (line != NULL) {
        g_hash_table_unref(line->options);
        g_ptr_array_unref(line->words);
        g_free(line);
    }
}

static bool knows(const GArray *table, const char *name)
{
    for (guint i = 0; i < table->len; i++) {
        if (strcmp(g_array_index(table, struct option, i).name, name) == 0) {
            return true;
        }
    }
    return false;
}

/* The options of all commands and those that go with every one, each name once: the command may
 * come behind its options. */
static GArray *all_options(void)
{
    static const struct option everywhere[] = {
        {"shop", required_argument, NULL, CODE_SHOP},
        {"help", no_argument, NULL, CODE_HELP},
        {"version", no_argument, NULL, CODE_VERSION},
        {"open", required_argument, NULL, CODE_OPEN},
        {"reset-terminal", no_argument, NULL, CODE_RESET},
    };
    GArray *table = g_array_new(TRUE, TRUE, sizeof(struct option));
    g_array_append_vals(table, everywhere, G_N_ELEMENTS(everywhere));
    for (guint i = 0; commands[i] != NULL; i++) {
        for (const CommandOption *o = commands[i]->options; o != NULL && o->name != NULL; o++) {
            struct option entry = {o->name, o->value != NULL ? required_argument : no_argument,
                                   NULL, CODE_COMMAND + (int)table->len};
            if (!knows(table, o->name)) {
                g_array_append_val(table, entry);
            }
        }
    }
    return table;
}

static void refuse(GError **error, const char *sentence)
{
    g_set_error_literal(error, FAULT, FAULT_REFUSED, sentence);
}

/* The sentence for an option that getopt_long did not take. ARGUMENT is the whole word. */
static void refuse_option(GError **error, const char *argument, int code)
{
    g_autofree char *name = g_strndup(argument, strcspn(argument, "="));
    bool is_known = optopt != 0 && g_str_has_prefix(argument, "--");

    if (code == CODE_NO_VALUE) {
        g_set_error(error, FAULT, FAULT_REFUSED,
                    _("The option %s needs something after it. “tresen --help” shows what."), name);
    } else if (is_known) {
        g_set_error(error, FAULT, FAULT_REFUSED,
                    _("The option %s stands alone: leave out what follows the “=”."), name);
    } else {
        g_set_error(error, FAULT, FAULT_REFUSED,
                    _("There is no option %s. “tresen --help” shows what there is."), name);
    }
}

static void add_value(Line *line, const char *name, const char *value)
{
    GPtrArray *values = g_hash_table_lookup(line->options, name);
    if (values == NULL) {
        values = g_ptr_array_new_with_free_func(g_free);
        g_hash_table_insert(line->options, g_strdup(name), values);
    }
    g_ptr_array_add(values, g_strdup(value));
}

static void take_option(Line *line, const struct option *options, int code)
{
    if (code == CODE_WORD) {
        g_ptr_array_add(line->words, optarg);
    } else if (code == CODE_HELP) {
        line->help = true;
    } else if (code == CODE_VERSION) {
        line->version = true;
    } else if (code == CODE_SHOP) {
        line->shop = optarg;
    } else if (code == CODE_OPEN) {
        line->open = optarg;
    } else if (code == CODE_RESET) {
        line->reset_terminal = true;
    } else {
        add_value(line, options[code - CODE_COMMAND].name, optarg != NULL ? optarg : "");
    }
}

static bool read_words(Line *line, int argc, char **argv, const GArray *table, GError **error)
{
    const struct option *options = (const struct option *)(gconstpointer)table->data;

    /* 0 makes getopt_long begin anew; "-" gives the words in their order, whatever POSIXLY_CORRECT
     * says. */
    optind = 0;
    for (;;) {
        int place = MAX(optind, 1);
        int code = getopt_long(argc, argv, "-:h", options, NULL);
        if (code == -1) {
            break;
        }
        if (code == CODE_UNKNOWN || code == CODE_NO_VALUE) {
            refuse_option(error, argv[place], code);
            return false;
        }
        take_option(line, options, code);
    }
    for (int i = optind; i < argc; i++) {
        g_ptr_array_add(line->words, argv[i]);
    }
    return true;
}

/* The first word is the command. */
static bool take_command(Line *line, GError **error)
{
    if (line->words->len == 0) {
        return true;
    }
    const char *name = g_ptr_array_index(line->words, 0);
    line->command = command_named(name);
    if (line->command == NULL) {
        g_set_error(error, FAULT, FAULT_REFUSED,
                    _("There is no command “%s”. “tresen --help” shows what there is."), name);
        return false;
    }
    g_ptr_array_remove_index(line->words, 0);
    return true;
}

static bool options_belong(const Line *line, GError **error)
{
    GHashTableIter options;
    gpointer name;

    g_hash_table_iter_init(&options, line->options);
    while (g_hash_table_iter_next(&options, &name, NULL)) {
        if (line->command == NULL) {
            g_set_error(error, FAULT, FAULT_REFUSED,
                        _("The option --%s belongs to a command, and none was named. “tresen "
                          "--help” shows what there is."),
                        (const char *)name);
            return false;
        }
        if (command_option(line->command, name) == NULL) {
            g_set_error(
                error, FAULT, FAULT_REFUSED,
                _("The command “%s” has no option --%s. “tresen %s --help” shows what it has."),
                line->command->name, (const char *)name, line->command->name);
            return false;
        }
    }
    return true;
}

static bool words_fit(const Line *line, GError **error)
{
    if (line->shop != NULL && *line->shop == '\0') {
        refuse(error, _("--shop needs a file or a server (postgresql://…) after it."));
        return false;
    }
    if (line->open != NULL && (line->command != NULL || *line->open == '\0')) {
        refuse(error, _("--open needs the number of a customer after it, and no command: it opens "
                        "the full screen."));
        return false;
    }
    if (line->reset_terminal && line->command != NULL) {
        refuse(error, _("--reset-terminal stands alone: it needs no command."));
        return false;
    }
    if (line->command == NULL) {
        return true;
    }
    if (line->words->len < line->command->least) {
        refuse(error, _(line->command->missing));
        return false;
    }
    if (line->words->len > line->command->most) {
        g_set_error(error, FAULT, FAULT_REFUSED,
                    _("“%s” is one word too many for the command “%s”. “tresen %s --help” shows "
                      "what it takes."),
                    (const char *)g_ptr_array_index(line->words, line->command->most),
                    line->command->name, line->command->name);
        return false;
    }
    return true;
}

Line *line_read(int argc, char **argv, GError **error)
{
    g_autoptr(Line) line = g_new0(Line, 1);
    line->options =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
    line->words = g_ptr_array_new();
    g_autoptr(GArray) table = all_options();

    if (!read_words(line, argc, argv, table, error) || !take_command(line, error)) {
        return NULL;
    }
    if (!line->help && !line->version &&
        (!options_belong(line, error) || !words_fit(line, error))) {
        return NULL;
    }
    g_ptr_array_add(line->words, NULL);
    return g_steal_pointer(&line);
}
