/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding days and telephone numbers among the pieces of what was typed. */
#include "data/lookup/queryspan.h"

#include "data/base/daywords.h"
#include "data/lookup/fold.h"

#include <string.h>

/* "3rd", "of", "May", "1956" */
enum { MOST_DAY_CHUNKS = 4, LONGEST_DAY = 40, LEAST_PHONE_DIGITS = 6, FIRST_YEAR = 1850 };

static const Chunk *chunk_at(const GArray *chunks, guint at)
{
    return &g_array_index(chunks, Chunk, at);
}

/* The character at AT, which is before END; 0 for a byte that is no UTF-8. *NEXT is what follows.
 */
static gunichar char_at(const char *at, const char *end, const char **next)
{
    gunichar c = g_utf8_get_char_validated(at, end - at);
    if (c == (gunichar)-1 || c == (gunichar)-2) {
        *next = at + 1;
        return 0;
    }
    *next = g_utf8_find_next_char(at, NULL);
    return c;
}

GArray *query_chunks(const char *text, guint most)
{
    GArray *chunks = g_array_new(FALSE, FALSE, sizeof(Chunk));
    const char *end = text + strlen(text), *start = NULL, *next;
    for (const char *at = text; at < end && chunks->len < most; at = next) {
        bool is_blank = g_unichar_isspace(char_at(at, end, &next));
        if (!is_blank && start == NULL) {
            start = at;
        }
        if (start != NULL && (is_blank || next == end)) {
            const Chunk chunk = {start, is_blank ? at : next};
            g_array_append_val(chunks, chunk);
            start = NULL;
        }
    }
    return chunks;
}

/* ---- days ---- */

static gsize count_digits(const char *text)
{
    return strspn(text, "0123456789");
}

static bool has_letter(const char *text)
{
    for (; *text != '\0'; text++) {
        if (g_ascii_isalpha(*text) || (guchar)*text >= 0x80) {
            return true;
        }
    }
    return false;
}

/* Whether PLAIN is "3.5", "3.5.", or three numbers with the same mark between them, blanks only
 * behind dots: no house number, and no telephone number in groups. */
static bool has_day_marks(const char *plain)
{
    gsize digits = count_digits(plain);
    char mark = plain[digits];
    int numbers = 1;
    if (digits == 0 || mark == '\0' || strchr("./-", mark) == NULL) {
        return false;
    }
    const char *at = plain + digits;
    while (*at == mark) {
        at++;
        at += mark == '.' ? strspn(at, " ") : 0;
        digits = count_digits(at);
        if (digits == 0) {
            break;
        }
        numbers++;
        at += digits;
    }
    return *at == '\0' && (numbers == 3 || (numbers == 2 && mark == '.'));
}

/* Whether TEXT begins as a day does: with a digit or the name of a month. */
static bool begins_as_day(const char *text)
{
    if (g_ascii_isdigit(*text)) {
        return true;
    }
    g_auto(GStrv) words = fold_words(text);
    return words[0] != NULL && day_word_month(words[0]) != 0;
}

static bool read_day(const char *text, Day *day)
{
    static const Day latest = {2029, 12, 31};
    return begins_as_day(text) && text[strcspn(text, "0123456789")] != '\0' &&
           (has_letter(text) || has_day_marks(text)) &&
           day_read(text, latest, DAY_ORDER_DAY_FIRST, day) == DAY_READ_OK && day->day != 0 &&
           day->month != 0 && (day->year == 0 || day->year >= FIRST_YEAR);
}

/* The same for a text that may go on: "3.5.1", "3.5.19" and "3. Mai 195" are the third of May. */
static bool read_open_day(char *text, Day *day)
{
    gsize length = strlen(text), start = length;
    while (start > 0 && g_ascii_isdigit(text[start - 1])) {
        start--;
    }
    const char *year = text + start;
    gsize digits = length - start;
    bool is_begun =
        digits == 1 || digits == 3 || strcmp(year, "19") == 0 || strcmp(year, "20") == 0;
    if (is_begun) {
        g_autofree char *before = g_strchomp(g_strndup(text, start));
        if (read_day(before, day)) {
            return true;
        }
    }
    return read_day(text, day);
}

guint query_day(const GArray *chunks, guint first, bool is_open, Day *day)
{
    guint most = MIN(MOST_DAY_CHUNKS, chunks->len - first);
    const Chunk *begin = chunk_at(chunks, first);
    for (guint count = most; count > 0; count--) {
        const char *end = chunk_at(chunks, first + count - 1)->end;
        if (end - begin->start > LONGEST_DAY) {
            continue;
        }
        g_autofree char *text = g_strndup(begin->start, (gsize)(end - begin->start));
        bool may_go_on = is_open && first + count == chunks->len;
        if (may_go_on ? read_open_day(text, day) : read_day(text, day)) {
            return count;
        }
    }
    return 0;
}

/* ---- telephone numbers ---- */

/* How many digits CHUNK has; -1 when something else stands there than in a telephone number. */
static int phone_part(const Chunk *chunk)
{
    int digits = 0;
    for (const char *at = chunk->start; at < chunk->end; at++) {
        if (g_ascii_isdigit(*at)) {
            digits++;
        } else if (strchr("+()/-.", *at) == NULL) {
            return -1;
        }
    }
    return digits;
}

guint query_phone(const GArray *chunks, guint first)
{
    const char *start = chunk_at(chunks, first)->start;
    start += *start == '(';
    if (*start != '0' && *start != '+') {
        return 0;
    }
    int digits = 0;
    guint count = 0, last = 0;
    Day day;
    for (; first + count < chunks->len; count++) {
        int more = phone_part(chunk_at(chunks, first + count));
        if (more < 0 || (count > 0 && query_day(chunks, first + count, false, &day) > 0)) {
            break;
        }
        digits += more;
        last = more > 0 ? count + 1 : last;
    }
    return digits >= LEAST_PHONE_DIGITS ? last : 0;
}
