/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the demo shop sells. */
#include "data/demo/goods.h"

#include "data/diary/article.h"
#include "data/lookup/fold.h"

#include <string.h>

/* By how often they are bought. */
static const struct {
    const char *name;
    gint64 price;
    bool is_whole; /* a number in an order is not how many of it */
} goods[] = {
    {"Brötchen", 45, false},
    {"Cappuccino", 340, false},
    {"Kaffee", 280, false},
    {"Croissant", 190, false},
    {"Franzbrötchen", 220, false},
    {"Brezel", 110, false},
    {"Roggenbrot", 420, false},
    {"Käsekuchen", 340, false},
    {"Dinkelbrötchen", 95, false},
    {"Latte macchiato", 380, false},
    {"Zimtschnecke", 240, false},
    {"Berliner", 180, false},
    {"Vollkornbrot", 460, false},
    {"Streuselkuchen", 280, false},
    {"Schoko-Croissant", 240, false},
    {"Butterkuchen", 260, false},
    {"Käsebrötchen", 320, false},
    {"Tee", 290, false},
    {"Kakao", 320, false},
    {"Laugenecke", 170, false},
    {"Apfeltasche", 230, false},
    {"Nusshörnchen", 230, false},
    {"Milchkaffee", 360, false},
    {"Espresso", 240, false},
    {"Puddingbrezel", 260, false},
    {"Mohnkuchen", 320, false},
    {"Roggenbrötchen", 85, false},
    {"Rosinenbrötchen", 120, false},
    {"Heiße Schokolade", 390, false},
    {"Friesentorte", 460, false},
    {"Schwarzwälder", 460, false},
    {"Bienenstich", 310, false},
    {"Apfelstrudel", 420, false},
    {"Möhrenkuchen", 340, false},
    {"Torte", 440, false},
    {"Donauwelle", 330, false},
    {"Sauerteigbrot", 520, false},
    {"Kürbiskernbrot", 480, false},
    {"Baguette", 280, false},
    {"Zopf", 490, false},
    {"Hefezopf", 490, false},
    {"Orangensaft", 350, false},
    {"Amarettini", 120, false},
    {"Mandelhörnchen", 260, false},
    {"Windbeutel", 310, false},
    {"Erdbeerschnitte", 380, false},
    {"Quarkbällchen", 390, true},
    {"Waffel", 450, false},
    {"Rhabarberkuchen", 320, false},
    {"Baiser", 340, true},
    {"Mohnstriezel", 680, false},
    {"Zitronenrolle", 1290, true},
    {"Linzer Torte", 420, false},
    {"Marmorkuchen", 980, true},
    {"Pralinen", 1240, true},
    {"Cake-Pops", 250, false},
    {"Obstkuchen", 3200, true},
    {"Obstboden", 1850, true},
    {"Sachertorte", 2900, true},
    {"Frankfurter Kranz", 3400, true},
    {"Schokotorte", 4200, true},
    {"Torte für 12", 5400, true},
    {"Hochzeitstorte", 28000, true},
};

/* Those drawn by chance: the rest is ordered. */
enum { DRAWN = 50 };

gint64 goods_price(guint place)
{
    return goods[place].price;
}

bool goods_add_all(Deed *deed, GError **error)
{
    bool ok = true;
    for (guint i = 0; ok && i < G_N_ELEMENTS(goods); i++) {
        Article *article = record_new(&article_type);
        g_autofree char *key = fold_key(goods[i].name);
        record_set_text(&article->name, goods[i].name);
        record_set_text(&article->key, key);
        ok = record_insert(deed, article, error);
        record_free(article);
    }
    return ok;
}

/* The number a word says; 0 when it is none. */
static gint64 number_of(const char *word)
{
    static const char *const words[] = {"zwei",   "drei", "vier", "funf", "sechs",
                                        "sieben", "acht", "neun", "zehn"};
    for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
        if (strcmp(word, words[i]) == 0) {
            return i + 2;
        }
    }
    return (gint64)g_ascii_strtoull(word, NULL, 10);
}

/* How many the words before END (within the folded TEXT) ask for; the last number counts. */
static gint64 number_before(const char *text, const char *end)
{
    g_autofree char *before = g_strndup(text, (gsize)(end - text));
    g_auto(GStrv) words = g_strsplit(before, " ", -1);
    gint64 number = 1;
    for (char **word = words; *word != NULL; word++) {
        gint64 said = number_of(*word);
        number = said > 0 && said <= 50 ? said : number;
    }
    return number;
}

GArray *goods_of(const char *usual)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(Goods));
    g_autofree char *folded = fold_text(usual);
    g_autofree char *text = g_strconcat(" ", folded, " ", NULL);
    /* Longer names stand further down. */
    for (guint i = G_N_ELEMENTS(goods); i > 0 && found->len < 3; i--) {
        g_autofree char *name = fold_text(goods[i - 1].name);
        g_autofree char *word = g_strconcat(" ", name, " ", NULL);
        char *at = strstr(text, word);
        if (at != NULL) {
            gint64 quantity = goods[i - 1].is_whole ? 1 : number_before(text, at);
            const Goods one = {i - 1, quantity};
            g_array_append_val(found, one);
            memset(at + 1, '.', strlen(name));
        }
    }
    return found;
}

Goods goods_any(Chance *chance)
{
    guint place = chance_ranked(chance, DRAWN);
    gint64 quantity = place == 0 ? chance_between(chance, 2, 8) : chance_of(chance, 18) ? 2 : 1;
    return (Goods){place, quantity};
}
