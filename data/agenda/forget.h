/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking a day that comes round each year out of the shop's memory. */
#pragma once

#include "data/db/deed.h"

/* Removes the occasion together with the ticks of its years. FAULT_MISSING when it is not there. */
bool occasion_forget(Deed *deed, gint64 occasion_id, GError **error);
