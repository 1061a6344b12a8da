/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The few questions before an empty shop is made. */
#include "tui/screens/newshop.h"

#include "data/base/i18n.h"
#include "data/base/utf8.h"
#include "tui/counter.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/language.h"
#include "tui/screens/shopmake.h"
#include "tui/shopswitch.h"
#include "tui/widgets/form.h"

enum { FORM_COL = 1, FORM_COLS = 76, TALL_ROWS = 14 };

typedef struct {
    Screen base;
    char *path;
    Form *form;
    int form_row; /* where it was drawn */
} NewShop;

static const FormField fields[] = {
    {.name = "shop", .label = N_("Shop"), .kind = FORM_TEXT, .hint = N_("as it is called")},
    {.name = "branch", .label = N_("Branch"), .kind = FORM_TEXT, .hint = N_("may stay empty")},
    {.name = "clerk", .label = N_("Your name"), .kind = FORM_TEXT, .hint = N_("at the counter")},
};

static bool newshop_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    NewShop *self = (NewShop *)screen;
    self->path = g_strdup(arg);
    self->form = form_new(fields, G_N_ELEMENTS(fields), NULL);
    const FormField language = {.name = "language",
                                .label = N_("Language"),
                                .kind = FORM_CHOICE,
                                .choices = language_labels()};
    form_append(self->form, &language, 1);
    form_choose(self->form, "language", language_chosen(screen));
    return true;
}

static void newshop_close(Screen *screen)
{
    NewShop *self = (NewShop *)screen;
    g_free(self->path);
    g_clear_pointer(&self->form, form_free);
}

static bool newshop_unsaved(const Screen *screen)
{
    return form_is_changed(((const NewShop *)screen)->form);
}

static Outcome newshop_input(Screen *screen, const Event *event)
{
    NewShop *self = (NewShop *)screen;
    return form_input_at(self->form, event, self->form_row, FORM_COL);
}

static void newshop_draw(Screen *screen, Canvas *canvas)
{
    NewShop *self = (NewShop *)screen;
    bool tall = canvas->rows >= TALL_ROWS;
    canvas_put(canvas, 0, FORM_COL, AREA_TITLE, _("A new shop"));
    self->form_row = tall ? 2 : 1;
    /* One row more: where it is narrow the languages take two. */
    int rows = (int)form_count(self->form) + 1;
    Canvas part =
        canvas_part(canvas, self->form_row, FORM_COL, rows, MIN(canvas->cols - 2, FORM_COLS));
    form_draw(self->form, &part);
    int row = self->form_row + rows;
    canvas_wrapped(canvas, row, FORM_COL, MIN(canvas->cols - 2, FORM_COLS), canvas->rows - row,
                   AREA_DIM,
                   _("Everything may stay empty and can be told later. F4 makes the shop."));
}

/* ---- making ---- */

typedef struct {
    char *path, *name, *branch, *clerk;
    char at[21];
} Plan;

static void plan_free(gpointer data)
{
    Plan *plan = data;
    g_free(plan->path);
    g_free(plan->name);
    g_free(plan->branch);
    g_free(plan->clerk);
    g_free(plan);
}

static gpointer make_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)shop;
    (void)work;
    const Plan *plan = arg;
    Shop *made = shopmake_new(plan->path, plan->name, plan->branch, plan->clerk, plan->at, error);
    return made != NULL ? shop_box_new(made) : NULL;
}

/* Only what was changed: else the system's language would be kept as a choice. */
static void take_language(Screen *screen)
{
    guint chosen = form_chosen(((NewShop *)screen)->form, "language");
    if (chosen != language_chosen(screen)) {
        language_take(screen, language_code(chosen));
    }
}

static Outcome made(Screen *screen, gpointer data)
{
    ShopBox *box = data;
    g_autoptr(GError) error = NULL;
    if (!shopmake_hand_over(screen, g_steal_pointer(&box->shop), &error)) {
        app_tell(screen, error);
        return OUTCOME_HANDLED;
    }
    take_language(screen);
    return screen_done(screen);
}

static Outcome newshop_make(Screen *screen)
{
    const NewShop *self = (const NewShop *)screen;
    if (self->path == NULL) {
        return OUTCOME_CLOSE;
    }
    Plan *plan = g_new0(Plan, 1);
    plan->path = g_strdup(self->path);
    plan->name = utf8_storable(form_get(self->form, "shop"), -1, true, NULL);
    plan->branch = utf8_storable(form_get(self->form, "branch"), -1, true, NULL);
    plan->clerk = utf8_storable(form_get(self->form, "clerk"), -1, true, NULL);
    g_strlcpy(plan->at, counter_who(screen).at, sizeof plan->at);
    const AppJob job = {
        .run = make_run,
        .arg = plan,
        .arg_free = plan_free,
        .result_free = shop_box_free,
        .done = made,
    };
    return app_do(screen, &job);
}

static Outcome newshop_next(Screen *screen)
{
    return form_next(((NewShop *)screen)->form);
}

static const Action actions[] = {
    {"make", "F4|Ctrl-S|Enter", N_("Make the shop"),
     N_("Makes the shop; in the last field Enter does it, too."), .run = newshop_make},
    {"back", "Esc", N_("Back"), N_("Goes back. Nothing has been made."), .run = dialog_leave},
    {"next", "Tab", N_("Next field"), N_("Goes to the next field; Shift-Tab goes back."),
     .run = newshop_next},
    {0},
};

const ScreenClass screen_newshop = {
    .name = "newshop",
    .title = N_("New shop"),
    .size = sizeof(NewShop),
    .actions = actions,
    .open = newshop_open,
    .input = newshop_input,
    .draw = newshop_draw,
    .unsaved = newshop_unsaved,
    .close = newshop_close,
};
