/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever is changed, however often: who is stored is found, as a look at every customer says, and
 * nobody else. */
#include "data/diary/visit.h"
#include "data/lookup/index.h"
#include "tests/data/crowd.h"
#include "tests/data/plainlook.h"
#include "tests/faults/scale.h"

/* How many customers there are at most; edits and queries in the suite and in full; after how many
 * edits the index is checked. */
enum {
    MOST = 300,
    EDITS = 300,
    ALL_EDITS = 100000,
    QUERIES = 60,
    ALL_QUERIES = 1000,
    CHECK = 1000
};

typedef struct {
    Db *db;
    GRand *chance;
    GArray *ids; /* gint64: who is there */
    gint64 last; /* the last deed that can be taken back; 0: none */
    guint edits, undone;
} Desk;

static guint roll(Desk *desk, guint sides)
{
    return (guint)g_rand_int_range(desk->chance, 0, (gint32)sides);
}

static void list_customers(Desk *desk)
{
    g_autoptr(GError) error = NULL;
    g_clear_pointer(&desk->ids, g_array_unref);
    desk->ids = db_get_ids(desk->db, "SELECT id FROM customer ORDER BY id", DB_NO_VALUES, &error);
    expect_done(desk->ids != NULL, error);
}

static gint64 anybody(Desk *desk)
{
    return g_array_index(desk->ids, gint64, roll(desk, desk->ids->len));
}

static void save(Desk *desk, Deed *deed, Sheet *sheet)
{
    g_autoptr(GError) error = NULL;
    for (guint changes = 1 + roll(desk, 3); changes > 0; changes--) {
        crowd_change(desk->db, desk->chance, sheet);
    }
    expect_done(sheet_save(deed, sheet, &error), error);
}

static void add(Desk *desk, Deed *deed)
{
    g_autoptr(Sheet) sheet = sheet_new();
    save(desk, deed, sheet);
}

static void change(Desk *desk, Deed *deed)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Sheet) sheet = sheet_load(desk->db, anybody(desk), &error);
    expect_done(sheet != NULL, error);
    save(desk, deed, sheet);
}

static void remove_one(Desk *desk, Deed *deed)
{
    g_autoptr(GError) error = NULL;
    expect_done(sheet_remove(deed, anybody(desk), &error), error);
}

/* Their place in the index is another one then. */
static void come(Desk *desk, Deed *deed)
{
    g_autoptr(GError) error = NULL;
    gint64 id = 0;
    g_autofree char *day = g_strdup_printf("2026-02-%02u", 1 + roll(desk, 28));
    VisitOrder order = visit_order(anybody(desk), day);
    expect_done(visit_add(deed, &order, &id, NULL, &error), error);
}

/* One deed of one or several edits, or the last one taken back. */
static void edit(Desk *desk)
{
    guint dice = roll(desk, 100);
    if (dice < 10 && desk->last != 0) {
        people_undo(desk->db, desk->last);
        desk->last = 0;
        desk->undone++;
    } else {
        bool is_crowded = desk->ids->len >= MOST;
        Deed *deed = people_begin(desk->db);
        if (dice < 25 && !is_crowded) {
            add(desk, deed);
        } else if (dice < 40 && desk->ids->len > MOST / 2) {
            remove_one(desk, deed);
        } else if (dice < 60) {
            come(desk, deed);
        } else {
            change(desk, deed);
        }
        desk->last = people_commit(deed);
    }
    desk->edits++;
    list_customers(desk);
}

static void expect_whole(Desk *desk)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
    expect_done(index_check(desk->db, NULL, NULL, findings, &error), error);
    if (findings->len > 0) {
        fail_msg("after %u edits (seed %u): %s", desk->edits, scale_seed(),
                 (const char *)g_ptr_array_index(findings, 0));
    }
}

static guint ask(Desk *desk, guint queries)
{
    g_autoptr(GPtrArray) all = plain_everybody(desk->db);
    guint found = 0;
    for (guint i = 0; i < queries; i++) {
        g_autofree char *query = crowd_query(desk->chance);
        g_autofree char *answer = plain_compare(desk->db, all, query);
        found += *answer != '\0';
    }
    return found;
}

static void lookup_find__finds_what_is_stored__after_any_number_of_edits(void **state)
{
    guint edits = scale(EDITS, ALL_EDITS), queries = MAX(scale(QUERIES, ALL_QUERIES), QUERIES);
    guint rounds = MAX(edits / CHECK, 3), found = 0;
    Desk desk = {.db = ((Fixture *)*state)->db, .chance = g_rand_new_with_seed(scale_seed())};
    people_furnish(desk.db);
    crowd_add(desk.db, scale_seed(), MOST / 2);
    list_customers(&desk);
    for (guint round = 1; round <= rounds; round++) {
        while (desk.edits < edits * round / rounds) {
            edit(&desk);
        }
        expect_whole(&desk);
        found += ask(&desk, queries / rounds);
    }
    assert_true(found > queries / 3 && desk.undone > 0);
    scale_tell(16,
               "%s: %u edits (%u of them takings back), the index checked %u times, %u queries "
               "compared with a look at everybody: no difference",
               db_engine(desk.db) == DB_SQLITE ? "SQLite" : "PostgreSQL", desk.edits, desk.undone,
               rounds, queries / rounds * rounds);
    g_array_unref(desk.ids);
    g_rand_free(desk.chance);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lookup_find__finds_what_is_stored__after_any_number_of_edits),
    };
    return fixture_for_each_engine("the search is kept", tests, G_N_ELEMENTS(tests));
}
