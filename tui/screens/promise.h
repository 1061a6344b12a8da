/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form for something the shop promises to a customer: what, until when, and who sees to it. */
#pragma once

#include "tui/screen.h"

typedef struct {
    gint64 customer_id; /* to whom */
    gint64 promise_id;  /* 0: a new one */
} PromiseArg;

/* Opened with a const PromiseArg *. Result: a gint64 * with the id of the promise that was saved;
 * none when it was left. */
extern const ScreenClass screen_promise;
