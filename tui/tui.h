/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The full-screen program, as main.c starts it. */
#pragma once

#include <glib.h>

typedef struct {
    const char *shop;            /* the path or server of the shop; there may be nothing yet */
    const char *backup_folder;   /* for copies made before an upgrade */
    const char *spare_folder;    /* for refused rows of a list that cannot lie beside the list */
    const char *config_folder;   /* for what the person chose for this machine */
    GDateTime *(*now)(gpointer); /* the local time now, a new reference; called with now_data */
    gpointer now_data;
    const char *theme; /* name of a built-in theme, NULL for "default" */
} TuiOptions;

/* Runs the full-screen program to its end; standard input and output are a terminal. Returns the
 * exit status of the process. */
int tui_run(const TuiOptions *options);
