/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A customer in the output of commands. */
#pragma once

#include "cli/json.h"
#include "data/customer/sheet.h"

/* The values of the contacts of KIND ("phone", "email"), as typed. The array borrows them from
 * SHEET. */
GPtrArray *person_contacts(const Sheet *sheet, const char *kind);
/* The first place of the addresses; NULL when there is none. Belongs to SHEET. */
const char *person_place(const Sheet *sheet);

/* Adds what every list of customers tells to the object that is open: number, name (spoken; "" for
 * somebody known by a description only), description, phones and emails (as typed), birthday (the
 * parts that are known), warnings (texts). */
void person_add_json(JsonWriter *json, const Sheet *sheet, const GPtrArray *warnings);
