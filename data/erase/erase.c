/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Erasing a customer: what is theirs goes, what the figures need stays without words. */
#include "data/erase/erase_private.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/customer/contact.h"
#include "data/customer/kin.h"
#include "data/db/fields.h"
#include "data/diary/complaint.h"
#include "data/diary/feedback.h"
#include "data/diary/loss.h"
#include "data/diary/visit.h"
#include "data/diary/visititem.h"
#include "data/records.h"
#include "data/setting.h"

#include <string.h>

/* Stands for the words of a complaint, which cannot be empty. */
#define NO_WORDS "–"

static const char forget_stale[] = "DELETE FROM lookup_stale WHERE customer_id = $1";
/* Visits that had no words are not written, so their sums would not follow. */
static const char forget_away[] = "UPDATE visit_sum SET away_from = NULL WHERE customer_id = $1";
static const char note_erased[] =
    "INSERT INTO erased (customer_id, created_at, erased_at) VALUES ($1, $2, $3) "
    "ON CONFLICT (customer_id, created_at) DO NOTHING";

/* What stays, of which column whatever its traits say. */
static const struct {
    const RecordType *type;
    EraseFate fate;
} fates[] = {
    {&visit_type, FATE_STAYS},      {&visit_item_type, FATE_STAYS},  {&loss_type, FATE_STAYS},
    {&feedback_type, FATE_NOBODYS}, {&complaint_type, FATE_NOBODYS},
};

/* Columns that are told apart from their traits: words that may name somebody, though what they say
 * is the shop's; and what figures are made of. */
typedef enum { COLUMN_CLEARED, COLUMN_KEPT, COLUMN_IF_SHARED } ColumnFate;
static const struct {
    const RecordType *type;
    const char *column;
    ColumnFate fate;
} columns[] = {
    {&complaint_type, "changed", COLUMN_CLEARED},
    {&loss_type, "ask_day", COLUMN_CLEARED},
    {&loss_type, "how", COLUMN_KEPT},
    {&loss_type, "competitor", COLUMN_IF_SHARED},
    {&feedback_type, "phase", COLUMN_IF_SHARED},
    {&feedback_type, "touchpoint", COLUMN_IF_SHARED},
    {&customer_type, "visits_before", COLUMN_KEPT},
    {&customer_type, "last_visit_before", COLUMN_KEPT},
};

EraseFate erase_fate(const RecordType *type)
{
    for (guint i = 0; i < G_N_ELEMENTS(fates); i++) {
        if (fates[i].type == type) {
            return fates[i].fate;
        }
    }
    return FATE_GOES;
}

/* An erasing under way. */
typedef struct {
    Deed *deed;
    Db *db;
    gint64 id;
    Customer *customer; /* as they were */
    bool in_bin;
    char **words;
    GPtrArray *known;
    EraseTrace *trace;
    gint64 stayed; /* rows that need the nameless rest */
} Erasing;

static bool is_shared(Db *db, const RecordType *type, const Field *field, gconstpointer record,
                      bool *shared, GError **error)
{
    g_autofree char *sql = g_strdup_printf("SELECT 1 FROM %s WHERE %s = $1 AND id <> $2 AND "
                                           "(customer_id IS NULL OR customer_id <> $3) LIMIT 1",
                                           type->table, field->column);
    gint64 any = 0;
    return db_get_int(db, sql,
                      DB_VALUES(db_text(field_text_of(field, record)),
                                db_int(((const RecordHead *)record)->id),
                                db_int(record_owner(record))),
                      &any, shared, error);
}

/* Whether FIELD of RECORD is emptied. */
static bool is_cleared(Db *db, const RecordType *type, const Field *field, gconstpointer record,
                       bool *cleared, GError **error)
{
    *cleared = (field->traits & (FIELD_PERSONAL | FIELD_HEALTH)) != 0;
    for (guint i = 0; i < G_N_ELEMENTS(columns); i++) {
        if (columns[i].type != type || strcmp(columns[i].column, field->column) != 0) {
            continue;
        }
        *cleared = columns[i].fate == COLUMN_CLEARED;
        if (columns[i].fate == COLUMN_IF_SHARED && field_text_of(field, record) != NULL) {
            bool shared = false;
            bool ok = is_shared(db, type, field, record, &shared, error);
            *cleared = !shared;
            return ok;
        }
    }
    return true;
}

/* Empties what tells something of a person. */
static bool strip(Db *db, gpointer record, GError **error)
{
    const RecordType *type = record_type(record);
    for (guint i = 0; i < type->fields_count; i++) {
        const Field *field = &type->fields[i];
        bool cleared = false;
        if (!is_cleared(db, type, field, record, &cleared, error)) {
            return false;
        }
        if (cleared && field->type == FIELD_TEXT) {
            bool needed = (field->traits & FIELD_REQUIRED) != 0;
            record_set_text(field_text(field, record), needed ? NO_WORDS : NULL);
        } else if (cleared) {
            *field_int(field, record) = field->type == FIELD_MAYBE ? RECORD_NONE : 0;
        }
        if ((field->traits & FIELD_OWNER) != 0 && erase_fate(type) == FATE_NOBODYS) {
            *field_int(field, record) = 0;
        }
    }
    return true;
}

/* What was not finished is dropped: nobody is there with whom it could be. */
static bool is_unfinished(gconstpointer record)
{
    return record_type(record) == &complaint_type && complaint_is_open(record);
}

static bool settle_row(Erasing *erasing, const RecordType *type, gpointer record, GError **error)
{
    gint64 id = ((const RecordHead *)record)->id;
    erase_trace_add(erasing->trace, type, id);
    if (erase_fate(type) == FATE_GOES || is_unfinished(record)) {
        return record_remove(erasing->deed, type, id, error);
    }
    erasing->stayed += erase_fate(type) == FATE_STAYS;
    return strip(erasing->db, record, error) && record_update(erasing->deed, record, error);
}

static bool settle_table(Erasing *erasing, const RecordType *type, GError **error)
{
    const Field *owner = record_owner_field(type);
    if (owner == NULL || type == &customer_type) {
        return true;
    }
    g_autoptr(GPtrArray) rows =
        record_list(erasing->db, type, "WHERE customer_id = $1 ORDER BY id DESC",
                    DB_VALUES(db_int(erasing->id)), error);
    for (guint i = 0; rows != NULL && i < rows->len; i++) {
        if (!settle_row(erasing, type, g_ptr_array_index(rows, i), error)) {
            return false;
        }
    }
    return rows != NULL;
}

/* Those that hang on others come first, so that nothing is left hanging. */
static bool settle_tables(Erasing *erasing, GError **error)
{
    guint count = 0;
    while (records[count] != NULL) {
        count++;
    }
    for (guint i = count; i > 0; i--) {
        if (!settle_table(erasing, records[i - 1], error)) {
            return false;
        }
    }
    return true;
}

/* Takes the customer out of the cards of others. */
static bool forget_links(Erasing *erasing, GError **error)
{
    g_autoptr(GArray) people = NULL;
    if (!erase_trace_links(erasing->trace, erasing->db, erasing->id, &people, error)) {
        return false;
    }
    for (guint i = 0; i < people->len; i++) {
        if (!kin_remove(erasing->deed, g_array_index(people, gint64, i), error)) {
            return false;
        }
    }
    return true;
}

/* The row of the customer goes, unless something stays that needs it. */
static bool settle_customer(Erasing *erasing, GError **error)
{
    Customer *customer = erasing->customer;
    erase_trace_add(erasing->trace, &customer_type, erasing->id);
    if (erasing->in_bin) {
        return true;
    }
    if (erasing->stayed == 0 && customer->visits_before == 0 &&
        customer->last_visit_before == NULL) {
        return record_remove(erasing->deed, &customer_type, erasing->id, error);
    }
    Customer *rest = record_copy(customer);
    bool ok = strip(erasing->db, rest, error);
    rest->clerk_id = 0;
    g_free(rest->number);
    rest->number = g_strdup_printf(" %" G_GINT64_FORMAT, erasing->id);
    ok = ok && record_update(erasing->deed, rest, error);
    record_free(rest);
    return ok;
}

static bool remember(const Erasing *erasing, GError **error)
{
    return db_run(erasing->db, note_erased,
                  DB_VALUES(db_int(erasing->id), db_text(erasing->customer->head.created_at),
                            db_text(deed_who(erasing->deed)->at)),
                  NULL, error) &&
           setting_set(erasing->db, SETTING_ERASE_OWED, "1", error);
}

/* A shop that was never asked gets its name now: the list beside the backups is kept by it. */
static bool name_shop(Db *db, GError **error)
{
    g_autofree char *uid = setting_uid(db, error);
    return uid != NULL;
}

static bool run(Erasing *erasing, GError **error)
{
    return erase_trace_own(erasing->trace, erasing->db, erasing->id, error) &&
           forget_links(erasing, error) &&
           erase_articles(erasing->deed, erasing->trace, erasing->id, erasing->words, error) &&
           erase_wishes(erasing->deed, erasing->trace, erasing->id, error) &&
           settle_tables(erasing, error) && settle_customer(erasing, error) &&
           erase_trace_empty(erasing->trace, erasing->db, erasing->id, error) &&
           erase_drafts(erasing->db, erasing->id, erasing->words, erasing->known, error) &&
           db_run(erasing->db, forget_stale, DB_VALUES(db_int(erasing->id)), NULL, error) &&
           db_run(erasing->db, forget_away, DB_VALUES(db_int(erasing->id)), NULL, error) &&
           remember(erasing, error);
}

static bool erase_in(Deed *deed, gint64 customer_id, GError **error)
{
    Erasing erasing = {.deed = deed, .db = deed_db(deed), .id = customer_id};
    erasing.customer = erase_person(erasing.db, customer_id, &erasing.in_bin, error);
    if (erasing.customer == NULL) {
        return false;
    }
    erasing.words = erase_words(erasing.customer);
    erasing.known = erase_known(erasing.db, customer_id, error);
    erasing.trace = erase_trace_new();
    bool ok = erasing.known != NULL && run(&erasing, error);
    erase_trace_free(erasing.trace);
    g_clear_pointer(&erasing.known, g_ptr_array_unref);
    g_strfreev(erasing.words);
    record_free(erasing.customer);
    return ok;
}

bool erase_customer(Db *db, const Who *who, gint64 customer_id, GError **error)
{
    g_autoptr(Deed) deed = deed_begin(db, who, N_("erasing a customer for ever"), error);
    if (deed == NULL) {
        return false;
    }
    deed_make_erasing(deed);
    return erase_in(deed, customer_id, error) && name_shop(db, error) &&
           deed_commit(deed, NULL, error);
}
