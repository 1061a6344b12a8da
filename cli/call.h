/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What commands ask of their call: options, days, the shop. */
#pragma once

#include "cli/command.h"
#include "data/base/choice.h"
#include "data/db/deed.h"
#include "data/diary/wordlist.h"

/* Whether the option NAME was given. */
bool call_has(const Call *call, const char *name);
/* The value of the option NAME, the last one when it was given several times; NULL when it was not
 * given. Belongs to the call. */
const char *call_option(const Call *call, const char *name);
/* All values of the option NAME (char *) in their order; NULL when it was not given. Belongs to the
 * call. */
const GPtrArray *call_options(const Call *call, const char *name);
/* The day given with the option NAME, OTHERWISE when it was not given. False, with a sentence on
 * standard error, when it is no whole day written YYYY-MM-DD. */
bool call_day(const Call *call, const char *name, Day otherwise, Day *day);

/* The day, to come by and large, given with the option NAME in whatever way people write it
 * (day_read_ahead), into *TEXT as YYYY-MM-DD; NULL when it was not given. False, with a sentence,
 * when it is no day. Free *TEXT with g_free. */
bool call_day_ahead(const Call *call, const char *name, char **text);

/* The code in CHOICES that is meant by the option NAME: the code itself or what people read for it;
 * OTHERWISE (may be NULL) when it was not given. False, with a sentence
 * that names the codes, when it is none of them. *CODE belongs to CHOICES. */
bool call_choice(const Call *call, const char *name, const Choice *choices, const char *otherwise,
                 const char **code);
/* The id of the word of LIST that is meant by the option NAME: by its code or what people read for
 * it; 0 when it was not given. False, with a sentence that names them, when it is none of them. */
bool call_word(const Call *call, const char *name, const WordList *list, gint64 *id);
/* The amount given with the option NAME, in the smallest unit of the shop's currency; RECORD_NONE
 * when it was not given. False, with a sentence, when it is no amount or too much. */
bool call_amount(const Call *call, const char *name, gint64 *amount);
/* The id of the branch named by the option NAME; 0 when it was not given. False, with a sentence
 * that names the branches, when there is none of that name. */
bool call_branch(const Call *call, const char *name, gint64 *id);
/* The id of the clerk named by the option NAME; 0 when it was not given. False, with a sentence
 * that names the clerks, when there is none of that name. */
bool call_clerk(const Call *call, const char *name, gint64 *id);
/* What the person types after QUESTION, without blanks around it; NULL, after the sentence UNASKED,
 * when nobody sits at a terminal. Free with g_free. */
char *call_ask(const char *question, const char *unasked);
/* The id of the customer with NUMBER. False, with a sentence, when there is none. */
bool call_customer(const Call *call, const char *number, gint64 *id);

/* Who did what the command does: nobody in particular, now, at BRANCH_ID (0: not told). */
Who call_who(const Call *call, gint64 branch_id);

/* Whether the folder is there in which FILE lies or is to lie. False with FAULT_NO_SHOP. */
bool call_has_folder(const char *file, GError **error);

/* Opens the shop at WHERE; somebody who has to wait for another program is told so on standard
 * error, as is somebody who can only read. NULL on a fault. Free with shop_close. */
Shop *call_open_shop(const Call *call, const char *where, GError **error);

/* The sentence for a shop that cannot be opened where the settings say it is. */
const char *call_chosen_place(void);

/* A DbWaiting: tells the person, once, and goes on waiting. DATA is not used. */
bool call_tell_waiting(guint seconds, gpointer data);

/* Says on standard error what ERROR says and returns how a command ends that was refused. */
CliStatus call_refused(const GError *error);
