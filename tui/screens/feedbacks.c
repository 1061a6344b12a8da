/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of what was said, and its groups. */
#include "tui/screens/feedbacks.h"

#include "data/base/i18n.h"
#include "data/shop.h"
#include "tui/counter.h"
#include "tui/screens/branchfilter.h"
#include "tui/screens/feedback.h"
#include "tui/screens/feedbacksrows.h"
#include "tui/screens/removal.h"
#include "tui/screens/survey.h"
#include "tui/takeback.h"
#include "tui/widgets/listpage.h"

#include <string.h>

enum { PAGE = 200, MOST = 10000, GROUPS_MOST = 1000 };

/* What the list shows; Tab goes from one to the next. */
typedef enum { VIEW_ALL, VIEW_ARTICLES, VIEW_TOUCHPOINTS, VIEW_PHASES, VIEW_COUNT } View;

typedef struct {
    BranchScreen base;
    ListPage page;
    View view;
    bool is_open;          /* a group is open: what was said about it is shown */
    FeedbackFilter filter; /* of that group; its words are owned */
    char *group_label;     /* what people call it */
    guint limit;
} Feedbacks;

typedef struct {
    View view;
    bool is_open;
    FeedbackFilter filter; /* its words are owned */
    guint limit;
    Day today;
} Ask;

static FeedbackBy by_of(View view)
{
    return view == VIEW_TOUCHPOINTS ? FEEDBACK_BY_TOUCHPOINT
           : view == VIEW_PHASES    ? FEEDBACK_BY_PHASE
                                    : FEEDBACK_BY_ARTICLE;
}

static void ask_free(gpointer data)
{
    Ask *ask = data;
    g_free((char *)(guintptr)ask->filter.words);
    g_free(ask);
}

static gpointer feedbacks_ask(Screen *screen)
{
    const Feedbacks *self = (const Feedbacks *)screen;
    Ask *ask = g_new(Ask, 1);
    *ask = (Ask){self->view, self->is_open, self->filter, self->limit, counter_today(screen)};
    ask->filter.words = g_strdup(self->filter.words);
    ask->filter.branch_id = branch_filter_id(screen);
    return ask;
}

static gpointer feedbacks_load(Shop *shop, gconstpointer arg, GError **error)
{
    const Ask *ask = arg;
    FeedbacksModel *model = g_new0(FeedbacksModel, 1);
    model->today = ask->today;
    model->by = by_of(ask->view);
    model->limit = ask->limit;
    model->is_open = ask->is_open;
    model->branch_id = ask->filter.branch_id;
    model->branches = branch_list(shop->db, &model->branch_id, error);
    if (model->branches == NULL) {
        feedbacks_model_free(model);
        return NULL;
    }
    FeedbackFilter filter = ask->is_open ? ask->filter : (FeedbackFilter){0};
    filter.branch_id = model->branch_id;
    if (ask->view == VIEW_ALL || ask->is_open) {
        model->entries = feedback_list(shop->db, &filter, ask->limit + 1, error);
        model->has_more = model->entries != NULL && model->entries->len > ask->limit;
        if (model->has_more) {
            g_ptr_array_set_size(model->entries, (gint)ask->limit);
        }
    } else {
        model->groups =
            feedback_groups(shop->db, model->by, model->branch_id, NULL, GROUPS_MOST, error);
    }
    feedbacks_measure(model);
    if (model->entries == NULL && model->groups == NULL) {
        g_clear_pointer(&model, feedbacks_model_free);
    }
    return model;
}

/* ---- the screen ---- */

static bool feedbacks_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)arg;
    (void)error;
    Feedbacks *self = (Feedbacks *)screen;
    self->limit = PAGE;
    branch_filter_open(screen, BRANCH_KEPT);
    list_page_init(&self->page, &feedbacks_list);
    return true;
}

static void close_group(Feedbacks *self)
{
    g_free((char *)(guintptr)self->filter.words);
    g_clear_pointer(&self->group_label, g_free);
    self->filter = (FeedbackFilter){0};
    self->is_open = false;
}

static void feedbacks_close(Screen *screen)
{
    close_group((Feedbacks *)screen);
    branch_filter_close(screen);
}

static void feedbacks_loaded(Screen *screen, gpointer old)
{
    Feedbacks *self = (Feedbacks *)screen;
    const FeedbacksModel *model = screen->model, *before = old;
    bool is_other = before != NULL && ((before->groups == NULL) != (model->groups == NULL) ||
                                       (model->groups != NULL && before->by != model->by));
    if (is_other) {
        list_show(&self->page.list, NULL);
    }
    branch_filter_loaded(screen, model->branches, model->branch_id);
    list_page_show(&self->page, model);
    if (is_other) {
        list_to_first(&self->page.list);
    }
}

/* The last row asks for older ones. */
static Outcome feedbacks_input(Screen *screen, const Event *event)
{
    Feedbacks *self = (Feedbacks *)screen;
    const FeedbacksModel *model = screen->model;
    Outcome outcome = list_page_input(&self->page, event);
    bool at_end = outcome != OUTCOME_NONE && model != NULL && model->has_more &&
                  list_selected(&self->page.list) == (int)model->entries->len - 1;
    if (at_end && self->limit == model->limit && self->limit < MOST) {
        self->limit += PAGE;
        return outcome | OUTCOME_RELOAD;
    }
    return outcome;
}

static char *title_of(const Feedbacks *self)
{
    if (self->is_open) {
        /* TRANSLATORS: a product, or where or in which phase people meet the shop. */
        return g_strdup_printf(_("What was said: %s"), self->group_label);
    }
    switch (self->view) {
    case VIEW_ARTICLES:
        return g_strdup(_("By product: satisfied (mean of 5), NPS, n scores"));
    case VIEW_TOUCHPOINTS:
        return g_strdup(_("By place: satisfied (mean of 5), NPS, n scores"));
    case VIEW_PHASES:
        return g_strdup(_("By phase: ease (mean of 7), satisfied, n scores"));
    case VIEW_ALL:
    case VIEW_COUNT:
        break;
    }
    return g_strdup(_("What customers say"));
}

static void feedbacks_draw(Screen *screen, Canvas *canvas)
{
    Feedbacks *self = (Feedbacks *)screen;
    g_autofree char *what = title_of(self);
    g_autofree char *title = branch_filter_title(screen, what);
    list_page_draw(
        &self->page, canvas, title,
        self->view == VIEW_ALL
            ? _("Nothing was said yet. Press f on a card, or F5 on the home screen for "
                "somebody without one.")
            : _("No feedback says what it is about yet: its form has fields for that. Tab shows "
                "another view."));
}

/* ---- what the keys do ---- */

static int selected_row(const Screen *screen)
{
    return screen->model != NULL ? list_selected(&((const Feedbacks *)screen)->page.list) : -1;
}

static const FeedbackEntry *selected_entry(const Screen *screen)
{
    const FeedbacksModel *model = screen->model;
    int row = selected_row(screen);
    return row >= 0 && model->entries != NULL ? g_ptr_array_index(model->entries, row) : NULL;
}

static const FeedbackGroup *selected_group(const Screen *screen)
{
    const FeedbacksModel *model = screen->model;
    int row = selected_row(screen);
    return row >= 0 && model->groups != NULL ? g_ptr_array_index(model->groups, row) : NULL;
}

static bool has_group(const Screen *screen)
{
    return selected_group(screen) != NULL;
}

static bool can_change(const Screen *screen)
{
    return selected_entry(screen) != NULL && counter_may_write(screen);
}

static Outcome feedbacks_show(Screen *screen)
{
    Feedbacks *self = (Feedbacks *)screen;
    const FeedbackGroup *group = selected_group(screen);
    FeedbackBy by = by_of(self->view);
    close_group(self);
    self->filter = (FeedbackFilter){true, by, group->article_id, g_strdup(group->words), 0};
    self->group_label = g_strdup(feedback_group_label(by, group));
    self->is_open = true;
    return OUTCOME_RELOAD;
}

static Outcome feedbacks_change(Screen *screen)
{
    const FeedbackEntry *entry = selected_entry(screen);
    const Feedback *feedback = entry != NULL ? entry->feedback : NULL;
    if (feedback == NULL) {
        return OUTCOME_HANDLED;
    }
    if (strcmp(feedback->kind, "survey") == 0) {
        const SurveyArg arg = {feedback->customer_id, feedback->head.id};
        screen_push(screen, &screen_survey, &arg, NULL);
    } else {
        const FeedbackArg arg = {feedback->customer_id, feedback->head.id};
        screen_push(screen, &screen_feedback, &arg, NULL);
    }
    return OUTCOME_HANDLED;
}

typedef struct {
    Who who;
    RecordHead seen;
} Removal;

static gpointer remove_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Removal *removal = arg;
    g_autoptr(Deed) deed = deed_begin(shop->db, &removal->who, N_("removing feedback"), error);
    if (deed != NULL && record_is_current(shop->db, &removal->seen, error) &&
        record_remove(deed, &feedback_type, removal->seen.id, error)) {
        deed_commit(deed, NULL, error);
    }
    return NULL;
}

static Outcome removed(Screen *screen, gpointer result)
{
    (void)result;
    app_say(screen->app, AREA_MESSAGE, _("Removed. Ctrl-Z takes it back."));
    return OUTCOME_REDRAW;
}

static Outcome feedbacks_remove(Screen *screen)
{
    const FeedbackEntry *entry = selected_entry(screen);
    if (entry == NULL) {
        return OUTCOME_HANDLED;
    }
    Removal *removal = g_new(Removal, 1);
    *removal = (Removal){counter_who(screen), removal_seen(entry->feedback)};
    const AppJob job = {.run = remove_run,
                        .arg = removal,
                        .arg_free = g_free,
                        .done = removed,
                        .failed = removal_refused};
    return app_do(screen, &job);
}

static Outcome turn(Feedbacks *self, int step)
{
    close_group(self);
    self->view = (View)(((int)self->view + step + VIEW_COUNT) % VIEW_COUNT);
    return OUTCOME_RELOAD;
}

static Outcome feedbacks_turn(Screen *screen)
{
    return turn((Feedbacks *)screen, 1);
}

static Outcome feedbacks_turn_back(Screen *screen)
{
    return turn((Feedbacks *)screen, -1);
}

/* From what was said about one thing back to all things. */
static Outcome feedbacks_leave(Screen *screen)
{
    Feedbacks *self = (Feedbacks *)screen;
    if (self->is_open) {
        close_group(self);
        return OUTCOME_RELOAD;
    }
    return OUTCOME_CLOSE;
}

static const Action actions[] = {
    {"open", "Enter", N_("What was said"), N_("Shows what was said about the selected line."),
     .run = feedbacks_show, .when = has_group, .needs_model = true},
    {"change", "Enter", N_("Change"), N_("Changes the selected feedback."), .run = feedbacks_change,
     .when = can_change, .needs_model = true},
    {"remove", "Delete", N_("Remove"), N_("Removes the selected feedback. Ctrl-Z brings it back."),
     .run = feedbacks_remove, .when = can_change, .needs_model = true},
    {"view", "Tab", N_("Other view"),
     N_("Shows it by product, by where people met the shop, by phase, and all again."),
     .run = feedbacks_turn},
    {"view_back", "Shift-Tab", N_("View before"), N_("Goes back to the view before."),
     .run = feedbacks_turn_back, .quiet = true},
    BRANCH_ACTION,
    {"undo", "Ctrl-Z", N_("Take back"), N_("Takes back what you did last, whatever it was."),
     .run = takeback_last, .when = counter_may_write, .quiet = true},
    {"again", "Ctrl-Y", N_("Do again"), N_("Does again what you have just taken back."),
     .run = takeback_again, .when = counter_may_write, .quiet = true},
    {"back", "Esc", N_("Back"), N_("Goes back."), .run = feedbacks_leave},
    {0},
};

const ScreenClass screen_feedbacks = {
    .name = "feedbacks",
    .title = N_("Feedback"),
    .size = sizeof(Feedbacks),
    .actions = actions,
    .open = feedbacks_open,
    .ask = feedbacks_ask,
    .ask_free = ask_free,
    .load = feedbacks_load,
    .model_free = feedbacks_model_free,
    .loaded = feedbacks_loaded,
    .input = feedbacks_input,
    .draw = feedbacks_draw,
    .close = feedbacks_close,
};
