/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking at the shop's place, going there, and carrying the shop there. */
#include "tui/screens/shopplacework.h"

#include "data/base/i18n.h"
#include "data/db/serverstring.h"
#include "data/move.h"
#include "data/shopknown.h"
#include "tui/counter.h"
#include "tui/figures.h"
#include "tui/screens/importfolder.h"
#include "tui/shopswitch.h"

PlaceWork *place_work_new(const Screen *screen, const char *where)
{
    PlaceWork *work = g_new0(PlaceWork, 1);
    work->where = g_strdup(where);
    work->backup_folder = g_strdup(counter_of(screen)->backup_folder);
    work->spare_folder = g_strdup(counter_of(screen)->spare_folder);
    g_strlcpy(work->at, counter_who(screen).at, sizeof work->at);
    return work;
}

void place_work_free(gpointer data)
{
    PlaceWork *work = data;
    g_free(work->where);
    g_free(work->backup_folder);
    g_free(work->spare_folder);
    g_free(work);
}

gpointer place_look_run(Shop *shop, gpointer data, Work *job, GError **error)
{
    const PlaceWork *work = data;
    (void)shop, (void)job;
    return shop_look(work->where, error);
}

static gpointer open_there(const PlaceWork *work, GError **error)
{
    Shop *there = shop_open(work->where, DB_READ_WRITE, work->backup_folder, work->at, error);
    return there != NULL ? shop_box_new(there) : NULL;
}

gpointer place_open_run(Shop *shop, gpointer work, Work *job, GError **error)
{
    (void)shop, (void)job;
    return open_there(work, error);
}

gpointer place_return_run(Shop *shop, gpointer data, Work *job, GError **error)
{
    const PlaceWork *work = data;
    (void)shop, (void)job;
    return shop_known_gone(work->spare_folder, work->where, error) ? NULL : open_there(work, error);
}

static bool tell(MoveStep step, guint done, guint total, gpointer job)
{
    /* Each step goes through everything once. */
    work_report(job, (double)step * total + done, (MOVE_INDEXES + 1.0) * total);
    return !work_is_cancelled(job);
}

gpointer place_move_run(Shop *shop, gpointer data, Work *job, GError **error)
{
    const PlaceWork *work = data;
    Moved moved;
    if (!shop_move(shop, work->where, work->at, tell, job, &moved, error)) {
        return NULL;
    }
    g_free(moved.hash);
    g_free(moved.place);
    return open_there(work, error);
}

/* ---- what is typed and told ---- */

char *place_meant(const char *typed)
{
    g_autofree char *text = g_strstrip(g_strdup(typed));
    if (*text == '\0') {
        return NULL;
    }
    if (db_is_server(text)) {
        return g_steal_pointer(&text);
    }
    if (*text == '/' || *text == '~' || g_str_has_suffix(text, ".tresen")) {
        return folder_path(text);
    }
    return g_strconcat("postgresql://", text, NULL);
}

char *place_in_words(const char *place)
{
    return db_is_server(place) ? server_string_brief(place) : folder_short(place);
}

char *place_now(const Screen *screen)
{
    const Counter *counter = counter_of(screen);
    bool is_usual =
        !db_is_server(counter->where) &&
        (counter->local_shop == NULL || g_strcmp0(counter->where, counter->local_shop) == 0);
    return is_usual ? g_strdup(_("on this computer")) : place_in_words(counter->where);
}

bool place_is_free(const ShopLook *look)
{
    return look->obstacle == NULL;
}

static char *empty_told(bool can_move)
{
    return g_strdup(can_move ? _("There is no shop there yet. You can carry yours there with "
                                 "everything in it, or begin a new one.")
                             : _("There is no shop there yet. You can begin a new one."));
}

/* "The shop “Emma” with 1 204 customers." */
static char *shop_told(const ShopLook *look)
{
    g_autofree char *place = place_in_words(look->place);
    const char *name = look->name[0] != '\0' ? look->name : place;
    if (look->customers < 0) {
        return g_strdup_printf(_("There is the shop “%s”."), name);
    }
    g_autofree char *count = figures_grouped(look->customers);
    return g_strdup_printf(ngettext("There is the shop “%s” with %s customer.",
                                    "There is the shop “%s” with %s customers.",
                                    (gulong)look->customers),
                           name, count);
}

char *place_told(const ShopLook *look, bool can_move)
{
    if (look->kind == LOOK_EMPTY) {
        return look->obstacle != NULL ? g_strdup(look->obstacle) : empty_told(can_move);
    }
    g_autofree char *shop = shop_told(look);
    GString *text = g_string_new(shop);
    if (look->obstacle != NULL) {
        g_string_append_printf(text, " %s", look->obstacle);
    } else if (look->kind == LOOK_OLDER) {
        g_string_append_printf(text, " %s",
                               _("It is from an earlier version: it is brought up to date when "
                                 "you go there, and the other counters then need this version "
                                 "too."));
    }
    if (look->moved_to != NULL) {
        g_autofree char *moved_to = place_in_words(look->moved_to);
        g_autofree char *sentence =
            g_strdup_printf(_("It was moved to %s since, and can only be read here."), moved_to);
        g_string_append_printf(text, " %s", sentence);
    } else if (look->read_only) {
        g_string_append_printf(text, " %s", _("It can only be read here."));
    }
    return g_string_free(text, FALSE);
}
