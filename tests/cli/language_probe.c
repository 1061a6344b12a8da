/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints what language.c makes of the environment: other character set, character set in force,
 * texts, decimal sign. */
#include "language.h"

#include "data/base/i18n.h"

#include <glib.h>
#include <langinfo.h>
#include <stdio.h>

int main(int argc, char **argv)
{
    g_autofree char *other = language_start();
    language_bind_texts(argc > 1 ? argv[1] : NULL);
    printf("%s %s %s %s\n", other != NULL ? other : "-", nl_langinfo(CODESET), gettext("probe"),
           nl_langinfo(RADIXCHAR));
    return 0;
}
