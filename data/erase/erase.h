/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Erasing a customer for ever: their words leave the shop, what was sold to them stays without a
 * name, and nobody can take that back. */
#pragma once

#include "data/db/deed.h"

/* One who was erased: what tells them from everybody else, and no word about them. */
typedef struct {
    gint64 customer_id;
    char created_at[21]; /* the UTC instant at which the card was made */
    char erased_at[21];
} Erased;

/* How many of something go or stay. */
typedef struct {
    const char *label; /* N_(): "notes" */
    gint64 count;      /* at least 1 */
} EraseCount;

/* What erasing a customer would do. */
typedef struct {
    gint64 customer_id;
    char created_at[21]; /* when the card was made */
    char *number;
    char *name;        /* as people say it */
    bool in_bin;       /* the card was removed, and only the bin has it */
    GArray *goes;      /* EraseCount: rows that go */
    GArray *stays;     /* EraseCount: rows that stay, without words and without a name */
    char **words;      /* the name, folded word by word; what else names them is told by these */
    GPtrArray *known;  /* char *: phone numbers, e-mails and the like, as they were typed */
    GPtrArray *others; /* char *: customers in whose cards the name stands as well ("Kurt Wagner,
                          1043"), which a person has to look at; at most 20 */
} EraseView;

/* The customer with NUMBER, also one who is only in the bin; FAULT_MISSING when there is none. */
bool erase_find(Db *db, const char *number, gint64 *customer_id, GError **error);
/* What erasing the customer would do; FAULT_MISSING when neither the shop nor the bin has them.
 * Free with erase_view_free. */
EraseView *erase_look(Db *db, gint64 customer_id, GError **error);
void erase_view_free(gpointer view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EraseView, erase_view_free)

/* Erases the customer as one deed, which cannot be taken back, and notes them in "erased". Deeds
 * that were only about them cannot be taken back any more; of other deeds what touched others still
 * can. To be followed by erase_clean_up. FAULT_MISSING when there is no such customer. */
bool erase_customer(Db *db, const Who *who, gint64 customer_id, GError **error);
/* What comes after it, and undoes nothing of it when it fails: erased_write with FOLDER (NULL:
 * not), erase_clean, and erase_refused of the customer of VIEW with SPARE. Each is tried whatever
 * became of the others; ERROR gets the first fault. What the first two could not do is tried again
 * when the shop is opened next. */
bool erase_clean_up(Db *db, const EraseView *view, const char *folder, const char *spare,
                    GError **error);

/* Makes the free places of the shop's file empty, and the search index as if the erased had never
 * been in it: the file is written anew as a whole. Does nothing where no cleaning is owed. After a
 * fault, or when db_interrupt breaks it off (FAULT_CANCELLED), it is still owed, and whoever opens
 * the shop next goes on (erase_catch_up). On a server the dead rows are given free, as far as this
 * role may. FAULT_FULL when the disk has no room for it: twice what the shop's file takes. */
bool erase_clean(Db *db, GError **error);

/* Takes the lines in which the customer of VIEW is named out of the lists of refused rows in FOLDER
 * (where there is no such folder: none). A line names them when it has all words of the name, or a
 * phone number or an e-mail of theirs. *LINES, unless NULL, gets how many lines went. False with
 * the fault of the first file that could not be written; the others are done all the same. */
bool erase_refused(const char *folder, const EraseView *view, guint *lines, GError **error);

/* The entries of the table "erased", oldest first: an array of Erased, to be unreffed. */
GArray *erased_list(Db *db, GError **error);

/* The list of those who were erased from the shop UID (setting_uid), beside its backups in FOLDER:
 * FOLDER/erased-UID. Free with g_free. */
char *erased_path(const char *folder, const char *uid);
/* Its entries; none when it is not there. A line that cannot be read is passed over. NULL on a
 * fault. An array of Erased, to be unreffed. */
GArray *erased_read(const char *folder, const char *uid, GError **error);

/* Adds what only the table "erased" of DB knows to the list beside the backups in FOLDER. */
bool erased_write(Db *db, const char *folder, GError **error);

/* For a shop that came back from a backup: erases those of ENTRIES (Erased) who are there again,
 * known by id and by the instant at which the card was made, and cleans the file. DB is a shop of
 * the present schema; one of an older schema catches up when it is opened (shop_open calls
 * erase_catch_up). NOW is the UTC instant. *COUNT, unless NULL, gets how many they were. */
bool erase_again(Db *db, const GArray *entries, const char *now, guint *count, GError **error);
/* The same with the list beside the backups in FOLDER (NULL: none); finishes a cleaning that was
 * broken off, and writes into that list whom only the shop knows. Costs next to nothing where there
 * is nothing to do. A shop that can only be read is left as it is. */
bool erase_catch_up(Db *db, const char *folder, const char *now, guint *count, GError **error);
