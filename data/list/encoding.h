/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kind of text a list is, told from all of its bytes; what is no text is refused. */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef enum {
    LIST_TEXT_UTF8,     /* a byte here and there may be wrong: see broken */
    LIST_TEXT_UTF16_LE, /* with a byte order mark */
    LIST_TEXT_UTF16_BE, /* with a byte order mark */
    LIST_TEXT_CP1252    /* Windows-1252, what older spreadsheets write */
} ListTextKind;

typedef struct {
    ListTextKind kind;
    gsize mark;     /* length of the byte order mark in bytes */
    guint64 size;   /* of the file in bytes */
    guint64 broken; /* for UTF-8: bytes that are none and will be read as Windows-1252 */
} ListText;

/* Opens the file at PATH for reading and judges it in one pass over its bytes, in chunks. UTF-16
 * needs its byte order mark. A file without one is UTF-8 when all of it is valid, or when it holds
 * more valid characters of several bytes than broken bytes; else it is Windows-1252. Returns the
 * file descriptor, standing behind the byte order mark, to be closed by the caller; -1 on failure:
 * FAULT_MISSING when there is no such file; FAULT_REFUSED when it may not be read, is a folder or
 * no plain file, is empty, is a picture, a spreadsheet in its own format, an archive, a database,
 * an address book, or holds NUL bytes. *TEXT is set on success. */
int list_text_open(const char *path, ListText *text, GError **error);

/* The name of KIND for people: "UTF-8", "UTF-16", "Windows-1252". Static. */
const char *list_text_name(ListTextKind kind);
