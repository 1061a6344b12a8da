/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sheet holds beside facts, put into words: a label and a text for each record. */
#pragma once

#include "data/customer/card.h"

typedef struct {
    const RecordHead *record; /* belongs to the sheet */
    char *label;              /* NULL: as the part before */
    char *text;
    const char *field; /* of the customer form that shows it (editsheet.h), static; NULL: none */
} CardPart;

/* An array of CardPart that frees them. */
GPtrArray *card_parts_new(void);
/* Adds a part and takes TEXT over; LABEL is copied. RECORD, and FIELD of the customer form, which
 * is static: see CardPart. */
void card_parts_add(GPtrArray *parts, const RecordHead *record, const char *label, char *text,
                    const char *field);

/* Each returns an array of CardPart that frees them; TODAY is whole. */
/* How often somebody was here, and when last (LAST_VISIT: YYYY-MM-DD or NULL). */
GPtrArray *card_parts_visits(const Sheet *sheet, gint64 visits, const char *last_visit, Day today);
/* What they buy most often where no usual order was told, when they were here last against their
 * own rhythm, what they were given for nothing lately, what may be asked. */
GPtrArray *card_parts_past(const Card *card, Day today);
GPtrArray *card_parts_contacts(const Sheet *sheet);
/* Related people, each with their days. */
GPtrArray *card_parts_people(const Sheet *sheet, Day today);
/* The customer's own days. */
GPtrArray *card_parts_days(const Sheet *sheet, Day today);
GPtrArray *card_parts_addresses(const Sheet *sheet);
GPtrArray *card_parts_consents(const Sheet *sheet);
