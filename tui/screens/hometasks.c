/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be done, on the home screen: the rows, and ticking one off. */
#include "tui/screens/hometasks.h"

#include "data/base/i18n.h"
#include "data/base/instant.h"
#include "data/diary/preorder.h"
#include "data/diary/promise.h"
#include "data/diary/rhythm.h"
#include "tui/counter.h"
#include "tui/dates.h"
#include "tui/screens/home_private.h"
#include "tui/screens/homerows.h"
#include "tui/screens/pastwords.h"

/* ---- the rows ---- */

/* TEXT with WORDS for its %s. */
static char *with_words(const char *text, const char *words)
{
    g_auto(GStrv) around = g_strsplit(text, "%s", 2);
    return g_strjoinv(words != NULL ? words : "", around);
}

/* "usually every 9 days, now 31 days away". */
static char *away_words(const TodoItem *item, Day today)
{
    int days = day_is_whole(item->day) ? MAX(day_between(item->day, today), 0) : 0;
    g_autofree char *usual = rhythm_words(item->rhythm, item->rhythm);
    /* TRANSLATORS: "usually every 9 days, now 31 days away". */
    return g_strdup_printf(
        ngettext("usually %s, now %d day away", "usually %s, now %d days away", (gulong)days),
        usual, days);
}

/* The column before the name: until when it is to be done, or what it is. */
static char *label_of(const TodoItem *item, Day today)
{
    if (item->kind == TODO_COMPLAINT) {
        return g_strdup(_("complaint"));
    }
    if (item->kind == TODO_AWAY) {
        return g_strdup(_("stays away"));
    }
    if (!day_is_whole(item->day)) {
        return g_strdup("");
    }
    return day_compare(item->day, today) < 0 ? g_strdup(_("overdue"))
                                             : dates_near(item->day, today);
}

/* The same for narrow windows: of what lasts only how long. */
static char *brief_label(const TodoItem *item, Day today)
{
    bool lasts = item->kind == TODO_COMPLAINT || item->kind == TODO_AWAY;
    return lasts && day_is_whole(item->day) ? pastwords_age(day_between(item->day, today))
                                            : label_of(item, today);
}

static char *preorder_words(const TodoItem *item)
{
    if (item->minute < 0) {
        /* TRANSLATORS: a customer fetches what was ordered: "fetches: cake for 12". */
        return with_words(_("fetches: %s"), item->words);
    }
    g_autofree char *at =
        g_strdup_printf("%02d:%02d", (int)(item->minute / 60), (int)(item->minute % 60));
    /* TRANSLATORS: when, and what: "fetches at 15:00: cake for 12". */
    return g_strdup_printf(_("fetches at %s: %s"), at, item->words);
}

static char *what_of(const TodoItem *item, Day today)
{
    switch (item->kind) {
    case TODO_PREORDER:
        return preorder_words(item);
    case TODO_PROMISE:
        return with_words(_("promised: %s"), item->words);
    case TODO_ANSWER:
        /* TRANSLATORS: a complaint is to be answered: "answer: wrong inscription". */
        return with_words(_("answer: %s"), item->words);
    case TODO_ASK:
        return g_strdup(_("ask why they stay away"));
    case TODO_AWAY:
        return away_words(item, today);
    case TODO_COMPLAINT:
        break;
    }
    return g_strdup(item->words);
}

/* What stands behind it, dim: since when. */
static char *hint_of(const TodoItem *item, Day today)
{
    if (!day_is_whole(item->day) || item->kind == TODO_AWAY) {
        return NULL;
    }
    if (item->kind == TODO_COMPLAINT) {
        return pastwords_age(day_between(item->day, today));
    }
    return day_compare(item->day, today) < 0 ? dates_near(item->day, today) : NULL;
}

static void add_task(HomeModel *model, const TodoItem *item)
{
    Day today = model->today;
    HomeRow *row = home_rows_add(model, HOME_TASK);
    row->task = item;
    row->name = item->customer != NULL ? customer_call(item->customer, NAME_SPOKEN)
                                       : g_strdup(_("nobody known"));
    row->when = label_of(item, today);
    row->when_brief = brief_label(item, today);
    row->what = what_of(item, today);
    row->hint = hint_of(item, today);
    row->is_urgent =
        item->kind == TODO_COMPLAINT ||
        (item->kind != TODO_AWAY && day_is_whole(item->day) && day_compare(item->day, today) < 0);
    home_rows_widen(&model->widths.when, row->when);
    home_rows_widen(&model->widths.when_brief, row->when_brief);
    home_rows_widen(&model->widths.name, row->name);
}

/* Adds LIST under HEADING, and how many MORE there are. */
static void add_list(HomeModel *model, const char *heading, const GPtrArray *list, gint64 more)
{
    for (guint i = 0; i < list->len; i++) {
        if (i == 0) {
            home_rows_add_heading(model, heading);
        }
        add_task(model, g_ptr_array_index(list, i));
    }
    if (more > 0) {
        int count = (int)MIN(more, TODO_COUNTED);
        const char *text = more >= TODO_COUNTED
                               ? _("and more than %d more")
                               : ngettext("and %d more", "and %d more", (gulong)count);
        g_autofree char *number = g_strdup_printf("%d", count);
        g_auto(GStrv) around = g_strsplit(text, "%d", 2);
        home_rows_add(model, HOME_NOTE)->text = g_strjoinv(number, around);
    }
}

void home_tasks_add(HomeModel *model)
{
    const Todo *todo = model->todo;
    add_list(model, _("TO DO"), todo->tasks, todo->more_tasks);
    add_list(model, _("WATCH OUT"), todo->watch, todo->more_watch);
}

/* ---- ticking off ---- */

typedef struct {
    Who who;
    TodoKind kind;
    gint64 id, branch_id;
    char *words;
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
    gint64 minute = RECORD_NONE;
    Day today = instant_local_moment(tick->who.at, &minute);
    bool is_promise = tick->kind == TODO_PROMISE;
    g_autoptr(Deed) deed =
        deed_begin(shop->db, &tick->who,
                   is_promise ? N_("keeping a promise") : N_("handing an order over"), error);
    if (deed == NULL) {
        return NULL;
    }
    bool ok = is_promise
                  ? promise_settle(deed, tick->id, "kept", today, error)
                  : preorder_move(deed, tick->id, "fetched", today, minute, tick->branch_id, error);
    return ok && deed_commit(deed, NULL, error) ? g_strdup(tick->words) : NULL;
}

static Outcome ticked(Screen *screen, gpointer words)
{
    g_autofree char *message = with_words(_("Done: %s. Ctrl-Z takes it back."), words);
    app_say_about(screen->app, AREA_GOOD, message, words);
    return OUTCOME_REDRAW;
}

bool home_can_tick(const Screen *screen)
{
    const HomeRow *row = home_selected(screen);
    return line_edit_is_empty(((const Home *)screen)->line) && row != NULL && row->task != NULL &&
           (row->task->kind == TODO_PROMISE || row->task->kind == TODO_PREORDER) &&
           counter_may_write(screen);
}

Outcome home_tick(Screen *screen)
{
    const HomeRow *row = home_selected(screen);
    if (row == NULL || row->task == NULL) {
        return OUTCOME_HANDLED;
    }
    Tick *tick = g_new(Tick, 1);
    *tick = (Tick){counter_who(screen), row->task->kind, row->task->id,
                   counter_of(screen)->branch_id, g_strdup(row->task->words)};
    const AppJob job = {
        .run = tick_run, .arg = tick, .arg_free = tick_free, .result_free = g_free, .done = ticked};
    return app_do(screen, &job);
}
