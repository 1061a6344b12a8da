/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Customer lists as shops keep them: written by many hands and programs, in all encodings, with
 * broken lines; and what has to become of each line. */
#pragma once

#include <glib.h>

typedef struct {
    GString *bytes;  /* of the file */
    GArray *refused; /* guint: the lines of the records that nobody can take over, in order */
    guint records;   /* all that say something, the header aside */
    guint people;    /* different customers among those that can be taken over */
    char *told;      /* how it is written, for messages */
} MessyList;

/* The list number SEED; always the same for a seed. Free with messy_list_free. */
MessyList *messy_list_new(guint32 seed);
void messy_list_free(MessyList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(MessyList, messy_list_free)
