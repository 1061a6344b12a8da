/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields of a form that take a score. */
#include "tui/screens/scorefield.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/db/record.h"

#include <inttypes.h>
#include <string.h>

static const char *const csat_words[] = {N_("very dissatisfied"), N_("dissatisfied"), N_("so-so"),
                                         N_("satisfied"), N_("very satisfied")};
static const char *const ces_words[] = {N_("very hard"), N_("hard"),        N_("rather hard"),
                                        N_("so-so"),     N_("rather easy"), N_("easy"),
                                        N_("very easy")};
static const char *const survey_words[] = {N_("very poor"), N_("poor"), N_("so-so"), N_("good"),
                                           N_("very good")};

enum { NPS_PASSIVE = 7, NPS_PROMOTER = 9 };

/* A scale: its numbers, and what they mean to people. */
typedef struct {
    gint64 least, most;
    const char *const *words; /* N_(), from LEAST on; NULL: those of recommending */
    const char *numbers;      /* N_(): a sentence with the numbers */
} Scale;

static const Scale csat = {1, 5, csat_words, N_("1 to 5, please: 5 is very satisfied.")};
static const Scale ces = {1, 7, ces_words, N_("1 to 7, please: 7 is very easy.")};
static const Scale nps = {0, 10, NULL, N_("0 to 10, please: 10 is most likely.")};
static const Scale survey = {1, 5, survey_words, N_("1 to 5, please: 5 is very good.")};

/* False when TYPED is no number at all or too large for any scale. */
static bool read_score(const char *typed, gint64 *score)
{
    g_autofree char *text = g_strstrip(g_strdup(typed));
    guint64 number = 0;
    bool ok = g_ascii_string_to_unsigned(text, 10, 0, 99, &number, NULL);
    *score = (gint64)number;
    return ok;
}

static const char *nps_word(gint64 score)
{
    return score >= NPS_PROMOTER  ? _("recommends us")
           : score >= NPS_PASSIVE ? _("undecided")
                                  : _("does not recommend us");
}

static char *read_as(const char *typed, const Scale *scale)
{
    gint64 score;
    bool ok = read_score(typed, &score) && score >= scale->least && score <= scale->most;
    if (!ok) {
        return g_strdup(_(scale->numbers));
    }
    return g_strdup(scale->words != NULL ? _(scale->words[score - scale->least]) : nps_word(score));
}

static bool check_as(const char *typed, const Scale *scale, GError **error)
{
    gint64 score;
    if (typed[strspn(typed, " ")] == '\0' ||
        (read_score(typed, &score) && score >= scale->least && score <= scale->most)) {
        return true;
    }
    g_set_error_literal(error, FAULT, FAULT_REFUSED, _(scale->numbers));
    return false;
}

char *score_field_reading_csat(const char *typed, gconstpointer context)
{
    (void)context;
    return read_as(typed, &csat);
}

char *score_field_reading_ces(const char *typed, gconstpointer context)
{
    (void)context;
    return read_as(typed, &ces);
}

char *score_field_reading_nps(const char *typed, gconstpointer context)
{
    (void)context;
    return read_as(typed, &nps);
}

char *score_field_reading_survey(const char *typed, gconstpointer context)
{
    (void)context;
    return read_as(typed, &survey);
}

bool score_field_check_csat(const char *typed, gconstpointer context, GError **error)
{
    (void)context;
    return check_as(typed, &csat, error);
}

bool score_field_check_ces(const char *typed, gconstpointer context, GError **error)
{
    (void)context;
    return check_as(typed, &ces, error);
}

bool score_field_check_nps(const char *typed, gconstpointer context, GError **error)
{
    (void)context;
    return check_as(typed, &nps, error);
}

bool score_field_check_survey(const char *typed, gconstpointer context, GError **error)
{
    (void)context;
    return check_as(typed, &survey, error);
}

gint64 score_field_get(const Form *form, const char *name)
{
    gint64 score;
    return read_score(form_get(form, name), &score) ? score : RECORD_NONE;
}

char *score_field_shown(gint64 score)
{
    return score != RECORD_NONE ? g_strdup_printf("%" PRId64, score) : g_strdup("");
}

/* The digit is one too many: all of them begin the words. */
static Outcome move_to_words(Form *form, const Event *event, const char *words)
{
    g_autofree char *focus = g_strdup(form_focus(form));
    g_autofree char *typed = g_strdup(form_get(form, focus));
    const Event digits = {.kind = EVENT_PASTE, .text = typed};
    form_set(form, focus, "");
    form_set_focus(form, words);
    return form_input(form, &digits) | form_input(form, event);
}

Outcome score_field_input(Form *form, const Event *event, const char *words, bool leaves)
{
    bool is_text = event->kind == EVENT_KEY && key_is_text(event->key);
    bool is_digit = is_text && event->key >= '0' && event->key <= '9';
    bool is_filled = *form_get(form, form_focus(form)) != '\0';
    if (!is_text && event->kind != EVENT_PASTE) {
        return form_input(form, event);
    }
    if (is_digit && is_filled) {
        return move_to_words(form, event, words);
    }
    if (is_digit) {
        Outcome outcome = form_input(form, event);
        return leaves ? outcome | form_next(form) : outcome;
    }
    form_set_focus(form, words);
    /* The blank between the score and the words is none of them. */
    return is_text && event->key == ' ' ? OUTCOME_REDRAW : form_input(form, event);
}
