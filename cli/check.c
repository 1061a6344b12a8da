/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tresen check: whether the shop is whole. */
#include "data/check.h"

#include "cli/call.h"
#include "cli/interrupt.h"
#include "cli/print.h"
#include "cli/progress.h"
#include "data/base/i18n.h"

#include <inttypes.h>

/* What has to go on while everything is looked at. */
typedef struct {
    Progress progress;
    Interrupt interrupt;
} Watch;

static bool watch_progress(CheckStep step, guint done, guint total, gpointer data)
{
    Watch *watch = data;
    (void)step;
    progress_show(&watch->progress, done, total, done);
    return !interrupt_came(&watch->interrupt);
}

static Watch watch_begin(void)
{
    return (Watch){.interrupt = interrupt_begin(), .progress = progress_begin()};
}

static void watch_end(Watch *watch)
{
    progress_end(&watch->progress);
    interrupt_end(&watch->interrupt);
}

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

static CliStatus tell_sound(const Call *call, const Checked *checked)
{
    if (call_has(call, "quick")) {
        print_line(_("The shop’s database is in order. “tresen check” looks at all the rest."));
        return CLI_DONE;
    }
    if (!checked->is_all) {
        print_sentence(
            _("Whether the search index, the sums and the contacts of the plan are in order can "
              "only be seen where the shop can be written."));
    }
    return tell_whole(checked->customers);
}

static CliStatus tell_damage(const Checked *checked)
{
    tell_findings(checked->damage);
    print_sentence(_("The shop is not whole. Make a copy of its file before anything else, then "
                     "bring back the last good backup: “tresen restore” shows which there are."));
    return CLI_NOTHING;
}

typedef bool (*Work)(Db *db, CheckProgress progress, gpointer data, GError **error);

/* Does WORK, shows how far it is, and says DONE. */
static CliStatus carry_out(const Call *call, Work work, const char *done)
{
    g_autoptr(GError) error = NULL;
    Watch watch = watch_begin();
    bool ok = work(call->shop->db, watch_progress, &watch, &error);
    watch_end(&watch);
    if (!ok) {
        return call_refused(error);
    }
    print_line(done);
    return CLI_DONE;
}

static CliStatus tell_behind(const Call *call, const Checked *checked)
{
    tell_findings(checked->behind);
    if (!call_has(call, "rebuild")) {
        print_sentence(
            _("Nothing is lost, but not everybody may be found, and figures and contacts that are "
              "due may be wrong. “tresen check --rebuild” makes the search index, the sums and "
              "the contacts of the plan anew."));
        return CLI_NOTHING;
    }
    return carry_out(call, check_mend,
                     _("The search index, the sums and the contacts of the plan were made anew: "
                       "everybody can be found again."));
}

static CliStatus run(const Call *call)
{
    g_autoptr(GError) error = NULL;
    if (call_has(call, "accept")) {
        return carry_out(call, check_accept,
                         _("What is saved is taken for right as it is from now on."));
    }
    Watch watch = watch_begin();
    g_autoptr(Checked) checked =
        check_shop(call->shop->db, call_has(call, "quick") ? CHECK_QUICK : CHECK_FULL,
                   watch_progress, &watch, &error);
    watch_end(&watch);
    if (checked == NULL) {
        return call_refused(error);
    }
    if (checked->damage->len > 0) {
        return tell_damage(checked);
    }
    if (checked->behind->len > 0) {
        return tell_behind(call, checked);
    }
    return tell_sound(call, checked);
}

static const CommandOption options[] = {
    {"quick", NULL, N_("look at the database only, which takes half the time")},
    {"rebuild", NULL,
     N_("make the search index, the sums and the contacts anew where they are not in order")},
    {"accept", NULL,
     N_("take what is saved for right as it is, after you changed it past the program")},
    {NULL, NULL, NULL},
};

const Command command_check = {
    .name = "check",
    .summary = N_("see whether the shop is whole"),
    .help = N_("Reads the whole shop and says whether the database, what belongs together in it, "
               "what was saved, the search index, the sums and the contacts of the plan are in "
               "order. Nothing is changed, but with --rebuild what is not in order of the last "
               "three."),
    .options = options,
    .needs = SHOP_READ,
    .run = run,
};
