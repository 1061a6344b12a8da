/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts of money: what people and tills write is read as it is meant. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "data/base/money.h"

#include <glib.h>
#include <string.h>

/* No amount. */
#define NONE G_MININT64

typedef struct {
    const char *text;
    gint64 amount;
} Case;

static void check(const Case *cases, gsize count, const char *currency)
{
    for (gsize i = 0; i < count; i++) {
        gint64 amount = NONE;
        bool too_much = true;
        bool ok = money_read(cases[i].text, currency, &amount, &too_much);
        if (ok != (cases[i].amount != NONE) || amount != cases[i].amount || too_much) {
            fail_msg("\"%s\" is read as %lld, not %lld", cases[i].text, (long long)amount,
                     (long long)cases[i].amount);
        }
    }
}

static void money_read__understands__what_people_and_tills_write(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"12,50", 1250},
        {"12.50", 1250},
        {"12", 1200},
        {"0", 0},
        {"0,00", 0},
        {"0,5", 50},
        {",50", 50},
        {".5", 50},
        {"12,", 1200},
        {"12,-", 1200},
        {"12.--", 1200},
        {"12,–", 1200},
        {"-12,-", -1200},
        {"007", 700},
        {"1234,50", 123450},
        {"1.234,50", 123450},
        {"1,234.50", 123450},
        {"1 234,50", 123450},
        {"1\u202F234,50", 123450},
        {"1\u00A0234,5", 123450},
        {"1'234.50", 123450},
        {"1’234.50", 123450},
        {"1.234.567,89", 123456789},
        {"1,234,567.89", 123456789},
        {"1.234", 123400},
        {"1,234", 123400},
        {"12.345.678", 1234567800},
        {"12.5000", 1250},
        {"0.500", 50},
        {" 12,50 ", 1250},
        {"12,50 €", 1250},
        {"12,50€", 1250},
        {"€12.50", 1250},
        {"€ 12.50", 1250},
        {"EUR 12.50", 1250},
        {"12.50 eur", 1250},
        {"12 Euro", 1200},
        {"-3", -300},
        {"- 3", -300},
        {"−3,20", -320},
        {"3,20-", -320},
        {"+3", 300},
        {"(3.00)", -300},
        {"(3,00 €)", -300},
        {"-3,00 €", -300},
        {"€ -3.00", -300},
        {"-€3.00", -300},
        {"-0", 0},
        {"10000000000,00", MONEY_MOST},
        {"-10000000000,00", -MONEY_MOST},
    };
    check(cases, G_N_ELEMENTS(cases), "EUR");
    check(cases, G_N_ELEMENTS(cases), NULL);
}

static void money_read__refuses__what_is_no_amount(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"", NONE},         {"  ", NONE},    {"-", NONE},        {",", NONE},
        {"€", NONE},        {"viel", NONE},  {"12,5051", NONE},  {"1 2", NONE},
        {"1.23.45", NONE},  {"1,2,3", NONE}, {"1.2345,6", NONE}, {"12,34.5", NONE},
        {"12 USD", NONE},   {"$12", NONE},   {"12e3", NONE},     {"--3", NONE},
        {"-(3)", NONE},     {"0x10", NONE},  {"1/2", NONE},      {"1.234,567", NONE},
        {"12 50", NONE},    {"\xFF", NONE},  {"(3", NONE},       {"1 234.567", NONE},
        {"12,5 0", NONE},   {"0.125", NONE}, {"1234.567", NONE}, {"1.234.", NONE},
        {"1'234'56", NONE}, {"eur", NONE},   {"12 eurx", NONE},  {"1,234,50", NONE},
    };
    gint64 amount = 7;
    check(cases, G_N_ELEMENTS(cases), "EUR");
    assert_false(money_read("no", NULL, &amount, NULL));
    assert_int_equal(amount, 7);
}

static void money_read__says_so__when_it_is_too_much(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "10000000000,01",
        "-10000000000,01",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775809",
        "99999999999999999999999999999999999999999999999999",
        "99.999.999.999.999.999.999.999,00 €",
    };
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        gint64 amount = 7;
        bool too_much = false;
        assert_false(money_read(texts[i], "EUR", &amount, &too_much));
        assert_true(too_much);
        assert_int_equal(amount, 7);
    }
}

static void money_read__takes_the_digits_of_the_currency(void **state)
{
    (void)state;
    static const Case yen[] = {
        {"1234", 1234}, {"1,234", 1234}, {"¥1,234", 1234}, {"12.00", 12}, {"12.5", NONE},
    };
    static const Case dinars[] = {
        {"1.234", 1234}, {"1,250", 1250}, {"1,234.500", 1234500}, {"KWD 2", 2000}, {"2 kwd", 2000},
    };
    static const Case zloty[] = {{"12,50 zł", 1250}, {"12.50 PLN", 1250}, {"12,50 €", NONE}};
    check(yen, G_N_ELEMENTS(yen), "JPY");
    check(dinars, G_N_ELEMENTS(dinars), "KWD");
    check(zloty, G_N_ELEMENTS(zloty), "PLN");
}

static void money_digits__knows_every_currency__that_has_no_cents(void **state)
{
    (void)state;
    static const struct {
        int digits;
        const char *codes;
    } cases[] = {
        {0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"},
        {2, "EUR CHF USD GBP PLN CZK XXX"},
        {3, "BHD IQD JOD KWD LYD OMR TND"},
        {4, "CLF UYW"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(GStrv) codes = g_strsplit(cases[i].codes, " ", -1);
        for (gsize c = 0; codes[c] != NULL; c++) {
            if (money_digits(codes[c]) != cases[i].digits) {
                fail_msg("%s has %d digits", codes[c], money_digits(codes[c]));
            }
        }
    }
    assert_int_equal(money_digits(""), 2);
    assert_int_equal(money_digits(NULL), 2);
}

typedef char *(*Writer)(gint64 amount, const char *currency);

static void expect_written(Writer writer, gint64 amount, const char *currency, const char *expected)
{
    g_autofree char *text = writer(amount, currency);
    assert_string_equal(text, expected);
}

static void money_for__writes_amounts__for_people_and_programs(void **state)
{
    (void)state;
    expect_written(money_for_people, 1250, "EUR", "€12.50");
    expect_written(money_for_people, -123456789, NULL, "-€1,234,567.89");
    expect_written(money_for_people, 5, "CHF", "0.05 CHF");
    expect_written(money_for_people, 1234, "JPY", "¥1,234");
    expect_written(money_bare, 123450, "EUR", "1,234.50");
    expect_written(money_bare, 0, "EUR", "0.00");
    expect_written(money_bare, -7, "EUR", "-0.07");
    expect_written(money_for_programs, 123450, "EUR", "1234.50");
    expect_written(money_for_programs, -1, "KWD", "-0.001");
    expect_written(money_for_programs, 99, "JPY", "99");
    expect_written(money_for_programs, G_MININT64, "EUR", "-92233720368547758.08");
}

static void money_read__reads__what_was_written(void **state)
{
    (void)state;
    static const char *const currencies[] = {"EUR", "JPY", "KWD", "CLF", "CHF", "USD", "PLN"};
    static const gint64 amounts[] = {0,      1,       -1,         7,          10,
                                     99,     100,     -1234,      1000,       123456,
                                     999999, 1000000, -987654321, MONEY_MOST, -MONEY_MOST};
    static const Writer writers[] = {money_for_people, money_bare, money_for_programs};
    for (gsize c = 0; c < G_N_ELEMENTS(currencies); c++) {
        for (gsize i = 0; i < G_N_ELEMENTS(amounts) * G_N_ELEMENTS(writers); i++) {
            gint64 amount = amounts[i / G_N_ELEMENTS(writers)], read = NONE;
            g_autofree char *text = writers[i % G_N_ELEMENTS(writers)](amount, currencies[c]);
            if (!money_read(text, currencies[c], &read, NULL) || read != amount) {
                fail_msg("%lld %s written as \"%s\" is read as %lld", (long long)amount,
                         currencies[c], text, (long long)read);
            }
        }
    }
}

static void money_refused__quotes_no_more_than_fits(void **state)
{
    (void)state;
    g_autofree char *few = money_refused("viel", false);
    g_autofree char *digits = g_strnfill(300, '9');
    g_autofree char *many = money_refused(digits, true);
    g_autofree char *broken = money_refused("\xFF", false);
    assert_non_null(strstr(few, "“viel”"));
    assert_true(strlen(many) < 150);
    assert_true(g_utf8_validate(broken, -1, NULL));
    /* Forty characters are said whole. */
    g_autofree char *forty = g_strnfill(40, '9');
    g_autofree char *longer = g_strnfill(41, '9');
    g_autofree char *whole = money_refused(forty, true);
    g_autofree char *cut = money_refused(longer, true);
    g_autofree char *said_whole = g_strconcat("“", forty, "”", NULL);
    g_autofree char *said_cut = g_strconcat("“", forty, "…”", NULL);
    assert_non_null(strstr(whole, said_whole));
    assert_non_null(strstr(cut, said_cut));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(money_read__understands__what_people_and_tills_write),
        cmocka_unit_test(money_read__refuses__what_is_no_amount),
        cmocka_unit_test(money_read__says_so__when_it_is_too_much),
        cmocka_unit_test(money_read__takes_the_digits_of_the_currency),
        cmocka_unit_test(money_digits__knows_every_currency__that_has_no_cents),
        cmocka_unit_test(money_for__writes_amounts__for_people_and_programs),
        cmocka_unit_test(money_read__reads__what_was_written),
        cmocka_unit_test(money_refused__quotes_no_more_than_fits),
    };
    return cmocka_run_group_tests_name("money", tests, NULL, NULL);
}
