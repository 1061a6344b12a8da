/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the form for a complaint, between the record and the form: words, cause, severity,
 * remedy, clerk, until, channel, article, day; of a stored one also answer, cost, content, changed
 * and branch. */
#pragma once

#include "tui/screens/clerkfield.h"
#include "tui/screens/complaintwork.h"
#include "tui/screens/moneyfield.h"
#include "tui/widgets/form.h"

/* What the rows read and choose from: the form's context. */
typedef struct {
    MoneyContext money; /* first: see nearfield.h and moneyfield.h */
    GPtrArray *causes, *branches;
    ClerkField clerk;
    const char **cause_labels, **branch_labels, **severities, **channels, **contents;
} ComplaintFields;

/* Takes the lists out of MODEL. Clear with complaint_fields_clear. */
void complaint_fields_init(ComplaintFields *fields, ComplaintModel *model, Day today);
/* Offers in FORM, too, who was added to MODEL's clerks since. */
void complaint_fields_renew(ComplaintFields *fields, const ComplaintModel *model, Form *form);
/* All zero is fine. */
void complaint_fields_clear(ComplaintFields *fields);

/* The form; IS_STORED: with what comes out of a complaint. It uses FIELDS as long as it lives. */
Form *complaint_form_new(const ComplaintFields *fields, bool is_stored);

/* What the form shows of the complaint of MODEL. Unref it. */
GHashTable *complaint_fields_values(const ComplaintFields *fields, const ComplaintModel *model);
/* Puts what differs in VALUES from FILLED, with which the form was filled, into COMPLAINT. */
void complaint_fields_apply(const ComplaintFields *fields, GHashTable *values, GHashTable *filled,
                            Complaint *complaint);
