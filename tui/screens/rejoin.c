/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When two counters save the same: laying both together. */
#include "tui/screens/rejoin.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "tui/counter.h"
#include "tui/screens/conflict.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/rejoinwork.h"
#include "tui/screens/values.h"
#include "tui/text.h"

#include <string.h>

enum { MOST_AGAIN = 2 /* saves after which nothing had changed */ };

/* What is remembered of a form in which this happened: screen_kept. */
typedef struct {
    bool is_due;            /* what is stored is on its way */
    bool is_waiting;        /* keys wait until it is here */
    char *refusal;          /* why it could not be saved */
    const RecordType *type; /* of what could not be saved, with its id and version */
    gint64 id, version;
    guint again; /* refused without any change */
    Form **form;
    GHashTable *base, *mine, *theirs; /* NULL until it is here */
    void (*put)(Screen *screen, GHashTable *values);
    RejoinChange change; /* by whom and when; no time: by nobody */
    gint64 deed_id;      /* that removed it */
} Rejoin;

static void forget_sides(Rejoin *self)
{
    g_clear_pointer(&self->base, g_hash_table_unref);
    g_clear_pointer(&self->mine, g_hash_table_unref);
    g_clear_pointer(&self->theirs, g_hash_table_unref);
}

static void rejoin_free(gpointer data)
{
    Rejoin *self = data;
    forget_sides(self);
    g_free(self->refusal);
    g_free(self);
}

static Rejoin *rejoin_of(Screen *screen)
{
    if (screen_kept(screen) == NULL) {
        screen_keep(screen, g_new0(Rejoin, 1), rejoin_free);
    }
    return screen_kept(screen);
}

/* ---- saving again ---- */

static Outcome save_again(Screen *screen)
{
    return app_perform(screen, action_named(screen->class->actions, "save"));
}

static void put(Screen *screen, GHashTable *values)
{
    const Rejoin *self = screen_kept(screen);
    if (self->put != NULL) {
        self->put(screen, values);
    } else {
        values_to_form(values, *self->form);
    }
}

/* Both wordings as one; whichever has the other in it says it all. Free with g_free. */
static char *both_of(const char *theirs, const char *mine)
{
    if (strstr(theirs, mine) != NULL || strstr(mine, theirs) != NULL) {
        return g_strdup(strlen(theirs) > strlen(mine) ? theirs : mine);
    }
    return g_strdup_printf("%s; %s", theirs, mine);
}

static char *both_at(const Rejoin *self, const char *name)
{
    g_autofree char *theirs = g_strstrip(g_strdup(values_get(self->theirs, name)));
    g_autofree char *mine = g_strstrip(g_strdup(values_get(self->mine, name)));
    return both_of(theirs, mine);
}

static bool has_both(const Rejoin *self, const FormField *field)
{
    g_autofree char *both = both_at(self, field->name);
    bool is_said = *values_get(self->mine, field->name) != '\0' &&
                   *values_get(self->theirs, field->name) != '\0';
    return field->joins && is_said &&
           (field->max_chars == 0 || g_utf8_strlen(both, -1) <= (glong)field->max_chars);
}

static bool is_clash(const Rejoin *self, const FormField *field)
{
    return values_clash(self->base, self->mine, self->theirs, field->name);
}

/* The labels of what only the others changed: "Company, Phone"; NULL when there is nothing. */
static char *labels_of_theirs(const Rejoin *self)
{
    g_autoptr(GString) labels = g_string_new(NULL);
    const char *last = NULL;
    for (guint i = 0; i < form_count(*self->form); i++) {
        const FormField *field = form_field(*self->form, i);
        bool is_theirs = !values_same(self->theirs, self->base, field->name) &&
                         values_same(self->mine, self->base, field->name);
        if (is_theirs && g_strcmp0(last, field->label) != 0) {
            g_string_append_printf(labels, "%s%s", labels->len > 0 ? ", " : "", _(field->label));
            last = field->label;
        }
    }
    return labels->len > 0 ? g_string_free(g_steal_pointer(&labels), FALSE) : NULL;
}

/* What is said once it is saved, when something came in that nobody here has seen. */
static char *words_of_news(Screen *screen, const RejoinNews *news)
{
    g_autofree char *labels = labels_of_theirs(screen_kept(screen));
    if (labels == NULL) {
        return NULL;
    }
    if (news->at[0] == '\0') {
        return g_strdup_printf(_("Saved, with what somebody else changed here, too: %s."), labels);
    }
    g_autofree char *when = conflict_when(news->at, counter_today(screen));
    return news->clerk != NULL
               /* TRANSLATORS: "Saved, with what Lina B. changed here, too (14:32): Company, Phone."
                */
               ? g_strdup_printf(_("Saved, with what %s changed here, too (%s): %s."), news->clerk,
                                 when, labels)
               : g_strdup_printf(_("Saved, with what somebody else changed here, too (%s): %s."),
                                 when, labels);
}

/* ---- choosing ---- */

static Outcome chosen(Screen *screen, gpointer answer)
{
    const Rejoin *self = screen_kept(screen);
    const ConflictTake *takes = answer;
    g_autoptr(GHashTable) values = values_merge(self->base, self->mine, self->theirs);
    if (takes == NULL) {
        values_tell_clashes(*self->form, self->base, self->mine, self->theirs);
        app_say(screen->app, AREA_MESSAGE,
                _("Nothing is saved yet. Look it over, then save again."));
        return OUTCOME_REDRAW;
    }
    guint count = 0;
    for (guint i = 0; i < form_count(*self->form); i++) {
        const FormField *field = form_field(*self->form, i);
        ConflictTake take = is_clash(self, field) ? takes[count++] : CONFLICT_MINE;
        if (take == CONFLICT_THEIRS) {
            values_set(values, field->name, values_get(self->theirs, field->name));
        } else if (take == CONFLICT_BOTH) {
            g_autofree char *both = both_at(self, field->name);
            values_set(values, field->name, both);
        }
    }
    put(screen, values);
    return save_again(screen) | OUTCOME_REDRAW;
}

static void ask(Screen *screen, const RejoinNews *news)
{
    const Rejoin *self = screen_kept(screen);
    g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(ConflictRow));
    for (guint i = 0; i < form_count(*self->form); i++) {
        const FormField *field = form_field(*self->form, i);
        if (is_clash(self, field)) {
            bool joins = has_both(self, field);
            const ConflictRow row = {_(field->label), values_shown(self->mine, field),
                                     values_shown(self->theirs, field), joins,
                                     joins ? CONFLICT_BOTH : CONFLICT_MINE};
            g_array_append_val(rows, row);
        }
    }
    const ConflictArg arg = {
        .rows = (gconstpointer)rows->data,
        .count = rows->len,
        .clerk = news->clerk,
        .at = news->at[0] != '\0' ? news->at : NULL,
    };
    screen_push(screen, &screen_conflict, &arg, chosen);
}

static bool has_clash(const Rejoin *self)
{
    for (guint i = 0; i < form_count(*self->form); i++) {
        if (is_clash(self, form_field(*self->form, i))) {
            return true;
        }
    }
    return false;
}

/* ---- laying together ---- */

static Outcome told(Screen *screen, gpointer data)
{
    const Rejoin *self = screen_kept(screen);
    const RejoinNews *news = data;
    if (has_clash(self)) {
        ask(screen, news);
        return OUTCOME_REDRAW;
    }
    g_autofree char *words = words_of_news(screen, news);
    app_say_instead(screen, words);
    return save_again(screen) | OUTCOME_REDRAW;
}

/* Both are here. Who it was is looked up first; keys wait meanwhile. */
static void go_on(Screen *screen)
{
    Rejoin *self = screen_kept(screen);
    if (self->change.at[0] == '\0' && self->again >= MOST_AGAIN) {
        app_say(screen->app, AREA_WARNING, self->refusal);
        return;
    }
    const AppJob job = {
        .run = rejoin_changed_run,
        .arg = g_memdup2(&self->change, sizeof self->change),
        .arg_free = g_free,
        .result_free = rejoin_news_free,
        .done = told,
        .reads_only = true,
    };
    app_do(screen, &job);
}

static bool is_known(const Rejoin *self, const RecordHead *head)
{
    return head->type == self->type && head->id == self->id && head->version == self->version;
}

static void know(Rejoin *self, const RecordHead *head)
{
    self->type = head->type;
    self->id = head->id;
    self->version = head->version;
}

const RecordHead *rejoin_later(const RecordHead *best, gconstpointer record,
                               const GPtrArray *before)
{
    const RecordHead *head = record;
    for (guint i = 0; i < before->len; i++) {
        const RecordHead *old = g_ptr_array_index(before, i);
        if (old->id == head->id && old->version == head->version) {
            return best;
        }
    }
    return best == NULL || g_strcmp0(head->updated_at, best->updated_at) >= 0 ? head : best;
}

void rejoin_join(Screen *screen, const RejoinSides *sides)
{
    Rejoin *self = rejoin_of(screen);
    const RecordHead *saved = sides->saved;
    self->is_due = false;
    forget_sides(self);
    self->form = sides->form;
    self->put = sides->put;
    self->base = g_hash_table_ref(sides->base);
    self->mine = g_hash_table_ref(sides->mine);
    self->theirs = g_hash_table_ref(sides->theirs);
    self->change = (RejoinChange){0};
    if (saved != NULL && saved->updated_at != NULL && !is_known(self, saved)) {
        self->change.clerk_id = saved->updated_by;
        g_strlcpy(self->change.at, saved->updated_at, sizeof self->change.at);
        self->again = 0;
        know(self, saved);
    }
    g_autoptr(GHashTable) both = values_merge(self->base, self->mine, self->theirs);
    put(screen, both);
    if (!self->is_waiting) {
        go_on(screen);
    }
}

bool rejoin_is_due(const Screen *screen)
{
    const Rejoin *self = screen_kept(screen);
    return self != NULL && self->is_due;
}

static gpointer wait_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)shop;
    (void)arg;
    (void)work;
    (void)error;
    return g_malloc0(1);
}

static Outcome waited(Screen *screen, gpointer result)
{
    (void)result;
    Rejoin *self = screen_kept(screen);
    self->is_waiting = false;
    if (!self->is_due) {
        go_on(screen);
    }
    return OUTCOME_REDRAW;
}

/* Loads what is stored now. The job behind it lets keys wait: what is pressed meanwhile must not
 * save what nobody has seen. */
static void fetch(Screen *screen)
{
    Rejoin *self = screen_kept(screen);
    self->is_due = self->is_waiting = true;
    app_reload(screen);
    const AppJob job = {.run = wait_run, .result_free = g_free, .done = waited, .reads_only = true};
    app_do(screen, &job);
}

/* ---- what is gone ---- */

static Outcome returned(Screen *screen, gpointer result)
{
    (void)result;
    fetch(screen);
    return OUTCOME_REDRAW;
}

/* Somebody else has brought it back: then it is there all the same. */
static bool not_returned(Screen *screen, const GError *error)
{
    if (!g_error_matches(error, FAULT, FAULT_MISSING)) {
        return false;
    }
    fetch(screen);
    return true;
}

static Outcome bring_back(Screen *screen, gpointer yes)
{
    const Rejoin *self = screen_kept(screen);
    if (yes == NULL) {
        return OUTCOME_HANDLED;
    }
    RejoinReturn *order = g_new0(RejoinReturn, 1);
    order->deed_id = self->deed_id;
    order->who = counter_who(screen);
    /* The draft stays until the form itself is saved. */
    order->who.draft[0] = '\0';
    const AppJob job = {
        .run = rejoin_return_run,
        .arg = order,
        .arg_free = g_free,
        .result_free = g_free,
        .done = returned,
        .failed = not_returned,
    };
    return app_do(screen, &job);
}

static char *question_of(Screen *screen, const RejoinNews *news)
{
    g_autofree char *when = conflict_when(news->at, counter_today(screen));
    return news->clerk != NULL
               /* TRANSLATORS: a clerk, and when: "Lina B. removed this (14:32) …" */
               ? g_strdup_printf(_("%s removed this (%s) while you were typing. Bring it back and "
                                   "save what you typed?"),
                                 news->clerk, when)
               : g_strdup_printf(_("Somebody else removed this (%s) while you were typing. Bring "
                                   "it back and save what you typed?"),
                                 when);
}

static Outcome looked_up(Screen *screen, gpointer data)
{
    Rejoin *self = screen_kept(screen);
    const RejoinNews *news = data;
    if (news->is_there) {
        /* Only a part of it is gone. */
        self->again++;
        fetch(screen);
        return OUTCOME_REDRAW;
    }
    if (news->deed_id == 0) {
        return dialog_message(screen, NULL,
                              _("This was removed for good and cannot be brought back. What you "
                                "typed still stands in the form, but cannot be saved there."));
    }
    self->deed_id = news->deed_id;
    g_autofree char *question = question_of(screen, news);
    return dialog_confirm(screen, question, _("Bring back and save"), _("Go on typing"),
                          bring_back);
}

static void look_up(Screen *screen, const RecordHead *head)
{
    const RejoinRow row = {head->type, head->id};
    const AppJob job = {
        .run = rejoin_removed_run,
        .arg = g_memdup2(&row, sizeof row),
        .arg_free = g_free,
        .result_free = rejoin_news_free,
        .done = looked_up,
        .reads_only = true,
    };
    app_do(screen, &job);
}

bool rejoin_refused(Screen *screen, gconstpointer stored, const GError *error)
{
    const RecordHead *head = stored;
    bool is_conflict = g_error_matches(error, FAULT, FAULT_CONFLICT);
    bool is_gone = g_error_matches(error, FAULT, FAULT_MISSING);
    if (head == NULL || head->id == 0 || (!is_conflict && !is_gone)) {
        return false;
    }
    Rejoin *self = rejoin_of(screen);
    g_free(self->refusal);
    self->refusal = g_strdup(error->message);
    know(self, head);
    if (is_conflict) {
        self->again++;
        fetch(screen);
    } else {
        look_up(screen, head);
    }
    return true;
}

Outcome rejoin_load_failed(Screen *screen, const GError *error)
{
    if (!g_error_matches(error, FAULT, FAULT_MISSING)) {
        return OUTCOME_NONE;
    }
    if (screen->class->unsaved(screen)) {
        app_say(screen->app, AREA_WARNING,
                _("Somebody else has removed this. What you typed still stands here; saving "
                  "it brings it back."));
        return OUTCOME_REDRAW;
    }
    app_say(screen->app, AREA_WARNING, _("Somebody else has removed this."));
    return OUTCOME_CLOSE;
}
