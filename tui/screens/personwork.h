/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the form for a related person asks of the shop: the stored person, which customer is
 * meant, saving. The fields are called kind (in the order of relation_kinds), name, link,
 * birthday, name_day, wedding, own_day, own_label, note. */
#pragma once

#include "data/base/day.h"
#include "data/db/record.h"
#include "data/lookup/vocabulary.h"
#include "tui/app.h"
#include "tui/screens/formsuggest.h"

/* The person with their days, as stored when the form was filled. */
typedef struct PersonStored PersonStored;

typedef struct {
    gint64 customer_id, relation_id;
    bool want_stored;
    char *link; /* what was typed to say which customer the person is */
    Vocabulary *vocabulary;
    SuggestAsk suggest;
} PersonAsk;

typedef struct {
    PersonStored *stored; /* NULL unless it was wanted; may be stolen */
    char *customer_call;  /* to whom the person belongs */
    char *link;           /* as it was asked */
    gint64 link_id;       /* the customer meant by it; 0: none or several */
    guint link_count;     /* how many customers fit, as far as it was looked */
    char *link_call;      /* of the customer meant: "Ott, Renate · no. 311"; NULL */
    char *link_name;      /* how to write that customer's name; NULL */
    Suggestion suggestion;
} PersonModel;

/* For ScreenClass.load, ask_free and model_free. */
gpointer person_load(Shop *shop, gconstpointer ask, GError **error);
void person_ask_free(gpointer ask);
void person_model_free(gpointer model);

void person_stored_free(PersonStored *stored);
/* The person's own record, without an id for a new one; belongs to STORED. */
gconstpointer person_stored_record(const PersonStored *stored);
/* What was changed last of NOW since it stood as in BEFORE; NULL: nothing. Belongs to NOW. */
const RecordHead *person_stored_changed(const PersonStored *before, const PersonStored *now);
/* What the form is to show of it; unref it. */
GHashTable *person_stored_values(const PersonStored *stored);

/* The job that saves STORED with VALUES put into it; LINK_ID is the customer the person is, or
 * 0. */
gpointer person_save_new(const PersonStored *stored, GHashTable *values, gint64 link_id,
                         const Who *who, Day today);
void person_save_free(gpointer save);
/* For AppJob.run; may run again with the same argument. Returns a gint64 *: the relation's id.
 * Faults as kin_save. */
gpointer person_save_run(Shop *shop, gpointer save, Work *work, GError **error);
