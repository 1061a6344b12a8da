/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The home screen: the box, today, the matches. */
#include "tui/screens/home.h"

#include "data/base/i18n.h"
#include "tui/counter.h"
#include "tui/demomode.h"
#include "tui/figures.h"
#include "tui/lookback.h"
#include "tui/screens/changeclerk.h"
#include "tui/screens/home_private.h"
#include "tui/screens/homebeside.h"
#include "tui/screens/homedrafts.h"
#include "tui/screens/homehelp.h"
#include "tui/screens/homelist.h"
#include "tui/screens/homemenu.h"
#include "tui/screens/homesaid.h"
#include "tui/screens/language.h"
#include "tui/screens/looks.h"
#include "tui/screens/start.h"
#include "tui/screens/trouble.h"
#include "tui/takeback.h"
#include "tui/widgets/prompt.h"

#include <string.h>

enum {
    MOST_CHARS = 200,
    BOX_ROW = 0,
    LIST_ROW = 2,
    ROWS_AHEAD = 1, /* is loaded beyond the window, so that one sees that the list goes on */
};

static bool home_screen_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)arg;
    (void)error;
    Home *self = (Home *)screen;
    self->line = line_edit_new(MOST_CHARS);
    list_init(&self->list, &home_list);
    return true;
}

static void home_close(Screen *screen)
{
    Home *self = (Home *)screen;
    g_clear_handle_id(&self->count_id, g_source_remove);
    line_edit_free(self->line);
    g_free(self->thrown_away);
}

static gpointer home_ask(Screen *screen)
{
    Home *self = (Home *)screen;
    const HomeModel *model = screen->model;
    home_arrive(screen);
    HomeAsk *ask = home_ask_new(line_edit_text(self->line), counter_now(screen));
    ask->todo.branch_id = counter_of(screen)->branch_id;
    ask->todo.clerk_id = counter_of(screen)->clerk_id;
    ask->vocabulary = counter_vocabulary(screen);
    ask->is_wide = home_beside_fits(screen_cols(screen));
    ask->limit = MAX(self->wanted, (guint)MAX(screen_rows(screen) - LIST_ROW, 0) + ROWS_AHEAD);
    if (self->is_same_search && model != NULL) {
        ask->known = model->known;
    }
    self->is_same_search = false;
    ask->count = self->counts;
    self->counts = false;
    home_drafts_ask(ask, screen->app);
    return ask;
}

/* What was loaded without the number of customers has been drawn by now, but where something else
 * is on its way: then after that. */
static gboolean count_now(gpointer data)
{
    Home *self = data;
    self->count_id = 0;
    if (!screen_is_loading(&self->base)) {
        self->counts = true;
        app_reload(&self->base);
    }
    return G_SOURCE_REMOVE;
}

static void home_loaded(Screen *screen, gpointer old)
{
    Home *self = (Home *)screen;
    const HomeModel *model = screen->model, *before = old;
    counter_take(screen->app, model->self);
    bool same = before != NULL && strcmp(before->query, model->query) == 0;
    /* The ids of another question are of other things. */
    if (!same) {
        list_show(&self->list, NULL);
    }
    list_show(&self->list, model);
    if (!same) {
        self->wanted = 0;
        list_to_first(&self->list);
    } else if (self->wants_last) {
        list_select(&self->list, G_MAXUINT);
    }
    self->wants_last = false;
    home_find_ticked(self);
    if (!screen_is_loading(screen)) {
        self->seen = line_edit_changes(self->line);
    }
    if (model->customers < 0 && app_shop(screen->app) != NULL && self->count_id == 0) {
        self->count_id = g_idle_add_full(G_PRIORITY_LOW, count_now, self, NULL);
    }
}

/* "3 of 12480" beside what was typed, else what can be typed. */
static char *box_hint(const Home *self)
{
    const HomeModel *model = self->base.model;
    if (line_edit_is_empty(self->line)) {
        return g_strdup(_("Name, phone, number or “dachshund”"));
    }
    if (model == NULL || model->query[0] == '\0' || model->customers < 0) {
        return NULL;
    }
    gint64 found = model->found != NULL ? model->found->total : 0;
    g_autofree char *total = figures_grouped(found);
    g_autofree char *customers = figures_grouped(model->customers);
    if (model->found != NULL && model->found->is_more) {
        /* TRANSLATORS: so many fit that they are not counted: "more than 50 of 12,480". */
        return g_strdup_printf(_("more than %s of %s"), total, customers);
    }
    /* TRANSLATORS: how many customers fit what was typed, of all: "3 of 12,480". */
    return g_strdup_printf(_("%s of %s"), total, customers);
}

static void draw_rows(Screen *screen, Canvas *body)
{
    Home *self = (Home *)screen;
    const HomeModel *model = screen->model;
    const HomeRow *row = home_selected(screen);
    Canvas list = *body, beside;
    bool is_wide = row != NULL && row->match != NULL && home_beside_split(body, &list, &beside);
    list_draw(&self->list, &list, self->ticked.deed == 0);
    if (is_wide) {
        const CardHead head = {.sheet = row->match->sheet,
                               .kinds = model->found->kinds,
                               .near = row->near,
                               .marks = row->match->marks,
                               .today = model->today};
        home_beside_draw(&beside, &head, row->match->usual, row->match->visits,
                         row->match->last_visit);
    }
}

static void home_draw(Screen *screen, Canvas *canvas)
{
    Home *self = (Home *)screen;
    const HomeModel *model = screen->model;
    g_autofree char *hint = box_hint(self);
    prompt_draw(canvas, BOX_ROW, self->line, hint);
    if (model == NULL) {
        return;
    }
    Canvas body = canvas_part(canvas, LIST_ROW, 0, G_MAXINT, G_MAXINT);
    int above = home_draw_news(screen, &body);
    body = canvas_part(&body, above, 0, G_MAXINT, G_MAXINT);
    if (model->rows->len == 0) {
        home_draw_nothing(screen, &body);
        return;
    }
    int alike = home_model_is_alike(model) ? home_draw_alike(screen, &body) : 0;
    self->list_row = LIST_ROW + above + alike;
    body = canvas_part(&body, alike, 0, G_MAXINT, G_MAXINT);
    draw_rows(screen, &body);
}

/* Loads more matches where the selection comes near the end of those that are there: the next page
 * is there before its key is pressed. */
static Outcome look_further(Home *self, bool to_last)
{
    const HomeModel *model = self->base.model;
    int row = list_selected(&self->list);
    if (model == NULL || row < 0 || !home_model_has_more(model) ||
        (guint)(row + self->list.height) < model->rows->len) {
        return OUTCOME_NONE;
    }
    guint loaded = model->found->matches->len;
    bool is_far = to_last || loaded * 2 > HOME_MOST_MATCHES / 2;
    self->wanted = is_far ? HOME_MOST_MATCHES : loaded * 2;
    self->wants_last = to_last;
    self->is_same_search = true;
    return OUTCOME_RELOAD;
}

static Outcome move(Home *self, const Event *event)
{
    Event own = *event;
    own.row -= self->list_row;
    Outcome outcome = list_input(&self->list, &own, false);
    if (outcome == OUTCOME_NONE) {
        return outcome;
    }
    return outcome | look_further(self, event->kind == EVENT_KEY && event->key == K_CTRL + K_END);
}

static Outcome move_held(Screen *screen)
{
    const Event event = {.kind = EVENT_KEY, .key = ((Home *)screen)->held};
    return move((Home *)screen, &event);
}

/* How many rows down KEY moves the selection at most; -1: it moves nothing. */
static int reach_of(const Home *self, Key key)
{
    switch (key) {
    case K_DOWN:
        return 1;
    case K_PGDN:
        return self->list.height;
    case K_CTRL + K_END:
        return HOME_MOST_MATCHES;
    case K_UP:
    case K_PGUP:
    case K_CTRL + K_HOME:
        return 0;
    default:
        return -1;
    }
}

/* Whether EVENT moves the selection among rows that are not loaded yet, but will be. */
static bool must_wait(const Home *self, const Event *event)
{
    const HomeModel *model = self->base.model;
    int reach = event->kind == EVENT_KEY ? reach_of(self, event->key) : -1;
    if (reach < 0 || model == NULL || !screen_is_loading(&self->base)) {
        return false;
    }
    int end = list_selected(&self->list) + reach;
    /* The same words may be there again: what was typed between them is still to come. */
    return self->wants_last || line_edit_changes(self->line) != self->seen ||
           (home_model_has_more(model) && end >= (int)model->rows->len);
}

/* Whether EVENT, which edits what is in the box, is the key of a row where there is nothing to
 * edit. */
static bool is_for_row(const Event *event)
{
    static const Key keys[] = {' ', K_DELETE, K_ALT + 'b', K_ALT + 'd', K_ALT + 'f'};
    gsize i = event->kind == EVENT_KEY ? 0 : G_N_ELEMENTS(keys);
    while (i < G_N_ELEMENTS(keys) && event->key != keys[i]) {
        i++;
    }
    return i < G_N_ELEMENTS(keys);
}

static Outcome home_input(Screen *screen, const Event *event)
{
    Home *self = (Home *)screen;
    if (todo_tick_ends(&self->ticked, event, "")) {
        return OUTCOME_REDRAW;
    }
    if (is_for_row(event) && line_edit_is_empty(self->line)) {
        return OUTCOME_NONE;
    }
    if (must_wait(self, event)) {
        self->held = event->key;
        return app_after_load(screen, move_held);
    }
    Outcome outcome = move(self, event);
    if (outcome != OUTCOME_NONE) {
        return outcome;
    }
    unsigned before = line_edit_changes(self->line);
    if (event->kind == EVENT_KEY && event->key == ' ' && line_edit_is_selected(self->line)) {
        /* Another word is to follow: no search begins with a blank. */
        line_edit_set_cursor(self->line, strlen(line_edit_text(self->line)));
    }
    outcome = line_edit_input(self->line, event);
    if (line_edit_changes(self->line) == before) {
        return outcome;
    }
    self->wanted = 0;
    self->is_same_search = true;
    return OUTCOME_RELOAD;
}

/* The first-start screen is gone: with a shop home begins, without one there is nothing to stay
 * for. */
static Outcome started(Screen *screen, gpointer result)
{
    (void)result;
    return app_shop(screen->app) != NULL ? OUTCOME_RELOAD : OUTCOME_QUIT;
}

void home_begin(Screen *home)
{
    screen_push(home, &screen_start, counter_of(home)->own_shop, started);
}

void home_tell_trouble(Screen *home, const char *where, const GError *fault)
{
    const TroubleArg arg = {.where = where, .fault = fault};
    screen_push(home, &screen_trouble, &arg, started);
}

void home_open(App *app, const char *where, const GError *fault)
{
    Screen *home = app_open(app, &screen_home, NULL);
    if (fault != NULL) {
        home_tell_trouble(home, where, fault);
    } else if (app_shop(app) == NULL) {
        screen_push(home, &screen_start, where, started);
    }
}

static const Action actions[] = {
    {"go_on", "Enter", N_("Go on"), N_("Opens the form again with what was typed into it."),
     .run = home_go_on, .when = home_is_draft, .needs_model = true},
    {"throw_away", "Delete", N_("Throw away"),
     N_("Throws away what was typed and not saved. Asks before."), .run = home_throw_away,
     .when = home_is_draft, .needs_model = true},
    {"open", "Enter", N_("Open"), N_("Opens the selected card."), .run = home_enter,
     .when = home_has_card, .needs_model = true},
    {"create", "Enter", N_("New card"), N_("Begins a new card when nobody matches."),
     .run = home_create, .when = home_is_nobody, .needs_model = true},
    {"untick", "Space", N_("Take back"), N_("Takes the tick back that was made right before."),
     .run = home_untick, .when = home_can_untick, .needs_model = true},
    {"greet", "Space", N_("Greeted"), N_("Ticks the selected day as greeted; again takes it back."),
     .run = home_greet, .when = home_can_greet, .needs_model = true},
    {"how", "Alt-o", N_("Greeted how"), N_("Notes how they were greeted, and what you gave."),
     .run = home_greet_how, .when = home_can_greet, .needs_model = true, .quiet = true},
    {"done", "Space", N_("Done"),
     N_("Ticks the selected promise as kept, the selected order as fetched."), .run = home_tick,
     .when = home_can_tick, .needs_model = true},
    {"later", "Alt-z", N_("Later"), N_("Puts off what is selected; what was agreed stays."),
     .run = home_put_off, .when = home_can_put_off, .needs_model = true},
    {"new", "F2|Alt-n", N_("New"), N_("Begins a new card with what you have typed."),
     .run = home_new, .when = counter_may_write},
    {"leave_backup", "Alt-v", N_("Leave the backup"),
     N_("Closes the backup that is looked at and goes back to the shop."), .run = lookback_leave,
     .when = lookback_may_leave, .menu = true},
    {"menu", "F9|Alt-m", N_("Menu"), N_("Shows what is done more rarely."), .run = home_menu},
    {"dial", "Alt-i", N_("Dial"), N_("Shows the telephone number of the selected customer, large."),
     .run = home_dial, .when = home_can_dial, .needs_model = true, .quiet = true},
    {"complaints", "F6|Alt-c", N_("Complaints"),
     N_("Shows all complaints: where they stand, and what comes again and again."),
     .run = home_complaints, .menu = true},
    {"feedback", "F5|Alt-f", N_("Feedback"), N_("Notes what somebody says who has no card here."),
     .run = home_feedback, .when = counter_may_write, .menu = true},
    {"due", "F3|Alt-u", N_("Due"), N_("Shows all that is due, of whom and where you like."),
     .run = home_due, .menu = true},
    {"all", "F7|Alt-a", N_("Customers"), N_("Shows all customers by name."), .run = home_all,
     .menu = true},
    {"remind", "Alt-j", N_("Remind"), N_("Notes a reminder that is the shop's own."),
     .run = home_remind, .when = counter_may_write, .quiet = true, .menu = true},
    {"preorders", "Alt-b", N_("Pre-orders"), N_("Shows what waits to be fetched."),
     .run = home_preorders, .quiet = true, .menu = true},
    {"promises", "Alt-p", N_("Promises"), N_("Shows what was promised, and what is due."),
     .run = home_promises, .quiet = true, .menu = true},
    {"wishes", "Alt-w", N_("Wishes"), N_("Shows what customers wish for, and who asked."),
     .run = home_wishes, .quiet = true, .menu = true},
    {"feedbacks", "Alt-e", N_("What customers say"),
     N_("Shows what was said, also by product and by where people met the shop."),
     .run = home_feedbacks, .quiet = true, .menu = true},
    {"losses", "Alt-g", N_("Lost customers"),
     N_("Shows who is lost, and who may be: those who stay away longer than usual."),
     .run = home_losses, .quiet = true, .menu = true},
    {"dashboard", "Alt-d", N_("How it goes"),
     N_("Shows the figures of the month: visits, who stays, what they say, complaints."),
     .run = home_dashboard, .quiet = true, .menu = true},
    {"clerk", "F8|Alt-k", N_("Clerk"), N_("Changes who stands at the counter."),
     .run = change_clerk, .menu = true},
    {"clear", "Esc", N_("Clear"), N_("Empties the box and shows what matters today."),
     .run = home_clear, .quiet = true},
    {"undo", "Ctrl-Z", N_("Take back"), N_("Takes back what you did last, whatever it was."),
     .run = home_undo, .when = counter_may_write, .quiet = true, .menu = true},
    {"again", "Ctrl-Y", N_("Do again"), N_("Does again what you have just taken back."),
     .run = takeback_again, .when = counter_may_write, .quiet = true, .menu = true},
    {"changes", "Ctrl-R", N_("Changes"),
     N_("Shows what was done in the shop lately, and takes it back if need be."),
     .run = home_changes, .quiet = true, .menu = true},
    {"bin", "Alt-r", N_("Bin"), N_("Shows what was removed and can be brought back."),
     .run = home_bin, .quiet = true, .menu = true},
    {"backups", "Alt-q", N_("Backups"),
     N_("Shows the backups of the shop; makes one, proves them, or brings one back."),
     .run = home_backups, .when = home_has_backups, .quiet = true, .menu = true},
    {"calendar", "Alt-y", N_("Calendar"),
     N_("Shows a month with its birthdays and other days; from there the whole year."),
     .run = home_calendar, .quiet = true, .menu = true},
    {"import", "Ctrl-O", N_("Take over a customer list"),
     N_("Takes over customers from a file (CSV)."), .run = home_import, .quiet = true,
     .menu = true},
    {"settings", "Ctrl-T|Alt-s", N_("Settings"),
     N_("Shows what can be set up: for the shop and for this counter."), .run = home_settings,
     .quiet = true, .menu = true},
    {"looks", "Alt-t", N_("Look"), N_("Chooses how the screen looks: light, dark, high contrast."),
     .run = choose_looks, .quiet = true, .menu = true},
    {"leave_demo", "Alt-v", N_("Leave the demo"),
     N_("Closes the demo shop and goes to your own shop, or to the beginning."), .run = demo_leave,
     .when = demo_may_leave, .quiet = true, .menu = true},
    {"language", "Alt-l", LANGUAGE_TITLE, N_("Chooses the language of the screen."),
     .run = choose_language, .quiet = true, .menu = true},
    {0},
};

const ScreenClass screen_home = {
    .name = "home",
    .title = N_("Today"),
    .size = sizeof(Home),
    .actions = actions,
    .open = home_screen_open,
    .ask = home_ask,
    .ask_free = home_ask_free,
    .load = home_model_load,
    .model_free = home_model_free,
    .loaded = home_loaded,
    .input = home_input,
    .draw = home_draw,
    .examples = home_examples,
    .close = home_close,
};
