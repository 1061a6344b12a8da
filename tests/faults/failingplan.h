/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The side of the test in what failing.h is about: the library, and the plan it goes by. */
#pragma once

#include "tests/faults/failing.h"

#include <glib.h>
#include <stdbool.h>

/* Whether there is a library to preload: not under the sanitizers, which want to be first. */
bool failing_is_possible(void);

/* ENVIRONMENT, which is taken over, for a process with the library that goes by the plan in the
 * file PATH. Free with g_strfreev. */
char **failing_environ(char **environment, const char *path);

/* The plan in the file PATH, which is made where there is none; nothing fails then. Fails the test
 * when it cannot. Free with failing_plan_free; the file stays. */
FailingPlan *failing_plan_open(const char *path);
void failing_plan_free(FailingPlan *plan);

/* Nothing fails and nothing has been counted; the files are those below FOLDER. */
void failing_plan_begin(FailingPlan *plan, const char *folder);
/* The calls FIRST to LAST of KIND fail from now on with REASON, an errno. */
void failing_plan_refuse(FailingPlan *plan, FailingKind kind, uint32_t first, uint32_t last,
                         int reason);
