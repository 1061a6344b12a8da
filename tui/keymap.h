/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which keys do what, after the person's own file: a text, one line an action.
 *
 *     # a comment
 *     card.note   = n|F5
 *     *.undo      = Ctrl-Z|F11
 *     global.help = F1|Alt-1
 *
 * A line is SCREEN.ACTION = KEY|KEY…, with the names of screens.def and of the action rows, the
 * keys as key_from_name reads them, the one for the bar first. "*" stands for all screens that
 * have such an action (a line that names the screen counts more), "global" for what can be done
 * everywhere. Nothing behind "=" leaves the action without a key: help and the list of commands
 * (Ctrl-P) still have it. */
#pragma once

#include "tui/screen.h"

/* So many keys an action may have. */
enum { KEYMAP_MOST_KEYS = 6 };

typedef struct Keymap Keymap;

/* The keys as they are built in. Free with keymap_free. */
Keymap *keymap_new(void);
void keymap_free(Keymap *keymap);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Keymap, keymap_free)

/* Reads a keymap from TEXT (any line ends). SOURCE is what the file is called in messages. A line
 * that cannot hold is left out, and a sentence with file and line ("keys, line 3: …") is added to
 * FAULTS (of char *, freed with g_free; may be NULL), in the order of lines. What cannot hold: a
 * line without "=", an action or a key that does not exist, an action that has a line already,
 * and what keymap_refusal refuses; keys are compared as they are after all lines, so two actions
 * may change places. Of two lines that are in each other's way the first one holds. Never fails.
 * Free with keymap_free. */
Keymap *keymap_read(const char *text, const char *source, GPtrArray *faults);

/* The keys of ACTION, a row of CLASS or, when CLASS is NULL, of the global ones: "F2|Alt-n", ""
 * when it has none. Lives as long as KEYMAP and the row. */
const char *keymap_keys(const Keymap *keymap, const ScreenClass *class, const Action *action);

/* Why ACTION of CLASS (NULL: a global one) cannot have KEYS ("F2|Alt-n"; all names exist), the
 * others having theirs: a sentence, to be freed with g_free, NULL when nothing is against it.
 * These are refused:
 * - a key that another row of the screen has, or a global one (for a global action: any row of
 *   any screen). Rows that share a key as they are built in never hold at the same time, and may
 *   share others;
 * - a key that types, moves or edits, which widgets take before any row is asked, unless one of
 *   its kind is built in on that screen: a letter where there is a letter, a digit where there is
 *   a digit, Space, Tab, Delete, the arrows where they are themselves. So letters never become
 *   keys where a box or a form listens;
 * - leaving out Enter or Esc where it is built in, and help or quit without any key: somebody
 *   would not get out;
 * - more than KEYMAP_MOST_KEYS. */
char *keymap_refusal(const Keymap *keymap, const ScreenClass *class, const Action *action,
                     const char *keys);

/* The actions of a screen, or the global ones. */
typedef struct {
    const ScreenClass *class; /* NULL: the global ones */
    const Action *actions;    /* at least one; ends with a row whose name is NULL */
} KeyGroup;

/* All actions there are: the global ones first, then those of the pages, then those of dialogs.
 * Of KeyGroup; unref it. */
GArray *key_groups(void);
/* What GROUP is called, translated; static. */
const char *key_group_title(const KeyGroup *group);
/* How ACTION of CLASS (NULL: a global one) is called in the file: "card.note". Free with
 * g_free. */
char *key_action_name(const ScreenClass *class, const Action *action);
