/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a customer is not to be bothered. */
#include "data/agenda/quiet.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"

#include <stddef.h>

enum { DAY_MINUTES = 1440, SCANNED = 731, MONTH = 100 };

static const Field fields[] = {
    {"customer_id", FIELD_REF, FIELD_OWNER, offsetof(Quiet, customer_id), NULL},
    {"weekdays", FIELD_MAYBE, FIELD_PERSONAL, offsetof(Quiet, weekdays), NULL},
    {"from_minute", FIELD_MAYBE, FIELD_PERSONAL, offsetof(Quiet, from_minute), NULL},
    {"to_minute", FIELD_MAYBE, FIELD_PERSONAL, offsetof(Quiet, to_minute), NULL},
    {"from_month", FIELD_REF, FIELD_PERSONAL, offsetof(Quiet, from_month), NULL},
    {"from_day", FIELD_REF, FIELD_PERSONAL, offsetof(Quiet, from_day), NULL},
    {"to_month", FIELD_REF, FIELD_PERSONAL, offsetof(Quiet, to_month), NULL},
    {"to_day", FIELD_REF, FIELD_PERSONAL, offsetof(Quiet, to_day), NULL},
    {"until_day", FIELD_TEXT, FIELD_PERSONAL, offsetof(Quiet, until_day), N_("Until")},
    {"words", FIELD_TEXT, FIELD_PERSONAL, offsetof(Quiet, words), N_("Words")},
};

static char *call(gconstpointer record)
{
    const Quiet *quiet = record;
    return quiet->words != NULL ? g_strdup(quiet->words) : quiet_text(quiet);
}

const RecordType quiet_type = {
    .table = "quiet",
    .label = N_("quiet time"),
    .size = sizeof(Quiet),
    .fields = fields,
    .fields_count = G_N_ELEMENTS(fields),
    .derives = DERIVES_NOTHING,
    .cares = true,
    .call = call,
};

static bool has_season(const Quiet *quiet)
{
    return quiet->from_month != 0 && quiet->to_month != 0;
}

static bool has_hours(const Quiet *quiet)
{
    return quiet->from_minute != RECORD_NONE || quiet->to_minute != RECORD_NONE;
}

static gint64 first_minute(const Quiet *quiet)
{
    return quiet->from_minute != RECORD_NONE ? quiet->from_minute : 0;
}

static gint64 end_minute(const Quiet *quiet)
{
    return quiet->to_minute != RECORD_NONE ? quiet->to_minute : DAY_MINUTES;
}

/* Whether weekday and season are those of DAY. */
static bool fits_day(const Quiet *quiet, Day day)
{
    if (quiet->weekdays != RECORD_NONE &&
        (quiet->weekdays & (G_GINT64_CONSTANT(1) << (day_weekday(day) - 1))) == 0) {
        return false;
    }
    if (!has_season(quiet)) {
        return true;
    }
    gint64 first = quiet->from_month * MONTH + quiet->from_day;
    gint64 last = quiet->to_month * MONTH + (quiet->to_day != 0 ? quiet->to_day : MONTH - 1);
    gint64 at = day.month * MONTH + day.day;
    return first <= last ? at >= first && at <= last : at >= first || at <= last;
}

/* Whether DAY is one on which it still holds. */
static bool is_before_end(const Quiet *quiet, Day day)
{
    Day until;
    return quiet->until_day == NULL || !day_from_text(quiet->until_day, &until) ||
           !day_is_whole(until) || day_compare(day, until) < 0;
}

bool quiet_has(const Quiet *quiet, Moment moment)
{
    if (!is_before_end(quiet, moment.day)) {
        return false;
    }
    gint64 first = first_minute(quiet), end = end_minute(quiet);
    if (first < end) {
        return fits_day(quiet, moment.day) && moment.minute >= first && moment.minute < end;
    }
    /* Over midnight the small hours belong to the evening before. */
    return (moment.minute >= first && fits_day(quiet, moment.day)) ||
           (moment.minute < end && fits_day(quiet, day_plus(moment.day, -1)));
}

static bool is_whole_day(const Quiet *quiet, Day day)
{
    return first_minute(quiet) == 0 && end_minute(quiet) == DAY_MINUTES &&
           is_before_end(quiet, day) && fits_day(quiet, day);
}

/* The later of DAY and the end of a time that has nothing but an end. */
static Day skip_to_end(const Quiet *quiet, Day day)
{
    Day until;
    bool is_plain = quiet->until_day != NULL && day_from_text(quiet->until_day, &until) &&
                    day_is_whole(until) && quiet->weekdays == RECORD_NONE && !has_season(quiet) &&
                    !has_hours(quiet);
    return is_plain && day_compare(until, day) > 0 ? until : day;
}

Day quiet_day_after(const GPtrArray *list, Day day)
{
    for (guint i = 0; i < list->len; i++) {
        day = skip_to_end(g_ptr_array_index(list, i), day);
    }
    for (guint count = 0; count <= SCANNED; count++, day = day_plus(day, 1)) {
        bool is_quiet = false;
        for (guint i = 0; i < list->len && !is_quiet; i++) {
            is_quiet = is_whole_day(g_ptr_array_index(list, i), day);
        }
        if (!is_quiet) {
            return day;
        }
    }
    return DAY_NONE;
}

/* ---- storing ---- */

static bool limits_anything(const Quiet *quiet)
{
    return quiet->weekdays != RECORD_NONE || has_hours(quiet) || has_season(quiet) ||
           quiet->until_day != NULL;
}

static bool check(const Quiet *quiet, GError **error)
{
    Day until = DAY_NONE;
    bool good = limits_anything(quiet) && first_minute(quiet) != end_minute(quiet) &&
                (quiet->until_day == NULL ||
                 (day_from_text(quiet->until_day, &until) && day_is_whole(until)));
    if (!good) {
        g_set_error_literal(error, FAULT, FAULT_REFUSED,
                            _("Please say when they are not to be bothered, such as “Sat before "
                              "12”, “December” or “until 10 January”."));
    }
    return good;
}

bool quiet_save(Deed *deed, Quiet *quiet, GError **error)
{
    if (!check(quiet, error)) {
        return false;
    }
    return quiet->head.id == 0 ? record_insert(deed, quiet, error)
                               : record_update(deed, quiet, error);
}

GPtrArray *quiet_list_of(Db *db, gint64 customer_id, GError **error)
{
    return record_list(db, &quiet_type, "WHERE customer_id = $1 ORDER BY id",
                       DB_VALUES(db_int(customer_id)), error);
}
