/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hostile texts and where they are put. */
#include "tests/faults/poison.h"

#include "tests/data/fixture.h"

#include "data/base/utf8.h"
#include "data/db/fields.h"
#include "data/records.h"

#include <string.h>

enum { IN_A_TEXT = 8, MOST_BYTES = 40 };

/* What chance alone would seldom make. */
static const char *const pieces[] = {
    "\033[2J",
    "\033]52;c;eA==\a",
    "\033]8;;http://x\033\\",
    "\033P1$r0m\033\\",
    "\033[8;1;1t",
    "\033[6n",
    "\033c",
    "\033]2;x\a",
    "\233"
    "2J",
    "\302\233"
    "2J",
    "\302\205",
    "\b\b\b\b",
    "\r",
    "\n",
    "\t",
    "\v\f",
    "\177",
    "\016",
    "\342\200\256",
    "\342\201\246",
    "\342\200\250",
    "\357\273\277",
    "\314\201\314\202\314\203\314\204\314\205\314\206",
    "\340\270\201\340\270\263",
    "\360\237\221\251\342\200\215\360\237\221\247",
    "\360\237\207\251\360\237\207\252",
    "\342\232\240\357\270\217",
    "\346\227\245\346\234\254",
    "\355\240\200",
    "\300\200",
    "\363\240\201\241",
    "=cmd()",
    "\"",
    ";",
    "%s%n",
    "\342\200\215",
    "\360\237\217\275",
};

/* The columns that hold what a person typed, whatever the table. The others hold days, kinds and
 * keys, which the engine refuses to be anything else. */
static const char *const typed[] = {
    "label",      "value",      "name",        "note",        "street",   "postcode",
    "place",      "region",     "words",       "number",      "title",    "company",
    "salutation", "given_name", "family_name", "description", "draft",    "remedy",
    "answer",     "changed",    "competitor",  "attempt",     "for_whom", "occasion",
};

static void append_any(GString *text, gunichar c)
{
    /* Surrogates have an encoding, too, which is none. */
    char bytes[7] = "";
    bytes[g_unichar_to_utf8(c, bytes)] = '\0';
    g_string_append(text, bytes);
}

char *poison_bytes(Poison *poison)
{
    gint32 length = g_rand_int_range(poison->chance, 1, MOST_BYTES);
    GString *text = g_string_new(NULL);
    while (text->len < (gsize)length) {
        switch (g_rand_int_range(poison->chance, 0, 4)) {
        case 0:
            g_string_append_c(text, (char)g_rand_int_range(poison->chance, 1, 256));
            break;
        case 1:
            append_any(text, (gunichar)g_rand_int_range(poison->chance, 1, 0x3000));
            break;
        case 2:
            append_any(text, (gunichar)g_rand_int_range(poison->chance, 1, 0x110000));
            break;
        default:
            g_string_append(
                text, pieces[(guint32)g_rand_int_range(poison->chance, 0, G_N_ELEMENTS(pieces))]);
        }
    }
    poison->texts++;
    return g_string_free(text, FALSE);
}

char *poison_text(Poison *poison)
{
    if (poison->stride == 0 || poison->next > 0x10FFFF) {
        return poison_bytes(poison);
    }
    GString *text = g_string_new("x");
    for (guint i = 0; i < IN_A_TEXT && poison->next <= 0x10FFFF; i++) {
        if (poison->next != 0) {
            append_any(text, poison->next);
            g_string_append_c(text, 'x');
        }
        poison->next += poison->stride;
    }
    poison->texts++;
    return g_string_free(text, FALSE);
}

static bool is_typed(const Field *field)
{
    for (gsize i = 0; field->type == FIELD_TEXT && i < G_N_ELEMENTS(typed); i++) {
        if (strcmp(field->column, typed[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* TEXT as bytes in SQL: the statement's own check lets nothing through that is no UTF-8. */
static void append_value(GString *sql, const char *text, bool is_raw)
{
    g_autofree char *stored = is_raw ? g_strdup(text) : utf8_storable(text, -1, true, NULL);
    const char *bytes = *stored != '\0' ? stored : "?";
    g_string_append(sql, "CAST(x'");
    for (; *bytes != '\0'; bytes++) {
        g_string_append_printf(sql, "%02x", (guchar)*bytes);
    }
    g_string_append(sql, "' AS TEXT)");
}

static void append_row(GString *sql, const RecordType *type, gint64 id, Poison *poison, bool is_raw)
{
    gsize start = sql->len;
    g_string_append_printf(sql, "UPDATE OR IGNORE %s SET ", type->table);
    gsize first = sql->len;
    for (guint i = 0; i < type->fields_count; i++) {
        if (is_typed(&type->fields[i])) {
            g_autofree char *text = poison_text(poison);
            /* A number that begins with a blank tells that its customer was erased. */
            *text = *text == ' ' ? 'x' : *text;
            g_string_append_printf(sql, "%s%s = ", sql->len > first ? ", " : "",
                                   type->fields[i].column);
            append_value(sql, text, is_raw);
        }
    }
    if (sql->len == first) {
        g_string_truncate(sql, start);
    } else {
        g_string_append_printf(sql, " WHERE id = %" G_GINT64_FORMAT ";\n", id);
    }
}

void poison_shop(Db *db, Poison *poison, bool is_raw)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) sql = g_string_new(NULL);
    for (guint i = 0; records[i] != NULL; i++) {
        g_autoptr(GPtrArray) rows =
            record_list(db, records[i], "ORDER BY id", DB_NO_VALUES, &error);
        expect_done(rows != NULL, error);
        for (guint row = 0; row < rows->len; row++) {
            const RecordHead *head = g_ptr_array_index(rows, row);
            append_row(sql, records[i], head->id, poison, is_raw);
        }
    }
    g_string_append(sql, "UPDATE setting SET value = ");
    g_autofree char *name = poison_bytes(poison);
    append_value(sql, name, is_raw);
    g_string_append(sql, " WHERE name = 'shop.name';\n");
    expect_done(db_begin(db, &error), error);
    expect_done(db_run_script(db, sql->str, &error), error);
    expect_done(db_commit(db, &error), error);
}
