/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who stands at the counter, and what all screens know of the shop. It is the app's data
 * (AppConfig.data). Main thread. */
#pragma once

#include "data/base/day.h"
#include "data/shop.h"
#include "tui/app.h"

typedef struct {
    char *spare_folder;  /* the program's own folder: who stood here last, lists of refused rows */
    char *config_folder; /* what the person chose for this machine: theme, keys, own themes */
    char *where;         /* of the shop, to tell one counter from another; NULL: no shop yet */
    char *shop_name;     /* what the shop is called; the file's name when the owner gave none */
    gint64 branch_id;    /* 0: none */
    char *branch;        /* NULL: none */
    gint64 clerk_id;     /* 0: nobody said who it is */
    char *clerk;         /* NULL: nobody said who it is */
    bool has_clerks;     /* the shop knows who may stand here */
    guint idle_minutes;  /* after which the home screen comes back; 0: never */
    bool read_only;      /* the shop can only be read */
    gint64 asked_deed;   /* which deed the question "take it back?" is about */
} Counter;

/* A counter without a shop. Both folders are made when they are needed. Free with counter_free. */
Counter *counter_new(const char *spare_folder, const char *config_folder);
void counter_free(Counter *counter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Counter, counter_free)

/* Reads what SHOP says about itself: name, branch, who may stand here. The clerk is the one who
 * stood at this counter last, else the only one of the shop, else nobody. Nothing else may use
 * SHOP during the call. False on a fault. */
bool counter_read(Counter *counter, Shop *shop, GError **error);

/* Tells APP, whose data is a Counter, about the shop it has: header, idle time, a notice when it
 * can only be read or when another program makes it wait, that the file is to be watched; asks
 * for the clerk when nobody said who it is. For after app_new, and after app_set_shop with a
 * counter_read. */
void counter_show(App *app);

/* The app's counter; never NULL in screens. */
Counter *counter_of(const Screen *screen);
/* Who does something now. */
Who counter_who(const Screen *screen);
/* The day it is. */
Day counter_today(const Screen *screen);
/* Whether deeds are possible: for rows' `when`. */
bool counter_may_write(const Screen *screen);

/* Puts the clerk ID behind the counter: reads the name, shows it in the header, and remembers it
 * for the next start. */
Outcome counter_change_clerk(Screen *screen, gint64 id);

/* Nobody is at the counter any more: what is done from now on is nobody's in particular. */
void counter_forget_clerk(Screen *screen);
/* Forgets the clerk at the counter if the shop does not know them any more, or they have left:
 * after something was taken back. */
Outcome counter_check_clerk(Screen *screen);
