/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of all that happened with a customer. */
#include "data/diary/timeline.h"

#include "data/agenda/greeting.h"
#include "data/agenda/interaction.h"
#include "data/agenda/reminderevent.h"
#include "data/base/choice.h"
#include "data/base/i18n.h"
#include "data/base/instant.h"
#include "data/customer/fact.h"
#include "data/diary/complaint.h"
#include "data/diary/extra.h"
#include "data/diary/feedback.h"
#include "data/diary/loss.h"
#include "data/diary/preorder.h"
#include "data/diary/promise.h"
#include "data/diary/timeline_private.h"
#include "data/diary/visit.h"

#include <string.h>

enum {
    VALUES_BEFORE_KEYS = TIMELINE_FIRST_KEY - 1,
    VALUES = VALUES_BEFORE_KEYS + 2 * TIMELINE_KINDS
};

/* In the order of the bits. */
static const struct {
    const RecordType *type;
    const char *kind;
    const char *group;
    bool by_instant; /* its key is the instant at which it was written down, not a day */
} kinds_table[TIMELINE_KINDS] = {
    {&visit_type, "visit", N_("Visits"), false},
    {&extra_type, "extra", N_("Free extras"), false},
    {&preorder_type, "preorder", N_("Pre-orders"), false},
    {&feedback_type, "feedback", N_("Feedback"), false},
    {&complaint_type, "complaint", N_("Complaints"), false},
    {&promise_type, "promise", N_("Promises"), true},
    {&loss_type, "lost", N_("Lost"), false},
    {&fact_type, "note", N_("Notes"), true},
    {&greeting_type, "greeting", N_("Greetings"), true},
    {&interaction_type, "contact", N_("Contacts"), false},
    {&reminder_event_type, "reminder", N_("Reminders"), true},
};

static const Choice kind_words[] = {
    {"visit", N_("Visit")},
    {"return", N_("Return")},
    {"extra", N_("Extra")},
    {"preorder", N_("Pre-order")},
    {"feedback", N_("Feedback")},
    {"complaint", N_("Complaint")},
    {"promise", N_("Promise")},
    {"lost", N_("Lost")},
    {"note", N_("Note")},
    {"greeting", N_("Greeting")},
    {"contact", N_("Contact")},
    {"reminder", N_("Reminder")},
    {NULL, NULL},
};

const char *timeline_kind_words(const char *kind)
{
    return choice_label(kind_words, kind);
}

const char *timeline_group_words(guint bit)
{
    guint rank = 0;
    while (rank + 1 < TIMELINE_KINDS && bit != 1U << rank) {
        rank++;
    }
    return _(kinds_table[rank].group);
}

static void row_free(gpointer data)
{
    TimelineRow *row = data;
    char *texts[] = {row->entry.at, row->entry.text, row->key,  row->entry.code,
                     row->words,    row->more,       row->other};
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_free(texts[i]);
    }
    g_free(row);
}

/* ---- where a page begins ---- */

/* Behind which key the rows of a kind follow. */
typedef struct {
    char text[21];
    gint64 id;
} Key;

/* The key before all rows of the kind RANK (false: none of them is wanted), after PLACE. */
static Key key_for(guint rank, bool is_wanted, const TimelinePlace *place)
{
    Key key = {"", G_MININT64};
    Day day;
    if (!is_wanted) {
        return key;
    }
    if (*place->day == '\0') {
        g_strlcpy(key.text, "9999-99-99", sizeof key.text);
    } else if (rank == place->rank) {
        g_strlcpy(key.text, place->key, sizeof key.text);
        key.id = place->id;
    } else if (!day_from_text(place->day, &day) || !day_is_whole(day)) {
        g_strlcpy(key.text, place->day, sizeof key.text);
    } else {
        /* Of kinds that stand behind the last one that day itself is still to come. */
        Day until = rank > place->rank ? day_plus(day, 1) : day;
        g_autofree char *text = day_to_text(until);
        g_strlcpy(key.text, text, sizeof key.text);
        if (kinds_table[rank].by_instant) {
            instant_of_day(until, key.text);
        }
    }
    return key;
}

/* ---- reading ---- */

/* Those of KINDS that may have happened in the branch; 0: anywhere. */
static guint kinds_in(guint kinds, gint64 branch_id)
{
    return branch_id != 0 ? kinds & TIMELINE_PLACED : kinds;
}

static gint64 number_at(const Rows *rows, guint column)
{
    return rows_is_null(rows, column) ? RECORD_NONE : rows_int(rows, column);
}

/* "2026-11-21", with "T14:32" where the MINUTE of the day is known. */
static char *at_of(const char *day, gint64 minute)
{
    return minute >= 0 ? g_strdup_printf("%.10sT%02d:%02d", day, (int)(minute / 60 % 24),
                                         (int)(minute % 60))
                       : g_strndup(day, 10);
}

static TimelineRow *read_row(const Rows *rows)
{
    TimelineRow *row = g_new0(TimelineRow, 1);
    row->rank = (guint)CLAMP(rows_int(rows, 0), 0, TIMELINE_KINDS - 1);
    row->key = g_strdup(rows_text(rows, 2));
    row->entry.type = kinds_table[row->rank].type;
    row->entry.kind = kinds_table[row->rank].kind;
    row->entry.id = rows_int(rows, 1);
    row->entry.amount = number_at(rows, 4);
    row->entry.clerk_id = rows_int(rows, 5);
    row->entry.branch_id = rows_int(rows, 6);
    row->entry.code = g_strdup(rows_text(rows, 7));
    row->words = g_strdup(rows_text(rows, 8));
    row->more = g_strdup(rows_text(rows, 9));
    row->other = g_strdup(rows_text(rows, 10));
    for (guint i = 0; i < TIMELINE_NUMBERS; i++) {
        row->numbers[i] = number_at(rows, 11 + i);
    }
    row->entry.version = rows_int(rows, 11 + TIMELINE_NUMBERS);
    if (row->rank == 0 && row->numbers[0] == 1) {
        row->entry.kind = "return";
    }
    gint64 minute = number_at(rows, 3);
    Day day =
        kinds_table[row->rank].by_instant ? instant_local_moment(row->key, &minute) : DAY_NONE;
    g_autofree char *local = day_to_text(day);
    g_strlcpy(row->day, *local != '\0' ? local : row->key, sizeof row->day);
    row->entry.at = at_of(row->day, minute);
    return row;
}

/* Newest first; of one day by kind, then the later row first. */
static int compare(gconstpointer a, gconstpointer b)
{
    const TimelineRow *one = *(TimelineRow *const *)a, *two = *(TimelineRow *const *)b;
    int order = strcmp(two->day, one->day);
    if (order == 0) {
        order = (one->rank > two->rank) - (one->rank < two->rank);
    }
    if (order == 0) {
        order = strcmp(two->key, one->key);
    }
    return order != 0 ? order : (one->entry.id < two->entry.id) - (one->entry.id > two->entry.id);
}

static GPtrArray *read_rows(Db *db, gint64 customer_id, guint kinds, gint64 branch_id,
                            const TimelinePlace *place, guint limit, GError **error)
{
    Key keys[TIMELINE_KINDS];
    DbValue values[VALUES] = {db_int(customer_id), db_int(limit), db_int(branch_id)};
    kinds = kinds_in(kinds, branch_id);
    for (guint rank = 0; rank < TIMELINE_KINDS; rank++) {
        keys[rank] = key_for(rank, (kinds & 1U << rank) != 0, place);
        values[VALUES_BEFORE_KEYS + 2 * rank] = db_text(keys[rank].text);
        values[VALUES_BEFORE_KEYS + 2 * rank + 1] = db_int(keys[rank].id);
    }
    g_autofree char *sql = timeline_page_sql();
    g_autoptr(Rows) rows = db_query(db, sql, values, VALUES, error);
    if (rows == NULL) {
        return NULL;
    }
    g_autoptr(GError) fault = NULL;
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(row_free);
    while (rows_next(rows, &fault)) {
        g_ptr_array_add(list, read_row(rows));
    }
    if (fault != NULL) {
        g_propagate_error(error, g_steal_pointer(&fault));
        return NULL;
    }
    return g_steal_pointer(&list);
}

GPtrArray *timeline_page(Db *db, gint64 customer_id, guint kinds, gint64 branch_id,
                         TimelinePlace *place, guint limit, GError **error)
{
    g_autoptr(GPtrArray) list = read_rows(db, customer_id, kinds, branch_id, place, limit, error);
    if (list == NULL) {
        return NULL;
    }
    g_ptr_array_sort(list, compare);
    if (list->len > limit) {
        g_ptr_array_set_size(list, (int)limit);
    }
    if (!timeline_put_words(db, list, error)) {
        return NULL;
    }
    if (list->len > 0) {
        const TimelineRow *last = g_ptr_array_index(list, list->len - 1);
        *place = (TimelinePlace){.rank = last->rank, .id = last->entry.id};
        g_strlcpy(place->day, last->day, sizeof place->day);
        g_strlcpy(place->key, last->key, sizeof place->key);
    }
    return g_steal_pointer(&list);
}

bool timeline_count(Db *db, gint64 customer_id, guint kinds, gint64 branch_id, gint64 *count,
                    GError **error)
{
    DbValue values[2 + TIMELINE_KINDS] = {db_int(customer_id), db_int(branch_id)};
    kinds = kinds_in(kinds, branch_id);
    for (guint rank = 0; rank < TIMELINE_KINDS; rank++) {
        values[2 + rank] = db_int((kinds & 1U << rank) != 0 ? 1 : 0);
    }
    g_autofree char *sql = timeline_count_sql();
    return db_get_int(db, sql, values, G_N_ELEMENTS(values), count, NULL, error);
}
