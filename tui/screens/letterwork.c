/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the screen of a text asks of the shop, and the deed that notes it as taken. */
#include "tui/screens/letterwork.h"

#include "data/agenda/interaction.h"
#include "data/agenda/letter.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/smallfile.h"
#include "data/customer/address.h"
#include "data/customer/consent.h"
#include "data/customer/contact.h"
#include "data/customer/sheet.h"

#include <string.h>

typedef struct {
    Reminder *reminder;
    char *text, *path;
    bool is_noted;
    Moment now;
    Who who;
} Job;

/* ---- loading ---- */

void letter_ask_free(gpointer data)
{
    LetterAsk *ask = data;
    g_free(ask->clerk);
    g_free(ask);
}

void letter_model_free(gpointer data)
{
    LetterModel *model = data;
    record_free(model->reminder);
    g_free(model->call);
    g_free(model->where);
    g_free(model->text);
    g_free(model);
}

static const char *first_contact(const Sheet *sheet, const char *kind)
{
    for (guint i = 0; i < sheet->contacts->len; i++) {
        const Contact *contact = g_ptr_array_index(sheet->contacts, i);
        if (strcmp(contact->kind, kind) == 0) {
            return contact->value;
        }
    }
    return NULL;
}

/* "Am Dobben 7, 28203 Bremen" */
static char *first_address(const Sheet *sheet)
{
    if (sheet->addresses->len == 0) {
        return NULL;
    }
    const Address *address = g_ptr_array_index(sheet->addresses, 0);
    g_autoptr(GString) text = g_string_new(address->street);
    if (address->place != NULL) {
        g_string_append_printf(text, "%s%s%s%s", text->len > 0 ? ", " : "",
                               address->postcode != NULL ? address->postcode : "",
                               address->postcode != NULL ? " " : "", address->place);
    }
    return text->len > 0 ? g_string_free(g_steal_pointer(&text), FALSE) : NULL;
}

static char *where_of(const Sheet *sheet, const char *channel)
{
    const char *kind = contact_kind_for(channel);
    if (kind != NULL) {
        return g_strdup(first_contact(sheet, kind));
    }
    return g_strcmp0(channel, "post") == 0 ? first_address(sheet) : NULL;
}

static bool may_send(const Sheet *sheet, const char *channel)
{
    const char *purpose = consent_purpose(channel);
    bool is_given = false, is_refused = false;
    for (guint i = 0; purpose != NULL && i < sheet->consents->len; i++) {
        const Consent *consent = g_ptr_array_index(sheet->consents, i);
        if (strcmp(consent->purpose, purpose) == 0) {
            is_given = strcmp(consent->state, "given") == 0;
            is_refused = !is_given;
        }
    }
    return purpose == NULL || is_given || (!consent_must_be_given(purpose) && !is_refused);
}

static bool fill(Db *db, const LetterAsk *ask, LetterModel *model, GError **error)
{
    model->reminder = record_load(db, &reminder_type, ask->of.reminder_id, error);
    g_autoptr(Sheet) sheet = model->reminder != NULL && model->reminder->customer_id != 0
                                 ? sheet_load(db, model->reminder->customer_id, error)
                                 : NULL;
    if (sheet == NULL) {
        return false;
    }
    const LetterFacts facts = {.customer = sheet->customer, .clerk = ask->clerk};
    const char *draft = model->reminder->draft;
    model->call = customer_call(sheet->customer, NAME_SPOKEN);
    model->where = where_of(sheet, model->reminder->channel);
    model->may_send = may_send(sheet, model->reminder->channel);
    model->text = letter_fill(draft != NULL ? draft : "", &facts);
    return true;
}

gpointer letter_model_load(Shop *shop, gconstpointer ask, GError **error)
{
    LetterModel *model = g_new0(LetterModel, 1);
    bool ok = db_read_begin(shop->db, error);
    if (ok) {
        ok = fill(shop->db, ask, model, error);
        db_read_end(shop->db);
    }
    if (!ok) {
        if (error != NULL && *error == NULL) {
            g_set_error_literal(error, FAULT, FAULT_MISSING,
                                _("There is no text for anybody here. Esc goes back."));
        }
        g_clear_pointer(&model, letter_model_free);
    }
    return model;
}

/* ---- noting ---- */

gpointer letter_job_new(const Reminder *reminder, const char *text, const char *path, bool is_noted,
                        Moment now, const Who *who)
{
    Job *job = g_new0(Job, 1);
    job->reminder = record_copy(reminder);
    job->text = g_strdup(text);
    job->path = g_strdup(path);
    job->is_noted = is_noted;
    job->now = now;
    job->who = *who;
    return job;
}

void letter_job_free(gpointer data)
{
    Job *job = data;
    record_free(job->reminder);
    g_free(job->text);
    g_free(job->path);
    g_free(job);
}

static bool write_file(const Job *job, GError **error)
{
    int fault = 0;
    g_autofree char *text = g_strconcat(job->text, "\n", NULL);
    if (job->path == NULL || small_file_write(job->path, text, &fault)) {
        return true;
    }
    g_set_error(error, FAULT, FAULT_REFUSED,
                _("The text cannot be written to %s: %s. Choose another place."), job->path,
                small_file_why(fault));
    return false;
}

static bool note(Deed *deed, const Job *job, GError **error)
{
    g_autofree char *day = day_to_text(job->now.day);
    const char *channel = job->reminder->channel;
    Interaction *contact = record_new(&interaction_type);
    contact->customer_id = job->reminder->customer_id;
    contact->minute = job->now.minute;
    contact->branch_id = job->who.branch_id;
    record_set_text(&contact->day, day);
    record_set_text(&contact->direction, "out");
    record_set_text(&contact->channel, channel != NULL ? channel : "email");
    record_set_text(&contact->words, job->text);
    bool ok = interaction_save(deed, contact, error) &&
              reminder_settle(deed, job->reminder->head.id, NULL, job->now, error);
    record_free(contact);
    return ok;
}

gpointer letter_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Job *job = arg;
    bool is_new = !job->is_noted;
    if (!write_file(job, error)) {
        return NULL;
    }
    if (is_new) {
        g_autoptr(Deed) deed = deed_begin(shop->db, &job->who, N_("writing to somebody"), error);
        if (deed == NULL || !note(deed, job, error) || !deed_commit(deed, NULL, error)) {
            return NULL;
        }
    }
    return g_memdup2(&is_new, sizeof is_new);
}
