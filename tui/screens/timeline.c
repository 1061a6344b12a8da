/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that happened with a customer: the screen and its keys. */
#include "tui/screens/timeline.h"

#include "data/agenda/greeting.h"
#include "data/base/i18n.h"
#include "data/customer/fact.h"
#include "data/diary/complaint.h"
#include "data/diary/extra.h"
#include "data/diary/feedback.h"
#include "data/diary/loss.h"
#include "data/diary/preorder.h"
#include "data/diary/promise.h"
#include "data/diary/visit.h"
#include "tui/counter.h"
#include "tui/figures.h"
#include "tui/screens/branchfilter.h"
#include "tui/screens/cardhistory.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/pastopen.h"
#include "tui/screens/removal.h"
#include "tui/screens/timelinelist.h"
#include "tui/takeback.h"
#include "tui/text.h"
#include "tui/widgets/listpage.h"

/* So many entries are read at first; more than MOST are never asked for. */
enum { FIRST = 200, MOST = 1000000, GAP = 2 };

typedef struct {
    BranchScreen base;
    gint64 customer_id;
    guint kinds;     /* TimelineKinds that are shown */
    guint limit;     /* how many entries are wanted */
    bool wants_last; /* the last of them is to be selected when they are there */
    ListPage page;
} Timeline;

static bool timeline_open(Screen *screen, gconstpointer data, GError **error)
{
    (void)error;
    const TimelineArg *arg = data;
    Timeline *self = (Timeline *)screen;
    self->customer_id = arg != NULL ? arg->customer_id : 0;
    self->kinds = TIMELINE_ALL;
    self->limit = FIRST;
    branch_filter_open(screen, BRANCH_ALL);
    list_page_init(&self->page, &timeline_list);
    if (arg != NULL && arg->type != NULL) {
        self->page.wanted = timeline_row_id(arg->type, arg->id);
    }
    return true;
}

static void timeline_close(Screen *screen)
{
    branch_filter_close(screen);
}

static gpointer timeline_ask(Screen *screen)
{
    const Timeline *self = (const Timeline *)screen;
    TimelineAsk *ask = g_new(TimelineAsk, 1);
    *ask = (TimelineAsk){self->customer_id, self->kinds, branch_filter_id(screen), self->limit,
                         counter_today(screen)};
    return ask;
}

static void timeline_loaded(Screen *screen, gpointer old)
{
    Timeline *self = (Timeline *)screen;
    const TimelineModel *model = screen->model, *before = old;
    bool is_other =
        before != NULL && (before->kinds != model->kinds || before->branch_id != model->branch_id);
    branch_filter_loaded(screen, model->branch_list, model->branch_id);
    list_page_show(&self->page, model);
    if (is_other) {
        list_to_first(&self->page.list);
    } else if (self->wants_last && model->limit == self->limit) {
        list_select(&self->page.list, G_MAXUINT);
    }
    self->wants_last = self->wants_last && model->limit != self->limit;
}

static const TimelineEntry *selected(const Screen *screen)
{
    int row = screen->model != NULL ? list_selected(&((const Timeline *)screen)->page.list) : -1;
    return row >= 0 ? timeline_model_entry(screen->model, (guint)row) : NULL;
}

/* Closes with DIGIT, or with the note FACT_ID, for the card. */
static Outcome close_with(Screen *screen, gint64 fact_id, char digit)
{
    TimelineResult *result = g_new(TimelineResult, 1);
    *result = (TimelineResult){fact_id, digit};
    screen_result(screen, result, g_free);
    return OUTCOME_CLOSE;
}

/* Asks for more where the selection is beyond the middle of what is there: so the next page is
 * there before its key is pressed. */
static Outcome look_further(Timeline *self, bool to_last)
{
    const TimelineModel *model = self->base.base.model;
    int row = list_selected(&self->page.list);
    guint loaded = model != NULL ? model->entries->len : 0;
    bool has_more = model != NULL && (gint64)loaded < model->total && loaded >= model->limit;
    if (!has_more || self->limit > model->limit || (row * 2 < (int)loaded && !to_last)) {
        return OUTCOME_NONE;
    }
    self->limit = to_last ? MOST : MIN(self->limit * 2, MOST);
    self->wants_last = to_last;
    return OUTCOME_RELOAD;
}

static Outcome timeline_input(Screen *screen, const Event *event)
{
    Timeline *self = (Timeline *)screen;
    bool is_key = event->kind == EVENT_KEY;
    if (is_key && event->key >= '0' && event->key <= '9') {
        return close_with(screen, 0, (char)event->key);
    }
    Outcome outcome = list_page_input(&self->page, event);
    if (outcome == OUTCOME_NONE) {
        return outcome;
    }
    bool to_last = is_key && (event->key == K_END || event->key == K_CTRL + K_END);
    return outcome | look_further(self, to_last);
}

/* Whose it is, and which kind where only one is shown. */
static char *title_of(const Timeline *self)
{
    const TimelineModel *model = self->base.base.model;
    if (model == NULL || model->call == NULL) {
        return g_strdup(_("History"));
    }
    if (model->kinds == TIMELINE_ALL) {
        /* TRANSLATORS: all that happened with a customer: "History of Hilde Wagner". */
        return g_strdup_printf(_("History of %s"), model->call);
    }
    /* TRANSLATORS: the same of one kind: "History of Hilde Wagner: Visits". */
    return g_strdup_printf(_("History of %s: %s"), model->call, timeline_group_words(model->kinds));
}

/* Where one is: "1,234 of 100,000"; NULL when there is nothing. */
static char *place_of(const Timeline *self)
{
    const TimelineModel *model = self->base.base.model;
    if (model == NULL || model->entries->len == 0) {
        return NULL;
    }
    g_autofree char *row = figures_grouped((gint64)list_selected(&self->page.list) + 1);
    g_autofree char *total = figures_grouped(model->total);
    /* TRANSLATORS: the place in a list: "1,234 of 100,000". */
    return g_strdup_printf(_("%s of %s"), row, total);
}

static void timeline_draw(Screen *screen, Canvas *canvas)
{
    Timeline *self = (Timeline *)screen;
    g_autofree char *what = title_of(self);
    g_autofree char *title = branch_filter_title(screen, what);
    g_autofree char *shown = text_show(title);
    g_autofree char *place = place_of(self);
    int width = text_width_shown(place);
    g_autofree char *cut = text_cut(shown, MAX(canvas->cols - width - 2 * GAP, 1), NULL);
    list_page_draw(&self->page, canvas, cut,
                   _("Nothing of this kind has been noted yet. Esc goes back."));
    if (place != NULL) {
        canvas_text(canvas, 0, canvas->cols - 1 - width, width, AREA_DIM, place);
    }
}

/* ---- what is done with an entry ---- */

static bool can_open(const Screen *screen)
{
    const TimelineEntry *entry = selected(screen);
    return entry != NULL && (past_can_open(entry->type) || entry->type == &fact_type) &&
           counter_may_write(screen);
}

/* A digit typed on a case goes on to home. */
static Outcome searched(Screen *screen, gpointer typed)
{
    return typed != NULL ? close_with(screen, 0, *(const char *)typed) : OUTCOME_HANDLED;
}

static Outcome timeline_enter(Screen *screen)
{
    const TimelineEntry *entry = selected(screen);
    if (entry == NULL) {
        return OUTCOME_HANDLED;
    }
    if (entry->type == &fact_type) {
        return close_with(screen, entry->id, '\0');
    }
    return past_open(screen, ((Timeline *)screen)->customer_id, entry->type, entry->id, entry->code,
                     searched);
}

typedef struct {
    RecordHead seen;
    Who who;
    char *words; /* for the message */
} Removal;

static void removal_free(gpointer data)
{
    Removal *removal = data;
    g_free(removal->words);
    g_free(removal);
}

/* What a deed that removes a row of TYPE is called. */
static const char *verb_of(const RecordType *type)
{
    static const struct {
        const RecordType *type;
        const char *verb;
    } rows[] = {
        {&visit_type, N_("removing a visit")},
        {&extra_type, N_("removing a free extra")},
        {&preorder_type, N_("removing a pre-order")},
        {&feedback_type, N_("removing feedback")},
        {&complaint_type, N_("removing a complaint")},
        {&promise_type, N_("removing a promise")},
        {&loss_type, N_("removing a loss")},
        {&greeting_type, N_("taking a greeting back")},
        {&fact_type, N_("removing a note")},
    };
    guint row = 0;
    while (row + 1 < G_N_ELEMENTS(rows) && rows[row].type != type) {
        row++;
    }
    return rows[row].verb;
}

static gpointer remove_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Removal *removal = arg;
    g_autoptr(Deed) deed = deed_begin(shop->db, &removal->who, verb_of(removal->seen.type), error);
    const RecordHead *seen = &removal->seen;
    bool ok = deed != NULL && record_is_current(shop->db, seen, error) &&
              (seen->type == &visit_type ? visit_remove(deed, seen->id, error)
                                         : record_remove(deed, seen->type, seen->id, error));
    return ok && deed_commit(deed, NULL, error) ? g_strdup(removal->words) : NULL;
}

static Outcome removed(Screen *screen, gpointer words)
{
    g_autofree char *message =
        g_strdup_printf(_("Removed: %s. Ctrl-Z takes it back."), (const char *)words);
    app_say_about(screen->app, AREA_MESSAGE, message, words);
    return OUTCOME_REDRAW;
}

static bool can_remove(const Screen *screen)
{
    return selected(screen) != NULL && counter_may_write(screen);
}

static Outcome timeline_remove(Screen *screen)
{
    const TimelineEntry *entry = selected(screen);
    if (entry == NULL) {
        return OUTCOME_HANDLED;
    }
    const TimelineModel *model = screen->model;
    Removal *removal = g_new(Removal, 1);
    *removal = (Removal){{.type = entry->type, .id = entry->id, .version = entry->version},
                         counter_who(screen),
                         card_history_line(entry, model->currency)};
    const AppJob job = {.run = remove_run,
                        .arg = removal,
                        .arg_free = removal_free,
                        .result_free = g_free,
                        .done = removed,
                        .failed = removal_refused};
    return app_do(screen, &job);
}

/* ---- what is shown ---- */

static Outcome filter_chosen(Screen *screen, gpointer answer)
{
    Timeline *self = (Timeline *)screen;
    guint choice = answer != NULL ? *(const guint *)answer : G_MAXUINT;
    if (choice > TIMELINE_KINDS) {
        return OUTCOME_HANDLED;
    }
    self->kinds = choice == 0 ? TIMELINE_ALL : 1U << (choice - 1);
    self->limit = FIRST;
    self->wants_last = false;
    return OUTCOME_RELOAD;
}

static Outcome timeline_filter(Screen *screen)
{
    const Timeline *self = (const Timeline *)screen;
    const char *labels[TIMELINE_KINDS + 1] = {_("Everything")};
    guint first = 0;
    for (guint rank = 0; rank < TIMELINE_KINDS; rank++) {
        labels[rank + 1] = timeline_group_words(1U << rank);
        first = self->kinds == 1U << rank ? rank + 1 : first;
    }
    return dialog_choice(screen, _("What shall be shown?"), labels, G_N_ELEMENTS(labels), first,
                         filter_chosen);
}

/* First back to everything, then to the card. */
static Outcome timeline_back(Screen *screen)
{
    Timeline *self = (Timeline *)screen;
    if (self->kinds == TIMELINE_ALL && branch_filter_id(screen) == 0) {
        return OUTCOME_CLOSE;
    }
    branch_filter_clear(screen);
    self->kinds = TIMELINE_ALL;
    self->limit = FIRST;
    self->wants_last = false;
    return OUTCOME_RELOAD;
}

static const Action actions[] = {
    {"change", "Enter", N_("Change"), N_("Opens the form of the selected entry."),
     .run = timeline_enter, .when = can_open, .needs_model = true},
    {"filter", "f", N_("Filter"), N_("Shows only visits, only complaints and so on."),
     .run = timeline_filter},
    BRANCH_ACTION,
    {"remove", "Delete", N_("Remove"), N_("Removes the selected entry. Ctrl-Z brings it back."),
     .run = timeline_remove, .when = can_remove, .needs_model = true},
    {"back", "Esc", N_("Back"), N_("Shows everything again, then goes back to the card."),
     .run = timeline_back},
    {"undo", "Ctrl-Z", N_("Take back"), N_("Takes back what you did last, whatever it was."),
     .run = takeback_last, .when = counter_may_write, .quiet = true},
    {"again", "Ctrl-Y", N_("Do again"), N_("Does again what you have just taken back."),
     .run = takeback_again, .when = counter_may_write, .quiet = true},
    {0},
};

const ScreenClass screen_timeline = {
    .name = "timeline",
    .title = N_("History"),
    .size = sizeof(Timeline),
    .actions = actions,
    .open = timeline_open,
    .ask = timeline_ask,
    .ask_free = g_free,
    .load = timeline_model_load,
    .model_free = timeline_model_free,
    .loaded = timeline_loaded,
    .input = timeline_input,
    .draw = timeline_draw,
    .close = timeline_close,
};
