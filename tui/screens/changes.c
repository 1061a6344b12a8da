/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was changed, by whom and when: the screen and its keys. */
#include "tui/screens/changes.h"

#include "data/base/i18n.h"
#include "tui/counter.h"
#include "tui/screens/changeslist.h"
#include "tui/screens/deed.h"
#include "tui/takeback.h"
#include "tui/widgets/listpage.h"

/* So many deeds are read at a time; when all are read again, no more than MOST. */
enum { PAGE = 100, MOST = 1000 };

typedef struct {
    Screen base;
    gint64 customer_id; /* 0: the whole shop */
    bool grows;         /* the load that was asked for is of older ones only */
    bool wants_last;    /* the oldest one is to be selected when it is there */
    ListPage page;
} Changes;

static bool changes_open(Screen *screen, gconstpointer data, GError **error)
{
    (void)error;
    const ChangesArg *arg = data;
    Changes *self = (Changes *)screen;
    self->customer_id = arg != NULL ? arg->customer_id : 0;
    list_page_init(&self->page, &changes_list);
    return true;
}

static gpointer changes_ask(Screen *screen)
{
    Changes *self = (Changes *)screen;
    const ChangesModel *model = screen->model;
    ChangesAsk *ask = g_new(ChangesAsk, 1);
    guint there = model != NULL ? model->deeds->len : 0;
    *ask = (ChangesAsk){.customer_id = self->customer_id,
                        .limit = CLAMP(there, PAGE, MOST),
                        .has_branches = counter_of(screen)->has_branches,
                        .today = counter_today(screen)};
    if (self->grows && there > 0) {
        ask->before = changes_model_deed(model, there - 1)->id;
        ask->limit = PAGE;
    }
    self->grows = false;
    return ask;
}

static Outcome grow(Changes *self)
{
    self->grows = true;
    return OUTCOME_RELOAD;
}

static void changes_loaded(Screen *screen, gpointer old)
{
    Changes *self = (Changes *)screen;
    ChangesModel *model = screen->model;
    if (model->before != 0 && old != NULL) {
        changes_model_join(model, old);
    }
    bool is_at_top = self->page.list.top == 0;
    list_page_show(&self->page, model);
    if (is_at_top) {
        /* What was done just now is to be seen above the rest. */
        self->page.list.top = 0;
    }
    if (self->wants_last) {
        list_select(&self->page.list, G_MAXUINT);
        self->wants_last = model->has_more;
        if (model->has_more) {
            self->grows = true;
            app_reload(screen);
        }
    }
}

/* Asks for older ones where the selection comes near the end of those that are there. */
static Outcome look_further(Changes *self, bool to_last)
{
    const ChangesModel *model = self->base.model;
    int row = list_selected(&self->page.list);
    bool is_near = model != NULL && (to_last || row + PAGE / 2 >= (int)model->deeds->len);
    if (model == NULL || !model->has_more || !is_near || screen_is_loading(&self->base)) {
        return OUTCOME_NONE;
    }
    self->wants_last = to_last;
    return grow(self);
}

static Outcome changes_input(Screen *screen, const Event *event)
{
    Changes *self = (Changes *)screen;
    bool is_key = event->kind == EVENT_KEY;
    if (is_key && event->key >= '0' && event->key <= '9' && self->customer_id != 0) {
        const char typed[] = {(char)event->key, '\0'};
        screen_result(screen, g_strdup(typed), g_free);
        return OUTCOME_CLOSE;
    }
    Outcome outcome = list_page_input(&self->page, event);
    if (outcome == OUTCOME_NONE) {
        return outcome;
    }
    bool to_last = is_key && (event->key == K_END || event->key == K_CTRL + K_END);
    self->wants_last = false;
    return outcome | look_further(self, to_last);
}

static void changes_draw(Screen *screen, Canvas *canvas)
{
    Changes *self = (Changes *)screen;
    const ChangesModel *model = screen->model;
    g_autofree char *title = model != NULL && model->call != NULL
                                 /* TRANSLATORS: what was changed of a customer. */
                                 ? g_strdup_printf(_("Changes of %s"), model->call)
                                 : g_strdup(_("Changes"));
    list_page_draw(&self->page, canvas, title,
                   _("Nothing was changed yet. What is done from now on stands here."));
}

/* ---- what is done with one ---- */

static const HistoryDeed *selected(const Screen *screen)
{
    int row = screen->model != NULL ? list_selected(&((const Changes *)screen)->page.list) : -1;
    return row >= 0 ? changes_model_deed(screen->model, (guint)row) : NULL;
}

static bool has_selected(const Screen *screen)
{
    return selected(screen) != NULL;
}

static bool can_take_back(const Screen *screen)
{
    return has_selected(screen) && counter_may_write(screen);
}

static Outcome changes_show(Screen *screen)
{
    const HistoryDeed *deed = selected(screen);
    if (deed != NULL) {
        const DeedArg arg = {deed->id, ((const Changes *)screen)->customer_id};
        screen_push(screen, &screen_deed, &arg, NULL);
    }
    return OUTCOME_HANDLED;
}

static Outcome changes_take_back(Screen *screen)
{
    const HistoryDeed *deed = selected(screen);
    return deed != NULL ? takeback_chosen(screen, deed->id, deed->turn, deed->is_undone)
                        : OUTCOME_HANDLED;
}

static const Action actions[] = {
    {"show", "Enter", N_("Show"), N_("Shows all that the selected line stands for."),
     .run = changes_show, .when = has_selected, .needs_model = true},
    {"take_back", "z", N_("Take this back"),
     N_("Takes back what the selected line names, after asking."), .run = changes_take_back,
     .when = can_take_back, .needs_model = true},
    {"back", "Esc", N_("Back"), N_("Goes back."), .run = screen_leave},
    {"undo", "Ctrl-Z", N_("Take back"), N_("Takes back what you did last, whatever it was."),
     .run = takeback_last, .when = counter_may_write, .quiet = true},
    {"again", "Ctrl-Y", N_("Do again"), N_("Does again what you have just taken back."),
     .run = takeback_again, .when = counter_may_write, .quiet = true},
    {0},
};

const ScreenClass screen_changes = {
    .name = "changes",
    .title = N_("Changes"),
    .size = sizeof(Changes),
    .actions = actions,
    .open = changes_open,
    .ask = changes_ask,
    .ask_free = g_free,
    .load = changes_model_load,
    .model_free = changes_model_free,
    .loaded = changes_loaded,
    .input = changes_input,
    .draw = changes_draw,
};
