/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tresen check: whether the shop is whole. */
#include "data/db/check.h"

#include "cli/call.h"
#include "cli/print.h"
#include "data/base/i18n.h"
#include "data/customer/customer.h"
#include "data/lookup/index.h"

#include <inttypes.h>

static CliStatus run(const Call *call)
{
    Db *db = call->shop->db;
    gint64 count = 0;
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);

    /* SQLite compares the index with its table only where it may write. */
    bool with_index = !db_is_read_only(db);
    if (!check_database(db, findings, &error) ||
        (with_index && !index_check(db, findings, &error)) || !customer_count(db, &count, &error)) {
        return call_refused(error);
    }
    if (!with_index) {
        print_sentence(_("Whether the search index is in order can only be seen where the shop can "
                         "be written."));
    }
    if (findings->len == 0) {
        g_autofree char *sentence = g_strdup_printf(
            ngettext("The shop is whole: everything about its %" PRId64 " customer is in order.",
                     "The shop is whole: everything about its %" PRId64 " customers is in order.",
                     (gulong)count),
            count);
        print_line(sentence);
        return CLI_DONE;
    }
    for (guint i = 0; i < findings->len; i++) {
        print_wrapped("- ", g_ptr_array_index(findings, i));
    }
    print_sentence(_("The shop is not whole. Make a copy of its file before anything else, then "
                     "bring back the last good backup."));
    return CLI_NOTHING;
}

const Command command_check = {
    .name = "check",
    .summary = N_("see whether the shop is whole"),
    .help = N_("Reads the whole shop and says whether the database, what belongs together in it, "
               "and the search index are in order. Nothing is "
               "changed."),
    .needs = SHOP_READ,
    .run = run,
};
