/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reminders as people type them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "data/agenda/reminderwords.h"
#include "data/base/timeofday.h"

#include <string.h>

/* A Sunday, a quarter past ten. */
static const Moment now = {{2026, 3, 1}, 10 * 60 + 15};

/* "2026-03-06 15:00 | call back | 2 week from 2026-03-06 on 17"; without what is not there. */
static char *read_as(const char *typed, Moment at)
{
    ReminderWords read;
    reminder_words_read(typed, at, &read);
    g_autofree char *day = day_to_text(read.due.day);
    GString *text = g_string_new(day);
    if (read.due.minute != MINUTE_NONE) {
        g_autofree char *time = time_of_day_text(read.due.minute);
        g_string_append_printf(text, " %s", time);
    }
    g_string_append_printf(text, " | %s", read.words);
    if (read.series.unit != SERIES_ONCE) {
        g_autofree char *first = day_to_text(read.series.first);
        g_string_append_printf(text, " | %d %s from %s", read.series.step,
                               series_code(read.series.unit), first);
        if (read.series.weekdays != 0) {
            g_string_append_printf(text, " on %u", read.series.weekdays);
        }
    }
    reminder_words_clear(&read);
    return g_string_free(text, FALSE);
}

static void expect_all(const char *const (*cases)[2], guint count, Moment at)
{
    guint failed = 0;
    for (guint i = 0; i < count; i++) {
        g_autofree char *got = read_as(cases[i][0], at);
        if (strcmp(got, cases[i][1]) != 0) {
            print_error("“%s” is “%s” and not “%s”.\n", cases[i][0], got, cases[i][1]);
            failed++;
        }
    }
    assert_int_equal(failed, 0);
}

static void reminder_words_read__finds_the_day__first_or_last(void **state)
{
    static const char *const cases[][2] = {
        {"freitag 15 uhr zurückrufen", "2026-03-06 15:00 | zurückrufen"},
        {"+14 nachfragen", "2026-03-15 | nachfragen"},
        {"call back tomorrow at 9", "2026-03-02 09:00 | call back"},
        {"morgen", "2026-03-02 | "},
        {"heute Torte abholen", "2026-03-01 | Torte abholen"},
        {"27.11. anrufen", "2026-11-27 | anrufen"},
        {"am 27.11 anrufen", "2026-11-27 | anrufen"},
        {"Anrufen am 3. Mai", "2026-05-03 | Anrufen"},
        {"3. Mai 2027: Hochzeit Wagner", "2027-05-03 | Hochzeit Wagner"},
        {"May 3 order flour", "2026-05-03 | order flour"},
        {"order flour on the 3rd of May", "2026-05-03 | order flour"},
        {"2026-11-27 14:30 Termin", "2026-11-27 14:30 | Termin"},
        {"freitag, 15 uhr: zurückrufen", "2026-03-06 15:00 | zurückrufen"},
        {"Fr. 27.3. 9 Uhr Probe", "2026-03-27 09:00 | Probe"},
        {"freitag zurückrufen um 15 uhr", "2026-03-06 15:00 | zurückrufen"},
        {"bis Freitag Muster schicken", "2026-03-06 | Muster schicken"},
        {"nächsten Dienstag anrufen", "2026-03-03 | anrufen"},
        {"next tuesday call", "2026-03-03 | call"},
        {"nächste Woche nachfragen", "2026-03-02 | nachfragen"},
        {"nächste Woche Mittwoch nachfragen", "2026-03-04 | nachfragen"},
        {"Dienstag nächster Woche anrufen", "2026-03-03 | anrufen"},
        {"übernächste Woche liefern", "2026-03-09 | liefern"},
        {"nächsten Monat Inventur", "2026-04-01 | Inventur"},
        {"in 2 wochen nachfragen", "2026-03-15 | nachfragen"},
        {"in zwei Wochen nachfragen", "2026-03-15 | nachfragen"},
        {"heute in einer Woche nachfragen", "2026-03-08 | nachfragen"},
        {"freitag in 2 wochen nachfragen", "2026-03-20 | nachfragen"},
        {"nachfragen in 3 tagen", "2026-03-04 | nachfragen"},
        {"in einem Monat anrufen", "2026-04-01 | anrufen"},
        {"in a week ask again", "2026-03-08 | ask again"},
        {"in one year ask again", "2027-03-01 | ask again"},
        {"+2 wochen anrufen", "2026-03-15 | anrufen"},
        {"+1w call", "2026-03-08 | call"},
        {"ende des monats Kasse", "2026-03-31 | Kasse"},
        {"Ende nächsten Monats Kasse", "2026-04-30 | Kasse"},
        {"Kasse zum Monatsende", "2026-03-31 | Kasse"},
        {"ende mai 2028 abrechnen", "2028-05-31 | abrechnen"},
        {"bis Februar 2027 nachfragen", "2027-02-28 | nachfragen"},
        {"ende mai abrechnen", "2026-05-31 | abrechnen"},
        {"Anfang Februar bestellen", "2027-02-01 | bestellen"},
        {"mitte april bestellen", "2026-04-15 | bestellen"},
        {"end of the month pay rent", "2026-03-31 | pay rent"},
        {"end of next week call", "2026-03-06 | call"},
        {"Anfang nächster Woche anrufen", "2026-03-02 | anrufen"},
        {"am Wochenende lüften", "2026-03-07 | lüften"},
        {"im mai nachfragen", "2026-05-31 | nachfragen"},
        {"Übermorgen zurückrufen", "2026-03-03 | zurückrufen"},
        {"the day after tomorrow call", "2026-03-03 | call"},
        {"in 2 Wochen am Freitag liefern", "2026-03-13 | liefern"},
        {"nächste Woche am Freitag liefern", "2026-03-06 | liefern"},
        {"am 24. anrufen", "2026-03-24 | anrufen"},
        {"call on the 31st", "2026-03-31 | call"},
    };
    (void)state;
    expect_all(cases, G_N_ELEMENTS(cases), now);
}

static void reminder_words_read__finds_the_time(void **state)
{
    static const char *const cases[][2] = {
        {"15 uhr anrufen", "2026-03-01 15:00 | anrufen"},
        {"um 9 anrufen", "2026-03-02 09:00 | anrufen"},
        {"um 11 anrufen", "2026-03-01 11:00 | anrufen"},
        {"14:30 Probe", "2026-03-01 14:30 | Probe"},
        {"3pm call", "2026-03-01 15:00 | call"},
        {"call at 9.30 am", "2026-03-02 09:30 | call"},
        {"call 9 am", "2026-03-02 09:00 | call"},
        {"mittags lüften", "2026-03-01 12:00 | lüften"},
        {"morgen früh backen", "2026-03-02 09:00 | backen"},
        {"morgen Abend anrufen", "2026-03-02 18:00 | anrufen"},
        {"heute abend um 7 anrufen", "2026-03-01 19:00 | anrufen"},
        {"um 5 früh backen", "2026-03-02 05:00 | backen"},
        {"um 3 anrufen", "2026-03-01 15:00 | anrufen"},
        {"at three call", "2026-03-01 15:00 | call"},
        {"3 uhr Teig", "2026-03-02 03:00 | Teig"},
        {"halb 4 anrufen", "2026-03-01 15:30 | anrufen"},
        {"half past 11 call", "2026-03-01 11:30 | call"},
        {"viertel nach 10 anrufen", "2026-03-01 10:15 | anrufen"},
        {"viertel vor 10 anrufen", "2026-03-02 09:45 | anrufen"},
        {"in einer stunde anrufen", "2026-03-01 11:15 | anrufen"},
        {"in einer halben Stunde anrufen", "2026-03-01 10:45 | anrufen"},
        {"in half an hour call", "2026-03-01 10:45 | call"},
        {"in 20 minuten Ofen aus", "2026-03-01 10:35 | Ofen aus"},
        {"in 20min Ofen aus", "2026-03-01 10:35 | Ofen aus"},
        {"+2h call", "2026-03-01 12:15 | call"},
        {"in 15 Stunden", "2026-03-02 01:15 | "},
        {"freitag 15 uhr 30 zurückrufen", "2026-03-06 15:30 | zurückrufen"},
        {"freitag 15 uhr 30 Brote", "2026-03-06 15:00 | 30 Brote"},
        {"heute um 9 anrufen", "2026-03-01 09:00 | anrufen"},
        {"morgen 14h anrufen", "2026-03-02 14:00 | anrufen"},
        {"tonight close the shop", "2026-03-01 18:00 | close the shop"},
        {"tomorrow in the afternoon call", "2026-03-02 15:00 | call"},
    };
    (void)state;
    expect_all(cases, G_N_ELEMENTS(cases), now);
}

static void reminder_words_read__finds_series(void **state)
{
    static const char *const cases[][2] = {
        {"täglich lüften", "2026-03-01 | lüften | 1 day from 2026-03-01"},
        {"täglich um 9 lüften", "2026-03-02 09:00 | lüften | 1 day from 2026-03-02"},
        {"jeden Tag um 18 Uhr Kasse", "2026-03-01 18:00 | Kasse | 1 day from 2026-03-01"},
        {"jeden Montag Kasse zählen", "2026-03-02 | Kasse zählen | 1 week from 2026-03-02 on 1"},
        {"jeden sonntag lüften", "2026-03-01 | lüften | 1 week from 2026-03-01 on 64"},
        {"jeden sonntag um 9 lüften", "2026-03-08 09:00 | lüften | 1 week from 2026-03-08 on 64"},
        {"every friday at 4pm count", "2026-03-06 16:00 | count | 1 week from 2026-03-06 on 16"},
        {"alle 2 wochen nachfragen", "2026-03-01 | nachfragen | 2 week from 2026-03-01"},
        {"alle zwei Wochen am Dienstag anrufen",
         "2026-03-03 | anrufen | 2 week from 2026-03-03 on 2"},
        {"alle 14 tage ab freitag nachfragen", "2026-03-06 | nachfragen | 14 day from 2026-03-06"},
        {"montags und donnerstags gießen", "2026-03-02 | gießen | 1 week from 2026-03-02 on 9"},
        {"every mon, wed and fri bake", "2026-03-02 | bake | 1 week from 2026-03-02 on 21"},
        {"jeden zweiten Montag Müll", "2026-03-02 | Müll | 2 week from 2026-03-02 on 1"},
        {"every other day water", "2026-03-01 | water | 2 day from 2026-03-01"},
        {"every 3rd day water", "2026-03-01 | water | 3 day from 2026-03-01"},
        {"mo-fr 9 uhr lüften", "2026-03-02 09:00 | lüften | 1 week from 2026-03-02 on 31"},
        {"every weekday at 8:00 open", "2026-03-02 08:00 | open | 1 week from 2026-03-02 on 31"},
        {"jeden Mo Mi Fr 8 Uhr Brot", "2026-03-02 08:00 | Brot | 1 week from 2026-03-02 on 21"},
        {"every 3rd monday count", "2026-03-02 | count | 3 week from 2026-03-02 on 1"},
        {"werktags lüften", "2026-03-02 | lüften | 1 week from 2026-03-02 on 63"},
        {"täglich montag bis freitag lüften", "2026-03-02 | lüften | 1 week from 2026-03-02 on 31"},
        {"wöchentlich freitags um 12 Kasse",
         "2026-03-06 12:00 | Kasse | 1 week from 2026-03-06 on 16"},
        {"monatlich am 31. Miete", "2026-03-31 | Miete | 1 month from 2026-03-31"},
        {"monatlich am 1. Miete", "2026-03-01 | Miete | 1 month from 2026-03-01"},
        {"jeden 15. Lohn", "2026-03-15 | Lohn | 1 month from 2026-03-15"},
        {"jeden ersten des Monats Miete", "2026-03-01 | Miete | 1 month from 2026-03-01"},
        {"pay rent every month on the 3rd", "2026-03-03 | pay rent | 1 month from 2026-03-03"},
        {"vierteljährlich Steuer", "2026-03-01 | Steuer | 3 month from 2026-03-01"},
        {"monatlich zum Monatsende abrechnen", "2026-03-31 | abrechnen | 1 month from 2026-03-31"},
        {"jedes jahr am 24.12. Karte", "2026-12-24 | Karte | 1 year from 2026-12-24"},
        {"every year on 24 December card", "2026-12-24 | card | 1 year from 2026-12-24"},
        {"jeden 24.12. Karte", "2026-12-24 | Karte | 1 year from 2026-12-24"},
        {"jedes Jahr am 29.2. Karte", "2027-02-28 | Karte | 1 year from 2024-02-29"},
        {"jährlich am 29.2.2028 Karte", "2028-02-29 | Karte | 1 year from 2028-02-29"},
        {"jeden Morgen lüften", "2026-03-02 09:00 | lüften | 1 day from 2026-03-02"},
        {"count the till every evening",
         "2026-03-01 18:00 | count the till | 1 day from 2026-03-01"},
    };
    static const char *const in_february[][2] = {
        {"monatlich am 31. Miete", "2026-02-28 | Miete | 1 month from 2026-01-31"},
        {"alle 3 monate am 30. Miete", "2026-02-28 | Miete | 3 month from 2025-11-30"},
        {"monatlich am letzten Miete", "2026-02-28 | Miete | 1 month from 2026-01-31"},
    };
    static const Moment february = {{2026, 2, 10}, 600};
    (void)state;
    expect_all(cases, G_N_ELEMENTS(cases), now);
    expect_all(in_february, G_N_ELEMENTS(in_february), february);
}

/* Words that look like days or times and are none. */
static void reminder_words_read__leaves_other_words_alone(void **state)
{
    static const char *const cases[][2] = {
        {"", " | "},
        {"   ", " | "},
        {"anrufen", " | anrufen"},
        {"Fr. Wagner anrufen", " | Fr. Wagner anrufen"},
        {"Fr Wagner morgen anrufen", " | Fr Wagner morgen anrufen"},
        {"Fr. Wagner anrufen morgen", "2026-03-02 | Fr. Wagner anrufen"},
        {"do the windows", " | do the windows"},
        {"so bald wie möglich", " | so bald wie möglich"},
        {"Do the windows friday", "2026-03-06 | Do the windows"},
        {"anrufen Do", "2026-03-05 | anrufen"},
        {"Do. anrufen", "2026-03-05 | anrufen"},
        {"fr anrufen", "2026-03-06 | anrufen"},
        {"2.5 kg Mehl bestellen", " | 2.5 kg Mehl bestellen"},
        {"12 Brötchen", " | 12 Brötchen"},
        {"3. Mai 30 Brote", "2026-05-03 | 30 Brote"},
        {"+49 175 1234567 anrufen", " | +49 175 1234567 anrufen"},
        {"03051956 anrufen", " | 03051956 anrufen"},
        {"geb. 3.5.1956", " | geb. 3.5.1956"},
        {"gestern war zu", " | gestern war zu"},
        {"am Telefon sein", " | am Telefon sein"},
        {"jede Kundin begrüßen", " | jede Kundin begrüßen"},
        {"jede 2. Packung prüfen", " | jede 2. Packung prüfen"},
        {"alle Kunden anrufen morgen", "2026-03-02 | alle Kunden anrufen"},
        {"Torte für morgen", "2026-03-02 | Torte für morgen"},
        {"Mai Ling anrufen", " | Mai Ling anrufen"},
        {"2027 wird besser", " | 2027 wird besser"},
        {"31.2. anrufen", " | 31.2. anrufen"},
        {"jeden letzten Freitag Inventur", " | jeden letzten Freitag Inventur"},
        {"jeden ersten Montag im Monat x", " | jeden ersten Montag im Monat x"},
        {"jeden zweiten Montag im Monat x", " | jeden zweiten Montag im Monat x"},
        {"Abend planen", " | Abend planen"},
        {"9 am Fenster putzen", " | 9 am Fenster putzen"},
        {"\xff\xfe morgen", "2026-03-02 | \xef\xbf\xbd\xef\xbf\xbd"},
    };
    (void)state;
    expect_all(cases, G_N_ELEMENTS(cases), now);
}

/* Whatever is typed, it is read and nothing of it is lost without a day. */
static void reminder_words_read__bears_anything(void **state)
{
    static const char *const bits[] = {"jeden",
                                       "montag",
                                       "und",
                                       "alle",
                                       "2",
                                       "in",
                                       "am",
                                       "31.",
                                       "um",
                                       "9",
                                       "ende",
                                       "+",
                                       "bis",
                                       "29.2.",
                                       "monatlich",
                                       "jährlich",
                                       ":",
                                       "…",
                                       "\xf0\x9f\x8e\x82",
                                       "."};
    static const Moment moments[] = {{{1, 1, 1}, 0}, {{2026, 2, 28}, 1439}, {{9999, 12, 31}, 1439}};
    g_autoptr(GRand) rand = g_rand_new_with_seed(7);
    (void)state;
    for (guint round = 0; round < 6000; round++) {
        GString *typed = g_string_new(NULL);
        for (gint count = g_rand_int_range(rand, 0, 9); count > 0; count--) {
            guint bit = (guint)g_rand_int_range(rand, 0, G_N_ELEMENTS(bits));
            g_string_append_printf(typed, "%s ", bits[bit]);
        }
        ReminderWords read;
        reminder_words_read(typed->str, moments[round % G_N_ELEMENTS(moments)], &read);
        assert_non_null(read.words);
        assert_true(day_is_none(read.due.day) || day_is_whole(read.due.day));
        assert_true(day_is_valid(read.due.day));
        if (read.series.unit != SERIES_ONCE) {
            assert_true(day_is_whole(read.series.first) && day_is_valid(read.series.first));
            assert_in_range(read.series.step, 1, 999);
        }
        reminder_words_clear(&read);
        g_string_free(typed, TRUE);
    }
}

static void reminder_words_reading__says_how_it_is_understood(void **state)
{
    static const char *const cases[][2] = {
        {"27.11. 15 uhr call back", "Fri 27 Nov, 15:00 · call back"},
        {"27.11.", "Fri 27 Nov"},
        {"jeden Montag Kasse", "Mon 2 Mar · every Monday · Kasse"},
        {"1.2. x", "Mon 1 Feb 2027 · x"},
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        ReminderWords read;
        reminder_words_read(cases[i][0], now, &read);
        g_autofree char *reading = reminder_words_reading(&read, now.day);
        assert_string_equal(reading, cases[i][1]);
        reminder_words_clear(&read);
    }
    ReminderWords read;
    reminder_words_read("call back", now, &read);
    assert_null(reminder_words_reading(&read, now.day));
    reminder_words_clear(&read);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(reminder_words_read__finds_the_day__first_or_last),
        cmocka_unit_test(reminder_words_read__finds_the_time),
        cmocka_unit_test(reminder_words_read__finds_series),
        cmocka_unit_test(reminder_words_read__leaves_other_words_alone),
        cmocka_unit_test(reminder_words_read__bears_anything),
        cmocka_unit_test(reminder_words_reading__says_how_it_is_understood),
    };
    return cmocka_run_group_tests_name("reminderwords", tests, NULL, NULL);
}
