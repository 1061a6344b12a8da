/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every action with its keys. A key pressed for one stands before those built in, which go on
 * working: who works at the same counter, and sentences that name a key, rely on them. */
#include "tui/screens/keylist.h"

#include "data/base/i18n.h"
#include "tui/app.h"
#include "tui/counter.h"
#include "tui/keysfile.h"
#include "tui/widgets/list.h"

#include <string.h>

enum {
    TALL_ROWS = 16,  /* from here on a blank row parts the title from the list */
    FOOT_ROWS = 4,   /* the rule, and what the selected action does */
    LABEL_COLS = 26, /* half the width where it is narrow */
    KEYS_COLS = 28,
    USUAL_FROM = 76 /* narrower ones show no built-in keys beside own ones */
};

typedef struct {
    const KeyGroup *group;
    const Action *action; /* NULL: the title of the group, or a blank row before it */
    bool is_blank;
    char *keys;  /* as people read them */
    char *usual; /* those built in, when they are others; else NULL */
} Row;

typedef struct {
    Screen base;
    GArray *groups; /* KeyGroup */
    GArray *rows;   /* Row */
    List list;
    int list_row;  /* where it begins */
    bool waiting;  /* for the new key */
    char *refusal; /* why the last key could not be taken, or NULL */
} KeyList;

/* ---- the rows ---- */

static void row_clear(gpointer data)
{
    Row *row = data;
    g_free(row->keys);
    g_free(row->usual);
}

static const Row *row_at(gconstpointer model, guint row)
{
    return &((const Row *)(gconstpointer)((const GArray *)model)->data)[row];
}

static guint count_rows(gconstpointer model)
{
    return ((const GArray *)model)->len;
}

static bool is_heading(gconstpointer model, guint row)
{
    return row_at(model, row)->action == NULL;
}

static bool is_title(gconstpointer model, guint row)
{
    return is_heading(model, row) && !row_at(model, row)->is_blank;
}

static void draw_row(Canvas *line, gconstpointer model, guint index)
{
    const Row *row = row_at(model, index);
    if (row->is_blank) {
        return;
    }
    if (row->action == NULL) {
        canvas_text(line, 0, 1, line->cols - 2, AREA_HEADING, key_group_title(row->group));
        return;
    }
    int label_cols = MIN(LABEL_COLS, line->cols / 2);
    int col = 1 + canvas_text(line, 0, 1, label_cols, AREA_TEXT, _(row->action->label));
    if (line->cols < USUAL_FROM || row->usual == NULL) {
        canvas_text(line, 0, col, line->cols - col - 1, AREA_BAR_KEY, row->keys);
        return;
    }
    col = 1 + canvas_text(line, 0, col, KEYS_COLS, AREA_BAR_KEY, row->keys);
    canvas_text(line, 0, col, line->cols - col - 1, AREA_DIM, row->usual);
}

static const ListClass list_class = {
    .count = count_rows, .is_heading = is_heading, .is_title = is_title, .draw = draw_row};

static void add_action(KeyList *self, const KeyGroup *group, const Action *action)
{
    const char *keys = keymap_keys(app_keymap(self->base.app), group->class, action);
    Row row = {.group = group, .action = action};
    row.keys = *keys != '\0' ? keys_label(keys) : g_strdup("–");
    if (strcmp(keys, action->keys) != 0) {
        g_autofree char *usual = keys_label(action->keys);
        /* TRANSLATORS: the keys of an action that has other ones now. */
        row.usual = g_strdup_printf(_("usually %s"), usual);
    }
    g_array_append_val(self->rows, row);
}

static void add_group(KeyList *self, const KeyGroup *group)
{
    const Row blank = {.group = group, .is_blank = true}, title = {.group = group};
    if (self->rows->len > 0) {
        g_array_append_val(self->rows, blank);
    }
    g_array_append_val(self->rows, title);
    for (const Action *action = group->actions; action->name != NULL; action++) {
        add_action(self, group, action);
    }
}

/* Makes the rows anew, with the keys that hold now. Their places never change. */
static void fill(KeyList *self)
{
    g_array_set_size(self->rows, 0);
    for (guint i = 0; i < self->groups->len; i++) {
        add_group(self, &g_array_index(self->groups, KeyGroup, i));
    }
    list_show(&self->list, self->rows);
}

static const Row *selected(const Screen *screen)
{
    const KeyList *self = (const KeyList *)screen;
    int row = list_selected(&self->list);
    return row >= 0 ? row_at(self->rows, (guint)row) : NULL;
}

/* ---- changing a key ---- */

static void refuse(KeyList *self, const char *sentence)
{
    g_free(self->refusal);
    self->refusal = g_strdup(sentence);
}

/* The keys of ROW with KEY before them, and without an own one that stood there. */
static char *with_key(const KeyList *self, const Row *row, const char *key)
{
    const char *now = keymap_keys(app_keymap(self->base.app), row->group->class, row->action);
    g_auto(GStrv) names = g_strsplit(now, "|", -1);
    g_autoptr(GString) keys = g_string_new(key);
    for (gsize i = 0; names[i] != NULL; i++) {
        bool replaced = i == 0 && !keys_have(row->action->keys, key_from_name(names[i]));
        if (!replaced && strcmp(names[i], key) != 0) {
            g_string_append_printf(keys, "|%s", names[i]);
        }
    }
    return g_string_free(g_steal_pointer(&keys), FALSE);
}

/* Keeps KEYS (NULL: those built in) for ROW in the file, and lets the file hold. */
static bool keep(KeyList *self, const Row *row, const char *keys)
{
    Screen *screen = &self->base;
    const char *folder = counter_of(screen)->config_folder;
    g_autoptr(GError) error = NULL;
    g_autofree char *name = key_action_name(row->group->class, row->action);
    if (!keys_file_set(folder, name, keys, &error)) {
        app_tell(screen, error);
        return false;
    }
    app_set_keymap(screen->app, keys_file_read(folder, NULL));
    fill(self);
    return true;
}

static Outcome take_key(KeyList *self, Key key)
{
    const Row *row = selected(&self->base);
    refuse(self, NULL);
    if (key == K_ESC || row == NULL) {
        self->waiting = false;
        return OUTCOME_REDRAW;
    }
    g_autofree char *name = key_to_name(key);
    if (key_from_name(name) != key || strchr(name, '|') != NULL) {
        refuse(self, _("This key cannot be told from another one."));
        return OUTCOME_REDRAW;
    }
    g_autofree char *keys = with_key(self, row, name);
    g_autofree char *refusal =
        keymap_refusal(app_keymap(self->base.app), row->group->class, row->action, keys);
    if (refusal != NULL) {
        refuse(self, refusal);
        return OUTCOME_REDRAW;
    }
    self->waiting = false;
    const Action *action = row->action;
    if (keep(self, row, keys)) {
        g_autofree char *label = key_label(key);
        g_autofree char *done = g_strdup_printf(_("%s does \"%s\" now."), label, _(action->label));
        app_say(self->base.app, AREA_GOOD, done);
    }
    return OUTCOME_REDRAW;
}

static Outcome change(Screen *screen)
{
    KeyList *self = (KeyList *)screen;
    refuse(self, NULL);
    self->waiting = list_has_selection(&self->list);
    return OUTCOME_REDRAW;
}

/* Whether keys do what the bar says. */
static bool is_choosing(const Screen *screen)
{
    return !((const KeyList *)screen)->waiting;
}

static bool is_changed(const Screen *screen)
{
    const Row *row = selected(screen);
    return is_choosing(screen) && row != NULL && row->usual != NULL;
}

static Outcome reset(Screen *screen)
{
    KeyList *self = (KeyList *)screen;
    const Row *row = selected(screen);
    if (row == NULL) {
        return OUTCOME_HANDLED;
    }
    const ScreenClass *class = row->group->class;
    const Action *action = row->action;
    g_autofree char *refusal = keymap_refusal(app_keymap(screen->app), class, action, action->keys);
    if (refusal != NULL) {
        refuse(self, refusal);
        return OUTCOME_REDRAW;
    }
    bool kept = keep(self, row, NULL);
    row = selected(screen);
    if (kept && row != NULL && row->usual != NULL) {
        /* A line for all screens still says otherwise. */
        kept = keep(self, row, action->keys);
    }
    if (kept) {
        app_say(screen->app, AREA_GOOD, _("The usual keys hold again."));
    }
    return OUTCOME_REDRAW;
}

/* ---- the screen ---- */

static bool keylist_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)arg, (void)error;
    KeyList *self = (KeyList *)screen;
    self->groups = key_groups();
    self->rows = g_array_new(FALSE, FALSE, sizeof(Row));
    g_array_set_clear_func(self->rows, row_clear);
    list_init(&self->list, &list_class);
    fill(self);
    return true;
}

static void keylist_close(Screen *screen)
{
    KeyList *self = (KeyList *)screen;
    g_array_unref(self->groups);
    g_array_unref(self->rows);
    g_free(self->refusal);
}

static Outcome keylist_input(Screen *screen, const Event *event)
{
    KeyList *self = (KeyList *)screen;
    if (self->waiting && event->kind == EVENT_KEY) {
        return take_key(self, event->key);
    }
    if (self->waiting && event->kind == EVENT_PASTE) {
        return OUTCOME_HANDLED;
    }
    Event own = *event;
    own.row -= self->list_row;
    Outcome outcome = list_input(&self->list, &own, true);
    if (outcome != OUTCOME_NONE) {
        self->waiting = false;
        refuse(self, NULL);
    }
    return outcome;
}

/* What the selected action does, or what is asked for. */
static void draw_foot(const KeyList *self, Canvas *canvas, int row)
{
    const Row *chosen = selected(&self->base);
    int width = canvas->cols - 2, end = canvas->rows;
    canvas_rule(canvas, row++);
    if (chosen == NULL) {
        return;
    }
    if (self->refusal != NULL) {
        row = canvas_wrapped(canvas, row, 1, width, end - row - (self->waiting ? 1 : 0), AREA_TEXT,
                             self->refusal);
    }
    if (self->waiting) {
        g_autofree char *question =
            g_strdup_printf(_("Press the new key for \"%s\", or Esc."), _(chosen->action->label));
        canvas_wrapped(canvas, row, 1, width, end - row, AREA_ACCENT, question);
    } else if (self->refusal == NULL) {
        canvas_wrapped(canvas, row, 1, width, end - row, AREA_TEXT, _(chosen->action->help));
    }
}

static void keylist_draw(Screen *screen, Canvas *canvas)
{
    KeyList *self = (KeyList *)screen;
    self->list_row = canvas->rows >= TALL_ROWS ? 2 : 1;
    int foot = canvas->rows - FOOT_ROWS;
    canvas_put(canvas, 0, 1, AREA_TITLE, _("Keys"));
    Canvas part = canvas_part(canvas, self->list_row, 0, foot - self->list_row, G_MAXINT);
    list_draw(&self->list, &part, true);
    draw_foot(self, canvas, foot);
}

static const Action actions[] = {
    {"change", "Enter", N_("New key"), N_("Waits for the key that is to do the selected action."),
     .run = change, .when = is_choosing},
    {"reset", "Delete", N_("Usual keys"), N_("Goes back to the keys the action has by itself."),
     .run = reset, .when = is_changed},
    {"back", "Esc", N_("Back"), N_("Goes back; the new keys hold already."), .run = screen_leave},
    {0},
};

const ScreenClass screen_keylist = {
    .name = "keylist",
    .title = N_("Keys"),
    .size = sizeof(KeyList),
    .actions = actions,
    .open = keylist_open,
    .input = keylist_input,
    .draw = keylist_draw,
    .close = keylist_close,
};
