/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What matters at the counter on a day. */
#include "data/agenda/today.h"

#include "data/customer/factkind.h"
#include "data/customer/sheet.h"
#include "data/setting.h"

void today_free(Today *today)
{
    if (today == NULL) {
        return;
    }
    g_clear_pointer(&today->due, g_ptr_array_unref);
    g_clear_pointer(&today->coming, g_ptr_array_unref);
    g_clear_pointer(&today->missed, g_ptr_array_unref);
    g_clear_pointer(&today->hints, g_hash_table_unref);
    g_free(today);
}

static const TodayHint *find_hint(const Today *today, const Due *due)
{
    return g_hash_table_lookup(today->hints, &due->customer->head.id);
}

const char *today_hint(const Today *today, const Due *due)
{
    const TodayHint *hint = find_hint(today, due);
    return hint != NULL ? hint->line : NULL;
}

const char *today_warning(const Today *today, const Due *due)
{
    const TodayHint *hint = find_hint(today, due);
    return hint != NULL ? hint->warning : NULL;
}

const char *today_habit(const Today *today, const Due *due)
{
    const TodayHint *hint = find_hint(today, due);
    return hint != NULL ? hint->habit : NULL;
}

const char *today_where(const Today *today, const Due *due)
{
    const TodayHint *hint = find_hint(today, due);
    return hint != NULL ? hint->where : NULL;
}

static void hint_free(gpointer data)
{
    TodayHint *hint = data;
    g_free(hint->warning);
    g_free(hint->habit);
    g_free(hint->line);
    g_free(hint->where);
    g_free(hint);
}

static char *join(const GPtrArray *texts)
{
    GString *line = g_string_new(NULL);
    for (guint i = 0; i < texts->len; i++) {
        g_string_append_printf(line, "%s%s", line->len > 0 ? ", " : "",
                               (const char *)g_ptr_array_index(texts, i));
    }
    return g_string_free(line, line->len == 0);
}

/* Warnings first, then the usual order or what they like: one line to have in mind when greeting.
 */
static TodayHint *make_hint(const Sheet *sheet, const GPtrArray *kinds)
{
    g_autoptr(GPtrArray) warnings = sheet_warnings(sheet, kinds);
    g_autofree char *warning = join(warnings);
    const char *habit = sheet_fact(sheet, kinds, "usual");
    habit = habit != NULL ? habit : sheet_fact(sheet, kinds, "likes");
    TodayHint *hint = g_new0(TodayHint, 1);
    hint->line = warning != NULL && habit != NULL ? g_strdup_printf("%s · %s", warning, habit)
                                                  : g_strdup(warning != NULL ? warning : habit);
    hint->where = sheet_where(sheet);
    hint->warning = g_steal_pointer(&warning);
    hint->habit = g_strdup(habit);
    return hint;
}

static bool add_hints(Db *db, Today *today, const GPtrArray *list, const GPtrArray *kinds,
                      GError **error)
{
    for (guint i = 0; i < list->len; i++) {
        const Due *due = g_ptr_array_index(list, i);
        gint64 id = due->customer->head.id;
        if (g_hash_table_contains(today->hints, &id)) {
            continue;
        }
        g_autoptr(Sheet) sheet = sheet_load(db, id, error);
        if (sheet == NULL) {
            return false;
        }
        g_hash_table_insert(today->hints, g_memdup2(&id, sizeof id), make_hint(sheet, kinds));
    }
    return true;
}

/* Stable: birthdays before the rest. */
static void birthdays_first(GPtrArray *list)
{
    guint place = 0;
    for (guint i = 0; i < list->len; i++) {
        if (due_is_birthday(g_ptr_array_index(list, i))) {
            gpointer due = g_ptr_array_steal_index(list, i);
            g_ptr_array_insert(list, (gint)place++, due);
        }
    }
}

static GPtrArray *missed_list(Db *db, Day day, LeapRule rule, GError **error)
{
    g_autoptr(GPtrArray) past =
        due_list(db, day_plus(day, -TODAY_BEHIND), day_plus(day, -1), "birthday", rule, error);
    if (past == NULL) {
        return NULL;
    }
    for (guint i = past->len; i > 0; i--) {
        if (((const Due *)g_ptr_array_index(past, i - 1))->greeted) {
            g_ptr_array_remove_index(past, i - 1);
        }
    }
    for (guint i = 0; i < past->len / 2; i++) {
        gpointer swap = past->pdata[i];
        past->pdata[i] = past->pdata[past->len - 1 - i];
        past->pdata[past->len - 1 - i] = swap;
    }
    return g_steal_pointer(&past);
}

static bool load(Db *db, Today *today, GError **error)
{
    Day day = today->day;
    LeapRule rule;
    gint64 ahead = 0;
    if (!due_leap_rule(db, &rule, error) ||
        !setting_get_int(db, SETTING_DAYS_AHEAD, TODAY_AHEAD, &ahead, error) ||
        !customer_count(db, &today->customers, error)) {
        return false;
    }
    ahead = CLAMP(ahead, TODAY_AHEAD_LEAST, TODAY_AHEAD_MOST);
    today->due = due_list(db, day, day, NULL, rule, error);
    today->coming = today->due != NULL ? due_list(db, day_plus(day, 1), day_plus(day, (int)ahead),
                                                  NULL, rule, error)
                                       : NULL;
    today->missed = today->coming != NULL ? missed_list(db, day, rule, error) : NULL;
    if (today->missed == NULL) {
        return false;
    }
    birthdays_first(today->due);
    g_autoptr(GPtrArray) kinds = fact_kind_list(db, error);
    return kinds != NULL && add_hints(db, today, today->due, kinds, error) &&
           add_hints(db, today, today->coming, kinds, error) &&
           add_hints(db, today, today->missed, kinds, error);
}

Today *today_load(Db *db, Day day, GError **error)
{
    g_autoptr(Today) today = g_new0(Today, 1);
    today->day = day;
    today->hints = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, hint_free);
    if (!db_read_begin(db, error)) {
        return NULL;
    }
    bool ok = load(db, today, error);
    db_read_end(db);
    return ok ? g_steal_pointer(&today) : NULL;
}
