/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random damage that knows how a SQLite file is built:
 * https://www.sqlite.org/fileformat2.html. */
#include "tests/faults/mutate.h"

#include <string.h>

enum { PAGE = 4096, HEADER = 100, CELLS = 8, MOST_PLACES = 4, MOST_ADDED = 3 * PAGE };

typedef struct {
    guint8 *bytes;
    gsize length;
    GRand *chance;
} File;

static guint below(const File *file, gsize limit)
{
    return g_rand_int(file->chance) % (guint)MAX(limit, 1);
}

/* A byte at the edge of something, or any. */
static guint8 odd_byte(const File *file)
{
    static const guint8 odd[] = {0, 1, 2, 5, 10, 13, 0x7f, 0x80, 0x81, 0xfe, 0xff};
    return (guint8)(below(file, 2) == 0 ? odd[below(file, sizeof odd)] : below(file, 256));
}

static void flip_bits(File *file)
{
    for (guint i = below(file, 8) + 1; i > 0; i--) {
        file->bytes[below(file, file->length)] ^= (guint8)(1u << below(file, 8));
    }
}

static void change_bytes(File *file)
{
    gsize at = below(file, file->length);
    for (guint i = below(file, 20) + 1; i > 0 && at < file->length; i--, at++) {
        file->bytes[at] = odd_byte(file);
    }
}

static void change_header(File *file)
{
    gsize at = 16 + below(file, HEADER - 16);
    for (guint i = below(file, 4) + 1; i > 0 && at < file->length; i--, at++) {
        file->bytes[at] = odd_byte(file);
    }
}

/* Where the header of a random page begins. */
static gsize some_page(const File *file)
{
    guint page = below(file, file->length / PAGE);
    return page == 0 ? HEADER : (gsize)page * PAGE;
}

/* The kind, the free blocks, how many cells, where they begin, the right child. */
static void change_page(File *file)
{
    gsize at = some_page(file) + below(file, 12);
    if (at < file->length) {
        file->bytes[at] = odd_byte(file);
    }
}

/* Where a cell is, or the numbers it begins with: sizes, types, the page behind it. */
static void change_cell(File *file)
{
    gsize page = some_page(file);
    gsize at = page + CELLS + 2 * (gsize)below(file, 40);
    if (at + 1 >= file->length) {
        return;
    }
    gsize cell = page / PAGE * PAGE + ((gsize)file->bytes[at] << 8 | file->bytes[at + 1]);
    at = below(file, 2) == 0 ? at : cell + below(file, 16);
    for (guint i = below(file, 9) + 1; i > 0 && at < file->length; i--, at++) {
        file->bytes[at] = odd_byte(file);
    }
}

/* A word of the schema for another. */
static void change_schema(File *file)
{
    static const char *const words[] = {"CREATE", "TABLE ", "INDEX ", "UNIQUE", "STRICT",
                                        "NOT NU", "lookup", "INTEGE", "custom", "WHERE "};
    const char *from = words[below(file, G_N_ELEMENTS(words))];
    const char *to = words[below(file, G_N_ELEMENTS(words))];
    gsize start = below(file, file->length);
    guint8 *found = memmem(file->bytes + start, file->length - start, from, strlen(from));
    if (found != NULL) {
        memcpy(found, to, strlen(to));
    }
}

static void copy_page(File *file)
{
    guint pages = (guint)(file->length / PAGE);
    gsize from = (gsize)below(file, pages) * PAGE, to = (gsize)below(file, pages) * PAGE;
    if (pages > 0) {
        memmove(file->bytes + to, file->bytes + from, PAGE);
    }
}

static void blank(File *file)
{
    gsize at = below(file, file->length);
    gsize length = 1 + below(file, below(file, 2) == 0 ? 512 : 2 * PAGE);
    memset(file->bytes + at, odd_byte(file), MIN(file->length - at, length));
}

static void cut(File *file)
{
    gsize length = 1 + below(file, file->length);
    file->length = below(file, 2) == 0 && length > PAGE ? length / PAGE * PAGE : length;
}

static void add(File *file)
{
    gsize length = 1 + below(file, MOST_ADDED);
    file->bytes = g_realloc(file->bytes, file->length + length);
    for (gsize i = 0; i < length; i++) {
        file->bytes[file->length + i] = (guint8)below(file, 256);
    }
    file->length += length;
}

guint8 *mutate(const guint8 *bytes, gsize *length, GRand *chance)
{
    static void (*const ways[])(File * file) = {
        flip_bits,   change_bytes, change_header, change_page,   change_page,
        change_cell, change_cell,  change_cell,   change_schema, copy_page,
        blank,       cut,          change_schema, add,
    };
    File file = {g_memdup2(bytes, *length), *length, chance};
    for (guint i = below(&file, MOST_PLACES) + 1; i > 0; i--) {
        ways[below(&file, G_N_ELEMENTS(ways))](&file);
    }
    *length = file.length;
    return file.bytes;
}
