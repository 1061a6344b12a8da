/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Visits for tests of figures. */
#pragma once

#include "data/report/span.h"
#include "tests/data/people.h"

/* March 2026. */
extern const ReportSpan march;

/* Each adds a row in DEED and returns its id. */
gint64 add_customer(Deed *deed, const char *name);
gint64 add_branch(Deed *deed, const char *name);
/* A visit of 4.50 at the counter; MINUTE may be RECORD_NONE, BRANCH 0. */
void add_visit_at(Deed *deed, gint64 customer, const char *day, gint64 minute, gint64 branch);
/* The same at ten in no branch. */
void add_visit(Deed *deed, gint64 customer, const char *day);
