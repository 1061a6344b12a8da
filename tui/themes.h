/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All themes there are by name: the built-in ones, and a person's own, which are files
 * themes/NAME.theme in the folder for choices. An own theme with the name of a built-in one takes
 * its place. Main thread. */
#pragma once

#include "tui/app.h"
#include "tui/preferences.h"
#include "tui/theme.h"

/* The names of all themes: the built-in ones in the order of the program ("default" first), then
 * the own ones by name, each once. CONFIG_FOLDER may be NULL: no own ones. Ends with NULL; free
 * with g_strfreev. */
char **theme_list(const char *config_folder);

/* The theme NAME, from CONFIG_FOLDER (NULL: none there) if it is there and can be read, else the
 * built-in one. What is wrong in its file is added to FAULTS as by theme_read, with the path of
 * the file; so is why the file cannot be read. NULL, and a sentence in FAULTS, if there is no
 * theme of that name. Free with theme_free. */
Theme *theme_load(const char *name, const char *config_folder, GPtrArray *faults);

/* Shows APP with the theme and the symbols of PREFERENCES; where no theme is chosen or there is
 * none of that name, with the usual one of the terminal (app_usual_theme). FAULTS as above. */
void theme_apply(App *app, const Preferences *preferences, GPtrArray *faults);
