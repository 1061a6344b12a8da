/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all parts of reading a row share, and the small cells: answers, languages and so on. */
#include "data/list/rowread.h"

#include "data/base/i18n.h"
#include "data/customer/customer.h"

#include <string.h>

/* Words of a list for a code of the program. */
typedef struct {
    const char *words; /* as fold_text() makes them, divided by "|" */
    const char *code;
} WordCode;

static const WordCode labels[] = {
    {"mobile|mobil|handy|cell|cell phone|mobiltelefon|iphone", "mobile"},
    {"home|privat|zuhause|zu hause|daheim|private|personal|personlich", "home"},
    {"work|arbeit|geschaftlich|dienstlich|business|office|buro|firma", "work"},
    {"other|sonstige|sonstiges|andere|anderer|weitere", "other"},
};

static const WordCode channels[] = {
    {"telefon|phone|anruf|anrufen|telefonisch|tel|call|mobil|handy|mobile", "phone"},
    {"e mail|email|mail|per e mail|per mail", "email"},
    {"sms|text|textnachricht|text message", "sms"},
    {"post|brief|postweg|per post|letter|mailing", "post"},
    {"whatsapp|social|facebook|instagram|signal|telegram|messenger", "social"},
    {"personlich|im laden|laden|theke|vor ort|counter|in person|in the shop|shop", "counter"},
};

static const WordCode languages[] = {
    {"de|deutsch|german|de de|de at|de ch|deu|ger", "de"},
    {"en|englisch|english|en us|en gb|eng", "en"},
    {"fr|franzosisch|french|fr fr|francais", "fr"},
    {"nl|niederlandisch|hollandisch|dutch|nl nl|nederlands", "nl"},
    {"tr|turkisch|turkish|tr tr", "tr"},
    {"pl|polnisch|polish|pl pl", "pl"},
    {"ru|russisch|russian|ru ru", "ru"},
    {"it|italienisch|italian|it it", "it"},
    {"es|spanisch|spanish|es es", "es"},
    {"pt|portugiesisch|portugus|pt pt|pt br", "pt"},
    {"uk|ukrainisch|ukrainian|uk ua", "uk"},
    {"ar|arabisch|arabic", "ar"},
    {"da|danisch|danish|da dk", "da"},
};

static const WordCode classes[] = {
    {"a|a kunde|a kundin|a customer|klasse a|class a", "A"},
    {"b|b kunde|b kundin|b customer|klasse b|class b", "B"},
    {"c|c kunde|c kundin|c customer|klasse c|class c", "C"},
};

static const WordCode closenesses[] = {
    {"eng|nah|nahe|sehr nah|vertraut|freund|freundin|near", "close"},
    {"bekannt|gut bekannt|mittel|medium", "known"},
    {"fern|entfernt|fluchtig|fremd|far", "distant"},
};

static const char *code_of(const WordCode *table, gsize count, const char *text)
{
    for (gsize i = 0; i < count; i++) {
        if (cell_is_one_of(text, table[i].words)) {
            return table[i].code;
        }
    }
    return NULL;
}

void row_warn(RowReader *reader, const RowCell *cell, const char *value, const char *reason)
{
    ListWarning *warning = g_new(ListWarning, 1);
    warning->line = reader->row->line;
    warning->field = g_strdup(cell ? cell->column->header : "");
    warning->value = g_strdup(value ? value : cell ? cell->text : "");
    warning->reason = reason;
    g_ptr_array_add(reader->row->warnings, warning);
}

void row_fact(RowReader *reader, const char *kind, const char *words)
{
    for (guint i = 0; i < reader->row->facts->len; i++) {
        const ListFact *known = g_ptr_array_index(reader->row->facts, i);
        if (strcmp(known->kind, kind) == 0 && strcmp(known->words, words) == 0) {
            return;
        }
    }
    ListFact *fact = g_new0(ListFact, 1);
    fact->kind = g_strdup(kind);
    fact->words = g_strdup(words);
    g_ptr_array_add(reader->row->facts, fact);
}

void row_note(RowReader *reader, const RowCell *cell, const char *value)
{
    const char *kept = value ? value : cell->text;
    if (!*cell->column->header) {
        row_fact(reader, "note", kept);
        return;
    }
    g_autofree char *note = g_strdup_printf("%s: %s", cell->column->header, kept);
    row_fact(reader, "note", note);
}

void row_note_and_warn(RowReader *reader, const RowCell *cell, const char *value,
                       const char *reason)
{
    row_note(reader, cell, value);
    row_warn(reader, cell, value, reason);
}

char *row_label(const RowReader *reader, const RowCell *cell)
{
    const MappingColumn *own = cell->column;
    if (own->label) {
        return g_strdup(own->label);
    }
    /* The label of an address stands beside its parts. */
    bool of_address = own->field >= LIST_STREET && own->field <= LIST_ADDRESS;
    for (guint i = 0; i < MIN(reader->mapping->columns->len, reader->cells->len); i++) {
        const MappingColumn *column = g_ptr_array_index(reader->mapping->columns, i);
        if (!column->is_label || column->number != own->number ||
            (column->field != own->field && !(of_address && column->field == LIST_ADDRESS))) {
            continue;
        }
        g_autoptr(GPtrArray) values = cell_values(g_ptr_array_index(reader->cells, i));
        if (values->len == 0) {
            return NULL;
        }
        const char *label = g_ptr_array_index(values, 0);
        const char *code = code_of(labels, G_N_ELEMENTS(labels), label);
        return code ? g_strdup(code) : cell_line(label);
    }
    return NULL;
}

void row_set_once(RowReader *reader, const RowCell *cell, char **target, char *value)
{
    if (!*target) {
        *target = value;
        return;
    }
    if (strcmp(*target, value) != 0) {
        row_note(reader, cell, value);
    }
    g_free(value);
}

void row_append(char **to, const char *divider, const char *text)
{
    if (!text) {
        return;
    }
    char *joined = *to ? g_strconcat(*to, divider, text, NULL) : g_strdup(text);
    g_free(*to);
    *to = joined;
}

void row_read_answer(RowReader *reader, const RowCell *cell)
{
    bool understood;
    ListAnswer answer = cell_answer(cell->line, &understood);
    if (!understood) {
        row_note_and_warn(reader, cell, NULL,
                          _("This is neither yes nor no. It was kept as a note."));
        return;
    }
    ListRow *row = reader->row;
    ListAnswer *target = cell->column->field == LIST_NEWS_EMAIL   ? &row->news_email
                         : cell->column->field == LIST_NEWS_SMS   ? &row->news_sms
                         : cell->column->field == LIST_NEWS_PHONE ? &row->news_phone
                                                                  : &row->news_post;
    /* Of two answers the refusal counts. */
    if (*target != LIST_ANSWER_NO && answer != LIST_ANSWER_UNKNOWN) {
        *target = answer;
    }
}

void row_read_channel(RowReader *reader, const RowCell *cell)
{
    const char *channel = code_of(channels, G_N_ELEMENTS(channels), cell->line);
    if (channel && !reader->row->channel) {
        reader->row->channel = channel;
    } else if (!channel && !cell_says_unknown(cell->line)) {
        row_note(reader, cell, NULL);
    }
}

/* Takes what CELL means by TABLE, or by the codes and labels of CHOICES, into *TARGET. */
static void read_code(RowReader *reader, const RowCell *cell, const WordCode *table, gsize count,
                      const Choice *choices, const char **target)
{
    const char *code = code_of(table, count, cell->line);
    code = code ? code : choice_code(choices, cell->line);
    if (code && !*target) {
        *target = code;
    } else if (!code && !cell_says_unknown(cell->line)) {
        row_note(reader, cell, NULL);
    }
}

void row_read_class(RowReader *reader, const RowCell *cell)
{
    read_code(reader, cell, classes, G_N_ELEMENTS(classes), customer_classes, &reader->row->class);
}

void row_read_closeness(RowReader *reader, const RowCell *cell)
{
    read_code(reader, cell, closenesses, G_N_ELEMENTS(closenesses), customer_closenesses,
              &reader->row->closeness);
}

void row_read_language(RowReader *reader, const RowCell *cell)
{
    const char *language = code_of(languages, G_N_ELEMENTS(languages), cell->line);
    const char *text = cell->line;
    bool two_letters = g_ascii_isalpha(text[0]) && g_ascii_isalpha(text[1]) && text[2] == '\0';
    g_autofree char *small = g_ascii_strdown(text, -1);
    if (!language && two_letters) {
        language = g_intern_string(small);
    }
    if (language && !reader->row->language) {
        reader->row->language = language;
    } else if (!language && !cell_says_unknown(text)) {
        row_note(reader, cell, NULL);
    }
}

void row_read_visits(RowReader *reader, const RowCell *cell)
{
    guint64 visits;
    if (g_ascii_string_to_unsigned(cell->line, 10, 0, 999999, &visits, NULL)) {
        reader->row->visits = MAX(reader->row->visits, (int)visits);
    } else if (!cell_says_unknown(cell->line)) {
        row_note_and_warn(reader, cell, NULL,
                          _("This is not a number of visits. It was kept as a note."));
    }
}

void row_read_address_form(RowReader *reader, const RowCell *cell)
{
    bool understood;
    ListAnswer answer = cell_answer(cell->line, &understood);
    bool asks_for_du = cell_is_one_of(cell->column->header, "du|duzen");
    const char *form = NULL;
    if (cell_is_one_of(cell->line, "du|duzen|per du|informell|informal|geduzt")) {
        form = "du";
    } else if (cell_is_one_of(cell->line, "sie|siezen|per sie|formell|formal|gesiezt")) {
        form = "sie";
    } else if (asks_for_du && answer != LIST_ANSWER_UNKNOWN) {
        form = answer == LIST_ANSWER_YES ? "du" : "sie";
    }
    if (form) {
        reader->row->address_form = form;
    } else if (!cell_says_unknown(cell->line)) {
        row_note(reader, cell, NULL);
    }
}
