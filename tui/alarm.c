/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program says by itself while it runs. */
#include "tui/alarm.h"

#include "data/base/i18n.h"
#include "notify/desk.h"
#include "tui/alarmdeed.h"
#include "tui/alarmlook.h"
#include "tui/counter.h"
#include "tui/screens/cardjump.h"

/* A desktop that does not answer within so many seconds is none. */
enum { PATIENCE = 5 };

struct Alarm {
    App *app;
    char *where;         /* of the shop it looks after; NULL: none */
    Desk *desk;          /* for that shop */
    GHashTable *told;    /* the same */
    Moment last;         /* up to then it has looked */
    bool is_looking;     /* one look is on its way */
    bool wants_morning;  /* somebody asked for it */
    GHashTable *showing; /* what is on the desktop: id (of the notice) to Shown */
    guint patience_id;   /* runs while the desktop owes an answer */
};

/* A notice that the desktop has been given. */
typedef struct {
    Notice *notice;
    bool is_waiting; /* for the desktop's answer */
    bool rings;      /* without an answer the bell rings */
} Shown;

/* A look on its way. */
typedef struct {
    Alarm *alarm;
    AlarmAsk *ask;
} LookOrder;

static void shown_free(gpointer data)
{
    Shown *shown = data;
    notice_free(shown->notice);
    g_free(shown);
}

static Moment now_of(const Alarm *alarm)
{
    g_autoptr(GDateTime) now = app_now(alarm->app);
    return moment_of(now);
}

/* ---- without a desktop ---- */

/* NOTICE is one of COUNT. */
static void ring(const Alarm *alarm, const Notice *notice, guint count)
{
    /* TRANSLATORS: the name of the window while something has come due and no key was pressed. */
    app_ring(alarm->app, _("Something is due – Tresen"));
    g_autofree char *message =
        count > 1 ? g_strdup_printf(ngettext("%s, and %u more", "%s, and %u more", count - 1),
                                    notice->line, count - 1)
                  : g_strdup(notice->line);
    app_say_about(alarm->app, AREA_MESSAGE, message, message);
}

/* Rings once for what the desktop did not take: those that are WAITING, or all that came back. */
static void ring_for_waiting(Alarm *alarm)
{
    const Notice *first = NULL;
    guint count = 0;
    GHashTableIter all;
    gpointer value;
    g_hash_table_iter_init(&all, alarm->showing);
    while (g_hash_table_iter_next(&all, NULL, &value)) {
        Shown *shown = value;
        if (shown->is_waiting && shown->rings) {
            first = first != NULL ? first : shown->notice;
            count++;
        }
        shown->is_waiting = false;
    }
    if (count > 0) {
        ring(alarm, first, count);
    }
}

static gboolean patience_over(gpointer data)
{
    Alarm *alarm = data;
    alarm->patience_id = 0;
    ring_for_waiting(alarm);
    return G_SOURCE_REMOVE;
}

/* ---- on the desktop ---- */

/* RINGS: where there is no desktop the bell does it. */
static void show(Alarm *alarm, const GPtrArray *list, bool rings)
{
    if (list->len == 0 || desk_is_behind(alarm->desk)) {
        return;
    }
    if (!desk_is_there(alarm->desk)) {
        if (rings) {
            ring(alarm, g_ptr_array_index(list, 0), list->len);
        }
        return;
    }
    const Counter *counter = app_data(alarm->app);
    for (guint i = 0; i < list->len; i++) {
        const Notice *notice = g_ptr_array_index(list, i);
        Shown *shown = g_new0(Shown, 1);
        shown->notice = notice_copy(notice);
        shown->is_waiting = true;
        shown->rings = rings;
        if (app_is_discreet(alarm->app)) {
            notice_hide(shown->notice);
        }
        g_hash_table_replace(alarm->showing, shown->notice->id, shown);
        desk_show(alarm->desk, shown->notice, !counter->read_only);
    }
    if (alarm->patience_id == 0) {
        alarm->patience_id = g_timeout_add_seconds(PATIENCE, patience_over, alarm);
    }
}

static bool is_anything_waiting(const Alarm *alarm)
{
    GHashTableIter all;
    gpointer shown;
    g_hash_table_iter_init(&all, alarm->showing);
    while (g_hash_table_iter_next(&all, NULL, &shown)) {
        if (((const Shown *)shown)->is_waiting) {
            return true;
        }
    }
    return false;
}

static void heard(const char *id, NotifyEvent event, gpointer data)
{
    Alarm *alarm = data;
    Shown *shown = g_hash_table_lookup(alarm->showing, id);
    if (shown == NULL) {
        return;
    }
    switch (event) {
    case NOTIFY_REFUSED:
        if (shown->is_waiting && shown->rings) {
            ring(alarm, shown->notice, 1);
        }
        g_hash_table_remove(alarm->showing, id);
        break;
    case NOTIFY_SHOWN:
        shown->is_waiting = false;
        break;
    case NOTIFY_CLOSED:
        g_hash_table_remove(alarm->showing, id);
        break;
    case NOTIFY_OPEN:
        app_ring(alarm->app, NULL);
        card_jump(alarm->app, shown->notice->number);
        break;
    case NOTIFY_DONE:
        alarm_done(alarm->app, shown->notice);
        break;
    }
    if (alarm->patience_id != 0 && !is_anything_waiting(alarm)) {
        g_clear_handle_id(&alarm->patience_id, g_source_remove);
    }
}

/* ---- looking ---- */

static void look(Alarm *alarm);

static gpointer run_look(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    return alarm_look(shop, ((const LookOrder *)arg)->ask, error);
}

static void looked(Work *work, gpointer result, GError *error, gpointer data)
{
    (void)work;
    const LookOrder *order = data;
    Alarm *alarm = order->alarm;
    AlarmNews *news = result;
    alarm->is_looking = false;
    /* Behind the first picture: the bus costs some milliseconds. */
    if (alarm->desk != NULL) {
        desk_look(alarm->desk);
    }
    /* After a fault the next minute looks from the same moment on. */
    bool is_mine = alarm->told == order->ask->told;
    if (error == NULL && is_mine) {
        alarm->last = order->ask->now;
        show(alarm, news->due, true);
        show(alarm, news->morning, false);
        if (news->due->len > 0) {
            app_refresh(alarm->app);
        }
    }
    alarm_news_free(news);
    g_clear_error(&error);
    if (alarm->wants_morning || !is_mine) {
        look(alarm);
    }
}

static void clean_look(gpointer arg, gpointer data)
{
    (void)data;
    LookOrder *order = arg;
    alarm_ask_free(order->ask);
    g_free(order);
}

static void look(Alarm *alarm)
{
    if (alarm->where == NULL || alarm->is_looking) {
        return;
    }
    const Counter *counter = app_data(alarm->app);
    LookOrder *order = g_new0(LookOrder, 1);
    order->alarm = alarm;
    order->ask = g_new0(AlarmAsk, 1);
    order->ask->where = g_strdup(alarm->where);
    order->ask->told = g_hash_table_ref(alarm->told);
    order->ask->after = alarm->last;
    order->ask->now = now_of(alarm);
    order->ask->branch_id = counter->branch_id;
    order->ask->wants_morning = alarm->wants_morning;
    alarm->wants_morning = false;
    alarm->is_looking = true;
    const WorkOrder work = {.run = run_look,
                            .arg = order,
                            .finished = looked,
                            .clean = clean_look,
                            .result_free = alarm_news_free,
                            .data = order};
    app_order(alarm->app, &work);
}

/* ---- from outside ---- */

static void open_asked(const char *number, gpointer data)
{
    const Alarm *alarm = data;
    /* The window may be behind others. */
    app_ring(alarm->app, NULL);
    card_jump(alarm->app, number);
}

static void morning_asked(gpointer data)
{
    Alarm *alarm = data;
    alarm->wants_morning = true;
    look(alarm);
}

static const DeskAsked asked = {.heard = heard, .open = open_asked, .morning = morning_asked};

static void leave_shop(Alarm *alarm)
{
    g_clear_handle_id(&alarm->patience_id, g_source_remove);
    g_clear_pointer(&alarm->desk, desk_free);
    g_clear_pointer(&alarm->told, g_hash_table_unref);
    g_clear_pointer(&alarm->where, g_free);
    g_hash_table_remove_all(alarm->showing);
}

/* What came due before is on the home screen. */
static void enter_shop(Alarm *alarm, const char *where)
{
    alarm->where = g_strdup(where);
    alarm->desk = desk_new(where, &asked, alarm);
    alarm->told = alarm_told_new();
    alarm->last = now_of(alarm);
    if (alarm->last.minute >= ALARM_MORNING) {
        alarm_told_morning(alarm->told, alarm->last.day);
    }
}

static void minute(gpointer data)
{
    Alarm *alarm = data;
    const Counter *counter = app_data(alarm->app);
    if (g_strcmp0(alarm->where, counter->where) != 0) {
        leave_shop(alarm);
        if (counter->where != NULL) {
            enter_shop(alarm, counter->where);
        }
    }
    if (alarm->desk != NULL) {
        desk_look(alarm->desk);
        look(alarm);
    }
}

Alarm *alarm_new(App *app)
{
    Alarm *alarm = g_new0(Alarm, 1);
    alarm->app = app;
    alarm->showing = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, shown_free);
    app_on_minute(app, minute, alarm);
    minute(alarm);
    return alarm;
}

bool alarm_has_desktop(const Alarm *alarm)
{
    return alarm->desk != NULL && desk_is_there(alarm->desk);
}

void alarm_free(Alarm *alarm)
{
    if (alarm != NULL) {
        app_on_minute(alarm->app, NULL, NULL);
        leave_shop(alarm);
        g_hash_table_unref(alarm->showing);
        g_free(alarm);
    }
}
