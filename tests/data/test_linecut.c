/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line to the server that goes down: nothing is lost and nothing is done twice. */
#include "data/base/fault.h"
#include "data/customer/fact.h"
#include "data/db/deed.h"
#include "data/db/listen.h"
#include "data/setting.h"
#include "tests/data/cutproxy.h"
#include "tests/data/people.h"

#include <string.h>

enum { CUTS = 200, TRIES = 4, PATIENCE = 30 /* seconds */ };

/* The value of KEY in the connection string WHERE ("host=… port=…"). Free with g_free. */
static char *value_of(const char *where, const char *key)
{
    g_autofree char *start = g_strconcat(key, "=", NULL);
    g_auto(GStrv) parts = g_strsplit(where, " ", -1);
    for (guint i = 0; parts[i] != NULL; i++) {
        if (g_str_has_prefix(parts[i], start)) {
            return g_strdup(parts[i] + strlen(start));
        }
    }
    return NULL;
}

static CutProxy *proxy_for(const Fixture *fixture)
{
    g_autofree char *host = value_of(fixture->where, "host");
    g_autofree char *port = value_of(fixture->where, "port");
    return cut_proxy_new(host != NULL ? host : "localhost", port != NULL ? port : "5432");
}

/* The shop of FIXTURE, over PROXY. */
static Db *open_through(const Fixture *fixture, const CutProxy *proxy)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *where = g_strdup_printf("%s host=127.0.0.1 port=%d sslmode=disable",
                                             fixture->where, cut_proxy_port(proxy));
    Db *db = db_open(where, DB_READ_WRITE, &error);
    expect_done(db != NULL, error);
    return db;
}

/* Stores a copy of SHEET, as one deed. */
static bool add(Db *db, const Who *who, const Sheet *sheet, GError **error)
{
    g_autoptr(Deed) deed = deed_begin(db, who, "adding a customer", error);
    g_autoptr(Sheet) copy = sheet_copy(sheet);
    return deed != NULL && sheet_save(deed, copy, error) && deed_commit(deed, NULL, error);
}

/* Adds somebody called NAME; tries until it is done, as a clerk does who presses Enter at "try
 * again". SAFE is a line that stays. */
static void add_patiently(Db *db, Db *safe, guint number, const char *name)
{
    const Person person = {.family = name, .facts = "likes: Kuchen"};
    g_autoptr(Sheet) sheet = people_sheet(safe, &person);
    Who who = {0};
    g_snprintf(who.at, sizeof who.at, "2026-03-01T08:%02u:%02uZ", number / 60, number % 60);
    for (guint i = 0; i < TRIES; i++) {
        g_autoptr(GError) error = NULL;
        if (add(db, &who, sheet, &error) || g_error_matches(error, FAULT, FAULT_STORED)) {
            return;
        }
        expect_fault(error, FAULT_LINE_DOWN);
    }
    fail_msg("%s was not added.", name);
}

static gint64 times_there(Db *db, const char *name)
{
    return people_number(db, "SELECT count(*) FROM customer WHERE family_name = $1",
                         DB_VALUES(db_text(name)));
}

/* Adds somebody called NAME over a new line that is cut after BYTES have gone WAY. */
static void add_over(const Fixture *fixture, CutProxy *proxy, guint number, const char *name,
                     CutWay way, gint64 bytes)
{
    g_autoptr(Db) db = open_through(fixture, proxy);
    cut_proxy_cut(proxy, way, bytes);
    add_patiently(db, fixture->db, number, name);
    cut_proxy_mend(proxy);
    gint64 times = times_there(fixture->db, name);
    if (times != 1) {
        fail_msg("%s, cut after %d bytes, is there %d times.", name, (int)bytes, (int)times);
    }
}

/* How many bytes go WAY while somebody is added. */
static gint64 length_of(const Fixture *fixture, CutProxy *proxy, guint number, CutWay way)
{
    g_autofree char *name = g_strdup_printf("Cut %03u", number);
    gint64 before = 0;
    {
        g_autoptr(Db) db = open_through(fixture, proxy);
        before = cut_proxy_count(proxy, way);
        add_patiently(db, fixture->db, number, name);
        before = cut_proxy_count(proxy, way) - before;
    }
    return before;
}

static void deed__happens_once__wherever_the_line_is_cut(void **state)
{
    Fixture *fixture = *state;
    people_furnish(fixture->db);
    g_autoptr(CutProxy) proxy = proxy_for(fixture);
    /* The first one brings more with it than those that follow. */
    length_of(fixture, proxy, 900, CUT_REQUESTS);
    const gint64 lengths[] = {length_of(fixture, proxy, 901, CUT_REQUESTS),
                              length_of(fixture, proxy, 902, CUT_ANSWERS)};
    guint cuts = 0;
    for (guint i = 0; i < CUTS; i++) {
        CutWay way = i % 2 == 0 ? CUT_REQUESTS : CUT_ANSWERS;
        g_autofree char *name = g_strdup_printf("Cut %03u", i);
        /* Half of them all along, half in the last bytes, where it is made lasting. */
        gint64 place = i / 4;
        gint64 bytes = i % 4 < 2 ? lengths[way] * place / (CUTS / 4) : lengths[way] - place;
        add_over(fixture, proxy, i, name, way, bytes);
        cuts += cut_proxy_has_cut(proxy) ? 1 : 0;
    }
    assert_true(cuts > CUTS * 9 / 10);
    people_expect_sound(fixture->db);
}

/* Adds somebody and takes that back over a new line, which is cut after BYTES of answers (0: is
 * not), as a clerk does who presses Enter at "try again". Returns how many bytes there were. */
static gint64 take_back_over(const Fixture *fixture, CutProxy *proxy, gint64 bytes)
{
    const Who who = people_who(0);
    Deed *deed = people_begin(fixture->db);
    people_add_in(deed, &people_hilde);
    gint64 id = people_commit(deed);
    g_autoptr(Db) db = open_through(fixture, proxy);
    gint64 before = cut_proxy_count(proxy, CUT_ANSWERS);
    bool is_done = false;
    if (bytes > 0) {
        cut_proxy_cut(proxy, CUT_ANSWERS, bytes);
    }
    for (guint i = 0; i < TRIES && !is_done; i++) {
        g_autoptr(GError) error = NULL;
        is_done =
            deed_undo(db, &who, id, NULL, &error) || g_error_matches(error, FAULT, FAULT_STORED);
        if (!is_done) {
            expect_fault(error, FAULT_LINE_DOWN);
        }
    }
    cut_proxy_mend(proxy);
    assert_true(is_done);
    return cut_proxy_count(proxy, CUT_ANSWERS) - before;
}

/* Cut in the last bytes, where it is made lasting. */
static void deed_undo__happens_once__wherever_the_line_is_cut(void **state)
{
    Fixture *fixture = *state;
    people_furnish(fixture->db);
    g_autoptr(CutProxy) proxy = proxy_for(fixture);
    take_back_over(fixture, proxy, 0);
    gint64 length = take_back_over(fixture, proxy, 0);
    for (gint64 place = 0; place < 40; place++) {
        take_back_over(fixture, proxy, length - place);
    }
    assert_true(times_there(fixture->db, "Wagner") == 0);
}

/* A server that does not answer, and who is told. */
typedef struct {
    CutProxy *proxy;
    GString *told;
} Silence;

static bool tell(guint seconds, gpointer data)
{
    Silence *silence = data;
    g_string_append_printf(silence->told, "%u ", seconds);
    if (seconds == 2) {
        cut_proxy_hold(silence->proxy, false);
    }
    return true;
}

static void db_run__says_each_second__that_the_server_does_not_answer(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    g_autoptr(CutProxy) proxy = proxy_for(fixture);
    g_autoptr(Db) db = open_through(fixture, proxy);
    g_autoptr(GString) told = g_string_new(NULL);
    Silence silence = {.proxy = proxy, .told = told};
    gint64 one = 0;
    db_set_waiting(db, tell, &silence);
    cut_proxy_hold(proxy, true);
    expect_done(db_get_int(db, "SELECT 1", DB_NO_VALUES, &one, NULL, &error), error);
    assert_int_equal(one, 1);
    assert_string_equal(told->str, "1 2 0 ");
}

/* Somebody who listens. */
typedef struct {
    GMainLoop *loop;
    guint calls;
    bool is_late;
} Ear;

static void hear(gpointer data)
{
    Ear *ear = data;
    ear->calls++;
    g_main_loop_quit(ear->loop);
}

static gboolean give_up(gpointer data)
{
    Ear *ear = data;
    ear->is_late = true;
    g_main_loop_quit(ear->loop);
    return G_SOURCE_CONTINUE;
}

/* Waits until EAR hears something. */
static void listen_to(Ear *ear)
{
    guint patience = g_timeout_add_seconds(PATIENCE, give_up, ear);
    g_main_loop_run(ear->loop);
    g_source_remove(patience);
    assert_false(ear->is_late);
}

static void put(Db *db, const char *value)
{
    g_autoptr(GError) error = NULL;
    expect_done(setting_set(db, "test", value, &error), error);
}

static void db_listen__tells_of_each_change__until_its_end(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GMainLoop) loop = g_main_loop_new(NULL, FALSE);
    Ear ear = {.loop = loop};
    if (fixture->schema == NULL) {
        assert_null(db_listen(fixture->db, hear, &ear));
        return;
    }
    DbListener *listener = db_listen(fixture->db, hear, &ear);
    /* It may not listen yet when the first change is made. */
    while (ear.calls == 0) {
        put(fixture->db, "a");
        g_main_context_iteration(NULL, FALSE);
    }
    put(fixture->db, "b");
    listen_to(&ear);
    db_listener_free(listener);
    guint before = ear.calls;
    put(fixture->db, "c");
    while (g_main_context_iteration(NULL, FALSE)) {
        continue;
    }
    assert_int_equal(ear.calls, before);
}

static guint open_files(void)
{
    guint count = 0;
    g_autoptr(GDir) files = g_dir_open("/proc/self/fd", 0, NULL);
    while (g_dir_read_name(files) != NULL) {
        count++;
    }
    return count;
}

/* Who asks the server to break off does so on a thread that ends by itself a moment later. */
static void expect_open_files(guint wanted)
{
    gint64 last = g_get_monotonic_time() + PATIENCE * G_USEC_PER_SEC;
    while (open_files() != wanted && g_get_monotonic_time() < last) {
        g_usleep(1000);
    }
    assert_int_equal(open_files(), wanted);
}

/* What protects the line is taken apart when the program ends: nobody may use it then. */
static void db_listener_free__leaves_nothing_behind(void **state)
{
    Fixture *fixture = *state;
    guint before = open_files();
    for (guint i = 0; i < 20; i++) {
        db_listener_free(db_listen(fixture->db, hear, NULL));
        expect_open_files(before);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(deed__happens_once__wherever_the_line_is_cut),
        cmocka_unit_test(deed_undo__happens_once__wherever_the_line_is_cut),
        cmocka_unit_test(db_run__says_each_second__that_the_server_does_not_answer),
    };
    const struct CMUnitTest both[] = {
        cmocka_unit_test(db_listen__tells_of_each_change__until_its_end),
        cmocka_unit_test(db_listener_free__leaves_nothing_behind)};
    return fixture_for_each_engine("listening", both, G_N_ELEMENTS(both)) +
           fixture_on_postgres("linecut", tests, G_N_ELEMENTS(tests));
}
