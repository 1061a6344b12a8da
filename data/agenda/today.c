/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What matters at the counter on a day. */
#include "data/agenda/today.h"

#include "data/agenda/gesture.h"
#include "data/customer/address.h"
#include "data/customer/contact.h"
#include "data/customer/fact.h"
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

guint today_reach(const Today *today, const Due *due)
{
    const TodayHint *hint = find_hint(today, due);
    return hint != NULL ? hint->reach : 0;
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
    hint->warning = g_steal_pointer(&warning);
    hint->habit = g_strdup(habit);
    hint->reach = gesture_reach(sheet);
    return hint;
}

/* Adds the hints for all of LISTS, which need nothing of the customers but their facts, and where
 * a gesture may be due by which ways they can be reached. */
static bool add_hints(Db *db, Today *today, const GPtrArray *const *lists, guint count,
                      const GPtrArray *kinds, GError **error)
{
    static const RecordType *const facts[] = {&fact_type, NULL};
    static const RecordType *const ways[] = {&fact_type, &contact_type, &address_type, NULL};
    g_autoptr(GHashTable) seen = g_hash_table_new(g_int64_hash, g_int64_equal);
    g_autoptr(GPtrArray) customers = g_ptr_array_new();
    bool has_gestures = false;
    for (guint i = 0; i < count; i++) {
        for (guint j = 0; j < lists[i]->len; j++) {
            Due *due = g_ptr_array_index(lists[i], j);
            has_gestures = has_gestures || gesture_is_possible(due);
            if (g_hash_table_add(seen, &due->customer->head.id)) {
                g_ptr_array_add(customers, due->customer);
            }
        }
    }
    g_autoptr(GPtrArray) sheets =
        sheet_list_known(db, customers, has_gestures ? ways : facts, error);
    for (guint i = 0; sheets != NULL && i < sheets->len; i++) {
        const Sheet *sheet = g_ptr_array_index(sheets, i);
        g_hash_table_insert(today->hints, g_memdup2(&sheet->customer->head.id, sizeof(gint64)),
                            make_hint(sheet, kinds));
    }
    return sheets != NULL;
}

static bool read_where(Db *db, const Today *today, const Due *due, GError **error)
{
    TodayHint *hint = g_hash_table_lookup(today->hints, &due->customer->head.id);
    if (hint->where != NULL) {
        return true;
    }
    g_autoptr(Sheet) sheet = sheet_load(db, due->customer->head.id, error);
    hint->where = sheet != NULL ? sheet_where(sheet) : NULL;
    return sheet != NULL;
}

/* Where those of LIST live whose name another customer has, too. NAMES has the first Due of each
 * name, and gets theirs. */
static bool add_places(Db *db, const Today *today, const GPtrArray *list, GHashTable *names,
                       GError **error)
{
    for (guint i = 0; i < list->len; i++) {
        Due *due = g_ptr_array_index(list, i);
        g_autofree char *name = due_call(due, NAME_SPOKEN);
        const Due *first = g_hash_table_lookup(names, name);
        if (first == NULL) {
            g_hash_table_insert(names, g_steal_pointer(&name), due);
        } else if (first->customer->head.id != due->customer->head.id &&
                   (!read_where(db, today, first, error) || !read_where(db, today, due, error))) {
            return false;
        }
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

static void turn_round(GPtrArray *list)
{
    for (guint i = 0; i < list->len / 2; i++) {
        gpointer swap = list->pdata[i];
        list->pdata[i] = list->pdata[list->len - 1 - i];
        list->pdata[list->len - 1 - i] = swap;
    }
}

/* Of the days gone by only those nobody congratulated on are of interest. */
static bool is_over(const Today *today, const Due *due)
{
    return day_compare(due->kept, today->day) < 0 && due->greeted;
}

/* Puts the days in ALL, in their order, into the list each belongs to; ALL is empty afterwards. */
static void sort_out(Today *today, GPtrArray *all)
{
    for (guint i = 0; i < all->len; i++) {
        Due *due = g_ptr_array_index(all, i);
        int days = day_between(today->day, due->kept);
        if (is_over(today, due)) {
            due_free(due);
        } else {
            g_ptr_array_add(days == 0 ? today->due : days > 0 ? today->coming : today->missed, due);
        }
    }
    g_ptr_array_set_free_func(all, NULL);
    g_ptr_array_set_size(all, 0);
    birthdays_first(today->due);
    turn_round(today->missed);
}

static bool load(Db *db, Today *today, guint most, GError **error)
{
    LeapRule rule;
    gint64 ahead = 0;
    if (!due_leap_rule(db, &rule, error) ||
        !setting_get_int(db, SETTING_DAYS_AHEAD, TODAY_AHEAD, &ahead, error)) {
        return false;
    }
    Day first = day_plus(today->day, -TODAY_BEHIND);
    Day last = day_plus(today->day, (int)CLAMP(ahead, TODAY_AHEAD_LEAST, TODAY_AHEAD_MOST));
    g_autoptr(GPtrArray) all = due_list_known(db, first, last, rule, most, &today->is_cut, error);
    g_autoptr(GPtrArray) kinds = all != NULL ? fact_kind_list(db, error) : NULL;
    if (kinds == NULL) {
        return false;
    }
    today->has_customers = all->len > 0;
    if (!today->has_customers && !customer_is_any(db, &today->has_customers, error)) {
        return false;
    }
    sort_out(today, all);
    const GPtrArray *lists[] = {today->due, today->coming, today->missed};
    if (!add_hints(db, today, lists, G_N_ELEMENTS(lists), kinds, error)) {
        return false;
    }
    g_autoptr(GHashTable) names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < G_N_ELEMENTS(lists); i++) {
        if (!add_places(db, today, lists[i], names, error)) {
            return false;
        }
    }
    return true;
}

Today *today_load(Db *db, Day day, guint most, GError **error)
{
    g_autoptr(Today) today = g_new0(Today, 1);
    today->day = day;
    today->due = g_ptr_array_new_with_free_func(due_free);
    today->coming = g_ptr_array_new_with_free_func(due_free);
    today->missed = g_ptr_array_new_with_free_func(due_free);
    today->hints = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, hint_free);
    if (!db_read_begin(db, error)) {
        return NULL;
    }
    bool ok = load(db, today, most, error);
    db_read_end(db);
    return ok ? g_steal_pointer(&today) : NULL;
}
