/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A process that saves is killed at each of its system calls: what is left is the shop as it was
 * or as it is to be, and nothing between. */
#include "data/diary/visit.h"
#include "tests/data/place.h"
#include "tests/faults/saving.h"
#include "tests/faults/scale.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SKIPPED = 77, CUSTOMER = 1, TRACED = 0x80 };

typedef struct {
    char *folder, *path;
    guint8 *bytes; /* of the shop before the save */
    gsize length;
} Scene;

typedef bool (*Save)(Db *db, GError **error);

static Deed *begin(Db *db, GError **error)
{
    Who nobody = people_who(0);
    return deed_begin(db, &nobody, "a test", error);
}

static bool add_a_customer(Db *db, GError **error)
{
    return saving_add(db, 1, error);
}

static bool note_a_visit(Db *db, GError **error)
{
    static const OrderItem items[] = {{.name = "Erdbeertorte", .quantity = 1, .amount = 2400}};
    VisitOrder order = visit_order(CUSTOMER, "2026-03-01");
    gint64 id = 0;
    order.items = items;
    order.items_count = G_N_ELEMENTS(items);
    g_autoptr(Deed) deed = begin(db, error);
    return deed != NULL && visit_add(deed, &order, &id, NULL, error) &&
           deed_commit(deed, NULL, error);
}

static bool remove_a_customer(Db *db, GError **error)
{
    g_autoptr(Deed) deed = begin(db, error);
    return deed != NULL && sheet_remove(deed, CUSTOMER, error) && deed_commit(deed, NULL, error);
}

static bool take_back(Db *db, GError **error)
{
    Who nobody = people_who(0);
    const char *verb = NULL;
    gint64 deed = 0;
    return deed_last(db, 0, &deed, &verb, error) && deed_undo(db, &nobody, deed, NULL, error);
}

/* Calls that change what is on the disk; at the others there is nothing new to be seen. */
static bool is_writing(guint64 call)
{
    static const int calls[] = {
#ifdef SYS_unlink
        SYS_unlink,   SYS_rename,
#endif
        SYS_unlinkat, SYS_renameat2, SYS_openat,    SYS_pwrite64,  SYS_write,
        SYS_fsync,    SYS_fdatasync, SYS_ftruncate, SYS_exit_group};
    for (guint i = 0; i < G_N_ELEMENTS(calls); i++) {
        if (call == (guint64)calls[i]) {
            return true;
        }
    }
    return false;
}

/* Opens the shop and waits; from there on SAVE and nothing else. Ends with 0 when it is saved. */
static _Noreturn void save_traced(const Scene *scene, Save save)
{
    g_setenv("CMOCKA_TEST_ABORT", "1", TRUE);
    if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) != 0) {
        _exit(SKIPPED);
    }
    Db *db = db_open(scene->path, DB_READ_WRITE, NULL);
    raise(SIGSTOP);
    _exit(db != NULL && save(db, NULL) ? 0 : 1);
}

/* Whether CHILD stands before a call that counts: what is left after one is the same as what is
 * left before the next. */
static bool is_stop(pid_t child, int status, bool all)
{
    struct __ptrace_syscall_info info = {0};
    if (WSTOPSIG(status) != (SIGTRAP | TRACED) ||
        ptrace(PTRACE_GET_SYSCALL_INFO, child, (gpointer)sizeof info, &info) <= 0) {
        return false;
    }
    return info.op == PTRACE_SYSCALL_INFO_ENTRY && (all || is_writing(info.entry.nr));
}

/* Runs SAVE in a process that is killed at the STOP-th point that counts, the first of which is 1.
 * Whether it got so far; else it has ended, and has saved. */
static bool kill_at(const Scene *scene, Save save, guint stop, bool all)
{
    int status = 0;
    pid_t child = place_fork();
    if (child == 0) {
        save_traced(scene, save);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSTOPPED(status));
    assert_int_equal(ptrace(PTRACE_SETOPTIONS, child, NULL,
                            (gpointer)(PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL)),
                     0);
    for (guint stops = 0; stops < stop;) {
        assert_int_equal(ptrace(PTRACE_SYSCALL, child, NULL, NULL), 0);
        assert_int_equal(waitpid(child, &status, 0), child);
        if (WIFEXITED(status)) {
            assert_int_equal(WEXITSTATUS(status), 0);
            return false;
        }
        assert_true(WIFSTOPPED(status));
        stops += is_stop(child, status, all);
    }
    assert_int_equal(kill(child, SIGKILL), 0);
    assert_int_equal(waitpid(child, &status, 0), child);
    return true;
}

static char *dump(const Scene *scene)
{
    g_autoptr(Db) db = saving_open(scene->path);
    people_expect_sound(db);
    return people_dump(db);
}

/* The shop as it was before the save. */
static void put_back(const Scene *scene)
{
    g_autofree char *journal = g_strconcat(scene->path, "-journal", NULL);
    g_unlink(journal);
    place_write(scene->path, scene->bytes, scene->length);
}

static void expect_before_or_after(const char *name, Save save, Scene *scene)
{
    bool all = scale_is_full(), was_after = false;
    guint stops = 0, after = 0;
    put_back(scene);
    g_autofree char *begun = dump(scene);
    assert_false(kill_at(scene, save, G_MAXUINT, all));
    g_autofree char *saved = dump(scene);
    assert_string_not_equal(begun, saved);
    for (bool reached = true; reached; stops++) {
        put_back(scene);
        reached = kill_at(scene, save, stops + 1, all);
        g_autofree char *left = dump(scene);
        bool is_after = strcmp(left, saved) == 0;
        if (!is_after && strcmp(left, begun) != 0) {
            fail_msg("%s, killed at point %u: neither what was nor what was to be", name,
                     stops + 1);
        }
        /* What is saved stays so. */
        assert_true(is_after || !was_after);
        was_after = is_after;
        after += is_after;
    }
    assert_true(was_after);
    scale_tell(3,
               "%s, killed at each of %u points (each system call): as it was "
               "%u times, as it was to be %u times, never between",
               name, stops, stops - after, after);
}

static void a_save__is_there_or_not__wherever_it_is_killed(void **state)
{
    static const struct {
        const char *name;
        Save save;
    } saves[] = {
        {"a visit", note_a_visit},
        {"a new customer", add_a_customer},
        {"a customer removed", remove_a_customer},
        {"a save taken back", take_back},
    };
    for (guint i = 0; i < (scale_is_full() ? G_N_ELEMENTS(saves) : 1); i++) {
        expect_before_or_after(saves[i].name, saves[i].save, *state);
    }
}

static int set_up(void **state)
{
    g_autoptr(GError) error = NULL;
    Scene *scene = g_new0(Scene, 1);
    scene->folder = fixture_folder();
    scene->path = g_build_filename(scene->folder, "shop.tresen", NULL);
    expect_done(saving_make(scene->path, &error), error);
    g_autoptr(Db) db = saving_open(scene->path);
    expect_done(saving_add(db, 1, &error) && saving_add(db, 1, &error), error);
    g_clear_pointer(&db, db_close);
    scene->bytes = place_read(scene->path, &scene->length);
    *state = scene;
    return 0;
}

static int tear_down(void **state)
{
    Scene *scene = *state;
    fixture_remove_folder(scene->folder);
    g_free(scene->path);
    g_free(scene->bytes);
    g_free(scene);
    return 0;
}

/* Some places do not let one process look into another. */
static bool may_trace(void)
{
    int status = 0;
    pid_t child = place_fork();
    if (child == 0) {
        if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) != 0) {
            _exit(1);
        }
        raise(SIGSTOP);
        _exit(0);
    }
    bool may = waitpid(child, &status, 0) == child && WIFSTOPPED(status) &&
               ptrace(PTRACE_SETOPTIONS, child, NULL, (gpointer)PTRACE_O_TRACESYSGOOD) == 0;
    if (!WIFEXITED(status)) {
        kill(child, SIGKILL);
        waitpid(child, &status, 0);
    }
    return may;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_save__is_there_or_not__wherever_it_is_killed),
    };
    if (!may_trace()) {
        print_message("A process may not be traced here.\n");
        return SKIPPED;
    }
    return cmocka_run_group_tests_name("stopped at a call", tests, set_up, tear_down);
}
