/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is due in a shop for tests, in a line each; and what it tells of it. */
#pragma once

#include "data/agenda/todo.h"
#include "tests/data/people.h"

/* The day it is, and the minute of it. */
static const Day TODOSHOP_TODAY = {2026, 3, 1};
enum { TODOSHOP_NOON = 720 };

/* What home shows at BRANCH (0: all) to CLERK (0: nobody in particular). Fails the test on a fault,
 * as all of these do. */
Todo *todoshop_load(Db *db, gint64 branch);
Todo *todoshop_load_for(Db *db, gint64 branch, gint64 clerk);
/* All that is due within a week, days included; of CLERK (0: of everybody). */
GPtrArray *todoshop_list(Db *db, gint64 clerk);
/* ITEMS as "0 Ott 2026-03-01 Torte; …": kind, customer, day, words or rhythm. Free with g_free. */
char *todoshop_told(const GPtrArray *items);

/* Each adds one in a deed of its own; ids are those of the new rows. */
gint64 todoshop_customer(Db *db, const char *name);
void todoshop_promise(Db *db, gint64 customer, const char *until, const char *words);
void todoshop_preorder(Db *db, gint64 customer, const char *day, gint64 branch, const char *words);
void todoshop_complaint(Db *db, gint64 customer, const char *day, const char *due,
                        const char *state);
void todoshop_loss(Db *db, gint64 customer, const char *how, const char *ask_day);
gint64 todoshop_reminder(Db *db, gint64 customer, const char *day, gint64 minute, gint64 clerk,
                         const char *words);
/* COUNT visits, one every RHYTHM days, the last one AGO days ago. */
void todoshop_visits(Db *db, gint64 customer, int count, int rhythm, int ago);
/* A customer of class A who may be called and was in January, so that they wait for it by now; and
 * the plan to call those each month, since long. */
gint64 todoshop_dear(Db *db, const char *name);
void todoshop_plan(Db *db);

/* todo_done at that moment, in a deed of its own. */
bool todoshop_do(Db *db, TodoKind kind, gint64 id, GError **error);
