/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who stands at the counter, and what all screens know of the shop. */
#include "tui/counter.h"

#include "data/base/i18n.h"
#include "data/base/instant.h"
#include "data/branch.h"
#include "data/clerk.h"
#include "data/db/serverstring.h"
#include "data/demo/demo.h"
#include "data/shopknown.h"
#include "data/shopstate.h"
#include "tui/backupkeep.h"
#include "tui/counterdrafts.h"
#include "tui/countermemory.h"
#include "tui/linewords.h"
#include "tui/tending.h"

static const char *const read_only_words =
    N_("This shop can only be read: nothing can be changed here.");

Counter *counter_new(const char *spare_folder, const char *config_folder)
{
    Counter *counter = g_new0(Counter, 1);
    counter->config_folder = g_strdup(config_folder);
    counter->preferences = preferences_read(config_folder);
    counter->vocabulary = vocabulary_new();
    counter->spare_folder = g_strdup(spare_folder);
    return counter;
}

void counter_read_words(Counter *counter, GPtrArray *faults)
{
    if (counter->config_folder != NULL) {
        g_autofree char *path = g_build_filename(counter->config_folder, "words", NULL);
        vocabulary_read_file(counter->vocabulary, path, faults);
    }
}

void counter_forget_shop(Counter *counter)
{
    g_clear_pointer(&counter->where, g_free);
    g_clear_pointer(&counter->shop_name, g_free);
    g_clear_pointer(&counter->branch, g_free);
    g_clear_pointer(&counter->clerk, g_free);
    counter->branch_id = 0;
    counter->clerk_id = 0;
    counter->is_demo = counter->read_only = false;
    counter->has_clerks = counter->has_branches = false;
    counter->idle_minutes = 0;
}

void counter_free(Counter *counter)
{
    if (counter != NULL) {
        counter_forget_shop(counter);
        preferences_free(counter->preferences);
        vocabulary_unref(counter->vocabulary);
        g_free(counter->config_folder);
        g_free(counter->spare_folder);
        g_free(counter->own_shop);
        g_free(counter->local_shop);
        g_free(counter->demo_shop);
        g_free(counter->backup_folder);
        backup_keep_free(counter->keep);
        g_free(counter->left_shop);
        g_free(counter->backup_news);
        g_free(counter->backup_trouble);
        g_free(counter->id);
        run_lock_free(counter->run);
        g_free(counter);
    }
}

/* What the shop is called in the counter's memory; brackets may not stand there. */
static char *memory_group(const Counter *counter)
{
    return g_uri_escape_string(counter->where, G_URI_RESERVED_CHARS_ALLOWED_IN_PATH, FALSE);
}

gint64 counter_recall_id(const Counter *counter, const char *key, gint64 otherwise)
{
    if (counter->where == NULL) {
        return otherwise;
    }
    g_autofree char *group = memory_group(counter);
    g_autofree char *value = counter_recall(counter->spare_folder, group, key);
    return value != NULL ? g_ascii_strtoll(value, NULL, 10) : otherwise;
}

void counter_remember_id(const Counter *counter, const char *key, gint64 id)
{
    if (counter->where == NULL) {
        return;
    }
    g_autofree char *group = memory_group(counter);
    g_autofree char *value = g_strdup_printf("%" G_GINT64_FORMAT, id);
    counter_remember(counter->spare_folder, group, key, value);
}

/* The one of LIST with ID, NULL when there is none. */
static gconstpointer find(const GPtrArray *list, gint64 id)
{
    for (guint i = 0; i < list->len; i++) {
        const RecordHead *head = g_ptr_array_index(list, i);
        if (head->id == id) {
            return head;
        }
    }
    return NULL;
}

static gconstpointer only_one(const GPtrArray *list)
{
    return list->len == 1 ? g_ptr_array_index(list, 0) : NULL;
}

/* The one of LIST that was here last, else its only one, else NULL. Nobody has to say who they are
 * to look around. */
static gconstpointer pick(const Counter *counter, const GPtrArray *list, const char *key)
{
    gconstpointer last = find(list, counter_recall_id(counter, key, 0));
    if (last == NULL && counter->is_demo && list->len > 0) {
        return g_ptr_array_index(list, 0);
    }
    return last != NULL ? last : only_one(list);
}

/* CLERK may be NULL: nobody. */
static void put_clerk(Counter *counter, const Clerk *clerk)
{
    g_free(counter->clerk);
    counter->clerk_id = clerk != NULL ? clerk->head.id : 0;
    counter->clerk = clerk != NULL ? g_strdup(clerk->name) : NULL;
}

/* BRANCH may be NULL: none. */
static void put_branch(Counter *counter, const Branch *branch)
{
    g_free(counter->branch);
    counter->branch_id = branch != NULL ? branch->head.id : 0;
    counter->branch = branch != NULL ? g_strdup(branch->name) : NULL;
}

/* "shop.tresen" in a folder is called "shop", a database on a server what it is called. */
static char *name_of_place(const char *where)
{
    if (db_is_server(where)) {
        return server_string_name(where);
    }
    char *name = g_path_get_basename(where);
    if (g_str_has_suffix(name, ".tresen")) {
        name[strlen(name) - strlen(".tresen")] = '\0';
    }
    return name;
}

/* What holds for every counter of the shop alike. */
static void put_shop(Counter *counter, const ShopSelf *self)
{
    g_free(counter->shop_name);
    counter->shop_name =
        self->name[0] != '\0' ? g_strdup(self->name) : name_of_place(counter->where);
    counter->idle_minutes = self->idle_minutes;
    counter->has_clerks = self->clerks->len > 0;
    counter->has_branches = self->branches->len > 1;
}

bool counter_read(Counter *counter, Shop *shop, GError **error)
{
    counter_forget_shop(counter);
    counter->where = g_strdup(shop->where);
    counter->read_only = db_is_read_only(shop->db);
    if (!db_read_begin(shop->db, error)) {
        return false;
    }
    g_autoptr(ShopSelf) self = shop_self_load(shop->db, error);
    Day demo = DAY_NONE;
    bool ok = self != NULL && demo_day(shop->db, &demo, error);
    db_read_end(shop->db);
    if (!ok) {
        return false;
    }
    counter->is_demo = !day_is_none(demo);
    if (!counter->is_demo && !counter->read_only) {
        shop_known_note(counter->spare_folder, counter->where);
    }
    put_shop(counter, self);
    put_clerk(counter, pick(counter, self->clerks, "clerk"));
    put_branch(counter, pick(counter, self->branches, "branch"));
    return true;
}

/* Worker thread. */
static char *state_of(Shop *shop)
{
    return shop_state(shop->db, NULL);
}

/* Says, or says no more, that nothing can be changed. */
static void show_read_only(App *app)
{
    const Counter *counter = app_data(app);
    const char *words = !counter->read_only   ? NULL
                        : app_reads_copy(app) ? line_words_copy()
                                              : _(read_only_words);
    app_notice(app, words);
    app_set_refusal(app, words);
}

/* What answers now can be written, or only read. */
static void line_changed(App *app, bool read_only)
{
    Counter *counter = app_data(app);
    counter->read_only = read_only;
    show_read_only(app);
    if (!read_only) {
        counter_keep_drafts(app);
    }
}

static void show_header(App *app)
{
    const Counter *counter = app_data(app);
    app_set_header(app, counter->shop_name, counter->branch, counter->clerk);
    app_set_mark(app, counter->left_shop != NULL
                          /* TRANSLATORS: stands before the shop's name, in capitals: this is not
                           * the shop but a backup of it. */
                          ? _("BACKUP")
                          /* TRANSLATORS: stands before the shop's name, in capitals: nothing here
                           * is real. */
                          : counter->is_demo ? _("DEMO") : NULL);
}

/* Asks for the branch where it is not known. Whether it had to. */
static bool ask_where(App *app)
{
    const Counter *counter = app_data(app);
    bool is_open = counter->branch_id == 0 && counter->has_branches && !counter->read_only;
    if (is_open) {
        app_say(app, AREA_MESSAGE, _("Which branch is this counter in? Press Ctrl-T to say it."));
    }
    return is_open;
}

static void ask_who_and_where(App *app)
{
    const Counter *counter = app_data(app);
    if (counter->clerk_id == 0 && counter->has_clerks && !counter->read_only) {
        app_say(app, AREA_MESSAGE, _("Who is at the counter? Press F8."));
    } else {
        ask_where(app);
    }
}

/* What the program does by itself, now and after each deed. */
static void follow(Screen *lowest)
{
    tending_begin(lowest);
    backup_keep_begin(lowest);
}

void counter_show(App *app)
{
    const Counter *counter = app_data(app);
    Shop *shop = app_shop(app);
    show_header(app);
    app_set_idle(app, counter->idle_minutes);
    show_read_only(app);
    ask_who_and_where(app);
    if (shop != NULL) {
        app_follow_line(app, shop->db, line_changed);
        if (db_engine(shop->db) == DB_POSTGRESQL) {
            app_watch_server(app, shop->db, state_of);
        } else {
            app_watch_shop(app, shop->where, state_of);
        }
        counter_keep_drafts(app);
    } else {
        app_follow_line(app, NULL, NULL);
    }
    app_set_follower(app, shop != NULL ? follow : NULL);
}

void counter_take(App *app, const ShopSelf *self)
{
    Counter *counter = app_data(app);
    if (self == NULL || counter->where == NULL) {
        return;
    }
    put_shop(counter, self);
    put_clerk(counter, find(self->clerks, counter->clerk_id));
    const Branch *branch = find(self->branches, counter->branch_id);
    put_branch(counter, branch != NULL ? branch : only_one(self->branches));
    /* The counter in what was the only branch stays there when another one opens. */
    if (counter->branch_id != 0 && counter->has_branches &&
        counter_recall_id(counter, "branch", 0) != counter->branch_id) {
        counter_remember_id(counter, "branch", counter->branch_id);
    }
    show_header(app);
    app_set_idle(app, counter->idle_minutes);
}

Counter *counter_of(const Screen *screen)
{
    return app_data(screen->app);
}

Vocabulary *counter_vocabulary(const Screen *screen)
{
    return vocabulary_ref(counter_of(screen)->vocabulary);
}

Who counter_who(const Screen *screen)
{
    const Counter *counter = counter_of(screen);
    Who who = {.clerk_id = counter->clerk_id, .branch_id = counter->branch_id};
    app_tried_at(screen, who.at);
    g_strlcpy(who.draft, app_draft_uid(screen), sizeof who.draft);
    return who;
}

Day counter_today(const Screen *screen)
{
    g_autoptr(GDateTime) now = app_now(screen->app);
    return instant_day(now);
}

Moment counter_now(const Screen *screen)
{
    g_autoptr(GDateTime) now = app_now(screen->app);
    return moment_of(now);
}

bool counter_may_write(const Screen *screen)
{
    return !counter_of(screen)->read_only;
}

bool counter_has_backups(const Counter *counter)
{
    return counter->backup_folder != NULL && counter->where != NULL && counter->left_shop == NULL &&
           !db_is_server(counter->where);
}

Outcome counter_tell_read_only(Screen *screen)
{
    app_say(screen->app, AREA_MESSAGE,
            app_reads_copy(screen->app) ? line_words_copy() : _(read_only_words));
    return OUTCOME_REDRAW;
}

/* Does JOB, which only reads, with ID as its argument. */
static Outcome look_up(Screen *screen, gint64 id, AppJob job)
{
    job.arg = g_memdup2(&id, sizeof id);
    job.arg_free = g_free;
    job.reads_only = true;
    return app_do(screen, &job);
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
    put_clerk(counter, clerk);
    counter_remember_id(counter, "clerk", clerk->head.id);
    show_header(screen->app);
    if (!ask_where(screen->app)) {
        g_autofree char *message = g_strdup_printf(_("%s is at the counter now."), clerk->name);
        app_say(screen->app, AREA_MESSAGE, message);
    }
    return OUTCOME_REDRAW;
}

Outcome counter_change_clerk(Screen *screen, gint64 id)
{
    const AppJob job = {.run = load_clerk, .result_free = record_free, .done = greet_clerk};
    return look_up(screen, id, job);
}

static gpointer load_branch(Shop *shop, gpointer id, Work *work, GError **error)
{
    (void)work;
    return record_load(shop->db, &branch_type, *(const gint64 *)id, error);
}

static Outcome enter_branch(Screen *screen, gpointer result)
{
    const Branch *branch = result;
    Counter *counter = counter_of(screen);
    put_branch(counter, branch);
    counter_remember_id(counter, "branch", branch->head.id);
    show_header(screen->app);
    g_autofree char *message = g_strdup_printf(_("This counter is in %s."), branch->name);
    app_say(screen->app, AREA_MESSAGE, message);
    return OUTCOME_REDRAW;
}

Outcome counter_choose_branch(Screen *screen, gint64 id)
{
    const AppJob job = {.run = load_branch, .result_free = record_free, .done = enter_branch};
    return look_up(screen, id, job);
}

void counter_forget_clerk(Screen *screen)
{
    put_clerk(counter_of(screen), NULL);
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
        .result_free = (GDestroyNotify)g_ptr_array_unref,
        .done = found_clerk,
    };
    return look_up(screen, id, job);
}
