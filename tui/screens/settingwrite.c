/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a setting over nothing but what was seen. */
#include "tui/screens/settingwrite.h"

#include "data/base/i18n.h"
#include "data/setting.h"
#include "tui/screens/dialogs.h"

/* A setting that is asked for, and its order to the worker. */
typedef struct {
    const SettingWay *way;
    char *was;   /* as it was seen */
    char *value; /* NULL until it is given */
} Asked;

static void asked_free(gpointer data)
{
    Asked *asked = data;
    g_free(asked->was);
    g_free(asked->value);
    g_free(asked);
}

static Asked *asked_new(const SettingWay *way, const char *was, const char *value)
{
    Asked *asked = g_new0(Asked, 1);
    *asked = (Asked){way, g_strdup(was), g_strdup(value)};
    return asked;
}

void setting_ask(Screen *screen, const SettingWay *way, const char *was)
{
    screen_keep(screen, asked_new(way, was, NULL), asked_free);
}

void setting_ask_number(Screen *screen, const SettingWay *way, gint64 was)
{
    g_autofree char *text = g_strdup_printf("%" G_GINT64_FORMAT, was);
    setting_ask(screen, way, text);
}

/* Whether nobody else has set it; else *THEIRS is what holds. */
static bool look(Db *db, const Asked *asked, char **theirs, GError **error)
{
    g_autofree char *now = NULL;
    if (!setting_get(db, asked->way->name, asked->was, &now, error)) {
        return false;
    }
    if (g_strcmp0(now, asked->was) != 0 && g_strcmp0(now, asked->value) != 0) {
        *theirs = g_steal_pointer(&now);
    }
    return true;
}

static bool store(Shop *shop, const Asked *asked, Work *work, GError **error)
{
    return asked->way->store != NULL ? asked->way->store(shop, asked->value, work, error)
                                     : setting_set(shop->db, asked->way->name, asked->value, error);
}

/* The result is what somebody else has set, "" when it was written. */
static gpointer write_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    const Asked *asked = arg;
    g_autofree char *theirs = NULL;
    if (!db_begin(shop->db, error)) {
        return NULL;
    }
    bool ok = look(shop->db, asked, &theirs, error) &&
              (theirs != NULL || store(shop, asked, work, error));
    if (!ok || theirs != NULL) {
        db_rollback(shop->db);
        return g_steal_pointer(&theirs);
    }
    return db_commit(shop->db, error) ? g_strdup("") : NULL;
}

static Outcome mine_chosen(Screen *screen, gpointer yes)
{
    const Asked *asked = screen_kept(screen);
    return yes != NULL ? setting_write(screen, g_strdup(asked->value)) : OUTCOME_HANDLED;
}

static char *words_of(const SettingWay *way, const char *value)
{
    return way->words != NULL ? way->words(value) : g_strdup(value);
}

static Outcome written(Screen *screen, gpointer theirs)
{
    Asked *asked = screen_kept(screen);
    if (*(const char *)theirs == '\0') {
        app_say(screen->app, AREA_GOOD, _("Saved. It holds from now on."));
        return OUTCOME_RELOAD;
    }
    g_free(asked->was);
    asked->was = g_strdup(theirs);
    g_autofree char *now = words_of(asked->way, asked->was);
    g_autofree char *mine = words_of(asked->way, asked->value);
    /* TRANSLATORS: how something is set, by now and by who is asked: "1 week", "2 weeks". */
    g_autofree char *question = g_strdup_printf(
        _("Somebody else has changed this meanwhile. It is now: %s. Yours: %s."), now, mine);
    return dialog_confirm(screen, question, _("Set yours"), _("Leave it so"), mine_chosen);
}

Outcome setting_write(Screen *screen, char *value)
{
    Asked *asked = screen_kept(screen);
    g_free(asked->value);
    asked->value = value;
    const AppJob job = {
        .run = write_run,
        .arg = asked_new(asked->way, asked->was, value),
        .arg_free = asked_free,
        .result_free = g_free,
        .done = written,
        .progress = asked->way->progress,
    };
    return app_do(screen, &job);
}

Outcome setting_write_number(Screen *screen, gint64 value)
{
    return setting_write(screen, g_strdup_printf("%" G_GINT64_FORMAT, value));
}
