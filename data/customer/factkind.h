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
/* Adds the program's kinds that the shop does not have yet: at its making and after an upgrade. */
bool fact_kind_add_builtin(Deed *deed, GError **error);
