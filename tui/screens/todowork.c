/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with something that is due. */
#include "tui/screens/todowork.h"

#include "data/agenda/reminder.h"
#include "data/base/i18n.h"
#include "data/base/instant.h"
#include "data/diary/complaint.h"
#include "tui/app.h"
#include "tui/counter.h"
#include "tui/screens/card.h"
#include "tui/screens/dial.h"
#include "tui/screens/letter.h"
#include "tui/screens/pastopen.h"
#include "tui/screens/putoff.h"
#include "tui/screens/reminder.h"
#include "tui/takeback.h"

#include <string.h>

/* ---- ticking off ---- */

typedef struct {
    Who who;
    TodoKind kind;
    bool skips;    /* a reminder: not this time … */
    Moment agreed; /* … which is the one due then */
    gint64 id, branch_id, deed;
    char *words;
    TodoTick *told; /* of the screen; for the main thread */
} Tick;

static void tick_free(gpointer data)
{
    Tick *tick = data;
    g_free(tick->words);
    g_free(tick);
}

static gpointer tick_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Tick *tick = arg;
    Moment now = {.minute = 0};
    now.day = instant_local_moment(tick->who.at, &now.minute);
    const char *verb = tick->skips ? N_("skipping a reminder") : todo_done_verb(tick->kind);
    g_autoptr(Deed) deed = deed_begin(shop->db, &tick->who, verb, error);
    if (deed == NULL) {
        return NULL;
    }
    bool ok = tick->skips ? reminder_settle(deed, tick->id, &tick->agreed, now, error)
                          : todo_done(deed, tick->kind, tick->id, now, tick->branch_id, error);
    gint64 id = 0;
    if (!ok || !deed_commit(deed, &id, error)) {
        return NULL;
    }
    Tick *done = g_memdup2(tick, sizeof *tick);
    done->deed = id;
    done->words = g_strdup(tick->words);
    return done;
}

static bool ends_sentence(const char *words)
{
    gsize length = strlen(words);
    return length > 0 && strchr(".!?", words[length - 1]) != NULL;
}

static Outcome ticked(Screen *screen, gpointer result)
{
    const Tick *tick = result;
    *tick->told = (TodoTick){tick->kind, tick->id, tick->skips ? 0 : tick->deed};
    const char *format = tick->skips ? _("Skipped: %s. Ctrl-Z takes it back.")
                                     : _("Done: %s. Ctrl-Z takes it back.");
    g_auto(GStrv) around = g_strsplit(format, "%s", 2);
    bool has_stop = ends_sentence(tick->words) && *around[1] == '.';
    g_autofree char *message =
        g_strconcat(around[0], tick->words, around[1] + (has_stop ? 1 : 0), NULL);
    app_say_about(screen->app, AREA_GOOD, message, tick->words);
    return OUTCOME_REDRAW;
}

/* What is said of ITEM when it is done: its words, of a contact and a day with whom. */
static char *words_of(const TodoItem *item, Day today)
{
    if (item->words != NULL && item->kind != TODO_CONTACT) {
        return g_strdup(item->words);
    }
    g_autofree char *words = todo_words(item, today);
    g_autofree char *call = todo_call(item, NAME_SPOKEN);
    return call != NULL ? g_strdup_printf("%s, %s", call, words) : g_steal_pointer(&words);
}

static Outcome settle(Screen *screen, const TodoItem *item, bool skips, TodoTick *told)
{
    Tick *tick = g_new0(Tick, 1);
    tick->who = counter_who(screen);
    tick->kind = item->kind;
    tick->skips = skips;
    tick->agreed = item->agreed;
    tick->id = item->id;
    tick->told = told;
    tick->branch_id = counter_of(screen)->branch_id;
    tick->words = words_of(item, counter_today(screen));
    const AppJob job = {.run = tick_run,
                        .arg = tick,
                        .arg_free = tick_free,
                        .result_free = tick_free,
                        .done = ticked};
    return app_do(screen, &job);
}

Outcome todo_tick_now(Screen *screen, const TodoItem *item, TodoTick *tick)
{
    return settle(screen, item, false, tick);
}

Outcome todo_skip_now(Screen *screen, const TodoItem *item, TodoTick *tick)
{
    return settle(screen, item, true, tick);
}

bool todo_tick_ends(TodoTick *tick, const Event *event, const char *row_keys)
{
    bool is_key = event->kind == EVENT_KEY;
    if (tick->deed == 0 || (is_key && event->key == ' ')) {
        return false;
    }
    tick->deed = 0;
    bool is_letter = is_key && event->key > ' ' && event->key < G_MAXINT8 &&
                     strchr(row_keys, (int)event->key) != NULL;
    return is_key && (event->key == K_DOWN || event->key == K_ENTER || is_letter);
}

Outcome todo_untick(Screen *screen, TodoTick *tick)
{
    gint64 deed = tick->deed;
    tick->deed = 0;
    return takeback_deed(screen, deed);
}

/* ---- other screens ---- */

Outcome todo_put_off(Screen *screen, const TodoItem *item, bool moves)
{
    g_autofree char *words = words_of(item, counter_today(screen));
    const PutoffArg arg = {.kind = item->kind,
                           .id = item->id,
                           .due = {item->day, item->minute},
                           .words = words,
                           .moves = moves};
    return putoff_open(screen, &arg);
}

static Outcome reload_after(Screen *screen, gpointer result)
{
    (void)screen;
    (void)result;
    return OUTCOME_RELOAD;
}

Outcome todo_change(Screen *screen, gint64 reminder_id)
{
    const ReminderArg arg = {.reminder_id = reminder_id};
    screen_push(screen, &screen_reminder, &arg, reload_after);
    return OUTCOME_HANDLED;
}

Outcome todo_open(Screen *screen, const TodoItem *item, ReturnFunc returned)
{
    if (item->customer == NULL && item->kind == TODO_REMINDER) {
        return todo_change(screen, item->id);
    }
    if (item->customer == NULL) {
        return past_open(screen, 0, &complaint_type, item->id, NULL, returned);
    }
    if (item->draft != NULL) {
        const LetterArg arg = {item->customer->head.id, item->id};
        screen_push(screen, &screen_letter, &arg, NULL);
        return OUTCOME_HANDLED;
    }
    const CardArg arg = {item->customer->head.id};
    screen_push(screen, &screen_card, &arg, returned);
    return OUTCOME_HANDLED;
}

Outcome todo_dial(Screen *screen, gint64 customer_id)
{
    const DialArg arg = {customer_id};
    screen_push(screen, &screen_dial, &arg, reload_after);
    return OUTCOME_HANDLED;
}
