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

enum { LIMIT = 20, MOST = 1000000, MOST_FAULTS = 4 };

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
    g_autoptr(JsonWriter) json = json_writer_new(true);
    json_writer_begin_array(json);
    for (guint i = 0; i < found->matches->len; i++) {
        const Match *match = g_ptr_array_index(found->matches, i);
        json_writer_begin_object(json);
        person_add_json(json, match->sheet, match->warnings);
        json_add_text(json, "place", person_place(match->sheet));
        json_add_text(json, "usual", match->usual);
        json_add_text(json, "nearness", nearness_code(match->nearness));
        json_add_text(json, "matched", match->hit_words);
        json_writer_end_object(json);
    }
    json_writer_end_array(json);
    json_print(json);
}

static void append(GString *text, const char *between, const char *more)
{
    g_string_append_printf(text, "%s%s", text->len > 0 ? between : "", more);
}

/* Whether the line of MATCH with PHONE has the words that fit in any case. */
static bool is_told(const Match *match, const char *phone)
{
    return g_strcmp0(match->hit_words, phone) == 0 ||
           g_ptr_array_find_with_equal_func(match->warnings, match->hit_words, g_str_equal, NULL);
}

/* The warnings first; then what the words were found in, or else what is usual; then how somebody
 * fits who is only alike. */
static char *remark(const Match *match, const char *phone)
{
    bool is_news = match->hit_words != NULL && !is_told(match, phone);
    const char *more = is_news ? match->hit_words : match->usual;
    const char *how = nearness_words(match->nearness);
    GString *text = g_string_new(NULL);
    if (match->warnings->len > 0) {
        g_autofree char *warnings = print_join(match->warnings);
        g_string_append_printf(text, "⚠ %s", warnings);
    }
    if (more != NULL) {
        append(text, "  ", more);
    }
    if (how != NULL) {
        g_autofree char *told_how = g_strdup_printf("(%s)", how);
        append(text, " ", told_how);
    }
    return g_string_free(text, FALSE);
}

/* A line for each of the matches FROM to END, that one left out. */
static void print_matches(const Found *found, guint from, guint end)
{
    static const int most[] = {28, 10, 22};
    g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    for (guint i = from; i < end; i++) {
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
}

/* How many there are when not all of them are shown. */
static void print_rest(const Found *found)
{
    guint shown = found->matches->len;
    g_autofree char *sentence = NULL;
    if (found->is_more) {
        sentence = g_strdup_printf(
            _("%u of more than %" PRId64 " customers are shown; --limit shows more."), shown,
            found->total);
    } else if (found->total > shown) {
        sentence = g_strdup_printf(_("%u of %" PRId64 " customers are shown; --limit shows more."),
                                   shown, found->total);
    }
    if (sentence != NULL) {
        print_heading(sentence);
    }
}

static void print_as_text(const Found *found)
{
    print_matches(found, 0, found->alike_from);
    if (found->alike_from > 0 && found->alike_from < found->matches->len) {
        print_heading(_("Similar:"));
    } else if (found->alike_from == 0) {
        print_line(_("Nobody fits exactly. These are similar:"));
        print_line("");
    }
    print_matches(found, found->alike_from, found->matches->len);
    print_rest(found);
}

/* The words built in and the person's own; what is wrong with these is told, and the rest holds. */
static Vocabulary *read_words(const Call *call)
{
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *path = g_build_filename(call->world->config_folder, "words", NULL);
    Vocabulary *vocabulary = vocabulary_new();
    vocabulary_read_file(vocabulary, path, faults);
    guint told = MIN(faults->len, MOST_FAULTS), left = faults->len - told;
    for (guint i = 0; i < told; i++) {
        print_sentence(g_ptr_array_index(faults, i));
    }
    if (left > 0) {
        g_autofree char *rest =
            g_strdup_printf(ngettext("And %u more line.", "And %u more lines.", left), left);
        print_sentence(rest);
    }
    return vocabulary;
}

static CliStatus run(const Call *call)
{
    guint limit;
    if (!read_limit(call, &limit)) {
        return CLI_WRONG;
    }
    g_autofree char *query = read_query(call);
    g_autoptr(GError) error = NULL;
    g_autoptr(Vocabulary) vocabulary = read_words(call);
    g_autoptr(Found) found = lookup_find(call->shop->db, vocabulary, query, limit, &error);
    if (found == NULL || !found_add_contacts(call->shop->db, found, true, &error)) {
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
    .help =
        N_("Looks for customers by name, description, phone number, customer number, e-mail "
           "address, place, or what is noted of "
           "them. Several words may come in any order, and the beginning of a word is enough. "
           "The best match comes first. Where few fit, those whose words are only similar stand "
           "below them, with how: they count as found."),
    .options = options,
    .least = 1,
    .most = G_MAXUINT,
    .missing = N_("Say whom to look for: “tresen find mueller”."),
    .needs = SHOP_READ,
    .run = run,
};
