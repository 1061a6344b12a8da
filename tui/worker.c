/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The worker thread, its queue, and the way back to the main loop. */
#include "tui/worker.h"

#include <string.h>

/* Reports closer together than this are left out, in microseconds. */
#define REPORT_PAUSE (100 * 1000)

enum { FIRST_MEMORY = 768 * 1024 /* bytes; what the first orders take */ };

typedef enum { WORK_WAITING, WORK_RUNNING, WORK_ENDED } WorkState;

struct Work {
    Worker *worker;
    WorkOrder order;
    WorkState state; /* this and all below: under the worker's lock */
    bool dropped, cancelled;
    gpointer result;
    GError *error;
    double done, total;
    bool has_news; /* a report nobody has been told about */
    gint64 last_report;
    gint64 began; /* monotonic time */
};

struct Worker {
    GMutex lock;
    GCond wake;
    GThread *thread;
    GSource *source; /* wakes the main loop */
    Shop *shop;
    GQueue waiting; /* Work; under the lock */
    GQueue ended;   /* Work whose end is to be told; under the lock */
    Work *running;  /* under the lock */
    bool stop;
};

typedef struct {
    GSource base;
    Worker *worker;
} WorkerSource;

static void work_free(Work *work)
{
    if (work->result && work->order.result_free) {
        work->order.result_free(work->result);
    }
    g_clear_error(&work->error);
    if (work->order.clean) {
        work->order.clean(work->order.arg, work->order.data);
    }
    g_free(work);
}

/* The next order to run, or NULL at the end. */
static Work *take_next(Worker *worker)
{
    g_mutex_lock(&worker->lock);
    Work *work = NULL;
    while (!work) {
        work = g_queue_pop_head(&worker->waiting);
        if (work && (work->dropped || worker->stop) && !work->order.must_run) {
            work->state = WORK_ENDED;
            g_queue_push_tail(&worker->ended, work);
            work = NULL;
        } else if (work) {
            work->state = WORK_RUNNING;
            work->began = g_get_monotonic_time();
            worker->running = work;
        } else if (worker->stop) {
            break;
        } else {
            g_source_set_ready_time(worker->source, 0);
            g_cond_wait(&worker->wake, &worker->lock);
        }
    }
    g_mutex_unlock(&worker->lock);
    return work;
}

/* The system gives memory page by page when it is first touched: this thread gets its own while the
 * shop is still being opened, a thirtieth of the whole start. */
static void fetch_memory(void)
{
    gpointer memory = g_malloc(FIRST_MEMORY);
    explicit_bzero(memory, FIRST_MEMORY);
    g_free(memory);
}

static gpointer run_orders(gpointer data)
{
    Worker *worker = data;
    fetch_memory();
    for (Work *work; (work = take_next(worker));) {
        GError *error = NULL;
        gpointer result =
            work->order.run(g_atomic_pointer_get(&worker->shop), work->order.arg, work, &error);
        g_mutex_lock(&worker->lock);
        work->result = result;
        work->error = error;
        work->state = WORK_ENDED;
        worker->running = NULL;
        g_queue_push_tail(&worker->ended, work);
        g_mutex_unlock(&worker->lock);
        /* Who is woken finds the lock free. */
        g_source_set_ready_time(worker->source, 0);
    }
    return NULL;
}

/* Tells about the running order's progress, if there is news. */
static void tell_progress(Worker *worker)
{
    g_mutex_lock(&worker->lock);
    Work *work = worker->running;
    bool tell = work && work->has_news && !work->dropped && work->order.progress;
    double done = tell ? work->done : 0;
    double total = tell ? work->total : 0;
    if (work) {
        work->has_news = false;
    }
    g_mutex_unlock(&worker->lock);
    /* It cannot be freed meanwhile: that happens on this thread. */
    if (tell) {
        work->order.progress(work, done, total, work->order.data);
    }
}

static void tell_end(Work *work)
{
    if (!work->dropped) {
        gpointer result = g_steal_pointer(&work->result);
        work->order.finished(work, result, g_steal_pointer(&work->error), work->order.data);
    }
    work_free(work);
}

static gboolean source_dispatch(GSource *source, GSourceFunc callback, gpointer data)
{
    (void)callback;
    (void)data;
    Worker *worker = ((WorkerSource *)source)->worker;
    g_source_set_ready_time(source, -1);
    tell_progress(worker);
    g_mutex_lock(&worker->lock);
    for (Work *work; (work = g_queue_pop_head(&worker->ended));) {
        g_mutex_unlock(&worker->lock);
        tell_end(work);
        g_mutex_lock(&worker->lock);
    }
    g_mutex_unlock(&worker->lock);
    return G_SOURCE_CONTINUE;
}

static GSourceFuncs source_funcs = {.dispatch = source_dispatch};

Worker *worker_new(Shop *shop)
{
    Worker *worker = g_new0(Worker, 1);
    g_mutex_init(&worker->lock);
    g_cond_init(&worker->wake);
    worker->shop = shop;
    worker->source = g_source_new(&source_funcs, sizeof(WorkerSource));
    ((WorkerSource *)worker->source)->worker = worker;
    g_source_set_name(worker->source, "worker");
    g_source_attach(worker->source, g_main_context_get_thread_default());
    worker->thread = g_thread_new("shop", run_orders, worker);
    return worker;
}

void worker_free(Worker *worker)
{
    if (!worker) {
        return;
    }
    g_mutex_lock(&worker->lock);
    worker->stop = true;
    g_cond_signal(&worker->wake);
    g_mutex_unlock(&worker->lock);
    g_thread_join(worker->thread);
    g_source_destroy(worker->source);
    g_source_unref(worker->source);
    g_queue_clear_full(&worker->ended, (GDestroyNotify)work_free);
    g_mutex_clear(&worker->lock);
    g_cond_clear(&worker->wake);
    g_free(worker);
}

void worker_set_shop(Worker *worker, Shop *shop)
{
    g_atomic_pointer_set(&worker->shop, shop);
}

Work *worker_add(Worker *worker, const WorkOrder *order)
{
    Work *work = g_new0(Work, 1);
    work->worker = worker;
    work->order = *order;
    g_mutex_lock(&worker->lock);
    g_queue_push_tail(&worker->waiting, work);
    g_cond_signal(&worker->wake);
    g_mutex_unlock(&worker->lock);
    return work;
}

void work_drop(Work *work)
{
    g_mutex_lock(&work->worker->lock);
    work->dropped = true;
    g_mutex_unlock(&work->worker->lock);
}

bool work_is_waiting(Work *work)
{
    g_mutex_lock(&work->worker->lock);
    bool waiting = work->state == WORK_WAITING;
    g_mutex_unlock(&work->worker->lock);
    return waiting;
}

void work_cancel(Work *work)
{
    g_mutex_lock(&work->worker->lock);
    work->cancelled = true;
    g_mutex_unlock(&work->worker->lock);
}

void worker_cancel_all(Worker *worker)
{
    g_mutex_lock(&worker->lock);
    for (GList *each = worker->waiting.head; each; each = each->next) {
        ((Work *)each->data)->cancelled = true;
    }
    if (worker->running) {
        worker->running->cancelled = true;
    }
    g_mutex_unlock(&worker->lock);
}

bool worker_is_idle(Worker *worker)
{
    g_mutex_lock(&worker->lock);
    bool idle =
        !worker->running && g_queue_is_empty(&worker->waiting) && g_queue_is_empty(&worker->ended);
    g_mutex_unlock(&worker->lock);
    return idle;
}

gint64 worker_busy_since(Worker *worker)
{
    g_mutex_lock(&worker->lock);
    const Work *work = worker->running;
    gint64 since = work && !work->order.progress ? work->began : 0;
    g_mutex_unlock(&worker->lock);
    return since;
}

void work_report(Work *work, double done, double total)
{
    Worker *worker = work->worker;
    gint64 now = g_get_monotonic_time();
    g_mutex_lock(&worker->lock);
    work->done = done;
    work->total = total;
    if (work->last_report == 0 || now - work->last_report >= REPORT_PAUSE) {
        work->last_report = now;
        work->has_news = true;
        g_source_set_ready_time(worker->source, 0);
    }
    g_mutex_unlock(&worker->lock);
}

bool work_is_cancelled(Work *work)
{
    g_mutex_lock(&work->worker->lock);
    bool cancelled = work->cancelled;
    g_mutex_unlock(&work->worker->lock);
    return cancelled;
}
