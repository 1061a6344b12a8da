/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody sees and removes: when another counter was quicker, nothing goes that nobody here
 * has seen. The deed asks record_is_current of what was seen before it removes. */
#pragma once

#include "data/db/record.h"
#include "tui/screen.h"

/* Of RECORD what record_is_current wants to know; it owns nothing. */
RecordHead removal_seen(gconstpointer record);

/* For AppJob.failed of a removal, or of a change of one word in a list: after FAULT_CONFLICT or
 * FAULT_MISSING it is said what happened, and SCREEN is loaded again, so that the person sees what
 * they would remove now. False for any other error. */
bool removal_refused(Screen *screen, const GError *error);
