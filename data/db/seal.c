/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Seals, kept with every change. */
#include "data/db/seal.h"

#include "data/db/digest.h"
#include "data/db/fields.h"
#include "data/db/seal_private.h"
#include "data/records.h"

/* So many blocks are written by one statement. */
enum { MOST_AT_ONCE = 50, COLUMNS = 4 };

static const char drop_run[] = "DELETE FROM seal WHERE table_name = $1 AND block BETWEEN $2 AND $3";

/* Of one table: a block to its Seal. */
struct Seals {
    GHashTable **tables; /* by records_rank; NULL: nothing was noted */
    guint count;
    GChecksum *checksum;
    DbValue *values; /* room for those of the widest record */
};

Seals *seals_new(void)
{
    Seals *seals = g_new0(Seals, 1);
    guint widest = 0;
    while (records[seals->count] != NULL) {
        widest = MAX(widest, field_count(records[seals->count]));
        seals->count++;
    }
    seals->tables = g_new0(GHashTable *, seals->count);
    seals->checksum = g_checksum_new(G_CHECKSUM_SHA256);
    seals->values = g_new0(DbValue, widest);
    return seals;
}

void seals_free(Seals *seals)
{
    if (seals == NULL) {
        return;
    }
    for (guint i = 0; i < seals->count; i++) {
        g_clear_pointer(&seals->tables[i], g_hash_table_unref);
    }
    g_free(seals->tables);
    g_checksum_free(seals->checksum);
    g_free(seals->values);
    g_free(seals);
}

GHashTable *seals_of_table(const Seals *seals, guint rank)
{
    return seals->tables[rank];
}

void seals_add(Seals *seals, guint rank, gint64 block, Seal part, int sign)
{
    if (seals->tables[rank] == NULL) {
        seals->tables[rank] = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
    }
    Seal *seal = g_hash_table_lookup(seals->tables[rank], &block);
    if (seal == NULL) {
        seal = g_new0(Seal, 1);
        g_hash_table_insert(seals->tables[rank], g_memdup2(&block, sizeof block), seal);
    }
    seal->count += sign * part.count;
    seal->digest =
        (seal->digest + (sign > 0 ? part.digest : SEAL_MODULUS - part.digest)) % SEAL_MODULUS;
}

void seals_note(Seals *seals, gconstpointer record, int sign)
{
    const RecordType *type = record_type(record);
    guint count = field_count(type);
    guint64 digest[4];
    for (guint i = 0; i < count; i++) {
        seals->values[i] = field_value(field_at(type, i), record);
    }
    digest_values(seals->checksum, seals->values, count, digest);
    seals_add(seals, records_rank(type), ((const RecordHead *)record)->id / SEAL_BLOCK,
              (Seal){1, (gint64)(digest[0] >> 3)}, sign);
}

bool seals_note_rows(Seals *seals, Db *db, const RecordType *type, gint64 first, gint64 last,
                     int sign, GError **error)
{
    g_autoptr(GPtrArray) rows = record_list(db, type, "WHERE id BETWEEN $1 AND $2 ORDER BY id",
                                            DB_VALUES(db_int(first), db_int(last)), error);
    for (guint i = 0; rows != NULL && i < rows->len; i++) {
        seals_note(seals, g_ptr_array_index(rows, i), sign);
    }
    return rows != NULL;
}

/* All of the blocks FIRST to LAST goes: what is stored of them, and what was noted. */
static bool drop_blocks(Seals *seals, Db *db, const RecordType *type, gint64 first, gint64 last,
                        GError **error)
{
    GHashTable *table = seals->tables[records_rank(type)];
    GHashTableIter iter;
    gpointer block;
    if (table != NULL) {
        g_hash_table_iter_init(&iter, table);
        while (g_hash_table_iter_next(&iter, &block, NULL)) {
            if (*(gint64 *)block >= first && *(gint64 *)block <= last) {
                g_hash_table_iter_remove(&iter);
            }
        }
    }
    return db_run(db, drop_run, DB_VALUES(db_text(type->table), db_int(first), db_int(last)), NULL,
                  error);
}

bool seals_note_run(Seals *seals, Db *db, const RecordType *type, gint64 first, gint64 last,
                    GError **error)
{
    gint64 whole = (first + SEAL_BLOCK - 1) / SEAL_BLOCK;
    gint64 behind = (last + 1) / SEAL_BLOCK; /* the first block that LAST leaves something of */
    if (whole >= behind) {
        return seals_note_rows(seals, db, type, first, last, -1, error);
    }
    return seals_note_rows(seals, db, type, first, whole * SEAL_BLOCK - 1, -1, error) &&
           drop_blocks(seals, db, type, whole, behind - 1, error) &&
           seals_note_rows(seals, db, type, behind * SEAL_BLOCK, last, -1, error);
}

/* ---- writing ---- */

static char *write_sql(guint count)
{
    GString *sql = g_string_new("INSERT INTO seal (table_name, block, count, digest) VALUES ");
    for (guint i = 0; i < count; i++) {
        guint first = i * COLUMNS + 1;
        g_string_append_printf(sql, "%s($%u, $%u, $%u, $%u)", i > 0 ? ", " : "", first, first + 1,
                               first + 2, first + 3);
    }
    g_string_append_printf(sql,
                           " ON CONFLICT (table_name, block) DO UPDATE SET "
                           "count = seal.count + excluded.count, "
                           "digest = (seal.digest + excluded.digest) %% %" G_GINT64_FORMAT,
                           SEAL_MODULUS);
    return g_string_free(sql, FALSE);
}

static bool write_values(Db *db, GArray *values, GError **error)
{
    if (values->len == 0) {
        return true;
    }
    g_autofree char *sql = write_sql(values->len / COLUMNS);
    bool ok = db_run(db, sql, (const DbValue *)(gpointer)values->data, values->len, NULL, error);
    g_array_set_size(values, 0);
    return ok;
}

static bool write_table(Db *db, const char *table, GHashTable *blocks, GArray *values,
                        GError **error)
{
    GHashTableIter iter;
    gpointer block, value;
    g_hash_table_iter_init(&iter, blocks);
    while (g_hash_table_iter_next(&iter, &block, &value)) {
        const Seal *seal = value;
        const DbValue row[COLUMNS] = {db_text(table), db_int(*(gint64 *)block), db_int(seal->count),
                                      db_int(seal->digest)};
        if (seal->count != 0 || seal->digest != 0) {
            g_array_append_vals(values, row, COLUMNS);
        }
        if (values->len == MOST_AT_ONCE * COLUMNS && !write_values(db, values, error)) {
            return false;
        }
    }
    return true;
}

bool seals_settle(Seals *seals, Db *db, GError **error)
{
    g_autoptr(GArray) values = g_array_new(FALSE, FALSE, sizeof(DbValue));
    for (guint i = 0; i < seals->count; i++) {
        if (seals->tables[i] != NULL &&
            !write_table(db, records[i]->table, seals->tables[i], values, error)) {
            return false;
        }
    }
    if (!write_values(db, values, error)) {
        return false;
    }
    for (guint i = 0; i < seals->count; i++) {
        g_clear_pointer(&seals->tables[i], g_hash_table_unref);
    }
    return true;
}
