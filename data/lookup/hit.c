/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a customer fitted. */
#include "data/lookup/hit.h"

#include "data/agenda/occasion.h"
#include "data/customer/address.h"
#include "data/customer/contact.h"
#include "data/customer/fact.h"
#include "data/customer/relation.h"
#include "data/lookup/fold.h"
#include "data/lookup/words.h"

#include <string.h>

char **hit_marks(const Ranked *ranked, const GPtrArray *sought)
{
    g_autoptr(GStrvBuilder) marks = g_strv_builder_new();
    for (guint i = 0; i < sought->len; i++) {
        Spot spot = rank_spot(ranked->candidate, g_ptr_array_index(sought, i));
        if (spot.variant != NULL) {
            g_strv_builder_add(marks, spot.variant->token + 1);
        }
    }
    return g_strv_builder_end(marks);
}

/* Whether one of MARKS begins a word of TEXT (may be NULL). */
static bool fits(const char *text, char *const *marks)
{
    g_auto(GStrv) words = text != NULL ? fold_words(text) : NULL;
    for (guint i = 0; words != NULL && words[i] != NULL; i++) {
        for (guint mark = 0; marks[mark] != NULL; mark++) {
            if (g_str_has_prefix(words[i], marks[mark])) {
                return true;
            }
        }
    }
    return false;
}

static bool fits_digits(const char *digits, char *const *marks)
{
    for (guint i = 0; marks[i] != NULL; i++) {
        if (strstr(digits, marks[i]) != NULL) {
            return true;
        }
    }
    return false;
}

static const char *hit_contact(const Sheet *sheet, bool phone, char *const *marks)
{
    for (guint i = 0; i < sheet->contacts->len; i++) {
        const Contact *contact = g_ptr_array_index(sheet->contacts, i);
        bool is_phone = strcmp(contact->kind, "phone") == 0;
        if (is_phone == phone &&
            ((phone && fits_digits(contact->key, marks)) || fits(contact->value, marks))) {
            return contact->value;
        }
    }
    return NULL;
}

static const char *hit_relation(const Sheet *sheet, char *const *marks)
{
    for (guint i = 0; i < sheet->relations->len; i++) {
        const Relation *relation = g_ptr_array_index(sheet->relations, i);
        if (fits(relation->name, marks)) {
            return relation->name;
        }
    }
    return NULL;
}

static const char *hit_fact(const Sheet *sheet, char *const *marks)
{
    for (guint i = 0; i < sheet->facts->len; i++) {
        const Fact *fact = g_ptr_array_index(sheet->facts, i);
        if (fits(fact->words, marks)) {
            return fact->words;
        }
    }
    return NULL;
}

/* A street that is found typed out or in two words does not begin as it is written: it is what is
 * left when nothing else fits. */
static const char *hit_place(const Sheet *sheet, char *const *marks)
{
    const char *street = NULL;
    for (guint i = 0; i < sheet->addresses->len; i++) {
        const Address *address = g_ptr_array_index(sheet->addresses, i);
        const char *lines[] = {address->street, address->place, address->postcode,
                               address->country};
        for (guint line = 0; line < G_N_ELEMENTS(lines); line++) {
            if (fits(lines[line], marks)) {
                return lines[line];
            }
        }
        street = street != NULL ? street : address->street;
    }
    return street;
}

/* The birthday, and whose it is when it is not the customer's own. */
static char *hit_day(const Sheet *sheet, char *const *marks)
{
    for (guint i = 0; i < sheet->occasions->len; i++) {
        const Occasion *occasion = g_ptr_array_index(sheet->occasions, i);
        int month = (int)occasion->month, on = (int)occasion->day;
        g_autofree char *yearly = word_of_day(month, on, 0);
        g_autofree char *whole = word_of_day(month, on, (int)occasion->year);
        if (strcmp(occasion->kind, "birthday") != 0 ||
            !(g_strv_contains((const char *const *)marks, yearly + 1) ||
              g_strv_contains((const char *const *)marks, whole + 1))) {
            continue;
        }
        g_autofree char *date = day_for_people(occasion_day(occasion));
        for (guint j = 0; j < sheet->relations->len; j++) {
            const Relation *relation = g_ptr_array_index(sheet->relations, j);
            if (relation->head.id == occasion->relation_id) {
                return g_strdup_printf("%s, %s", relation->name, date);
            }
        }
        return g_steal_pointer(&date);
    }
    return NULL;
}

char *hit_words(const Sheet *sheet, WordGroup group, char *const *marks)
{
    switch (group) {
    case GROUP_PHONE:
    case GROUP_EMAIL:
        return g_strdup(hit_contact(sheet, group == GROUP_PHONE, marks));
    case GROUP_RELATION:
        return g_strdup(hit_relation(sheet, marks));
    case GROUP_FACT:
        return g_strdup(hit_fact(sheet, marks));
    case GROUP_PLACE:
        return g_strdup(hit_place(sheet, marks));
    case GROUP_DAY:
        return hit_day(sheet, marks);
    case GROUP_NAME:
    case GROUP_DESCRIPTION:
    case GROUP_NUMBER:
    case GROUP_COUNT:
        break;
    }
    return NULL;
}
