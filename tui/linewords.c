/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words for a line to the shop that is slow or down, or leads to a copy. */
#include "tui/linewords.h"

#include "data/base/i18n.h"
#include "data/base/instant.h"
#include "tui/dates.h"

/* The time of INSTANT as people say it: of another day with the day. NULL when it is not known. */
static char *say_when(const char *instant, GDateTime *now)
{
    Day day = instant_local_day(instant);
    if (day_is_none(day)) {
        return NULL;
    }
    Day today = instant_day(now);
    g_autofree char *clock = dates_clock(instant);
    if (day_compare(day, today) == 0) {
        return g_steal_pointer(&clock);
    }
    g_autofree char *brief = dates_brief(day, today);
    return g_strdup_printf("%s %s", brief, clock);
}

static char *waiting_words(const LineState *state, const char *when)
{
    if (!state->is_server && state->is_told) {
        return g_strdup(
            _("Another program is writing to the shop. Tresen goes on as soon as it is done."));
    }
    if (!state->is_server) {
        return g_strdup_printf(state->is_held
                                   ? _("This takes long: %u s so far. Esc stops waiting.")
                                   : _("This takes long: %u s so far. What you type stays."),
                               state->seconds);
    }
    if (state->is_held) {
        return g_strdup_printf(_("No answer for %u s. Esc stops waiting; what you typed stays."),
                               state->seconds);
    }
    if (when != NULL) {
        return g_strdup_printf(_("No answer from the server for %u s. Shown as of %s."),
                               state->seconds, when);
    }
    return g_strdup_printf(_("No answer from the server for %u s. What you type stays."),
                           state->seconds);
}

char *line_words(const LineState *state, GDateTime *now)
{
    g_autofree char *when = say_when(state->as_of, now);
    if (state->seconds > 0 && (state->is_held || state->kind != DB_LINE_DOWN)) {
        return waiting_words(state, when);
    }
    if (state->kind == DB_LINE_DOWN) {
        return when != NULL
                   ? g_strdup_printf(_("The server is away. Shown as of %s. What you type stays."),
                                     when)
                   : g_strdup(_("The server is away. What you type stays; Tresen keeps trying."));
    }
    if (state->kind == DB_LINE_STANDBY) {
        return when != NULL
                   ? g_strdup_printf(
                         _("The server is away. You see a copy as of %s, only for reading."), when)
                   : g_strdup(_("The server is away. You see a copy, only for reading."));
    }
    return NULL;
}

const char *line_mark(DbLineKind kind)
{
    switch (kind) {
    case DB_LINE_DOWN:
        /* TRANSLATORS: stands before the shop's name, in capitals: the server is away. */
        return _("OFFLINE");
    case DB_LINE_STANDBY:
        /* TRANSLATORS: stands before the shop's name, in capitals: nothing can be changed. */
        return _("READ ONLY");
    case DB_LINE_UP:
    default:
        return NULL;
    }
}

const char *line_words_back(void)
{
    return _("The server is there again.");
}

const char *line_words_save_now(void)
{
    return _("The server is there again. It is not saved yet: press Enter to do it now.");
}

const char *line_words_copy(void)
{
    return _("The server cannot be reached. A copy of it answers, in which nothing can be changed. "
             "What you typed stays here: Tresen tells you when the server is there again.");
}

const char *line_words_given_up(void)
{
    return _("You stopped waiting for the server. Try again to save it: it is saved once, even if "
             "it had arrived.");
}

const char *line_words_stopping(void)
{
    return _("Tresen stops waiting …");
}

const char *line_words_not_now(void)
{
    return _("This key has to wait: nothing answers at the moment. Esc stops waiting.");
}

const char *line_words_quit(void)
{
    return _("Whether this is saved is not known yet. Press the key again to quit all the same.");
}
