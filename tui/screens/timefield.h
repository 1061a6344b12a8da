/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields of a form that take a time of day as people type it: "14:30", "3 pm". */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* For FormField.reading: the time of day in TYPED; NULL when it is none, or says nothing new. The
 * context does not matter. Free with g_free. */
char *time_field_reading(const char *typed, gconstpointer context);
/* For FormField.check: whether TYPED is empty or a time of day; FAULT_REFUSED otherwise. */
bool time_field_check(const char *typed, gconstpointer context, GError **error);
