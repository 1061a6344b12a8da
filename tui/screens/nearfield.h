/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields of a form that take a day near as people type it: "friday", "27.11.", "+3". Their form's
 * context begins with a Day: today. */
#pragma once

#include "data/base/day.h"

/* For FormField.reading: how TYPED is understood, with its weekday, or why it cannot be; NULL when
 * there is nothing to say. CONTEXT points to today. Free with g_free. A day still to come, or one
 * that is over. */
char *near_field_reading_ahead(const char *typed, gconstpointer context);
char *near_field_reading_back(const char *typed, gconstpointer context);

/* For FormField.check: whether TYPED is empty or such a day; FAULT_REFUSED otherwise, and for a day
 * to come in a field for one that is over. */
bool near_field_check_ahead(const char *typed, gconstpointer context, GError **error);
bool near_field_check_back(const char *typed, gconstpointer context, GError **error);

/* The day in TYPED as it is stored (day_to_text), NULL when there is none. TODAY is whole. Free
 * with g_free. */
char *near_field_stored_ahead(const char *typed, Day today);
char *near_field_stored_back(const char *typed, Day today);
/* The stored day STORED (NULL: none) as it stands in a field; "" for none. Free with g_free. */
char *near_field_shown(const char *stored);
