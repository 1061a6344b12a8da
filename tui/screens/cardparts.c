/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sheet holds beside facts, put into words. */
#include "tui/screens/cardparts.h"

#include "data/agenda/occasion.h"
#include "data/base/i18n.h"
#include "data/customer/address.h"
#include "data/customer/completeness.h"
#include "data/customer/consent.h"
#include "data/customer/contact.h"
#include "data/customer/relation.h"
#include "data/diary/wish.h"
#include "tui/dates.h"
#include "tui/duewords.h"
#include "tui/screens/pastwords.h"

#include <string.h>

static void part_free(gpointer data)
{
    CardPart *part = data;
    g_free(part->label);
    g_free(part->text);
    g_free(part);
}

GPtrArray *card_parts_new(void)
{
    return g_ptr_array_new_with_free_func(part_free);
}

void card_parts_add(GPtrArray *parts, const RecordHead *record, const char *label, char *text,
                    const char *field)
{
    CardPart *part = g_new(CardPart, 1);
    *part = (CardPart){record, g_strdup(label), text, field};
    g_ptr_array_add(parts, part);
}

GPtrArray *card_parts_visits(const Sheet *sheet, gint64 all, const char *last_visit, Day today)
{
    GPtrArray *parts = card_parts_new();
    const Customer *customer = sheet->customer;
    int visits = (int)CLAMP(all, 0, G_MAXINT);
    g_autofree char *count =
        g_strdup_printf(ngettext("%d visit", "%d visits", (unsigned long)visits), visits);
    Day last;
    bool has_last = last_visit != NULL && day_from_text(last_visit, &last) && day_is_whole(last);
    if (has_last) {
        g_autofree char *since = dates_since(last, today);
        card_parts_add(parts, &customer->head, _("Last here"),
                       visits > 0 ? g_strdup_printf("%s · %s", since, count) : g_strdup(since),
                       NULL);
    } else if (visits > 0) {
        card_parts_add(parts, &customer->head, _("So far"), g_steal_pointer(&count), NULL);
    }
    return parts;
}

/* "brought 2 · 1 review": what an ambassador did. Free with g_free. */
static char *ambassador_words(const FeedbackSigns *signs)
{
    unsigned long people = (unsigned long)signs->referrals, reviews = (unsigned long)signs->reviews;
    g_autofree char *brought =
        g_strdup_printf(ngettext("brought %lu person", "brought %lu people", people), people);
    g_autofree char *wrote =
        g_strdup_printf(ngettext("wrote %lu review", "wrote %lu reviews", reviews), reviews);
    if (people > 0 && reviews > 0) {
        return g_strdup_printf("%s · %s", brought, wrote);
    }
    return g_strdup(people > 0 ? brought : wrote);
}

/* What to ask next, with how much is known; one thing is enough, and a card that is as good as
 * empty says itself how to begin. The form's field for it opens with the row. */
static void add_question(GPtrArray *parts, const Card *card)
{
    static const char *const fields[COMPLETENESS_ALL] = {
        [COMPLETENESS_NAME] = "family_name",
        [COMPLETENESS_ADDRESS_FORM] = "address_form",
        [COMPLETENESS_BIRTHDAY] = "birthday",
        [COMPLETENESS_WAY] = "phone0",
    };
    Completeness known = completeness_of(card->sheet, card->kinds);
    if (known.next == COMPLETENESS_ALL || known.known <= 1 || card->survey_due ||
        loss_is_death(card->loss)) {
        return;
    }
    /* TRANSLATORS: a question to the customer, and how much is known of them. */
    char *text =
        g_strdup_printf(_("%s (%u of %u known)"), known.ask, known.known, (guint)COMPLETENESS_ALL);
    card_parts_add(parts, &card->sheet->customer->head, _("To ask"), text, fields[known.next]);
}

/* What somebody asked for and can have now, and what they do for the shop. */
static void add_feedback(GPtrArray *parts, const Card *card)
{
    for (guint i = 0; i < card->wishes->len && !loss_is_death(card->loss); i++) {
        const Wish *wish = g_ptr_array_index(card->wishes, i);
        /* TRANSLATORS: a wish that came true, of which the customer is to be told. */
        card_parts_add(parts, &wish->head, _("Tell"),
                       g_strdup_printf(_("“%s” came true."), wish->words), NULL);
    }
    if (feedback_is_ambassador(&card->signs)) {
        card_parts_add(parts, &card->sheet->customer->head, _("Ambassador"),
                       ambassador_words(&card->signs), NULL);
    }
}

GPtrArray *card_parts_past(const Card *card, Day today)
{
    GPtrArray *parts = card_parts_new();
    const RecordHead *customer = &card->sheet->customer->head;
    const RecordHead *visit = card->last != NULL ? &card->last->head : customer;
    char *last = pastwords_last(card, today);
    if (card->often != NULL) {
        /* TRANSLATORS: what somebody buys most often, as nobody told what is usual. */
        card_parts_add(parts, customer, _("Mostly"), g_strdup(card->often), NULL);
    }
    if (last != NULL) {
        bool has_day = !day_is_none(card_last_day(card));
        card_parts_add(parts, visit, has_day ? _("Last here") : _("So far"), last, NULL);
    }
    if (card->extra != NULL) {
        card_parts_add(parts, &card->extra->head, _("Free extra"),
                       pastwords_extra(card->extra, today), NULL);
    }
    if (card->survey_due) {
        card_parts_add(parts, customer, _("Ask"), g_strdup(_("How was it? A short survey is due.")),
                       NULL);
    }
    add_feedback(parts, card);
    add_question(parts, card);
    return parts;
}

/* The form's field for the contact at INDEX: "phone1" is the second phone. */
static const char *contact_field(const Sheet *sheet, guint index)
{
    const Contact *contact = g_ptr_array_index(sheet->contacts, index);
    guint before = 0;
    for (guint i = 0; i < index; i++) {
        const Contact *other = g_ptr_array_index(sheet->contacts, i);
        before += strcmp(other->kind, contact->kind) == 0 ? 1 : 0;
    }
    g_autofree char *name = g_strdup_printf("%s%u", contact->kind, before);
    return g_intern_string(name);
}

GPtrArray *card_parts_contacts(const Sheet *sheet)
{
    GPtrArray *parts = card_parts_new();
    for (guint i = 0; i < sheet->contacts->len; i++) {
        const Contact *contact = g_ptr_array_index(sheet->contacts, i);
        const char *kind = choice_label(contact_kind_labels, contact->kind);
        g_autofree char *label = contact->label != NULL
                                     ? g_strdup_printf("%s (%s)", kind, contact->label)
                                     : g_strdup(kind);
        card_parts_add(parts, &contact->head, label, g_strdup(contact->value),
                       contact_field(sheet, i));
    }
    if (sheet->customer->preferred_channel != NULL) {
        card_parts_add(
            parts, &sheet->customer->head, _("Reach by"),
            g_strdup(choice_label(customer_channels, sheet->customer->preferred_channel)),
            "preferred_channel");
    }
    return parts;
}

/* The date of an occasion, with the age or the years where it is known whole. */
static char *date_words(const Occasion *occasion, Day today)
{
    Day day = occasion_day(occasion);
    g_autofree char *date = day_for_people(day);
    if (!day_is_whole(day) || day_compare(day, today) > 0) {
        return g_steal_pointer(&date);
    }
    int age = dates_age(day, today);
    g_autofree char *years =
        g_strdup_printf(ngettext("%d year", "%d years", (unsigned long)age), age);
    return g_strdup_printf("%s · %s", date, years);
}

GPtrArray *card_parts_people(const Sheet *sheet, Day today)
{
    GPtrArray *parts = card_parts_new();
    for (guint i = 0; i < sheet->relations->len; i++) {
        const Relation *relation = g_ptr_array_index(sheet->relations, i);
        GString *text = g_string_new(relation->name);
        for (guint o = 0; o < sheet->occasions->len; o++) {
            const Occasion *occasion = g_ptr_array_index(sheet->occasions, o);
            if (occasion->relation_id == relation->head.id) {
                g_autofree char *date = date_words(occasion, today);
                g_string_append_printf(text, " · %s %s", occasion_label(occasion), date);
            }
        }
        if (relation->note != NULL) {
            g_string_append_printf(text, " · %s", relation->note);
        }
        card_parts_add(parts, &relation->head, choice_label(relation_kinds, relation->kind),
                       g_string_free(text, FALSE), NULL);
    }
    return parts;
}

GPtrArray *card_parts_days(const Sheet *sheet, Day today)
{
    GPtrArray *parts = card_parts_new();
    for (guint i = 0; i < sheet->occasions->len; i++) {
        const Occasion *occasion = g_ptr_array_index(sheet->occasions, i);
        if (occasion->relation_id == 0) {
            card_parts_add(parts, &occasion->head, occasion_label(occasion),
                           date_words(occasion, today), g_intern_string(occasion->kind));
        }
    }
    return parts;
}

/* Appends PART behind BETWEEN when there is something before it. */
static void append(GString *text, const char *between, const char *part)
{
    if (part != NULL && *part != '\0') {
        g_string_append_printf(text, "%s%s", text->len > 0 ? between : "", part);
    }
}

GPtrArray *card_parts_addresses(const Sheet *sheet)
{
    GPtrArray *parts = card_parts_new();
    for (guint i = 0; i < sheet->addresses->len; i++) {
        const Address *address = g_ptr_array_index(sheet->addresses, i);
        GString *town = g_string_new(address->postcode);
        append(town, " ", address->place);
        GString *text = g_string_new(address->street);
        append(text, ", ", town->str);
        append(text, ", ", address->region);
        append(text, ", ", address->country);
        g_string_free(town, TRUE);
        card_parts_add(parts, &address->head,
                       address->label != NULL ? address->label : _("Address"),
                       g_string_free(text, FALSE), "street");
    }
    return parts;
}

GPtrArray *card_parts_consents(const Sheet *sheet)
{
    GPtrArray *parts = card_parts_new();
    for (guint i = 0; i < sheet->consents->len; i++) {
        const Consent *consent = g_ptr_array_index(sheet->consents, i);
        GString *text = g_string_new(NULL);
        g_string_append_printf(text, "%s: %s", choice_label(consent_purposes, consent->purpose),
                               choice_label(consent_states, consent->state));
        Day day;
        if (consent->day != NULL && day_from_text(consent->day, &day)) {
            g_autofree char *date = day_for_people(day);
            append(text, " · ", date);
        }
        append(text, " · ", choice_label(consent_ways, consent->how));
        card_parts_add(parts, &consent->head, _("Consent"), g_string_free(text, FALSE), NULL);
    }
    return parts;
}
