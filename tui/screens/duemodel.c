/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the screen of all that is due shows. */
#include "tui/screens/duemodel.h"

#include "data/base/i18n.h"
#include "data/branch.h"
#include "data/clerk.h"
#include "tui/screens/todorow.h"
#include "tui/text.h"

enum { WHEN_MOST = 22, CALL_MOST = 26, CLERK_MOST = 14 };

/* What stands together. */
typedef enum { OVERDUE, TODAY, CONTACTS, COMING, SECTIONS } Section;

static void row_free(gpointer data)
{
    DueRow *row = data;
    char *texts[] = {row->heading, row->when, row->when_brief, row->call,
                     row->what,    row->hint, row->clerk};
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_free(texts[i]);
    }
    g_free(row);
}

void due_model_free(gpointer data)
{
    DueModel *model = data;
    g_clear_pointer(&model->rows, g_ptr_array_unref);
    g_clear_pointer(&model->items, g_ptr_array_unref);
    g_clear_pointer(&model->clerks, g_ptr_array_unref);
    g_clear_pointer(&model->branches, g_ptr_array_unref);
    g_free(model);
}

const char *due_model_clerk(const DueModel *model, gint64 id)
{
    for (guint i = 0; i < model->clerks->len; i++) {
        const Clerk *clerk = g_ptr_array_index(model->clerks, i);
        if (clerk->head.id == id) {
            return clerk->name;
        }
    }
    return NULL;
}

static Section section_of(const TodoItem *item, Moment now)
{
    int order = day_is_whole(item->day) ? day_compare(item->day, now.day) : 0;
    if (order > 0) {
        return COMING;
    }
    if (item->kind == TODO_CONTACT) {
        return CONTACTS;
    }
    return todo_is_overdue(item, now) ? OVERDUE : TODAY;
}

static void widen(int *width, const char *text, int most)
{
    *width = MAX(*width, MIN(text_width_shown(text), most));
}

static DueRow *add_row(DueModel *model)
{
    DueRow *row = g_new0(DueRow, 1);
    g_ptr_array_add(model->rows, row);
    return row;
}

static void add_item(DueModel *model, const TodoItem *item, Section section, Moment now)
{
    bool is_late = section == OVERDUE;
    DueRow *row = add_row(model);
    row->item = item;
    row->when = is_late ? todo_row_since(item, now) : todo_row_when(item, now);
    row->when_brief = is_late ? g_strdup(row->when) : todo_row_when_brief(item, now);
    row->call = todo_call(item, NAME_SPOKEN);
    row->what = todo_words(item, now.day);
    row->hint = is_late && !todo_is_put_off(item) ? NULL : todo_row_hint(item, now);
    row->clerk = g_strdup(due_model_clerk(model, item->clerk_id));
    row->is_late = todo_is_overdue(item, now);
    widen(&model->when_cols, row->when, WHEN_MOST);
    widen(&model->brief_cols, row->when_brief, WHEN_MOST);
    widen(&model->call_cols, row->call, CALL_MOST);
    widen(&model->clerk_cols, row->clerk, CLERK_MOST);
}

static int compare_days(gconstpointer a, gconstpointer b, gpointer data)
{
    (void)data;
    return day_compare((*(TodoItem *const *)a)->day, (*(TodoItem *const *)b)->day);
}

/* Contacts that are due come behind each other by importance, which the rows do not show: here
 * whoever waits longest is first. */
static void order_contacts(const DueModel *model, Moment now)
{
    guint first = 0, count = 0;
    for (guint i = 0; i < model->items->len; i++) {
        if (section_of(g_ptr_array_index(model->items, i), now) == CONTACTS) {
            first = count == 0 ? i : first;
            count++;
        }
    }
    if (count > 1) {
        g_qsort_with_data(model->items->pdata + first, (gint)count, sizeof(gpointer), compare_days,
                          NULL);
    }
}

static void add_rows(DueModel *model)
{
    const char *const headings[SECTIONS] = {_("OVERDUE"), _("TODAY"), _("KEEP IN TOUCH"),
                                            _("COMING DAYS")};
    const Moment now = {model->ask.today, model->ask.minute};
    order_contacts(model, now);
    for (Section section = OVERDUE; section < SECTIONS; section++) {
        bool begun = false;
        for (guint i = 0; i < model->items->len; i++) {
            const TodoItem *item = g_ptr_array_index(model->items, i);
            if (section_of(item, now) != section) {
                continue;
            }
            if (!begun) {
                if (model->rows->len > 0) {
                    add_row(model)->heading = g_strdup("");
                }
                add_row(model)->heading = g_strdup(headings[section]);
                begun = true;
            }
            add_item(model, item, section, now);
        }
    }
}

static bool load(Db *db, DueModel *model, GError **error)
{
    model->clerks =
        record_list(db, &clerk_type, "WHERE active = 1 ORDER BY name, id", DB_NO_VALUES, error);
    model->branches = model->clerks != NULL ? branch_list(db, &model->ask.branch_id, error) : NULL;
    model->items = model->branches != NULL ? todo_list(db, &model->ask, &model->more, error) : NULL;
    return model->items != NULL;
}

gpointer due_model_load(Shop *shop, gconstpointer ask, GError **error)
{
    if (!db_read_begin(shop->db, error)) {
        return NULL;
    }
    DueModel *model = g_new0(DueModel, 1);
    model->ask = *(const TodoAsk *)ask;
    model->rows = g_ptr_array_new_with_free_func(row_free);
    bool ok = load(shop->db, model, error);
    db_read_end(shop->db);
    if (!ok) {
        due_model_free(model);
        return NULL;
    }
    add_rows(model);
    return model;
}
