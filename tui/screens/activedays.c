/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking the owner how long a customer counts as active after a visit. */
#include "tui/screens/activedays.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/number.h"
#include "data/report/presence.h"
#include "data/setting.h"
#include "tui/app.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/settingwrite.h"
#include "tui/spans.h"

static bool read_days(const char *typed, int *days)
{
    return number_read(typed, NUMBER_DAYS, days) && *days >= PRESENCE_WINDOW_LEAST &&
           *days <= PRESENCE_WINDOW_MOST;
}

static char *reading(const char *typed, guint turn, gconstpointer context)
{
    (void)turn;
    (void)context;
    int days = 0;
    return read_days(typed, &days) ? spans_days(days) : NULL;
}

static bool check(const char *typed, gconstpointer context, GError **error)
{
    (void)context;
    int days = 0;
    if (!read_days(typed, &days)) {
        g_set_error_literal(error, FAULT, FAULT_REFUSED,
                            _("Please type how many days, from 7 to 1096: “90” or “6 weeks”."));
        return false;
    }
    return true;
}

static char *stored(const char *value)
{
    return spans_days((int)g_ascii_strtoll(value, NULL, 10));
}

static const SettingWay way = {.name = SETTING_ACTIVE_DAYS, .words = stored};

static Outcome given(Screen *screen, gpointer answer)
{
    const PromptAnswer *typed = answer;
    int days = 0;
    return typed != NULL && read_days(typed->text, &days) ? setting_write_number(screen, days)
                                                          : OUTCOME_HANDLED;
}

Outcome active_days_ask(Screen *screen, int now)
{
    g_autofree char *days = spans_days(now);
    /* TRANSLATORS: %s is how something is set: "now: 2 weeks". */
    g_autofree char *hint = g_strdup_printf(_("now: %s"), days);
    const PromptQuestion question = {
        .title = _("Who is active"),
        .question = _("For how many days after a visit does a customer count as active?"),
        .hint = hint,
        .reading = reading,
        .check = check,
    };
    setting_ask_number(screen, &way, now);
    return dialog_prompt(screen, &question, given);
}
