/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tresen promise NUMBER --until DAY TEXT: writes down what the shop said it would do. */
#include "data/diary/promise.h"
#include "cli/call.h"
#include "cli/print.h"
#include "data/base/i18n.h"
#include "data/base/utf8.h"

/* The day of --until, which has to be there. False, with a sentence, when it is none. */
static bool read_until(const Call *call, char **until)
{
    if (!call_day_ahead(call, "until", until)) {
        return false;
    }
    if (*until == NULL) {
        print_sentence(_("Say until when: “tresen promise 1042 --until friday \"call back\"”."));
    }
    return *until != NULL;
}

static bool store(const Call *call, Promise *promise, GError **error)
{
    const Who who = call_who(call, 0);
    g_autoptr(Deed) deed = deed_begin(call->shop->db, &who, N_("noting a promise"), error);
    return deed != NULL && promise_save(deed, promise, error) && deed_commit(deed, NULL, error);
}

static void tell(const Promise *promise)
{
    g_autofree char *day = day_for_people(promise_due_day(promise));
    /* TRANSLATORS: what was promised, and until which day. */
    g_autofree char *line = g_strdup_printf(_("Promised: %s (until %s)"), promise->words, day);
    print_line(line);
}

static CliStatus run(const Call *call)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *until = NULL;
    g_autofree char *typed = g_strjoinv(" ", call->words + 1);
    g_autofree char *words = utf8_storable(typed, -1, true, NULL);
    gint64 customer_id = 0, clerk_id = 0;
    if (!read_until(call, &until)) {
        return CLI_WRONG;
    }
    if (!call_customer(call, call->words[0], &customer_id) ||
        !call_clerk(call, "clerk", &clerk_id)) {
        return CLI_NOTHING;
    }
    Promise *promise = record_new(&promise_type);
    promise->customer_id = customer_id;
    promise->clerk_id = clerk_id;
    record_set_text(&promise->words, words);
    record_set_text(&promise->due_day, until);
    bool ok = store(call, promise, &error);
    if (ok) {
        tell(promise);
    }
    record_free(promise);
    return ok ? CLI_DONE : call_refused(error);
}

static const CommandOption options[] = {
    {"until", N_("DAY"), N_("by when it is to be kept: 27.11., friday, +3")},
    {"clerk", N_("NAME"), N_("who sees to it")},
    {NULL, NULL, NULL},
};

const Command command_promise = {
    .name = "promise",
    .arguments = N_("NUMBER TEXT…"),
    .summary = N_("note what was promised to a customer"),
    .help = N_("Notes what the shop has promised to the customer with this number, and until when. "
               "It stands on their card and on the home screen until it is kept or broken."),
    .options = options,
    .least = 2,
    .most = G_MAXUINT,
    .missing = N_("Say to whom, until when and what: “tresen promise 1042 --until friday \"call "
                  "back\"”."),
    .needs = SHOP_READ,
    .run = run,
};
