/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The communication plan. */
#include "data/agenda/careplan.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/series.h"
#include "data/lookup/fold.h"

#include <stddef.h>
#include <string.h>

enum { QUARTER = 3, HALF_YEAR = 6, MOST = 999 };

static const Field fields[] = {
    {"class", FIELD_TEXT, FIELD_PLAIN, offsetof(CarePlan, class), N_("Class")},
    {"tag", FIELD_TEXT, FIELD_PLAIN, offsetof(CarePlan, tag), N_("Tag")},
    {"customer_id", FIELD_REF, FIELD_OWNER, offsetof(CarePlan, customer_id), NULL},
    {"channel", FIELD_TEXT, FIELD_PLAIN, offsetof(CarePlan, channel), N_("Way")},
    {"every", FIELD_INT, FIELD_PLAIN, offsetof(CarePlan, every), N_("How often")},
    {"unit", FIELD_TEXT, FIELD_REQUIRED, offsetof(CarePlan, unit), NULL},
    {"from_day", FIELD_TEXT, FIELD_REQUIRED, offsetof(CarePlan, from_day), N_("Since")},
    {"words", FIELD_TEXT, FIELD_PERSONAL, offsetof(CarePlan, words), N_("About")},
};

static char *call(gconstpointer record)
{
    return care_plan_words(record);
}

const RecordType care_plan_type = {
    .table = "care_plan",
    .label = N_("line of the communication plan"),
    .size = sizeof(CarePlan),
    .fields = fields,
    .fields_count = G_N_ELEMENTS(fields),
    .derives = DERIVES_NOTHING,
    .cares = true,
    .call = call,
};

const Choice care_channels[] = {
    {"visit", N_("Visit with them")}, {"phone", N_("Phone")},
    {"email", N_("E-mail")},          {"sms", N_("SMS")},
    {"social", N_("Social network")}, {"post", N_("Post")},
    {"newsletter", N_("Newsletter")}, {NULL, NULL},
};

/* Days of each unit, in the order of series_units. */
static const int unit_days[] = {1, 7, 30, 365};

int care_plan_days(const CarePlan *plan)
{
    unsigned place = choice_place(series_units, plan->unit);
    return place > 0 ? unit_days[place - 1] * (int)plan->every : 0;
}

/* ---- for people ---- */

/* What people call COUNT units where it has a word of its own; NULL when it has none. */
static const char *often_word(SeriesUnit unit, guint count)
{
    static const struct {
        SeriesUnit unit;
        guint count;
        const char *word;
    } words[] = {
        {SERIES_DAYS, 1, N_("every day")},
        {SERIES_WEEKS, 1, N_("every week")},
        {SERIES_MONTHS, 1, N_("every month")},
        {SERIES_MONTHS, QUARTER, N_("every quarter")},
        {SERIES_MONTHS, HALF_YEAR, N_("every half year")},
        {SERIES_YEARS, 1, N_("every year")},
    };
    for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
        if (words[i].unit == unit && words[i].count == count) {
            return _(words[i].word);
        }
    }
    return count == 0 ? _("never") : NULL;
}

static char *often_words(const CarePlan *plan)
{
    int count = (int)plan->every;
    gulong number = (gulong)plan->every;
    const char *word = often_word(series_unit(plan->unit), (guint)count);
    if (word != NULL) {
        return g_strdup(word);
    }
    switch (series_unit(plan->unit)) {
    case SERIES_DAYS:
        return g_strdup_printf(ngettext("every %d day", "every %d days", number), count);
    case SERIES_WEEKS:
        return g_strdup_printf(ngettext("every %d week", "every %d weeks", number), count);
    case SERIES_YEARS:
        return g_strdup_printf(ngettext("every %d year", "every %d years", number), count);
    case SERIES_MONTHS:
    case SERIES_ONCE:
        break;
    }
    return g_strdup_printf(ngettext("every %d month", "every %d months", number), count);
}

/* In the order of care_channels. */
static const char *const by_channel[] = {
    N_("{often} with a visit"),
    N_("{often} by phone"),
    N_("{often} by e-mail"),
    N_("{often} by SMS"),
    N_("{often} by a message in a social network"),
    N_("{often} by post"),
    N_("{often} by newsletter"),
};

char *care_plan_words(const CarePlan *plan)
{
    g_autofree char *often = often_words(plan);
    unsigned place = choice_place(care_channels, plan->channel);
    if (place == 0) {
        return g_steal_pointer(&often);
    }
    GString *words = g_string_new(_(by_channel[place - 1]));
    g_string_replace(words, "{often}", often, 1);
    return g_string_free(words, FALSE);
}

char *care_plan_origin(const CarePlan *plan, bool has_way)
{
    g_autofree char *words = has_way ? care_plan_words(plan) : often_words(plan);
    if (plan->class != NULL) {
        return g_strdup_printf(_("class %s, %s"), plan->class, words);
    }
    if (plan->tag != NULL) {
        return g_strdup_printf(_("group “%s”, %s"), plan->tag, words);
    }
    return g_strdup_printf(_("their own line, %s"), words);
}

bool care_plan_is_never(const CarePlan *plan)
{
    return plan->every == 0 && (plan->channel == NULL || *plan->channel == '\0');
}

/* ---- storing ---- */

static bool refuse(const char *sentence, GError **error)
{
    g_set_error_literal(error, FAULT, FAULT_REFUSED, sentence);
    return false;
}

static bool has(const char *text)
{
    return text != NULL && *text != '\0';
}

static bool check(const CarePlan *plan, GError **error)
{
    Day day;
    guint whom = has(plan->class) + has(plan->tag) + (plan->customer_id != 0);
    if (whom != 1 ||
        (has(plan->class) && (strlen(plan->class) != 1 || strchr("ABC", *plan->class) == NULL))) {
        return refuse(_("Please say for whom the line is: class A, B or C, a group, or one "
                        "customer."),
                      error);
    }
    if (plan->every < 0 || plan->every > MOST || choice_place(series_units, plan->unit) == 0) {
        return refuse(_("Please say how often, such as “every 6 weeks”: a number from 1 to 999, or "
                        "0 for never."),
                      error);
    }
    if (has(plan->channel) && choice_place(care_channels, plan->channel) == 0) {
        return refuse(_("Please choose by which way, such as phone or post, or leave it empty for "
                        "what fits."),
                      error);
    }
    return (has(plan->from_day) && day_from_text(plan->from_day, &day) && day_is_whole(day)) ||
           refuse(_("Please say since which day the line holds, such as 1.3. or “today”."), error);
}

static bool are_same_words(const char *a, const char *b)
{
    if (!has(a) || !has(b)) {
        return has(a) == has(b);
    }
    g_autofree char *left = fold_key(a);
    g_autofree char *right = fold_key(b);
    return strcmp(left, right) == 0;
}

/* Whether PLAN and OTHER are two lines for the same people and way. */
static bool collide(const CarePlan *plan, const CarePlan *other)
{
    return plan->head.id != other->head.id && plan->customer_id == other->customer_id &&
           are_same_words(plan->class, other->class) && are_same_words(plan->tag, other->tag) &&
           are_same_words(plan->channel, other->channel);
}

static bool is_free(Db *db, const CarePlan *plan, GError **error)
{
    g_autoptr(GPtrArray) list = care_plan_list(db, plan->customer_id, error);
    for (guint i = 0; list != NULL && i < list->len; i++) {
        if (collide(plan, g_ptr_array_index(list, i))) {
            g_set_error_literal(error, FAULT, FAULT_TAKEN,
                                _("There is a line for the same people and the same way already. "
                                  "Please change that one."));
            return false;
        }
    }
    return list != NULL;
}

bool care_plan_save(Deed *deed, CarePlan *plan, GError **error)
{
    if (!check(plan, error) || !is_free(deed_db(deed), plan, error)) {
        return false;
    }
    return plan->head.id == 0 ? record_insert(deed, plan, error) : record_update(deed, plan, error);
}

/* ---- listing ---- */

static int compare_words(const char *a, const char *b)
{
    g_autofree char *left = fold_key(a != NULL ? a : "");
    g_autofree char *right = fold_key(b != NULL ? b : "");
    return strcmp(left, right);
}

static gint by_name(gconstpointer a, gconstpointer b)
{
    const CarePlan *left = *(const CarePlan *const *)a, *right = *(const CarePlan *const *)b;
    int order = (left->class == NULL) - (right->class == NULL);
    order = order != 0 ? order : g_strcmp0(left->class, right->class);
    order = order != 0 ? order : compare_words(left->tag, right->tag);
    if (order == 0) {
        order = (int)choice_place(care_channels, left->channel) -
                (int)choice_place(care_channels, right->channel);
    }
    return order != 0 ? order : left->head.id < right->head.id ? -1 : 1;
}

GPtrArray *care_plan_list(Db *db, gint64 customer_id, GError **error)
{
    const char *whose =
        customer_id != 0 ? "WHERE customer_id = $1" : "WHERE customer_id IS NULL AND $1 = 0";
    GPtrArray *list =
        record_list(db, &care_plan_type, whose, DB_VALUES(db_int(customer_id)), error);
    if (list != NULL) {
        g_ptr_array_sort(list, by_name);
    }
    return list;
}
