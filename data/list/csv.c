/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A CSV file as people have it, record by record. */
#include "data/list/csv.h"

#include "data/base/i18n.h"
#include "data/list/cells.h"
#include "data/list/lines.h"
#include "data/list/separator.h"

#include <string.h>

enum { HEAD_BYTES = 65536, HEAD_LINES = 300, RECORD_LINES = 200, RECORD_BYTES = 4 * 1024 * 1024 };

struct CsvFile {
    ListLines *lines;
    GQueue waiting; /* ListLine: read ahead, still to be taken */
    CellsReader *reader;
    char separator;
    gsize columns; /* cells of most records, 0 when not known */
    CsvRecord record;
    GPtrArray *none; /* the cells of a refused record */
};

/* How an attempt to read a record ended. */
typedef enum {
    ATTEMPT_DONE,
    ATTEMPT_WRONG_AT_ONCE, /* quotation marks break the rules in the first line */
    ATTEMPT_UNCLOSED,
    ATTEMPT_FAILED /* the file can no longer be read */
} Attempt;

static ListLine *take_line(CsvFile *file, GError **error)
{
    ListLine *line = g_queue_pop_head(&file->waiting);
    return line ? line : list_lines_next(file->lines, error);
}

/* Reads the head of the file into waiting and tells the separator from it. */
static bool look_at_head(CsvFile *file, GError **error)
{
    g_autoptr(GPtrArray) head = g_ptr_array_new();
    gsize bytes = 0;
    while (bytes < HEAD_BYTES && head->len < HEAD_LINES) {
        GError *failure = NULL;
        ListLine *line = list_lines_next(file->lines, &failure);
        if (failure) {
            g_propagate_error(error, failure);
            return false;
        }
        if (!line) {
            break;
        }
        bytes += line->length;
        g_queue_push_tail(&file->waiting, line);
        g_ptr_array_add(head, line);
    }
    const ListLine *first = head->len > 0 ? g_ptr_array_index(head, 0) : NULL;
    file->separator = first ? separator_named(first->text) : '\0';
    if (file->separator) {
        g_ptr_array_remove_index(head, 0);
        list_line_free(g_queue_pop_head(&file->waiting));
    } else {
        file->separator = separator_guess(head);
    }
    file->columns = separator_columns(head, file->separator);
    return true;
}

CsvFile *csv_file_open(const char *path, GError **error)
{
    ListLines *lines = list_lines_open(path, error);
    if (!lines) {
        return NULL;
    }
    g_autoptr(CsvFile) file = g_new0(CsvFile, 1);
    file->lines = lines;
    g_queue_init(&file->waiting);
    file->none = g_ptr_array_new();
    if (!look_at_head(file, error)) {
        return NULL;
    }
    file->reader = cells_new(file->separator);
    return g_steal_pointer(&file);
}

void csv_file_free(CsvFile *file)
{
    if (!file) {
        return;
    }
    g_queue_clear_full(&file->waiting, (GDestroyNotify)list_line_free);
    g_clear_pointer(&file->reader, cells_free);
    g_clear_pointer(&file->lines, list_lines_free);
    g_ptr_array_unref(file->none);
    g_free(file->record.raw);
    g_free(file);
}

static bool is_blank(const ListLine *line)
{
    if (line->too_long) {
        return false;
    }
    for (char *at = line->text; *at; at = g_utf8_next_char(at)) {
        /* Old programs end a file with Ctrl-Z. */
        if (!g_unichar_isspace(g_utf8_get_char(at)) && *at != 0x1a) {
            return false;
        }
    }
    return true;
}

/* Puts the lines of TAKEN from FROM on back, so that they come next. */
static void put_back(CsvFile *file, GPtrArray *taken, guint from)
{
    while (taken->len > from) {
        g_queue_push_head(&file->waiting, g_ptr_array_steal_index(taken, taken->len - 1));
    }
}

/* Reads a record that begins with the only line of TAKEN, to which further lines are added as the
 * record needs them. */
static Attempt attempt(CsvFile *file, CellsQuoting quoting, GPtrArray *taken, GError **error)
{
    cells_restart(file->reader, quoting);
    gsize bytes = 0;
    for (guint at = 0;; at++) {
        if (at == taken->len) {
            GError *failure = NULL;
            ListLine *more = at < RECORD_LINES ? take_line(file, &failure) : NULL;
            if (failure) {
                g_propagate_error(error, failure);
                return ATTEMPT_FAILED;
            }
            if (!more) {
                return ATTEMPT_UNCLOSED;
            }
            g_ptr_array_add(taken, more);
        }
        const ListLine *line = g_ptr_array_index(taken, at);
        bytes += line->length;
        if (line->too_long || bytes > RECORD_BYTES) {
            return ATTEMPT_UNCLOSED;
        }
        CellsState state = cells_feed(file->reader, line->text, line->length);
        if (state == CELLS_WRONG) {
            return at == 0 ? ATTEMPT_WRONG_AT_ONCE : ATTEMPT_UNCLOSED;
        }
        if (state == CELLS_DONE) {
            return at > 0 && cells_look_swallowed(file->reader, file->columns) ? ATTEMPT_UNCLOSED
                                                                               : ATTEMPT_DONE;
        }
    }
}

/* Whether the record that was read without strictness has as many cells as the others; a first
 * record of one line always does. */
static bool fits(const CsvFile *file, const GPtrArray *taken)
{
    return cells_count(file->reader) == file->columns || (file->columns == 0 && taken->len == 1);
}

/* Reads the record that begins with the line in TAKEN as far as its quotation marks can be
 * understood. Sets REASON when they cannot. */
static bool read_record(CsvFile *file, GPtrArray *taken, const char **reason, GError **error)
{
    Attempt result = attempt(file, CELLS_STRICT, taken, error);
    if (result == ATTEMPT_WRONG_AT_ONCE) {
        result = attempt(file, CELLS_SLOPPY, taken, error);
        bool understood = result == ATTEMPT_DONE && fits(file, taken);
        if (!understood && result != ATTEMPT_FAILED) {
            put_back(file, taken, 1);
            result = attempt(file, CELLS_PLAIN, taken, error);
            understood = result == ATTEMPT_DONE && fits(file, taken);
        }
        if (result == ATTEMPT_DONE && !understood) {
            *reason = _("The quotation marks in this line do not go together. Please mend them "
                        "and take over the line again.");
        }
    }
    if (result == ATTEMPT_UNCLOSED) {
        put_back(file, taken, 1);
        *reason = _("A quotation mark is opened in this line and never closed. Please close it "
                    "and take over the line again.");
    }
    return result != ATTEMPT_FAILED;
}

static const char *reason_of_size(const CsvFile *file)
{
    if (cells_count(file->reader) > LIST_CELLS_MAX) {
        return _("This line has more than 10,000 cells. Please check the separators in it.");
    }
    if (cells_too_long(file->reader)) {
        return _("A cell in this line is longer than any customer's: more than a million "
                 "characters. Please shorten it.");
    }
    return NULL;
}

static void set_record(CsvFile *file, GPtrArray *taken, const char *reason)
{
    const ListLine *first = g_ptr_array_index(taken, 0);
    CsvRecord *record = &file->record;
    GString *raw = g_string_new(first->text);
    record->repaired = first->repaired;
    for (guint i = 1; i < taken->len; i++) {
        const ListLine *line = g_ptr_array_index(taken, i);
        g_string_append_c(raw, '\n');
        g_string_append_len(raw, line->text, (gssize)line->length);
        record->repaired = record->repaired || line->repaired;
    }
    g_free(record->raw);
    record->raw = g_string_free(raw, FALSE);
    record->line = first->number;
    record->reason = reason ? reason : reason_of_size(file);
    record->cells = record->reason ? file->none : cells_get(file->reader);
}

const CsvRecord *csv_file_next(CsvFile *file, GError **error)
{
    g_autoptr(ListLine) line = take_line(file, error);
    while (line && is_blank(line)) {
        list_line_free(line);
        line = take_line(file, error);
    }
    if (!line) {
        return NULL;
    }
    g_autoptr(GPtrArray) taken = g_ptr_array_new_with_free_func((GDestroyNotify)list_line_free);
    const char *reason = NULL;
    bool too_long = line->too_long;
    g_ptr_array_add(taken, g_steal_pointer(&line));
    if (too_long) {
        reason = _("This line is longer than any customer's: more than four million characters. "
                   "Please check the line breaks around it.");
    } else if (!read_record(file, taken, &reason, error)) {
        return NULL;
    }
    set_record(file, taken, reason);
    return &file->record;
}

guint64 csv_file_progress(const CsvFile *file, guint64 *total)
{
    *total = list_lines_text(file->lines)->size;
    return list_lines_position(file->lines);
}

char csv_file_separator(const CsvFile *file)
{
    return file->separator;
}

const char *csv_file_encoding(const CsvFile *file)
{
    return list_text_name(list_lines_text(file->lines)->kind);
}
