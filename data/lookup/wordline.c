/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a line of a file of words. */
#include "data/lookup/wordline.h"

#include "data/base/i18n.h"
#include "data/lookup/fold.h"

#include <string.h>

enum { MOST_SHOWN = 40 };

static bool complain(char **fault, const char *sentence)
{
    if (fault != NULL) {
        *fault = g_strdup(sentence);
    }
    return false;
}

static char *shown(const char *text)
{
    return g_utf8_strlen(text, -1) <= MOST_SHOWN ? g_strdup(text)
                                                 : g_utf8_substring(text, 0, MOST_SHOWN);
}

/* Adds the word TEXT, if there is one. */
static bool add_word(GStrvBuilder *words, char *text, char **fault)
{
    g_autofree char *folded = fold_text(text);
    if (strchr(folded, ' ') != NULL) {
        g_autofree char *what = shown(g_strstrip(text));
        g_autofree char *sentence = g_strdup_printf(
            _("“%s” is more than one word. Only single words can stand for each other."), what);
        return complain(fault, sentence);
    }
    if (*folded != '\0') {
        g_strv_builder_add(words, folded);
    }
    return true;
}

/* The words of TEXT, parted by any of the characters SIGNS. NULL when one of them is no word. */
static char **read_words(const char *text, const char *signs, char **fault)
{
    g_autoptr(GStrvBuilder) words = g_strv_builder_new();
    g_auto(GStrv) parts = g_strsplit_set(text, signs, -1);
    for (char **part = parts; *part != NULL; part++) {
        if (!add_word(words, *part, fault)) {
            return NULL;
        }
    }
    return g_strv_builder_end(words);
}

/* How many words of TEXT begin with a star. */
static guint count_stars(const char *text)
{
    guint count = 0;
    for (; *text != '\0'; text++) {
        count += *text == '*';
    }
    return count;
}

static bool read_same(const char *text, WordLine *line, char **fault)
{
    guint stars = count_stars(text);
    bool is_alone = strpbrk(text, "=") == NULL;
    if (is_alone && !line->is_out) {
        return complain(fault, _("This line has neither “=” nor “:”. It should look like "
                                 "“roll = bun” or “Robert: Rob, Bob”."));
    }
    g_clear_pointer(&line->left, g_strfreev);
    line->left = read_words(text, "=,", fault);
    if (line->left == NULL) {
        return false;
    }
    guint count = g_strv_length(line->left);
    if (count < (is_alone ? 1 : 2)) {
        return complain(fault, _("Here a word is missing."));
    }
    if (stars > 0 && (stars != count || is_alone)) {
        return complain(fault, _("A * stands before each word of a line or before none."));
    }
    line->kind = is_alone ? LINE_WORD : stars > 0 ? LINE_ENDS : LINE_SAME;
    return true;
}

static bool read_with_colon(const char *left, const char *right, WordLine *line, char **fault)
{
    if (strpbrk(right, "=:") != NULL) {
        return complain(fault, _("Behind the “:” stand words with commas between them, and "
                                 "nothing else."));
    }
    if (strchr(left, '*') != NULL || strchr(right, '*') != NULL) {
        return complain(fault, _("A * has no place in a line with “:”."));
    }
    g_auto(GStrv) names = read_words(left, "=,", fault);
    g_auto(GStrv) words = names != NULL ? read_words(right, ",", fault) : NULL;
    if (words == NULL) {
        return false;
    }
    if (names[0] == NULL || words[0] == NULL) {
        return complain(fault, _("Here a word is missing."));
    }
    bool is_idle = strcmp(names[0], "skip") == 0 && names[1] == NULL;
    line->kind = is_idle ? LINE_IDLE : LINE_SHORT;
    g_strfreev(line->left);
    line->left = is_idle ? g_steal_pointer(&words) : g_steal_pointer(&names);
    if (!is_idle) {
        g_strfreev(line->right);
        line->right = g_steal_pointer(&words);
    }
    return true;
}

bool word_line_read(const char *text, WordLine *line, char **fault)
{
    *line = (WordLine){.left = g_new0(char *, 1), .right = g_new0(char *, 1)};
    g_autofree char *copy = g_strndup(text, strcspn(text, "#"));
    char *rest = g_strstrip(copy);
    if (*rest == '\0') {
        return true;
    }
    line->is_out = *rest == '-';
    rest += line->is_out;
    char *colon = strchr(rest, ':');
    if (colon == NULL) {
        return read_same(rest, line, fault);
    }
    *colon = '\0';
    return read_with_colon(rest, colon + 1, line, fault);
}

void word_line_clear(WordLine *line)
{
    g_clear_pointer(&line->left, g_strfreev);
    g_clear_pointer(&line->right, g_strfreev);
}
