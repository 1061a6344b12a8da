/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passwords in the connection strings of servers: found wherever libpq would find them, and nothing
 * else is changed. */
#include "data/db/serverstring.h"

#include "tests/data/fixture.h"

#include <string.h>

typedef struct {
    const char *where, *kept, *password;
} Case;

static const Case cases[] = {
    {"postgresql://kasse@laden/tresen", "postgresql://kasse@laden/tresen", NULL},
    {"postgresql://kasse:geheim@laden/tresen", "postgresql://kasse@laden/tresen", "geheim"},
    {"postgres://kasse:geheim@a:5432,b:5433/x?target_session_attrs=any",
     "postgres://kasse@a:5432,b:5433/x?target_session_attrs=any", "geheim"},
    {"postgresql://kasse:g%40h%3a?@laden/x", "postgresql://kasse@laden/x", "g@h:?"},
    {"postgresql://:geheim@/x", "postgresql://@/x", "geheim"},
    {"postgresql://laden:5432/tresen", "postgresql://laden:5432/tresen", NULL},
    {"postgresql://[::1]:5432/tresen@x", "postgresql://[::1]:5432/tresen@x", NULL},
    {"postgresql:///x?host=/run&password=geheim&user=k", "postgresql:///x?host=/run&user=k",
     "geheim"},
    {"postgresql:///x?password=geheim", "postgresql:///x", "geheim"},
    {"postgresql:///x?p%61ssword=ge%68eim&user=k", "postgresql:///x?user=k", "geheim"},
    {"postgresql:///x?sslpassword=geheim&sslmode=verify-full",
     "postgresql:///x?sslmode=verify-full", NULL},
    {"postgresql:///x?passfile=/x/pgpass", "postgresql:///x?passfile=/x/pgpass", NULL},
    {"host=laden dbname=x", "host=laden dbname=x", NULL},
    {"host=laden password=geheim dbname=x", "host=laden dbname=x", "geheim"},
    {"host=laden  port = 1  password = 'ge h\\'eim'  dbname='a b'",
     "host=laden port = 1 dbname='a b'", "ge h'eim"},
    {"host=laden password=ge\\ heim", "host=laden", "ge heim"},
    {"dbname=x password=", "dbname=x", ""},
    {"dbname=x password='geheim", "dbname=x", "geheim"},
    {"Postgresql://kasse:geheim@laden/x", "Postgresql://kasse@laden/x", "geheim"},
    {"keepalives=1 password=geheim", "keepalives=1", "geheim"},
    {"service=laden", "service=laden", NULL},
    {"host='password=geheim'", "host='password=geheim'", NULL},
    {"/srv/laden/password=x.tresen", "/srv/laden/password=x.tresen", NULL},
};

static void strip__takes_out_the_password__and_nothing_else(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *password = NULL;
        g_autofree char *kept = server_string_strip(cases[i].where, &password);
        g_autofree char *quiet = server_string_strip(cases[i].where, NULL);
        assert_string_equal(kept, cases[i].kept);
        assert_string_equal(quiet, cases[i].kept);
        if (g_strcmp0(password, cases[i].password) != 0) {
            fail_msg("\"%s\" in %s", password, cases[i].where);
        }
    }
}

static void has_password__is_true__where_one_stands(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        bool has = strcmp(cases[i].where, cases[i].kept) != 0;
        assert_int_equal(server_string_has_password(cases[i].where), has);
    }
}

/* Whatever is cut off anywhere: it ends, and says nothing of the password. */
static void strip__of_half_a_string__ends(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        for (gsize length = 0; length <= strlen(cases[i].where); length++) {
            g_autofree char *part = g_strndup(cases[i].where, length);
            g_autofree char *kept = server_string_strip(part, NULL);
            assert_true(strlen(kept) <= strlen(part));
        }
    }
}

static void blot__leaves_no_password__in_a_word(void **state)
{
    static const char *const words[] = {
        "postgresql://kasse:geheim@laden/tresen",
        "--shop=postgresql://kasse:geheim@laden/tresen",
        "--to=postgresql:///x?p%61ssword=geheim",
        "postgresql://kasse:ge/geheim@laden/tresen",
        "host=laden password=geheim",
        "--sh=host=laden password='geheim'",
        "postgresq://kasse:geheim@laden/tresen",
        " POSTGRESQL://kasse:geheim@laden/tresen",
        "mysql://kasse:geheim@laden/tresen",
        "application_name=kasse password=geheim",
        "connect_timeout = 3 user=kasse password=geheim",
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
        g_autofree char *word = g_strdup(words[i]);
        assert_true(server_string_blot(word));
        assert_int_equal(strlen(word), strlen(words[i]));
        assert_null(strstr(word, "geheim"));
        assert_null(strstr(word, "kasse"));
    }
}

static void blot__leaves_alone__what_is_none(void **state)
{
    static const char *const words[] = {
        "--shop",
        "postgresql://kasse@laden/tresen",
        "/srv/pass/shop.tresen",
        "--shop=x",
        "",
        "a@b",
        "file:///srv/a:pass@b",
        "pass=word",
        "laden/host=pass",
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
        g_autofree char *word = g_strdup(words[i]);
        assert_false(server_string_blot(word));
        assert_string_equal(word, words[i]);
    }
}

static void brief__says_where__without_the_rest(void **state)
{
    static const struct {
        const char *where, *brief, *name;
    } places[] = {
        {"postgresql://kasse:x@laden.example/emma?sslmode=prefer", "laden.example/emma", "emma"},
        {"postgresql://a:5432,b:5433/x", "a:5432,b:5433/x", "x"},
        {"postgresql://laden", "laden", "tresen"},
        {"host=laden user=kasse dbname='emma 2'", "laden/emma 2", "emma 2"},
        {"service=laden", "laden", "laden"},
        {"dbname=emma", "/emma", "emma"},
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(places); i++) {
        g_autofree char *brief = server_string_brief(places[i].where);
        g_autofree char *name = server_string_name(places[i].where);
        assert_string_equal(brief, places[i].brief);
        assert_string_equal(name, places[i].name);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strip__takes_out_the_password__and_nothing_else),
        cmocka_unit_test(has_password__is_true__where_one_stands),
        cmocka_unit_test(strip__of_half_a_string__ends),
        cmocka_unit_test(brief__says_where__without_the_rest),
        cmocka_unit_test(blot__leaves_no_password__in_a_word),
        cmocka_unit_test(blot__leaves_alone__what_is_none),
    };
    return cmocka_run_group_tests_name("passwords of servers", tests, NULL, NULL);
}
