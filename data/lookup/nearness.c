/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How near a match is, told to people and to programs. */
#include "data/lookup/nearness.h"

#include "data/base/i18n.h"

#include <stddef.h>

static const struct {
    const char *code, *words;
} told[NEAR_COUNT] = {
    [NEAR_EXACT] = {"exact", NULL},
    [NEAR_WHOLE] = {"whole", NULL},
    [NEAR_BEGIN] = {"begin", NULL},
    /* TRANSLATORS: how somebody on the list fits what was typed, as briefly as possible: the name
     * sounds alike, or is spelled a little otherwise, or what was typed stands inside a word. */
    [NEAR_SOUND] = {"sound", N_("sounds alike")},
    [NEAR_TYPO] = {"typo", N_("1 letter off")},
    [NEAR_TYPOS] = {"typos", N_("2 letters off")},
    [NEAR_INSIDE] = {"inside", N_("inside a word")},
};

const char *nearness_words(Nearness nearness)
{
    return told[nearness].words != NULL ? _(told[nearness].words) : NULL;
}

const char *nearness_code(Nearness nearness)
{
    return told[nearness].code;
}
