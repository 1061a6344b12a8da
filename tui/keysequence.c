/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Control sequences by table, as xterm, the Linux console, rxvt and their likes send them. */
#include "tui/keysequence.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    int code;
    Key key;
} CodeKey;

static const CodeKey letters[] = {
    {'A', K_UP},     {'B', K_DOWN},   {'C', K_RIGHT},  {'D', K_LEFT},
    {'H', K_HOME},   {'F', K_END},    {'M', K_ENTER},  {'Z', K_SHIFT + K_TAB},
    {'P', K_F0 + 1}, {'Q', K_F0 + 2}, {'R', K_F0 + 3}, {'S', K_F0 + 4},
};

static const CodeKey numbers[] = {
    {1, K_HOME},    {2, K_INSERT},  {3, K_DELETE},   {4, K_END},      {5, K_PGUP},
    {6, K_PGDN},    {7, K_HOME},    {8, K_END},      {11, K_F0 + 1},  {12, K_F0 + 2},
    {13, K_F0 + 3}, {14, K_F0 + 4}, {15, K_F0 + 5},  {17, K_F0 + 6},  {18, K_F0 + 7},
    {19, K_F0 + 8}, {20, K_F0 + 9}, {21, K_F0 + 10}, {23, K_F0 + 11}, {24, K_F0 + 12},
};

static Key look_up(const CodeKey *table, gsize count, int code)
{
    for (gsize i = 0; i < count; i++) {
        if (table[i].code == code) {
            return table[i].key;
        }
    }
    return K_NONE;
}

Key key_modifiers_of_number(int number)
{
    int bits = number > 1 ? number - 1 : 0;
    return (bits & 1 ? (Key)K_SHIFT : 0) | (bits & 2 ? (Key)K_ALT : 0) |
           (bits & 4 ? (Key)K_CTRL : 0);
}

/* The key of character CODE with modifiers, by the rules of names: Shift is in the character. */
static Key key_of_code(int code, Key modifiers)
{
    switch (code) {
    case 9:
        return K_TAB | modifiers;
    case 13:
        return K_ENTER | modifiers;
    case 27:
        return K_ESC | modifiers;
    case 8:
    case 127:
        return K_BACKSPACE | modifiers;
    default:
        break;
    }
    if (code < 0x20 || (code >= 0x80 && code < 0xA0) || code > 0x10FFFF ||
        !g_unichar_validate((gunichar)code)) {
        return K_NONE;
    }
    Key key = (Key)code;
    if (modifiers & K_CTRL) {
        key = g_unichar_tolower(key);
    } else if (modifiers & K_SHIFT) {
        key = g_unichar_toupper(key);
    }
    return key | (modifiers & ~(Key)K_SHIFT);
}

Key key_of_sequence(const char *sequence)
{
    /* "[A" to "[E": the Linux console's F1 to F5. */
    if (sequence[0] == '[') {
        return sequence[1] >= 'A' && sequence[1] <= 'E' ? K_F0 + 1 + (Key)(sequence[1] - 'A')
                                                        : K_NONE;
    }
    gsize length = strlen(sequence);
    if (strspn(sequence, "0123456789;") != length - 1) {
        return K_NONE;
    }
    char final = sequence[length - 1];
    int values[3] = {0, 0, 0};
    const char *at = sequence;
    for (int i = 0; i < 3; i++) {
        char *end;
        values[i] = (int)CLAMP(strtol(at, &end, 10), 0, 0x110000);
        if (*end != ';') {
            break;
        }
        at = end + 1;
    }
    if (final == '~') {
        if (values[0] == 27) {
            return key_of_code(values[2], key_modifiers_of_number(values[1]));
        }
        Key key = look_up(numbers, G_N_ELEMENTS(numbers), values[0]);
        return key == K_NONE ? K_NONE : key | key_modifiers_of_number(values[1]);
    }
    if (final == 'u') {
        return key_of_code(values[0], key_modifiers_of_number(values[1]));
    }
    /* "12;40R" is no F3 but an answer: where the cursor is. */
    bool is_key = values[0] <= 1 && values[1] <= 16 && final != 'M';
    Key key = is_key ? look_up(letters, G_N_ELEMENTS(letters), final) : K_NONE;
    return key == K_NONE ? K_NONE : key | key_modifiers_of_number(values[1]);
}

Key key_of_single(unsigned char byte)
{
    /* The keypad's digits and signs. */
    if (byte >= 'j' && byte <= 'y') {
        return (Key) "*+,-./0123456789"[byte - 'j'];
    }
    return look_up(letters, G_N_ELEMENTS(letters), byte);
}
