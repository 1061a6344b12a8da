/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places of the shop. */
#pragma once

#include "data/db/record.h"

/* Parts of statements: whether the row of TABLE stands in the list of the branch ID, a number or
 * parameter; 0: in that of all. What is nobody's in particular stands in each.
 *
 * By its customer: whose customer they are (VisitSum.branch_id). */
#define BRANCH_OF_CUSTOMER(table, id)                                                              \
    "(CAST(" id " AS BIGINT) = 0 OR COALESCE((SELECT visit_sum.branch_id FROM visit_sum WHERE "    \
    "visit_sum.customer_id = " table ".customer_id), " id ") = " id ")"
/* By who sees to it and works in one branch; else by its customer. */
#define BRANCH_SEES_TO(table, id)                                                                  \
    "(CAST(" id                                                                                    \
    " AS BIGINT) = 0 OR COALESCE((SELECT clerk.branch_id FROM clerk WHERE clerk.id = " table       \
    ".clerk_id), (SELECT visit_sum.branch_id FROM visit_sum WHERE visit_sum.customer_id = " table  \
    ".customer_id), " id ") = " id ")"

typedef struct {
    RecordHead head;
    char *name;
} Branch;

extern const RecordType branch_type;

/* The id of the branch called NAME; capitals and accents make no difference. FAULT_MISSING, with a
 * sentence that names the branches, when there is none. */
bool branch_named(Db *db, const char *name, gint64 *id, GError **error);
/* All branches (Branch), in the order of their ids. *CHOSEN, unless NULL, is set to 0 where it is
 * none of them, or where there is only one: then all is shown. The array frees them; NULL on a
 * fault. */
GPtrArray *branch_list(Db *db, gint64 *chosen, GError **error);
/* The name of the branch ID among BRANCHES (Branch; NULL: there are none), NULL when it is none of
 * them. Belongs to BRANCHES. */
const char *branch_name(const GPtrArray *branches, gint64 id);
/* Removes the branch ID. What was done there stays; who worked there works anywhere. Faults of
 * record_remove. */
bool branch_remove(Deed *deed, gint64 id, GError **error);
/* The place of the branch ID among BRANCHES (Branch; NULL: there are none), from 1 on; 0 when it is
 * none of them. */
guint branch_place(const GPtrArray *branches, gint64 id);
