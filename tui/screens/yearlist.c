/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The yearly days of a whole year. */
#include "tui/screens/yearlist.h"

#include "data/base/i18n.h"
#include "data/list/yearlist.h"
#include "tui/counter.h"
#include "tui/greet.h"
#include "tui/screens/card.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/importfolder.h"
#include "tui/screens/yearlistmodel.h"
#include "tui/takeback.h"
#include "tui/widgets/listpage.h"

#include <inttypes.h>

enum { FIRST_YEAR = 1, LAST_YEAR = 9999, ROWS_BEFORE = 3 };

typedef struct {
    Screen base;
    int year;
    bool only_birthdays;
    bool is_new; /* the next model selects where the year goes on from today */
    ListPage page;
} YearListScreen;

/* What is written where. */
typedef struct {
    int year;
    const char *kind;
    char *shop, *path;
} Print;

/* How many days went where. */
typedef struct {
    gint64 count;
    char *path;
} Printed;

static bool yearlist_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    YearListScreen *self = (YearListScreen *)screen;
    self->year = arg != NULL ? *(const int *)arg : counter_today(screen).year;
    self->is_new = true;
    list_page_init(&self->page, &year_list_class);
    return true;
}

static gpointer yearlist_ask(Screen *screen)
{
    const YearListScreen *self = (const YearListScreen *)screen;
    const YearListAsk ask = {self->year, self->only_birthdays, counter_today(screen)};
    return g_memdup2(&ask, sizeof ask);
}

/* This year goes on from today, with a few rows of what was before. */
static void begin_today(List *list, const YearListModel *model)
{
    int next = model->year == model->today.year ? year_list_next(model) : -1;
    if (next >= 0) {
        list_select(list, (guint)next);
        list->top = list->selected - MIN(list->selected, ROWS_BEFORE);
    }
}

static void yearlist_loaded(Screen *screen, gpointer old)
{
    (void)old;
    YearListScreen *self = (YearListScreen *)screen;
    const YearListModel *model = screen->model;
    if (self->is_new && model->year == self->year) {
        self->is_new = false;
        list_page_show(&self->page, model);
        list_to_first(&self->page.list);
        begin_today(&self->page.list, model);
    } else {
        list_page_show(&self->page, model);
    }
}

static Outcome yearlist_input(Screen *screen, const Event *event)
{
    return list_page_input(&((YearListScreen *)screen)->page, event);
}

static void yearlist_draw(Screen *screen, Canvas *canvas)
{
    YearListScreen *self = (YearListScreen *)screen;
    const YearListModel *model = screen->model;
    g_autofree char *title = g_strdup_printf(
        self->only_birthdays ? _("Birthdays %d") : _("Birthdays and other days %d"), self->year);
    Canvas part = *canvas;
    if (model != NULL && model->is_cut) {
        part = canvas_part(canvas, 0, 0, canvas->rows - 1, G_MAXINT);
        canvas_put(canvas, canvas->rows - 1, 1, AREA_DIM,
                   _("Only the days of your regulars: there are too many for all of them."));
    }
    list_page_draw(&self->page, &part, title,
                   _("Nobody has a day. They are typed in on the card, with e."));
}

/* ---- what can be done ---- */

static const Due *selected(const Screen *screen)
{
    int row = list_selected(&((const YearListScreen *)screen)->page.list);
    return row >= 0 ? year_list_due(screen->model, (guint)row) : NULL;
}

static bool has_selected(const Screen *screen)
{
    return selected(screen) != NULL;
}

static bool can_greet(const Screen *screen)
{
    return has_selected(screen) && counter_may_write(screen);
}

static Outcome yearlist_card(Screen *screen)
{
    const Due *due = selected(screen);
    if (due != NULL) {
        const CardArg arg = {due->customer->head.id};
        screen_push(screen, &screen_card, &arg, card_pass_on);
    }
    return OUTCOME_HANDLED;
}

static Outcome yearlist_greet(Screen *screen)
{
    const Due *due = selected(screen);
    return due != NULL ? greet_toggle(screen, due) : OUTCOME_HANDLED;
}

static Outcome yearlist_how(Screen *screen)
{
    const Due *due = selected(screen);
    return due != NULL ? greet_how(screen, due) : OUTCOME_HANDLED;
}

static Outcome go_to(YearListScreen *self, int year)
{
    self->year = CLAMP(year, FIRST_YEAR, LAST_YEAR);
    self->is_new = true;
    return OUTCOME_RELOAD;
}

static Outcome yearlist_before(Screen *screen)
{
    YearListScreen *self = (YearListScreen *)screen;
    return go_to(self, self->year - 1);
}

static Outcome yearlist_after(Screen *screen)
{
    YearListScreen *self = (YearListScreen *)screen;
    return go_to(self, self->year + 1);
}

static bool shows_birthdays(const Screen *screen)
{
    return ((const YearListScreen *)screen)->only_birthdays;
}

static bool shows_all(const Screen *screen)
{
    return !shows_birthdays(screen);
}

static Outcome yearlist_only(Screen *screen)
{
    YearListScreen *self = (YearListScreen *)screen;
    self->only_birthdays = !self->only_birthdays;
    return OUTCOME_RELOAD;
}

/* ---- paper ---- */

static void print_free(gpointer data)
{
    Print *print = data;
    g_free(print->shop);
    g_free(print->path);
    g_free(print);
}

static void printed_free(gpointer data)
{
    Printed *printed = data;
    g_free(printed->path);
    g_free(printed);
}

static gpointer print_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Print *print = arg;
    gint64 count = 0;
    if (!year_list_write(shop->db, print->year, print->kind, print->shop, print->path, &count,
                         error)) {
        return NULL;
    }
    Printed *printed = g_new0(Printed, 1);
    printed->count = count;
    printed->path = folder_short(print->path);
    return printed;
}

static Outcome print_done(Screen *screen, gpointer result)
{
    const Printed *printed = result;
    g_autofree char *sentence =
        g_strdup_printf(ngettext("%" PRId64 " day was written to %s.",
                                 "%" PRId64 " days were written to %s.", (gulong)printed->count),
                        printed->count, printed->path);
    app_say(screen->app, AREA_GOOD, sentence);
    return OUTCOME_REDRAW;
}

static Outcome print_to(Screen *screen, gpointer answer)
{
    const YearListScreen *self = (const YearListScreen *)screen;
    const PromptAnswer *typed = answer;
    if (typed == NULL || *typed->text == '\0') {
        return OUTCOME_HANDLED;
    }
    Print *print = g_new0(Print, 1);
    print->year = self->year;
    print->kind = self->only_birthdays ? "birthday" : NULL;
    print->shop = g_strdup(counter_of(screen)->shop_name);
    print->path = folder_path(typed->text);
    const AppJob job = {.run = print_run,
                        .arg = print,
                        .arg_free = print_free,
                        .result_free = printed_free,
                        .done = print_done,
                        .reads_only = true};
    return app_do(screen, &job);
}

static Outcome yearlist_print(Screen *screen)
{
    const YearListScreen *self = (const YearListScreen *)screen;
    g_autofree char *file = g_strdup_printf(_("~/birthdays-%d.txt"), self->year);
    const PromptQuestion question = {
        .title = _("A list to print"),
        .question = _("Into which file? One that is there is replaced."),
        .initial = file,
    };
    return dialog_prompt(screen, &question, print_to);
}

static const Action actions[] = {
    {"card", "Enter", N_("Open card"), N_("Opens the card of the customer."), .run = yearlist_card,
     .when = has_selected, .needs_model = true},
    {"greet", "Space", N_("Greeted"), N_("Ticks the selected day as greeted; again takes it back."),
     .run = yearlist_greet, .when = can_greet, .needs_model = true},
    {"how", "w", N_("How"), N_("Notes how they were greeted, and what you gave."),
     .run = yearlist_how, .when = can_greet, .needs_model = true},
    {"print", "p", N_("Print"), N_("Writes the whole list to a file that can be printed."),
     .run = yearlist_print},
    {"before", "Left", N_("Year before"), N_("Shows the year before."), .run = yearlist_before},
    {"after", "Right", N_("Year after"), N_("Shows the year after."), .run = yearlist_after},
    {"only", "Tab", N_("Birthdays"), N_("Shows birthdays only, or all days again."),
     .run = yearlist_only, .when = shows_all},
    {"all", "Tab", N_("All days"), N_("Shows all days again."), .run = yearlist_only,
     .when = shows_birthdays},
    {"undo", "Ctrl-Z", N_("Take back"), N_("Takes back what you did last, whatever it was."),
     .run = takeback_last, .when = counter_may_write, .quiet = true},
    {"redo", "Ctrl-Y", N_("Do again"), N_("Does again what you have just taken back."),
     .run = takeback_again, .when = counter_may_write, .quiet = true},
    {"back", "Esc", N_("Back"), N_("Goes back."), .run = screen_leave},
    {0},
};

const ScreenClass screen_yearlist = {
    .name = "yearlist",
    .title = N_("Year list"),
    .size = sizeof(YearListScreen),
    .actions = actions,
    .open = yearlist_open,
    .ask = yearlist_ask,
    .ask_free = g_free,
    .load = year_list_model_load,
    .model_free = year_list_model_free,
    .loaded = yearlist_loaded,
    .input = yearlist_input,
    .draw = yearlist_draw,
};
