/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row a screen that wants more than an empty shop. */
#include "tests/tui/openings.h"

#include "tests/data/fixture.h"

#include "data/customer/factkind.h"
#include "tui/screens/card.h"
#include "tui/screens/edit.h"
#include "tui/screens/import.h"
#include "tui/screens/importrun.h"
#include "tui/screens/note.h"
#include "tui/screens/person.h"

#include <string.h>

typedef struct {
    const char *name;
    void (*fill)(Opening *opening); /* NULL: nothing but the shop */
    bool takes_customer;
} OpeningRow;

/* Emma's shop with its customers instead of the empty one, and the one with NUMBER of them. */
static void take_customer(Opening *opening, const char *number)
{
    emma_free(opening->emma);
    opening->emma = emma_new();
    opening->shop = opening->emma->shop;
    opening->customer = emma_customer(opening->emma, number);
}

static void fill_card(Opening *opening)
{
    CardArg *arg = g_new0(CardArg, 1);
    arg->customer_id = opening->customer;
    opening->arg = opening->own = arg;
}

static void fill_edit(Opening *opening)
{
    EditArg *arg = g_new0(EditArg, 1);
    arg->customer_id = opening->customer;
    opening->arg = opening->own = arg;
}

static void fill_note(Opening *opening)
{
    g_autoptr(GError) error = NULL;
    NoteArg *arg = g_new0(NoteArg, 1);
    arg->customer_id = opening->customer;
    opening->kinds = fact_kind_list(opening->shop->db, &error);
    expect_done(opening->kinds != NULL, error);
    arg->kinds = opening->kinds;
    opening->arg = opening->own = arg;
}

static void fill_people(Opening *opening)
{
    gint64 *id = g_new(gint64, 1);
    *id = opening->customer;
    opening->arg = opening->own = id;
}

static void fill_person(Opening *opening)
{
    PersonArg *arg = g_new0(PersonArg, 1);
    arg->customer_id = opening->customer;
    opening->arg = opening->own = arg;
}

/* Before there is a shop. */
static void fill_start(Opening *opening)
{
    opening->path = g_build_filename(opening->emma->folder, "new.tresen", NULL);
    opening->arg = opening->path;
    opening->shop = NULL;
}

/* A list of two customers. */
static void write_list(Opening *opening)
{
    g_autoptr(GError) error = NULL;
    opening->path = g_build_filename(opening->emma->folder, "list.csv", NULL);
    const char *text = "Vorname;Nachname;Telefon\nAnna;Ott;0421 1234\nBert;Klein;\n";
    expect_done(g_file_set_contents(opening->path, text, -1, &error), error);
}

/* Something else is where the demo was to be: it is not made, and says so. */
static void fill_demomake(Opening *opening)
{
    write_list(opening);
    opening->arg = opening->path;
}

static void fill_importmap(Opening *opening)
{
    write_list(opening);
    ImportArg *arg = g_new0(ImportArg, 1);
    arg->path = opening->path;
    opening->arg = opening->own = arg;
}

static void fill_importrun(Opening *opening)
{
    write_list(opening);
    ImportRunArg *arg = g_new0(ImportRunArg, 1);
    arg->path = opening->path;
    opening->arg = opening->own = arg;
}

static const OpeningRow rows[] = {
    {"card", fill_card, true},
    {"customers", NULL, true},
    {"edit", fill_edit, true},
    {"note", fill_note, true},
    {"people", fill_people, true},
    {"person", fill_person, true},
    {"demomake", fill_demomake, false},
    {"importmap", fill_importmap, false},
    {"importrun", fill_importrun, false},
    {"newshop", fill_start, false},
    {"start", fill_start, false},
};

static const OpeningRow *row_of(const char *name)
{
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        if (strcmp(rows[i].name, name) == 0) {
            return &rows[i];
        }
    }
    return NULL;
}

Opening *opening_new_on(const char *name, const char *number)
{
    const OpeningRow *row = row_of(name);
    Opening *opening = g_new0(Opening, 1);
    opening->emma = emma_new_empty();
    opening->shop = opening->emma->shop;
    if (number != NULL) {
        take_customer(opening, number);
    }
    if (row != NULL && row->fill != NULL) {
        row->fill(opening);
    }
    return opening;
}

Opening *opening_new(const char *name)
{
    const OpeningRow *row = row_of(name);
    return opening_new_on(name, row != NULL && row->takes_customer ? "1001" : NULL);
}

void opening_free(Opening *opening)
{
    emma_free(opening->emma);
    if (opening->kinds) {
        g_ptr_array_unref(opening->kinds);
    }
    g_free(opening->own);
    g_free(opening->path);
    g_free(opening);
}
