/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days of a row, and the people who belong to the customer. */
#include "data/list/rowread.h"

#include "data/base/i18n.h"

#include <string.h>

enum { OLDEST_AGE = 120 };

/* Words of a list for a kind of relation or occasion. */
typedef struct {
    const char *words; /* as fold_text() makes them, divided by "|" */
    const char *kind;
} WordKind;

static const WordKind relations[] = {
    {"spouse|partner|partnerin|domestic partner|wife|husband|ehemann|ehefrau|ehepartner|mann|"
     "frau|lebenspartner|lebensgefahrte|lebensgefahrtin|lebenspartnerin|verlobter|verlobte",
     "partner"},
    {"child|kind|son|daughter|sohn|tochter|kinder|children", "child"},
    {"parent|mother|father|mutter|vater|eltern|elternteil", "parent"},
    {"brother|sister|sibling|bruder|schwester|geschwister", "sibling"},
    {"friend|freund|freundin", "friend"},
    {"colleagu|assistant|manager|referred by|kollege|kollegin|assistent|assistentin|vorgesetzter|"
     "vorgesetzte|chef|chefin",
     "colleague"},
};

static const WordKind occasions[] = {
    {"anniversary|wedding|wedding anniversary|wedding day|jahrestag|hochzeitstag|hochzeit",
     "wedding"},
    {"name day|nameday|namenstag", "name_day"},
};

static const char *kind_of(const WordKind *table, gsize count, const char *text)
{
    for (gsize i = 0; i < count && text; i++) {
        if (cell_is_one_of(text, table[i].words)) {
            return table[i].kind;
        }
    }
    return "other";
}

/* TEXT without a time of day behind it and without words like "geb." before it. */
static char *bare_day(const char *text)
{
    const char *start = *text == '\'' ? text + 1 : text;
    for (;;) {
        gsize length = strcspn(start, " ");
        g_autofree char *word = g_strndup(start, length);
        if (*start == '*') {
            start++;
        } else if (start[length] && cell_is_one_of(word, "geb|geboren|am|born|on|seit|since|ab")) {
            start += length + 1;
        } else {
            break;
        }
        start += strspn(start, " ");
    }
    char *day = g_strdup(start);
    g_autoptr(GRegex) time = g_regex_new("[T ][0-9]{1,2}:[0-9]{2}", 0, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    int at;
    if (strchr(day, ':') && g_regex_match(time, day, 0, &match) &&
        g_match_info_fetch_pos(match, 0, &at, NULL)) {
        day[at] = '\0';
    }
    return day;
}

/* Whether DAY, in whatever part is known, lies behind TODAY. */
static bool lies_ahead(Day day, Day today)
{
    if (day.year == 0 || day.year < today.year) {
        return false;
    }
    if (day.year > today.year || day.month == 0 || day.month < today.month) {
        return day.year > today.year;
    }
    return day.month > today.month || day.day > today.day;
}

/* Reads the day in CELL; warns and returns false when there is none to keep. */
static bool day_of(RowReader *reader, const RowCell *cell, Day *day)
{
    g_autofree char *text = bare_day(cell->line);
    switch (day_read(text, reader->today, cell->column->day_order, day)) {
    case DAY_READ_OK:
        return true;
    case DAY_READ_EMPTY:
        return false;
    case DAY_READ_IMPOSSIBLE:
        row_warn(reader, cell, NULL,
                 _("There is no such day. The customer was taken over without it."));
        return false;
    case DAY_READ_AMBIGUOUS:
        row_warn(reader, cell, NULL,
                 _("This day can be read in two ways, as day and month or as month and day. The "
                   "customer was taken over without it."));
        return false;
    case DAY_READ_STRANGE:
        if (!cell_says_unknown(cell->line)) {
            row_note_and_warn(reader, cell, NULL, _("This is not a date. It was kept as a note."));
        }
        return false;
    }
    return false;
}

bool row_birthday_fits(Day day, Day today, const char **reason)
{
    *reason = NULL;
    if (lies_ahead(day, today)) {
        *reason = _("This birthday lies ahead. The customer was taken over without it.");
    } else if (day.year > 0 && day.year < today.year - OLDEST_AGE) {
        *reason = _("Nobody is as old as this birthday says. The customer was taken over without "
                    "it.");
    }
    return !*reason;
}

static void take_birthday(RowReader *reader, const RowCell *cell, Day day)
{
    const char *reason;
    if (!row_birthday_fits(day, reader->today, &reason)) {
        row_warn(reader, cell, NULL, reason);
    } else if (day_is_none(reader->row->birthday)) {
        reader->row->birthday = day;
    } else if (day.year != reader->row->birthday.year || day.month != reader->row->birthday.month ||
               day.day != reader->row->birthday.day) {
        row_note(reader, cell, NULL);
    }
}

static void take_past_day(RowReader *reader, const RowCell *cell, Day day)
{
    bool is_since = cell->column->field == LIST_SINCE;
    Day *target = is_since ? &reader->row->since : &reader->row->last_visit;
    if (lies_ahead(day, reader->today)) {
        row_note_and_warn(reader, cell, NULL, _("This day lies ahead. It was kept as a note."));
    } else if ((is_since ? day.year > 0 : day_is_whole(day)) && day_is_none(*target)) {
        *target = day;
    } else {
        row_note(reader, cell, NULL);
    }
}

static void add_occasion(RowReader *reader, const char *kind, const char *label, Day day)
{
    ListOccasion *occasion = g_new(ListOccasion, 1);
    occasion->kind = kind;
    occasion->label = g_strdup(label);
    occasion->day = day;
    g_ptr_array_add(reader->row->occasions, occasion);
}

/* A day whose label says what it is: a wedding day, a birthday, or something of the list's own. */
static void take_event(RowReader *reader, const RowCell *cell, Day day)
{
    g_autofree char *label = row_label(reader, cell);
    const char *kind = kind_of(occasions, G_N_ELEMENTS(occasions), label);
    if (label && cell_is_one_of(label, "birthday|geburtstag")) {
        take_birthday(reader, cell, day);
    } else if (strcmp(kind, "other") == 0) {
        add_occasion(reader, kind, label ? label : cell->column->header, day);
    } else {
        add_occasion(reader, kind, NULL, day);
    }
}

void row_read_day(RowReader *reader, const RowCell *cell)
{
    Day day;
    if (!day_of(reader, cell, &day)) {
        return;
    }
    ListField field = cell->column->field;
    if (field == LIST_BIRTHDAY) {
        take_birthday(reader, cell, day);
    } else if (field == LIST_WEDDING) {
        add_occasion(reader, "wedding", NULL, day);
    } else if (field == LIST_NAME_DAY) {
        add_occasion(reader, "name_day", NULL, day);
    } else if (field == LIST_EVENT) {
        take_event(reader, cell, day);
    } else {
        take_past_day(reader, cell, day);
    }
}

/* Whether TEXT is a birthday and nothing else; a single number is an age or a count. */
static bool is_birthday(RowReader *reader, const char *text, Day *day)
{
    const char *reason;
    g_autofree char *bare = bare_day(text);
    bool dated = g_ascii_isdigit(*bare) &&
                 (cell_digits(bare) >= 4 || strpbrk(bare, "./-") || strchr(bare, ' '));
    return dated && day_read(bare, reader->today, DAY_ORDER_DAY_FIRST, day) == DAY_READ_OK &&
           row_birthday_fits(*day, reader->today, &reason);
}

/* One person of a cell: "Kurt", "Lina (2015)", "Tom (Enkel)". */
static void add_person(RowReader *reader, const char *kind, const char *label, const char *text)
{
    ListPerson *person = g_new0(ListPerson, 1);
    person->kind = kind;
    person->name = g_strdup(text);
    if (strcmp(kind, "other") == 0) {
        person->note = g_strdup(label);
    }
    char *open = strchr(person->name, '(');
    gsize length = strlen(person->name);
    if (open && open > person->name && person->name[length - 1] == ')') {
        g_autofree char *inside = g_strndup(open + 1, length - (gsize)(open - person->name) - 2);
        if (is_birthday(reader, inside, &person->birthday)) {
            *open = '\0';
        }
    }
    g_strstrip(person->name);
    g_ptr_array_add(reader->row->people, person);
}

/* Takes PART as the birthday of the person added last; false when it is none. */
static bool take_persons_birthday(RowReader *reader, const char *part, guint first)
{
    GPtrArray *people = reader->row->people;
    ListPerson *last = people->len > first ? g_ptr_array_index(people, people->len - 1) : NULL;
    return last && day_is_none(last->birthday) && is_birthday(reader, part, &last->birthday);
}

void row_read_people(RowReader *reader, const RowCell *cell)
{
    if (cell_says_unknown(cell->line)) {
        return;
    }
    ListField field = cell->column->field;
    g_autofree char *label = field == LIST_RELATION ? row_label(reader, cell) : NULL;
    const char *kind = field == LIST_PARTNER ? "partner"
                       : field == LIST_CHILDREN
                           ? "child"
                           : kind_of(relations, G_N_ELEMENTS(relations), label);
    g_autoptr(GRegex) dividers =
        g_regex_new(field == LIST_CHILDREN ? "\\s*(?:[,;&+\\n]|\\bund\\b|\\band\\b|:::)\\s*"
                                           : "\\s*(?:[,;\\n]|:::)\\s*",
                    0, 0, NULL);
    g_auto(GStrv) parts = g_regex_split(dividers, cell->text, 0);
    guint first = reader->row->people->len;
    for (char **part = parts; *part; part++) {
        bool names_somebody = strpbrk(*part, "?") == NULL && cell_digits(*part) < strlen(*part) &&
                              !cell_says_none(*part);
        if (!**part || take_persons_birthday(reader, *part, first)) {
            continue;
        }
        /* "2" is how many children there are, "keine" that there are none. */
        if (names_somebody) {
            add_person(reader, kind, label, *part);
        } else {
            row_note(reader, cell, *part);
        }
    }
}
