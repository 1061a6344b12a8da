/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parsers under test have in common. */
#include "tests/fuzz/fuzz.h"

#include "data/base/utf8.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

const FuzzParser fuzz_parsers[] = {
    {"csv", fuzz_csv},           {"dates", fuzz_dates},
    {"import", fuzz_import},     {"input", fuzz_input},
    {"items", fuzz_items},       {"json", fuzz_json},
    {"keys", fuzz_keys},         {"names", fuzz_names},
    {"numbers", fuzz_numbers},   {"orders", fuzz_orders},
    {"phone", fuzz_phone},       {"query", fuzz_query},
    {"quiet", fuzz_quiet},       {"server", fuzz_server},
    {"settings", fuzz_settings}, {"theme", fuzz_theme},
    {"vault", fuzz_vault},       {"when", fuzz_when},
    {"words", fuzz_words},       {NULL, NULL},
};

const Day fuzz_today = {2026, 3, 1};

const FuzzParser *fuzz_parser(const char *name)
{
    for (const FuzzParser *parser = fuzz_parsers; parser->name != NULL; parser++) {
        if (strcmp(parser->name, name) == 0) {
            return parser;
        }
    }
    return NULL;
}

void fuzz_expect(bool holds, const char *format, ...)
{
    if (holds) {
        return;
    }
    va_list values;
    va_start(values, format);
    vfprintf(stderr, format, values);
    va_end(values);
    fputc('\n', stderr);
    abort();
}

void fuzz_expect_text(const char *text)
{
    fuzz_expect(text == NULL || g_utf8_validate(text, -1, NULL), "not UTF-8: %s", text);
}

void fuzz_expect_texts(const GPtrArray *texts)
{
    for (guint i = 0; i < texts->len; i++) {
        fuzz_expect_text(g_ptr_array_index(texts, i));
    }
}

void fuzz_expect_same(const char *a, const char *b)
{
    fuzz_expect(g_strcmp0(a, b) == 0, "not the same: “%s” and “%s”", a, b);
}

void fuzz_expect_day(Day day)
{
    fuzz_expect(day_is_valid(day), "no day: %d-%d-%d", day.year, day.month, day.day);
}

char *fuzz_bytes(const guint8 *bytes, gsize length)
{
    return length > 0 ? g_strndup((const char *)bytes, length) : g_strdup("");
}

char *fuzz_text(const guint8 *bytes, gsize length)
{
    return utf8_storable((const char *)bytes, (gssize)length, false, NULL);
}

const char *fuzz_file(const guint8 *bytes, gsize length)
{
    static int handle = -1;
    static char path[64];
    if (handle < 0) {
        handle = memfd_create("fuzz", MFD_CLOEXEC);
        fuzz_expect(handle >= 0, "no file can be made in memory");
        g_snprintf(path, sizeof path, "/proc/self/fd/%d", handle);
    }
    fuzz_expect(ftruncate(handle, 0) == 0 && pwrite(handle, bytes, length, 0) == (gssize)length,
                "the file cannot be written");
    return path;
}

static char *folder;

static void remove_folder(void)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    const char *name;
    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        g_unlink(path);
    }
    g_rmdir(folder);
    g_clear_pointer(&folder, g_free);
}

const char *fuzz_folder(void)
{
    if (folder == NULL) {
        folder = g_dir_make_tmp("tresen-fuzz-XXXXXX", NULL);
        fuzz_expect(folder != NULL, "no folder can be made");
        atexit(remove_folder);
    }
    return folder;
}
