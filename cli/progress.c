/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line on standard error that says how far long work is. */
#include "cli/progress.h"

#include "cli/print.h"
#include "data/base/i18n.h"

#include <stdio.h>
#include <unistd.h>

enum { PAUSE = G_USEC_PER_SEC / 10, MANY = 5000 };

Progress progress_begin(void)
{
    return (Progress){.visible = isatty(STDERR_FILENO) == 1, .began = g_get_monotonic_time()};
}

char *progress_words(guint64 done, guint64 total, guint count, double seconds)
{
    double share = total > 0 ? MIN((double)done / (double)total, 1.0) : 0.0;
    guint percent = (guint)(share * 100);
    guint rate = seconds > 0 ? (guint)(count / seconds) : 0;
    guint left = share > 0 ? (guint)(seconds / share * (1 - share) + 0.5) : 0;

    /* Before a second has passed the rate says nothing. */
    if (seconds < 1 || share <= 0) {
        return g_strdup_printf(_("%u records, %u %%"), count, percent);
    }
    /* TRANSLATORS: records, per cent, records a second, minutes and seconds. */
    return g_strdup_printf(_("%u records, %u %%, %u a second, %u:%02u left"), count, percent, rate,
                           left / 60, left % 60);
}

/* Draws WORDS over what stands there, without relying on what the terminal knows. */
static void draw(const char *words)
{
    fprintf(stderr, "\r%s%*s\r", words, MAX(PRINT_COLUMNS - 1 - print_width(words), 0), "");
    fflush(stderr);
}

void progress_show(Progress *progress, guint64 done, guint64 total, guint count)
{
    gint64 now = g_get_monotonic_time();
    if (!progress->visible || now - progress->shown < PAUSE) {
        return;
    }
    g_autofree char *words =
        progress_words(done, total, count, (double)(now - progress->began) / G_USEC_PER_SEC);
    draw(words);
    progress->shown = now;
}

void progress_end(Progress *progress)
{
    if (progress->visible && progress->shown != 0) {
        draw("");
    }
    progress->visible = false;
}

bool progress_upgrade(guint done, guint total, gpointer data)
{
    Progress *progress = data;
    if (done == 0) {
        *progress = progress_begin();
        if (progress->visible && total > MANY) {
            print_sentence(
                _("The shop is brought up to date, once. Its search index is made anew …"));
        }
    }
    if (done < total) {
        progress_show(progress, done, total, done);
    } else {
        progress_end(progress);
    }
    return true;
}
