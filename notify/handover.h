/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Leaving something to the Tresen that runs on this desktop, or starting one. */
#pragma once

#include "notify/notify.h"

/* Asks the Tresen that has the shop at WHERE open on this desktop: "Open" the customer with the
 * number ARGUMENT ("": what is due), or "Morning" (NULL). Blocks for a few seconds at most. False
 * when there is no such program, or it does not answer. */
bool handover_call(const char *where, const char *method, const char *argument);

/* Starts Tresen in a terminal window of its own, on the shop SHOP (as after --shop; NULL: the usual
 * one) with the card of the customer NUMBER ("": without). FAULT_MISSING, with the way, when there
 * is no program for terminal windows, or it cannot be started. */
bool handover_start(const char *shop, const char *number, GError **error);
