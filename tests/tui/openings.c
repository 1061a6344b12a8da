/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row a screen that needs a shop or an argument; the others are opened with neither. */
#include "tests/tui/openings.h"

#include "data/customer/factkind.h"
#include "tests/tui/emma.h"
#include "tui/screens/card.h"
#include "tui/screens/edit.h"
#include "tui/screens/import.h"
#include "tui/screens/importrun.h"
#include "tui/screens/note.h"
#include "tui/screens/person.h"

#include <string.h>

/* A shop, and room for any screen's argument. */
typedef struct {
    Emma *emma;
    GPtrArray *kinds;
    char *list;
    union {
        gint64 id;
        CardArg card;
        EditArg edit;
        NoteArg note;
        PersonArg person;
        ImportArg import;
        ImportRunArg run;
    } arg;
} Own;

typedef struct {
    const char *name;
    void (*fill)(Own *own);
} OpeningRow;

static gint64 hilde(const Own *own)
{
    return emma_customer(own->emma, "1001");
}

/* No argument: a shop is enough. */
static void fill_shop(Own *own)
{
    (void)own;
}

static void fill_card(Own *own)
{
    own->arg.card = (CardArg){.customer_id = hilde(own)};
}

static void fill_edit(Own *own)
{
    own->arg.edit = (EditArg){.customer_id = hilde(own)};
}

static void fill_note(Own *own)
{
    own->kinds = fact_kind_list(own->emma->shop->db, NULL);
    own->arg.note = (NoteArg){.customer_id = hilde(own), .kinds = own->kinds};
}

static void fill_people(Own *own)
{
    own->arg.id = hilde(own);
}

static void fill_person(Own *own)
{
    own->arg.person = (PersonArg){.customer_id = hilde(own)};
}

static const char *write_list(Own *own)
{
    own->list = g_build_filename(own->emma->folder, "list.csv", NULL);
    g_file_set_contents(own->list, "Name\nHilde Wagner\n", -1, NULL);
    return own->list;
}

static void fill_importmap(Own *own)
{
    own->arg.import = (ImportArg){.path = write_list(own)};
}

static void fill_importrun(Own *own)
{
    own->arg.run = (ImportRunArg){.path = write_list(own)};
}

static const OpeningRow rows[] = {
    {"card", fill_card},           {"clerk", fill_shop},          {"edit", fill_edit},     {"home", fill_shop},
    {"importmap", fill_importmap}, {"importrun", fill_importrun}, {"note", fill_note},     {"people", fill_people},
    {"person", fill_person},       {NULL, NULL},
};

static void own_free(gpointer data)
{
    Own *own = data;
    g_clear_pointer(&own->kinds, g_ptr_array_unref);
    emma_free(own->emma);
    g_free(own->list);
    g_free(own);
}

Opening *opening_new(const char *name)
{
    Opening *opening = g_new0(Opening, 1);
    for (gsize i = 0; rows[i].name; i++) {
        if (strcmp(rows[i].name, name) == 0) {
            Own *own = g_new0(Own, 1);
            own->emma = emma_new();
            rows[i].fill(own);
            opening->shop = own->emma->shop;
            opening->arg = rows[i].fill == fill_shop ? NULL : &own->arg;
            opening->own = own;
            opening->close = own_free;
        }
    }
    return opening;
}

void opening_free(Opening *opening)
{
    if (opening->close) {
        opening->close(opening->own);
    }
    g_free(opening);
}
