/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of two whole numbers stands first. */
#pragma once

#include <glib.h>

/* Below zero when A is the smaller, above when B is, zero when they are the same. */
static inline gint order_numbers(gint64 a, gint64 b)
{
    return (a > b) - (a < b);
}
/* The same of two gint64, for g_array_sort: the smallest first. */
gint order_by_number(gconstpointer a, gconstpointer b);
