/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the form for a pre-order, between the record and the form: words, day, time, amount,
 * for_whom, occasion; branch where the shop has several. */
#pragma once

#include "tui/screens/moneyfield.h"
#include "tui/screens/preorderwork.h"
#include "tui/widgets/form.h"

/* What the rows read and choose from. */
typedef struct {
    MoneyContext context;       /* of the form */
    GPtrArray *branches;        /* Branch; NULL: there is no row for them */
    const char **branch_labels; /* "any" before them */
} PreorderFields;

/* All zero is fine. */
void preorder_fields_clear(PreorderFields *fields);

/* The form; it uses FIELDS as long as it lives. */
Form *preorder_form_new(const PreorderFields *fields);
/* Takes branches and currency out of MODEL, once, and adds the row for them to FORM. */
void preorder_fields_take(PreorderFields *fields, Form *form, PreorderModel *model);
/* What the form shows of PREORDER. Unref it. */
GHashTable *preorder_fields_values(const PreorderFields *fields, const Preorder *preorder);
/* The same for having EARLIER again: the day is the next one of its date that is still to come. */
GHashTable *preorder_fields_again(const PreorderFields *fields, const Preorder *earlier);
/* STORED with VALUES put into it; a day or time that still says what it did in FILLED stays. Free
 * with record_free. */
Preorder *preorder_fields_typed(const PreorderFields *fields, const Preorder *stored,
                                GHashTable *values, GHashTable *filled);
