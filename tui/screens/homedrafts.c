/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is not finished, on the home screen. */
#include "tui/screens/homedrafts.h"

#include "data/base/i18n.h"
#include "data/base/instant.h"
#include "tui/dates.h"
#include "tui/runlock.h"
#include "tui/screens/homerows.h"

void home_drafts_ask(HomeAsk *ask, App *app)
{
    const AppDrafts *drafts = app_drafts(app);
    if (drafts != NULL) {
        ask->counter = g_strdup(drafts->counter);
        ask->runs_folder = g_strdup(drafts->folder);
    }
}

static void add_draft(HomeModel *model, const Draft *draft)
{
    Day day = instant_local_day(draft->saved_at), today = model->today;
    bool is_today = day_is_none(day) || day_compare(day, today) == 0;
    HomeRow *row = home_rows_add(model, HOME_DRAFT);
    row->draft = draft;
    row->name = g_strdup(draft->title);
    row->when = is_today ? dates_clock(draft->saved_at) : dates_near(day, today);
    row->when_brief = is_today ? dates_clock(draft->saved_at) : dates_brief(day, today);
    home_rows_widen(&model->widths.when, row->when);
    home_rows_widen(&model->widths.when_brief, row->when_brief);
}

bool home_drafts_load(Db *db, const HomeAsk *ask, HomeModel *model, GError **error)
{
    if (ask->counter == NULL) {
        return true;
    }
    model->drafts = draft_list(db, ask->counter, error);
    bool is_first = true;
    for (guint i = 0; model->drafts != NULL && i < model->drafts->len; i++) {
        const Draft *draft = g_ptr_array_index(model->drafts, i);
        if (*draft->run != '\0' && !run_is_over(ask->runs_folder, draft->run)) {
            continue;
        }
        if (is_first) {
            home_rows_add_heading(model, _("NOT FINISHED"));
            is_first = false;
        }
        add_draft(model, draft);
    }
    return model->drafts != NULL;
}

static gpointer run_remove(Shop *shop, gpointer uid, Work *work, GError **error)
{
    (void)work;
    draft_remove(shop->db, uid, error);
    return NULL;
}

static Outcome removed(Screen *screen, gpointer result)
{
    (void)result;
    app_say(screen->app, AREA_MESSAGE, _("Thrown away."));
    return OUTCOME_RELOAD;
}

Outcome home_draft_remove(Screen *home, const char *uid)
{
    const AppJob job = {
        .run = run_remove, .arg = g_strdup(uid), .arg_free = g_free, .done = removed};
    return app_do(home, &job);
}
