/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The disk is full or refuses, at any write of a save in a form: the clerk is told, the form is
 * still there with all that was typed, and saving again works when there is room. */
#include "tests/faults/scale.h"
#include "tests/faults/trial.h"
#include "tests/faults/window.h"

#include <errno.h>
#include <string.h>
#include <sys/wait.h>

#define F4 "\033OS"

/* Saves that meet a fault; in full as many as the table of promises wants. */
enum { QUICK = 7, FULL = 1000, PATIENCE_MS = 5000, MOST_QUESTIONS = 5 };

/* What fails, from which call on after F4, and what the system says. */
typedef struct {
    FailingKind kind;
    uint32_t number;
    bool is_lasting;
    int reason;
} Refusal;

/* The counts of a save are about so many. */
static Refusal some_refusal(GRand *chance)
{
    static const struct {
        FailingKind kind;
        int reason, most;
    } table[] = {
        {FAILING_WRITE, ENOSPC, 30}, {FAILING_WRITE, EIO, 30},      {FAILING_SYNC, ENOSPC, 5},
        {FAILING_SYNC, EIO, 5},      {FAILING_TRUNCATE, ENOSPC, 1}, {FAILING_OPEN, EMFILE, 3},
        {FAILING_UNLINK, EIO, 1},    {FAILING_WRITE, EDQUOT, 30},
    };
    gint32 row = g_rand_int_range(chance, 0, G_N_ELEMENTS(table));
    return (Refusal){table[row].kind, (uint32_t)g_rand_int_range(chance, 1, table[row].most + 1),
                     g_rand_boolean(chance), table[row].reason};
}

static Window *open_form(const Sandbox *home, const char *name, guint number)
{
    g_autofree char *phone = g_strdup_printf("0421 9%u", number);
    Window *window = window_new(home, NULL);
    window_await(window, "›");
    window_type(window, name, -1);
    window_await(window, "Nobody");
    window_type(window, "\033OQ", -1);
    window_await(window, "New customer");
    window_type(window, phone, -1);
    window_await(window, phone);
    /* What is typed is kept as a draft after a moment: not meanwhile. */
    window_settle(window, 50);
    return window;
}

/* Whether the program says that it is done. */
static bool is_saved(const Window *window)
{
    return (window_shows(window, "The customer is added.") ||
            window_shows(window, "It had been saved already")) &&
           !window_shows(window, "New customer");
}

static void wait_for_answer(Window *window, const char *before)
{
    gint64 last = g_get_monotonic_time() + WINDOW_PATIENCE_MS * 1000;
    g_autofree char *now = NULL;
    do {
        window_settle(window, 50);
        g_free(now);
        now = strict_term_text(window->term);
    } while (!is_saved(window) && strcmp(now, before) == 0 && g_get_monotonic_time() < last);
}

/* Presses F4 and waits for what comes of it: the card, or what was refused. */
static bool save(Window *window)
{
    g_autofree char *before = strict_term_text(window->term);
    window_type(window, F4, -1);
    wait_for_answer(window, before);
    window_settle(window, 150);
    return is_saved(window);
}

/* Answers the questions that stand over the form: what could not be saved, and what could not be
 * read behind it. */
static void answer(Window *window, const char *key)
{
    for (guint i = 0; i < MOST_QUESTIONS && window_shows(window, "Try again"); i++) {
        window_type(window, key, -1);
        window_settle(window, 300);
    }
}

/* By the questions themselves, or from the form when they are left. */
static bool save_again(Window *window, bool by_question)
{
    gint64 last = g_get_monotonic_time() + PATIENCE_MS * 1000;
    answer(window, by_question ? "\r" : "\033");
    if (!is_saved(window) && window_shows(window, "New customer")) {
        window_type(window, F4, -1);
    }
    while (!is_saved(window) && g_get_monotonic_time() < last) {
        window_settle(window, 50);
    }
    return is_saved(window);
}

/* One customer more, with a fault while they are saved. Returns whether it was refused at first. */
static bool try_one(const Sandbox *home, guint number, Refusal refusal)
{
    g_autofree char *name = g_strdup_printf("Xaver Probe%u", number);
    g_autofree char *phone = g_strdup_printf("0421 9%u", number);
    failing_plan_begin(home->plan, home->folder);
    g_autoptr(Window) window = open_form(home, name, number);
    uint32_t first = home->plan->seen[refusal.kind] + refusal.number;
    failing_plan_refuse(home->plan, refusal.kind, first, refusal.is_lasting ? UINT32_MAX : first,
                        refusal.reason);
    bool was_refused = !save(window);
    if (was_refused) {
        if (!window_shows(window, phone) || !window_shows(window, "New customer")) {
            g_autofree char *screen = strict_term_text(window->term);
            fail_msg("kind %u, call %u, “%s”: the form is gone:\n%s", refusal.kind, refusal.number,
                     g_strerror(refusal.reason), screen);
        }
        home->plan->first = 0;
        if (!save_again(window, number % 2 == 0)) {
            g_autofree char *screen = strict_term_text(window->term);
            fail_msg("kind %u, call %u, “%s”: saving again did not work:\n%s", refusal.kind,
                     refusal.number, g_strerror(refusal.reason), screen);
        }
    }
    home->plan->first = 0;
    window_quit(window, name);
    const char *family = name + strlen("Xaver ");
    int status = 0;
    g_autofree char *found =
        sandbox_run(home, (const char *const[]){"find", family, "--json", NULL}, &status);
    /* Once, and not twice where the first save had been done all the same. */
    const char *there = strstr(found, family);
    if (there == NULL || strstr(there + 1, family) != NULL) {
        fail_msg("kind %u, call %u, “%s”: found is %s", refusal.kind, refusal.number,
                 g_strerror(refusal.reason), found);
    }
    return was_refused;
}

static void form__keeps_what_was_typed__when_the_disk_refuses(void **state)
{
    (void)state;
    guint trials = scale(QUICK, FULL), refused = 0;
    g_autoptr(GRand) chance = g_rand_new_with_seed(scale_seed());
    g_autoptr(Sandbox) home = sandbox_new();
    sandbox_preload(home);
    for (guint i = 0; i < trials; i++) {
        /* At first the very end of a save, that of the journal: once and lasting, and what is
         * refused is saved again by the question and from the form. */
        Refusal refusal =
            i < 4 ? (Refusal){FAILING_SYNC, 5, i / 2 == 1, EIO} : some_refusal(chance);
        refused += try_one(home, i, refusal);
    }
    g_autofree char *content = trial_content(home->shop);
    assert_non_null(strstr(content, "Probe0"));
    assert_true(refused > 0);
    scale_tell(4,
               "%u saves in a form while the disk refused something: %u were refused, each time "
               "the form stood there with all that was typed, and saving again worked; each "
               "customer is there once",
               trials, refused);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(form__keeps_what_was_typed__when_the_disk_refuses),
    };
    if (!failing_is_possible()) {
        print_message("A library cannot be preloaded here.\n");
        return 77;
    }
    return cmocka_run_group_tests_name("a form on a full disk", tests, NULL, NULL);
}
