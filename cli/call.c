/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What commands ask of their call. */
#include "cli/call.h"

#include "cli/connecting.h"
#include "cli/print.h"
#include "cli/progress.h"
#include "data/base/daynear.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/instant.h"
#include "data/base/money.h"
#include "data/branch.h"
#include "data/clerk.h"
#include "data/customer/customer.h"
#include "data/setting.h"

#include <unistd.h>

bool call_has(const Call *call, const char *name)
{
    return g_hash_table_contains(call->options, name);
}

const char *call_option(const Call *call, const char *name)
{
    const GPtrArray *values = call_options(call, name);
    return values != NULL ? g_ptr_array_index(values, values->len - 1) : NULL;
}

const GPtrArray *call_options(const Call *call, const char *name)
{
    return g_hash_table_lookup(call->options, name);
}

bool call_day(const Call *call, const char *name, Day otherwise, Day *day)
{
    const char *text = call_option(call, name);
    *day = otherwise;
    if (text == NULL || (day_from_text(text, day) && day_is_whole(*day))) {
        return true;
    }
    g_autofree char *sentence = g_strdup_printf(
        _("“%s” after --%s is not a day. Write it as year, month and day: 2026-03-01."), text,
        name);
    print_sentence(sentence);
    return false;
}

bool call_day_ahead(const Call *call, const char *name, char **text)
{
    const char *typed = call_option(call, name);
    Day day;
    *text = NULL;
    if (typed == NULL) {
        return true;
    }
    if (day_read_ahead(typed, call->today, &day) == DAY_READ_OK) {
        *text = day_to_text(day);
        return true;
    }
    g_autofree char *sentence = g_strdup_printf(
        _("“%s” is not a day. Write it as 2026-11-27, 27.11., friday or +3."), typed);
    print_sentence(sentence);
    return false;
}

/* "counter, phone, web" */
static char *list_codes(const Choice *choices)
{
    GString *text = g_string_new(NULL);
    for (; choices->code != NULL; choices++) {
        g_string_append_printf(text, "%s%s", text->len > 0 ? ", " : "", choices->code);
    }
    return g_string_free(text, FALSE);
}

bool call_choice(const Call *call, const char *name, const Choice *choices, const char *otherwise,
                 const char **code)
{
    const char *text = call_option(call, name);
    *code = text == NULL ? otherwise : choice_code(choices, text);
    if (text == NULL || *code != NULL) {
        return true;
    }
    g_autofree char *codes = list_codes(choices);
    g_autofree char *sentence = g_strdup_printf(
        _("“%s” after --%s is not known. It can be one of these: %s."), text, name, codes);
    print_sentence(sentence);
    return false;
}

/* "quality, wrong_invoice, Falsche Inschrift": codes, and what the owner added. */
static char *list_words(const WordList *list, const GPtrArray *words)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < words->len; i++) {
        const ListWord *word = g_ptr_array_index(words, i);
        bool is_own = wordlist_builtin(list, word) == NULL;
        g_string_append_printf(text, "%s%s", i > 0 ? ", " : "",
                               is_own ? wordlist_label(list, word) : word->code);
    }
    return g_string_free(text, FALSE);
}

bool call_word(const Call *call, const char *name, const WordList *list, gint64 *id)
{
    const char *text = call_option(call, name);
    g_autoptr(GError) error = NULL;
    *id = 0;
    if (text == NULL) {
        return true;
    }
    g_autoptr(GPtrArray) words = wordlist_all(call->shop->db, list, &error);
    if (words == NULL) {
        print_sentence(error->message);
        return false;
    }
    const ListWord *word = wordlist_named(list, words, text);
    if (word != NULL) {
        *id = word->head.id;
        return true;
    }
    g_autofree char *known = list_words(list, words);
    g_autofree char *sentence = g_strdup_printf(
        _("“%s” after --%s is not known. It can be one of these: %s."), text, name, known);
    print_sentence(sentence);
    return false;
}

bool call_amount(const Call *call, const char *name, gint64 *amount)
{
    const char *text = call_option(call, name);
    g_autofree char *currency = NULL;
    g_autoptr(GError) error = NULL;
    bool too_much = false;
    *amount = RECORD_NONE;
    if (text == NULL) {
        return true;
    }
    if (!setting_get(call->shop->db, SETTING_CURRENCY, "EUR", &currency, &error)) {
        print_sentence(error->message);
        return false;
    }
    if (money_read(text, currency, amount, &too_much)) {
        return true;
    }
    g_autofree char *sentence = money_refused(text, too_much);
    print_sentence(sentence);
    return false;
}

bool call_branch(const Call *call, const char *name, gint64 *id)
{
    const char *text = call_option(call, name);
    g_autoptr(GError) error = NULL;
    *id = 0;
    if (text == NULL || branch_named(call->shop->db, text, id, &error)) {
        return true;
    }
    print_sentence(error->message);
    return false;
}

bool call_clerk(const Call *call, const char *name, gint64 *id)
{
    const char *text = call_option(call, name);
    g_autoptr(GError) error = NULL;
    *id = 0;
    if (text == NULL || clerk_named(call->shop->db, text, id, &error)) {
        return true;
    }
    print_sentence(error->message);
    return false;
}

char *call_ask(const char *question, const char *unasked)
{
    char answer[256] = "";
    if (isatty(STDIN_FILENO) != 1 || isatty(STDERR_FILENO) != 1) {
        print_sentence(unasked);
        return NULL;
    }
    print_sentence(question);
    gssize length = read(STDIN_FILENO, answer, sizeof answer - 1);
    answer[MAX(length, 0)] = '\0';
    return g_strdup(g_strstrip(answer));
}

bool call_customer(const Call *call, const char *number, gint64 *id)
{
    g_autoptr(GError) error = NULL;
    if (!customer_find_number(call->shop->db, number, id, &error)) {
        print_sentence(error->message);
        return false;
    }
    if (*id != 0) {
        return true;
    }
    g_autofree char *sentence =
        g_strdup_printf(_("No customer has the number %s. “tresen find” looks for words."), number);
    print_sentence(sentence);
    return false;
}

Who call_who(const Call *call, gint64 branch_id)
{
    Who who = {.branch_id = branch_id};
    g_strlcpy(who.at, call->at, sizeof who.at);
    return who;
}

bool call_has_folder(const char *file, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(file);
    if (g_file_test(folder, G_FILE_TEST_IS_DIR)) {
        return true;
    }
    g_set_error(error, FAULT, FAULT_NO_SHOP,
                _("There is no folder %s. Make it first, or check whether its name is right."),
                folder);
    return false;
}

bool call_tell_waiting(guint seconds, gpointer data)
{
    (void)data;
    if (seconds == 1) {
        print_sentence(_("Another program is writing to the shop. Waiting until it is done …"));
    }
    return true;
}

static bool tell_silence(guint seconds, gpointer data)
{
    (void)data;
    if (seconds == 1) {
        print_sentence(_("Waiting for the server …"));
    }
    return true;
}

const char *call_chosen_place(void)
{
    return _("That place stands in tresen.conf, chosen in the settings of this computer; --shop "
             "names another one.");
}

/* Says that LINE leads to a copy, and how old that is. */
static void tell_copy(const DbLine *line)
{
    g_autoptr(GDateTime) utc = g_date_time_new_from_iso8601(line->as_of, NULL);
    if (utc == NULL) {
        print_sentence(
            _("The server cannot be reached. A copy of it answers, which can only be read."));
        return;
    }
    g_autoptr(GDateTime) local = instant_local(utc);
    g_autofree char *when = g_date_time_format(local, "%Y-%m-%d %H:%M");
    g_autofree char *sentence = g_strdup_printf(
        _("The server cannot be reached. A copy of it answers as of %s, which can only be read."),
        when);
    print_sentence(sentence);
}

Shop *call_open_shop(const Call *call, const char *where, GError **error)
{
    Progress progress = {0};
    Connecting *connecting = connecting_begin(where);
    Shop *shop = shop_open_watched(where, DB_READ_WRITE, call->world->backup_folder, call->at,
                                   progress_upgrade, &progress, error);
    connecting_end(connecting);
    if (shop == NULL) {
        return NULL;
    }
    bool is_server = db_engine(shop->db) == DB_POSTGRESQL;
    db_set_waiting(shop->db, is_server ? tell_silence : call_tell_waiting, NULL);
    const DbLine line = db_line(shop->db);
    if (line.kind == DB_LINE_STANDBY) {
        tell_copy(&line);
    } else if (db_is_read_only(shop->db)) {
        g_autofree char *sentence =
            g_strdup_printf(_("The shop %s can only be read here, so nothing can be changed."),
                            db_where_told(shop->db));
        print_sentence(sentence);
    }
    return shop;
}

CliStatus call_refused(const GError *error)
{
    print_sentence(error->message);
    return g_error_matches(error, FAULT, FAULT_LINE_DOWN) ? CLI_AWAY : CLI_NOTHING;
}
