/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Storing a noted fact, on the worker. */
#pragma once

#include "data/base/day.h"
#include "data/customer/fact.h"
#include "data/shop.h"
#include "tui/app.h"

/* What is to be stored. */
typedef struct {
    Who who;
    Fact *fact;           /* with customer, kind and words; with an id it is changed, else new */
    const char *occasion; /* static: also a day of this kind (occasion_kinds); NULL: none */
    Day day;
} NoteWork;

void note_work_free(gpointer work);
/* For AppJob.run; ARG is a NoteWork. The result is a copy of the fact, to be freed with
 * record_free. */
gpointer note_work_run(Shop *shop, gpointer arg, Work *work, GError **error);
