/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phones, e-mails and the like of a customer: the value as typed, a key for comparing. */
#pragma once

#include "data/base/choice.h"
#include "data/db/record.h"

typedef struct {
    RecordHead head;
    gint64 customer_id; /* the customer */
    char *kind;         /* "phone", "email", "web", "social" */
    char *label;        /* "mobile", "work", as people wrote it; may be NULL */
    char *value;        /* as typed */
    char *key;          /* contact_key(kind, value): for comparing */
} Contact;

extern const RecordType contact_type;
/* What people call the kinds. */
extern const Choice contact_kind_labels[];

/* The key by which contacts of KIND compare: a phone's digits (phone_digits, COUNTRY: the shop's
 * code), or what was typed when they are too few; of the others the value without regard to case
 * (g_utf8_casefold). At most 500 bytes. Free with g_free. */
char *contact_key(const char *kind, const char *value, const char *country);
/* The kind of contact through which somebody is reached by CHANNEL ("phone", "sms", "email",
 * "newsletter", "social"); NULL for a way that needs none, post among them. Static. */
const char *contact_kind_for(const char *channel);
