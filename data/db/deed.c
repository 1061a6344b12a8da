/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deeds: the transaction, its row, and the rows of "change" that can take it back. */
#include "data/db/deed.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/db/deedlog.h"
#include "data/db/fields.h"
#include "data/db/migrate.h"
#include "data/draft.h"
#include "data/follow.h"
#include "data/records.h"
#include "data/setting.h"

#include <string.h>

/* Nothing is done any more in a shop that was moved, or that a newer program brought up to date
 * while this one had it open. */
static const char insert_deed[] =
    "INSERT INTO deed (uid, verb, at, clerk_id, branch_id, undoes) "
    "SELECT CAST($1 AS text), CAST($2 AS text), CAST($3 AS text), CAST($4 AS bigint), "
    "CAST($5 AS bigint), CAST($6 AS bigint) "
    "WHERE NOT EXISTS (SELECT 1 FROM setting WHERE name = '" SETTING_MOVED_TO "') "
    "AND NOT EXISTS (SELECT 1 FROM migration WHERE version > $7) "
    "RETURNING id, (SELECT COUNT(*) FROM erased)";
static const char list_erased[] = "SELECT customer_id FROM erased";

/* New rows of one table with ids that follow each other. */
typedef struct {
    gint64 first, last;
    gint64 owner; /* of all of them; 0: nobody, or several */
} Run;

struct Deed {
    Db *db;
    Who who;
    char *uid, *verb;
    gint64 id;
    bool open;
    bool changed;
    bool lasting;       /* nothing is remembered for taking it back */
    GHashTable *erased; /* gint64 ids of customers about whom nothing may be noted; NULL: none */
    Run *runs;          /* by the table's place in records[]; first 0: none pending */
    Follow *follow;
};

static guint records_count(void)
{
    guint count = 0;
    while (records[count] != NULL) {
        count++;
    }
    return count;
}

/* In a file a deed may be seen whose end the disk refused to note: it lasts as soon as another
 * transaction does, which writes its row as it is. */
static bool was_stored_in_file(Db *db, const char *uid, bool *stored, GError **error)
{
    gint64 rows = 0;
    if (!db_begin(db, error)) {
        return false;
    }
    if (!db_run(db, "UPDATE deed SET verb = verb WHERE uid = $1", DB_VALUES(db_text(uid)), &rows,
                error)) {
        db_rollback(db);
        return false;
    }
    if (!db_commit(db, error)) {
        return false;
    }
    *stored = rows > 0;
    return true;
}

/* One whose end is still on its way to the server holds up whoever wants to add another one of that
 * uid. */
static bool was_stored_on_server(Db *db, const char *uid, bool *stored, GError **error)
{
    g_autoptr(GError) fault = NULL;
    if (!db_begin(db, error)) {
        return false;
    }
    bool is_new = db_run(db, "INSERT INTO deed (uid, verb, at) VALUES ($1, '', '')",
                         DB_VALUES(db_text(uid)), NULL, &fault);
    db_rollback(db);
    *stored = g_error_matches(fault, FAULT, FAULT_TAKEN);
    if (is_new || *stored) {
        return true;
    }
    g_propagate_error(error, g_steal_pointer(&fault));
    return false;
}

/* Whether the deed UID lasts, for certain. */
static bool was_stored(Db *db, const char *uid, bool *stored, GError **error)
{
    return db_engine(db) == DB_SQLITE ? was_stored_in_file(db, uid, stored, error)
                                      : was_stored_on_server(db, uid, stored, error);
}

/* What a deed is when it is tried again: the same verb, by the same person at the same time. */
static char *key_of(const Who *who, const char *verb)
{
    return g_strdup_printf("%s %" G_GINT64_FORMAT " %s", who->at, who->clerk_id, verb);
}

/* Before a deed that KEY stands for: finds out what became of one whose end nobody knows.
 * FAULT_STORED when it was the same and lasts. */
static bool clear_doubt(Db *db, const char *key, GError **error)
{
    const char *doubt_key = NULL, *uid = db_doubt(db, &doubt_key);
    bool stored = false;
    if (uid == NULL) {
        return true;
    }
    if (!was_stored(db, uid, &stored, error)) {
        return false;
    }
    bool is_done = stored && strcmp(key, doubt_key) == 0;
    db_set_doubt(db, NULL, NULL);
    if (is_done) {
        g_set_error_literal(error, FAULT, FAULT_STORED,
                            _("It had been saved already: nothing has to be done again."));
    }
    return !is_done;
}

/* Whether a deed may last though FAULT was told when it was made lasting: the line went down, or
 * the disk refused the very last step. */
static bool may_last(const GError *fault)
{
    return g_error_matches(fault, FAULT, FAULT_LINE_DOWN) ||
           g_error_matches(fault, FAULT, FAULT_FULL) ||
           g_error_matches(fault, FAULT, FAULT_DAMAGED);
}

/* Whether such a DEED does last. What cannot be found out now stays a doubt. */
static bool lasts_after_all(const Deed *deed)
{
    g_autoptr(GError) fault = NULL;
    g_autofree char *key = key_of(&deed->who, deed->verb);
    bool stored = false;
    if (!was_stored(deed->db, deed->uid, &stored, &fault)) {
        g_debug("%s", fault->message);
        db_set_doubt(deed->db, deed->uid, key);
    }
    return stored;
}

/* Says why no deed begins in the shop. */
static void refuse(Db *db, GError **error)
{
    g_autofree char *where = NULL;
    if (!setting_get(db, SETTING_MOVED_TO, NULL, &where, error)) {
        return;
    }
    if (where != NULL) {
        g_set_error(error, FAULT, FAULT_READ_ONLY,
                    _("This shop was moved to %s. Open it there; what is left here can only be "
                      "read."),
                    where);
        return;
    }
    g_set_error_literal(error, FAULT, FAULT_NEWER,
                        _("A newer version of Tresen has brought this shop up to date in the "
                          "meantime, so nothing was saved. Close Tresen, install the newer version "
                          "here, too, and start it again."));
}

/* Reads who was erased. */
static bool load_erased(Deed *deed, GError **error)
{
    g_autoptr(GArray) ids = db_get_ids(deed->db, list_erased, DB_NO_VALUES, error);
    deed->erased = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    for (guint i = 0; ids != NULL && i < ids->len; i++) {
        gint64 id = g_array_index(ids, gint64, i);
        g_hash_table_add(deed->erased, g_memdup2(&id, sizeof id));
    }
    return ids != NULL;
}

/* Makes the row of DEED, which takes the deed UNDOES (0: none) back. */
static bool insert(Deed *deed, gint64 undoes, GError **error)
{
    const Who *who = &deed->who;
    GError *fault = NULL;
    gint64 erased = 0;
    g_autoptr(Rows) rows =
        db_query(deed->db, insert_deed,
                 DB_VALUES(db_text(deed->uid), db_text(deed->verb), db_text(who->at),
                           db_int_or_null(who->clerk_id), db_int_or_null(who->branch_id),
                           db_int_or_null(undoes), db_int(migrate_newest())),
                 &fault);
    if (rows != NULL && rows_next(rows, &fault)) {
        deed->id = rows_int(rows, 0);
        erased = rows_int(rows, 1);
    }
    g_clear_pointer(&rows, rows_free);
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    if (deed->id == 0) {
        refuse(deed->db, error);
        return false;
    }
    return erased == 0 || load_erased(deed, error);
}

Deed *deed_begin_undo(Db *db, const Who *who, const char *verb, gint64 undoes, GError **error)
{
    g_autofree char *key = key_of(who, verb);
    if (!clear_doubt(db, key, error) || !db_begin(db, error)) {
        return NULL;
    }
    g_autoptr(Deed) deed = g_new0(Deed, 1);
    deed->db = db;
    deed->who = *who;
    deed->open = true;
    deed->runs = g_new0(Run, records_count());
    deed->follow = follow_new();
    deed->uid = g_uuid_string_random();
    deed->verb = g_strdup(verb);
    return insert(deed, undoes, error) ? g_steal_pointer(&deed) : NULL;
}

Deed *deed_begin(Db *db, const Who *who, const char *verb, GError **error)
{
    return deed_begin_undo(db, who, verb, 0, error);
}

void deed_free(Deed *deed)
{
    if (deed == NULL) {
        return;
    }
    if (deed->open) {
        db_rollback(deed->db);
    }
    follow_free(deed->follow);
    g_clear_pointer(&deed->erased, g_hash_table_unref);
    g_free(deed->runs);
    g_free(deed->uid);
    g_free(deed->verb);
    g_free(deed);
}

gint64 deed_id(const Deed *deed)
{
    return deed->id;
}

Db *deed_db(const Deed *deed)
{
    return deed->db;
}

const Who *deed_who(const Deed *deed)
{
    return &deed->who;
}

void deed_make_lasting(Deed *deed)
{
    deed->lasting = true;
}

void deed_make_erasing(Deed *deed)
{
    /* Also of somebody who is only in the bin: what is remembered changes. */
    deed->lasting = deed->changed = true;
    g_clear_pointer(&deed->erased, g_hash_table_unref);
}

bool deed_is_erased(const Deed *deed, gint64 customer_id)
{
    return deed->erased != NULL && customer_id != 0 &&
           g_hash_table_contains(deed->erased, &customer_id);
}

/* Somebody may have had a form open for a customer who was erased meanwhile: their words do not
 * come back by it. */
static bool admits(const Deed *deed, gint64 owner, GError **error)
{
    if (!deed_is_erased(deed, owner)) {
        return true;
    }
    g_set_error_literal(error, FAULT, FAULT_MISSING,
                        _("This customer was erased for ever in the meantime, so nothing was "
                          "saved."));
    return false;
}

void deed_leave_places(Deed *deed)
{
    follow_leave_places(deed->follow);
}

static bool flush_run(Deed *deed, guint rank, GError **error)
{
    Run run = deed->runs[rank];
    deed->runs[rank] = (Run){0};
    const Change change = {.table = records[rank]->table,
                           .what = "insert",
                           .first = run.first,
                           .last = run.last,
                           .owner = run.owner};
    return run.first == 0 || change_insert(deed->db, deed->id, &change, error);
}

/* The runs of the tables up to RANK, parents first: taking back goes the other way and removes
 * children before their parents. */
static bool flush_runs(Deed *deed, guint rank, GError **error)
{
    for (guint i = 0; i <= rank; i++) {
        if (!flush_run(deed, i, error)) {
            return false;
        }
    }
    return true;
}

bool deed_note_insert(Deed *deed, gconstpointer record, GError **error)
{
    guint rank = records_rank(record_type(record));
    Run *run = &deed->runs[rank];
    gint64 id = ((const RecordHead *)record)->id, owner = record_owner(record);
    deed->changed = true;
    if (!admits(deed, owner, error)) {
        return false;
    }
    if (deed->lasting) {
        return true;
    }
    if (run->first != 0 && id == run->last + 1) {
        run->last = id;
        run->owner = run->owner == owner ? owner : 0;
        return true;
    }
    if (run->first != 0 && !flush_runs(deed, rank, error)) {
        return false;
    }
    *run = (Run){id, id, owner};
    return true;
}

bool deed_note_before(Deed *deed, const char *what, gconstpointer record, GError **error)
{
    const RecordType *type = record_type(record);
    gint64 id = ((const RecordHead *)record)->id;
    deed->changed = true;
    if (strcmp(what, "update") == 0 && !admits(deed, record_owner(record), error)) {
        return false;
    }
    if (deed->lasting) {
        return true;
    }
    g_autofree char *image = record_to_image(record);
    const Change change = {.table = type->table,
                           .what = what,
                           .first = id,
                           .last = id,
                           .before = image,
                           .owner = record_owner(record)};
    /* The order of the rows is the order of events, also for a row that is new in this very deed.
     */
    return flush_runs(deed, records_rank(type), error) &&
           change_insert(deed->db, deed->id, &change, error);
}

bool deed_note_run_removed(Deed *deed, const char *table, gint64 first, gint64 last, GError **error)
{
    deed->changed = true;
    const Change change = {.table = table, .what = "remove", .first = first, .last = last};
    return change_insert(deed->db, deed->id, &change, error);
}

void deed_note_row(Deed *deed, gconstpointer record, int sign)
{
    follow_row(deed->follow, record, sign);
}

bool deed_note_run_going(Deed *deed, const RecordType *type, gint64 first, gint64 last,
                         GError **error)
{
    return follow_run(deed->follow, deed->db, type, first, last, error);
}

bool deed_follow(Deed *deed, GError **error)
{
    return follow_settle(deed->follow, deed->db, error);
}

bool deed_commit(Deed *deed, gint64 *id, GError **error)
{
    if (id != NULL) {
        *id = deed->changed ? deed->id : 0;
    }
    if (!deed->changed) {
        deed->open = false;
        db_rollback(deed->db);
        return true;
    }
    const char *draft = deed->who.draft;
    if (!flush_runs(deed, records_count() - 1, error) || !deed_follow(deed, error) ||
        (*draft != '\0' && !draft_remove(deed->db, draft, error))) {
        return false;
    }
    /* A commit that fails has rolled back already. */
    deed->open = false;
    g_autoptr(GError) fault = NULL;
    if (db_commit(deed->db, &fault) ||
        (may_last(fault) && !db_in_transaction(deed->db) && lasts_after_all(deed))) {
        return true;
    }
    g_propagate_error(error, g_steal_pointer(&fault));
    return false;
}
