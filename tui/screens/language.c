/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing the language of the screen on this machine. */
#include "tui/screens/language.h"

#include "data/base/i18n.h"
#include "tui/counter.h"
#include "tui/screens/dialogs.h"

/* In the order of preferences_languages, then the system's. */
static const char *const labels[] = {"Deutsch", "English", N_("as on this computer"), NULL};

enum { CHOICES = G_N_ELEMENTS(labels) - 1 };

const char *const *language_labels(void)
{
    return labels;
}

const char *language_code(guint index)
{
    return index < CHOICES - 1 ? preferences_languages()[index] : NULL;
}

guint language_chosen(const Screen *screen)
{
    const char *code = counter_of(screen)->preferences->language;
    guint index = 0;
    while (index < CHOICES - 1 && g_strcmp0(language_code(index), code) != 0) {
        index++;
    }
    return index;
}

bool language_take(Screen *screen, const char *language)
{
    Counter *counter = counter_of(screen);
    g_autoptr(GError) error = NULL;
    if (counter->use_language != NULL) {
        counter->use_language(language, counter->language_data);
    }
    app_refresh(screen->app);
    bool is_kept = preferences_set_language(counter->preferences, language, &error);
    app_say(screen->app, is_kept ? AREA_GOOD : AREA_WARNING,
            is_kept ? _("Tresen speaks English.") : error->message);
    return is_kept;
}

static Outcome language_answered(Screen *screen, gpointer answer)
{
    if (answer != NULL) {
        language_take(screen, language_code(*(const guint *)answer));
    }
    return OUTCOME_REDRAW;
}

Outcome choose_language(Screen *screen)
{
    const char *options[CHOICES];
    for (guint i = 0; i < CHOICES; i++) {
        options[i] = _(labels[i]);
    }
    return dialog_choice(screen, LANGUAGE_TITLE, options, CHOICES, language_chosen(screen),
                         language_answered);
}
