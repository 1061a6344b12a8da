/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a keymap, for keymap.c and the reader of its text. */
#pragma once

#include "tui/keymap.h"

/* What one line says of one action. */
typedef struct {
    const ScreenClass *class; /* NULL: a global action */
    const Action *action;
    char *keys;
    bool is_shared; /* from a line with "*": one that names the screen counts more */
    unsigned line;
} Binding;

struct Keymap {
    GPtrArray *bindings; /* Binding, in the order of lines */
};

/* The first two parts of keymap_refusal: what does not hang on the other actions, and whether
 * another one has one of the keys. */
char *keymap_misfit(const ScreenClass *class, const Action *action, const char *keys);
char *keymap_clash(const Keymap *keymap, const ScreenClass *class, const Action *action,
                   const char *keys);
