/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The module tresen-calendar.so: the only part of the program that knows libical. */
#include "data/list/icsdriver.h"

#include <errno.h>
#include <libical/ical.h>
#include <string.h>

/* The text of COMPONENT, which it frees, for g_free. Ends the program as GLib does when there was
 * no memory since errno was 0: the library leaves out what it has no room for, and says nothing. */
static char *take_text(icalcomponent *component)
{
    char *text = icalcomponent_as_ical_string_r(component);
    if (errno == ENOMEM) {
        g_error("no memory for a calendar");
    }
    char *copy = g_strdup(text);
    icalmemory_free_buffer(text);
    icalcomponent_free(component);
    return copy;
}

static char *head(const char *product, const char *name)
{
    static const char end[] = "END:VCALENDAR\r\n";
    errno = 0;
    icalcomponent *calendar = icalcomponent_new_vcalendar();
    icalproperty *shown = icalproperty_new_x(name);
    icalproperty_set_x_name(shown, "X-WR-CALNAME");
    icalcomponent_add_property(calendar, icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar, icalproperty_new_prodid(product));
    icalcomponent_add_property(calendar, icalproperty_new_calscale("GREGORIAN"));
    icalcomponent_add_property(calendar, icalproperty_new_method(ICAL_METHOD_PUBLISH));
    icalcomponent_add_property(calendar, shown);
    char *text = take_text(calendar);
    if (g_str_has_suffix(text, end)) {
        text[strlen(text) - strlen(end)] = '\0';
    }
    return text;
}

static struct icaltimetype date_of(Day day)
{
    struct icaltimetype time = icaltime_null_date();
    time.year = day.year;
    time.month = day.month;
    time.day = day.day;
    return time;
}

/* Adds the days on which EVENT comes; false when its rule is none. */
static bool add_days(icalcomponent *component, const IcsEvent *event)
{
    struct icaltimetype first = date_of(event->first), next = first;
    icaltime_adjust(&next, 1, 0, 0, 0);
    icalcomponent_add_property(component, icalproperty_new_dtstart(first));
    icalcomponent_add_property(component, icalproperty_new_dtend(next));
    if (event->rule == NULL) {
        return true;
    }
    struct icalrecurrencetype rule = icalrecurrencetype_from_string(event->rule);
    if (rule.freq == ICAL_NO_RECURRENCE) {
        return false;
    }
    icalcomponent_add_property(component, icalproperty_new_rrule(rule));
    return true;
}

static char *event_text(const IcsEvent *event)
{
    errno = 0;
    struct icaltimetype stamp = icaltime_from_string(event->stamp);
    if (icaltime_is_null_time(stamp)) {
        return NULL;
    }
    icalcomponent *component = icalcomponent_new_vevent();
    icalcomponent_add_property(component, icalproperty_new_uid(event->uid));
    icalcomponent_add_property(component, icalproperty_new_dtstamp(stamp));
    bool ok = add_days(component, event);
    icalcomponent_add_property(component, icalproperty_new_summary(event->title));
    if (event->note != NULL) {
        icalcomponent_add_property(component, icalproperty_new_description(event->note));
    }
    icalcomponent_add_property(component, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
    if (!ok) {
        icalcomponent_free(component);
        return NULL;
    }
    return take_text(component);
}

const IcsDriver *tresen_ics_driver(void)
{
    static const IcsDriver driver = {.head = head, .event = event_text};
    return &driver;
}
