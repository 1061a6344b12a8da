/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may be the same person: shown beside a form while it is typed. */
#pragma once

#include "data/customer/sheet.h"

/* A customer who may be the one on the sheet. */
typedef struct {
    gint64 customer_id;
    char *call; /* customer_call, sorted */
    char *number;
    const char *why; /* translated: what is the same; static */
    guint weight;    /* higher is likelier */
} Duplicate;

/* Customers other than the sheet's own who share a phone number, an e-mail address, or the name
 * (folded, first and last name also swapped), or all words of the name but one that sounds alike,
 * as dictionary_by_sound has it; likeliest first, at most LIMIT. The array of Duplicate frees them.
 * NULL on a fault. */
GPtrArray *duplicate_list(Db *db, const Sheet *sheet, guint limit, GError **error);
