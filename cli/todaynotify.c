/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tresen today --notify: what the day brings, on the desktop. */
#include "cli/todaynotify.h"

#include "cli/print.h"
#include "data/agenda/todo.h"
#include "data/base/i18n.h"
#include "data/base/instant.h"
#include "data/db/serverstring.h"
#include "notify/handover.h"
#include "notify/wait.h"

#include <unistd.h>

/* What the deeds have to know. */
typedef struct {
    const Call *call;
    gint64 begun; /* when the command began, monotonic */
} Deeds;

bool today_wait(const Call *call, guint *minutes)
{
    const char *text = call_option(call, "wait");
    guint64 value = WAIT_MINUTES;
    if (text != NULL && !g_ascii_string_to_unsigned(text, 10, 1, WAIT_MINUTES_MOST, &value, NULL)) {
        g_autofree char *sentence = g_strdup_printf(
            _("“%s” after --wait is no number of minutes from 1 to %d."), text, WAIT_MINUTES_MOST);
        print_sentence(sentence);
        return false;
    }
    *minutes = (guint)value;
    return true;
}

/* The call began at a time that may stand still; what has passed since then is real. */
static GDateTime *now(const Deeds *deeds)
{
    return g_date_time_add(deeds->call->world->now, g_get_monotonic_time() - deeds->begun);
}

static bool done(const char *id, gpointer data, GError **error)
{
    const Deeds *deeds = data;
    TodoKind kind;
    gint64 row;
    if (!todo_of_id(id, &kind, &row)) {
        return true;
    }
    g_autoptr(GDateTime) instant = now(deeds);
    Who nobody = call_who(deeds->call, 0);
    instant_write(instant, nobody.at);
    g_autoptr(Deed) deed = deed_begin(deeds->call->shop->db, &nobody, todo_done_verb(kind), error);
    return deed != NULL && todo_done(deed, kind, row, moment_of(instant), 0, error) &&
           deed_commit(deed, NULL, error);
}

static bool show(const char *number, gpointer data, GError **error)
{
    const Call *call = ((const Deeds *)data)->call;
    /* Everybody can read the words a program is started with. */
    g_autofree char *place = server_string_strip(call->where, NULL);
    return handover_call(call->shop->where, "Open", number) ||
           handover_start(call->is_usual_place ? NULL : place, number, error);
}

CliStatus today_notify(const Call *call, Day day, gint64 branch_id, guint minutes)
{
    static const WaitDeeds what = {.done = done, .open = show};
    g_autoptr(GError) error = NULL;
    Moment moment = moment_of(call->world->now);
    moment.day = day;
    gint64 more = 0;
    g_autoptr(GPtrArray) list = notice_list_day(call->shop->db, moment, branch_id, &more, &error);
    if (list == NULL) {
        return call_refused(error);
    }
    bool is_today = day_compare(day, call->today) == 0;
    if (list->len == 0 || (is_today && handover_call(call->shop->where, "Morning", NULL))) {
        return CLI_DONE;
    }
    notice_gather(list, more, true);
    Deeds deeds = {.call = call, .begun = g_get_monotonic_time()};
    if (isatty(STDERR_FILENO)) {
        print_sentence(_("Waiting for an answer to the notification. Ctrl-C ends it."));
    }
    return notify_wait(list, minutes, &what, &deeds, &error) ? CLI_DONE : call_refused(error);
}
