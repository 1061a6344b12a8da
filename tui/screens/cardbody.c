/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The body of a card as rows of a list. */
#include "tui/screens/cardbody.h"

#include "data/base/i18n.h"
#include "data/base/instant.h"
#include "data/customer/fact.h"
#include "data/records.h"
#include "tui/dates.h"
#include "tui/screens/cardagenda.h"
#include "tui/screens/cardhistory.h"
#include "tui/screens/cardparts.h"
#include "tui/screens/factwords.h"
#include "tui/text.h"

#include <string.h>

enum {
    MARGIN = 1,
    GAP = 2,
    LABEL_MOST = 18,
    NOTE_MOST = 30,
    CLERK_MOST = 16,
    TICK = 2, /* the mark before what is done */
    COLS_FOR_NOTES = 64,
    COLS_FOR_TWO = 80, /* from here on what happened stands beside the notes */
    HISTORY_BELOW = 8, /* else so much of it below them */
    TABLES_MOST = 64   /* more than there are */
};

/* How wide labels and notes are follows from the rows, so it is kept with each. */
typedef struct {
    CardRow row; /* first: a Cell * is a CardRow * */
    char *clerk; /* who noted it, NULL */
    int label_width, note_width;
    int cols; /* of the line it may take */
    gint64 id;
} Cell;

static void cell_free(gpointer data)
{
    Cell *cell = data;
    g_free(cell->row.label);
    g_free(cell->row.text);
    g_free(cell->row.note);
    g_free(cell->clerk);
    g_free(cell);
}

static Cell *add_cell(GPtrArray *rows, CardRowKind kind)
{
    Cell *cell = g_new0(Cell, 1);
    cell->row.kind = kind;
    g_ptr_array_add(rows, cell);
    return cell;
}

/* When a fact was noted. */
static char *note_of(const RecordHead *head, Day today)
{
    Day day = instant_local_day(head->updated_at);
    return day_is_none(day) ? g_strdup("") : dates_brief(day, today);
}

/* Puts by whom a fact was noted behind the day, so that days and names stand below each other. */
static void name_clerks(GPtrArray *cells)
{
    int width = 0;
    for (guint i = 0; i < cells->len; i++) {
        width = MAX(width, text_width_shown(((const Cell *)g_ptr_array_index(cells, i))->clerk));
    }
    width = MIN(width, CLERK_MOST);
    for (guint i = 0; width > 0 && i < cells->len; i++) {
        Cell *cell = g_ptr_array_index(cells, i);
        if (cell->row.note != NULL) {
            g_autofree char *day = cell->row.note;
            const char *clerk = cell->clerk != NULL ? cell->clerk : "";
            int rest = MAX(width - text_width_shown(clerk), 0);
            cell->row.note = g_strdup_printf("%s%*s%s%*s", day, GAP, "", clerk, rest, "");
        }
    }
}

static void add_fact(GPtrArray *rows, const Card *card, const Fact *fact, const FactKind *kind,
                     bool is_first, Day today)
{
    Cell *cell = add_cell(rows, CARD_LINE);
    CardRow *row = &cell->row;
    row->record = &fact->head;
    row->label = is_first ? g_strdup(kind != NULL ? fact_kind_label(kind) : "") : NULL;
    row->text = g_strdup(fact_words(fact, kind));
    row->note = note_of(&fact->head, today);
    cell->clerk = g_strdup(card_clerk(card, fact->head.updated_by));
    row->faded = fact_is_done(fact);
}

/* The facts of one kind, those that are done behind the others. */
static void add_kind(GPtrArray *rows, const Card *card, const FactKind *kind, Day today)
{
    bool is_first = true;
    for (int done = 0; done < 2; done++) {
        for (guint i = 0; i < card->sheet->facts->len; i++) {
            const Fact *fact = g_ptr_array_index(card->sheet->facts, i);
            if (fact->kind_id == kind->head.id && fact_is_done(fact) == (done == 1)) {
                add_fact(rows, card, fact, kind, is_first, today);
                is_first = false;
            }
        }
    }
}

static void add_facts(GPtrArray *rows, const Card *card, Day today)
{
    for (guint k = 0; k < card->kinds->len; k++) {
        const FactKind *kind = g_ptr_array_index(card->kinds, k);
        if (strcmp(kind->code, "usual") != 0) {
            add_kind(rows, card, kind, today);
        }
    }
}

static void add_heading(GPtrArray *rows, const char *text)
{
    if (rows->len > 0) {
        add_cell(rows, CARD_BLANK);
    }
    add_cell(rows, CARD_HEADING)->row.text = g_strdup(text);
}

/* Adds the PARTS of a section, if there are any, and takes them over. HEADING may be NULL. */
static void add_section(GPtrArray *rows, const char *heading, GPtrArray *parts)
{
    for (guint i = 0; i < parts->len; i++) {
        CardPart *part = g_ptr_array_index(parts, i);
        if (i == 0 && heading != NULL) {
            add_heading(rows, heading);
        }
        CardRow *row = &add_cell(rows, CARD_LINE)->row;
        row->record = part->record;
        row->field = part->field;
        row->label = g_steal_pointer(&part->label);
        row->text = g_steal_pointer(&part->text);
    }
    g_ptr_array_unref(parts);
}

/* What stands over the whole width. */
static void add_top(GPtrArray *rows, const Card *card, Day today)
{
    const FactKind *usual = fact_kind_by_code(card->kinds, "usual");
    if (usual != NULL) {
        add_kind(rows, card, usual, today);
    }
    add_section(rows, NULL, card_parts_past(card, today));
}

/* What happened, where it does not stand beside the rest. */
static void add_history(GPtrArray *rows, const Card *card, Day today)
{
    for (guint i = 0; i < MIN(card->timeline->len, HISTORY_BELOW); i++) {
        const TimelineEntry *entry = g_ptr_array_index(card->timeline, i);
        if (i == 0) {
            add_heading(rows, _("HISTORY"));
        }
        CardRow *row = &add_cell(rows, CARD_LINE)->row;
        row->entry = entry;
        row->label = card_history_day(entry, today);
        row->text = card_history_line(entry, card->currency);
    }
    if (card->timeline->len > HISTORY_BELOW) {
        CardRow *row = &add_cell(rows, CARD_MORE)->row;
        row->text = g_strdup(_("t shows all of it"));
        row->faded = true;
    }
}

static void add_rest(GPtrArray *rows, const Card *card, Day today, bool with_history)
{
    g_autoptr(GPtrArray) facts = g_ptr_array_new();
    add_facts(facts, card, today);
    if (facts->len > 0) {
        add_heading(rows, _("ABOUT THEM"));
    }
    g_ptr_array_extend_and_steal(rows, g_steal_pointer(&facts));
    add_section(rows, _("REMINDERS"), card_parts_reminders(card, today));
    if (with_history) {
        add_history(rows, card, today);
    }
    GPtrArray *reach = card_parts_contacts(card->sheet);
    g_ptr_array_extend_and_steal(reach, card_parts_care(card, today));
    add_section(rows, _("REACH THEM"), reach);
    add_section(rows, _("PEOPLE"), card_parts_people(card->sheet, today));
    add_section(rows, _("DAYS"), card_parts_days(card->sheet, today));
    add_section(rows, _("ADDRESSES"), card_parts_addresses(card->sheet));
    add_section(rows, _("CONSENTS"), card_parts_consents(card->sheet));
}

/* The rows of CELL's text in lines of WIDTH go to ROWS; the first is CELL itself. */
static void break_text(GPtrArray *rows, Cell *cell, int width)
{
    g_auto(GStrv) lines = text_wrap(cell->row.text, MAX(width, 8));
    g_free(cell->row.text);
    cell->row.text = g_strdup(lines[0]);
    g_ptr_array_add(rows, cell);
    for (guint i = 1; lines[i] != NULL; i++) {
        Cell *more = add_cell(rows, CARD_MORE);
        more->row.record = cell->row.record;
        more->row.text = g_strdup(lines[i]);
        more->row.faded = cell->row.faded;
        more->label_width = cell->label_width;
        more->note_width = cell->note_width;
        more->cols = cell->cols;
        more->id = cell->id;
    }
}

/* Which table a record is of, so that ids of different tables differ. */
static gint64 id_of(const CardRow *row)
{
    const RecordHead *record = row->record;
    const TimelineEntry *entry = row->entry;
    if (entry != NULL) {
        return entry->id * TABLES_MOST + records_rank(entry->type) + 1;
    }
    return record != NULL ? record->id * TABLES_MOST + records_rank(record->type) + 1 : 0;
}

/* Whether anything stands on the card below the usual order and the last visit. */
static bool has_rest(const Card *card)
{
    const Sheet *sheet = card->sheet;
    bool has = sheet->contacts->len > 0 || sheet->relations->len > 0 || sheet->occasions->len > 0 ||
               sheet->addresses->len > 0 || sheet->consents->len > 0 ||
               sheet->customer->preferred_channel != NULL || card->reminders->len > 0 ||
               card->care->len > 0 || card->quiet->len > 0 || sheet->customer->clerk_id != 0 ||
               sheet->customer->closeness != NULL;
    const FactKind *usual = fact_kind_by_code(card->kinds, "usual");
    for (guint i = 0; i < sheet->facts->len && !has; i++) {
        const Fact *fact = g_ptr_array_index(sheet->facts, i);
        has = usual == NULL || fact->kind_id != usual->head.id;
    }
    return has;
}

int card_rows_split(const Card *card, int cols)
{
    bool is_split = cols >= COLS_FOR_TWO && card->timeline->len > 0 && has_rest(card);
    return is_split ? cols / 2 - 1 : cols;
}

int card_rows_heading(const GPtrArray *rows)
{
    guint row = 0;
    while (row < rows->len &&
           ((const CardRow *)g_ptr_array_index(rows, row))->kind != CARD_HEADING) {
        row++;
    }
    /* A blank row is between both parts. */
    return (int)row + (row == rows->len && row > 0 ? 1 : 0);
}

/* How wide the columns of CELLS are, for lines of COLS; TOP of them stand over the whole width of
 * ALL. */
static void set_widths(const GPtrArray *cells, guint top, int all, int cols)
{
    int label = 0, note = 0;
    for (guint i = 0; i < cells->len; i++) {
        const CardRow *row = g_ptr_array_index(cells, i);
        label = MAX(label, text_width_shown(row->label));
        note = MAX(note, text_width_shown(row->note));
    }
    label = MIN(label, MIN(LABEL_MOST, cols * 2 / 5));
    for (guint i = 0; i < cells->len; i++) {
        Cell *cell = g_ptr_array_index(cells, i);
        cell->cols = i < top ? all : cols;
        cell->label_width = label;
        cell->note_width = cell->cols >= COLS_FOR_NOTES ? MIN(note, NOTE_MOST) : 0;
        cell->id = id_of(&cell->row);
    }
}

GPtrArray *card_rows_new(const Card *card, Day today, int cols)
{
    g_autoptr(GPtrArray) cells = g_ptr_array_new();
    int left = card_rows_split(card, cols);
    add_top(cells, card, today);
    guint top = cells->len;
    add_rest(cells, card, today, left == cols);
    name_clerks(cells);
    set_widths(cells, top, cols, left);
    GPtrArray *rows = g_ptr_array_new_with_free_func(cell_free);
    for (guint i = 0; i < cells->len; i++) {
        Cell *cell = g_ptr_array_index(cells, i);
        if (cell->row.kind == CARD_LINE) {
            int width = cell->cols - MARGIN - cell->label_width - GAP - 1;
            width -= cell->row.faded ? TICK : 0;
            bool has_note = cell->row.note != NULL && cell->note_width > 0;
            break_text(rows, cell, width - (has_note ? cell->note_width + GAP : 0));
        } else {
            g_ptr_array_add(rows, cell);
        }
    }
    return rows;
}

static const Cell *cell_at(gconstpointer model, guint row)
{
    return g_ptr_array_index((const GPtrArray *)model, row);
}

static guint count(gconstpointer model)
{
    return ((const GPtrArray *)model)->len;
}

static bool is_heading(gconstpointer model, guint row)
{
    return cell_at(model, row)->row.kind != CARD_LINE;
}

static gint64 id(gconstpointer model, guint row)
{
    return cell_at(model, row)->id;
}

static void draw(Canvas *whole, gconstpointer model, guint index)
{
    const Cell *cell = cell_at(model, index);
    const CardRow *row = &cell->row;
    Canvas part = canvas_part(whole, 0, 0, 1, cell->cols), *line = &part;
    if (row->kind == CARD_BLANK) {
        return;
    }
    if (row->kind == CARD_HEADING) {
        canvas_put(line, 0, MARGIN, AREA_HEADING, row->text);
        return;
    }
    Canvas hidden = canvas_private(line);
    int col = MARGIN + cell->label_width + GAP;
    bool has_note = row->note != NULL && cell->note_width > 0;
    int width = line->cols - col - 1 - (has_note ? cell->note_width + GAP : 0);
    canvas_text(&hidden, 0, MARGIN, cell->label_width, AREA_LABEL, row->label);
    if (row->faded && row->kind == CARD_LINE) {
        /* What is done says so by more than its colour. */
        int end = canvas_put(&hidden, 0, col, AREA_GOOD, canvas_symbol(line, SYMBOL_DONE)) + 1;
        width -= end - col;
        col = end;
    }
    canvas_text(&hidden, 0, col, width, row->faded ? AREA_DIM : AREA_TEXT, row->text);
    if (has_note) {
        canvas_text_right(&hidden, 0, line->cols - 1 - cell->note_width, cell->note_width, AREA_DIM,
                          row->note);
    }
}

static bool is_title(gconstpointer model, guint row)
{
    return cell_at(model, row)->row.kind == CARD_HEADING;
}

const ListClass card_list = {
    .count = count, .is_heading = is_heading, .is_title = is_title, .id = id, .draw = draw};
