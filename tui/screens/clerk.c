/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who stands at the counter: one key a clerk. */
#include "tui/screens/clerk.h"

#include "data/base/i18n.h"
#include "tui/counter.h"
#include "tui/screens/clerkwork.h"
#include "tui/screens/dialogs.h"
#include "tui/takeback.h"
#include "tui/text.h"
#include "tui/widgets/list.h"

#include <string.h>

/* The keys of the rows in order. "n" is for a new one, "x" for one who left. */
static const char row_keys[] = "123456789abcdefghijklmopqrstuvwyz";

enum { LEAST_COLS = 30, MOST_COLS = 50, HEAD_ROWS = 2, NAME_COL = 4, GAP = 2, BRANCH_MOST = 14 };

typedef struct {
    Screen base;
    List list;
    Event *typed;   /* a row's key or the first letter of a name, waiting for the rows */
    bool is_asking; /* the box for a name is open */
    gint64 asked;   /* who is asked about */
} ClerkScreen;

/* ---- the list ---- */

static guint count_rows(gconstpointer model)
{
    return ((const ClerkModel *)model)->clerks->len;
}

static const Clerk *clerk_at(gconstpointer model, guint row)
{
    return g_ptr_array_index(((const ClerkModel *)model)->clerks, row);
}

static gint64 row_id(gconstpointer model, guint row)
{
    return clerk_at(model, row)->head.id;
}

/* Where the clerk in ROW works, as far as there is room; NULL: anywhere, or the shop has one place.
 */
static const char *branch_at(gconstpointer data, guint row)
{
    const ClerkModel *model = data;
    return model->branches->len > 1 ? branch_name(model->branches, clerk_at(model, row)->branch_id)
                                    : NULL;
}

static int branch_cols(const ClerkModel *model)
{
    int widest = 0;
    for (guint i = 0; i < model->clerks->len; i++) {
        widest = MAX(widest, MIN(text_width_shown(branch_at(model, i)), BRANCH_MOST));
    }
    return widest;
}

static void draw_row(Canvas *line, gconstpointer model, guint row)
{
    const char key[] = {row < strlen(row_keys) ? row_keys[row] : ' ', '\0'};
    canvas_text(line, 0, 1, 1, AREA_BAR_KEY, key);
    int end = line->cols - 1, width = branch_cols(model);
    if (width > 0) {
        const char *branch = branch_at(model, row);
        end -= width;
        canvas_text(line, 0, end, width, AREA_DIM, branch != NULL ? branch : "");
        end -= GAP;
    }
    canvas_text(line, 0, NAME_COL, end - NAME_COL, AREA_TEXT, clerk_at(model, row)->name);
}

static const ListClass list_class = {.count = count_rows, .id = row_id, .draw = draw_row};

static Outcome choose(Screen *screen, gint64 id)
{
    screen_result(screen, g_memdup2(&id, sizeof id), g_free);
    return OUTCOME_CLOSE;
}

/* ---- a new clerk ---- */

static Outcome added(Screen *screen, gpointer id)
{
    return choose(screen, *(const gint64 *)id);
}

static Outcome name_given(Screen *screen, gpointer answer)
{
    const PromptAnswer *given = answer;
    ((ClerkScreen *)screen)->is_asking = false;
    if (given != NULL) {
        return clerk_work_add(screen, given->text, added);
    }
    /* There was nothing else to do here. */
    return screen->model != NULL && count_rows(screen->model) == 0 ? OUTCOME_CLOSE
                                                                   : OUTCOME_HANDLED;
}

/* Asks for a name, which begins with INITIAL (NULL: with nothing). */
static Outcome ask_name(Screen *screen, const char *initial)
{
    ClerkScreen *self = (ClerkScreen *)screen;
    if (self->is_asking) {
        return OUTCOME_HANDLED;
    }
    self->is_asking = true;
    const PromptQuestion question = {
        .title = _("New at the counter"),
        .initial = initial,
        .hint = _("First name, or how you are called"),
    };
    return dialog_prompt(screen, &question, name_given);
}

static Outcome clerk_new(Screen *screen)
{
    return ask_name(screen, NULL);
}

/* An empty list asks at once; what was typed meanwhile is the beginning of the answer. */
static void ask_first(Screen *screen)
{
    g_autoptr(Event) event = g_steal_pointer(&((ClerkScreen *)screen)->typed);
    char initial[8] = "";
    if (event != NULL) {
        initial[g_unichar_to_utf8(event->key, initial)] = '\0';
    }
    ask_name(screen, initial);
}

/* ---- the screen ---- */

static bool clerk_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)arg;
    (void)error;
    list_init(&((ClerkScreen *)screen)->list, &list_class);
    return true;
}

static void clerk_close(Screen *screen)
{
    g_clear_pointer(&((ClerkScreen *)screen)->typed, event_free);
}

/* The row of the clerk ID, -1 if they are not on the list. */
static int row_of(gconstpointer model, gint64 id)
{
    for (guint i = 0; i < count_rows(model); i++) {
        if (row_id(model, i) == id) {
            return (int)i;
        }
    }
    return -1;
}

static void clerk_loaded(Screen *screen, gpointer old)
{
    ClerkScreen *self = (ClerkScreen *)screen;
    list_show(&self->list, screen->model);
    gint64 now = counter_of(screen)->clerk_id;
    int row = row_of(screen->model, now);
    if (row >= 0 && old == NULL) {
        list_select(&self->list, (guint)row);
    } else if (row < 0 && now != 0) {
        counter_forget_clerk(screen);
    }
    if (old == NULL && count_rows(screen->model) == 0 && counter_may_write(screen)) {
        ask_first(screen);
    }
}

static void clerk_measure(Screen *screen, int max_rows, int max_cols, int *rows, int *cols)
{
    const ClerkModel *model = screen->model;
    int widest = LEAST_COLS, count = model != NULL ? (int)model->clerks->len : 0;
    int branch = model != NULL ? branch_cols(model) : 0;
    for (int i = 0; i < count; i++) {
        int width = NAME_COL + text_width_shown(clerk_at(model, (guint)i)->name) + GAP;
        widest = MAX(widest, MIN(width + (branch > 0 ? branch + GAP : 0), MOST_COLS));
    }
    *rows = MIN(HEAD_ROWS + MAX(count, 1), max_rows);
    *cols = MIN(widest, max_cols);
}

static void clerk_draw(Screen *screen, Canvas *canvas)
{
    ClerkScreen *self = (ClerkScreen *)screen;
    canvas_put(canvas, 0, 1, AREA_TITLE, _("Who is at the counter?"));
    Canvas part = canvas_part(canvas, HEAD_ROWS, 0, G_MAXINT, G_MAXINT);
    if (screen->model != NULL && count_rows(screen->model) == 0) {
        canvas_put(&part, 0, 1, AREA_DIM,
                   counter_may_write(screen) ? _("Nobody yet: n adds a name.")
                                             : _("Nobody is on the list."));
    } else {
        list_draw(&self->list, &part, true);
    }
}

/* The place of KEY in row_keys, -1 if it is none. */
static int place_of(Key key)
{
    const char *place = key > ' ' && key < 0x7f ? strchr(row_keys, (int)key) : NULL;
    return place != NULL ? (int)(place - row_keys) : -1;
}

/* What was typed before the rows were there; the beginning of a name has gone to its box. */
static Outcome take_typed(Screen *screen)
{
    ClerkScreen *self = (ClerkScreen *)screen;
    g_autoptr(Event) event = g_steal_pointer(&self->typed);
    int place = event != NULL ? place_of(event->key) : -1;
    if (event != NULL && event->key == 'n' && counter_may_write(screen)) {
        return clerk_new(screen);
    }
    if (screen->model == NULL || place < 0 || (guint)place >= count_rows(screen->model)) {
        return OUTCOME_HANDLED;
    }
    return choose(screen, row_id(screen->model, (guint)place));
}

static Outcome clerk_input(Screen *screen, const Event *event)
{
    ClerkScreen *self = (ClerkScreen *)screen;
    bool is_key = event->kind == EVENT_KEY && place_of(event->key) >= 0;
    bool is_early = screen->model == NULL && event->kind == EVENT_KEY && key_is_text(event->key);
    if ((is_key || is_early) && self->typed == NULL) {
        self->typed = event_copy(event);
        return app_after_load(screen, take_typed);
    }
    Event own = *event;
    own.row -= HEAD_ROWS;
    return list_input(&self->list, &own, true);
}

static const Clerk *selected(const Screen *screen)
{
    const ClerkScreen *self = (const ClerkScreen *)screen;
    int row = screen->model != NULL ? list_selected(&self->list) : -1;
    return row >= 0 ? clerk_at(screen->model, (guint)row) : NULL;
}

static bool has_selected(const Screen *screen)
{
    return selected(screen) != NULL;
}

static bool may_remove(const Screen *screen)
{
    return has_selected(screen) && counter_may_write(screen);
}

static Outcome clerk_take(Screen *screen)
{
    const Clerk *clerk = selected(screen);
    return clerk != NULL ? choose(screen, clerk->head.id) : OUTCOME_HANDLED;
}

/* ---- one who left ---- */

static Outcome left(Screen *screen, gpointer id)
{
    if (counter_of(screen)->clerk_id == *(const gint64 *)id) {
        counter_forget_clerk(screen);
    }
    app_say(screen->app, AREA_GOOD, _("The name is off the list. Ctrl-Z takes it back."));
    return OUTCOME_HANDLED;
}

/* Who was asked about; NULL: somebody took them off the list meanwhile. */
static const Clerk *asked(const Screen *screen)
{
    int row =
        screen->model != NULL ? row_of(screen->model, ((const ClerkScreen *)screen)->asked) : -1;
    return row >= 0 ? clerk_at(screen->model, (guint)row) : NULL;
}

static Outcome leaving_confirmed(Screen *screen, gpointer yes)
{
    const Clerk *clerk = yes != NULL ? asked(screen) : NULL;
    return clerk != NULL ? clerk_work_take_off(screen, clerk, left) : OUTCOME_HANDLED;
}

static Outcome clerk_gone(Screen *screen)
{
    const Clerk *clerk = selected(screen);
    if (clerk == NULL) {
        return OUTCOME_HANDLED;
    }
    ((ClerkScreen *)screen)->asked = clerk->head.id;
    g_autofree char *question = g_strdup_printf(
        _("Is %s no longer here? What they wrote stays and keeps their name."), clerk->name);
    return dialog_confirm(screen, question, _("Take off the list"), _("Back"), leaving_confirmed);
}

/* ---- where somebody works ---- */

static bool has_branches(const Screen *screen)
{
    const ClerkModel *model = screen->model;
    return may_remove(screen) && model->branches->len > 1;
}

static Outcome placed(Screen *screen, gpointer id)
{
    (void)id;
    app_say(screen->app, AREA_GOOD, _("Saved. Ctrl-Z takes it back."));
    return OUTCOME_HANDLED;
}

static Outcome place_chosen(Screen *screen, gpointer answer)
{
    const ClerkModel *model = screen->model;
    const Clerk *clerk = answer != NULL ? asked(screen) : NULL;
    guint place = answer != NULL ? *(const guint *)answer : 0;
    if (clerk == NULL || place > model->branches->len) {
        return OUTCOME_HANDLED;
    }
    const Branch *branch = place > 0 ? g_ptr_array_index(model->branches, place - 1) : NULL;
    return clerk_work_place(screen, clerk, branch != NULL ? branch->head.id : 0, placed);
}

static Outcome clerk_place(Screen *screen)
{
    const ClerkModel *model = screen->model;
    const Clerk *clerk = selected(screen);
    if (clerk == NULL) {
        return OUTCOME_HANDLED;
    }
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_ptr_array_add(names, _("Anywhere"));
    for (guint i = 0; i < model->branches->len; i++) {
        g_ptr_array_add(names, ((const Branch *)g_ptr_array_index(model->branches, i))->name);
    }
    ((ClerkScreen *)screen)->asked = clerk->head.id;
    g_autofree char *title = g_strdup_printf(_("Where does %s usually work?"), clerk->name);
    return dialog_choice(screen, title, (const char *const *)names->pdata, names->len,
                         branch_place(model->branches, clerk->branch_id), place_chosen);
}

static const Action actions[] = {
    {"take", "Enter", N_("That is me"), N_("Puts the selected name at the counter."),
     .run = clerk_take, .when = has_selected, .needs_model = true},
    {"new", "n|F2|Alt-n|Insert", N_("New name"), N_("Adds somebody who works here."),
     .run = clerk_new, .when = counter_may_write, .needs_model = true},
    {"gone", "Delete|x", N_("No longer here"),
     N_("Takes the selected name off the list. What they wrote stays."), .run = clerk_gone,
     .when = may_remove, .needs_model = true},
    {"undo", "Ctrl-Z", N_("Take back"), N_("Takes back what you did last, whatever it was."),
     .run = takeback_last, .when = counter_may_write, .quiet = true},
    {"again", "Ctrl-Y", N_("Do again"), N_("Does again what you have just taken back."),
     .run = takeback_again, .when = counter_may_write, .quiet = true},
    {"back", "Esc", N_("Back"), N_("Leaves everything as it is."), .run = screen_leave},
    {"where", "Alt-w", N_("Branch"),
     N_("Says in which branch the selected one usually works. Those of this branch come first."),
     .run = clerk_place, .when = has_branches, .needs_model = true},
    {0},
};

const ScreenClass screen_clerk = {
    .name = "clerk",
    .title = N_("Clerk"),
    .size = sizeof(ClerkScreen),
    .place = SCREEN_DIALOG,
    .actions = actions,
    .open = clerk_open,
    .ask = clerk_model_ask,
    .ask_free = g_free,
    .load = clerk_model_load,
    .model_free = clerk_model_free,
    .loaded = clerk_loaded,
    .input = clerk_input,
    .draw = clerk_draw,
    .measure = clerk_measure,
    .close = clerk_close,
};
