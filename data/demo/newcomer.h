/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cards of the demo shop: told by hand (stories.h) or made up by chance. */
#pragma once

#include "data/demo/chance.h"
#include "data/demo/guest.h"
#include "data/demo/stories.h"

/* What all cards of one demo shop are made from. */
typedef struct {
    Chance chance;
    Day today;                /* the day the shop is made for */
    bool spares_week;         /* nobody made up has a birthday within eight days of today */
    guint made;               /* how many cards there are */
    guint mobiles, landlines; /* phone numbers that were given out */
    guint companies, nameless;
    const GPtrArray *kinds; /* FactKind; borrowed */
    gint64 *stories;        /* ids of the customers of stories_at; 0: not there yet */
} Newcomers;

/* The number on the card that is made next ("1001" is the first one's). Free with g_free. */
char *newcomer_number(const Newcomers *all);
/* The birthday of somebody who turns AGE on TODAY + IN days: 29 February only in leap years, for
 * which they may be up to seven years older. AGE 0: the year is not known. IN may be STORY_NEVER
 * (DAY_NONE) and STORY_LEAP. */
Day newcomer_birthday(Day today, int in, int age);

/* The card of the story at PLACE as it was on its first day DAY, written by the clerk WHO, with
 * those facts that were not noted later. Free with guest_free. */
Guest *newcomer_told(const Newcomers *all, guint place, Day day, gint64 who);
/* The day on which FACT was noted on the card of a story that was made on FIRST; Sundays, when the
 * shop is closed, count as the Saturday before. */
Day newcomer_noted_on(const Newcomers *all, const StoryFact *fact, Day first);

/* A card made up by chance, written on DAY by WHO. Free with guest_free. */
Guest *newcomer_made_up(Newcomers *all, Day day, gint64 who);
