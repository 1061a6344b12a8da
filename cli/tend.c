/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the shop does by itself, before it is told what is due. */
#include "cli/tend.h"

#include "cli/call.h"
#include "data/agenda/ruletend.h"

void tend_rules(const Call *call)
{
    const Who who = call_who(call, 0);
    g_autoptr(GError) error = NULL;
    if (!rule_tend(call->shop->db, moment_of(call->world->now), &who, NULL, &error)) {
        g_debug("rules: %s", error->message);
    }
}
