/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a kind of note is, in words and as choices of a form. */
#pragma once

#include "data/base/choice.h"
#include "data/customer/factkind.h"

/* Where notes of a kind stand on the card; the codes are "notes", "top", "once". */
extern const Choice kind_places[];
/* What they may tell of somebody: the codes are those of FactKind.sensitivity. */
extern const Choice kind_sensitivities[];

/* The number of KIND in each table. */
guint kind_place(const FactKind *kind);
guint kind_sensitivity(const FactKind *kind);
/* Sets KIND to that number of each table. */
void kind_set_place(FactKind *kind, guint place);
void kind_set_sensitivity(FactKind *kind, guint sensitivity);

/* The same in a word or two for a list: "warning", "until ticked"; "health", "belief"; "" for what
 * is usual. Static. */
const char *kind_place_brief(const FactKind *kind);
const char *kind_sensitivity_brief(const FactKind *kind);
