/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a card does about buying: a visit, a pre-order, a little something for nothing. */
#include "data/base/i18n.h"
#include "data/diary/extra.h"
#include "data/diary/preorder.h"
#include "tui/app.h"
#include "tui/counter.h"
#include "tui/dates.h"
#include "tui/screens/card_private.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/preorder.h"
#include "tui/screens/preorders.h"
#include "tui/screens/visit.h"

/* Whether an order is due to be fetched by tomorrow: fetching it notes the visit, too. */
static bool is_order_due(Screen *screen)
{
    const Card *card = card_screen_card((const CardScreen *)screen);
    Day today = counter_today(screen), day;
    for (guint i = 0; card != NULL && i < card->preorders->len; i++) {
        const Preorder *order = g_ptr_array_index(card->preorders, i);
        if (day_from_text(order->day, &day) && day_between(today, day) <= 1) {
            return true;
        }
    }
    return false;
}

Outcome card_visit(Screen *screen)
{
    const VisitArg arg = {.customer_id = ((const CardScreen *)screen)->customer_id};
    bool is_due = is_order_due(screen);
    if (screen_push(screen, &screen_visit, &arg, NULL) != NULL && is_due) {
        app_say(screen->app, AREA_WARNING,
                _("An order waits to be fetched: Esc, then b notes it with the visit."));
    }
    return OUTCOME_HANDLED;
}

Outcome card_preorder(Screen *screen)
{
    const CardScreen *self = (const CardScreen *)screen;
    const Card *card = card_screen_card(self);
    if (card != NULL && card->preorders->len > 0) {
        const PreordersArg arg = {self->customer_id};
        screen_push(screen, &screen_preorders, &arg, NULL);
    } else {
        const PreorderArg arg = {.customer_id = self->customer_id};
        screen_push(screen, &screen_preorder, &arg, NULL);
    }
    return OUTCOME_HANDLED;
}

/* ---- a free extra ---- */

/* What the prompt begins with. */
typedef struct {
    Extra *last; /* given lately; NULL */
    char *usual; /* what is given most often; NULL */
    Day today;
} ExtraKnown;

typedef struct {
    gint64 customer_id;
    char *words;
    Day today;
    Who who;
} ExtraGift;

static void known_free(gpointer data)
{
    ExtraKnown *known = data;
    record_free(known->last);
    g_free(known->usual);
    g_free(known);
}

static void gift_free(gpointer data)
{
    ExtraGift *gift = data;
    g_free(gift->words);
    g_free(gift);
}

static ExtraGift *gift_new(Screen *screen, const char *words)
{
    ExtraGift *gift = g_new0(ExtraGift, 1);
    gift->customer_id = ((const CardScreen *)screen)->customer_id;
    gift->words = g_strdup(words);
    gift->today = counter_today(screen);
    gift->who = counter_who(screen);
    return gift;
}

static gpointer run_look(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const ExtraGift *gift = arg;
    ExtraKnown *known = g_new0(ExtraKnown, 1);
    known->today = gift->today;
    if (!extra_last_of(shop->db, gift->customer_id, day_plus(gift->today, -EXTRA_DAYS),
                       &known->last, error) ||
        !extra_usual(shop->db, &known->usual, error)) {
        known_free(known);
        return NULL;
    }
    return known;
}

static gpointer run_give(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const ExtraGift *gift = arg;
    g_autoptr(Deed) deed = deed_begin(shop->db, &gift->who, N_("noting a free extra"), error);
    bool ok = deed != NULL &&
              extra_add(deed, gift->customer_id, gift->today, gift->who.branch_id, gift->words,
                        NULL, error) &&
              deed_commit(deed, NULL, error);
    return ok ? g_strdup(gift->words) : NULL;
}

static Outcome given(Screen *screen, gpointer words)
{
    g_autofree char *message =
        g_strdup_printf(_("Noted: %s. Ctrl-Z takes it back."), (const char *)words);
    app_say_about(screen->app, AREA_MESSAGE, message, words);
    return OUTCOME_REDRAW;
}

static Outcome answered(Screen *screen, gpointer answer)
{
    if (answer == NULL) {
        return OUTCOME_HANDLED;
    }
    const AppJob job = {
        .run = run_give,
        .arg = gift_new(screen, ((const PromptAnswer *)answer)->text),
        .arg_free = gift_free,
        .result_free = g_free,
        .done = given,
    };
    return app_do(screen, &job);
}

/* Says first when somebody has given something lately: not every clerk each day. */
static Outcome ask_what(Screen *screen, gpointer data)
{
    const ExtraKnown *known = data;
    g_autofree char *lately = NULL;
    Day day;
    if (known->last != NULL && day_from_text(known->last->day, &day)) {
        g_autofree char *since = dates_since(day, known->today);
        const Card *card = card_screen_card((const CardScreen *)screen);
        const char *clerk = card != NULL ? card_clerk(card, known->last->head.created_by) : NULL;
        lately = clerk != NULL
                     ? g_strdup_printf(_("Given already %s, by %s: %s"), since, clerk,
                                       known->last->words)
                     : g_strdup_printf(_("Given already %s: %s"), since, known->last->words);
    }
    const PromptQuestion question = {
        .title = _("A free extra"),
        .question = lately,
        .initial = known->usual,
        .is_guess = true,
        .hint = _("what you gave: cake pops"),
    };
    return dialog_prompt(screen, &question, answered);
}

Outcome card_extra(Screen *screen)
{
    const AppJob job = {
        .run = run_look,
        .arg = gift_new(screen, NULL),
        .arg_free = gift_free,
        .result_free = known_free,
        .done = ask_what,
        .reads_only = true,
    };
    return app_do(screen, &job);
}
