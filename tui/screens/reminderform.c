/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the form for a reminder. */
#include "tui/screens/reminderform.h"

#include "data/base/daynear.h"
#include "data/base/i18n.h"
#include "data/base/timeofday.h"
#include "data/branch.h"
#include "tui/screens/nearfield.h"
#include "tui/screens/timefield.h"
#include "tui/screens/values.h"

#include <string.h>

enum { MOST_CHARS = 300, SHORT_CHARS = 60 };

static bool is_blank(const char *typed)
{
    return typed[strspn(typed, " ")] == '\0';
}

/* Reads TYPED as a series alone; SERIES_ONCE for nothing and for "once". False when it is neither.
 * *DUE gets its first moment, none for SERIES_ONCE. */
static bool read_series(const char *typed, Moment now, Series *series, Moment *due)
{
    static const Choice once[] = {{"once", N_("once")}, {NULL, NULL}};
    *series = (Series){.unit = SERIES_ONCE};
    *due = (Moment){DAY_NONE, MINUTE_NONE};
    if (is_blank(typed) || choice_code(once, typed) != NULL) {
        return true;
    }
    ReminderWords read = {0};
    reminder_words_read(typed, now, &read);
    bool ok = read.series.unit != SERIES_ONCE && *read.words == '\0';
    if (ok) {
        *series = read.series;
        *due = read.due;
    }
    reminder_words_clear(&read);
    return ok;
}

static char *series_reading(const char *typed, gconstpointer context)
{
    Series series;
    Moment due;
    if (!read_series(typed, *(const Moment *)context, &series, &due)) {
        return NULL;
    }
    g_autofree char *words = series_words(&series);
    return words != NULL && strcmp(words, typed) != 0 ? g_steal_pointer(&words) : NULL;
}

/* Reads TYPED as a day, or as a day with a time; false when it is neither. */
static bool read_moment(const char *typed, Moment now, Moment *due)
{
    *due = (Moment){DAY_NONE, MINUTE_NONE};
    if (day_read_ahead(typed, now.day, &due->day) == DAY_READ_OK) {
        return true;
    }
    ReminderWords read = {0};
    reminder_words_read(typed, now, &read);
    bool ok = day_is_whole(read.due.day) && read.due.minute != MINUTE_NONE &&
              read.series.unit == SERIES_ONCE && *read.words == '\0';
    *due = read.due;
    reminder_words_clear(&read);
    return ok;
}

static char *day_reading(const char *typed, gconstpointer context)
{
    const Moment *now = context;
    ReminderWords when = {.words = (char[]){""}};
    return read_moment(typed, *now, &when.due) && when.due.minute != MINUTE_NONE
               ? reminder_words_reading(&when, now->day)
               : near_field_reading_ahead(typed, context);
}

static bool day_check(const char *typed, gconstpointer context, GError **error)
{
    Moment due;
    return read_moment(typed, *(const Moment *)context, &due) ||
           near_field_check_ahead(typed, context, error);
}

static const FormField rows[] = {
    {.name = "words",
     .label = N_("Reminder"),
     .kind = FORM_TEXT,
     .joins = true,
     .hint = N_("friday 3 pm call back"),
     .max_chars = MOST_CHARS},
    {.name = "day",
     .label = N_("Day"),
     .kind = FORM_DATE,
     .hint = N_("friday 3 pm, 27.11. or +3"),
     .max_chars = SHORT_CHARS,
     .reading = day_reading,
     .check = day_check},
    {.name = "time",
     .label = N_("At"),
     .kind = FORM_DATE,
     .hint = N_("any time"),
     .max_chars = SHORT_CHARS,
     .reading = time_field_reading,
     .check = time_field_check},
    {.name = "repeats",
     .label = N_("Again"),
     .kind = FORM_TEXT,
     .hint = N_("once; or: every friday, monthly"),
     .max_chars = SHORT_CHARS,
     .reading = series_reading},
};

void reminder_fields_clear(ReminderFields *fields)
{
    clerk_field_clear(&fields->clerk);
    g_clear_pointer(&fields->branches, g_ptr_array_unref);
    g_clear_pointer(&fields->branch_labels, g_free);
    g_clear_pointer(&fields->carer, g_free);
}

Form *reminder_form_new(const ReminderFields *fields)
{
    return form_new(rows, G_N_ELEMENTS(rows), fields);
}

static void add_branches(ReminderFields *fields, Form *form, ReminderModel *model)
{
    fields->branches = g_steal_pointer(&model->branches);
    fields->branch_labels = g_new0(const char *, fields->branches->len + 2);
    fields->branch_labels[0] = N_("any");
    for (guint i = 0; i < fields->branches->len; i++) {
        const Branch *branch = g_ptr_array_index(fields->branches, i);
        fields->branch_labels[i + 1] = branch->name;
    }
    const FormField row = {.name = "branch",
                           .label = N_("Branch"),
                           .kind = FORM_CHOICE,
                           .choices = fields->branch_labels};
    form_append(form, &row, 1);
}

/* Says of the clerk a new reminder begins with why: they look after the customer. */
static void name_carer(ReminderFields *fields, const ReminderModel *model)
{
    guint choice = clerk_field_choice(&fields->clerk, model->reminder->clerk_id);
    if (fields->is_new && model->call != NULL && choice > 0) {
        /* TRANSLATORS: a clerk, who looks after the customer: "Emma (looks after them)". */
        fields->carer = g_strdup_printf(_("%s (looks after them)"), fields->clerk.labels[choice]);
        fields->clerk.labels[choice] = fields->carer;
    }
}

void reminder_fields_take(ReminderFields *fields, Form *form, ReminderModel *model)
{
    fields->is_new = model->reminder->head.id == 0;
    if (fields->clerk.clerks != NULL) {
        clerk_field_renew(&fields->clerk, model->clerks, form, "clerk");
    } else if (model->clerks->len > 0) {
        clerk_field_init(&fields->clerk, g_steal_pointer(&model->clerks), N_("whoever is there"));
        name_carer(fields, model);
        const FormField row = {.name = "clerk",
                               .label = N_("Who"),
                               .kind = FORM_CHOICE,
                               .choices = fields->clerk.labels};
        form_append(form, &row, 1);
    }
    if (fields->branches == NULL && model->branches->len > 1) {
        add_branches(fields, form, model);
    }
}

/* ---- what stands in the rows of day, time and series ---- */

enum { WHEN_ROWS = 3 };
static const char *const when_rows[WHEN_ROWS] = {"day", "time", "repeats"};

/* How DUE and SERIES stand there; TEXTS are new strings. */
static void when_texts(Moment due, const Series *series, char *texts[WHEN_ROWS])
{
    texts[0] = day_for_people(due.day);
    texts[1] = due.minute != MINUTE_NONE ? time_of_day_text(due.minute) : g_strdup("");
    texts[2] = series_words(series);
    texts[2] = texts[2] != NULL ? texts[2] : g_strdup("");
}

static void texts_clear(char *texts[WHEN_ROWS])
{
    for (guint i = 0; i < WHEN_ROWS; i++) {
        g_free(texts[i]);
    }
}

GHashTable *reminder_fields_values(const ReminderFields *fields, const Reminder *reminder)
{
    GHashTable *values = values_new();
    values_set(values, "words", reminder->words);
    if (reminder->due_day != NULL) {
        char *texts[WHEN_ROWS];
        Series series = reminder_series(reminder);
        when_texts(reminder_due(reminder), &series, texts);
        for (guint i = 0; i < WHEN_ROWS; i++) {
            values_set(values, when_rows[i], texts[i]);
        }
        texts_clear(texts);
    }
    values_set_choice(values, "clerk", clerk_field_choice(&fields->clerk, reminder->clerk_id));
    if (fields->branches != NULL) {
        values_set_choice(values, "branch", branch_place(fields->branches, reminder->branch_id));
    }
    return values;
}

/* What WORDS of a new reminder say. */
static void read_words(const ReminderFields *fields, const char *words, ReminderWords *read)
{
    reminder_words_read(words, fields->now, read);
    if (day_is_none(read->due.day)) {
        read->due.minute = MINUTE_NONE;
    }
}

void reminder_fields_follow(const ReminderFields *fields, Form *form, const char *before)
{
    ReminderWords was = {0}, is = {0};
    char *old[WHEN_ROWS], *new[WHEN_ROWS];
    read_words(fields, before, &was);
    read_words(fields, form_get(form, "words"), &is);
    when_texts(was.due, &was.series, old);
    when_texts(is.due, &is.series, new);
    for (guint i = 0; i < WHEN_ROWS; i++) {
        if (strcmp(form_get(form, when_rows[i]), old[i]) == 0 && strcmp(old[i], new[i]) != 0) {
            form_set(form, when_rows[i], new[i]);
        }
    }
    texts_clear(old);
    texts_clear(new);
    reminder_words_clear(&was);
    reminder_words_clear(&is);
}

void reminder_fields_split(const ReminderFields *fields, Form *form)
{
    Moment due;
    if (read_moment(form_get(form, "day"), fields->now, &due) && due.minute != MINUTE_NONE) {
        g_autofree char *day = day_for_people(due.day);
        g_autofree char *time = time_of_day_text(due.minute);
        form_set(form, "day", day);
        form_set(form, "time", time);
    }
}

/* ---- what is meant ---- */

/* What MEANT begins with: what the words say, or what is stored. */
static void begin_with(const ReminderFields *fields, const Reminder *stored, GHashTable *values,
                       ReminderWords *meant)
{
    const char *words = values_get(values, "words");
    if (fields->is_new) {
        read_words(fields, words, meant);
    } else {
        *meant = (ReminderWords){.words = g_strstrip(g_strdup(words)),
                                 .due = reminder_due(stored),
                                 .series = reminder_series(stored)};
    }
}

static void take_day(const ReminderFields *fields, const char *typed, ReminderWords *meant)
{
    Day day = DAY_NONE;
    day_read_ahead(typed, fields->now.day, &day);
    meant->due.day = day_is_whole(day) ? day : DAY_NONE;
}

/* A time alone is today's, or tomorrow's where that is over. */
static void take_time(const ReminderFields *fields, const char *typed, ReminderWords *meant)
{
    Day today = fields->now.day;
    meant->due.minute = MINUTE_NONE;
    if (time_of_day_read(typed, &meant->due.minute) && day_is_none(meant->due.day)) {
        meant->due.day = meant->due.minute > fields->now.minute ? today : day_plus(today, 1);
    }
}

/* A series counts from the day that is said, else it says itself when it begins. */
static void take_series(const ReminderFields *fields, const char *typed, ReminderWords *meant)
{
    Moment due;
    read_series(typed, fields->now, &meant->series, &due);
    if (meant->series.unit == SERIES_ONCE) {
        return;
    }
    if (day_is_none(meant->due.day)) {
        meant->due.day = due.day;
    } else {
        meant->series.first = meant->due.day;
    }
}

void reminder_fields_read(const ReminderFields *fields, const Reminder *stored, GHashTable *values,
                          ReminderWords *meant)
{
    begin_with(fields, stored, values, meant);
    char *shown[WHEN_ROWS];
    const char *typed[WHEN_ROWS];
    when_texts(meant->due, &meant->series, shown);
    for (guint i = 0; i < WHEN_ROWS; i++) {
        typed[i] = values_get(values, when_rows[i]);
    }
    /* What still says the same keeps what it says no words of: the first day of a series. */
    if (strcmp(typed[0], shown[0]) != 0) {
        take_day(fields, typed[0], meant);
    }
    if (strcmp(typed[2], shown[2]) != 0) {
        take_series(fields, typed[2], meant);
    }
    if (strcmp(typed[1], shown[1]) != 0) {
        take_time(fields, typed[1], meant);
    }
    texts_clear(shown);
}

bool reminder_fields_check(const ReminderFields *fields, const Reminder *stored, Form *form)
{
    reminder_fields_split(fields, form);
    g_autoptr(GHashTable) values = values_of_form(form);
    ReminderWords begun = {0}, meant = {0};
    Series series;
    Moment due;
    begin_with(fields, stored, values, &begun);
    g_autofree char *shown = series_words(&begun.series);
    const char *typed = values_get(values, "repeats");
    bool ok = form_check(form);
    if (ok && g_strcmp0(typed, shown) != 0 && !read_series(typed, fields->now, &series, &due)) {
        form_complain(form, "repeats",
                      _("Not understood. Write every friday, monthly or every 2 weeks."));
        ok = false;
    }
    reminder_fields_read(fields, stored, values, &meant);
    if (ok && *meant.words == '\0') {
        form_complain(form, "words", _("Please say what there is to do."));
        ok = false;
    } else if (ok && !day_is_whole(meant.due.day)) {
        form_complain(form, "day", _("Please say when."));
        ok = false;
    }
    reminder_words_clear(&begun);
    reminder_words_clear(&meant);
    return ok;
}

Reminder *reminder_fields_typed(const ReminderFields *fields, const Reminder *stored,
                                GHashTable *values)
{
    Reminder *reminder = record_copy(stored);
    ReminderWords meant = {0};
    reminder_fields_read(fields, stored, values, &meant);
    g_autoptr(GHashTable) words = values_new();
    values_set(words, "words", meant.words);
    values_store(words, "words", &reminder->words);
    Moment due = reminder_due(stored);
    Series series = reminder_series(stored);
    bool is_same = stored->due_day != NULL && moment_compare(due, meant.due) == 0 &&
                   memcmp(&series, &meant.series, sizeof series) == 0;
    /* What was put off stays so while nothing else is agreed. */
    if (!is_same && day_is_whole(meant.due.day)) {
        reminder_set_due(reminder, meant.due, &meant.series);
    }
    if (fields->clerk.clerks != NULL) {
        reminder->clerk_id = clerk_field_id(&fields->clerk, values_get_choice(values, "clerk"));
    }
    if (fields->branches != NULL) {
        guint choice = values_get_choice(values, "branch");
        const Branch *branch = choice > 0 && choice <= fields->branches->len
                                   ? g_ptr_array_index(fields->branches, choice - 1)
                                   : NULL;
        reminder->branch_id = branch != NULL ? branch->head.id : 0;
    }
    reminder_words_clear(&meant);
    return reminder;
}
