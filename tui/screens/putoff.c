/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Until when something is put off or moved. */
#include "tui/screens/putoff.h"

#include "data/agenda/reminder.h"
#include "data/agenda/reminderwords.h"
#include "data/base/i18n.h"
#include "data/base/timeofday.h"
#include "tui/app.h"
#include "tui/counter.h"
#include "tui/dates.h"
#include "tui/screens/pastwords.h"
#include "tui/text.h"
#include "tui/widgets/list.h"
#include "tui/widgets/prompt.h"

#include <string.h>

enum { OPTIONS = 3, GAP = 2, COLS = 56, ROWS_BELOW = 2, MINUTES = 60, WEEK = 7, HEADING_MOST = 40 };

/* One of the moments that are offered. */
typedef struct {
    const char *label;
    Moment to;
} Option;

typedef struct {
    Screen base;
    PutoffArg what; /* its words are the next member */
    char *words;
    char *heading;
    Moment now;
    GArray *options; /* Option */
    List list;
    LineEdit *line;
    char *complaint;     /* why what is typed was not taken; NULL */
    unsigned complained; /* about this state of the line */
} Putoff;

bool putoff_can_move(TodoKind kind)
{
    return kind == TODO_REMINDER || kind == TODO_PROMISE;
}

/* ---- the moments offered ---- */

static void add_option(Putoff *self, const char *label, Moment to)
{
    const Option option = {label, to};
    g_array_append_val(self->options, option);
}

/* What comes up later than now is put off from then on, else from now. */
static void make_options(Putoff *self)
{
    Moment due = self->what.due;
    bool is_ahead = day_is_whole(due.day) && moment_compare(due, self->now) > 0;
    Day from = is_ahead ? due.day : self->now.day;
    if (self->what.kind == TODO_REMINDER && (!is_ahead || due.minute != MINUTE_NONE)) {
        Moment hour = moment_plus(is_ahead ? due : self->now, MINUTES);
        add_option(self, is_ahead ? N_("an hour later") : N_("in an hour"), hour);
    }
    bool is_later = day_compare(from, self->now.day) > 0;
    add_option(self, is_later ? N_("a day later") : N_("tomorrow"),
               (Moment){day_plus(from, 1), due.minute});
    add_option(self, is_later ? N_("a week later") : N_("in a week"),
               (Moment){day_plus(from, WEEK), due.minute});
}

static guint option_count(gconstpointer model)
{
    return ((const Putoff *)model)->options->len;
}

/* The day and time in full, so that "tomorrow" is no guess: "Sun 22 Nov, 10:00"; a new string. */
static char *moment_words(Moment moment, Day today)
{
    g_autofree char *day = dates_weekday(moment.day);
    if (moment.minute == MINUTE_NONE) {
        return g_steal_pointer(&day);
    }
    g_autofree char *time = time_of_day_text(moment.minute);
    return day_compare(moment.day, today) == 0 ? g_steal_pointer(&time)
                                               : g_strdup_printf("%s, %s", day, time);
}

static void option_draw(Canvas *line, gconstpointer model, guint row)
{
    const Putoff *self = model;
    const Option *option = &g_array_index(self->options, Option, row);
    g_autofree char *when = moment_words(option->to, self->now.day);
    int col = canvas_put(line, 0, 1, AREA_DIALOG, _(option->label)) + GAP;
    canvas_text_right(line, 0, col, line->cols - col - 1, AREA_DIM, when);
}

static const ListClass options_class = {.count = option_count, .draw = option_draw};

/* ---- the dialog ---- */

static bool putoff_open_screen(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    Putoff *self = (Putoff *)screen;
    g_autoptr(GDateTime) now = app_now(screen->app);
    self->now = moment_of(now);
    self->what = arg != NULL ? *(const PutoffArg *)arg
                             : (PutoffArg){.kind = TODO_REMINDER, .due = self->now};
    self->words = g_strdup(self->what.words);
    self->what.words = NULL;
    self->options = g_array_new(FALSE, FALSE, sizeof(Option));
    self->line = line_edit_new(0);
    const char *title = self->what.moves ? _("Move to when?") : _("Put off until when?");
    g_autofree char *shown = text_show(self->words != NULL ? self->words : "");
    g_autofree char *brief = text_cut(shown, HEADING_MOST, NULL);
    self->heading = *brief != '\0' ? g_strdup_printf("%s · %s", title, brief) : g_strdup(title);
    make_options(self);
    list_init(&self->list, &options_class);
    list_show(&self->list, self);
    return true;
}

static void putoff_close(Screen *screen)
{
    Putoff *self = (Putoff *)screen;
    g_clear_pointer(&self->options, g_array_unref);
    line_edit_free(self->line);
    g_free(self->words);
    g_free(self->heading);
    g_free(self->complaint);
}

/* What it is about is the customer's: not told while discreet. */
static const char *putoff_heading(const Screen *screen)
{
    const Putoff *self = (const Putoff *)screen;
    return app_is_discreet(screen->app) ? NULL : self->heading;
}

static void putoff_measure(Screen *screen, int max_rows, int max_cols, int *rows, int *cols)
{
    const Putoff *self = (const Putoff *)screen;
    *rows = MIN((int)self->options->len + 2 + ROWS_BELOW, max_rows);
    *cols = MIN(MAX(COLS, text_width(self->heading) + 4), max_cols);
}

static bool is_typing(const Putoff *self)
{
    return !line_edit_is_empty(self->line);
}

/* The moment that is typed; false when it is none, or one that is over. */
static bool read_typed(const Putoff *self, Moment *to)
{
    ReminderWords read = {0};
    reminder_words_read(line_edit_text(self->line), self->now, &read);
    bool ok = day_is_whole(read.due.day) && *read.words == '\0' &&
              moment_compare(read.due, (Moment){self->now.day, MINUTE_NONE}) >= 0;
    *to = read.due;
    reminder_words_clear(&read);
    return ok;
}

static void draw_below(Putoff *self, Canvas *canvas, int row)
{
    Moment to;
    if (self->complaint != NULL && line_edit_changes(self->line) != self->complained) {
        g_clear_pointer(&self->complaint, g_free);
    }
    if (self->complaint != NULL) {
        canvas_wrapped(canvas, row, 3, canvas->cols - 3, canvas->rows - row, AREA_WARNING,
                       self->complaint);
    } else if (is_typing(self) && read_typed(self, &to)) {
        g_autofree char *when = moment_words(to, self->now.day);
        canvas_text(canvas, row, 3, canvas->cols - 3, AREA_ACCENT, when);
    }
}

static void putoff_draw(Screen *screen, Canvas *canvas)
{
    Putoff *self = (Putoff *)screen;
    int rows = (int)self->options->len;
    Canvas options = canvas_part(canvas, 0, 0, rows, canvas->cols);
    list_draw(&self->list, &options, !is_typing(self));
    int row = canvas->rows > rows + ROWS_BELOW + 1 ? rows + 1 : rows;
    prompt_draw(canvas, row, self->line, is_typing(self) ? NULL : _("or type: friday 3 pm"));
    draw_below(self, canvas, row + 1);
}

static Outcome putoff_input(Screen *screen, const Event *event)
{
    Putoff *self = (Putoff *)screen;
    if (event->kind == EVENT_KEY && event->key == K_CTRL + 'z') {
        line_edit_undo(self->line);
        return OUTCOME_REDRAW;
    }
    if (event->kind == EVENT_KEY && event->key == K_CTRL + 'y') {
        line_edit_redo(self->line);
        return OUTCOME_REDRAW;
    }
    Outcome outcome = line_edit_input(self->line, event);
    return outcome != OUTCOME_NONE ? outcome : list_input(&self->list, event, false);
}

/* ---- doing it ---- */

typedef struct {
    PutoffArg what; /* without words */
    Moment to;
    Who who;
    char *message, *words;
} Job;

static void job_free(gpointer data)
{
    Job *job = data;
    g_free(job->message);
    g_free(job->words);
    g_free(job);
}

static bool move_reminder(Deed *deed, gint64 id, Moment to, GError **error)
{
    Reminder *reminder = record_load(deed_db(deed), &reminder_type, id, error);
    if (reminder == NULL) {
        return false;
    }
    Series series = reminder_series(reminder);
    reminder_set_due(reminder, to, &series);
    bool ok = reminder_save(deed, reminder, error);
    record_free(reminder);
    return ok;
}

static bool do_it(Deed *deed, const Job *job, GError **error)
{
    bool moves = job->what.moves && job->what.kind == TODO_REMINDER;
    return moves ? move_reminder(deed, job->what.id, job->to, error)
                 : todo_snooze(deed, job->what.kind, job->what.id, job->to, error);
}

static gpointer job_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Job *job = arg;
    g_autoptr(Deed) deed =
        deed_begin(shop->db, &job->who, job->what.moves ? N_("moving") : N_("putting off"), error);
    bool ok = deed != NULL && do_it(deed, job, error) && deed_commit(deed, NULL, error);
    return ok ? g_memdup2(job, sizeof *job) : NULL;
}

/* The result borrows its texts from the job, which still lives. */
static Outcome job_done(Screen *screen, gpointer result)
{
    const Job *job = result;
    app_say_about(screen->app, AREA_GOOD, job->message, job->words);
    screen_result(screen, g_memdup2(&job->to, sizeof job->to), g_free);
    return OUTCOME_CLOSE;
}

/* Until when it is; false after a complaint about what is typed. */
static bool choose(Putoff *self, Moment *to)
{
    if (!is_typing(self)) {
        int row = list_selected(&self->list);
        *to = row >= 0 ? g_array_index(self->options, Option, row).to : self->now;
        return row >= 0;
    }
    if (read_typed(self, to)) {
        return true;
    }
    g_free(self->complaint);
    self->complaint = g_strdup(_("Not a day to come. Write friday, 3 pm, +3 or 27.11."));
    self->complained = line_edit_changes(self->line);
    return false;
}

static Outcome putoff_take(Screen *screen)
{
    Putoff *self = (Putoff *)screen;
    Moment to;
    if (!choose(self, &to)) {
        return OUTCOME_REDRAW;
    }
    g_autofree char *when = pastwords_due(to.day, to.minute, self->now.day);
    const char *words = self->words != NULL ? self->words : "";
    Job *job = g_new0(Job, 1);
    job->what = self->what;
    job->to = to;
    job->who = counter_who(screen);
    job->words = g_strdup(words);
    job->message =
        self->what.moves
            ? g_strdup_printf(_("Moved to %s: %s. Ctrl-Z takes it back."), when, words)
            : g_strdup_printf(_("Put off until %s: %s. Ctrl-Z takes it back."), when, words);
    const AppJob app_job = {
        .run = job_run,
        .arg = job,
        .arg_free = job_free,
        .result_free = g_free,
        .done = job_done,
    };
    return app_do(screen, &app_job);
}

static const Action actions[] = {
    {"take", "Enter", N_("OK"), N_("Takes the selected moment, or the one you have typed."),
     .run = putoff_take},
    {"back", "Esc", N_("Back"), N_("Goes back and changes nothing."), .run = screen_leave},
    {0},
};

const ScreenClass screen_putoff = {
    .name = "putoff",
    .title = N_("Put off"),
    .size = sizeof(Putoff),
    .place = SCREEN_DIALOG,
    .actions = actions,
    .heading = putoff_heading,
    .open = putoff_open_screen,
    .input = putoff_input,
    .draw = putoff_draw,
    .measure = putoff_measure,
    .close = putoff_close,
};

Outcome putoff_open(Screen *parent, const PutoffArg *arg)
{
    screen_push(parent, &screen_putoff, arg, NULL);
    return OUTCOME_HANDLED;
}
