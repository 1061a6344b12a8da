/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times of day as people write and read them. */
#include "data/base/timeofday.h"

#include <string.h>

enum { HOURS = 24, MINUTES = 60 };

/* Takes up to MOST digits from *AT on; -1 when there are none. */
static int take_number(const char **at, int most)
{
    int number = -1;
    for (int count = 0; g_ascii_isdigit(**at) && count < most; count++, (*at)++) {
        number = MAX(number, 0) * 10 + (**at - '0');
    }
    return number;
}

static void skip_blanks(const char **at)
{
    *at += strspn(*at, " ");
}

/* Takes WORD, in small letters, whatever the capitals. */
static bool take(const char **at, const char *word)
{
    skip_blanks(at);
    if (g_ascii_strncasecmp(*at, word, strlen(word)) != 0) {
        return false;
    }
    *at += strlen(word);
    skip_blanks(at);
    return true;
}

/* Turns an hour of the twelve into one of the day. -1 when there is none like it. */
static int by_half(int hour, bool is_afternoon)
{
    if (hour < 1 || hour > HOURS / 2) {
        return -1;
    }
    return hour % (HOURS / 2) + (is_afternoon ? HOURS / 2 : 0);
}

bool time_of_day_read(const char *text, gint64 *minute)
{
    const char *at = text;
    skip_blanks(&at);
    gsize digits = strspn(at, "0123456789");
    /* "930" and "1430" have no sign between. */
    int hour = take_number(&at, digits == 3 ? 1 : 2), past = 0;
    bool is_run = digits == 3 || digits == 4;
    bool is_parted =
        !is_run && (take(&at, ":") || take(&at, ".") || take(&at, "uhr") || take(&at, "h"));
    if (hour < 0 || digits > 4) {
        return false;
    }
    if (is_run || (is_parted && g_ascii_isdigit(*at))) {
        past = strspn(at, "0123456789") == 2 ? take_number(&at, 2) : -1;
    }
    if (take(&at, "am") || take(&at, "a.m.")) {
        hour = by_half(hour, false);
    } else if (take(&at, "pm") || take(&at, "p.m.")) {
        hour = by_half(hour, true);
    } else {
        take(&at, "uhr");
    }
    skip_blanks(&at);
    if (*at != '\0' || hour < 0 || hour >= HOURS || past < 0 || past >= MINUTES) {
        return false;
    }
    *minute = (gint64)hour * MINUTES + past;
    return true;
}

char *time_of_day_text(gint64 minute)
{
    return g_strdup_printf("%02d:%02d", (int)(minute / MINUTES), (int)(minute % MINUTES));
}
