/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was removed and can be brought back. */
#include "tui/screens/bin.h"

#include "data/base/i18n.h"
#include "data/base/instant.h"
#include "data/bin.h"
#include "tui/counter.h"
#include "tui/dates.h"
#include "tui/figures.h"
#include "tui/takeback.h"
#include "tui/text.h"
#include "tui/widgets/listpage.h"

enum {
    PAGE = 200,
    MOST = 10000,
    TYPE_FROM = 60, /* narrower screens do not say what kind of thing it was */
    TYPE_MOST = 14,
    GAP = 2,
    CLERK_FROM = 72, /* nor who removed it */
    CLERK_COLS = 10,
    DAY_COLS = 11
};

typedef struct {
    GPtrArray *entries; /* BinEntry */
    Day today;
    guint limit;    /* how many were asked for */
    bool has_more;  /* older ones were left out */
    int type_cols;  /* the widest name of a kind of thing */
    int whose_cols; /* and of a customer */
} Model;

typedef struct {
    guint limit;
    Day today;
} Ask;

typedef struct {
    Screen base;
    guint limit; /* how many are wanted */
    ListPage page;
} Bin;

/* ---- the model ---- */

static void model_free(gpointer data)
{
    Model *model = data;
    g_ptr_array_unref(model->entries);
    g_free(model);
}

static gpointer bin_ask(Screen *screen)
{
    Ask *ask = g_new(Ask, 1);
    *ask = (Ask){((const Bin *)screen)->limit, counter_today(screen)};
    return ask;
}

static void measure(Model *model)
{
    for (guint i = 0; i < model->entries->len; i++) {
        const BinEntry *entry = g_ptr_array_index(model->entries, i);
        int type = text_width_shown(_(entry->type->label));
        model->type_cols = MAX(model->type_cols, MIN(type, TYPE_MOST));
        model->whose_cols = MAX(model->whose_cols, text_width_shown(entry->whose));
    }
}

static gpointer bin_load(Shop *shop, gconstpointer arg, GError **error)
{
    const Ask *ask = arg;
    bool has_more = false;
    GPtrArray *entries = bin_list(shop->db, ask->limit, &has_more, error);
    if (entries == NULL) {
        return NULL;
    }
    Model *model = g_new(Model, 1);
    *model =
        (Model){.entries = entries, .today = ask->today, .limit = ask->limit, .has_more = has_more};
    measure(model);
    return model;
}

/* ---- the list ---- */

static const BinEntry *entry_at(gconstpointer model, guint row)
{
    return g_ptr_array_index(((const Model *)model)->entries, row);
}

static guint count_rows(gconstpointer model)
{
    return ((const Model *)model)->entries->len;
}

static gint64 row_id(gconstpointer model, guint row)
{
    return entry_at(model, row)->deed_id;
}

/* "Hilde Wagner", "likes strawberries", "12 customers". */
static char *describe(const BinEntry *entry)
{
    if (entry->what != NULL) {
        return g_strdup(entry->what);
    }
    g_autofree char *count = figures_grouped(entry->customers);
    return g_strdup_printf(ngettext("%s customer", "%s customers", (unsigned long)entry->customers),
                           count);
}

/* What it was stands first and has the room that the fixed columns leave; whose it was a third of
 * that at most. */
static void draw_row(Canvas *line, gconstpointer bin, guint row)
{
    const Model *model = bin;
    const BinEntry *entry = entry_at(model, row);
    g_autofree char *what = describe(entry);
    g_autofree char *day = dates_brief(instant_local_day(entry->at), model->today);
    Canvas hidden = canvas_private(line);
    int col = 1, end = line->cols - 2;
    if (line->cols >= CLERK_FROM) {
        end -= CLERK_COLS;
        canvas_text(line, 0, end, CLERK_COLS, AREA_DIM, entry->clerk != NULL ? entry->clerk : "");
        end -= 2;
    }
    end -= DAY_COLS;
    canvas_text_right(line, 0, end, DAY_COLS, AREA_DIM, day);
    end -= 2;
    if (line->cols >= TYPE_FROM) {
        col = canvas_text(line, 0, col, model->type_cols, AREA_LABEL, _(entry->type->label)) + GAP;
    }
    int whose_cols = entry->whose != NULL ? MIN(model->whose_cols, (end - col) / 3) : 0;
    col = canvas_text(&hidden, 0, col, end - col - whose_cols - GAP, AREA_TEXT, what) + GAP;
    canvas_text(&hidden, 0, col, whose_cols, AREA_TEXT, entry->whose != NULL ? entry->whose : "");
}

static const ListClass list_class = {.count = count_rows, .id = row_id, .draw = draw_row};

/* ---- the screen ---- */

static bool bin_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)arg;
    (void)error;
    Bin *bin = (Bin *)screen;
    bin->limit = PAGE;
    list_page_init(&bin->page, &list_class);
    return true;
}

static void bin_loaded(Screen *screen, gpointer old)
{
    (void)old;
    list_page_show(&((Bin *)screen)->page, screen->model);
}

/* The last row asks for older ones. */
static Outcome bin_input(Screen *screen, const Event *event)
{
    Bin *bin = (Bin *)screen;
    const Model *model = screen->model;
    Outcome outcome = list_page_input(&bin->page, event);
    bool at_end = outcome != OUTCOME_NONE && model != NULL && model->has_more &&
                  list_selected(&bin->page.list) == (int)count_rows(model) - 1;
    if (at_end && bin->limit == model->limit && bin->limit < MOST) {
        bin->limit += PAGE;
        return outcome | OUTCOME_RELOAD;
    }
    return outcome;
}

static void bin_draw(Screen *screen, Canvas *canvas)
{
    list_page_draw(&((Bin *)screen)->page, canvas, _("Bin: removed, and can be brought back"),
                   _("The bin is empty. What is removed from now on is kept here until it is "
                     "brought back."));
}

/* ---- bringing back ---- */

static const BinEntry *selected(const Screen *screen)
{
    int row = list_selected(&((const Bin *)screen)->page.list);
    return row >= 0 ? entry_at(screen->model, (guint)row) : NULL;
}

static bool can_restore(const Screen *screen)
{
    return selected(screen) != NULL && counter_may_write(screen);
}

typedef struct {
    gint64 deed_id;
    Who who;
    char *what;
} Restore;

static void restore_free(gpointer data)
{
    Restore *restore = data;
    g_free(restore->what);
    g_free(restore);
}

static gpointer restore_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Restore *restore = arg;
    return bin_restore(shop->db, &restore->who, restore->deed_id, NULL, error)
               ? g_strdup(restore->what)
               : NULL;
}

static Outcome restored(Screen *screen, gpointer what)
{
    g_autofree char *message =
        g_strdup_printf(_("Back again: %s. Ctrl-Z takes it back."), (const char *)what);
    app_say_about(screen->app, AREA_GOOD, message, what);
    return OUTCOME_HANDLED;
}

static Outcome bin_bring_back(Screen *screen)
{
    const BinEntry *entry = selected(screen);
    if (entry == NULL) {
        return OUTCOME_HANDLED;
    }
    Restore *restore = g_new(Restore, 1);
    *restore = (Restore){entry->deed_id, counter_who(screen), describe(entry)};
    const AppJob job = {
        .run = restore_run,
        .arg = restore,
        .arg_free = restore_free,
        .result_free = g_free,
        .done = restored,
    };
    return app_do(screen, &job);
}

static const Action actions[] = {
    {"restore", "Enter", N_("Bring back"), N_("Brings back what the selected line names."),
     .run = bin_bring_back, .when = can_restore, .needs_model = true},
    {"undo", "Ctrl-Z", N_("Take back"), N_("Takes back what you did last, whatever it was."),
     .run = takeback_last, .when = counter_may_write, .quiet = true},
    {"again", "Ctrl-Y", N_("Do again"), N_("Does again what you have just taken back."),
     .run = takeback_again, .when = counter_may_write, .quiet = true},
    {"back", "Esc", N_("Back"), N_("Goes back to the home screen."), .run = screen_leave},
    {0},
};

const ScreenClass screen_bin = {
    .name = "bin",
    .title = N_("Bin"),
    .size = sizeof(Bin),
    .actions = actions,
    .open = bin_open,
    .ask = bin_ask,
    .ask_free = g_free,
    .load = bin_load,
    .model_free = model_free,
    .loaded = bin_loaded,
    .input = bin_input,
    .draw = bin_draw,
};
