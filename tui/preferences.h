/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person chose for this machine: theme, language, symbols, where the shop is. It is kept in
 * tresen.conf in the folder for choices, a key file with comments people may write into:
 *
 *     [screen]
 *     theme=light
 *     language=de
 *     symbols=ascii
 *
 *     [shop]
 *     shop=postgresql://kasse@laden.example/tresen
 *
 *     [backup]
 *     second=/media/emma/stick
 *
 * A missing file or entry means that nothing was chosen. Main thread. */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct {
    char *folder;   /* where the file and the own themes are; NULL: nothing is read or kept */
    char *theme;    /* the name of a theme; NULL: the terminal's usual one */
    char *language; /* "de" or "en"; NULL: the system's */
    bool ascii;     /* symbols and lines in plain ASCII, whatever the terminal can */
    /* Where the shop is: a server's connection string without a password, or the whole path of a
     * file; NULL: the file in the data folder. */
    char *shop;
    /* A second place for backups, the whole path of a folder; NULL: none. */
    char *second;

    /* Private: what is wrong with the file, for preferences_faults. */
    int unreadable;         /* the errno of reading it; 0: it could be read */
    bool broken;            /* it is no key file */
    unsigned broken_line;   /* where, from 1; 0: unknown */
    char *strange_language; /* what stands there and is no language; NULL: nothing */
    char *strange_symbols;
    char *strange_shop;     /* what stands there and is no place */
    char *strange_second;   /* what stands there and is no folder's whole path */
    bool shop_has_password; /* one stands there; it is not used */
} Preferences;

/* The languages of the program, as LANGUAGE and the file have them: "de", "en"; ends with NULL. */
const char *const *preferences_languages(void);

/* Reads tresen.conf in CONFIG_FOLDER (copied; NULL: there is none). Never fails: what cannot be
 * read counts as not chosen, and preferences_faults tells. Says nothing itself, so that it can be
 * called before the language is known. Free with preferences_free. */
Preferences *preferences_read(const char *config_folder);
void preferences_free(Preferences *preferences);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Preferences, preferences_free)

/* Adds a sentence for each thing that was wrong with the file when it was read, with its name and
 * where it is known its line, to FAULTS (of char *, freed with g_free). */
void preferences_faults(const Preferences *preferences, GPtrArray *faults);

/* Takes THEME (NULL: none) and ASCII as chosen and keeps them in the file: only these entries
 * change, comments and everything unknown stay, the file is for its owner alone (0600), and it is
 * replaced as a whole or not at all. False and FAULT_REFUSED or FAULT_FULL with a sentence when it
 * could not be kept: the choice holds all the same until the program ends. A file that is no key
 * file is not written over. */
bool preferences_set_looks(Preferences *preferences, const char *theme, bool ascii, GError **error);
/* The same for SHOP, as the member of that name. A password in it is left out. */
bool preferences_set_shop(Preferences *preferences, const char *shop, GError **error);
/* The same for SECOND, as the member of that name. */
bool preferences_set_second(Preferences *preferences, const char *second, GError **error);
/* The same for LANGUAGE, the code of a language or NULL for the system's. */
bool preferences_set_language(Preferences *preferences, const char *language, GError **error);
