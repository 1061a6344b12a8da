/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All screens, from screens.def. */
#include "tui/screen.h"

#include <string.h>

#define SCREEN(name) extern const ScreenClass screen_##name;
#include "tui/screens.def"
#undef SCREEN

#define SCREEN(name) &screen_##name,
static const ScreenClass *const classes[] = {
#include "tui/screens.def"
    NULL,
};
#undef SCREEN

const ScreenClass *const *screen_classes(void)
{
    return classes;
}

const ScreenClass *screen_class(const char *name)
{
    for (gsize i = 0; classes[i]; i++) {
        if (strcmp(classes[i]->name, name) == 0) {
            return classes[i];
        }
    }
    return NULL;
}

const Action *action_named(const Action *rows, const char *name)
{
    for (const Action *row = rows; row && row->name; row++) {
        if (strcmp(row->name, name) == 0) {
            return row;
        }
    }
    return NULL;
}
