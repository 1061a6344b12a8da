/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the common control sequences of terminals mean; for keyreader.c. */
#pragma once

#include "tui/keys.h"

/* The key of ESC [ SEQUENCE, its last byte included: "A", "1;5D", "15~", "97;5u". K_NONE if
 * unknown. */
Key key_of_sequence(const char *sequence);
/* The key of ESC O BYTE. K_NONE if unknown. */
Key key_of_single(unsigned char byte);
/* The modifiers that stand as NUMBER in sequences and in the names of terminfo: one more than the
 * sum of 1 Shift, 2 Alt, 4 Ctrl. */
Key key_modifiers_of_number(int number);
