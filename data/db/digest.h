/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The digest of a row, by its values: the same on every engine. */
#pragma once

#include "data/db/db.h"

/* The SHA-256 of the COUNT VALUES, each with its kind and its length, as four numbers into DIGEST.
 * CHECKSUM is one of G_CHECKSUM_SHA256; what it held is lost. */
void digest_values(GChecksum *checksum, const DbValue *values, guint count, guint64 digest[4]);
