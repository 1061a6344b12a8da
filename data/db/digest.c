/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The digest of a row. */
#include "data/db/digest.h"

#include <string.h>

/* Each value stands for itself: its kind, its length and what it is. */
static void add_value(GChecksum *checksum, const DbValue *value)
{
    guint64 head[2] = {(guint64)value->type, (guint64)value->integer};
    if (value->type == DB_TEXT) {
        head[1] = strlen(value->text);
    }
    head[0] = GUINT64_TO_LE(head[0]);
    head[1] = GUINT64_TO_LE(value->type == DB_NULL ? 0 : head[1]);
    g_checksum_update(checksum, (const guchar *)(gpointer)head, sizeof head);
    if (value->type == DB_TEXT) {
        g_checksum_update(checksum, (const guchar *)value->text, (gssize)strlen(value->text));
    }
}

void digest_values(GChecksum *checksum, const DbValue *values, guint count, guint64 digest[4])
{
    gsize length = 4 * sizeof *digest;
    g_checksum_reset(checksum);
    for (guint i = 0; i < count; i++) {
        add_value(checksum, &values[i]);
    }
    g_checksum_get_digest(checksum, (guint8 *)(gpointer)digest, &length);
    for (guint i = 0; i < 4; i++) {
        digest[i] = GUINT64_FROM_BE(digest[i]);
    }
}
