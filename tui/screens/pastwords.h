/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened with a customer and what is still open, in the words of cards and lists. New
 * strings, freed with g_free; TODAY is whole. */
#pragma once

#include "data/agenda/reminder.h"
#include "data/customer/card.h"
#include "data/diary/complaint.h"
#include "data/diary/preorder.h"
#include "data/diary/promise.h"

/* When they were here last and how that fits: "14 Oct, Markt, €54.00: every 5–6 weeks, now 38
 * days"; where there is no rhythm, how long ago and how many visits. NULL when they never were. */
char *pastwords_last(const Card *card, Day today);
/* "Cake-Pops, 9 days ago". */
char *pastwords_extra(const Extra *extra, Day today);

/* "Open complaint: wrong inscription (3 days)"; where there is no room (IS_BRIEF) "Complaint, 3
 * days". */
char *pastwords_complaint(const Complaint *complaint, bool is_brief, Day today);
/* How long DAYS are for something that is open: "since today", "3 days". */
char *pastwords_age(int days);
/* "Promised: samples (until Fri 27 Nov)"; "Promise, Fri 27 Nov". */
char *pastwords_promise(const Promise *promise, bool is_brief, Day today);
/* "Order waiting: cake (today 15:00)"; "Order, today 15:00". */
char *pastwords_preorder(const Preorder *preorder, bool is_brief, Day today);
/* "Reminder: call back (today 15:00)"; "Reminder, today 15:00". */
char *pastwords_reminder(const Reminder *reminder, bool is_brief, Day today);
/* When something is due: "tomorrow", "today 15:00"; MINUTE may be RECORD_NONE. */
char *pastwords_due(Day day, gint64 minute, Day today);
/* That they are lost, calmly: "Moved away, noted on 3 May". */
char *pastwords_loss(const Loss *loss, Day today);
