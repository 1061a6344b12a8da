/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tresen import FILE: takes over the customers of a list, or with --orders what they bought. */
#include "data/list/orders.h"

#include "cli/backuplines.h"
#include "cli/call.h"
#include "cli/import_report.h"
#include "cli/interrupt.h"
#include "cli/print.h"
#include "cli/progress.h"
#include "cli/target.h"
#include "data/base/i18n.h"
#include "data/shopknown.h"

/* What has to go on while the list is read. */
typedef struct {
    Progress progress;
    Interrupt interrupt;
} Watch;

static bool watch_progress(guint64 done, guint64 total, guint records, gpointer data)
{
    Watch *watch = data;
    progress_show(&watch->progress, done, total, records);
    return !interrupt_came(&watch->interrupt);
}

static bool watch_waiting(guint seconds, gpointer data)
{
    Watch *watch = data;
    return call_tell_waiting(seconds, NULL) && !interrupt_came(&watch->interrupt);
}

static ImportResult *take_over(const Call *call, Target *target, Watch *watch, GError **error)
{
    const ImportPlan plan = {
        .path = call->words[0],
        .dry_run = call_has(call, "dry-run"),
        .spare_folder = call->world->spare_folder,
        .today = call->today,
    };
    Who nobody = {0};
    g_strlcpy(nobody.at, call->at, sizeof nobody.at);

    if (!target_open(target, call, !plan.dry_run, error)) {
        return NULL;
    }
    /* A shop that is only now begun has nothing to lose. */
    const BackupPlace place = backuplines_place(call);
    if (!plan.dry_run && target->built == NULL &&
        !backup_take(target->shop->db, &place, BACKUP_IMPORT, call->at, NULL, NULL, NULL, error)) {
        return NULL;
    }
    db_set_waiting(target->shop->db, watch_waiting, watch);
    watch->progress = progress_begin();
    g_autoptr(ImportResult) result = (call_has(call, "orders") ? orders_run : import_run)(
        target->shop->db, &plan, &nobody, watch_progress, watch, error);
    progress_end(&watch->progress);
    db_set_waiting(target->shop->db, NULL, NULL);
    return result != NULL && target_keep(target, error) ? g_steal_pointer(&result) : NULL;
}

static CliStatus run(const Call *call)
{
    g_autoptr(GError) error = NULL;
    Target target = {0};
    /* Before a shop is begun: from here on Ctrl-C has to tidy up. */
    Watch watch = {.interrupt = interrupt_begin()};
    g_autoptr(ImportResult) result = take_over(call, &target, &watch, &error);
    bool cancelled = interrupt_came(&watch.interrupt);
    target_clear(&target);
    interrupt_end(&watch.interrupt);

    if (result == NULL && cancelled) {
        print_sentence(_("Cancelled. Nothing was changed: the shop is as it was before."));
        return CLI_NOTHING;
    }
    if (result == NULL && !call_has(call, "new") &&
        shop_known_gone(call->world->spare_folder, call->where, NULL)) {
        call_refused(error);
        print_sentence(_("If it is meant to be gone, “tresen import --new” begins a new shop."));
        return CLI_NOTHING;
    }
    if (result == NULL) {
        return call_refused(error);
    }
    if (call_has(call, "json")) {
        import_print_json(result);
    } else {
        import_print_text(result, call_has(call, "dry-run"));
    }
    return CLI_DONE;
}

static const CommandOption options[] = {
    {"orders", NULL, N_("the list holds orders, not customers")},
    {"dry-run", NULL, N_("only tell what would happen; nothing is changed")},
    {"new", NULL, N_("begin a new shop, also where an earlier one is gone")},
    {"json", NULL, N_("write JSON, for programs")},
    {NULL, NULL, NULL},
};

const Command command_import = {
    .name = "import",
    .arguments = N_("FILE"),
    .summary = N_("take over customers or orders from a list"),
    .help = N_("Takes over the customers of a CSV file as spreadsheets and other programs write "
               "it. Rows that cannot be used are written, with the "
               "reason, to a file beside the list. The same list again adds nothing. A shop that "
               "is not there yet is made. Ctrl-C "
               "takes everything back. With --orders the file is an export of Shopify, WooCommerce "
               "or Square, or a table with date, customer (number, e-mail or phone), amount and "
               "article: each order becomes a visit of the customer it names."),
    .options = options,
    .least = 1,
    .most = 1,
    .missing = N_("Say which list: “tresen import customers.csv”."),
    .needs = SHOP_OWN,
    .run = run,
};
