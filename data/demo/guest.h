/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A customer of the demo shop while the card is being written. */
#pragma once

#include "data/customer/sheet.h"

typedef struct {
    const GPtrArray *kinds; /* FactKind of the shop; borrowed */
    Sheet *sheet;
    GPtrArray *people; /* those who belong to them, until guest_save */
} Guest;

/* An empty card. KINDS stay the caller's. Free with guest_free. */
Guest *guest_new(const GPtrArray *kinds);
void guest_free(Guest *guest);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Guest, guest_free)

/* Each adds one thing; texts are copied. */
void guest_add_fact(Guest *guest, const char *kind, const char *words);
void guest_add_contact(Guest *guest, const char *kind, const char *label, const char *value);
void guest_add_address(Guest *guest, const char *street, const char *postcode, const char *place);
/* A day of the customer's own: KIND as in occasion_kinds, LABEL may be NULL. */
void guest_add_day(Guest *guest, const char *kind, const char *label, Day day);
/* Somebody who belongs to the customer; NOTE may be NULL, BIRTHDAY DAY_NONE, OTHER 0. */
void guest_add_person(Guest *guest, const char *kind, const char *name, const char *note,
                      Day birthday, gint64 other);
/* An answer WHO was given on the day DAY (YYYY-MM-DD) in the shop. */
void guest_add_answer(Guest *guest, const char *purpose, const char *state, const char *day,
                      gint64 who);

/* Stores the card with everything added; the customer's id is in the sheet afterwards. */
bool guest_save(Deed *deed, Guest *guest, GError **error);
