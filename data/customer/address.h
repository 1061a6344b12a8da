/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Postal addresses of a customer. */
#pragma once

#include "data/db/record.h"

typedef struct {
    RecordHead head;
    gint64 customer_id; /* the customer */
    char *label;
    char *street; /* with the number of the house */
    char *postcode;
    char *place;
    char *region;
    char *country;
} Address;

extern const RecordType address_type;
