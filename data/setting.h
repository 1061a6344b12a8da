/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shop's settings, by name. They are no deeds. */
#pragma once

#include "data/db/db.h"

#define SETTING_SHOP_NAME "shop.name"
#define SETTING_CURRENCY "shop.currency"         /* ISO 4217, "EUR" */
#define SETTING_COUNTRY_CODE "shop.country_code" /* of telephone numbers, "49" */
#define SETTING_NEXT_NUMBER "customer.next_number"
#define SETTING_LEAP_RULE                                                                          \
    "agenda.leap_day" /* "28" or "1": when 29 February is kept in common years */
#define SETTING_DAYS_AHEAD "agenda.days_ahead" /* how far home looks */
#define SETTING_CONTACTS_PER_MONTH                                                                 \
    "care.per_month" /* from the shop to one customer within 30 days at most; 0: any number */
#define SETTING_CONTACTS_A_DAY "care.a_day" /* how many home proposes at most; 0: none */
#define SETTING_GESTURE "care.gesture."     /* with a code of customer_closenesses behind it */
#define SETTING_RULES_TENDED                                                                       \
    "rule.tended" /* on which day the rules were carried out, and how they were then */
#define SETTING_IDLE_MINUTES "counter.idle_minutes"
#define SETTING_ACTIVE_DAYS                                                                        \
    "report.active_days" /* a customer counts as active for so many days after a visit */
#define SETTING_SURVEY_DAYS "feedback.survey_days" /* between two surveys; 0: never */
#define SETTING_UNSEALED "seal.missing"            /* 1: the seals are to be made first (seal.h) */
#define SETTING_VAULT "backup.vault" /* what locks the backups (vault.h); "": nothing */
#define SETTING_UID "shop.uid" /* what no other shop is called; not set until it is asked for */
#define SETTING_ERASE_OWED                                                                         \
    "erase.owed" /* 1: the free places of the file are to be emptied (erase/erase.h) */
#define SETTING_MOVED_TO "shop.moved_to" /* where the shop is by now; else not set (move.h) */
#define SETTING_DEMO "shop.demo" /* YYYY-MM-DD: a demo shop, made for that day; else not set */
#define SETTING_DEMO_CUSTOMERS "shop.demo_customers" /* how many it was made with */

/* The value, or a copy of OTHERWISE (may be NULL) when it was never set. Free with g_free. False on
 * a fault. */
bool setting_get(Db *db, const char *name, const char *otherwise, char **value, GError **error);
/* The value as a number; OTHERWISE when it was never set or is none. False on a fault. */
bool setting_get_int(Db *db, const char *name, gint64 otherwise, gint64 *value, GError **error);
/* Writes the value over the earlier one, in a transaction of its own unless one is open. */
bool setting_set(Db *db, const char *name, const char *value, GError **error);
bool setting_set_int(Db *db, const char *name, gint64 value, GError **error);
/* What this shop and no other is called (SETTING_UID): the uid of its first deed, kept from the
 * first time on that somebody asks; "" for a shop in which nothing was done yet. NULL on a fault.
 * Free with g_free. */
char *setting_uid(Db *db, GError **error);
