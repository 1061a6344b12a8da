/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Doing what is due, and putting it off. */
#include "data/agenda/care.h"
#include "data/agenda/interaction.h"
#include "data/agenda/reminder.h"
#include "data/agenda/todo.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/diary/loss.h"
#include "data/diary/preorder.h"
#include "data/diary/promise.h"

#include <string.h>

const char *todo_done_verb(TodoKind kind)
{
    switch (kind) {
    case TODO_PREORDER:
        return N_("handing an order over");
    case TODO_PROMISE:
        return N_("keeping a promise");
    case TODO_CONTACT:
        return N_("noting a contact");
    case TODO_DAY:
        return N_("ticking somebody as greeted");
    case TODO_REMINDER:
    case TODO_ANSWER:
    case TODO_ASK:
    case TODO_COMPLAINT:
    case TODO_AWAY:
        break;
    }
    return N_("doing a reminder");
}

bool todo_can_tick(TodoKind kind)
{
    return kind == TODO_PREORDER || kind == TODO_PROMISE || kind == TODO_REMINDER ||
           kind == TODO_CONTACT || kind == TODO_DAY;
}

/* The first contact that is due on DAY; NULL when there is none. */
static const CareItem *due_contact(const GPtrArray *list, Day day)
{
    for (guint i = 0; i < list->len; i++) {
        const CareItem *item = g_ptr_array_index(list, i);
        if (day_compare(item->due, day) <= 0) {
            return item;
        }
    }
    return NULL;
}

static bool log_contact(Deed *deed, gint64 customer_id, Moment now, gint64 branch_id,
                        GError **error)
{
    g_autoptr(GPtrArray) list = care_list_of(deed_db(deed), customer_id, error);
    if (list == NULL) {
        return false;
    }
    const CareItem *item = due_contact(list, now.day);
    if (item == NULL) {
        g_set_error_literal(error, FAULT, FAULT_REFUSED,
                            _("The plan does not ask for a contact with this customer now. One "
                              "that happened is noted on the card, with k."));
        return false;
    }
    g_autofree char *day = day_to_text(now.day);
    Interaction *interaction = record_new(&interaction_type);
    interaction->customer_id = customer_id;
    interaction->minute = now.minute;
    interaction->branch_id = branch_id;
    record_set_text(&interaction->day, day);
    record_set_text(&interaction->direction, "out");
    record_set_text(&interaction->channel, item->channel);
    record_set_text(&interaction->outcome, "reached");
    bool ok = interaction_save(deed, interaction, error);
    record_free(interaction);
    return ok;
}

/* The year of the day on which OCCASION is kept nearest to TODAY; 0 when that is not known. */
static int nearest_year(const Occasion *occasion, Day today, LeapRule rule)
{
    Day born = occasion_day(occasion);
    int nearest = 0, least = G_MAXINT;
    for (int year = today.year - 1; born.month > 0 && born.day > 0 && year <= today.year + 1;
         year++) {
        int away = ABS(day_between(today, day_kept_in(born, year, rule)));
        if (year >= born.year && away < least) {
            least = away;
            nearest = year;
        }
    }
    return nearest;
}

static bool greet(Deed *deed, gint64 occasion_id, Day today, GError **error)
{
    LeapRule rule;
    Occasion *occasion = record_load(deed_db(deed), &occasion_type, occasion_id, error);
    if (occasion == NULL || !due_leap_rule(deed_db(deed), &rule, error)) {
        record_free(occasion);
        return false;
    }
    int year = nearest_year(occasion, today, rule);
    record_free(occasion);
    if (year == 0) {
        g_set_error_literal(error, FAULT, FAULT_REFUSED,
                            _("Nobody knows when this day is: write it on the card first, with "
                              "e."));
        return false;
    }
    return due_greet(deed, occasion_id, year, NULL, error);
}

/* The way to do what is not done with a tick. */
static bool refuse_done(TodoKind kind, GError **error)
{
    const char *way =
        kind == TODO_ASK
            ? _("What they say is written down on the card, with l: then this is done.")
        : kind == TODO_AWAY
            ? _("Who stays away comes back by themselves, or is marked as lost on the card, with "
                "l.")
            : _("A complaint is done when it is answered: open it and say what was done.");
    g_set_error_literal(error, FAULT, FAULT_REFUSED, way);
    return false;
}

bool todo_done(Deed *deed, TodoKind kind, gint64 id, Moment now, gint64 branch_id, GError **error)
{
    switch (kind) {
    case TODO_PREORDER:
        return preorder_move(deed, id, "fetched", now.day, now.minute, branch_id, error);
    case TODO_PROMISE:
        return promise_settle(deed, id, "kept", now.day, error);
    case TODO_REMINDER:
        return reminder_settle(deed, id, NULL, now, error);
    case TODO_CONTACT:
        return log_contact(deed, id, now, branch_id, error);
    case TODO_DAY:
        return greet(deed, id, now.day, error);
    case TODO_ANSWER:
    case TODO_ASK:
    case TODO_COMPLAINT:
    case TODO_AWAY:
        break;
    }
    return refuse_done(kind, error);
}

bool todo_can_snooze(TodoKind kind)
{
    return kind == TODO_REMINDER || kind == TODO_CONTACT || kind == TODO_ASK;
}

static bool ask_later(Deed *deed, gint64 id, Day day, GError **error)
{
    Loss *loss = record_load(deed_db(deed), &loss_type, id, error);
    if (loss == NULL) {
        return false;
    }
    g_autofree char *text = day_to_text(day);
    record_set_text(&loss->ask_day, text);
    bool ok = record_update(deed, loss, error);
    record_free(loss);
    return ok;
}

bool todo_snooze(Deed *deed, TodoKind kind, gint64 id, Moment to, GError **error)
{
    switch (kind) {
    case TODO_REMINDER:
        return reminder_snooze(deed, id, to, error);
    case TODO_CONTACT:
        return care_put_off(deed, id, to.day, error);
    case TODO_ASK:
        return ask_later(deed, id, to.day, error);
    case TODO_PREORDER:
    case TODO_PROMISE:
    case TODO_ANSWER:
    case TODO_DAY:
    case TODO_COMPLAINT:
    case TODO_AWAY:
        break;
    }
    g_set_error_literal(
        error, FAULT, FAULT_REFUSED,
        _("This was agreed with the customer and cannot be put off here: open it to "
          "agree on another day."));
    return false;
}
