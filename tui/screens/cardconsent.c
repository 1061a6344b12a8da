/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking on a card whether notes about health or belief may be kept, and whether the shop may call
 * or write. */
#include "data/base/i18n.h"
#include "data/customer/consent.h"
#include "data/customer/fact.h"
#include "tui/counter.h"
#include "tui/screens/card_private.h"
#include "tui/screens/dialogs.h"

#include <string.h>

/* The codes of consent_purposes, each with its question; the first two are kinds of facts that need
 * a consent: their sensitivity is the consent's purpose. */
static const Choice questions[] = {
    {"health", N_("May we note allergies?")},
    {"belief", N_("May we note kosher or halal?")},
    {"news_phone", N_("May we call with news?")},
    {"news_email", N_("May we send news by e-mail?")},
    {"news_sms", N_("May we send news by SMS?")},
    {"news_post", N_("May we send news by post?")},
    {NULL, NULL},
};
enum { PURPOSES = G_N_ELEMENTS(questions) - 1 };

enum { IN_THE_SHOP, IN_WRITING, REFUSED, ANSWERS };

typedef struct {
    Who who;
    gint64 customer_id;
    const char *purpose, *state, *how; /* static */
    char *day;
    GArray *facts; /* gint64: those that go */
} ConsentWork;

static void work_free(gpointer data)
{
    ConsentWork *work = data;
    g_free(work->day);
    g_array_unref(work->facts);
    g_free(work);
}

/* The answer to PURPOSE, NULL when nobody asked. */
static const Consent *find_consent(const Card *card, const char *purpose)
{
    for (guint i = 0; i < card->sheet->consents->len; i++) {
        const Consent *consent = g_ptr_array_index(card->sheet->consents, i);
        if (strcmp(consent->purpose, purpose) == 0) {
            return consent;
        }
    }
    return NULL;
}

bool card_consent_answered(const Card *card, const char *purpose)
{
    return find_consent(card, purpose) != NULL;
}

/* The ids of the facts that need the consent to PURPOSE. */
static GArray *facts_of(const Card *card, const char *purpose)
{
    GArray *ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    for (guint i = 0; i < card->sheet->facts->len; i++) {
        const Fact *fact = g_ptr_array_index(card->sheet->facts, i);
        const FactKind *kind = fact_kind_by_id(card->kinds, fact->kind_id);
        if (kind != NULL && strcmp(kind->sensitivity, purpose) == 0) {
            g_array_append_val(ids, fact->head.id);
        }
    }
    return ids;
}

bool card_consent_missing(const Card *card, const char *purpose)
{
    const Consent *consent = find_consent(card, purpose);
    g_autoptr(GArray) facts = facts_of(card, purpose);
    return facts->len > 0 && consent != NULL && strcmp(consent->state, "given") != 0;
}

/* Whether a consent to PURPOSE is of interest on this card: always whether we may call or write. */
static bool concerns(const Card *card, const char *purpose)
{
    g_autoptr(GArray) facts = facts_of(card, purpose);
    return facts->len > 0 || card_consent_answered(card, purpose) ||
           g_str_has_prefix(purpose, "news_");
}

bool card_has_consent(const Screen *screen)
{
    const Card *card = card_screen_card((const CardScreen *)screen);
    return card != NULL && counter_may_write(screen) && !loss_is_death(card->loss);
}

static gpointer run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const ConsentWork *consent = arg;
    g_autoptr(Deed) deed = deed_begin(shop->db, &consent->who, N_("writing down a consent"), error);
    bool ok = deed != NULL && consent_note(deed, consent->customer_id, consent->purpose,
                                           consent->state, consent->day, consent->how, error);
    for (guint i = 0; ok && i < consent->facts->len; i++) {
        ok = record_remove(deed, &fact_type, g_array_index(consent->facts, gint64, i), error);
    }
    return ok && deed_commit(deed, NULL, error) ? g_strdup(consent->state) : NULL;
}

static Outcome done(Screen *screen, gpointer state)
{
    const CardScreen *self = (const CardScreen *)screen;
    const char *message =
        strcmp(state, "given") == 0 ? _("Noted: the customer agreed.")
        : self->removes
            ? _("Noted: the customer does not agree. The notes are gone; Ctrl-Z brings them back.")
            : _("Noted: the customer does not agree.");
    app_say(screen->app, AREA_MESSAGE, message);
    return OUTCOME_REDRAW;
}

static Outcome write_down(CardScreen *self, const char *state, const char *how)
{
    const Card *card = card_screen_card(self);
    if (card == NULL) {
        return OUTCOME_HANDLED;
    }
    ConsentWork *work = g_new0(ConsentWork, 1);
    work->who = counter_who(&self->base);
    work->customer_id = self->customer_id;
    work->purpose = self->purpose;
    work->state = state;
    work->how = how;
    work->day = day_to_text(counter_today(&self->base));
    work->facts =
        self->removes ? facts_of(card, self->purpose) : g_array_new(FALSE, FALSE, sizeof(gint64));
    const AppJob job = {
        .run = run, .arg = work, .arg_free = work_free, .result_free = g_free, .done = done};
    return app_do(&self->base, &job);
}

/* Refused what was given once is withdrawn. */
static const char *refusal(const CardScreen *self)
{
    const Card *card = card_screen_card(self);
    const Consent *before = card != NULL ? find_consent(card, self->purpose) : NULL;
    return before != NULL && strcmp(before->state, "refused") != 0 ? "withdrawn" : "refused";
}

enum { KEEP_NOTES, REMOVE_NOTES, REMOVALS };

static Outcome removal_answered(Screen *screen, gpointer answer)
{
    CardScreen *self = (CardScreen *)screen;
    if (answer == NULL) {
        return OUTCOME_HANDLED;
    }
    self->removes = *(const guint *)answer == REMOVE_NOTES;
    return write_down(self, refusal(self), "in the shop");
}

static Outcome act_on_answer(Screen *screen)
{
    CardScreen *self = (CardScreen *)screen;
    const Card *card = card_screen_card(self);
    if (card == NULL) {
        return OUTCOME_HANDLED;
    }
    self->removes = false;
    if (self->answer != REFUSED) {
        return write_down(self, "given", self->answer == IN_WRITING ? "in writing" : "in the shop");
    }
    g_autoptr(GArray) facts = facts_of(card, self->purpose);
    if (facts->len == 0) {
        return write_down(self, refusal(self), "in the shop");
    }
    const char *options[REMOVALS] = {
        [KEEP_NOTES] = _("Keep them for now; the card reminds of it"),
        [REMOVE_NOTES] = _("Remove them"),
    };
    return dialog_choice(screen, _("Without consent these notes should go"), options, REMOVALS,
                         KEEP_NOTES, removal_answered);
}

/* The card has to be as it is now: the question may follow a note that was just saved. */
static Outcome answered(Screen *screen, gpointer answer)
{
    if (answer == NULL) {
        return OUTCOME_HANDLED;
    }
    ((CardScreen *)screen)->answer = *(const guint *)answer;
    return app_after_load(screen, act_on_answer);
}

Outcome card_consent_ask(CardScreen *self, const char *purpose)
{
    self->purpose = purpose;
    const char *options[ANSWERS] = {
        [IN_THE_SHOP] = _("Agreed, in the shop"),
        [IN_WRITING] = _("Agreed, in writing"),
        [REFUSED] = _("Does not agree"),
    };
    return dialog_choice(&self->base, choice_label(questions, purpose), options, ANSWERS, 0,
                         answered);
}

/* The purposes that are of interest, as places of the table. Unref it. */
static GArray *offered(const Card *card)
{
    GArray *list = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint i = 0; i < PURPOSES; i++) {
        if (concerns(card, questions[i].code)) {
            g_array_append_val(list, i);
        }
    }
    return list;
}

static Outcome purpose_picked(Screen *screen, gpointer answer)
{
    CardScreen *self = (CardScreen *)screen;
    const Card *card = card_screen_card(self);
    if (answer == NULL || card == NULL) {
        return OUTCOME_HANDLED;
    }
    g_autoptr(GArray) list = offered(card);
    guint picked = *(const guint *)answer;
    return picked < list->len
               ? card_consent_ask(self, questions[g_array_index(list, guint, picked)].code)
               : OUTCOME_HANDLED;
}

/* "News by phone · agreed". A new string. */
static char *purpose_line(const Card *card, const char *purpose)
{
    const Consent *consent = find_consent(card, purpose);
    const char *label = choice_label(consent_purposes, purpose);
    return consent != NULL
               ? g_strdup_printf("%s · %s", label, choice_label(consent_states, consent->state))
               : g_strdup(label);
}

Outcome card_consent(Screen *screen)
{
    CardScreen *self = (CardScreen *)screen;
    const Card *card = card_screen_card(self);
    if (card == NULL) {
        return OUTCOME_HANDLED;
    }
    if (card->ask_health != card->ask_belief) {
        return card_consent_ask(self, card->ask_health ? "health" : "belief");
    }
    g_autoptr(GArray) list = offered(card);
    g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < list->len; i++) {
        const char *purpose = questions[g_array_index(list, guint, i)].code;
        g_ptr_array_add(lines, purpose_line(card, purpose));
    }
    return dialog_choice(screen, _("Consent to what?"), (const char *const *)lines->pdata,
                         lines->len, 0, purpose_picked);
}
