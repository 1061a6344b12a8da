/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The backups the program makes by itself. */
#include "tui/backupkeep.h"

#include "data/backup/take.h"
#include "data/base/background.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/instant.h"
#include "tui/app.h"
#include "tui/counter.h"

enum {
    AFTER_MS = 300,  /* the first picture has the machine to itself */
    EACH_S = 3600,   /* how often it is looked whether one is due */
    SECOND_DAYS = 7, /* for so long a second place may be away without a word */
    DAY_S = 24 * 60 * 60
};

/* What the thread needs: its own, since it may outlive the program's interest. */
typedef struct {
    char *where, *folder, *second;
    char at[21];
    gint is_cancelled; /* atomic */
    bool is_made;      /* there is a new one */
    char *trouble;     /* why none was made; NULL */
    BackupHealth health;
    BackupKeep *keep; /* main thread: who is told; NULL: nobody any more */
} Task;

struct BackupKeep {
    App *app;
    gint64 begun; /* monotonic, microseconds; 0: not yet */
    guint timer_id;
    Task *task; /* on its way; a reference */
};

static void task_clear(gpointer data)
{
    Task *task = data;
    g_free(task->where);
    g_free(task->folder);
    g_free(task->second);
    g_free(task->trouble);
}

static void task_unref(gpointer task)
{
    g_atomic_rc_box_release_full(task, task_clear);
}

static bool go_on(BackupStep step, gpointer data)
{
    (void)step;
    return g_atomic_int_get(&((Task *)data)->is_cancelled) == 0;
}

/* ---- words ---- */

char *backup_keep_words(const BackupHealth *health, const char *trouble, guint away)
{
    if (trouble != NULL && health->count == 0) {
        return g_strdup(_("There is no backup of this shop, and none can be made."));
    }
    if (trouble != NULL && health->days == 0) {
        return g_strdup(_("Today's backup could not be made."));
    }
    if (trouble != NULL) {
        return g_strdup_printf(
            ngettext("No backup for %u day.", "No backup for %u days.", health->days),
            health->days);
    }
    if (away >= SECOND_DAYS) {
        return g_strdup_printf(ngettext("The second place for backups has been away for %u day.",
                                        "The second place for backups has been away for %u days.",
                                        away),
                               away);
    }
    return NULL;
}

/* For how many days the second place has been away; today is remembered when it is there. */
static guint days_away(BackupKeep *keep, const BackupHealth *health)
{
    const Counter *counter = app_data(keep->app);
    g_autoptr(GDateTime) now = app_now(keep->app);
    gint64 today = g_date_time_to_unix(now) / DAY_S;
    gint64 seen = counter_recall_id(counter, "second-place", today);
    /* One that was never there is counted from the first look on. */
    if (health->second_is_wanted && (health->second_is_there || seen == today)) {
        counter_remember_id(counter, "second-place", today);
    }
    return health->second_is_wanted && !health->second_is_there ? (guint)MAX(today - seen, 0) : 0;
}

/* ---- the thread ---- */

static void tell(BackupKeep *keep, const Task *task)
{
    Counter *counter = app_data(keep->app);
    g_autofree char *news =
        backup_keep_words(&task->health, task->trouble, days_away(keep, &task->health));
    bool is_same = g_strcmp0(news, counter->backup_news) == 0 &&
                   g_strcmp0(task->trouble, counter->backup_trouble) == 0;
    g_free(counter->backup_news);
    g_free(counter->backup_trouble);
    counter->backup_news = g_steal_pointer(&news);
    counter->backup_trouble = g_strdup(task->trouble);
    if (task->is_made || !is_same) {
        app_refresh(keep->app);
    }
}

/* Main thread. */
static gboolean told(gpointer data)
{
    Task *task = data;
    BackupKeep *keep = task->keep;
    if (keep != NULL) {
        task->keep = NULL;
        g_clear_pointer(&keep->task, task_unref);
        tell(keep, task);
    }
    return G_SOURCE_REMOVE;
}

static gpointer thread_run(gpointer data)
{
    Task *task = data;
    const BackupPlace place = {.folder = task->folder, .second = task->second};
    BackupMade made = {0};
    g_autoptr(GError) error = NULL;
    background_begin();
    bool ok = backup_take_when_due(task->where, &place, task->at, go_on, task, &made, &error);
    if (!ok && !g_error_matches(error, FAULT, FAULT_CANCELLED)) {
        task->trouble = g_strdup(error->message);
    }
    task->is_made = made.path != NULL;
    backup_made_clear(&made);
    task->health = backup_health(&place, task->where, task->at);
    g_idle_add_full(G_PRIORITY_DEFAULT, told, task, task_unref);
    return NULL;
}

/* ---- beginning and ending ---- */

static gboolean start_now(gpointer data)
{
    BackupKeep *keep = data;
    const Counter *counter = app_data(keep->app);
    keep->timer_id = 0;
    Task *task = g_atomic_rc_box_new0(Task);
    g_autoptr(GDateTime) now = app_now(keep->app);
    instant_write(now, task->at);
    task->where = g_strdup(counter->where);
    task->folder = g_strdup(counter->backup_folder);
    task->second = g_strdup(counter->preferences->second);
    task->keep = keep;
    keep->task = g_atomic_rc_box_acquire(task);
    g_thread_unref(g_thread_new("backup", thread_run, task));
    return G_SOURCE_REMOVE;
}

void backup_keep_begin(Screen *lowest)
{
    Counter *counter = counter_of(lowest);
    if (!counter_has_backups(counter) || counter->is_demo) {
        return;
    }
    if (counter->keep == NULL) {
        counter->keep = g_new0(BackupKeep, 1);
        counter->keep->app = lowest->app;
    }
    BackupKeep *keep = counter->keep;
    gint64 now = g_get_monotonic_time();
    bool is_time = keep->begun == 0 || now - keep->begun >= EACH_S * G_TIME_SPAN_SECOND;
    if (is_time && keep->timer_id == 0 && keep->task == NULL) {
        keep->begun = now;
        keep->timer_id = g_timeout_add_full(G_PRIORITY_LOW, AFTER_MS, start_now, keep, NULL);
    }
}

static void let_go(BackupKeep *keep)
{
    g_clear_handle_id(&keep->timer_id, g_source_remove);
    if (keep->task != NULL) {
        g_atomic_int_set(&keep->task->is_cancelled, 1);
        keep->task->keep = NULL;
        g_clear_pointer(&keep->task, task_unref);
    }
}

bool backup_keep_is_idle(const BackupKeep *keep)
{
    return keep->timer_id == 0 && keep->task == NULL;
}

void backup_keep_forget(App *app)
{
    Counter *counter = app_data(app);
    g_clear_pointer(&counter->backup_news, g_free);
    g_clear_pointer(&counter->backup_trouble, g_free);
    if (counter->keep != NULL) {
        let_go(counter->keep);
        counter->keep->begun = 0;
    }
}

void backup_keep_free(BackupKeep *keep)
{
    if (keep != NULL) {
        let_go(keep);
        g_free(keep);
    }
}
