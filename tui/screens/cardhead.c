/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing the head of a card. */
#include "tui/screens/cardhead.h"

#include "data/base/i18n.h"
#include "data/customer/fact.h"
#include "data/customer/factkind.h"
#include "tui/dates.h"
#include "tui/duewords.h"
#include "tui/marks.h"
#include "tui/screens/cardagenda.h"
#include "tui/screens/factwords.h"
#include "tui/screens/pastwords.h"
#include "tui/text.h"

#include <string.h>

enum { GAP = 3, MOST_LINES = 4, MOST_OPEN = 3 /* of a kind */ };

/* Things that follow each other in lines, each kept together as far as it fits. */
typedef struct {
    Canvas *canvas;
    Canvas hidden; /* the same, for what is private */
    bool telling;  /* the symbols are not private */
    char *const *marks;
    int row, col;
} Flow;

/* The symbol at ROW, COL over what was drawn there in private. */
static void flow_tell(const Flow *flow, int row, int col, Area area, Symbol symbol)
{
    if (flow->telling) {
        canvas_put(flow->canvas, row, col, area, canvas_symbol(flow->canvas, symbol));
        canvas_put(flow->canvas, row, col + 1, area, " ");
    }
}

static void flow_put(Flow *flow, Area area, Symbol symbol, const char *text)
{
    Canvas *canvas = flow->canvas;
    g_autofree char *item = g_strdup_printf("%s %s", canvas_symbol(canvas, symbol), text);
    g_autofree char *shown = text_show(item);
    int width = text_width(shown);
    if (flow->col > 0 && flow->col + width > canvas->cols) {
        flow->row++;
        flow->col = 0;
    }
    int row = flow->row, col = flow->col;
    if (width <= canvas->cols) {
        flow->col = marks_text(&flow->hidden, row, col, width, area, shown, flow->marks) + GAP;
    } else {
        flow->row = marks_wrapped(&flow->hidden, row, 0, canvas->cols, MOST_LINES, area, shown,
                                  flow->marks);
        flow->col = 0;
    }
    flow_tell(flow, row, col, area, symbol);
}

/* Ends the line; the next thing begins a new one. */
static void flow_end(Flow *flow)
{
    if (flow->col > 0) {
        flow->row++;
        flow->col = 0;
    }
}

/* "Sie", "customer since 2014", "no. 1042", "A" with dots between. DISCREET: only the number. */
static char *head_line(const CardHead *head, bool discreet, const char *dot)
{
    const Customer *customer = head->sheet->customer;
    g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func(g_free);
    Day since;
    if (discreet) {
        /* nothing before the number */
    } else if (g_strcmp0(customer->address_form, "du") == 0) {
        g_ptr_array_add(parts, g_strdup(_("du")));
    } else if (g_strcmp0(customer->address_form, "sie") == 0) {
        g_ptr_array_add(parts, g_strdup(_("Sie")));
    }
    if (!discreet && customer->since != NULL && day_from_text(customer->since, &since) &&
        since.year != 0) {
        g_ptr_array_add(parts, g_strdup_printf(_("customer since %d"), since.year));
    }
    g_ptr_array_add(parts, g_strdup_printf(_("no. %s"), customer->number));
    if (!discreet && customer->class != NULL) {
        g_ptr_array_add(parts, g_strdup(customer->class));
    }
    if (head->discreet != NULL) {
        g_ptr_array_add(parts, g_strdup(head->discreet));
    }
    GString *line = g_string_new(NULL);
    for (guint i = 0; i < parts->len; i++) {
        if (i > 0) {
            g_string_append_printf(line, " %s ", dot);
        }
        g_string_append(line, g_ptr_array_index(parts, i));
    }
    return g_string_free(line, FALSE);
}

/* The name; the rest of the line to its right when both fit, else below. Returns the row after
 * them. */
static int draw_name(Canvas *canvas, const CardHead *head, bool on_card)
{
    const Customer *customer = head->sheet->customer;
    g_autofree char *call = customer_call(customer, NAME_SORTED);
    g_autofree char *name = text_show(call);
    g_autofree char *line =
        head_line(head, canvas_is_discreet(canvas), canvas_symbol(canvas, SYMBOL_DOT));
    g_autofree char *shown = text_show(line);
    int col =
        on_card ? canvas_put(canvas, 0, 0, AREA_ACCENT, canvas_symbol(canvas, SYMBOL_BACK)) + 1 : 0;
    int width = text_width(shown);
    bool beside = on_card && col + text_width(name) + GAP + width <= canvas->cols;
    marks_text(canvas, 0, col, canvas->cols - col, AREA_TITLE, name, head->marks);
    if (beside) {
        canvas_text(canvas, 0, canvas->cols - width, width, AREA_DIM, shown);
        return 1;
    }
    marks_text(canvas, 1, 0, canvas->cols, AREA_DIM, shown, head->marks);
    return 2;
}

/* What a name does not say. */
static int draw_description(Canvas *canvas, int row, const CardHead *head)
{
    const Customer *customer = head->sheet->customer;
    g_autofree char *name = customer_name(customer, NAME_SORTED);
    if (name == NULL || customer->description == NULL) {
        return row;
    }
    Canvas hidden = canvas_private(canvas);
    return marks_wrapped(&hidden, row, 0, canvas->cols, 2, AREA_TEXT, customer->description,
                         head->marks);
}

static void put_warnings(Flow *flow, const CardHead *head)
{
    for (guint k = 0; k < head->kinds->len; k++) {
        const FactKind *kind = g_ptr_array_index(head->kinds, k);
        for (guint i = 0; kind->is_warning && i < head->sheet->facts->len; i++) {
            const Fact *fact = g_ptr_array_index(head->sheet->facts, i);
            if (fact->kind_id != kind->head.id || fact_is_done(fact)) {
                continue;
            }
            if (kind->is_once) {
                flow_put(flow, AREA_ACCENT, SYMBOL_OPEN, fact_words(fact, kind));
            } else {
                g_autofree char *text =
                    g_strdup_printf("%s: %s", fact_kind_label(kind), fact_words(fact, kind));
                flow_put(flow, AREA_WARNING, SYMBOL_WARNING, text);
            }
        }
    }
    for (guint i = 0; head->complaints != NULL && i < MIN(head->complaints->len, MOST_OPEN); i++) {
        g_autofree char *text =
            pastwords_complaint(g_ptr_array_index(head->complaints, i), head->is_low, head->today);
        flow_put(flow, AREA_WARNING, SYMBOL_FLAG, text);
    }
    flow_end(flow);
}

/* What comes up now; the others stand below. */
static void put_reminders(Flow *flow, const CardHead *head)
{
    guint shown = 0;
    for (guint i = 0; head->reminders != NULL && i < head->reminders->len && shown < MOST_OPEN;
         i++) {
        const Reminder *reminder = g_ptr_array_index(head->reminders, i);
        if (card_reminder_is_near(reminder, head->today)) {
            g_autofree char *text = pastwords_reminder(reminder, head->is_low, head->today);
            flow_put(flow, AREA_ACCENT, SYMBOL_OPEN, text);
            shown++;
        }
    }
    if (head->quiet != NULL) {
        /* TRANSLATORS: the customer is not to be called or written to at this time: "Sat before
         * 12:00". */
        g_autofree char *text = g_strdup_printf(_("Quiet now: %s"), head->quiet);
        flow_put(flow, AREA_DIM, SYMBOL_DOT, text);
    }
}

/* What the customer waits for. */
static void put_waiting(Flow *flow, const CardHead *head)
{
    for (guint i = 0; head->preorders != NULL && i < MIN(head->preorders->len, MOST_OPEN); i++) {
        g_autofree char *text =
            pastwords_preorder(g_ptr_array_index(head->preorders, i), head->is_low, head->today);
        flow_put(flow, AREA_ACCENT, SYMBOL_OPEN, text);
    }
    for (guint i = 0; head->promises != NULL && i < MIN(head->promises->len, MOST_OPEN); i++) {
        g_autofree char *text =
            pastwords_promise(g_ptr_array_index(head->promises, i), head->is_low, head->today);
        flow_put(flow, AREA_ACCENT, SYMBOL_OPEN, text);
    }
    put_reminders(flow, head);
    flow_end(flow);
}

/* That they are lost; calmly, below the name. Returns the row after it. */
static int draw_loss(Canvas *canvas, int row, const CardHead *head)
{
    if (head->loss == NULL) {
        return row;
    }
    g_autofree char *text = pastwords_loss(head->loss, head->today);
    Canvas hidden = canvas_private(canvas);
    return canvas_wrapped(&hidden, row, 0, canvas->cols, 2, AREA_DIM, text);
}

/* WORDS, and behind a dot what is done for the day: a new string. */
static char *with_gesture(const char *words, const CardHead *head, const Due *due)
{
    const char *gesture = head->gestures != NULL
                              ? gesture_for(head->gestures, due, gesture_reach(head->sheet))
                              : NULL;
    return gesture != NULL ? g_strdup_printf("%s · %s", words, choice_label(gesture_ways, gesture))
                           : g_strdup(words);
}

static void put_days(Flow *flow, const CardHead *head)
{
    for (guint i = 0; i < head->near->len; i++) {
        const Due *due = g_ptr_array_index(head->near, i);
        bool is_due = day_compare(due->kept, head->today) <= 0;
        g_autofree char *line = duewords_line(due, head->today);
        g_autofree char *greeter = duewords_greeted(due, head->today);
        bool is_ahead = greeter == NULL && !is_due;
        g_autofree char *ahead = is_ahead ? with_gesture(line, head, due) : NULL;
        flow_put(flow, AREA_BIRTHDAY, SYMBOL_BIRTHDAY, is_ahead ? ahead : line);
        if (greeter != NULL) {
            /* TRANSLATORS: %s is the clerk and the time: "Lina B. 14:32". */
            g_autofree char *greeted = g_strdup_printf(_("greeted: %s"), greeter);
            flow_put(flow, AREA_GOOD, SYMBOL_DONE, greeted);
        } else if (is_due) {
            g_autofree char *open = with_gesture(_("not greeted yet"), head, due);
            flow_put(flow, AREA_DIM, SYMBOL_OPEN, open);
        }
        flow_end(flow);
    }
}

static void put_questions(Flow *flow, const CardHead *head)
{
    if (head->ask_health) {
        flow_put(flow, AREA_ACCENT, SYMBOL_OPEN,
                 _("Nobody has asked yet whether allergies may be noted: press i."));
        flow_end(flow);
    }
    if (head->ask_belief) {
        flow_put(flow, AREA_ACCENT, SYMBOL_OPEN,
                 _("Nobody has asked yet whether kosher or halal may be noted: press i."));
        flow_end(flow);
    }
    if (head->refused_health) {
        flow_put(flow, AREA_ACCENT, SYMBOL_OPEN,
                 _("The customer does not want allergies noted: i removes these notes."));
        flow_end(flow);
    }
    if (head->refused_belief) {
        flow_put(flow, AREA_ACCENT, SYMBOL_OPEN,
                 _("The customer does not want kosher or halal noted: i removes these notes."));
        flow_end(flow);
    }
}

int card_head_draw(Canvas *canvas, const CardHead *head, bool on_card)
{
    int row = draw_name(canvas, head, on_card);
    row = draw_description(canvas, row, head);
    row = draw_loss(canvas, row, head);
    row += on_card ? 0 : 1;
    Flow flow = {.canvas = canvas,
                 .hidden = canvas_private(canvas),
                 .telling = true,
                 .marks = head->marks,
                 .row = row};
    put_warnings(&flow, head);
    flow.marks = NULL;
    flow.telling = !canvas_is_discreet(canvas);
    put_days(&flow, head);
    put_waiting(&flow, head);
    if (on_card) {
        put_questions(&flow, head);
    }
    return flow.row;
}
