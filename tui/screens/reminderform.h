/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the form for a reminder, between the record and the form: words, day, time, repeats;
 * clerk where the shop knows some, branch where it has several. What is typed as words of a new one
 * says when it is, too: day, time and repeats follow from it until somebody writes something else
 * there. */
#pragma once

#include "data/agenda/reminder.h"
#include "data/agenda/reminderwords.h"
#include "tui/screens/clerkfield.h"
#include "tui/screens/reminderwork.h"
#include "tui/widgets/form.h"

/* What the rows read and choose from. */
typedef struct {
    Moment now; /* first: rows read its day as today (nearfield.h) */
    bool is_new;
    ClerkField clerk;
    GPtrArray *branches;        /* Branch; NULL: there is no row for them */
    const char **branch_labels; /* "any" before them */
    char *carer;                /* the label of who looks after the customer; NULL: nobody does */
} ReminderFields;

/* All zero is fine. */
void reminder_fields_clear(ReminderFields *fields);

/* The form; it uses FIELDS as long as it lives. */
Form *reminder_form_new(const ReminderFields *fields);
/* Takes clerks and branches out of MODEL, once, and adds the rows for them to FORM; whether the
 * reminder is a new one. */
void reminder_fields_take(ReminderFields *fields, Form *form, ReminderModel *model);
/* What the form shows of REMINDER. Unref it. */
GHashTable *reminder_fields_values(const ReminderFields *fields, const Reminder *reminder);

/* To be called when the words of a new reminder have been changed from BEFORE: what follows from
 * them is put into those of FORM's other rows in which nothing else stands. */
void reminder_fields_follow(const ReminderFields *fields, Form *form, const char *before);
/* Where the row of the day says a time, too ("friday 3 pm"), moves it into that of the time. To be
 * called when the day has been left, and before reading. */
void reminder_fields_split(const ReminderFields *fields, Form *form);
/* What is meant by VALUES, where STORED is the reminder as it is: words, due and series. Free with
 * reminder_words_clear. */
void reminder_fields_read(const ReminderFields *fields, const Reminder *stored, GHashTable *values,
                          ReminderWords *meant);
/* Whether FORM says all that is needed; complains in it about what is missing or wrong. */
bool reminder_fields_check(const ReminderFields *fields, const Reminder *stored, Form *form);
/* STORED with VALUES put into it. Free with record_free. */
Reminder *reminder_fields_typed(const ReminderFields *fields, const Reminder *stored,
                                GHashTable *values);
