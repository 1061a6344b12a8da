/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every list has that can show one branch or all: the same key, the same words behind the
 * title, and what the counter remembers of it.
 *
 * The struct of such a screen begins with BranchScreen instead of Screen; `open`, `loaded` and
 * `close` call the function of that name here, `ask` copies branch_filter_id, the load lists the
 * branches with branch_list (which forgets a branch that is gone), and the row BRANCH_ACTION stands
 * in its actions. */
#pragma once

#include "data/branch.h"
#include "tui/screen.h"

/* What a list shows. Its fields are branchfilter.c's. */
typedef struct {
    gint64 id;           /* of the branch that is wanted; 0: all */
    gint64 shown;        /* of the one the model is of */
    bool is_kept;        /* the counter remembers what is chosen */
    GPtrArray *branches; /* Branch: those there are; NULL before the first load */
} BranchFilter;

typedef struct {
    Screen base;
    BranchFilter branch;
} BranchScreen;

/* The row of such a screen. It is taken where the shop has more than one branch. */
#define BRANCH_ACTION                                                                              \
    {                                                                                              \
        "branch", "Ctrl-F", N_("Branch"), N_("Shows one branch, or all."),                         \
            .run = branch_filter_choose, .when = branch_filter_has_choice, .needs_model = true     \
    }

/* What a list begins with. */
typedef enum {
    BRANCH_KEPT,     /* what this counter showed in it last; at first all */
    BRANCH_KEPT_OWN, /* the same; at first the counter's own branch: what it has to do */
    BRANCH_ALL       /* all, each time: what is about one customer */
} BranchBegin;

/* Begins so; which list it is says the class's name. */
void branch_filter_open(Screen *screen, BranchBegin begin);
void branch_filter_close(Screen *screen);
/* Takes over what a load found: BRANCHES (Branch), of which it keeps a reference, and the branch ID
 * that the model is of. */
void branch_filter_loaded(Screen *screen, GPtrArray *branches, gint64 id);

/* Which branch the next load is to be of; 0: all. */
gint64 branch_filter_id(const Screen *screen);
/* Shows all branches from the next load on, until the list is opened again. */
void branch_filter_clear(Screen *screen);
/* TITLE, with what is shown behind it: "Promises · Markt". Free with g_free. */
char *branch_filter_title(const Screen *screen, const char *title);

/* Asks which branch is to be shown. */
Outcome branch_filter_choose(Screen *screen);
/* Whether there is more than one. */
bool branch_filter_has_choice(const Screen *screen);
