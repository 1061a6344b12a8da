/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The quiet times of a customer. */
#include "tui/screens/quiet.h"

#include "data/agenda/quiet.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/utf8.h"
#include "data/customer/customer.h"
#include "data/shop.h"
#include "tui/counter.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/removal.h"
#include "tui/screens/renaming.h"
#include "tui/takeback.h"
#include "tui/text.h"
#include "tui/widgets/listpage.h"

#include <string.h>

enum { MARGIN = 1, GAP = 2, TEXT_MOST = 40 };

typedef struct {
    char *call;       /* of the customer */
    GPtrArray *times; /* Quiet */
    GPtrArray *texts; /* char *: each for people */
    Moment now;
    int text_cols; /* the widest of them */
} Model;

typedef struct {
    gint64 customer_id;
    Moment now;
} Ask;

typedef struct {
    Screen base;
    gint64 customer_id;
    Moment now;
    ListPage page;
    Quiet *asked; /* what the question that is open is about; without an id: a new one */
} QuietScreen;

/* ---- the model ---- */

static void model_free(gpointer data)
{
    Model *model = data;
    g_free(model->call);
    g_clear_pointer(&model->times, g_ptr_array_unref);
    g_clear_pointer(&model->texts, g_ptr_array_unref);
    g_free(model);
}

static gpointer ask(Screen *screen)
{
    QuietScreen *self = (QuietScreen *)screen;
    g_autoptr(GDateTime) now = app_now(screen->app);
    self->now = moment_of(now);
    const Ask wanted = {self->customer_id, self->now};
    return g_memdup2(&wanted, sizeof wanted);
}

static bool fill(Db *db, const Ask *wanted, Model *model, GError **error)
{
    Customer *customer = record_load(db, &customer_type, wanted->customer_id, error);
    if (customer == NULL) {
        return false;
    }
    model->call = customer_call(customer, NAME_SPOKEN);
    record_free(customer);
    model->times = quiet_list_of(db, wanted->customer_id, error);
    for (guint i = 0; model->times != NULL && i < model->times->len; i++) {
        char *text = quiet_text(g_ptr_array_index(model->times, i));
        g_ptr_array_add(model->texts, text);
        model->text_cols = MAX(model->text_cols, MIN(text_width_shown(text), TEXT_MOST));
    }
    return model->times != NULL;
}

static gpointer load(Shop *shop, gconstpointer arg, GError **error)
{
    const Ask *wanted = arg;
    Model *model = g_new0(Model, 1);
    model->now = wanted->now;
    model->texts = g_ptr_array_new_with_free_func(g_free);
    bool ok = db_read_begin(shop->db, error);
    if (ok) {
        ok = fill(shop->db, wanted, model, error);
        db_read_end(shop->db);
    }
    if (!ok) {
        g_clear_pointer(&model, model_free);
    }
    return model;
}

/* ---- the list ---- */

static const Quiet *time_at(gconstpointer model, guint row)
{
    return g_ptr_array_index(((const Model *)model)->times, row);
}

static guint count_rows(gconstpointer model)
{
    return ((const Model *)model)->times->len;
}

static gint64 row_id(gconstpointer model, guint row)
{
    return time_at(model, row)->head.id;
}

/* "now", "over", or nothing. */
static const char *state_of(const Quiet *quiet, Moment now)
{
    Day until = DAY_NONE;
    if (quiet_has(quiet, now)) {
        return _("now");
    }
    bool is_over = quiet->until_day != NULL && day_from_text(quiet->until_day, &until) &&
                   day_is_whole(until) && day_compare(until, now.day) <= 0;
    return is_over ? _("over") : "";
}

static void draw_row(Canvas *line, gconstpointer data, guint row)
{
    const Model *model = data;
    const Quiet *quiet = time_at(model, row);
    const char *text = g_ptr_array_index(model->texts, row);
    Canvas hidden = canvas_private(line);
    const char *state = state_of(quiet, model->now);
    int right = line->cols - 1 - text_width(state);
    canvas_put(line, 0, right, AREA_ACCENT, state);
    int col = canvas_text(&hidden, 0, MARGIN, MIN(model->text_cols, right - MARGIN - 1), AREA_TEXT,
                          text) +
              GAP;
    /* What somebody said, where it says more. */
    if (quiet->words != NULL && g_ascii_strcasecmp(quiet->words, text) != 0 && col < right) {
        canvas_text(&hidden, 0, col, right - col - 1, AREA_DIM, quiet->words);
    }
}

static const ListClass list_class = {.count = count_rows, .id = row_id, .draw = draw_row};

/* ---- the screen ---- */

static bool quiet_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    QuietScreen *self = (QuietScreen *)screen;
    self->customer_id = arg != NULL ? ((const QuietArg *)arg)->customer_id : 0;
    list_page_init(&self->page, &list_class);
    return true;
}

static void quiet_close(Screen *screen)
{
    record_free(((QuietScreen *)screen)->asked);
}

static void quiet_loaded(Screen *screen, gpointer old)
{
    (void)old;
    list_page_show(&((QuietScreen *)screen)->page, screen->model);
}

static Outcome quiet_input(Screen *screen, const Event *event)
{
    return list_page_input(&((QuietScreen *)screen)->page, event);
}

static void quiet_draw(Screen *screen, Canvas *canvas)
{
    QuietScreen *self = (QuietScreen *)screen;
    const Model *model = screen->model;
    g_autofree char *title =
        g_strdup_printf(_("When not to bother %s"), model != NULL ? model->call : "…");
    list_page_draw(&self->page, canvas, title,
                   _("Any time is fine so far. Press n and say when it is not: “Sat morning”."));
}

/* ---- storing ---- */

typedef struct {
    Quiet *quiet; /* every run works on a copy */
    bool removes;
    Who who;
} Job;

static void job_free(gpointer data)
{
    Job *job = data;
    record_free(job->quiet);
    g_free(job);
}

static gpointer job_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Job *job = arg;
    const char *verb = job->removes               ? N_("removing a quiet time")
                       : job->quiet->head.id == 0 ? N_("noting a quiet time")
                                                  : N_("changing a quiet time");
    g_autoptr(Deed) deed = deed_begin(shop->db, &job->who, verb, error);
    if (deed == NULL) {
        return NULL;
    }
    Quiet *quiet = record_copy(job->quiet);
    bool ok = (job->removes ? record_is_current(shop->db, quiet, error) &&
                                  record_remove(deed, &quiet_type, quiet->head.id, error)
                            : quiet_save(deed, quiet, error)) &&
              deed_commit(deed, NULL, error);
    gint64 *id = ok ? g_memdup2(&quiet->head.id, sizeof(gint64)) : NULL;
    record_free(quiet);
    return id;
}

static Outcome saved(Screen *screen, gpointer id)
{
    ((QuietScreen *)screen)->page.wanted = *(const gint64 *)id;
    app_say(screen->app, AREA_GOOD, _("Noted. Ctrl-Z takes it back."));
    return OUTCOME_HANDLED;
}

static Outcome removed(Screen *screen, gpointer id)
{
    (void)id;
    app_say(screen->app, AREA_GOOD, _("Removed. Ctrl-Z takes it back."));
    return OUTCOME_HANDLED;
}

static gconstpointer find(const Screen *screen, gint64 id)
{
    for (guint i = 0; i < count_rows(screen->model); i++) {
        if (row_id(screen->model, i) == id) {
            return time_at(screen->model, i);
        }
    }
    return NULL;
}

static Outcome ask_time(Screen *screen, gconstpointer row, const char *typed);

/* Does it with QUIET, which it takes. */
static Outcome store(Screen *screen, Quiet *quiet, bool removes)
{
    Job *job = g_new0(Job, 1);
    job->quiet = quiet;
    job->removes = removes;
    job->who = counter_who(screen);
    if (!removes) {
        renaming_begin(screen, quiet->head.id, quiet->words, find, ask_time);
    }
    const AppJob app_job = {
        .run = job_run,
        .arg = job,
        .arg_free = job_free,
        .result_free = g_free,
        .done = removes ? removed : saved,
        .failed = removes ? removal_refused : renaming_refused,
    };
    return app_do(screen, &app_job);
}

/* ---- asking ---- */

static char *reading(const char *typed, guint turn, gconstpointer context)
{
    (void)turn;
    Quiet *read = record_new(&quiet_type);
    bool ok = quiet_read(typed, ((const QuietScreen *)context)->now.day, read);
    char *text = ok ? quiet_text(read) : NULL;
    record_free(read);
    return text;
}

static bool check(const char *typed, gconstpointer context, GError **error)
{
    g_autofree char *text = reading(typed, 0, context);
    if (text == NULL) {
        g_set_error_literal(error, FAULT, FAULT_REFUSED,
                            _("Not understood. Write Sat morning, Mon-Fri 11-14 or December."));
    }
    return text != NULL;
}

static Outcome time_given(Screen *screen, gpointer answer)
{
    QuietScreen *self = (QuietScreen *)screen;
    const PromptAnswer *given = answer;
    if (given == NULL || self->asked == NULL) {
        return OUTCOME_HANDLED;
    }
    Quiet *quiet = record_copy(self->asked);
    quiet->customer_id = self->customer_id;
    quiet_read(given->text, self->now.day, quiet);
    g_autofree char *words = utf8_storable(given->text, -1, true, NULL);
    record_set_text(&quiet->words, words);
    return store(screen, quiet, false);
}

/* Asks for a time in the place of a Quiet, NULL for a new one; TYPED: see renaming.h. */
static Outcome ask_time(Screen *screen, gconstpointer row, const char *typed)
{
    QuietScreen *self = (QuietScreen *)screen;
    const Quiet *quiet = row;
    record_free(self->asked);
    self->asked = quiet != NULL ? record_copy(quiet) : record_new(&quiet_type);
    g_autofree char *text = quiet != NULL ? quiet_text(quiet) : NULL;
    const char *now = quiet != NULL && quiet->words != NULL ? quiet->words : text;
    g_autofree char *said = typed != NULL ? renaming_question(now) : NULL;
    const PromptQuestion prompt = {
        .title = _("When not to call or write?"),
        .question = said,
        .initial = typed != NULL ? typed : now,
        .hint = _("Sat morning; December; until 10.1."),
        .reading = reading,
        .context = self,
        .check = check,
    };
    return dialog_prompt(screen, &prompt, time_given);
}

static const Quiet *selected(const Screen *screen)
{
    int row = list_selected(&((const QuietScreen *)screen)->page.list);
    return row >= 0 && screen->model != NULL ? time_at(screen->model, (guint)row) : NULL;
}

static bool can_change(const Screen *screen)
{
    return selected(screen) != NULL && counter_may_write(screen);
}

Outcome quiet_add(Screen *screen)
{
    return ask_time(screen, NULL, NULL);
}

static Outcome quiet_change(Screen *screen)
{
    const Quiet *quiet = selected(screen);
    return quiet != NULL ? ask_time(screen, quiet, NULL) : OUTCOME_HANDLED;
}

static Outcome quiet_drop(Screen *screen)
{
    const Quiet *quiet = selected(screen);
    return quiet != NULL ? store(screen, record_copy(quiet), true) : OUTCOME_HANDLED;
}

static const Action actions[] = {
    {"change", "Enter", N_("Change"), N_("Changes the selected time."), .run = quiet_change,
     .when = can_change, .needs_model = true},
    {"add", "n|F2|Alt-n|Insert", N_("New"),
     N_("Notes when they are not to be called or written to."), .run = quiet_add,
     .when = counter_may_write, .needs_model = true},
    {"remove", "Delete|x", N_("Remove"), N_("Removes the selected time. Ctrl-Z brings it back."),
     .run = quiet_drop, .when = can_change, .needs_model = true},
    {"undo", "Ctrl-Z", N_("Take back"), N_("Takes back what you did last, whatever it was."),
     .run = takeback_last, .when = counter_may_write, .quiet = true},
    {"again", "Ctrl-Y", N_("Do again"), N_("Does again what you have just taken back."),
     .run = takeback_again, .when = counter_may_write, .quiet = true},
    {"back", "Esc", N_("Back"), N_("Goes back to the card."), .run = screen_leave},
    {0},
};

const ScreenClass screen_quiet = {
    .name = "quiet",
    .title = N_("Quiet times"),
    .size = sizeof(QuietScreen),
    .actions = actions,
    .open = quiet_open,
    .ask = ask,
    .ask_free = g_free,
    .load = load,
    .model_free = model_free,
    .loaded = quiet_loaded,
    .input = quiet_input,
    .draw = quiet_draw,
    .close = quiet_close,
};
