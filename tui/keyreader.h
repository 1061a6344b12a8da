/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From what a terminal sends to events: pure state, no terminal. It takes bytes and keys that
 * curses has already recognised, and knows UTF-8, Alt as an escape before the key, the common
 * control sequences, reports of the mouse, and bracketed paste. What it does not know it drops. */
#pragma once

#include <glib.h>
#include <stdbool.h>

#include "tui/keys.h"

typedef struct KeyReader KeyReader;

/* Gets each event; it lives during the call. */
typedef void (*EventFunc)(const Event *event, gpointer data);

/* ESCAPE_DELAY: milliseconds in which the rest of a begun sequence has to come. */
KeyReader *key_reader_new(unsigned escape_delay, EventFunc take, gpointer data);
void key_reader_free(KeyReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KeyReader, key_reader_free)

/* The next byte from the terminal. */
void key_reader_byte(KeyReader *reader, guint8 byte);
/* A special key, recognised by the terminal library; Alt when an escape came before it. */
void key_reader_key(KeyReader *reader, Key key);
/* Nothing more is there at the moment. A lone escape is the key Esc now. */
void key_reader_pause(KeyReader *reader);
/* In how many milliseconds key_reader_flush is due if nothing comes; 0: never. */
unsigned key_reader_patience(const KeyReader *reader);
/* Ends what is unfinished: a sequence is dropped, a paste is handed on as far as it came. What
 * comes within this patience after a paste counts as part of it, so that a paste that pretends to
 * end cannot press keys. */
void key_reader_flush(KeyReader *reader);
