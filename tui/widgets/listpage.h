/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page with a title and one list below it: what screens that list a few things of the shop have
 * in common. */
#pragma once

#include "tui/widgets/list.h"

typedef struct {
    List list;
    gint64 wanted; /* what is to be selected as soon as a model has it (ListClass.id); 0: nothing */
    int list_row;  /* where the list was drawn */
    bool unsure;   /* no row looks selected */
} ListPage;

/* An empty page; needs no freeing. */
void list_page_init(ListPage *page, const ListClass *class);

/* Shows MODEL as list_show does, and selects what is wanted if it is there. For `loaded`. */
void list_page_show(ListPage *page, gconstpointer model);

/* For `input` of a page that takes the whole screen: gives EVENT to the list. */
Outcome list_page_input(ListPage *page, const Event *event);

/* Draws TITLE and the list below it into CANVAS, with a blank row between them where there is room,
 * and no wider than lines can be followed to their end. Where the list is empty EMPTY stands
 * instead, a sentence that says what can be done. Before the first list_page_show the title is
 * alone. */
void list_page_draw(ListPage *page, Canvas *canvas, const char *title, const char *empty);
