/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that nobody should type. */
#include "tests/data/hostile.h"

#include <stddef.h>

/* clang-format off */
const char *const hostile_commands[] = {
    /* SQL */
    "'; DROP TABLE customer; --", "') OR 1=1 --", "a' OR 'a'='a", "/* a */", "a; b", "$1",
    "$1 $2", "?", "?1", ":x", "@x", "null", "NULL", "\\'", "\\", "E'\\x41'", "$$a$$", "%", "_",
    "%_%", "m%", "m_ller", "x' COLLATE NOCASE", "SELECT * FROM lookup_words",
    /* FTS5 */
    "\" * NEAR( : ^ -", "\"", "\"\"", "\"a", "a\"", "\"a\" \"b", "\"a\"\"b\"", "*", "a*", "*a",
    "a b*", "* *", "NEAR", "NEAR(", "NEAR(a b, 3)", "NEAR(a b, -1)", "a NEAR/3 b", "AND", "OR",
    "NOT", "a AND", "AND a", "a AND b", "a OR b", "NOT a", "a NOT b", "a AND NOT", "words: a",
    "{words}: a", "{words token}: a", "-words: a", "-{words}: a", "words:", ":", "^a", "^ a",
    "+a", "a + b", "a+b", "lookup_words MATCH a", "rank", "rowid:1", "(a", "a)", "(a OR (b",
    "()", "((((((((((",
    /* tsquery */
    "a & b", "a && b", "a | b", "a || b", "!a", "!!a", "a & !b", "a <-> b", "a <2> b",
    "a <99999> b", "<->", "a:*", "a:A", "a:*ABCD", "':*", "a' & 'b", "''", "'", "'a", "a\\:b",
    "&", "|", "!", "a&", "|a", "to_tsquery('a')", "a::tsquery", "a|b", " | ",
    /* JSON, XML, formats, patterns, paths, terminals */
    "{\"a\":[1,2]}", "<a href=\"b\">", "&amp;", "&#0;", "%s%n%d", "%1$s", "${HOME}", "`id`",
    "$(id)", "[a]", "[^a]", "a{2,}", "(a+)+$", ".*", "../../etc/passwd", "C:\\nul",
    "\x01\x02\x1b[31m\x7f", "\x1b]0;a\x07", "\x9b", "a\nb", "a\tb", "\r\n", "a\vb\fc", NULL};

const char *const hostile_bytes[] = {
    "\xc0\xaf", "\xe0\x80\xaf", "\xf0\x80\x80\xaf", "\xf4\x90\x80\x80", "\xed\xa0\x80",
    "\xed\xa0\xbd\xed\xb8\x80", "\xff\xfe\xfd", "\xf8\x88\x80\x80\x80", "m\xc3", "\xc3\xbcml\xf0\x9f",
    NULL};

const char *const hostile_scripts[] = {
    "\u043cüller", "M\u00fcll\u0435r", "Ирина Müller 東京 محمد", "東京müller", "محمدmüller محمد",
    "αβγabcабв", "한국어", "ภาษาไทย", "עברית", "हिन्दी", "ქართული", "ᏣᎳᎩ", "ﷺ ﷺ", "ﬃﬁﬂ", "ﬁ", "ǅ",
    "İıſß", "İ", "ſ", "ΐ", "㎏", "㎏ ㍿ ℡", "½", "½ ² ①", "٣", "๓", "٣.٥.", "३.५.",
    "３.５.１９５６", "Ⅻ", "𝐌ü𝓵𝔩er", "Ｍüller", "🎂🎂",
    "👨\u200d👩\u200d👧", "\U0001f1e9\U0001f1ea\U0001f1e9", "1\ufe0f\u20e3", "☺\ufe0e", "\u0308",
    "\u0308m", "m\u0308\u0301\u0327", "\u202emüller", "\u202e xyz", "\u2067\u202amü\u2069",
    "m\u200bü\u200cl\u200dl\u2060e\ufeffr", "\u00ad", "\ufeffm", "\ufffe", "\uffff", "\ufffd",
    "\U000e0001\U000e0041", "\U0010ffff", "ก\u0e47\u0e47\u0e47", "\u0f67\u0f71\u0f74\u0f83",
    "\uac01", "\u1100\u1161\u11a8", "e\u0301\u0301e", NULL};

const char *const hostile_marks[] = {
    "\u0308", "\u0301\u0327\u0338", "\u200b", "\u202e", "\ufe0f", "\u0e47", "\u05b0", "\u1ab0",
    "\u20dd", "\u200d🎂", NULL};

const char *const hostile_numbers[] = {
    "0", "00", "000", "0000000000", "-0", "-1", "+1", "--1", "+", "++", "+49", "+49 +49", "0049",
    "(0)(0)(0)", "1e9", "1E+9", "1e-9", "1e999999", "0x1F", "0b1", "1/0", "3.14", "3,14",
    "1.000,50", "1.000.000", "1'000", ".12", "12.", ",12", "#12", "Nr. 12", "12 12 12",
    "1.2.3.4.5.6.7.8.9", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20", "0421//84220",
    "0421 84220 0421 84220", "2147483647", "2147483648", "-2147483649", "4294967296",
    "9223372036854775807", "9223372036854775808", "18446744073709551616",
    "999999999999999999999999", "nan", "inf", "-inf", "99.99.9999", "31.2.", "31.02.1999",
    "29.2.", "29.2.2023", "00.00.0000", "0.0.0", "1.1.1", "1.1.99999", "1.1.-1", "-1.-1.",
    "3.5.", "3.5", "03.05.56", "3. 5. 1956", "3.5.1956.", "3..5.", "3-5-1956", "3/5/1956", "5/3",
    "1956-05-03", "1956-5-3", "1956/05/03", "19560503", "1956-13-45", "0000-00-00", "--05-03",
    "1956-W01-1", "3. Mai", "3.Mai", "3 mai 1956", "mai 3", "Mai", "mai 1956", "May 3rd, 1956",
    "3rd of May", "32. Mai", "0. Mai", "99999. Mai", "3. März", "3 maerz", "1. Jänner",
    "3. Mai 3. Mai", "heute", "morgen", "gestern", "today", "+14", "-14", "in 3 Tagen", "KW 47",
    "1956", "56", "3.5.1956 3.5.1956", "anna 3.5.", "3.5. 0421", "12:30", "12:30:99", "54,00 €",
    "50 %", NULL};

const char *const hostile_pieces[] = {
    "x", "m ", "müller ", "7", "7 ", "0421", "+49421 ", "3.5. ", "31.12.1999 ", "a@b.c ", "ü",
    "ü ", "ae", "sch", "die mit dem ", "東", "東 ", "ﷺ", "각", "ﬃ", "🎂", "\"", "\" ", "' ", "'",
    "-", "(", "* ", "NEAR(", "a AND ", "a OR ", "'a' & ", "\\", "\n", "\xc3", "\xff",
    "\xf0\x9f\x8e ", "e\u0301", "\u0308", "\u202e", NULL};

const char *const hostile_blanks[] = {
    " ", "\t", "\n", "\r", "\v", "\f", "\x01", "\xc2\x85", "\u00a0", "\u1680", "\u2000", "\u2003",
    "\u2009", "\u200a", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000", "\u200b", "\u200c",
    "\u200d", "\u200e", "\u200f", "\u202a", "\u202e", "\u2060", "\u2066", "\u2069", "\u00ad",
    "\ufeff", "\u0308", "\ufe0f", "\xff", "\x80", NULL};
/* clang-format on */
