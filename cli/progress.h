/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line on standard error that says how far long work is. Nothing is shown where that is no
 * terminal. */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct {
    bool visible;
    gint64 began; /* monotonic microseconds */
    gint64 shown; /* when the line was last drawn; 0: never */
} Progress;

Progress progress_begin(void);
/* Shows, at most ten times a second, that DONE of TOTAL bytes and COUNT records are through, how
 * many a second, and the time left. */
void progress_show(Progress *progress, guint64 done, guint64 total, guint count);
/* Takes the line away. */
void progress_end(Progress *progress);

/* The words of the line after SECONDS. Free with g_free. */
char *progress_words(guint64 done, guint64 total, guint count, double seconds);

/* An IndexProgress for opening a shop (shop_open_watched): shows on the Progress at DATA how far an
 * upgrade is, and says before why it takes its time; takes the line away in the end. Never breaks
 * off. */
bool progress_upgrade(guint done, guint total, gpointer data);
