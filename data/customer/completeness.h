/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much is known of a customer, and what to ask next. */
#pragma once

#include "data/customer/factkind.h"
#include "data/customer/sheet.h"

typedef enum {
    COMPLETENESS_NAME,
    COMPLETENESS_ADDRESS_FORM,
    COMPLETENESS_TASTE,
    COMPLETENESS_BIRTHDAY,
    COMPLETENESS_WAY,
    COMPLETENESS_NEWS,
    COMPLETENESS_ALL
} CompletenessThing;

typedef struct {
    guint known;            /* so many of COMPLETENESS_ALL things */
    CompletenessThing next; /* what to ask for next; COMPLETENESS_ALL: all is known */
    const char *ask;        /* the same as a question, translated; NULL: all is known. Static */
} Completeness;

/* Of SHEET, with KINDS (of fact_kind_list): the name, du or Sie, the taste (the usual order or
 * likes), the birthday, a phone number or e-mail address, and whether they want to hear from the
 * shop. In this order they are asked for; of a company no birthday. */
Completeness completeness_of(const Sheet *sheet, const GPtrArray *kinds);
