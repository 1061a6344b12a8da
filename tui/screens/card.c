/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card of a customer: the screen and its keys. */
#include "tui/screens/card.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/shop.h"
#include "tui/counter.h"
#include "tui/discreet.h"
#include "tui/screens/card_private.h"
#include "tui/screens/cardagenda.h"
#include "tui/screens/cardbody.h"
#include "tui/screens/cardhead.h"
#include "tui/screens/cardhistory.h"
#include "tui/screens/changeclerk.h"
#include "tui/takeback.h"

#include <string.h>

enum {
    COLS_AT_FIRST = 80,
    BODY_MOST = 100, /* wider lines are hard to follow to their end */
    BOTH_MOST = 140, /* with what happened beside them */
    ROWS_FOR_QUESTIONS = 14,
    ROWS_FOR_WORDS = 16,
    ROWS_FOR_BODY = 3,
};

typedef struct {
    gint64 customer_id;
    Moment now;
} CardAsk;

const Card *card_screen_card(const CardScreen *self)
{
    const CardModel *model = self->base.model;
    return model != NULL ? model->card : NULL;
}

const CardRow *card_screen_row(const CardScreen *self)
{
    int row = self->choosing && self->rows != NULL ? list_selected(&self->list) : -1;
    return row >= 0 ? g_ptr_array_index(self->rows, row) : NULL;
}

const RecordHead *card_screen_selected(const CardScreen *self)
{
    const CardRow *row = card_screen_row(self);
    return row != NULL ? row->record : NULL;
}

static bool card_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    CardScreen *self = (CardScreen *)screen;
    self->customer_id = arg != NULL ? ((const CardArg *)arg)->customer_id : 0;
    self->cols = COLS_AT_FIRST;
    list_init(&self->list, &card_list);
    return true;
}

static void card_close(Screen *screen)
{
    CardScreen *self = (CardScreen *)screen;
    g_clear_pointer(&self->rows, g_ptr_array_unref);
    g_clear_pointer(&self->picks, g_array_unref);
    draft_free(self->draft);
}

static gpointer card_ask(Screen *screen)
{
    CardAsk *ask = g_new(CardAsk, 1);
    g_autoptr(GDateTime) now = app_now(screen->app);
    *ask = (CardAsk){((CardScreen *)screen)->customer_id, moment_of(now)};
    return ask;
}

static gpointer load(Shop *shop, gconstpointer arg, GError **error)
{
    const CardAsk *ask = arg;
    g_autoptr(GError) fault = NULL;
    CardModel *model = g_new0(CardModel, 1);
    model->now = ask->now;
    model->today = ask->now.day;
    if (shop != NULL && gestures_load(shop->db, &model->gestures, &fault)) {
        model->card = card_load(shop->db, ask->customer_id, ask->now.day, &fault);
    }
    if (model->card != NULL || shop == NULL || g_error_matches(fault, FAULT, FAULT_MISSING)) {
        return model;
    }
    g_free(model);
    g_propagate_error(error, g_steal_pointer(&fault));
    return NULL;
}

static void model_free(gpointer data)
{
    CardModel *model = data;
    card_free(model->card);
    g_free(model);
}

/* Makes the rows anew, for another card or another width; the selection stays on the same
 * record. */
static void make_rows(CardScreen *self, int cols)
{
    const CardModel *model = self->base.model;
    GPtrArray *rows = model != NULL && model->card != NULL
                          ? card_rows_new(model->card, model->today, cols)
                          : NULL;
    list_show(&self->list, rows);
    g_clear_pointer(&self->rows, g_ptr_array_unref);
    self->rows = rows;
    self->cols = cols;
}

static gpointer run_nothing(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)shop, (void)arg, (void)work, (void)error;
    return NULL;
}

static Outcome leave(Screen *screen, gpointer result)
{
    (void)result;
    return screen_leave(screen);
}

/* A new card that was just taken back is nothing to look at: it closes behind all that is on its
 * way for it, and the message of what was taken back stays. */
static void card_loaded(Screen *screen, gpointer old)
{
    CardScreen *self = (CardScreen *)screen;
    const CardModel *before = old;
    make_rows(self, self->cols);
    if (self->goes && before != NULL && before->card != NULL && card_screen_card(self) == NULL) {
        const AppJob job = {.run = run_nothing, .done = leave, .reads_only = true};
        app_do(screen, &job);
    }
    self->goes = false;
}

/* The rows, and what happened beside those below the first heading. */
static void draw_body(CardScreen *self, Canvas *body, const CardModel *model)
{
    int left = card_rows_split(model->card, body->cols);
    list_draw(&self->list, body, self->choosing);
    if (left < body->cols) {
        int row = MAX(card_rows_heading(self->rows) - (int)self->list.top, 0);
        /* The last column has the marks that the list goes on. */
        Canvas right = canvas_part(body, row, left, G_MAXINT, body->cols - left - 1);
        canvas_fill(&right, AREA_TEXT);
        Canvas history = canvas_part(&right, 0, 1, G_MAXINT, G_MAXINT);
        card_history_draw(&history, model->card, model->today);
    }
}

static void card_draw(Screen *screen, Canvas *canvas)
{
    CardScreen *self = (CardScreen *)screen;
    const CardModel *model = screen->model;
    if (model == NULL) {
        return;
    }
    if (model->card == NULL) {
        canvas_wrapped(canvas, 1, 1, canvas->cols - 2, 4, AREA_TEXT,
                       _("This customer is no longer in the shop. Press Esc to go back; Ctrl-Z "
                         "takes back what was done last."));
        return;
    }
    const Card *card = model->card;
    int cols = MIN(canvas->cols, card->timeline->len > 0 ? BOTH_MOST : BODY_MOST);
    if (self->cols != cols) {
        make_rows(self, cols);
    }
    /* Low windows keep what is on the card; the key i stands in the bar all the same. */
    bool asks = counter_may_write(screen) && canvas->rows >= ROWS_FOR_QUESTIONS &&
                !loss_is_death(card->loss);
    g_autofree char *discreet = discreet_words(screen);
    g_autofree char *quiet = card_quiet_now(card, model->now);
    const CardHead head = {
        .discreet = discreet,
        .sheet = card->sheet,
        .kinds = card->kinds,
        .near = card->near,
        .gestures = &model->gestures,
        .complaints = card->complaints,
        .promises = card->promises,
        .preorders = card->preorders,
        .reminders = card->reminders,
        .quiet = quiet,
        .loss = card->loss,
        .is_low = canvas->rows < ROWS_FOR_WORDS,
        .ask_health = asks && card->ask_health,
        .ask_belief = asks && card->ask_belief,
        .refused_health = asks && card_consent_missing(card, "health"),
        .refused_belief = asks && card_consent_missing(card, "belief"),
        .today = model->today,
    };
    Canvas top = canvas_part(canvas, 0, 1, canvas->rows - ROWS_FOR_BODY - 1, canvas->cols - 2);
    /* However much is open, something of the card stays in sight below it. */
    int row = MIN(card_head_draw(&top, &head, true), canvas->rows - ROWS_FOR_BODY - 1);
    canvas_rule(canvas, row);
    self->body_row = row + 1;
    Canvas body = canvas_part(canvas, self->body_row, 0, G_MAXINT, cols);
    if (self->rows->len == 0 && card->timeline->len == 0) {
        canvas_wrapped(&body, 1, 1, canvas->cols - 2, 3, AREA_DIM,
                       _("Nothing is noted yet. Press n and write what is good to know: “likes "
                         "strawberries”."));
        return;
    }
    draw_body(self, &body, model);
}

static bool is_digit_key(const Event *event)
{
    return event->kind == EVENT_KEY && event->key >= '0' && event->key <= '9';
}

/* A number begins a new search: whoever scans a card at the counter need not look which screen
 * is open. */
Outcome card_find_other(Screen *screen, char digit)
{
    const char typed[] = {digit, '\0'};
    screen_result(screen, g_strdup(typed), g_free);
    return OUTCOME_CLOSE;
}

static Outcome card_input(Screen *screen, const Event *event)
{
    CardScreen *self = (CardScreen *)screen;
    self->goes = false;
    if (is_digit_key(event)) {
        return card_find_other(screen, (char)event->key);
    }
    Event own = *event;
    own.row -= self->body_row;
    bool was_choosing = self->choosing;
    bool is_wheel = event->kind == EVENT_WHEEL;
    if (!was_choosing && event->kind == EVENT_KEY && (event->key == K_DOWN || event->key == K_UP) &&
        self->rows != NULL) {
        /* The first arrow shows where the selection is. */
        self->choosing = list_has_selection(&self->list);
        return OUTCOME_REDRAW;
    }
    Outcome outcome = list_input(&self->list, &own, true);
    if (outcome == OUTCOME_AS_ENTER && !was_choosing) {
        outcome = OUTCOME_REDRAW;
    }
    self->choosing =
        self->choosing || (outcome != OUTCOME_NONE && !is_wheel && list_has_selection(&self->list));
    return outcome;
}

static bool has_card(const Screen *screen)
{
    return card_screen_card((const CardScreen *)screen) != NULL;
}

static bool may_change(const Screen *screen)
{
    return has_card(screen) && counter_may_write(screen);
}

/* Nothing more is noted to happen with somebody who has died. */
static bool may_offer(const Screen *screen)
{
    const Card *card = card_screen_card((const CardScreen *)screen);
    return card != NULL && !loss_is_death(card->loss) && counter_may_write(screen);
}

/* What waits still has to be fetched by somebody else, or cancelled. */
static bool may_see_orders(const Screen *screen)
{
    const Card *card = card_screen_card((const CardScreen *)screen);
    return may_offer(screen) ||
           (card != NULL && card->preorders->len > 0 && counter_may_write(screen));
}

static Outcome card_undo(Screen *screen)
{
    ((CardScreen *)screen)->goes = true;
    return takeback_last(screen);
}

static Outcome card_redo(Screen *screen)
{
    ((CardScreen *)screen)->goes = true;
    return takeback_again(screen);
}

static bool can_change_row(const Screen *screen)
{
    const CardRow *row = card_screen_row((const CardScreen *)screen);
    return row != NULL && (row->entry != NULL || (row->record != NULL && may_change(screen)));
}

static const Action actions[] = {
    {"visit", "v", N_("Visit"), N_("Notes a visit; Enter takes what is usual."), .run = card_visit,
     .when = may_offer, .needs_model = true},
    {"note", "n", N_("Note"), N_("Notes something: a few words are enough."), .run = card_note,
     .when = may_change, .needs_model = true},
    {"greet", "g", N_("Greeted"), N_("Ticks the day near as greeted; again takes it back."),
     .run = card_greet, .when = card_has_near, .needs_model = true},
    {"how", "w", N_("Greeted how"), N_("Notes how they were greeted, and what you gave."),
     .run = card_greet_how, .when = card_has_near, .needs_model = true, .quiet = true},
    {"once", "o", N_("Done"), N_("Ticks off a one-time note or a reminder, or a promise as kept."),
     .run = card_tick_once, .when = card_has_once, .needs_model = true},
    {"change", "Enter", N_("Change"), N_("Changes the selected line; the arrow keys select one."),
     .run = card_change, .when = can_change_row, .needs_model = true},
    {"remove_fact", "Delete", N_("Remove"), N_("Removes the selected note. Ctrl-Z brings it back."),
     .run = card_remove_fact, .when = card_has_fact_selected, .needs_model = true},
    {"feedback", "f", N_("Feedback"),
     N_("Notes what they say: 5 and Enter is very satisfied, or type a few words."),
     .run = card_feedback, .when = may_offer, .needs_model = true},
    {"survey", "u", N_("Survey"), N_("Asks the two questions after a visit, which are due."),
     .run = card_survey, .when = card_has_survey, .needs_model = true},
    {"complaint", "c", N_("Complaint"),
     N_("Notes what they complain of, or opens what is not settled yet."), .run = card_complain,
     .when = may_offer, .needs_model = true},
    {"promise", "m", N_("Promise"), N_("Notes what you promise them, and until when."),
     .run = card_promise, .when = may_offer, .needs_model = true},
    {"remind", "r", N_("Remind"), N_("Notes what is to be done for them, and when."),
     .run = card_remind, .when = may_offer, .needs_model = true},
    {"contact", "k", N_("Contact"), N_("Notes that you called, wrote or talked with them."),
     .run = card_contact, .when = may_offer, .needs_model = true},
    {"timeline", "t", N_("History"), N_("Shows all that happened with them, page by page."),
     .run = card_timeline, .when = has_card, .needs_model = true},
    {"edit", "e", N_("Edit"), N_("Changes name, phone, birthday and address."), .run = card_edit,
     .when = may_change, .needs_model = true},
    {"preorder", "b", N_("Pre-order"),
     N_("Notes what they order to be fetched later, or shows what waits for them."),
     .run = card_preorder, .when = may_see_orders, .needs_model = true},
    {"extra", "a", N_("Extra"), N_("Notes that you gave them a little something for nothing."),
     .run = card_extra, .when = may_offer, .needs_model = true},
    {"lost", "l", N_("Lost"), N_("Notes that they are lost, how and why; or that they came back."),
     .run = card_lost, .when = may_change, .needs_model = true},
    {"dial", "d", N_("Dial"), N_("Shows their telephone number so large that one can dial it."),
     .run = card_dial, .when = card_has_phone, .needs_model = true},
    {"quiet", "q", N_("Quiet times"), N_("Notes when they are not to be called or written to."),
     .run = card_quiet, .when = may_offer, .needs_model = true},
    {"people", "p", N_("People"), N_("Shows who belongs to them, with their days."),
     .run = card_people, .when = has_card, .needs_model = true},
    {"back", "Esc", N_("Back"), N_("Goes back; typing a number looks for somebody else."),
     .run = screen_leave},
    {"changes", "s", N_("Changes"), N_("Shows what was changed of them, by whom and when."),
     .run = card_changes, .when = has_card, .needs_model = true},
    {"consent", "i", N_("Consent"),
     N_("Writes down what they agree to: notes about health or belief, calls, news."),
     .run = card_consent, .when = card_has_consent, .needs_model = true},
    {"clerk", "F8|Alt-k", N_("Clerk"), N_("Changes who stands at the counter."),
     .run = change_clerk},
    {"often", "h", N_("How often"),
     N_("Changes how often they are contacted, if not as the plan for all says."),
     .run = card_often, .when = may_offer, .needs_model = true},
    {"remove", "x", N_("Remove customer"),
     N_("Removes the customer with all notes, into the bin or for ever, after asking."),
     .run = card_remove, .when = may_change, .needs_model = true, .quiet = true},
    {"undo", "Ctrl-Z", N_("Take back"), N_("Takes back what you did last, whatever it was."),
     .run = card_undo, .when = counter_may_write, .quiet = true},
    {"again", "Ctrl-Y", N_("Do again"), N_("Does again what you have just taken back."),
     .run = card_redo, .when = counter_may_write, .quiet = true},
    {0},
};

const ScreenClass screen_card = {
    .name = "card",
    .title = N_("Customer"),
    .size = sizeof(CardScreen),
    .place = SCREEN_BARE,
    .actions = actions,
    .open = card_open,
    .ask = card_ask,
    .ask_free = g_free,
    .load = load,
    .model_free = model_free,
    .loaded = card_loaded,
    .input = card_input,
    .draw = card_draw,
    .close = card_close,
};
