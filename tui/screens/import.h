/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking over a customer list: pick the file, see what its columns mean, change that, run, see
 * what came of it. */
#pragma once

#include "tui/screen.h"

typedef struct {
    const char *path; /* a file to begin with; NULL: pick one */
    /* NULL: into the app's shop. Else the path of a shop to make first: it is opened and handed to
     * the app. */
    const char *new_shop;
} ImportArg;

/* Opened with a const ImportArg *, or NULL. Result: a gint64 * with the deed of the import (0
 * when the list brought nothing new); none when it was left without. */
extern const ScreenClass screen_import;
