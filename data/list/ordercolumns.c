/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telling what the columns of a list of orders mean. */
#include "data/list/ordercolumns.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/list/cell.h"
#include "data/list/csvcell.h"
#include "data/lookup/fold.h"

#include <string.h>

/* How many records may stand above the header. */
enum { MOST_TITLES = 10 };

#define BIT(source) (1u << (source))
#define GENERAL (BIT(ORDERS_OWN) | BIT(ORDERS_WOOCOMMERCE))

/* Headers divided by "|", in natural spelling, and what they mean where. Earlier rows of a role
 * count before later ones. */
static const struct {
    const char *names;
    guint sources;
    OrderRole role;
} names[] = {
    {"Name", BIT(ORDERS_SHOPIFY), ORDER_ID},
    {"Transaction ID", BIT(ORDERS_SQUARE), ORDER_ID},
    {"Order Number|Order #|Order No|Order ID|Order|Order Name|Bestellnummer|Bestell-Nr|Bestellung|"
     "Auftragsnummer|Auftrag|Bon-Nr|Bonnummer|Bon|Belegnummer|Beleg-Nr|Beleg|Rechnungsnummer|"
     "Rechnung|Receipt|Receipt Number|Receipt No|Transaction ID|Transaktion|Outside ID|Order Key",
     GENERAL, ORDER_ID},
    {"Created at", BIT(ORDERS_SHOPIFY), ORDER_DATE},
    {"Date", BIT(ORDERS_SQUARE), ORDER_DATE},
    {"Date|Datum|Order Date|Bestelldatum|Kaufdatum|Auftragsdatum|Rechnungsdatum|"
     "Belegdatum|Purchase Date|Created at|Created|Erstellt am|Visit Date|Besuch am|Zeitpunkt",
     GENERAL, ORDER_DATE},
    {"Time|Uhrzeit|Zeit|Order Time", GENERAL | BIT(ORDERS_SQUARE), ORDER_TIME},
    {"Customer|Kunde|Kundin|Client|Customer ID or E-mail", BIT(ORDERS_OWN), ORDER_CUSTOMER},
    {"Customer Reference ID", BIT(ORDERS_SQUARE), ORDER_NUMBER},
    {"Customer ID", BIT(ORDERS_SQUARE), ORDER_NUMBER},
    {"Kundennummer|Kunden-Nr|Kundennr|Kd-Nr|Kdnr|Kunden ID|Kundenkarte|Kartennummer|Karten-Nr|"
     "Mitgliedsnummer|Customer Number|Customer No|Customer Nr|Customer #|Card Number|Member Number",
     GENERAL, ORDER_NUMBER},
    {"Customer ID|Reference ID", BIT(ORDERS_OWN), ORDER_NUMBER},
    {"Email", BIT(ORDERS_SHOPIFY), ORDER_EMAIL},
    {"E-Mail|Email|Mail|E-Mail-Adresse|Email Address|Customer Email|Billing Email|Email (Billing)|"
     "Rechnung E-Mail|User Email|Kunden E-Mail",
     GENERAL, ORDER_EMAIL},
    {"Phone", BIT(ORDERS_SHOPIFY), ORDER_PHONE},
    {"Billing Phone", BIT(ORDERS_SHOPIFY), ORDER_PHONE},
    {"Shipping Phone", BIT(ORDERS_SHOPIFY), ORDER_PHONE},
    {"Telefon|Telefonnummer|Phone|Phone Number|Mobile|Handy|Mobil|Billing Phone|Phone (Billing)|"
     "Customer Phone|Shipping Phone",
     GENERAL, ORDER_PHONE},
    {"Billing Name", BIT(ORDERS_SHOPIFY), ORDER_NAME},
    {"Customer Name", BIT(ORDERS_SQUARE), ORDER_NAME},
    {"Name|Customer Name|Kundenname|Full Name (Billing)|Billing Name|Customer Full Name", GENERAL,
     ORDER_NAME},
    {"Customer", BIT(ORDERS_WOOCOMMERCE), ORDER_NAME},
    {"Total", BIT(ORDERS_SHOPIFY), ORDER_TOTAL},
    {"Total Collected", BIT(ORDERS_SQUARE), ORDER_TOTAL},
    {"Order Total|Order Total Amount|Total|Grand Total|Bestellsumme|Gesamt|Gesamtbetrag|Summe|"
     "Endbetrag|Rechnungsbetrag|Order Amount|N. Revenue|Net Sales|Net Revenue",
     GENERAL, ORDER_TOTAL},
    {"Lineitem name", BIT(ORDERS_SHOPIFY), ORDER_ARTICLE},
    {"Item", BIT(ORDERS_SQUARE), ORDER_ARTICLE},
    {"Article|Artikel|Artikelname|Artikelbezeichnung|Item|Item Name|Product|Product Name|Produkt|"
     "Produktname|Ware|Line Item|Lineitem name|Product(s)|Produkte|Order Item",
     GENERAL, ORDER_ARTICLE},
    {"Lineitem quantity", BIT(ORDERS_SHOPIFY), ORDER_QUANTITY},
    {"Qty", BIT(ORDERS_SQUARE), ORDER_QUANTITY},
    {"Quantity|Qty|Menge|Anzahl|Stück|Stückzahl|Item Quantity|Count", GENERAL, ORDER_QUANTITY},
    {"Lineitem price", BIT(ORDERS_SHOPIFY), ORDER_PRICE},
    {"Price|Unit Price|Preis|Einzelpreis|Stückpreis|Item Cost|Item Price|Price Each", GENERAL,
     ORDER_PRICE},
    {"Net Sales", BIT(ORDERS_SQUARE), ORDER_AMOUNT},
    {"Amount|Betrag|Umsatz|Line Total|Item Total|Zeilenbetrag|Zeilensumme|Order Line Total",
     GENERAL, ORDER_AMOUNT},
    {"Tax", BIT(ORDERS_SQUARE), ORDER_TAX},
    {"Refunded Amount", BIT(ORDERS_SHOPIFY), ORDER_REFUNDED},
    {"Refunded Amount|Order Refund Amount|Refunded|Refund Total|Erstattet|Erstattung", GENERAL,
     ORDER_REFUNDED},
    {"Currency|Order Currency|Währung", GENERAL | BIT(ORDERS_SHOPIFY), ORDER_CURRENCY},
    {"Cancelled at", BIT(ORDERS_SHOPIFY), ORDER_STATE},
    {"Financial Status", BIT(ORDERS_SHOPIFY), ORDER_STATE},
    {"Event Type|Transaction Status", BIT(ORDERS_SQUARE), ORDER_STATE},
    {"Status|Order Status|Payment Status|Zustand|Bestellstatus", GENERAL, ORDER_STATE},
    {"Location|Branch|Filiale|Standort|Laden|Store|Branch Name", ~0u, ORDER_BRANCH},
    {"Source", BIT(ORDERS_SHOPIFY) | BIT(ORDERS_SQUARE), ORDER_CHANNEL},
    {"Channel|Kanal|Vertriebsweg|Bestellweg|Sales Channel", ~0u, ORDER_CHANNEL},
    {"Notes", BIT(ORDERS_SHOPIFY) | BIT(ORDERS_SQUARE), ORDER_WORDS},
    {"Description", BIT(ORDERS_SQUARE), ORDER_WORDS},
    {"Note|Notes|Notiz|Bemerkung|Bemerkungen|Customer Note|Kundennotiz|Kommentar|Comment|Anlass",
     GENERAL, ORDER_WORDS},
};

static char *fold_tight(const char *text)
{
    g_auto(GStrv) words = fold_words(text);
    return g_strjoinv("", words);
}

/* Whether one of NAMES, divided by "|", is KEY when folded. */
static bool is_named(const char *among, const char *key)
{
    g_auto(GStrv) parts = g_strsplit(among, "|", -1);
    for (char **part = parts; *part != NULL; part++) {
        g_autofree char *tight = fold_tight(*part);
        if (strcmp(tight, key) == 0) {
            return true;
        }
    }
    return false;
}

static bool any_is(char *const *keys, const char *among)
{
    for (; *keys != NULL; keys++) {
        if (is_named(among, *keys)) {
            return true;
        }
    }
    return false;
}

/* By headers only that program writes. */
static OrderSource source_of(char *const *keys)
{
    if (any_is(keys, "Lineitem name") && any_is(keys, "Created at")) {
        return ORDERS_SHOPIFY;
    }
    if (any_is(keys, "Transaction ID") && any_is(keys, "Total Collected|Item") &&
        any_is(keys, "Payment ID|Device Name|Event Type")) {
        return ORDERS_SQUARE;
    }
    bool woo = any_is(keys, "Order Number|Order #|Order ID") &&
               any_is(keys, "Billing Email|Email (Billing)|Customer Email|Order Total Amount|"
                            "Order Total|N. Revenue|Items sold|Customer Type");
    return woo ? ORDERS_WOOCOMMERCE : ORDERS_OWN;
}

/* *RANK says how much the name counts among others of its role: less is more. */
static OrderRole role_of(const char *key, OrderSource source, guint *rank)
{
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        if ((names[i].sources & BIT(source)) != 0 && is_named(names[i].names, key)) {
            *rank = i;
            return names[i].role;
        }
    }
    return ORDER_LEFT_OUT;
}

bool order_has(const OrderColumns *columns, OrderRole role)
{
    for (guint i = 0; i < columns->roles->len; i++) {
        if (g_array_index(columns->roles, OrderRole, i) == role) {
            return true;
        }
    }
    return false;
}

/* Gives the columns their places in the order in which their cells are asked. */
static void rank_columns(OrderColumns *columns, char *const *keys)
{
    g_autofree guint *ranks = g_new0(guint, columns->all->len + 1);
    for (guint i = 0; i < columns->all->len; i++) {
        OrderRole role = role_of(keys[i], columns->source, &ranks[i]);
        g_array_append_val(columns->roles, role);
    }
    for (guint rank = 0; rank < G_N_ELEMENTS(names); rank++) {
        for (guint i = 0; i < columns->all->len; i++) {
            OrderRole role = g_array_index(columns->roles, OrderRole, i);
            if (role != ORDER_LEFT_OUT && ranks[i] == rank) {
                g_array_append_val(columns->asked[role], i);
            }
        }
    }
}

OrderColumns *order_columns_read(const GPtrArray *header)
{
    OrderColumns *columns = g_new0(OrderColumns, 1);
    columns->roles = g_array_new(FALSE, FALSE, sizeof(OrderRole));
    columns->all = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < ORDER_ROLES; i++) {
        columns->asked[i] = g_array_new(FALSE, FALSE, sizeof(guint));
    }
    g_auto(GStrv) keys = g_new0(char *, header->len + 1);
    for (guint i = 0; i < header->len; i++) {
        keys[i] = fold_tight(g_ptr_array_index(header, i));
        g_ptr_array_add(columns->all, cell_line(g_ptr_array_index(header, i)));
    }
    columns->source = source_of(keys);
    rank_columns(columns, keys);
    bool who = order_has(columns, ORDER_CUSTOMER) || order_has(columns, ORDER_NUMBER) ||
               order_has(columns, ORDER_EMAIL) || order_has(columns, ORDER_PHONE) ||
               (columns->source != ORDERS_OWN && order_has(columns, ORDER_NAME));
    bool what = order_has(columns, ORDER_TOTAL) || order_has(columns, ORDER_AMOUNT) ||
                order_has(columns, ORDER_PRICE) || order_has(columns, ORDER_ARTICLE);
    columns->recognised = who && what && order_has(columns, ORDER_DATE);
    return columns;
}

void order_columns_free(OrderColumns *columns)
{
    if (columns == NULL) {
        return;
    }
    for (guint i = 0; i < ORDER_ROLES; i++) {
        g_array_unref(columns->asked[i]);
    }
    g_array_unref(columns->roles);
    g_ptr_array_unref(columns->all);
    g_free(columns);
}

static void refuse(const char *path, bool is_empty, GError **error)
{
    g_autofree char *name = g_path_get_basename(path);
    g_set_error(error, FAULT, FAULT_REFUSED,
                is_empty ? _("The list %s is empty. Choose another file.")
                         : _("%s does not look like a list of orders. Its first line has to say "
                             "what the columns are, at least a date, a customer (number, e-mail "
                             "or phone) and an amount: “date;customer;amount;article”."),
                is_empty ? path : name);
}

CsvFile *order_columns_open(const char *path, OrderColumns **columns, char **header, GError **error)
{
    g_autoptr(CsvFile) file = csv_file_open(path, error);
    GError *fault = NULL;
    bool is_empty = true;
    for (guint i = 0; file != NULL && i < MOST_TITLES; i++) {
        const CsvRecord *record = csv_file_next(file, &fault);
        if (record == NULL) {
            break;
        }
        g_autoptr(OrderColumns) read = order_columns_read(record->cells);
        is_empty = false;
        if (read->recognised) {
            *columns = g_steal_pointer(&read);
            if (header != NULL) {
                *header = g_strdup(record->raw);
            }
            return g_steal_pointer(&file);
        }
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
    } else if (file != NULL) {
        refuse(path, is_empty, error);
    }
    return NULL;
}

const char *order_cell(const OrderColumns *columns, const GPtrArray *cells, OrderRole role,
                       guint *column)
{
    const GArray *asked = columns->asked[role];
    for (guint i = 0; i < asked->len; i++) {
        guint place = g_array_index(asked, guint, i);
        const char *cell = place < cells->len ? g_ptr_array_index(cells, place) : "";
        if (*cell != '\0') {
            if (column != NULL) {
                *column = place;
            }
            return csv_cell_read(cell);
        }
    }
    return "";
}

const char *order_role_label(OrderRole role)
{
    static const char *const labels[ORDER_ROLES] = {
        [ORDER_LEFT_OUT] = "",
        [ORDER_ID] = N_("Order"),
        [ORDER_DATE] = N_("Date"),
        [ORDER_TIME] = N_("Time of day"),
        [ORDER_CUSTOMER] = N_("Customer"),
        [ORDER_NUMBER] = N_("Customer number"),
        [ORDER_EMAIL] = N_("E-mail"),
        [ORDER_PHONE] = N_("Phone"),
        [ORDER_NAME] = N_("Name"),
        [ORDER_TOTAL] = N_("Amount of the order"),
        [ORDER_ARTICLE] = N_("Article"),
        [ORDER_QUANTITY] = N_("Quantity"),
        [ORDER_PRICE] = N_("Price of one"),
        [ORDER_AMOUNT] = N_("Amount"),
        [ORDER_TAX] = N_("Tax"),
        [ORDER_REFUNDED] = N_("Paid back"),
        [ORDER_CURRENCY] = N_("Currency"),
        [ORDER_STATE] = N_("State"),
        [ORDER_BRANCH] = N_("Branch"),
        [ORDER_CHANNEL] = N_("Channel"),
        [ORDER_WORDS] = N_("Note"),
    };
    return *labels[role] != '\0' ? _(labels[role]) : "";
}

const char *order_source_sentence(OrderSource source)
{
    static const char *const sentences[] = {
        [ORDERS_OWN] = N_("This is a list of orders. F4 takes it over: each becomes a visit of the "
                          "customer it names by number, e-mail or phone."),
        [ORDERS_SHOPIFY] = N_("These are orders from Shopify. F4 takes them over: each becomes a "
                              "visit of the customer it names by e-mail or phone."),
        [ORDERS_WOOCOMMERCE] = N_("These are orders from WooCommerce. F4 takes them over: each "
                                  "becomes a visit of the customer it names by e-mail or phone."),
        [ORDERS_SQUARE] =
            N_("These are sales from Square. F4 takes them over: each becomes a visit "
               "of the customer it names by number."),
    };
    return _(sentences[source]);
}

const char *order_source_prefix(OrderSource source)
{
    static const char *const prefixes[] = {
        [ORDERS_OWN] = "order:",
        [ORDERS_SHOPIFY] = "shopify:",
        [ORDERS_WOOCOMMERCE] = "woo:",
        [ORDERS_SQUARE] = "square:",
    };
    return prefixes[source];
}
