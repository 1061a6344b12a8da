/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A note that two counters changed: what becomes of both. */
#include "tui/screens/noteconflict.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/shop.h"
#include "tui/counter.h"
#include "tui/screens/dialogs.h"

#include <string.h>

void note_theirs_free(gpointer data)
{
    NoteTheirs *theirs = data;
    record_free(theirs->fact);
    g_clear_pointer(&theirs->kinds, g_ptr_array_unref);
    g_clear_pointer(&theirs->news, rejoin_news_free);
    g_free(theirs);
}

NoteTheirs *note_theirs_take(NoteTheirs *theirs)
{
    NoteTheirs *taken = g_memdup2(theirs, sizeof *theirs);
    *theirs = (NoteTheirs){0};
    return taken;
}

/* Who changed FACT, or removed the note ID. */
static RejoinNews *load_news(Shop *shop, const Fact *fact, gint64 id, GError **error)
{
    if (fact == NULL) {
        RejoinRow row = {&fact_type, id};
        return rejoin_removed_run(shop, &row, NULL, error);
    }
    RejoinChange change = {.clerk_id = fact->head.updated_by};
    g_strlcpy(change.at, fact->head.updated_at, sizeof change.at);
    return rejoin_changed_run(shop, &change, NULL, error);
}

gpointer note_theirs_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    gint64 id = *(const gint64 *)arg;
    g_autoptr(GError) fault = NULL;
    NoteTheirs *theirs = g_new0(NoteTheirs, 1);
    theirs->fact = record_load(shop->db, &fact_type, id, &fault);
    if (theirs->fact == NULL && !g_error_matches(fault, FAULT, FAULT_MISSING)) {
        g_propagate_error(error, g_steal_pointer(&fault));
    } else {
        theirs->kinds = fact_kind_list(shop->db, error);
        theirs->news = theirs->kinds != NULL ? load_news(shop, theirs->fact, id, error) : NULL;
    }
    if (theirs->news == NULL) {
        g_clear_pointer(&theirs, note_theirs_free);
    }
    return theirs;
}

bool note_conflict_guards(const Fact *fact, const GPtrArray *kinds)
{
    const FactKind *kind = fact_kind_by_id(kinds, fact->kind_id);
    return kind != NULL && (kind->is_warning != 0 || strcmp(kind->sensitivity, "plain") != 0);
}

static bool same_words(const Fact *a, const Fact *b)
{
    return g_strcmp0(a->words, b->words) == 0;
}

static bool same_note(const Fact *a, const Fact *b)
{
    return a->kind_id == b->kind_id && same_words(a, b);
}

bool note_conflict_merge(const Fact *base, Fact *mine, const Fact *theirs, const GPtrArray *kinds)
{
    bool is_one_sided = same_note(mine, theirs) || same_note(theirs, base);
    if (same_note(mine, base)) {
        mine->kind_id = theirs->kind_id;
        record_set_text(&mine->words, theirs->words);
        return true;
    }
    if (is_one_sided) {
        return true;
    }
    bool words_clash =
             !same_words(mine, base) && !same_words(theirs, base) && !same_words(mine, theirs),
         kinds_clash = mine->kind_id != base->kind_id && theirs->kind_id != base->kind_id &&
                       mine->kind_id != theirs->kind_id;
    if (words_clash || kinds_clash || note_conflict_guards(base, kinds) ||
        note_conflict_guards(mine, kinds) || note_conflict_guards(theirs, kinds)) {
        return false;
    }
    if (mine->kind_id == base->kind_id) {
        mine->kind_id = theirs->kind_id;
    }
    if (same_words(mine, base)) {
        record_set_text(&mine->words, theirs->words);
    }
    return true;
}

/* "Allergy: nuts" */
static char *note_words(const Fact *fact, const GPtrArray *kinds)
{
    const FactKind *kind = fact_kind_by_id(kinds, fact->kind_id);
    return kind != NULL ? g_strdup_printf("%s: %s", fact_kind_label(kind), fact->words)
                        : g_strdup(fact->words);
}

void note_conflict_ask(Screen *parent, const Fact *mine, const NoteTheirs *theirs,
                       ReturnFunc returned)
{
    bool is_guarded = note_conflict_guards(theirs->fact, theirs->kinds);
    g_autofree char *my_words = note_words(mine, theirs->kinds);
    g_autofree char *their_words = note_words(theirs->fact, theirs->kinds);
    const ConflictRow row = {_("Note"), my_words, their_words, true,
                             is_guarded ? CONFLICT_BOTH : CONFLICT_MINE};
    const ConflictArg arg = {
        .rows = &row,
        .count = 1,
        .clerk = theirs->news->clerk,
        .at = theirs->news->at,
        .remark = is_guarded ? _("What warns is never dropped: if yours stays, theirs stays beside "
                                 "it as a note of its own.")
                             : NULL,
    };
    screen_push(parent, &screen_conflict, &arg, returned);
}

void note_conflict_ask_again(Screen *parent, const RejoinNews *news, ReturnFunc returned)
{
    if (news->deed_id == 0) {
        dialog_message(parent, NULL,
                       _("This was removed for good and cannot be brought back. What you typed "
                         "still stands in the form, but cannot be saved there."));
        return;
    }
    g_autofree char *when = conflict_when(news->at, counter_today(parent));
    g_autofree char *question =
        news->clerk != NULL
            ? g_strdup_printf(_("%s removed this note (%s) while you were typing. Note it again, "
                                "with your words?"),
                              news->clerk, when)
            : g_strdup_printf(_("Somebody else removed this note (%s) while you were typing. Note "
                                "it again, with your words?"),
                              when);
    dialog_confirm(parent, question, _("Note it again"), _("Go on typing"), returned);
}
