/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Describes folders, and lends tests the eyes of a person without rights. */
#include "tests/data/place.h"
#include "tests/data/fixture.h"

#include <glib/gstdio.h>
#include <grp.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* The user and group "nobody" of every Debian. */
enum { NOBODY = 65534 };

static gint by_name(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void describe_one(GString *text, const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *content = NULL;
    g_autofree char *hash = NULL;
    gsize length = 0;
    struct stat info;

    assert_int_equal(lstat(path, &info), 0);
    if (S_ISREG(info.st_mode) && g_file_get_contents(path, &content, &length, NULL)) {
        hash = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)content, length);
    }
    g_string_append_printf(text, "%s %o %" G_GINT64_FORMAT " %" G_GINT64_FORMAT ".%09ld %s\n", name,
                           info.st_mode, (gint64)info.st_size, (gint64)info.st_mtim.tv_sec,
                           info.st_mtim.tv_nsec, hash != NULL ? hash : "-");
}

char *place_describe(const char *folder)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    GString *text = g_string_new(NULL);

    assert_non_null(dir);
    for (const char *name = g_dir_read_name(dir); name != NULL; name = g_dir_read_name(dir)) {
        g_ptr_array_add(names, g_strdup(name));
    }
    g_ptr_array_sort(names, by_name);
    for (guint i = 0; i < names->len; i++) {
        describe_one(text, folder, g_ptr_array_index(names, i));
    }
    return g_string_free(text, FALSE);
}

guint8 *place_read(const char *path, gsize *length)
{
    char *content = NULL;

    assert_true(g_file_get_contents(path, &content, length, NULL));
    return (guint8 *)content;
}

void place_write(const char *path, gconstpointer bytes, gsize length)
{
    FILE *file = fopen(path, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

void place_each_file(const char *folder, void (*visit)(const char *path, gpointer data),
                     gpointer data)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);

    for (const char *name = dir != NULL ? g_dir_read_name(dir) : NULL; name != NULL;
         name = g_dir_read_name(dir)) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
            place_each_file(path, visit, data);
        } else {
            visit(path, data);
        }
    }
}

void place_copy_folder(const char *from, const char *to)
{
    g_autoptr(GDir) dir = g_dir_open(from, 0, NULL);

    assert_non_null(dir);
    assert_int_equal(g_mkdir_with_parents(to, 0700), 0);
    for (const char *name = g_dir_read_name(dir); name != NULL; name = g_dir_read_name(dir)) {
        g_autofree char *here = g_build_filename(from, name, NULL);
        g_autofree char *there = g_build_filename(to, name, NULL);
        if (g_file_test(here, G_FILE_TEST_IS_DIR)) {
            place_copy_folder(here, there);
        } else {
            gsize length = 0;
            g_autofree guint8 *bytes = place_read(here, &length);
            place_write(there, bytes, length);
        }
    }
}

pid_t place_fork(void)
{
    fflush(stdout);
    pid_t child = fork();

    assert_true(child >= 0);
    return child;
}

void place_leave(bool well)
{
    const char *end = well ? "/bin/true" : "/bin/false";

    fflush(stdout);
    /* As another program: what was inherited from the test is nobody's leak. */
    execl(end, end, (char *)NULL);
    _exit(1);
}

bool place_ended_well(pid_t child)
{
    int status = 0;

    return waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static bool become_nobody(void)
{
    if (geteuid() != 0) {
        return true;
    }
    return setgroups(0, NULL) == 0 && setresgid(NOBODY, NOBODY, NOBODY) == 0 &&
           setresuid(NOBODY, NOBODY, NOBODY) == 0;
}

bool place_as_somebody(bool (*work)(gpointer data), gpointer data)
{
    pid_t child = place_fork();

    if (child == 0) {
        place_leave(become_nobody() && work(data));
    }
    return place_ended_well(child);
}
