/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the openings share: how a screen's argument is made, and what has to be in the
 * shop before. */
#pragma once

#include "tests/tui/openings.h"

/* The customer alone. */
void fill_people(Opening *opening);

/* Of the backups: one of the shop is made. */
void fill_bringback(Opening *opening);

/* Of the diary. */
void fill_complaintcase(Opening *opening);
void fill_promise(Opening *opening);
void fill_promises(Opening *opening);
void fill_loss(Opening *opening);
void fill_losses(Opening *opening);
void fill_visit(Opening *opening);
void fill_preorder(Opening *opening);
void fill_preorders(Opening *opening);
