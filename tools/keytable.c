/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints what can be done on every screen, with the keys, from the action rows: for the man page
 * (--man, mdoc) or the handbooks (--markdown), in the language of the environment. */
#include "data/base/i18n.h"
#include "language.h"
#include "tui/keymap.h"

#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef void (*PrintGroup)(const KeyGroup *group);

/* TEXT with BEFORE in front of each of the signs in SPECIAL. */
static char *escape(const char *text, const char *special, const char *before)
{
    GString *escaped = g_string_new(NULL);
    for (; *text; text++) {
        if (strchr(special, *text)) {
            g_string_append(escaped, before);
        }
        g_string_append_c(escaped, *text);
    }
    return g_string_free(escaped, FALSE);
}

/* TEXT for mdoc: each sentence on a line of its own, none of them taken for a request. */
static void print_man_text(const char *text)
{
    g_autofree char *escaped = escape(text, "\\", "\\");
    g_auto(GStrv) sentences = g_strsplit(escaped, ". ", -1);
    for (gsize i = 0; sentences[i]; i++) {
        bool is_request = *sentences[i] == '.' || *sentences[i] == '\'';
        printf("%s%s%s\n", is_request ? "\\&" : "", sentences[i], sentences[i + 1] ? "." : "");
    }
}

static void print_man(const KeyGroup *group)
{
    printf(".Ss ");
    print_man_text(key_group_title(group));
    printf(".Bl -tag -width \"Ctrl-P, Alt-x\" -compact\n");
    for (const Action *action = group->actions; action->name; action++) {
        g_autofree char *keys = keys_label(action->keys);
        /* In quotes and behind \& a key is a word and nothing else. */
        printf(".It \"\\&%s\"\n", keys);
        print_man_text(_(action->help));
    }
    printf(".El\n");
}

static void print_markdown(const KeyGroup *group)
{
    printf("\n### %s\n\n", key_group_title(group));
    printf("| | | |\n|---|---|---|\n");
    for (const Action *action = group->actions; action->name; action++) {
        g_autofree char *label = keys_label(action->keys);
        g_autofree char *keys = escape(label, "\\|*_`<", "\\");
        g_autofree char *name = escape(_(action->label), "\\|*_`<", "\\");
        g_autofree char *help = escape(_(action->help), "\\|*_`<", "\\");
        printf("| %s | %s | %s |\n", keys, name, help);
    }
}

int main(int argc, char **argv)
{
    PrintGroup print = NULL;
    if (argc == 2 && strcmp(argv[1], "--man") == 0) {
        print = print_man;
    } else if (argc == 2 && strcmp(argv[1], "--markdown") == 0) {
        print = print_markdown;
    } else {
        fprintf(stderr, "keytable --man | --markdown\n");
        return EXIT_FAILURE;
    }
    g_free(language_start());
    /* It is made in the folder below the one with the catalogues. */
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *tools = program ? g_path_get_dirname(program) : NULL;
    g_autofree char *build = tools ? g_path_get_dirname(tools) : NULL;
    language_bind_texts(build);
    g_autoptr(GArray) groups = key_groups();
    for (guint i = 0; i < groups->len; i++) {
        print(&g_array_index(groups, KeyGroup, i));
    }
    return EXIT_SUCCESS;
}
