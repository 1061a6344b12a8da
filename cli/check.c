/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tresen check: whether the shop is whole. */
#include "data/db/check.h"

#include "cli/call.h"
#include "cli/interrupt.h"
#include "cli/print.h"
#include "cli/progress.h"
#include "data/agenda/care.h"
#include "data/base/i18n.h"
#include "data/customer/customer.h"
#include "data/diary/sums.h"
#include "data/lookup/index.h"

#include <inttypes.h>

static CliStatus tell_whole(gint64 count)
{
    g_autofree char *sentence = g_strdup_printf(
        ngettext("The shop is whole: everything about its %" PRId64 " customer is in order.",
                 "The shop is whole: everything about its %" PRId64 " customers is in order.",
                 (gulong)count),
        count);
    print_line(sentence);
    return CLI_DONE;
}

static void tell_findings(const GPtrArray *findings)
{
    for (guint i = 0; i < findings->len; i++) {
        print_wrapped("- ", g_ptr_array_index(findings, i));
    }
}

/* What has to go on while every customer is looked at. */
typedef struct {
    Progress progress;
    Interrupt interrupt;
} Watch;

static bool watch_progress(guint done, guint total, gpointer data)
{
    Watch *watch = data;
    progress_show(&watch->progress, done, total, done);
    return !interrupt_came(&watch->interrupt);
}

typedef bool (*Work)(Db *db, IndexProgress progress, gpointer data, GPtrArray *findings,
                     GError **error);

/* What follows from other things: it holds nothing that could not be made anew. */
static bool check_derived(Db *db, IndexProgress progress, gpointer data, GPtrArray *findings,
                          GError **error)
{
    return sums_check(db, progress, data, findings, error) &&
           care_check(db, progress, data, findings, error) &&
           index_check(db, progress, data, findings, error);
}

/* The index knows from the sums how often people come. */
static bool rebuild(Db *db, IndexProgress progress, gpointer data, GPtrArray *findings,
                    GError **error)
{
    (void)findings;
    return sums_rebuild(db, progress, data, error) && care_rebuild(db, progress, data, error) &&
           index_rebuild(db, progress, data, error);
}

/* Does WORK, shows how far it is, and breaks off when that is wanted. */
static bool watched(Work work, Db *db, GPtrArray *findings, GError **error)
{
    Watch watch = {.interrupt = interrupt_begin(), .progress = progress_begin()};
    bool ok = work(db, watch_progress, &watch, findings, error);
    progress_end(&watch.progress);
    interrupt_end(&watch.interrupt);
    return ok;
}

static CliStatus check_what_follows(const Call *call, gint64 count)
{
    Db *db = call->shop->db;
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);

    if (!watched(check_derived, db, findings, &error)) {
        return call_refused(error);
    }
    if (findings->len == 0) {
        return tell_whole(count);
    }
    tell_findings(findings);
    if (!call_has(call, "rebuild")) {
        print_sentence(
            _("Nothing is lost, but not everybody may be found, and figures and contacts that are "
              "due may be wrong. “tresen check --rebuild” makes the search index, the sums and "
              "the contacts of the plan anew."));
        return CLI_NOTHING;
    }
    if (!watched(rebuild, db, findings, &error)) {
        return call_refused(error);
    }
    print_line(
        _("The search index, the sums and the contacts of the plan were made anew: everybody can "
          "be found again."));
    return CLI_DONE;
}

static CliStatus run(const Call *call)
{
    Db *db = call->shop->db;
    gint64 count = 0;
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);

    if (!check_database(db, findings, &error) || !customer_count(db, &count, &error)) {
        return call_refused(error);
    }
    if (findings->len > 0) {
        tell_findings(findings);
        print_sentence(_("The shop is not whole. Make a copy of its file before anything else, "
                         "then bring back the last good backup."));
        return CLI_NOTHING;
    }
    /* SQLite compares the index with its table only where it may write. */
    if (!db_is_read_only(db)) {
        return check_what_follows(call, count);
    }
    print_sentence(
        _("Whether the search index, the sums and the contacts of the plan are in order can only "
          "be seen where the shop can be written."));
    return tell_whole(count);
}

static const CommandOption options[] = {
    {"rebuild", NULL,
     N_("make the search index, the sums and the contacts anew where they are not in order")},
    {NULL, NULL, NULL},
};

const Command command_check = {
    .name = "check",
    .summary = N_("see whether the shop is whole"),
    .help = N_("Reads the whole shop and says whether the database, what belongs together in it, "
               "the search index, the sums and the contacts of the plan are in order. Nothing is "
               "changed, but with --rebuild what is not in order of these three."),
    .options = options,
    .needs = SHOP_READ,
    .run = run,
};
