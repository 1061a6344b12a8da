/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program that was built, as a process of its own. */
#pragma once

#include <glib.h>

/* Its path, whatever folder it is started in. Free with g_free. */
char *program_path(void);
/* An environment in which all it keeps of a person is below HOME, on a terminal as most have it, in
 * English and without what the person who runs the tests has chosen. Free with g_strfreev. */
char **program_environ(const char *home);
