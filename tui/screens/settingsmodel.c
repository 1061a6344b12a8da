/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking the shop for its settings. */
#include "tui/screens/settingsmodel.h"

#include "data/agenda/carelimits.h"
#include "data/agenda/today.h"
#include "data/customer/country.h"
#include "data/customer/factkind.h"
#include "data/diary/complaintcause.h"
#include "data/diary/feedback.h"
#include "data/diary/lossreason.h"
#include "data/report/presence.h"
#include "data/setting.h"

static const char count_rules[] = "SELECT COUNT(*) FROM rule";
static const char count_acting[] = "SELECT COUNT(*) FROM rule WHERE is_active = 1";
static const char count_lines[] = "SELECT COUNT(*) FROM care_plan WHERE customer_id IS NULL";

void settings_model_free(gpointer data)
{
    SettingsModel *model = data;
    g_clear_pointer(&model->self, shop_self_free);
    g_free(model->country);
    g_free(model);
}

static bool load_numbers(Db *db, SettingsModel *model, GError **error)
{
    gint64 days = TODAY_AHEAD;
    if (!setting_get_int(db, SETTING_DAYS_AHEAD, TODAY_AHEAD, &days, error)) {
        return false;
    }
    model->days_ahead = (int)CLAMP(days, TODAY_AHEAD_LEAST, TODAY_AHEAD_MOST);
    if (!survey_days(db, &days, error)) {
        return false;
    }
    model->survey_days = (int)days;
    return presence_window(db, &model->active_days, error) &&
           due_leap_rule(db, &model->leap, error) && country_code(db, &model->country, error);
}

static bool load_care(Db *db, SettingsModel *model, GError **error)
{
    return care_per_month(db, &model->per_month, error) && care_a_day(db, &model->a_day, error) &&
           gestures_load(db, &model->gestures, error) &&
           db_get_int(db, count_rules, DB_NO_VALUES, &model->rules, NULL, error) &&
           db_get_int(db, count_acting, DB_NO_VALUES, &model->rules_acting, NULL, error) &&
           db_get_int(db, count_lines, DB_NO_VALUES, &model->plan_lines, NULL, error);
}

static bool load_kinds(Db *db, SettingsModel *model, GError **error)
{
    g_autoptr(GPtrArray) kinds = fact_kind_list(db, error);
    for (guint i = 0; kinds != NULL && i < kinds->len; i++) {
        model->kinds++;
        model->own_kinds += fact_kind_is_own(g_ptr_array_index(kinds, i)) ? 1 : 0;
    }
    return kinds != NULL;
}

static bool load_causes(Db *db, SettingsModel *model, GError **error)
{
    return wordlist_count(db, &complaint_causes, &model->causes, &model->own_causes, error) &&
           wordlist_count(db, &loss_reasons, &model->reasons, &model->own_reasons, error);
}

gpointer settings_model_load(Shop *shop, gconstpointer ask, GError **error)
{
    (void)ask;
    if (!db_read_begin(shop->db, error)) {
        return NULL;
    }
    SettingsModel *model = g_new0(SettingsModel, 1);
    model->self = shop_self_load(shop->db, error);
    bool ok = model->self != NULL && load_numbers(shop->db, model, error) &&
              load_care(shop->db, model, error) && load_kinds(shop->db, model, error) &&
              load_causes(shop->db, model, error);
    db_read_end(shop->db);
    if (!ok) {
        settings_model_free(model);
        return NULL;
    }
    return model;
}
