/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field of a form that takes why somebody is lost, as people type it: "too exp", "price". */
#pragma once

#include "data/diary/lossreason.h"

/* The one of REASONS (LossReason) meant by TYPED: its code or wording, else the only one of which a
 * word begins so. NULL when there is none; *SEVERAL, unless NULL, says whether there are more. */
const LossReason *reason_field_find(const GPtrArray *reasons, const char *typed, bool *several);
/* How TYPED is understood: the reason and whose it is ("Too expensive (with us)"), or why it is
 * not; NULL for nothing. Free with g_free. */
char *reason_field_reading(const GPtrArray *reasons, const char *typed);
/* Whether TYPED is empty or a reason; FAULT_REFUSED otherwise. */
bool reason_field_check(const GPtrArray *reasons, const char *typed, GError **error);
/* The wording of the reason that TYPED begins, for completing it; NULL when there is none or TYPED
 * is empty. Belongs to REASONS or the catalogue. */
const char *reason_field_complete(const GPtrArray *reasons, const char *typed);
/* The wording of the reason ID, "" for none. Belongs to REASONS or the catalogue. */
const char *reason_field_label(const GPtrArray *reasons, gint64 id);
