/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking up the label of a code. */
#include "data/base/choice.h"

#include "data/base/i18n.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

unsigned choice_place(const Choice *choices, const char *code)
{
    for (unsigned i = 0; code != NULL && choices[i].code != NULL; i++) {
        if (strcmp(choices[i].code, code) == 0) {
            return i + 1;
        }
    }
    return 0;
}

const char *choice_label(const Choice *choices, const char *code)
{
    unsigned place = choice_place(choices, code);
    return place > 0 ? _(choices[place - 1].label) : code != NULL ? code : "";
}

static bool same(const char *plain, const char *text)
{
    g_autofree char *folded = g_utf8_casefold(text, -1);
    return strcmp(plain, folded) == 0;
}

const char *choice_code(const Choice *choices, const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    g_autofree char *plain = g_utf8_casefold(g_strstrip(valid), -1);
    for (; choices->code != NULL; choices++) {
        if (same(plain, choices->code) || same(plain, choices->label) ||
            same(plain, _(choices->label))) {
            return choices->code;
        }
    }
    return NULL;
}
