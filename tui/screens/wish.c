/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One wish, and who asked for it. */
#include "tui/screens/wish.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/shop.h"
#include "tui/counter.h"
#include "tui/dates.h"
#include "tui/screens/card.h"
#include "tui/screens/wishwork.h"
#include "tui/takeback.h"
#include "tui/widgets/list.h"

#include <string.h>

enum { LIST_ROW = 3, NAME_COLS = 24, DAY_COLS = 11, MARK_COLS = 4, GAP = 2, WORDS_FROM = 60 };

typedef struct {
    gint64 wish_id;
    Day today;
} Ask;

typedef struct {
    Wish *wish;        /* NULL: it is no longer there */
    GPtrArray *askers; /* WishAsker */
    Day today;
} Model;

typedef struct {
    Screen base;
    gint64 wish_id;
    List list;
} WishScreen;

/* ---- the model ---- */

static void model_free(gpointer data)
{
    Model *model = data;
    record_free(model->wish);
    g_clear_pointer(&model->askers, g_ptr_array_unref);
    g_free(model);
}

static gpointer wish_ask(Screen *screen)
{
    const Ask ask = {((const WishScreen *)screen)->wish_id, counter_today(screen)};
    return g_memdup2(&ask, sizeof ask);
}

/* A wish that is gone (taken back, joined with another) is no fault. */
static gpointer wish_load(Shop *shop, gconstpointer arg, GError **error)
{
    const Ask *ask = arg;
    g_autoptr(GError) fault = NULL;
    Model *model = g_new0(Model, 1);
    model->today = ask->today;
    model->wish = record_load(shop->db, &wish_type, ask->wish_id, &fault);
    model->askers = model->wish != NULL || g_error_matches(fault, FAULT, FAULT_MISSING)
                        ? wish_askers(shop->db, ask->wish_id, error)
                        : NULL;
    if (model->askers != NULL) {
        return model;
    }
    if (fault != NULL) {
        g_propagate_error(error, g_steal_pointer(&fault));
    }
    model_free(model);
    return NULL;
}

/* ---- the list ---- */

static const WishAsker *asker_at(gconstpointer model, guint row)
{
    return g_ptr_array_index(((const Model *)model)->askers, row);
}

static guint count_rows(gconstpointer model)
{
    return ((const Model *)model)->askers->len;
}

static gint64 row_id(gconstpointer model, guint row)
{
    return asker_at(model, row)->customer_id;
}

static bool is_true(const Model *model)
{
    return model->wish != NULL && strcmp(model->wish->state, "fulfilled") == 0;
}

static char *brief_day(const char *text, Day today)
{
    Day day;
    return text != NULL && day_from_text(text, &day) ? dates_brief(day, today) : g_strdup("");
}

/* Whether they were told, who, what they said, and when. */
static void draw_row(Canvas *line, gconstpointer data, guint row)
{
    const Model *model = data;
    const WishAsker *asker = asker_at(model, row);
    Canvas hidden = canvas_private(line);
    bool can_tell = is_true(model) && asker->customer_id != 0;
    int col = 1, end = line->cols - 2 - DAY_COLS;
    g_autofree char *day = brief_day(asker->day, model->today);
    canvas_text_right(line, 0, end, DAY_COLS, AREA_DIM, day);
    end -= GAP;
    if (is_true(model)) {
        bool is_told = asker->told_day != NULL;
        canvas_text(line, 0, col, MARK_COLS, is_told ? AREA_GOOD : AREA_ACCENT,
                    can_tell ? canvas_symbol(line, is_told ? SYMBOL_DONE : SYMBOL_OPEN) : "");
        col += MARK_COLS;
    }
    unsigned long times = (unsigned long)asker->times;
    g_autofree char *nobody = g_strdup_printf(
        ngettext("somebody we do not know", "%lu whom we do not know", times), times);
    int name_cols = line->cols >= WORDS_FROM ? NAME_COLS : end - col;
    canvas_text(&hidden, 0, col, name_cols, asker->call != NULL ? AREA_TEXT : AREA_DIM,
                asker->call != NULL ? asker->call : nobody);
    col += name_cols + GAP;
    if (line->cols >= WORDS_FROM) {
        canvas_text(&hidden, 0, col, end - col, AREA_DIM, asker->words != NULL ? asker->words : "");
    }
}

static const ListClass list_class = {.count = count_rows, .id = row_id, .draw = draw_row};

/* ---- the screen ---- */

static bool wish_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    WishScreen *self = (WishScreen *)screen;
    self->wish_id = arg != NULL ? ((const WishArg *)arg)->wish_id : 0;
    list_init(&self->list, &list_class);
    return true;
}

static void wish_loaded(Screen *screen, gpointer old)
{
    (void)old;
    list_show(&((WishScreen *)screen)->list, screen->model);
}

static Outcome wish_input(Screen *screen, const Event *event)
{
    Event own = *event;
    own.row -= LIST_ROW;
    return list_input(&((WishScreen *)screen)->list, &own, true);
}

/* "Came true on 3 May 2026", "Open". Free with g_free. */
static char *state_line(const Wish *wish)
{
    Day day;
    const char *state = choice_label(wish_states, wish->state);
    if (wish->done_day == NULL || !day_from_text(wish->done_day, &day)) {
        return g_strdup(state);
    }
    g_autofree char *text = day_for_people(day);
    /* TRANSLATORS: how it stands with a wish, and since when: "Came true, 3 May 2026". */
    return g_strdup_printf(_("%s, %s"), state, text);
}

static void wish_draw(Screen *screen, Canvas *canvas)
{
    const Model *model = screen->model;
    if (model == NULL) {
        return;
    }
    if (model->wish == NULL) {
        canvas_wrapped(canvas, 1, 1, canvas->cols - 2, 3, AREA_TEXT,
                       _("This wish is no longer on the list. Press Esc to go back."));
        return;
    }
    Canvas hidden = canvas_private(canvas);
    g_autofree char *state = state_line(model->wish);
    canvas_text(&hidden, 0, 1, canvas->cols - 2, AREA_TITLE, model->wish->words);
    canvas_text(canvas, 1, 1, canvas->cols - 2, is_true(model) ? AREA_GOOD : AREA_DIM, state);
    Canvas part = canvas_part(canvas, LIST_ROW, 0, G_MAXINT, G_MAXINT);
    if (model->askers->len == 0) {
        canvas_wrapped(&part, 0, 1, canvas->cols - 2, 2, AREA_DIM, _("Nobody asked for it."));
        return;
    }
    list_draw(&((WishScreen *)screen)->list, &part, true);
}

static const WishAsker *selected(const Screen *screen)
{
    int row = list_selected(&((const WishScreen *)screen)->list);
    return row >= 0 && screen->model != NULL ? asker_at(screen->model, (guint)row) : NULL;
}

static bool is_known(const Screen *screen)
{
    const WishAsker *asker = selected(screen);
    return asker != NULL && asker->customer_id != 0;
}

static bool can_tell(const Screen *screen)
{
    return is_known(screen) && is_true(screen->model) && counter_may_write(screen);
}

static bool can_change(const Screen *screen)
{
    const Model *model = screen->model;
    return model != NULL && model->wish != NULL && counter_may_write(screen);
}

static Outcome wish_told(Screen *screen)
{
    const WishAsker *asker = selected(screen);
    return asker != NULL ? wish_work_tell(screen, ((WishScreen *)screen)->wish_id,
                                          asker->customer_id, asker->call, asker->told_day == NULL)
                         : OUTCOME_HANDLED;
}

static Outcome wish_card(Screen *screen)
{
    const WishAsker *asker = selected(screen);
    const CardArg arg = {asker != NULL ? asker->customer_id : 0};
    if (asker != NULL) {
        screen_push(screen, &screen_card, &arg, card_pass_on);
    }
    return OUTCOME_HANDLED;
}

static Outcome state_answered(Screen *screen, gpointer chosen)
{
    return chosen != NULL
               ? wish_work_state(screen, ((WishScreen *)screen)->wish_id, *(const guint *)chosen)
               : OUTCOME_HANDLED;
}

static Outcome wish_state(Screen *screen)
{
    return wish_ask_state(screen, ((const Model *)screen->model)->wish, state_answered);
}

static const Action actions[] = {
    {"told", "Space", N_("Told"),
     N_("Ticks that they were told that it came true; again takes it back."), .run = wish_told,
     .when = can_tell, .needs_model = true},
    {"card", "Enter", N_("Card"), N_("Opens the card of who asked."), .run = wish_card,
     .when = is_known, .needs_model = true},
    {"state", "s", N_("State"), N_("Says that it is planned, came true, or was declined."),
     .run = wish_state, .when = can_change, .needs_model = true},
    {"undo", "Ctrl-Z", N_("Take back"), N_("Takes back what you did last, whatever it was."),
     .run = takeback_last, .when = counter_may_write, .quiet = true},
    {"again", "Ctrl-Y", N_("Do again"), N_("Does again what you have just taken back."),
     .run = takeback_again, .when = counter_may_write, .quiet = true},
    {"back", "Esc", N_("Back"), N_("Goes back to the wishes."), .run = screen_leave},
    {0},
};

const ScreenClass screen_wish = {
    .name = "wish",
    .title = N_("Wish"),
    .size = sizeof(WishScreen),
    .actions = actions,
    .open = wish_open,
    .ask = wish_ask,
    .ask_free = g_free,
    .load = wish_load,
    .model_free = model_free,
    .loaded = wish_loaded,
    .input = wish_input,
    .draw = wish_draw,
};
