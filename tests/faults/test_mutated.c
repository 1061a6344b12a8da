/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A shop's file that was damaged or made to do harm: whatever is asked of it ends soon, with an
 * answer or a sentence, and leaves the file as it is. */
#include "cli/cli.h"
#include "data/demo/demo.h"
#include "tests/data/fixture.h"
#include "tests/data/place.h"
#include "tests/faults/mutate.h"
#include "tests/faults/scale.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    LAST_WORDS = 500,
    MAY_WRITE = 4,
    ASKED = 3,
    A_TIME = 100, /* files a process looks at */
    SLOW = 2,     /* seconds of work that no question may take */
    STUCK = 60,   /* seconds after which one waits for something */
    WORDS = 6
};

typedef struct {
    char *folder, *path, *backups, *taken_out, *said;
    guint8 *bytes; /* of the whole shop */
    gsize length;
    guint *at; /* which file is looked at; shared with the process that does it */
} Scene;

/* Stands for a file in the folder of the test. */
#define TAKEN_OUT "taken out"

/* What is asked. The last four may write: a calendar names a shop of which no name can be read, a
 * check mends what follows from the rest, reminders are written down; the others only read. */
static const char *const questions[][WORDS] = {
    {"find", "wagner"},
    {"find", "a", "--json"},
    {"show", "1"},
    {"show", "2", "--json"},
    {"birthdays"},
    {"timeline", "1"},
    {"report", "visits"},
    {"report", "csat"},
    {"export", "--csv", TAKEN_OUT},
    {"history", "1"},
    {"check", "--quick"},
    {"export", "--ics", TAKEN_OUT},
    {"check"},
    {"today"},
    {"due"},
};

static void ask(const Scene *scene, const char *const question[WORDS])
{
    g_auto(GStrv) words = g_new0(char *, WORDS + 4);
    int count = 0;
    g_autoptr(GError) error = NULL;
    g_autoptr(GDateTime) now = g_date_time_new_utc(2026, 3, 1, 9, 0, 0);
    words[count++] = g_strdup("tresen");
    for (guint i = 0; i < WORDS && question[i] != NULL; i++) {
        words[count++] =
            g_strdup(strcmp(question[i], TAKEN_OUT) == 0 ? scene->taken_out : question[i]);
    }
    words[count++] = g_strdup("--shop");
    words[count++] = g_strdup(scene->path);
    g_autoptr(Line) line = line_read(count, words, &error);
    expect_done(line != NULL, error);
    const CliWorld world = {.usual_shop = scene->path,
                            .demo_shop = scene->path,
                            .backup_folder = scene->backups,
                            .spare_folder = scene->backups,
                            .config_folder = scene->backups,
                            .now = now};
    cli_run(line, &world);
}

/* From here on SLOW seconds of work end the process, and STUCK ones of waiting. */
static void start_clock(void)
{
    const struct itimerval slow = {.it_value = {SLOW, 0}};
    setitimer(ITIMER_PROF, &slow, NULL);
    alarm(STUCK);
}

/* The file number AT, and what a few random questions make of it. */
static void look_at(const Scene *scene, guint at)
{
    g_autoptr(GRand) chance = g_rand_new_with_seed(scale_seed() * 1000003u + at);
    gsize length = scene->length, after = 0;
    g_autofree guint8 *bytes = mutate(scene->bytes, &length, chance);
    g_unlink(scene->path);
    place_write(scene->path, bytes, length);
    bool may_write = false;
    for (guint i = 0; i < ASKED; i++) {
        guint question = g_rand_int(chance) % G_N_ELEMENTS(questions);
        may_write = may_write || question >= G_N_ELEMENTS(questions) - MAY_WRITE;
        start_clock();
        ask(scene, questions[question]);
    }
    start_clock();
    g_autofree guint8 *left = place_read(scene->path, &after);
    if (!may_write && (after != length || memcmp(left, bytes, length) != 0)) {
        fail_msg("The file was changed.");
    }
}

static _Noreturn void look_at_some(const Scene *scene, guint end)
{
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    dup2(nowhere, STDOUT_FILENO);
    dup2(open(scene->said, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600), STDERR_FILENO);
    g_setenv("CMOCKA_TEST_ABORT", "1", TRUE);
    signal(SIGSEGV, SIG_DFL);
    signal(SIGBUS, SIG_DFL);
    for (; *scene->at < end; ++*scene->at) {
        look_at(scene, *scene->at);
    }
    _exit(0);
}

static void a_mutated_file__does_no_harm(void **state)
{
    Scene *scene = *state;
    guint files = scale(150, 100000);
    *scene->at = 0;
    while (*scene->at < files) {
        guint end = MIN(*scene->at + A_TIME, files);
        int status = 0;
        pid_t child = place_fork();
        if (child == 0) {
            look_at_some(scene, end);
        }
        assert_int_equal(waitpid(child, &status, 0), child);
        if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
            g_autofree char *said = NULL;
            g_file_get_contents(scene->said, &said, NULL, NULL);
            gsize length = said != NULL ? strlen(said) : 0;
            print_message("%s\n", length > LAST_WORDS ? said + length - LAST_WORDS : said);
            fail_msg("File %u of seed %u: %s %d", *scene->at, scale_seed(),
                     WIFSIGNALED(status) ? "signal" : "status",
                     WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
        }
    }
    scale_tell(10,
               "%u mutated shops, three questions each: no crash, none took %d s, no file was "
               "changed",
               files, (int)SLOW);
}

static int set_up(void **state)
{
    g_autoptr(GError) error = NULL;
    Scene *scene = g_new0(Scene, 1);
    scene->folder = fixture_folder();
    scene->path = g_build_filename(scene->folder, "shop.tresen", NULL);
    scene->backups = g_build_filename(scene->folder, "backups", NULL);
    scene->said = g_build_filename(scene->folder, "said", NULL);
    scene->taken_out = g_build_filename(scene->folder, "taken-out", NULL);
    scene->at =
        mmap(NULL, sizeof *scene->at, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    expect_done(demo_make(scene->path, DEMO_LEAST, (Day){2026, 3, 1}, NULL, NULL, &error), error);
    scene->bytes = place_read(scene->path, &scene->length);
    *state = scene;
    return g_mkdir(scene->backups, 0700);
}

static int tear_down(void **state)
{
    Scene *scene = *state;
    fixture_remove_folder(scene->folder);
    munmap(scene->at, sizeof *scene->at);
    g_free(scene->path);
    g_free(scene->backups);
    g_free(scene->taken_out);
    g_free(scene->said);
    g_free(scene->bytes);
    g_free(scene);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_mutated_file__does_no_harm),
    };
    return cmocka_run_group_tests_name("mutated files", tests, set_up, tear_down);
}
