/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folding: the form in which words are compared. Blind to case, accents, umlaut spelling (ä = ae
 * = a) and ß = ss. */
#pragma once

#include <glib.h>

/* TEXT folded for comparing: NFKD, marks dropped, case folded, ß to ss, æ œ ø å ł đ ð þ and
 * their like to plain letters, then ae, oe, ue to a, o, u (so Müller, Mueller, MULLER are one;
 * every prefix of a word folds to a prefix of the folded word). Runs of characters that are
 * neither letter nor digit become one blank; no blanks at the ends; apostrophes inside a word
 * vanish (O'Hara, O´Hara = ohara), invisible format characters (soft hyphen, joiners) vanish
 * everywhere. Bytes that are no UTF-8 separate words. Never folded twice: fold_text of a folded
 * text may differ. Returns a new string; free with g_free. */
char *fold_text(const char *text);

/* What makes two names one: TEXT folded, or TEXT itself where nothing is left of it (an emoji).
 * Free with g_free. */
char *fold_key(const char *text);

/* The same as fold_text, but ae, oe and ue stay as they are: for sorting, where Bauer comes before
 * Baum. */
char *fold_spelled(const char *text);

/* The words of fold_text(text), in order. Free with g_strfreev. */
char **fold_words(const char *text);
