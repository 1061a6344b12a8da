/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form for a kind of note. */
#pragma once

#include "tui/screen.h"

/* Takes a const FactKind * (copied), NULL for a new kind; answers with its id (gint64 *) when it
 * was saved. Of one of the program's kinds only the name can be changed. */
extern const ScreenClass screen_kind;
