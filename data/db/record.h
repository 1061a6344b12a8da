/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table described once: from the description come insert, get, list, update, remove and the
 * before-image for undo. */
#pragma once

#include "data/db/deed.h"

/* What every editable row carries; the first member of every record struct. */
typedef struct {
    const RecordType *type; /* set by record_new */
    gint64 id;
    gint64 version;    /* goes up with every change; see record_update */
    char *created_at;  /* UTC instant */
    gint64 created_by; /* clerk, 0: nobody (a script) */
    char *updated_at;
    gint64 updated_by;
} RecordHead;

typedef enum {
    FIELD_INT,   /* gint64, never NULL */
    FIELD_REF,   /* gint64, 0 is NULL: a reference, or a part of a day that is not known */
    FIELD_MAYBE, /* gint64, RECORD_NONE is NULL: an amount, a score, where 0 says something */
    FIELD_TEXT /* char *, owned by the record; "" is stored as NULL where the column may be NULL */
} FieldType;

/* Stands for NULL in a FIELD_MAYBE; what a new record has there. */
#define RECORD_NONE G_MININT64

/* What the content of a column is to the law and to the program. */
typedef enum {
    FIELD_PLAIN = 0,
    FIELD_PERSONAL = 1 << 0, /* tells something of the person: exported and erased with them */
    FIELD_HEALTH = 1 << 1,   /* may be health or belief: never in lists for others */
    FIELD_OWNER = 1 << 2,    /* the customer the row belongs to */
    FIELD_REQUIRED = 1 << 3  /* "" is refused */
} FieldTraits;

typedef struct {
    const char *column;
    FieldType type;
    guint traits;      /* FieldTraits */
    gsize offset;      /* in the record struct */
    const char *label; /* N_(): for people, in histories and conflicts; NULL when never shown */
} Field;

/* What is kept that follows from the rows of a table, for follow.h. */
typedef enum {
    DERIVES_WORDS, /* the words under which the owner is found */
    DERIVES_SUMS,  /* the sums of visits */
    DERIVES_NOTHING
} Derives;

typedef struct RecordType {
    const char *table;
    const char *label; /* N_(): "customer" */
    gsize size;        /* of the record struct */
    const Field *fields;
    guint fields_count;
    Derives derives;
    bool cares; /* when the owner is to be contacted next follows from such rows, too */
    /* What people call a row, a new string: "0171 2345678", "Hilde Wagner"; NULL or empty when its
     * words are gone. NULL instead of a function: such rows are nothing to people by themselves,
     * they come and go with what they hang on. */
    char *(*call)(gconstpointer record);
} RecordType;

/* An empty record; every record comes from here or from a function below. Free with record_free. */
gpointer record_new(const RecordType *type);
/* Frees the record and its texts. NULL is fine. */
void record_free(gpointer record);
/* A copy that owns its texts. Free with record_free. */
gpointer record_copy(gconstpointer record);
/* Puts a copy of TEXT into a text of a record in place of what is there; NULL and "" become NULL.
 */
void record_set_text(char **place, const char *text);

/* Reads the row ID into a new record; NULL with FAULT_MISSING when there is none. */
gpointer record_load(Db *db, const RecordType *type, gint64 id, GError **error);
/* The records that TAIL ("WHERE customer_id = $1 ORDER BY id", a constant) selects; the array frees
 * them. NULL on a fault. */
GPtrArray *record_list(Db *db, const RecordType *type, const char *tail, const DbValue *values,
                       guint count, GError **error);

/* Stores RECORD as a new row and sets its head. Text is stored as it is: the caller passed it
 * through utf8_storable. FAULT_REFUSED when a required text is empty, FAULT_TAKEN when a unique
 * value is in use, FAULT_MISSING when what it refers to is gone. Should the deed fail later, the
 * head is no longer true: see deed_commit. */
bool record_insert(Deed *deed, gpointer record, GError **error);
/* Stores the RECORDS, all of TYPE, as new rows in their order, as record_insert does each: for many
 * at once, a few dozen in a statement. */
bool record_insert_all(Deed *deed, const RecordType *type, const GPtrArray *records,
                       GError **error);
/* Stores what differs from the row; the row's before-image goes into the deed. RECORD's version
 * must be the row's: else FAULT_CONFLICT and nothing is written. Equal content is no change. On
 * success the head is brought up to date. */
bool record_update(Deed *deed, gpointer record, GError **error);
/* The same where rows that belong to RECORD change with it: its version goes up although its own
 * content may be equal, so that whoever has it open is told. */
bool record_update_with_parts(Deed *deed, gpointer record, GError **error);
/* Whether the row still has RECORD's version: else FAULT_CONFLICT, or FAULT_MISSING when it is
 * gone. For who is about to remove what RECORD shows. */
bool record_is_current(Db *db, gconstpointer record, GError **error);
/* Removes the row; its before-image goes into the deed. FAULT_MISSING when it is not there. */
bool record_remove(Deed *deed, const RecordType *type, gint64 id, GError **error);

/* The customer RECORD belongs to (a customer: itself), 0 when the table has no owner. */
gint64 record_owner(gconstpointer record);

/* Writes an image back: as a new row under its old id, or over the row that is there; its version
 * is then above both. Returns the record, for record_free; NULL on a fault. For deeds. */
gpointer record_restore(Db *db, const RecordType *type, const char *image, GError **error);
