/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Yearly days that fall into a span: whose, when, and whether somebody congratulated already. Days
 * that are kept silent (silence.h) are in none of the lists. */
#pragma once

#include "data/agenda/occasion.h"
#include "data/customer/sheet.h"

typedef struct {
    Occasion *occasion;
    Customer *customer;
    char *relation_kind; /* code of relation_kinds; NULL: the customer's own day */
    char *relation_name;
    Day kept;  /* the day in the span on which it is kept; of due_list_someday without the day */
    int turns; /* the age or the count of years on that day; 0: the year is not known */
    bool greeted;
    char *greeted_at;    /* UTC instant */
    char *greeted_by;    /* the clerk's name; NULL: not known */
    char *greeted_how;   /* as in Greeting */
    char *greeted_words; /* as in Greeting */
} Due;

void due_free(gpointer due);

/* The occasions of KIND (NULL: of every kind) kept from FROM to TO, both whole and included, in the
 * order of the days, then of the names. RULE says where 29 February is kept. FAULT_REFUSED when TO
 * is before FROM or the span is longer than ten years. The array of Due frees them. */
GPtrArray *due_list(Db *db, Day from, Day to, const char *kind, LeapRule rule, GError **error);

/* The occasions of KIND (NULL: of every kind) of which the month is known and the day is not, kept
 * some time in the month MONTH of YEAR (0: in any month of it): in the order of the months, then of
 * the names. The array of Due frees them. NULL on a fault. */
GPtrArray *due_list_someday(Db *db, int year, int month, const char *kind, GError **error);

/* Likewise for all days from FROM to TO, which is not before FROM. Where more than MOST days of the
 * calendar are somebody's (0: any number may be) and the shop has more than two hundred customers,
 * *IS_CUT is set and the days are only those of the two hundred who come most often and lately, so
 * that it takes about as long in every shop. */
GPtrArray *due_list_known(Db *db, Day from, Day to, LeapRule rule, guint most, bool *is_cut,
                          GError **error);

/* Likewise for the days in SHEET, which is stored: the customer's and those of the people who
 * belong to them, of every kind. FROM is not after TO. Asks DB only for the ticks of the days it
 * gives. */
GPtrArray *due_of_sheet(Db *db, const Sheet *sheet, Day from, Day to, LeapRule rule,
                        GError **error);

/* Who has the day: the related person, or the customer (customer_call). Free with g_free. */
char *due_call(const Due *due, NameOrder order);

/* Whether it is a birthday, the customer's own or a related person's. */
bool due_is_birthday(const Due *due);

/* Whether it is a round one, which people make more of: 10, 20, 25, 30 … years, of birthdays also
 * 18 and from 65 on every fifth. False without a year. */
bool due_is_round(const Due *due);

/* Ticks the occasion as greeted for the year of KEPT; ticking twice changes nothing. HOW may be
 * NULL. */
bool due_greet(Deed *deed, gint64 occasion_id, int year, const char *how, GError **error);
/* Ticks it as greeted for YEAR, or changes the tick that is there, to say HOW and what was given or
 * said (WORDS, storable); both may be NULL. */
bool due_greet_as(Deed *deed, gint64 occasion_id, int year, const char *how, const char *words,
                  GError **error);
/* Takes the tick of that year away, when there is one. */
bool due_ungreet(Deed *deed, gint64 occasion_id, int year, GError **error);

/* The shop's rule for 29 February. */
bool due_leap_rule(Db *db, LeapRule *rule, GError **error);
