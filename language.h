/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language and the character set of the person at the counter, also on machines without
 * generated locales. */
#pragma once

/* Sets the process's locale from the environment, once, before anything is printed or translated.
 * Every category ends in a locale that exists; the character set ends as UTF-8, in C.UTF-8 when the
 * wanted one is C, POSIX, not generated or of another character set. Where the locale of the
 * messages is not generated, LANGUAGE is set from the name that was wanted (LC_ALL, LC_MESSAGES,
 * LANG, the first that is not empty), unless LANGUAGE is set already; a plain C or POSIX there
 * means English, whatever LANGUAGE says. LANGUAGE is in the environment afterwards, empty where
 * nothing is to be said by it. Returns NULL when the terminal can be taken to speak
 * UTF-8, else the name of the other character set, as the environment or the system calls it
 * ("ISO-8859-1"); free with g_free. Commands may go on then, a full screen would be garbled. */
char *language_start(void);

/* What LANGUAGE says after language_start, the system's choice: for language_use. Never NULL; free
 * with g_free. */
char *language_of_system(void);

/* Makes gettext speak LANGUAGE ("de", "en"), or for NULL what the system wants (SYSTEM, from
 * language_of_system), from now on, as "Changing the language at runtime" in the gettext manual
 * says: in LANGUAGE, and by gettext's count of catalogues, which makes it forget what it found
 * before. Texts that are shown already stay as they are. Other threads may go on translating:
 * LANGUAGE is in the environment since language_start, so that only its value is replaced. */
void language_use(const char *language, const char *system);

/* Binds the catalogue of the program's texts: PROGRAM_FOLDER/po when it has one there (a build
 * folder), else the installed one. PROGRAM_FOLDER may be NULL. Texts come as UTF-8. */
void language_bind_texts(const char *program_folder);
