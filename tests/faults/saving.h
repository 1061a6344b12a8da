/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A shop in a file, saves that may fail at any moment, and what is true of it whenever they did. */
#pragma once

#include "tests/data/people.h"

/* Makes the shop at PATH, with a branch and a clerk and nobody else. False on a fault. */
bool saving_make(const char *path, GError **error);
/* Opens it for writing; fails the test when it cannot. */
Db *saving_open(const char *path);
/* Adds COUNT customers, each with two contacts, a partner, two days and a note, in one deed. */
bool saving_add(Db *db, guint count, GError **error);
/* Opens the shop at PATH and fails the test unless it is sound and each of its customers is there
 * as a whole, with the deed. The number of customers. */
gint64 saving_expect_whole(const char *path);
