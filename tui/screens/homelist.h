/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the home screen as a list; its model is a HomeModel. Narrow screens drop columns:
 * hints, the usual order and where somebody lives first, then the last visit, then the number;
 * names and warnings stay, at the narrowest as a mark. */
#pragma once

#include "tui/widgets/list.h"

extern const ListClass home_list;
