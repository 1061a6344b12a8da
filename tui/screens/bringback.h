/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bringing back a backup: what would change, then in one step. */
#pragma once

#include "tui/screen.h"

/* Which backup. The texts are copied. */
typedef struct {
    const char *where; /* the shop's file, which may be damaged or gone; NULL: of the one that is
                          open */
    const char *path;  /* the backup */
    bool is_locked;    /* it is encrypted */
} BringBackArg;

/* Opened with a BringBackArg. When the backup is back, the app has the shop, the counter knows it,
 * everything is loaded again, and the screen closes with a non-NULL result: whoever opened it
 * closes as well, down to home. */
extern const ScreenClass screen_bringback;

/* Opens it above PARENT, and asks for the passphrase at once where there is one. */
Outcome bringback_begin(Screen *parent, const BringBackArg *arg, ReturnFunc returned);
