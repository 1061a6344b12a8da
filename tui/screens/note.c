/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Noting a fact: typing, the kind beside it, saving. */
#include "tui/screens/note.h"

#include "data/agenda/occasion.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/utf8.h"
#include "tui/counter.h"
#include "tui/lineedit.h"
#include "tui/screens/card.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/notekind.h"
#include "tui/screens/notework.h"
#include "tui/text.h"
#include "tui/widgets/list.h"
#include "tui/widgets/prompt.h"

#include <string.h>

enum {
    MOST_CHARS = 1000,
    COLS = 64,
    ROWS = 9,
    KINDS_ROW = 5,
    INDENT = 3,
    GAP = 2,
    MARK = 1,
    EDGE = 1, /* where it is said that there are more kinds */
    LABEL_MOST = 24
};

typedef struct {
    Screen base;
    gint64 customer_id;
    char *call;
    Fact *fact; /* to be changed; NULL: a new one */
    bool health_answered, belief_answered;
    bool overwrites; /* somebody else changed it, which was said */
    LineEdit *line;
    NoteKind kind;
    Completion completion;
} Note;

static bool note_open(Screen *screen, gconstpointer data, GError **error)
{
    (void)error;
    Note *self = (Note *)screen;
    const NoteArg *arg = data;
    self->line = line_edit_new(MOST_CHARS);
    note_kind_init(&self->kind, arg != NULL ? arg->kinds : NULL, arg != NULL && arg->knows_birthday,
                   counter_today(screen));
    if (arg == NULL) {
        return true;
    }
    self->customer_id = arg->customer_id;
    self->call = g_strdup(arg->call);
    self->health_answered = arg->health_answered;
    self->belief_answered = arg->belief_answered;
    if (arg->fact != NULL) {
        self->fact = record_copy(arg->fact);
        line_edit_set(self->line, arg->fact->words);
        note_kind_choose(&self->kind, arg->fact->kind_id);
    }
    return true;
}

static void note_close(Screen *screen)
{
    Note *self = (Note *)screen;
    line_edit_free(self->line);
    note_kind_clear(&self->kind);
    completion_clear(&self->completion);
    record_free(self->fact);
    g_free(self->call);
}

/* The words the note began with. */
static const char *first_words(const Note *self)
{
    return self->fact != NULL ? self->fact->words : "";
}

static bool note_unsaved(const Screen *screen)
{
    const Note *self = (const Note *)screen;
    return strcmp(line_edit_text(self->line), first_words(self)) != 0;
}

/* ---- drafts ---- */

static bool note_draft(const Screen *screen, Draft *draft)
{
    const Note *self = (const Note *)screen;
    const FactKind *kind = note_kind_get(&self->kind);
    draft->subject_id = self->customer_id;
    draft->part_id = self->fact != NULL ? self->fact->head.id : 0;
    if (!note_unsaved(screen)) {
        return false;
    }
    draft->title = g_strdup_printf(_("Note on %s: %s"), self->call != NULL ? self->call : "…",
                                   line_edit_text(self->line));
    draft_put(draft, "words", line_edit_text(self->line), first_words(self));
    if (self->kind.chosen && kind != NULL) {
        g_autofree char *id = g_strdup_printf("%" G_GINT64_FORMAT, kind->head.id);
        draft_put(draft, "kind", id, NULL);
    }
    return true;
}

static bool note_restore(Screen *screen, const Draft *draft)
{
    Note *self = (Note *)screen;
    const char *words = g_hash_table_lookup(draft->words, "words");
    const char *kind = g_hash_table_lookup(draft->words, "kind");
    if (note_unsaved(screen) || words == NULL) {
        return false;
    }
    line_edit_set(self->line, words);
    note_kind_guess(&self->kind, words);
    if (kind != NULL) {
        note_kind_choose(&self->kind, g_ascii_strtoll(kind, NULL, 10));
    }
    const char *before = g_hash_table_lookup(draft->before, "words");
    return strcmp(before, first_words(self)) != 0;
}

static Screen *note_resume(Screen *parent, const Draft *draft, ReturnFunc returned)
{
    (void)returned;
    return card_note_again(parent, draft->part_id);
}

/* ---- typing and drawing ---- */

static gpointer note_ask(Screen *screen)
{
    const Note *self = (const Note *)screen;
    const FactKind *kind = note_kind_get(&self->kind);
    NoteAsk *ask = g_new0(NoteAsk, 1);
    ask->typed = g_strdup(line_edit_text(self->line));
    ask->kind_id = kind != NULL ? kind->head.id : 0;
    ask->code = g_strdup(kind != NULL ? kind->code : NULL);
    return ask;
}

static void note_loaded(Screen *screen, gpointer old)
{
    (void)old;
    Note *self = (Note *)screen;
    const NoteModel *model = screen->model;
    g_autofree char *kind =
        model->text == NULL ? note_kind_complete(&self->kind, model->asked) : NULL;
    completion_set(&self->completion, model->asked, kind != NULL ? kind : model->text);
}

static Outcome give_to_line(Note *self, const Event *event)
{
    if (completion_take(&self->completion, self->line, event)) {
        return OUTCOME_REDRAW;
    }
    if (event->kind == EVENT_KEY && (event->key == K_CTRL + 'z' || event->key == K_CTRL + 'y')) {
        bool back = event->key == K_CTRL + 'z';
        bool done = back ? line_edit_undo(self->line) : line_edit_redo(self->line);
        return done || back ? OUTCOME_REDRAW : OUTCOME_NONE;
    }
    return line_edit_input(self->line, event);
}

static Outcome note_input(Screen *screen, const Event *event)
{
    Note *self = (Note *)screen;
    unsigned before = line_edit_changes(self->line);
    Outcome outcome = give_to_line(self, event);
    if (line_edit_changes(self->line) == before) {
        return outcome;
    }
    if (self->fact == NULL && line_edit_is_empty(self->line)) {
        note_kind_forget(&self->kind);
    }
    note_kind_guess(&self->kind, line_edit_text(self->line));
    return outcome | OUTCOME_RELOAD;
}

/* The consent the kind needs and nobody asked for; NULL: none. */
static const char *missing_consent(const Note *self)
{
    const FactKind *kind = note_kind_get(&self->kind);
    if (kind != NULL && strcmp(kind->sensitivity, "health") == 0) {
        return self->health_answered ? NULL : "health";
    }
    if (kind != NULL && strcmp(kind->sensitivity, "belief") == 0) {
        return self->belief_answered ? NULL : "belief";
    }
    return NULL;
}

/* What the note will be: its kind, and the day it names. */
static char *kind_words(const Note *self)
{
    const FactKind *kind = note_kind_get(&self->kind);
    if (kind == NULL) {
        return NULL;
    }
    if (self->kind.occasion == NULL) {
        return g_strdup(fact_kind_label(kind));
    }
    g_autofree char *date = day_for_people(self->kind.day);
    return g_strdup_printf("%s: %s", choice_label(occasion_kinds, self->kind.occasion), date);
}

/* A kind's place among all of them, which stand in a few lines. */
typedef struct {
    const FactKind *kind;
    char *shown;
    int row, col;
} KindPlace;

static void place_clear(gpointer place)
{
    g_free(((KindPlace *)place)->shown);
}

/* The places of all kinds in lines of COLS cells. Unref the array. */
static GArray *place_kinds(const Note *self, int cols)
{
    GArray *places = g_array_new(FALSE, FALSE, sizeof(KindPlace));
    int row = 0, col = 0;
    g_array_set_clear_func(places, place_clear);
    for (guint i = 0; i < self->kind.kinds->len; i++) {
        const FactKind *kind = g_ptr_array_index(self->kind.kinds, i);
        g_autofree char *shown = text_show(fact_kind_label(kind));
        char *label = text_cut(shown, LABEL_MOST, NULL);
        int width = MARK + text_width(label);
        if (col > 0 && col + width > cols) {
            row++;
            col = 0;
        }
        const KindPlace place = {kind, label, row, col};
        g_array_append_val(places, place);
        col += width + GAP;
    }
    return places;
}

static int count_kind_rows(const GArray *places)
{
    return places->len > 0 ? g_array_index(places, KindPlace, places->len - 1).row + 1 : 0;
}

static void note_measure(Screen *screen, int max_rows, int max_cols, int *rows, int *cols)
{
    const Note *self = (const Note *)screen;
    *cols = MIN(COLS, max_cols);
    g_autoptr(GArray) places = place_kinds(self, *cols - INDENT - EDGE);
    *rows = MIN(MAX(ROWS, KINDS_ROW + count_kind_rows(places)), max_rows);
}

/* All kinds in a few lines, the one it will be marked and in sight. */
static void draw_kinds(const Note *self, Canvas *canvas)
{
    g_autoptr(GArray) places = place_kinds(self, canvas->cols - EDGE);
    const FactKind *chosen = note_kind_get(&self->kind);
    int top = 0;
    for (guint i = 0; i < places->len; i++) {
        const KindPlace *place = &g_array_index(places, KindPlace, i);
        if (place->kind == chosen) {
            top = MAX(place->row - canvas->rows + 1, 0);
        }
    }
    list_draw_edges(canvas, top > 0, count_kind_rows(places) > top + canvas->rows);
    for (guint i = 0; i < places->len; i++) {
        const KindPlace *place = &g_array_index(places, KindPlace, i);
        bool is_it = place->kind == chosen;
        if (is_it) {
            canvas_put(canvas, place->row - top, place->col, AREA_ACCENT,
                       canvas_symbol(canvas, SYMBOL_CURSOR));
        }
        canvas_put(canvas, place->row - top, place->col + MARK, is_it ? AREA_ACCENT : AREA_DIALOG,
                   place->shown);
    }
}

static void note_draw(Screen *screen, Canvas *canvas)
{
    Note *self = (Note *)screen;
    g_autofree char *kind = kind_words(self);
    prompt_draw_completed(canvas, 0, self->line, &self->completion,
                          line_edit_is_empty(self->line) ? _("likes strawberries") : NULL);
    Canvas kinds = canvas_part(canvas, KINDS_ROW, INDENT, G_MAXINT, MAX(canvas->cols - INDENT, 1));
    draw_kinds(self, &kinds);
    if (kind == NULL) {
        canvas_wrapped(canvas, 2, INDENT, canvas->cols - INDENT, 2, AREA_DIM,
                       _("A few words. What kind of note it is shows here while you type."));
        return;
    }
    canvas_put(canvas, 2, INDENT, AREA_ACCENT, kind);
    if (missing_consent(self) != NULL) {
        canvas_wrapped(canvas, 3, INDENT, canvas->cols - INDENT, 2, AREA_DIALOG,
                       _("This needs consent. You are asked for it next."));
    }
}

static Outcome note_turn(Screen *screen)
{
    note_kind_turn(&((Note *)screen)->kind, 1);
    return OUTCOME_RELOAD;
}

static Outcome note_turn_back(Screen *screen)
{
    note_kind_turn(&((Note *)screen)->kind, -1);
    return OUTCOME_RELOAD;
}

static void note_result_free(gpointer data)
{
    NoteResult *result = data;
    g_free(result->words);
    g_free(result);
}

static Outcome note_saved(Screen *screen, gpointer data)
{
    const Fact *fact = data;
    NoteResult *result = g_new(NoteResult, 1);
    *result = (NoteResult){g_strdup(fact->words), missing_consent((const Note *)screen)};
    screen_result(screen, result, note_result_free);
    return OUTCOME_CLOSE;
}

static bool note_not_saved(Screen *screen, const GError *error)
{
    if (!g_error_matches(error, FAULT, FAULT_CONFLICT)) {
        return false;
    }
    ((Note *)screen)->overwrites = true;
    app_say(screen->app, AREA_WARNING,
            _("Somebody else changed this note. Enter keeps your words, Esc theirs."));
    return true;
}

static Outcome note_save(Screen *screen)
{
    Note *self = (Note *)screen;
    g_autofree char *words = utf8_storable(line_edit_text(self->line), -1, true, NULL);
    const FactKind *kind = note_kind_get(&self->kind);
    if (*words == '\0' || kind == NULL) {
        app_say(screen->app, AREA_MESSAGE, _("Type a few words first, or press Esc to go back."));
        return OUTCOME_REDRAW;
    }
    NoteWork *work = g_new0(NoteWork, 1);
    work->who = counter_who(screen);
    work->fact = self->fact != NULL ? record_copy(self->fact) : record_new(&fact_type);
    work->fact->customer_id = self->customer_id;
    work->fact->kind_id = kind->head.id;
    record_set_text(&work->fact->words, words);
    work->occasion = self->fact == NULL ? self->kind.occasion : NULL;
    work->day = self->kind.day;
    work->overwrites = self->overwrites;
    const AppJob job = {
        .run = note_work_run,
        .arg = work,
        .arg_free = note_work_free,
        .result_free = record_free,
        .done = note_saved,
        .failed = note_not_saved,
    };
    return app_do(screen, &job);
}

static const Action actions[] = {
    {"save", "Enter", N_("Save"), N_("Saves the words under the kind that is shown."),
     .run = note_save},
    {"kind", "Tab|Down", N_("Another kind"),
     N_("Makes it another kind, such as a dislike or an allergy."), .run = note_turn},
    {"kind_back", "Shift-Tab|Up", N_("Kind before"), N_("Goes back to the kind before."),
     .run = note_turn_back, .quiet = true},
    {"leave", "Esc", N_("Back"), N_("Goes back; asks before typed words are lost."),
     .run = dialog_leave},
    {0},
};

const ScreenClass screen_note = {
    .name = "note",
    .title = N_("Note"),
    .size = sizeof(Note),
    .place = SCREEN_DIALOG,
    .actions = actions,
    .open = note_open,
    .ask = note_ask,
    .ask_free = note_ask_free,
    .load = note_load,
    .model_free = note_model_free,
    .loaded = note_loaded,
    .input = note_input,
    .draw = note_draw,
    .measure = note_measure,
    .unsaved = note_unsaved,
    .draft = note_draft,
    .restore = note_restore,
    .resume = note_resume,
    .close = note_close,
};
