/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gestures for birthdays. */
#include "data/agenda/gesture.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/customer/address.h"
#include "data/customer/contact.h"
#include "data/setting.h"

#include <string.h>

enum { ROUND = 10 };

const Choice gesture_ways[] = {
    {"none", N_("nothing in particular")},
    {"in the shop", N_("say it in the shop")},
    {"card", N_("send a card")},
    {"call", N_("give a call")},
    {"gift", N_("give a small gift")},
    {"flowers", N_("give flowers")},
    {NULL, NULL},
};

static const char *const usual[GESTURES] = {"gift", "call", "in the shop"};

static char *setting_of(const char *closeness)
{
    return g_strconcat(SETTING_GESTURE, closeness, NULL);
}

bool gestures_load(Db *db, Gestures *gestures, GError **error)
{
    for (guint i = 0; i < GESTURES; i++) {
        g_autofree char *name = setting_of(customer_closenesses[i].code);
        g_autofree char *value = NULL;
        if (!setting_get(db, name, usual[i], &value, error)) {
            return false;
        }
        unsigned place = choice_place(gesture_ways, value);
        gestures->ways[i] = place > 0 ? gesture_ways[place - 1].code : usual[i];
    }
    return true;
}

bool gesture_set(Db *db, const char *closeness, const char *way, GError **error)
{
    if (choice_place(customer_closenesses, closeness) == 0 ||
        choice_place(gesture_ways, way) == 0) {
        g_set_error_literal(error, FAULT, FAULT_REFUSED,
                            _("Please choose how close, and what is to be done for a birthday."));
        return false;
    }
    g_autofree char *name = setting_of(closeness);
    return setting_set(db, name, way, error);
}

guint gesture_reach(const Sheet *sheet)
{
    guint reach = 0;
    for (guint i = 0; i < sheet->contacts->len; i++) {
        const Contact *contact = g_ptr_array_index(sheet->contacts, i);
        reach |= strcmp(contact->kind, "phone") == 0 ? GESTURE_BY_PHONE : 0;
    }
    for (guint i = 0; i < sheet->addresses->len; i++) {
        const Address *address = g_ptr_array_index(sheet->addresses, i);
        reach |= address->street != NULL || address->place != NULL ? GESTURE_BY_POST : 0;
    }
    return reach;
}

/* Whether the gesture at PLACE comes to somebody who can be reached by REACH. */
static bool is_possible(unsigned place, guint reach)
{
    const char *way = gesture_ways[place].code;
    return strcmp(way, "call") == 0   ? (reach & GESTURE_BY_PHONE) != 0
           : strcmp(way, "card") == 0 ? (reach & GESTURE_BY_POST) != 0
                                      : true;
}

bool gesture_is_possible(const Due *due)
{
    bool is_theirs = due->relation_kind == NULL || strcmp(due->relation_kind, "partner") == 0;
    return is_theirs && !due->greeted && due_is_birthday(due) &&
           choice_place(customer_closenesses, due->customer->closeness) > 0;
}

const char *gesture_for(const Gestures *gestures, const Due *due, guint reach)
{
    if (!gesture_is_possible(due)) {
        return NULL;
    }
    unsigned close = choice_place(customer_closenesses, due->customer->closeness);
    unsigned place = choice_place(gesture_ways, gestures->ways[close - 1]);
    if (place <= 1) {
        return NULL;
    }
    bool is_more = due->turns > 0 && due->turns % ROUND == 0 && gesture_ways[place].code != NULL;
    place -= is_more ? 0 : 1;
    while (!is_possible(place, reach)) {
        place--;
    }
    return gesture_ways[place].code;
}
