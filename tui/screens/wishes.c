/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of wishes. */
#include "tui/screens/wishes.h"

#include "data/base/i18n.h"
#include "data/shop.h"
#include "tui/counter.h"
#include "tui/dates.h"
#include "tui/screens/branchfilter.h"
#include "tui/screens/card.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/wish.h"
#include "tui/screens/wishwork.h"
#include "tui/takeback.h"
#include "tui/widgets/listpage.h"

#include <string.h>

enum {
    MOST = 2000,
    ASKED_COLS = 12,
    TELL_COLS = 16,
    DAY_COLS = 11,
    TELL_FROM = 60, /* narrower screens do not say how many wait to be told */
    DAY_FROM = 70,  /* nor when somebody asked last */
    GAP = 2
};

/* A heading, or a wish. */
typedef struct {
    const char *heading; /* N_(); NULL: a wish */
    const WishEntry *entry;
} Row;

typedef struct {
    GPtrArray *branches; /* Branch */
    gint64 branch_id;    /* where they were asked for; 0: anywhere */
    GPtrArray *entries;  /* WishEntry */
    GArray *rows;        /* Row */
    Day today;
} Model;

typedef struct {
    gint64 branch_id;
    Day today;
} Ask;

typedef struct {
    BranchScreen base;
    ListPage page;
    gint64 wish_id;  /* about which a question is open */
    GArray *offered; /* gint64: the wishes it offers */
} Wishes;

static const char *const headings[] = {N_("OPEN"), N_("PLANNED"), N_("CAME TRUE"), N_("DECLINED")};

/* ---- the model ---- */

static void model_free(gpointer data)
{
    Model *model = data;
    g_clear_pointer(&model->entries, g_ptr_array_unref);
    g_clear_pointer(&model->branches, g_ptr_array_unref);
    g_array_unref(model->rows);
    g_free(model);
}

static gpointer wishes_ask(Screen *screen)
{
    const Ask ask = {branch_filter_id(screen), counter_today(screen)};
    return g_memdup2(&ask, sizeof ask);
}

/* A heading before the wishes of each state, with an empty line before it. */
static void make_rows(Model *model)
{
    const char *state = NULL;
    for (guint i = 0; i < model->entries->len; i++) {
        const WishEntry *entry = g_ptr_array_index(model->entries, i);
        for (guint k = 0; g_strcmp0(state, entry->wish->state) != 0 && k < G_N_ELEMENTS(headings);
             k++) {
            if (strcmp(wish_states[k].code, entry->wish->state) == 0) {
                const Row gap = {"", NULL}, heading = {headings[k], NULL};
                if (state != NULL) {
                    g_array_append_val(model->rows, gap);
                }
                g_array_append_val(model->rows, heading);
            }
        }
        state = entry->wish->state;
        const Row row = {NULL, entry};
        g_array_append_val(model->rows, row);
    }
}

static gpointer wishes_load(Shop *shop, gconstpointer arg, GError **error)
{
    const Ask *ask = arg;
    Model *model = g_new0(Model, 1);
    model->today = ask->today;
    model->branch_id = ask->branch_id;
    model->rows = g_array_new(FALSE, FALSE, sizeof(Row));
    model->branches = branch_list(shop->db, &model->branch_id, error);
    model->entries =
        model->branches != NULL ? wish_list(shop->db, model->branch_id, MOST, error) : NULL;
    if (model->entries == NULL) {
        g_clear_pointer(&model, model_free);
        return NULL;
    }
    make_rows(model);
    return model;
}

/* ---- the list ---- */

static const Row *row_at(gconstpointer model, guint row)
{
    return &g_array_index(((const Model *)model)->rows, Row, row);
}

static guint count_rows(gconstpointer model)
{
    return ((const Model *)model)->rows->len;
}

static bool is_heading(gconstpointer model, guint row)
{
    return row_at(model, row)->entry == NULL;
}

static bool is_title(gconstpointer model, guint row)
{
    return is_heading(model, row) && *row_at(model, row)->heading != '\0';
}

static gint64 row_id(gconstpointer model, guint row)
{
    const WishEntry *entry = row_at(model, row)->entry;
    return entry != NULL ? entry->wish->head.id : 0;
}

/* The words have the room that how often, who waits and the day leave. */
static void draw_entry(Canvas *line, const WishEntry *entry, Day today)
{
    Canvas hidden = canvas_private(line);
    Day last;
    int end = line->cols - 2;
    if (line->cols >= DAY_FROM) {
        end -= DAY_COLS;
        if (entry->last_day != NULL && day_from_text(entry->last_day, &last)) {
            g_autofree char *day = dates_brief(last, today);
            canvas_text_right(line, 0, end, DAY_COLS, AREA_DIM, day);
        }
        end -= GAP;
    }
    unsigned long asked = (unsigned long)entry->asked, untold = (unsigned long)entry->untold;
    g_autofree char *times = g_strdup_printf(ngettext("asked once", "asked %lu×", asked), asked);
    end -= ASKED_COLS;
    canvas_text_right(line, 0, end, ASKED_COLS, AREA_DIM, entry->asked > 0 ? times : "");
    end -= GAP;
    if (line->cols >= TELL_FROM) {
        g_autofree char *tell = g_strdup_printf(_("%lu to tell"), untold);
        end -= TELL_COLS;
        canvas_text_right(line, 0, end, TELL_COLS, AREA_ACCENT, untold > 0 ? tell : "");
        end -= GAP;
    }
    canvas_text(&hidden, 0, 1, end - 1, AREA_TEXT, entry->wish->words);
}

static void draw_row(Canvas *line, gconstpointer data, guint index)
{
    const Model *model = data;
    const Row *row = row_at(model, index);
    if (row->entry != NULL) {
        draw_entry(line, row->entry, model->today);
    } else if (*row->heading != '\0') {
        canvas_text(line, 0, 1, line->cols - 2, AREA_HEADING, _(row->heading));
    }
}

static const ListClass list_class = {.count = count_rows,
                                     .is_heading = is_heading,
                                     .is_title = is_title,
                                     .id = row_id,
                                     .draw = draw_row};

/* ---- the screen ---- */

static bool wishes_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)arg;
    (void)error;
    branch_filter_open(screen, BRANCH_KEPT);
    list_page_init(&((Wishes *)screen)->page, &list_class);
    return true;
}

static void wishes_close(Screen *screen)
{
    g_clear_pointer(&((Wishes *)screen)->offered, g_array_unref);
    branch_filter_close(screen);
}

static void wishes_loaded(Screen *screen, gpointer old)
{
    (void)old;
    const Model *model = screen->model;
    branch_filter_loaded(screen, model->branches, model->branch_id);
    list_page_show(&((Wishes *)screen)->page, model);
}

static Outcome wishes_input(Screen *screen, const Event *event)
{
    return list_page_input(&((Wishes *)screen)->page, event);
}

static void wishes_draw(Screen *screen, Canvas *canvas)
{
    g_autofree char *title = branch_filter_title(screen, _("What customers wish for"));
    list_page_draw(&((Wishes *)screen)->page, canvas, title,
                   _("There are no wishes yet. Press f on a card and write what the customer would "
                     "like: it stands here then, with who asked."));
}

static const WishEntry *selected(const Screen *screen)
{
    int row = list_selected(&((const Wishes *)screen)->page.list);
    return row >= 0 && screen->model != NULL ? row_at(screen->model, (guint)row)->entry : NULL;
}

static const Wish *selected_wish(const Screen *screen)
{
    const WishEntry *entry = selected(screen);
    return entry != NULL ? entry->wish : NULL;
}

static bool has_selected(const Screen *screen)
{
    return selected(screen) != NULL;
}

static bool can_change(const Screen *screen)
{
    return has_selected(screen) && counter_may_write(screen);
}

static Outcome wishes_show(Screen *screen)
{
    const Wish *wish = selected_wish(screen);
    const WishArg arg = {wish != NULL ? wish->head.id : 0};
    if (wish != NULL) {
        screen_push(screen, &screen_wish, &arg, card_pass_on);
    }
    return OUTCOME_HANDLED;
}

static Outcome state_answered(Screen *screen, gpointer chosen)
{
    return chosen != NULL
               ? wish_work_state(screen, ((Wishes *)screen)->wish_id, *(const guint *)chosen)
               : OUTCOME_HANDLED;
}

static Outcome wishes_state(Screen *screen)
{
    const Wish *wish = selected_wish(screen);
    if (wish == NULL) {
        return OUTCOME_HANDLED;
    }
    ((Wishes *)screen)->wish_id = wish->head.id;
    return wish_ask_state(screen, wish, state_answered);
}

static Outcome reword_answered(Screen *screen, gpointer answer)
{
    const PromptAnswer *given = answer;
    return given != NULL ? wish_work_reword(screen, ((Wishes *)screen)->wish_id, given->text)
                         : OUTCOME_HANDLED;
}

static Outcome wishes_reword(Screen *screen)
{
    const Wish *wish = selected_wish(screen);
    if (wish == NULL) {
        return OUTCOME_HANDLED;
    }
    ((Wishes *)screen)->wish_id = wish->head.id;
    const PromptQuestion question = {
        .title = _("What is wished for?"), .initial = wish->words, .hint = _("a few words")};
    return dialog_prompt(screen, &question, reword_answered);
}

static Outcome join_answered(Screen *screen, gpointer chosen)
{
    Wishes *self = (Wishes *)screen;
    guint index = chosen != NULL ? *(const guint *)chosen : G_MAXUINT;
    return index < self->offered->len
               ? wish_work_join(screen, self->wish_id, g_array_index(self->offered, gint64, index))
               : OUTCOME_HANDLED;
}

static bool can_join(const Screen *screen)
{
    const Model *model = screen->model;
    return can_change(screen) && model->entries->len > 1;
}

/* Which of the others it is the same as. */
static Outcome wishes_join(Screen *screen)
{
    Wishes *self = (Wishes *)screen;
    const Model *model = screen->model;
    const Wish *chosen = selected_wish(screen);
    if (chosen == NULL) {
        return OUTCOME_HANDLED;
    }
    g_autoptr(GPtrArray) labels = g_ptr_array_new();
    self->wish_id = chosen->head.id;
    g_clear_pointer(&self->offered, g_array_unref);
    self->offered = g_array_new(FALSE, FALSE, sizeof(gint64));
    for (guint i = 0; i < model->entries->len; i++) {
        const Wish *wish = ((const WishEntry *)g_ptr_array_index(model->entries, i))->wish;
        if (wish->head.id != self->wish_id) {
            g_array_append_val(self->offered, wish->head.id);
            g_ptr_array_add(labels, wish->words);
        }
    }
    return dialog_choice_private(screen, _("It is the same as …"),
                                 (const char *const *)labels->pdata, labels->len, join_answered);
}

static const Action actions[] = {
    {"open", "Enter", N_("Who asked"), N_("Shows who asked for the selected wish."),
     .run = wishes_show, .when = has_selected, .needs_model = true},
    {"state", "s", N_("State"), N_("Says that it is planned, came true, or was declined."),
     .run = wishes_state, .when = can_change, .needs_model = true},
    {"reword", "e", N_("Change"), N_("Writes the selected wish in other words."),
     .run = wishes_reword, .when = can_change, .needs_model = true},
    {"join", "j", N_("Same wish"), N_("Makes one wish of this one and another."),
     .run = wishes_join, .when = can_join, .needs_model = true},
    BRANCH_ACTION,
    {"undo", "Ctrl-Z", N_("Take back"), N_("Takes back what you did last, whatever it was."),
     .run = takeback_last, .when = counter_may_write, .quiet = true},
    {"again", "Ctrl-Y", N_("Do again"), N_("Does again what you have just taken back."),
     .run = takeback_again, .when = counter_may_write, .quiet = true},
    {"back", "Esc", N_("Back"), N_("Goes back to the home screen."), .run = screen_leave},
    {0},
};

const ScreenClass screen_wishes = {
    .name = "wishes",
    .title = N_("Wishes"),
    .size = sizeof(Wishes),
    .actions = actions,
    .open = wishes_open,
    .ask = wishes_ask,
    .ask_free = g_free,
    .load = wishes_load,
    .model_free = model_free,
    .loaded = wishes_loaded,
    .input = wishes_input,
    .draw = wishes_draw,
    .close = wishes_close,
};
