/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form for what somebody says of the shop: a digit is the score, letters are the words, Enter
 * saves, and Tab goes on to what is told more rarely. */
#pragma once

#include "tui/screen.h"

/* What the form is opened for. */
typedef struct {
    gint64 customer_id; /* 0: nobody known */
    gint64 feedback_id; /* to be changed, of any kind but a survey; 0: new */
} FeedbackArg;

/* Opened with a const FeedbackArg *; NULL: new, of nobody known. Saves by itself and says so. */
extern const ScreenClass screen_feedback;
