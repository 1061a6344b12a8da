/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names that columns of customer lists have. */
#pragma once

#include "data/list/listfield.h"

typedef struct {
    const char *names; /* divided by "|", in natural spelling */
    ListField field;
    const char *label; /* of a phone, an e-mail, an address; "sorted": last name first; or NULL */
    bool is_label;
    bool weak;
} HeaderName;

/* The table, *COUNT rows. Static. */
const HeaderName *header_names(gsize *count);
