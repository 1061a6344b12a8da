/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two questions after a visit: the product, the advice. */
#pragma once

#include "tui/screen.h"

/* What the dialog is opened for. */
typedef struct {
    gint64 customer_id; /* 0: nobody known */
    gint64 feedback_id; /* a survey to be changed; 0: new */
} SurveyArg;

/* A dialog, opened with a const SurveyArg *. Saves by itself and says so. */
extern const ScreenClass screen_survey;
