/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What counting losses and listing them share. */
#pragma once

/* Part of a statement: whether the customer of the row of "loss" was last at the branch $3; any
 * with 0. */
#define LOSS_AT_BRANCH                                                                             \
    "($3 = (SELECT visit.branch_id FROM visit WHERE visit.customer_id = loss.customer_id AND "     \
    "visit.branch_id IS NOT NULL ORDER BY visit.day DESC, visit.id DESC LIMIT 1) OR $3 = 0)"
