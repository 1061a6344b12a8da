/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person chose for this machine: read whatever is in the file, kept without losing what
 * else is there. */
#include "tui/preferences.h"

#include "tests/data/fixture.h"

#include "data/base/fault.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder with tresen.conf in it. */
typedef struct {
    char *folder, *path;
} Place;

static Place *place_new(const char *text)
{
    Place *place = g_new0(Place, 1);
    place->folder = fixture_folder();
    place->path = g_build_filename(place->folder, "tresen.conf", NULL);
    if (text != NULL) {
        assert_true(g_file_set_contents(place->path, text, -1, NULL));
    }
    return place;
}

static void place_free(Place *place)
{
    fixture_remove_folder(place->folder);
    g_free(place->path);
    g_free(place);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Place, place_free)

static char *text_in(const Place *place)
{
    char *text = NULL;
    assert_true(g_file_get_contents(place->path, &text, NULL, NULL));
    return text;
}

/* The faults, one a line. */
static char *faults_of(const Preferences *preferences)
{
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    preferences_faults(preferences, faults);
    g_ptr_array_add(faults, NULL);
    return g_strjoinv("\n", (char **)faults->pdata);
}

static void preferences_read__finds_nothing_chosen__without_a_file(void **state)
{
    (void)state;
    g_autoptr(Place) place = place_new(NULL);
    g_autoptr(Preferences) none = preferences_read(place->folder);
    g_autoptr(Preferences) nowhere = preferences_read(NULL);
    g_autofree char *faults = faults_of(none);
    assert_string_equal(faults, "");
    assert_null(none->theme);
    assert_null(none->language);
    assert_false(none->ascii);
    assert_null(nowhere->theme);
    assert_true(preferences_set_language(nowhere, "de", NULL));
    assert_string_equal(nowhere->language, "de");
}

static void preferences_read__understands_each_entry(void **state)
{
    (void)state;
    g_autoptr(Place) place = place_new("# mine\n[screen]\ntheme = light \nlanguage=de\n"
                                       "symbols=ascii\n");
    g_autoptr(Preferences) preferences = preferences_read(place->folder);
    g_autofree char *faults = faults_of(preferences);
    assert_string_equal(faults, "");
    assert_string_equal(preferences->theme, "light");
    assert_string_equal(preferences->language, "de");
    assert_true(preferences->ascii);
}

static void preferences_read__knows_where_the_shop_is(void **state)
{
    static const struct {
        const char *text, *shop; /* NULL: none */
    } cases[] = {
        {"postgresql://kasse@laden/tresen", "postgresql://kasse@laden/tresen"},
        {"service=laden", "service=laden"},
        {"/srv/laden/shop.tresen", "/srv/laden/shop.tresen"},
        {"postgresql://kasse:geheim@laden/tresen", "postgresql://kasse@laden/tresen"},
        {"shop.tresen", NULL},
        {"", NULL},
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text = g_strdup_printf("[shop]\nshop=%s\n", cases[i].text);
        g_autoptr(Place) place = place_new(text);
        g_autoptr(Preferences) preferences = preferences_read(place->folder);
        if (g_strcmp0(preferences->shop, cases[i].shop) != 0) {
            fail_msg("%s: %s", cases[i].text, preferences->shop);
        }
    }
}

static void preferences_set_shop__keeps_no_password(void **state)
{
    (void)state;
    g_autoptr(Place) place = place_new("[screen]\ntheme=dark\n");
    g_autoptr(Preferences) preferences = preferences_read(place->folder);
    g_autoptr(GError) error = NULL;
    expect_done(preferences_set_shop(preferences, "postgresql://k:geheim@laden/x", &error), error);
    assert_string_equal(preferences->shop, "postgresql://k@laden/x");
    g_autofree char *text = text_in(place);
    assert_null(strstr(text, "geheim"));
    g_autoptr(Preferences) again = preferences_read(place->folder);
    assert_string_equal(again->shop, "postgresql://k@laden/x");
    assert_string_equal(again->theme, "dark");
    expect_done(preferences_set_shop(preferences, NULL, &error), error);
    g_autoptr(Preferences) gone = preferences_read(place->folder);
    assert_null(gone->shop);
}

typedef struct {
    const char *text, *fault; /* what the sentence has, among other things */
} FaultCase;

static const FaultCase fault_cases[] = {
    {"[screen]\ntheme=dark\nlight please\n", "tresen.conf, line 3: "},
    {"theme=dark\n", "tresen.conf, line 1: "},
    {"[screen\ntheme=dark\n", "tresen.conf, line 1: "},
    {"[screen]\nlanguage=fr\n", "\"fr\""},
    {"[screen]\nlanguage=\xff\xfe\n", "tresen.conf"},
    {"[screen]\nsymbols=emoji\n", "\"emoji\""},
    {"[shop]\nshop=laden\n", "\"laden\""},
    {"[shop]\nshop=postgresql://k:geheim@laden/x\n", "A password stands in the line"},
};

static void preferences_faults__name_file_and_line(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(fault_cases); i++) {
        g_autoptr(Place) place = place_new(fault_cases[i].text);
        g_autoptr(Preferences) preferences = preferences_read(place->folder);
        g_autofree char *faults = faults_of(preferences);
        if (strstr(faults, fault_cases[i].fault) == NULL) {
            fail_msg("\"%s\" is not in \"%s\"", fault_cases[i].fault, faults);
        }
        assert_null(strchr(faults, '\n'));
        assert_true(g_utf8_validate(faults, -1, NULL));
        assert_null(preferences->language);
        assert_false(preferences->ascii);
    }
}

static void preferences_read__leaves_alone__what_is_no_file(void **state)
{
    (void)state;
    g_autoptr(Place) place = place_new(NULL);
    /* Opening it would wait for somebody to write. */
    assert_int_equal(mkfifo(place->path, 0600), 0);
    g_autoptr(Preferences) pipe = preferences_read(place->folder);
    g_autofree char *faults = faults_of(pipe);
    assert_non_null(strstr(faults, place->path));
    assert_non_null(strstr(faults, "it is a pipe or a device"));
    g_unlink(place->path);
    assert_int_equal(g_mkdir(place->path, 0700), 0);
    g_autoptr(Preferences) folder = preferences_read(place->folder);
    g_autofree char *other_faults = faults_of(folder);
    assert_non_null(strstr(other_faults, place->path));
    assert_non_null(strstr(other_faults, "it is a folder"));
    /* What is chosen holds, and the person is told that it is not kept. */
    g_autoptr(GError) error = NULL;
    assert_false(preferences_set_looks(folder, "dark", true, &error));
    assert_true(g_error_matches(error, FAULT, FAULT_REFUSED));
    assert_non_null(strstr(error->message, place->path));
    assert_string_equal(folder->theme, "dark");
    assert_true(folder->ascii);
}

static void preferences_set__keeps__comments_and_what_is_unknown(void **state)
{
    (void)state;
    g_autoptr(Place) place = place_new("# at the top\n\n[screen]\n# why dark\ntheme=dark\n"
                                       "language=en\nfuture=yes\n\n[till]\nport=7\n");
    g_autoptr(Preferences) preferences = preferences_read(place->folder);
    g_autoptr(GError) error = NULL;
    expect_done(preferences_set_looks(preferences, "light", true, &error), error);
    expect_done(preferences_set_language(preferences, NULL, &error), error);
    g_autofree char *text = text_in(place);
    static const char *const kept[] = {"# at the top\n",  "# why dark\ntheme=light\n",
                                       "future=yes\n",    "[till]\nport=7\n",
                                       "symbols=ascii\n", NULL};
    for (gsize i = 0; kept[i] != NULL; i++) {
        if (strstr(text, kept[i]) == NULL) {
            fail_msg("\"%s\" is not in:\n%s", kept[i], text);
        }
    }
    assert_null(strstr(text, "language"));
    g_autoptr(Preferences) again = preferences_read(place->folder);
    assert_string_equal(again->theme, "light");
    assert_null(again->language);
    assert_true(again->ascii);
}

static void preferences_set__makes_the_file_for_its_owner_alone(void **state)
{
    (void)state;
    g_autoptr(Place) place = place_new(NULL);
    g_autofree char *folder = g_build_filename(place->folder, "new", "tresen", NULL);
    g_autofree char *path = g_build_filename(folder, "tresen.conf", NULL);
    g_autoptr(Preferences) preferences = preferences_read(folder);
    g_autoptr(GError) error = NULL;
    expect_done(preferences_set_language(preferences, "de", &error), error);
    GStatBuf info;
    assert_int_equal(g_stat(path, &info), 0);
    assert_int_equal(info.st_mode & 07777, 0600);
    assert_int_equal(g_stat(folder, &info), 0);
    assert_int_equal(info.st_mode & 0077, 0);
    expect_done(g_chmod(path, 0644) == 0, error);
    expect_done(preferences_set_language(preferences, "en", &error), error);
    assert_int_equal(g_stat(path, &info), 0);
    assert_int_equal(info.st_mode & 07777, 0600);
}

static void preferences_set__does_not_write_over__a_file_it_cannot_read(void **state)
{
    (void)state;
    static const char broken[] = "[screen]\ntheme=dark\nwhat is this\n";
    g_autoptr(Place) place = place_new(broken);
    g_autoptr(Preferences) preferences = preferences_read(place->folder);
    g_autoptr(GError) error = NULL;
    assert_false(preferences_set_language(preferences, "de", &error));
    assert_true(g_error_matches(error, FAULT, FAULT_REFUSED));
    assert_string_equal(preferences->language, "de");
    g_autofree char *text = text_in(place);
    assert_string_equal(text, broken);
}

static void preferences_set__takes_what_was_written_meanwhile(void **state)
{
    (void)state;
    g_autoptr(Place) place = place_new("[screen]\ntheme=dark\n");
    g_autoptr(Preferences) preferences = preferences_read(place->folder);
    assert_true(g_file_set_contents(place->path, "[screen]\nother=1\n", -1, NULL));
    g_autoptr(GError) error = NULL;
    expect_done(preferences_set_language(preferences, "de", &error), error);
    g_autofree char *text = text_in(place);
    assert_string_equal(text, "[screen]\nother=1\nlanguage=de\n");
}

static void preferences_set__follows_a_link(void **state)
{
    (void)state;
    g_autoptr(Place) place = place_new(NULL);
    g_autofree char *real = g_build_filename(place->folder, "dotfiles.conf", NULL);
    assert_true(g_file_set_contents(real, "[screen]\ntheme=dark\n", -1, NULL));
    assert_int_equal(symlink("dotfiles.conf", place->path), 0);
    g_autoptr(Preferences) preferences = preferences_read(place->folder);
    g_autoptr(GError) error = NULL;
    expect_done(preferences_set_looks(preferences, "light", false, &error), error);
    assert_true(g_file_test(place->path, G_FILE_TEST_IS_SYMLINK));
    g_autofree char *text = NULL;
    assert_true(g_file_get_contents(real, &text, NULL, NULL));
    assert_string_equal(text, "[screen]\ntheme=light\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(preferences_read__finds_nothing_chosen__without_a_file),
        cmocka_unit_test(preferences_read__understands_each_entry),
        cmocka_unit_test(preferences_read__knows_where_the_shop_is),
        cmocka_unit_test(preferences_set_shop__keeps_no_password),
        cmocka_unit_test(preferences_faults__name_file_and_line),
        cmocka_unit_test(preferences_read__leaves_alone__what_is_no_file),
        cmocka_unit_test(preferences_set__keeps__comments_and_what_is_unknown),
        cmocka_unit_test(preferences_set__makes_the_file_for_its_owner_alone),
        cmocka_unit_test(preferences_set__does_not_write_over__a_file_it_cannot_read),
        cmocka_unit_test(preferences_set__takes_what_was_written_meanwhile),
        cmocka_unit_test(preferences_set__follows_a_link),
    };
    return cmocka_run_group_tests_name("preferences", tests, NULL, NULL);
}
