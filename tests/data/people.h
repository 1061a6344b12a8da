/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Customers for tests, in a line each; and what a shop holds, as text for comparing. */
#pragma once

#include "data/customer/sheet.h"
#include "tests/data/fixture.h"

/* What is NULL or 0 is not known. */
typedef struct {
    const char *number; /* NULL: the next free one */
    const char *salutation, *title, *given, *family, *company, *description, *address_form;
    const char *phone, *phone2, *email;
    const char *street, *postcode, *place, *country;
    const char *birthday;                   /* as day_to_text writes it */
    const char *partner, *partner_birthday; /* the second only with the first */
    const char *facts;                      /* "allergy: Nüsse; likes: Erdbeere" */
    gint64 visits;
    const char *last_visit;
} Person;

/* Adds the program's kinds of facts, as a new shop has them. Call it first. */
void people_furnish(Db *db);
/* Adds a clerk and returns the id. */
gint64 people_add_clerk(Db *db, const char *name);
/* Adds a branch likewise. */
gint64 people_add_branch(Db *db, const char *name);
/* That clerk (0: nobody) at FIXTURE_NOW. */
Who people_who(gint64 clerk_id);

/* A deed of nobody's; to be ended with people_commit, or freed. */
Deed *people_begin(Db *db);
/* Commits and frees DEED; the number of its row, 0 when it changed nothing. */
gint64 people_commit(Deed *deed);

/* PERSON as a new sheet, partner aside. Free with sheet_free. */
Sheet *people_sheet(Db *db, const Person *person);
/* Adds PERSON, in a deed of its own, and returns the customer's id. */
gint64 people_add(Db *db, const Person *person);
gint64 people_add_in(Deed *deed, const Person *person);
/* Adds the COUNT people of LIST, in one deed. */
void people_add_all(Db *db, const Person *list, gsize count);

/* A customer with something in most tables: three contacts, a partner with a birthday, no facts. */
extern const Person people_hilde;

/* The number in the first row of SQL. */
gint64 people_number(Db *db, const char *sql, const DbValue *values, guint count);
/* Takes the deed back, as nobody; the deed that did it. */
gint64 people_undo(Db *db, gint64 deed);
/* deed_last of the clerk; all deeds have to be those of people_begin. */
gint64 people_last(Db *db, gint64 clerk);

/* Everything the records say, and the search index; the columns that tell how often and when a row
 * changed are left out. Free with g_free. */
char *people_dump(Db *db);
/* Fails the test unless check_database and the checks of seals, index, sums and contacts find
 * nothing. */
void people_expect_sound(Db *db);
