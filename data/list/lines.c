/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The physical lines of a text file, as UTF-8. */
#include "data/list/lines.h"

#include "data/base/fault.h"
#include "data/base/filebytes.h"
#include "data/base/i18n.h"
#include "data/base/utf8.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

enum { CHUNK = 65536 };

struct ListLines {
    int fd;
    ListText text;
    char *name;
    GIConv from_utf16; /* (GIConv)-1 for files of bytes */
    GByteArray *units; /* UTF-16 bytes that wait for the rest of their character */
    GString *buffer;   /* read and not yet given out: UTF-8 or Windows-1252 */
    gsize start;       /* where the next line begins in buffer */
    gsize scanned;     /* no line break between start and here */
    guint64 position;  /* bytes read from the file */
    guint number;      /* of the line given out last */
    bool at_end;
};

ListLines *list_lines_open(const char *path, GError **error)
{
    ListText text;
    int fd = list_text_open(path, &text, error);
    if (fd < 0) {
        return NULL;
    }
    ListLines *lines = g_new0(ListLines, 1);
    lines->fd = fd;
    lines->text = text;
    lines->name = g_filename_display_name(path);
    lines->from_utf16 = (GIConv)-1;
    if (text.kind == LIST_TEXT_UTF16_LE) {
        lines->from_utf16 = g_iconv_open("UTF-8", "UTF-16LE");
    } else if (text.kind == LIST_TEXT_UTF16_BE) {
        lines->from_utf16 = g_iconv_open("UTF-8", "UTF-16BE");
    }
    lines->units = g_byte_array_new();
    lines->buffer = g_string_sized_new(2 * CHUNK);
    lines->position = text.mark;
    return lines;
}

void list_lines_free(ListLines *lines)
{
    if (!lines) {
        return;
    }
    close(lines->fd);
    if (lines->from_utf16 != (GIConv)-1) {
        g_iconv_close(lines->from_utf16);
    }
    g_byte_array_unref(lines->units);
    g_string_free(lines->buffer, TRUE);
    g_free(lines->name);
    g_free(lines);
}

void list_line_free(ListLine *line)
{
    if (line) {
        g_free(line->text);
    }
    g_free(line);
}

const ListText *list_lines_text(const ListLines *lines)
{
    return &lines->text;
}

guint64 list_lines_position(const ListLines *lines)
{
    guint64 waiting = lines->from_utf16 == (GIConv)-1 ? lines->buffer->len - lines->start : 0;
    return lines->position - waiting;
}

/* Moves what is complete in units over to the buffer; half a character becomes U+FFFD. */
static void convert_units(ListLines *lines)
{
    char *in = (char *)lines->units->data;
    gsize in_left = lines->units->len;
    while (in_left > 0) {
        char room[4096];
        char *out = room;
        gsize out_left = sizeof room;
        gsize result = g_iconv(lines->from_utf16, &in, &in_left, &out, &out_left);
        int problem = errno;
        g_string_append_len(lines->buffer, room, out - room);
        if (result != (gsize)-1 || problem == E2BIG) {
            continue;
        }
        if (problem == EINVAL && !lines->at_end) {
            break;
        }
        g_string_append(lines->buffer, "\xef\xbf\xbd");
        gsize skipped = MIN(in_left, 2);
        in += skipped;
        in_left -= skipped;
    }
    g_byte_array_remove_range(lines->units, 0, lines->units->len - (guint)in_left);
}

/* Reads one more chunk; sets at_end at the end of the file. */
static bool fill(ListLines *lines, GError **error)
{
    if (lines->start > 0) {
        g_string_erase(lines->buffer, 0, (gssize)lines->start);
        lines->scanned -= lines->start;
        lines->start = 0;
    }
    char chunk[CHUNK];
    gssize got = file_read(lines->fd, chunk, sizeof chunk);
    if (got < 0) {
        g_set_error(error, FAULT, FAULT_REFUSED,
                    _("“%s” could not be read to its end: %s. Please copy the file to this "
                      "computer and try again."),
                    lines->name, g_strerror(errno));
        return false;
    }
    lines->at_end = got == 0;
    lines->position += (guint64)got;
    if (lines->from_utf16 == (GIConv)-1) {
        g_string_append_len(lines->buffer, chunk, got);
    } else {
        g_byte_array_append(lines->units, (const guint8 *)chunk, (guint)got);
        convert_units(lines);
    }
    return true;
}

/* UTF-8 of LENGTH bytes that are mostly UTF-8: the others are read as Windows-1252, NUL goes. */
static char *mend(const char *bytes, gsize length, gsize *out_length)
{
    GString *mended = g_string_sized_new(length + 16);
    const char *end = bytes + length;
    while (bytes < end) {
        const char *bad;
        bool rest_is_fine = g_utf8_validate_len(bytes, (gsize)(end - bytes), &bad);
        g_string_append_len(mended, bytes, bad - bytes);
        if (rest_is_fine) {
            break;
        }
        if (*bad != '\0') {
            gsize letter_length;
            g_autofree char *letter = utf8_from_cp1252(bad, 1, &letter_length);
            g_string_append_len(mended, letter, (gssize)letter_length);
        }
        bytes = bad + 1;
    }
    *out_length = mended->len;
    return g_string_free(mended, FALSE);
}

/* The LENGTH bytes at BYTES as a line. */
static ListLine *make_line(ListLines *lines, const char *bytes, gsize length, bool too_long)
{
    ListLine *line = g_new0(ListLine, 1);
    line->number = ++lines->number;
    line->too_long = too_long;
    if (lines->text.kind == LIST_TEXT_CP1252) {
        line->text = utf8_from_cp1252(bytes, length, &line->length);
    } else if (g_utf8_validate_len(bytes, length, NULL)) {
        line->text = g_strndup(bytes, length);
        line->length = length;
    } else {
        line->text = mend(bytes, length, &line->length);
        line->repaired = !too_long;
    }
    return line;
}

/* Looks for the line break from scanned on; false when more must be read first. *LENGTH is that of
 * the break, 0 at the end. */
static bool find_break(ListLines *lines, gsize *length)
{
    const char *text = lines->buffer->str;
    gsize end = lines->buffer->len;
    gsize at = lines->scanned;
    while (at < end && text[at] != '\n' && text[at] != '\r') {
        at++;
    }
    lines->scanned = at;
    bool needs_more = at == end || (text[at] == '\r' && at + 1 == end);
    if (needs_more && !lines->at_end) {
        return false;
    }
    *length = at == end ? 0 : 1;
    if (at + 1 < end && text[at] == '\r' && text[at + 1] == '\n') {
        *length = 2;
    }
    return true;
}

ListLine *list_lines_next(ListLines *lines, GError **error)
{
    g_autofree char *head = NULL; /* the part that is kept of a line without end */
    gsize break_length;
    while (!find_break(lines, &break_length)) {
        if (lines->scanned - lines->start > LIST_LINE_MAX) {
            if (!head) {
                head = g_strndup(lines->buffer->str + lines->start, LIST_LINE_MAX);
            }
            lines->start = lines->scanned;
        }
        if (!fill(lines, error)) {
            return NULL;
        }
    }
    const char *bytes = lines->buffer->str + lines->start;
    gsize length = lines->scanned - lines->start;
    if (!head && length == 0 && break_length == 0) {
        return NULL;
    }
    bool too_long = head || length > LIST_LINE_MAX;
    ListLine *line = head ? make_line(lines, head, LIST_LINE_MAX, true)
                          : make_line(lines, bytes, MIN(length, LIST_LINE_MAX), too_long);
    lines->start = lines->scanned = lines->scanned + break_length;
    return line;
}
