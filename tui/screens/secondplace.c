/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The second place for backups: naming it, and giving it up. */
#include "tui/screens/secondplace.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "tui/backupkeep.h"
#include "tui/counter.h"
#include "tui/screens/backupwork.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/importfolder.h"

enum { CHANGE, GIVE_UP };

/* PLACE, NULL for none, holds from now on. */
static Outcome take(Screen *screen, const char *place)
{
    g_autoptr(GError) error = NULL;
    bool kept = preferences_set_second(counter_of(screen)->preferences, place, &error);
    bool is_there = place != NULL && g_file_test(place, G_FILE_TEST_IS_DIR);
    backup_keep_forget(screen->app);
    app_say(screen->app, kept ? AREA_GOOD : AREA_WARNING,
            !kept           ? error->message
            : place == NULL ? _("There is no second place any more. What lies there stays.")
            : is_there      ? _("Each backup from now on is copied there. F2 makes one now.")
                       : _("It is not there now. While it is, each new backup is copied to it."));
    return OUTCOME_RELOAD;
}

static bool is_folder(const char *typed, gconstpointer context, GError **error)
{
    (void)context;
    g_autofree char *path = folder_path(typed);
    if (!g_file_test(path, G_FILE_TEST_EXISTS) || g_file_test(path, G_FILE_TEST_IS_DIR)) {
        return true;
    }
    g_set_error_literal(error, FAULT, FAULT_REFUSED,
                        _("This is a file. Name the folder the backups are to be copied into."));
    return false;
}

static Outcome named(Screen *screen, gpointer answer)
{
    if (answer == NULL) {
        return OUTCOME_HANDLED;
    }
    g_autofree char *path = folder_path(((const PromptAnswer *)answer)->text);
    return take(screen, path);
}

static Outcome ask(Screen *screen)
{
    const char *now = counter_of(screen)->preferences->second;
    g_autofree char *initial = now != NULL ? backup_path_words(now) : NULL;
    const PromptQuestion question = {
        .title = _("Second place for backups"),
        .question = _("Which folder gets a copy of each backup? A USB stick, or a disk in another "
                      "room."),
        .initial = initial,
        .is_guess = true,
        .hint = "/media/…",
        .check = is_folder,
    };
    return dialog_prompt(screen, &question, named);
}

static Outcome chosen(Screen *screen, gpointer answer)
{
    if (answer == NULL) {
        return OUTCOME_HANDLED;
    }
    return *(const guint *)answer == CHANGE ? ask(screen) : take(screen, NULL);
}

Outcome second_place_ask(Screen *screen)
{
    const char *const options[] = {
        [CHANGE] = _("Name another folder"),
        [GIVE_UP] = _("No second place any more"),
    };
    return counter_of(screen)->preferences->second != NULL
               ? dialog_choice(screen, _("Second place for backups"), options,
                               G_N_ELEMENTS(options), CHANGE, chosen)
               : ask(screen);
}
