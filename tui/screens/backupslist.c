/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of backups, and what stands above it. */
#include "tui/screens/backupslist.h"

#include "data/backup/vault.h"
#include "data/base/decimal.h"
#include "data/base/i18n.h"
#include "tui/app.h"
#include "tui/dates.h"
#include "tui/screens/backupwork.h"
#include "tui/text.h"

#include <string.h>

enum {
    MARGIN = 1,
    GAP = 2,
    WHEN_MOST = 26,
    WHY_FROM = 48,
    SIZE_FROM = 60,
    SIZE_COLS = 9,
    TEXT_LEAST = 52
};

/* ---- the model ---- */

/* Whether the backup in ROW and the one in OTHER, which may not be there, are of one minute. */
static bool are_of_a_minute(const GPtrArray *backups, guint row, guint other)
{
    const Backup *one = g_ptr_array_index(backups, row);
    const Backup *two = other < backups->len ? g_ptr_array_index(backups, other) : NULL;
    return two != NULL && strncmp(one->made, two->made, strlen("YYYY-MM-DDTHH:MM")) == 0;
}

/* When the backup in ROW was made; with seconds where its neighbour was made in the same minute. */
static char *when_words(const BackupsModel *model, guint row)
{
    const GPtrArray *backups = model->backups;
    const char *made = ((const Backup *)g_ptr_array_index(backups, row))->made;
    char *when = backup_when_words(made, model->today);
    /* Before the first row there is none: its number wraps around. */
    if (!are_of_a_minute(backups, row, row + 1) && !are_of_a_minute(backups, row, row - 1)) {
        return when;
    }
    g_autofree char *clock = dates_clock(made);
    if (!g_str_has_suffix(when, clock)) {
        return when;
    }
    char *exact = g_strdup_printf("%s:%.2s", when, made + strlen("YYYY-MM-DDTHH:MM:"));
    g_free(when);
    return exact;
}

void backups_model_free(gpointer data)
{
    BackupsModel *model = data;
    g_ptr_array_unref(model->backups);
    g_free(model->second);
    g_free(model);
}

static void measure(BackupsModel *model)
{
    for (guint i = 0; i < model->backups->len; i++) {
        const Backup *backup = g_ptr_array_index(model->backups, i);
        g_autofree char *when = when_words(model, i);
        model->when_cols = MAX(model->when_cols, MIN(text_width_shown(when), WHEN_MOST));
        model->why_cols = MAX(model->why_cols, text_width_shown(backup_why_words(backup->why)));
    }
}

gpointer backups_model_load(Shop *shop, gconstpointer ask, GError **error)
{
    const BackupWork *work = ask;
    const BackupPlace place = backup_work_place(work);
    BackupsModel *model = g_new0(BackupsModel, 1);
    model->backups = backup_list(&place, work->where, work->at);
    model->health = backup_health(&place, work->where, work->at);
    model->today = work->today;
    model->second = g_strdup(work->second);
    model->has_shop = shop != NULL && work->is_open;
    measure(model);
    if (model->has_shop && !vault_is_set(shop->db, &model->is_encrypted, error)) {
        backups_model_free(model);
        return NULL;
    }
    return model;
}

/* ---- rows ---- */

static guint count_rows(gconstpointer model)
{
    return ((const BackupsModel *)model)->backups->len;
}

static const Backup *backup_in(gconstpointer model, guint row)
{
    return g_ptr_array_index(((const BackupsModel *)model)->backups, row);
}

static gint64 row_id(gconstpointer model, guint row)
{
    return (gint64)g_str_hash(backup_in(model, row)->path) + 1;
}

/* What is to be known of it at a glance, in a word; "" when it is as all are. */
static const char *mark_words(const Backup *backup, Area *area)
{
    *area = AREA_DIM;
    switch (backup->proof) {
    case BACKUP_BROKEN:
        *area = AREA_WARNING;
        return _("damaged");
    case BACKUP_SOUND:
        *area = AREA_GOOD;
        return _("sound");
    case BACKUP_NO_PROOF:
        return _("not proved");
    case BACKUP_NOT_LOOKED_AT:
    default:
        return backup->is_locked   ? _("encrypted")
               : backup->is_second ? _("second place")
               : backup->is_ahead  ? _("from the future")
                                   : "";
    }
}

static void draw_row(Canvas *line, gconstpointer data, guint row)
{
    const BackupsModel *model = data;
    const Backup *backup = backup_in(model, row);
    Area area;
    const char *mark = mark_words(backup, &area);
    g_autofree char *when = when_words(model, row);
    int col = canvas_text(line, 0, MARGIN, model->when_cols, AREA_TEXT, when) + GAP;
    if (line->cols >= WHY_FROM) {
        col = canvas_text(line, 0, col, MIN(model->why_cols, line->cols - col - 2), AREA_LABEL,
                          backup_why_words(backup->why)) +
              GAP;
    }
    if (line->cols >= SIZE_FROM) {
        g_autofree char *size = decimal_size(backup->size);
        col = canvas_text_right(line, 0, col, SIZE_COLS, AREA_DIM, size) + GAP;
    }
    canvas_text(line, 0, col, line->cols - col - 1, area, mark);
}

const ListClass backups_list = {.count = count_rows, .id = row_id, .draw = draw_row};

/* ---- above and below ---- */

static char *newest_words(const BackupsModel *model)
{
    if (model->health.count == 0) {
        return g_strdup(_("There is no backup of this shop yet."));
    }
    if (model->health.newest[0] == '\0') {
        return g_strdup(_("The clock of this computer is behind all backups. Is it right?"));
    }
    g_autofree char *when = backup_when_words(model->health.newest, model->today);
    return g_strdup_printf(
        ngettext("%u backup, the newest: %s", "%u backups, the newest: %s", model->health.count),
        model->health.count, when);
}

/* What is to be known of the second place. */
static char *second_words(const BackupsModel *model, Area *area)
{
    *area = AREA_DIM;
    if (!model->health.second_is_wanted) {
        return g_strdup(_("No second place: if this disk dies, they are gone."));
    }
    g_autofree char *path = backup_path_words(model->second);
    if (!model->health.second_is_there) {
        *area = AREA_TEXT;
        return g_strdup_printf(_("Second place, not there now: %s"), path);
    }
    if (model->health.second_is_same_disk) {
        *area = AREA_WARNING;
        return g_strdup_printf(_("Second place, but on the same disk: %s"), path);
    }
    return g_strdup_printf(_("Second place: %s"), path);
}

/* A line above the list, with the row of the screen that has to do with it. */
typedef struct {
    const char *text;
    const char *name;
    Area area;
} Said;

/* What the bar would say of ACTION; "" when it makes no sense now. Free with g_free. */
static char *key_of(const Screen *screen, const Action *action)
{
    return action->when(screen) ? app_key_label(screen, action) : g_strdup("");
}

/* Draws COUNT lines, and behind them, in a column, their keys, as far as there is room. */
static void draw_said(const Screen *screen, Canvas *canvas, int row, const Said *said, int count)
{
    int cols = canvas->cols - 2 * MARGIN, texts = 0, keys = 0;
    for (int i = 0; i < count; i++) {
        const Action *action = action_named(screen->class->actions, said[i].name);
        g_autofree char *key = key_of(screen, action);
        int own = *key != '\0' ? text_width_shown(key) + 1 + text_width_shown(_(action->label)) : 0;
        texts = MAX(texts, text_width_shown(said[i].text));
        keys = MAX(keys, own);
    }
    /* Where both have no room, the keys go: F1 tells them. */
    bool has_keys = keys > 0 && cols - GAP - keys >= MIN(texts, TEXT_LEAST);
    texts = has_keys ? MIN(texts, cols - GAP - keys) : cols;
    for (int i = 0; i < count; i++) {
        const Action *action = action_named(screen->class->actions, said[i].name);
        g_autofree char *key = key_of(screen, action);
        canvas_text(canvas, row + i, MARGIN, texts, said[i].area, said[i].text);
        if (has_keys && *key != '\0') {
            int col = canvas_put(canvas, row + i, MARGIN + texts + GAP, AREA_BAR_KEY, key) + 1;
            canvas_put(canvas, row + i, col, AREA_DIM, _(action->label));
        }
    }
}

int backups_draw_health(const Screen *screen, const BackupsModel *model, const char *trouble,
                        Canvas *canvas)
{
    int row = 0;
    Area area;
    g_autofree char *newest = newest_words(model);
    g_autofree char *second = second_words(model, &area);
    if (trouble != NULL) {
        row = canvas_wrapped(canvas, row, MARGIN, canvas->cols - 2 * MARGIN, 3, AREA_WARNING,
                             trouble);
    }
    bool is_late = model->health.count == 0 || model->health.days > 1;
    const Said said[] = {
        {newest, "check", is_late ? AREA_WARNING : AREA_TEXT},
        {second, "second", area},
        {model->is_encrypted ? _("Encrypted with a passphrase.")
                             : _("Not encrypted: whoever has the file can read it."),
         "passphrase", AREA_DIM},
    };
    int count = (int)G_N_ELEMENTS(said) - (model->has_shop ? 0 : 1);
    draw_said(screen, canvas, row, said, count);
    return row + count;
}

/* The length of the longest beginning of PATH, in bytes, that ends with a slash and has room in
 * COLS cells; 0: there is none. */
static gsize beginning_for(const char *path, int cols)
{
    gsize best = 0;
    for (const char *slash = strchr(path, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        gsize length = (gsize)(slash + 1 - path);
        g_autofree char *begin = g_strndup(path, length);
        best = text_width_shown(begin) <= cols ? length : best;
    }
    return best;
}

/* PATH in COLS cells of the first row, and of the second one where that IS_FREE. A path that is cut
 * says nothing: then it is the name alone. */
static void draw_path(Canvas *canvas, int cols, const char *path, bool is_free)
{
    g_autofree char *whole = backup_path_words(path);
    if (text_width_shown(whole) <= cols) {
        canvas_text(canvas, 0, MARGIN, cols, AREA_DIM, whole);
        return;
    }
    gsize length = beginning_for(whole, cols);
    g_autofree char *begin = g_strndup(whole, length);
    if (is_free && text_width_shown(whole + length) <= cols) {
        canvas_text(canvas, 0, MARGIN, cols, AREA_DIM, begin);
        canvas_text(canvas, 1, MARGIN, cols, AREA_DIM, whole + length);
    } else {
        g_autofree char *name = g_path_get_basename(whole);
        canvas_text(canvas, 0, MARGIN, cols, AREA_DIM, name);
    }
}

void backups_draw_detail(const Backup *backup, Canvas *canvas)
{
    int cols = canvas->cols - 2 * MARGIN;
    const char *text = backup->proof == BACKUP_BROKEN ? backup->trouble
                       : backup->is_ahead
                           ? _("Its day is still to come: the clock was wrong when it was made, or "
                               "is wrong now.")
                       : backup->proof == BACKUP_NO_PROOF
                           ? _("Nothing lies beside it that says what it was like: prove it first.")
                       : backup->is_at_both ? _("The second place has a copy of it.")
                       : backup->is_second  ? _("It lies at the second place only.")
                                            : "";
    bool has_text = *text != '\0';
    draw_path(canvas, cols, backup->path, !has_text && canvas->rows > 1);
    if (has_text) {
        canvas_wrapped(canvas, 1, MARGIN, cols, MAX(canvas->rows - 1, 0),
                       backup->proof == BACKUP_BROKEN ? AREA_WARNING : AREA_DIM, text);
    }
}
