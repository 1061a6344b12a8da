/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A year at a busy counter, by the screens themselves: memory and open files stay as they are, the
 * program starts as quickly as on the first day, and how much the shop's file has grown is told. */
#include "data/base/order.h"
#include "data/diary/visit.h"
#include "tests/data/crowd.h"
#include "tests/data/place.h"
#include "tests/faults/scale.h"
#include "tests/tui/stage.h"
#include "tui/screens/home.h"

#include <glib/gstdio.h>
#include <malloc.h>
#include <stdio.h>
#include <unistd.h>

/* Operations and customers, in the suite and in full. */
enum { QUICK = 150, FULL = 1000000, CUSTOMERS = 200, ALL_CUSTOMERS = 200000 };
/* What may be held in the end beyond what was after a tenth, in percent; a start in ms. */
enum {
    MOST_GROWTH = 1,
    MOST_START = 1000,
    DAYS = 28,
    OFTEN = 12,
    SAMPLE_EACH = 100,
    PAUSE_MINUTES = 10
};

typedef struct {
    Stage *stage;
    GRand *chance;
    guint customers, done, visits, notes, undone;
} Soak;

static guint roll(Soak *soak, guint sides)
{
    return (guint)g_rand_int_range(soak->chance, 0, (gint32)sides);
}

/* Back to the box that always listens, whatever was opened. */
static void go_home(Soak *soak)
{
    if (!stage_go_home(soak->stage)) {
        g_autofree char *screen = harness_text(soak->stage->harness);
        fail_msg("after %u operations there was no way home from %s:\n%s", soak->done,
                 stage_top(soak->stage), screen);
    }
}

static void open_somebody(Soak *soak)
{
    g_autofree char *query = roll(soak, 2) == 0
                                 ? g_strdup_printf("%u", 1 + roll(soak, soak->customers))
                                 : crowd_query(soak->chance);
    harness_type(soak->stage->harness, query);
    harness_press(soak->stage->harness, "Enter");
}

static bool is_on_card(const Soak *soak)
{
    return g_str_equal(stage_top(soak->stage), "card");
}

static void look(Soak *soak)
{
    open_somebody(soak);
    if (is_on_card(soak)) {
        harness_press(soak->stage->harness, "t");
    }
}

static void note(Soak *soak)
{
    g_autofree char *words = g_strdup_printf("mag Torte Nummer %u", roll(soak, 500));
    open_somebody(soak);
    if (is_on_card(soak)) {
        harness_press(soak->stage->harness, "n");
        harness_type(soak->stage->harness, words);
        harness_press(soak->stage->harness, "Enter");
        soak->notes++;
    }
}

static void sell(Soak *soak)
{
    open_somebody(soak);
    if (is_on_card(soak)) {
        harness_press(soak->stage->harness, "v");
        harness_type(soak->stage->harness, "Torte");
        harness_press(soak->stage->harness, "F4");
        soak->visits++;
    }
}

static void take_back(Soak *soak)
{
    harness_press(soak->stage->harness, "Ctrl-Z");
    soak->undone++;
}

static void walk(Soak *soak)
{
    static const char *const keys[] = {"F9", "F7", "F1", "F6", "F12 F12", "Ctrl-P"};
    harness_press(soak->stage->harness, keys[roll(soak, G_N_ELEMENTS(keys))]);
    harness_press(soak->stage->harness, "Down Down");
}

/* A till tells of a visit of some day of the year, while nobody types. */
static void tell_by_till(Soak *soak)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *day =
        g_strdup_printf("2026-%02u-%02u", 1 + roll(soak, 11), 1 + roll(soak, 28));
    Db *db = soak->stage->emma->shop->db;
    gint64 id = 0, customer = 0;
    g_autofree char *number = g_strdup_printf("%u", 1 + roll(soak, soak->customers));
    expect_done(customer_find_number(db, number, &customer, &error), error);
    if (customer != 0) {
        VisitOrder order = visit_order(customer, day);
        order.amount = 100 + roll(soak, 2000);
        Deed *deed = people_begin(db);
        expect_done(visit_add(deed, &order, &id, NULL, &error), error);
        people_commit(deed);
        soak->visits++;
    }
}

static void do_something(Soak *soak)
{
    static void (*const acts[])(Soak *) = {look, sell, tell_by_till, look, note,
                                           walk, look, tell_by_till, sell, take_back};
    harness_set_day(soak->stage->harness, 1 + (int)(soak->done / OFTEN % DAYS));
    harness_set_time(soak->stage->harness, 8 + (int)(soak->done % 10), (int)(soak->done % 60));
    if (soak->done % OFTEN == 0) {
        harness_strike(soak->stage->harness, 1);
    }
    acts[roll(soak, G_N_ELEMENTS(acts))](soak);
    go_home(soak);
    soak->done++;
}

/* Kilobytes of memory that are in use. */
static gint64 memory_used(void)
{
    struct mallinfo2 info = mallinfo2();
    return (gint64)(info.uordblks + info.hblkhd) / 1024;
}

/* Kilobytes the process holds: what the allocator keeps, for a large moment to come, as well. */
static gint64 memory_resident(void)
{
    g_autofree char *text = NULL;
    long long size = 0, resident = 0;
    assert_true(g_file_get_contents("/proc/self/statm", &text, NULL, NULL));
    assert_int_equal(sscanf(text, "%lld %lld", &size, &resident), 2);
    return resident * (sysconf(_SC_PAGESIZE) / 1024);
}

static void do_until(Soak *soak, guint until)
{
    while (soak->done < until) {
        do_something(soak);
    }
}

static gint64 median(GArray *numbers)
{
    g_array_sort(numbers, order_by_number);
    return g_array_index(numbers, gint64, numbers->len / 2);
}

/* The medians of what was held in pauses: what a single screen needs comes and goes. */
typedef struct {
    gint64 used, resident;
} Memory;

static Memory memory_until(Soak *soak, guint until)
{
    g_autoptr(GArray) used = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_autoptr(GArray) resident = g_array_new(FALSE, FALSE, sizeof(gint64));
    while (soak->done < until) {
        do_until(soak, MIN(soak->done + SAMPLE_EACH, until));
        harness_strike(soak->stage->harness, PAUSE_MINUTES);
        gint64 used_now = memory_used(), resident_now = memory_resident();
        g_array_append_val(used, used_now);
        g_array_append_val(resident, resident_now);
    }
    return (Memory){median(used), median(resident)};
}

static guint files_open(void)
{
    g_autoptr(GDir) dir = g_dir_open("/proc/self/fd", 0, NULL);
    guint count = 0;
    while (g_dir_read_name(dir) != NULL) {
        count++;
    }
    return count;
}

static gint64 file_kilobytes(const Emma *emma)
{
    GStatBuf info;
    assert_int_equal(g_stat(emma->path, &info), 0);
    return info.st_size / 1024;
}

/* Milliseconds from nothing to the home screen. */
static gint64 start_anew(Soak *soak)
{
    Emma *emma = soak->stage->emma;
    harness_free(soak->stage->harness);
    gint64 began = g_get_monotonic_time();
    emma_reopen(emma, DB_READ_WRITE);
    soak->stage->harness = harness_new(24, 80, emma->shop);
    soak->stage->home = harness_open(soak->stage->harness, &screen_home, NULL);
    return (g_get_monotonic_time() - began) / 1000;
}

/* By another process: what a hundred thousand at once need is not what a counter holds. */
static void make_customers(Emma *emma, guint count)
{
    shop_close(emma->shop);
    emma->shop = NULL;
    pid_t child = place_fork();
    if (child == 0) {
        emma_reopen(emma, DB_READ_WRITE);
        crowd_add(emma->shop->db, scale_seed(), count);
        shop_close(emma->shop);
        place_leave(true);
    }
    assert_true(place_ended_well(child));
    emma_reopen(emma, DB_READ_WRITE);
}

static void expect_level(gint64 before, gint64 after)
{
#ifdef __SANITIZE_ADDRESS__
    (void)before, (void)after; /* it keeps what was freed */
#else
    /* A short run has not met all there is yet. */
    if (scale_is_full() && after * 100 > before * (100 + MOST_GROWTH)) {
        fail_msg("the memory in use has grown from %d to %d KiB", (int)before, (int)after);
    }
#endif
}

static void counter__stays_as_it_is__over_a_year(void **state)
{
    (void)state;
    guint operations = scale(QUICK, FULL);
    Soak soak = {.chance = g_rand_new_with_seed(scale_seed()),
                 .customers = scale(CUSTOMERS, ALL_CUSTOMERS)};
    Emma *emma = emma_new_empty();
    make_customers(emma, soak.customers);
    gint64 size = file_kilobytes(emma);
    soak.stage = stage_on(emma, 24, 80);
    gint64 first = start_anew(&soak);
    do_until(&soak, operations / 20);
    Memory memory = memory_until(&soak, operations / 10);
    guint files = files_open();
    do_until(&soak, operations - operations / 20);
    Memory after = memory_until(&soak, operations);
    assert_int_equal(files_open(), files);
    expect_level(memory.used, after.used);
    gint64 start = start_anew(&soak);
    assert_true(start < MOST_START);
    assert_true(soak.visits > operations / 10 && soak.notes > 0 && soak.undone > 0);
    people_expect_sound(emma->shop->db);
    scale_tell(34,
               "%u operations (%u visits, %u notes, %u takings back) with %u customers: memory "
               "in use %d KiB before a tenth was done, %d KiB in the end, resident %d and %d KiB, "
               "%u files open all the time, the start took %d ms at first and %d ms in the end, "
               "the shop grew from %d to %d KiB",
               soak.done, soak.visits, soak.notes, soak.undone, soak.customers, (int)memory.used,
               (int)after.used, (int)memory.resident, (int)after.resident, files, (int)first,
               (int)start, (int)size, (int)file_kilobytes(emma));
    stage_free(soak.stage);
    g_rand_free(soak.chance);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counter__stays_as_it_is__over_a_year),
    };
    return cmocka_run_group_tests_name("a year", tests, NULL, NULL);
}
