/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading keys through curses, and when the terminal is gone. */
#include "tui/terminal_private.h"

#include "tui/keysequence.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>

#define ESCAPE_DELAY 50

typedef struct {
    int code;
    Key key;
} CursesKey;

static const CursesKey curses_keys[] = {
    {KEY_UP, K_UP},
    {KEY_DOWN, K_DOWN},
    {KEY_LEFT, K_LEFT},
    {KEY_RIGHT, K_RIGHT},
    {KEY_HOME, K_HOME},
    {KEY_END, K_END},
    {KEY_PPAGE, K_PGUP},
    {KEY_NPAGE, K_PGDN},
    {KEY_IC, K_INSERT},
    {KEY_DC, K_DELETE},
    {KEY_BACKSPACE, K_BACKSPACE},
    {KEY_ENTER, K_ENTER},
    {KEY_BTAB, K_SHIFT + K_TAB},
    {KEY_SLEFT, K_SHIFT + K_LEFT},
    {KEY_SRIGHT, K_SHIFT + K_RIGHT},
    {KEY_SR, K_SHIFT + K_UP},
    {KEY_SF, K_SHIFT + K_DOWN},
    {KEY_SHOME, K_SHIFT + K_HOME},
    {KEY_SEND, K_SHIFT + K_END},
    {KEY_SDC, K_SHIFT + K_DELETE},
    {KEY_A1, K_HOME},
    {KEY_A3, K_PGUP},
    {KEY_C1, K_END},
    {KEY_C3, K_PGDN},
};

/* How terminfo calls keys with modifiers: this and a digit. */
typedef struct {
    const char *name;
    Key key;
} ExtendedKey;

static const ExtendedKey extended_keys[] = {
    {"kUP", K_UP},   {"kDN", K_DOWN},  {"kLFT", K_LEFT}, {"kRIT", K_RIGHT}, {"kHOM", K_HOME},
    {"kEND", K_END}, {"kPRV", K_PGUP}, {"kNXT", K_PGDN}, {"kDC", K_DELETE}, {"kIC", K_INSERT},
};

static Key extended_key(const char *name)
{
    for (gsize i = 0; name && i < G_N_ELEMENTS(extended_keys); i++) {
        const char *prefix = extended_keys[i].name;
        if (g_str_has_prefix(name, prefix)) {
            const char *digit = name + strlen(prefix);
            return extended_keys[i].key | key_modifiers_of_number(g_ascii_digit_value(*digit));
        }
    }
    return K_NONE;
}

static Key key_of_curses(int code)
{
    for (gsize i = 0; i < G_N_ELEMENTS(curses_keys); i++) {
        if (curses_keys[i].code == code) {
            return curses_keys[i].key;
        }
    }
    if (code > KEY_F0 && code <= KEY_F(24)) {
        return K_F0 + (Key)(code - KEY_F0);
    }
    return code > KEY_MAX ? extended_key(keyname(code)) : K_NONE;
}

static void pass_on(const Event *event, gpointer data)
{
    Terminal *terminal = data;
    if (terminal->take) {
        terminal->take(event, terminal->take_data);
    }
}

void terminal_keys_init(Terminal *terminal)
{
    /* ESCDELAY is for slow lines; curses reads it itself. */
    if (!g_getenv("ESCDELAY")) {
        set_escdelay(ESCAPE_DELAY);
    }
    terminal->keys = newpad(1, 1);
    keypad(terminal->keys, TRUE);
    nodelay(terminal->keys, TRUE);
    terminal->reader = key_reader_new((unsigned)CLAMP(ESCDELAY, 1, 5000), pass_on, terminal);
    if (terminal->is_real) {
        mousemask(BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED, NULL);
        /* Curses waits for the rest of a report that was cut, and finds reports in pastes: the
         * reader takes them. */
        define_key(NULL, KEY_MOUSE);
    }
}

int terminal_input(const Terminal *terminal)
{
    return fileno(terminal->in);
}

/* Whether nothing will ever come again: the window was closed, or the line was cut. */
static bool is_gone(const Terminal *terminal)
{
    struct pollfd input = {.fd = terminal_input(terminal), .events = POLLIN};
    int waiting = 0;
    if (poll(&input, 1, 0) <= 0) {
        return false;
    }
    if (input.revents & (POLLHUP | POLLERR | POLLNVAL)) {
        return true;
    }
    /* "There is something to read", and it is nothing: the end. */
    return ioctl(input.fd, FIONREAD, &waiting) != 0 || waiting == 0;
}

bool terminal_read(Terminal *terminal, EventFunc take, gpointer data)
{
    terminal->take = take;
    terminal->take_data = data;
    int code;
    while ((code = wgetch(terminal->keys)) != ERR) {
        if (code <= 0xFF) {
            key_reader_byte(terminal->reader, (guint8)code);
        } else if (code != KEY_RESIZE) {
            Key key = key_of_curses(code);
            if (key != K_NONE) {
                key_reader_key(terminal->reader, key);
            }
        }
    }
    key_reader_pause(terminal->reader);
    terminal->take = NULL;
    return !is_gone(terminal);
}

unsigned terminal_patience(const Terminal *terminal)
{
    return key_reader_patience(terminal->reader);
}

void terminal_flush(Terminal *terminal, EventFunc take, gpointer data)
{
    terminal->take = take;
    terminal->take_data = data;
    key_reader_flush(terminal->reader);
    terminal->take = NULL;
}
