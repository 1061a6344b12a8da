/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The passphrase of the backups: setting it, in a few questions, and turning it off. */
#include "tui/screens/backuplock.h"

#include "data/backup/vault.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "tui/app.h"
#include "tui/screens/dialogs.h"

#include <string.h>

static void free_kept(gpointer passphrase)
{
    passphrase_free(passphrase);
}

/* ---- setting it ---- */

static gpointer set_run(Shop *shop, gpointer passphrase, Work *work, GError **error)
{
    (void)work;
    return vault_set(shop->db, passphrase, error) ? shop : NULL;
}

static Outcome was_set(Screen *screen, gpointer result)
{
    (void)result;
    app_say(screen->app, AREA_GOOD,
            _("From now on backups are encrypted. Earlier ones stay as they are."));
    return OUTCOME_RELOAD;
}

static Outcome typed_twice(Screen *screen, gpointer answer)
{
    char *passphrase = g_strdup(screen_kept(screen));
    screen_keep(screen, NULL, NULL);
    if (answer == NULL) {
        passphrase_free(passphrase);
        return OUTCOME_HANDLED;
    }
    const AppJob job = {.run = set_run, .arg = passphrase, .arg_free = free_kept, .done = was_set};
    return app_do(screen, &job);
}

static bool is_same(const char *typed, gconstpointer passphrase, GError **error)
{
    if (strcmp(typed, passphrase) == 0) {
        return true;
    }
    g_set_error_literal(error, FAULT, FAULT_REFUSED,
                        _("This is not what you typed first. Try again, or go back with Esc."));
    return false;
}

static Outcome typed_once(Screen *screen, gpointer answer)
{
    if (answer == NULL) {
        return OUTCOME_HANDLED;
    }
    char *passphrase = g_strdup(((const PromptAnswer *)answer)->text);
    screen_keep(screen, passphrase, free_kept);
    const PromptQuestion question = {
        .title = _("Passphrase of the backups"),
        .question = _("Type it once more. Then write it down and keep it in another place."),
        .is_secret = true,
        .check = is_same,
        .context = passphrase,
    };
    return dialog_prompt(screen, &question, typed_twice);
}

static bool is_long_enough(const char *typed, gconstpointer context, GError **error)
{
    (void)context;
    glong length = g_utf8_strlen(typed, -1);
    if (passphrase_strength(typed) != PASSPHRASE_SHORT && length <= PASSPHRASE_MOST) {
        return true;
    }
    g_set_error(error, FAULT, FAULT_REFUSED,
                _("A passphrase has at least %d characters. Four words are easy to remember."),
                PASSPHRASE_LEAST);
    return false;
}

static char *strength(const char *typed, guint turn, gconstpointer context)
{
    (void)turn, (void)context;
    return *typed != '\0' ? g_strdup(passphrase_strength_words(passphrase_strength(typed))) : NULL;
}

static Outcome warned(Screen *screen, gpointer yes)
{
    if (yes == NULL) {
        return OUTCOME_HANDLED;
    }
    const PromptQuestion question = {
        .title = _("Passphrase of the backups"),
        .question = _("Choose a passphrase that you have nowhere else."),
        .is_secret = true,
        .reading = strength,
        .check = is_long_enough,
    };
    return dialog_prompt(screen, &question, typed_once);
}

static Outcome begin(Screen *screen)
{
    g_autoptr(GError) error = NULL;
    if (!vault_available(&error)) {
        app_tell(screen, error);
        return OUTCOME_HANDLED;
    }
    return dialog_confirm(screen, passphrase_warning(), _("Choose a passphrase"), _("Leave it"),
                          warned);
}

/* ---- turning it off ---- */

static gpointer remove_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)arg, (void)work;
    return vault_remove(shop->db, error) ? shop : NULL;
}

static Outcome was_removed(Screen *screen, gpointer result)
{
    (void)result;
    app_say(screen->app, AREA_MESSAGE,
            _("From now on backups are not encrypted. Earlier ones still need the passphrase."));
    return OUTCOME_RELOAD;
}

enum { CHANGE, TURN_OFF };

static Outcome chosen(Screen *screen, gpointer answer)
{
    if (answer == NULL) {
        return OUTCOME_HANDLED;
    }
    if (*(const guint *)answer == CHANGE) {
        return begin(screen);
    }
    const AppJob job = {.run = remove_run, .done = was_removed};
    return app_do(screen, &job);
}

Outcome backup_lock_ask(Screen *screen, bool is_set)
{
    const char *const options[] = {
        [CHANGE] = _("Choose another passphrase"),
        [TURN_OFF] = _("Make backups without a passphrase from now on"),
    };
    return is_set ? dialog_choice(screen, _("Passphrase of the backups"), options,
                                  G_N_ELEMENTS(options), CHANGE, chosen)
                  : begin(screen);
}
