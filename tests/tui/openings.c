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
    void (*fill)(Opening *opening);
} OpeningRow;

/* Emma's shop with its customers instead of the empty one. Returns the id of one of them. */
static gint64 with_customers(Opening *opening)
{
    emma_free(opening->emma);
    opening->emma = emma_new();
    opening->shop = opening->emma->shop;
    return emma_customer(opening->emma, "1001");
}

static void fill_card(Opening *opening)
{
    CardArg *arg = g_new0(CardArg, 1);
    arg->customer_id = with_customers(opening);
    opening->arg = opening->own = arg;
}

static void fill_customers(Opening *opening)
{
    with_customers(opening);
}

static void fill_edit(Opening *opening)
{
    EditArg *arg = g_new0(EditArg, 1);
    arg->customer_id = with_customers(opening);
    opening->arg = opening->own = arg;
}

static void fill_note(Opening *opening)
{
    g_autoptr(GError) error = NULL;
    NoteArg *arg = g_new0(NoteArg, 1);
    arg->customer_id = with_customers(opening);
    opening->kinds = fact_kind_list(opening->shop->db, &error);
    expect_done(opening->kinds != NULL, error);
    arg->kinds = opening->kinds;
    opening->arg = opening->own = arg;
}

static void fill_people(Opening *opening)
{
    gint64 *id = g_new(gint64, 1);
    *id = with_customers(opening);
    opening->arg = opening->own = id;
}

static void fill_person(Opening *opening)
{
    PersonArg *arg = g_new0(PersonArg, 1);
    arg->customer_id = with_customers(opening);
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
    {"demomake", fill_demomake}, {"card", fill_card},           {"customers", fill_customers},
    {"edit", fill_edit},         {"importmap", fill_importmap}, {"importrun", fill_importrun},
    {"newshop", fill_start},     {"note", fill_note},           {"people", fill_people},
    {"person", fill_person},     {"start", fill_start},
};

Opening *opening_new(const char *name)
{
    Opening *opening = g_new0(Opening, 1);
    opening->emma = emma_new_empty();
    opening->shop = opening->emma->shop;
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        if (strcmp(rows[i].name, name) == 0) {
            rows[i].fill(opening);
        }
    }
    return opening;
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
