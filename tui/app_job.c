/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Jobs: what screens have done on the worker, and what happens when it is done or has failed. */
#include "tui/app_private.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "tui/linewords.h"
#include "tui/screens/dialogs.h"

struct Job {
    App *app;
    Screen *screen; /* NULL: closed meanwhile */
    AppJob order;
    Work *work;            /* NULL: not on its way */
    bool waits_for_answer; /* failed; a dialog asks whether to try again */
};

static void job_free(Job *job)
{
    if (job->screen) {
        g_ptr_array_remove(job->screen->link->jobs, job);
    }
    if (job->order.arg && job->order.arg_free) {
        job->order.arg_free(job->order.arg);
    }
    g_free(job);
}

static gpointer run_job(Shop *shop, gpointer arg, Work *work, GError **error)
{
    const Job *job = arg;
    return job->order.run(shop, job->order.arg, work, error);
}

static void clean_job(gpointer arg, gpointer data)
{
    (void)data;
    Job *job = arg;
    job->work = NULL;
    if (!job->waits_for_answer) {
        job_free(job);
    }
}

static void job_progress(Work *work, double done, double total, gpointer data)
{
    (void)work;
    const Job *job = data;
    if (job->screen && job->order.progress) {
        app_begin(job->app);
        job->order.progress(job->screen, done, total);
        app_touch(job->app);
        app_end(job->app);
    }
}

static unsigned *count_of(const Job *job)
{
    return job->order.by_itself    ? &job->app->own_jobs
           : job->order.background ? &job->app->background_jobs
                                   : &job->app->foreground_jobs;
}

static void job_finished(Work *work, gpointer result, GError *error, gpointer data);

static void start(Job *job)
{
    const WorkOrder order = {
        .run = run_job,
        .arg = job,
        .finished = job_finished,
        .progress = job->order.progress ? job_progress : NULL,
        .clean = clean_job,
        .result_free = job->order.result_free,
        .data = job,
        .must_run = true,
    };
    job->waits_for_answer = false;
    ++*count_of(job);
    job->work = app_give(job->app, &order);
}

static Outcome job_again(Screen *screen, gpointer again)
{
    GPtrArray *jobs = screen->link->jobs;
    for (guint i = 0; i < jobs->len; i++) {
        Job *job = g_ptr_array_index(jobs, i);
        if (job->waits_for_answer) {
            if (again) {
                start(job);
            } else {
                job_free(job);
            }
            break;
        }
    }
    return OUTCOME_HANDLED;
}

/* Whether trying again would not help: only where something was in the way (a full disk, a lost
 * line, another program) it may. */
static bool is_final(const GError *error)
{
    static const int codes[] = {FAULT_REFUSED, FAULT_MISSING, FAULT_CONFLICT, FAULT_TAKEN,
                                FAULT_DAMAGED};
    for (gsize i = 0; i < G_N_ELEMENTS(codes); i++) {
        if (g_error_matches(error, FAULT, codes[i])) {
            return true;
        }
    }
    return false;
}

/* A form has nothing left to save. */
static void tell_stored(Screen *screen, const GError *error)
{
    bool is_form = screen->class->unsaved != NULL && screen->class->unsaved(screen);
    app_say(screen->app, AREA_GOOD, error->message);
    app_obey(screen, is_form ? OUTCOME_CLOSE : OUTCOME_REDRAW);
}

/* The person gave up waiting: whether it was stored is found out by trying again. */
static bool is_given_up(const Job *job, const GError *error)
{
    return app_line_gives_up(job->app) && !job->order.reads_only &&
           (g_error_matches(error, FAULT, FAULT_CANCELLED) ||
            g_error_matches(error, FAULT, FAULT_LINE_DOWN) ||
            g_error_matches(error, FAULT, FAULT_BUSY));
}

/* Whether nobody is told: of what they broke off themselves, and of what the program does by itself
 * and does again when the line is there. */
static bool is_silent(const Job *job, const GError *error)
{
    return (g_error_matches(error, FAULT, FAULT_CANCELLED) && !is_given_up(job, error)) ||
           (g_error_matches(error, FAULT, FAULT_LINE_DOWN) && job->order.by_itself);
}

/* Why JOB is not done, for the question whether to try again. */
static const char *why(const Job *job, const GError *error)
{
    if (is_given_up(job, error)) {
        return line_words_given_up();
    }
    bool is_copy = g_error_matches(error, FAULT, FAULT_READ_ONLY) && app_reads_copy(job->app);
    return is_copy ? line_words_copy() : error->message;
}

static void job_failed(Job *job, const GError *error)
{
    if (!job->screen) {
        Screen *top = app_top(job->app);
        if (top && !is_silent(job, error)) {
            app_tell(top, error);
        }
        return;
    }
    /* What was typed behind it was meant for its success. */
    g_queue_clear_full(&job->app->held, (GDestroyNotify)event_free);
    if (g_error_matches(error, FAULT, FAULT_STORED)) {
        tell_stored(job->screen, error);
        return;
    }
    if ((job->order.failed && job->order.failed(job->screen, error)) || is_silent(job, error)) {
        return;
    }
    if (job->screen && app_knows_damage(job->app, error)) {
        app_ask_damage(job->screen, error, app_show_damage);
    } else if (job->screen && is_final(error)) {
        app_tell(job->screen, error);
    } else if (job->screen) {
        job->waits_for_answer = true;
        dialog_retry(job->screen, why(job, error), job_again);
    }
}

/* What JOB found out about the line. While it is down nothing is loaded anew: that is done when it
 * is there again. */
static void note_line(const Job *job, const GError *error)
{
    if (g_error_matches(error, FAULT, FAULT_LINE_DOWN)) {
        app_line_is_down(job->app);
    } else if (error == NULL) {
        app_line_has_answered(job->app);
    }
    if (!job->order.reads_only && !g_error_matches(error, FAULT, FAULT_LINE_DOWN)) {
        job->app->stored += error == NULL;
        app_refresh(job->app);
    }
}

static void job_finished(Work *work, gpointer result, GError *error, gpointer data)
{
    (void)work;
    Job *job = data;
    App *app = job->app;
    app_begin(app);
    --*count_of(job);
    note_line(job, error);
    g_autofree char *news = job->screen ? g_steal_pointer(&job->screen->link->news) : NULL;
    if (error) {
        job_failed(job, error);
    } else if (job->screen && job->order.done) {
        app_obey(job->screen, job->order.done(job->screen, result));
        if (news) {
            app_say(app, AREA_GOOD, news);
        }
    }
    if (result && job->order.result_free) {
        job->order.result_free(result);
    }
    if (error == NULL && !job->order.reads_only) {
        app_follow(app);
    }
    g_clear_error(&error);
    if (!job->order.background) {
        app_line_job_ended(app);
    }
    app_touch(app);
    app_end(app);
}

void app_jobs_line_is_back(App *app)
{
    for (guint i = 0; i < app->stack->len; i++) {
        Screen *screen = g_ptr_array_index(app->stack, i);
        if (screen->link->returned == job_again || screen->link->returned == app_save_again) {
            dialog_retry_say(screen, line_words_save_now(), _("Do it now"));
        }
    }
}

Outcome app_do(Screen *screen, const AppJob *order)
{
    Job *job = g_new0(Job, 1);
    job->app = screen->app;
    job->screen = screen;
    job->order = *order;
    g_ptr_array_add(screen->link->jobs, job);
    start(job);
    return OUTCOME_HANDLED;
}

void app_say_instead(Screen *screen, const char *text)
{
    g_free(screen->link->news);
    screen->link->news = g_strdup(text);
}

void app_order(App *app, const WorkOrder *order)
{
    app_give(app, order);
}

void app_follow(App *app)
{
    if (app->follower != NULL && app->stack->len > 0 && !app->is_ending) {
        app->follower(g_ptr_array_index(app->stack, 0));
    }
}

void app_set_follower(App *app, void (*call)(Screen *lowest))
{
    app->follower = call;
    app_follow(app);
}

unsigned app_stored(const App *app)
{
    return app->stored;
}

void app_cancel_job(Screen *screen)
{
    GPtrArray *jobs = screen->link->jobs;
    for (guint i = 0; i < jobs->len; i++) {
        const Job *job = g_ptr_array_index(jobs, i);
        if (job->work) {
            work_cancel(job->work);
        }
    }
}

void app_forget_jobs(Screen *screen)
{
    GPtrArray *jobs = screen->link->jobs;
    while (jobs->len > 0) {
        Job *job = g_ptr_array_steal_index(jobs, jobs->len - 1);
        job->screen = NULL;
        if (!job->work) {
            job_free(job);
        }
    }
}

bool app_is_writing(const Screen *screen)
{
    const GPtrArray *jobs = screen->link->jobs;
    for (guint i = 0; i < jobs->len; i++) {
        const Job *job = g_ptr_array_index(jobs, i);
        if (job->work && !job->order.reads_only) {
            return true;
        }
    }
    return false;
}
