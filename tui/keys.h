/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys and what else a person can do at the terminal, as values: names like "F2", "Ctrl-Z",
 * "Alt-n" stand in the action tables. */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* A key: a Unicode character, or one of the special keys, with modifiers added. Ctrl with a
 * letter is K_CTRL + the small letter. */
typedef guint32 Key;

enum {
    K_NONE = 0,
    K_SPECIAL = 0x200000, /* above every character */
    K_UP = K_SPECIAL,
    K_DOWN,
    K_LEFT,
    K_RIGHT,
    K_HOME,
    K_END,
    K_PGUP,
    K_PGDN,
    K_INSERT,
    K_DELETE,
    K_BACKSPACE,
    K_ENTER,
    K_TAB,
    K_ESC,
    K_F0 = K_SPECIAL + 0x100, /* K_F0 + 5 is F5; up to F24 */
    K_F24 = K_F0 + 24,
    K_SHIFT = 1 << 24, /* with special keys only: a shifted letter is another character */
    K_ALT = 1 << 25,
    K_CTRL = 1 << 26,
};

/* The key called NAME: one character ("b", "ä", "?"), "Space", a special key ("Up", "PgDn",
 * "Enter", "F2" …) with "Ctrl-", "Alt-", "Shift-" before it in any order. Case counts in single
 * characters only without Ctrl. K_NONE when there is no such key, and for what terminals cannot
 * tell apart from another key (Ctrl-I, Ctrl-J, Ctrl-M, Ctrl-H, Ctrl-[). */
Key key_from_name(const char *name);

/* The English name of KEY, the one key_from_name reads. Free with g_free. */
char *key_to_name(Key key);

/* The name of KEY as the language of the messages calls it ("Leertaste"), for the bar and the
 * help. Free with g_free. */
char *key_label(Key key);

/* The keys named in NAMES, separated by "|" ("F2|Alt-n"): up to MAX go to KEYS. Returns how many
 * names there are, and 0 when one of them is unknown. A "|" itself cannot be named. */
unsigned keys_from_names(const char *names, Key *keys, unsigned max);

/* Whether KEY is one of the keys named in NAMES; never when one of them is unknown. */
bool keys_have(const char *names, Key key);

/* NAMES ("F2|Alt-n") as people read them: "F2, Alt-n", in the language of the messages. Empty when
 * a name is unknown. Free with g_free. */
char *keys_label(const char *names);

/* Whether KEY types a character: no special key, no Ctrl, no Alt, no control character. */
bool key_is_text(Key key);

typedef enum {
    EVENT_KEY, /* .key */
    /* .text: UTF-8, no control characters but line break and tab, at most 1 MiB; never an action */
    EVENT_PASTE,
    EVENT_CLICK, /* .row, .col: 0-based, in the canvas of the screen that gets it */
    EVENT_WHEEL  /* .row, .col, and .steps: rows to move, below zero is up */
} EventKind;

typedef struct {
    EventKind kind;
    Key key;
    char *text;
    int row, col;
    int steps;
} Event;

/* A copy with a text of its own; free with event_free. */
Event *event_copy(const Event *event);
void event_free(Event *event);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Event, event_free)
