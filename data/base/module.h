/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding and opening the program's modules: parts with a library that the program itself is not
 * linked with. */
#pragma once

#include <glib.h>

/* A module and what is said of it, in N_() sentences. */
typedef struct {
    const char *file;   /* "tresen-notify.so" */
    const char *symbol; /* the one that is asked for */
    const char *absent; /* that it was not installed, and how it is */
    const char *broken; /* that it cannot be loaded; %s is where it is */
} Module;

/* Opens MODULE for good and gives the address of its symbol. Its file is looked for in the folder
 * TRESEN_MODULES names, in ".libs" beside the running program, and where it is installed. *PATH,
 * unless NULL, gets where it was found (NULL when it was not); free with g_free. NULL with
 * FAULT_MISSING and what MODULE says. */
gpointer module_need(const Module *module, char **path, GError **error);
