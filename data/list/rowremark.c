/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row tells about the customer in free words. */
#include "data/list/rowread.h"

#include "data/customer/factguess.h"

#include <string.h>

/* A thought of a remark and what it is about. */
typedef struct {
    const char *words;
    FactGuess guess;
    bool is_safe;
} Thought;

void row_read_remark(RowReader *reader, const RowCell *cell)
{
    g_autoptr(GPtrArray) values = cell_values(cell->text);
    for (guint i = 0; i < values->len; i++) {
        g_auto(GStrv) thoughts = fact_split(g_ptr_array_index(values, i));
        for (char **thought = thoughts; *thought; thought++) {
            g_ptr_array_add(reader->remarks, cell_line(*thought));
        }
    }
}

static const char *kind_of_field(ListField field)
{
    return field == LIST_LIKES      ? "likes"
           : field == LIST_DISLIKES ? "dislikes"
           : field == LIST_ALLERGY  ? "allergy"
           : field == LIST_USUAL    ? "usual"
           : field == LIST_INTEREST ? "interest"
                                    : "caution";
}

void row_read_fact(RowReader *reader, const RowCell *cell)
{
    if (cell_says_unknown(cell->line)) {
        return;
    }
    const char *kind = kind_of_field(cell->column->field);
    g_auto(GStrv) thoughts = fact_split(cell->text);
    for (char **thought = thoughts; *thought; thought++) {
        bool understood;
        bool only_yes = cell_answer(*thought, &understood) == LIST_ANSWER_YES;
        g_autofree char *headed = g_strdup_printf("%s: %s", cell->column->header, *thought);
        /* "keine" and "Nüsse?" say that nothing is known for sure. */
        if (cell_says_none(*thought) || strchr(*thought, '?')) {
            row_fact(reader, "note", headed);
        } else {
            row_fact(reader, kind, only_yes ? headed : *thought);
        }
    }
}

void row_read_tags(RowReader *reader, const RowCell *cell)
{
    g_autoptr(GPtrArray) values = cell_values(cell->text);
    for (guint i = 0; i < values->len; i++) {
        g_auto(GStrv) tags = g_strsplit_set(g_ptr_array_index(values, i), ",;\n", -1);
        for (char **tag = tags; *tag; tag++) {
            g_strstrip(*tag);
            /* The groups in which an address book puts everybody. */
            if (cell_says_unknown(*tag) || cell_is_one_of(*tag, "mycontacts|starred")) {
                continue;
            }
            FactGuess guess = fact_guess(*tag, reader->today);
            bool is_more = guess.trust == GUESS_SAFE && day_is_none(guess.day) &&
                           strcmp(guess.kind, "note") != 0;
            row_fact(reader, is_more ? guess.kind : "tag", *tag);
        }
    }
}

void row_read_kept(RowReader *reader, const RowCell *cell)
{
    bool understood;
    g_autofree char *label = row_label(reader, cell);
    /* Shop systems write a zero or a no into every row. */
    bool says_nothing =
        cell->column->recognised && (cell_is_one_of(cell->line, "0 00|0 0") ||
                                     cell_answer(cell->line, &understood) == LIST_ANSWER_NO);
    if (says_nothing || cell_says_unknown(cell->line)) {
        return;
    }
    if (!label) {
        guint before = reader->row->facts->len;
        row_note(reader, cell, NULL);
        if (reader->row->facts->len > before && *cell->column->header != '\0') {
            ListFact *fact = g_ptr_array_index(reader->row->facts, before);
            fact->header = g_strdup(cell->column->header);
        }
        return;
    }
    g_autofree char *note = g_strdup_printf("%s: %s", label, cell->text);
    row_fact(reader, "note", note);
}

static bool is_sensitive(const Thought *thought)
{
    return thought->is_safe && (strcmp(thought->guess.kind, "allergy") == 0 ||
                                strcmp(thought->guess.kind, "belief") == 0);
}

static bool is_nameless(const ListRow *row)
{
    return !row->given_name && !row->family_name && !row->company && !row->description;
}

/* The remarks with what they are about; words that only say the name is unknown are left out. */
static GArray *judge(RowReader *reader)
{
    GArray *thoughts = g_array_new(FALSE, FALSE, sizeof(Thought));
    bool nameless = is_nameless(reader->row);
    for (guint i = 0; i < reader->remarks->len; i++) {
        const char *words = g_ptr_array_index(reader->remarks, i);
        if (!*words || (nameless && cell_says_unknown(words))) {
            continue;
        }
        Thought thought = {.words = words, .guess = fact_guess(words, reader->today)};
        thought.is_safe =
            thought.guess.trust == GUESS_SAFE && strcmp(thought.guess.kind, "note") != 0;
        g_array_append_val(thoughts, thought);
    }
    return thoughts;
}

/* Makes a remark the description of a customer without a name. A plain remark moves there, a safe
 * fact stays one too. */
static void describe(ListRow *row, GArray *thoughts)
{
    for (guint i = 0; i < thoughts->len; i++) {
        if (!g_array_index(thoughts, Thought, i).is_safe) {
            row->description = g_strdup(g_array_index(thoughts, Thought, i).words);
            g_array_remove_index(thoughts, i);
            return;
        }
    }
    for (guint i = 0; i < thoughts->len; i++) {
        const Thought *thought = &g_array_index(thoughts, Thought, i);
        if (!is_sensitive(thought)) {
            row->description = g_strdup(thought->words);
            return;
        }
    }
}

/* A safe thought with a day: the day goes where days are, the words stay. */
static void take_day(RowReader *reader, const Thought *thought)
{
    ListRow *row = reader->row;
    const char *reason;
    if (strcmp(thought->guess.kind, "birthday") == 0) {
        if (day_is_none(row->birthday) &&
            row_birthday_fits(thought->guess.day, reader->today, &reason)) {
            row->birthday = thought->guess.day;
        }
    } else {
        ListOccasion *occasion = g_new0(ListOccasion, 1);
        occasion->kind = thought->guess.kind;
        occasion->day = thought->guess.day;
        g_ptr_array_add(row->occasions, occasion);
    }
    row_fact(reader, "occasion", thought->words);
}

void row_finish_remarks(RowReader *reader)
{
    g_autoptr(GArray) thoughts = judge(reader);
    if (is_nameless(reader->row)) {
        describe(reader->row, thoughts);
    }
    for (guint i = 0; i < thoughts->len; i++) {
        const Thought *thought = &g_array_index(thoughts, Thought, i);
        bool is_day = strcmp(thought->guess.kind, "wedding") == 0 ||
                      strcmp(thought->guess.kind, "name_day") == 0 ||
                      strcmp(thought->guess.kind, "birthday") == 0;
        if (thought->is_safe && is_day && !day_is_none(thought->guess.day)) {
            take_day(reader, thought);
        } else {
            row_fact(reader, thought->is_safe && !is_day ? thought->guess.kind : "note",
                     thought->words);
        }
    }
}
