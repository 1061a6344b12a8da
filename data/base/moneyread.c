/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading amounts of money as people and other programs write them. */
#include "data/base/money.h"

#include "data/base/i18n.h"

#include <string.h>

/* How much of a text that was not understood is said again. */
enum { QUOTED = 40 };

/* Blanks go from both ends. */
static void tidy(GString *text)
{
    g_strstrip(text->str);
    text->len = strlen(text->str);
}

/* Takes WORD, whatever its capitals, from the beginning or the end; whether it was there. */
static bool take_word(GString *text, const char *word)
{
    gsize length = strlen(word);
    if (length == 0 || text->len < length) {
        return false;
    }
    if (g_ascii_strncasecmp(text->str, word, length) == 0 && !g_ascii_isalpha(text->str[length])) {
        g_string_erase(text, 0, (gssize)length);
    } else if (g_ascii_strcasecmp(text->str + text->len - length, word) == 0) {
        g_string_truncate(text, text->len - length);
    } else {
        return false;
    }
    tidy(text);
    return true;
}

/* The text with each character of a family as one of ASCII: " " for all blanks, "'" for what parts
 * groups in Switzerland, "-" for minuses and dashes. */
static GString *plain(const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    GString *out = g_string_new(NULL);
    for (const char *at = valid; *at != '\0'; at = g_utf8_find_next_char(at, NULL)) {
        gunichar c = g_utf8_get_char(at);
        if (g_unichar_isspace(c)) {
            g_string_append_c(out, ' ');
        } else if (c == 0x2019 || c == 0x02BC) {
            g_string_append_c(out, '\'');
        } else if (c == 0x2212 || c == 0x2010 || c == 0x2011 || c == 0x2013 || c == 0x2014) {
            g_string_append_c(out, '-');
        } else {
            g_string_append_unichar(out, c);
        }
    }
    tidy(out);
    return out;
}

/* Takes the currency away, on one side or the other. */
static void take_currency(GString *text, const char *currency)
{
    bool is_euro = currency == NULL || *currency == '\0' || strcmp(currency, "EUR") == 0;
    if (!take_word(text, money_sign(currency)) && !take_word(text, is_euro ? "euro" : currency) &&
        is_euro) {
        take_word(text, "eur");
    }
}

/* Takes away the dash of "12,-", which is how labels write "12,00". */
static void take_dash(GString *text)
{
    gsize length = text->len;
    while (length > 0 && text->str[length - 1] == '-') {
        length--;
    }
    if (length > 0 && length < text->len && strchr(",.", text->str[length - 1]) != NULL) {
        g_string_truncate(text, length - 1);
    }
}

/* Takes the sign away: a minus on either side, or brackets. *IS_NEGATIVE is what it says; whether
 * there was one. */
static bool take_sign(GString *text, bool *is_negative)
{
    bool in_brackets = text->len > 2 && *text->str == '(' && text->str[text->len - 1] == ')';
    if (in_brackets || g_str_has_suffix(text->str, "-")) {
        g_string_truncate(text, text->len - 1);
        g_string_erase(text, 0, in_brackets ? 1 : 0);
        *is_negative = true;
    } else if (*text->str == '-' || *text->str == '+') {
        *is_negative = *text->str == '-';
        g_string_erase(text, 0, 1);
    } else {
        return false;
    }
    tidy(text);
    return true;
}

static gsize count_of(const char *text, char c)
{
    gsize count = 0;
    for (; *text != '\0'; text++) {
        count += *text == c ? 1 : 0;
    }
    return count;
}

/* Where the fraction begins: the place of the comma or point before it, NULL when there is none.
 * FRACTION is how many digits the currency has there. */
static const char *find_point(const char *text, int fraction)
{
    const char *comma = strrchr(text, ','), *point = strrchr(text, '.');
    const char *last = comma == NULL || (point != NULL && point > comma) ? point : comma;
    if (last == NULL || (comma != NULL && point != NULL)) {
        return last;
    }
    gsize before = (gsize)(last - text);
    bool looks_grouped = strlen(last + 1) == 3 && before >= 1 && before <= 3 && *text != '0';
    return count_of(text, *last) > 1 || (looks_grouped && fraction != 3) ? NULL : last;
}

/* Reads the digits before the fraction, in groups of three or without groups, up to END. */
static bool read_whole(const char *text, const char *end, GString *digits)
{
    char group = '\0';
    gsize since = 0;
    for (const char *at = text; at < end; at++) {
        if (g_ascii_isdigit(*at)) {
            g_string_append_c(digits, *at);
            since++;
        } else if (strchr(",.' ", *at) != NULL && (group == '\0' || group == *at) &&
                   (group == '\0' ? since >= 1 && since <= 3 : since == 3)) {
            group = *at;
            since = 0;
        } else {
            return false;
        }
    }
    return group == '\0' || since == 3;
}

/* Reads the digits behind the comma and fills them up to FRACTION of them. Noughts beyond that say
 * nothing. */
static bool read_fraction(const char *text, int fraction, GString *digits)
{
    int count = 0;
    for (; *text != '\0'; text++, count++) {
        if (!g_ascii_isdigit(*text) || (count >= fraction && *text != '0')) {
            return false;
        }
        if (count < fraction) {
            g_string_append_c(digits, *text);
        }
    }
    for (; count < fraction; count++) {
        g_string_append_c(digits, '0');
    }
    return true;
}

/* The number of DIGITS; anything above MONEY_MOST when it is more. */
static gint64 value_of(const char *digits)
{
    gint64 value = 0;
    for (; *digits != '\0' && value <= MONEY_MOST; digits++) {
        value = value * 10 + (*digits - '0');
    }
    return value;
}

bool money_read(const char *text, const char *currency, gint64 *amount, bool *too_much)
{
    g_autoptr(GString) rest = plain(text);
    g_autoptr(GString) digits = g_string_new(NULL);
    int fraction = money_digits(currency);
    bool is_negative = false;
    take_dash(rest);
    /* "-3 €", "€ -3", "-€3": the sign stands on either side of the currency. */
    bool is_signed = take_sign(rest, &is_negative);
    take_currency(rest, currency);
    take_dash(rest);
    if (!is_signed) {
        take_sign(rest, &is_negative);
    }
    const char *point = find_point(rest->str, fraction);
    const char *end = point != NULL ? point : rest->str + rest->len;
    if (too_much != NULL) {
        *too_much = false;
    }
    if (strpbrk(rest->str, "0123456789") == NULL || !read_whole(rest->str, end, digits) ||
        !read_fraction(point != NULL ? point + 1 : "", fraction, digits)) {
        return false;
    }
    gint64 value = value_of(digits->str);
    if (value > MONEY_MOST) {
        if (too_much != NULL) {
            *too_much = true;
        }
        return false;
    }
    *amount = is_negative ? -value : value;
    return true;
}

char *money_refused(const char *text, bool too_much)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    g_autofree char *beginning =
        g_utf8_strlen(valid, -1) > QUOTED ? g_utf8_substring(valid, 0, QUOTED) : g_strdup(valid);
    g_autofree char *quoted =
        strlen(beginning) < strlen(valid) ? g_strconcat(beginning, "…", NULL) : g_strdup(beginning);
    return too_much
               ? g_strdup_printf(_("“%s” is more than can be kept. Is there a digit too many?"),
                                 quoted)
               : g_strdup_printf(_("“%s” is not an amount. Write it like this: 12.50."), quoted);
}
