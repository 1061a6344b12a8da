/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The regulars one meets in the demo shop whatever its size: told by hand, with days that lie
 * around the day the shop is made for. */
#pragma once

#include <glib.h>
#include <stdbool.h>

enum {
    STORY_FACTS = 11,
    STORY_PEOPLE = 3,
    STORY_ANSWERS = 3,
    STORY_NEVER = 1000, /* no such day */
    STORY_LEAP = 1001   /* born on 29 February, AGE or a little more years ago */
};

typedef struct {
    const char *kind, *words; /* code of a fact_kind */
    int ago;                  /* noted so many days ago; 0: when the card was made */
    int done;                 /* ticked off so many days ago; 0: not */
} StoryFact;

typedef struct {
    const char *kind, *name, *note; /* code of relation_kinds */
    int in, age;                    /* birthday in so many days, turning AGE; STORY_NEVER: none */
    guint story; /* an earlier story, counted from 1, who it is; 0: no customer */
} StoryPerson;

typedef struct {
    const char *salutation, *title, *given, *family, *company, *description, *form, *channel;
    int since;        /* years ago; 0: not known */
    int visits, last; /* how often at all, and how many days ago the last time */
    int every;        /* about so many days lie between visits */
    /* The birthday is in so many days (negative: was) and the customer turns AGE (0: the year is
     * not known); STORY_NEVER: not known. */
    int in, age;
    bool is_missed;  /* nobody congratulated this year */
    const char *day; /* another day, a code of occasion_kinds; NULL: none */
    const char *day_label;
    int day_in, day_years; /* in so many days, for the so-manyeth time (0: not known) */
    const char *street, *phone, *email;
    StoryPerson people[STORY_PEOPLE]; /* up to the first without a name */
    StoryFact facts[STORY_FACTS];     /* up to the first without words */
    /* "health given", up to the first NULL */
    const char *answers[STORY_ANSWERS];
} Story;

/* The table, in two files. */
extern const Story stories_first[], stories_more[];
extern const guint stories_first_count, stories_more_count;

/* How many stories there are, and the one at PLACE (from 0): the most important ones first. */
guint stories_count(void);
const Story *stories_at(guint place);
