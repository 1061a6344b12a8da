/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done on a card with one key: greeting, ticking a note off, removing. */
#include "data/base/i18n.h"
#include "data/customer/fact.h"
#include "tui/counter.h"
#include "tui/duewords.h"
#include "tui/greet.h"
#include "tui/screens/card_private.h"
#include "tui/screens/cardagenda.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/erase.h"
#include "tui/screens/factwords.h"
#include "tui/screens/pastwords.h"
#include "tui/screens/promisework.h"
#include "tui/screens/rejoinwork.h"
#include "tui/screens/reminderwork.h"
#include "tui/screens/removal.h"
#include "tui/text.h"

/* Of a longer name the question whether to remove a card shows no more, so that it can be read. */
#define NAME_MOST 60

/* A fact to be ticked or removed, or a customer to be removed. */
typedef struct {
    Who who;
    Fact *fact;
    gint64 customer_id;
    char *words;  /* for the message */
    GArray *seen; /* of a removal: RecordHead of the customer and the notes on the card */
} CardWork;

static void work_free(gpointer data)
{
    CardWork *work = data;
    record_free(work->fact);
    g_clear_pointer(&work->seen, g_array_unref);
    g_free(work->words);
    g_free(work);
}

static CardWork *work_new(const CardScreen *self, const Fact *fact)
{
    CardWork *work = g_new0(CardWork, 1);
    work->who = counter_who(&self->base);
    work->fact = fact != NULL ? record_copy(fact) : NULL;
    work->words = g_strdup(fact != NULL ? fact->words : NULL);
    work->customer_id = self->customer_id;
    return work;
}

/* One message about the words that the work's result is. */
static Outcome say(Screen *screen, const char *format, const char *words)
{
    g_auto(GStrv) around = g_strsplit(format, "%s", 2);
    g_autofree char *message = g_strjoinv(words, around);
    app_say_about(screen->app, AREA_MESSAGE, message, words);
    return OUTCOME_REDRAW;
}

static Outcome answer_pick(Screen *screen, gpointer answer)
{
    CardScreen *self = (CardScreen *)screen;
    if (answer == NULL) {
        return OUTCOME_HANDLED;
    }
    guint choice = *(const guint *)answer;
    return choice < self->picks->len
               ? self->picked(self, g_array_index(self->picks, gint64, choice))
               : OUTCOME_HANDLED;
}

/* Does it with the only one of IDS, or asks which of LABELS it shall be. Takes IDS over. */
static Outcome pick(CardScreen *self, const char *title, GArray *ids, const GPtrArray *labels,
                    PickFunc picked)
{
    g_clear_pointer(&self->picks, g_array_unref);
    self->picks = ids;
    self->picked = picked;
    if (ids->len == 0) {
        return OUTCOME_HANDLED;
    }
    if (ids->len == 1) {
        return picked(self, g_array_index(ids, gint64, 0));
    }
    return dialog_choice_private(&self->base, title, (const char *const *)labels->pdata,
                                 labels->len, answer_pick);
}

bool card_has_near(const Screen *screen)
{
    const Card *card = card_screen_card((const CardScreen *)screen);
    return card != NULL && card->near->len > 0 && counter_may_write(screen);
}

/* The day near whose occasion is ID, NULL when it is not near any more. */
static const Due *near_of(const CardScreen *self, gint64 id)
{
    const Card *card = card_screen_card(self);
    for (guint i = 0; card != NULL && i < card->near->len; i++) {
        const Due *due = g_ptr_array_index(card->near, i);
        if (due->occasion->head.id == id) {
            return due;
        }
    }
    return NULL;
}

static Outcome greet_picked(CardScreen *self, gint64 id)
{
    const Due *due = near_of(self, id);
    return due != NULL ? greet_toggle(&self->base, due) : OUTCOME_HANDLED;
}

static Outcome how_picked(CardScreen *self, gint64 id)
{
    const Due *due = near_of(self, id);
    return due != NULL ? greet_how(&self->base, due) : OUTCOME_HANDLED;
}

static Outcome pick_near(Screen *screen, PickFunc picked)
{
    CardScreen *self = (CardScreen *)screen;
    const Card *card = card_screen_card(self);
    Day today = counter_today(screen);
    GArray *ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; card != NULL && i < card->near->len; i++) {
        const Due *due = g_ptr_array_index(card->near, i);
        g_array_append_val(ids, due->occasion->head.id);
        g_ptr_array_add(labels, duewords_line(due, today));
    }
    return pick(self, _("Who was greeted?"), ids, labels, picked);
}

Outcome card_greet(Screen *screen)
{
    return pick_near(screen, greet_picked);
}

Outcome card_greet_how(Screen *screen)
{
    return pick_near(screen, how_picked);
}

/* Whether FACT is a one-time note that still stands. */
static bool is_open_once(const Card *card, const Fact *fact)
{
    const FactKind *kind = fact_kind_by_id(card->kinds, fact->kind_id);
    return kind != NULL && kind->is_once && !fact_is_done(fact);
}

bool card_has_once(const Screen *screen)
{
    const Card *card = card_screen_card((const CardScreen *)screen);
    for (guint i = 0; card != NULL && i < card->sheet->facts->len; i++) {
        if (is_open_once(card, g_ptr_array_index(card->sheet->facts, i))) {
            return counter_may_write(screen);
        }
    }
    bool any = card != NULL && card->promises->len > 0;
    for (guint i = 0; card != NULL && i < card->reminders->len && !any; i++) {
        any = card_reminder_is_near(g_ptr_array_index(card->reminders, i), counter_today(screen));
    }
    return any && counter_may_write(screen);
}

static gpointer run_tick(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const CardWork *card_work = arg;
    g_autoptr(Deed) deed = deed_begin(shop->db, &card_work->who, N_("ticking a note off"), error);
    if (deed == NULL) {
        return NULL;
    }
    Fact *fact = record_copy(card_work->fact);
    record_set_text(&fact->done_at, card_work->who.at);
    fact->done_by = card_work->who.clerk_id;
    bool ok = record_update(deed, fact, error) && deed_commit(deed, NULL, error);
    record_free(fact);
    return ok ? g_strdup(card_work->words) : NULL;
}

static Outcome tick_done(Screen *screen, gpointer words)
{
    return say(screen, _("Done: %s. Ctrl-Z takes it back."), words);
}

/* What can be ticked is picked by one number, whatever it is. */
enum { TICK_FACT, TICK_PROMISE, TICK_REMINDER, TICKS };

static void offer_tick(GArray *ids, gint64 id, int what)
{
    gint64 number = id * TICKS + what;
    g_array_append_val(ids, number);
}

static Outcome keep_picked(CardScreen *self, const Card *card, gint64 id)
{
    for (guint i = 0; i < card->promises->len; i++) {
        const Promise *promise = g_ptr_array_index(card->promises, i);
        if (promise->head.id == id) {
            return promise_settle_now(&self->base, promise, "kept");
        }
    }
    return OUTCOME_HANDLED;
}

static Outcome reminder_picked(CardScreen *self, const Card *card, gint64 id)
{
    for (guint i = 0; i < card->reminders->len; i++) {
        const Reminder *reminder = g_ptr_array_index(card->reminders, i);
        if (reminder->head.id == id) {
            return reminder_end_now(&self->base, reminder, REMINDER_DO, false);
        }
    }
    return OUTCOME_HANDLED;
}

static Outcome tick_picked(CardScreen *self, gint64 number)
{
    const Card *card = card_screen_card(self);
    gint64 id = number / TICKS;
    if (card != NULL && number % TICKS != TICK_FACT) {
        return number % TICKS == TICK_PROMISE ? keep_picked(self, card, id)
                                              : reminder_picked(self, card, id);
    }
    for (guint i = 0; card != NULL && i < card->sheet->facts->len; i++) {
        const Fact *fact = g_ptr_array_index(card->sheet->facts, i);
        if (fact->head.id == id) {
            const AppJob job = {.run = run_tick,
                                .arg = work_new(self, fact),
                                .arg_free = work_free,
                                .result_free = g_free,
                                .done = tick_done};
            return app_do(&self->base, &job);
        }
    }
    return OUTCOME_HANDLED;
}

/* Those that come up now; the others are opened from their line. */
static void offer_reminders(const Card *card, Day today, GArray *ids, GPtrArray *labels)
{
    for (guint i = 0; card != NULL && i < card->reminders->len; i++) {
        const Reminder *reminder = g_ptr_array_index(card->reminders, i);
        if (card_reminder_is_near(reminder, today)) {
            offer_tick(ids, reminder->head.id, TICK_REMINDER);
            g_ptr_array_add(labels, pastwords_reminder(reminder, false, today));
        }
    }
}

Outcome card_tick_once(Screen *screen)
{
    CardScreen *self = (CardScreen *)screen;
    const Card *card = card_screen_card(self);
    GArray *ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; card != NULL && i < card->sheet->facts->len; i++) {
        const Fact *fact = g_ptr_array_index(card->sheet->facts, i);
        if (is_open_once(card, fact)) {
            offer_tick(ids, fact->head.id, TICK_FACT);
            g_ptr_array_add(labels, g_strdup(fact->words));
        }
    }
    for (guint i = 0; card != NULL && i < card->promises->len; i++) {
        const Promise *promise = g_ptr_array_index(card->promises, i);
        offer_tick(ids, promise->head.id, TICK_PROMISE);
        /* TRANSLATORS: %s is what was promised to a customer. */
        g_ptr_array_add(labels, g_strdup_printf(_("promised: %s"), promise->words));
    }
    offer_reminders(card, counter_today(screen), ids, labels);
    return pick(self, _("What is done?"), ids, labels, tick_picked);
}

static gpointer run_remove_fact(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const CardWork *card_work = arg;
    g_autoptr(Deed) deed = deed_begin(shop->db, &card_work->who, N_("removing a note"), error);
    bool ok = deed != NULL && record_is_current(shop->db, card_work->fact, error) &&
              record_remove(deed, &fact_type, card_work->fact->head.id, error) &&
              deed_commit(deed, NULL, error);
    return ok ? g_strdup(card_work->words) : NULL;
}

static Outcome remove_fact_done(Screen *screen, gpointer words)
{
    return say(screen, _("Removed: %s. Ctrl-Z takes it back."), words);
}

bool card_has_fact_selected(const Screen *screen)
{
    const RecordHead *record = card_screen_selected((const CardScreen *)screen);
    return record != NULL && record->type == &fact_type && counter_may_write(screen);
}

Outcome card_remove_fact(Screen *screen)
{
    CardScreen *self = (CardScreen *)screen;
    const AppJob job = {
        .run = run_remove_fact,
        .arg = work_new(self, (const Fact *)card_screen_selected(self)),
        .arg_free = work_free,
        .result_free = g_free,
        .done = remove_fact_done,
        .failed = removal_refused,
    };
    return app_do(screen, &job);
}

static GArray *seen_on(const Sheet *sheet)
{
    GArray *seen = g_array_new(FALSE, FALSE, sizeof(RecordHead));
    RecordHead head = removal_seen(sheet->customer);
    g_array_append_val(seen, head);
    for (guint i = 0; i < sheet->facts->len; i++) {
        head = removal_seen(g_ptr_array_index(sheet->facts, i));
        g_array_append_val(seen, head);
    }
    return seen;
}

/* Whether the customer's names and notes are those that were on the card. */
static bool is_as_seen(Db *db, const CardWork *work, GError **error)
{
    g_autoptr(Sheet) sheet = sheet_load(db, work->customer_id, error);
    if (sheet == NULL) {
        return false;
    }
    for (guint i = 0; i < work->seen->len; i++) {
        if (!record_is_current(db, &g_array_index(work->seen, RecordHead, i), error)) {
            return false;
        }
    }
    return sheet->facts->len + 1 == work->seen->len || rejoin_refuse(error);
}

static gpointer run_remove(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const CardWork *card_work = arg;
    g_autoptr(Deed) deed = deed_begin(shop->db, &card_work->who, N_("removing a customer"), error);
    bool ok = deed != NULL && is_as_seen(shop->db, card_work, error) &&
              sheet_remove(deed, card_work->customer_id, error) && deed_commit(deed, NULL, error);
    return ok ? g_strdup(card_work->words) : NULL;
}

static Outcome remove_done(Screen *screen, gpointer words)
{
    say(screen, _("Removed: %s. Ctrl-Z takes it back."), words);
    return OUTCOME_CLOSE;
}

static Outcome erased(Screen *screen, gpointer result)
{
    (void)screen;
    return result != NULL ? OUTCOME_CLOSE : OUTCOME_HANDLED;
}

enum { REMOVE_TO_BIN, REMOVE_FOR_EVER };

static Outcome remove_chosen(Screen *screen, gpointer choice)
{
    CardScreen *self = (CardScreen *)screen;
    const Card *card = card_screen_card(self);
    if (choice == NULL || card == NULL) {
        return OUTCOME_HANDLED;
    }
    if (*(const guint *)choice == REMOVE_FOR_EVER) {
        screen_push(screen, &screen_erase, &self->customer_id, erased);
        return OUTCOME_HANDLED;
    }
    CardWork *work = work_new(self, NULL);
    work->words = customer_call(card->sheet->customer, NAME_SPOKEN);
    work->seen = seen_on(card->sheet);
    const AppJob job = {.run = run_remove,
                        .arg = work,
                        .arg_free = work_free,
                        .result_free = g_free,
                        .done = remove_done,
                        .failed = removal_refused};
    return app_do(screen, &job);
}

Outcome card_remove(Screen *screen)
{
    const Card *card = card_screen_card((CardScreen *)screen);
    if (card == NULL) {
        return OUTCOME_HANDLED;
    }
    g_autofree char *call = customer_call(card->sheet->customer, NAME_SPOKEN);
    g_autofree char *shown = text_show(call);
    g_autofree char *name = text_cut(shown, NAME_MOST, NULL);
    g_autofree char *question = g_strdup_printf(_("Remove %s?"), name);
    const char *const ways[] = {[REMOVE_TO_BIN] = _("Into the bin; Ctrl-Z brings the card back"),
                                [REMOVE_FOR_EVER] = _("Erase for ever …")};
    return dialog_choice(screen, question, ways, G_N_ELEMENTS(ways), REMOVE_TO_BIN, remove_chosen);
}
