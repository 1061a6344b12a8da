/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The states of reading keys. What control sequences mean is in keysequence.c. */
#include "tui/keyreader.h"

#include "tui/keysequence.h"

#include <string.h>

#define ESCAPE 0x1B
#define PASTE_LIMIT (1024 * 1024)
/* A paste that stops in the middle is given up after this long, or the keyboard would be dead. */
#define PASTE_PATIENCE 5000
/* What comes so soon after the end of a paste is part of it: a paste that holds the mark of the end
 * itself comes in pieces with pauses of a few milliseconds. */
#define PASTE_TAIL 30
#define SEQUENCE_LIMIT 64
/* Rows that a step of the wheel goes. */
#define WHEEL_ROWS 3
/* No window has more rows or columns. */
#define MOST_CELLS 10000

static const char paste_end[] = "\x1b[201~";

typedef enum {
    STATE_GROUND,
    STATE_ESCAPE,        /* after an escape */
    STATE_SEQUENCE,      /* after ESC [ */
    STATE_SINGLE,        /* after ESC O */
    STATE_STRING,        /* after ESC ], ESC P and the like: an answer of the terminal */
    STATE_STRING_ENDING, /* after the ESC that ends it */
    STATE_MOUSE,         /* three bytes of an old mouse report */
    STATE_PASTE,
    STATE_PASTE_ENDED /* so shortly after a paste that it may go on */
} State;

struct KeyReader {
    State state;
    unsigned escape_delay;
    EventFunc take;
    gpointer data;
    GString *sequence; /* what came after ESC [ or ESC ] */
    char partial[4];   /* a character that is not whole yet */
    gsize partial_length;
    GString *paste;
    gsize end_match;  /* how much of paste_end the last bytes are */
    guint8 report[3]; /* of the mouse */
    unsigned reported;
};

KeyReader *key_reader_new(unsigned escape_delay, EventFunc take, gpointer data)
{
    KeyReader *reader = g_new0(KeyReader, 1);
    reader->escape_delay = escape_delay;
    reader->take = take;
    reader->data = data;
    reader->sequence = g_string_new(NULL);
    reader->paste = g_string_new(NULL);
    return reader;
}

void key_reader_free(KeyReader *reader)
{
    if (reader) {
        g_string_free(reader->sequence, TRUE);
        g_string_free(reader->paste, TRUE);
        g_free(reader);
    }
}

static void emit_key(KeyReader *reader, Key key)
{
    if (key != K_NONE) {
        const Event event = {.kind = EVENT_KEY, .key = key};
        reader->take(&event, reader->data);
    }
}

/* The key an ASCII byte or another character means. */
static Key key_of_char(gunichar c)
{
    if (c == '\r' || c == '\n') {
        return K_ENTER;
    }
    if (c == '\t') {
        return K_TAB;
    }
    if (c == 8 || c == 0x7F) {
        return K_BACKSPACE;
    }
    if (c == 0 || (c >= 0x80 && c < 0xA0)) {
        return K_NONE;
    }
    if (c < 0x20) {
        return K_CTRL + (c <= 26 ? 'a' + c - 1 : '[' + c - ESCAPE);
    }
    return c;
}

/* Adds BYTE to the character being read. True when *C is whole; a broken one is U+FFFD. */
static bool assemble(KeyReader *reader, guint8 byte, gunichar *c)
{
    if (byte < 0x80) {
        reader->partial_length = 0;
        *c = byte;
        return true;
    }
    if (byte >= 0xC0) {
        reader->partial_length = 0;
    }
    reader->partial[reader->partial_length++] = (char)byte;
    gunichar read = g_utf8_get_char_validated(reader->partial, (gssize)reader->partial_length);
    if (read == (gunichar)-2 && reader->partial_length < sizeof reader->partial) {
        return false;
    }
    reader->partial_length = 0;
    *c = read == (gunichar)-1 || read == (gunichar)-2 ? 0xFFFD : read;
    return true;
}

static void emit_char(KeyReader *reader, guint8 byte, Key modifiers)
{
    gunichar c;
    if (assemble(reader, byte, &c)) {
        Key key = key_of_char(c);
        emit_key(reader, key == K_NONE ? K_NONE : key | modifiers);
        reader->state = STATE_GROUND;
    }
}

/* The paste without what is no text, line breaks as \n. */
static char *clean_paste(const GString *paste)
{
    g_autofree char *valid = g_utf8_make_valid(paste->str, (gssize)paste->len);
    GString *clean = g_string_sized_new(strlen(valid));
    for (const char *at = valid; *at; at = g_utf8_find_next_char(at, NULL)) {
        gunichar c = g_utf8_get_char(at);
        if (c == '\r') {
            c = at[1] == '\n' ? 0 : '\n';
        }
        if (c == '\n' || c == '\t' || (c != 0 && !g_unichar_iscntrl(c))) {
            g_string_append_unichar(clean, c);
        }
    }
    return g_string_free(clean, FALSE);
}

static void emit_paste(KeyReader *reader)
{
    reader->state = STATE_GROUND;
    reader->end_match = 0;
    g_autofree char *text = clean_paste(reader->paste);
    g_string_truncate(reader->paste, 0);
    if (*text) {
        const Event event = {.kind = EVENT_PASTE, .text = text};
        reader->take(&event, reader->data);
    }
}

static void begin_paste(KeyReader *reader)
{
    reader->state = STATE_PASTE;
    reader->end_match = 0;
}

static void paste_byte(KeyReader *reader, guint8 byte)
{
    if (reader->paste->len < PASTE_LIMIT && byte != 0) {
        g_string_append_c(reader->paste, (char)byte);
    }
    bool matches = byte == (guint8)paste_end[reader->end_match];
    reader->end_match = matches ? reader->end_match + 1 : byte == ESCAPE;
    if (reader->end_match < strlen(paste_end)) {
        return;
    }
    reader->end_match = 0;
    if (g_str_has_suffix(reader->paste->str, paste_end)) {
        g_string_truncate(reader->paste, reader->paste->len - strlen(paste_end));
    }
    reader->state = STATE_PASTE_ENDED;
}

static void escape_byte(KeyReader *reader, guint8 byte)
{
    g_string_truncate(reader->sequence, 0);
    switch (byte) {
    case '[':
        reader->state = STATE_SEQUENCE;
        break;
    case 'O':
        reader->state = STATE_SINGLE;
        break;
    case ']':
    case 'P':
    case '_':
    case '^':
        g_string_append_c(reader->sequence, (char)byte);
        reader->state = STATE_STRING;
        break;
    case ESCAPE:
        emit_key(reader, K_ESC);
        break;
    default:
        emit_char(reader, byte, K_ALT);
    }
}

/* What the mouse did at COL, ROW, from 1; BUTTON with the modifiers as xterm numbers them. */
static void emit_mouse(KeyReader *reader, guint64 button, guint64 col, guint64 row)
{
    static const guint64 modifiers = 4 + 8 + 16;
    if (col < 1 || row < 1 || col > MOST_CELLS || row > MOST_CELLS) {
        return;
    }
    Event event = {.kind = EVENT_WHEEL, .row = (int)row - 1, .col = (int)col - 1};
    switch (button & ~modifiers) {
    case 0:
        event.kind = EVENT_CLICK;
        break;
    case 64:
        event.steps = -WHEEL_ROWS;
        break;
    case 65:
        event.steps = WHEEL_ROWS;
        break;
    default:
        return;
    }
    reader->take(&event, reader->data);
}

/* ESC [ < BUTTON ; COL ; ROW, and M when it was pressed. */
static void sequence_mouse(KeyReader *reader)
{
    const char *sequence = reader->sequence->str + 1;
    char *after_button, *after_col, *after_row;
    guint64 button = g_ascii_strtoull(sequence, &after_button, 10);
    if (*after_button != ';') {
        return;
    }
    guint64 col = g_ascii_strtoull(after_button + 1, &after_col, 10);
    if (*after_col != ';') {
        return;
    }
    guint64 row = g_ascii_strtoull(after_col + 1, &after_row, 10);
    if (strcmp(after_row, "M") == 0) {
        emit_mouse(reader, button, col, row);
    }
}

/* The old way: ESC [ M and three bytes, each with 32 added. */
static void mouse_byte(KeyReader *reader, guint8 byte)
{
    enum { ADDED = 32 };
    reader->report[reader->reported++] = byte;
    if (reader->reported < sizeof reader->report) {
        return;
    }
    reader->state = STATE_GROUND;
    if (reader->report[0] >= ADDED && reader->report[1] > ADDED && reader->report[2] > ADDED) {
        emit_mouse(reader, (guint64)reader->report[0] - ADDED, (guint64)reader->report[1] - ADDED,
                   (guint64)reader->report[2] - ADDED);
    }
}

static void sequence_byte(KeyReader *reader, guint8 byte)
{
    if (byte == ESCAPE) {
        reader->state = STATE_ESCAPE;
        return;
    }
    bool is_too_long = reader->sequence->len > SEQUENCE_LIMIT;
    if (!is_too_long) {
        g_string_append_c(reader->sequence, (char)byte);
    }
    /* ESC [ [ A is how the Linux console sends F1. */
    bool is_final = byte >= 0x40 && byte <= 0x7E && !(byte == '[' && reader->sequence->len == 1);
    if (!is_final) {
        if (byte < 0x20 || byte > 0x7E) {
            reader->state = STATE_GROUND;
        }
        return;
    }
    reader->state = STATE_GROUND;
    if (is_too_long) {
        return;
    }
    if (strcmp(reader->sequence->str, "200~") == 0) {
        begin_paste(reader);
    } else if (strcmp(reader->sequence->str, "M") == 0) {
        reader->state = STATE_MOUSE;
        reader->reported = 0;
    } else if (reader->sequence->str[0] == '<') {
        sequence_mouse(reader);
    } else {
        emit_key(reader, key_of_sequence(reader->sequence->str));
    }
}

static void string_byte(KeyReader *reader, guint8 byte)
{
    if (byte == '\a') {
        reader->state = STATE_GROUND;
    } else if (byte == ESCAPE) {
        /* ESC \ ends it; the backslash is then no key. */
        reader->state = STATE_STRING_ENDING;
    } else {
        g_string_append_c(reader->sequence, (char)byte);
        if (reader->sequence->len > SEQUENCE_LIMIT * 16) {
            reader->state = STATE_GROUND;
        }
    }
}

void key_reader_byte(KeyReader *reader, guint8 byte)
{
    switch (reader->state) {
    case STATE_GROUND:
        if (byte == ESCAPE) {
            reader->partial_length = 0;
            reader->state = STATE_ESCAPE;
        } else {
            emit_char(reader, byte, 0);
        }
        break;
    case STATE_ESCAPE:
        escape_byte(reader, byte);
        break;
    case STATE_SEQUENCE:
        sequence_byte(reader, byte);
        break;
    case STATE_SINGLE:
        reader->state = STATE_GROUND;
        emit_key(reader, key_of_single(byte));
        break;
    case STATE_STRING:
        string_byte(reader, byte);
        break;
    case STATE_STRING_ENDING:
        reader->state = STATE_GROUND;
        break;
    case STATE_MOUSE:
        mouse_byte(reader, byte);
        break;
    case STATE_PASTE:
    case STATE_PASTE_ENDED:
        paste_byte(reader, byte);
        break;
    }
}

void key_reader_key(KeyReader *reader, Key key)
{
    if (reader->state == STATE_PASTE || reader->state == STATE_PASTE_ENDED) {
        return;
    }
    Key modifiers = reader->state == STATE_ESCAPE ? K_ALT : 0;
    reader->state = STATE_GROUND;
    emit_key(reader, key | modifiers);
}

void key_reader_pause(KeyReader *reader)
{
    if (reader->state == STATE_ESCAPE && reader->partial_length == 0) {
        reader->state = STATE_GROUND;
        emit_key(reader, K_ESC);
    }
}

unsigned key_reader_patience(const KeyReader *reader)
{
    switch (reader->state) {
    case STATE_GROUND:
        return 0;
    case STATE_PASTE:
        return PASTE_PATIENCE;
    case STATE_PASTE_ENDED:
        return PASTE_TAIL;
    case STATE_ESCAPE:
    case STATE_SEQUENCE:
    case STATE_SINGLE:
    case STATE_STRING:
    case STATE_STRING_ENDING:
    case STATE_MOUSE:
    default:
        return MAX(reader->escape_delay, 1);
    }
}

void key_reader_flush(KeyReader *reader)
{
    State state = reader->state;
    key_reader_pause(reader);
    reader->state = STATE_GROUND;
    reader->partial_length = 0;
    if (state == STATE_PASTE || state == STATE_PASTE_ENDED) {
        emit_paste(reader);
    } else if (state == STATE_SEQUENCE && reader->sequence->len == 0) {
        emit_key(reader, K_ALT + '[');
    } else if (state == STATE_SINGLE) {
        emit_key(reader, K_ALT + 'O');
    } else if (state == STATE_STRING && reader->sequence->len == 1) {
        emit_key(reader, K_ALT + (Key)reader->sequence->str[0]);
    }
}
