/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folding step by step, for any script. */
#pragma once

#include <stdbool.h>

/* What fold_text returns (SPELLED: fold_spelled), by the general way; those take a shorter one
 * where they can. Free with g_free. */
char *fold_text_slow(const char *text, bool spelled);
