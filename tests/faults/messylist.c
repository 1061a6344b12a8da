/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing customer lists as shops keep them. */
#include "tests/faults/messylist.h"

#include <stdbool.h>
#include <string.h>

/* What a column says. */
typedef enum {
    SAYS_NUMBER,
    SAYS_GIVEN,
    SAYS_FAMILY,
    SAYS_STREET,
    SAYS_POSTCODE,
    SAYS_PLACE,
    SAYS_PHONE,
    SAYS_EMAIL,
    SAYS_BIRTHDAY,
    SAYS_REMARK,
    SAYS_COUNT
} Says;

/* What the columns are called by whom. */
static const char *const headers[][SAYS_COUNT] = {
    {"Kd-Nr.", "Vorname", "Nachname", "Straße", "PLZ", "Ort", "Telefon", "E-Mail", "Geburtstag",
     "Bemerkung"},
    {"Customer ID", "First Name", "Last Name", "Address", "Zip", "City", "Phone", "Email",
     "Birthday", "Note"},
    {"KUNDENNUMMER", "VORNAME", "NAME", "STRASSE", "POSTLEITZAHL", "WOHNORT", "TEL", "MAIL", "GEB.",
     "NOTIZEN"},
    {"number", "given_name", "family_name", "street", "postcode", "city", "mobile", "e-mail",
     "date of birth", "notes"},
    {" Kunden-Nr ", "Vorname:", "Familienname", "Strasse", "Plz", "Stadt", "Handy", "Mailadresse",
     "Geburtsdatum", "Anmerkungen"},
};

typedef enum { IN_UTF8, IN_UTF8_MARKED, IN_UTF16_LE, IN_UTF16_BE, IN_CP1252 } Encoding;
static const char *const encodings[] = {"UTF-8", "UTF-8 with mark", "UTF-16LE", "UTF-16BE",
                                        "CP1252"};

/* How a list is written. */
typedef struct {
    GRand *chance;
    MessyList *list;
    GString *text; /* UTF-8 */
    guint line;    /* that comes next */
    Encoding encoding;
    char separator;
    const char *line_end;
    bool is_named;      /* "sep=;" stands above */
    bool is_all_quoted; /* else only where it has to be */
    bool is_ragged;     /* rows end behind their last cell with something in it */
    bool has_blanks;    /* blank lines here and there */
    guint language;     /* of the headers */
    guint dates;        /* how they are written */
    Says columns[SAYS_COUNT];
    guint count; /* of columns */
} Writer;

static guint below(Writer *writer, guint limit)
{
    return (guint)g_rand_int_range(writer->chance, 0, (gint32)limit);
}

static bool is_chance(Writer *writer, guint percent)
{
    return below(writer, 100) < percent;
}

static void end_line(Writer *writer)
{
    g_string_append(writer->text, writer->line_end);
    writer->line++;
}

/* The cell NUMBER of a line (from 0). Text of several lines has the line ends of the list. */
static void write_cell(Writer *writer, guint number, const char *text)
{
    bool is_needed = strchr(text, writer->separator) != NULL || strpbrk(text, "\"\n") != NULL;
    bool is_quoted = is_needed || (writer->is_all_quoted && *text != '\0');
    if (number > 0) {
        g_string_append_c(writer->text, writer->separator);
    }
    g_string_append(writer->text, is_quoted ? "\"" : "");
    for (; *text != '\0'; text++) {
        if (*text == '\n') {
            end_line(writer);
        } else {
            g_string_append(writer->text, *text == '"' ? "\"" : "");
            g_string_append_c(writer->text, *text);
        }
    }
    g_string_append(writer->text, is_quoted ? "\"" : "");
}

static char *birthday(Writer *writer, guint person)
{
    guint year = 1930 + person * 7 % 70, month = 1 + person * 5 % 12, day = 13 + person % 15;
    switch (writer->dates) {
    case 0:
        return g_strdup_printf("%02u.%02u.%u", day, month, year);
    case 1:
        return g_strdup_printf("%u-%02u-%02u", year, month, day);
    case 2:
        return g_strdup_printf("%u/%u/%u", day, month, year);
    default:
        return g_strdup_printf("%u.%u.", day, month);
    }
}

static const char *remark(guint person)
{
    static const char *const remarks[] = {
        "",
        "mag Erdbeere",
        "sagt \"wie immer\"; 2 Brezeln",
        "=1+1",
        "@home, -cmd, +x",
        "'t is goed",
        "erste Zeile\nzweite Zeile",
        "Schirm vergessen, holt ihn am Freitag, wenn's geht",
        "%s%n $(x) ../ '; DROP",
        "\tmit Tab",
        "'=SUMME(A1)",
        "allergisch gegen Nüsse",
    };
    return remarks[person % G_N_ELEMENTS(remarks)];
}

/* What PERSON says to SAYS; never the same name for two of them. Free with g_free. */
static char *value(Writer *writer, Says says, guint person)
{
    static const char *const given[] = {"Anna",  "Jürgen", "Zoë", "Karl-Heinz", "Åsa",
                                        "Maren", "Ole",    "Mia", "Hilde",      "François",
                                        "Tim",   "Emine",  "José"};
    static const char *const family[] = {"Müller", "'t Hooft", "von der Heide", "Groß",   "O'Brien",
                                         "Ott",    "Schmidt",  "Núñez",         "Yıldız", "Berg",
                                         "Vogel",  "Strauß",   "Lindström",     "Bauer",  "Hansen",
                                         "Peters", "Weiß"};
    switch (says) {
    case SAYS_NUMBER:
        return g_strdup_printf("%u", 1000 + person);
    case SAYS_GIVEN:
        return g_strdup(given[person % G_N_ELEMENTS(given)]);
    case SAYS_FAMILY: {
        const char *name = family[person % G_N_ELEMENTS(family)];
        bool is_narrow = writer->encoding == IN_CP1252 && strcmp(name, "Yıldız") == 0;
        return g_strdup(is_narrow ? "Yildiz" : name);
    }
    case SAYS_STREET:
        return g_strdup_printf("Große Gasse %u%s", 1 + person, person % 3 == 0 ? "a, Hof" : "");
    case SAYS_POSTCODE:
        return g_strdup_printf("%05u", 1067 + person * 17);
    case SAYS_PLACE:
        return g_strdup(person % 4 == 0 ? "'s-Gravenhage" : "Köln");
    case SAYS_PHONE:
        return g_strdup_printf(person % 2 == 0 ? "+49 421 %u" : "0421/%u", 84220 + person);
    case SAYS_EMAIL:
        return g_strdup_printf("kunde%u@example.org", person);
    case SAYS_BIRTHDAY:
        return birthday(writer, person);
    case SAYS_REMARK:
        return g_strdup(remark(person));
    case SAYS_COUNT:
        break;
    }
    return g_strdup("");
}

/* Begins a record, behind some blank lines. */
static void begin_record(Writer *writer)
{
    while (writer->has_blanks && is_chance(writer, 15)) {
        g_string_append(writer->text, is_chance(writer, 50) ? "" : "  ");
        end_line(writer);
    }
    writer->list->records++;
}

static void refuse_record(Writer *writer)
{
    begin_record(writer);
    g_array_append_val(writer->list->refused, writer->line);
}

static void write_person(Writer *writer, guint person)
{
    guint last = writer->count;
    begin_record(writer);
    for (; writer->is_ragged && last > 1; last--) {
        g_autofree char *text = value(writer, writer->columns[last - 1], person);
        if (*text != '\0') {
            break;
        }
    }
    for (guint i = 0; i < last; i++) {
        g_autofree char *text = value(writer, writer->columns[i], person);
        write_cell(writer, i, text);
    }
    end_line(writer);
}

/* Only what says TOLD is told, by PERSON; nobody can tell who it is. */
static void write_part(Writer *writer, Says told, guint person)
{
    refuse_record(writer);
    for (guint i = 0; i < writer->count; i++) {
        g_autofree char *text =
            writer->columns[i] == told ? value(writer, told, person) : g_strdup("");
        write_cell(writer, i, text);
    }
    end_line(writer);
}

/* A quotation mark is opened and never closed. */
static void write_unclosed(Writer *writer)
{
    refuse_record(writer);
    for (guint i = 0; i < writer->count; i++) {
        if (i > 0) {
            g_string_append_c(writer->text, writer->separator);
        }
        g_string_append(writer->text, i == writer->count / 2 ? "\"=x" : "x");
    }
    end_line(writer);
}

static void write_endless(Writer *writer)
{
    enum { CELLS = 10001 };
    refuse_record(writer);
    /* Tabs alone would be a line of blanks. */
    g_string_append_c(writer->text, 'x');
    for (guint i = 0; i < CELLS; i++) {
        g_string_append_c(writer->text, writer->separator);
    }
    end_line(writer);
}

/* The number of the first customer, told of somebody else. */
static void write_stranger(Writer *writer)
{
    refuse_record(writer);
    for (guint i = 0; i < writer->count; i++) {
        g_autofree char *number = value(writer, SAYS_NUMBER, 0);
        write_cell(writer, i,
                   writer->columns[i] == SAYS_NUMBER   ? number
                   : writer->columns[i] == SAYS_FAMILY ? "Fremd"
                   : writer->columns[i] == SAYS_GIVEN  ? "Frieda"
                                                       : "");
    }
    end_line(writer);
}

static bool has_column(const Writer *writer, Says says)
{
    for (guint i = 0; i < writer->count; i++) {
        if (writer->columns[i] == says) {
            return true;
        }
    }
    return false;
}

/* The columns in any order; names are always among them. */
static void choose_columns(Writer *writer)
{
    for (Says says = SAYS_NUMBER; says < SAYS_COUNT; says++) {
        bool is_name = says == SAYS_GIVEN || says == SAYS_FAMILY || says == SAYS_PHONE;
        if (is_name || is_chance(writer, 75)) {
            writer->columns[writer->count++] = says;
        }
    }
    for (guint i = writer->count; i > 1; i--) {
        guint other = below(writer, i);
        Says says = writer->columns[i - 1];
        writer->columns[i - 1] = writer->columns[other];
        writer->columns[other] = says;
    }
}

static void write_head(Writer *writer)
{
    if (writer->is_named) {
        g_string_append_printf(writer->text, "sep=%c", writer->separator);
        end_line(writer);
    } else if (is_chance(writer, 20)) {
        g_string_append(writer->text, "Unsere Stammkunden");
        end_line(writer);
        end_line(writer);
    }
    for (guint i = 0; i < writer->count; i++) {
        write_cell(writer, i, headers[writer->language][writer->columns[i]]);
    }
    end_line(writer);
}

static void write_broken(Writer *writer)
{
    switch (below(writer, 4)) {
    case 0:
        if (has_column(writer, SAYS_POSTCODE)) {
            write_part(writer, SAYS_POSTCODE, below(writer, 100));
        }
        break;
    case 1:
        if (!writer->is_all_quoted) {
            write_unclosed(writer);
        }
        break;
    case 2:
        if (has_column(writer, SAYS_NUMBER)) {
            write_stranger(writer);
        }
        break;
    default:
        if (is_chance(writer, 20)) {
            write_endless(writer);
        }
    }
}

static void write_rows(Writer *writer)
{
    enum { FEWEST = 8, MOST = 40 };
    guint people = FEWEST + below(writer, MOST - FEWEST);
    for (guint person = 0; person < people; person++) {
        write_person(writer, person);
        if (is_chance(writer, 10)) {
            write_person(writer, below(writer, person + 1));
        }
        if (is_chance(writer, 15)) {
            write_broken(writer);
        }
    }
    writer->list->people = people;
}

/* The end of the file as programs and accidents leave it. */
static void write_end(Writer *writer)
{
    gsize end = strlen(writer->line_end);
    switch (below(writer, 5)) {
    case 0:
        g_string_truncate(writer->text, writer->text->len - end);
        break;
    case 1:
        g_string_append(writer->text, "\x1a");
        break;
    case 2:
        if (!writer->is_all_quoted) {
            write_unclosed(writer);
            g_string_truncate(writer->text, writer->text->len - end);
        }
        break;
    case 3:
        end_line(writer);
        end_line(writer);
        break;
    default:
        break;
    }
}

/* The text as the file has it. */
static GString *encode(const Writer *writer)
{
    static const char *const names[] = {"UTF-8", "UTF-8", "UTF-16LE", "UTF-16BE", "WINDOWS-1252"};
    static const char *const marks[] = {"", "\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF", ""};
    gsize length = 0;
    g_autoptr(GError) error = NULL;
    g_autofree char *bytes = g_convert(writer->text->str, (gssize)writer->text->len,
                                       names[writer->encoding], "UTF-8", NULL, &length, &error);
    if (bytes == NULL) {
        g_error("A list cannot be written in %s: %s", names[writer->encoding], error->message);
    }
    GString *all = g_string_new(marks[writer->encoding]);
    g_string_append_len(all, bytes, (gssize)length);
    return all;
}

MessyList *messy_list_new(guint32 seed)
{
    static const char *const line_ends[] = {"\n", "\r\n", "\r"};
    static const char separators[] = ";,\t|^~";
    MessyList *list = g_new0(MessyList, 1);
    g_autoptr(GRand) chance = g_rand_new_with_seed(seed);
    g_autoptr(GString) text = g_string_new(NULL);
    Writer writer = {.chance = chance, .list = list, .text = text, .line = 1};
    list->refused = g_array_new(FALSE, FALSE, sizeof(guint));
    writer.encoding = (Encoding)(seed % G_N_ELEMENTS(encodings));
    writer.is_named = is_chance(&writer, 20);
    writer.separator = separators[below(&writer, writer.is_named ? 6 : 4)];
    writer.line_end = line_ends[below(&writer, G_N_ELEMENTS(line_ends))];
    writer.is_all_quoted = is_chance(&writer, 30);
    writer.is_ragged = is_chance(&writer, 30);
    writer.has_blanks = is_chance(&writer, 30);
    writer.language = below(&writer, G_N_ELEMENTS(headers));
    writer.dates = below(&writer, 4);
    choose_columns(&writer);
    write_head(&writer);
    write_rows(&writer);
    write_end(&writer);
    list->bytes = encode(&writer);
    list->told = g_strdup_printf(
        "list %u: %s, “%c”, line ends %s%s%s", seed, encodings[writer.encoding], writer.separator,
        *writer.line_end == '\n'     ? "LF"
        : writer.line_end[1] == '\n' ? "CRLF"
                                     : "CR",
        writer.is_all_quoted ? ", all quoted" : "", writer.is_ragged ? ", ragged" : "");
    return list;
}

void messy_list_free(MessyList *list)
{
    if (list != NULL) {
        g_string_free(list->bytes, TRUE);
        g_array_unref(list->refused);
        g_free(list->told);
        g_free(list);
    }
}
