/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The branches of the shop: adding, naming and removing them. What was done in a branch that goes
 * stays, and no longer says where it was. */
#include "tui/screens/branches.h"

#include "data/base/i18n.h"
#include "data/base/utf8.h"
#include "data/branch.h"
#include "data/shopself.h"
#include "tui/counter.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/removal.h"
#include "tui/screens/renaming.h"
#include "tui/takeback.h"
#include "tui/text.h"
#include "tui/widgets/listpage.h"

enum { MARGIN = 1, GAP = 3 };

typedef struct {
    ShopSelf *self;
    gint64 here; /* the branch of this counter */
} Model;

typedef struct {
    Screen base;
    ListPage page;
    gint64 asked_id;  /* which branch the box for a name is about; 0: a new one */
    gint64 asked_for; /* its version then */
} Branches;

/* ---- the model ---- */

static void model_free(gpointer data)
{
    Model *model = data;
    shop_self_free(model->self);
    g_free(model);
}

static gpointer branches_load(Shop *shop, gconstpointer ask, GError **error)
{
    (void)ask;
    ShopSelf *self = shop_self_load(shop->db, error);
    if (self == NULL) {
        return NULL;
    }
    Model *model = g_new0(Model, 1);
    model->self = self;
    return model;
}

/* ---- the list ---- */

static const Branch *branch_at(gconstpointer model, guint row)
{
    return g_ptr_array_index(((const Model *)model)->self->branches, row);
}

static guint count_rows(gconstpointer model)
{
    return ((const Model *)model)->self->branches->len;
}

static gint64 row_id(gconstpointer model, guint row)
{
    return branch_at(model, row)->head.id;
}

static void draw_row(Canvas *line, gconstpointer model, guint row)
{
    bool is_here = row_id(model, row) == ((const Model *)model)->here;
    const char *here = _("this counter is here");
    int width = text_width_shown(here), right = line->cols - width - 2;
    canvas_text(line, 0, MARGIN, is_here ? right - MARGIN - GAP : line->cols - MARGIN - 2,
                AREA_TEXT, branch_at(model, row)->name);
    if (is_here) {
        canvas_text_right(line, 0, right, width, AREA_ACCENT, here);
    }
}

static const ListClass list_class = {.count = count_rows, .id = row_id, .draw = draw_row};

/* ---- the screen ---- */

static bool branches_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)arg;
    (void)error;
    list_page_init(&((Branches *)screen)->page, &list_class);
    return true;
}

static void branches_loaded(Screen *screen, gpointer old)
{
    (void)old;
    Model *model = screen->model;
    counter_take(screen->app, model->self);
    model->here = counter_of(screen)->branch_id;
    list_page_show(&((Branches *)screen)->page, model);
}

static Outcome branches_input(Screen *screen, const Event *event)
{
    return list_page_input(&((Branches *)screen)->page, event);
}

static void branches_draw(Screen *screen, Canvas *canvas)
{
    list_page_draw(&((Branches *)screen)->page, canvas, _("Branches"),
                   _("None yet. A shop with one place needs none; n adds the places of a shop with "
                     "several."));
}

/* ---- what can be done ---- */

static const Branch *selected(const Screen *screen)
{
    int row = list_selected(&((const Branches *)screen)->page.list);
    return row >= 0 ? branch_at(screen->model, (guint)row) : NULL;
}

static bool can_change(const Screen *screen)
{
    return selected(screen) != NULL && counter_may_write(screen);
}

typedef struct {
    char *name;     /* NULL: the branch goes */
    gint64 id;      /* 0: a new one */
    gint64 version; /* as it was seen */
    Who who;
} Change;

static void change_free(gpointer data)
{
    Change *change = data;
    g_free(change->name);
    g_free(change);
}

static bool store(Deed *deed, const Change *change, gint64 *id, GError **error)
{
    Branch *branch = change->id == 0 ? record_new(&branch_type)
                                     : record_load(deed_db(deed), &branch_type, change->id, error);
    if (branch == NULL) {
        return false;
    }
    if (change->id != 0) {
        branch->head.version = change->version;
    }
    record_set_text(&branch->name, change->name);
    bool ok =
        change->id == 0 ? record_insert(deed, branch, error) : record_update(deed, branch, error);
    *id = branch->head.id;
    record_free(branch);
    return ok;
}

static bool is_seen(Deed *deed, const Change *change, GError **error)
{
    const RecordHead seen = {.type = &branch_type, .id = change->id, .version = change->version};
    return record_is_current(deed_db(deed), &seen, error);
}

static gpointer change_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Change *change = arg;
    const char *verb = change->name == NULL ? N_("removing a branch")
                       : change->id == 0    ? N_("adding a branch")
                                            : N_("renaming a branch");
    gint64 id = change->id;
    g_autoptr(Deed) deed = deed_begin(shop->db, &change->who, verb, error);
    bool ok = deed != NULL &&
              (change->name != NULL
                   ? store(deed, change, &id, error)
                   : is_seen(deed, change, error) && branch_remove(deed, change->id, error)) &&
              deed_commit(deed, NULL, error);
    return ok ? g_memdup2(&id, sizeof id) : NULL;
}

/* Does CHANGE (taken over). */
static Outcome do_change(Screen *screen, Change *change, Outcome (*done)(Screen *, gpointer))
{
    change->who = counter_who(screen);
    const AppJob job = {
        .run = change_run,
        .arg = change,
        .arg_free = change_free,
        .result_free = g_free,
        .done = done,
        .failed = change->name != NULL ? renaming_refused : removal_refused,
    };
    return app_do(screen, &job);
}

static Outcome saved(Screen *screen, gpointer id)
{
    ((Branches *)screen)->page.wanted = *(const gint64 *)id;
    app_say(screen->app, AREA_GOOD, _("Saved. Ctrl-Z takes it back."));
    return OUTCOME_HANDLED;
}

static gconstpointer find(const Screen *screen, gint64 id)
{
    for (guint i = 0; i < count_rows(screen->model); i++) {
        if (row_id(screen->model, i) == id) {
            return branch_at(screen->model, i);
        }
    }
    return NULL;
}

static Outcome ask_name(Screen *screen, gconstpointer row, const char *typed);

static Outcome name_given(Screen *screen, gpointer answer)
{
    const Branches *self = (const Branches *)screen;
    const PromptAnswer *given = answer;
    if (given == NULL) {
        return OUTCOME_HANDLED;
    }
    Change *change = g_new0(Change, 1);
    change->name = utf8_storable(given->text, -1, true, NULL);
    change->id = self->asked_id;
    change->version = self->asked_for;
    renaming_begin(screen, change->id, change->name, find, ask_name);
    return do_change(screen, change, saved);
}

/* Asks for the name of a Branch, NULL for a new one; TYPED: see renaming.h. */
static Outcome ask_name(Screen *screen, gconstpointer row, const char *typed)
{
    Branches *self = (Branches *)screen;
    const Branch *branch = row;
    g_autofree char *said = typed != NULL ? renaming_question(branch->name) : NULL;
    self->asked_id = branch != NULL ? branch->head.id : 0;
    self->asked_for = branch != NULL ? branch->head.version : 0;
    const PromptQuestion question = {
        .title = branch != NULL ? _("Another name for the branch") : _("A new branch"),
        .question = said,
        .initial = typed != NULL    ? typed
                   : branch != NULL ? branch->name
                                    : NULL,
        .hint = _("as it is called, or its street"),
    };
    return dialog_prompt(screen, &question, name_given);
}

static Outcome branches_add(Screen *screen)
{
    return ask_name(screen, NULL, NULL);
}

static Outcome branches_rename(Screen *screen)
{
    const Branch *branch = selected(screen);
    return branch != NULL ? ask_name(screen, branch, NULL) : OUTCOME_HANDLED;
}

static Outcome removed(Screen *screen, gpointer id)
{
    (void)id;
    app_say(screen->app, AREA_GOOD, _("Removed. Ctrl-Z takes it back."));
    return OUTCOME_HANDLED;
}

static Outcome branches_remove(Screen *screen)
{
    const Branch *branch = selected(screen);
    if (branch == NULL) {
        return OUTCOME_HANDLED;
    }
    Change *change = g_new0(Change, 1);
    change->id = branch->head.id;
    change->version = branch->head.version;
    return do_change(screen, change, removed);
}

static const Action actions[] = {
    {"rename", "Enter", N_("Rename"), N_("Gives the selected branch another name."),
     .run = branches_rename, .when = can_change, .needs_model = true},
    {"add", "n|F2|Alt-n|Insert", N_("New"), N_("Adds a branch."), .run = branches_add,
     .when = counter_may_write, .needs_model = true},
    {"remove", "Delete|x", N_("Remove"),
     N_("Removes the selected branch. What was done there stays. Ctrl-Z takes it back."),
     .run = branches_remove, .when = can_change, .needs_model = true},
    {"undo", "Ctrl-Z", N_("Take back"), N_("Takes back what you did last, whatever it was."),
     .run = takeback_last, .when = counter_may_write, .quiet = true},
    {"again", "Ctrl-Y", N_("Do again"), N_("Does again what you have just taken back."),
     .run = takeback_again, .when = counter_may_write, .quiet = true},
    {"back", "Esc", N_("Back"), N_("Goes back to the settings."), .run = screen_leave},
    {0},
};

const ScreenClass screen_branches = {
    .name = "branches",
    .title = N_("Branches"),
    .size = sizeof(Branches),
    .actions = actions,
    .open = branches_open,
    .load = branches_load,
    .model_free = model_free,
    .loaded = branches_loaded,
    .input = branches_input,
    .draw = branches_draw,
};
