/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The theme files of themes/ inside the program; the table is made at build time. */
#pragma once

typedef struct {
    const char *name; /* without folder and ".theme" */
    const char *text;
} BuiltinTheme;

extern const BuiltinTheme builtin_themes[];
extern const unsigned builtin_themes_count;
