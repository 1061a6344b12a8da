/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shop a list goes into: the one that is there; or a new one that is filled beside its place
 * and moved there when all went well (for a server: in a passing file, and carried there); or one
 * that is only tried out and vanishes. */
#pragma once

#include "cli/command.h"

typedef struct {
    Shop *shop;
    const char *place;        /* where it comes to lie; NULL: nowhere */
    const char *now;          /* the call's instant */
    const char *state_folder; /* where it is remembered that there is a shop; NULL: nowhere */
    char *built;  /* the file it lies in for the time being; NULL: the shop was there already */
    char *folder; /* a folder that was made for it; NULL: none */
} Target;

/* Opens the shop of CALL. Where there is none, a new one is begun (country code 49, euro): with
 * LASTING beside its place, else, and for a server's empty database, in a folder for passing
 * things. A folder that is missing is made only in the usual place. False on a fault. In any case
 * to be ended with target_clear. *TARGET is all zero before. */
bool target_open(Target *target, const Call *call, bool lasting, GError **error);
/* Closes the shop and, if it is new, moves it to its place. FAULT_TAKEN when something has come
 * there in the meantime. */
bool target_keep(Target *target, GError **error);
/* Closes the shop, and removes what was made and not kept. */
void target_clear(Target *target);
