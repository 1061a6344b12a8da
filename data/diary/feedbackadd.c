/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Noting feedback. */
#include "data/diary/feedback.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/utf8.h"
#include "data/diary/article.h"
#include "data/diary/wish.h"

#include <string.h>

static const char load_signs[] = "SELECT kind, COUNT(*) FROM feedback WHERE customer_id = $1 "
                                 "AND kind IN ('referral', 'review', 'again') GROUP BY kind";
static const char last_nps[] = "SELECT nps FROM feedback WHERE customer_id = $1 "
                               "AND nps IS NOT NULL ORDER BY day DESC, id DESC LIMIT 1";

/* From here on nobody is against the shop; below, nobody would send others. */
enum { NPS_PROMOTER = 9 };

FeedbackOrder feedback_order(const char *day)
{
    return (FeedbackOrder){.day = day,
                           .csat = RECORD_NONE,
                           .ces = RECORD_NONE,
                           .nps = RECORD_NONE,
                           .product = RECORD_NONE,
                           .advice = RECORD_NONE};
}

static bool refuse(GError **error, const char *sentence)
{
    g_set_error_literal(error, FAULT, FAULT_REFUSED, sentence);
    return false;
}

static bool is_within(gint64 score, gint64 least, gint64 most)
{
    return score == RECORD_NONE || (score >= least && score <= most);
}

static bool check_scores(const FeedbackOrder *order, GError **error)
{
    if (!is_within(order->csat, 1, 5)) {
        return refuse(error, _("Satisfaction goes from 1 to 5, and 5 is very satisfied."));
    }
    if (!is_within(order->ces, 1, 7)) {
        return refuse(error, _("Ease goes from 1 to 7, and 7 is very easy."));
    }
    if (!is_within(order->nps, 0, 10)) {
        return refuse(error, _("Recommending goes from 0 to 10, and 10 is most likely."));
    }
    if (!is_within(order->product, 1, 5) || !is_within(order->advice, 1, 5)) {
        return refuse(error, _("The answers of a survey go from 1 to 5, and 5 is the best."));
    }
    return true;
}

/* Whether anything of TEXT would be stored: a blank is no word, of whatever kind it is. */
static bool is_given(const char *text)
{
    g_autofree char *stored = text != NULL ? utf8_storable(text, -1, true, NULL) : NULL;
    return stored != NULL && *stored != '\0';
}

/* Whether anything was said at all. */
static bool says_something(const FeedbackOrder *order)
{
    return order->csat != RECORD_NONE || order->ces != RECORD_NONE || order->nps != RECORD_NONE ||
           order->product != RECORD_NONE || order->advice != RECORD_NONE ||
           is_given(order->expectation) || is_given(order->words) || order->wish_id != 0;
}

/* The code of CHOICES that TEXT stands for into *CODE, NULL for nothing. False with a sentence when
 * it is none. */
static bool take_code(const Choice *choices, const char *text, const char *refusal,
                      const char **code, GError **error)
{
    *code = is_given(text) ? choice_code(choices, text) : NULL;
    return *code != NULL || !is_given(text) || refuse(error, refusal);
}

/* The code TEXT stands for, else the words themselves. */
static void set_own(char **place, const Choice *choices, const char *text)
{
    g_autofree char *words = utf8_storable(text != NULL ? text : "", -1, true, NULL);
    const char *code = choice_code(choices, words);
    record_set_text(place, code != NULL ? code : words);
}

static bool set_codes(Feedback *feedback, const FeedbackOrder *order, GError **error)
{
    const char *kind, *expectation, *channel;
    if (!take_code(feedback_kinds, order->kind,
                   _("There is no such kind of feedback. Kinds are score, praise, opinion, idea, "
                     "wish, question, complaint, again, referral, review and survey."),
                   &kind, error) ||
        !take_code(feedback_expectations, order->expectation,
                   _("An expectation was not reached (below), met, or exceeded (above)."),
                   &expectation, error) ||
        !take_code(feedback_channels, order->channel,
                   _("Feedback comes by counter, phone, email, web, social or post."), &channel,
                   error)) {
        return false;
    }
    record_set_text(&feedback->kind,
                    kind != NULL ? kind : feedback_guess(order->words, order->csat, order->nps));
    record_set_text(&feedback->expectation, expectation);
    record_set_text(&feedback->channel, channel);
    if (strcmp(feedback->kind, "survey") != 0 && !says_something(order)) {
        return refuse(error, _("Nothing was said yet. Give a score or type a few words."));
    }
    if (strcmp(feedback->kind, "wish") == 0 && !is_given(order->words) && order->wish_id == 0) {
        return refuse(error, _("Type in a few words what is wished for."));
    }
    return true;
}

/* Which wish it is: a new one when it is none that others had. Without words there is one. */
static bool set_wish(Deed *deed, Feedback *feedback, const FeedbackOrder *order, GError **error)
{
    bool is_wish = strcmp(feedback->kind, "wish") == 0;
    gint64 before = feedback->wish_id;
    feedback->wish_id = !is_wish ? 0 : order->wish_id != 0 ? order->wish_id : before;
    if (feedback->wish_id != before) {
        record_set_text(&feedback->told_day, NULL);
    }
    if (!is_wish || feedback->wish_id != 0) {
        return true;
    }
    return wish_find(deed_db(deed), feedback->words, &feedback->wish_id, error) &&
           (feedback->wish_id != 0 ||
            wish_add(deed, feedback->words, feedback->article_id, &feedback->wish_id, error));
}

static bool fill(Deed *deed, Feedback *feedback, const FeedbackOrder *order, GError **error)
{
    Day day;
    if (!day_from_text(order->day != NULL ? order->day : "", &day) || !day_is_whole(day)) {
        return refuse(error, _("Say on which day it was: year, month and day."));
    }
    if (!check_scores(order, error) || !set_codes(feedback, order, error)) {
        return false;
    }
    g_autofree char *words =
        utf8_storable(order->words != NULL ? order->words : "", -1, true, NULL);
    record_set_text(&feedback->words, words);
    record_set_text(&feedback->day, order->day);
    feedback->csat = order->csat;
    feedback->ces = order->ces;
    feedback->nps = order->nps;
    feedback->product = order->product;
    feedback->advice = order->advice;
    feedback->branch_id = order->branch_id;
    set_own(&feedback->phase, feedback_phases, order->phase);
    set_own(&feedback->touchpoint, feedback_touchpoints, order->touchpoint);
    feedback->article_id = 0;
    return (!is_given(order->article) ||
            article_named(deed, order->article, &feedback->article_id, error)) &&
           set_wish(deed, feedback, order, error);
}

bool feedback_add(Deed *deed, const FeedbackOrder *order, gint64 *id, GError **error)
{
    Feedback *feedback = record_new(&feedback_type);
    feedback->customer_id = order->customer_id;
    bool ok = fill(deed, feedback, order, error) && record_insert(deed, feedback, error);
    if (ok && id != NULL) {
        *id = feedback->head.id;
    }
    record_free(feedback);
    return ok;
}

bool feedback_change(Deed *deed, const Feedback *feedback, const FeedbackOrder *order,
                     GError **error)
{
    Feedback *changed = record_copy(feedback);
    bool ok = fill(deed, changed, order, error) && record_update(deed, changed, error);
    record_free(changed);
    return ok;
}

/* ---- who does more than buying ---- */

bool feedback_signs_load(Db *db, gint64 customer_id, FeedbackSigns *signs, GError **error)
{
    *signs = (FeedbackSigns){.nps = RECORD_NONE};
    g_autoptr(Rows) rows = db_query(db, load_signs, DB_VALUES(db_int(customer_id)), error);
    if (rows == NULL) {
        return false;
    }
    GError *fault = NULL;
    while (rows_next(rows, &fault)) {
        const char *kind = rows_text(rows, 0);
        gint64 *count = strcmp(kind, "referral") == 0 ? &signs->referrals
                        : strcmp(kind, "review") == 0 ? &signs->reviews
                                                      : &signs->agains;
        *count = rows_int(rows, 1);
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    gint64 nps = 0;
    bool found = false;
    if (!db_get_int(db, last_nps, DB_VALUES(db_int(customer_id)), &nps, &found, error)) {
        return false;
    }
    signs->nps = found ? nps : RECORD_NONE;
    return true;
}

bool feedback_is_ambassador(const FeedbackSigns *signs)
{
    return signs->referrals + signs->reviews > 0 &&
           (signs->nps == RECORD_NONE || signs->nps >= NPS_PROMOTER);
}
