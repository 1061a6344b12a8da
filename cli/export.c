/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tresen export: the customers for a spreadsheet, their days for calendars. */
#include "data/list/export.h"

#include "cli/call.h"
#include "cli/print.h"
#include "data/base/i18n.h"
#include "data/list/ics.h"

#include <inttypes.h>

static CliStatus export_customers(const Call *call, const char *path)
{
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

static CliStatus export_days(const Call *call, const char *path)
{
    g_autoptr(GError) error = NULL;
    gint64 count = 0;
    if (!ics_write(call->shop->db, path, call->shop->name, &count, &error)) {
        return call_refused(error);
    }
    g_autofree char *sentence =
        g_strdup_printf(ngettext("%" PRId64 " day was written to %s.",
                                 "%" PRId64 " days were written to %s.", (gulong)count),
                        count, path);
    print_line(sentence);
    return CLI_DONE;
}

static CliStatus run(const Call *call)
{
    const char *list = call_option(call, "csv"), *feed = call_option(call, "ics");
    bool has_list = list != NULL && *list != '\0', has_feed = feed != NULL && *feed != '\0';
    if (!has_list && !has_feed) {
        print_sentence(
            _("Say where the list should go: “tresen export --csv customers.csv”, or “tresen "
              "export --ics birthdays.ics” for calendars."));
        return CLI_WRONG;
    }
    CliStatus status = has_list ? export_customers(call, list) : CLI_DONE;
    return status == CLI_DONE && has_feed ? export_days(call, feed) : status;
}

static const CommandOption options[] = {
    {"csv", N_("FILE"), N_("the customers, for a spreadsheet; a file that is there is replaced")},
    {"ics", N_("FILE"), N_("birthdays and other days, for calendars; likewise")},
    {NULL, NULL, NULL},
};

const Command command_export = {
    .name = "export",
    .summary = N_("write the customers, or their birthdays, to a file"),
    .help =
        N_("Writes all customers to a CSV file that spreadsheets and “tresen import” can read, or "
           "all yearly days to a file that calendars show: those of Apple, Google and Outlook. "
           "Written again, it changes in the calendar what has changed here."),
    .options = options,
    .needs = SHOP_READ,
    .run = run,
};
