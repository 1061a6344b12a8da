/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules for tests, and what happens for them, in a line each. */
#pragma once

#include "data/agenda/ruletend.h"
#include "tests/data/people.h"

/* A customer: Frau FAMILY. */
gint64 rules_customer(Db *db, const char *family);
/* A rule that reminds of WORDS, DAYS after EVENT; ARTICLE is the name of one, NULL: of any. */
gint64 rules_add(Db *db, const char *event, gint64 days, const char *article, const char *words);
/* The customer bought ARTICLE (NULL: nothing that was told) on DAY; the visit's id. */
gint64 rules_visit(Db *db, gint64 customer, const char *day, const char *article);
/* CUSTOMER (0: nobody known) complained on 2026-03-01; the complaint's id. */
gint64 rules_complain(Db *db, gint64 customer, const char *words);
/* The complaint ID goes INTO that state on DAY. */
void rules_put_complaint(Db *db, gint64 id, const char *into, Day day);
/* Carries the rules out on DAY at nine; how many reminders it made or removed. */
guint rules_tend(Db *db, const char *day);
/* Fails the test unless these reminders are open: "2026-03-05 Ask: Torte; …", the oldest first. */
void rules_expect(Db *db, const char *wanted);
