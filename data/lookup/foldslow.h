/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folding step by step, for any script. */
#pragma once

/* What fold_text returns, by the general way; fold_text takes a shorter one where it can. Free
 * with g_free. */
char *fold_text_slow(const char *text);
