/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deeds of all kinds that people can do, at random: for tests of what has to hold whatever was
 * done. */
#pragma once

#include "data/base/choice.h"
#include "data/base/moment.h"
#include "tests/data/people.h"

/* Who does them, and where. */
typedef struct {
    Fixture *fixture;
    GRand *chance;
    Who who;
    Moment now;
    GStringChunk *texts; /* what was made up for the deed that is under way */
    guint lists;         /* how many lists were taken over */
    const char *last;    /* the kind of the last one: "changing a visit" */
} Play;

/* A shop on FIXTURE (whose it stays) with some customers and something of everything, and a clerk
 * who does all that follows. The same deeds follow for the same SEED. Free with play_free. */
Play *play_new(Fixture *fixture, guint32 seed);
void play_free(Play *play);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Play, play_free)

/* Does something; the number of the deed. What is refused is left, and something else is tried.
 * Fails the test on a fault that people cannot cause. */
gint64 play_deed(Play *play);

/* ---- for the files of the deeds ---- */

typedef struct {
    const char *name; /* also the verb */
    bool (*act)(Play *play, Deed *deed, GError **error);
} PlayAct;

/* Each ends with a name of NULL. */
extern const PlayAct play_people[], play_diary[], play_agenda[], play_shop[];

/* A number from 0 to SIDES - 1. */
guint roll(Play *play, guint sides);
/* Some words, with and without hostile ones; NULL now and then where MAYBE. */
const char *play_words(Play *play, bool maybe);
/* A day of the year 2026, YYYY-MM-DD; NULL now and then where MAYBE. */
const char *play_day(Play *play, bool maybe);
/* A row of TYPE; 0 where there is none. */
gint64 play_any(Play *play, const RecordType *type);
/* The same, or 0 now and then. */
gint64 play_maybe(Play *play, const RecordType *type);
/* One of CHOICES. */
const char *play_code(Play *play, const Choice *choices);
/* The row loaded; NULL where there is none. Free with record_free. */
gpointer play_load(Play *play, const RecordType *type);
/* An amount, or none. */
gint64 play_amount(Play *play);
