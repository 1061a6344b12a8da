/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts of money as people and programs read them. */
#include "data/base/money.h"

#include "data/base/decimal.h"
#include "data/base/i18n.h"

#include <string.h>

/* What most currencies have behind the comma. */
enum { USUAL_DIGITS = 2 };

/* Those of ISO 4217 with another number of digits. */
static const struct {
    const char *code;
    int digits;
} unusual[] = {
    {"BHD", 3}, {"BIF", 0}, {"CLF", 4}, {"CLP", 0}, {"DJF", 0}, {"GNF", 0}, {"IQD", 3},
    {"ISK", 0}, {"JOD", 3}, {"JPY", 0}, {"KMF", 0}, {"KRW", 0}, {"KWD", 3}, {"LYD", 3},
    {"OMR", 3}, {"PYG", 0}, {"RWF", 0}, {"TND", 3}, {"UGX", 0}, {"UYI", 0}, {"UYW", 4},
    {"VND", 0}, {"VUV", 0}, {"XAF", 0}, {"XOF", 0}, {"XPF", 0},
};

static const struct {
    const char *code, *sign;
} signs[] = {
    {"EUR", "€"}, {"GBP", "£"}, {"JPY", "¥"}, {"USD", "$"}, {"PLN", "zł"}, {"CZK", "Kč"},
};

static const char *code_of(const char *currency)
{
    return currency != NULL && *currency != '\0' ? currency : "EUR";
}

int money_digits(const char *currency)
{
    for (guint i = 0; i < G_N_ELEMENTS(unusual); i++) {
        if (strcmp(unusual[i].code, code_of(currency)) == 0) {
            return unusual[i].digits;
        }
    }
    return USUAL_DIGITS;
}

const char *money_sign(const char *currency)
{
    for (guint i = 0; i < G_N_ELEMENTS(signs); i++) {
        if (strcmp(signs[i].code, code_of(currency)) == 0) {
            return signs[i].sign;
        }
    }
    return code_of(currency);
}

/* The digits of AMOUNT without its sign, with POINT before the fraction and GROUP between
 * thousands. */
static char *write_digits(gint64 amount, int fraction, const char *point, const char *group)
{
    guint64 size = amount < 0 ? (guint64)0 - (guint64)amount : (guint64)amount;
    g_autofree char *digits = g_strdup_printf("%0*" G_GUINT64_FORMAT, fraction + 1, size);
    gsize whole = strlen(digits) - (gsize)fraction;
    GString *text = g_string_new(NULL);
    for (gsize i = 0; digits[i] != '\0'; i++) {
        if (i == whole) {
            g_string_append(text, point);
        } else if (i > 0 && i < whole && (whole - i) % 3 == 0) {
            g_string_append(text, group);
        }
        g_string_append_c(text, digits[i]);
    }
    return g_string_free(text, FALSE);
}

static char *digits_for_people(gint64 amount, const char *currency)
{
    g_autofree char *point = decimal_point();
    return write_digits(amount, money_digits(currency), point, _(","));
}

/* PATTERN with {sign} and {amount} in their places. */
static char *fill(const char *pattern, const char *sign, const char *amount)
{
    g_auto(GStrv) at_sign = g_strsplit(pattern, "{sign}", -1);
    g_autofree char *with_sign = g_strjoinv(sign, at_sign);
    g_auto(GStrv) at_amount = g_strsplit(with_sign, "{amount}", -1);
    return g_strjoinv(amount, at_amount);
}

char *money_for_people(gint64 amount, const char *currency)
{
    g_autofree char *digits = digits_for_people(amount, currency);
    const char *sign = money_sign(currency);
    bool is_word = g_ascii_isalpha(*sign);
    /* TRANSLATORS: an amount of money; {sign} is "€". German: {amount} {sign} */
    g_autofree char *text =
        fill(is_word ? _("{amount} {sign}") : _("{sign}{amount}"), sign, digits);
    return amount < 0 ? g_strconcat("-", text, NULL) : g_steal_pointer(&text);
}

char *money_bare(gint64 amount, const char *currency)
{
    g_autofree char *digits = digits_for_people(amount, currency);
    return amount < 0 ? g_strconcat("-", digits, NULL) : g_steal_pointer(&digits);
}

char *money_for_programs(gint64 amount, const char *currency)
{
    g_autofree char *digits = write_digits(amount, money_digits(currency), ".", "");
    return amount < 0 ? g_strconcat("-", digits, NULL) : g_steal_pointer(&digits);
}
