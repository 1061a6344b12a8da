/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of notes in their order: renaming, moving, adding and removing them. */
#include "tui/screens/kinds.h"

#include "data/base/i18n.h"
#include "data/customer/factkind.h"
#include "data/shop.h"
#include "tui/counter.h"
#include "tui/figures.h"
#include "tui/screens/kind.h"
#include "tui/screens/kindwords.h"
#include "tui/screens/removal.h"
#include "tui/takeback.h"
#include "tui/text.h"
#include "tui/widgets/listpage.h"

enum {
    MARGIN = 1,
    GAP = 2,
    LABEL_MOST = 22,
    BRIEF_COLS = 20,
    ORIGIN_FROM = 76, /* narrower screens do not say whose word it is */
    COUNT_FROM = 56,  /* narrower ones leave the counts out */
    COUNT_COLS = 12
};

typedef struct {
    GPtrArray *kinds; /* FactKind */
    GHashTable *uses; /* see fact_kind_uses */
    int label_cols;   /* the widest label */
} Model;

typedef struct {
    Screen base;
    ListPage page;
} Kinds;

/* ---- the model ---- */

static void model_free(gpointer data)
{
    Model *model = data;
    g_clear_pointer(&model->kinds, g_ptr_array_unref);
    g_clear_pointer(&model->uses, g_hash_table_unref);
    g_free(model);
}

static gpointer kinds_load(Shop *shop, gconstpointer ask, GError **error)
{
    (void)ask;
    if (!db_read_begin(shop->db, error)) {
        return NULL;
    }
    Model *model = g_new0(Model, 1);
    model->kinds = fact_kind_list(shop->db, error);
    model->uses = model->kinds != NULL ? fact_kind_uses(shop->db, error) : NULL;
    db_read_end(shop->db);
    if (model->uses == NULL) {
        model_free(model);
        return NULL;
    }
    for (guint i = 0; i < model->kinds->len; i++) {
        int width = text_width_shown(fact_kind_label(g_ptr_array_index(model->kinds, i)));
        model->label_cols = MAX(model->label_cols, MIN(width, LABEL_MOST));
    }
    return model;
}

/* ---- the list ---- */

static const FactKind *kind_at(gconstpointer model, guint row)
{
    return g_ptr_array_index(((const Model *)model)->kinds, row);
}

static guint count_rows(gconstpointer model)
{
    return ((const Model *)model)->kinds->len;
}

static gint64 row_id(gconstpointer model, guint row)
{
    return kind_at(model, row)->head.id;
}

/* Whose word it is, when it is not the program's. */
static char *origin_of(const FactKind *kind)
{
    if (fact_kind_is_own(kind)) {
        return g_strdup(_("your own"));
    }
    /* TRANSLATORS: %s is what the program calls a kind of note that the shop calls otherwise. */
    return kind->label != NULL ? g_strdup_printf(_("was “%s”"), fact_kind_word(kind))
                               : g_strdup("");
}

static char *count_of(const Model *model, const FactKind *kind)
{
    const gint64 *count = g_hash_table_lookup(model->uses, &kind->head.id);
    if (count == NULL) {
        return g_strdup("");
    }
    g_autofree char *figures = figures_grouped(*count);
    return g_strdup_printf(ngettext("%s note", "%s notes", (unsigned long)*count), figures);
}

/* "warning · health" */
static char *brief_of(const FactKind *kind, const char *dot)
{
    const char *place = kind_place_brief(kind), *sensitivity = kind_sensitivity_brief(kind);
    if (*place == '\0' || *sensitivity == '\0') {
        return g_strconcat(place, sensitivity, NULL);
    }
    return g_strdup_printf("%s %s %s", place, dot, sensitivity);
}

static void draw_row(Canvas *line, gconstpointer data, guint row)
{
    const Model *model = data;
    const FactKind *kind = kind_at(model, row);
    int right = line->cols - 1;
    if (line->cols >= COUNT_FROM) {
        right -= COUNT_COLS + 1;
        g_autofree char *count = count_of(model, kind);
        canvas_text_right(line, 0, right, COUNT_COLS, AREA_DIM, count);
        right -= GAP;
    }
    int label = MIN(model->label_cols, line->cols / 2);
    int col = canvas_text(line, 0, MARGIN, label, AREA_TEXT, fact_kind_label(kind)) + GAP;
    g_autofree char *brief = brief_of(kind, canvas_symbol(line, SYMBOL_DOT));
    col = canvas_text(line, 0, col, MIN(BRIEF_COLS, right - col), AREA_LABEL, brief) + GAP;
    if (line->cols >= ORIGIN_FROM) {
        g_autofree char *origin = origin_of(kind);
        canvas_text(line, 0, col, right - col, AREA_DIM, origin);
    }
}

static const ListClass list_class = {.count = count_rows, .id = row_id, .draw = draw_row};

/* ---- the screen ---- */

static bool kinds_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)arg;
    (void)error;
    list_page_init(&((Kinds *)screen)->page, &list_class);
    return true;
}

static void kinds_loaded(Screen *screen, gpointer old)
{
    (void)old;
    list_page_show(&((Kinds *)screen)->page, screen->model);
}

static Outcome kinds_input(Screen *screen, const Event *event)
{
    return list_page_input(&((Kinds *)screen)->page, event);
}

static void kinds_draw(Screen *screen, Canvas *canvas)
{
    list_page_draw(&((Kinds *)screen)->page, canvas, _("Kinds of notes, in their order"), "");
}

/* ---- what can be done ---- */

static const FactKind *selected(const Screen *screen)
{
    int row = list_selected(&((const Kinds *)screen)->page.list);
    return row >= 0 ? kind_at(screen->model, (guint)row) : NULL;
}

static bool can_change(const Screen *screen)
{
    return selected(screen) != NULL && counter_may_write(screen);
}

static Outcome kind_saved(Screen *screen, gpointer id)
{
    if (id == NULL) {
        return OUTCOME_HANDLED;
    }
    ((Kinds *)screen)->page.wanted = *(const gint64 *)id;
    return OUTCOME_RELOAD;
}

static Outcome kinds_change(Screen *screen)
{
    const FactKind *kind = selected(screen);
    if (kind != NULL) {
        screen_push(screen, &screen_kind, kind, kind_saved);
    }
    return OUTCOME_HANDLED;
}

static Outcome kinds_add(Screen *screen)
{
    screen_push(screen, &screen_kind, NULL, kind_saved);
    return OUTCOME_HANDLED;
}

typedef struct {
    RecordHead seen;
    int step; /* 0: it goes */
    Who who;
} Change;

static gpointer change_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Change *change = arg;
    bool moves = change->step != 0;
    g_autoptr(Deed) deed =
        deed_begin(shop->db, &change->who,
                   moves ? N_("moving a kind of note") : N_("removing a kind of note"), error);
    bool ok = deed != NULL &&
              (moves ? fact_kind_move(deed, change->seen.id, change->step, error)
                     : record_is_current(shop->db, &change->seen, error) &&
                           fact_kind_remove(deed, change->seen.id, error)) &&
              deed_commit(deed, NULL, error);
    return ok ? g_memdup2(change, sizeof *change) : NULL;
}

static Outcome changed(Screen *screen, gpointer done)
{
    if (((const Change *)done)->step == 0) {
        app_say(screen->app, AREA_GOOD, _("Removed. Ctrl-Z takes it back."));
    }
    return OUTCOME_HANDLED;
}

static Outcome do_change(Screen *screen, int step)
{
    const FactKind *kind = selected(screen);
    if (kind == NULL) {
        return OUTCOME_HANDLED;
    }
    const Change change = {.seen = removal_seen(kind), .step = step, .who = counter_who(screen)};
    const AppJob job = {
        .run = change_run,
        .arg = g_memdup2(&change, sizeof change),
        .arg_free = g_free,
        .result_free = g_free,
        .done = changed,
        .failed = removal_refused,
    };
    return app_do(screen, &job);
}

static Outcome kinds_up(Screen *screen)
{
    return do_change(screen, -1);
}

static Outcome kinds_down(Screen *screen)
{
    return do_change(screen, 1);
}

static Outcome kinds_remove(Screen *screen)
{
    return do_change(screen, 0);
}

static const Action actions[] = {
    {"change", "Enter", N_("Change"),
     N_("Changes the name of the selected kind, and of your own "
        "also where its notes stand."),
     .run = kinds_change, .when = can_change, .needs_model = true},
    {"add", "n|F2|Alt-n|Insert", N_("New"), N_("Adds a kind of your own."), .run = kinds_add,
     .when = counter_may_write, .needs_model = true},
    {"up", "-|Alt-Up", N_("Up"), N_("Moves the selected kind up."), .run = kinds_up,
     .when = can_change, .needs_model = true},
    {"down", "+|Alt-Down", N_("Down"), N_("Moves the selected kind down."), .run = kinds_down,
     .when = can_change, .needs_model = true},
    {"remove", "Delete|x", N_("Remove"),
     N_("Removes a kind of your own that no note is of. Ctrl-Z takes it back."),
     .run = kinds_remove, .when = can_change, .needs_model = true},
    {"undo", "Ctrl-Z", N_("Take back"), N_("Takes back what you did last, whatever it was."),
     .run = takeback_last, .when = counter_may_write, .quiet = true},
    {"again", "Ctrl-Y", N_("Do again"), N_("Does again what you have just taken back."),
     .run = takeback_again, .when = counter_may_write, .quiet = true},
    {"back", "Esc", N_("Back"), N_("Goes back to the settings."), .run = screen_leave},
    {0},
};

const ScreenClass screen_kinds = {
    .name = "kinds",
    .title = N_("Kinds of notes"),
    .size = sizeof(Kinds),
    .actions = actions,
    .open = kinds_open,
    .load = kinds_load,
    .model_free = model_free,
    .loaded = kinds_loaded,
    .input = kinds_input,
    .draw = kinds_draw,
};
