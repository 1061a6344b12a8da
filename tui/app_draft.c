/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts: what is typed into forms goes to the shop a few seconds later, comes back when the form
 * is opened again, and goes when it is saved or thrown away. All of it quietly. */
#include "tui/app_private.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/instant.h"
#include "tui/dates.h"
#include "tui/draftorder.h"

#include <string.h>

enum {
    PAUSE_MS = 3000, /* from the first key that is not stored to storing */
    PATIENCE = 1,    /* seconds: others may be writing, and loads wait behind a draft */
    LAST_PATIENCE = 8
};

struct ScreenDraft {
    char *uid;
    char *kept;  /* the words last handed over for storing; NULL: none, or it failed */
    char *tried; /* the words that were last to be saved; NULL: none */
    char tried_at[21];
    bool is_stored; /* a row may be there */
    bool has_failed;
    bool is_resumed; /* for the sake of a certain draft */
    Draft *offer;    /* to be put in as soon as the form is filled */
    guint on_way;    /* orders */
};

static bool is_on(const App *app)
{
    return app->drafts.counter != NULL;
}

const AppDrafts *app_drafts(App *app)
{
    return is_on(app) ? &app->drafts : NULL;
}

void app_keep_drafts(App *app, const AppDrafts *drafts)
{
    const AppDrafts old = app->drafts;
    app->drafts = (AppDrafts){0};
    if (drafts != NULL) {
        app->drafts = (AppDrafts){.counter = g_strdup(drafts->counter),
                                  .run = drafts->run,
                                  .folder = g_strdup(drafts->folder),
                                  .clerk_id = drafts->clerk_id};
    } else {
        g_clear_handle_id(&app->draft_id, g_source_remove);
    }
    g_free((gpointer)(guintptr)old.counter);
    g_free((gpointer)(guintptr)old.folder);
}

/* ---- giving orders ---- */

/* The form UID, NULL when it is closed. */
static Screen *form_of(const App *app, const char *uid)
{
    for (guint i = 0; i < app->stack->len; i++) {
        Screen *screen = g_ptr_array_index(app->stack, i);
        if (screen->link->draft != NULL && strcmp(screen->link->draft->uid, uid) == 0) {
            return screen;
        }
    }
    return NULL;
}

static void order_finished(Work *work, gpointer result, GError *error, gpointer data);

/* Has the worker RUN ORDER, which is taken over. */
static void give(App *app, DraftOrder *order, DraftRun run)
{
    order->app = app;
    order->shop = app->shop;
    order->run = run;
    const WorkOrder work = {
        .run = draft_order_run,
        .arg = order,
        .finished = order_finished,
        .clean = draft_order_clean,
        .result_free = draft_free,
        .data = order,
        .must_run = true,
    };
    app_give(app, &work);
}

/* Nobody goes on with this run's draft UID for now: the next one may have it. */
static void release(App *app, const char *uid)
{
    DraftOrder *order = g_new0(DraftOrder, 1);
    order->form = g_strdup(uid);
    order->draft = draft_new();
    draft_set(&order->draft->uid, uid);
    draft_set(&order->draft->run, run_lock_name(app->drafts.run));
    give(app, order, draft_order_release);
}

/* Once: what is wrong with the shop's place is told where something is saved. */
static void tell_failure(App *app, const GError *error)
{
    bool is_expected = error->domain == FAULT &&
                       (error->code == FAULT_READ_ONLY || error->code == FAULT_LINE_DOWN ||
                        error->code == FAULT_BUSY || error->code == FAULT_CANCELLED);
    if (!is_expected && !app->draft_is_told) {
        app->draft_is_told = true;
        app_say(app, AREA_WARNING,
                _("What you type cannot be kept for you at the moment. Save it soon."));
    }
}

static void order_finished(Work *work, gpointer result, GError *error, gpointer data)
{
    (void)work;
    DraftOrder *order = data;
    App *app = order->app;
    g_autoptr(Draft) found = result;
    app_begin(app);
    Screen *screen = form_of(app, order->form);
    if (screen != NULL && order->done != NULL) {
        screen->link->draft->on_way--;
        order->done(screen, found, error);
    } else if (found != NULL && is_on(app)) {
        release(app, found->uid);
    }
    if (error != NULL) {
        /* The form stays open until somebody has looked. */
        app->is_going_home = false;
        tell_failure(app, error);
    }
    /* Who was in the way for a moment may be gone in a few seconds. */
    if (error == NULL || g_error_matches(error, FAULT, FAULT_BUSY)) {
        app_draft_watch(app);
    }
    if (app->is_going_home && !app_draft_is_busy(app)) {
        app_home(app);
    }
    g_clear_error(&error);
    app_end(app);
}

/* An order about the draft of SCREEN; DRAFT is taken over. */
static DraftOrder *order_new(const Screen *screen, Draft *draft)
{
    const AppDrafts *drafts = &screen->app->drafts;
    DraftOrder *order = g_new0(DraftOrder, 1);
    order->form = g_strdup(screen->link->draft->uid);
    order->draft = draft;
    order->folder = g_strdup(drafts->folder);
    order->patience = PATIENCE;
    draft_set(&draft->uid, screen->link->draft->uid);
    draft_set(&draft->counter, drafts->counter);
    draft_set(&draft->run, run_lock_name(drafts->run));
    draft_set(&draft->screen, screen->class->name);
    return order;
}

/* ---- storing ---- */

/* What is typed in SCREEN now, NULL when there is nothing; *WORDS are its words as text. */
static Draft *typed_in(const Screen *screen, char **words)
{
    g_autoptr(Draft) draft = draft_new();
    *words = NULL;
    if (!screen->class->draft(screen, draft) || g_hash_table_size(draft->words) == 0) {
        return NULL;
    }
    *words = draft_words_text(draft);
    return g_steal_pointer(&draft);
}

static void saved(Screen *screen, Draft *found, const GError *error)
{
    (void)found;
    ScreenDraft *own = screen->link->draft;
    own->has_failed = error != NULL;
    if (error != NULL) {
        g_clear_pointer(&own->kept, g_free);
    } else {
        screen->app->draft_is_told = false;
    }
}

/* Removes what is stored of SCREEN. */
static void drop(Screen *screen)
{
    ScreenDraft *own = screen->link->draft;
    give(screen->app, order_new(screen, draft_new()), draft_order_remove);
    own->is_stored = false;
    g_clear_pointer(&own->kept, g_free);
}

/* Takes DRAFT and WORDS over. */
static void store(Screen *screen, Draft *draft, char *words, bool put_away)
{
    const AppDrafts *drafts = &screen->app->drafts;
    ScreenDraft *own = screen->link->draft;
    DraftOrder *order = order_new(screen, draft);
    g_autoptr(GDateTime) now = app_now(screen->app);
    instant_write(now, draft->saved_at);
    draft->clerk_id = *drafts->clerk_id;
    if (put_away) {
        draft_set(&draft->run, "");
        order->patience = LAST_PATIENCE;
    }
    order->done = saved;
    own->on_way++;
    own->is_stored = true;
    g_free(own->kept);
    own->kept = words;
    give(screen->app, order, draft_order_save);
}

/* Stores what SCREEN has that is not stored yet, removes what is no longer there. While it is being
 * saved nothing is: it would come after the deed that removes the draft. */
static void save(Screen *screen)
{
    ScreenDraft *own = screen->link->draft;
    if (own == NULL || own->on_way > 0 || own->offer != NULL || app_is_writing(screen)) {
        return;
    }
    char *words = NULL;
    Draft *draft = typed_in(screen, &words);
    if (draft != NULL && g_strcmp0(words, own->kept) != 0) {
        store(screen, draft, words, false);
        return;
    }
    if (draft == NULL && own->is_stored) {
        drop(screen);
    }
    draft_free(draft);
    g_free(words);
}

void app_save_drafts(App *app)
{
    g_clear_handle_id(&app->draft_id, g_source_remove);
    for (guint i = 0; is_on(app) && i < app->stack->len; i++) {
        save(g_ptr_array_index(app->stack, i));
    }
}

bool app_draft_is_kept(const Screen *screen)
{
    const ScreenDraft *own = screen->link->draft;
    if (own == NULL || own->on_way > 0 || own->offer != NULL) {
        return own != NULL && own->offer != NULL;
    }
    g_autofree char *words = NULL;
    g_autoptr(Draft) draft = typed_in(screen, &words);
    return draft == NULL ? !own->is_stored : g_strcmp0(words, own->kept) == 0;
}

bool app_draft_fails(const Screen *screen)
{
    const ScreenDraft *own = screen->link->draft;
    return own == NULL || !is_on(screen->app) || own->has_failed;
}

bool app_draft_is_busy(const App *app)
{
    for (guint i = 0; i < app->stack->len; i++) {
        const Screen *screen = g_ptr_array_index(app->stack, i);
        if (screen->link->draft != NULL && screen->link->draft->on_way > 0) {
            return true;
        }
    }
    return false;
}

static gboolean pause_over(gpointer data)
{
    App *app = data;
    app->draft_id = 0;
    app_save_drafts(app);
    return G_SOURCE_REMOVE;
}

void app_draft_watch(App *app)
{
    for (guint i = 0; is_on(app) && app->draft_id == 0 && i < app->stack->len; i++) {
        const Screen *screen = g_ptr_array_index(app->stack, i);
        const ScreenDraft *own = screen->link->draft;
        if (own != NULL && own->on_way == 0 && !app_draft_is_kept(screen)) {
            app->draft_id = g_timeout_add(PAUSE_MS, pause_over, app);
        }
    }
}

/* ---- opening and closing ---- */

static void say_it_is_here(Screen *screen, const Draft *draft, bool has_changed)
{
    if (has_changed) {
        app_say(screen->app, AREA_WARNING,
                _("What you typed is here again. Somebody changed this since: look it over."));
        return;
    }
    g_autoptr(GDateTime) now = app_now(screen->app);
    Day today = instant_day(now), day = instant_local_day(draft->saved_at);
    bool is_today = day_is_none(day) || day_compare(day, today) == 0;
    g_autofree char *when = is_today ? dates_clock(draft->saved_at) : dates_brief(day, today);
    g_autofree char *message = g_strdup_printf(is_today ? _("What you typed at %s is here again.")
                                                        : _("What you typed on %s is here again."),
                                               when);
    app_say(screen->app, AREA_GOOD, message);
}

void app_draft_offer(Screen *screen)
{
    ScreenDraft *own = screen->link->draft;
    if (own == NULL || own->offer == NULL || (screen->class->load != NULL && !screen->model)) {
        return;
    }
    g_autoptr(Draft) draft = g_steal_pointer(&own->offer);
    say_it_is_here(screen, draft, screen->class->restore(screen, draft));
    app_reload(screen);
    app_draft_watch(screen->app);
}

static void searched(Screen *screen, Draft *found, const GError *error)
{
    ScreenDraft *own = screen->link->draft;
    if (own->is_resumed && error != NULL) {
        app_tell(screen, error);
    } else if (own->is_resumed && found == NULL) {
        app_say(screen->app, AREA_MESSAGE,
                _("What was typed there is open in another window, or no longer kept."));
    }
    if (found != NULL) {
        own->offer = draft_copy(found);
        own->is_stored = true;
        g_free(own->uid);
        own->uid = g_strdup(found->uid);
        app_draft_offer(screen);
    }
}

void app_draft_open(Screen *screen)
{
    const App *app = screen->app;
    if (screen->class->draft == NULL || !is_on(app)) {
        return;
    }
    ScreenDraft *own = screen->link->draft = g_new0(ScreenDraft, 1);
    own->uid = g_uuid_string_random();
    g_autoptr(Draft) draft = draft_new();
    screen->class->draft(screen, draft);
    if (app->resumed == NULL && draft->subject_id == 0) {
        return;
    }
    DraftOrder *order = order_new(screen, g_steal_pointer(&draft));
    if (app->resumed != NULL) {
        order->is_by_uid = own->is_resumed = true;
        draft_set(&order->draft->uid, app->resumed);
    }
    order->done = searched;
    own->on_way++;
    give(screen->app, order, draft_order_search);
}

const char *app_draft_uid(const Screen *screen)
{
    const ScreenDraft *own = screen->link->draft;
    return own != NULL && own->is_stored ? own->uid : "";
}

void app_tried_at(const Screen *screen, char at[21])
{
    ScreenDraft *own = screen->link->draft;
    g_autoptr(GDateTime) now = app_now(screen->app);
    instant_write(now, at);
    if (own == NULL) {
        return;
    }
    char *words = NULL;
    g_autoptr(Draft) draft = typed_in(screen, &words);
    if (draft == NULL || g_strcmp0(words, own->tried) != 0) {
        memcpy(own->tried_at, at, sizeof own->tried_at);
    }
    g_free(own->tried);
    own->tried = words;
    memcpy(at, own->tried_at, sizeof own->tried_at);
}

Screen *app_resume(Screen *parent, const Draft *draft, ReturnFunc returned)
{
    const ScreenClass *class = screen_class(draft->screen);
    if (class == NULL || class->resume == NULL) {
        return NULL;
    }
    parent->app->resumed = draft->uid;
    Screen *screen = class->resume(parent, draft, returned);
    parent->app->resumed = NULL;
    return screen;
}

void app_draft_close(Screen *screen, bool is_done)
{
    ScreenDraft *own = screen->link->draft;
    if (own == NULL || !is_on(screen->app)) {
        return;
    }
    if (own->offer != NULL) {
        release(screen->app, own->offer->uid);
        g_clear_pointer(&own->offer, draft_free);
        return;
    }
    if (!is_done && app_is_writing(screen)) {
        /* What is being saved takes the draft with it; it stays only when that fails. */
        release(screen->app, own->uid);
        return;
    }
    char *words = NULL;
    Draft *draft = is_done ? NULL : typed_in(screen, &words);
    if (draft != NULL) {
        store(screen, draft, words, true);
    } else if (own->is_stored) {
        drop(screen);
    }
}

void app_draft_free(Screen *screen)
{
    ScreenDraft *own = screen->link->draft;
    if (own != NULL) {
        g_free(own->uid);
        g_free(own->kept);
        g_free(own->tried);
        draft_free(own->offer);
        g_free(own);
    }
}
