/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tresen export --csv FILE: the customers for a spreadsheet. */
#include "data/list/export.h"

#include "cli/call.h"
#include "cli/print.h"
#include "data/base/i18n.h"

#include <inttypes.h>

static CliStatus run(const Call *call)
{
    const char *path = call_option(call, "csv");
    if (path == NULL || *path == '\0') {
        print_sentence(_("Say where the list should go: “tresen export --csv customers.csv”."));
        return CLI_WRONG;
    }
    g_autoptr(GError) error = NULL;
    gint64 count = 0;
    if (!export_csv(call->shop->db, path, &count, &error)) {
        return call_refused(error);
    }
    g_autofree char *sentence =
        g_strdup_printf(ngettext("%" PRId64 " customer was written to %s.",
                                 "%" PRId64 " customers were written to %s.", (gulong)count),
                        count, path);
    print_line(sentence);
    return CLI_DONE;
}

static const CommandOption options[] = {
    {"csv", N_("FILE"), N_("the file to write; one that is there is replaced")},
    {NULL, NULL, NULL},
};

const Command command_export = {
    .name = "export",
    .summary = N_("write the customers to a file"),
    .help =
        N_("Writes all customers to a CSV file that spreadsheets and “tresen import” can read."),
    .options = options,
    .needs = SHOP_READ,
    .run = run,
};
