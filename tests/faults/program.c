/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the program is, and what is around it. */
#include "tests/faults/program.h"

char *program_path(void)
{
    const char *told = g_getenv("TRESEN");
    return g_canonicalize_filename(told != NULL ? told : "tresen", NULL);
}

char **program_environ(const char *home)
{
    static const char *const homes[] = {"HOME", "XDG_DATA_HOME", "XDG_STATE_HOME",
                                        "XDG_CONFIG_HOME", "XDG_CACHE_HOME"};
    static const char *const others[] = {
        "LANGUAGE",        "LANG",  "NO_COLOR", "DBUS_SESSION_BUS_ADDRESS",
        "XDG_RUNTIME_DIR", "LINES", "COLUMNS",  "ESCDELAY"};
    char **environment = g_get_environ();
    for (guint i = 0; i < G_N_ELEMENTS(homes); i++) {
        g_autofree char *path = g_build_filename(home, homes[i], NULL);
        environment = g_environ_setenv(environment, homes[i], path, TRUE);
    }
    for (guint i = 0; i < G_N_ELEMENTS(others); i++) {
        environment = g_environ_unsetenv(environment, others[i]);
    }
    environment = g_environ_setenv(environment, "TERM", "xterm-256color", TRUE);
    return g_environ_setenv(environment, "LC_ALL", "C.UTF-8", TRUE);
}
