/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking the owner for the limits of contacts and for gestures. */
#include "tui/screens/carelimits.h"

#include "data/agenda/carelimits.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/number.h"
#include "data/setting.h"
#include "data/shop.h"
#include "tui/app.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/settings_private.h"
#include "tui/screens/settingwrite.h"

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

/* A number as it is stored. */
static int number_of(const char *value)
{
    return (int)g_ascii_strtoll(value, NULL, 10);
}

static bool go_on(guint done, guint total, gpointer work)
{
    work_report(work, done, total);
    return !work_is_cancelled(work);
}

static bool store_month(Shop *shop, const char *value, Work *work, GError **error)
{
    return care_set_per_month(shop->db, number_of(value), go_on, work, error);
}

static bool store_day(Shop *shop, const char *value, Work *work, GError **error)
{
    (void)work;
    return care_set_a_day(shop->db, number_of(value), error);
}

static char *month_stored(const char *value)
{
    return care_limits_month_words(number_of(value));
}

static char *day_stored(const char *value)
{
    return care_limits_day_words(number_of(value));
}

static void tell_progress(Screen *screen, double done, double total)
{
    int percent = total > 0 ? (int)(done * 100 / total) : 0;
    g_autofree char *text = g_strdup_printf(_("The plan is made anew: %d %%"), percent);
    app_say(screen->app, AREA_MESSAGE, text);
}

static const SettingWay month_way = {.name = SETTING_CONTACTS_PER_MONTH,
                                     .store = store_month,
                                     .words = month_stored,
                                     .progress = tell_progress};
static const SettingWay day_way = {
    .name = SETTING_CONTACTS_A_DAY, .store = store_day, .words = day_stored};

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
               ? setting_write_number(screen, count)
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
    setting_ask_number(screen, &month_way, now);
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
               ? setting_write_number(screen, count)
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
    setting_ask_number(screen, &day_way, now);
    return dialog_prompt(screen, &question, day_given);
}

/* ---- gestures ---- */

static char *gesture_stored(const char *value)
{
    return g_strdup(choice_label(gesture_ways, value));
}

static bool store_close(Shop *shop, const char *value, Work *work, GError **error)
{
    (void)work;
    return gesture_set(shop->db, "close", value, error);
}

static bool store_known(Shop *shop, const char *value, Work *work, GError **error)
{
    (void)work;
    return gesture_set(shop->db, "known", value, error);
}

static bool store_distant(Shop *shop, const char *value, Work *work, GError **error)
{
    (void)work;
    return gesture_set(shop->db, "distant", value, error);
}

/* In the order of customer_closenesses. */
static const SettingWay gesture_settings[GESTURES] = {
    {.name = SETTING_GESTURE "close", .store = store_close, .words = gesture_stored},
    {.name = SETTING_GESTURE "known", .store = store_known, .words = gesture_stored},
    {.name = SETTING_GESTURE "distant", .store = store_distant, .words = gesture_stored},
};

static Outcome way_given(Screen *screen, gpointer answer)
{
    return answer != NULL
               ? setting_write(screen, g_strdup(gesture_ways[*(const guint *)answer].code))
               : OUTCOME_HANDLED;
}

static Outcome closeness_given(Screen *screen, gpointer answer)
{
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
    setting_ask(screen, &gesture_settings[index], model->gestures.ways[index]);
    return dialog_choice(screen, _("For their birthday"), options, count, now > 0 ? now - 1 : 0,
                         way_given);
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
