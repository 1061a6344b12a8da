/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the home screen as a list; its model is a HomeModel. Narrow screens drop columns:
 * the hint and the usual order first, then the last visit, then the number; names and warnings
 * stay. */
#pragma once

#include "tui/widgets/list.h"

extern const ListClass home_list;
