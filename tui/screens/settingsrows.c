/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the settings, in their order. */
#include "data/base/i18n.h"
#include "data/branch.h"
#include "data/clerk.h"
#include "data/diary/complaintcause.h"
#include "data/diary/lossreason.h"
#include "tui/counter.h"
#include "tui/screens/activedays.h"
#include "tui/screens/backups.h"
#include "tui/screens/branches.h"
#include "tui/screens/carelimits.h"
#include "tui/screens/careplan.h"
#include "tui/screens/changeclerk.h"
#include "tui/screens/keylist.h"
#include "tui/screens/kinds.h"
#include "tui/screens/language.h"
#include "tui/screens/looks.h"
#include "tui/screens/rules.h"
#include "tui/screens/settings_private.h"
#include "tui/screens/settingschange.h"
#include "tui/screens/shopplace.h"
#include "tui/screens/shopplacework.h"
#include "tui/screens/wordlist.h"
#include "tui/spans.h"

#include <string.h>

/* ---- what holds now ---- */

static char *name_value(const Screen *screen)
{
    return g_strdup(counter_of(screen)->shop_name);
}

static char *branches_value(const Screen *screen)
{
    const GPtrArray *branches = settings_model(screen)->self->branches;
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (guint i = 0; i < branches->len; i++) {
        g_ptr_array_add(names, ((const Branch *)g_ptr_array_index(branches, i))->name);
    }
    g_ptr_array_add(names, NULL);
    return branches->len > 0 ? g_strjoinv(", ", (char **)names->pdata) : g_strdup(_("none"));
}

static char *clerks_value(const Screen *screen)
{
    const GPtrArray *clerks = settings_model(screen)->self->clerks;
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (guint i = 0; i < clerks->len; i++) {
        g_ptr_array_add(names, ((const Clerk *)g_ptr_array_index(clerks, i))->name);
    }
    g_ptr_array_add(names, NULL);
    return clerks->len > 0 ? g_strjoinv(", ", (char **)names->pdata) : g_strdup(_("none"));
}

/* How many there are in a list the owner edits, and how many of them are the owner's. */
static char *count_value(int all, int own)
{
    if (own == 0) {
        return g_strdup_printf("%d", all);
    }
    return g_strdup_printf(
        ngettext("%d, %d of them your own", "%d, %d of them your own", (unsigned long)own), all,
        own);
}

static char *kinds_value(const Screen *screen)
{
    const SettingsModel *model = settings_model(screen);
    return count_value((int)model->kinds, (int)model->own_kinds);
}

static char *causes_value(const Screen *screen)
{
    const SettingsModel *model = settings_model(screen);
    return count_value((int)model->causes, (int)model->own_causes);
}

static char *reasons_value(const Screen *screen)
{
    const SettingsModel *model = settings_model(screen);
    return count_value((int)model->reasons, (int)model->own_reasons);
}

static char *days_value(const Screen *screen)
{
    return spans_days(settings_model(screen)->days_ahead);
}

static char *active_value(const Screen *screen)
{
    return spans_days(settings_model(screen)->active_days);
}

static char *plan_value(const Screen *screen)
{
    gint64 lines = settings_model(screen)->plan_lines;
    return lines > 0
               ? g_strdup_printf(ngettext("%d line", "%d lines", (unsigned long)lines), (int)lines)
               : g_strdup(_("empty"));
}

static char *per_month_value(const Screen *screen)
{
    return care_limits_month_words(settings_model(screen)->per_month);
}

static char *a_day_value(const Screen *screen)
{
    return care_limits_day_words(settings_model(screen)->a_day);
}

static char *rules_value(const Screen *screen)
{
    const SettingsModel *model = settings_model(screen);
    return g_strdup_printf(_("%d of %d act"), (int)model->rules_acting, (int)model->rules);
}

static char *gesture_value(const Screen *screen)
{
    return care_limits_gesture_words(&settings_model(screen)->gestures);
}

static char *leap_value(const Screen *screen)
{
    return g_strdup(settings_model(screen)->leap == LEAP_ON_1_MARCH ? _("kept on 1 March")
                                                                    : _("kept on 28 February"));
}

static char *survey_value(const Screen *screen)
{
    int days = settings_model(screen)->survey_days;
    return days > 0 ? spans_days(days) : g_strdup(_("never"));
}

static char *country_value(const Screen *screen)
{
    return g_strdup_printf("+%s", settings_model(screen)->country);
}

static char *idle_value(const Screen *screen)
{
    return spans_minutes((int)settings_model(screen)->self->idle_minutes);
}

static char *branch_value(const Screen *screen)
{
    const Counter *counter = counter_of(screen);
    if (counter->branch != NULL) {
        return g_strdup(counter->branch);
    }
    return g_strdup(counter->has_branches ? _("not said yet") : _("none"));
}

static char *place_value(const Screen *screen)
{
    return place_now(screen);
}

static char *backups_value(const Screen *screen)
{
    const Counter *counter = counter_of(screen);
    return g_strdup(!counter_has_backups(counter)  ? _("none on this computer")
                    : counter->backup_news != NULL ? counter->backup_news
                                                   : _("by themselves, once a day"));
}

static char *language_value(const Screen *screen)
{
    return g_strdup(_(language_labels()[language_chosen(screen)]));
}

static char *look_value(const Screen *screen)
{
    const char *theme = counter_of(screen)->preferences->theme;
    return g_strdup(looks_label(theme != NULL ? theme : app_usual_theme(screen->app)));
}

/* How many actions of GROUP have other keys than those built in. */
static int count_changed(const Keymap *keymap, const KeyGroup *group)
{
    int count = 0;
    for (const Action *action = group->actions; action->name != NULL; action++) {
        count += strcmp(keymap_keys(keymap, group->class, action), action->keys) != 0 ? 1 : 0;
    }
    return count;
}

static char *keys_value(const Screen *screen)
{
    int count = 0;
    g_autoptr(GArray) groups = key_groups();
    for (guint i = 0; i < groups->len; i++) {
        count += count_changed(app_keymap(screen->app), &g_array_index(groups, KeyGroup, i));
    }
    return count == 0
               ? g_strdup(_("as the program has them"))
               : g_strdup_printf(ngettext("%d changed", "%d changed", (unsigned long)count), count);
}

/* ---- screens of their own ---- */

static Outcome open_branches(Screen *screen)
{
    screen_push(screen, &screen_branches, NULL, NULL);
    return OUTCOME_HANDLED;
}

static Outcome open_kinds(Screen *screen)
{
    screen_push(screen, &screen_kinds, NULL, NULL);
    return OUTCOME_HANDLED;
}

static Outcome open_causes(Screen *screen)
{
    screen_push(screen, &screen_wordlist, &complaint_causes, NULL);
    return OUTCOME_HANDLED;
}

static Outcome open_reasons(Screen *screen)
{
    screen_push(screen, &screen_wordlist, &loss_reasons, NULL);
    return OUTCOME_HANDLED;
}

static Outcome change_active(Screen *screen)
{
    return active_days_ask(screen, settings_model(screen)->active_days);
}

static Outcome open_plan(Screen *screen)
{
    screen_push(screen, &screen_careplan, NULL, NULL);
    return OUTCOME_HANDLED;
}

static Outcome open_rules(Screen *screen)
{
    screen_push(screen, &screen_rules, NULL, NULL);
    return OUTCOME_HANDLED;
}

static Outcome change_per_month(Screen *screen)
{
    return care_limits_ask_month(screen, settings_model(screen)->per_month);
}

static Outcome change_a_day(Screen *screen)
{
    return care_limits_ask_day(screen, settings_model(screen)->a_day);
}

/* In another shop home begins anew. */
static Outcome place_chosen(Screen *screen, gpointer result)
{
    (void)screen;
    return result != NULL ? OUTCOME_CLOSE : OUTCOME_HANDLED;
}

static Outcome open_place(Screen *screen)
{
    screen_push(screen, &screen_shopplace, NULL, place_chosen);
    return OUTCOME_HANDLED;
}

static Outcome open_backups(Screen *screen)
{
    if (counter_has_backups(counter_of(screen))) {
        screen_push(screen, &screen_backups, NULL, place_chosen);
    }
    return OUTCOME_HANDLED;
}

static Outcome open_keys(Screen *screen)
{
    screen_push(screen, &screen_keylist, NULL, NULL);
    return OUTCOME_HANDLED;
}

static const SettingRow rows[] = {
    {N_("THE SHOP"), NULL, false, NULL, NULL},
    {N_("Name"), N_("What the shop is called. It stands at the top of the screen."), true,
     name_value, settings_change_name},
    {N_("Branches"), N_("The places of the shop. With several, each counter says in which it is."),
     true, branches_value, open_branches},
    {N_("Clerks"), N_("Who may stand at the counter, so that it is known who noted what."), true,
     clerks_value, change_clerk},
    {N_("Kinds of notes"),
     N_("What notes are sorted into, such as an allergy: names, order, and kinds of your own."),
     true, kinds_value, open_kinds},
    {N_("Complaint causes"), N_("Why people complain: names, order, and causes of your own."), true,
     causes_value, open_causes},
    {N_("Loss reasons"), N_("Why customers are lost: names, order, and reasons of your own."), true,
     reasons_value, open_reasons},
    {N_("Home looks ahead"), N_("How far ahead birthdays and other days stand on the home screen."),
     true, days_value, settings_change_days_ahead},
    {N_("Who is active"),
     N_("How long a customer counts as active after a visit: who stays is told by it."), true,
     active_value, change_active},
    {N_("29 February"),
     N_("When a birthday on 29 February is kept in the years that have no such day."), true,
     leap_value, settings_change_leap},
    {N_("Survey again after"),
     N_("After a visit a regular is asked two questions, and then not again for so long."), true,
     survey_value, settings_change_survey},
    {N_("Country code"),
     N_("The phone numbers of this country are the same with and without it: +49 421 … and "
        "0421 …."),
     true, country_value, settings_change_country},
    {N_("Card closes after"),
     N_("After so long without a key the home screen comes back. What you have typed is kept."),
     true, idle_value, settings_change_idle},
    {NULL, NULL, false, NULL, NULL},
    {N_("CONTACTS"), NULL, false, NULL, NULL},
    {N_("Communication plan"),
     N_("Who is contacted how often, by class and group; the home screen says when it is time."),
     true, plan_value, open_plan},
    {N_("Rules"),
     N_("What is done by itself after a purchase, a complaint, a first visit and the like: "
        "somebody "
        "is reminded, or offered a text."),
     true, rules_value, open_rules},
    {N_("Contacts a month"),
     N_("No customer hears from the shop more often within 30 days; the plan then waits."), true,
     per_month_value, change_per_month},
    {N_("Contacts a day"), N_("How many contacts of the plan the home screen proposes a day."),
     true, a_day_value, change_a_day},
    {N_("For birthdays"),
     N_("What is done for a birthday, from close to distant; a round one gets one step more."),
     true, gesture_value, care_limits_ask_gesture},
    {NULL, NULL, false, NULL, NULL},
    {N_("THIS COUNTER"), NULL, false, NULL, NULL},
    {N_("Branch"), N_("The branch this counter stands in. It is remembered on this computer."),
     false, branch_value, settings_change_branch},
    {N_("Backups"),
     N_("Copies of the shop, made by themselves, and how to bring one back. A second place is "
        "best."),
     false, backups_value, open_backups},
    {N_("Where the shop is"),
     N_("A file on this computer, or a server on which several counters have one shop."), false,
     place_value, open_place},
    {LANGUAGE_TITLE, N_("The language of the screen. Notes stay as they were written."), false,
     language_value, choose_language},
    {N_("Look"), N_("Colours and symbols: light, dark, high contrast. Each is shown at once."),
     false, look_value, choose_looks},
    {N_("Keys"), N_("Which key does what, and other keys for what you do often."), false,
     keys_value, open_keys},
};

const SettingRow *settings_rows(guint *count)
{
    *count = G_N_ELEMENTS(rows);
    return rows;
}
