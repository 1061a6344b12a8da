/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of two whole numbers stands first. */
#include "data/base/order.h"

gint order_by_number(gconstpointer a, gconstpointer b)
{
    return order_numbers(*(const gint64 *)a, *(const gint64 *)b);
}
