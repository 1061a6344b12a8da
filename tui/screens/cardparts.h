/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sheet holds beside facts, put into words: a label and a text for each record. */
#pragma once

#include "data/customer/sheet.h"

typedef struct {
    const RecordHead *record; /* belongs to the sheet */
    char *label;              /* NULL: as the part before */
    char *text;
    const char *field; /* of the customer form that shows it (editsheet.h), static; NULL: none */
} CardPart;

/* Each returns an array of CardPart that frees them; TODAY is whole. */
GPtrArray *card_parts_visits(const Sheet *sheet, Day today);
GPtrArray *card_parts_contacts(const Sheet *sheet);
/* Related people, each with their days. */
GPtrArray *card_parts_people(const Sheet *sheet, Day today);
/* The customer's own days. */
GPtrArray *card_parts_days(const Sheet *sheet, Day today);
GPtrArray *card_parts_addresses(const Sheet *sheet);
GPtrArray *card_parts_consents(const Sheet *sheet);
