/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why people complain: a list the owner edits. */
#pragma once

#include "data/diary/wordlist.h"

typedef ListWord ComplaintCause;

extern const RecordType complaint_cause_type;
/* The list of them. */
extern const WordList complaint_causes;

/* What people read for CAUSE. Belongs to it or the catalogue. */
const char *complaint_cause_label(const ComplaintCause *cause);
/* What people read for the cause ID of CAUSES (of wordlist_all); "" when it is none of them. */
const char *complaint_cause_called(const GPtrArray *causes, gint64 id);
