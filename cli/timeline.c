/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tresen timeline NUMBER: all that happened between the shop and a customer. */
#include "data/diary/timeline.h"

#include "cli/call.h"
#include "cli/json.h"
#include "cli/print.h"
#include "data/base/i18n.h"
#include "data/base/money.h"
#include "data/nametable.h"
#include "data/setting.h"

#include <string.h>

/* So many entries are read at a time. */
enum { PAGE = 500 };

/* What stands beside the entries. */
typedef struct {
    GHashTable *clerks, *branches;
    char *currency;
} Names;

static bool names_load(Db *db, Names *names, GError **error)
{
    names->clerks = nametable_clerks(db, error);
    names->branches = names->clerks != NULL ? nametable_branches(db, error) : NULL;
    return names->branches != NULL &&
           setting_get(db, SETTING_CURRENCY, "EUR", &names->currency, error);
}

static void names_clear(Names *names)
{
    g_clear_pointer(&names->clerks, g_hash_table_unref);
    g_clear_pointer(&names->branches, g_hash_table_unref);
    g_clear_pointer(&names->currency, g_free);
}

static void add_as_json(JsonWriter *json, const TimelineEntry *entry, const Names *names)
{
    g_autofree char *amount =
        entry->amount != RECORD_NONE ? money_for_programs(entry->amount, names->currency) : NULL;
    json_writer_begin_object(json);
    json_add_text(json, "at", entry->at);
    json_add_text(json, "kind", entry->kind);
    json_writer_name(json, "text");
    json_writer_text(json, entry->text);
    json_writer_name(json, "amount");
    json_writer_number(json, amount);
    json_add_text(json, "by", nametable_name(names->clerks, entry->clerk_id));
    json_add_text(json, "branch", nametable_name(names->branches, entry->branch_id));
    json_writer_end_object(json);
}

/* Day, kind, amount, text: a row of print_table. */
static char **row_of(const TimelineEntry *entry, const Names *names)
{
    g_autofree char *text = g_strndup(entry->at, strlen("2026-11-21"));
    Day day;
    char **cells = g_new0(char *, 5);
    cells[0] = day_from_text(text, &day) ? day_for_people(day) : g_strdup(text);
    cells[1] = g_strdup(timeline_kind_words(entry->kind));
    cells[2] = entry->amount != RECORD_NONE ? money_for_people(entry->amount, names->currency)
                                            : g_strdup("");
    cells[3] = g_strdup(entry->text);
    return cells;
}

/* Reads all entries page by page into JSON or ROWS, whichever is there; *ANY says whether there is
 * one. */
static bool read_all(const Call *call, gint64 id, gint64 branch_id, const Names *names,
                     JsonWriter *json, GPtrArray *rows, bool *any, GError **error)
{
    TimelinePlace place = {0};
    guint found = PAGE;
    while (found == PAGE) {
        g_autoptr(GPtrArray) list =
            timeline_page(call->shop->db, id, TIMELINE_ALL, branch_id, &place, PAGE, error);
        if (list == NULL) {
            return false;
        }
        found = list->len;
        *any = *any || found > 0;
        for (guint i = 0; i < found; i++) {
            const TimelineEntry *entry = g_ptr_array_index(list, i);
            if (json != NULL) {
                add_as_json(json, entry, names);
            } else {
                g_ptr_array_add(rows, row_of(entry, names));
            }
        }
    }
    return true;
}

static bool print_all(const Call *call, gint64 id, gint64 branch_id, bool *any, GError **error)
{
    static const int most[] = {18, 14, 16};
    Names names = {0};
    g_autoptr(JsonWriter) json = call_has(call, "json") ? json_writer_new(true) : NULL;
    g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    if (json != NULL) {
        json_writer_begin_array(json);
    }
    bool ok = db_read_begin(call->shop->db, error);
    if (ok) {
        ok = names_load(call->shop->db, &names, error) &&
             read_all(call, id, branch_id, &names, json, rows, any, error);
        db_read_end(call->shop->db);
    }
    names_clear(&names);
    if (ok && json != NULL) {
        json_writer_end_array(json);
        json_print(json);
    } else if (ok) {
        print_table(rows, most, G_N_ELEMENTS(most) + 1, 0);
    }
    return ok;
}

static CliStatus run(const Call *call)
{
    g_autoptr(GError) error = NULL;
    gint64 id = 0, branch_id = 0;
    bool any = false;
    if (!call_branch(call, "branch", &branch_id) || !call_customer(call, call->words[0], &id)) {
        if (call_has(call, "json")) {
            json_print_nothing();
        }
        return CLI_NOTHING;
    }
    if (!print_all(call, id, branch_id, &any, &error)) {
        return call_refused(error);
    }
    if (!any) {
        print_sentence(branch_id != 0 ? _("Nothing is noted of this customer in this branch yet.")
                                      : _("Nothing is noted of this customer yet."));
    }
    return any ? CLI_DONE : CLI_NOTHING;
}

static const CommandOption options[] = {
    {"branch", N_("NAME"), N_("only what happened in this branch")},
    {"json", NULL, N_("write JSON, for programs")},
    {NULL, NULL, NULL},
};

const Command command_timeline = {
    .name = "timeline",
    .arguments = N_("NUMBER"),
    .summary = N_("show all that happened with a customer"),
    .help = N_("Shows all that happened with the customer with this number, the newest first: "
               "visits and returns, free extras, pre-orders, feedback, complaints, promises, "
               "losses, notes, greetings."),
    .options = options,
    .least = 1,
    .most = 1,
    .missing = N_("Say which customer: “tresen timeline 1042”."),
    .needs = SHOP_READ,
    .run = run,
};
