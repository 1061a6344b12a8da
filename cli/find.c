/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tresen find WORDS…: looks for customers. */
#include "cli/call.h"
#include "cli/person.h"
#include "cli/print.h"
#include "data/base/i18n.h"
#include "data/base/utf8.h"
#include "data/lookup/lookup.h"

#include <inttypes.h>
#include <string.h>

enum { LIMIT = 20, MOST = 1000000 };

/* The words as one text. What is no UTF-8 was typed on a terminal of the older Western character
 * set. */
static char *read_query(const Call *call)
{
    g_autofree char *typed = g_strjoinv(" ", call->words);
    if (utf8_is_clean(typed, strlen(typed))) {
        return g_steal_pointer(&typed);
    }
    gsize length;
    return utf8_from_cp1252(typed, strlen(typed), &length);
}

static bool read_limit(const Call *call, guint *limit)
{
    const char *text = call_option(call, "limit");
    guint64 number = LIMIT;
    if (text != NULL && !g_ascii_string_to_unsigned(text, 10, 1, MOST, &number, NULL)) {
        g_autofree char *sentence = g_strdup_printf(
            _("“%s” after --limit is not a number of customers. Give one from 1 to %d."), text,
            MOST);
        print_sentence(sentence);
        return false;
    }
    *limit = (guint)number;
    return true;
}

static void print_as_json(const Found *found)
{
    g_autoptr(JsonBuilder) json = json_builder_new();
    json_builder_begin_array(json);
    for (guint i = 0; i < found->matches->len; i++) {
        const Match *match = g_ptr_array_index(found->matches, i);
        json_builder_begin_object(json);
        person_add_json(json, match->sheet, match->warnings);
        json_add_text(json, "place", person_place(match->sheet));
        json_add_text(json, "usual", match->usual);
        json_add_text(json, "matched", match->hit_words);
        json_builder_end_object(json);
    }
    json_builder_end_array(json);
    json_print(json);
}

/* The warnings first; then what the words were found in, or else what is usual. The phone number
 * that is shown anyway is no news. */
static char *remark(const Match *match, const char *phone)
{
    bool told = match->hit_words != NULL && g_strcmp0(match->hit_words, phone) != 0;
    const char *more = told ? match->hit_words : match->usual;
    if (match->warnings->len == 0) {
        return g_strdup(more != NULL ? more : "");
    }
    g_autofree char *warnings = print_join(match->warnings);
    return g_strdup_printf("⚠ %s  %s", warnings, more != NULL ? more : "");
}

static void print_as_text(const Found *found)
{
    static const int most[] = {28, 10, 22};
    g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    for (guint i = 0; i < found->matches->len; i++) {
        const Match *match = g_ptr_array_index(found->matches, i);
        g_autoptr(GPtrArray) phones = person_contacts(match->sheet, "phone");
        char **row = g_new0(char *, G_N_ELEMENTS(most) + 2);
        row[0] = customer_call(match->sheet->customer, NAME_SORTED);
        row[1] = g_strdup(match->sheet->customer->number);
        row[2] = g_strdup(phones->len > 0 ? g_ptr_array_index(phones, 0) : "");
        row[3] = remark(match, row[2]);
        g_ptr_array_add(rows, row);
    }
    print_table(rows, most, G_N_ELEMENTS(most) + 1, 0);
    if (found->total > found->matches->len) {
        g_autofree char *sentence =
            g_strdup_printf(_("%u of %" PRId64 " customers are shown; --limit shows more."),
                            found->matches->len, found->total);
        print_heading(sentence);
    }
}

static CliStatus run(const Call *call)
{
    guint limit;
    if (!read_limit(call, &limit)) {
        return CLI_WRONG;
    }
    g_autofree char *query = read_query(call);
    g_autoptr(GError) error = NULL;
    g_autoptr(Found) found = lookup_find(call->shop->db, query, limit, &error);
    if (found == NULL) {
        return call_refused(error);
    }

    if (call_has(call, "json")) {
        print_as_json(found);
    } else if (found->matches->len > 0) {
        print_as_text(found);
    }
    if (found->matches->len > 0) {
        return CLI_DONE;
    }
    print_sentence(_("Nobody was found. The beginning of a word, part of a number, or fewer words "
                     "may find more."));
    return CLI_NOTHING;
}

static const CommandOption options[] = {
    {"limit", N_("N"), N_("show at most so many customers (20 if left out)")},
    {"json", NULL, N_("write JSON, for programs")},
    {NULL, NULL, NULL},
};

const Command command_find = {
    .name = "find",
    .arguments = N_("WORDS…"),
    .summary = N_("look for customers"),
    .help = N_("Looks for customers by name, description, phone number, customer number, e-mail "
               "address, place, or what is noted of "
               "them. Several words may come in any order, and the beginning of a word is enough. "
               "The best match comes first."),
    .options = options,
    .least = 1,
    .most = G_MAXUINT,
    .missing = N_("Say whom to look for: “tresen find mueller”."),
    .needs = SHOP_READ,
    .run = run,
};
