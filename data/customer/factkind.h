/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of facts: some come with the program, known by their code; the owner adds own ones,
 * known by their label. */
#pragma once

#include "data/db/record.h"

typedef struct {
    RecordHead head;
    char *code;        /* unique; own kinds get one made from their label */
    char *label;       /* the owner's wording; NULL: the program's */
    char *sensitivity; /* "plain", "health", "belief" */
    gint64 is_warning; /* 1: stands in the card's warning line */
    gint64 is_once;    /* 1: shown until ticked */
    gint64 place;      /* order on the card */
} FactKind;

extern const RecordType fact_kind_type;

/* What people read for the kind. Belongs to KIND or the catalogue. */
const char *fact_kind_label(const FactKind *kind);
/* All kinds in their order; the array frees them. */
GPtrArray *fact_kind_list(Db *db, GError **error);
/* The kind with CODE or ID in KINDS (of fact_kind_list); NULL when there is none. */
const FactKind *fact_kind_by_code(const GPtrArray *kinds, const char *code);
const FactKind *fact_kind_by_id(const GPtrArray *kinds, gint64 id);
/* The program's word for the kind, translated; NULL for an own one. Static. */
const char *fact_kind_word(const FactKind *kind);
/* Whether the owner added it: only then may more than its wording change. */
bool fact_kind_is_own(const FactKind *kind);
/* The kind of KINDS whose wording WORDS begin with, and a colon ("Interest: jazz"); the wording of
 * the owner needs none ("pet dachshund"). The longest wording wins. NULL when there is none. */
const FactKind *fact_kind_named(const GPtrArray *kinds, const char *words);

/* Stores KIND, of which label, sensitivity, is_warning and is_once are set, as an own kind behind
 * all others: code and place are made here. FAULT_REFUSED when the label is empty, FAULT_TAKEN when
 * another kind is called so (capitals and accents make no difference). */
bool fact_kind_add(Deed *deed, FactKind *kind, GError **error);
/* Stores what was changed in KIND. For one of the program's only the label may differ, and an empty
 * one is the program's word again; FAULT_REFUSED otherwise. Faults of fact_kind_add and
 * record_update. */
bool fact_kind_change(Deed *deed, FactKind *kind, GError **error);
/* Moves the kind STEP places down (negative: up) among all kinds, as far as there are places. */
bool fact_kind_move(Deed *deed, gint64 id, int step, GError **error);
/* Removes an own kind. FAULT_REFUSED, with how many, when notes are of it, and for one of the
 * program's. */
bool fact_kind_remove(Deed *deed, gint64 id, GError **error);
/* How many notes of each kind there are: a table of gint64 * by the kinds' ids (gint64 *), without
 * those that have none. NULL on a fault. Unref it. */
GHashTable *fact_kind_uses(Db *db, GError **error);

/* Adds the program's kinds that the shop does not have yet: at its making and after an upgrade. */
bool fact_kind_add_builtin(Deed *deed, GError **error);
