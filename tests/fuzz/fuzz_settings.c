/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file of choices, tresen.conf. */
#include "tests/fuzz/fuzz.h"

#include "data/db/serverstring.h"
#include "tui/preferences.h"

void fuzz_settings(const guint8 *bytes, gsize length)
{
    const char *folder = fuzz_folder();
    g_autofree char *path = g_build_filename(folder, "tresen.conf", NULL);
    fuzz_expect(g_file_set_contents_full(path, (const char *)bytes, (gssize)length,
                                         G_FILE_SET_CONTENTS_NONE, 0600, NULL),
                "the file cannot be written");
    g_autoptr(Preferences) preferences = preferences_read(folder);
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    preferences_faults(preferences, faults);
    fuzz_expect_texts(faults);
    fuzz_expect(preferences->language == NULL ||
                    g_strv_contains(preferences_languages(), preferences->language),
                "a language nobody speaks");
    fuzz_expect(preferences->shop == NULL || !server_string_has_password(preferences->shop),
                "a password in the place of the shop");
    if (!preferences_set_looks(preferences, "dark", true, NULL)) {
        return;
    }
    g_autoptr(Preferences) again = preferences_read(folder);
    fuzz_expect_same(again->theme, "dark");
    fuzz_expect(again->ascii, "not kept");
    fuzz_expect_same(again->language, preferences->language);
    fuzz_expect_same(again->shop, preferences->shop);
}
