/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counters of one shop. */
#include "tests/tui/counters.h"

#include "data/customer/customer.h"
#include "tests/data/people.h"
#include "tui/counter.h"
#include "tui/screens/home.h"

#include <string.h>
#include <unistd.h>

enum { PATIENCE_S = 20 };

/* The value of KEY in the connection string WHERE ("host=… port=…"), else OTHERWISE. */
static char *value_of(const char *where, const char *key, const char *otherwise)
{
    g_autofree char *start = g_strconcat(key, "=", NULL);
    g_auto(GStrv) parts = g_strsplit(where, " ", -1);
    for (guint i = 0; parts[i] != NULL; i++) {
        if (g_str_has_prefix(parts[i], start)) {
            return g_strdup(parts[i] + strlen(start));
        }
    }
    return g_strdup(otherwise);
}

static Shop *open_shop(const char *where, const char *folder)
{
    g_autoptr(GError) error = NULL;
    Shop *shop = shop_open(where, DB_READ_WRITE, folder, "2026-11-21T13:32:00Z", &error);
    expect_done(shop != NULL, error);
    return shop;
}

Counters *counters_new(Fixture *fixture)
{
    Counters *counters = g_new0(Counters, 1);
    counters->fixture = fixture;
    people_furnish(fixture->db);
    people_add_clerk(fixture->db, "Lina B.");
    Shop *shop = open_shop(fixture->where, fixture->folder);
    emma_fill(shop);
    shop_close(shop);
    if (fixture->schema != NULL) {
        g_autofree char *host = value_of(fixture->where, "host", "localhost");
        g_autofree char *port = value_of(fixture->where, "port", "5432");
        counters->proxy = cut_proxy_new(host, port);
    }
    return counters;
}

void counters_free(Counters *counters)
{
    fixture_free(counters->fixture);
    cut_proxy_free(counters->proxy);
    g_free(counters);
}

Window *counters_open(Counters *counters)
{
    const Fixture *fixture = counters->fixture;
    g_autofree char *where = counters->proxy != NULL
                                 ? g_strdup_printf("%s host=127.0.0.1 port=%d sslmode=disable",
                                                   fixture->where, cut_proxy_port(counters->proxy))
                                 : g_strdup(fixture->where);
    return counters_open_at(counters, where);
}

Window *counters_open_at(Counters *counters, const char *where)
{
    Window *window = g_new0(Window, 1);
    window->shop = open_shop(where, counters->fixture->folder);
    window->harness = harness_new(24, 80, window->shop);
    counter_show(harness_app(window->harness));
    home_open(harness_app(window->harness), where, NULL);
    harness_settle(window->harness);
    return window;
}

void counters_close(Window *window)
{
    harness_free(window->harness);
    shop_close(window->shop);
    g_free(window);
}

static gboolean wake(gpointer data)
{
    (void)data;
    return G_SOURCE_CONTINUE;
}

static gint64 wait_until(const Window *window, const char *text, bool is_there)
{
    gint64 begin = g_get_monotonic_time(), now = begin;
    guint id = g_timeout_add(10, wake, NULL);
    while (harness_shows(window->harness, text) != is_there &&
           now - begin < PATIENCE_S * G_USEC_PER_SEC) {
        g_main_context_iteration(NULL, TRUE);
        now = g_get_monotonic_time();
    }
    g_source_remove(id);
    if (harness_shows(window->harness, text) != is_there) {
        g_autofree char *screen = harness_text(window->harness);
        fail_msg("\"%s\" %s:\n%s", text, is_there ? "did not come" : "did not go", screen);
    }
    return (now - begin) / 1000;
}

gint64 window_wait_for(const Window *window, const char *text)
{
    return wait_until(window, text, true);
}

void window_wait_without(const Window *window, const char *text)
{
    wait_until(window, text, false);
}

void counters_settle(const Window *window)
{
    harness_settle(window->harness);
}

const char *window_top(const Window *window)
{
    return app_top(harness_app(window->harness))->class->name;
}

gint64 counters_customer(const Counters *counters, const char *number)
{
    g_autoptr(GError) error = NULL;
    gint64 id = 0;
    expect_done(customer_find_number(counters->fixture->db, number, &id, &error), error);
    assert_true(id != 0);
    return id;
}

void counters_rename(const Counters *counters, const char *number, const char *family)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(counters->fixture->db);
    Customer *customer =
        record_load(deed_db(deed), &customer_type, counters_customer(counters, number), &error);
    expect_done(customer != NULL, error);
    record_set_text(&customer->family_name, family);
    expect_done(record_update(deed, customer, &error), error);
    record_free(customer);
    people_commit(deed);
}
