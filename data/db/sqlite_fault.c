/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQLite's result codes as sentences for people. */
#include "data/base/i18n.h"
#include "data/db/sqlite_private.h"

#include <errno.h>

/* One kind of fault: a primary or extended result code and what it means. */
typedef struct {
    int code;
    Fault fault;
    const char *sentence; /* %s is the place */
} Meaning;

#define DISK_FAILS                                                                                 \
    N_("The disk reports a fault with the shop %s. What was being saved was not; check the disk "  \
       "and its cable, then try again.")

static const Meaning meanings[] = {
    {SQLITE_CONSTRAINT_UNIQUE, FAULT_TAKEN,
     N_("This value is in use already and may be there only once. Choose another one.")},
    {SQLITE_CONSTRAINT_PRIMARYKEY, FAULT_TAKEN,
     N_("This value is in use already and may be there only once. Choose another one.")},
    {SQLITE_CONSTRAINT_ROWID, FAULT_TAKEN,
     N_("This value is in use already and may be there only once. Choose another one.")},
    {SQLITE_CONSTRAINT_FOREIGNKEY, FAULT_TIED,
     N_("Something this hangs on was removed in the meantime, or something else hangs on it by "
        "now. Nothing was changed: look at it again.")},
    {SQLITE_CONSTRAINT, FAULT_REFUSED,
     N_("This entry does not fit the rules of the shop, so it was not saved. Check what you "
        "typed.")},
    {SQLITE_TOOBIG, FAULT_REFUSED,
     N_("This entry is too long to be saved. Shorten it and try again.")},
    {SQLITE_FULL, FAULT_FULL,
     N_("The disk is full. Nothing was lost: free some space and try again.")},
    {SQLITE_READONLY_ROLLBACK, FAULT_READ_ONLY,
     N_("The last program that wrote to the shop %s was cut off, and here it may not be tidied up. "
        "Open it once where it can be written.")},
    {SQLITE_READONLY_DBMOVED, FAULT_MISSING,
     N_("The file %s was moved, replaced or removed while it was open. Nothing was saved; close "
        "Tresen and open the shop again.")},
    {SQLITE_READONLY, FAULT_READ_ONLY,
     N_("The shop %s can only be read here, so nothing can be changed.")},
    {SQLITE_PERM, FAULT_READ_ONLY,
     N_("The shop %s can only be read here, so nothing can be changed.")},
    {SQLITE_CORRUPT, FAULT_DAMAGED,
     N_("The shop %s is damaged. Nothing more was written to it: bring back a backup.")},
    {SQLITE_NOTADB, FAULT_DAMAGED,
     N_("The shop %s is damaged. Nothing more was written to it: bring back a backup.")},
    /* What the disk does not take, it may take the next time: that is no damage. */
    {SQLITE_IOERR_WRITE, FAULT_FULL, DISK_FAILS},
    {SQLITE_IOERR_FSYNC, FAULT_FULL, DISK_FAILS},
    {SQLITE_IOERR_DIR_FSYNC, FAULT_FULL, DISK_FAILS},
    {SQLITE_IOERR_TRUNCATE, FAULT_FULL, DISK_FAILS},
    {SQLITE_IOERR_DELETE, FAULT_FULL, DISK_FAILS},
    {SQLITE_IOERR, FAULT_DAMAGED, DISK_FAILS},
    {SQLITE_CANTOPEN, FAULT_READ_ONLY,
     N_("The shop %s cannot be opened for this. Check that its folder can be written and that the "
        "disk has room.")},
    {SQLITE_INTERRUPT, FAULT_CANCELLED, N_("This was cancelled; nothing was changed.")},
    {SQLITE_BUSY, FAULT_BUSY,
     N_("Another program is writing to the shop %s just now. Nothing was changed; try again in a "
        "moment.")},
    {SQLITE_NOMEM, FAULT_INTERNAL,
     N_("The computer has run out of memory. Nothing was changed: close other programs and try "
        "again.")},
};

static const Meaning unknown = {SQLITE_ERROR, FAULT_INTERNAL,
                                N_("Something went wrong inside Tresen, and nothing was changed. "
                                   "Please report this as a defect.")};

static const Meaning *meaning_of(int code)
{
    for (guint i = 0; i < G_N_ELEMENTS(meanings); i++) {
        if (meanings[i].code == code) {
            return &meanings[i];
        }
    }
    return (code & 0xff) != code ? meaning_of(code & 0xff) : &unknown;
}

/* What the system last said of the shop's file; 0: nothing. */
static int reason_of_file(sqlite3 *handle)
{
    int reason = 0;

    return sqlite3_file_control(handle, "main", SQLITE_FCNTL_LAST_ERRNO, &reason) == SQLITE_OK
               ? reason
               : 0;
}

/* SQLite takes a page that cannot be read for a damaged one, but a cable may be loose. */
static bool could_not_read(sqlite3 *handle)
{
    int reason = reason_of_file(handle);

    return reason == EIO || reason == ENXIO || reason == ERANGE;
}

/* Why the system refused; SQLite does not note that when it is a commit that fails. */
static int refusal(sqlite3 *handle)
{
    int reason = reason_of_file(handle);

    return reason != 0 ? reason : sqlite3_system_errno(handle);
}

/* A quota or a file size limit comes as an I/O error; to a person it is a full disk. */
static int seen_by_people(int code, sqlite3 *handle, Wait *wait)
{
    int primary = code & 0xff;
    int reason = handle != NULL && (primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN)
                     ? refusal(handle)
                     : 0;

    if (reason == ENOSPC || reason == EDQUOT || reason == EFBIG) {
        return SQLITE_FULL;
    }
    if (primary == SQLITE_CORRUPT && handle != NULL && could_not_read(handle)) {
        return SQLITE_IOERR;
    }
    if (primary == SQLITE_BUSY && wait != NULL && !wait->gave_up &&
        g_atomic_int_get(&wait->interrupted) != 0) {
        return SQLITE_INTERRUPT;
    }
    return code;
}

void sqlite_fault(GError **error, int code, sqlite3 *handle, const char *where, Wait *wait)
{
    const Meaning *meaning = meaning_of(seen_by_people(code, handle, wait));

    g_debug("sqlite %d at %s: %s", code, where,
            handle != NULL ? sqlite3_errmsg(handle) : sqlite3_errstr(code));
    g_auto(GStrv) parts = g_strsplit(_(meaning->sentence), "%s", 2);
    g_autofree char *whole = g_strjoinv(where, parts);
    g_set_error_literal(error, FAULT, (gint)meaning->fault, whole);
}
