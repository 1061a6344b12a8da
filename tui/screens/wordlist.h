/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of words the owner edits (data/diary/wordlist.h), in its order: renaming, moving, adding
 * and removing. For the causes of complaints and the reasons of losses alike. */
#pragma once

#include "data/diary/wordlist.h"
#include "tui/screen.h"

/* Takes a const WordList *, which is static; gives no answer. */
extern const ScreenClass screen_wordlist;
