/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking over a list on the worker thread. */
#include "tui/screens/importwork.h"

#include "data/backup/take.h"
#include "data/list/orders.h"
#include "tui/screens/shopmake.h"

ImportWork *importwork_new(void)
{
    return g_atomic_rc_box_new0(ImportWork);
}

static void clear(gpointer data)
{
    ImportWork *work = data;
    g_free(work->path);
    mapping_free(work->mapping);
    g_free(work->new_shop);
    g_free(work->spare_folder);
    g_free(work->backup_folder);
    g_free(work->second_place);
}

void importwork_unref(gpointer work)
{
    g_atomic_rc_box_release_full(work, clear);
}

void importwork_done_free(gpointer data)
{
    ImportDone *done = data;
    import_result_free(done->result);
    shop_close(done->made);
    g_free(done);
}

/* Both sides of the job. */
typedef struct {
    ImportWork *work;
    Work *job;
} Sides;

static bool tell(guint64 done, guint64 total, guint records, gpointer data)
{
    const Sides *sides = data;
    g_atomic_int_set(&sides->work->records, (gint)records);
    work_report(sides->job, (double)done, (double)total);
    return !work_is_cancelled(sides->job);
}

/* A shop that is only now begun has nothing to lose. */
static bool back_up(Shop *shop, const ImportWork *work, GError **error)
{
    const BackupPlace place = {.folder = work->backup_folder, .second = work->second_place};
    return work->new_shop != NULL ||
           backup_take(shop->db, &place, BACKUP_IMPORT, work->who.at, NULL, NULL, NULL, error);
}

gpointer importwork_run(Shop *shop, gpointer data, Work *job, GError **error)
{
    ImportWork *work = data;
    Shop *made = NULL;
    if (!back_up(shop, work, error)) {
        return NULL;
    }
    if (work->new_shop != NULL) {
        made = shopmake_new(work->new_shop, "", NULL, NULL, work->who.at, error);
        if (made == NULL) {
            return NULL;
        }
    }
    const ImportPlan plan = {
        .path = work->path,
        .mapping = work->mapping,
        .spare_folder = work->spare_folder,
        .today = work->today,
    };
    Sides sides = {work, job};
    ImportResult *result = (work->is_orders ? orders_run : import_run)(
        made != NULL ? made->db : shop->db, &plan, &work->who, tell, &sides, error);
    if (result == NULL) {
        if (made != NULL) {
            shopmake_discard(made);
        }
        return NULL;
    }
    ImportDone *done = g_new0(ImportDone, 1);
    done->result = result;
    done->made = made;
    return done;
}
