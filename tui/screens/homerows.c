/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making the rows of the home screen. */
#include "tui/screens/homerows.h"

#include "data/base/i18n.h"
#include "data/diary/standing.h"
#include "tui/dates.h"
#include "tui/duewords.h"
#include "tui/screens/hometasks.h"
#include "tui/screens/matchwhy.h"
#include "tui/text.h"

#include <string.h>

enum { DAYS_NEAR = 7, HIT_LEAST = 14 };

static void row_free(gpointer data)
{
    HomeRow *row = data;
    char *texts[] = {row->text,    row->name,   row->when,       row->what,    row->hint,
                     row->greeter, row->number, row->last,       row->warning, row->coming,
                     row->extra,   row->where,  row->when_brief, row->how};
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_free(texts[i]);
    }
    g_clear_pointer(&row->near, g_ptr_array_unref);
    g_free(row);
}

GPtrArray *home_rows_new(void)
{
    return g_ptr_array_new_with_free_func(row_free);
}

HomeRow *home_rows_add(HomeModel *model, HomeRowKind kind)
{
    HomeRow *row = g_new0(HomeRow, 1);
    row->kind = kind;
    g_ptr_array_add(model->rows, row);
    return row;
}

void home_rows_widen(int *width, const char *text)
{
    *width = MAX(*width, text_width_shown(text));
}

/* What to know when greeting, beside warnings: whose person it is, what the owner wants done, and
 * the customer's habits. */
static char *hint_of(const HomeModel *model, const Due *due)
{
    g_autofree char *whose = duewords_whose(due);
    const char *gesture = gesture_for(&model->gestures, due, today_reach(model->due, due));
    const char *parts[] = {whose, gesture != NULL ? choice_label(gesture_ways, gesture) : NULL,
                           today_habit(model->due, due)};
    GString *hint = g_string_new(NULL);
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
        if (parts[i] != NULL) {
            g_string_append_printf(hint, "%s%s", hint->len > 0 ? " · " : "", parts[i]);
        }
    }
    return g_string_free(hint, hint->len == 0);
}

/* "tomorrow", "24 Nov". */
static char *brief_day(Day day, Day today)
{
    int days = day_between(today, day);
    return days >= -1 && days <= 1 ? dates_near(day, today) : dates_brief(day, today);
}

static void add_due(HomeModel *model, const Due *due)
{
    HomeRow *row = home_rows_add(model, HOME_DUE);
    row->due = due;
    row->name = due_call(due, NAME_SPOKEN);
    row->when = dates_near(due->kept, model->today);
    row->when_brief = brief_day(due->kept, model->today);
    row->what = due_is_birthday(due) && due->turns <= 0 ? NULL : duewords_what(due, model->today);
    row->warning = g_strdup(today_warning(model->due, due));
    row->hint = hint_of(model, due);
    row->greeter = duewords_greeter(due, model->today);
    home_rows_widen(&model->widths.when, row->when);
    home_rows_widen(&model->widths.when_brief, row->when_brief);
    home_rows_widen(&model->widths.what, row->what);
    home_rows_widen(&model->widths.name, row->name);
    if (row->greeter != NULL && row->warning != NULL) {
        model->widths.has_both_marks = true;
    }
}

typedef enum { ANY_DAY, BIRTHDAYS, OTHER_DAYS } Wanted;

void home_rows_add_heading(HomeModel *model, const char *text)
{
    if (model->rows->len > 0) {
        home_rows_add(model, HOME_BLANK);
    }
    home_rows_add(model, HOME_HEADING)->text = g_strdup(text);
}

/* Adds those of LIST that are WANTED and kept from FROM to TO, under HEADING when they are the
 * section's first. */
static void add_section(HomeModel *model, const char *heading, const GPtrArray *list, Wanted wanted,
                        Day from, Day to, bool *begun)
{
    for (guint i = 0; i < list->len; i++) {
        const Due *due = g_ptr_array_index(list, i);
        bool fits = wanted == ANY_DAY || (wanted == BIRTHDAYS) == due_is_birthday(due);
        if (!fits || day_compare(due->kept, from) < 0 || day_compare(due->kept, to) > 0) {
            continue;
        }
        if (!*begun) {
            home_rows_add_heading(model, heading);
            *begun = true;
        }
        add_due(model, due);
    }
}

/* Where those live whose name another one on the list has, too. */
static void tell_namesakes_apart(const HomeModel *model)
{
    g_autoptr(GHashTable) customers = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) shared = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < model->rows->len; i++) {
        const HomeRow *row = g_ptr_array_index(model->rows, i);
        gint64 *other = row->due != NULL ? g_hash_table_lookup(customers, row->name) : NULL;
        if (row->due != NULL && other == NULL) {
            g_hash_table_insert(customers, row->name, &row->due->customer->head.id);
        } else if (row->due != NULL && *other != row->due->customer->head.id) {
            g_hash_table_add(shared, row->name);
        }
    }
    for (guint i = 0; i < model->rows->len; i++) {
        HomeRow *row = g_ptr_array_index(model->rows, i);
        const char *where = row->due != NULL ? today_where(model->due, row->due) : NULL;
        if (where != NULL && g_hash_table_contains(shared, row->name)) {
            char *hint =
                row->hint != NULL ? g_strdup_printf("%s · %s", where, row->hint) : g_strdup(where);
            g_free(row->hint);
            row->hint = hint;
        }
    }
}

void home_rows_of_today(HomeModel *model)
{
    const Today *due = model->due;
    Day today = model->today, tomorrow = day_plus(today, 1);
    bool birthdays = false, others = false, missed = false, coming = false;
    add_section(model, _("BIRTHDAYS"), due->due, BIRTHDAYS, today, today, &birthdays);
    add_section(model, _("BIRTHDAYS"), due->coming, BIRTHDAYS, tomorrow, tomorrow, &birthdays);
    add_section(model, _("OTHER DAYS"), due->due, OTHER_DAYS, today, today, &others);
    add_section(model, _("OTHER DAYS"), due->coming, OTHER_DAYS, tomorrow, tomorrow, &others);
    home_tasks_add(model);
    add_section(model, _("NOT GREETED YET"), due->missed, ANY_DAY, day_plus(today, -366), today,
                &missed);
    add_section(model, _("COMING DAYS"), due->coming, ANY_DAY, day_plus(today, 2),
                day_plus(today, 366), &coming);
    tell_namesakes_apart(model);
    if (due->is_cut) {
        home_rows_add(model, HOME_BLANK);
        home_rows_add(model, HOME_NOTE)->text =
            g_strdup(_("Only the days of your regulars: there are too many for all of them."));
    }
}

static char *join_words(const GPtrArray *words)
{
    GString *line = g_string_new(NULL);
    for (guint i = 0; i < words->len; i++) {
        g_string_append_printf(line, "%s%s", line->len > 0 ? ", " : "",
                               (const char *)g_ptr_array_index(words, i));
    }
    return g_string_free(line, line->len == 0);
}

/* The nearest day from today on, in a word or two. */
static char *coming_of(const GPtrArray *near, Day today)
{
    for (guint i = 0; i < near->len; i++) {
        const Due *due = g_ptr_array_index(near, i);
        if (day_compare(due->kept, today) >= 0) {
            return dates_near(due->kept, today);
        }
    }
    return NULL;
}

static char *last_of(const Match *match, const Standing *standing, Day today)
{
    if (standing != NULL && standing->is_lost) {
        /* TRANSLATORS: beside a customer: has died; is lost. */
        return g_strdup(standing->is_dead ? _("has died") : _("lost"));
    }
    Day day;
    bool is_day =
        match->last_visit != NULL && day_from_text(match->last_visit, &day) && day_is_whole(day);
    return is_day ? dates_since(day, today) : NULL;
}

static bool holds(const GPtrArray *texts, const char *text)
{
    for (guint i = 0; i < texts->len; i++) {
        if (strcmp(g_ptr_array_index(texts, i), text) == 0) {
            return true;
        }
    }
    return false;
}

/* What fits the query and no other column shows (*IS_HIT); else the usual order. */
static char *extra_of(const Match *match, bool *is_hit)
{
    const Customer *customer = match->sheet->customer;
    if (match->hit_words != NULL && !holds(match->warnings, match->hit_words)) {
        *is_hit = true;
        return g_strdup(match->hit_words);
    }
    if (match->hit == GROUP_DESCRIPTION && customer_has_name(customer)) {
        *is_hit = true;
        return g_strdup(customer->description);
    }
    return g_strdup(match->usual);
}

static int warning_width(const HomeRow *row)
{
    int width = text_width_shown(row->warning), coming = text_width_shown(row->coming);
    /* Each with its symbol and a blank, two blanks between them; the mark of a complaint before
     * both. */
    width += width > 0 ? 2 : 0;
    coming += coming > 0 ? 2 : 0;
    return (row->complains ? 2 : 0) + width + coming + (width > 0 && coming > 0 ? 2 : 0);
}

/* Makes the column wide enough for what somebody is about, with how they fit in a column beside
 * it. */
static void widen_extra(HomeModel *model)
{
    for (guint i = 0; i < model->rows->len; i++) {
        const HomeRow *row = g_ptr_array_index(model->rows, i);
        int width = text_width_shown(row->extra), how = row->how != NULL ? model->widths.how : 0;
        int hit = row->is_hit ? MIN(width, HIT_LEAST) + (how > 0 ? 2 : 0) : 0;
        width += how + (width > 0 && how > 0 ? 2 : 0);
        model->widths.extra = MAX(model->widths.extra, width);
        model->widths.why = MAX(model->widths.why, how + hit);
    }
}

/* HOW is taken; STANDING may be NULL. */
static void add_match(HomeModel *model, const Match *match, GPtrArray *near, char *how,
                      const Standing *standing)
{
    HomeRow *row = home_rows_add(model, HOME_MATCH);
    const Customer *customer = match->sheet->customer;
    row->match = match;
    row->near = near;
    row->name = customer_call(customer, NAME_SORTED);
    row->number = g_strdup(customer->number);
    row->last = last_of(match, standing, model->today);
    row->complains = standing != NULL && standing->complains;
    row->warning = join_words(match->warnings);
    row->coming = coming_of(near, model->today);
    row->extra = extra_of(match, &row->is_hit);
    row->how = how;
    row->is_alike = nearness_words(match->nearness) != NULL;
    row->where = sheet_where(match->sheet);
    if (g_strcmp0(row->where, row->extra) == 0) {
        g_clear_pointer(&row->where, g_free);
    }
    home_rows_widen(&model->widths.name, row->name);
    home_rows_widen(&model->widths.number, row->number);
    home_rows_widen(&model->widths.last, row->last);
    home_rows_widen(&model->widths.how, row->how);
    home_rows_widen(&model->widths.where, row->where);
    model->widths.warning = MAX(model->widths.warning, warning_width(row));
}

static void add_rest(HomeModel *model)
{
    const Found *found = model->found;
    bool are_more = found->is_more || found->total > HOME_MOST_MATCHES;
    if (found->matches->len == HOME_MOST_MATCHES && are_more) {
        home_rows_add(model, HOME_BLANK);
        home_rows_add(model, HOME_NOTE)->text =
            g_strdup(_("There are more. Another letter or word brings the right ones up."));
    }
}

/* Marks those of ROWS that bear one name. */
static void mark_namesakes(const GPtrArray *rows)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < rows->len; i++) {
        HomeRow *row = g_ptr_array_index(rows, i);
        HomeRow *other = row->match != NULL ? g_hash_table_lookup(seen, row->name) : NULL;
        if (other != NULL) {
            row->is_namesake = other->is_namesake = true;
        } else if (row->match != NULL) {
            g_hash_table_insert(seen, row->name, row);
        }
    }
}

static GHashTable *load_standings(Db *db, const Found *found, GError **error)
{
    g_autofree gint64 *ids = g_new(gint64, MAX(found->matches->len, 1));
    for (guint i = 0; i < found->matches->len; i++) {
        ids[i] = ((const Match *)g_ptr_array_index(found->matches, i))->customer_id;
    }
    return standing_load(db, ids, found->matches->len, error);
}

bool home_rows_of_matches(Db *db, HomeModel *model, const Vocabulary *vocabulary, GError **error)
{
    const Found *found = model->found;
    g_auto(GStrv) words = match_why_words(model->query, vocabulary);
    g_autoptr(GHashTable) standings = load_standings(db, found, error);
    if (standings == NULL) {
        return false;
    }
    Day from = day_plus(model->today, -DAYS_NEAR), to = day_plus(model->today, DAYS_NEAR);
    for (guint i = 0; i < found->matches->len; i++) {
        const Match *match = g_ptr_array_index(found->matches, i);
        GPtrArray *near = due_of_sheet(db, match->sheet, from, to, model->known.leap_rule, error);
        if (near == NULL) {
            return false;
        }
        if (i == found->alike_from && i > 0) {
            home_rows_add_heading(model, _("SIMILAR"));
        }
        add_match(model, match, near, match_why(match, model->query, words, vocabulary),
                  g_hash_table_lookup(standings, &match->customer_id));
    }
    widen_extra(model);
    mark_namesakes(model->rows);
    add_rest(model);
    return true;
}
