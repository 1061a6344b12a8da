/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The full-screen program, as main.c starts it. */
#pragma once

#include "data/lookup/index.h"

#include <glib.h>

typedef struct {
    const char *shop;            /* the path or server of the shop; there may be nothing yet */
    const char *open;            /* the number of a customer whose card opens first; NULL: none */
    const char *local_shop;      /* the file in the data folder, where the shop is unless chosen */
    bool shop_is_chosen;         /* the place of `shop` stands in the preferences */
    const char *own_shop;        /* where one goes from a demo shop: the shop in real use */
    const char *demo_shop;       /* where a demo shop is made when one is asked for */
    const char *backup_folder;   /* for copies made before an upgrade */
    const char *spare_folder;    /* for refused rows of a list that cannot lie beside the list */
    const char *config_folder;   /* for what the person chose for this machine */
    GDateTime *(*now)(gpointer); /* the local time now, a new reference; called with now_data */
    gpointer now_data;
    /* Makes gettext speak LANGUAGE ("de"), or the system's (NULL), from now on; called on the main
     * thread with language_data. The texts of the first screens are in what main chose before. */
    void (*use_language)(const char *language, gpointer data);
    gpointer language_data;
    /* Called around opening the shop: whoever waits for a server is told. OPENED gets what OPENING
     * gave. Both NULL: nobody is. */
    gpointer (*opening)(const char *shop);
    void (*opened)(gpointer opening);
    IndexProgress upgrading; /* told, before the screen is there, how far a long upgrade is */
    gpointer upgrading_data;
} TuiOptions;

/* Runs the full-screen program to its end; standard input and output are a terminal. Returns the
 * exit status of the process. */
int tui_run(const TuiOptions *options);
