/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a customer's sheet to the texts of the form (values.h) and back. The fields are called
 *   number salutation title given_name family_name company description street postcode place,
 *   phone0 phone1 … email0 email1 …;
 *   birthday name_day wedding own_day since: days written for people; own_label: what own_day is;
 *   address_form: 0 not known, 1 formal, 2 informal;
 *   preferred_channel: 0 not known, then in the order of customer_channels; class and closeness
 *   likewise in that of customer_classes and customer_closenesses;
 *   clerk_id: the id of who looks after them, 0 for nobody; what is missing changes nothing. */
#pragma once

#include "data/customer/sheet.h"

/* What the form shows of SHEET. Unref it. */
GHashTable *edit_sheet_values(const Sheet *sheet);

/* Puts VALUES into SHEET, made storable. What the form does not show stays as it is; dates that
 * cannot be read count as empty; what was emptied stays in the sheet as an empty record, for
 * sheet_save. TODAY is whole, for reading dates. */
void edit_sheet_apply(Sheet *sheet, GHashTable *values, Day today);
