/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is lost and who may be: the list and its keys. */
#include "tui/screens/losses.h"

#include "data/base/i18n.h"
#include "tui/counter.h"
#include "tui/screens/branchfilter.h"
#include "tui/screens/card.h"
#include "tui/screens/loss.h"
#include "tui/screens/lossesmodel.h"
#include "tui/screens/losswork.h"
#include "tui/takeback.h"
#include "tui/widgets/listpage.h"

typedef struct {
    BranchScreen base;
    LossFilter filter; /* which ones are wanted */
    ListPage page;
} Losses;

static bool losses_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)arg;
    (void)error;
    branch_filter_open(screen, BRANCH_KEPT);
    list_page_init(&((Losses *)screen)->page, &losses_list);
    return true;
}

static void losses_close(Screen *screen)
{
    branch_filter_close(screen);
}

static gpointer losses_ask(Screen *screen)
{
    const LossesAsk ask = {((const Losses *)screen)->filter, branch_filter_id(screen),
                           counter_today(screen)};
    return g_memdup2(&ask, sizeof ask);
}

static void losses_loaded(Screen *screen, gpointer old)
{
    (void)old;
    const LossesModel *model = screen->model;
    branch_filter_loaded(screen, model->branches, model->branch_id);
    list_page_show(&((Losses *)screen)->page, model);
}

static Outcome losses_input(Screen *screen, const Event *event)
{
    return list_page_input(&((Losses *)screen)->page, event);
}

static void losses_draw(Screen *screen, Canvas *canvas)
{
    Losses *self = (Losses *)screen;
    const char *const titles[] = {
        [LOSS_STANDS] = _("Lost customers"),
        [LOSS_ASKED] = _("Lost customers: to ask, to win back"),
        [LOSS_BACK] = _("Lost customers who came back"),
        [LOSS_DEAD] = _("Customers who have died"),
    };
    const char *const empty[] = {
        [LOSS_STANDS] = _("Nobody is lost, and nobody stays away longer than usual. On a "
                          "customer's card, l marks them as lost."),
        [LOSS_ASKED] = _("Nobody is to be asked why, and no try to win somebody back is open."),
        [LOSS_BACK] = _("Nobody has come back yet."),
        [LOSS_DEAD] = _("Nobody is noted here."),
    };
    g_autofree char *title = branch_filter_title(screen, titles[self->filter]);
    list_page_draw(&self->page, canvas, title, empty[self->filter]);
}

/* ---- what can be done ---- */

static const LossesRow *selected(const Screen *screen)
{
    const LossesModel *model = screen->model;
    int row = list_selected(&((const Losses *)screen)->page.list);
    return row >= 0 ? g_ptr_array_index(model->rows, (guint)row) : NULL;
}

static bool has_selected(const Screen *screen)
{
    return selected(screen) != NULL;
}

static bool can_mark(const Screen *screen)
{
    const LossesRow *row = selected(screen);
    return row != NULL && row->kind == LOSSES_CANDIDATE && counter_may_write(screen);
}

static bool can_change(const Screen *screen)
{
    return has_selected(screen) && counter_may_write(screen);
}

static bool can_come_back(const Screen *screen)
{
    const LossesRow *row = selected(screen);
    return row != NULL && row->is_lost && !row->is_death && counter_may_write(screen);
}

static Outcome losses_mark(Screen *screen)
{
    const LossesRow *row = selected(screen);
    return row != NULL ? loss_mark_now(screen, row->customer_id, row->call) : OUTCOME_HANDLED;
}

static Outcome losses_come_back(Screen *screen)
{
    const LossesRow *row = selected(screen);
    return row != NULL ? loss_back_now(screen, row->customer_id, row->call) : OUTCOME_HANDLED;
}

static Outcome losses_card(Screen *screen)
{
    const LossesRow *row = selected(screen);
    if (row != NULL) {
        const CardArg arg = {row->customer_id};
        screen_push(screen, &screen_card, &arg, card_pass_on);
    }
    return OUTCOME_HANDLED;
}

static Outcome form_returned(Screen *screen, gpointer id)
{
    if (id == NULL) {
        return OUTCOME_HANDLED;
    }
    ((Losses *)screen)->page.wanted = *(const gint64 *)id;
    return OUTCOME_RELOAD;
}

static Outcome losses_change(Screen *screen)
{
    const LossesRow *row = selected(screen);
    if (row != NULL) {
        const LossArg arg = {row->customer_id, row->loss_id};
        screen_push(screen, &screen_loss, &arg, form_returned);
    }
    return OUTCOME_HANDLED;
}

static Outcome losses_turn(Screen *screen)
{
    static const LossFilter next[] = {
        [LOSS_STANDS] = LOSS_ASKED,
        [LOSS_ASKED] = LOSS_BACK,
        [LOSS_BACK] = LOSS_DEAD,
        [LOSS_DEAD] = LOSS_STANDS,
    };
    Losses *self = (Losses *)screen;
    self->filter = next[self->filter];
    return OUTCOME_RELOAD;
}

static const Action actions[] = {
    {"card", "Enter", N_("Open card"), N_("Opens the card of the customer."), .run = losses_card,
     .when = has_selected, .needs_model = true},
    {"lost", "l", N_("Lost"), N_("Marks who stays away as lost. Ctrl-Z takes it back."),
     .run = losses_mark, .when = can_mark, .needs_model = true},
    {"change", "e", N_("How and why"), N_("Notes how and why, who asks, and what was tried."),
     .run = losses_change, .when = can_change, .needs_model = true},
    {"came_back", "b", N_("Came back"), N_("Says that the customer is back since today."),
     .run = losses_come_back, .when = can_come_back, .needs_model = true},
    {"turn", "Tab", N_("Other list"),
     N_("Shows who is lost, whom to ask, who came back, or who has died."), .run = losses_turn},
    BRANCH_ACTION,
    {"undo", "Ctrl-Z", N_("Take back"), N_("Takes back what you did last, whatever it was."),
     .run = takeback_last, .when = counter_may_write, .quiet = true},
    {"again", "Ctrl-Y", N_("Do again"), N_("Does again what you have just taken back."),
     .run = takeback_again, .when = counter_may_write, .quiet = true},
    {"back", "Esc", N_("Back"), N_("Goes back to the home screen."), .run = screen_leave},
    {0},
};

const ScreenClass screen_losses = {
    .name = "losses",
    .title = N_("Lost customers"),
    .size = sizeof(Losses),
    .actions = actions,
    .open = losses_open,
    .ask = losses_ask,
    .ask_free = g_free,
    .load = losses_model_load,
    .model_free = losses_model_free,
    .loaded = losses_loaded,
    .input = losses_input,
    .draw = losses_draw,
    .close = losses_close,
};
