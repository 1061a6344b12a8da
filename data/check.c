/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a shop is whole. */
#include "data/check.h"

#include "data/agenda/care.h"
#include "data/base/i18n.h"
#include "data/customer/customer.h"
#include "data/db/check.h"
#include "data/db/seal.h"
#include "data/diary/sums.h"
#include "data/lookup/index.h"

/* What the constraints of the tables cannot say. Each counts the rows that break it. */
static const struct {
    const char *sql, *sentence;
} invariants[] = {
    {"SELECT COUNT(*) FROM visit_item JOIN visit ON visit.id = visit_item.visit_id "
     "WHERE visit_item.customer_id <> visit.customer_id",
     N_("Something that was bought stands with another customer than the visit.")},
    {"SELECT COUNT(*) FROM deed JOIN deed AS back ON back.id = deed.undone_by "
     "WHERE back.undoes IS NULL OR back.undoes <> deed.id",
     N_("A change is marked as taken back by one that took back something else.")},
    {"SELECT COUNT(*) FROM deed WHERE undoes IS NOT NULL AND undoes >= id",
     N_("A change takes back one that came later.")},
};

/* One step, with the caller's progress. */
typedef struct {
    CheckStep step;
    CheckProgress progress;
    gpointer data;
} Watch;

const char *check_step_name(CheckStep step)
{
    static const char *const names[CHECK_STEPS] = {
        [CHECK_DATABASE] = N_("The database"), [CHECK_SEALS] = N_("What was saved"),
        [CHECK_SUMS] = N_("Sums of visits"),   [CHECK_CONTACTS] = N_("Contacts of the plan"),
        [CHECK_INDEX] = N_("Search index"),
    };
    return _(names[step]);
}

static bool watch(guint done, guint total, gpointer data)
{
    const Watch *step = data;
    return step->progress == NULL || step->progress(step->step, done, total, step->data);
}

static Watch *watch_step(Watch *steps, CheckStep step)
{
    steps->step = step;
    return steps;
}

void checked_free(Checked *checked)
{
    if (checked != NULL) {
        g_ptr_array_unref(checked->damage);
        g_ptr_array_unref(checked->behind);
        g_free(checked);
    }
}

static bool check_invariants(Db *db, GPtrArray *findings, GError **error)
{
    for (guint i = 0; i < G_N_ELEMENTS(invariants); i++) {
        gint64 count = 0;
        if (!db_get_int(db, invariants[i].sql, DB_NO_VALUES, &count, NULL, error)) {
            return false;
        }
        if (count > 0) {
            g_ptr_array_add(findings, g_strdup(_(invariants[i].sentence)));
        }
    }
    return true;
}

/* What was saved. */
static bool check_saved(Db *db, CheckDepth depth, Watch *steps, GPtrArray *findings, GError **error)
{
    watch(0, 1, watch_step(steps, CHECK_DATABASE));
    if (!(depth == CHECK_QUICK ? check_database_quick : check_database)(db, findings, error)) {
        return false;
    }
    /* A database that is damaged itself need not be asked further. */
    return depth == CHECK_QUICK || findings->len > 0 ||
           (check_invariants(db, findings, error) &&
            seal_check(db, watch, watch_step(steps, CHECK_SEALS), findings, error));
}

/* What follows from it. */
static bool check_derived(Db *db, Watch *steps, GPtrArray *findings, GError **error)
{
    return sums_check(db, watch, watch_step(steps, CHECK_SUMS), findings, error) &&
           care_check(db, watch, watch_step(steps, CHECK_CONTACTS), findings, error) &&
           index_check(db, watch, watch_step(steps, CHECK_INDEX), findings, error);
}

Checked *check_shop(Db *db, CheckDepth depth, CheckProgress progress, gpointer data, GError **error)
{
    Watch steps = {.progress = progress, .data = data};
    g_autoptr(Checked) checked = g_new0(Checked, 1);
    checked->damage = g_ptr_array_new_with_free_func(g_free);
    checked->behind = g_ptr_array_new_with_free_func(g_free);
    if (!check_saved(db, depth, &steps, checked->damage, error)) {
        return NULL;
    }
    bool is_sound = checked->damage->len == 0;
    if (is_sound && !customer_count(db, &checked->customers, error)) {
        return NULL;
    }
    /* SQLite compares the search index with its table only where it may write. */
    checked->is_all = is_sound && depth == CHECK_FULL && !db_is_read_only(db);
    if (checked->is_all && !check_derived(db, &steps, checked->behind, error)) {
        return NULL;
    }
    return g_steal_pointer(&checked);
}

/* The index knows from the sums how often people come. */
bool check_mend(Db *db, CheckProgress progress, gpointer data, GError **error)
{
    Watch steps = {.progress = progress, .data = data};
    return sums_rebuild(db, watch, watch_step(&steps, CHECK_SUMS), error) &&
           care_rebuild(db, watch, watch_step(&steps, CHECK_CONTACTS), error) &&
           index_rebuild(db, watch, watch_step(&steps, CHECK_INDEX), error);
}

bool check_accept(Db *db, CheckProgress progress, gpointer data, GError **error)
{
    Watch steps = {.progress = progress, .data = data};
    return seal_rebuild(db, watch, watch_step(&steps, CHECK_SEALS), error);
}
