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
    [SYMBOL_ABOVE] = {"▴", "^"},   [SYMBOL_BELOW] = {"▾", "v"},
};

const char *symbol_text(Symbol symbol, bool ascii)
{
    return ascii ? symbols[symbol].ascii : symbols[symbol].picture;
}
