/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two counters that save the same. */
#include "tests/tui/conflictstage.h"

#include "data/diary/promise.h"
#include "data/setting.h"
#include "tests/data/people.h"
#include "tests/tui/emma.h"

static const Who other_clerk = {.clerk_id = 1, .at = "2026-11-21T13:30:00Z"};

ConflictStage *conflict_stage_new(void **state)
{
    g_autoptr(GError) error = NULL;
    ConflictStage *stage = g_new0(ConflictStage, 1);
    stage->fixture = *state;
    *state = NULL;
    people_furnish(stage->fixture->db);
    assert_int_equal(people_add_clerk(stage->fixture->db, "Lina B."), other_clerk.clerk_id);
    expect_done(setting_set(stage->fixture->db, SETTING_SHOP_NAME, "Konditorei Emma", &error),
                error);
    stage->shop = shop_open(stage->fixture->where, DB_READ_WRITE, stage->fixture->folder,
                            "2026-11-21T13:32:00Z", &error);
    expect_done(stage->shop != NULL, error);
    emma_fill(stage->shop);
    stage->harness = harness_new(24, 80, stage->shop);
    stage->opener = opener_new(stage->harness);
    return stage;
}

void conflict_stage_free(ConflictStage *stage)
{
    harness_free(stage->harness);
    shop_close(stage->shop);
    fixture_free(stage->fixture);
    g_free(stage);
}

Screen *conflict_open(ConflictStage *stage, const ScreenClass *class, gconstpointer arg)
{
    return opener_open(stage->harness, stage->opener, class, arg);
}

const char *conflict_top(const ConflictStage *stage)
{
    return app_top(harness_app(stage->harness))->class->name;
}

void conflict_refresh(const ConflictStage *stage)
{
    app_refresh(harness_app(stage->harness));
    harness_settle(stage->harness);
}

gint64 conflict_customer(const ConflictStage *stage, const char *number)
{
    g_autoptr(GError) error = NULL;
    gint64 id = 0;
    expect_done(customer_find_number(stage->fixture->db, number, &id, &error), error);
    assert_true(id != 0);
    return id;
}

Sheet *conflict_sheet(const ConflictStage *stage, gint64 id)
{
    g_autoptr(GError) error = NULL;
    Sheet *sheet = sheet_load(stage->fixture->db, id, &error);
    expect_done(sheet != NULL, error);
    return sheet;
}

gpointer conflict_load(const ConflictStage *stage, const RecordType *type, gint64 id)
{
    g_autoptr(GError) error = NULL;
    gpointer record = record_load(stage->fixture->db, type, id, &error);
    expect_done(record != NULL, error);
    return record;
}

bool conflict_has(const ConflictStage *stage, const RecordType *type, gint64 id)
{
    gpointer record = record_load(stage->fixture->db, type, id, NULL);
    record_free(record);
    return record != NULL;
}

Deed *conflict_begin(const ConflictStage *stage)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = deed_begin(stage->fixture->db, &other_clerk, "changing a customer", &error);
    expect_done(deed != NULL, error);
    return deed;
}

void conflict_commit(Deed *deed)
{
    g_autoptr(GError) error = NULL;
    expect_done(deed_commit(deed, NULL, &error), error);
    deed_free(deed);
}

gint64 conflict_add(const ConflictStage *stage, gpointer record)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = conflict_begin(stage);
    expect_done(record_insert(deed, record, &error), error);
    gint64 id = ((const RecordHead *)record)->id;
    record_free(record);
    conflict_commit(deed);
    return id;
}

gint64 conflict_add_promise(const ConflictStage *stage)
{
    Promise *promise = record_new(&promise_type);
    promise->customer_id = conflict_customer(stage, "1001");
    record_set_text(&promise->words, "Muster zeigen");
    record_set_text(&promise->due_day, "2026-11-24");
    record_set_text(&promise->state, "open");
    return conflict_add(stage, promise);
}

void conflict_change(const ConflictStage *stage, const RecordType *type, gint64 id, gsize offset,
                     const char *text)
{
    g_autoptr(GError) error = NULL;
    gpointer record = conflict_load(stage, type, id);
    record_set_text(G_STRUCT_MEMBER_P(record, offset), text);
    Deed *deed = conflict_begin(stage);
    expect_done(record_update(deed, record, &error), error);
    conflict_commit(deed);
    record_free(record);
}

void conflict_remove(const ConflictStage *stage, const RecordType *type, gint64 id)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = conflict_begin(stage);
    expect_done(type == &customer_type ? sheet_remove(deed, id, &error)
                                       : record_remove(deed, type, id, &error),
                error);
    conflict_commit(deed);
}
