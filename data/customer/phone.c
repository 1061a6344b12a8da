/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telephone numbers in whatever writing, compared by their digits. */
#include "data/customer/phone.h"

#include <string.h>

#define FEWEST_DIGITS 3

/* Country codes without a 0 before the area code (ITU-T E.164 national numbering plans). */
static const char *const codes_without_zero[] = {
    "1",   "30",  "34",  "39",  "45",  "47",  "48",  "351", "352",
    "354", "356", "357", "371", "372", "420", "423", NULL,
};

/* A run of digits as it was found. */
typedef struct {
    GString *digits;
    bool abroad;   /* a plus stands before it */
    gsize zero_at; /* 1 + the place of a 0 in brackets, as in +49 (0)421; 0 when there is none */
} Run;

/* Marks that stand inside a number. */
static bool is_joint(gunichar c)
{
    if (c < 0x80) {
        return strchr(" \t()/.\\_~-", (int)c) != NULL;
    }
    return g_unichar_isspace(c) || g_unichar_type(c) == G_UNICODE_DASH_PUNCTUATION || c == 0x2212;
}

/* The next character, and in *AT what follows; 0 for a byte that is no UTF-8. */
static gunichar next_char(const char **at)
{
    gunichar c = g_utf8_get_char_validated(*at, -1);
    if (c == (gunichar)-1 || c == (gunichar)-2) {
        *at += 1;
        return 0;
    }
    *at = g_utf8_find_next_char(*at, NULL);
    return c;
}

/* Reads the first run of at least three digits in TEXT. */
static void find_run(const char *text, Run *run)
{
    gunichar c = 0, before;
    while (*text != '\0') {
        before = c;
        c = next_char(&text);
        int digit = c != 0 ? g_unichar_digit_value(c) : -1;
        if (digit >= 0) {
            g_string_append_c(run->digits, (char)('0' + digit));
            if (run->zero_at == 0 && digit == 0 && before == '(' && *text == ')') {
                run->zero_at = run->digits->len;
            }
        } else if (c == '+' && run->digits->len == 0) {
            run->abroad = true;
        } else if (c == 0 || !is_joint(c)) {
            if (run->digits->len >= FEWEST_DIGITS) {
                return;
            }
            g_string_truncate(run->digits, 0);
            run->abroad = c == '+';
            run->zero_at = 0;
        }
    }
}

/* The number within the country from REST, what stands behind its own code. */
static char *at_home(const char *rest, const char *country)
{
    if (g_strv_contains(codes_without_zero, country)) {
        return g_strdup(rest);
    }
    return g_strconcat("0", rest + strspn(rest, "0"), NULL);
}

char *phone_digits(const char *text, const char *country)
{
    g_autoptr(GString) digits = g_string_new(NULL);
    Run run = {.digits = digits};
    find_run(text, &run);
    if (digits->len < FEWEST_DIGITS) {
        return NULL;
    }

    bool zeros = !run.abroad && g_str_has_prefix(digits->str, "00");
    if (!run.abroad && !zeros) {
        return g_strdup(digits->str);
    }
    if (run.zero_at > (zeros ? 3u : 1u)) {
        g_string_erase(digits, (gssize)run.zero_at - 1, 1);
    }
    const char *number = digits->str + (zeros ? 2 : 0);

    g_autofree char *whole = NULL;
    if (country != NULL && *country != '\0' && g_str_has_prefix(number, country)) {
        whole = at_home(number + strlen(country), country);
    } else {
        whole = g_strconcat("00", number, NULL);
    }
    return strlen(whole) >= FEWEST_DIGITS ? g_steal_pointer(&whole) : NULL;
}

bool phone_looks_like(const char *text)
{
    int digits = 0;
    while (*text != '\0') {
        gunichar c = next_char(&text);
        if (c < 0x80 && g_ascii_isdigit((char)c)) {
            digits++;
        } else if (c == 0 ||
                   (!g_unichar_isspace(c) && (c >= 0x80 || strchr("+()/-.", (int)c) == NULL))) {
            return false;
        }
    }
    return digits >= FEWEST_DIGITS;
}
