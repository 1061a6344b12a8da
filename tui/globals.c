/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows that hold everywhere. Help and the palette do not open over themselves. */
#include "tui/globals.h"

#include "data/base/i18n.h"
#include "tui/app.h"
#include "tui/discreet.h"
#include "tui/screens/dialogs.h"

#include <string.h>

static bool is_named(const Screen *screen, const char *name)
{
    return strcmp(screen->class->name, name) == 0;
}

static bool is_no_overview(const Screen *screen)
{
    return !is_named(screen, "help") && !is_named(screen, "palette");
}

static Outcome show_help(Screen *screen)
{
    screen_push(screen, &screen_help, screen, NULL);
    return OUTCOME_HANDLED;
}

static Outcome run_found(Screen *screen, gpointer found)
{
    return found ? app_perform(screen, found) : OUTCOME_HANDLED;
}

static Outcome show_palette(Screen *screen)
{
    screen_push(screen, &screen_palette, screen, run_found);
    return OUTCOME_HANDLED;
}

/* Whether F9 is free for the list of all that can be done: home has a menu of its own. */
static bool has_no_menu(const Screen *screen)
{
    return is_no_overview(screen) && screen->class->place != SCREEN_DIALOG &&
           !is_named(screen, "home");
}

static Outcome redraw(Screen *screen)
{
    app_repaint(screen->app);
    return OUTCOME_REDRAW;
}

static Outcome quit(Screen *screen)
{
    (void)screen;
    return OUTCOME_QUIT;
}

static const Action actions[] = {
    {"help", "F1|Ctrl-G", N_("Help"), N_("Explains what you can do on this screen."),
     .run = show_help, .when = is_no_overview, .menu = true},
    {"palette", "Ctrl-P|Alt-x", N_("Commands"), N_("Finds anything you can do here by its name."),
     .run = show_palette, .when = is_no_overview, .quiet = true},
    {"discreet", "F12|Alt-h", N_("Discreet"),
     N_("Hides what a customer should not read; again shows it."), .run = discreet_toggle,
     .quiet = true, .menu = true},
    {"menu", "F9|Alt-m", N_("Menu"), N_("Shows everything you can do here."), .run = show_palette,
     .when = has_no_menu, .quiet = true},
    {"redraw", "Ctrl-L", N_("Redraw"),
     N_("Draws the screen again when something has disturbed it."), .run = redraw, .quiet = true},
    {"quit", "F10|Ctrl-Q", N_("Quit"),
     N_("Ends the program. Everything that was saved stays saved."), .run = quit, .quiet = true,
     .menu = true},
    {0},
};

const Action *global_actions(void)
{
    return actions;
}

bool global_has(const Action *action)
{
    const Action *row = actions;
    while (row->name && row != action) {
        row++;
    }
    return row->name != NULL;
}

const Action *global_action(const char *name)
{
    return action_named(actions, name);
}
