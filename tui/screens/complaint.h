/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form for a complaint: what happened is enough; cause, remedy, who answers and the rest when
 * it is known. */
#pragma once

#include "tui/screens/complaintwork.h"

typedef struct {
    ComplaintArg which;
    const char *field; /* which field listens, static; NULL: the first */
} ComplaintFormArg;

/* Opened with a const ComplaintFormArg *. Result: a gint64 * with the id of the complaint that was
 * saved; none when it was left. */
extern const ScreenClass screen_complaint;
