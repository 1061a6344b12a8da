/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who was there: marks for many customers by id, quick to set and to count. */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* What is known of a customer. */
typedef enum {
    GUEST_START = 1 << 0, /* active the day before the span */
    GUEST_END = 1 << 1,   /* active at its end */
    GUEST_CAME = 1 << 2,  /* in the span */
    GUEST_NEW = 1 << 3    /* for the first time ever in the span */
} GuestMark;

typedef struct {
    guint8 marks;  /* GuestMark bits */
    guint8 visits; /* in the span; 255 is many */
    guint8 recent; /* in the window before its end; 255 is many */
} Guest;

typedef struct Guests Guests;

/* Nobody yet. Free with guests_free. */
Guests *guests_new(void);
void guests_free(Guests *guests);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Guests, guests_free)

/* What is noted of the customer ID, above 0: all zero at first. Stays where it is. Ids that come in
 * rising order are quickest. */
Guest *guests_of(Guests *guests, gint64 id);
/* Calls SEE with each customer something is noted of, in no order. */
void guests_each(const Guests *guests, void (*see)(gint64 id, const Guest *guest, gpointer data),
                 gpointer data);
/* The ids (gint64, rising) of those that FIT; free with g_array_unref. */
GArray *guests_ids(const Guests *guests, bool (*fits)(const Guest *guest));
