/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting an order together from the lines of a list. */
#include "data/list/orderread.h"

#include "data/base/i18n.h"
#include "data/base/money.h"
#include "data/db/record.h"
#include "data/list/cell.h"
#include "data/list/csvcell.h"

#include <math.h>
#include <string.h>

/* More is no article, no note, no id and no number of pieces that anybody sold; bytes. */
enum { LONGEST_ARTICLE = 300, LONGEST_WORDS = 2000, LONGEST_ID = 200, MOST_PIECES = 1000000 };

static const char words_cancelled[] =
    "voided|cancelled|canceled|failed|trash|draft|checkout draft|expired|storniert|abgebrochen|"
    "fehlgeschlagen|entwurf|unbezahlt|unpaid|pending payment|zahlung ausstehend";
static const char words_refunded[] = "refunded|erstattet|ruckerstattet|full refund";
static const char words_back[] = "refund|return|returned|retour|retoure|ruckgabe|gutschrift";

static void line_free(gpointer data)
{
    OrderLine *line = data;
    g_free(line->raw);
    g_free(line);
}

static void item_free(gpointer data)
{
    OrderPiece *item = data;
    g_free(item->article);
    g_free(item);
}

static void key_free(gpointer data)
{
    OrderKey *key = data;
    g_free(key->value);
    g_free(key);
}

void order_free(Order *order)
{
    if (order == NULL) {
        return;
    }
    g_ptr_array_unref(order->lines);
    g_ptr_array_unref(order->keys);
    g_ptr_array_unref(order->items);
    g_free(order->reason);
    g_free(order->field);
    g_free(order->value);
    g_free(order->id);
    g_free(order->name);
    g_free(order->branch);
    g_free(order->words);
    g_free(order);
}

void order_reader_clear(OrderReader *reader)
{
    g_clear_pointer(&reader->date, g_free);
    g_clear_pointer(&reader->time, g_free);
}

void order_refuse(Order *order, const char *reason)
{
    if (order->reason == NULL) {
        order->reason = g_strdup(reason);
    }
}

static void refuse_cell(Order *order, const OrderColumns *columns, guint column, const char *value,
                        const char *reason)
{
    if (order->reason == NULL) {
        order->reason = g_strdup(reason);
        order->field = g_strdup(g_ptr_array_index(columns->all, column));
        order->value = g_strdup(value);
    }
}

/* TEXT cut to at most LENGTH bytes, between characters. Free with g_free. */
static char *shortened(const char *text, gsize length)
{
    if (strlen(text) <= length) {
        return g_strdup(text);
    }
    const char *end = g_utf8_find_prev_char(text, text + length + 1);
    return g_strndup(text, end != NULL ? (gsize)(end - text) : 0);
}

/* ---- what a record belongs to ---- */

static bool is_back(const OrderColumns *columns, const GPtrArray *cells)
{
    const char *state = order_cell(columns, cells, ORDER_STATE, NULL);
    return *state != '\0' && cell_is_one_of(state, words_back);
}

char *order_line_id(const OrderColumns *columns, const GPtrArray *cells)
{
    const char *id = order_cell(columns, cells, ORDER_ID, NULL);
    if (*id == '\0') {
        return NULL;
    }
    return g_strconcat(id, is_back(columns, cells) ? ":refund" : "", NULL);
}

bool order_goes_on(const OrderColumns *columns, const GPtrArray *cells)
{
    return order_has(columns, ORDER_ID) && *order_cell(columns, cells, ORDER_ID, NULL) == '\0' &&
           *order_cell(columns, cells, ORDER_DATE, NULL) == '\0' &&
           *order_cell(columns, cells, ORDER_ARTICLE, NULL) != '\0';
}

/* ---- amounts ---- */

/* Programs may write more digits behind the point than the currency has: "8.403" is 8.40 there. */
static bool read_long_fraction(const char *text, int digits, gint64 *amount)
{
    const char *start = text + (*text == '-');
    gsize whole = strspn(start, "0123456789");
    gsize fraction = start[whole] == '.' ? strspn(start + whole + 1, "0123456789") : 0;
    if (whole == 0 || whole > 12 || fraction <= (gsize)digits ||
        start[whole + 1 + fraction] != '\0') {
        return false;
    }
    double value = g_ascii_strtod(text, NULL) * pow(10, digits);
    *amount = (gint64)llround(value);
    return ABS(*amount) <= MONEY_MOST;
}

/* Reads the amount in the column of ROLE; RECORD_NONE when nothing stands there. What is no amount
 * refuses the order. */
static gint64 read_amount(const OrderReader *reader, Order *order, const GPtrArray *cells,
                          OrderRole role)
{
    guint column = 0;
    gint64 amount = RECORD_NONE;
    bool too_much = false;
    const char *text = order_cell(reader->columns, cells, role, &column);
    if (*text == '\0' ||
        (reader->columns->source != ORDERS_OWN &&
         read_long_fraction(text, money_digits(reader->currency), &amount)) ||
        money_read(text, reader->currency, &amount, &too_much)) {
        return amount;
    }
    g_autofree char *reason = money_refused(text, too_much);
    refuse_cell(order, reader->columns, column, text, reason);
    return RECORD_NONE;
}

/* How many pieces; may be a part of one, and below zero for what was given back. */
static double read_pieces(const OrderReader *reader, Order *order, const GPtrArray *cells)
{
    guint column = 0;
    const char *text = order_cell(reader->columns, cells, ORDER_QUANTITY, &column);
    if (*text == '\0') {
        return 1;
    }
    g_autofree char *plain = g_strdelimit(g_strdup(text), ",", '.');
    char *end = NULL;
    double pieces = g_ascii_strtod(plain, &end);
    if (end == plain || !isfinite(pieces) || fabs(pieces) > MOST_PIECES) {
        refuse_cell(order, reader->columns, column, text, _("This is no number of pieces."));
        return 1;
    }
    return pieces;
}

/* What the line came to: its own amount with its tax, or so many times the price. */
static gint64 line_amount(const OrderReader *reader, Order *order, const GPtrArray *cells,
                          double pieces)
{
    gint64 amount = read_amount(reader, order, cells, ORDER_AMOUNT);
    if (amount != RECORD_NONE) {
        gint64 tax = read_amount(reader, order, cells, ORDER_TAX);
        return amount + (tax != RECORD_NONE ? tax : 0);
    }
    gint64 price = read_amount(reader, order, cells, ORDER_PRICE);
    return price != RECORD_NONE ? (gint64)llround((double)price * pieces) : RECORD_NONE;
}

static void read_line(OrderReader *reader, Order *order, const GPtrArray *cells)
{
    double pieces = read_pieces(reader, order, cells);
    gint64 amount = line_amount(reader, order, cells, pieces);
    const char *article = order_cell(reader->columns, cells, ORDER_ARTICLE, NULL);
    if (amount != RECORD_NONE) {
        order->sum = (order->sum != RECORD_NONE ? order->sum : 0) + amount;
        if (ABS(amount) > MONEY_MOST || ABS(order->sum) > MONEY_MOST) {
            order_refuse(order, _("This order comes to more than can be kept. Is there a digit too "
                                  "many?"));
            order->sum = amount = 0;
        }
    }
    gint64 total = order->has_total ? RECORD_NONE : read_amount(reader, order, cells, ORDER_TOTAL);
    if (total != RECORD_NONE) {
        order->has_total = true;
        order->amount = total;
    }
    if (*article != '\0') {
        g_autofree char *line = cell_line(article);
        OrderPiece *item = g_new(OrderPiece, 1);
        item->article = shortened(line, LONGEST_ARTICLE);
        item->quantity = MAX((gint64)llround(fabs(pieces)), 1);
        item->amount = amount;
        g_ptr_array_add(order->items, item);
    }
}

/* ---- who, when, where ---- */

static void add_key(Order *order, const char *kind, const char *value)
{
    if (*value != '\0') {
        OrderKey *key = g_new(OrderKey, 1);
        key->kind = kind;
        key->value = cell_line(value);
        g_ptr_array_add(order->keys, key);
    }
}

static void add_keys(Order *order, const OrderColumns *columns, const GPtrArray *cells,
                     OrderRole role, const char *kind)
{
    for (guint i = 0; i < columns->asked[role]->len; i++) {
        guint place = g_array_index(columns->asked[role], guint, i);
        const char *cell = place < cells->len ? g_ptr_array_index(cells, place) : "";
        add_key(order, kind, csv_cell_read(cell));
    }
}

static void read_customer(Order *order, const OrderColumns *columns, const GPtrArray *cells)
{
    add_keys(order, columns, cells, ORDER_NUMBER, "number");
    const char *any = order_cell(columns, cells, ORDER_CUSTOMER, NULL);
    add_key(order, "number", any);
    add_key(order, strchr(any, '@') != NULL ? "email" : "phone", any);
    add_keys(order, columns, cells, ORDER_EMAIL, "email");
    add_keys(order, columns, cells, ORDER_PHONE, "phone");
    const char *name = order_cell(columns, cells, ORDER_NAME, NULL);
    g_autofree char *line = cell_line(name);
    order->name = *line != '\0' ? shortened(line, LONGEST_ARTICLE) : NULL;
}

static void read_day(OrderReader *reader, Order *order, const GPtrArray *cells)
{
    guint column = 0;
    const char *date = order_cell(reader->columns, cells, ORDER_DATE, &column);
    const char *time = order_cell(reader->columns, cells, ORDER_TIME, NULL);
    /* Orders of one minute, and without a time those of one day, stand side by side. */
    if (g_strcmp0(date, reader->date) != 0 || g_strcmp0(time, reader->time) != 0) {
        Day day;
        order_reader_clear(reader);
        reader->date = g_strdup(date);
        reader->time = g_strdup(time);
        if (order_day_read(date, time, reader->today, reader->day_order, &day, &reader->minute,
                           &reader->reason)) {
            g_autofree char *text = day_to_text(day);
            g_strlcpy(reader->day, text, sizeof reader->day);
        }
    }
    if (reader->reason != NULL) {
        refuse_cell(order, reader->columns, column, date, reader->reason);
        return;
    }
    g_strlcpy(order->day, reader->day, sizeof order->day);
    order->minute = reader->minute >= 0 ? reader->minute : RECORD_NONE;
}

static const char *channel_of(const OrderColumns *columns, const GPtrArray *cells)
{
    static const struct {
        const char *words, *code;
    } channels[] = {
        {"web|online|online store|webshop|web shop|onlineshop|online shop|shop|internet|app|"
         "square online|website|e commerc",
         "web"},
        {"pos|counter|in person|register|till|kass|kasse|laden|thek|theke|tresen|point of sale|"
         "im laden|vor ort",
         "counter"},
        {"phone|telefon|telephon|telefonisch|anruf|shopify draft order", "phone"},
        {"delivery|lieferung|lieferdienst|versand|bote|uber eats|lieferando|wolt", "delivery"},
    };
    const char *text = order_cell(columns, cells, ORDER_CHANNEL, NULL);
    for (guint i = 0; *text != '\0' && i < G_N_ELEMENTS(channels); i++) {
        if (cell_is_one_of(text, channels[i].words)) {
            return channels[i].code;
        }
    }
    bool is_web = columns->source == ORDERS_SHOPIFY || columns->source == ORDERS_WOOCOMMERCE;
    return is_web ? "web" : "counter";
}

static void read_state(const OrderReader *reader, Order *order, const GPtrArray *cells)
{
    const char *state = order_cell(reader->columns, cells, ORDER_STATE, NULL);
    order->is_back = is_back(reader->columns, cells);
    if (*state == '\0') {
        return;
    }
    order->is_refunded = cell_is_one_of(state, words_refunded);
    /* A day there is the one on which it was cancelled. */
    bool unpaid = reader->columns->source == ORDERS_WOOCOMMERCE && cell_is_one_of(state, "pending");
    if (unpaid || cell_digits(state) >= 4 || cell_is_one_of(state, words_cancelled)) {
        order_refuse(order, _("This order was cancelled or never paid: nobody came for it."));
    }
}

static void check_currency(const OrderReader *reader, Order *order, const GPtrArray *cells)
{
    guint column = 0;
    const char *text = order_cell(reader->columns, cells, ORDER_CURRENCY, &column);
    if (*text != '\0' && g_ascii_strcasecmp(text, reader->currency) != 0 &&
        strcmp(text, money_sign(reader->currency)) != 0) {
        g_autofree char *reason = g_strdup_printf(
            _("This order is in another currency: the shop counts in %s."), reader->currency);
        refuse_cell(order, reader->columns, column, text, reason);
    }
}

static void read_id(const OrderReader *reader, Order *order, const GPtrArray *cells)
{
    order->id = order_line_id(reader->columns, cells);
    if (order->id != NULL && strlen(order->id) > LONGEST_ID) {
        order_refuse(order, _("The number of this order is longer than any program writes them."));
    }
}

Order *order_begin(OrderReader *reader, const CsvRecord *record)
{
    Order *order = g_new0(Order, 1);
    order->lines = g_ptr_array_new_with_free_func(line_free);
    order->keys = g_ptr_array_new_with_free_func(key_free);
    order->items = g_ptr_array_new_with_free_func(item_free);
    order->amount = order->sum = RECORD_NONE;
    order->minute = RECORD_NONE;
    if (record->reason != NULL) {
        order_refuse(order, record->reason);
    } else {
        const GPtrArray *cells = record->cells;
        const char *branch = order_cell(reader->columns, cells, ORDER_BRANCH, NULL);
        const char *words = order_cell(reader->columns, cells, ORDER_WORDS, NULL);
        g_autofree char *lines = cell_lines(words);
        read_id(reader, order, cells);
        read_state(reader, order, cells);
        check_currency(reader, order, cells);
        read_day(reader, order, cells);
        read_customer(order, reader->columns, cells);
        order->branch = *branch != '\0' ? cell_line(branch) : NULL;
        order->channel = channel_of(reader->columns, cells);
        order->words = *lines != '\0' ? shortened(lines, LONGEST_WORDS) : NULL;
        gint64 refunded = read_amount(reader, order, cells, ORDER_REFUNDED);
        order->refunded = refunded != RECORD_NONE ? ABS(refunded) : 0;
    }
    order_add(reader, order, record);
    return order;
}

void order_add(OrderReader *reader, Order *order, const CsvRecord *record)
{
    OrderLine *line = g_new(OrderLine, 1);
    line->number = record->line;
    line->raw = g_strdup(record->raw);
    g_ptr_array_add(order->lines, line);
    if (record->reason == NULL) {
        read_line(reader, order, record->cells);
    }
}

static gint64 turned(gint64 amount)
{
    return amount != RECORD_NONE ? -ABS(amount) : RECORD_NONE;
}

void order_end(Order *order)
{
    if (!order->has_total) {
        order->amount = order->sum;
    }
    if (order->is_back) {
        order->amount = turned(order->amount);
        for (guint i = 0; i < order->items->len; i++) {
            OrderPiece *item = g_ptr_array_index(order->items, i);
            item->amount = turned(item->amount);
        }
    }
    if (order->is_refunded && order->refunded == 0 && order->amount != RECORD_NONE) {
        order->refunded = MAX(order->amount, 0);
    }
    if (order->reason == NULL && order->amount == RECORD_NONE && order->items->len == 0) {
        order_refuse(order, _("This line says neither an amount nor what was bought."));
    }
}
