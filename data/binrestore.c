/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bringing back what a deed removed. */
#include "data/bin.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/customer/customer.h"
#include "data/customer/relation.h"
#include "data/db/fields.h"
#include "data/db/removed.h"
#include "data/records.h"

static const char find_customer[] = "SELECT id FROM customer WHERE id = $1";
/* Changes nothing: on a server, another counter that brings back or takes back the same waits. */
static const char claim_deed[] = "UPDATE deed SET undone_by = undone_by WHERE id = $1";

static bool is_there(Db *db, gint64 customer_id, bool *there, GError **error)
{
    gint64 id = 0;
    return db_get_int(db, find_customer, DB_VALUES(db_int(customer_id)), &id, there, error);
}

/* Whether the customer the row belongs to is there; else FAULT_CONFLICT with the name. */
static bool check_owner(Db *db, gconstpointer record, GError **error)
{
    gint64 owner = record_owner(record);
    bool there = false;
    if (record_type(record) == &customer_type || owner == 0) {
        return true;
    }
    if (!is_there(db, owner, &there, error)) {
        return false;
    }
    if (there) {
        return true;
    }
    g_autoptr(GError) fault = NULL;
    Customer *gone = removed_load(db, &customer_type, owner, &fault);
    if (gone != NULL) {
        g_autofree char *call = customer_call(gone, NAME_SPOKEN);
        g_set_error(
            error, FAULT, FAULT_CONFLICT,
            _("This belongs to %s, whose card was removed, too. Bring the card back first."), call);
        record_free(gone);
    } else if (!g_error_matches(fault, FAULT, FAULT_MISSING) &&
               !g_error_matches(fault, FAULT, FAULT_DAMAGED)) {
        g_propagate_error(error, g_steal_pointer(&fault));
    } else {
        g_set_error_literal(error, FAULT, FAULT_CONFLICT,
                            _("The customer this belongs to is gone, so it cannot be brought "
                              "back."));
    }
    return false;
}

/* Whether the number is free; else FAULT_TAKEN with the one who has it. */
static bool check_number(Db *db, const Customer *customer, GError **error)
{
    gint64 holder = 0;
    if (!customer_find_number(db, customer->number, &holder, error)) {
        return false;
    }
    if (holder == 0) {
        return true;
    }
    Customer *other = record_load(db, &customer_type, holder, error);
    if (other != NULL) {
        g_autofree char *call = customer_call(other, NAME_SPOKEN);
        /* TRANSLATORS: a customer's number, and the name of the customer who has it now. */
        g_set_error(error, FAULT, FAULT_TAKEN,
                    _("Number %s belongs to %s by now. Change it there first, then bring this "
                      "back."),
                    customer->number, call);
        record_free(other);
    }
    return false;
}

/* The person stays as one the shop knows by name only, as when the other card was removed. */
static bool drop_dead_link(Db *db, Relation *relation, GError **error)
{
    bool there = true;
    if (relation->other_customer_id != 0 &&
        !is_there(db, relation->other_customer_id, &there, error)) {
        return false;
    }
    relation->other_customer_id = there ? relation->other_customer_id : 0;
    return true;
}

static bool prepare(Db *db, gpointer record, GError **error)
{
    const RecordType *type = record_type(record);
    if (type == &customer_type && !check_number(db, record, error)) {
        return false;
    }
    if (type == &relation_type && !drop_dead_link(db, record, error)) {
        return false;
    }
    return check_owner(db, record, error);
}

/* Stores RECORD under its old id; what stands against that is said in the words of the bin. */
static bool put(Db *db, gpointer record, GError **error)
{
    GError *fault = NULL;
    if (record_put(db, record, &fault)) {
        return true;
    }
    if (g_error_matches(fault, FAULT, FAULT_TIED)) {
        g_clear_error(&fault);
        g_set_error_literal(error, FAULT, FAULT_CONFLICT,
                            _("What this hung on was removed, too. Bring that back first."));
    } else if (g_error_matches(fault, FAULT, FAULT_TAKEN)) {
        g_clear_error(&fault);
        g_set_error_literal(error, FAULT, FAULT_TAKEN,
                            _("Something newer has taken its place. Remove that first, then bring "
                              "this back."));
    } else {
        g_propagate_error(error, fault);
    }
    return false;
}

static bool restore_row(Deed *deed, const Change *row, GError **error)
{
    const RecordType *type = records_find(row->table);
    gpointer record = record_from_image(type, row->before, error);
    if (record == NULL) {
        return false;
    }
    bool ok = prepare(deed_db(deed), record, error) && put(deed_db(deed), record, error) &&
              deed_note_insert(deed, record, error);
    deed_note_row(deed, record, 1);
    record_free(record);
    return ok;
}

bool bin_restore(Db *db, const Who *who, gint64 deed_id, gint64 *id, GError **error)
{
    g_autoptr(Deed) deed = deed_begin(db, who, N_("bringing something back"), error);
    if (deed == NULL || !db_run(db, claim_deed, DB_VALUES(db_int(deed_id)), NULL, error)) {
        return false;
    }
    g_autoptr(GPtrArray) rows = removed_rows(db, deed_id, false, G_MAXINT, error);
    for (guint i = 0; rows != NULL && i < rows->len; i++) {
        if (!restore_row(deed, g_ptr_array_index(rows, i), error)) {
            return false;
        }
    }
    if (rows == NULL) {
        return false;
    }
    if (rows->len == 0) {
        g_set_error_literal(error, FAULT, FAULT_MISSING,
                            _("That is back already: somebody else was quicker."));
        return false;
    }
    return deed_commit(deed, id, error);
}
