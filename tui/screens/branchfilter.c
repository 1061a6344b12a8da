/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every list has that can show one branch or all. */
#include "tui/screens/branchfilter.h"

#include "data/base/i18n.h"
#include "tui/counter.h"
#include "tui/screens/dialogs.h"

static BranchFilter *filter_of(Screen *screen)
{
    return &((BranchScreen *)screen)->branch;
}

static const BranchFilter *filter_in(const Screen *screen)
{
    return &((const BranchScreen *)screen)->branch;
}

/* "branch-due": each list remembers its own. */
static char *memory_key(const Screen *screen)
{
    return g_strdup_printf("branch-%s", screen->class->name);
}

void branch_filter_open(Screen *screen, BranchBegin begin)
{
    BranchFilter *filter = filter_of(screen);
    const Counter *counter = counter_of(screen);
    g_autofree char *key = memory_key(screen);
    gint64 first = begin == BRANCH_KEPT_OWN ? counter->branch_id : 0;
    filter->is_kept = begin != BRANCH_ALL;
    filter->id = filter->is_kept ? counter_recall_id(counter, key, first) : 0;
}

void branch_filter_close(Screen *screen)
{
    g_clear_pointer(&filter_of(screen)->branches, g_ptr_array_unref);
}

void branch_filter_loaded(Screen *screen, GPtrArray *branches, gint64 id)
{
    BranchFilter *filter = filter_of(screen);
    g_ptr_array_ref(branches);
    g_clear_pointer(&filter->branches, g_ptr_array_unref);
    filter->branches = branches;
    filter->shown = id;
    /* Another one may have been chosen since the load began; one that is gone is not wanted. */
    filter->id = branch_place(branches, filter->id) != 0 ? filter->id : 0;
}

gint64 branch_filter_id(const Screen *screen)
{
    return filter_in(screen)->id;
}

void branch_filter_clear(Screen *screen)
{
    filter_of(screen)->id = 0;
}

char *branch_filter_title(const Screen *screen, const char *title)
{
    const BranchFilter *filter = filter_in(screen);
    const char *name = branch_name(filter->branches, filter->shown);
    return name != NULL ? g_strdup_printf("%s · %s", title, name) : g_strdup(title);
}

bool branch_filter_has_choice(const Screen *screen)
{
    const BranchFilter *filter = filter_in(screen);
    return filter->branches != NULL && filter->branches->len > 1;
}

static Outcome chosen(Screen *screen, gpointer answer)
{
    BranchFilter *filter = filter_of(screen);
    guint place = answer != NULL ? *(const guint *)answer : G_MAXUINT;
    if (filter->branches == NULL || place > filter->branches->len) {
        return OUTCOME_HANDLED;
    }
    const Branch *branch = place > 0 ? g_ptr_array_index(filter->branches, place - 1) : NULL;
    g_autofree char *key = memory_key(screen);
    filter->id = branch != NULL ? branch->head.id : 0;
    if (filter->is_kept) {
        counter_remember_id(counter_of(screen), key, filter->id);
    }
    return OUTCOME_RELOAD;
}

Outcome branch_filter_choose(Screen *screen)
{
    const BranchFilter *filter = filter_in(screen);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_ptr_array_add(names, _("All branches"));
    for (guint i = 0; i < filter->branches->len; i++) {
        g_ptr_array_add(names, ((const Branch *)g_ptr_array_index(filter->branches, i))->name);
    }
    return dialog_choice(screen, _("Which branch?"), (const char *const *)names->pdata, names->len,
                         branch_place(filter->branches, filter->id), chosen);
}
