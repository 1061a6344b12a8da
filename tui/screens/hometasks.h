/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be done and to watch out for, on the home screen. */
#pragma once

#include "tui/screens/homemodel.h"

/* Appends to MODEL's rows, and its widths, what is in its `todo`. */
void home_tasks_add(HomeModel *model);
