/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the dictionary share. */
#pragma once

#include "data/lookup/dictionary.h"

/* Sorts behind everything that begins with the same text. */
#define DICTIONARY_BEHIND "\xF4\x8F\xBF\xBF"
