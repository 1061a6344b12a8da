/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reminders as people type them: "freitag 15 uhr zurückrufen", "+14 nachfragen", "jeden Montag
 * Kasse zählen", "call back tomorrow at 9". */
#pragma once

#include "data/base/moment.h"
#include "data/base/series.h"

typedef struct {
    char *words;   /* what is left: what to do, without the words for when; "" when nothing is */
    Moment due;    /* its day is none when nothing says when */
    Series series; /* SERIES_ONCE when it does not repeat */
} ReminderWords;

/* Reads TYPED, in German or English, with the words for when at the beginning or at the end: days
 * as day_read_ahead knows them ("freitag", "27.11.", "+3", "morgen"), "in 2 wochen", "in einer
 * stunde", "nächsten dienstag", "ende des monats", times ("15 uhr", "um 9", "14:30", "3pm",
 * "mittags"), both; and series ("täglich", "jeden montag", "alle 2 wochen", "montags und
 * donnerstags", "monatlich am 31.", "jedes jahr am 24.12.", "every friday at 4pm"). A time alone
 * that is over today is tomorrow's. NOW has a minute. Free with reminder_words_clear. */
void reminder_words_read(const char *typed, Moment now, ReminderWords *read);
void reminder_words_clear(ReminderWords *read);
/* How they are understood, for the line under a box: "Fri 27 Nov, 15:00 · call back". NULL when
 * nothing says when. Free with g_free. */
char *reminder_words_reading(const ReminderWords *read, Day today);
