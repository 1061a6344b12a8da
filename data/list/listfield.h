/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a column of a customer list can mean. */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef enum {
    LIST_IGNORE, /* left out on purpose */
    LIST_KEEP,   /* kept as a note "header: value" */
    LIST_NUMBER,
    LIST_SALUTATION,
    LIST_TITLE,
    LIST_GIVEN_NAME,
    LIST_MIDDLE_NAME,
    LIST_FAMILY_NAME,
    LIST_NAME_SUFFIX,
    LIST_FULL_NAME,
    LIST_NICKNAME,
    LIST_COMPANY,
    LIST_DESCRIPTION,
    LIST_ADDRESS_FORM, /* du or Sie */
    LIST_STREET,
    LIST_HOUSE_NUMBER,
    LIST_STREET_MORE, /* further lines of the street */
    LIST_POSTCODE,
    LIST_PLACE,
    LIST_POSTCODE_PLACE, /* both in one cell */
    LIST_REGION,
    LIST_COUNTRY,
    LIST_ADDRESS, /* all of it in one cell */
    LIST_PHONE,
    LIST_EMAIL,
    LIST_WEBSITE,
    LIST_CHANNEL, /* how the customer likes to be reached */
    LIST_LANGUAGE,
    LIST_CLASS,     /* how much care they get: A, B, C */
    LIST_CLOSENESS, /* how close they are */
    LIST_BIRTHDAY,
    LIST_WEDDING,
    LIST_NAME_DAY,
    LIST_EVENT, /* a day whose label says what it is */
    LIST_PARTNER,
    LIST_CHILDREN,
    LIST_RELATION, /* a person whose label says who it is */
    LIST_REMARK,   /* sorted into facts where that is safe */
    LIST_LIKES,
    LIST_DISLIKES,
    LIST_ALLERGY,
    LIST_USUAL,
    LIST_INTEREST,
    LIST_CAUTION,
    LIST_TAGS,
    LIST_NEWS_EMAIL, /* agreed to advertising by e-mail, and so on */
    LIST_NEWS_SMS,
    LIST_NEWS_PHONE,
    LIST_NEWS_POST,
    LIST_SINCE,
    LIST_LAST_VISIT,
    LIST_VISITS,
    LIST_FIELD_COUNT
} ListField;

/* What FIELD is called on the screen, translated. Static. */
const char *list_field_label(ListField field);

/* A name of FIELD that never changes, for keys and scripts: "given_name". Static. */
const char *list_field_code(ListField field);

/* The fields a person can choose from for a column, in the order to show them; *COUNT of them.
 * Static. */
const ListField *list_field_choices(gsize *count);

/* Whether the cells of FIELD are days (birthday, wedding, last visit …). */
bool list_field_is_day(ListField field);
