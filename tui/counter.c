/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who stands at the counter, and what all screens know of the shop. */
#include "tui/counter.h"

#include "data/base/i18n.h"
#include "data/base/instant.h"
#include "data/branch.h"
#include "data/clerk.h"
#include "data/setting.h"

enum { IDLE_MINUTES = 5 };

Counter *counter_new(const char *spare_folder, const char *config_folder)
{
    Counter *counter = g_new0(Counter, 1);
    counter->config_folder = g_strdup(config_folder);
    counter->spare_folder = g_strdup(spare_folder);
    return counter;
}

static void forget_shop(Counter *counter)
{
    g_clear_pointer(&counter->where, g_free);
    g_clear_pointer(&counter->shop_name, g_free);
    g_clear_pointer(&counter->branch, g_free);
    g_clear_pointer(&counter->clerk, g_free);
    counter->branch_id = 0;
    counter->clerk_id = 0;
}

void counter_free(Counter *counter)
{
    if (counter != NULL) {
        forget_shop(counter);
        g_free(counter->config_folder);
        g_free(counter->spare_folder);
        g_free(counter);
    }
}

/* The file with who stood here last: one group a shop. */
static char *memory_path(const Counter *counter)
{
    return g_build_filename(counter->spare_folder, "counter.ini", NULL);
}

/* The name of the shop's group; brackets may not stand in one. */
static char *memory_group(const Counter *counter)
{
    return g_uri_escape_string(counter->where, G_URI_RESERVED_CHARS_ALLOWED_IN_PATH, FALSE);
}

static gint64 remembered(const Counter *counter, const char *key)
{
    g_autoptr(GKeyFile) memory = g_key_file_new();
    g_autofree char *path = memory_path(counter);
    g_autofree char *group = memory_group(counter);
    return g_key_file_load_from_file(memory, path, G_KEY_FILE_NONE, NULL)
               ? g_key_file_get_int64(memory, group, key, NULL)
               : 0;
}

/* Only a comfort: where it cannot be written, the next start asks again. */
static void remember(const Counter *counter, const char *key, gint64 value)
{
    g_autoptr(GKeyFile) memory = g_key_file_new();
    g_autofree char *path = memory_path(counter);
    g_autofree char *group = memory_group(counter);
    g_key_file_load_from_file(memory, path, G_KEY_FILE_KEEP_COMMENTS, NULL);
    g_key_file_set_int64(memory, group, key, value);
    if (g_mkdir_with_parents(counter->spare_folder, 0700) == 0) {
        g_key_file_save_to_file(memory, path, NULL);
    }
}

/* The one of LIST that was here last, else its only one, else NULL. */
static gconstpointer pick(const Counter *counter, const GPtrArray *list, const char *key)
{
    gint64 last = remembered(counter, key);
    for (guint i = 0; i < list->len; i++) {
        const RecordHead *head = g_ptr_array_index(list, i);
        if (head->id == last) {
            return head;
        }
    }
    return list->len == 1 ? g_ptr_array_index(list, 0) : NULL;
}

static bool read_people(Counter *counter, Db *db, GError **error)
{
    g_autoptr(GPtrArray) clerks =
        record_list(db, &clerk_type, "WHERE active = 1 ORDER BY id", DB_NO_VALUES, error);
    g_autoptr(GPtrArray) branches =
        clerks != NULL ? record_list(db, &branch_type, "ORDER BY id", DB_NO_VALUES, error) : NULL;
    if (branches == NULL) {
        return false;
    }
    counter->has_clerks = clerks->len > 0;
    const Clerk *clerk = pick(counter, clerks, "clerk");
    if (clerk != NULL) {
        counter->clerk_id = clerk->head.id;
        counter->clerk = g_strdup(clerk->name);
    }
    const Branch *branch = pick(counter, branches, "branch");
    if (branch != NULL) {
        counter->branch_id = branch->head.id;
        counter->branch = g_strdup(branch->name);
    }
    return true;
}

/* "shop.tresen" in a folder is called "shop". */
static char *name_of_file(const char *where)
{
    char *name = g_path_get_basename(where);
    if (g_str_has_suffix(name, ".tresen")) {
        name[strlen(name) - strlen(".tresen")] = '\0';
    }
    return name;
}

bool counter_read(Counter *counter, Shop *shop, GError **error)
{
    gint64 minutes = IDLE_MINUTES;
    forget_shop(counter);
    counter->where = g_strdup(shop->where);
    counter->shop_name = shop->name[0] != '\0' ? g_strdup(shop->name) : name_of_file(shop->where);
    counter->read_only = db_is_read_only(shop->db);
    if (!setting_get_int(shop->db, SETTING_IDLE_MINUTES, IDLE_MINUTES, &minutes, error)) {
        return false;
    }
    counter->idle_minutes = (guint)CLAMP(minutes, 0, 24 * 60);
    return read_people(counter, shop->db, error);
}

/* Worker thread. */
static bool tell_waiting(guint seconds, gpointer app)
{
    app_notice(
        app,
        seconds > 0
            ? _("Another program is writing to the shop. Tresen goes on as soon as it is done.")
            : NULL);
    return true;
}

static void show_header(App *app)
{
    const Counter *counter = app_data(app);
    app_set_header(app, counter->shop_name, counter->branch, counter->clerk);
}

void counter_show(App *app)
{
    const Counter *counter = app_data(app);
    Shop *shop = app_shop(app);
    show_header(app);
    app_set_idle(app, counter->idle_minutes);
    app_notice(app, counter->read_only
                        ? _("This shop can only be read: nothing can be changed here.")
                        : NULL);
    if (counter->clerk_id == 0 && counter->has_clerks && !counter->read_only) {
        app_say(app, AREA_MESSAGE, _("Who is at the counter? Press F8."));
    }
    if (shop != NULL) {
        db_set_waiting(shop->db, tell_waiting, app);
        app_watch_file(app, db_engine(shop->db) == DB_SQLITE ? shop->where : NULL);
    }
}

Counter *counter_of(const Screen *screen)
{
    return app_data(screen->app);
}

Who counter_who(const Screen *screen)
{
    const Counter *counter = counter_of(screen);
    Who who = {.clerk_id = counter->clerk_id, .branch_id = counter->branch_id};
    g_autoptr(GDateTime) now = app_now(screen->app);
    instant_write(now, who.at);
    return who;
}

Day counter_today(const Screen *screen)
{
    g_autoptr(GDateTime) now = app_now(screen->app);
    return instant_day(now);
}

bool counter_may_write(const Screen *screen)
{
    return !counter_of(screen)->read_only;
}

static gpointer load_clerk(Shop *shop, gpointer id, Work *work, GError **error)
{
    (void)work;
    return record_load(shop->db, &clerk_type, *(const gint64 *)id, error);
}

static Outcome greet_clerk(Screen *screen, gpointer result)
{
    const Clerk *clerk = result;
    Counter *counter = counter_of(screen);
    counter->clerk_id = clerk->head.id;
    g_free(counter->clerk);
    counter->clerk = g_strdup(clerk->name);
    remember(counter, "clerk", clerk->head.id);
    show_header(screen->app);
    g_autofree char *message = g_strdup_printf(_("%s is at the counter now."), clerk->name);
    app_say(screen->app, AREA_MESSAGE, message);
    return OUTCOME_REDRAW;
}

Outcome counter_change_clerk(Screen *screen, gint64 id)
{
    const AppJob job = {
        .run = load_clerk,
        .arg = g_memdup2(&id, sizeof id),
        .arg_free = g_free,
        .result_free = record_free,
        .done = greet_clerk,
        .reads_only = true,
    };
    return app_do(screen, &job);
}

void counter_forget_clerk(Screen *screen)
{
    Counter *counter = counter_of(screen);
    counter->clerk_id = 0;
    g_clear_pointer(&counter->clerk, g_free);
    show_header(screen->app);
}

/* The clerk in a list, which is empty when they are gone. */
static gpointer find_clerk(Shop *shop, gpointer id, Work *work, GError **error)
{
    (void)work;
    return record_list(shop->db, &clerk_type, "WHERE active = 1 AND id = $1",
                       DB_VALUES(db_int(*(const gint64 *)id)), error);
}

static Outcome found_clerk(Screen *screen, gpointer found)
{
    if (((const GPtrArray *)found)->len == 0) {
        counter_forget_clerk(screen);
    }
    return OUTCOME_REDRAW;
}

Outcome counter_check_clerk(Screen *screen)
{
    gint64 id = counter_of(screen)->clerk_id;
    if (id == 0) {
        return OUTCOME_HANDLED;
    }
    const AppJob job = {
        .run = find_clerk,
        .arg = g_memdup2(&id, sizeof id),
        .arg_free = g_free,
        .result_free = (GDestroyNotify)g_ptr_array_unref,
        .done = found_clerk,
        .reads_only = true,
    };
    return app_do(screen, &job);
}
