/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be typed into the box, told by the help. */
#include "tui/screens/homehelp.h"

#include "data/base/i18n.h"
#include "tui/counter.h"

#include <string.h>

/* An example of what can be typed, and what it finds. */
typedef struct {
    const char *typed, *finds;
} Example;

static const Example examples[] = {
    /* TRANSLATORS: examples of what is typed to find a customer, at most 17 cells. Take such as are
     * usual with you: beginnings of a family and a given name, a name to be misheard, the end of a
     * phone number, a birthday, a street, a word of a note, a short form, a name and a note. */
    {N_("mül an"), N_("Names by how they begin, in any order.")},
    {N_("mayer"), N_("Also Meier: what sounds alike, or is a letter or two off.")},
    {N_("1042"), N_("A customer number; a scanned card opens at once.")},
    {N_("4220, anna 0421"), N_("The end of a phone number, or any piece of it.")},
    {N_("3.5., 3 May 1956"), N_("Birthdays.")},
    {N_("meier str. 12"), N_("Streets and places, however they are written.")},
    {N_("dachshund"), N_("A description, a note, a usual order.")},
    {N_("mül strawberr"), N_("Beginnings of all these together.")},
    {N_("bob"), N_("Robert: short forms, and words that mean the same.")},
};

/* PATH as people write it. Free with g_free. */
static char *brief_path(const char *path)
{
    const char *home = g_get_home_dir();
    gsize length = strlen(home);
    bool is_below = length > 1 && g_str_has_prefix(path, home) && path[length] == '/';
    return is_below ? g_strconcat("~", path + length, NULL) : g_strdup(path);
}

char **home_examples(const Screen *screen)
{
    g_autoptr(GStrvBuilder) lines = g_strv_builder_new();
    for (guint i = 0; i < G_N_ELEMENTS(examples); i++) {
        g_strv_builder_add_many(lines, _(examples[i].typed), _(examples[i].finds), NULL);
    }
    g_autofree char *file = g_build_filename(counter_of(screen)->config_folder, "words", NULL);
    g_autofree char *path = brief_path(file);
    /* TRANSLATORS: below short forms and words that mean the same; the path of a file. */
    g_autofree char *own = g_strdup_printf(_("Your own words: %s"), path);
    g_strv_builder_add_many(lines, "", own, NULL);
    return g_strv_builder_end(lines);
}
