/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Erasing a customer for ever: what goes, what stays, and then the number typed. */
#pragma once

#include "tui/screen.h"

/* Opened with a const gint64 *: the customer, who may be in the bin. It closes with a non-NULL
 * result when they were erased. */
extern const ScreenClass screen_erase;
