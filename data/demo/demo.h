/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The demo shop: Emma's cake shop with its three branches, as it stands on a day. It is a shop like
 * any other, in a file of its own, with a setting that says what it is. */
#pragma once

#include "data/base/day.h"
#include "data/db/db.h"

enum {
    DEMO_CUSTOMERS = 250, /* unless something else is asked for */
    DEMO_LEAST = 10,
    DEMO_MOST = 1000000
};

/* Told how many of TOTAL customers are made; false stops it. */
typedef bool (*DemoProgress)(guint done, guint total, gpointer data);

/* Makes the demo shop of TODAY (whole) with CUSTOMERS (DEMO_LEAST to DEMO_MOST) customers: beside
 * PATH under a passing name, then moved there. The folder has to be there; what is at PATH is only
 * replaced when it is a demo shop (FAULT_TAKEN otherwise, nothing is touched). The same day and
 * number give the same shop, but for the uids of its deeds; the hours in it are local time.
 * PROGRESS may be NULL; when it stops the work, FAULT_CANCELLED and nothing is left behind. Nobody
 * needs more memory for a larger shop. */
bool demo_make(const char *path, guint customers, Day today, DemoProgress progress, gpointer data,
               GError **error);

/* What stands at a place. */
typedef struct {
    bool is_there;
    Day day;         /* the demo shop's, when it is one */
    guint customers; /* how many it was made with */
} Demo;

/* Looks at PATH: nothing (is_there is false), or a demo shop. False with FAULT_TAKEN when something
 * else is there or it cannot be opened, and with FAULT_NEWER when that is for being newer. */
bool demo_look(const char *path, Demo *demo, GError **error);

/* The same as demo_make, but where the demo shop of TODAY with CUSTOMERS (0: however many; a new
 * one then gets DEMO_CUSTOMERS) stands at PATH already, it is left as it is. */
bool demo_provide(const char *path, guint customers, Day today, DemoProgress progress,
                  gpointer data, GError **error);

/* The day DB was made for as a demo shop in *DAY; DAY_NONE when it is none. False on a fault. */
bool demo_day(Db *db, Day *day, GError **error);
