/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the module for calendars offers. It uses GLib, libical and headers, and takes no function of
 * the program. */
#pragma once

#include "data/base/day.h"

/* A whole day of a calendar, and the days on which it comes again. Texts are UTF-8 without control
 * characters. */
typedef struct {
    const char *uid; /* the same for the same day in every file */
    const char *title;
    const char *note;  /* below the title; NULL: nothing */
    const char *stamp; /* when it was changed last: YYYYMMDDTHHMMSSZ */
    Day first;         /* whole */
    const char *rule;  /* an RRULE of RFC 5545 that FIRST belongs to; NULL: it never comes again */
} IcsEvent;

typedef struct {
    /* The text of a VCALENDAR called NAME, made by PRODUCT, without its last line, END:VCALENDAR;
     * lines end with CRLF. Free with g_free. */
    char *(*head)(const char *product, const char *name);
    /* The text of a VEVENT, that takes nobody's time, for between the two. Lines are folded after
     * 75 octets and end with CRLF. NULL when the library does not take the rule or the stamp. Free
     * with g_free. */
    char *(*event)(const IcsEvent *event);
} IcsDriver;

/* The one symbol of the module: const IcsDriver *tresen_ics_driver(void). */
#define ICS_DRIVER_SYMBOL "tresen_ics_driver"
typedef const IcsDriver *(*IcsDriverEntry)(void);
const IcsDriver *tresen_ics_driver(void);
