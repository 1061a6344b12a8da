/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bringing back a backup: what would change, then in one step. */
#include "tui/screens/bringback.h"

#include "data/backup/place.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "tui/counter.h"
#include "tui/screens/backups.h"
#include "tui/screens/backupwork.h"
#include "tui/screens/bringbackdraw.h"
#include "tui/screens/bringbackwork.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/trouble.h"
#include "tui/shopswitch.h"

enum { MARGIN = 1, TEXT_COLS = 76 };

typedef enum { LOCKED, PREPARING, READY, FINISHING, FAILED } Stage;

typedef struct {
    Screen base;
    BackupWork *work;
    char made[21];
    bool is_locked;
    Stage stage;
    BackupStep step;
    BringBack *ready; /* what was made ready; NULL: nothing is */
    char *failure;    /* why it could not be; NULL */
} BringBackPage;

static bool is_locked(const Screen *screen)
{
    const BringBackPage *self = (const BringBackPage *)screen;
    return self->stage == LOCKED || (self->stage == FAILED && self->is_locked);
}

static bool is_ready(const Screen *screen)
{
    return ((const BringBackPage *)screen)->stage == READY;
}

/* While the file is put into its place nothing leaves the page. */
static bool is_finishing(const Screen *screen)
{
    return ((const BringBackPage *)screen)->stage == FINISHING;
}

static bool is_left_alone(const Screen *screen)
{
    return !is_finishing(screen);
}

/* ---- jobs ---- */

static bool failed(Screen *screen, const GError *error)
{
    BringBackPage *self = (BringBackPage *)screen;
    self->stage = FAILED;
    g_free(self->failure);
    self->failure = g_strdup(error->message);
    return true;
}

static void progress(Screen *screen, double done, double total)
{
    (void)total;
    ((BringBackPage *)screen)->step = (BackupStep)done;
}

static Outcome prepared(Screen *screen, gpointer result)
{
    BringBackPage *self = (BringBackPage *)screen;
    self->ready = bring_back_ref(result);
    self->stage = READY;
    return OUTCOME_REDRAW;
}

static Outcome prepare(Screen *screen, const char *passphrase)
{
    BringBackPage *self = (BringBackPage *)screen;
    BackupWork *work = backup_work_new(screen, self->work->where, self->work->path);
    work->passphrase = g_strdup(passphrase);
    g_clear_pointer(&self->failure, g_free);
    self->stage = PREPARING;
    self->step = passphrase != NULL ? BACKUP_UNLOCKS : BACKUP_PROVES;
    const AppJob job = {.run = bring_back_prepare_run,
                        .arg = work,
                        .arg_free = backup_work_free,
                        .result_free = bring_back_unref,
                        .done = prepared,
                        .failed = failed,
                        .progress = progress,
                        .background = true,
                        .reads_only = true};
    return app_do(screen, &job) | OUTCOME_REDRAW;
}

/* The shop could neither be replaced nor opened again: what helps stands above this page. */
static Outcome mended(Screen *screen, gpointer result)
{
    return result != NULL ? screen_done(screen) : OUTCOME_QUIT;
}

static Outcome has_no_shop(Screen *screen, const GError *error)
{
    const BringBackPage *self = (const BringBackPage *)screen;
    const TroubleArg arg = {.where = self->work->where, .fault = error};
    screen_push(screen, &screen_trouble, &arg, mended);
    return OUTCOME_HANDLED;
}

static void tell_done(Screen *screen, const BroughtBack *end)
{
    const BringBackPage *self = (const BringBackPage *)screen;
    g_autofree char *when = backup_when_words(self->made, counter_today(screen));
    GString *text = g_string_new(NULL);
    const char *missing = restore_missing_words(self->ready->restore);
    g_string_append_printf(text, _("The backup is back: %s."), when);
    if (missing != NULL) {
        g_string_append_printf(text, " %s", missing);
    }
    if (end->restored.kept != NULL) {
        g_string_append_c(text, ' ');
        g_string_append(text, g_str_has_suffix(end->restored.kept, ".damaged")
                                  ? _("The damaged file is kept beside the backups.")
                                  : _("The shop as it was before is kept among the backups."));
    }
    app_say(screen->app, AREA_GOOD, text->str);
    g_string_free(text, TRUE);
}

static Outcome finished(Screen *screen, gpointer result)
{
    BringBackPage *self = (BringBackPage *)screen;
    BroughtBack *end = result;
    g_autoptr(GError) error = NULL;
    if (end->shop == NULL) {
        failed(screen, end->fault);
        /* Where none was open before, what helps stands below this page. */
        return self->ready->had_shop ? has_no_shop(screen, end->fault) : OUTCOME_REDRAW;
    }
    if (!shopswitch_to(screen, end->shop, &error)) {
        failed(screen, error);
        return has_no_shop(screen, error);
    }
    end->shop = NULL;
    if (end->fault != NULL) {
        failed(screen, end->fault);
        return OUTCOME_REDRAW;
    }
    tell_done(screen, end);
    self->stage = READY;
    return screen_done(screen);
}

static Outcome finish(Screen *screen)
{
    BringBackPage *self = (BringBackPage *)screen;
    self->stage = FINISHING;
    self->step = BACKUP_COPIES;
    self->ready->had_shop = app_shop(screen->app) != NULL;
    if (self->ready->had_shop) {
        /* It is closed on the worker, before what follows. */
        shopswitch_to_none(screen);
    }
    const AppJob job = {.run = bring_back_finish_run,
                        .arg = bring_back_ref(self->ready),
                        .arg_free = bring_back_unref,
                        .result_free = brought_back_free,
                        .done = finished,
                        .failed = failed,
                        .progress = progress,
                        .background = true,
                        .reads_only = true};
    return app_do(screen, &job) | OUTCOME_REDRAW;
}

/* ---- life ---- */

static bool bringback_open(Screen *screen, gconstpointer data, GError **error)
{
    const BringBackArg *arg = data;
    BringBackPage *self = (BringBackPage *)screen;
    self->work =
        backup_work_new(screen, arg != NULL ? arg->where : NULL, arg != NULL ? arg->path : NULL);
    if (self->work->path == NULL) {
        g_set_error_literal(error, FAULT, FAULT_MISSING,
                            _("There is no backup to bring back. Choose one first."));
        return false;
    }
    g_autofree char *name = g_path_get_basename(self->work->path);
    backup_name_read(name, self->made, NULL, NULL);
    self->is_locked = arg != NULL && arg->is_locked;
    self->stage = LOCKED;
    if (!self->is_locked) {
        prepare(screen, NULL);
    }
    return true;
}

static void bringback_close(Screen *screen)
{
    BringBackPage *self = (BringBackPage *)screen;
    backup_work_free(self->work);
    g_clear_pointer(&self->ready, bring_back_unref);
    g_free(self->failure);
}

static Outcome passphrase_given(Screen *screen, gpointer answer)
{
    return answer != NULL ? prepare(screen, ((const PromptAnswer *)answer)->text) : OUTCOME_HANDLED;
}

static Outcome ask_passphrase(Screen *screen)
{
    return backups_ask_passphrase(screen, passphrase_given);
}

static Outcome leave(Screen *screen)
{
    app_cancel_job(screen);
    return screen_leave(screen);
}

/* ---- drawing ---- */

static void bringback_draw(Screen *screen, Canvas *canvas)
{
    const BringBackPage *self = (const BringBackPage *)screen;
    int cols = MIN(canvas->cols - 2, TEXT_COLS);
    g_autofree char *when = backup_when_words(self->made, counter_today(screen));
    /* TRANSLATORS: of a backup: a day and a time. */
    g_autofree char *title = g_strdup_printf(_("Bring back: %s"), when);
    canvas_text(canvas, 0, MARGIN, canvas->cols - 2, AREA_TITLE, title);
    Canvas body = canvas_part(canvas, canvas->rows >= 16 ? 2 : 1, MARGIN, G_MAXINT, cols);
    switch (self->stage) {
    case LOCKED:
        canvas_wrapped(&body, 0, 0, cols, body.rows, AREA_TEXT,
                       _("This backup is encrypted. Enter asks for its passphrase."));
        break;
    case FAILED:
        canvas_wrapped(&body, 0, 0, cols, body.rows, AREA_WARNING, self->failure);
        break;
    case READY:
        bring_back_draw(self->ready, &body, counter_today(screen));
        break;
    case PREPARING:
    case FINISHING:
    default:
        canvas_wrapped(&body, 0, 0, cols, 2, AREA_TEXT, backup_step_words(self->step));
        canvas_wrapped(&body, 2, 0, cols, 3, AREA_DIM,
                       self->stage == PREPARING
                           ? _("Nothing is changed yet. Esc goes back.")
                           : _("The shop is being replaced. This takes a moment."));
        break;
    }
}

static const Action actions[] = {
    {"passphrase", "Enter", N_("Passphrase"), N_("Asks for the passphrase of the backup."),
     .run = ask_passphrase, .when = is_locked},
    {"bring", "F4|Ctrl-S", N_("Bring it back"),
     N_("Puts the backup in the place of the shop, which is kept as a backup."), .run = finish,
     .when = is_ready},
    {"back", "Esc", N_("Back"), N_("Goes back. The shop stays as it is."), .run = leave,
     .when = is_left_alone},
    {0},
};

const ScreenClass screen_bringback = {
    .name = "bringback",
    .title = N_("Bring back a backup"),
    .size = sizeof(BringBackPage),
    .actions = actions,
    .open = bringback_open,
    .draw = bringback_draw,
    .unsaved = is_finishing,
    .close = bringback_close,
};

Outcome bringback_begin(Screen *parent, const BringBackArg *arg, ReturnFunc returned)
{
    Screen *page = screen_push(parent, &screen_bringback, arg, returned);
    return page != NULL && arg->is_locked ? ask_passphrase(page) : OUTCOME_HANDLED;
}
