/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the form for a visit, between the record and the form: articles, amount,
 * for_whom, occasion, words, kind, channel, day. */
#pragma once

#include "tui/screens/moneyfield.h"
#include "tui/screens/visitwork.h"
#include "tui/widgets/form.h"

/* What the rows read and choose from. */
typedef struct {
    MoneyContext context; /* of the form */
    const char **kinds, **channels;
} VisitFields;

/* Clear with visit_fields_clear. */
void visit_fields_init(VisitFields *fields, Day today);
void visit_fields_clear(VisitFields *fields);

/* The form; it uses FIELDS as long as it lives. */
Form *visit_form_new(const VisitFields *fields);
/* What the form shows of the visit of MODEL, whose currency FIELDS take over. Unref it. */
GHashTable *visit_fields_values(VisitFields *fields, const VisitModel *model);
/* STORED, as the form was filled with, with VALUES put into it: noted by WHO now. Free with
 * record_free. */
Visit *visit_fields_typed(const VisitFields *fields, const Visit *stored, GHashTable *values,
                          const Who *who);
