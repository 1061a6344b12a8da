/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the form for a reminder asks of the shop, and the deeds that change reminders. */
#include "tui/screens/reminderwork.h"

#include "data/agenda/reminderevent.h"
#include "data/base/i18n.h"
#include "data/branch.h"
#include "data/customer/customer.h"
#include "data/nametable.h"
#include "data/shop.h"
#include "tui/counter.h"
#include "tui/screens/clerkfield.h"
#include "tui/screens/removal.h"

/* ---- loading ---- */

void reminder_model_free(gpointer data)
{
    ReminderModel *model = data;
    record_free(model->reminder);
    g_clear_pointer(&model->clerks, g_ptr_array_unref);
    g_clear_pointer(&model->branches, g_ptr_array_unref);
    g_clear_pointer(&model->events, g_ptr_array_unref);
    g_clear_pointer(&model->names, g_hash_table_unref);
    g_free(model->call);
    g_free(model);
}

/* The reminder of the line EVENT_ID of a history; 0 on a fault. */
static gint64 id_of_event(Db *db, gint64 event_id, GError **error)
{
    ReminderEvent *event = record_load(db, &reminder_event_type, event_id, error);
    gint64 id = event != NULL ? event->reminder_id : 0;
    record_free(event);
    return id;
}

static bool load_reminder(Db *db, const ReminderArg *ask, ReminderModel *model, GError **error)
{
    gint64 id = ask->event_id != 0 ? id_of_event(db, ask->event_id, error) : ask->reminder_id;
    if (id != 0) {
        model->reminder = record_load(db, &reminder_type, id, error);
        model->events =
            model->reminder != NULL ? reminder_event_list(db, id, error) : g_ptr_array_new();
        return model->reminder != NULL && model->events != NULL;
    }
    model->reminder = record_new(&reminder_type);
    model->reminder->customer_id = ask->customer_id;
    model->events = g_ptr_array_new();
    return ask->event_id == 0;
}

static bool load_customer(Db *db, ReminderModel *model, GError **error)
{
    gint64 id = model->reminder->customer_id;
    if (id == 0) {
        return true;
    }
    Customer *customer = record_load(db, &customer_type, id, error);
    if (customer == NULL) {
        return false;
    }
    model->call = customer_call(customer, NAME_SPOKEN);
    if (model->reminder->head.id == 0) {
        model->reminder->clerk_id = customer->clerk_id;
    }
    record_free(customer);
    return true;
}

static bool load(Db *db, const ReminderArg *ask, ReminderModel *model, GError **error)
{
    if (!load_reminder(db, ask, model, error) || !load_customer(db, model, error)) {
        return false;
    }
    model->clerks = clerk_field_load(db, model->reminder->clerk_id, error);
    model->branches = model->clerks != NULL ? branch_list(db, NULL, error) : NULL;
    model->names = model->branches != NULL ? nametable_clerks(db, error) : NULL;
    return model->names != NULL;
}

gpointer reminder_model_load(Shop *shop, gconstpointer ask, GError **error)
{
    ReminderModel *model = g_new0(ReminderModel, 1);
    bool ok = db_read_begin(shop->db, error);
    if (ok) {
        ok = load(shop->db, ask, model, error);
        db_read_end(shop->db);
    }
    if (!ok) {
        g_clear_pointer(&model, reminder_model_free);
    }
    return model;
}

/* ---- saving ---- */

typedef struct {
    Reminder *reminder; /* every run works on a copy */
    Who who;
} Job;

gpointer reminder_job_new(Reminder *reminder, const Who *who)
{
    Job *job = g_new0(Job, 1);
    job->reminder = reminder;
    job->who = *who;
    return job;
}

void reminder_job_free(gpointer data)
{
    Job *job = data;
    record_free(job->reminder);
    g_free(job);
}

gpointer reminder_job_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Job *job = arg;
    bool is_new = job->reminder->head.id == 0;
    g_autoptr(Deed) deed = deed_begin(
        shop->db, &job->who, is_new ? N_("noting a reminder") : N_("changing a reminder"), error);
    if (deed == NULL) {
        return NULL;
    }
    Reminder *reminder = record_copy(job->reminder);
    bool ok = reminder_save(deed, reminder, error) && deed_commit(deed, NULL, error);
    gint64 *id = ok ? g_memdup2(&reminder->head.id, sizeof(gint64)) : NULL;
    record_free(reminder);
    return id;
}

/* ---- ending ---- */

typedef struct {
    RecordHead seen;
    char *words;
    ReminderEnd end;
    Moment due; /* as it was seen */
    bool closes;
    Moment now;
    Who who;
} Ending;

static void ending_free(gpointer data)
{
    Ending *ending = data;
    g_free(ending->words);
    g_free(ending);
}

static const char *verb_of(ReminderEnd end)
{
    return end == REMINDER_DO     ? N_("doing a reminder")
           : end == REMINDER_SKIP ? N_("skipping a reminder")
                                  : N_("removing a reminder");
}

static const char *message_of(ReminderEnd end)
{
    return end == REMINDER_DO     ? _("Done: %s. Ctrl-Z takes it back.")
           : end == REMINDER_SKIP ? _("Skipped: %s. Ctrl-Z takes it back.")
                                  : _("Removed: %s. Ctrl-Z takes it back.");
}

/* The result is a copy that borrows the words. */
static gpointer ending_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Ending *ending = arg;
    g_autoptr(Deed) deed = deed_begin(shop->db, &ending->who, verb_of(ending->end), error);
    if (deed == NULL) {
        return NULL;
    }
    bool ok = ending->end == REMINDER_REMOVE
                  ? record_is_current(shop->db, &ending->seen, error) &&
                        reminder_remove(deed, ending->seen.id, error)
                  : reminder_settle(deed, ending->seen.id,
                                    ending->end == REMINDER_SKIP ? &ending->due : NULL, ending->now,
                                    error);
    return ok && deed_commit(deed, NULL, error) ? g_memdup2(ending, sizeof *ending) : NULL;
}

static Outcome ended(Screen *screen, gpointer data)
{
    const Ending *ending = data;
    g_auto(GStrv) around = g_strsplit(message_of(ending->end), "%s", 2);
    g_autofree char *message = g_strjoinv(ending->words, around);
    app_say_about(screen->app, AREA_GOOD, message, ending->words);
    return ending->closes ? OUTCOME_CLOSE : OUTCOME_REDRAW;
}

Outcome reminder_end_now(Screen *screen, const Reminder *reminder, ReminderEnd end, bool closes)
{
    Ending *ending = g_new0(Ending, 1);
    ending->seen = removal_seen(reminder);
    ending->words = g_strdup(reminder->words);
    ending->end = end;
    ending->due = reminder_due(reminder);
    ending->closes = closes;
    ending->now = counter_now(screen);
    ending->who = counter_who(screen);
    const AppJob job = {
        .run = ending_run,
        .arg = ending,
        .arg_free = ending_free,
        .result_free = g_free,
        .done = ended,
        .failed = end == REMINDER_REMOVE ? removal_refused : NULL,
    };
    return app_do(screen, &job);
}
