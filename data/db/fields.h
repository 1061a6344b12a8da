/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Access to the columns of a record through its description. For files that handle any table alike.
 */
#pragma once

#include "data/db/record.h"

/* How many columns a row has, those of the head included. */
guint field_count(const RecordType *type);
/* Column INDEX in the order of every statement: the head (id first, then version), then the type's
 * own. */
const Field *field_at(const RecordType *type, guint index);
/* The type of RECORD. */
const RecordType *record_type(gconstpointer record);
/* The place of the value in RECORD. */
gint64 *field_int(const Field *field, gpointer record);
char **field_text(const Field *field, gpointer record);
gint64 field_int_of(const Field *field, gconstpointer record);
const char *field_text_of(const Field *field, gconstpointer record);
/* The value as bound: FIELD_REF 0, RECORD_NONE and empty text are NULL. Borrows from RECORD. */
DbValue field_value(const Field *field, gconstpointer record);

/* RECORD as JSON with the column names, the head included: a before-image. Free with g_free. */
char *record_to_image(gconstpointer record);
/* The record of an image, to be freed with record_free. NULL with FAULT_DAMAGED when it cannot be
 * read. */
gpointer record_from_image(const RecordType *type, const char *image, GError **error);
/* The column that holds the customer a row belongs to ("id" for customers); NULL when the table has
 * none. Belongs to the type. */
const Field *record_owner_field(const RecordType *type);
/* The customers to whom the rows FIRST to LAST of the table belong, each once: an array of gint64,
 * to be unreffed; empty when the table has no owner. NULL on a fault. */
GArray *record_owners(Db *db, const RecordType *type, gint64 first, gint64 last, GError **error);
/* Writes RECORD under its own id, over the row that is there or as a new one, with a version above
 * both. */
bool record_put(Db *db, gpointer record, GError **error);
