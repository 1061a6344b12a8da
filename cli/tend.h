/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the shop does by itself, before it is told what is due. */
#pragma once

#include "cli/command.h"

/* Makes the reminders that the shop's rules want now (rule_tend); nothing in a shop that can only
 * be read, or written just now: the rules are carried out the next time. */
void tend_rules(const Call *call);
