/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of orders for tests, and what came of them. */
#pragma once

#include "data/list/orders.h"
#include "tests/data/people.h"

/* The day on which the lists are taken over. */
extern const Day order_list_today;
/* The id of Hilde Wagner, number 1042. */
extern gint64 order_list_hilde;

/* Hilde, Kurt (K-7) and Renate (8), the last two with one phone, and the branches Markt and
 * Bahnhof. */
void order_list_furnish(Db *db);

/* Takes over TEXT as "orders.csv" in the fixture's folder. */
ImportResult *order_list_try(const Fixture *fixture, const char *text, ImportProgress progress,
                             GError **error);
/* The same; fails the test when it cannot be done, or the counts do not add up. */
ImportResult *order_list_take(const Fixture *fixture, const char *text);

/* Fails the test unless there are so many of each. */
void order_list_expect(const ImportResult *result, guint added, guint unchanged, guint refused);
/* Fails the test unless the visits are WANTED: "customer kind day minute branch channel amount,
 * quantity x article amount, …", one a line. */
void order_list_expect_visits(Db *db, const char *wanted);
/* Fails the test unless the sums are those of the visits. */
void order_list_expect_sums(Db *db);
/* The note at INDEX. */
const ImportNote *order_list_note(const GPtrArray *notes, guint index);
