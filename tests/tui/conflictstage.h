/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Emma's shop on an engine, a counter with a screen, and another one without: what the tests of two
 * counters that save the same stand on. */
#pragma once

#include "data/customer/sheet.h"
#include "data/db/record.h"
#include "tests/data/fixture.h"
#include "tests/tui/opener.h"

typedef struct {
    Fixture *fixture; /* its connection is the other counter's, where Lina B. (1) works */
    Shop *shop;       /* of the counter with the screen */
    Harness *harness;
    Opener *opener;
} ConflictStage;

/* The shop on the Fixture at *STATE, which it takes, with the opener on 24 by 80. */
ConflictStage *conflict_stage_new(void **state);
void conflict_stage_free(ConflictStage *stage);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ConflictStage, conflict_stage_free)

/* Opens CLASS over the opener, and settles. */
Screen *conflict_open(ConflictStage *stage, const ScreenClass *class, gconstpointer arg);
/* The name of the screen on top. */
const char *conflict_top(const ConflictStage *stage);
/* What another counter stores shows here; settles. */
void conflict_refresh(const ConflictStage *stage);

/* The id of the customer with NUMBER. */
gint64 conflict_customer(const ConflictStage *stage, const char *number);
/* All of the customer as it is stored. Free with sheet_free. */
Sheet *conflict_sheet(const ConflictStage *stage, gint64 id);
/* The record ID as it is stored; fails the test when it is gone. Free with record_free. */
gpointer conflict_load(const ConflictStage *stage, const RecordType *type, gint64 id);
/* Whether it is there. */
bool conflict_has(const ConflictStage *stage, const RecordType *type, gint64 id);

/* The other counter, at 14:30: stores RECORD, which it takes, and gives its id; */
gint64 conflict_add(const ConflictStage *stage, gpointer record);
/* "Muster zeigen", an open promise to customer 1001; */
gint64 conflict_add_promise(const ConflictStage *stage);
/* writes TEXT at OFFSET of the record; */
void conflict_change(const ConflictStage *stage, const RecordType *type, gint64 id, gsize offset,
                     const char *text);
/* removes it. */
void conflict_remove(const ConflictStage *stage, const RecordType *type, gint64 id);
/* A deed of it is begun, and stored. */
Deed *conflict_begin(const ConflictStage *stage);
void conflict_commit(Deed *deed);
