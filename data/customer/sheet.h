/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A customer with everything that belongs to them, as it is typed in, taken over from a list and
 * changed. */
#pragma once

#include "data/base/day.h"
#include "data/customer/customer.h"

typedef struct {
    Customer *customer;
    GPtrArray *contacts;  /* Contact */
    GPtrArray *addresses; /* Address */
    GPtrArray *relations; /* Relation */
    GPtrArray *facts;     /* Fact, oldest first */
    GPtrArray *occasions; /* Occasion: the customer's own and the related people's */
    GPtrArray *consents;  /* Consent */
} Sheet;

/* An empty sheet for a new customer. Free with sheet_free. */
Sheet *sheet_new(void);
/* The sheet of a customer; NULL with FAULT_MISSING when there is none. */
Sheet *sheet_load(Db *db, gint64 customer_id, GError **error);
/* The sheets of the COUNT customers IDS, each named once, in that order: quicker than one by one.
 * In them are the customer and the records of TYPES, which ends with NULL, or all where it is NULL;
 * with some of them it is for reading only. The array frees them. NULL with FAULT_MISSING when one
 * is not there. */
GPtrArray *sheet_list(Db *db, const gint64 *ids, guint count, const RecordType *const *types,
                      GError **error);
/* Likewise, and customers who are not there are left out. */
GPtrArray *sheet_list_of(Db *db, const gint64 *ids, guint count, const RecordType *const *types,
                         GError **error);
/* Likewise of CUSTOMERS (Customer, each once), who were read already and are copied. */
GPtrArray *sheet_list_known(Db *db, const GPtrArray *customers, const RecordType *const *types,
                            GError **error);
/* Reads the records of TYPES, as above, into SHEETS (Sheet, of different customers), which have
 * none of them yet. False on a fault. */
bool sheet_list_add(Db *db, const GPtrArray *sheets, const RecordType *const *types,
                    GError **error);
/* A copy with everything, ids and versions included. Free with sheet_free. */
Sheet *sheet_copy(const Sheet *sheet);
void sheet_free(Sheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Sheet, sheet_free)

/* Appends an empty record of the kind to the sheet and returns it; it belongs to the sheet. */
gpointer sheet_add(Sheet *sheet, const RecordType *type);
/* The known parts of the customer's own birthday. */
Day sheet_birthday(const Sheet *sheet);

/* The words of the facts that warn (KINDS: fact_kind_list) in the order of the kinds, ticked ones
 * aside. The array frees them. */
GPtrArray *sheet_warnings(const Sheet *sheet, const GPtrArray *kinds);
/* The latest fact of the kind CODE; NULL when there is none. Belongs to the sheet. */
const char *sheet_fact(const Sheet *sheet, const GPtrArray *kinds, const char *code);

/* What tells people of the same name apart: "Am Dobben 7, Bremen", else the phone; NULL when
 * neither is known. Free with g_free. */
char *sheet_where(const Sheet *sheet);

/* Whether the sheet can be stored at all: it tells who it is, by a name, company, description or
 * contact, and its number is not too long. Else FAULT_REFUSED. */
bool sheet_check(const Sheet *sheet, GError **error);

/* Stores the sheet: rows without an id are new, rows whose content was emptied go (their id is then
 * 0) with what hangs on them (the days of a related person, the ticks of a day), the others are
 * updated where they differ. A customer without a number gets the next free one. FAULT_REFUSED when
 * neither name, company, description nor a contact is there or the number is longer than 100 bytes,
 * FAULT_TAKEN when the number is another customer's, FAULT_CONFLICT when somebody changed a row in
 * the meantime. What may have to be saved again after a fault is saved from a sheet_copy: see
 * deed_commit. */
bool sheet_save(Deed *deed, Sheet *sheet, GError **error);
/* Removes the customer with everything that belongs to them. */
bool sheet_remove(Deed *deed, gint64 customer_id, GError **error);
