/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A complaint as a case: what happened, how far it is, and one key for each step. */
#pragma once

#include "tui/screens/complaintwork.h"

/* Opened with a const ComplaintArg * whose complaint_id is set. Result: none, or a char * with the
 * digit that was typed on it: a number begins a new search, as on a card. */
extern const ScreenClass screen_complaintcase;
