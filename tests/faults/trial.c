/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the program with calls that fail. */
#include "tests/faults/trial.h"

#include "data/shop.h"
#include "tests/data/place.h"
#include "tests/faults/program.h"
#include "tests/faults/saving.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* A command takes milliseconds; on a busy machine some more. */
enum { PATIENCE_S = 60 };

static const char moment[] = "2026-03-01T09:00:00";

static const Person customers[] = {
    {.number = "1042",
     .given = "Hilde",
     .family = "Wagner",
     .phone = "0421 84220",
     .email = "hilde@example.org",
     .birthday = "1956-03-01",
     .partner = "Kurt",
     .facts = "allergy: Mandel; usual: Torte für 12"},
    {.number = "7", .description = "Studentin von gegenüber", .birthday = "--03-02"},
    {.number = "311", .given = "Jürgen", .family = "Müller", .phone = "0421 555123", .visits = 3},
    {.number = "29", .given = "Leo", .family = "Schalt", .birthday = "1996-02-29"},
    {.number = "30", .given = "Renate", .family = "Ott", .email = "ott@example.org"},
    {.number = "31", .company = "Blumen Schröder GmbH"},
    {.number = "32", .given = "Anna", .family = "Klein", .facts = "likes: Erdbeere"},
};

static const char list[] = "Nr;Vorname;Nachname;Telefon;E-Mail;Geburtstag\n"
                           "1042;Hilde;Wagner;0421 84221;;01.03.1956\n"
                           "2001;Ida;Mühlbauer;0171 1;ida@example.org;22.11.1970\n"
                           "2002;Kurt;Ott;;;31.02.1980\n"
                           "2003;Maria;Klein;0421 9;;\n";
static const char orders[] = "Datum;Kunde;Betrag;Artikel\n"
                             "01.02.2026 09:30;7;12,50;Torte\n"
                             "02.02.2026;hilde@example.org;3,20;Brezel\n"
                             "04.02.2026;4711;1,00;Brezel\n"
                             "05.02.2026;7;zwölf;Brezel\n";

/* A list of more rows than a few pages of the file hold. */
static char *long_list(void)
{
    GString *text = g_string_new("Nr;Vorname;Nachname;Telefon\n");
    for (guint i = 0; i < 150; i++) {
        g_string_append_printf(text, "%u;Vorname%u;Nachname%u;0421 %u\n", 3000 + i, i, i * 7,
                               8000 + i);
    }
    return g_string_free(text, FALSE);
}

static void make_shop(const char *path)
{
    g_autoptr(GError) error = NULL;
    expect_done(saving_make(path, &error), error);
    g_autoptr(Db) db = saving_open(path);
    people_add_all(db, customers, G_N_ELEMENTS(customers));
}

static void keep(const Trial *trial, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(trial->start, name, NULL);
    place_write(path, text, strlen(text));
}

static char **environment(const Trial *trial, const char *plan)
{
    g_autofree char *home = g_build_filename(trial->folder, "home", NULL);
    char **list_of = failing_environ(program_environ(home), plan);
    list_of = g_environ_setenv(list_of, "TRESEN_NOW", moment, TRUE);
    return g_environ_setenv(list_of, "G_DEBUG", "fatal-warnings", TRUE);
}

Trial *trial_new(void)
{
    Trial *trial = g_new0(Trial, 1);
    trial->folder = fixture_folder();
    trial->kept = fixture_folder();
    trial->start = g_build_filename(trial->kept, "start", NULL);
    trial->shop = g_build_filename(trial->folder, "shop.tresen", NULL);
    assert_int_equal(g_mkdir(trial->start, 0700), 0);
    g_autofree char *first = g_build_filename(trial->start, "shop.tresen", NULL);
    g_autofree char *plan = g_build_filename(trial->kept, "plan", NULL);
    g_autofree char *many = long_list();
    make_shop(first);
    keep(trial, "list.csv", list);
    keep(trial, "long.csv", many);
    keep(trial, "orders.csv", orders);
    trial->plan = failing_plan_open(plan);
    trial->environment = environment(trial, plan);
    trial_reset(trial);
    return trial;
}

void trial_free(Trial *trial)
{
    if (trial != NULL) {
        failing_plan_free(trial->plan);
        fixture_remove_folder(trial->folder);
        fixture_remove_folder(trial->kept);
        g_strfreev(trial->environment);
        g_free(trial->start);
        g_free(trial->shop);
        g_free(trial);
    }
}

void trial_reset(Trial *trial)
{
    fixture_empty_folder(trial->folder);
    place_copy_folder(trial->start, trial->folder);
    failing_plan_begin(trial->plan, trial->folder);
}

/* Waits for CHILD; one that does not end is killed. */
static void wait_for(pid_t child, TrialEnd *end)
{
    gint64 last = g_get_monotonic_time() + PATIENCE_S * G_USEC_PER_SEC;
    int status = 0;
    for (gulong nap = 500; waitpid(child, &status, WNOHANG) == 0; nap = MIN(nap * 2, 8000)) {
        if (g_get_monotonic_time() > last) {
            end->is_hanging = true;
            kill(child, SIGKILL);
        }
        g_usleep(nap);
    }
    end->status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    end->signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

static int catch_in(const char *path)
{
    return g_open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
}

static GString *take(const char *path)
{
    g_autofree char *text = NULL;
    GString *taken = g_string_new(NULL);
    if (g_file_get_contents(path, &text, NULL, NULL)) {
        g_string_assign(taken, text);
    }
    g_unlink(path);
    return taken;
}

TrialEnd trial_run(const Trial *trial, const char *line)
{
    TrialEnd end = {0};
    g_autoptr(GError) error = NULL;
    g_auto(GStrv) words = NULL;
    g_autoptr(GString) whole = g_string_new(line);
    g_autofree char *path = program_path();
    g_autofree char *out = g_build_filename(trial->kept, "out", NULL);
    g_autofree char *err = g_build_filename(trial->kept, "err", NULL);
    g_string_replace(whole, "@", trial->folder, 0);
    g_string_prepend(whole, "tresen ");
    expect_done(g_shell_parse_argv(whole->str, NULL, &words, &error), error);
    pid_t child = place_fork();
    if (child == 0) {
        dup2(catch_in(out), STDOUT_FILENO);
        dup2(catch_in(err), STDERR_FILENO);
        execve(path, words, trial->environment);
        _exit(127);
    }
    wait_for(child, &end);
    end.out = take(out);
    end.err = take(err);
    return end;
}

void trial_end_clear(TrialEnd *end)
{
    if (end->out != NULL) {
        g_string_free(end->out, TRUE);
        g_string_free(end->err, TRUE);
    }
}

char *trial_content(const char *where)
{
    if (!shop_exists(where)) {
        return g_strdup("");
    }
    g_autoptr(Db) db = saving_open(where);
    people_expect_sound(db);
    return people_dump(db);
}
