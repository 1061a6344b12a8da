/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking the owner for the limits of contacts and for gestures. */
#include "tui/screens/carelimits.h"

#include "data/agenda/carelimits.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/number.h"
#include "data/shop.h"
#include "tui/app.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/settings_private.h"

enum { WAYS_MOST = 8 };

/* ---- in words ---- */

static char *contacts_words(int count)
{
    return g_strdup_printf(ngettext("%d contact", "%d contacts", (unsigned long)count), count);
}

char *care_limits_month_words(int count)
{
    return count > 0 ? contacts_words(count) : g_strdup(_("no limit"));
}

char *care_limits_day_words(int count)
{
    return count > 0 ? contacts_words(count) : g_strdup(_("none"));
}

/* "close: give flowers". */
static char *gesture_line(const Gestures *gestures, guint index)
{
    /* TRANSLATORS: how close somebody is, and what is done for their birthday. */
    return g_strdup_printf(_("%s: %s"), _(customer_closenesses[index].label),
                           choice_label(gesture_ways, gestures->ways[index]));
}

char *care_limits_gesture_words(const Gestures *gestures)
{
    GString *words = g_string_new(NULL);
    for (guint i = 0; i < GESTURES; i++) {
        g_string_append_printf(words, "%s%s", i > 0 ? " · " : "",
                               choice_label(gesture_ways, gestures->ways[i]));
    }
    return g_string_free(words, FALSE);
}

/* ---- the limits ---- */

typedef struct {
    bool of_month;
    int count;
} Limit;

static bool go_on(guint done, guint total, gpointer work)
{
    work_report(work, done, total);
    return !work_is_cancelled(work);
}

static gpointer write_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    const Limit *limit = arg;
    bool ok = limit->of_month ? care_set_per_month(shop->db, limit->count, go_on, work, error)
                              : care_set_a_day(shop->db, limit->count, error);
    return ok ? g_memdup2(limit, sizeof *limit) : NULL;
}

static Outcome written(Screen *screen, gpointer result)
{
    (void)result;
    app_say(screen->app, AREA_GOOD, _("Saved. It holds from now on."));
    return OUTCOME_RELOAD;
}

static void tell_progress(Screen *screen, double done, double total)
{
    int percent = total > 0 ? (int)(done * 100 / total) : 0;
    g_autofree char *text = g_strdup_printf(_("The plan is made anew: %d %%"), percent);
    app_say(screen->app, AREA_MESSAGE, text);
}

static Outcome write_limit(Screen *screen, bool of_month, int count)
{
    const Limit limit = {of_month, count};
    const AppJob job = {
        .run = write_run,
        .arg = g_memdup2(&limit, sizeof limit),
        .arg_free = g_free,
        .result_free = g_free,
        .done = written,
        .progress = tell_progress,
    };
    return app_do(screen, &job);
}

/* A bare number counts days as well as contacts. */
static bool read_count(const char *typed, int most, int *count)
{
    return number_read(typed, NUMBER_DAYS, count) && *count <= most;
}

static bool check_count(const char *typed, int most, const char *sentence, GError **error)
{
    int count = 0;
    if (!read_count(typed, most, &count)) {
        g_set_error_literal(error, FAULT, FAULT_REFUSED, sentence);
        return false;
    }
    return true;
}

static char *month_reading(const char *typed, guint turn, gconstpointer context)
{
    (void)turn;
    (void)context;
    int count = 0;
    return read_count(typed, CARE_PER_MONTH_MOST, &count) ? care_limits_month_words(count) : NULL;
}

static bool month_check(const char *typed, gconstpointer context, GError **error)
{
    (void)context;
    return check_count(typed, CARE_PER_MONTH_MOST,
                       _("Please type how many, from 1 to 30, or 0 for no limit."), error);
}

static Outcome month_given(Screen *screen, gpointer answer)
{
    const PromptAnswer *given = answer;
    int count = 0;
    return given != NULL && read_count(given->text, CARE_PER_MONTH_MOST, &count)
               ? write_limit(screen, true, count)
               : OUTCOME_HANDLED;
}

Outcome care_limits_ask_month(Screen *screen, int now)
{
    g_autofree char *words = care_limits_month_words(now);
    /* TRANSLATORS: %s is how something is set: "now: 2 weeks". */
    g_autofree char *hint = g_strdup_printf(_("now: %s"), words);
    const PromptQuestion question = {
        .title = _("Contacts a month"),
        .question = _("How often may one customer hear from the shop within 30 days at most?"),
        .hint = hint,
        .reading = month_reading,
        .check = month_check,
    };
    return dialog_prompt(screen, &question, month_given);
}

static char *day_reading(const char *typed, guint turn, gconstpointer context)
{
    (void)turn;
    (void)context;
    int count = 0;
    return read_count(typed, CARE_A_DAY_MOST, &count) ? care_limits_day_words(count) : NULL;
}

static bool day_check(const char *typed, gconstpointer context, GError **error)
{
    (void)context;
    return check_count(typed, CARE_A_DAY_MOST,
                       _("Please type how many, from 1 to 50, or 0 for none."), error);
}

static Outcome day_given(Screen *screen, gpointer answer)
{
    const PromptAnswer *given = answer;
    int count = 0;
    return given != NULL && read_count(given->text, CARE_A_DAY_MOST, &count)
               ? write_limit(screen, false, count)
               : OUTCOME_HANDLED;
}

Outcome care_limits_ask_day(Screen *screen, int now)
{
    g_autofree char *words = care_limits_day_words(now);
    g_autofree char *hint = g_strdup_printf(_("now: %s"), words);
    const PromptQuestion question = {
        .title = _("Contacts a day"),
        .question = _("How many contacts of the plan shall the home screen propose a day?"),
        .hint = hint,
        .reading = day_reading,
        .check = day_check,
    };
    return dialog_prompt(screen, &question, day_given);
}

/* ---- gestures ---- */

typedef struct {
    const char *closeness, *way; /* static */
} Gesture;

static gpointer gesture_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Gesture *gesture = arg;
    return gesture_set(shop->db, gesture->closeness, gesture->way, error)
               ? g_memdup2(gesture, sizeof *gesture)
               : NULL;
}

static Outcome way_given(Screen *screen, guint index, const guint *answer)
{
    if (answer == NULL) {
        return OUTCOME_HANDLED;
    }
    const Gesture gesture = {customer_closenesses[index].code, gesture_ways[*answer].code};
    const AppJob job = {
        .run = gesture_run,
        .arg = g_memdup2(&gesture, sizeof gesture),
        .arg_free = g_free,
        .result_free = g_free,
        .done = written,
    };
    return app_do(screen, &job);
}

static Outcome close_given(Screen *screen, gpointer answer)
{
    return way_given(screen, 0, answer);
}

static Outcome known_given(Screen *screen, gpointer answer)
{
    return way_given(screen, 1, answer);
}

static Outcome distant_given(Screen *screen, gpointer answer)
{
    return way_given(screen, 2, answer);
}

static Outcome closeness_given(Screen *screen, gpointer answer)
{
    static const ReturnFunc given[GESTURES] = {close_given, known_given, distant_given};
    const SettingsModel *model = settings_model(screen);
    guint index = answer != NULL ? *(const guint *)answer : GESTURES;
    if (index >= GESTURES || model == NULL) {
        return OUTCOME_HANDLED;
    }
    const char *options[WAYS_MOST];
    guint count = 0;
    for (; gesture_ways[count].code != NULL && count < G_N_ELEMENTS(options); count++) {
        options[count] = _(gesture_ways[count].label);
    }
    guint now = choice_place(gesture_ways, model->gestures.ways[index]);
    return dialog_choice(screen, _("For their birthday"), options, count, now > 0 ? now - 1 : 0,
                         given[index]);
}

Outcome care_limits_ask_gesture(Screen *screen)
{
    const Gestures *gestures = &settings_model(screen)->gestures;
    char *options[GESTURES];
    for (guint i = 0; i < GESTURES; i++) {
        options[i] = gesture_line(gestures, i);
    }
    Outcome outcome = dialog_choice(screen, _("Birthdays of customers who are"),
                                    (const char *const *)options, GESTURES, 0, closeness_given);
    for (guint i = 0; i < GESTURES; i++) {
        g_free(options[i]);
    }
    return outcome;
}
