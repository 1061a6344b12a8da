/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chance that is the same on every machine. */
#include "data/demo/chance.h"

enum { FLAT_HEAD = 8 };

static guint64 next(Chance *chance)
{
    guint64 mixed = chance->state += G_GUINT64_CONSTANT(0x9e3779b97f4a7c15);
    mixed = (mixed ^ (mixed >> 30)) * G_GUINT64_CONSTANT(0xbf58476d1ce4e5b9);
    mixed = (mixed ^ (mixed >> 27)) * G_GUINT64_CONSTANT(0x94d049bb133111eb);
    return mixed ^ (mixed >> 31);
}

guint chance_below(Chance *chance, guint limit)
{
    /* The upper 32 bits, scaled: for tables of this size the slant cannot be seen. */
    return (guint)(((next(chance) >> 32) * limit) >> 32);
}

int chance_between(Chance *chance, int first, int last)
{
    return first + (int)chance_below(chance, (guint)(last - first + 1));
}

bool chance_of(Chance *chance, guint percent)
{
    return chance_below(chance, 100) < percent;
}

guint chance_ranked(Chance *chance, guint count)
{
    /* Drawn evenly and kept with the weight of the place: no logarithms, no sums. */
    for (;;) {
        guint rank = chance_below(chance, count);
        if (chance_below(chance, rank + FLAT_HEAD) < FLAT_HEAD) {
            return rank;
        }
    }
}

const char *chance_pick(Chance *chance, const char *const *table, guint count)
{
    return table[chance_below(chance, count)];
}
