/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people behind the counters of the demo shop, the counters, and what lies on them. */
#include "data/demo/staff.h"

#include "data/base/i18n.h"
#include "data/branch.h"
#include "data/clerk.h"
#include "data/demo/goods.h"
#include "data/demo/year.h"

/* The owner is among them; who has left is the last one. */
static const struct {
    const char *name;
    gint64 branch_id; /* where they work, as in year.c; 0: anywhere */
} clerks[YEAR_CLERKS] = {
    {"Lina B.", 1},   {"Emma", 0},      {"Jonas K.", 2}, {"Aylin T.", 2},
    {"Birgit H.", 3}, {"Tomasz W.", 3}, {"Sven R.", 3},
};
static const char *const branch_names[YEAR_BRANCHES] = {"Markt", "Bahnhof", "Neustadt"};

bool staff_hire(Db *db, Day begin, int opens, GError **error)
{
    Who nobody = {0};
    year_instant(begin, opens, nobody.at);
    g_autoptr(Deed) deed = deed_begin(db, &nobody, N_("opening the shop"), error);
    bool ok = deed != NULL;
    if (ok) {
        deed_make_lasting(deed);
    }
    for (guint i = 0; ok && i < YEAR_BRANCHES; i++) {
        Branch *branch = record_new(&branch_type);
        record_set_text(&branch->name, branch_names[i]);
        ok = record_insert(deed, branch, error);
        record_free(branch);
    }
    for (guint i = 0; ok && i < YEAR_CLERKS; i++) {
        Clerk *clerk = record_new(&clerk_type);
        record_set_text(&clerk->name, clerks[i].name);
        clerk->branch_id = clerks[i].branch_id;
        clerk->active = i < YEAR_CLERKS - 1;
        ok = record_insert(deed, clerk, error);
        record_free(clerk);
    }
    return ok && goods_add_all(deed, error) && deed_commit(deed, NULL, error);
}
