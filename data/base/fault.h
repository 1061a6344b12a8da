/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can go wrong, for programs. The message of the GError is for people: a whole sentence with a
 * way out. */
#pragma once

#include <glib.h>

typedef enum {
    FAULT_REFUSED,   /* the input breaks a rule; the message says which */
    FAULT_MISSING,   /* what was asked for is not there */
    FAULT_NO_SHOP,   /* there is no shop at that place */
    FAULT_FOREIGN,   /* the file is something else than a shop */
    FAULT_DAMAGED,   /* the shop's file is damaged */
    FAULT_NEWER,     /* the shop was made by a newer version of the program */
    FAULT_READ_ONLY, /* the shop can be read but not written */
    FAULT_FULL,      /* no room left on the disk */
    FAULT_LINE_DOWN, /* the server cannot be reached */
    FAULT_CONFLICT,  /* somebody else changed the record in between */
    FAULT_TAKEN,     /* a value that must be unique is in use */
    FAULT_TIED,      /* what it hangs on is gone, or something hangs on what is to go */
    FAULT_STORED,    /* it had been done already, though nobody could say so then */
    FAULT_CANCELLED, /* the person cancelled it */
    FAULT_BUSY,      /* another program holds the shop and the caller would not wait */
    FAULT_INTERNAL   /* a defect of the program or of a library */
} Fault;

/* The error domain of everything in data/. */
#define FAULT fault_quark()

static inline GQuark fault_quark(void)
{
    return g_quark_from_static_string("tresen-fault");
}
