/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people who belong to a customer: partner, child … with their days; add, change, remove. */
#pragma once

#include "tui/screen.h"

/* Opened with a const gint64 *: the customer's id. Result: a gint64 * with the id of another
 * customer whose card is to be opened; none when it was left. */
extern const ScreenClass screen_people;
