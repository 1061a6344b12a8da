/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form for a rule: after what, how much later, and what is done then. */
#pragma once

#include "tui/screen.h"

typedef struct {
    gint64 rule_id; /* 0: a new one */
} RuleArg;

/* Opened with a const RuleArg *, or NULL for a new one. Result: a gint64 * with the id of the rule
 * that was saved; none when it was left. */
extern const ScreenClass screen_rule;
