/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a deed did, in a line. */
#include "data/history/history.h"

#include "data/base/i18n.h"
#include "data/customer/fact.h"

#include <string.h>

/* Stands for what is not there, between words. */
#define NOTHING "–"

char *history_verb(const HistoryDeed *deed)
{
    switch (deed->turn) {
    case HISTORY_TAKEN_BACK:
        /* TRANSLATORS: %s is what was done: "taken back: adding a note". */
        return g_strdup_printf(_("taken back: %s"), _(deed->verb));
    case HISTORY_DONE_AGAIN:
        /* TRANSLATORS: %s is what was done: "done again: adding a note". */
        return g_strdup_printf(_("done again: %s"), _(deed->verb));
    case HISTORY_DONE:
    default:
        return g_strdup(_(deed->verb));
    }
}

char *history_who(const HistoryDeed *deed)
{
    const char *clerk = deed->clerk != NULL ? deed->clerk : "";
    const char *branch = deed->branch != NULL ? deed->branch : "";
    const char *gap = *clerk != '\0' && *branch != '\0' ? ", " : "";
    return g_strconcat(clerk, gap, branch, NULL);
}

char *history_field(const HistoryField *field, HistoryWhat what)
{
    if (what != HISTORY_CHANGED) {
        return g_strdup(field->after != NULL ? field->after : field->before);
    }
    return g_strdup_printf("%s → %s", field->before != NULL ? field->before : NOTHING,
                           field->after != NULL ? field->after : NOTHING);
}

/* "customer Hilde Wagner", "note (sensitive)"; a note is called by its kind. */
static char *call_of(const HistoryLine *line)
{
    if (line->call != NULL && line->type == &fact_type) {
        return g_strdup(line->call);
    }
    if (line->call != NULL) {
        return g_strdup_printf("%s %s", _(line->type->label), line->call);
    }
    return line->is_sensitive
               /* TRANSLATORS: a kind of thing whose words are not shown: "note (sensitive)". */
               ? g_strdup_printf(_("%s (sensitive)"), _(line->type->label))
               : g_strdup(_(line->type->label));
}

/* Adds CALL, and what of LINE was changed, to TEXT. */
static void add_line(GString *text, const char *call, const HistoryLine *line)
{
    g_string_append(text, call);
    for (guint i = 0; line->what == HISTORY_CHANGED && i < line->fields->len; i++) {
        const HistoryField *field = g_ptr_array_index(line->fields, i);
        g_autofree char *change = history_field(field, line->what);
        g_string_append_printf(text, "%s%s %s", i == 0 ? " (" : ", ", _(field->label), change);
    }
    if (line->what == HISTORY_CHANGED && line->fields->len > 0) {
        g_string_append_c(text, ')');
    }
}

char *history_line(const HistoryLine *line)
{
    GString *text = g_string_new(NULL);
    g_autofree char *call = call_of(line);
    add_line(text, call, line);
    return g_string_free(text, FALSE);
}

/* Whether VERB says already what kind of thing TYPE is: "noting a promise". */
static bool is_said(const char *verb, const RecordType *type)
{
    g_autofree char *said = g_utf8_casefold(verb, -1);
    g_autofree char *kind = g_utf8_casefold(_(type->label), -1);
    return strstr(said, kind) != NULL;
}

char *history_summary(const HistoryDeed *deed)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < deed->lines->len; i++) {
        const HistoryLine *line = g_ptr_array_index(deed->lines, i);
        bool is_short = line->call != NULL && is_said(_(deed->verb), line->type);
        g_autofree char *call = is_short ? g_strdup(line->call) : call_of(line);
        g_string_append(text, i > 0 ? " · " : "");
        add_line(text, call, line);
    }
    if (deed->left_out > 0) {
        g_string_append(text, " · …");
    }
    return g_string_free(text, FALSE);
}
