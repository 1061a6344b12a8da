/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking for settings and writing them down. */
#include "tui/screens/settingschange.h"

#include "data/agenda/today.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/number.h"
#include "data/base/utf8.h"
#include "data/branch.h"
#include "data/customer/country.h"
#include "data/diary/feedback.h"
#include "data/setting.h"
#include "tui/counter.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/settings_private.h"
#include "tui/screens/settingwrite.h"
#include "tui/spans.h"

#include <string.h>

/* A number as it is stored. */
static int number_of(const char *value)
{
    return (int)g_ascii_strtoll(value, NULL, 10);
}

static bool refuse(GError **error, const char *sentence)
{
    g_set_error_literal(error, FAULT, FAULT_REFUSED, sentence);
    return false;
}

/* What holds NOW, for an empty box: whoever types a number need not empty it first. Free with
 * g_free. */
static char *hint_now(const char *now)
{
    /* TRANSLATORS: %s is how something is set: "now: 2 weeks". */
    return g_strdup_printf(_("now: %s"), now);
}

/* ---- the shop's name ---- */

static bool store_name(Shop *shop, const char *value, Work *work, GError **error)
{
    (void)work;
    return shop_rename(shop, value, error);
}

static const SettingWay name_way = {.name = SETTING_SHOP_NAME, .store = store_name};

static Outcome name_given(Screen *screen, gpointer answer)
{
    const PromptAnswer *given = answer;
    return given != NULL ? setting_write(screen, utf8_storable(given->text, -1, true, NULL))
                         : OUTCOME_HANDLED;
}

Outcome settings_change_name(Screen *screen)
{
    const PromptQuestion question = {
        .title = _("The shop's name"),
        .initial = settings_model(screen)->self->name,
        .hint = _("as it is called"),
    };
    setting_ask(screen, &name_way, settings_model(screen)->self->name);
    return dialog_prompt(screen, &question, name_given);
}

/* ---- how far home looks ---- */

static bool read_days(const char *typed, int *days)
{
    return number_read(typed, NUMBER_DAYS, days) && *days >= TODAY_AHEAD_LEAST &&
           *days <= TODAY_AHEAD_MOST;
}

static char *days_reading(const char *typed, guint turn, gconstpointer context)
{
    (void)turn;
    (void)context;
    int days = 0;
    return read_days(typed, &days) ? spans_days(days) : NULL;
}

static bool days_check(const char *typed, gconstpointer context, GError **error)
{
    (void)context;
    int days = 0;
    return read_days(typed, &days) ||
           refuse(error, _("Please type how many days, from 1 to 60: “10” or “2 weeks”."));
}

static char *days_stored(const char *value)
{
    return spans_days(number_of(value));
}

static const SettingWay days_way = {.name = SETTING_DAYS_AHEAD, .words = days_stored};

static Outcome days_given(Screen *screen, gpointer answer)
{
    const PromptAnswer *given = answer;
    int days = 0;
    return given != NULL && read_days(given->text, &days) ? setting_write_number(screen, days)
                                                          : OUTCOME_HANDLED;
}

Outcome settings_change_days_ahead(Screen *screen)
{
    g_autofree char *now = spans_days(settings_model(screen)->days_ahead);
    g_autofree char *hint = hint_now(now);
    const PromptQuestion question = {
        .title = _("Home looks ahead"),
        .question = _("How many days ahead shall birthdays stand on the home screen?"),
        .hint = hint,
        .reading = days_reading,
        .check = days_check,
    };
    setting_ask_number(screen, &days_way, settings_model(screen)->days_ahead);
    return dialog_prompt(screen, &question, days_given);
}

/* ---- how often customers are asked ---- */

static bool read_survey(const char *typed, int *days)
{
    return number_read(typed, NUMBER_DAYS, days) && *days <= SURVEY_DAYS_MOST;
}

static char *survey_words(int days)
{
    return days > 0 ? spans_days(days) : g_strdup(_("never"));
}

static char *survey_reading(const char *typed, guint turn, gconstpointer context)
{
    (void)turn;
    (void)context;
    int days = 0;
    return read_survey(typed, &days) ? survey_words(days) : NULL;
}

static bool survey_check(const char *typed, gconstpointer context, GError **error)
{
    (void)context;
    int days = 0;
    return read_survey(typed, &days) ||
           refuse(error, _("Please type how many days: “90” or “3 months”, or “never”."));
}

static char *survey_stored(const char *value)
{
    return survey_words(number_of(value));
}

static const SettingWay survey_way = {.name = SETTING_SURVEY_DAYS, .words = survey_stored};

static Outcome survey_given(Screen *screen, gpointer answer)
{
    const PromptAnswer *given = answer;
    int days = 0;
    return given != NULL && read_survey(given->text, &days) ? setting_write_number(screen, days)
                                                            : OUTCOME_HANDLED;
}

Outcome settings_change_survey(Screen *screen)
{
    g_autofree char *now = survey_words(settings_model(screen)->survey_days);
    g_autofree char *hint = hint_now(now);
    const PromptQuestion question = {
        .title = _("Survey again after"),
        .question = _("How long is a customer not asked again?"),
        .hint = hint,
        .reading = survey_reading,
        .check = survey_check,
    };
    setting_ask_number(screen, &survey_way, settings_model(screen)->survey_days);
    return dialog_prompt(screen, &question, survey_given);
}

/* ---- 29 February ---- */

static char *leap_stored(const char *value)
{
    return g_strdup(number_of(value) == 1 ? _("Kept on 1 March") : _("Kept on 28 February"));
}

static const SettingWay leap_way = {.name = SETTING_LEAP_RULE, .words = leap_stored};

/* The day of the month on which it is kept. */
static int leap_day(LeapRule rule)
{
    return rule == LEAP_ON_1_MARCH ? 1 : 28;
}

static Outcome leap_given(Screen *screen, gpointer answer)
{
    return answer != NULL ? setting_write_number(screen, leap_day(*(const guint *)answer))
                          : OUTCOME_HANDLED;
}

Outcome settings_change_leap(Screen *screen)
{
    const char *options[] = {
        [LEAP_ON_28_FEBRUARY] = _("Kept on 28 February"),
        [LEAP_ON_1_MARCH] = _("Kept on 1 March"),
    };
    setting_ask_number(screen, &leap_way, leap_day(settings_model(screen)->leap));
    return dialog_choice(screen, _("29 February in other years"), options, G_N_ELEMENTS(options),
                         settings_model(screen)->leap, leap_given);
}

/* ---- the country of telephone numbers ---- */

static char *country_reading(const char *typed, guint turn, gconstpointer context)
{
    (void)turn;
    (void)context;
    g_autofree char *code = country_read(typed);
    return code != NULL ? g_strdup_printf("+%s", code) : NULL;
}

static bool country_check(const char *typed, gconstpointer context, GError **error)
{
    (void)context;
    g_autofree char *code = country_read(typed);
    return code != NULL ||
           refuse(error, _("Please type the digits behind the +: 49 for Germany, 43 for Austria, "
                           "41 for Switzerland."));
}

static bool store_country(Shop *shop, const char *value, Work *work, GError **error)
{
    (void)work;
    return country_change(shop->db, value, NULL, error);
}

static char *country_stored(const char *value)
{
    return g_strdup_printf("+%s", value);
}

static const SettingWay country_way = {
    .name = SETTING_COUNTRY_CODE, .store = store_country, .words = country_stored};

static Outcome country_given(Screen *screen, gpointer answer)
{
    const PromptAnswer *given = answer;
    char *code = given != NULL ? country_read(given->text) : NULL;
    return code != NULL ? setting_write(screen, code) : OUTCOME_HANDLED;
}

Outcome settings_change_country(Screen *screen)
{
    g_autofree char *now = g_strdup_printf("+%s", settings_model(screen)->country);
    g_autofree char *hint = hint_now(now);
    const PromptQuestion question = {
        .title = _("Country code"),
        .question = _("With which country code do phone numbers here begin, seen from abroad?"),
        .hint = hint,
        .reading = country_reading,
        .check = country_check,
    };
    setting_ask(screen, &country_way, settings_model(screen)->country);
    return dialog_prompt(screen, &question, country_given);
}

/* ---- idle minutes ---- */

static bool read_idle(const char *typed, int *minutes)
{
    return number_read(typed, NUMBER_MINUTES, minutes) && *minutes <= IDLE_MINUTES_MOST;
}

static char *idle_reading(const char *typed, guint turn, gconstpointer context)
{
    (void)turn;
    (void)context;
    int minutes = 0;
    return read_idle(typed, &minutes) ? spans_minutes(minutes) : NULL;
}

static bool idle_check(const char *typed, gconstpointer context, GError **error)
{
    (void)context;
    int minutes = 0;
    return read_idle(typed, &minutes) ||
           refuse(error, _("Please type how many minutes, at most a day: “10”, or “0” for never."));
}

static char *idle_stored(const char *value)
{
    return spans_minutes(number_of(value));
}

static const SettingWay idle_way = {.name = SETTING_IDLE_MINUTES, .words = idle_stored};

static Outcome idle_given(Screen *screen, gpointer answer)
{
    const PromptAnswer *given = answer;
    int minutes = 0;
    return given != NULL && read_idle(given->text, &minutes) ? setting_write_number(screen, minutes)
                                                             : OUTCOME_HANDLED;
}

Outcome settings_change_idle(Screen *screen)
{
    g_autofree char *now = spans_minutes((int)settings_model(screen)->self->idle_minutes);
    g_autofree char *hint = hint_now(now);
    const PromptQuestion question = {
        .title = _("Card closes after"),
        .question = _("After how many minutes without a key shall the home screen come back?"),
        .hint = hint,
        .reading = idle_reading,
        .check = idle_check,
    };
    setting_ask_number(screen, &idle_way, settings_model(screen)->self->idle_minutes);
    return dialog_prompt(screen, &question, idle_given);
}

/* ---- the branch of this counter ---- */

static Outcome branch_given(Screen *screen, gpointer answer)
{
    const GArray *offered = ((const Settings *)screen)->offered;
    guint chosen = answer != NULL ? *(const guint *)answer : G_MAXUINT;
    return chosen < offered->len
               ? counter_choose_branch(screen, g_array_index(offered, gint64, chosen))
               : OUTCOME_HANDLED;
}

Outcome settings_change_branch(Screen *screen)
{
    const GPtrArray *branches = settings_model(screen)->self->branches;
    GArray *offered = ((Settings *)screen)->offered;
    gint64 now = counter_of(screen)->branch_id;
    guint first = 0;
    if (branches->len == 0) {
        return dialog_message(screen, _("Branch"),
                              _("The shop has no branches. A shop with several places adds them "
                                "above, under “Branches”."));
    }
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_array_set_size(offered, 0);
    for (guint i = 0; i < branches->len; i++) {
        const Branch *branch = g_ptr_array_index(branches, i);
        g_ptr_array_add(names, branch->name);
        g_array_append_val(offered, branch->head.id);
        first = branch->head.id == now ? i : first;
    }
    return dialog_choice(screen, _("Which branch is this counter in?"),
                         (const char *const *)names->pdata, names->len, first, branch_given);
}
