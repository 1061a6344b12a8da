/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A counter at Emma's whose windows come and go. */
#include "tests/tui/till.h"

#include "data/draft.h"
#include "tests/data/people.h"
#include "tui/counter.h"
#include "tui/screens/edit.h"
#include "tui/screens/home.h"

Window till_open(const Till *till, int rows, int cols)
{
    g_autoptr(GError) error = NULL;
    Shop *shop =
        shop_open(till->emma->path, DB_READ_WRITE, till->folder, "2026-11-21T13:32:00Z", &error);
    expect_done(shop != NULL, error);
    Window window = {harness_new(rows, cols, shop), shop};
    App *app = harness_app(window.harness);
    Counter *counter = app_data(app);
    g_free(counter->spare_folder);
    counter->spare_folder = g_strdup(till->folder);
    counter_show(app);
    harness_open(window.harness, &screen_home, NULL);
    return window;
}

void till_close(Window *window)
{
    harness_free(window->harness);
    shop_close(window->shop);
    *window = (Window){0};
}

int till_setup(void **state)
{
    Till *till = g_new0(Till, 1);
    till->emma = emma_new();
    till->folder = fixture_folder();
    *state = till;
    return 0;
}

int till_teardown(void **state)
{
    Till *till = *state;
    emma_free(till->emma);
    fixture_remove_folder(till->folder);
    g_free(till);
    return 0;
}

void till_save(const Window *window)
{
    app_save_drafts(harness_app(window->harness));
    harness_settle(window->harness);
}

gint64 till_drafts(const Till *till)
{
    return people_number(till->emma->shop->db, "SELECT count(*) FROM draft", DB_NO_VALUES);
}

void till_reload(const Window *window)
{
    app_refresh(harness_app(window->harness));
    harness_settle(window->harness);
}

void till_leave_of(const Window *window, const Till *till, const char *run, const char *screen,
                   gint64 subject, const char *words)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Draft) draft = draft_new();
    const Counter *counter = app_data(harness_app(window->harness));
    draft->uid = g_uuid_string_random();
    draft->counter = g_strdup(counter->id);
    draft->run = g_strdup(run);
    draft->screen = g_strdup(screen);
    draft->subject_id = subject;
    draft->title = g_strdup("Left by a crash");
    g_strlcpy(draft->saved_at, "2026-11-20T09:05:00Z", sizeof draft->saved_at);
    draft_read_words(draft, words);
    expect_done(draft_save(till->emma->shop->db, draft, &error), error);
    till_reload(window);
}

void till_leave(const Window *window, const Till *till, const char *screen, gint64 subject,
                const char *words)
{
    g_autofree char *run = g_uuid_string_random();
    till_leave_of(window, till, run, screen, subject, words);
}

void till_edit(const Window *window, const Till *till, const char *number)
{
    const EditArg arg = {.customer_id = emma_customer(till->emma, number)};
    harness_open(window->harness, &screen_edit, &arg);
}

const char *till_top(const Window *window)
{
    return app_top(harness_app(window->harness))->class->name;
}
