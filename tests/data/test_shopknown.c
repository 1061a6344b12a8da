/* SPDX-License-Identifier: GPL-3.0-or-later */
/* That a shop was there is remembered, so that one that is gone is missed. */
#include "data/shopknown.h"

#include "data/base/fault.h"
#include "tests/data/fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* A folder for state, and one with a file in it that stands for a shop. */
typedef struct {
    char *state, *place, *path;
} Stage;

static Stage stage_new(void)
{
    Stage stage = {.state = fixture_folder(), .place = g_dir_make_tmp("tresen [=] #-XXXXXX", NULL)};
    assert_non_null(stage.place);
    stage.path = g_build_filename(stage.place, "Emma's [shop]=1.tresen", NULL);
    assert_true(g_file_set_contents(stage.path, "shop", -1, NULL));
    return stage;
}

static void stage_clear(Stage *stage)
{
    fixture_remove_folder(stage->state);
    fixture_remove_folder(stage->place);
    g_free(stage->path);
}

static void known__is_what_was_noted__and_no_other(void **state)
{
    (void)state;
    Stage stage = stage_new();
    g_autofree char *other = g_build_filename(stage.place, "other.tresen", NULL);
    assert_false(shop_known_is(stage.state, stage.path));
    shop_known_note(stage.state, stage.path);
    shop_known_note(stage.state, stage.path);
    assert_true(shop_known_is(stage.state, stage.path));
    assert_false(shop_known_is(stage.state, other));
    shop_known_note(stage.state, other);
    shop_known_forget(stage.state, stage.path);
    assert_false(shop_known_is(stage.state, stage.path));
    assert_true(shop_known_is(stage.state, other));
    stage_clear(&stage);
}

static void known__is_found_by_every_name_of_its_place(void **state)
{
    (void)state;
    Stage stage = stage_new();
    g_autofree char *link = g_build_filename(stage.state, "link", NULL);
    g_autofree char *through = g_build_filename(link, "Emma's [shop]=1.tresen", NULL);
    g_autofree char *around = g_build_filename(stage.place, "..", NULL);
    g_autofree char *base = g_path_get_basename(stage.place);
    g_autofree char *again = g_build_filename(around, base, "Emma's [shop]=1.tresen", NULL);
    assert_int_equal(symlink(stage.place, link), 0);
    shop_known_note(stage.state, through);
    assert_true(shop_known_is(stage.state, stage.path));
    assert_true(shop_known_is(stage.state, again));
    stage_clear(&stage);
}

static void gone__is_only_what_was_known_and_is_not_there(void **state)
{
    (void)state;
    Stage stage = stage_new();
    g_autoptr(GError) error = NULL;
    shop_known_note(stage.state, stage.path);
    assert_false(shop_known_gone(stage.state, stage.path, &error));
    assert_null(error);
    assert_int_equal(g_unlink(stage.path), 0);
    assert_true(shop_known_gone(stage.state, stage.path, &error));
    expect_fault(error, FAULT_MISSING);
    assert_non_null(strstr(error->message, stage.path));
    g_autofree char *other = g_build_filename(stage.place, "other.tresen", NULL);
    assert_false(shop_known_gone(stage.state, other, NULL));
    stage_clear(&stage);
}

static void known__is_nothing_of_a_server__and_nothing_without_a_folder(void **state)
{
    (void)state;
    Stage stage = stage_new();
    shop_known_note(stage.state, "postgresql://kasse@laden/tresen");
    assert_false(shop_known_is(stage.state, "postgresql://kasse@laden/tresen"));
    shop_known_note(NULL, stage.path);
    assert_false(shop_known_is(NULL, stage.path));
    assert_false(shop_known_is(stage.state, ""));
    /* What stands there and is no key file is not trusted, and not in the way. */
    g_autofree char *file = g_build_filename(stage.state, "shops.ini", NULL);
    assert_true(g_file_set_contents(file, "\x01 this is no key file", -1, NULL));
    assert_false(shop_known_is(stage.state, stage.path));
    shop_known_note(stage.state, stage.path);
    assert_true(shop_known_is(stage.state, stage.path));
    stage_clear(&stage);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known__is_what_was_noted__and_no_other),
        cmocka_unit_test(known__is_found_by_every_name_of_its_place),
        cmocka_unit_test(gone__is_only_what_was_known_and_is_not_there),
        cmocka_unit_test(known__is_nothing_of_a_server__and_nothing_without_a_folder),
    };
    return cmocka_run_group_tests_name("shopknown", tests, NULL, NULL);
}
