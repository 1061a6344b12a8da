/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with a wish. */
#include "tui/screens/wishwork.h"

#include "data/base/i18n.h"
#include "tui/counter.h"
#include "tui/screens/dialogs.h"

#include <string.h>

typedef enum { WORK_STATE, WORK_REWORD, WORK_JOIN, WORK_TELL } WorkKind;

typedef struct {
    Who who;
    WorkKind kind;
    gint64 id, other; /* the wish; the other wish, or the customer */
    char *text;       /* the state or the words */
    char *day;        /* today; of telling NULL: not told */
    char *message;
    char *about; /* what of the message is private; NULL */
} WishWork;

/* What is said when it is done. */
typedef struct {
    char *message, *about;
} Said;

static void said_free(gpointer data)
{
    Said *said = data;
    g_free(said->message);
    g_free(said->about);
    g_free(said);
}

static void work_free(gpointer data)
{
    WishWork *work = data;
    g_free(work->text);
    g_free(work->day);
    g_free(work->message);
    g_free(work->about);
    g_free(work);
}

static const char *verb_of(WorkKind kind)
{
    switch (kind) {
    case WORK_REWORD:
        return N_("rewording a wish");
    case WORK_JOIN:
        return N_("joining two wishes");
    case WORK_TELL:
        return N_("telling that a wish came true");
    case WORK_STATE:
        break;
    }
    return N_("changing the state of a wish");
}

static bool carry_out(Deed *deed, const WishWork *work, GError **error)
{
    switch (work->kind) {
    case WORK_REWORD:
        return wish_reword(deed, work->id, work->text, error);
    case WORK_JOIN:
        return wish_join(deed, work->id, work->other, error);
    case WORK_TELL:
        return wish_tell(deed, work->id, work->other, work->day, error);
    case WORK_STATE:
        break;
    }
    return wish_set_state(deed, work->id, work->text, work->day, error);
}

static gpointer run(Shop *shop, gpointer arg, Work *job, GError **error)
{
    (void)job;
    const WishWork *work = arg;
    g_autoptr(Deed) deed = deed_begin(shop->db, &work->who, verb_of(work->kind), error);
    if (deed == NULL || !carry_out(deed, work, error) || !deed_commit(deed, NULL, error)) {
        return NULL;
    }
    Said *said = g_new(Said, 1);
    *said = (Said){g_strdup(work->message), g_strdup(work->about)};
    return said;
}

static Outcome done(Screen *screen, gpointer data)
{
    const Said *said = data;
    if (said->about != NULL) {
        app_say_about(screen->app, AREA_GOOD, said->message, said->about);
    } else {
        app_say(screen->app, AREA_GOOD, said->message);
    }
    return OUTCOME_REDRAW;
}

/* Hands WORK, which it takes, to the worker. */
static Outcome begin(Screen *screen, const WishWork *work)
{
    WishWork *copy = g_memdup2(work, sizeof *work);
    copy->who = counter_who(screen);
    const AppJob job = {
        .run = run, .arg = copy, .arg_free = work_free, .result_free = said_free, .done = done};
    return app_do(screen, &job);
}

Outcome wish_work_state(Screen *screen, gint64 id, guint chosen)
{
    const char *code = wish_states[chosen].code;
    const char *message = strcmp(code, "fulfilled") == 0
                              ? _("It came true. Whoever asked for it can be told now.")
                              : _("Saved. Ctrl-Z takes it back.");
    const WishWork work = {.kind = WORK_STATE,
                           .id = id,
                           .text = g_strdup(code),
                           .day = day_to_text(counter_today(screen)),
                           .message = g_strdup(message)};
    return begin(screen, &work);
}

Outcome wish_work_reword(Screen *screen, gint64 id, const char *words)
{
    const WishWork work = {.kind = WORK_REWORD,
                           .id = id,
                           .text = g_strdup(words),
                           .message = g_strdup(_("Saved. Ctrl-Z takes it back."))};
    return begin(screen, &work);
}

Outcome wish_work_join(Screen *screen, gint64 id, gint64 into)
{
    const WishWork work = {.kind = WORK_JOIN,
                           .id = id,
                           .other = into,
                           .message = g_strdup(_("Both are one wish now. Ctrl-Z takes it back."))};
    return begin(screen, &work);
}

Outcome wish_work_tell(Screen *screen, gint64 id, gint64 customer_id, const char *call,
                       bool is_told)
{
    const WishWork work = {
        .kind = WORK_TELL,
        .id = id,
        .other = customer_id,
        .day = is_told ? day_to_text(counter_today(screen)) : NULL,
        .message = g_strdup_printf(is_told ? _("Told: %s. Ctrl-Z takes it back.")
                                           : _("Not told yet: %s. Ctrl-Z takes it back."),
                                   call),
        .about = g_strdup(call)};
    return begin(screen, &work);
}

Outcome wish_ask_state(Screen *screen, const Wish *wish, ReturnFunc answered)
{
    g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func(g_free);
    guint first = 0;
    for (guint i = 0; wish_states[i].code != NULL; i++) {
        g_ptr_array_add(labels, g_strdup(_(wish_states[i].label)));
        first = strcmp(wish_states[i].code, wish->state) == 0 ? i : first;
    }
    return dialog_choice(screen, _("How does it stand with this wish?"),
                         (const char *const *)labels->pdata, labels->len, first, answered);
}
