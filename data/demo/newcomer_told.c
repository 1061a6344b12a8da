/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cards told by hand. */
#include "data/demo/newcomer.h"

#include "data/demo/words.h"

enum { FIRST_NUMBER = 1001, SUNDAY = 7 };

char *newcomer_number(const Newcomers *all)
{
    return g_strdup_printf("%u", FIRST_NUMBER + all->made);
}

static Day leap_birthday(int year)
{
    while (!day_is_leap_year(year)) {
        year--;
    }
    return (Day){year, 2, 29};
}

Day newcomer_birthday(Day today, int in, int age)
{
    if (in == STORY_NEVER) {
        return DAY_NONE;
    }
    if (in == STORY_LEAP) {
        return leap_birthday(today.year - age);
    }
    Day day = day_plus(today, in);
    if (age == 0) {
        return (Day){0, day.month, day.day};
    }
    return day.month == 2 && day.day == 29 ? leap_birthday(day.year - age)
                                           : (Day){day.year - age, day.month, day.day};
}

Day newcomer_noted_on(const Newcomers *all, const StoryFact *fact, Day first)
{
    Day day = fact->ago == 0 ? first : day_plus(all->today, -fact->ago);
    day = day_weekday(day) == SUNDAY ? day_plus(day, -1) : day;
    return day_compare(day, first) < 0 ? first : day;
}

static void tell_customer(const Newcomers *all, const Story *story, Customer *customer)
{
    g_autofree char *number = newcomer_number(all);
    g_autofree char *since = g_strdup_printf("%04d", all->today.year - story->since);
    g_autofree char *last = day_to_text(day_plus(all->today, -story->last));
    record_set_text(&customer->number, number);
    record_set_text(&customer->salutation, story->salutation);
    record_set_text(&customer->title, story->title);
    record_set_text(&customer->given_name, story->given);
    record_set_text(&customer->family_name, story->family);
    record_set_text(&customer->company, story->company);
    record_set_text(&customer->description, story->description);
    record_set_text(&customer->address_form, story->form);
    record_set_text(&customer->preferred_channel, story->channel);
    record_set_text(&customer->since, story->since > 0 ? since : NULL);
    record_set_text(&customer->last_visit_before, last);
    customer->visits_before = story->visits;
}

static void tell_days(const Newcomers *all, const Story *story, Guest *guest)
{
    Day birthday = newcomer_birthday(all->today, story->in, story->age);
    if (!day_is_none(birthday)) {
        guest_add_day(guest, "birthday", NULL, birthday);
    }
    if (story->day != NULL) {
        Day day = newcomer_birthday(all->today, story->day_in, story->day_years);
        guest_add_day(guest, story->day, story->day_label, day);
    }
}

static void tell_people(const Newcomers *all, const Story *story, Guest *guest)
{
    for (guint i = 0; i < STORY_PEOPLE && story->people[i].name != NULL; i++) {
        const StoryPerson *person = &story->people[i];
        Day birthday = newcomer_birthday(all->today, person->in, person->age);
        gint64 other = person->story != 0 ? all->stories[person->story - 1] : 0;
        guest_add_person(guest, person->kind, person->name, person->note, birthday, other);
    }
}

static void tell_answers(const Story *story, Guest *guest, Day day, gint64 who)
{
    g_autofree char *text = day_to_text(day);
    for (guint i = 0; i < STORY_ANSWERS && story->answers[i] != NULL; i++) {
        g_auto(GStrv) parts = g_strsplit(story->answers[i], " ", 2);
        guest_add_answer(guest, parts[0], parts[1], text, who);
    }
}

Guest *newcomer_told(const Newcomers *all, guint place, Day day, gint64 who)
{
    const Story *story = stories_at(place);
    Guest *guest = guest_new(all->kinds);
    tell_customer(all, story, guest->sheet->customer);
    tell_days(all, story, guest);
    tell_people(all, story, guest);
    tell_answers(story, guest, day, who);
    if (story->phone != NULL) {
        bool is_mobile = g_str_has_prefix(story->phone, "01");
        guest_add_contact(guest, "phone", is_mobile ? "mobil" : NULL, story->phone);
    }
    if (story->email != NULL) {
        guest_add_contact(guest, "email", NULL, story->email);
    }
    if (story->street != NULL) {
        guest_add_address(guest, story->street, words_place[0].postcode, words_place[0].name);
    }
    for (guint i = 0; i < STORY_FACTS && story->facts[i].words != NULL; i++) {
        const StoryFact *fact = &story->facts[i];
        if (day_compare(newcomer_noted_on(all, fact, day), day) == 0) {
            guest_add_fact(guest, fact->kind, fact->words);
        }
    }
    return guest;
}
