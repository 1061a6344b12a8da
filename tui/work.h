/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a job can say while it runs on the worker thread. */
#pragma once

#include <stdbool.h>

/* A job on its way. */
typedef struct Work Work;

/* DONE out of TOTAL, any unit; reaches the job's `progress` at most about ten times a second. */
void work_report(Work *work, double done, double total);
/* Whether the job shall stop: it then undoes what it did and fails with FAULT_CANCELLED. */
bool work_is_cancelled(Work *work);
