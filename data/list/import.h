/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking over a customer list: one deed, one transaction, repeatable. */
#pragma once

#include "data/base/day.h"
#include "data/db/deed.h"
#include "data/list/mapping.h"

/* Something the list says that could not be taken over as it stands. */
typedef struct {
    guint line;  /* physical line where the record begins, the first is 1 */
    char *field; /* the column's header; "" for the whole record */
    char *value;
    char *reason;       /* a whole sentence */
    char *number;       /* the customer's; NULL when there is none yet */
    char *name;         /* what to call the customer in a list; NULL when nothing tells */
    gint64 customer_id; /* who the record became; 0: nobody, or only on a dry run */
} ImportNote;

typedef struct {
    bool is_orders;  /* what follows counts orders, not customers */
    guint read;      /* records of the file, the header aside; orders */
    guint added;     /* new customers; orders that are visits now */
    guint updated;   /* customers the list told something new about; orders that were paid back */
    guint unchanged; /* records that brought nothing new */
    guint articles;  /* of orders: bought articles that were written down */
    GPtrArray *refused;  /* ImportNote: records that were not taken over */
    guint refused_more;  /* of orders: so many more, which only stand in the file */
    GPtrArray *warnings; /* ImportNote: records that were, but for something */
    char *refused_file;  /* where the refused records lie, with their reasons; NULL when there are
                            none */
    gint64 deed_id;      /* for taking it back; 0 when nothing changed */
} ImportResult;

typedef struct {
    const char *path;
    const Mapping *mapping; /* NULL: as guessed from the header */
    bool dry_run; /* everything but the lasting: nothing is written, also no file of refused records
                   */
    const char
        *spare_folder; /* for the refused records when the folder of the list cannot be written */
    Day today;
} ImportPlan;

/* Called now and then with the bytes read so far, of all, and the records. Returning false cancels:
 * nothing was done. */
typedef bool (*ImportProgress)(guint64 done, guint64 total, guint records, gpointer data);

/* Takes over the list. A record whose number (or, without one, whose name and a phone, e-mail or
 * birthday) is a customer's tells what is new of that customer: empty fields are filled, contacts,
 * facts and occasions added, nothing is overwritten; a different value gives a warning. A record
 * that was taken over before, word for word, changes nothing and gives no warnings again. NULL with
 * FAULT_CANCELLED, or what went wrong; then the shop is as it was. */
ImportResult *import_run(Db *db, const ImportPlan *plan, const Who *who, ImportProgress progress,
                         gpointer data, GError **error);
/* An empty result; and a note for one of its lists, without customer. */
ImportResult *import_result_new(void);
ImportNote *import_note_new(guint line, const char *field, const char *value, const char *reason);
void import_result_free(ImportResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ImportResult, import_result_free)
