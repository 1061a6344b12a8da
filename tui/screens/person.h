/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form for a person who belongs to a customer: who it is to them, the name, the days, and
 * whether they are a customer too. */
#pragma once

#include "tui/screen.h"

typedef struct {
    gint64 customer_id; /* to whom the person belongs */
    gint64 relation_id; /* 0: a new one */
} PersonArg;

/* Opened with a const PersonArg *. Result: a gint64 * with the id of the relation that was
 * saved; none when it was left. */
extern const ScreenClass screen_person;
