/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules by which remarks are sorted. All words are folded: no accents, ae oe ue as a o u. */
#include "data/customer/factrules.h"

#include <glib.h>
#include <string.h>

#define SAFE GUESS_SAFE
#define LIKELY GUESS_LIKELY

static const struct {
    const char *name;
    const char *words;
} classes[] = {
    /* An illness or intolerance by its own name. */
    {"ill", "*allergi*|allergy|*allergies|allergen|*intoleran*|unvertraglichkeit*|*"
            "unvertraglichkeit|laktosefrei|"
            "lactosefrei|glutenfrei|nussfrei|milchfrei|eifrei|sojafrei|zoliakie|spru|coliac|celiac|"
            "diabet*|"
            "zuckerkrank|anaphyla*|epipen|glutenfree|lactosefree|dairyfree|nutfree"},
    {"food", "nuss*|*nuss|*nusse|*nussen|mandel*|gluten|weizen*|milch*|laktose|lactose|fruktose|"
             "fructose|histamin*|"
             "ei|eier|soja*|sesam|sellerie|senf|fisch|krebstiere|muscheln|weichtiere|lupine*|"
             "schwefel*|sulfit*|"
             "nut|nuts|*nut|*nuts|almond*|wheat|milk|dairy|egg|eggs|soy|soya|sesame|celery|mustard|"
             "fish|shellfish"},
    {"no", "kein|keine|keinen|keinem|keiner|keinerlei|nicht|nie|niemals|no|not|never|without|ohne|"
           "isnt|hasnt|dosnt"},
    {"none", "kein|keine|keinen|keinerlei|nein|nicht|no|none|nope|not"},
    {"over",
     "mehr|weg|vorbei|geheilt|gone|over|anymore|longer|ehemals|fruher|hatte|used|had|outgrown"},
    {"kein", "kein|keine|keinen|keinem|keiner|keinerlei|keins"},
    {"buys", "holt|nimmt|kauft|bestellt|trinkt|isst|buys|gets|takes|orders|has|drinks"},
    {"often", "taglich|immer|meist|meistens|montags|dienstags|mittwochs|donnerstags|freitags|"
              "samstags|sonnabends|"
              "sonntags|morgens|wochentlich|daily|always|usually|mondays|tusdays|wednesdays|"
              "thursdays|fridays|"
              "saturdays|sundays|weekly"},
    {"each", "jeden|jede|jedes|every|each"},
    {"day", "tag|morgen|woche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|"
            "sonntag|day|morning|"
            "week|monday|tusday|wednesday|thursday|friday|saturday|sunday"},
    {"kin",
     "enkel|enkelin|enkelkind|enkelkinder|enkeltochter|enkelsohn|urenkel|zwilling|zwillinge|"
     "drillinge|tochter|"
     "sohn|sohne|sohnchen|kind|kinder|kindern|baby|mutter|vater|mutti|papa|mama|oma|opa|omi|opi|"
     "grossmutter|grossvater|schwester|bruder|geschwister|nichte|neffe|ehemann|ehefrau|gatte|"
     "gattin|partner|"
     "partnerin|verlobte|verlobter|lebensgefahrte|lebensgefahrtin|schwiegermutter|schwiegervater|"
     "schwiegertochter|schwiegersohn|patenkind|tante|onkel|cousin|cousine|husband|wife|son|sons|"
     "daughter|"
     "daughters|twin|twins|triplets|kid|kids|child|children|mother|father|mum|mom|dad|grandma|"
     "grandpa|"
     "grandson|grandsons|granddaughter|granddaughters|grandchild|grandchildren|sister|brother|"
     "niece|nephew|"
     "fiance|fiancee|aunt|uncle"},
    {"named", "heisst|heissen|hiess|namens|called|named"},
    {"counter", "theke|tresen|kasse|counter|till|lager|buro|shelf|regal|fundkiste"},
    {"thing", "schirm|regenschirm|jacke|mutze|schal|handschuh|handschuhe|tasche|beutel|"
              "tortenplatte|kuchenplatte|"
              "dose|brille|schlussel|portemonnaie|geldbeutel|korb|umbrella|coat|jacket|hat|scarf|"
              "glove|gloves|bag|"
              "glasses|keys|purse|wallet|tin|plate|basket"},
    {"call", "anruf|anrufe|anrufen|angerufen|anklingeln"},
    {"children",
     "kind|kinder|enkel|enkelkinder|zwillinge|sohne|tochter|kids|children|grandchildren|twins"},
    {"pastime",
     "hobby|hobbys|hobbies|chorprobe|*chor|singt|sammelt|spielt|strickt|wandert|reitet|malt|liest|"
     "angelt|"
     "segelt|turnt|tanzt|*fan|fussball*|handball|*verein|stammtisch|schach|skat|choir|sings|plays|"
     "collects|knits|hikes|paints|reads|gardening|football|chess|club"},
};

static const FactRule rules[] = {
    /* No allergy after all. */
    {"@no ~ @ill", "note", GUESS_NONE, RULE_STOP},
    {"@ill @none $", "note", GUESS_NONE, RULE_STOP},
    {"@ill | @none $", "note", GUESS_NONE, RULE_STOP},
    {"@ill | ~ bekannt|unbekannt|known|unknown", "note", GUESS_NONE, RULE_STOP},
    {"nicht ~ unvertraglich", "note", GUESS_NONE, RULE_STOP},
    /* Somebody else's, or over: a person has to look. */
    {"@ill ... @over", "allergy", LIKELY, RULE_PLAIN},
    {"@over ... @ill", "allergy", LIKELY, RULE_PLAIN},
    {"@ill | @none @over", "allergy", LIKELY, RULE_PLAIN},
    {"@kin ... @ill", "allergy", LIKELY, RULE_PLAIN},
    {"@ill ... @kin", "allergy", LIKELY, RULE_PLAIN},
    {"@kin ... vertragt", "allergy", LIKELY, RULE_PLAIN},
    /* Illness and intolerance. */
    {"@ill", "allergy", SAFE, RULE_PLAIN},
    {"@no ~ gluten|lactose|laktose|nut|dairy|egg|soy free|frei", "note", GUESS_NONE, RULE_STOP},
    {"gluten|lactose|laktose|nut|dairy|egg|soy free|frei", "allergy", SAFE, RULE_PLAIN},
    {"vertragt ~ @kein", "allergy", SAFE, RULE_PLAIN},
    {"vertragt ... nicht|nichts|schlecht|wenig", "allergy", SAFE, RULE_PLAIN},
    {"cant|cannot tolerate|digest", "allergy", SAFE, RULE_PLAIN},
    {"cant|cannot eat|have|drink ... @food", "allergy", SAFE, RULE_PLAIN},
    {"must|may|can not eat|have|tolerate ... @food", "allergy", SAFE, RULE_PLAIN},
    {"darf ~ @kein|nicht ... @food", "allergy", SAFE, RULE_PLAIN},
    {"darf ~ @food nicht", "allergy", SAFE, RULE_PLAIN},
    {"reagiert ~ auf ... @food", "allergy", SAFE, RULE_PLAIN},
    {"darf ~ @kein|nicht ~ essen|trinken", "allergy", LIKELY, RULE_PLAIN},
    {"cant|cannot eat|drink", "allergy", LIKELY, RULE_PLAIN},
    {"mag @kein ...", "dislikes", SAFE, RULE_PLAIN},
    {"@kein|no ~ @food", "allergy", LIKELY, RULE_PLAIN},
    {"ohne|without nuss*|*nusse|*nussen|nuts|gluten|laktose|lactose", "allergy", LIKELY,
     RULE_PLAIN},
    {"glutenfreie*|laktosefreie*|diat|diet|cholesterin*|salzarm", "allergy", LIKELY, RULE_PLAIN},

    {"koscher*|kosher|halal", "belief", SAFE, RULE_PLAIN},
    {"@kein|no schwein*|pork", "belief", LIKELY, RULE_PLAIN},
    {"ramadan|fastet|muslim*|moslem*|judisch*|jewish|katholisch|evangelisch|catholic|protestant|"
     "religion|sabbat",
     "belief", LIKELY, RULE_PLAIN},

    /* Said to be for one time. */
    {"^ einmalig|einmal|diesmal|heute|once|today | +", "once", SAFE, RULE_PLAIN},

    /* Fetching an order is no pastime. */
    {"collects|collect|fetches|picks ~ order|orders|cake|cakes|bread|rolls|parcel", "usual", LIKELY,
     RULE_PLAIN},
    {"holt ~ bestellung|vorbestellung", "usual", LIKELY, RULE_PLAIN},

    /* How to address, before "mag" and "will" mean food. */
    {"geduzt|gesiezt|duzen|siezen", "address_form", SAFE, RULE_PLAIN},
    {"per du|sie", "address_form", SAFE, RULE_PLAIN},
    {"mit ~ angeredet|angesprochen|anreden|ansprechen", "address_form", SAFE, RULE_PLAIN},
    {"beim vornamen", "address_form", SAFE, RULE_PLAIN},
    {"mit titel", "address_form", LIKELY, RULE_PLAIN},
    {"likes|wants|prefers|like|want to be called|addressed", "address_form", SAFE, RULE_PLAIN},
    {"first name terms|basis", "address_form", SAFE, RULE_PLAIN},
    {"by first|last|his|her name", "address_form", LIKELY, RULE_PLAIN},
    {"gos by", "address_form", LIKELY, RULE_PLAIN},
    {"^ anrede | +", "address_form", SAFE, RULE_PLAIN},

    /* When not to call. "nicht vergessen: anrufen" is none of these. */
    {"nicht|nie vergessen", "once", LIKELY, RULE_PLAIN},
    {"dont|not forget", "once", LIKELY, RULE_PLAIN},
    {"nicht|nie|niemals|nur|erst|kein|keine|keinen ... @call", "no_call", SAFE, RULE_PLAIN},
    {"@call nicht|nie|nur|erst", "no_call", SAFE, RULE_PLAIN},
    {"not|dont|never|no|only ~ call|calls|ring|phone|telephone", "no_call", SAFE, RULE_PLAIN},
    {"call|ring|phone ~ only|not|never", "no_call", SAFE, RULE_PLAIN},
    {"call|ring|phone ~ after|before", "no_call", LIKELY, RULE_PLAIN},
    {"@call|erreichbar ab|nach|vor|bis|zwischen", "no_call", LIKELY, RULE_PLAIN},
    {"nicht|nur ... erreichbar", "no_call", LIKELY, RULE_PLAIN},

    /* Days of the year. Those of relatives belong to the relatives. */
    {"@kin ... geburtstag|birthday|hochzeitstag|namenstag|geboren|born|heiratet", "family", LIKELY,
     RULE_PLAIN},
    {"geburtstag|birthday|hochzeitstag ... @kin", "family", LIKELY, RULE_PLAIN},
    {"hochzeitstag", "wedding", SAFE, RULE_DATED},
    {"wedding day|anniversary", "wedding", SAFE, RULE_DATED},
    {"verheiratet|married seit|since", "wedding", SAFE, RULE_DATED},
    {"hochzeitstag", "wedding", LIKELY, RULE_PLAIN},
    {"wedding day|anniversary", "wedding", LIKELY, RULE_PLAIN},
    {"silberhochzeit|goldhochzeit", "wedding", LIKELY, RULE_PLAIN},
    {"goldene|silberne hochzeit", "wedding", LIKELY, RULE_PLAIN},
    {"heiratet|anniversary|jahrestag", "wedding", LIKELY, RULE_DATED},
    {"namenstag", "name_day", SAFE, RULE_DATED},
    {"name day", "name_day", SAFE, RULE_DATED},
    {"namenstag", "name_day", LIKELY, RULE_PLAIN},
    {"name day", "name_day", LIKELY, RULE_PLAIN},
    {"^ geburtstag|birthday|geb|geburtsdatum", "birthday", SAFE, RULE_DATED},
    {"hat ~ geburtstag", "birthday", SAFE, RULE_DATED},
    {"geboren|born|geburtstag|birthday", "birthday", LIKELY, RULE_DATED},

    /* What they take. */
    {"wie immer", "usual", SAFE, RULE_PLAIN},
    {"das|ihr|sein ubliche|ubliches", "usual", SAFE, RULE_PLAIN},
    {"^ ublich|usual|stammbestellung", "usual", SAFE, RULE_PLAIN},
    {"the|her|his usual", "usual", SAFE, RULE_PLAIN},
    {"usual order", "usual", SAFE, RULE_PLAIN},
    {"as always", "usual", SAFE, RULE_PLAIN},
    {"@buys ~ @often", "usual", LIKELY, RULE_PLAIN},
    {"@often @buys", "usual", LIKELY, RULE_PLAIN},
    {"@buys ~ @each @day", "usual", LIKELY, RULE_PLAIN},
    {"@each @day @buys", "usual", LIKELY, RULE_PLAIN},
    {"^ ~ | taglich|daily", "usual", LIKELY, RULE_PLAIN},
    {"^ ~ | @each @day", "usual", LIKELY, RULE_PLAIN},

    /* Left behind, to be said once. */
    {"@thing liegt|hangt|steht|ist|sind|lies|is|are ... @counter", "once", SAFE, RULE_PLAIN},
    {"@thing hinter|unter|an|bei|behind|under|at ... @counter", "once", SAFE, RULE_PLAIN},
    {"liegt|hangt|lies hinter|unter|behind|under ... @counter", "once", SAFE, RULE_PLAIN},
    {"^ ~ @thing ~ vergessen|liegengelassen|forgotten|left|here|hier", "once", SAFE, RULE_PLAIN},
    {"left|forgot|vergass ~ @thing", "once", SAFE, RULE_PLAIN},
    {"einmalig", "once", SAFE, RULE_PLAIN},
    {"nachstes|nachsten mal|besuch", "once", LIKELY, RULE_PLAIN},
    {"next time|visit", "once", LIKELY, RULE_PLAIN},
    {"liegt bereit|zuruck", "once", LIKELY, RULE_PLAIN},
    {"vergessen|liegengelassen", "once", LIKELY, RULE_PLAIN},

    /* What to say. */
    {"fragen|nachfragen nach|wie|ob", "talk", SAFE, RULE_PLAIN},
    {"nach ~ fragen", "talk", SAFE, RULE_PLAIN},
    {"auf ~ ansprechen", "talk", SAFE, RULE_PLAIN},
    {"ask ~ about|how|whether|if", "talk", SAFE, RULE_PLAIN},

    /* Relatives. */
    {"^ frau|mann von gegenuber|nebenan", "note", GUESS_NONE, RULE_STOP},
    {"@kin ~ @named +", "family", SAFE, RULE_PLAIN},
    {"^ frau|mann @named +", "family", SAFE, RULE_PLAIN},
    {"^ zwilling|zwillinge|drillinge|twins|triplets", "family", SAFE, RULE_PLAIN},
    {"hat|has ~ @children", "family", SAFE, RULE_PLAIN},
    {"^ + @children $", "family", SAFE, RULE_PLAIN},
    {"verheiratet mit", "family", SAFE, RULE_PLAIN},
    {"married to", "family", SAFE, RULE_PLAIN},
    {"ihr|sein|seine|her|his mann|frau", "family", LIKELY, RULE_PLAIN},
    {"^ frau|mann von", "family", LIKELY, RULE_PLAIN},
    {"@kin", "family", LIKELY, RULE_PLAIN},

    /* Tastes. "spricht am liebsten Platt" is none, and no advertising is none either. */
    {"werbung|newsletter|advertising", "note", GUESS_NONE, RULE_STOP},
    {"mag|liebt|likes|loves ... aber|but", "likes", LIKELY, RULE_PLAIN},
    {"mag|liebt|likes|loves ... | aber|but|kein|keine|keinen|nicht|no|not", "likes", LIKELY,
     RULE_PLAIN},
    {"mag ... nicht|nichts", "dislikes", SAFE, RULE_PLAIN},
    {"mag ~ @kein", "dislikes", SAFE, RULE_PLAIN},
    {"isst|trinkt @kein", "dislikes", SAFE, RULE_PLAIN},
    {"isst|trinkt ~ @kein", "dislikes", LIKELY, RULE_PLAIN},
    {"nimmt|mochte|will @kein", "dislikes", LIKELY, RULE_PLAIN},
    {"isst|trinkt nie|ungern", "dislikes", SAFE, RULE_PLAIN},
    {"isst|trinkt ~ nicht gern|gerne", "dislikes", SAFE, RULE_PLAIN},
    {"hasst|verabscheut|dislikes|hates|detests +", "dislikes", SAFE, RULE_PLAIN},
    {"dosnt|dont|dos|do|not|never ~ like|eat|drink|likes|eats|drinks +", "dislikes", SAFE,
     RULE_PLAIN},
    {"not keen on", "dislikes", SAFE, RULE_PLAIN},
    {"^ ohne|without +", "dislikes", LIKELY, RULE_PLAIN},
    {"^ bitte ohne|kein|keine|keinen +", "dislikes", LIKELY, RULE_PLAIN},
    {"^ kein|keine|keinen|no +", "dislikes", LIKELY, RULE_PLAIN},
    {"^ mag|liebt|likes|loves|prefers|bevorzugt +", "likes", SAFE, RULE_PLAIN},
    {"^ sie|er|she|he|ich|i ~ mag|liebt|like|likes|love|loves|prefers|bevorzugt +", "likes", SAFE,
     RULE_PLAIN},
    {"^ herr|frau + mag|liebt|bevorzugt +", "likes", SAFE, RULE_PLAIN},
    {"mag|liebt|likes|loves +", "likes", LIKELY, RULE_PLAIN},
    {"isst|trinkt ~ gern|gerne|liebsten", "likes", SAFE, RULE_PLAIN},
    {"gern|gerne|liebsten isst|trinkt", "likes", SAFE, RULE_PLAIN},
    {"schwarmt fur", "likes", SAFE, RULE_PLAIN},
    {"^ lieblings*", "likes", SAFE, RULE_PLAIN},
    {"favourite|favorite", "likes", SAFE, RULE_PLAIN},
    {"vegan*|vegetari*", "likes", LIKELY, RULE_PLAIN},

    {"interessiert sich fur", "interest", SAFE, RULE_PLAIN},
    {"interested in", "interest", SAFE, RULE_PLAIN},
    {"^ hobby|hobbys|hobbies|interessen|interests", "interest", SAFE, RULE_PLAIN},
    {"@pastime", "interest", LIKELY, RULE_PLAIN},

    {"urlaub|reise|holiday|holidays|vacation|umgezogen|umzug|moved|taufe|christening|konfirmation|"
     "abitur",
     "talk", LIKELY, RULE_PLAIN},
};

const FactRule *fact_rules(size_t *count)
{
    *count = G_N_ELEMENTS(rules);
    return rules;
}

int fact_class(const char *name, size_t length, const char **words)
{
    G_STATIC_ASSERT(G_N_ELEMENTS(classes) <= FACT_CLASSES_MOST);
    for (size_t i = 0; i < G_N_ELEMENTS(classes); i++) {
        if (strlen(classes[i].name) != length || strncmp(classes[i].name, name, length) != 0) {
            continue;
        }
        *words = classes[i].words;
        return (int)i;
    }
    return -1;
}
