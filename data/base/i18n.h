/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two marks of translatable text. English is the language of the source. */
#pragma once

#include <libintl.h>

/* The text in the language of the person at the counter; static, never freed. */
#define _(text) gettext(text)
/* Marks a text in a table for the catalogue; whoever shows it passes it through _(). */
#define N_(text) (text)
