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
#include "tui/screens/noteconflict.h"
#include "tui/screens/notekind.h"
#include "tui/screens/notekinds.h"
#include "tui/screens/notework.h"
#include "tui/widgets/prompt.h"

#include <string.h>

enum { MOST_CHARS = 1000, COLS = 64, ROWS = 9, KINDS_ROW = 5, INDENT = 3 };

typedef struct {
    Screen base;
    gint64 customer_id;
    char *call;
    Fact *fact; /* to be changed; NULL: a new one */
    bool health_answered, belief_answered;
    NoteTheirs *theirs; /* what somebody else made of it meanwhile; NULL: nothing is known */
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
    g_clear_pointer(&self->theirs, note_theirs_free);
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

static void note_measure(Screen *screen, int max_rows, int max_cols, int *rows, int *cols)
{
    const Note *self = (const Note *)screen;
    *cols = MIN(COLS, max_cols);
    *rows = MIN(MAX(ROWS, KINDS_ROW + note_kinds_rows(&self->kind, *cols - INDENT)), max_rows);
}

static void note_draw(Screen *screen, Canvas *canvas)
{
    Note *self = (Note *)screen;
    g_autofree char *kind = kind_words(self);
    prompt_draw_completed(canvas, 0, self->line, &self->completion,
                          line_edit_is_empty(self->line) ? _("likes strawberries") : NULL);
    Canvas kinds = canvas_part(canvas, KINDS_ROW, INDENT, G_MAXINT, MAX(canvas->cols - INDENT, 1));
    note_kinds_draw(&self->kind, &kinds);
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

/* ---- when somebody else was quicker ---- */

static Outcome note_save(Screen *screen);

/* The note as it stands here, as a change of what is stored now. */
static Fact *typed_note(const Note *self)
{
    g_autofree char *words = utf8_storable(line_edit_text(self->line), -1, true, NULL);
    const FactKind *kind = note_kind_get(&self->kind);
    Fact *fact = self->fact != NULL ? record_copy(self->fact) : record_new(&fact_type);
    fact->customer_id = self->customer_id;
    fact->kind_id = kind != NULL ? kind->head.id : 0;
    record_set_text(&fact->words, words);
    return fact;
}

/* From now on the note is a change of STORED; NULL: a new one. */
static void begin_with(Note *self, const Fact *stored)
{
    record_free(self->fact);
    self->fact = stored != NULL ? record_copy(stored) : NULL;
}

static Outcome noted_again(Screen *screen, gpointer yes)
{
    if (yes == NULL) {
        return OUTCOME_HANDLED;
    }
    begin_with((Note *)screen, NULL);
    return note_save(screen);
}

static Outcome chosen(Screen *screen, gpointer answer)
{
    Note *self = (Note *)screen;
    const Fact *theirs = self->theirs->fact;
    if (answer == NULL) {
        return OUTCOME_HANDLED;
    }
    if (*(const ConflictTake *)answer == CONFLICT_THEIRS) {
        begin_with(self, theirs);
        line_edit_set(self->line, theirs->words);
        app_say(screen->app, AREA_MESSAGE, _("The note stays as somebody else has saved it."));
        return OUTCOME_CLOSE;
    }
    bool is_second = *(const ConflictTake *)answer == CONFLICT_BOTH ||
                     note_conflict_guards(theirs, self->theirs->kinds);
    begin_with(self, is_second ? NULL : theirs);
    return note_save(screen);
}

static Outcome theirs_loaded(Screen *screen, gpointer data)
{
    Note *self = (Note *)screen;
    g_clear_pointer(&self->theirs, note_theirs_free);
    self->theirs = note_theirs_take(data);
    if (self->theirs->fact == NULL) {
        note_conflict_ask_again(screen, self->theirs->news, noted_again);
        return OUTCOME_REDRAW;
    }
    Fact *mine = typed_note(self);
    Outcome outcome = OUTCOME_REDRAW;
    if (note_conflict_merge(self->fact, mine, self->theirs->fact, self->theirs->kinds)) {
        begin_with(self, self->theirs->fact);
        line_edit_set(self->line, mine->words);
        note_kind_choose(&self->kind, mine->kind_id);
        outcome |= note_save(screen);
    } else {
        note_conflict_ask(screen, mine, self->theirs, chosen);
    }
    record_free(mine);
    return outcome;
}

static bool note_not_saved(Screen *screen, const GError *error)
{
    const Note *self = (const Note *)screen;
    if (self->fact == NULL || (!g_error_matches(error, FAULT, FAULT_CONFLICT) &&
                               !g_error_matches(error, FAULT, FAULT_MISSING))) {
        return false;
    }
    const AppJob job = {
        .run = note_theirs_run,
        .arg = g_memdup2(&self->fact->head.id, sizeof(gint64)),
        .arg_free = g_free,
        .result_free = note_theirs_free,
        .done = theirs_loaded,
        .reads_only = true,
    };
    app_do(screen, &job);
    return true;
}

static Outcome note_save(Screen *screen)
{
    Note *self = (Note *)screen;
    Fact *fact = typed_note(self);
    if (fact->words == NULL || fact->kind_id == 0) {
        record_free(fact);
        app_say(screen->app, AREA_MESSAGE, _("Type a few words first, or press Esc to go back."));
        return OUTCOME_REDRAW;
    }
    NoteWork *work = g_new0(NoteWork, 1);
    work->who = counter_who(screen);
    work->fact = fact;
    work->occasion = self->fact == NULL ? self->kind.occasion : NULL;
    work->day = self->kind.day;
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
