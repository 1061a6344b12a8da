/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the program keeps what is the person's own, by the XDG base folders. Nothing is made
 * here. */
#pragma once

/* Forgets those of HOME, XDG_CONFIG_HOME, XDG_DATA_HOME and XDG_STATE_HOME that are no absolute
 * paths, as the XDG rules want it. Once, before the others and before any thread. */
void paths_start(void);

/* The usual shop: shop.tresen in the folder "tresen" of the data folder. Free with g_free. */
char *path_shop(void);
/* The demo shop: demo.tresen beside it. Free with g_free. */
char *path_demo(void);
/* The folder for what the person chose for this machine: theme, keys, own themes. Free with
 * g_free. */
char *path_config(void);
/* The folder for state: refused rows of lists that cannot lie beside the list. Free with g_free. */
char *path_state(void);
/* The folder for copies made before an upgrade. Free with g_free. */
char *path_backups(void);
