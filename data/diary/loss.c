/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A customer who is lost: how, why, and what was done about it. */
#include "data/diary/loss.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/branch.h"

#include <stddef.h>
#include <string.h>

/* A visit of exactly a year before the last one belongs to the year before. */
enum { YEAR = 365 };

static const char current[] =
    "WHERE customer_id = $1 AND back_day IS NULL ORDER BY day DESC, id DESC LIMIT 1";
static const char ask_until[] =
    "WHERE ask_day <= $1 AND back_day IS NULL AND outcome IS NULL ORDER BY ask_day, id LIMIT $2";
static const char last_visit[] =
    "SELECT MAX(day) FROM visit WHERE customer_id = $1 AND kind = 'visit'";
static const char count_amounts[] = "SELECT COUNT(amount), CAST(SUM(amount) AS bigint) FROM visit "
                                    "WHERE customer_id = $1 AND day > $2";

/* Losses that visits after them have ended. */
static const char came_again[] =
    "SELECT loss.id, MIN(visit.day) FROM loss JOIN visit ON visit.customer_id = loss.customer_id "
    "AND visit.kind = 'visit' AND visit.day > loss.day "
    "WHERE loss.back_day IS NULL AND loss.how = 'stays_away' GROUP BY loss.id";

#define IS_SOMEBODY                                                                                \
    "NOT EXISTS (SELECT 1 FROM customer WHERE customer.id = loss.customer_id "                     \
    "AND " CUSTOMER_IS_ERASED("customer") ")"
#define OF_BRANCH " AND " BRANCH_OF_CUSTOMER("loss", "$2") " AND " IS_SOMEBODY

static const char to_be_asked[] =
    "WHERE back_day IS NULL AND ((ask_day IS NOT NULL AND outcome IS NULL) "
    "OR result = 'open')" OF_BRANCH " ORDER BY day DESC, id DESC LIMIT $1";
/* By LossFilter. */
static const char *const filters[] = {
    [LOSS_STANDS] =
        "WHERE back_day IS NULL AND how <> 'died'" OF_BRANCH " ORDER BY day DESC, id DESC LIMIT $1",
    [LOSS_ASKED] = to_be_asked,
    [LOSS_BACK] =
        "WHERE back_day IS NOT NULL" OF_BRANCH " ORDER BY back_day DESC, id DESC LIMIT $1",
    [LOSS_DEAD] =
        "WHERE back_day IS NULL AND how = 'died'" OF_BRANCH " ORDER BY day DESC, id DESC LIMIT $1",
};

static const Field fields[] = {
    {"customer_id", FIELD_REF, FIELD_OWNER, offsetof(Loss, customer_id), NULL},
    {"day", FIELD_TEXT, FIELD_REQUIRED, offsetof(Loss, day), N_("Day")},
    {"how", FIELD_TEXT, FIELD_PERSONAL, offsetof(Loss, how), N_("How")},
    {"reason_id", FIELD_REF, FIELD_PLAIN, offsetof(Loss, reason_id), N_("Stated reason")},
    {"real_reason_id", FIELD_REF, FIELD_PLAIN, offsetof(Loss, real_reason_id), N_("Real reason")},
    {"competitor", FIELD_TEXT, FIELD_PLAIN, offsetof(Loss, competitor), N_("Where to")},
    {"value", FIELD_MAYBE, FIELD_PLAIN, offsetof(Loss, value), N_("Value at risk")},
    {"clerk_id", FIELD_REF, FIELD_PLAIN, offsetof(Loss, clerk_id), N_("Asked by")},
    {"ask_day", FIELD_TEXT, FIELD_PLAIN, offsetof(Loss, ask_day), N_("Ask until")},
    {"outcome", FIELD_TEXT, FIELD_PERSONAL, offsetof(Loss, outcome), N_("What came of it")},
    {"attempt", FIELD_TEXT, FIELD_PERSONAL, offsetof(Loss, attempt), N_("Tried")},
    {"attempt_day", FIELD_TEXT, FIELD_PLAIN, offsetof(Loss, attempt_day), NULL},
    {"result", FIELD_TEXT, FIELD_PLAIN, offsetof(Loss, result), N_("Result")},
    {"back_day", FIELD_TEXT, FIELD_PLAIN, offsetof(Loss, back_day), N_("Back since")},
    {"is_greeted", FIELD_INT, FIELD_PLAIN, offsetof(Loss, is_greeted), NULL},
    {"words", FIELD_TEXT, FIELD_PERSONAL, offsetof(Loss, words), N_("Note")},
};

static char *call(gconstpointer record)
{
    return g_strdup(choice_label(loss_hows, ((const Loss *)record)->how));
}

const RecordType loss_type = {
    .table = "loss",
    .label = N_("loss"),
    .size = sizeof(Loss),
    .fields = fields,
    .fields_count = G_N_ELEMENTS(fields),
    .cares = true,
    .derives = DERIVES_NOTHING,
    .call = call,
};

const Choice loss_hows[] = {
    {"says", N_("says so")},
    {"stays_away", N_("stays away")},
    {"moved", N_("moved")},
    {"died", N_("died")},
    {NULL, NULL},
};

const Choice loss_results[] = {
    {"open", N_("still open")},
    {"came_back", N_("came back")},
    {"stays_away", N_("stays away")},
    {NULL, NULL},
};

bool loss_is_death(const Loss *loss)
{
    return loss != NULL && strcmp(loss->how, "died") == 0;
}

bool loss_current(Db *db, gint64 customer_id, Loss **loss, GError **error)
{
    g_autoptr(GPtrArray) list =
        record_list(db, &loss_type, current, DB_VALUES(db_int(customer_id)), error);
    *loss = list != NULL && list->len > 0 ? g_ptr_array_steal_index(list, 0) : NULL;
    return list != NULL;
}

/* ---- storing ---- */

static bool is_code(const Choice *choices, const char *code)
{
    while (choices->code != NULL && g_strcmp0(choices->code, code) != 0) {
        choices++;
    }
    return choices->code != NULL;
}

static bool is_day(const char *text)
{
    Day day;
    return day_from_text(text, &day) && day_is_whole(day);
}

static bool check(const Loss *loss, GError **error)
{
    const char *const days[] = {loss->ask_day, loss->attempt_day, loss->back_day};
    bool good = is_day(loss->day != NULL ? loss->day : "");
    for (guint i = 0; i < G_N_ELEMENTS(days); i++) {
        good = good && (days[i] == NULL || is_day(days[i]));
    }
    if (!good) {
        g_set_error_literal(error, FAULT, FAULT_REFUSED,
                            _("Please give whole days, such as 27.11. or “yesterday”."));
        return false;
    }
    if (!is_code(loss_hows, loss->how)) {
        g_set_error_literal(error, FAULT, FAULT_REFUSED,
                            _("Please say how: they say so, stay away, have moved or died."));
        return false;
    }
    if (loss->result != NULL && !is_code(loss_results, loss->result)) {
        g_set_error_literal(error, FAULT, FAULT_REFUSED,
                            _("A try to win somebody back is open, or it says that they came "
                              "back or stay away."));
        return false;
    }
    return true;
}

/* What goes with what. */
static void settle(Loss *loss, Day today)
{
    char **const asked[] = {&loss->ask_day, &loss->attempt, &loss->attempt_day, &loss->result};
    for (guint i = 0; loss_is_death(loss) && i < G_N_ELEMENTS(asked); i++) {
        record_set_text(asked[i], NULL);
    }
    if (loss_is_death(loss)) {
        loss->clerk_id = loss->is_greeted = 0;
    }
    if (loss->attempt != NULL && loss->result == NULL) {
        record_set_text(&loss->result, "open");
    }
    if (g_strcmp0(loss->result, "came_back") == 0 && loss->back_day == NULL) {
        g_autofree char *day =
            loss->attempt_day != NULL ? g_strdup(loss->attempt_day) : day_to_text(today);
        record_set_text(&loss->back_day, day);
    }
}

static bool is_free(Db *db, gint64 customer_id, GError **error)
{
    Loss *other = NULL;
    if (!loss_current(db, customer_id, &other, error)) {
        return false;
    }
    bool free = other == NULL;
    record_free(other);
    if (!free) {
        g_set_error_literal(error, FAULT, FAULT_TAKEN,
                            _("This customer is marked as lost already. Change what is noted "
                              "there, or say that they came back."));
    }
    return free;
}

bool loss_save(Deed *deed, Loss *loss, Day today, GError **error)
{
    if (!check(loss, error)) {
        return false;
    }
    settle(loss, today);
    if (loss->head.id != 0) {
        return record_update(deed, loss, error);
    }
    return is_free(deed_db(deed), loss->customer_id, error) && record_insert(deed, loss, error);
}

static bool come_back(Deed *deed, Loss *loss, Day day, GError **error)
{
    g_autofree char *text = day_to_text(day);
    record_set_text(&loss->back_day, text);
    if (g_strcmp0(loss->result, "open") == 0) {
        record_set_text(&loss->result, "came_back");
    }
    return record_update(deed, loss, error);
}

bool loss_come_back(Deed *deed, gint64 customer_id, Day day, bool *was_lost, GError **error)
{
    Loss *loss = NULL;
    bool ok = loss_current(deed_db(deed), customer_id, &loss, error);
    if (was_lost != NULL) {
        *was_lost = loss != NULL;
    }
    ok = ok && (loss == NULL || come_back(deed, loss, day, error));
    record_free(loss);
    return ok;
}

bool loss_follow_visit(Deed *deed, gint64 customer_id, Day day, GError **error)
{
    Loss *loss = NULL;
    g_autofree char *text = day_to_text(day);
    bool ok = loss_current(deed_db(deed), customer_id, &loss, error);
    if (loss != NULL && strcmp(loss->how, "stays_away") == 0 && strcmp(text, loss->day) >= 0) {
        ok = come_back(deed, loss, day, error);
    }
    record_free(loss);
    return ok;
}

typedef struct {
    gint64 id;
    Day day;
} CameAgain;

/* Who is back, read to the end, so that what follows may write. */
static GArray *find_came_again(Db *db, GError **error)
{
    g_autoptr(GArray) list = g_array_new(FALSE, FALSE, sizeof(CameAgain));
    g_autoptr(Rows) rows = db_query(db, came_again, DB_NO_VALUES, error);
    GError *fault = NULL;
    while (rows != NULL && rows_next(rows, &fault)) {
        CameAgain one = {rows_int(rows, 0), DAY_NONE};
        if (day_from_text(rows_text(rows, 1), &one.day)) {
            g_array_append_val(list, one);
        }
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
    }
    return rows != NULL && fault == NULL ? g_steal_pointer(&list) : NULL;
}

bool loss_follow_visits(Deed *deed, GError **error)
{
    g_autoptr(GArray) list = find_came_again(deed_db(deed), error);
    bool ok = list != NULL;
    for (guint i = 0; ok && i < list->len; i++) {
        const CameAgain *one = &g_array_index(list, CameAgain, i);
        Loss *loss = record_load(deed_db(deed), &loss_type, one->id, error);
        ok = loss != NULL && come_back(deed, loss, one->day, error);
        record_free(loss);
    }
    return ok;
}

/* ---- asking ---- */

bool loss_year_value(Db *db, gint64 customer_id, gint64 *value, GError **error)
{
    g_autofree char *last = NULL;
    Day day;
    *value = RECORD_NONE;
    if (!db_get_text(db, last_visit, DB_VALUES(db_int(customer_id)), &last, error)) {
        return false;
    }
    if (last == NULL || !day_from_text(last, &day)) {
        return true;
    }
    g_autofree char *before = day_to_text(day_plus(day, -YEAR));
    g_autoptr(Rows) rows =
        db_query(db, count_amounts, DB_VALUES(db_int(customer_id), db_text(before)), error);
    GError *fault = NULL;
    if (rows != NULL && rows_next(rows, &fault) && rows_int(rows, 0) > 0) {
        *value = MAX(rows_int(rows, 1), 0);
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
    }
    return rows != NULL && fault == NULL;
}

GPtrArray *loss_ask_due(Db *db, Day to_day, guint limit, GError **error)
{
    g_autofree char *until = day_to_text(to_day);
    return record_list(db, &loss_type, ask_until, DB_VALUES(db_text(until), db_int(limit)), error);
}

GPtrArray *loss_list(Db *db, LossFilter filter, gint64 branch_id, guint limit, GError **error)
{
    return record_list(db, &loss_type, filters[filter], DB_VALUES(db_int(limit), db_int(branch_id)),
                       error);
}
