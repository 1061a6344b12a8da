/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Killed at any moment, a shop is there as a whole or not at all, and so is each save; and what was
 * said to be saved is there. */
#include "data/customer/factkind.h"
#include "data/shop.h"
#include "tests/data/place.h"
#include "tests/faults/saving.h"
#include "tests/faults/scale.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    SAVED_AT_ONCE = 40,
    MOST_SAVES = 100000,
    LONGEST = 60000, /* microseconds until the kill */
    KILLS_A_SHOP = 50
};

typedef struct {
    char *folder, *path;
    GRand *chance;
    int told; /* where a worker writes a byte for each save that was acknowledged; -1: nowhere */
} Place;

static int make_place(void **state)
{
    Place *place = g_new0(Place, 1);
    place->folder = fixture_folder();
    place->path = g_build_filename(place->folder, "shop.tresen", NULL);
    place->chance = g_rand_new_with_seed(scale_seed());
    place->told = -1;
    *state = place;
    return 0;
}

static int remove_place(void **state)
{
    Place *place = *state;
    fixture_remove_folder(place->folder);
    g_free(place->path);
    g_rand_free(place->chance);
    g_free(place);
    return 0;
}

/* Runs WORK in a process that is killed at a random moment of TIME microseconds or soon after. */
static void kill_at_random(Place *place, void (*work)(const Place *place), gint64 time)
{
    gint64 end =
        g_get_monotonic_time() + g_rand_int_range(place->chance, 0, (gint32)(time * 5 / 4) + 1);
    guint32 seed = g_rand_int(place->chance);
    int status = 0;
    pid_t child = place_fork();
    if (child == 0) {
        g_random_set_seed(seed); /* else each process would give its deeds the same uids */
        g_setenv("CMOCKA_TEST_ABORT", "1", TRUE);
        work(place);
        _exit(0);
    }
    g_usleep((gulong)MAX(end - g_get_monotonic_time(), 0));
    assert_int_equal(kill(child, SIGKILL), 0);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) ? WTERMSIG(status) == SIGKILL : WEXITSTATUS(status) == 0);
}

static gint64 duration(const Place *place, void (*work)(const Place *place))
{
    gint64 start = g_get_monotonic_time();
    work(place);
    return g_get_monotonic_time() - start;
}

static void create(const Place *place)
{
    if (!saving_make(place->path, NULL)) {
        abort();
    }
}

static void create_anew(const Place *place)
{
    g_autofree char *journal = g_strconcat(place->path, "-journal", NULL);
    g_unlink(place->path);
    g_unlink(journal);
    create(place);
}

static void a_shop_is_made_whole_or_not__when_killed(void **state)
{
    Place *place = *state;
    gint64 time = duration(place, create);
    guint kills = scale(20, 500);
    for (guint i = 0; i < kills; i++) {
        g_unlink(place->path);
        kill_at_random(place, create, time);
        if (shop_exists(place->path)) {
            g_autoptr(GError) error = NULL;
            g_autoptr(Db) db = saving_open(place->path);
            g_autoptr(GPtrArray) kinds = fact_kind_list(db, &error);
            assert_int_equal(kinds->len, 15);
            assert_int_equal(people_number(db, "SELECT count(*) FROM clerk", DB_NO_VALUES), 1);
            people_expect_sound(db);
        }
    }
    /* The next one tidies up. */
    create_anew(place);
    g_autoptr(GDir) dir = g_dir_open(place->folder, 0, NULL);
    assert_string_equal(g_dir_read_name(dir), "shop.tresen");
    assert_null(g_dir_read_name(dir));
    scale_tell(1, "%u kills while a shop was made: each was whole or not there", kills);
}

static void save_one_after_another(const Place *place)
{
    g_autoptr(Db) db = saving_open(place->path);
    for (guint i = 0; i < MOST_SAVES && saving_add(db, 1, NULL); i++) {
        if (write(place->told, "x", 1) != 1) {
            abort();
        }
    }
}

/* How many saves were acknowledged. */
static gint64 read_told(int pipe)
{
    char bytes[4096];
    gint64 count = 0;
    for (gssize length; (length = read(pipe, bytes, sizeof bytes)) > 0;) {
        count += length;
    }
    return count;
}

static void saves_that_were_acknowledged_are_there__when_killed(void **state)
{
    Place *place = *state;
    gint64 before = 0, acknowledged = 0;
    guint kills = scale(40, 1000), unfinished = 0;
    for (guint i = 0; i < kills; i++) {
        int ends[2];
        assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
        if (i % KILLS_A_SHOP == 0) {
            create_anew(place);
            before = 0;
        }
        place->told = ends[1];
        kill_at_random(place, save_one_after_another, LONGEST);
        close(ends[1]);
        gint64 told = read_told(ends[0]), after = saving_expect_whole(place->path);
        close(ends[0]);
        assert_in_range(after - before, told, told + 1);
        unfinished += after - before > told;
        acknowledged += told;
        before = after;
    }
    assert_true(acknowledged > 0);
    scale_tell(1,
               "%u kills within 60 ms: of %" G_GINT64_FORMAT
               " acknowledged saves 0 were missing (%u more were through before they could say "
               "so), every shop was sound",
               kills, acknowledged, unfinished);
}

static void save_many_at_once(const Place *place)
{
    g_autoptr(Db) db = saving_open(place->path);
    if (!saving_add(db, SAVED_AT_ONCE, NULL)) {
        abort();
    }
}

static void a_long_deed_is_there_whole_or_not__when_killed(void **state)
{
    Place *place = *state;
    create(place);
    gint64 time = duration(place, save_many_at_once);
    guint kills = scale(15, 300);
    for (guint i = 0; i < kills; i++) {
        if (i % KILLS_A_SHOP == 0) {
            create_anew(place);
        }
        kill_at_random(place, save_many_at_once, time);
        assert_int_equal(saving_expect_whole(place->path) % SAVED_AT_ONCE, 0);
    }
    scale_tell(1, "%u kills in deeds of %d customers: all of them or none", kills,
               (int)SAVED_AT_ONCE);
}

/* What a till calls, again and again, each time with another id. */
static void tell_visits(const Place *place)
{
    const char *program = g_getenv("TRESEN");
    for (guint i = 0; i < MOST_SAVES; i++) {
        g_autofree char *id = g_strdup_printf("%d-%u", (int)getpid(), i);
        const char *words[] = {program, "visit", "1",      "--amount",  "4,20",
                               "--id",  id,      "--shop", place->path, NULL};
        int status = 0;
        pid_t child = fork();
        if (child == 0) {
            prctl(PR_SET_PDEATHSIG, SIGKILL);
            int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
            dup2(nowhere, STDOUT_FILENO);
            execv(program, (char *const *)(gpointer)words);
            _exit(1);
        }
        if (waitpid(child, &status, 0) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0 ||
            write(place->told, "", 1) != 1) {
            abort();
        }
    }
}

static void visits_a_till_told_are_there__when_the_program_is_killed(void **state)
{
    Place *place = *state;
    g_autoptr(GError) error = NULL;
    gint64 before = 0, acknowledged = 0;
    guint kills = scale(10, 200);
    if (g_getenv("TRESEN") == NULL) {
        skip();
    }
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    create(place);
    g_autoptr(Db) first = saving_open(place->path);
    expect_done(saving_add(first, 1, &error), error);
    g_clear_pointer(&first, db_close);
    for (guint i = 0; i < kills; i++) {
        int ends[2];
        assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
        place->told = ends[1];
        kill_at_random(place, tell_visits, 3 * LONGEST);
        close(ends[1]);
        gint64 told = read_told(ends[0]);
        close(ends[0]);
        /* The command that was running died with who had called it. */
        while (waitpid(-1, NULL, 0) > 0) {
        }
        g_autoptr(Db) db = saving_open(place->path);
        people_expect_sound(db);
        gint64 after = people_number(db, "SELECT count(*) FROM visit", DB_NO_VALUES);
        assert_in_range(after - before, told, told + 1);
        acknowledged += told;
        before = after;
    }
    scale_tell(1,
               "%u kills of “tresen visit”: of %" G_GINT64_FORMAT
               " visits that were told with success 0 were missing",
               kills, acknowledged);
}

#define kill_test(function) cmocka_unit_test_setup_teardown(function, make_place, remove_place)

int main(void)
{
    const struct CMUnitTest tests[] = {
        kill_test(a_shop_is_made_whole_or_not__when_killed),
        kill_test(saves_that_were_acknowledged_are_there__when_killed),
        kill_test(a_long_deed_is_there_whole_or_not__when_killed),
        kill_test(visits_a_till_told_are_there__when_the_program_is_killed),
    };
    return cmocka_run_group_tests_name("kill -9", tests, NULL, NULL);
}
