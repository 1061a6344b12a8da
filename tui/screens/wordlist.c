/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of words the owner edits, in its order. */
#include "tui/screens/wordlist.h"

#include "data/base/i18n.h"
#include "data/base/utf8.h"
#include "data/shop.h"
#include "tui/counter.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/removal.h"
#include "tui/screens/renaming.h"
#include "tui/takeback.h"
#include "tui/text.h"
#include "tui/widgets/listpage.h"

#include <string.h>

enum {
    MARGIN = 1,
    GAP = 2,
    LABEL_MOST = 30,
    FAMILY_COLS = 16,
    ORIGIN_FROM = 70, /* narrower screens do not say whose word it is */
    COUNT_FROM = 48,  /* narrower ones leave the counts out */
    COUNT_COLS = 16
};

typedef struct {
    const WordList *list;
    GPtrArray *words; /* ListWord */
    GHashTable *uses; /* see wordlist_uses */
    int label_cols;   /* the widest label */
} Model;

typedef struct {
    Screen base;
    const WordList *list;
    ListPage page;
    ListWord *asked; /* what the question that is open is about; without an id: a new one */
} Words;

/* ---- the model ---- */

static void model_free(gpointer data)
{
    Model *model = data;
    g_clear_pointer(&model->words, g_ptr_array_unref);
    g_clear_pointer(&model->uses, g_hash_table_unref);
    g_free(model);
}

static gpointer words_ask(Screen *screen)
{
    return g_memdup2(&((const Words *)screen)->list, sizeof(const WordList *));
}

static gpointer words_load(Shop *shop, gconstpointer ask, GError **error)
{
    if (!db_read_begin(shop->db, error)) {
        return NULL;
    }
    Model *model = g_new0(Model, 1);
    model->list = *(const WordList *const *)ask;
    model->words = wordlist_all(shop->db, model->list, error);
    model->uses = model->words != NULL ? wordlist_uses(shop->db, model->list, error) : NULL;
    db_read_end(shop->db);
    if (model->uses == NULL) {
        model_free(model);
        return NULL;
    }
    for (guint i = 0; i < model->words->len; i++) {
        const char *label = wordlist_label(model->list, g_ptr_array_index(model->words, i));
        model->label_cols = MAX(model->label_cols, MIN(text_width_shown(label), LABEL_MOST));
    }
    return model;
}

/* ---- the list ---- */

static const ListWord *word_at(gconstpointer model, guint row)
{
    return g_ptr_array_index(((const Model *)model)->words, row);
}

static guint count_rows(gconstpointer model)
{
    return ((const Model *)model)->words->len;
}

static gint64 row_id(gconstpointer model, guint row)
{
    return word_at(model, row)->head.id;
}

/* Whose word it is, when it is not the program's. */
static char *origin_of(const WordList *list, const ListWord *word)
{
    const char *builtin = wordlist_builtin(list, word);
    if (builtin == NULL) {
        return g_strdup(_("your own"));
    }
    return word->label != NULL ? g_strdup_printf(_("was “%s”"), builtin) : g_strdup("");
}

static void draw_row(Canvas *line, gconstpointer data, guint row)
{
    const Model *model = data;
    const ListWord *word = word_at(model, row);
    const gint64 *count = g_hash_table_lookup(model->uses, &word->head.id);
    int right = line->cols - 1;
    if (line->cols >= COUNT_FROM) {
        right -= COUNT_COLS + 1;
        g_autofree char *uses = count != NULL ? model->list->uses_words(*count) : g_strdup("");
        canvas_text_right(line, 0, right, COUNT_COLS, AREA_DIM, uses);
        right -= GAP;
    }
    bool has_families = model->list->families != NULL;
    int most = has_families ? line->cols / 2 : right - MARGIN;
    int col = canvas_text(line, 0, MARGIN, MIN(model->label_cols, most), AREA_TEXT,
                          wordlist_label(model->list, word)) +
              GAP;
    if (has_families) {
        col = canvas_text(line, 0, col, MIN(FAMILY_COLS, right - col), AREA_LABEL,
                          choice_label(model->list->families, word->family)) +
              GAP;
    }
    if (line->cols >= ORIGIN_FROM) {
        g_autofree char *origin = origin_of(model->list, word);
        canvas_text(line, 0, col, right - col, AREA_DIM, origin);
    }
}

static const ListClass list_class = {.count = count_rows, .id = row_id, .draw = draw_row};

/* ---- the screen ---- */

static bool words_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    Words *self = (Words *)screen;
    self->list = arg;
    list_page_init(&self->page, &list_class);
    return true;
}

static void words_close(Screen *screen)
{
    record_free(((Words *)screen)->asked);
}

static void words_loaded(Screen *screen, gpointer old)
{
    (void)old;
    list_page_show(&((Words *)screen)->page, screen->model);
}

static Outcome words_input(Screen *screen, const Event *event)
{
    return list_page_input(&((Words *)screen)->page, event);
}

static void words_draw(Screen *screen, Canvas *canvas)
{
    Words *self = (Words *)screen;
    list_page_draw(&self->page, canvas, _(self->list->title),
                   _("Nothing yet. Press n to add one."));
}

/* ---- storing ---- */

typedef struct {
    const WordList *list;
    ListWord *word;
    Who who;
} Save;

static void save_free(gpointer data)
{
    Save *save = data;
    record_free(save->word);
    g_free(save);
}

static gpointer save_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Save *save = arg;
    bool is_new = save->word->head.id == 0;
    g_autoptr(Deed) deed =
        deed_begin(shop->db, &save->who, is_new ? save->list->adding : save->list->renaming, error);
    if (deed == NULL) {
        return NULL;
    }
    /* A copy, so that trying again begins with what was given. */
    ListWord *word = record_copy(save->word);
    bool ok = (is_new ? wordlist_add : wordlist_change)(deed, save->list, word, error) &&
              deed_commit(deed, NULL, error);
    gint64 *id = ok ? g_memdup2(&word->head.id, sizeof(gint64)) : NULL;
    record_free(word);
    return id;
}

static Outcome saved(Screen *screen, gpointer id)
{
    ((Words *)screen)->page.wanted = *(const gint64 *)id;
    app_say(screen->app, AREA_GOOD, _("Saved. Ctrl-Z takes it back."));
    return OUTCOME_HANDLED;
}

static gconstpointer find(const Screen *screen, gint64 id)
{
    for (guint i = 0; i < count_rows(screen->model); i++) {
        if (row_id(screen->model, i) == id) {
            return word_at(screen->model, i);
        }
    }
    return NULL;
}

static Outcome ask_name(Screen *screen, gconstpointer row, const char *typed);

/* Stores what was asked for. */
static Outcome store(Words *self)
{
    Save *save = g_new0(Save, 1);
    save->list = self->list;
    save->word = g_steal_pointer(&self->asked);
    save->who = counter_who(&self->base);
    renaming_begin(&self->base, save->word->head.id, wordlist_label(self->list, save->word), find,
                   ask_name);
    const AppJob job = {
        .run = save_run,
        .arg = save,
        .arg_free = save_free,
        .result_free = g_free,
        .done = saved,
        .failed = renaming_refused,
    };
    return app_do(&self->base, &job);
}

static Outcome family_given(Screen *screen, gpointer answer)
{
    Words *self = (Words *)screen;
    if (answer == NULL || self->asked == NULL) {
        return OUTCOME_HANDLED;
    }
    record_set_text(&self->asked->family, self->list->families[*(const guint *)answer].code);
    return store(self);
}

static Outcome ask_family(Words *self)
{
    const Choice *families = self->list->families;
    guint count = 0, first = 0;
    while (families[count].code != NULL) {
        count++;
    }
    g_autofree const char **labels = g_new0(const char *, count);
    for (guint i = 0; i < count; i++) {
        first = g_strcmp0(families[i].code, self->asked->family) == 0 ? i : first;
        labels[i] = _(families[i].label);
    }
    return dialog_choice(&self->base, _("What does it belong to?"), labels, count, first,
                         family_given);
}

static Outcome name_given(Screen *screen, gpointer answer)
{
    Words *self = (Words *)screen;
    const PromptAnswer *given = answer;
    if (given == NULL || self->asked == NULL) {
        return OUTCOME_HANDLED;
    }
    const char *builtin = wordlist_builtin(self->list, self->asked);
    g_autofree char *label = utf8_storable(given->text, -1, true, NULL);
    /* The program's own word is no wording of the owner's. */
    record_set_text(&self->asked->label, g_strcmp0(label, builtin) == 0 ? NULL : label);
    return builtin == NULL && self->list->families != NULL ? ask_family(self) : store(self);
}

static bool check_name(const char *typed, gconstpointer context, GError **error)
{
    const Words *self = context;
    const Model *model = self->base.model;
    gint64 id = self->asked != NULL ? self->asked->head.id : 0;
    return wordlist_may_be_called(self->list, model->words, id, typed, error);
}

/* Asks how a ListWord, NULL for a new one, is to be called; TYPED: see renaming.h. */
static Outcome ask_name(Screen *screen, gconstpointer row, const char *typed)
{
    Words *self = (Words *)screen;
    const ListWord *word = row;
    record_free(self->asked);
    self->asked = word != NULL ? record_copy(word) : record_new(self->list->type);
    const char *builtin = word != NULL ? wordlist_builtin(self->list, word) : NULL;
    g_autofree char *question = typed != NULL ? renaming_question(wordlist_label(self->list, word))
                                : builtin != NULL
                                    ? g_strdup_printf(_("The program calls it “%s”."), builtin)
                                    : NULL;
    const PromptQuestion prompt = {
        .title = word != NULL ? _("Another name") : _("A new one"),
        .question = question,
        .initial = typed != NULL  ? typed
                   : word != NULL ? wordlist_label(self->list, word)
                                  : NULL,
        .hint = _("as you call it"),
        .context = self,
        .check = check_name,
    };
    return dialog_prompt(screen, &prompt, name_given);
}

/* ---- what can be done ---- */

static const ListWord *selected(const Screen *screen)
{
    int row = list_selected(&((const Words *)screen)->page.list);
    return row >= 0 ? word_at(screen->model, (guint)row) : NULL;
}

static bool can_change(const Screen *screen)
{
    return selected(screen) != NULL && counter_may_write(screen);
}

static Outcome words_add(Screen *screen)
{
    return ask_name(screen, NULL, NULL);
}

static Outcome words_rename(Screen *screen)
{
    const ListWord *word = selected(screen);
    return word != NULL ? ask_name(screen, word, NULL) : OUTCOME_HANDLED;
}

typedef struct {
    const WordList *list;
    RecordHead seen;
    int step; /* 0: it goes */
    Who who;
} Change;

static gpointer change_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Change *change = arg;
    bool moves = change->step != 0;
    g_autoptr(Deed) deed = deed_begin(shop->db, &change->who,
                                      moves ? change->list->moving : change->list->removing, error);
    bool ok = deed != NULL &&
              (moves ? wordlist_move(deed, change->list, change->seen.id, change->step, error)
                     : record_is_current(shop->db, &change->seen, error) &&
                           wordlist_remove(deed, change->list, change->seen.id, error)) &&
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
    const ListWord *word = selected(screen);
    if (word == NULL) {
        return OUTCOME_HANDLED;
    }
    const Change change = {((const Words *)screen)->list, removal_seen(word), step,
                           counter_who(screen)};
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

static Outcome words_up(Screen *screen)
{
    return do_change(screen, -1);
}

static Outcome words_down(Screen *screen)
{
    return do_change(screen, 1);
}

static Outcome words_remove(Screen *screen)
{
    return do_change(screen, 0);
}

static const Action actions[] = {
    {"rename", "Enter", N_("Rename"), N_("Gives the selected one another name."),
     .run = words_rename, .when = can_change, .needs_model = true},
    {"add", "n|F2|Alt-n|Insert", N_("New"), N_("Adds one of your own."), .run = words_add,
     .when = counter_may_write, .needs_model = true},
    {"up", "-|Alt-Up", N_("Up"), N_("Moves the selected one up."), .run = words_up,
     .when = can_change, .needs_model = true},
    {"down", "+|Alt-Down", N_("Down"), N_("Moves the selected one down."), .run = words_down,
     .when = can_change, .needs_model = true},
    {"remove", "Delete|x", N_("Remove"),
     N_("Removes one of your own that nothing uses. Ctrl-Z takes it back."), .run = words_remove,
     .when = can_change, .needs_model = true},
    {"undo", "Ctrl-Z", N_("Take back"), N_("Takes back what you did last, whatever it was."),
     .run = takeback_last, .when = counter_may_write, .quiet = true},
    {"again", "Ctrl-Y", N_("Do again"), N_("Does again what you have just taken back."),
     .run = takeback_again, .when = counter_may_write, .quiet = true},
    {"back", "Esc", N_("Back"), N_("Goes back to the settings."), .run = screen_leave},
    {0},
};

const ScreenClass screen_wordlist = {
    .name = "wordlist",
    .title = N_("Words to choose from"),
    .size = sizeof(Words),
    .actions = actions,
    .open = words_open,
    .ask = words_ask,
    .ask_free = g_free,
    .load = words_load,
    .model_free = model_free,
    .loaded = words_loaded,
    .input = words_input,
    .draw = words_draw,
    .close = words_close,
};
