/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who stands at the counter, and what all screens know of the shop. It is the app's data
 * (AppConfig.data). Main thread. */
#pragma once

#include "data/base/moment.h"
#include "data/lookup/vocabulary.h"
#include "data/shop.h"
#include "data/shopself.h"
#include "tui/app.h"
#include "tui/preferences.h"
#include "tui/runlock.h"

typedef struct {
    char *spare_folder;  /* the program's own folder: who stood here last, lists of refused rows */
    char *config_folder; /* what the person chose for this machine: theme, keys, own themes */
    Preferences *preferences; /* what they chose */
    Vocabulary *vocabulary;   /* short forms and synonyms for whatever looks for customers */
    /* As in TuiOptions; NULL: the language cannot change while the program runs. */
    void (*use_language)(const char *language, gpointer data);
    gpointer language_data;
    char *own_shop;      /* the shop in real use: where one goes from a demo; NULL: nowhere */
    char *local_shop;    /* the file in the data folder; NULL: none */
    char *demo_shop;     /* where a demo shop is made; NULL: none can be */
    char *backup_folder; /* for backups; may be NULL: none are made */
    char *left_shop; /* where the shop is while a backup is looked at; NULL: none is. See lookback.h
                      */
    char *backup_news;       /* what to say on home of the backups; NULL: all is well */
    char *backup_trouble;    /* why the last one that was due could not be made; NULL: it could */
    struct BackupKeep *keep; /* makes them; NULL: none was due yet */
    bool is_demo;            /* the shop is a demo: nothing in it is real */
    char *where;             /* of the shop, to tell one counter from another; NULL: no shop yet */
    char *shop_name;         /* what the shop is called; the file's name when the owner gave none */
    gint64 branch_id;        /* 0: none */
    char *branch;            /* NULL: none */
    gint64 clerk_id;         /* 0: nobody said who it is */
    char *clerk;             /* NULL: nobody said who it is */
    bool has_clerks;         /* the shop knows who may stand here */
    bool has_branches;       /* the shop has more than one place */
    guint idle_minutes;      /* after which the home screen comes back; 0: never */
    bool read_only;          /* the shop can only be read */
    char *id;          /* random, of this counter for ever: whose drafts these are; NULL: no shop */
    RunLock *run;      /* this run of the program, once there is a shop that can be written */
    bool is_tending;   /* a job that carries out the rules waits or runs: see tending.h */
    gint64 asked_deed; /* which deed the question "take it back?" is about */
} Counter;

/* A counter without a shop; reads the preferences in CONFIG_FOLDER (NULL: there are none). Both
 * folders are made when they are needed. Free with counter_free. */
Counter *counter_new(const char *spare_folder, const char *config_folder);
void counter_free(Counter *counter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Counter, counter_free)

/* Adds the own words of the person, the file "words" in the folder for choices, to the vocabulary.
 * What is wrong with it is added to FAULTS (see vocabulary_read_file). Once, before anything is
 * looked for. */
void counter_read_words(Counter *counter, GPtrArray *faults);

/* Reads what SHOP says about itself: name, branch, who may stand here. The clerk is the one who
 * stood at this counter last, else the only one of the shop, else nobody; in a demo shop the first
 * one, and the first branch. Nothing else may use SHOP during the call. False on a fault. */
bool counter_read(Counter *counter, Shop *shop, GError **error);

/* Forgets the shop: there is none any more. */
void counter_forget_shop(Counter *counter);

/* Tells APP, whose data is a Counter, about the shop it has: header, idle time, a notice when it
 * can only be read or when another program makes it wait, that the file is to be watched, that
 * drafts are kept; asks for the clerk when nobody said who it is, else for the branch when nobody
 * said which. For after app_new, and after app_set_shop with a counter_read. */
void counter_show(App *app);

/* Takes over what the shop says about itself by now (SELF, which may be NULL: nothing new) and
 * shows it: name, branch, idle time. A clerk who is not on the list any more leaves the counter; a
 * branch that is gone is replaced by the only one there is, else by none. For screens whose model
 * has it, in `loaded`. */
void counter_take(App *app, const ShopSelf *self);

/* The app's counter; never NULL in screens. */
Counter *counter_of(const Screen *screen);
/* The words to look for customers with, a new reference, for the worker: vocabulary_unref. */
Vocabulary *counter_vocabulary(const Screen *screen);
/* Who does something now; on a form what it saves is the form's draft, if one is stored. */
Who counter_who(const Screen *screen);
/* The day it is. */
Day counter_today(const Screen *screen);
/* The day and the minute of it. */
Moment counter_now(const Screen *screen);
/* Whether deeds are possible: for rows' `when`. */
bool counter_may_write(const Screen *screen);
/* Says that they are not. */
Outcome counter_tell_read_only(Screen *screen);

/* Whether backups of the shop are kept here: there is a folder for them, and the shop is a file and
 * no backup that is looked at. */
bool counter_has_backups(const Counter *counter);

/* Puts the clerk ID behind the counter: reads the name, shows it in the header, and remembers it
 * for the next start. */
Outcome counter_change_clerk(Screen *screen, gint64 id);

/* Likewise puts the counter into the branch ID. */
Outcome counter_choose_branch(Screen *screen, gint64 id);

/* The id this counter remembers of its shop under KEY, letters and "-"; OTHERWISE when it remembers
 * none. */
gint64 counter_recall_id(const Counter *counter, const char *key, gint64 otherwise);
/* Remembers ID there from one start to the next. */
void counter_remember_id(const Counter *counter, const char *key, gint64 id);

/* Nobody is at the counter any more: what is done from now on is nobody's in particular. */
void counter_forget_clerk(Screen *screen);
/* Forgets the clerk at the counter if the shop does not know them any more, or they have left:
 * after something was taken back. */
Outcome counter_check_clerk(Screen *screen);
