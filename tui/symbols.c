/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of pictures. */
#include "tui/symbols.h"

typedef struct {
    const char *picture, *ascii;
} SymbolRow;

static const SymbolRow symbols[SYMBOL_COUNT] = {
    [SYMBOL_WARNING] = {"⚠", "!"}, [SYMBOL_BIRTHDAY] = {"★", "*"},   [SYMBOL_OPEN] = {"☐", "[ ]"},
    [SYMBOL_DONE] = {"☑", "[x]"},  [SYMBOL_PROMPT] = {"›", ">"},     [SYMBOL_BACK] = {"‹", "<"},
    [SYMBOL_DOT] = {"·", "-"},     [SYMBOL_ELLIPSIS] = {"…", "..."}, [SYMBOL_CURSOR] = {"▸", ">"},
    [SYMBOL_ABOVE] = {"▴", "^"},   [SYMBOL_BELOW] = {"▾", "v"},      [SYMBOL_HIDDEN] = {"·", "."},
    [SYMBOL_ALIKE] = {"≈", "~"},   [SYMBOL_FLAG] = {"⚑", "#"},
};

/* Other signs that stand in sentences. */
static const SymbolRow signs[] = {
    {"→", "->"}, {"←", "<-"}, {"↑", "^"}, {"↓", "v"}, {"–", "-"}, {"—", "-"},  {"“", "\""},
    {"”", "\""}, {"„", "\""}, {"‘", "'"}, {"’", "'"}, {"‚", "'"}, {"»", ">>"}, {"«", "<<"},
};

const char *symbol_text(Symbol symbol, bool ascii)
{
    return ascii ? symbols[symbol].ascii : symbols[symbol].picture;
}

static void replace(GString *text, const SymbolRow *rows, gsize count)
{
    for (gsize i = 0; i < count; i++) {
        g_string_replace(text, rows[i].picture, rows[i].ascii, 0);
    }
}

char *symbols_plain(const char *text)
{
    GString *plain = g_string_new(text);
    if (!g_str_is_ascii(text)) {
        replace(plain, symbols, G_N_ELEMENTS(symbols));
        replace(plain, signs, G_N_ELEMENTS(signs));
    }
    return g_string_free(plain, FALSE);
}
