/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The home screen: the box, today, the matches. */
#include "tui/screens/home.h"

#include "data/base/i18n.h"
#include "tui/counter.h"
#include "tui/demomode.h"
#include "tui/figures.h"
#include "tui/greet.h"
#include "tui/lineedit.h"
#include "tui/screens/bin.h"
#include "tui/screens/card.h"
#include "tui/screens/changeclerk.h"
#include "tui/screens/customers.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/edit.h"
#include "tui/screens/homebeside.h"
#include "tui/screens/homedrafts.h"
#include "tui/screens/homelist.h"
#include "tui/screens/homemenu.h"
#include "tui/screens/homemodel.h"
#include "tui/screens/import.h"
#include "tui/screens/language.h"
#include "tui/screens/looks.h"
#include "tui/screens/newcard.h"
#include "tui/screens/settings.h"
#include "tui/screens/start.h"
#include "tui/takeback.h"
#include "tui/widgets/prompt.h"

#include <string.h>

enum {
    MOST_CHARS = 200,
    BOX_ROW = 0,
    LIST_ROW = 2,
    WIDE_COLS = 100, /* from here on the card's head stands beside the list */
};

typedef struct {
    Screen base;
    LineEdit *line;
    List list;
    char *thrown_away; /* the uid of the draft that is asked about */
} Home;

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
    line_edit_free(self->line);
    g_free(self->thrown_away);
}

static gpointer home_ask(Screen *screen)
{
    HomeAsk *ask = home_ask_new(line_edit_text(((Home *)screen)->line), counter_today(screen));
    home_drafts_ask(ask, screen->app);
    return ask;
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
        list_to_first(&self->list);
    }
}

/* The selected row, NULL when there is none. */
static const HomeRow *selected_row(const Screen *screen)
{
    const HomeModel *model = screen->model;
    int row = model != NULL ? list_selected(&((const Home *)screen)->list) : -1;
    return row >= 0 ? g_ptr_array_index(model->rows, row) : NULL;
}

/* "3 of 12480" beside what was typed, else what can be typed. */
static char *box_hint(const Home *self)
{
    const HomeModel *model = self->base.model;
    if (line_edit_is_empty(self->line)) {
        return g_strdup(_("Name, phone, number or “dachshund”"));
    }
    if (model == NULL || model->query[0] == '\0') {
        return NULL;
    }
    g_autofree char *total = figures_grouped(model->total);
    g_autofree char *customers = figures_grouped(model->customers);
    /* TRANSLATORS: how many customers fit what was typed, of all: "3 of 12,480". */
    return g_strdup_printf(_("%s of %s"), total, customers);
}

/* Where there is nothing to list: what can be done instead. */
static void draw_nothing(const HomeModel *model, Canvas *canvas)
{
    Canvas text = canvas_part(canvas, 0, 1, G_MAXINT, canvas->cols - 2);
    if (model->query[0] != '\0') {
        int row = canvas_wrapped(&text, 0, 0, text.cols, 2, AREA_TEXT,
                                 _("Nobody matches what you have typed."));
        canvas_wrapped(&text, row, 0, text.cols, 3, AREA_DIM,
                       new_card_is_plain(model->query) ? _("Enter makes a new card from it.")
                                                       : _("Enter begins a new card with it."));
    } else if (model->customers == 0) {
        int row =
            canvas_wrapped(&text, 0, 0, text.cols, 2, AREA_TEXT, _("There are no customers yet."));
        int gap = canvas->rows > 10 ? 1 : 0;
        row = canvas_wrapped(&text, row + gap, 0, text.cols, 3, AREA_DIM,
                             _("Type a name, or a few words about somebody whose name you do not "
                               "know, and press Enter."));
        canvas_wrapped(&text, row + gap, 0, text.cols, 3, AREA_DIM,
                       _("Ctrl-O takes over a customer list you already have."));
    } else {
        canvas_wrapped(&text, 0, 0, text.cols, 3, AREA_DIM,
                       _("Nothing is due in the next days. Start typing to find somebody."));
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
    if (model->rows->len == 0) {
        draw_nothing(model, &body);
        return;
    }
    const HomeRow *row = selected_row(screen);
    bool is_wide = canvas->cols >= WIDE_COLS && row != NULL && row->match != NULL;
    int list_cols = is_wide ? canvas->cols * 3 / 5 : canvas->cols;
    Canvas list = canvas_part(&body, 0, 0, G_MAXINT, list_cols);
    list_draw(&self->list, &list, true);
    if (is_wide) {
        Canvas beside =
            canvas_part(&body, 0, list_cols + 3, G_MAXINT, canvas->cols - list_cols - 5);
        const CardHead head = {.sheet = row->match->sheet,
                               .kinds = model->kinds,
                               .near = row->near,
                               .today = model->today};
        home_beside_draw(&beside, &head, row->match->usual);
    }
}

static Outcome home_input(Screen *screen, const Event *event)
{
    Home *self = (Home *)screen;
    bool is_for_row = event->kind == EVENT_KEY && (event->key == ' ' || event->key == K_DELETE);
    if (is_for_row && line_edit_is_empty(self->line)) {
        return OUTCOME_NONE;
    }
    Event own = *event;
    own.row -= LIST_ROW;
    Outcome outcome = list_input(&self->list, &own, false);
    if (outcome != OUTCOME_NONE) {
        return outcome;
    }
    unsigned before = line_edit_changes(self->line);
    outcome = line_edit_input(self->line, event);
    return line_edit_changes(self->line) != before ? OUTCOME_RELOAD : outcome;
}

/* After a card: the next customer begins with an empty box, or with what was typed on the card. */
static Outcome card_returned(Screen *screen, gpointer typed)
{
    line_edit_set(((Home *)screen)->line, typed);
    return OUTCOME_RELOAD;
}

static Outcome open_card(Screen *screen, gint64 customer_id)
{
    const CardArg arg = {customer_id};
    /* Whatever ends the card, the next customer does not read what was typed for this one. */
    line_edit_set(((Home *)screen)->line, NULL);
    screen_push(screen, &screen_card, &arg, card_returned);
    return OUTCOME_HANDLED;
}

static Outcome edit_returned(Screen *screen, gpointer id)
{
    return id != NULL ? open_card(screen, *(const gint64 *)id) : OUTCOME_RELOAD;
}

static Outcome home_new(Screen *screen)
{
    const EditArg arg = {.typed = line_edit_text(((Home *)screen)->line)};
    screen_push(screen, &screen_edit, &arg, edit_returned);
    return OUTCOME_HANDLED;
}

static bool has_row(const Screen *screen)
{
    const HomeRow *row = selected_row(screen);
    return row != NULL && row->draft == NULL;
}

/* ---- what is not finished ---- */

static Outcome reload_after(Screen *screen, gpointer result)
{
    (void)screen;
    (void)result;
    return OUTCOME_RELOAD;
}

/* The selected draft, NULL when it is no draft. */
static const Draft *selected_draft(const Screen *screen)
{
    const HomeRow *row = selected_row(screen);
    return row != NULL ? row->draft : NULL;
}

static bool is_draft(const Screen *screen)
{
    return selected_draft(screen) != NULL;
}

static Outcome home_go_on(Screen *screen)
{
    const Draft *draft = selected_draft(screen);
    if (draft == NULL) {
        return OUTCOME_HANDLED;
    }
    if (draft->subject_id != 0) {
        return card_resume(screen, draft, card_returned);
    }
    bool is_customer = strcmp(draft->screen, screen_edit.name) == 0;
    if (app_resume(screen, draft, is_customer ? edit_returned : reload_after) == NULL) {
        app_say(screen->app, AREA_MESSAGE,
                _("This was typed with another version of Tresen and cannot be opened here."));
    }
    return OUTCOME_HANDLED;
}

static Outcome throw_away(Screen *screen, gpointer yes)
{
    g_autofree char *uid = g_steal_pointer(&((Home *)screen)->thrown_away);
    return yes != NULL ? home_draft_remove(screen, uid) : OUTCOME_HANDLED;
}

static Outcome home_throw_away(Screen *screen)
{
    const Draft *draft = selected_draft(screen);
    if (draft == NULL) {
        return OUTCOME_HANDLED;
    }
    draft_set(&((Home *)screen)->thrown_away, draft->uid);
    return dialog_confirm(screen, _("Throw away what was typed? It cannot be brought back."),
                          _("Throw away"), _("Keep it"), throw_away);
}

static Outcome home_enter(Screen *screen)
{
    const HomeRow *row = selected_row(screen);
    return row != NULL ? open_card(screen, home_row_customer(row)) : OUTCOME_HANDLED;
}

/* Whether what was typed is nobody's yet. */
static bool is_nobody(const Screen *screen)
{
    const HomeModel *model = screen->model;
    return model != NULL && model->query[0] != '\0' && !has_row(screen) &&
           !line_edit_is_empty(((const Home *)screen)->line) && counter_may_write(screen);
}

static Outcome card_made(Screen *screen, gpointer result)
{
    const NewCard *made = result;
    if (made->customer_id == 0) {
        return home_new(screen);
    }
    open_card(screen, made->customer_id);
    new_card_say(app_top(screen->app), made);
    return OUTCOME_HANDLED;
}

/* What leaves no doubt is a card at once; the rest is looked over in the form. */
static Outcome home_create(Screen *screen)
{
    const char *typed = line_edit_text(((Home *)screen)->line);
    return new_card_is_plain(typed) ? new_card_make(screen, typed, card_made) : home_new(screen);
}

static bool can_greet(const Screen *screen)
{
    const HomeRow *row = selected_row(screen);
    return line_edit_is_empty(((const Home *)screen)->line) && row != NULL && row->due != NULL &&
           counter_may_write(screen);
}

static Outcome home_greet(Screen *screen)
{
    const HomeRow *row = selected_row(screen);
    return row != NULL && row->due != NULL ? greet_toggle(screen, row->due) : OUTCOME_HANDLED;
}

static Outcome home_clear(Screen *screen)
{
    Home *self = (Home *)screen;
    if (line_edit_is_empty(self->line)) {
        list_to_first(&self->list);
        return OUTCOME_REDRAW;
    }
    line_edit_set(self->line, NULL);
    return OUTCOME_RELOAD;
}

/* A number typed in the list of all begins a new search here. */
static Outcome home_all(Screen *screen)
{
    line_edit_set(((Home *)screen)->line, NULL);
    screen_push(screen, &screen_customers, NULL, card_returned);
    return OUTCOME_HANDLED;
}

static Outcome home_import(Screen *screen)
{
    if (!counter_may_write(screen)) {
        app_say(screen->app, AREA_MESSAGE,
                _("This shop can only be read: nothing can be changed here."));
        return OUTCOME_REDRAW;
    }
    screen_push(screen, &screen_import, NULL, reload_after);
    if (counter_of(screen)->is_demo) {
        app_say(screen->app, AREA_WARNING,
                _("This is the demo: what comes in here is gone when it is made anew."));
    }
    return OUTCOME_HANDLED;
}

static Outcome home_bin(Screen *screen)
{
    screen_push(screen, &screen_bin, NULL, NULL);
    return OUTCOME_HANDLED;
}

static Outcome home_settings(Screen *screen)
{
    screen_push(screen, &screen_settings, NULL, reload_after);
    return OUTCOME_HANDLED;
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

void home_open(App *app, const char *where)
{
    Screen *home = app_open(app, &screen_home, NULL);
    if (app_shop(app) == NULL) {
        screen_push(home, &screen_start, where, started);
    }
}

static const Action actions[] = {
    {"go_on", "Enter", N_("Go on"), N_("Opens the form again with what was typed into it."),
     .run = home_go_on, .when = is_draft, .needs_model = true},
    {"throw_away", "Delete", N_("Throw away"),
     N_("Throws away what was typed and not saved. Asks before."), .run = home_throw_away,
     .when = is_draft, .needs_model = true},
    {"open", "Enter", N_("Open"), N_("Opens the selected card."), .run = home_enter,
     .when = has_row, .needs_model = true},
    {"create", "Enter", N_("New card"), N_("Makes a new card when nobody matches."),
     .run = home_create, .when = is_nobody, .needs_model = true},
    {"greet", "Space", N_("Greeted"), N_("Ticks the selected day as greeted; again takes it back."),
     .run = home_greet, .when = can_greet, .needs_model = true},
    {"new", "F2|Alt-n", N_("New"), N_("Begins a new card with what you have typed."),
     .run = home_new, .when = counter_may_write},
    {"menu", "F9|Alt-m", N_("Menu"), N_("Shows what is done more rarely."), .run = home_menu},
    {"all", "F7|Alt-a", N_("Customers"), N_("Shows all customers by name."), .run = home_all,
     .menu = true},
    {"clerk", "F8|Alt-k", N_("Clerk"), N_("Changes who stands at the counter."),
     .run = change_clerk, .menu = true},
    {"clear", "Esc", N_("Clear"), N_("Empties the box and shows what matters today."),
     .run = home_clear, .quiet = true},
    {"undo", "Ctrl-Z", N_("Take back"), N_("Takes back what you did last, whatever it was."),
     .run = takeback_last, .when = counter_may_write, .quiet = true, .menu = true},
    {"again", "Ctrl-Y", N_("Do again"), N_("Does again what you have just taken back."),
     .run = takeback_again, .when = counter_may_write, .quiet = true, .menu = true},
    {"bin", "Alt-r", N_("Bin"), N_("Shows what was removed and can be brought back."),
     .run = home_bin, .quiet = true, .menu = true},
    {"import", "Ctrl-O", N_("Take over a customer list"),
     N_("Takes over customers from a file (CSV)."), .run = home_import, .quiet = true,
     .menu = true},
    {"settings", "Ctrl-T|Alt-s", N_("Settings"),
     N_("Shows what can be set up: for the shop and for this counter."), .run = home_settings,
     .quiet = true, .menu = true},
    {"looks", "Alt-t", N_("Look"), N_("Chooses how the screen looks: light, dark, large contrast."),
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
    .close = home_close,
};
