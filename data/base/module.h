/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding and opening the program's modules: parts with a library that the program itself is not
 * linked with. */
#pragma once

#include <glib.h>

typedef enum {
    MODULE_OPEN,
    MODULE_ABSENT, /* the file is in none of the places */
    MODULE_BROKEN  /* it is there but cannot be loaded, mostly for want of its library */
} ModuleState;

/* Opens the module FILE ("tresen-notify.so") for good and puts the address of its SYMBOL into
 * *ADDRESS. It is looked for in the folder TRESEN_MODULES names, in ".libs" beside the running
 * program, and where it is installed. *PATH, unless NULL, gets where it was found (NULL when it was
 * not); free with g_free. */
ModuleState module_open(const char *file, const char *symbol, gpointer *address, char **path);
