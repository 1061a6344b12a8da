/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tresen forget NUMBER: erases a customer for ever, after saying what goes and what stays. */
#include "data/erase/erase.h"

#include "cli/backuplines.h"
#include "cli/call.h"
#include "cli/print.h"
#include "data/base/i18n.h"
#include "data/erase/erasewords.h"

enum { LABEL_MOST = 60 };

static void print_counts(const char *heading, const GArray *counts)
{
    static const int most[] = {LABEL_MOST};
    g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    for (guint i = 0; i < counts->len; i++) {
        const EraseCount *one = &g_array_index(counts, EraseCount, i);
        char **cells = g_new0(char *, 3);
        cells[0] = g_strdup(_(one->label));
        cells[1] = g_strdup_printf("%" G_GINT64_FORMAT, one->count);
        g_ptr_array_add(rows, cells);
    }
    if (counts->len > 0) {
        print_heading(heading);
        print_table(rows, most, 2, 2);
    }
}

static void tell(const Call *call, const EraseView *view)
{
    const BackupPlace place = backuplines_place(call);
    g_autoptr(GPtrArray) backups = backup_list(&place, call->where, call->at);
    g_autofree char *who = g_strdup_printf(_("%s, no. %s"), view->name, view->number);
    g_autofree char *kept = erase_backup_words(backups, db_is_server(call->where));
    print_line(who);
    print_counts(_("This goes for ever:"), view->goes);
    print_counts(_("This stays, without a name and without words, so that figures stay right:"),
                 view->stays);
    print_heading(_("Good to know:"));
    print_wrapped("  ", kept);
    if (!view->in_bin) {
        g_autofree char *show = g_strdup_printf(
            _("“tresen show %s --json > FILE” writes down beforehand all that is known of them."),
            view->number);
        print_wrapped("  ", show);
    }
    if (view->others->len > 0) {
        g_autofree char *others = print_join(view->others);
        g_autofree char *sentence = g_strdup_printf(
            _("The name also stands on the cards of %s. Look there yourself."), others);
        print_wrapped("  ", sentence);
    }
}

/* Whether the person typed the number, or said --yes. */
static bool is_wanted(const Call *call, const EraseView *view)
{
    if (call_has(call, "yes")) {
        return true;
    }
    g_autofree char *question = g_strdup_printf(
        _("This cannot be taken back. Type %s and press Enter to erase %s for ever; anything else "
          "leaves all as it is."),
        view->number, view->name);
    g_autofree char *answer =
        call_ask(question, _("Nothing was erased. “--yes” erases without asking."));
    bool yes = g_strcmp0(answer, view->number) == 0;
    if (answer != NULL && !yes) {
        print_sentence(_("Nothing was erased."));
    }
    return yes;
}

static CliStatus erase(const Call *call, const EraseView *view)
{
    g_autoptr(GError) error = NULL;
    const Who who = call_who(call, 0);
    if (!erase_customer(call->shop->db, &who, view->customer_id, &error)) {
        return call_refused(error);
    }
    g_autofree char *line = g_strdup_printf(_("Erased for ever: no. %s"), view->number);
    bool is_clean = erase_clean_up(call->shop->db, view, call->world->backup_folder,
                                   call->world->spare_folder, &error);
    print_line(line);
    if (!is_clean) {
        g_autofree char *left = g_strdup_printf(
            _("They are erased, but not everything is cleaned up: %s"), error->message);
        print_sentence(left);
    }
    return is_clean ? CLI_DONE : CLI_NOTHING;
}

static CliStatus run(const Call *call)
{
    g_autoptr(GError) error = NULL;
    gint64 id = 0;
    if (!erase_find(call->shop->db, call->words[0], &id, &error)) {
        return call_refused(error);
    }
    g_autoptr(EraseView) view = erase_look(call->shop->db, id, &error);
    if (view == NULL) {
        return call_refused(error);
    }
    if (!call_has(call, "yes")) {
        tell(call, view);
    }
    return is_wanted(call, view) ? erase(call, view) : CLI_NOTHING;
}

static const CommandOption options[] = {
    {"yes", NULL, N_("do not show and do not ask")},
    {NULL, NULL, NULL},
};

const Command command_forget = {
    .name = "forget",
    .arguments = N_("NUMBER"),
    .summary = N_("erase a customer for ever"),
    .help =
        N_("Says what goes and what stays, and asks. Everything that tells something of the "
           "person goes, also from the bin, from drafts and from what can be taken back; visits "
           "and amounts stay without a name. A backup that is brought back later has them "
           "erased again. This cannot be taken back."),
    .options = options,
    .least = 1,
    .most = 1,
    .missing = N_("Say who is to be erased, by the number: “tresen forget 1042”."),
    .needs = SHOP_READ,
    .run = run,
};
