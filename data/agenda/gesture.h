/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the owner wants done for a birthday, by how close the customer is. */
#pragma once

#include "data/agenda/due.h"
#include "data/customer/sheet.h"

/* By the places of customer_closenesses ("close", "known", "distant"). */
enum { GESTURES = 3 };
typedef struct {
    const char *ways[GESTURES]; /* codes of gesture_ways; static */
} Gestures;

/* "none", and the codes of greeting_ways from the least to the most, as what is to be done: "give
 * flowers". */
extern const Choice gesture_ways[];

/* What the owner set; where nothing was: a small gift, a call, a word in the shop. */
bool gestures_load(Db *db, Gestures *gestures, GError **error);
/* Sets what is done for those of CLOSENESS (a code of customer_closenesses). FAULT_REFUSED when one
 * of both is no such code. */
bool gesture_set(Db *db, const char *closeness, const char *way, GError **error);

typedef enum { GESTURE_BY_PHONE = 1 << 0, GESTURE_BY_POST = 1 << 1 } GestureReach;
/* By which of these ways the customer of SHEET can be reached. */
guint gesture_reach(const Sheet *sheet);

/* Whether there may be something to be done for DUE: a birthday, not congratulated yet, of a
 * customer of whom somebody said how close they are. Of related people only partners count. */
bool gesture_is_possible(const Due *due);
/* What is to be done for DUE, a code of gesture_ways but never "none"; NULL when it is nothing in
 * particular, or not possible. A round one, every ten years, gets one step more. A call needs a
 * number and a card an address, as REACH (bits of GestureReach) says; else it is the next step
 * below. Static. */
const char *gesture_for(const Gestures *gestures, const Due *due, guint reach);
