/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting into words what happened and what is open. */
#include "tui/screens/pastwords.h"

#include "data/base/i18n.h"
#include "data/base/money.h"
#include "tui/dates.h"

#include <string.h>

/* Days, places and the like with BETWEEN between them; PARTS is freed. */
static char *joined(GPtrArray *parts, const char *between)
{
    g_ptr_array_add(parts, NULL);
    char *line = g_strjoinv(between, (char **)parts->pdata);
    g_ptr_array_unref(parts);
    return line;
}

/* "14 Oct, Markt, €54.00"; only the day where the last visit is one an earlier system told of. */
static char *last_visit(const Card *card, Day last, Day today)
{
    GPtrArray *parts = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(parts, dates_brief(last, today));
    Day noted;
    bool is_noted = card->last != NULL && day_from_text(card->last->day, &noted) &&
                    day_is_whole(noted) && day_compare(noted, last) == 0;
    const char *branch = is_noted ? card_branch(card, card->last->branch_id) : NULL;
    if (branch != NULL) {
        g_ptr_array_add(parts, g_strdup(branch));
    }
    if (is_noted && card->last->amount != RECORD_NONE) {
        g_ptr_array_add(parts, money_for_people(card->last->amount, card->currency));
    }
    return joined(parts, ", ");
}

/* The own rhythm and how long it is now. */
static char *with_rhythm(const char *visit, const Rhythm *rhythm, int days)
{
    g_autofree char *words = rhythm_words(rhythm->low, rhythm->high);
    if (days < 0) {
        /* TRANSLATORS: a visit that lies ahead of this clock, and the rhythm: "14 Oct, Markt,
         * €54.00: every 5–6 weeks". */
        return g_strdup_printf(_("%s: %s"), visit, words);
    }
    if (days == 0) {
        /* TRANSLATORS: the last visit, and the rhythm: "21 Nov, Markt, €54.00: every 5–6 weeks,
         * here today". */
        return g_strdup_printf(_("%s: %s, here today"), visit, words);
    }
    /* TRANSLATORS: the last visit, the rhythm, and how many days ago it was: "14 Oct, Markt,
     * €54.00: every 5–6 weeks, now 38 days". */
    return g_strdup_printf(ngettext("%s: %s, now %d day", "%s: %s, now %d days", (gulong)days),
                           visit, words, days);
}

char *pastwords_last(const Card *card, Day today)
{
    Day last = card_last_day(card);
    gint64 visits = card_visits(card);
    int count = (int)CLAMP(visits, 0, G_MAXINT);
    g_autofree char *counted =
        g_strdup_printf(ngettext("%d visit", "%d visits", (gulong)count), count);
    if (day_is_none(last)) {
        return visits > 0 ? g_steal_pointer(&counted) : NULL;
    }
    g_autofree char *visit = last_visit(card, last, today);
    if (card->rhythm.usual > 0) {
        return with_rhythm(visit, &card->rhythm, day_between(last, today));
    }
    GPtrArray *parts = g_ptr_array_new_with_free_func(g_free);
    if (card->last != NULL) {
        g_ptr_array_add(parts, g_steal_pointer(&visit));
    }
    g_ptr_array_add(parts, dates_since(last, today));
    if (card->sum->visits > 0) {
        /* TRANSLATORS: nothing can be said yet of how often somebody comes. */
        g_ptr_array_add(parts,
                        g_strdup_printf(ngettext("%d visit, too few for a rhythm",
                                                 "%d visits, too few for a rhythm", (gulong)count),
                                        count));
    } else if (visits > 0) {
        g_ptr_array_add(parts, g_steal_pointer(&counted));
    }
    return joined(parts, " · ");
}

char *pastwords_extra(const Extra *extra, Day today)
{
    Day day;
    if (!day_from_text(extra->day, &day) || !day_is_whole(day)) {
        return g_strdup(extra->words);
    }
    g_autofree char *since = dates_since(day, today);
    return g_strdup_printf("%s, %s", extra->words, since);
}

char *pastwords_age(int days)
{
    return days <= 0 ? g_strdup(_("since today"))
                     : g_strdup_printf(ngettext("%d day", "%d days", (gulong)days), days);
}

char *pastwords_complaint(const Complaint *complaint, bool is_brief, Day today)
{
    g_autofree char *age = pastwords_age(complaint_age(complaint, today));
    if (is_brief) {
        /* TRANSLATORS: where there is little room; for how long it has been open. */
        return g_strdup_printf(_("Complaint, %s"), age);
    }
    /* TRANSLATORS: what happened, and for how long it has been open. */
    return g_strdup_printf(_("Open complaint: %s (%s)"), complaint->words, age);
}

char *pastwords_due(Day day, gint64 minute, Day today)
{
    g_autofree char *near = dates_near(day, today);
    return minute >= 0
               ? g_strdup_printf("%s %02d:%02d", near, (int)(minute / 60), (int)(minute % 60))
               : g_steal_pointer(&near);
}

char *pastwords_promise(const Promise *promise, bool is_brief, Day today)
{
    Day day = promise_due_day(promise);
    g_autofree char *near = day_is_whole(day) ? dates_near(day, today) : g_strdup("");
    if (is_brief) {
        /* TRANSLATORS: where there is little room; when it is due. */
        return g_strdup_printf(_("Promise, %s"), near);
    }
    bool is_over = day_is_whole(day) && day_compare(day, today) < 0;
    /* TRANSLATORS: what was promised, and until when: "Promised: samples (until tomorrow)". The
     * other one: "(overdue: yesterday)". */
    return g_strdup_printf(is_over ? _("Promised: %s (overdue: %s)") : _("Promised: %s (until %s)"),
                           promise->words, near);
}

char *pastwords_reminder(const Reminder *reminder, bool is_brief, Day today)
{
    Moment moment = reminder_comes_up(reminder);
    g_autofree char *due =
        day_is_whole(moment.day) ? pastwords_due(moment.day, moment.minute, today) : g_strdup("");
    if (is_brief) {
        /* TRANSLATORS: where there is little room; when it comes up. */
        return g_strdup_printf(_("Reminder, %s"), due);
    }
    bool is_over = day_is_whole(moment.day) && day_compare(moment.day, today) < 0;
    /* TRANSLATORS: what is to be done, and when it was to be: "call back (overdue: yesterday)". */
    return is_over ? g_strdup_printf(_("%s (overdue: %s)"), reminder->words, due)
                   : g_strdup_printf("%s (%s)", reminder->words, due);
}

char *pastwords_preorder(const Preorder *preorder, bool is_brief, Day today)
{
    Day day;
    g_autofree char *due = day_from_text(preorder->day, &day) && day_is_whole(day)
                               ? pastwords_due(day, preorder->minute, today)
                               : g_strdup("");
    if (is_brief) {
        /* TRANSLATORS: where there is little room; when it is fetched. */
        return g_strdup_printf(_("Order, %s"), due);
    }
    bool is_ready = strcmp(preorder->state, "ready") == 0;
    /* TRANSLATORS: what was ordered, and when it is fetched: "Order waiting: cake (today 15:00)".
     */
    return g_strdup_printf(is_ready ? _("Order is ready: %s (%s)") : _("Order waiting: %s (%s)"),
                           preorder->words, due);
}

char *pastwords_loss(const Loss *loss, Day today)
{
    static const struct {
        const char *how, *format;
    } rows[] = {
        {"died", N_("Has died, noted on %s")},
        {"moved", N_("Moved away, noted on %s")},
        {"says", N_("Does not come any more: said so, noted on %s")},
        {"stays_away", N_("Stays away, noted on %s")},
    };
    Day day;
    g_autofree char *date = day_from_text(loss->day, &day) && day_is_whole(day)
                                ? dates_brief(day, today)
                                : g_strdup(loss->day);
    guint row = 0;
    while (row + 1 < G_N_ELEMENTS(rows) && strcmp(rows[row].how, loss->how) != 0) {
        row++;
    }
    g_auto(GStrv) around = g_strsplit(_(rows[row].format), "%s", 2);
    return g_strjoinv(date, around);
}
