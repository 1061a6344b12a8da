/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going to a card from outside: a notification, another program, the command line. */
#pragma once

#include "tui/app.h"

/* Looks for the customer NUMBER on the worker and opens their card over whatever is in sight, where
 * nothing is lost; "" opens the list of what is due. Says so when there is no such customer.
 * Nothing happens without a shop, or where it is open already. */
void card_jump(App *app, const char *number);
