/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The full-screen program: its shop, its terminal, and the first screen. */
#include "tui/tui.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/instant.h"
#include "data/base/outlet.h"
#include "data/shopknown.h"
#include "tui/alarm.h"
#include "tui/app.h"
#include "tui/counter.h"
#include "tui/demomode.h"
#include "tui/keysfile.h"
#include "tui/lookback.h"
#include "tui/ownfiles.h"
#include "tui/screens/cardjump.h"
#include "tui/screens/home.h"
#include "tui/screens/start.h"
#include "tui/screens/trouble.h"
#include "tui/themes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* How long a server that is silent is waited for in the end. */
enum { PATIENCE_S = 5 };

/* The shop where OPTIONS say, and what the counter has to know of it; NULL without an error when
 * there is none yet. */
static Shop *open_shop(const TuiOptions *options, Counter *counter, GError **error)
{
    if (!shop_exists(options->shop)) {
        shop_known_gone(options->spare_folder, options->shop, error);
        return NULL;
    }
    char at[21];
    g_autoptr(GDateTime) now = options->now(options->now_data);
    instant_write(now, at);
    gpointer opening = options->opening != NULL ? options->opening(options->shop) : NULL;
    g_autoptr(Shop) shop =
        shop_open_watched(options->shop, DB_READ_WRITE, options->backup_folder, at,
                          options->upgrading, options->upgrading_data, error);
    if (options->opened != NULL) {
        options->opened(opening);
    }
    /* A server's database in which there is no shop yet is a place for one. */
    if (shop == NULL && error != NULL && db_is_server(options->shop) &&
        g_error_matches(*error, FAULT, FAULT_NO_SHOP)) {
        g_clear_error(error);
        return NULL;
    }
    if (shop == NULL || !counter_read(counter, shop, error)) {
        return NULL;
    }
    /* By the name it has here, which may be a link, as well. */
    if (!counter->is_demo && !counter->read_only && strcmp(options->shop, counter->where) != 0) {
        shop_known_note(options->spare_folder, options->shop);
    }
    return g_steal_pointer(&shop);
}

/* Whether the screen that helps opens over home instead of the shop that could not be opened
 * because of FAULT: a server's is its keeper's to mend. */
static bool can_help(const TuiOptions *options, const GError *fault)
{
    return fault != NULL && !db_is_server(options->shop) &&
           !g_error_matches(fault, FAULT, FAULT_CANCELLED);
}

/* Opens the home screen on the app's shop, or what helps where FAULT (may be NULL) is in the way,
 * and, while it loads, the terminal: NULL when there is none to be had. */
static Terminal *open_screen(const TuiOptions *options, App *app, const GError *fault,
                             GError **error)
{
    const Counter *counter = app_data(app);
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    preferences_faults(counter->preferences, faults);
    counter_read_words(app_data(app), faults);
    if (app_shop(app) != NULL) {
        counter_show(app);
    }
    app_set_damage(app, trouble_show);
    lookback_tidy(counter->spare_folder);
    home_open(app, options->shop, fault);
    if (options->open != NULL && fault == NULL) {
        card_jump(app, options->open);
    }
    Terminal *terminal = terminal_open(NULL, error);
    if (terminal != NULL) {
        app_take_terminal(app, terminal);
        theme_apply(app, counter->preferences, faults);
        app_set_keymap(app, keys_file_read(counter->config_folder, faults));
        if (counter->is_demo) {
            demo_greet(app);
        }
        own_files_tell_faults(app, faults);
    }
    return terminal;
}

/* What hangs where nobody can break it off, a server's name that nobody knows, would keep the
 * person waiting, who has been asked. */
static void leave_if_it_hangs(App *app, Terminal *terminal)
{
    bool is_lost = false;
    if (app_wind_up(app, PATIENCE_S, &is_lost)) {
        return;
    }
    terminal_close(terminal);
    if (is_lost) {
        fprintf(stderr, "%s\n",
                _("The server did not answer any more. What was not saved yet is not saved."));
    }
    _exit(is_lost ? EXIT_FAILURE : EXIT_SUCCESS);
}

int tui_run(const TuiOptions *options)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Counter) counter = counter_new(options->spare_folder, options->config_folder);
    counter->use_language = options->use_language;
    counter->language_data = options->language_data;
    const AppConfig config = {.now = options->now, .now_data = options->now_data, .data = counter};
    /* Its worker comes to life while the shop is opened. */
    App *app = app_new(&config);
    app_set_shop(app, open_shop(options, counter, &error));
    counter->demo_shop = g_strdup(options->demo_shop);
    counter->local_shop = g_strdup(options->local_shop);
    counter->own_shop = g_strdup(counter->is_demo ? options->own_shop : options->shop);
    counter->backup_folder = g_strdup(options->backup_folder);
    g_autoptr(GError) fault = can_help(options, error) ? g_steal_pointer(&error) : NULL;
    Terminal *terminal = error == NULL ? open_screen(options, app, fault, &error) : NULL;
    if (terminal != NULL) {
        Alarm *alarm = alarm_new(app);
        app_run(app);
        alarm_free(alarm);
        leave_if_it_hangs(app, terminal);
    }
    /* The first screens may have made the shop. */
    Shop *last = app_shop(app);
    app_free(app);
    shop_close(last);
    terminal_close(terminal);
    if (error != NULL) {
        g_autofree char *sentence = outlet_text(OUTLET_LINE, error->message);
        fprintf(stderr, "%s\n", sentence);
        if (options->shop_is_chosen) {
            fprintf(stderr, "%s\n",
                    _("That place stands in tresen.conf, chosen in the settings of this computer; "
                      "--shop names another one."));
        }
    }
    return error == NULL ? EXIT_SUCCESS : EXIT_FAILURE;
}
