/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invented people's names, as often as they are in a German town. */
#pragma once

#include "data/demo/chance.h"

/* The names of people who came from one country. Family names stand in the order of how common
 * they are. */
typedef struct {
    const char *const *family;
    guint families;
    const char *const *women;
    guint women_count;
    const char *const *men;
    guint men_count;
    guint percent;  /* how many of a hundred customers */
    bool by_gender; /* women are called -ska and -owa where men are called -ski and -ow */
} NameSet;

/* Those who came from elsewhere, and how many sets there are. The others bear German names. */
extern const NameSet names_foreign[];
extern const guint names_foreign_count;

/* German family names: the common ones in the order of how common they are. */
extern const char *const names_family[];
extern const guint names_family_count;

/* German given names of the people born from FIRST on, commonest first. */
typedef struct {
    int first;
    const char *const *women;
    guint women_count;
    const char *const *men;
    guint men_count;
} NameYears;

/* In the order of the years; the first holds for everybody born before, too. */
extern const NameYears names_years[];
extern const guint names_years_count;

typedef struct {
    char *given, *family;
    const char *title; /* "Dr."; mostly NULL. Static */
    bool is_woman;
} PersonName;

/* The name of somebody born in the year BORN. Clear with names_clear. */
PersonName names_draw(Chance *chance, int born);
void names_clear(PersonName *name);
/* A given name for somebody born in the year BORN: static. */
const char *names_given(Chance *chance, int born, bool is_woman);
