/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be done, for people. */
#include "data/agenda/duesaid.h"
#include "data/agenda/todo.h"
#include "data/base/choice.h"
#include "data/base/i18n.h"
#include "data/base/timeofday.h"
#include "data/diary/rhythm.h"

/* What the plan wants, by care_channels and "counter". */
static const Choice contacts[] = {
    {"counter", N_("talk to them at the next visit")},
    {"visit", N_("visit them")},
    {"phone", N_("call")},
    {"email", N_("write an e-mail")},
    {"sms", N_("write a text message")},
    {"social", N_("write on social media")},
    {"post", N_("write a letter")},
    {"newsletter", N_("send the newsletter")},
    {NULL, NULL},
};

/* TEXT with WORDS for its %s. */
static char *with_words(const char *text, const char *words)
{
    g_auto(GStrv) around = g_strsplit(text, "%s", 2);
    return g_strjoinv(words != NULL ? words : "", around);
}

/* "usually every 9 days, now 31 days away". */
static char *away_words(const TodoItem *item, Day today)
{
    int days = day_is_whole(item->day) ? MAX(day_between(item->day, today), 0) : 0;
    g_autofree char *usual = rhythm_words(item->rhythm, item->rhythm);
    /* TRANSLATORS: "usually every 9 days, now 31 days away". */
    return g_strdup_printf(
        ngettext("usually %s, now %d day away", "usually %s, now %d days away", (gulong)days),
        usual, days);
}

static char *preorder_words(const TodoItem *item)
{
    if (item->minute < 0) {
        /* TRANSLATORS: a customer fetches what was ordered: "fetches: cake for 12". */
        return with_words(_("fetches: %s"), item->words);
    }
    g_autofree char *at = time_of_day_text(item->minute);
    /* TRANSLATORS: when, and what: "fetches at 15:00: cake for 12". */
    return g_strdup_printf(_("fetches at %s: %s"), at, item->words);
}

/* "call", "call: new machine". */
static char *contact_words(const TodoItem *item)
{
    const char *how = choice_label(contacts, item->channel);
    return item->words != NULL ? g_strdup_printf("%s: %s", how, item->words) : g_strdup(how);
}

static char *day_words(const Due *due, Day today)
{
    char *said = due_said_what(due, today);
    if (*said == '\0') {
        g_free(said);
        said = g_strdup(occasion_label(due->occasion));
    }
    return said;
}

char *todo_words(const TodoItem *item, Day today)
{
    switch (item->kind) {
    case TODO_PREORDER:
        return preorder_words(item);
    case TODO_PROMISE:
        return with_words(_("promised: %s"), item->words);
    case TODO_ANSWER:
        /* TRANSLATORS: a complaint is to be answered: "answer: wrong inscription". */
        return with_words(_("answer: %s"), item->words);
    case TODO_ASK:
        return g_strdup(_("ask why they stay away"));
    case TODO_CONTACT:
        return contact_words(item);
    case TODO_DAY:
        return day_words(item->due, today);
    case TODO_AWAY:
        return away_words(item, today);
    case TODO_REMINDER:
    case TODO_COMPLAINT:
        break;
    }
    return g_strdup(item->words);
}

char *todo_call(const TodoItem *item, NameOrder order)
{
    if (item->due != NULL) {
        return due_call(item->due, order);
    }
    if (item->customer != NULL) {
        return customer_call(item->customer, order);
    }
    return item->kind == TODO_REMINDER ? NULL : g_strdup(_("nobody known"));
}
