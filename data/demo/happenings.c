/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happens in the demo shop beside visits. */
#include "data/demo/happenings.h"

#include "data/base/i18n.h"
#include "data/demo/chance.h"
#include "data/demo/told.h"
#include "data/diary/complaint.h"
#include "data/diary/complaintcause.h"
#include "data/diary/extra.h"
#include "data/diary/feedback.h"
#include "data/diary/loss.h"
#include "data/diary/lossreason.h"
#include "data/diary/preorder.h"
#include "data/diary/promise.h"
#include "data/diary/wish.h"

/* Some of those who come no more are marked as lost NOTICED days after their last visit. */
enum { NOTICED = 32, MOST_WISHES = 16, FEEDBACK_PERCENT = 45, EXTRA_PERCENT = 30 };

/* Somebody who stays away. */
typedef struct {
    gint64 id;
    int last;
} Gone;

struct Happenings {
    Day today;
    Chance chance;
    GPtrArray *causes, *reasons;
    GArray *stories, *others; /* gint64 ids */
    GArray *gone;
    guint lost; /* how many of these are marked */
    gint64 wishes[MOST_WISHES];
};

Happenings *happenings_new(Db *db, Day today, GError **error)
{
    g_autoptr(Happenings) one = g_new0(Happenings, 1);
    one->today = today;
    one->chance = (Chance){0xfeed};
    one->stories = g_array_new(FALSE, TRUE, sizeof(gint64));
    one->others = g_array_new(FALSE, FALSE, sizeof(gint64));
    one->gone = g_array_new(FALSE, FALSE, sizeof(Gone));
    one->causes = wordlist_all(db, &complaint_causes, error);
    one->reasons = one->causes != NULL ? wordlist_all(db, &loss_reasons, error) : NULL;
    return one->reasons != NULL ? g_steal_pointer(&one) : NULL;
}

void happenings_free(Happenings *happenings)
{
    if (happenings != NULL) {
        g_clear_pointer(&happenings->causes, g_ptr_array_unref);
        g_clear_pointer(&happenings->reasons, g_ptr_array_unref);
        g_array_unref(happenings->stories);
        g_array_unref(happenings->others);
        g_array_unref(happenings->gone);
        g_free(happenings);
    }
}

void happenings_meet(Happenings *happenings, gint64 id, bool is_story)
{
    g_array_append_val(is_story ? happenings->stories : happenings->others, id);
}

void happenings_miss(Happenings *happenings, gint64 id, int last)
{
    const Gone gone = {id, last};
    g_array_append_val(happenings->gone, gone);
}

/* ---- whom and when ---- */

/* *ID of the one a table tells of, 0 for nobody; false when they are not there yet. */
static bool meant(const Happenings *happenings, int who, gint64 *id)
{
    const GArray *among = who > 0 ? happenings->stories : happenings->others;
    guint place = (guint)ABS(who) - 1;
    *id = 0;
    if (who == 0) {
        return true;
    }
    if (place >= among->len) {
        return false;
    }
    *id = g_array_index(among, gint64, place);
    return true;
}

/* The day so many days ago, as the shop is open: Saturday for Sunday. */
static Day day_of(const Happenings *happenings, int ago)
{
    Day day = day_plus(happenings->today, -ago);
    return day_weekday(day) == 7 ? day_plus(day, -1) : day;
}

static bool is_on(const Happenings *happenings, int ago, Day day)
{
    return day_compare(day_of(happenings, ago), day) == 0;
}

static void set_day(const Happenings *happenings, char **place, int ago)
{
    g_autofree char *text = day_to_text(day_of(happenings, ago));
    record_set_text(place, text);
}

static gint64 code_id(const GPtrArray *words, const char *code)
{
    const ListWord *word = code != NULL ? wordlist_by_code(words, code) : NULL;
    return word != NULL ? word->head.id : 0;
}

/* ---- one of each kind ---- */

static bool complain(const Happenings *happenings, Deed *deed, const ToldComplaint *told, gint64 id,
                     GError **error)
{
    Complaint *complaint = record_new(&complaint_type);
    complaint->customer_id = id;
    set_day(happenings, &complaint->day, told->ago);
    record_set_text(&complaint->state, told->state);
    complaint->cause_id = code_id(happenings->causes, told->cause);
    record_set_text(&complaint->severity, told->severity);
    record_set_text(&complaint->words, told->words);
    record_set_text(&complaint->remedy, told->remedy);
    record_set_text(&complaint->channel, "counter");
    complaint->clerk_id = told->clerk;
    record_set_text(&complaint->answer, told->answer);
    record_set_text(&complaint->content, told->content);
    record_set_text(&complaint->changed, told->changed);
    complaint->cost = told->cost != 0 ? told->cost : RECORD_NONE;
    if (told->due != 0) {
        set_day(happenings, &complaint->due_day, told->due);
    }
    if (complaint_step(told->state) > 0) {
        set_day(happenings, &complaint->acknowledged_day, told->ago);
    }
    if (told->answered != 0) {
        set_day(happenings, &complaint->answered_day, told->answered);
    }
    if (told->closed != 0) {
        set_day(happenings, &complaint->closed_day, told->closed);
    }
    bool ok = complaint_add(deed, complaint, error);
    record_free(complaint);
    return ok;
}

static bool promise(const Happenings *happenings, Deed *deed, const ToldPromise *told, gint64 id,
                    GError **error)
{
    Promise *promise = record_new(&promise_type);
    promise->customer_id = id;
    record_set_text(&promise->words, told->words);
    promise->clerk_id = told->clerk;
    record_set_text(&promise->state, told->state);
    set_day(happenings, &promise->due_day, told->due);
    if (told->done != 0) {
        set_day(happenings, &promise->done_day, told->done);
    }
    bool ok = record_insert(deed, promise, error);
    record_free(promise);
    return ok;
}

static bool preorder(const Happenings *happenings, Deed *deed, const ToldPreorder *told, gint64 id,
                     GError **error)
{
    Preorder *preorder = record_new(&preorder_type);
    preorder->customer_id = id;
    record_set_text(&preorder->state, told->state);
    set_day(happenings, &preorder->day, told->day);
    preorder->minute = told->minute >= 0 ? told->minute : RECORD_NONE;
    preorder->branch_id = deed_who(deed)->branch_id;
    record_set_text(&preorder->words, told->words);
    record_set_text(&preorder->for_whom, told->for_whom);
    record_set_text(&preorder->occasion, told->occasion);
    preorder->amount = told->amount;
    if (!preorder_is_waiting(preorder)) {
        set_day(happenings, &preorder->done_day, told->day);
    }
    bool ok = record_insert(deed, preorder, error);
    record_free(preorder);
    return ok;
}

static gint64 score(int told)
{
    return told >= 0 ? told : RECORD_NONE;
}

static bool say(Deed *deed, const ToldFeedback *told, gint64 id, Day day, GError **error)
{
    g_autofree char *text = day_to_text(day);
    FeedbackOrder order = feedback_order(text);
    order.customer_id = id;
    order.kind = told->kind;
    order.csat = score(told->csat);
    order.ces = score(told->ces);
    order.nps = score(told->nps);
    order.words = told->words;
    order.channel = "counter";
    order.branch_id = deed_who(deed)->branch_id;
    return feedback_add(deed, &order, NULL, error);
}

/* ---- the day's ---- */

static bool write_told(const Happenings *happenings, Db *db, const Who *who, Day day,
                       GError **error)
{
    gint64 id = 0;
    bool ok = true;
    for (guint i = 0; ok && i < told_complaints_count; i++) {
        const ToldComplaint *told = &told_complaints[i];
        if (is_on(happenings, told->ago, day) && meant(happenings, told->who, &id)) {
            g_autoptr(Deed) deed = deed_begin(db, who, N_("noting a complaint"), error);
            ok = deed != NULL && complain(happenings, deed, told, id, error) &&
                 deed_commit(deed, NULL, error);
        }
    }
    for (guint i = 0; ok && i < told_promises_count; i++) {
        const ToldPromise *told = &told_promises[i];
        if (is_on(happenings, told->ago, day) && meant(happenings, told->who, &id)) {
            g_autoptr(Deed) deed = deed_begin(db, who, N_("noting a promise"), error);
            ok = deed != NULL && promise(happenings, deed, told, id, error) &&
                 deed_commit(deed, NULL, error);
        }
    }
    for (guint i = 0; ok && i < told_preorders_count; i++) {
        const ToldPreorder *told = &told_preorders[i];
        if (is_on(happenings, told->ago, day) && meant(happenings, told->who, &id)) {
            g_autoptr(Deed) deed = deed_begin(db, who, N_("noting a pre-order"), error);
            ok = deed != NULL && preorder(happenings, deed, told, id, error) &&
                 deed_commit(deed, NULL, error);
        }
    }
    for (guint i = 0; ok && i < told_feedback_count; i++) {
        const ToldFeedback *told = &told_feedback[i];
        if (is_on(happenings, told->ago, day) && meant(happenings, told->who, &id)) {
            g_autoptr(Deed) deed = deed_begin(db, who, N_("noting feedback"), error);
            ok = deed != NULL && say(deed, told, id, day, error) && deed_commit(deed, NULL, error);
        }
    }
    return ok;
}

/* Somebody asks for what others may have asked for before. */
static bool wish(Happenings *happenings, Deed *deed, guint place, gint64 id, Day day,
                 GError **error)
{
    g_autofree char *text = day_to_text(day);
    FeedbackOrder order = feedback_order(text);
    if (happenings->wishes[place] == 0 &&
        !wish_add(deed, told_wishes[place].words, 0, &happenings->wishes[place], error)) {
        return false;
    }
    order.customer_id = id;
    order.kind = "wish";
    order.wish_id = happenings->wishes[place];
    order.words = told_wishes[place].words;
    order.channel = "counter";
    order.branch_id = deed_who(deed)->branch_id;
    return feedback_add(deed, &order, NULL, error);
}

static bool write_wishes(Happenings *happenings, Db *db, const Who *who, Day day, GError **error)
{
    for (guint i = 0; i < told_wishes_count && i < MOST_WISHES; i++) {
        const ToldWish *told = &told_wishes[i];
        for (guint k = 0; k < TOLD_ASKERS && told->askers[k].ago != 0; k++) {
            gint64 id = 0;
            if (!is_on(happenings, told->askers[k].ago, day) ||
                !meant(happenings, told->askers[k].who, &id)) {
                continue;
            }
            g_autoptr(Deed) deed = deed_begin(db, who, N_("noting feedback"), error);
            if (deed == NULL || !wish(happenings, deed, i, id, day, error) ||
                !deed_commit(deed, NULL, error)) {
                return false;
            }
        }
        if (told->done != 0 && happenings->wishes[i] != 0 && is_on(happenings, told->done, day)) {
            g_autofree char *text = day_to_text(day);
            g_autoptr(Deed) deed = deed_begin(db, who, N_("changing the state of a wish"), error);
            if (deed == NULL ||
                !wish_set_state(deed, happenings->wishes[i], told->state, text, error) ||
                !deed_commit(deed, NULL, error)) {
                return false;
            }
        }
    }
    return true;
}

static bool lose(Happenings *happenings, Deed *deed, const Gone *gone, Day day, GError **error)
{
    const ToldLoss *told = &told_losses[happenings->lost++ % told_losses_count];
    g_autofree char *text = day_to_text(day);
    Loss *loss = record_new(&loss_type);
    loss->customer_id = gone->id;
    record_set_text(&loss->day, text);
    record_set_text(&loss->how, told->how);
    loss->reason_id = code_id(happenings->reasons, told->reason);
    loss->real_reason_id = code_id(happenings->reasons, told->real_reason);
    record_set_text(&loss->competitor, told->competitor);
    record_set_text(&loss->words, told->words);
    record_set_text(&loss->attempt, told->attempt);
    record_set_text(&loss->attempt_day, told->attempt != NULL ? text : NULL);
    record_set_text(&loss->result, told->result);
    bool ok = loss_save(deed, loss, day, error);
    record_free(loss);
    return ok;
}

/* Two of three of those who stay away are marked; the rest waits to be noticed. */
static bool write_losses(Happenings *happenings, Db *db, const Who *who, Day day, GError **error)
{
    for (guint i = 0; i < happenings->gone->len; i++) {
        const Gone *gone = &g_array_index(happenings->gone, Gone, i);
        if (i % 3 == 2 || !is_on(happenings, gone->last - NOTICED, day)) {
            continue;
        }
        g_autoptr(Deed) deed = deed_begin(db, who, N_("marking as lost"), error);
        if (deed == NULL || !lose(happenings, deed, gone, day, error) ||
            !deed_commit(deed, NULL, error)) {
            return false;
        }
    }
    return true;
}

/* Somebody who was there says how it was: most are content. */
static bool write_feedback(Happenings *happenings, Db *db, const Who *who, Day day, gint64 visitor,
                           GError **error)
{
    static const guint below[] = {54, 84, 94, 98, 100};
    static const int recommending[] = {10, 10, 9, 10, 9, 8, 8, 9, 7, 6, 5, 10, 9, 3};
    Chance *chance = &happenings->chance;
    guint dice = chance_below(chance, 100), place = 0;
    while (dice >= below[place]) {
        place++;
    }
    const ToldFeedback told = {
        .csat = chance_of(chance, 85) ? 5 - (int)place : -1,
        .ces = chance_of(chance, 12) ? chance_between(chance, 4, 7) : -1,
        .nps = chance_of(chance, 40)
                   ? recommending[chance_below(chance, G_N_ELEMENTS(recommending))]
                   : -1,
        .words = chance_of(chance, 40) ? chance_pick(chance, told_words[place], 4) : NULL,
    };
    if (told.csat < 0 && told.ces < 0 && told.nps < 0 && told.words == NULL) {
        return true;
    }
    g_autoptr(Deed) deed = deed_begin(db, who, N_("noting feedback"), error);
    return deed != NULL && say(deed, &told, visitor, day, error) && deed_commit(deed, NULL, error);
}

static bool give_extra(Happenings *happenings, Db *db, const Who *who, Day day, gint64 visitor,
                       GError **error)
{
    static const char *const extras[] = {"Cake-Pops", "Kakao für das Kind", "ein Stück Streusel",
                                         "Pralinen zum Probieren"};
    const char *words = chance_pick(&happenings->chance, extras, G_N_ELEMENTS(extras));
    g_autoptr(Deed) deed = deed_begin(db, who, N_("noting a free extra"), error);
    return deed != NULL && extra_add(deed, visitor, day, who->branch_id, words, NULL, error) &&
           deed_commit(deed, NULL, error);
}

bool happenings_write(Happenings *happenings, Db *db, const Who *who, Day day, gint64 visitor,
                      GError **error)
{
    bool says = visitor != 0 && chance_of(&happenings->chance, FEEDBACK_PERCENT);
    bool gets = visitor != 0 && chance_of(&happenings->chance, EXTRA_PERCENT);
    return write_told(happenings, db, who, day, error) &&
           write_wishes(happenings, db, who, day, error) &&
           write_losses(happenings, db, who, day, error) &&
           (!says || write_feedback(happenings, db, who, day, visitor, error)) &&
           (!gets || give_extra(happenings, db, who, day, visitor, error));
}
