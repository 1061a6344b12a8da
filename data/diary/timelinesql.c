/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The statements a timeline is read with, made from one row a kind. */
#include "data/diary/timeline_private.h"

/* Where a kind is read; what is NULL has no such column. Keys are days, or instants. */
typedef struct {
    const char *table;
    const char *joins; /* behind the table */
    const char *only;  /* which of its rows */
    const char *key;
    const char *minute, *amount, *branch;
    const char *code, *words, *more, *other;
    const char *numbers[TIMELINE_NUMBERS];
} Source;

/* In the order of the bits of TimelineKinds. */
static const Source sources[TIMELINE_KINDS] = {
    {.table = "visit",
     .key = "day",
     .minute = "minute",
     .amount = "amount",
     .branch = "branch_id",
     .code = "channel",
     .words = "words",
     .more = "occasion",
     .other = "for_whom",
     .numbers = {"CASE WHEN kind = 'return' THEN 1 ELSE 0 END"}},
    {.table = "extra", .key = "day", .branch = "branch_id", .words = "words"},
    {.table = "preorder",
     .key = "day",
     .minute = "minute",
     .amount = "amount",
     .branch = "branch_id",
     .code = "state",
     .words = "words",
     .more = "occasion",
     .other = "for_whom"},
    {.table = "feedback",
     .key = "day",
     .branch = "branch_id",
     .code = "kind",
     .words = "words",
     .numbers = {"csat", "ces", "nps", "product", "advice"}},
    {.table = "complaint", .key = "day", .branch = "branch_id", .code = "state", .words = "words"},
    {.table = "promise", .key = "created_at", .code = "state", .words = "words", .more = "due_day"},
    {.table = "loss",
     .key = "day",
     .code = "how",
     .words = "words",
     .more = "back_day",
     .numbers = {"reason_id", "real_reason_id"}},
    {.table = "fact", .key = "created_at", .words = "words", .numbers = {"kind_id"}},
    {.table = "greeting",
     .joins = " JOIN occasion ON occasion.id = greeting.occasion_id "
              "LEFT JOIN relation ON relation.id = occasion.relation_id",
     .key = "created_at",
     .code = "COALESCE(occasion.label, occasion.kind)",
     .words = "greeting.words",
     .more = "relation.name",
     .other = "greeting.how"},
    {.table = "interaction",
     .key = "day",
     .minute = "minute",
     .branch = "branch_id",
     .code = "channel",
     .words = "words",
     .more = "outcome",
     .other = "direction"},
    {.table = "reminder_event",
     .joins = " JOIN reminder ON reminder.id = reminder_event.reminder_id",
     .only = " AND reminder_event.what = 'done'",
     .key = "created_at",
     .code = "reminder_event.what",
     .words = "reminder.words"},
};

/* A column, or nothing of the same type, as a server wants to know it. */
static void add_column(GString *sql, const char *column, const char *type)
{
    if (column != NULL) {
        g_string_append_printf(sql, ", %s", column);
    } else {
        g_string_append_printf(sql, ", CAST(NULL AS %s)", type);
    }
}

/* Whether a row of SOURCE was in the branch PARAMETER. */
static void add_place(GString *sql, const Source *source, const char *parameter)
{
    if (source->branch != NULL) {
        g_string_append_printf(sql, " AND (CAST(%s AS bigint) = 0 OR %s.%s = CAST(%s AS bigint))",
                               parameter, source->table, source->branch, parameter);
    }
}

static void add_source(GString *sql, guint rank)
{
    const Source *source = &sources[rank];
    const char *table = source->table;
    const char *const numbers[] = {source->minute, source->amount};
    const char *const texts[] = {source->code, source->words, source->more, source->other};
    guint day = TIMELINE_FIRST_KEY + 2 * rank, id = day + 1;
    g_string_append_printf(sql, "%sSELECT * FROM (SELECT %u AS kind, %s.id, %s.%s AS at",
                           rank > 0 ? " UNION ALL " : "", rank, table, table, source->key);
    for (guint i = 0; i < G_N_ELEMENTS(numbers); i++) {
        add_column(sql, numbers[i], "bigint");
    }
    g_string_append_printf(sql, ", %s.created_by", table);
    add_column(sql, source->branch, "bigint");
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        add_column(sql, texts[i], "text");
    }
    for (guint i = 0; i < TIMELINE_NUMBERS; i++) {
        add_column(sql, source->numbers[i], "bigint");
    }
    g_string_append_printf(sql, ", %s.version", table);
    g_string_append_printf(
        sql, " FROM %s%s WHERE %s.customer_id = $1%s AND (%s.%s, %s.id) < ($%u, $%u)", table,
        source->joins != NULL ? source->joins : "", table, source->only != NULL ? source->only : "",
        table, source->key, table, day, id);
    add_place(sql, source, "$3");
    g_string_append_printf(sql, " ORDER BY %s.%s DESC, %s.id DESC LIMIT $2) AS part%u", table,
                           source->key, table, rank);
}

char *timeline_page_sql(void)
{
    GString *sql = g_string_new(NULL);
    for (guint rank = 0; rank < TIMELINE_KINDS; rank++) {
        add_source(sql, rank);
    }
    return g_string_free(sql, FALSE);
}

char *timeline_count_sql(void)
{
    GString *sql = g_string_new("SELECT ");
    for (guint rank = 0; rank < TIMELINE_KINDS; rank++) {
        const Source *source = &sources[rank];
        g_string_append_printf(sql,
                               "%sCASE WHEN $%u = 1 THEN (SELECT COUNT(*) FROM %s "
                               "WHERE customer_id = $1%s",
                               rank > 0 ? " + " : "", rank + 3, source->table,
                               source->only != NULL ? source->only : "");
        add_place(sql, source, "$2");
        g_string_append(sql, ") ELSE 0 END");
    }
    return g_string_free(sql, FALSE);
}
