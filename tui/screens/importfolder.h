/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files one can pick a customer list from, as a path is typed. */
#pragma once

#include "data/base/day.h"

typedef struct {
    char *name; /* for people, UTF-8; a folder ends with "/" */
    char *path; /* whole, as the file system has it */
    bool is_folder;
    gint64 size;    /* bytes */
    gint64 changed; /* seconds since 1970, UTC */
} FolderEntry;

typedef struct {
    char *typed;        /* what was asked */
    char *path;         /* the same as a whole path */
    bool is_file;       /* it is a file already */
    GPtrArray *entries; /* FolderEntry: lists, the latest first, then folders by name */
    char *fault;        /* why the folder cannot be read: a sentence, translated; NULL */
} Folder;

/* What TYPED means: "~" is the home folder, quotation marks and "file://" (dropped onto the
 * terminal) go, what is not whole is looked for in the home folder. Free with g_free. */
char *folder_path(const char *typed);
/* PATH for the box: the home folder as "~". Free with g_free. */
char *folder_short(const char *path);
/* Where to begin, as it is typed: Downloads when there are lists in it, else the home folder.
 * Free with g_free. */
char *folder_first(void);

/* The lists (.csv .txt .tsv) and folders that begin with TYPED. Never fails: see fault. May wait
 * for a slow disk. Free with folder_free. */
Folder *folder_read(const char *typed);
void folder_free(Folder *folder);

/* TYPED with as much added as all entries have in common. Free with g_free. */
char *folder_complete(const Folder *folder);
