/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something to be done by a day. */
#include "data/agenda/reminder.h"

#include "data/agenda/reminderevent.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"

#include <stddef.h>
#include <string.h>

enum { LONGEST_STEP = 999 };

static const Field fields[] = {
    {"customer_id", FIELD_REF, FIELD_OWNER, offsetof(Reminder, customer_id), NULL},
    {"words", FIELD_TEXT, FIELD_PERSONAL | FIELD_REQUIRED, offsetof(Reminder, words),
     N_("Reminder")},
    {"due_day", FIELD_TEXT, FIELD_REQUIRED, offsetof(Reminder, due_day), N_("Due")},
    {"due_minute", FIELD_MAYBE, FIELD_PLAIN, offsetof(Reminder, due_minute), N_("Time")},
    {"day", FIELD_TEXT, FIELD_REQUIRED, offsetof(Reminder, day), NULL},
    {"minute", FIELD_MAYBE, FIELD_PLAIN, offsetof(Reminder, minute), NULL},
    {"clerk_id", FIELD_REF, FIELD_PLAIN, offsetof(Reminder, clerk_id), N_("Who")},
    {"branch_id", FIELD_REF, FIELD_PLAIN, offsetof(Reminder, branch_id), N_("Branch")},
    {"repeats", FIELD_TEXT, FIELD_PLAIN, offsetof(Reminder, repeats), N_("Repeats")},
    {"step", FIELD_INT, FIELD_PLAIN, offsetof(Reminder, step), NULL},
    {"weekdays", FIELD_MAYBE, FIELD_PLAIN, offsetof(Reminder, weekdays), NULL},
    {"first_day", FIELD_TEXT, FIELD_PLAIN, offsetof(Reminder, first_day), NULL},
    {"state", FIELD_TEXT, FIELD_PLAIN, offsetof(Reminder, state), N_("State")},
    {"done_day", FIELD_TEXT, FIELD_PLAIN, offsetof(Reminder, done_day), NULL},
    {"rule_id", FIELD_REF, FIELD_PLAIN, offsetof(Reminder, rule_id), NULL},
    {"cause", FIELD_TEXT, FIELD_PLAIN, offsetof(Reminder, cause), NULL},
    {"draft", FIELD_TEXT, FIELD_PERSONAL, offsetof(Reminder, draft), N_("Text")},
    {"channel", FIELD_TEXT, FIELD_PLAIN, offsetof(Reminder, channel), N_("Way")},
};

static char *call(gconstpointer record)
{
    return g_strdup(((const Reminder *)record)->words);
}

const RecordType reminder_type = {
    .table = "reminder",
    .label = N_("reminder"),
    .size = sizeof(Reminder),
    .fields = fields,
    .fields_count = G_N_ELEMENTS(fields),
    .derives = DERIVES_NOTHING,
    .call = call,
};

static Day read_day(const char *text)
{
    Day day;
    day_from_text(text != NULL ? text : "", &day);
    return day;
}

static void set_day(char **place, Day day)
{
    g_autofree char *text = day_to_text(day);
    record_set_text(place, text);
}

Moment reminder_due(const Reminder *reminder)
{
    return (Moment){read_day(reminder->due_day), reminder->due_minute};
}

Moment reminder_comes_up(const Reminder *reminder)
{
    return (Moment){read_day(reminder->day), reminder->minute};
}

Series reminder_series(const Reminder *reminder)
{
    return (Series){
        .unit = series_unit(reminder->repeats),
        .step = (int)CLAMP(reminder->step, 1, LONGEST_STEP),
        .weekdays = reminder->weekdays != RECORD_NONE ? (guint)reminder->weekdays : 0,
        .first = read_day(reminder->first_day),
    };
}

static void come_up(Reminder *reminder, Moment moment)
{
    set_day(&reminder->day, moment.day);
    reminder->minute = moment.minute;
}

static void fall_due(Reminder *reminder, Moment due)
{
    set_day(&reminder->due_day, due.day);
    reminder->due_minute = due.minute;
    come_up(reminder, due);
}

void reminder_set_due(Reminder *reminder, Moment due, const Series *series)
{
    bool repeats = series->unit != SERIES_ONCE;
    fall_due(reminder, due);
    record_set_text(&reminder->repeats, series_code(series->unit));
    reminder->step = repeats ? CLAMP(series->step, 1, LONGEST_STEP) : 1;
    reminder->weekdays = series->unit == SERIES_WEEKS && series->weekdays != 0
                             ? (gint64)series->weekdays
                             : RECORD_NONE;
    set_day(&reminder->first_day, !repeats                      ? DAY_NONE
                                  : day_is_whole(series->first) ? series->first
                                                                : due.day);
}

/* A line in the history of REMINDER as it is; TO is where it went, its day none when nowhere. */
static bool note(Deed *deed, const Reminder *reminder, const char *what, Moment to, GError **error)
{
    ReminderEvent *event = record_new(&reminder_event_type);
    event->customer_id = reminder->customer_id;
    event->reminder_id = reminder->head.id;
    event->minute = reminder->due_minute;
    event->to_minute = to.minute;
    record_set_text(&event->what, what);
    record_set_text(&event->day, reminder->due_day);
    set_day(&event->to_day, to.day);
    bool ok = record_insert(deed, event, error);
    record_free(event);
    return ok;
}

static const Moment nowhere = {{0, 0, 0}, MINUTE_NONE};

/* Stores REMINDER, which is there already, as it was changed. */
static bool change(Deed *deed, Reminder *reminder, GError **error)
{
    Reminder *before = record_load(deed_db(deed), &reminder_type, reminder->head.id, error);
    if (before == NULL) {
        return false;
    }
    Moment due = reminder_due(reminder);
    bool is_moved = moment_compare(reminder_due(before), due) != 0;
    bool ok = record_update(deed, reminder, error) &&
              (!is_moved || note(deed, before, "moved", due, error));
    record_free(before);
    return ok;
}

bool reminder_save(Deed *deed, Reminder *reminder, GError **error)
{
    if (reminder->words == NULL || *reminder->words == '\0') {
        g_set_error_literal(error, FAULT, FAULT_REFUSED,
                            _("Please say what is to be done, in a few words."));
        return false;
    }
    if (!day_is_whole(reminder_due(reminder).day)) {
        g_set_error_literal(error, FAULT, FAULT_REFUSED,
                            _("Please say when: “Friday”, “27.11.”, “+14” or “tomorrow at 9”."));
        return false;
    }
    if (!day_is_whole(reminder_comes_up(reminder).day)) {
        come_up(reminder, reminder_due(reminder));
    }
    reminder->step = CLAMP(reminder->step, 1, LONGEST_STEP);
    if (reminder->head.id != 0) {
        return change(deed, reminder, error);
    }
    record_set_text(&reminder->state, "open");
    return record_insert(deed, reminder, error);
}

static bool is_open(const Reminder *reminder)
{
    return strcmp(reminder->state, "open") == 0;
}

/* The last day of which nothing is left for a series due on the day and at the time of DUE. */
static Day last_day_over(Moment due, Moment now)
{
    if (day_compare(now.day, due.day) <= 0) {
        return due.day;
    }
    bool is_to_come =
        due.minute != MINUTE_NONE && now.minute != MINUTE_NONE && now.minute < due.minute;
    return is_to_come ? day_plus(now.day, -1) : now.day;
}

/* Lets a series go on after NOW and after what was due; false when it does not. */
static bool go_on(Reminder *reminder, Moment now)
{
    const Series series = reminder_series(reminder);
    Moment due = reminder_due(reminder);
    Day next =
        day_is_whole(series.first) ? series_next(&series, last_day_over(due, now)) : DAY_NONE;
    if (day_is_none(next)) {
        return false;
    }
    fall_due(reminder, (Moment){next, due.minute});
    return true;
}

/* Refuses to do a series in advance that was settled today: two tills tick what both still show. */
static bool may_be_done(const Reminder *reminder, Moment now, GError **error)
{
    g_autofree char *today = day_to_text(now.day);
    Day day = reminder_comes_up(reminder).day;
    if (g_strcmp0(reminder->done_day, today) != 0 || day_compare(day, now.day) <= 0) {
        return true;
    }
    g_autofree char *words = day_for_people(day);
    g_set_error(error, FAULT, FAULT_REFUSED,
                _("This was done or skipped today already. It comes up again on %s."), words);
    return false;
}

/* Whether REMINDER is still due when it was to be skipped. */
static bool may_be_skipped(const Reminder *reminder, Moment seen, GError **error)
{
    Moment due = reminder_due(reminder);
    if (moment_compare(due, seen) == 0) {
        return true;
    }
    g_autofree char *words = day_for_people(due.day);
    g_set_error(error, FAULT, FAULT_CONFLICT,
                _("Somebody was quicker: it was done or skipped, and is due on %s by now."), words);
    return false;
}

bool reminder_settle(Deed *deed, gint64 id, const Moment *skipped, Moment now, GError **error)
{
    const char *what = skipped != NULL ? "skipped" : "done";
    Reminder *reminder = record_load(deed_db(deed), &reminder_type, id, error);
    bool ok = reminder != NULL;
    if (ok && is_open(reminder)) {
        ok = (skipped != NULL ? may_be_skipped(reminder, *skipped, error)
                              : may_be_done(reminder, now, error)) &&
             note(deed, reminder, what, nowhere, error);
        set_day(&reminder->done_day, now.day);
        if (!go_on(reminder, now)) {
            record_set_text(&reminder->state, what);
        }
        ok = ok && record_update(deed, reminder, error);
    }
    record_free(reminder);
    return ok;
}

static bool put_off(Deed *deed, Reminder *reminder, Moment to, GError **error)
{
    if (!is_open(reminder)) {
        g_set_error_literal(error, FAULT, FAULT_REFUSED,
                            _("This is done already, so there is nothing left to put off."));
        return false;
    }
    if (moment_compare(reminder_comes_up(reminder), to) == 0) {
        return true;
    }
    come_up(reminder, to);
    return note(deed, reminder, "snoozed", to, error) && record_update(deed, reminder, error);
}

bool reminder_snooze(Deed *deed, gint64 id, Moment to, GError **error)
{
    Reminder *reminder = record_load(deed_db(deed), &reminder_type, id, error);
    bool ok = reminder != NULL && put_off(deed, reminder, to, error);
    record_free(reminder);
    return ok;
}

bool reminder_remove(Deed *deed, gint64 id, GError **error)
{
    g_autoptr(GPtrArray) events = reminder_event_list(deed_db(deed), id, error);
    bool ok = events != NULL;
    for (guint i = 0; ok && i < events->len; i++) {
        const ReminderEvent *event = g_ptr_array_index(events, i);
        ok = record_remove(deed, &reminder_event_type, event->head.id, error);
    }
    return ok && record_remove(deed, &reminder_type, id, error);
}
