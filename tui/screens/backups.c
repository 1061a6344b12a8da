/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The backups of the shop: making, proving, looking at and bringing back. */
#include "tui/screens/backups.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "tui/backupkeep.h"
#include "tui/counter.h"
#include "tui/lookback.h"
#include "tui/screens/backuplock.h"
#include "tui/screens/backupsdeeds.h"
#include "tui/screens/backupslist.h"
#include "tui/screens/backupwork.h"
#include "tui/screens/bringback.h"
#include "tui/screens/checkshop.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/secondplace.h"

#include <string.h>

enum { MARGIN = 1, TALL_ROWS = 16, DETAIL_ROWS = 3, BAR_COLS = 40, MOST_COLS = 100 };

typedef enum { IDLE, MAKING, PROVING } Stage;

typedef struct {
    Screen base;
    char *where; /* of a shop that cannot be opened; NULL: the one at the counter */
    List list;
    int list_row;
    Stage stage;
    bool is_made; /* the newest is to be selected once it is loaded */
    double done, total;
    GPtrArray *proved; /* Backup, as far as they were; NULL: none were */
} Backups;

/* ---- the model ---- */

static gpointer backups_ask(Screen *screen)
{
    return backup_work_new(screen, ((const Backups *)screen)->where, NULL);
}

/* What was found out about a backup stays known while the page is open. */
static void take_proofs(const Backups *self, BackupsModel *model)
{
    for (guint i = 0; self->proved != NULL && i < model->backups->len; i++) {
        Backup *backup = g_ptr_array_index(model->backups, i);
        for (guint k = 0; k < self->proved->len; k++) {
            const Backup *known = g_ptr_array_index(self->proved, k);
            if (strcmp(known->path, backup->path) == 0) {
                backup->proof = known->proof;
                g_free(backup->trouble);
                backup->trouble = g_strdup(known->trouble);
            }
        }
    }
}

static void backups_loaded(Screen *screen, gpointer old)
{
    Backups *self = (Backups *)screen;
    take_proofs(self, screen->model);
    list_show(&self->list, screen->model);
    if (old == NULL || self->is_made) {
        list_to_first(&self->list);
        self->is_made = false;
    }
}

static bool backups_open(Screen *screen, gconstpointer arg, GError **error)
{
    Backups *self = (Backups *)screen;
    (void)error;
    self->where = g_strdup(arg);
    list_init(&self->list, &backups_list);
    return true;
}

static void backups_close(Screen *screen)
{
    Backups *self = (Backups *)screen;
    g_free(self->where);
    g_clear_pointer(&self->proved, g_ptr_array_unref);
}

static Outcome backups_input(Screen *screen, const Event *event)
{
    Backups *self = (Backups *)screen;
    Event own = *event;
    own.row -= self->list_row;
    return list_input(&self->list, &own, true);
}

static const Backup *selected(const Screen *screen)
{
    const BackupsModel *model = screen->model;
    int row = model != NULL ? list_selected(&((const Backups *)screen)->list) : -1;
    return row >= 0 ? g_ptr_array_index(model->backups, (guint)row) : NULL;
}

/* ---- drawing ---- */

static void draw_busy(const Backups *self, Canvas *canvas, int row)
{
    int width = MIN(canvas->cols - 2 * MARGIN, BAR_COLS);
    canvas_text(canvas, row, MARGIN, canvas->cols - 2 * MARGIN, AREA_ACCENT,
                self->stage == MAKING ? backup_step_words((BackupStep)self->done)
                                      : _("Proving all backups …"));
    if (self->stage == PROVING) {
        canvas_progress(canvas, row + 1, MARGIN, width, self->done, self->total);
    }
}

/* Draws the list into ROWS rows from ROW on, and what is known of the selected one below it. */
static void draw_list(Screen *screen, Canvas *canvas, int row)
{
    Backups *self = (Backups *)screen;
    const Backup *backup = selected(screen);
    int rows = canvas->rows - row;
    int detail = backup != NULL && rows > 2 * DETAIL_ROWS ? DETAIL_ROWS : 0;
    self->list_row = row;
    Canvas part = canvas_part(canvas, row, 0, rows - detail, MIN(canvas->cols, MOST_COLS));
    list_draw(&self->list, &part, true);
    if (detail > 0) {
        canvas_rule(canvas, canvas->rows - detail);
        Canvas below = canvas_part(canvas, canvas->rows - detail + 1, 0, detail - 1, G_MAXINT);
        backups_draw_detail(backup, &below);
    }
}

static void backups_draw(Screen *screen, Canvas *canvas)
{
    const Backups *self = (const Backups *)screen;
    const BackupsModel *model = screen->model;
    bool tall = canvas->rows >= TALL_ROWS;
    canvas_text(canvas, 0, MARGIN, canvas->cols - 2 * MARGIN, AREA_TITLE, _("Backups"));
    if (model == NULL) {
        return;
    }
    int row = tall ? 2 : 1;
    if (self->stage != IDLE) {
        draw_busy(self, canvas, row);
        row += 2;
    } else {
        Canvas above = canvas_part(canvas, row, 0, tall ? 6 : 2, G_MAXINT);
        const char *trouble = model->has_shop && tall ? counter_of(screen)->backup_trouble : NULL;
        row += MIN(backups_draw_health(screen, model, trouble, &above), above.rows);
    }
    draw_list(screen, canvas, row + (tall ? 1 : 0));
}

/* ---- jobs ---- */

static void progress(Screen *screen, double done, double total)
{
    Backups *self = (Backups *)screen;
    self->done = done;
    self->total = total;
}

static bool failed(Screen *screen, const GError *error)
{
    Backups *self = (Backups *)screen;
    self->stage = IDLE;
    if (g_error_matches(error, FAULT, FAULT_CANCELLED)) {
        app_say(screen->app, AREA_MESSAGE, _("Cancelled. What was finished before stays."));
        return true;
    }
    return false;
}

static Outcome begin(Screen *screen, Stage stage, AppJob job)
{
    Backups *self = (Backups *)screen;
    self->stage = stage;
    self->done = 0;
    self->total = 1;
    job.arg = backup_work_new(screen, self->where, NULL);
    job.arg_free = backup_work_free;
    job.failed = failed;
    job.progress = progress;
    job.background = true;
    job.reads_only = true;
    return app_do(screen, &job) | OUTCOME_REDRAW;
}

static Outcome made(Screen *screen, gpointer result)
{
    const BackupMade *end = result;
    ((Backups *)screen)->stage = IDLE;
    ((Backups *)screen)->is_made = true;
    backup_keep_forget(screen->app);
    if (end->second_trouble != NULL) {
        /* TRANSLATORS: behind it stands a sentence about the second place. */
        g_autofree char *text =
            g_strdup_printf(_("The backup is made and proved. %s"), end->second_trouble);
        dialog_message(screen, NULL, text);
    } else {
        app_say(screen->app, AREA_GOOD,
                end->second_path != NULL
                    ? _("The backup is made and proved, and a copy is at the second place.")
                    : _("The backup is made and proved."));
    }
    return OUTCOME_RELOAD;
}

static Outcome make(Screen *screen)
{
    return begin(screen, MAKING,
                 (AppJob){.run = backups_make_run, .result_free = backups_made_free, .done = made});
}

static Outcome proved(Screen *screen, gpointer result)
{
    Backups *self = (Backups *)screen;
    guint broken = 0;
    self->stage = IDLE;
    g_clear_pointer(&self->proved, g_ptr_array_unref);
    self->proved = g_ptr_array_ref(result);
    for (guint i = 0; i < self->proved->len; i++) {
        broken += ((const Backup *)g_ptr_array_index(self->proved, i))->proof == BACKUP_BROKEN;
    }
    g_autofree char *text =
        broken > 0
            ? g_strdup_printf(ngettext("%u backup is damaged. The list says why.",
                                       "%u backups are damaged. The list says why.", broken),
                              broken)
            : g_strdup_printf(ngettext("%u backup was proved: it is sound.",
                                       "%u backups were proved: all are sound.", self->proved->len),
                              self->proved->len);
    app_say(screen->app, broken > 0 ? AREA_WARNING : AREA_GOOD, text);
    return OUTCOME_RELOAD;
}

static Outcome prove(Screen *screen)
{
    return begin(screen, PROVING,
                 (AppJob){.run = backups_prove_run,
                          .result_free = (GDestroyNotify)g_ptr_array_unref,
                          .done = proved});
}

/* ---- what can be done ---- */

static bool is_idle(const Screen *screen)
{
    return ((const Backups *)screen)->stage == IDLE;
}

static bool is_busy(const Screen *screen)
{
    return !is_idle(screen);
}

static bool has_selected(const Screen *screen)
{
    return is_idle(screen) && selected(screen) != NULL;
}

static bool has_shop(const Screen *screen)
{
    const BackupsModel *model = screen->model;
    return is_idle(screen) && model != NULL && model->has_shop;
}

static bool may_set(const Screen *screen)
{
    return has_shop(screen) && counter_may_write(screen);
}

/* The shop is another one now. */
static Outcome switched(Screen *screen, gpointer result)
{
    return result != NULL ? screen_done(screen) : OUTCOME_RELOAD;
}

static Outcome bring(Screen *screen)
{
    const Backup *backup = selected(screen);
    if (backup == NULL) {
        return OUTCOME_HANDLED;
    }
    const BringBackArg arg = {.where = ((const Backups *)screen)->where,
                              .path = backup->path,
                              .is_locked = backup->is_locked};
    return bringback_begin(screen, &arg, switched);
}

Outcome backups_ask_passphrase(Screen *parent, ReturnFunc answered)
{
    const PromptQuestion question = {
        .title = _("Passphrase of the backups"),
        .question = _("Type the passphrase that was set when the backup was made."),
        .is_secret = true,
    };
    return dialog_prompt(parent, &question, answered);
}

static Outcome look(Screen *screen)
{
    const Backup *backup = selected(screen);
    return backup != NULL ? lookback_begin(screen, ((const Backups *)screen)->where, backup)
                          : OUTCOME_HANDLED;
}

static Outcome change_second(Screen *screen)
{
    return second_place_ask(screen);
}

static Outcome change_passphrase(Screen *screen)
{
    return backup_lock_ask(screen, ((const BackupsModel *)screen->model)->is_encrypted);
}

static Outcome check(Screen *screen)
{
    screen_push(screen, &screen_checkshop, NULL, switched);
    return OUTCOME_HANDLED;
}

static Outcome stop(Screen *screen)
{
    app_cancel_job(screen);
    return OUTCOME_REDRAW;
}

static const Action actions[] = {
    {"bring", "Enter", N_("Bring back"),
     N_("Shows what would change if the selected backup were brought back, and brings it back."),
     .run = bring, .when = has_selected, .needs_model = true},
    {"make", "F2|Alt-n", N_("Make one"), N_("Makes a backup now, and proves it."), .run = make,
     .when = has_shop, .needs_model = true},
    {"look", "l", N_("Look at it"),
     N_("Opens a copy of the selected backup that can only be read; Alt-v leads back."),
     .run = look, .when = has_selected, .needs_model = true},
    {"prove", "p", N_("Prove all"),
     N_("Reads all backups and says whether they are as they were made."), .run = prove,
     .when = has_selected, .needs_model = true},
    {"check", "c", N_("Check the shop"), N_("Looks whether the shop itself is whole."),
     .run = check, .when = has_shop, .needs_model = true, .quiet = true},
    {"second", "o", N_("Second place"),
     N_("Names a folder, such as a USB stick, that gets a copy of each backup."),
     .run = change_second, .when = has_shop, .needs_model = true, .quiet = true},
    {"passphrase", "w", N_("Passphrase"), N_("Encrypts backups from now on, or does so no more."),
     .run = change_passphrase, .when = may_set, .needs_model = true, .quiet = true},
    {"stop", "Esc", N_("Stop"), N_("Stops what is being done. What was finished stays."),
     .run = stop, .when = is_busy},
    {"back", "Esc", N_("Back"), N_("Goes back."), .run = screen_leave, .when = is_idle},
    {0},
};

const ScreenClass screen_backups = {
    .name = "backups",
    .title = N_("Backups"),
    .size = sizeof(Backups),
    .actions = actions,
    .open = backups_open,
    .ask = backups_ask,
    .ask_free = backup_work_free,
    .load = backups_model_load,
    .model_free = backups_model_free,
    .loaded = backups_loaded,
    .input = backups_input,
    .draw = backups_draw,
    .close = backups_close,
};
