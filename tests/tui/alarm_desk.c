/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes due, on a desktop: alarm_desk LOG PID, with a session bus and a notification service
 * on it that is the process PID and writes down in LOG what it is told. test_desk.sh begins both.
 */
#include "tests/tui/watch.h"

#include "data/agenda/reminder.h"
#include "tests/data/people.h"
#include "tui/counter.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

/* So long, in seconds, the test waits for what has to come. */
enum { PATIENCE = 20 };

static const char *log_file;
static pid_t service;

static bool log_has(const char *text)
{
    g_autofree char *log = NULL;
    return g_file_get_contents(log_file, &log, NULL, NULL) && strstr(log, text) != NULL;
}

static void run_loop(void)
{
    while (g_main_context_iteration(NULL, FALSE)) {
    }
    g_usleep(5000);
}

static void expect_log(const char *text)
{
    gint64 end = g_get_monotonic_time() + PATIENCE * G_USEC_PER_SEC;
    while (!log_has(text) && g_get_monotonic_time() < end) {
        run_loop();
    }
    if (!log_has(text)) {
        g_autofree char *log = NULL;
        g_file_get_contents(log_file, &log, NULL, NULL);
        fail_msg("\"%s\" is not in the log:\n%s", text, log);
    }
}

static void expect_shown(const Watch *watch, const char *text)
{
    gint64 end = g_get_monotonic_time() + PATIENCE * G_USEC_PER_SEC;
    while (!harness_shows(watch->stage->harness, text) && g_get_monotonic_time() < end) {
        run_loop();
    }
    harness_expect(watch->stage->harness, text);
}

/* Somebody presses the button ACTION of the notification shown as the last one. */
static void press(const char *action)
{
    g_autofree char *log = NULL;
    g_autoptr(GError) error = NULL;
    expect_done(g_file_get_contents(log_file, &log, NULL, &error), error);
    g_auto(GStrv) shown = g_strsplit(log, " Notify \"", -1);
    g_autofree char *command = g_strdup_printf(
        "gdbus call --session -d org.freedesktop.Notifications -o /org/freedesktop/Notifications "
        "-m org.freedesktop.DBus.Mock.EmitSignal org.freedesktop.Notifications ActionInvoked us "
        "\"[<uint32 %u>, <'%s'>]\"",
        g_strv_length(shown) - 1, action);
    g_autofree char *out = NULL;
    int status = 0;
    expect_done(g_spawn_command_line_sync(command, &out, NULL, &status, &error), error);
    assert_int_equal(status, 0);
}

/* The alarm finds the bus on a thread of its own. */
static int setup(void **state)
{
    watch_setup(state);
    const Watch *watch = *state;
    gint64 end = g_get_monotonic_time() + PATIENCE * G_USEC_PER_SEC;
    while (!alarm_has_desktop(watch->alarm) && g_get_monotonic_time() < end) {
        run_loop();
    }
    return alarm_has_desktop(watch->alarm) ? 0 : -1;
}

static void alarm__shows_a_notification__when_a_reminder_comes_due(void **state)
{
    const Watch *watch = *state;
    watch_remind(watch, "1005", "Anruf <1>", "2026-11-21", 15, 0);
    assert_int_equal(watch_strike(watch, 15, 0), 0);
    expect_log("\"Jens Berg, 15:00\" \"Anruf &lt;1&gt;\" [\"default\", \"Open\", \"open\", "
               "\"Open\", \"done\", \"Done\"]");
}

static void alarm__does_it__when_done_is_pressed(void **state)
{
    const Watch *watch = *state;
    gint64 id = watch_remind(watch, "1005", "Anruf 2", "2026-11-21", 15, 0);
    watch_strike(watch, 15, 0);
    expect_log("\"Anruf 2\"");
    press("done");
    expect_shown(watch, "Done: Jens Berg: Anruf 2. Ctrl-Z takes it back.");
    static const char open[] = "SELECT count(*) FROM reminder WHERE id = $1 AND state = 'open'";
    Db *db = watch->stage->emma->shop->db;
    assert_int_equal(people_number(db, open, DB_VALUES(db_int(id))), 0);
    harness_press(watch->stage->harness, "Ctrl-Z");
    assert_int_equal(people_number(db, open, DB_VALUES(db_int(id))), 1);
}

static void alarm__goes_to_the_card__when_open_is_pressed(void **state)
{
    const Watch *watch = *state;
    watch_remind(watch, "1005", "Anruf 3", "2026-11-21", 15, 0);
    watch_strike(watch, 15, 0);
    expect_log("\"Anruf 3\"");
    press("open");
    expect_shown(watch, "Berg, Jens");
}

static void alarm__goes_to_what_is_due__from_a_summary(void **state)
{
    const Watch *watch = *state;
    for (int i = 0; i < 7; i++) {
        watch_remind(watch, NULL, "Mehl 4", "2026-11-21", 15, i);
    }
    watch_strike(watch, 16, 0);
    expect_log("\"7 reminders are due\" \"Mehl 4\nMehl 4\nMehl 4\nMehl 4\nMehl 4\nand 2 more\" "
               "[\"default\", \"Open\", \"open\", \"Open\"]");
    press("default");
    gint64 end = g_get_monotonic_time() + PATIENCE * G_USEC_PER_SEC;
    while (strcmp(stage_top(watch->stage), "due") != 0 && g_get_monotonic_time() < end) {
        run_loop();
    }
    assert_string_equal(stage_top(watch->stage), "due");
}

static void alarm__sums_the_day_up__in_the_morning(void **state)
{
    const Watch *watch = *state;
    for (int i = 0; i < 7; i++) {
        watch_remind(watch, NULL, "Mehl 5", "2026-11-22", 9 + i, 0);
    }
    harness_set_day(watch->stage->harness, 22);
    watch_strike(watch, 8, 4);
    assert_false(log_has("\"Mehl 5"));
    watch_strike(watch, 8, 5);
    expect_log(" things to do today\"");
    /* Once. */
    watch_remind(watch, NULL, "Brot 5", "2026-11-22", 8, 6);
    watch_strike(watch, 8, 6);
    expect_log("\"Brot 5\"");
    g_autofree char *log = NULL;
    g_file_get_contents(log_file, &log, NULL, NULL);
    g_auto(GStrv) mornings = g_strsplit(log, " things to do today\"", -1);
    assert_int_equal(g_strv_length(mornings), 2);
}

static void alarm__says_little__where_the_screen_is_discreet(void **state)
{
    const Watch *watch = *state;
    watch_remind(watch, "1005", "Geheim 6", "2026-11-21", 15, 0);
    app_set_discreet(watch->app, true);
    watch_strike(watch, 15, 0);
    expect_log("\"Something is due\" \"\"");
    assert_false(log_has("Geheim 6"));
}

static void alarm__offers_no_deed__where_nothing_can_be_written(void **state)
{
    const Watch *watch = *state;
    watch_remind(watch, "1005", "Anruf 7", "2026-11-21", 15, 0);
    ((Counter *)app_data(watch->app))->read_only = true;
    watch_strike(watch, 15, 0);
    expect_log("\"Anruf 7\" [\"default\", \"Open\", \"open\", \"Open\"] ");
}

static void alarm__rings__when_the_desktop_does_not_answer(void **state)
{
    const Watch *watch = *state;
    watch_remind(watch, "1005", "Anruf 8", "2026-11-21", 15, 0);
    kill(service, SIGSTOP);
    unsigned before = app_rings(watch->app);
    assert_int_equal(watch_strike(watch, 15, 0), 0);
    expect_shown(watch, "Jens Berg: Anruf 8");
    kill(service, SIGCONT);
    assert_int_equal(app_rings(watch->app) - before, 1);
}

static void alarm__rings__when_the_service_is_gone(void **state)
{
    const Watch *watch = *state;
    watch_remind(watch, "1005", "Anruf 9", "2026-11-21", 15, 0);
    kill(service, SIGKILL);
    watch_strike(watch, 15, 0);
    expect_shown(watch, "Jens Berg: Anruf 9");
}

#define desk_test(test) cmocka_unit_test_setup_teardown(test, setup, watch_teardown)

int main(int argc, char **argv)
{
    if (argc < 3) {
        return EXIT_FAILURE;
    }
    log_file = argv[1];
    service = (pid_t)g_ascii_strtoll(argv[2], NULL, 10);
    const struct CMUnitTest tests[] = {
        desk_test(alarm__shows_a_notification__when_a_reminder_comes_due),
        desk_test(alarm__does_it__when_done_is_pressed),
        desk_test(alarm__goes_to_the_card__when_open_is_pressed),
        desk_test(alarm__goes_to_what_is_due__from_a_summary),
        desk_test(alarm__sums_the_day_up__in_the_morning),
        desk_test(alarm__says_little__where_the_screen_is_discreet),
        desk_test(alarm__offers_no_deed__where_nothing_can_be_written),
        desk_test(alarm__rings__when_the_desktop_does_not_answer),
        desk_test(alarm__rings__when_the_service_is_gone),
    };
    return cmocka_run_group_tests_name("alarm on a desktop", tests, NULL, NULL);
}
