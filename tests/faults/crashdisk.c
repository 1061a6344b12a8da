/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a power cut leaves of files and of their names. */
#include "tests/faults/crashdisk.h"

#include "tests/data/fixture.h"
#include "tests/data/place.h"
#include "tests/faults/crashvfs.h"

#include <glib/gstdio.h>
#include <string.h>

enum { SECTOR = 512 };

/* What was done to a file since it was synced: bytes from OFFSET on, or, without bytes, a cut to
 * that size. */
typedef struct {
    gint64 offset;
    GBytes *bytes;
} Change;

/* A file, whatever its name is. */
typedef struct {
    GByteArray *synced;
    GPtrArray *changes;
    bool is_watched;  /* all its changes came through the VFS; else they are what the file holds */
    char *moved_from; /* its name before a rename that was not synced; NULL: none */
} Node;

struct CrashDisk {
    GRand *chance;
    char *folder;
    GPtrArray *nodes;    /* owns them */
    GHashTable *present; /* path -> Node, as the program sees it */
    GHashTable *lasting; /* path -> Node, as it was when the folder was synced */
    GHashTable *left;    /* path -> GBytes: what survived; NULL while there is power */
    guint operations, cut_at;
    CrashKind kind;
    bool is_running;
};

static void free_change(gpointer data)
{
    Change *change = data;
    g_clear_pointer(&change->bytes, g_bytes_unref);
    g_free(change);
}

static void free_node(gpointer data)
{
    Node *node = data;
    g_byte_array_unref(node->synced);
    g_ptr_array_unref(node->changes);
    g_free(node->moved_from);
    g_free(node);
}

static Node *add_node(CrashDisk *disk, const char *path)
{
    Node *node = g_new0(Node, 1);
    node->synced = g_byte_array_new();
    node->changes = g_ptr_array_new_with_free_func(free_change);
    g_ptr_array_add(disk->nodes, node);
    g_hash_table_insert(disk->present, g_strdup(path), node);
    return node;
}

static void apply(GByteArray *content, const Change *change)
{
    if (change->bytes == NULL) {
        guint size = content->len;
        g_byte_array_set_size(content, (guint)change->offset);
        if (content->len > size) {
            memset(content->data + size, 0, content->len - size);
        }
        return;
    }
    gsize length = 0;
    const guint8 *bytes = g_bytes_get_data(change->bytes, &length);
    guint end = (guint)change->offset + (guint)length, size = content->len;
    if (end > size) {
        g_byte_array_set_size(content, end);
        memset(content->data + size, 0, end - size);
    }
    if (length > 0) {
        memcpy(content->data + change->offset, bytes, length);
    }
}

static void add_change(Node *node, gint64 offset, GBytes *bytes)
{
    Change *change = g_new(Change, 1);
    *change = (Change){offset, bytes};
    g_ptr_array_add(node->changes, change);
}

/* Files that came or went, or were written, without the VFS. */
static void look_at_file(const char *path, gpointer data)
{
    CrashDisk *disk = data;
    g_autofree char *content = NULL;
    gsize length = 0;
    Node *node = g_hash_table_lookup(disk->present, path);
    if ((node != NULL && node->is_watched) || !g_file_get_contents(path, &content, &length, NULL)) {
        return;
    }
    node = node != NULL ? node : add_node(disk, path);
    g_ptr_array_set_size(node->changes, 0);
    if (length != node->synced->len ||
        (length > 0 && memcmp(content, node->synced->data, length) != 0)) {
        add_change(node, (gint64)length, NULL);
        add_change(node, 0, g_bytes_new(content, length));
    }
}

static gboolean is_gone(gpointer path, gpointer node, gpointer disk)
{
    (void)node, (void)disk;
    return !g_file_test(path, G_FILE_TEST_EXISTS);
}

static void look(CrashDisk *disk)
{
    g_hash_table_foreach_remove(disk->present, is_gone, NULL);
    place_each_file(disk->folder, look_at_file, disk);
}

static void sync_file(CrashDisk *disk, const char *path)
{
    look_at_file(path, disk);
    const Node *node = g_hash_table_lookup(disk->present, path);
    for (; node != NULL && node->changes->len > 0; g_ptr_array_remove_index(node->changes, 0)) {
        apply(node->synced, g_ptr_array_index(node->changes, 0));
    }
}

static gboolean is_in(gpointer path, gpointer node, gpointer folder)
{
    (void)node;
    g_autofree char *parent = g_path_get_dirname(path);
    return strcmp(parent, folder) == 0;
}

static void sync_folder(CrashDisk *disk, const char *folder)
{
    GHashTableIter files;
    gpointer path = NULL, data = NULL;
    look(disk);
    g_autofree char *name = g_strdup(folder);
    g_hash_table_foreach_remove(disk->lasting, is_in, name);
    g_hash_table_iter_init(&files, disk->present);
    while (g_hash_table_iter_next(&files, &path, &data)) {
        Node *node = data;
        if (is_in(path, node, name)) {
            g_hash_table_insert(disk->lasting, g_strdup(path), node);
            g_clear_pointer(&node->moved_from, g_free);
        }
    }
}

/* Adds the part of CHANGE that a cut leaves. */
static void tear(CrashDisk *disk, GByteArray *content, const Change *change)
{
    if (change->bytes == NULL) {
        if (g_rand_boolean(disk->chance)) {
            apply(content, change);
        }
        return;
    }
    gsize length = g_bytes_get_size(change->bytes);
    for (gsize at = 0; at < length;) {
        gsize part = MIN((gsize)SECTOR - ((gsize)change->offset + at) % SECTOR, length - at);
        guint fate = (guint)g_rand_int_range(disk->chance, 0, 16);
        Change sector = {change->offset + (gint64)at,
                         g_bytes_new_from_bytes(change->bytes, at, part)};
        if (fate == 0) {
            g_bytes_unref(sector.bytes);
            g_autofree guint8 *rubbish = g_malloc(part);
            memset(rubbish, (int)g_rand_int_range(disk->chance, 0, 256), part);
            sector.bytes = g_bytes_new(rubbish, part);
        }
        if (fate < 8) {
            apply(content, &sector);
        }
        g_bytes_unref(sector.bytes);
        at += part;
    }
}

static GBytes *surviving_content(CrashDisk *disk, const Node *node)
{
    g_autoptr(GByteArray) content = g_byte_array_new();
    g_byte_array_append(content, node->synced->data, node->synced->len);
    guint count = node->changes->len, first = count;
    if (disk->kind == CRASH_KEEPS_NONE || disk->kind == CRASH_KEEPS_SOME) {
        first = 0;
    } else if (disk->kind == CRASH_KEEPS_FIRST) {
        first = (guint)g_rand_int_range(disk->chance, 0, (gint32)count + 1);
    }
    for (guint i = 0; i < count; i++) {
        const Change *change = g_ptr_array_index(node->changes, i);
        if (i < first) {
            apply(content, change);
        } else if (disk->kind == CRASH_KEEPS_SOME) {
            tear(disk, content, change);
        }
    }
    return g_bytes_new(content->data, content->len);
}

static bool new_name_stays(CrashDisk *disk)
{
    return disk->kind == CRASH_KEEPS_ALL ||
           (disk->kind != CRASH_KEEPS_NONE && g_rand_boolean(disk->chance));
}

static void keep(CrashDisk *disk, const char *path, const Node *node)
{
    if (node != NULL) {
        g_hash_table_insert(disk->left, g_strdup(path), surviving_content(disk, node));
    }
}

/* A rename is there or not: the file has one of its two names. SETTLED gets the paths. */
static void settle_renames(CrashDisk *disk, GHashTable *settled)
{
    GHashTableIter files;
    gpointer path = NULL, data = NULL;
    g_hash_table_iter_init(&files, disk->present);
    while (g_hash_table_iter_next(&files, &path, &data)) {
        const Node *node = data;
        if (node->moved_from == NULL) {
            continue;
        }
        bool stays = new_name_stays(disk);
        keep(disk, path, stays ? node : g_hash_table_lookup(disk->lasting, path));
        if (!stays) {
            keep(disk, node->moved_from, g_hash_table_lookup(disk->lasting, node->moved_from));
        }
        g_hash_table_add(settled, g_strdup(path));
        g_hash_table_add(settled, g_strdup(node->moved_from));
    }
}

/* Of the names in ONE: what is the same in both stays, what differs may be either. */
static void settle_names(CrashDisk *disk, GHashTable *one, GHashTable *settled)
{
    GHashTableIter files;
    gpointer path = NULL, data = NULL;
    g_hash_table_iter_init(&files, one);
    while (g_hash_table_iter_next(&files, &path, &data)) {
        if (g_hash_table_add(settled, g_strdup(path))) {
            const Node *now = g_hash_table_lookup(disk->present, path);
            const Node *then = g_hash_table_lookup(disk->lasting, path);
            keep(disk, path, now == then || new_name_stays(disk) ? now : then);
        }
    }
}

static void cut_power(CrashDisk *disk)
{
    g_autoptr(GHashTable) settled = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    disk->left =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
    settle_renames(disk, settled);
    settle_names(disk, disk->present, settled);
    settle_names(disk, disk->lasting, settled);
}

/* Counts an operation; false when the power goes at it. */
static bool count(CrashDisk *disk)
{
    disk->operations++;
    if (disk->operations == disk->cut_at) {
        cut_power(disk);
    }
    return disk->left == NULL;
}

/* Whether an operation on PATH is to be noted. */
static bool is_noted(CrashDisk *disk, const char *path)
{
    if (disk->left != NULL || path == NULL || !g_str_has_prefix(path, disk->folder)) {
        return false;
    }
    if (disk->operations + 1 == disk->cut_at) {
        look(disk);
    }
    return true;
}

static Node *watch(CrashDisk *disk, const char *path)
{
    look_at_file(path, disk);
    Node *node = g_hash_table_lookup(disk->present, path);
    node = node != NULL ? node : add_node(disk, path);
    node->is_watched = true;
    return node;
}

bool crash_disk_write(CrashDisk *disk, const char *path, gint64 offset, gconstpointer bytes,
                      gsize length)
{
    if (!is_noted(disk, path)) {
        return disk->left == NULL;
    }
    add_change(watch(disk, path), offset, g_bytes_new(bytes, length));
    return count(disk);
}

bool crash_disk_truncate(CrashDisk *disk, const char *path, gint64 size)
{
    if (!is_noted(disk, path)) {
        return disk->left == NULL;
    }
    add_change(watch(disk, path), size, NULL);
    return count(disk);
}

bool crash_disk_create(CrashDisk *disk, const char *path)
{
    if (g_hash_table_contains(disk->present, path) || !is_noted(disk, path)) {
        return disk->left == NULL;
    }
    watch(disk, path);
    return count(disk);
}

bool crash_disk_unlink(CrashDisk *disk, const char *path)
{
    if (!is_noted(disk, path)) {
        return disk->left == NULL;
    }
    g_hash_table_remove(disk->present, path);
    return count(disk);
}

bool crash_disk_rename(CrashDisk *disk, const char *from, const char *to)
{
    if (!is_noted(disk, from)) {
        return disk->left == NULL;
    }
    look(disk);
    Node *node = g_hash_table_lookup(disk->present, from);
    if (node != NULL) {
        g_free(node->moved_from);
        node->moved_from = g_strdup(from);
        g_hash_table_insert(disk->present, g_strdup(to), node);
        g_hash_table_remove(disk->present, from);
    }
    return count(disk);
}

bool crash_disk_sync(CrashDisk *disk, const char *path)
{
    /* When the power goes at this moment, nothing is synced. */
    if (!is_noted(disk, path) || !count(disk)) {
        return disk->left == NULL;
    }
    if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
        sync_folder(disk, path);
    } else {
        sync_file(disk, path);
    }
    return true;
}

bool crash_disk_is_off(const CrashDisk *disk)
{
    return disk->left != NULL;
}

CrashDisk *crash_disk_running(void)
{
    CrashDisk *disk = crash_vfs_disk();
    return disk != NULL && disk->is_running ? disk : NULL;
}

CrashDisk *crash_disk_new(GRand *chance)
{
    CrashDisk *disk = g_new0(CrashDisk, 1);
    disk->chance = chance;
    crash_vfs_register(disk);
    return disk;
}

void crash_disk_start(CrashDisk *disk, const char *folder, guint cut_at, CrashKind kind)
{
    assert_false(disk->is_running);
    disk->folder = g_strdup(folder);
    disk->nodes = g_ptr_array_new_with_free_func(free_node);
    disk->present = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    disk->lasting = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    disk->operations = 0;
    disk->cut_at = cut_at;
    disk->kind = kind;
    look(disk);
    GHashTableIter files;
    gpointer path = NULL, node = NULL;
    g_hash_table_iter_init(&files, disk->present);
    while (g_hash_table_iter_next(&files, &path, &node)) {
        sync_file(disk, path);
        g_hash_table_insert(disk->lasting, g_strdup(path), node);
    }
    disk->is_running = true;
}

static void put_what_is_left(CrashDisk *disk)
{
    GHashTableIter files;
    gpointer path = NULL, bytes = NULL;
    look(disk);
    g_hash_table_iter_init(&files, disk->present);
    while (g_hash_table_iter_next(&files, &path, NULL)) {
        g_unlink(path);
    }
    g_hash_table_iter_init(&files, disk->left);
    while (g_hash_table_iter_next(&files, &path, &bytes)) {
        gsize size = g_bytes_get_size(bytes);
        place_write(path, size > 0 ? g_bytes_get_data(bytes, NULL) : "", size);
    }
}

guint crash_disk_stop(CrashDisk *disk)
{
    if (disk->left != NULL) {
        put_what_is_left(disk);
    }
    disk->is_running = false;
    g_clear_pointer(&disk->left, g_hash_table_unref);
    g_clear_pointer(&disk->present, g_hash_table_unref);
    g_clear_pointer(&disk->lasting, g_hash_table_unref);
    g_clear_pointer(&disk->nodes, g_ptr_array_unref);
    g_clear_pointer(&disk->folder, g_free);
    return disk->operations;
}
