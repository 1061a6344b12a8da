/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kind of text a list is. */
#include "data/list/encoding.h"

#include "data/base/fault.h"
#include "data/base/filebytes.h"
#include "data/base/i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK = 65536, CARRY = 4, CONTROLS_ALLOWED = 10, CONTROLS_ALLOWED_IN = 64 };

/* What is seen in the pass over the bytes. */
typedef struct {
    guint64 total, controls, blanks, many_byte, broken;
    bool has_nul;
    unsigned char carry[CARRY]; /* the beginning of a character that the next chunk completes */
    gsize carried;
} Tally;

/* What a file can be that is no list. */
typedef enum { PICTURE, SPREADSHEET, ARCHIVE, DOCUMENT, DATABASE, ADDRESS_BOOK } ForeignKind;

typedef struct {
    const char *bytes;
    gsize length;
    ForeignKind kind;
} Foreign;

static const Foreign foreigners[] = {
    {"\x89PNG", 4, PICTURE},
    {"\xff\xd8\xff", 3, PICTURE},
    {"GIF8", 4, PICTURE},
    {"RIFF", 4, PICTURE},
    {"II*\0", 4, PICTURE},
    {"MM\0*", 4, PICTURE},
    {"PK\x03\x04", 4, SPREADSHEET},
    {"\xd0\xcf\x11\xe0", 4, SPREADSHEET},
    {"\x1f\x8b", 2, ARCHIVE},
    {"BZh", 3, ARCHIVE},
    {"\xfd\x37zXZ", 5, ARCHIVE},
    {"7z\xbc\xaf", 4, ARCHIVE},
    {"%PDF", 4, DOCUMENT},
    {"{\\rtf", 5, DOCUMENT},
    {"SQLite format 3", 15, DATABASE},
    {"BEGIN:VCARD", 11, ADDRESS_BOOK},
};

/* The sentence about a file of KIND, with its name. */
static char *foreign_sentence(ForeignKind kind, const char *name)
{
    switch (kind) {
    case PICTURE:
        return g_strdup_printf(
            _("“%s” is a picture, not a list. Please choose a list saved as CSV."), name);
    case SPREADSHEET:
        return g_strdup_printf(
            _("“%s” is a spreadsheet in its own format, or an archive. Please open it in the "
              "spreadsheet program, save it as CSV, and choose that file."),
            name);
    case ARCHIVE:
        return g_strdup_printf(
            _("“%s” is packed. Please unpack it first and choose the list inside."), name);
    case DOCUMENT:
        return g_strdup_printf(
            _("“%s” is a document for reading or printing, not a list. Please choose a list saved "
              "as CSV."),
            name);
    case DATABASE:
        return g_strdup_printf(
            _("“%s” is a database, perhaps a shop, and not a list. Please choose a list saved as "
              "CSV."),
            name);
    case ADDRESS_BOOK:
        return g_strdup_printf(
            _("“%s” is an address book of electronic cards. Please export the contacts as CSV and "
              "choose that file."),
            name);
    }
    return g_strdup(name);
}

/* Adds the LENGTH bytes at BYTES to the counts of valid and broken characters; returns how many
 * were judged. With LAST, all are. */
static gsize tally_utf8(Tally *tally, const unsigned char *bytes, gsize length, bool last)
{
    gsize at = 0;
    while (at < length) {
        if (bytes[at] < 0x80) {
            at++;
            continue;
        }
        gunichar found = g_utf8_get_char_validated((const char *)bytes + at, (gssize)(length - at));
        /* A character cut by the end of the chunk; -2 also stands for one that a NUL cuts. */
        if (found == (gunichar)-2 && !last && length - at <= CARRY) {
            return at;
        }
        if (found == (gunichar)-1 || found == (gunichar)-2) {
            tally->broken++;
            at++;
        } else {
            tally->many_byte++;
            at += (gsize)g_unichar_to_utf8(found, NULL);
        }
    }
    return at;
}

static void tally_bytes(Tally *tally, unsigned char *bytes, gsize length)
{
    tally->total += length;
    tally->has_nul = tally->has_nul || memchr(bytes, '\0', length);
    for (gsize i = 0; i < length; i++) {
        if (g_ascii_isspace(bytes[i])) {
            tally->blanks++;
        } else if (bytes[i] < 0x20 || bytes[i] == 0x7f) {
            tally->controls++;
        }
    }
}

/* Judges a chunk that has CARRY bytes of room before BYTES. */
static void tally_chunk(Tally *tally, unsigned char *bytes, gsize length)
{
    tally_bytes(tally, bytes, length);
    unsigned char *from = bytes - tally->carried;
    memcpy(from, tally->carry, tally->carried);
    gsize whole = tally->carried + length;
    gsize judged = tally_utf8(tally, from, whole, false);
    tally->carried = whole - judged;
    memcpy(tally->carry, from + judged, tally->carried);
}

/* UTF-16 holds zero bytes, but no whole unit of zero. */
static void tally_units(Tally *tally, const unsigned char *bytes, gsize length)
{
    tally->total += length;
    for (gsize i = 0; i + 1 < length; i += 2) {
        tally->has_nul = tally->has_nul || (bytes[i] == 0 && bytes[i + 1] == 0);
    }
}

static void set_errno_error(GError **error, const char *name, int code)
{
    if (code == ENOENT || code == ENOTDIR) {
        g_set_error(error, FAULT, FAULT_MISSING,
                    _("There is no file “%s”. Please check its name and folder."), name);
    } else if (code == EACCES || code == EPERM) {
        g_set_error(error, FAULT, FAULT_REFUSED,
                    _("“%s” may not be read. Please ask whoever looks after this computer for the "
                      "permission, or copy the file to a folder of your own."),
                    name);
    } else {
        g_set_error(error, FAULT, FAULT_REFUSED,
                    _("“%s” cannot be read: %s. Please copy the file to this computer and try "
                      "again."),
                    name, g_strerror(code));
    }
}

/* Sets SENTENCE, which is freed, as the error; always false. */
static bool refuse(GError **error, char *sentence)
{
    g_set_error_literal(error, FAULT, FAULT_REFUSED, sentence);
    g_free(sentence);
    return false;
}

/* The byte order mark and the first look at the head of the file. */
static bool judge_head(const char *name, const unsigned char *head, gsize length, ListText *text,
                       GError **error)
{
    for (gsize i = 0; i < G_N_ELEMENTS(foreigners); i++) {
        const Foreign *foreign = &foreigners[i];
        if (length >= foreign->length && memcmp(head, foreign->bytes, foreign->length) == 0) {
            return refuse(error, foreign_sentence(foreign->kind, name));
        }
    }
    if (length >= 3 && memcmp(head, "\xef\xbb\xbf", 3) == 0) {
        text->mark = 3;
    } else if (length >= 2 && memcmp(head, "\xff\xfe", 2) == 0) {
        text->kind = LIST_TEXT_UTF16_LE;
        text->mark = 2;
    } else if (length >= 2 && memcmp(head, "\xfe\xff", 2) == 0) {
        text->kind = LIST_TEXT_UTF16_BE;
        text->mark = 2;
    }
    return true;
}

static bool judge_tally(const char *name, Tally *tally, ListText *text, GError **error)
{
    if (tally->has_nul || tally->controls > CONTROLS_ALLOWED + tally->total / CONTROLS_ALLOWED_IN) {
        return refuse(
            error,
            g_strdup_printf(
                _("“%s” holds bytes that no text has, so it cannot be read as a list. Please "
                  "save the list as CSV and choose that file."),
                name));
    }
    if (tally->total <= text->mark + (text->mark == 2 ? 0 : tally->blanks)) {
        return refuse(error,
                      g_strdup_printf(_("“%s” is empty. Please choose the list itself."), name));
    }
    if (text->mark == 2) {
        return true;
    }
    tally_utf8(tally, tally->carry, tally->carried, true);
    if (text->mark == 0 && tally->broken > 0 && tally->many_byte <= tally->broken) {
        text->kind = LIST_TEXT_CP1252;
    } else {
        text->broken = tally->broken;
    }
    return true;
}

static bool judge(int fd, const char *name, ListText *text, GError **error)
{
    g_autofree unsigned char *room = g_malloc(CARRY + CHUNK);
    unsigned char *bytes = room + CARRY;
    Tally tally = {0};
    for (;;) {
        gssize got = file_read_full(fd, bytes, CHUNK);
        if (got < 0) {
            set_errno_error(error, name, errno);
            return false;
        }
        if (got == 0) {
            break;
        }
        if (tally.total == 0 && !judge_head(name, bytes, (gsize)got, text, error)) {
            return false;
        }
        if (text->mark == 2) {
            tally_units(&tally, bytes, (gsize)got);
        } else {
            tally_chunk(&tally, bytes, (gsize)got);
        }
    }
    text->size = tally.total;
    if (!judge_tally(name, &tally, text, error)) {
        return false;
    }
    if (lseek(fd, (off_t)text->mark, SEEK_SET) < 0) {
        set_errno_error(error, name, errno);
        return false;
    }
    return true;
}

int list_text_open(const char *path, ListText *text, GError **error)
{
    *text = (ListText){.kind = LIST_TEXT_UTF8};
    g_autofree char *name = g_filename_display_name(path);
    /* Without O_NONBLOCK a pipe nobody writes to would hold the program. */
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (fd < 0) {
        set_errno_error(error, name, errno);
        return -1;
    }
    struct stat facts;
    bool fine = fstat(fd, &facts) == 0;
    if (!fine) {
        set_errno_error(error, name, errno);
    } else if (S_ISDIR(facts.st_mode)) {
        fine = refuse(
            error, g_strdup_printf(_("“%s” is a folder. Please choose the file inside it."), name));
    } else if (!S_ISREG(facts.st_mode)) {
        fine = refuse(
            error,
            g_strdup_printf(
                _("“%s” is not an ordinary file. Please save the list as a file and choose that."),
                name));
    }
    if (fine && judge(fd, name, text, error)) {
        return fd;
    }
    close(fd);
    return -1;
}

const char *list_text_name(ListTextKind kind)
{
    switch (kind) {
    case LIST_TEXT_UTF8:
        return "UTF-8";
    case LIST_TEXT_UTF16_LE:
    case LIST_TEXT_UTF16_BE:
        return "UTF-16";
    case LIST_TEXT_CP1252:
        return "Windows-1252";
    }
    return "";
}
