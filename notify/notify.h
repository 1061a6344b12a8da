/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notifications on the desktop, where there is one: finding its bus and the module. The library is
 * loaded when first needed; a bus is never started. */
#pragma once

#include "notify/driver.h"
#include "notify/notice.h"

/* The address of the session bus; NULL when there is none that could be had without starting it.
 * Free with g_free. */
char *notify_bus(void);
/* The module's functions. From any thread; loading takes some milliseconds. NULL with FAULT_MISSING
 * when the part for notifications is not installed or cannot be loaded. */
const NotifyDriver *notify_load(GError **error);

/* What NOTICE says to a desk, with the words of its buttons; borrows from NOTICE. */
NotifyOrder notify_order(const Notice *notice);

/* The name on the bus of the Tresen that has the shop at WHERE open: "de.tresen.Shop.s" and sixteen
 * digits of a hash of the place; a file has one name however its path is written. Free with
 * g_free. */
char *notify_name(const char *where);
