/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a record of a list is a customer the shop has, and what it tells of them that is new. */
#pragma once

#include "data/customer/sheet.h"
#include "data/list/import.h"

/* The customer the record is: who it became last time (KEY: its hash), who has its number, or who
 * has its name and shares a phone, an e-mail or the birthday. *ID is 0 when it is nobody yet. *SEEN
 * says that the record was taken over before, word for word. */
bool importmatch_find(Db *db, const Sheet *record, const char *key, const char *country, gint64 *id,
                      bool *seen, GError **error);

/* Whether the names of the two contradict each other: both have one, and they have no word in
 * common. */
bool importmatch_is_stranger(const Sheet *known, const Sheet *record);

/* What the record says otherwise than the shop. VALUE is the list's; KNOWN the shop's. */
typedef void (*ImportDiffers)(const char *field, const char *value, const char *known,
                              gpointer data);

/* Adds to KNOWN what RECORD has and KNOWN lacks: empty fields are filled, contacts, addresses,
 * facts, occasions and consents added; nothing is overwritten. DIFFERS is told of values that
 * contradict. COUNTRY as for contact_key. Returns whether KNOWN changed. */
bool importmatch_merge(Sheet *known, const Sheet *record, const char *country,
                       ImportDiffers differs, gpointer data);
