/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the shop has to do for its customers, and whom it should watch out for. */
#pragma once

#include "data/agenda/due.h"
#include "data/base/moment.h"
#include "data/customer/customer.h"

typedef enum {
    TODO_PREORDER,  /* is fetched today or tomorrow, or should have been lately */
    TODO_PROMISE,   /* is to be kept until tomorrow */
    TODO_ANSWER,    /* a complaint is to be answered until tomorrow */
    TODO_ASK,       /* somebody wanted to know why this customer is lost */
    TODO_REMINDER,  /* comes up until tomorrow */
    TODO_CONTACT,   /* the plan wants somebody to be contacted */
    TODO_DAY,       /* a birthday or another day nobody congratulated on yet; in todo_list only */
    TODO_COMPLAINT, /* is open, and no answer is due yet */
    TODO_AWAY       /* stays away longer than their rhythm explains */
} TodoKind;

/* Texts that are not there are NULL. */
typedef struct {
    TodoKind kind;
    gint64
        id; /* of the pre-order, promise, complaint, loss, reminder, occasion; of TODO_CONTACT and
               TODO_AWAY the customer's */
    Customer *customer; /* NULL: a complaint of somebody nobody knows, a reminder of the shop's */
    Day day;       /* until when, when it is fetched or comes up; of TODO_COMPLAINT and TODO_AWAY
                      since when; of TODO_CONTACT since when the plan wants it */
    gint64 minute; /* of that day; RECORD_NONE: not told */
    Moment agreed; /* of a reminder: what was agreed; it comes up later where it was put off */
    char *words;   /* NULL for TODO_AWAY, TODO_ASK, TODO_DAY, and a contact about nothing special */
    gint64 rhythm; /* of TODO_AWAY: days between two visits, usually */
    char *channel; /* of TODO_CONTACT: a code of care_channels, or "counter"; of a reminder by which
                      way its text would go */
    char *draft;   /* of a reminder: the text it offers to send */
    char *last_day;   /* of TODO_CONTACT: of the last contact */
    Due *due;         /* of TODO_DAY: the day; NULL for the others */
    gint64 clerk_id;  /* who sees to it; 0: whoever is there */
    gint64 branch_id; /* where; 0: anywhere */
    bool repeats;     /* of a reminder: it comes again */
} TodoItem;

typedef struct {
    GPtrArray *tasks, *contacts, *watch; /* TodoItem: to be done, the most urgent first; whom the
                                            plan wants contacted; to watch out for */
    gint64 more_tasks, more_contacts, more_watch; /* how many there are besides, counted up to
                                                     TODO_COUNTED */
} Todo;

/* How many of each list are told at most, and how far those of one kind are counted. */
enum { TODO_TASKS = 7, TODO_COMPLAINTS = 3, TODO_AWAYS = 3, TODO_COUNTED = 50 };

/* What is asked for. */
typedef struct {
    Day today;             /* whole */
    gint64 minute;         /* of today, 0 to 1439 */
    Day until;             /* whole, not before today: what is due later is left out */
    gint64 branch_id;      /* what other branches have is left out; 0: of all */
    gint64 clerk_id;       /* what other clerks see to is left out; 0: of everybody */
    guint limit;           /* of todo_list: how many items at most; 0: all */
    bool with_days;        /* of todo_list: birthdays and other days, too */
    bool without_contacts; /* of todo_list: those of the plan are left out */
} TodoAsk;

/* Everything for the home screen, for ASK's today, minute, branch and clerk: what is due until
 * tomorrow. Takes as long in every shop. NULL on a fault. Free with todo_free. */
Todo *todo_load(Db *db, const TodoAsk *ask, GError **error);
void todo_free(Todo *todo);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Todo, todo_free)

/* What is due (all kinds but TODO_COMPLAINT and TODO_AWAY), in the order in which a shop needs it:
 * by day and time, of what is due at any time of its day before what has a time; contacts of the
 * plan, the most important customer first, after all that was to be done until today. *MORE (may
 * be NULL): how many there are beyond ASK's limit. The array frees them. NULL on a fault. */
GPtrArray *todo_list(Db *db, const TodoAsk *ask, gint64 *more, GError **error);

/* Whether ITEM should have been done before the moment NOW (with its minute): one due at any time
 * of a day only after it. Contacts and what is to be watched never are. */
bool todo_is_overdue(const TodoItem *item, Moment now);

/* The line of ITEM besides whose and when: "promised: bring a sample", "fetches at 15:00: cake for
 * 12", "call: new machine", "turns 70". Free with g_free. */
char *todo_words(const TodoItem *item, Day today);
/* Whose it is: the customer (customer_call, in ORDER), who has the day, "nobody known" for a
 * complaint without one; NULL for a reminder of the shop's own. Free with g_free. */
char *todo_call(const TodoItem *item, NameOrder order);

/* The name of an item for commands: a letter and ID. "r12": reminder, "k7": contact with customer
 * 7, "p3": promise, "o4": pre-order, "b9": occasion, "c5": complaint, "l2": loss to ask about,
 * "w8": stays away. Free with g_free. */
char *todo_id(TodoKind kind, gint64 id);
/* Reads what todo_id writes, the letter in any case; a complaint is a TODO_ANSWER. False when TEXT
 * is none. */
bool todo_of_id(const char *text, TodoKind *kind, gint64 *id);

/* Whether a tick does KIND: see todo_done. */
bool todo_can_tick(TodoKind kind);
/* The verb of the deed in which KIND is done, for deed_begin; "putting off" is that of todo_snooze.
 */
const char *todo_done_verb(TodoKind kind);
/* Does it at NOW: the reminder is settled, the contact logged as one that reached the customer by
 * the way that was proposed, the promise kept, the order handed over in BRANCH_ID, the day greeted.
 * FAULT_REFUSED, with the way, for a complaint, a loss and who stays away; FAULT_MISSING when it is
 * not there; FAULT_REFUSED for a contact that is not due. */
bool todo_done(Deed *deed, TodoKind kind, gint64 id, Moment now, gint64 branch_id, GError **error);
/* Whether KIND can be put off: a reminder, a contact, a question to ask. What was promised to a
 * customer cannot. */
bool todo_can_snooze(TodoKind kind);
/* Lets it come up at TO: a reminder then, a contact and a question on that day at the earliest.
 * FAULT_REFUSED, with the way, for the others. */
bool todo_snooze(Deed *deed, TodoKind kind, gint64 id, Moment to, GError **error);
