/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One record of a customer list, understood: everything typed, with a warning for whatever could
 * not be taken as it stands. */
#pragma once

#include "data/base/day.h"
#include "data/list/cell.h"
#include "data/list/mapping.h"

typedef enum {
    LIST_ROW_READ,   /* a customer */
    LIST_ROW_EMPTY,  /* no cell has anything in it; to be passed over silently */
    LIST_ROW_REFUSED /* nothing tells who it is; see reason */
} ListRowState;

typedef struct {
    guint line;         /* where the record begins in the file */
    char *field;        /* the column's header; "" for the whole record */
    char *value;        /* as it stands in the list */
    const char *reason; /* a whole sentence, translated, static */
} ListWarning;

typedef struct {
    char *value; /* as written, blanks aside; of e-mails the domain in small letters */
    char *label; /* "mobile", "home", "work", "other", own words of the list, or NULL */
} ListContact;

typedef struct {
    char *label; /* "home", "work", "other", own words of the list, or NULL */
    char *street, *postcode, *place, *region, *country; /* NULL when not known */
} ListAddress;

typedef struct {
    char *kind; /* of fact_guess(), "occasion", "caution"; "note" for what is not surely another */
    char *words;
    char *header; /* of a cell that was kept as "header: cell", which may be what the shop calls a
                     kind; else NULL */
} ListFact;

typedef struct {
    const char *kind; /* "wedding", "name_day", "other"; static */
    char *label;      /* for "other" */
    Day day;          /* day and month, or a part, known */
} ListOccasion;

typedef struct {
    /* "partner", "child", "parent", "sibling", "friend", "colleague", "other"; static. */
    const char *kind;
    char *name;
    char *note;   /* what "other" is, in the list's words; may be NULL */
    Day birthday; /* DAY_NONE when not known */
} ListPerson;

/* Strings are NULL and days DAY_NONE when not known. */
typedef struct {
    ListRowState state;
    const char *reason; /* for LIST_ROW_REFUSED: a whole sentence, translated, static */
    guint line;
    char *key; /* SHA-256 in hex of what the mapped columns say, for knowing the row again */

    char *number;
    char *salutation, *title;
    char *given_name;  /* with middle names */
    char *family_name; /* with particles and "Jr." */
    char *company;
    char *description;
    const char *address_form; /* "du", "sie"; static */
    const char *language;     /* "de", "en" … two letters, static or interned */
    const char *class;        /* "A", "B", "C"; static */
    const char *closeness;    /* "close", "known", "distant"; static */
    const char *channel;      /* "phone", "email", "sms", "post", "social", "counter"; static */
    Day birthday;
    Day since;      /* may be a part */
    Day last_visit; /* whole */
    int visits;     /* -1 when not known */
    ListAnswer news_email, news_sms, news_phone, news_post;

    GPtrArray *phones, *emails, *websites; /* ListContact */
    GPtrArray *addresses;                  /* ListAddress */
    GPtrArray *occasions;                  /* ListOccasion */
    GPtrArray *people;                     /* ListPerson */
    GPtrArray *facts;                      /* ListFact, in the order of the list */
    GPtrArray *warnings;                   /* ListWarning */
} ListRow;

/* What a record means. MAPPING says what its CELLS are; LINE is where it begins; TODAY is whole;
 * COUNTRY is the shop's country code for phones ("49"). Nothing in a cell is lost: what cannot be
 * taken as its column says becomes a note, with a warning, except days that do not exist, lie ahead
 * or can be read in two ways, which only give a warning. Free with list_row_free().
 *
 * - Groups: each is a fact of the kind "tag", except what is safely something else (an allergy).
 * - Names: see personname.h. A column with both names counts when the single ones are empty.
 * - Phones: several in one cell are told apart at , ; and line breaks, and at / between whole
 *   numbers. Fewer than three digits: a note.
 * - Remarks: split by fact_split(), sorted by fact_guess() where that is safe, else notes. A day in
 *   them ("Hochzeitstag 12. Juni") becomes an occasion, or the birthday, and the words stay too.
 * - Without name, company and description, the first remark that is no safe fact of health or
 *   belief becomes the description; a safe fact of another kind does so only when there is no other
 *   remark, and then stays a fact as well. "Name unbekannt" goes.
 * - Refused when number, name, company, description, phone and e-mail are all missing.
 * - Cells beyond the last column become notes, with a warning. */
ListRow *list_row_read(const Mapping *mapping, const GPtrArray *cells, guint line, Day today,
                       const char *country);

void list_row_free(ListRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(ListRow, list_row_free)
