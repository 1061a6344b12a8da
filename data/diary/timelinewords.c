/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened, in a few words for one line. */
#include "data/agenda/greeting.h"
#include "data/agenda/interaction.h"
#include "data/agenda/occasion.h"
#include "data/base/day.h"
#include "data/base/i18n.h"
#include "data/customer/factkind.h"
#include "data/db/among.h"
#include "data/diary/complaint.h"
#include "data/diary/feedback.h"
#include "data/diary/itemwords.h"
#include "data/diary/loss.h"
#include "data/diary/lossreason.h"
#include "data/diary/preorder.h"
#include "data/diary/promise.h"
#include "data/diary/timeline_private.h"
#include "data/diary/visit.h"

#include <string.h>

static const char items_of_visits[] =
    "SELECT visit_item.visit_id, visit_item.quantity, article.name FROM visit_item "
    "JOIN article ON article.id = visit_item.article_id WHERE visit_item.visit_id " DB_AMONG_THEM
    " ORDER BY visit_item.visit_id, visit_item.id";

/* What the words of some rows come from beside themselves. */
typedef struct {
    GHashTable *items;  /* visit id (gint64 *) to an array of ItemWords */
    GPtrArray *kinds;   /* FactKind; NULL: there are no notes */
    GPtrArray *reasons; /* of wordlist_all; NULL: there are no losses */
} Sources;

/* ---- parts of a line ---- */

static GPtrArray *parts_new(void)
{
    return g_ptr_array_new_with_free_func(g_free);
}

static void add(GPtrArray *parts, const char *text)
{
    if (text != NULL && *text != '\0') {
        g_ptr_array_add(parts, g_strdup(text));
    }
}

/* Adds FORMAT with the day TEXT (YYYY-MM-DD) for its %s. */
static void add_day(GPtrArray *parts, const char *format, const char *text)
{
    Day day;
    if (text != NULL && day_from_text(text, &day) && !day_is_none(day)) {
        g_autofree char *shown = day_for_people(day);
        g_auto(GStrv) around = g_strsplit(format, "%s", 2);
        g_ptr_array_add(parts, g_strjoinv(shown, around));
    }
}

/* Adds what became of it; that it is open goes without saying. */
static void add_state(GPtrArray *parts, const Choice *states, const char *code)
{
    if (strcmp(code, "open") != 0) {
        add(parts, choice_label(states, code));
    }
}

/* The parts with dots between; they are freed. */
static char *joined(GPtrArray *parts)
{
    g_ptr_array_add(parts, NULL);
    char *line = g_strjoinv(" · ", (char **)parts->pdata);
    g_ptr_array_unref(parts);
    return line;
}

/* ---- kind by kind ---- */

static char *of_visit(const TimelineRow *row, const Sources *sources)
{
    GPtrArray *parts = parts_new();
    const GPtrArray *items = g_hash_table_lookup(sources->items, &row->entry.id);
    if (items != NULL) {
        g_ptr_array_add(parts, item_words_write(items));
    }
    add(parts, row->more);
    if (row->other != NULL) {
        /* TRANSLATORS: for whom something was bought: "for Kurt". */
        g_ptr_array_add(parts, g_strdup_printf(_("for %s"), row->other));
    }
    add(parts, row->words);
    add(parts, strcmp(row->entry.code, "counter") != 0
                   ? choice_label(visit_channels, row->entry.code)
                   : NULL);
    return joined(parts);
}

static char *of_extra(const TimelineRow *row, const Sources *sources)
{
    (void)sources;
    return g_strdup(row->words != NULL ? row->words : "");
}

static char *of_preorder(const TimelineRow *row, const Sources *sources)
{
    (void)sources;
    GPtrArray *parts = parts_new();
    add(parts, row->words);
    add(parts, row->more);
    if (row->other != NULL) {
        g_ptr_array_add(parts, g_strdup_printf(_("for %s"), row->other));
    }
    add_state(parts, preorder_states, row->entry.code);
    return joined(parts);
}

static char *of_feedback(const TimelineRow *row, const Sources *sources)
{
    (void)sources;
    const Feedback feedback = {.kind = row->entry.code,
                               .words = row->words,
                               .csat = row->numbers[0],
                               .ces = row->numbers[1],
                               .nps = row->numbers[2],
                               .product = row->numbers[3],
                               .advice = row->numbers[4]};
    GPtrArray *parts = parts_new();
    bool is_plain = row->words == NULL || strcmp(row->entry.code, "score") == 0 ||
                    strcmp(row->entry.code, "survey") == 0;
    add(parts, is_plain ? NULL : choice_label(feedback_kinds, row->entry.code));
    g_ptr_array_add(parts, feedback_brief(&feedback));
    return joined(parts);
}

static char *of_complaint(const TimelineRow *row, const Sources *sources)
{
    (void)sources;
    GPtrArray *parts = parts_new();
    add(parts, row->words);
    add(parts, choice_label(complaint_states, row->entry.code));
    return joined(parts);
}

static char *of_promise(const TimelineRow *row, const Sources *sources)
{
    (void)sources;
    GPtrArray *parts = parts_new();
    add(parts, row->words);
    /* TRANSLATORS: of a promise: "until 27 November 2026". */
    add_day(parts, _("until %s"), row->more);
    add_state(parts, promise_states, row->entry.code);
    return joined(parts);
}

/* What is so counts more than what they say. */
static char *of_loss(const TimelineRow *row, const Sources *sources)
{
    GPtrArray *parts = parts_new();
    gint64 id = row->numbers[1] != RECORD_NONE ? row->numbers[1] : row->numbers[0];
    const ListWord *reason = wordlist_by_id(sources->reasons, id);
    add(parts, choice_label(loss_hows, row->entry.code));
    add(parts, reason != NULL ? wordlist_label(&loss_reasons, reason) : NULL);
    add(parts, row->words);
    /* TRANSLATORS: of a customer who was lost: "back since 27 November 2026". */
    add_day(parts, _("back since %s"), row->more);
    return joined(parts);
}

static char *of_note(const TimelineRow *row, const Sources *sources)
{
    const FactKind *kind = fact_kind_by_id(sources->kinds, row->numbers[0]);
    const char *words = row->words != NULL ? row->words : "";
    return kind != NULL ? g_strdup_printf("%s: %s", fact_kind_label(kind), words) : g_strdup(words);
}

static char *of_greeting(const TimelineRow *row, const Sources *sources)
{
    (void)sources;
    GPtrArray *parts = parts_new();
    g_autofree char *said = greeting_said(row->other, row->words);
    /* The kind of the day, or what people call it themselves. */
    add(parts, choice_label(occasion_kinds, row->entry.code));
    add(parts, row->more);
    add(parts, said);
    return joined(parts);
}

/* Which way it went goes without saying where it came from the shop. */
static char *of_contact(const TimelineRow *row, const Sources *sources)
{
    (void)sources;
    GPtrArray *parts = parts_new();
    add(parts, choice_label(interaction_channels, row->entry.code));
    add(parts,
        strcmp(row->other, "in") == 0 ? choice_label(interaction_directions, row->other) : NULL);
    add(parts, choice_label(interaction_outcomes, row->more));
    add(parts, row->words);
    return joined(parts);
}

static char *of_reminder(const TimelineRow *row, const Sources *sources)
{
    (void)sources;
    return g_strdup(row->words != NULL ? row->words : "");
}

/* In the order of the bits of TimelineKinds. */
static char *(*const wordings[TIMELINE_KINDS])(const TimelineRow *row, const Sources *sources) = {
    of_visit, of_extra, of_preorder, of_feedback, of_complaint, of_promise,
    of_loss,  of_note,  of_greeting, of_contact,  of_reminder};

/* ---- where words come from ---- */

static bool read_items(Db *db, const DbValue *ids, GHashTable *items, GError **error)
{
    g_autoptr(Rows) rows = db_query(db, items_of_visits, ids, DB_AMONG, error);
    if (rows == NULL) {
        return false;
    }
    g_autoptr(GError) fault = NULL;
    while (rows_next(rows, &fault)) {
        gint64 id = rows_int(rows, 0);
        GPtrArray *list = g_hash_table_lookup(items, &id);
        if (list == NULL) {
            list = item_words_new();
            g_hash_table_insert(items, g_memdup2(&id, sizeof id), list);
        }
        item_words_add(list, rows_text(rows, 2), rows_int(rows, 1));
    }
    if (fault != NULL) {
        g_propagate_error(error, g_steal_pointer(&fault));
        return false;
    }
    return true;
}

/* The articles of all visits among ROWS. */
static bool load_items(Db *db, const GPtrArray *rows, GHashTable *items, GError **error)
{
    g_autofree gint64 *ids = g_new(gint64, rows->len);
    guint count = 0;
    for (guint i = 0; i < rows->len; i++) {
        const TimelineRow *row = g_ptr_array_index(rows, i);
        if (row->entry.type == &visit_type) {
            ids[count++] = row->entry.id;
        }
    }
    for (guint done = 0; done < count; done += DB_AMONG) {
        DbValue some[DB_AMONG];
        db_among(some, ids, done, count);
        if (!read_items(db, some, items, error)) {
            return false;
        }
    }
    return true;
}

static bool has_kind(const GPtrArray *rows, const char *kind)
{
    bool has = false;
    for (guint i = 0; i < rows->len && !has; i++) {
        const TimelineRow *row = g_ptr_array_index(rows, i);
        has = strcmp(row->entry.kind, kind) == 0;
    }
    return has;
}

static bool sources_load(Db *db, const GPtrArray *rows, Sources *sources, GError **error)
{
    bool notes = has_kind(rows, "note"), losses = has_kind(rows, "lost");
    sources->kinds = notes ? fact_kind_list(db, error) : NULL;
    if (notes && sources->kinds == NULL) {
        return false;
    }
    sources->reasons = losses ? wordlist_all(db, &loss_reasons, error) : NULL;
    return (!losses || sources->reasons != NULL) && load_items(db, rows, sources->items, error);
}

bool timeline_put_words(Db *db, const GPtrArray *rows, GError **error)
{
    Sources sources = {.items = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free,
                                                      (GDestroyNotify)g_ptr_array_unref)};
    bool ok = sources_load(db, rows, &sources, error);
    for (guint i = 0; ok && i < rows->len; i++) {
        TimelineRow *row = g_ptr_array_index(rows, i);
        row->entry.text = wordings[row->rank](row, &sources);
    }
    g_hash_table_unref(sources.items);
    g_clear_pointer(&sources.kinds, g_ptr_array_unref);
    g_clear_pointer(&sources.reasons, g_ptr_array_unref);
    return ok;
}
