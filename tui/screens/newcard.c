/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new card at once from what stands in the box. */
#include "tui/screens/newcard.h"

#include "data/base/i18n.h"
#include "data/customer/duplicate.h"
#include "tui/counter.h"
#include "tui/screens/editsheet.h"
#include "tui/screens/edittyped.h"
#include "tui/screens/values.h"

#include <string.h>

enum { LEAST_LETTERS = 2, MOST_LETTERS = 60 };

/* The card to be made. Each run works on a copy: a failed one leaves ids that are none. */
typedef struct {
    Sheet *sheet;
    Who who;
} Making;

static void making_free(gpointer data)
{
    Making *making = data;
    sheet_free(making->sheet);
    g_free(making);
}

static void new_card_free(gpointer data)
{
    NewCard *card = data;
    g_free(card->call);
    g_free(card);
}

/* What stands in a name between its letters: "Anna-Maria O'Hara", "Dr. von Buchholz". */
static bool is_between(gunichar c)
{
    return c == ' ' || c == '-' || c == '\'' || c == 0x2019 || c == '.' || c == ',';
}

/* Whether TEXT is two words in small letters. */
static bool is_small_pair(const char *text)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    g_autofree char *small = g_utf8_strdown(text, -1);
    return g_strv_length(words) == 2 && strcmp(small, text) == 0;
}

bool new_card_is_plain(const char *typed)
{
    guint letters = 0;
    bool only_letters = true;
    for (const char *at = typed != NULL ? typed : ""; *at != '\0';
         at = g_utf8_find_next_char(at, NULL)) {
        gunichar c = g_utf8_get_char(at);
        if (g_unichar_isdigit(c) || c == '@') {
            return false;
        }
        bool letter = g_unichar_isalpha(c);
        letters += letter ? 1 : 0;
        only_letters = only_letters && (letter || g_unichar_ismark(c) || is_between(c));
    }
    /* What is long was pasted: whoever did it has to see it first. */
    if (letters < LEAST_LETTERS || letters > MOST_LETTERS) {
        return false;
    }
    g_autoptr(GHashTable) values = values_new();
    edit_typed(values, typed);
    const char *description = values_get(values, "description");
    /* "anna neumann" may be a name and "dackel schoko" is none: whoever typed it has to see it. */
    bool may_be_name = only_letters && is_small_pair(description);
    return (*description != '\0' && !may_be_name) ||
           (only_letters && *values_get(values, "family_name") != '\0');
}

static bool store(Db *db, const Making *making, NewCard *card, GError **error)
{
    g_autoptr(Sheet) sheet = sheet_copy(making->sheet);
    g_autoptr(GPtrArray) near = duplicate_list(db, sheet, 1, error);
    if (near == NULL || near->len > 0) {
        return near != NULL;
    }
    g_autoptr(Deed) deed = deed_begin(db, &making->who, N_("adding a customer"), error);
    if (deed == NULL || !sheet_save(deed, sheet, error) || !deed_commit(deed, NULL, error)) {
        return false;
    }
    card->customer_id = sheet->customer->head.id;
    card->call = customer_call(sheet->customer, NAME_SPOKEN);
    return true;
}

static gpointer run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    NewCard *card = g_new0(NewCard, 1);
    if (!store(shop->db, arg, card, error)) {
        g_clear_pointer(&card, new_card_free);
    }
    return card;
}

Outcome new_card_make(Screen *screen, const char *typed,
                      Outcome (*done)(Screen *screen, gpointer result))
{
    g_autoptr(GHashTable) values = values_new();
    Making *making = g_new0(Making, 1);
    edit_typed(values, typed);
    making->sheet = sheet_new();
    making->who = counter_who(screen);
    edit_sheet_apply(making->sheet, values, counter_today(screen));
    const AppJob job = {
        .run = run,
        .arg = making,
        .arg_free = making_free,
        .result_free = new_card_free,
        .done = done,
    };
    return app_do(screen, &job);
}

/* The key of the action NAME on CARD as people read it; "" when it has none. Free with g_free. */
static char *key_of(const Screen *card, const char *name)
{
    const Action *row = action_named(card->class->actions, name);
    return row != NULL ? app_key_label(card, row) : g_strdup("");
}

void new_card_say(const Screen *card, const NewCard *made)
{
    g_autofree char *edit = key_of(card, "edit");
    g_autofree char *undo = key_of(card, "undo");
    /* TRANSLATORS: a name, and two keys: "New card: Anna Neumann. e adds phone and birthday, Ctrl-Z
     * takes it back." */
    g_autofree char *message =
        *edit != '\0' && *undo != '\0'
            ? g_strdup_printf(_("New card: %s. %s adds phone and birthday, %s takes it back."),
                              made->call, edit, undo)
            : g_strdup_printf(_("New card: %s."), made->call);
    app_say_about(card->app, AREA_GOOD, message, made->call);
}
