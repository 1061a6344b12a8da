/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field of a form that says which clerk: one of those at the counter, or nobody. */
#pragma once

#include "data/db/db.h"
#include "tui/widgets/form.h"

typedef struct {
    GPtrArray *clerks;   /* Clerk; those of the choices behind the first */
    const char **labels; /* for FormField.choices */
} ClerkField;

/* For the worker: those who may stand at the counter, and WITH_ID (0: nobody), who may have left.
 * The array frees the Clerks. NULL on a fault. */
GPtrArray *clerk_field_load(Db *db, gint64 with_id, GError **error);
/* Takes CLERKS over. NOBODY (N_()) is the first choice. Clear with clerk_field_clear. */
void clerk_field_init(ClerkField *field, GPtrArray *clerks, const char *nobody);
/* Puts those of CLERKS whom the field does not offer yet behind the others, so that each keeps
 * their place, also in FORM, whose field NAME it is (NULL: it is made anew). */
void clerk_field_renew(ClerkField *field, const GPtrArray *clerks, Form *form, const char *name);
/* All zero is fine. */
void clerk_field_clear(ClerkField *field);
/* Which choice is the clerk ID, 0 for nobody; and the clerk of a CHOICE, 0 for nobody. */
guint clerk_field_choice(const ClerkField *field, gint64 id);
gint64 clerk_field_id(const ClerkField *field, guint choice);
