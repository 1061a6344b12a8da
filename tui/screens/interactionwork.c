/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the form for a contact asks of the shop, its rows, and the deed that saves it. */
#include "tui/screens/interactionwork.h"

#include "data/agenda/care.h"
#include "data/agenda/reminderwords.h"
#include "data/base/i18n.h"
#include "data/customer/customer.h"
#include "data/shop.h"
#include "tui/screens/nearfield.h"
#include "tui/screens/values.h"

#include <string.h>

enum { MOST_CHARS = 1000, SHORT_CHARS = 60, NEXT_CHARS = 300 };

/* ---- loading ---- */

void interaction_model_free(gpointer data)
{
    InteractionModel *model = data;
    record_free(model->interaction);
    g_free(model->call);
    g_free(model);
}

/* What somebody is contacted by when nothing is known of it: the phone, where there is a number. */
static bool read_usual(Db *db, gint64 customer_id, const char **channel, GError **error)
{
    static const char sql[] = "SELECT COUNT(*) FROM contact WHERE customer_id = $1 AND "
                              "kind = 'phone'";
    gint64 count = 0;
    bool ok = db_get_int(db, sql, DB_VALUES(db_int(customer_id)), &count, NULL, error);
    *channel = count > 0 ? "phone" : "counter";
    return ok;
}

/* By which way a contact most likely was: as the plan wants it now, else as they like it. */
static bool propose(Db *db, const Customer *customer, Day today, Interaction *interaction,
                    GError **error)
{
    g_autoptr(GPtrArray) care = care_list_of(db, customer->head.id, error);
    const char *usual = NULL;
    if (care == NULL || !read_usual(db, customer->head.id, &usual, error)) {
        return false;
    }
    const CareItem *first = care->len > 0 ? g_ptr_array_index(care, 0) : NULL;
    bool is_due = first != NULL && day_compare(first->due, today) <= 0;
    const char *liked = customer->preferred_channel;
    bool is_usual = choice_place(interaction_channels, liked) == 0 || strcmp(liked, "phone") == 0;
    const char *channel = is_due ? first->channel : is_usual ? usual : liked;
    record_set_text(&interaction->channel, channel);
    record_set_text(&interaction->direction, "out");
    g_autofree char *day = day_to_text(today);
    record_set_text(&interaction->day, day);
    return true;
}

static bool load(Db *db, const InteractionAsk *ask, InteractionModel *model, GError **error)
{
    bool is_new = ask->what.interaction_id == 0;
    model->interaction = is_new
                             ? record_new(&interaction_type)
                             : record_load(db, &interaction_type, ask->what.interaction_id, error);
    if (model->interaction == NULL) {
        return false;
    }
    if (is_new) {
        model->interaction->customer_id = ask->what.customer_id;
    }
    Customer *customer = record_load(db, &customer_type, model->interaction->customer_id, error);
    if (customer == NULL) {
        return false;
    }
    model->call = customer_call(customer, NAME_SPOKEN);
    model->clerk_id = customer->clerk_id;
    bool ok = !is_new || propose(db, customer, ask->today, model->interaction, error);
    record_free(customer);
    return ok;
}

gpointer interaction_model_load(Shop *shop, gconstpointer ask, GError **error)
{
    InteractionModel *model = g_new0(InteractionModel, 1);
    bool ok = db_read_begin(shop->db, error);
    if (ok) {
        ok = load(shop->db, ask, model, error);
        db_read_end(shop->db);
    }
    if (!ok) {
        g_clear_pointer(&model, interaction_model_free);
    }
    return model;
}

/* ---- the rows ---- */

static char *next_reading(const char *typed, gconstpointer context)
{
    Moment now = *(const Moment *)context;
    ReminderWords read = {0};
    reminder_words_read(typed, now, &read);
    /* What is to be done stands there already, and there is little room for when. */
    ReminderWords when = {.words = (char[]){""}, .due = read.due, .series = read.series};
    char *reading = reminder_words_reading(&when, now.day);
    reminder_words_clear(&read);
    return reading;
}

void interaction_rows_init(InteractionRows *rows, Moment now)
{
    rows->now = now;
    rows->channels = values_labels(NULL, interaction_channels);
    rows->directions = values_labels(NULL, interaction_directions);
    rows->outcomes = values_labels(N_("not told"), interaction_outcomes);
    rows->moods = values_labels(N_("not told"), interaction_moods);
    const FormField fields[] = {
        {.name = "words",
         .label = N_("What was said"),
         .kind = FORM_TEXT,
         .joins = true,
         .hint = N_("likes the samples, wants 40 cake pops"),
         .max_chars = MOST_CHARS},
        {.name = "channel", .label = N_("Way"), .kind = FORM_CHOICE, .choices = rows->channels},
        {.name = "direction",
         .label = N_("Who began"),
         .kind = FORM_CHOICE,
         .choices = rows->directions},
        {.name = "outcome", .label = N_("Outcome"), .kind = FORM_CHOICE, .choices = rows->outcomes},
        {.name = "mood", .label = N_("Mood"), .kind = FORM_CHOICE, .choices = rows->moods},
        {.name = "day",
         .label = N_("Day"),
         .kind = FORM_DATE,
         .hint = N_("today, 27.11."),
         .max_chars = SHORT_CHARS,
         .reading = near_field_reading_back,
         .check = near_field_check_back},
    };
    rows->form = form_new(fields, G_N_ELEMENTS(fields), rows);
}

void interaction_rows_clear(InteractionRows *rows)
{
    g_clear_pointer(&rows->form, form_free);
    g_clear_pointer(&rows->channels, g_free);
    g_clear_pointer(&rows->directions, g_free);
    g_clear_pointer(&rows->outcomes, g_free);
    g_clear_pointer(&rows->moods, g_free);
}

void interaction_rows_add_next(InteractionRows *rows)
{
    const FormField next = {.name = "next",
                            .label = N_("To do next"),
                            .kind = FORM_TEXT,
                            .hint = N_("friday 3 pm call back"),
                            .max_chars = NEXT_CHARS,
                            .reading = next_reading};
    form_append(rows->form, &next, 1);
}

GHashTable *interaction_rows_values(const InteractionRows *rows, const Interaction *interaction)
{
    (void)rows;
    GHashTable *values = values_new();
    g_autofree char *day = near_field_shown(interaction->day);
    values_set(values, "words", interaction->words);
    values_set_code(values, "channel", interaction_channels, interaction->channel);
    values_set_code(values, "direction", interaction_directions, interaction->direction);
    values_set_choice(values, "outcome", choice_place(interaction_outcomes, interaction->outcome));
    values_set_choice(values, "mood", choice_place(interaction_moods, interaction->mood));
    values_set(values, "day", day);
    return values;
}

/* The code at PLACE of CHOICES, counted from 1; NULL for 0. */
static const char *code_at(const Choice *choices, guint place)
{
    return place > 0 ? choices[place - 1].code : NULL;
}

bool interaction_rows_check(const InteractionRows *rows)
{
    if (!form_check(rows->form)) {
        return false;
    }
    bool has_next = form_find(rows->form, "next") >= 0;
    g_autofree char *typed = g_strstrip(g_strdup(has_next ? form_get(rows->form, "next") : ""));
    if (*typed == '\0') {
        return true;
    }
    ReminderWords read = {0};
    reminder_words_read(typed, rows->now, &read);
    const char *wrong = !day_is_whole(read.due.day) ? _("Please say when: friday 3 pm call back.")
                        : *read.words == '\0'       ? _("Please say what there is to do.")
                                                    : NULL;
    reminder_words_clear(&read);
    if (wrong != NULL) {
        form_complain(rows->form, "next", wrong);
    }
    return wrong == NULL;
}

/* When it was: the minute is known while it is noted at once. */
static void take_day(const InteractionRows *rows, Interaction *interaction, const char *typed)
{
    g_autofree char *today = day_to_text(rows->now.day);
    g_autofree char *day = near_field_stored_back(typed, rows->now.day);
    record_set_text(&interaction->day, day != NULL ? day : today);
    bool is_now = interaction->head.id == 0 && strcmp(interaction->day, today) == 0;
    interaction->minute = is_now ? rows->now.minute : RECORD_NONE;
}

Interaction *interaction_rows_typed(const InteractionRows *rows, const Interaction *stored,
                                    GHashTable *filled)
{
    Interaction *interaction = record_copy(stored);
    g_autoptr(GHashTable) values = values_of_form(rows->form);
    values_store(values, "words", &interaction->words);
    record_set_text(&interaction->channel,
                    interaction_channels[values_get_choice(values, "channel")].code);
    record_set_text(&interaction->direction,
                    interaction_directions[values_get_choice(values, "direction")].code);
    record_set_text(&interaction->outcome,
                    code_at(interaction_outcomes, values_get_choice(values, "outcome")));
    record_set_text(&interaction->mood,
                    code_at(interaction_moods, values_get_choice(values, "mood")));
    const char *day = values_get(values, "day");
    if (stored->head.id == 0 || strcmp(day, values_get(filled, "day")) != 0) {
        take_day(rows, interaction, day);
    }
    return interaction;
}

Reminder *interaction_rows_next(const InteractionRows *rows, gint64 customer_id)
{
    ReminderWords read = {0};
    if (form_find(rows->form, "next") < 0) {
        return NULL;
    }
    reminder_words_read(form_get(rows->form, "next"), rows->now, &read);
    Reminder *next = NULL;
    if (day_is_whole(read.due.day) && *read.words != '\0') {
        next = record_new(&reminder_type);
        next->customer_id = customer_id;
        g_autoptr(GHashTable) words = values_new();
        values_set(words, "words", read.words);
        values_store(words, "words", &next->words);
        reminder_set_due(next, read.due, &read.series);
    }
    reminder_words_clear(&read);
    return next;
}

/* ---- saving ---- */

typedef struct {
    Interaction *interaction; /* every run works on copies */
    Reminder *next;
    Who who;
} Job;

gpointer interaction_job_new(Interaction *interaction, Reminder *next, const Who *who)
{
    Job *job = g_new0(Job, 1);
    job->interaction = interaction;
    job->next = next;
    job->who = *who;
    return job;
}

void interaction_job_free(gpointer data)
{
    Job *job = data;
    record_free(job->interaction);
    record_free(job->next);
    g_free(job);
}

static bool save_next(Deed *deed, const Reminder *next, GError **error)
{
    if (next == NULL) {
        return true;
    }
    Reminder *reminder = record_copy(next);
    bool ok = reminder_save(deed, reminder, error);
    record_free(reminder);
    return ok;
}

gpointer interaction_job_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Job *job = arg;
    bool is_new = job->interaction->head.id == 0;
    g_autoptr(Deed) deed = deed_begin(
        shop->db, &job->who, is_new ? N_("noting a contact") : N_("changing a contact"), error);
    if (deed == NULL) {
        return NULL;
    }
    Interaction *interaction = record_copy(job->interaction);
    bool ok = interaction_save(deed, interaction, error) && save_next(deed, job->next, error) &&
              deed_commit(deed, NULL, error);
    gint64 *id = ok ? g_memdup2(&interaction->head.id, sizeof(gint64)) : NULL;
    record_free(interaction);
    return id;
}
