/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the program keeps what is the person's own. */
#include "paths.h"

#include <glib.h>

void paths_start(void)
{
    static const char *const variables[] = {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
                                            "XDG_STATE_HOME"};
    for (guint i = 0; i < G_N_ELEMENTS(variables); i++) {
        const char *folder = g_getenv(variables[i]);
        if (folder != NULL && !g_path_is_absolute(folder)) {
            g_unsetenv(variables[i]);
        }
    }
}

char *path_shop(void)
{
    return g_build_filename(g_get_user_data_dir(), "tresen", "shop.tresen", NULL);
}

char *path_demo(void)
{
    return g_build_filename(g_get_user_data_dir(), "tresen", "demo.tresen", NULL);
}

char *path_config(void)
{
    return g_build_filename(g_get_user_config_dir(), "tresen", NULL);
}

char *path_state(void)
{
    return g_build_filename(g_get_user_state_dir(), "tresen", NULL);
}

char *path_backups(void)
{
    return g_build_filename(g_get_user_state_dir(), "tresen", "backups", NULL);
}
