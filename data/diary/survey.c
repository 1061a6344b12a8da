/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a customer is asked the two questions of the survey. */
#include "data/diary/feedback.h"
#include "data/diary/sums.h"
#include "data/setting.h"

static const char count_surveys[] =
    "SELECT COUNT(*) FROM feedback WHERE customer_id = $1 AND kind = 'survey' AND day > $2";
static const char count_losses[] =
    "SELECT COUNT(*) FROM loss WHERE customer_id = $1 AND back_day IS NULL";

bool survey_days(Db *db, gint64 *days, GError **error)
{
    gint64 value = SURVEY_DAYS;
    bool ok = setting_get_int(db, SETTING_SURVEY_DAYS, SURVEY_DAYS, &value, error);
    *days = CLAMP(value, 0, SURVEY_DAYS_MOST);
    return ok;
}

/* Whether the customer was there often enough, and lately. */
static bool was_here(const VisitSum *sum, Day today)
{
    Day last;
    return sum->visits >= SURVEY_LEAST_VISITS && sum->last_day != NULL &&
           day_from_text(sum->last_day, &last) && day_is_whole(last) &&
           day_between(last, today) >= 0 && day_between(last, today) <= SURVEY_SINCE_VISIT;
}

bool survey_is_due(Db *db, gint64 customer_id, Day today, bool *due, GError **error)
{
    gint64 days = 0, surveys = 0, losses = 0;
    *due = false;
    if (!survey_days(db, &days, error)) {
        return false;
    }
    g_autoptr(VisitSum) sum = visit_sum_load(db, customer_id, error);
    if (sum == NULL || days == 0 || !was_here(sum, today)) {
        return sum != NULL;
    }
    g_autofree char *since = day_to_text(day_plus(today, -(int)days));
    if (!db_get_int(db, count_surveys, DB_VALUES(db_int(customer_id), db_text(since)), &surveys,
                    NULL, error) ||
        !db_get_int(db, count_losses, DB_VALUES(db_int(customer_id)), &losses, NULL, error)) {
        return false;
    }
    *due = surveys == 0 && losses == 0;
    return true;
}
