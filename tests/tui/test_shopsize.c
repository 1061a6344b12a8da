/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done at the counter for one customer is as much work in a large shop as in a small one,
 * and lists of everybody grow with the shop, not with its square. Counted are the steps of SQLite's
 * machine that a statement takes at most: no clock is asked. */
#include "data/demo/demo.h"
#include "tests/data/people.h"
#include "tests/data/place.h"
#include "tests/tui/openings.h"
#include "tests/tui/stage.h"
#include "tui/screens/home.h"

#include <sqlite3.h>

/* Customers of the two shops. */
enum { SMALL = 60, LARGE = 600, TIMES = LARGE / SMALL };
/* Customers differ, so some more steps are fine; and so few are never too many. */
enum { SOME_MORE = 2, FEW = 1500 };

/* Keys on the home screen with the number of the customer who came last to the shop, and the screen
 * they end on: a form that is still open was not saved. */
static const struct {
    const char *keys, *end;
} walks[] = {
    {"Enter", "card"},
    {"Enter v T o r t e F4", "card"},
    {"Enter n m a g Space K i r s c h e n Enter", "card"},
    {"Enter n m a g Space N ü s s e Enter Ctrl-Z", "card"},
    {"Enter f l a u t F4", "card"},
    {"Enter c k a l t F4", "card"},
    {"Enter m K a t a l o g Tab 1 . 1 2 . F4", "card"},
    {"Enter r a n r u f e n Tab 1 . 1 2 . F4", "card"},
    {"Enter k s p r a c h F4", "card"},
    {"Enter e Tab Tab x F4 Ctrl-Z", "card"},
    {"Enter b T o r t e Tab 1 . 1 2 . F4", "card"},
    {"Enter a Enter Ctrl-Z", "card"},
    {"Enter l F4", "card"},
    {"Enter q", "prompt"},
    {"Enter p", "people"},
    {"Enter t", "timeline"},
    {"Enter s", "changes"},
    {"Enter i", "choice"},
    {"Enter h", "careline"},
};

typedef struct {
    GBytes *small, *large; /* files */
} Sizes;

static GMutex lock;
/* Most steps that each statement took, by its words, however often it was run; SQLite calls without
 * a place for it. */
static GHashTable *steps;

static gsize steps_of(GHashTable *table, const char *sql)
{
    gpointer taken = g_hash_table_lookup(table, sql);
    return GPOINTER_TO_SIZE(taken);
}

static int count_steps(unsigned event, void *nothing, void *statement, void *time_taken)
{
    (void)event, (void)nothing, (void)time_taken;
    const char *sql = sqlite3_sql(statement);
    int taken = sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_VM_STEP, 1);
    if (sql != NULL) {
        g_mutex_lock(&lock);
        gsize most = MAX(steps_of(steps, sql), (gsize)taken);
        g_hash_table_insert(steps, g_strdup(sql), GSIZE_TO_POINTER(most));
        g_mutex_unlock(&lock);
    }
    return 0;
}

static int watch(sqlite3 *db, char **error, const sqlite3_api_routines *routines)
{
    (void)error, (void)routines;
    return sqlite3_trace_v2(db, SQLITE_TRACE_PROFILE, count_steps, NULL);
}

static GHashTable *take_steps(void)
{
    g_mutex_lock(&lock);
    GHashTable *taken = steps;
    steps = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_mutex_unlock(&lock);
    return taken;
}

/* The file of the demo shop with so many CUSTOMERS. */
static GBytes *make_shop(guint customers)
{
    g_autoptr(GError) error = NULL;
    gsize length = 0;
    char *folder = fixture_folder();
    g_autofree char *path = g_build_filename(folder, "demo.tresen", NULL);
    expect_done(demo_make(path, customers, (Day){2026, 11, 21}, NULL, NULL, &error), error);
    guint8 *bytes = place_read(path, &length);
    fixture_remove_folder(folder);
    return g_bytes_new_take(bytes, length);
}

/* EMMA's shop becomes the one of FILE. */
static void take_shop(Emma *emma, GBytes *file)
{
    shop_close(emma->shop);
    emma->shop = NULL;
    g_free(emma->path);
    emma->path = g_build_filename(emma->folder, "demo.tresen", NULL);
    place_write(emma->path, g_bytes_get_data(file, NULL), g_bytes_get_size(file));
    emma_reopen(emma, DB_READ_WRITE);
}

/* Of the customer who came last to the shop. Free with g_free. */
static char *last_number(Db *db)
{
    g_autoptr(GError) error = NULL;
    char *number = NULL;
    static const char sql[] = "SELECT number FROM customer ORDER BY id DESC LIMIT 1";
    expect_done(db_get_text(db, sql, DB_NO_VALUES, &number, &error), error);
    return number;
}

/* The steps of each of the walks. */
static GPtrArray *walk_all(GBytes *file)
{
    GPtrArray *all = g_ptr_array_new_with_free_func((GDestroyNotify)g_hash_table_unref);
    Emma *emma = emma_new_empty();
    take_shop(emma, file);
    g_autofree char *number = last_number(emma->shop->db);
    g_autoptr(Stage) stage = stage_on(emma, 24, 80);
    for (guint i = 0; i < G_N_ELEMENTS(walks); i++) {
        assert_true(stage_go_home(stage));
        harness_type(stage->harness, number);
        g_hash_table_unref(take_steps());
        harness_press(stage->harness, walks[i].keys);
        assert_string_equal(stage_top(stage), walks[i].end);
        g_ptr_array_add(all, take_steps());
    }
    return all;
}

static void expect_as_much(const char *what, GHashTable *small, GHashTable *large, guint times)
{
    GHashTableIter each;
    gpointer sql = NULL;
    g_hash_table_iter_init(&each, large);
    while (g_hash_table_iter_next(&each, &sql, NULL)) {
        gsize before = steps_of(small, sql), after = steps_of(large, sql);
        if (after > FEW && after > before * times) {
            fail_msg("\"%s\" took %u steps in the small shop and %u in the large one of\n%s", what,
                     (guint)before, (guint)after, (const char *)sql);
        }
    }
}

static void deeds__are_the_same_work__in_a_large_shop(void **state)
{
    const Sizes *sizes = *state;
    g_autoptr(GPtrArray) small = walk_all(sizes->small);
    g_autoptr(GPtrArray) large = walk_all(sizes->large);
    for (guint i = 0; i < G_N_ELEMENTS(walks); i++) {
        expect_as_much(walks[i].keys, g_ptr_array_index(small, i), g_ptr_array_index(large, i),
                       SOME_MORE);
    }
}

/* The steps of opening SCREEN. NULL when it needs something that other shops have not. */
static GHashTable *open_in(const ScreenClass *screen, GBytes *file)
{
    g_autoptr(Opening) opening = opening_new(screen->name);
    if (opening->shop == NULL || opening->arg != NULL) {
        return NULL;
    }
    take_shop(opening->emma, file);
    g_hash_table_unref(take_steps());
    g_autoptr(Harness) harness = harness_new(24, 80, opening->emma->shop);
    harness_open(harness, screen, NULL);
    return take_steps();
}

static void lists__grow_with_the_shop__not_with_its_square(void **state)
{
    const Sizes *sizes = *state;
    const ScreenClass *const *classes = screen_classes();
    for (guint i = 0; classes[i] != NULL; i++) {
        g_autoptr(GHashTable) small = open_in(classes[i], sizes->small);
        g_autoptr(GHashTable) large = small != NULL ? open_in(classes[i], sizes->large) : NULL;
        if (large != NULL) {
            expect_as_much(classes[i]->name, small, large, TIMES * SOME_MORE);
        }
    }
}

static int set_up(void **state)
{
    Sizes *sizes = g_new0(Sizes, 1);
    sizes->small = make_shop(SMALL);
    sizes->large = make_shop(LARGE);
    *state = sizes;
    return 0;
}

static int tear_down(void **state)
{
    Sizes *sizes = *state;
    g_bytes_unref(sizes->small);
    g_bytes_unref(sizes->large);
    g_free(sizes);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(deeds__are_the_same_work__in_a_large_shop),
        cmocka_unit_test(lists__grow_with_the_shop__not_with_its_square),
    };
    steps = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    sqlite3_auto_extension((void (*)(void))watch);
    int failed = cmocka_run_group_tests_name("size of the shop", tests, set_up, tear_down);
    g_hash_table_unref(steps);
    return failed;
}
