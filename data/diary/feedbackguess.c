/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kind of feedback words are, German and English. */
#include "data/diary/feedback.h"
#include "data/lookup/fold.h"

#include <string.h>

enum { CSAT_BAD = 2, CSAT_GOOD = 4, NPS_BAD = 6 };

/* Signs of a kind, folded (no accents; ae, oe, ue are a, o, u): a word, "word*" for its beginning,
 * several words in a row. The first row with a sign that is in the text decides. */
typedef struct {
    const char *kind;
    const char *signs;
} Rule;

static const Rule rules[] = {
    {"review",
     "bewertung|bewertungen|rezension|rezensionen|sterne bei|review|reviews|reviewed|stars on"},
    {"referral",
     "empfehlung von|geschickt von|bringt freunde mit|weiterempfohlen|hat uns empfohlen|"
     "brought a friend|brought friends|brought somebody|recommended us"},
    {"wish", "wunsch*|wunscht*|gewunscht*|hatte gern|hatten gern|hatte gerne|hatten gerne|"
             "mochte gern|mochte gerne|vermisst|fehlt|wieder backen|wieder haben|wieder anbieten|"
             "bitte mehr|bitte wieder|ware schon|ware toll|konntet ihr|konnten sie|habt ihr auch|"
             "haben sie auch|wish|wishes|wished|would like|would love|could you|please make|"
             "please bring|please more|more of|bring back|do you have any|misses|"
             "would be nice|would be great"},
    {"idea", "idee|ideen|vorschlag|vorschlage|vorgeschlagen|schlagt vor|man konnte|ihr konntet|"
             "sie konnten|warum nicht|wie ware es|idea|ideas|suggest*|how about|why not|"
             "why dont you|you could|you should"},
    {"again", "wieder kaufen|kauft wieder|kommt wieder|komme wieder|kommen wieder|"
              "nehme ich wieder|wieder bestellen|bestellt wieder|buy again|buys again|buy it again|"
              "come again|comes again|be back|come back|order again|orders again"},
    {"complaint",
     "schlecht*|nicht gut|nicht geschmeckt|schmeckt nicht|schmeckte nicht|falsch*|kalt|altbacken|"
     "trocken|verbrannt|unfreundlich*|beschwer*|reklam*|enttausch*|arger*|verargert|leider|"
     "zu teur|zu lange|zu suss|zu salzig|zu hart|kaputt|unzufrieden*|nie wieder|mies*|bad|wrong|"
     "cold|stale|burnt|rude|unfriendly|complain*|disappoint*|annoyed|unhappy|terrible|awful|"
     "horrible|too expensive|too long|too sweet|too salty|broken|never again|not good"},
    {"praise",
     "lecker*|wunderbar*|super|toll|tolle|toller|prima|klasse|spitze|beste|bester|bestes|besten|"
     "perfekt*|herrlich*|kostlich*|hervorragend*|ausgezeichnet*|begeistert|danke|vielen dank|lob|"
     "lobt|freundlich*|zufrieden|sehr gut|gut geschmeckt|schmeckt gut|liebt|gefallt*|great|"
     "wonderful|lovely|delicious|tasty|perfect|excellent|amazing|brilliant|fantastic|best|thanks|"
     "thank you|loves|loved|friendly|happy|praise*|very good|superb|yummy"},
};

/* Whether WORD is as SIGN says. */
static bool is_word(const char *word, const char *sign)
{
    gsize length = strlen(sign);
    if (length > 0 && sign[length - 1] == '*') {
        return strncmp(word, sign, length - 1) == 0;
    }
    return strcmp(word, sign) == 0;
}

/* Whether the words of SIGN stand in a row from WORDS on. */
static bool begins_with(char *const *words, char *const *sign)
{
    for (; *sign != NULL; sign++, words++) {
        if (*words == NULL || !is_word(*words, *sign)) {
            return false;
        }
    }
    return true;
}

static bool has_sign(char *const *words, const char *text)
{
    g_auto(GStrv) sign = g_strsplit(text, " ", -1);
    for (; *words != NULL; words++) {
        if (begins_with(words, sign)) {
            return true;
        }
    }
    return false;
}

static bool has_any(char *const *words, const char *signs)
{
    g_auto(GStrv) each = g_strsplit(signs, "|", -1);
    bool found = false;
    for (char **sign = each; *sign != NULL && !found; sign++) {
        found = has_sign(words, *sign);
    }
    return found;
}

const char *feedback_guess(const char *words, gint64 csat, gint64 nps)
{
    g_auto(GStrv) each = fold_words(words != NULL ? words : "");
    if (words == NULL || words[strspn(words, " ")] == '\0') {
        return "score";
    }
    for (guint i = 0; i < G_N_ELEMENTS(rules); i++) {
        if (has_any(each, rules[i].signs)) {
            return rules[i].kind;
        }
    }
    if (strchr(words, '?') != NULL) {
        return "question";
    }
    if ((csat != RECORD_NONE && csat <= CSAT_BAD) || (nps != RECORD_NONE && nps <= NPS_BAD)) {
        return "complaint";
    }
    return csat != RECORD_NONE && csat >= CSAT_GOOD ? "praise" : "opinion";
}
