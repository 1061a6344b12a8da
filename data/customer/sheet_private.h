/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sheet is made of, for the files that load and store it. */
#pragma once

#include "data/customer/sheet.h"

/* A table of a sheet; all are found by customer_id. */
typedef struct {
    const RecordType *type;
    gsize offset; /* of the array in Sheet */
    bool (*is_empty)(gconstpointer record);
} SheetPart;

enum { SHEET_PARTS = 6 };
/* In the order in which they are stored. */
extern const SheetPart sheet_parts[SHEET_PARTS];

/* The array of PART in SHEET. */
GPtrArray **sheet_part(Sheet *sheet, const SheetPart *part);
/* A sheet with nothing but CUSTOMER, which it takes. */
Sheet *sheet_of(Customer *customer);
