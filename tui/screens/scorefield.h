/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields of a form that take a score, and typing digits into them. Which way a scale goes stands
 * beside what was typed. */
#pragma once

#include "tui/widgets/form.h"

/* For FormField.reading: what the score means ("very satisfied"), or which numbers there are; NULL
 * when nothing is typed. Free with g_free. Satisfaction 1 to 5; ease 1 to 7, 7 is very easy;
 * recommending 0 to 10; an answer of the survey 1 to 5. */
char *score_field_reading_csat(const char *typed, gconstpointer context);
char *score_field_reading_ces(const char *typed, gconstpointer context);
char *score_field_reading_nps(const char *typed, gconstpointer context);
char *score_field_reading_survey(const char *typed, gconstpointer context);

/* For FormField.check: whether TYPED is empty or such a score; FAULT_REFUSED otherwise. */
bool score_field_check_csat(const char *typed, gconstpointer context, GError **error);
bool score_field_check_ces(const char *typed, gconstpointer context, GError **error);
bool score_field_check_nps(const char *typed, gconstpointer context, GError **error);
bool score_field_check_survey(const char *typed, gconstpointer context, GError **error);

/* The score in the field NAME of FORM, RECORD_NONE when there is none. */
gint64 score_field_get(const Form *form, const char *name);
/* SCORE (RECORD_NONE: none) as it stands in a field. Free with g_free. */
char *score_field_shown(gint64 score);

/* Gives EVENT to FORM, whose field that listens takes a score of one digit: a digit is the score
 * (with LEAVES the focus goes on to the next field then); whatever else is typed are words and goes
 * to the field WORDS, and so does a number of several digits with all of them. */
Outcome score_field_input(Form *form, const Event *event, const char *words, bool leaves);
