/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A month and whose days are kept in it. */
#include "tui/screens/calendar.h"

#include "data/base/i18n.h"
#include "tui/counter.h"
#include "tui/duewords.h"
#include "tui/greet.h"
#include "tui/screens/calendardraw.h"
#include "tui/screens/card.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/yearlist.h"
#include "tui/takeback.h"

enum { WEEK = 7, MONTHS = 12, FIRST_YEAR = 1, LAST_YEAR = 9999 };

typedef struct Calendar Calendar;
typedef Outcome (*DueFunc)(Calendar *self, const Due *due);

struct Calendar {
    Screen base;
    Day day; /* the selected one */
    CalendarGrid grid;
    gint64 *picks; /* ids of the occasions a dialog asks about */
    guint picks_count;
    DueFunc picked;
};

static bool calendar_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    Calendar *self = (Calendar *)screen;
    self->day = arg != NULL ? *(const Day *)arg : counter_today(screen);
    return true;
}

static void calendar_close(Screen *screen)
{
    g_free(((Calendar *)screen)->picks);
}

static gpointer calendar_ask(Screen *screen)
{
    const Calendar *self = (const Calendar *)screen;
    const CalendarAsk ask = {self->day.year, self->day.month, counter_today(screen)};
    return g_memdup2(&ask, sizeof ask);
}

static void calendar_draw_screen(Screen *screen, Canvas *canvas)
{
    Calendar *self = (Calendar *)screen;
    self->grid = calendar_draw(canvas, screen->model, self->day, counter_today(screen));
}

/* ---- moving ---- */

static Outcome go_to(Calendar *self, Day day)
{
    bool same = day.year == self->day.year && day.month == self->day.month;
    self->day = day;
    return same ? OUTCOME_REDRAW : OUTCOME_RELOAD;
}

/* The same day COUNT months away, or the last one there is. */
static Outcome go_months(Calendar *self, int count)
{
    int months = self->day.year * MONTHS + self->day.month - 1 + count;
    int year = months / MONTHS, month = months % MONTHS + 1;
    if (year < FIRST_YEAR || year > LAST_YEAR) {
        return OUTCOME_HANDLED;
    }
    int day = MIN(self->day.day, calendar_month_days(year, month));
    return go_to(self, (Day){year, month, day});
}

static Outcome click(Calendar *self, const Event *event)
{
    int day = calendar_day_at(&self->grid, self->day, event->row, event->col);
    if (day == 0) {
        return OUTCOME_NONE;
    }
    bool again = day == self->day.day;
    self->day.day = day;
    return again ? OUTCOME_AS_ENTER : OUTCOME_REDRAW;
}

static Outcome calendar_input(Screen *screen, const Event *event)
{
    Calendar *self = (Calendar *)screen;
    if (event->kind == EVENT_CLICK) {
        return click(self, event);
    }
    if (event->kind == EVENT_WHEEL) {
        return go_to(self, day_plus(self->day, event->steps * WEEK));
    }
    if (event->kind != EVENT_KEY) {
        return OUTCOME_NONE;
    }
    switch (event->key) {
    case K_LEFT:
        return go_to(self, day_plus(self->day, -1));
    case K_RIGHT:
        return go_to(self, day_plus(self->day, 1));
    case K_UP:
        return go_to(self, day_plus(self->day, -WEEK));
    case K_DOWN:
        return go_to(self, day_plus(self->day, WEEK));
    case K_PGUP:
        return go_months(self, -1);
    case K_PGDN:
        return go_months(self, 1);
    default:
        return OUTCOME_NONE;
    }
}

/* ---- what can be done ---- */

/* Who has the selected day: the first of *COUNT in the model's days. */
static guint on_day(const Screen *screen, guint *count)
{
    const Calendar *self = (const Calendar *)screen;
    const CalendarModel *model = screen->model;
    *count = 0;
    bool is_known =
        model != NULL && model->year == self->day.year && model->month == self->day.month;
    return is_known ? calendar_model_day(model, self->day.day, count) : 0;
}

static bool has_day(const Screen *screen)
{
    guint count;
    on_day(screen, &count);
    return count > 0;
}

static bool has_several(const Screen *screen)
{
    guint count;
    on_day(screen, &count);
    return count > 1;
}

static bool has_one(const Screen *screen)
{
    return has_day(screen) && !has_several(screen);
}

static bool can_greet(const Screen *screen)
{
    return has_day(screen) && counter_may_write(screen);
}

static Outcome pick_answered(Screen *screen, gpointer answer)
{
    Calendar *self = (Calendar *)screen;
    const CalendarModel *model = screen->model;
    const guint *choice = answer;
    if (choice == NULL || *choice >= self->picks_count) {
        return OUTCOME_HANDLED;
    }
    for (guint i = 0; i < model->days->len; i++) {
        const Due *due = g_ptr_array_index(model->days, i);
        if (due->occasion->head.id == self->picks[*choice]) {
            return self->picked(self, due);
        }
    }
    return OUTCOME_HANDLED;
}

/* Does it with the only one of the day, or asks with whom. */
static Outcome pick(Screen *screen, const char *title, DueFunc picked)
{
    Calendar *self = (Calendar *)screen;
    const CalendarModel *model = screen->model;
    guint count, first = on_day(screen, &count);
    if (count <= 1) {
        return count == 1 ? picked(self, g_ptr_array_index(model->days, first)) : OUTCOME_HANDLED;
    }
    g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func(g_free);
    g_free(self->picks);
    self->picks = g_new0(gint64, count);
    self->picks_count = count;
    self->picked = picked;
    for (guint i = 0; i < count; i++) {
        const Due *due = g_ptr_array_index(model->days, first + i);
        g_autofree char *name = due_call(due, NAME_SPOKEN);
        g_autofree char *what = duewords_what(due, model->today);
        self->picks[i] = due->occasion->head.id;
        g_ptr_array_add(labels, g_strdup_printf("%s · %s", name, what));
    }
    return dialog_choice_private(screen, title, (const char *const *)labels->pdata, labels->len,
                                 pick_answered);
}

static Outcome open_card(Calendar *self, const Due *due)
{
    const CardArg arg = {due->customer->head.id};
    screen_push(&self->base, &screen_card, &arg, card_pass_on);
    return OUTCOME_HANDLED;
}

static Outcome toggle(Calendar *self, const Due *due)
{
    return greet_toggle(&self->base, due);
}

static Outcome ask_how(Calendar *self, const Due *due)
{
    return greet_how(&self->base, due);
}

static Outcome calendar_card(Screen *screen)
{
    return pick(screen, _("Whose card?"), open_card);
}

static Outcome calendar_greet(Screen *screen)
{
    return pick(screen, _("Who was greeted?"), toggle);
}

static Outcome calendar_how(Screen *screen)
{
    return pick(screen, _("Who was greeted?"), ask_how);
}

static Outcome calendar_today(Screen *screen)
{
    return go_to((Calendar *)screen, counter_today(screen));
}

static Outcome calendar_year(Screen *screen)
{
    const int year = ((const Calendar *)screen)->day.year;
    screen_push(screen, &screen_yearlist, &year, card_pass_on);
    return OUTCOME_HANDLED;
}

static const Action actions[] = {
    {"list", "Enter", N_("List"), N_("Lists who has the selected day, to open a card."),
     .run = calendar_card, .when = has_several, .needs_model = true},
    {"card", "Enter", N_("Open card"), N_("Opens the card of who has the selected day."),
     .run = calendar_card, .when = has_one, .needs_model = true},
    {"greet", "Space", N_("Greeted"), N_("Ticks the selected day as greeted; again takes it back."),
     .run = calendar_greet, .when = can_greet, .needs_model = true},
    {"how", "w", N_("How"), N_("Notes how they were greeted, and what you gave."),
     .run = calendar_how, .when = can_greet, .needs_model = true},
    {"today", "t|Home", N_("Today"), N_("Goes to today; PgUp and PgDn go a month back and on."),
     .run = calendar_today},
    {"year", "y|l", N_("Year"), N_("Lists the whole year, also to be printed."),
     .run = calendar_year},
    {"undo", "Ctrl-Z", N_("Take back"), N_("Takes back what you did last, whatever it was."),
     .run = takeback_last, .when = counter_may_write, .quiet = true},
    {"redo", "Ctrl-Y", N_("Do again"), N_("Does again what you have just taken back."),
     .run = takeback_again, .when = counter_may_write, .quiet = true},
    {"back", "Esc", N_("Back"), N_("Goes back."), .run = screen_leave},
    {0},
};

const ScreenClass screen_calendar = {
    .name = "calendar",
    .title = N_("Calendar"),
    .size = sizeof(Calendar),
    .actions = actions,
    .open = calendar_open,
    .ask = calendar_ask,
    .ask_free = g_free,
    .load = calendar_model_load,
    .model_free = calendar_model_free,
    .input = calendar_input,
    .draw = calendar_draw_screen,
    .close = calendar_close,
};
