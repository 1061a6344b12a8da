/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking up the label of a code. */
#include "data/base/choice.h"

#include "data/base/i18n.h"

#include <string.h>

const char *choice_label(const Choice *choices, const char *code)
{
    for (; code != NULL && choices->code != NULL; choices++) {
        if (strcmp(choices->code, code) == 0) {
            return _(choices->label);
        }
    }
    return code != NULL ? code : "";
}
