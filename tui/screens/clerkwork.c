/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the choice of who stands at the counter reads and writes. */
#include "tui/screens/clerkwork.h"

#include "data/base/i18n.h"
#include "data/base/utf8.h"
#include "tui/app.h"
#include "tui/counter.h"
#include "tui/screens/removal.h"

/* ---- reading ---- */

gpointer clerk_model_ask(Screen *screen)
{
    gint64 here = counter_of(screen)->branch_id;
    return g_memdup2(&here, sizeof here);
}

void clerk_model_free(gpointer data)
{
    ClerkModel *model = data;
    g_clear_pointer(&model->clerks, g_ptr_array_unref);
    g_clear_pointer(&model->branches, g_ptr_array_unref);
    g_free(model);
}

static int rank_of(const Clerk *clerk, gint64 here)
{
    return clerk->branch_id == 0 ? 1 : clerk->branch_id == here ? 0 : 2;
}

static gint compare(gconstpointer left, gconstpointer right, gpointer here)
{
    const Clerk *a = *(const Clerk *const *)left, *b = *(const Clerk *const *)right;
    int order = rank_of(a, *(const gint64 *)here) - rank_of(b, *(const gint64 *)here);
    return order != 0 ? order : (a->head.id > b->head.id) - (a->head.id < b->head.id);
}

gpointer clerk_model_load(Shop *shop, gconstpointer ask, GError **error)
{
    ClerkModel *model = g_new0(ClerkModel, 1);
    gint64 here = *(const gint64 *)ask;
    model->clerks =
        record_list(shop->db, &clerk_type, "WHERE active = 1 ORDER BY id", DB_NO_VALUES, error);
    model->branches = model->clerks != NULL ? branch_list(shop->db, &here, error) : NULL;
    if (model->branches == NULL) {
        clerk_model_free(model);
        return NULL;
    }
    if (here != 0) {
        g_ptr_array_sort_with_data(model->clerks, compare, &here);
    }
    return model;
}

/* ---- writing ---- */

typedef enum { ADD, TAKE_OFF, PLACE } ChangeKind;

typedef struct {
    ChangeKind kind;
    char *name;       /* of a new one */
    gint64 clerk_id;  /* else which one … */
    gint64 version;   /* … as it was seen */
    gint64 branch_id; /* where they work */
    Who who;
} Change;

static const char *const verbs[] = {
    [ADD] = N_("adding a clerk"),
    [TAKE_OFF] = N_("taking a clerk off the list"),
    [PLACE] = N_("noting where a clerk works"),
};

static void change_free(gpointer data)
{
    Change *change = data;
    g_free(change->name);
    g_free(change);
}

static void apply(Clerk *clerk, const Change *change)
{
    switch (change->kind) {
    case ADD:
        record_set_text(&clerk->name, change->name);
        clerk->active = 1;
        clerk->branch_id = change->branch_id;
        break;
    case TAKE_OFF:
        clerk->active = 0;
        break;
    case PLACE:
        clerk->branch_id = change->branch_id;
        break;
    }
}

static gpointer change_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Change *change = arg;
    bool is_new = change->kind == ADD;
    Clerk *clerk = is_new ? record_new(&clerk_type)
                          : record_load(shop->db, &clerk_type, change->clerk_id, error);
    if (clerk == NULL) {
        return NULL;
    }
    clerk->head.version = is_new ? clerk->head.version : change->version;
    apply(clerk, change);
    g_autoptr(Deed) deed = deed_begin(shop->db, &change->who, verbs[change->kind], error);
    bool ok = deed != NULL &&
              (is_new ? record_insert(deed, clerk, error) : record_update(deed, clerk, error)) &&
              deed_commit(deed, NULL, error);
    gint64 *id = ok ? g_memdup2(&clerk->head.id, sizeof(gint64)) : NULL;
    record_free(clerk);
    return id;
}

/* Does CHANGE (taken over). */
static Outcome do_change(Screen *screen, Change *change, Outcome (*done)(Screen *, gpointer))
{
    change->who = counter_who(screen);
    const AppJob job = {
        .run = change_run,
        .arg = change,
        .arg_free = change_free,
        .result_free = g_free,
        .done = done,
        .failed = removal_refused,
    };
    return app_do(screen, &job);
}

static Change *change_of(ChangeKind kind, const Clerk *clerk)
{
    Change *change = g_new0(Change, 1);
    change->kind = kind;
    change->clerk_id = clerk->head.id;
    change->version = clerk->head.version;
    return change;
}

Outcome clerk_work_add(Screen *screen, const char *name, Outcome (*done)(Screen *, gpointer))
{
    const Counter *counter = counter_of(screen);
    Change *change = g_new0(Change, 1);
    change->kind = ADD;
    change->name = utf8_storable(name, -1, true, NULL);
    change->branch_id = counter->has_branches ? counter->branch_id : 0;
    return do_change(screen, change, done);
}

Outcome clerk_work_take_off(Screen *screen, const Clerk *clerk, Outcome (*done)(Screen *, gpointer))
{
    return do_change(screen, change_of(TAKE_OFF, clerk), done);
}

Outcome clerk_work_place(Screen *screen, const Clerk *clerk, gint64 branch_id,
                         Outcome (*done)(Screen *, gpointer))
{
    Change *change = change_of(PLACE, clerk);
    change->branch_id = branch_id;
    return do_change(screen, change, done);
}
