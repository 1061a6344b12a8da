/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When customers are to be contacted next, and how (table care): it follows from the plan, the
 * contacts there were, consent, quiet times and who is lost, within the transaction of each change.
 * Nothing of it depends on today.
 *
 * For each channel the most special line of the plan holds: the customer's own, else that of a tag
 * (of several "never", else the most frequent one), else that of the class. A line without a
 * channel stands for all channels that have no line as special as it is, so that less special
 * lines no longer hold. It takes the way the customer likes best, where that is allowed, else the
 * most personal one that is: for somebody close from a call on, for others from a message in a
 * social network on, for somebody distant from an e-mail on; and where none is allowed, a talk at
 * the next visit ("counter"). "Never" takes the customer out of a channel, without a channel out of
 * all.
 *
 * Personal are, in this order: a visit with them and a talk at the counter, phone, social network,
 * SMS, e-mail, post, newsletter. Phone, e-mail, SMS and newsletter need a consent that was given
 * and an address of theirs; post needs that nobody refused. Chosen by itself a social network and
 * post need an address, too. Where the fixed channel of a line may not be used nothing is
 * proposed.
 *
 * The next contact is the last one that counts (INTERACTION_COUNTS, in either direction, by any
 * channel as personal or more; a greeting is as personal as a talk) plus the plan's days, up to an
 * eighth of them earlier. Without a last one, or when it was so long ago that the next one was due
 * before the line began, it is within the first span after the line began or the customer was
 * entered: by a number made from the customer's id, so that they spread evenly. It is put off while
 * there were as many contacts from us within 30 days as the owner allows (care_per_month; talks at
 * the counter aside), and behind quiet seasons and days. Who has died, or is lost and not to be
 * greeted, has none. */
#pragma once

#include "data/agenda/careplan.h"
#include "data/agenda/reminder.h"
#include "data/customer/customer.h"

/* Changes that are not written yet. */
typedef struct Care Care;

/* Free with care_free. */
Care *care_new(void);
/* NULL is fine. */
void care_free(Care *care);
/* Notes RECORD of a type that cares: as it was, or as it is. */
void care_note(Care *care, gconstpointer record);
/* Notes that the rows FIRST to LAST of TYPE are about to go. */
bool care_note_run(Care *care, Db *db, const RecordType *type, gint64 first, gint64 last,
                   GError **error);
/* Writes what follows from what was noted and forgets it. Takes next to nothing while there is no
 * plan. */
bool care_settle(Care *care, Db *db, GError **error);

/* Called now and then with how many of TOTAL customers are through. False breaks off. */
typedef bool (*CareProgress)(guint done, guint total, gpointer data);
/* Compares the table with what it follows from and adds a sentence to FINDINGS (char *) for what
 * differs. False on a fault, FAULT_CANCELLED when PROGRESS (may be NULL) breaks off. */
bool care_check(Db *db, CareProgress progress, gpointer data, GPtrArray *findings, GError **error);
/* Makes the table anew, in one transaction; broken off, it is as before. */
bool care_rebuild(Db *db, CareProgress progress, gpointer data, GError **error);

/* A contact that is due. */
typedef struct {
    Customer *customer;
    CarePlan *plan; /* the line it follows from */
    char *channel;  /* a code of care_channels, or "counter": at the next visit */
    Day due;
    char *last_day; /* of the last contact; NULL: none yet */
} CareItem;
void care_item_free(gpointer item);

/* Up to LIMIT contacts that are due at NOW (with its minute): of class A first, then B, C and
 * others, within it the longest due first; one a customer. Left out are those at the next visit
 * ("counter"), whom only the card shows, and who has a quiet time now (of whom a thousand are
 * looked at).
 * WHO: those whom this clerk looks after and whom nobody does (its branch does not matter). *MORE:
 * how many there are besides, counted up to 50. The array frees them. NULL on a fault. */
GPtrArray *care_list_due(Db *db, Moment now, const ReminderFor *who, guint limit, gint64 *more,
                         GError **error);
/* The next contacts with one customer, the next first: CareItem, whose customer is a copy. The
 * array frees them. NULL on a fault. */
GPtrArray *care_list_of(Db *db, gint64 customer_id, GError **error);
/* Lets the customer be contacted on UNTIL (whole) again at the earliest: a quiet time. One that was
 * made so before is set to UNTIL. */
bool care_put_off(Deed *deed, gint64 customer_id, Day until, GError **error);
