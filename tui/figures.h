/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as people read them. */
#pragma once

#include <glib.h>

/* NUMBER with its digits in groups of three, parted as the language of the messages does:
 * "12,480". Free with g_free. */
char *figures_grouped(gint64 number);
